// Tables of figures as people and programs write them, beside a reading that takes one character after another.
#include "../catch.hpp"
#include "../random.hpp"

#include <sangkien/io/index_table.hpp>
#include <sangkien/io/json_reader.hpp>

#include <map>

using namespace sangkien;

namespace {

using Random = sangkien::test::Random;

// A text as it may come, and the same in NFC.
struct Written {
    std::string raw, composed;

    Written& operator+=(const Written& more)
    {
        raw += more.raw;
        composed += more.composed;
        return *this;
    }
};

Written same(const std::string& text) { return {text, text}; }

const Written pieces[] = {
    same("ward"),
    same("Phường"),
    same("–"),
    same("₫"),
    same("\n\xCC\x81"),  // a mark that stands behind the end of a line composes with nothing
    {"e\xCC\x81", "é"},
    {"o\xCC\xA3\xCC\x82", "ộ"},
    {"o\xCC\x82\xCC\xA3", "ộ"},
    {"\xE1\x84\x80\xE1\x85\xA1", "가"},
    {"\xE2\x84\xAB", "Å"},
    same(std::string("\0n", 2)),
};
const std::string broken[] = {"\xC3", "\xFF", "\xE1\xBA", "\xE2\x80", "\xCC", "\xED\xA0\x80", "\xC0\xAF"};

template <class List>
const auto& one_of(Random& random, const List& list)
{
    return list[static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(std::size(list)) - 1))];
}

Written some_text(Random& random)
{
    Written out;
    for (std::int64_t i = random.between(0, 4); i > 0; --i) out += one_of(random, pieces);
    return out;
}

// Figures and what they are as a number and as an answer to yes or no.
struct Figure {
    const char* text;
    std::optional<Ratio> number, answer;
};
const std::optional<Ratio> no, yes_is = Ratio(1), no_is = Ratio(0);
const Figure figures[] = {
    {"0", Ratio(0), no_is},
    {"1", Ratio(1), yes_is},
    {"100%", Ratio(1), yes_is},
    {"100 %", Ratio(1), yes_is},
    {"0.5", Ratio(1, 2), no},
    {"97,5", Ratio(195, 2), no},
    {"97,5%", Ratio(39, 40), no},
    {"2/6", Ratio(1, 3), no},
    {"-0.25", Ratio(-1, 4), no},
    {"999999999999999", Ratio(999999999999999), no},
    {"9999999999999999", no, no},
    {"1,2,3", no, no},
    {"1.5,0", no, no},
    {"%", no, no},
    {"1.", no, no},
    {"có", no, yes_is},
    {"x", no, yes_is},
    {"yes", no, yes_is},
    {"true", no, yes_is},
    {"không", no, no_is},
    {"no", no, no_is},
    {"false", no, no_is},
    // What stands there when a quote is left open.
    {"2", Ratio(2), no},
    {"3", Ratio(3), no},
    {"5", Ratio(5), no},
    {"97", Ratio(97), no},
    {"1.5", Ratio(3, 2), no},
    {"25.5", Ratio(51, 2), no},
    {"2025", Ratio(2025), no},
    {"5%", Ratio(1, 20), no},
};
const std::string years[] = {"", "2025", "25.5", "năm"};

struct Cell {
    std::string text;
    Mark mark;
};
using Row = std::vector<Cell>;

std::vector<Row> slow_rows(std::string text)
{
    if (text.substr(0, 3) == "\xEF\xBB\xBF") text.erase(0, 3);
    const std::string header = text.substr(0, text.find('\n'));
    const bool semicolons = header.find(';') != std::string::npos && header.find(',') == std::string::npos;
    std::vector<Row> all(1, Row(1, {"", {1, 1}})), out;
    std::uint32_t line = 1, column = 1;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i, ++column) {
        const char c = text[i];
        if (c == '\n') {
            ++line;
            column = 0;
        }
        if (quoted && text.compare(i, 2, "\"\"") == 0) {
            all.back().back().text += c;
            ++i, ++column;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && c == (semicolons ? ';' : ',')) {
            all.back().push_back({"", {line, column + 1}});
        } else if (!quoted && c == '\n') {
            all.push_back({{"", {line, 1}}});
        } else if (quoted || c != '\r') {
            all.back().back().text += c;
        }
    }
    for (Row& row : all)
        if (row.size() > 1 || !row[0].text.empty()) out.push_back(std::move(row));
    for (Row& row : out)
        for (Cell& cell : row) {
            while (!cell.text.empty() && std::string(" \t").find(cell.text.back()) < 2) cell.text.pop_back();
            while (!cell.text.empty() && std::string(" \t").find(cell.text.front()) < 2) cell.text.erase(0, 1);
        }
    return out;
}

IndexTree small_index()
{
    IndexTree out;
    out.components.resize(2);
    out.components[0].name.id = "share";
    out.components[0].input = IndexInput::rate;
    out.beside.resize(1);
    out.components[1].name.id = "Phường-é";
    out.components[1].input = out.beside[0].input = IndexInput::yes_no;
    out.beside[0].name.id = "bonus";
    return out;
}

IndexTable slow_table(const std::string& text, const IndexTree& tree, Problems& problems)
{
    IndexTable out;
    const std::vector<Row> rows = slow_rows(text);
    std::map<std::string, std::size_t> at;
    for (std::size_t i = 0; !rows.empty() && i < rows[0].size(); ++i) at[rows[0][i].text] = i;
    const auto missing = [&](const char* name, Mark mark) {
        problems.add(ErrorId::empty_text, {"t.csv", "", mark}, {{"expected", name}});
    };
    std::vector<std::string> names;
    std::string all;
    for (std::size_t i = 0; !rows.empty() && i < rows[0].size(); ++i) {
        if (rows[0][i].text.empty()) continue;
        names.push_back(rows[0][i].text);
        all += (all.empty() ? "" : ", ") + names.back();
    }
    for (const char* needed : {"office", "component", "value"}) {
        if (at.count(needed) > 0) continue;
        Details details{{"key", needed}};
        if (const std::string near = nearest(needed, names); !near.empty()) details.push_back({"nearest", near});
        details.push_back({"known", all.empty() ? "-" : all});
        problems.add(ErrorId::missing_column, {"t.csv", "", {1, 1}}, details);
    }
    if (!problems.empty()) return out;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto cell = [&](const char* name) {
            const bool there = at.count(name) > 0 && at[name] < rows[i].size();
            return there ? rows[i][at[name]] : Cell{"", rows[i][0].mark};
        };
        const auto bad = [&](const Cell& from) {
            problems.add(ErrorId::bad_number, {"t.csv", "", from.mark}, {{"text", from.text}});
        };
        const Cell office = cell("office"), component = cell("component"), value = cell("value"), year = cell("year");
        if (office.text.empty()) missing("office", office.mark);
        if (component.text.empty()) missing("component", component.mark);
        if (office.text.empty() || component.text.empty()) continue;
        const bool yes_no = component.text == tree.components[1].name.id || component.text == "bonus";
        std::optional<Ratio> figure;
        for (const Figure& one : figures)
            if (one.text == value.text) figure = yes_no ? one.answer : one.number;
        if (!figure && !value.text.empty()) bad(value);
        Ratio in;
        const bool known_year = year.text.empty() || (read_ratio(year.text, in) && in.denominator() == 1);
        if (!known_year) bad(year);
        if (!known_year) continue;
        IndexFigure row;
        row.office = office.text, row.component = component.text;
        row.group = cell("group").text, row.round = cell("round").text, row.evidence = cell("evidence").text;
        row.stated = figure.has_value();
        row.value = figure.value_or(Ratio(0));
        row.year = in.numerator();
        row.mark = rows[i][0].mark, row.component_mark = component.mark, row.round_mark = cell("round").mark;
        row.value_mark = value.mark, row.year_mark = year.mark;
        out.rows.push_back(row);
    }
    return out;
}

// In quotes where it must be, and now and then where it need not.
Written written_cell(Random& random, const Written& text, char comma)
{
    const bool must = text.raw.find_first_of(std::string("\"\n") + comma) != std::string::npos;
    const std::string blank = random.once_in(4) ? one_of(random, std::vector<std::string>{" ", "\t", " \t "}) : "";
    Written out = same(blank);
    if (!must && !random.once_in(4)) {
        out += text;
    } else {
        out += same("\"");
        out += text;
        if (random.once_in(6)) out += same("\"\"\r,;");
        if (!random.once_in(300)) out += same("\"");  // else it goes on to the next quote, whatever stands between
    }
    if (random.once_in(20)) out += same("\r");
    return out += same(blank);
}

Written random_table(Random& random)
{
    std::vector<std::string> header = {"office", "component", "value", "group", "evidence", "year", "round"};
    for (std::size_t i = header.size(); i > 1; --i)
        std::swap(header[i - 1], header[static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(i) - 1))]);
    if (random.once_in(10)) header.push_back(one_of(random, header));
    if (random.once_in(10)) header.pop_back();
    const char comma = random.once_in(3) ? ';' : ',';
    const Written end = same(random.once_in(3) ? "\r\n" : random.once_in(20) ? "\r\r\n" : "\n");
    Written out = same(random.once_in(4) ? "\xEF\xBB\xBF" : "");
    for (const std::string& name : header) out += same((&name == &header[0] ? "" : std::string(1, comma)) + name);
    for (std::int64_t rows = random.between(0, 12); rows > 0; --rows) {
        out += end;
        if (random.once_in(15)) out += same(one_of(random, std::vector<std::string>{"\n", "\r\n", "\"\"\n", "  \n"}));
        for (const std::string& name : header) {
            if (random.once_in(150)) break;
            Written text = name == "office" && !random.once_in(30) ? same("ward") : Written();
            text += some_text(random);
            if (name == "component")
                text = one_of(random, std::vector<Written>{same("share"),
                                                           {"Phường-e\xCC\x81", "Phường-é"},
                                                           same("bonus"),
                                                           same("?"),
                                                           same(random.once_in(5) ? "" : "share")});
            if (name == "value")
                text = same(random.once_in(8) ? "" : random.once_in(6) ? one_of(random, figures).text : "1");
            if (name == "year") text = same(random.once_in(15) ? one_of(random, years) : "2025");
            if (&name != &header[0]) out += same(std::string(1, comma));
            out += written_cell(random, text, comma);
        }
    }
    return out += random.once_in(2) ? end : Written();
}

std::string told(Problems& problems)
{
    try {
        problems.throw_if_any();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

std::string shown(const IndexTable& table)
{
    std::string out;
    for (const IndexFigure& row : table.rows) {
        for (const std::string& text : {row.office, row.group, row.component, row.round, row.evidence})
            out += "[" + text + "]";
        out += (row.stated ? row.value.text() : "-") + " " + std::to_string(row.year);
        for (const Mark mark : {row.mark, row.component_mark, row.round_mark, row.value_mark, row.year_mark})
            out += " " + std::to_string(mark.line) + ":" + std::to_string(mark.column);
        out += "\n";
    }
    return out;
}

}  // namespace

TEST_CASE("A table of figures is read as one character after another would be, with the same problems")
{
    Random random(20260121);
    const IndexTree tree = small_index();
    std::size_t rows = 0, faulty = 0;
    for (int i = 0; i < 4000; ++i) {
        const Written text = random_table(random);
        Problems problems, expected_problems;
        const IndexTable table = read_index_table(text.raw, "t.csv", tree, problems);
        const IndexTable expected = slow_table(text.composed, tree, expected_problems);
        const std::string problem = told(problems);
        CAPTURE(text.raw);
        REQUIRE(shown(table) == shown(expected));
        REQUIRE(problem == told(expected_problems));
        rows += table.rows.size();
        faulty += problem.empty() ? 0 : 1;
    }
    CHECK(rows > 10000);
    CHECK(faulty > 1000);
    CHECK(faulty < 3500);
}

TEST_CASE("Text is composed line by line as it is in one, and left alone where any of it is no UTF-8")
{
    Random random(77);
    for (int i = 0; i < 4000; ++i) {
        Written text;
        for (std::int64_t parts = random.between(0, 30); parts > 0; --parts) {
            text += random.once_in(5)   ? same("\n")
                    : random.once_in(3) ? same("plain text of a line")
                                        : one_of(random, pieces);
        }
        CHECK(normalized(text.raw) == text.composed);
        const std::string spoilt = text.raw + one_of(random, broken) + (random.once_in(2) ? "" : "\n" + text.raw);
        CHECK(normalized(spoilt) == spoilt);
    }
}
