// From text straight to columns: as reading the table, checking it and packing it one after another.
#include "../catch.hpp"
#include "../random_index.hpp"
#include "../thinned.hpp"

#include <sangkien/io/index_columns.hpp>
#include <sangkien/io/index_table.hpp>

using namespace sangkien;
using namespace sangkien::test;

namespace {

std::string shown(const IndexSheet& sheet)
{
    std::string out;
    const auto add = [&](const char* what, const auto& numbers) {
        out += what;
        for (const auto number : numbers) out += " " + std::to_string(number);
        out += "\n";
    };
    for (const OfficeYear& one : sheet.offices)
        out += "[" + one.office + "][" + one.group + "] " + std::to_string(one.year) + "\n";
    add("rows", sheet.columns.rows);
    add("denominators", sheet.columns.denominators);
    add("narrow", sheet.columns.narrow);
    add("wide", sheet.columns.wide);
    return out;
}

IndexSheet one_after_another(const std::string& text, const IndexTree& tree, const char* until)
{
    Problems problems;
    const IndexTable table = read_index_table(text, "wards.csv", tree, problems);
    check_index_table(tree, table, problems);
    problems.throw_if_any();
    IndexSheet out;
    out.columns = pack_index_columns(tree, table, until);
    for (const std::size_t row : out.columns.rows)
        out.offices.push_back({table.rows[row].office, table.rows[row].group, table.rows[row].year});
    return out;
}

IndexSheet at_once(const std::string& text, const IndexTree& tree, const char* until)
{
    Problems problems;
    IndexSheet out = read_index_columns(text, "wards.csv", tree, problems, until);
    if (!problems.empty()) REQUIRE(shown(out) == shown({}));
    problems.throw_if_any();
    return out;
}

template <class Reading>
std::string outcome(Reading reading, const std::string& text, const IndexTree& tree, const char* until)
{
    try {
        return shown(reading(text, tree, until));
    } catch (const Error& error) {
        return std::string("error ") + error.what();
    }
}

// A figure in one of the ways in which it may be written.
std::string written(Random& random, const IndexComponent& component, Ratio value)
{
    std::string text = value.text();
    if (component.input == IndexInput::yes_no && random.once_in(2))
        return value == Ratio(1) ? random.once_in(2) ? "có" : "true" : random.once_in(2) ? "không" : "no";
    if (text.find('/') != std::string::npos) return text;
    if (random.once_in(12)) return (value * Ratio(100)).text() + "%";
    const std::size_t point = text.find('.');
    if (random.once_in(4)) text += point == std::string::npos ? ".00" : "0";
    if (point == std::string::npos || !random.once_in(4)) return text;
    text[point] = ',';
    return "\"" + text + "\"";
}

// What somebody may have got wrong in a row.
void spoil(Random& random, IndexFigure& row, std::string& value)
{
    switch (random.between(0, 7)) {
        case 0: row.component = "c99"; break;
        case 1: row.round = row.round.empty() ? "final" : "?"; break;
        case 2: row.year = 1999; break;
        case 3: value = "-1"; break;
        case 4: value = "many"; break;
        case 5: row.office.clear(); break;
        case 6: value = "0.123456789012345678"; break;
        default: value = "7.5";
    }
}

std::string csv_of(Random& random, const IndexTree& tree, const IndexTable& table, std::int64_t faults)
{
    std::string out = "year,office,component,group,value,evidence,round\n";
    for (IndexFigure row : table.rows) {
        const std::size_t at = std::stoul(row.component.substr(1)), base = tree.components.size();
        const IndexComponent& component = at < base ? tree.components[at] : tree.beside[at - base];
        std::string value = row.stated ? written(random, component, row.value) : "";
        if (faults > 0 && random.once_in(faults)) spoil(random, row, value);
        const std::string line = std::to_string(row.year) + "," + row.office + "," + row.component + ",ward " +
                                 std::to_string(random.between(0, 2)) + "," + value + "," + row.evidence + "," +
                                 row.round + "\n";
        out += line;
        if (faults > 0 && random.once_in(faults)) out += line;
    }
    return out;
}

struct Seen {
    int narrow = 0, wide = 0, faulty = 0, empty = 0;
};

void compare(Random& random, const Grain& grain, std::int64_t faults, Seen& seen)
{
    IndexTree tree;
    IndexTable table;
    try {
        tree = random_tree(random, grain);
        table = random_table(random, grain, tree, static_cast<std::size_t>(random.between(0, 12)));
    } catch (const Error&) {
        return;  // already its maxima do not add up
    }
    for (IndexRound& round : tree.rounds) round.optional = !random.once_in(6);
    if (random.once_in(2)) tree.first_year = 2025, tree.last_year = 2026;
    const std::string text = csv_of(random, tree, table, faults);
    const char* until = !tree.rounds.empty() && random.once_in(3) ? "self" : "";
    CAPTURE(text);
    const std::string expected = outcome(one_after_another, text, tree, until);
    REQUIRE(outcome(at_once, text, tree, until) == expected);
    seen.faulty += expected.find("error") == 0;
    seen.empty += table.rows.empty();
    seen.narrow += expected.find("\nwide\n") != std::string::npos;
    seen.wide += expected.find("\nnarrow\n") != std::string::npos;
}

}  // namespace

TEST_CASE("Text read straight into columns is what reading, checking and packing the table give")
{
    Random random(20260417);
    Seen seen;
    for (int i = 0; i < 3000; i += static_cast<int>(thinned(20))) compare(random, {}, 0, seen);
    for (int i = 0; i < 1000; i += static_cast<int>(thinned(20))) compare(random, {4, 97}, 0, seen);
    for (int i = 0; i < 500; i += static_cast<int>(thinned(20))) compare(random, {4, 1000003}, 0, seen);
    CAPTURE(seen.narrow, seen.wide, seen.faulty, seen.empty);
    CHECK(seen.narrow > 100);
    CHECK(seen.wide > 20);
    CHECK(seen.empty > 5);
}

TEST_CASE("What is wrong in a text read straight into columns is told as of a table")
{
    Random random(20260418);
    Seen seen;
    for (int i = 0; i < 3000; i += static_cast<int>(thinned(20)))
        compare(random, {}, random.once_in(2) ? 500 : 20, seen);
    CAPTURE(seen.narrow, seen.faulty);
    CHECK(seen.narrow > 15);
    CHECK(seen.faulty > 50);
}

TEST_CASE("A table without its columns, or of nothing, is told or empty as any other")
{
    Random random(1);
    IndexTree tree = random_tree(random, {});
    tree.rounds.clear();
    for (const char* text : {"", "\n", "office,component,value", "office;component;value\n", "office,component\nx,c0\n",
                             "\xEF\xBB\xBFoffice,component,value\r\n\r\n"})
        CHECK(outcome(at_once, text, tree, "") == outcome(one_after_another, text, tree, ""));
    CHECK(outcome(at_once, "office,component\nx,c0\n", tree, "").find("SK1014") != std::string::npos);
}
