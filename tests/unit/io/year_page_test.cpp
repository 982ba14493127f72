// Year pages: every day where it belongs and every special day once, read back from the text and from the drawing.
#include <map>

#include "calendar_files.hpp"

using namespace calendar_files;

namespace {

// The sign beside each day, read back from the months of the text page; a day that stands under a wrong weekday, or
// twice, fails.
std::map<int, char> signs_of(const std::string& page, int year)
{
    constexpr std::size_t across = 30, cell = 4;
    const std::vector<std::string> lines = split(page, "\n");
    std::map<int, char> out;
    int block = 0;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (!starts_with(lines[at], "T2  T3") && !starts_with(lines[at], "Mo  Tu")) continue;
        for (std::size_t row = at + 1; !lines[row].empty(); ++row)
            for (std::size_t i = 0; i < 21; ++i) {
                const std::size_t column = i / 7 * across + i % 7 * cell;
                std::string text = column < lines[row].size() ? lines[row].substr(column, cell) : "";
                text.resize(cell, ' ');
                if (text == "    ") continue;
                const int month = block * 3 + static_cast<int>(i / 7) + 1;
                const Day day = day_of(year, month, std::stoi(text.substr(0, 2)));
                REQUIRE(civil(day).month == month);
                REQUIRE(static_cast<std::size_t>(weekday(day)) == i % 7);
                REQUIRE(text[3] == ' ');
                REQUIRE(
                    (civil(day).day == 1 || out.count(day.count - 1) == 1));  // read row by row: none before its eve
                REQUIRE(out.emplace(day.count, text[2]).second);
            }
        ++block;
    }
    REQUIRE(block == 4);
    return out;
}

char expected_sign(DayKind kind)
{
    switch (kind) {
        case DayKind::working:
        case DayKind::weekend: return ' ';
        case DayKind::compensatory: return '+';
        case DayKind::swap_off: return '~';
        case DayKind::swap_work: return '!';
        default: return '*';
    }
}

// Lines of the list: those that start with a date of the year.
std::vector<std::string> listed(const std::string& page, Day day, Language language)
{
    std::vector<std::string> out;
    const std::string date = shown(Datum(day), language) + "  ";
    for (const std::string& line : split(page, "\n"))
        if (starts_with(line.substr(std::min(line.find_first_not_of(' '), line.size())), date)) out.push_back(line);
    return out;
}

// Is it well-formed as far as we write XML: elements closed in order, attributes quoted, only the known entities.
bool well_formed(const std::string& xml)
{
    std::vector<std::string> open;
    std::size_t at = xml.find("?>") + 2;
    while (at < xml.size()) {
        const std::size_t less = std::min(xml.find('<', at), xml.size());
        for (std::size_t i = xml.find('&', at); i < less; i = xml.find('&', i + 1)) {
            const std::string entity = xml.substr(i, xml.find(';', i) + 1 - i);
            if (entity != "&amp;" && entity != "&lt;" && entity != "&gt;" && entity != "&quot;") return false;
        }
        if (xml.find('>', at) < less) return false;
        if (less == xml.size()) break;
        const std::size_t more = xml.find('>', less);
        std::string tag = xml.substr(less + 1, more - less - 1);
        at = more + 1;
        if (count(tag, "\"") % 2 != 0 || count(tag, "<") != 0) return false;
        if (tag[0] == '/') {
            if (open.empty() || open.back() != tag.substr(1)) return false;
            open.pop_back();
        } else if (tag.back() != '/') {
            open.push_back(tag.substr(0, tag.find(' ')));
        }
    }
    return open.empty();
}

}  // namespace

TEST_CASE("Every day of the year stands once in its month, under its weekday, with its sign")
{
    for (const Language language : languages())
        for (const int year : civil_service().years(YearStatus::decided)) {
            const std::map<int, char> signs = signs_of(year_page(civil_service(), year, language), year);
            REQUIRE(signs.size() == static_cast<std::size_t>(day_of(year + 1, 1, 1) - day_of(year, 1, 1)));
            for (const auto& [count, sign] : signs) REQUIRE(sign == expected_sign(civil_service().kind(Day{count})));
        }
}

TEST_CASE("Every special day is listed once, with its name, its paper and its pair")
{
    for (const Language language : languages())
        for (const int year : civil_service().years(YearStatus::decided)) {
            const std::string page = year_page(civil_service(), year, language);
            for (const SpecialDay& special : civil_service().special_days(year)) {
                const std::vector<std::string> lines = listed(page, special.day, language);
                INFO(to_text(special.day));
                REQUIRE(lines.size() == 1);
                CHECK(count(lines[0], special.name.in(language)) == 1);
                CHECK(count(lines[0], special.document.empty() ? special.citation.clause : special.document) >= 1);
                if (special.pair) CHECK(count(lines[0], shown(Datum(*special.pair), language)) == 1);
                if (special.issued) CHECK(count(lines[0], shown(Datum(*special.issued), language)) >= 1);
            }
        }
}

TEST_CASE("Columns of the list are aligned by letters, whatever the language")
{
    for (const Language language : languages()) {
        const std::string page = year_page(civil_service(), 2026, language);
        std::vector<std::size_t> columns;
        for (const SpecialDay& special : civil_service().special_days(2026)) {
            const std::string line = listed(page, special.day, language).at(0);
            columns.push_back(column_of(line, line.find(special.name.in(language), 30)));
        }
        CHECK(std::vector<std::size_t>(columns.size(), columns[0]) == columns);
    }
}

TEST_CASE("The page counts the working days of the year and of its months as the calendar does")
{
    const std::string page = year_page(civil_service(), 2026, Language::en);
    const auto worked = civil_service().count_working_days(day_of(2026, 1, 1), day_of(2026, 12, 31)) +
                        (civil_service().is_working(day_of(2026, 12, 31)) ? 1 : 0);
    CHECK(count(page, "Decided: " + std::to_string(worked) + " working days, " + std::to_string(365 - worked) +
                          " days off") == 1);
    const auto february = civil_service().count_working_days(day_of(2026, 2, 1), day_of(2026, 3, 1));
    CHECK(count(page, std::to_string(february) + " working days") >= 1);
}

TEST_CASE("A provisional year says why at the head, and that it is provisional on every line")
{
    const std::string page = year_page(projected(), 2027, Language::vi);
    CHECK(count(page, "DỰ KIẾN: ") == 1);
    CHECK(page.find("DỰ KIẾN: ") < page.find("Tháng 1"));
    std::string on_one_line = page;
    for (char& c : on_one_line)
        if (c == '\n') c = ' ';
    CHECK(count(on_one_line, projected().why_provisional(2027).vi) == 1);
    for (const SpecialDay& special : projected().special_days(2027))
        CHECK(count(listed(page, special.day, Language::vi).at(0), "  ?  dự kiến  ") == 1);
    CHECK(signs_of(page, 2027).at(day_of(2027, 1, 1).count) == '?');

    const std::string drawing = year_svg(projected(), 2027, Language::en);
    CHECK(count(drawing, "New Year (provisional)") == 2);  // in the list, and on the day
    CHECK(count(drawing, "class=\"warning\">PROVISIONAL: ") == 1);

    const std::string decided = year_page(projected(), 2026, Language::vi);
    CHECK(count(decided, "dự kiến") == 0);
    CHECK(count(decided, "Không có ngày đặc biệt nào.") == 1);
    CHECK(count(year_svg(civil_service(), 2026, Language::vi), "dự kiến") == 0);
}

TEST_CASE("A layer's own days, its half days, its hours and the day of knowing stand on the page")
{
    CalendarLayer layer;
    layer.name = {"centre", {"Trung tâm A", "Centre A"}};
    SpecialDay off;
    off.day = parse_day("2026-05-13");
    off.kind = DayKind::local_off;
    off.name = {"Ngày truyền thống", "Founding day"};
    layer.days = {off};
    layer.week = civil_service().week();
    layer.week->add_morning(Weekday::saturday);
    layer.hours = {true, 450, 690, 810, 1020, {"centre", "7", Provenance::official_document}};
    const Calendar calendar = civil_service().with_layer(layer);
    const std::string page = year_page(calendar, 2026, Language::vi);
    CHECK(signs_of(page, 2026).at(off.day.count) == '^');
    CHECK(listed(page, off.day, Language::vi).size() == 1);
    CHECK(count(page, "Áp dụng cho: Trung tâm A") == 1);
    CHECK(count(page, "Làm việc buổi sáng: thứ Bảy") == 1);
    CHECK(count(page, "Nghỉ hằng tuần: Chủ nhật") == 1);
    CHECK(count(page, "Giờ làm việc: 07:30-11:30, 13:30-17:00 [7]") == 1);
    CHECK(count(year_page(civil_service().known_on(parse_day("2026-06-01")), 2026, Language::en),
                "As known on 1 Jun 2026") == 1);
}

TEST_CASE("The drawing is well-formed XML, whatever the names hold")
{
    for (const Language language : languages())
        for (const int year : civil_service().years(YearStatus::decided))
            REQUIRE(well_formed(year_svg(civil_service(), year, language)));
    const Calendar hostile = with_day({"<b a=\"1\">&amp;\x01]]></b>", "'\"&<>"});
    for (const Language language : languages()) REQUIRE(well_formed(year_svg(hostile, 2026, language)));
    CHECK(count(year_svg(hostile, 2026, Language::vi), "&lt;b a=&quot;1&quot;&gt;&amp;amp;]]&gt;&lt;/b&gt;") == 2);
    CHECK_FALSE(well_formed("<?x?><a><b></a></b>"));
    CHECK_FALSE(well_formed("<?x?><a>&nbsp;</a>"));
}

TEST_CASE("The drawing stands by itself and says what it is")
{
    const std::string drawing = year_svg(civil_service(), 2026, Language::vi);
    CHECK(count(drawing, "<script") + count(drawing, "href") + count(drawing, "@import") + count(drawing, "@font") ==
          0);
    CHECK(count(drawing, "://") == 1);  // the name of the vocabulary
    CHECK(count(drawing, "<title id=\"title\">LỊCH LÀM VIỆC NĂM 2026</title>") == 1);
    CHECK(count(drawing, "<desc id=\"desc\">") == 1);
}

TEST_CASE("Every special day of the drawing is told once, and its sign stands on it")
{
    for (const int year : civil_service().years(YearStatus::decided)) {
        const std::string drawing = year_svg(civil_service(), year, Language::vi);
        std::size_t days = 0;
        for (const SpecialDay& special : civil_service().special_days(year)) {
            const std::string date = shown(weekday(special.day)).vi + " " + shown(Datum(special.day), Language::vi);
            CHECK(count(drawing, "<g><title>" + date + ": ") == 1);
            ++days;
        }
        CHECK(count(drawing, "<g><title>") == days);
        CHECK(count(drawing, "class=\"day") == static_cast<std::size_t>(day_of(year + 1, 1, 1) - day_of(year, 1, 1)));
        CHECK(count(drawing, "class=\"lunar") == count(drawing, "class=\"day"));
    }
}

TEST_CASE("A year that is missing has no page")
{
    for (const auto page : {year_page, year_svg}) {
        const auto missing = problems_of([&] { page(civil_service(), 2031, Language::vi); });
        REQUIRE(missing.size() == 1);
        CHECK(code(missing[0].id) == "SK1401");
        const auto none = problems_of([&] { page(Calendar(), 2026, Language::vi); });
        REQUIRE(none.size() == 1);
        CHECK(code(none[0].id) == "SK1403");
    }
}
