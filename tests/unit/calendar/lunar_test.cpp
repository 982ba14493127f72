// The lunar calendar against the published years of Viet Nam, and against its own rules on every day it has.
#include <array>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <sangkien/calendar/lunar.hpp>
#include <sangkien/core/error.hpp>

#include "../catch.hpp"

using namespace sangkien;

namespace {

const Day first = day_of(1900, 1, 1), last = day_of(2199, 12, 31);

struct PublishedYear {
    int year = 0, leap_month = 0;
    Day tet, chinese_new_year, hung_kings;
    bool differs = false;
    double minutes_from_midnight = 0;
    std::string status;
};

// Which columns stand where is said in the file.
std::vector<PublishedYear> published_years()
{
    std::ifstream file(SANGKIEN_SOURCE_DIR "/tests/unit/calendar/tet_1968_2199.csv");
    std::vector<PublishedYear> out;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() < '0' || line.front() > '9') continue;
        std::array<std::string, 11> cell;
        std::istringstream cells(line);
        for (std::string& text : cell) REQUIRE(std::getline(cells, text, ','));
        out.push_back({std::stoi(cell[0]), std::stoi(cell[4]), parse_day(cell[1]), parse_day(cell[2]),
                       parse_day(cell[6]), cell[3] == "1", std::stod(cell[9]), cell[10]});
    }
    return out;
}

// Where the published Tết is another: the year, and the Tết of the astronomy. Whatever stands here is marked uncertain.
const std::map<int, const char*>& disputed()
{
    static const std::map<int, const char*> out{
        // The new moon comes 7 seconds after midnight, and the published table has it before.
        {2175, "2175-01-23"}};
    return out;
}

Problem problem_of(int year, int month, int day, bool leap)
{
    try {
        from_lunar(year, month, day, leap);
    } catch (const Error& error) {
        return error.problems().front();
    }
    FAIL("no Error was thrown");
    return {ErrorId::bad_day, {}, {}};
}

std::string english(int year, int month, int day, bool leap = false)
{
    return explanation(problem_of(year, month, day, leap), Language::en);
}

template <class Call>
ErrorId error_of(Call call)
{
    try {
        call();
    } catch (const Error& error) {
        return error.problems().front().id;
    }
    FAIL("no Error was thrown");
    return ErrorId::bad_day;
}

}  // namespace

TEST_CASE("Tết, the leap month and the Hùng Kings' day of every year are those published")
{
    const auto years = published_years();
    REQUIRE(years.size() == 232);
    std::vector<int> others;
    for (const PublishedYear& row : years) {
        INFO(row.year);
        const auto other = disputed().find(row.year);
        const Day tet = other == disputed().end() ? row.tet : parse_day(other->second);
        CHECK(to_text(from_lunar(row.year, 1, 1)) == to_text(tet));
        CHECK(to_lunar(tet) == LunarDate{row.year, 1, 1});
        CHECK(leap_month(row.year) == row.leap_month);
        CHECK(to_text(from_lunar(row.year, 3, 10)) == to_text(row.hung_kings));
        CHECK(to_lunar(row.hung_kings) == LunarDate{row.year, 3, 10});
        if (row.tet != tet) {
            CHECK(row.status == "disputed");
            CHECK(to_lunar(row.tet).certainty == LunarCertainty::near_midnight);
            others.push_back(row.year);
        }
        CHECK((to_lunar(tet).certainty == LunarCertainty::near_midnight) == (row.minutes_from_midnight < 2));
    }
    CHECK(others == std::vector<int>{2175});
}

TEST_CASE("Tết is not China's New Year exactly in the years that are known to differ")
{
    std::vector<int> found;
    for (const PublishedYear& row : published_years()) {
        if (disputed().count(row.year) != 0) continue;
        INFO(row.year);
        const bool differs = from_lunar(row.year, 1, 1) != row.chinese_new_year;
        CHECK(differs == row.differs);
        if (differs && row.year < 2054) found.push_back(row.year);
    }
    CHECK(found == std::vector<int>{1968, 1969, 1985, 2007, 2030, 2053});
}

TEST_CASE("Every day from 1900 to 2199 has one lunar date, which leads back to it")
{
    int days = 0, wrong = 0;
    for (Day day = first; day <= last; day = day + 1, ++days) {
        const LunarDate date = to_lunar(day);
        wrong += from_lunar(date.year, date.month, date.day, date.leap) == day ? 0 : 1;
    }
    CHECK(days == 109573);
    CHECK(wrong == 0);
}

TEST_CASE("Months follow each other in order, each as long as it says, the leap month behind its namesake")
{
    LunarDate date = to_lunar(first);
    CHECK(date == LunarDate{1899, 12, 1});
    int months = 0, leap_months = 0;
    for (Day day = first + 1; day <= last; day = day + 1) {
        const LunarDate next = to_lunar(day);
        const int length = month_length(date.year, date.month, date.leap);
        REQUIRE((length == 29 || length == 30));
        LunarDate expected{date.year, date.month, date.day + 1, date.leap};
        if (date.day == length) {
            const bool leap_follows = !date.leap && leap_month(date.year) == date.month;
            expected = {date.year, date.month + (leap_follows ? 0 : 1), 1, leap_follows};
            if (expected.month == 13) expected = {date.year + 1, 1, 1};
            ++months;
            leap_months += leap_follows ? 1 : 0;
        }
        INFO(to_text(day));
        REQUIRE(next == expected);
        date = next;
    }
    CHECK(date == LunarDate{2199, 11, 14});
    CHECK(months == 3710);
    CHECK(leap_months == 111);
}

TEST_CASE("A year has 12 months, or 13, and lasts until the next Tết")
{
    for (int year = 1900; year < 2199; ++year) {
        INFO(year);
        int days = 0;
        for (int month = 1; month <= 12; ++month) days += month_length(year, month);
        if (leap_month(year) != 0) days += month_length(year, leap_month(year), true);
        CHECK(from_lunar(year + 1, 1, 1) - from_lunar(year, 1, 1) == days);
    }
}

TEST_CASE("Days before 1968 are marked, and later ones only where midnight is near")
{
    CHECK(to_lunar(parse_day("1967-12-31")).certainty == LunarCertainty::before_1968);
    CHECK(to_lunar(parse_day("1968-01-01")).certainty == LunarCertainty::certain);
    // From one day to another in which the new moon lies within two minutes of midnight.
    std::string spans;
    bool before = false;
    for (Day day = parse_day("1968-01-01"); day <= last; day = day + 1) {
        const LunarDate date = to_lunar(day);
        REQUIRE(date.certainty != LunarCertainty::before_1968);
        if (date.uncertain() != before) spans += before ? " " + to_text(day - 1) + "\n" : to_text(day);
        before = date.uncertain();
    }
    CHECK(spans ==
          "2054-05-07 2054-06-05\n2072-12-09 2073-01-07\n2077-11-15 2077-12-14\n2085-10-18 2085-11-16\n"
          "2130-05-07 2130-06-05\n2150-05-26 2150-06-24\n2153-10-17 2153-11-15\n2159-05-17 2159-06-15\n"
          "2175-01-22 2175-02-20\n2199-01-26 2199-02-24\n");
}

TEST_CASE("Outside 1900 to 2199 there is an error with the range")
{
    CHECK(has_lunar_date(first));
    CHECK(has_lunar_date(last));
    CHECK_FALSE(has_lunar_date(first - 1));
    CHECK_FALSE(has_lunar_date(last + 1));
    CHECK(error_of([] { to_lunar(first - 1); }) == ErrorId::out_of_range);
    CHECK(error_of([] { to_lunar(last + 1); }) == ErrorId::out_of_range);
    CHECK(error_of([] { leap_month(1898); }) == ErrorId::out_of_range);
    CHECK(error_of([] { leap_month(2200); }) == ErrorId::out_of_range);
    CHECK(error_of([] { month_length(2200, 1); }) == ErrorId::out_of_range);
    CHECK(english(2200, 1, 1) == "lunar year 2200 is out of range: from 1899 to 2199 is allowed. Correct the value.");
    CHECK(to_text(from_lunar(1899, 12, 1)) == "1900-01-01");
    CHECK(english(1899, 11, 29) ==
          "29/11 lunar of 1899 (Ky Hoi) is out of range: from 1/12 lunar of 1899 (Ky Hoi) to "
          "14/11 lunar of 2199 (Ky Hoi) is allowed. Correct the value.");
    CHECK(problem_of(2199, 11, 15, false).id == ErrorId::out_of_range);
}

TEST_CASE("A lunar date that there is not is an error that names what there is")
{
    CHECK(month_length(2026, 4) == 29);
    CHECK(english(2026, 4, 30) ==
          "30/4 lunar of 2026 (Binh Ngo) is not in the lunar calendar: month 4 has 29 days. Correct the day, the "
          "month or the leap mark.");
    CHECK(english(2025, 5, 1, true) ==
          "1/5 (leap) lunar of 2025 (At Ty) is not in the lunar calendar: the leap month of 2025 is 6. Correct "
          "the day, the month or the leap mark.");
    CHECK(english(2026, 6, 1, true) ==
          "1/6 (leap) lunar of 2026 (Binh Ngo) is not in the lunar calendar: 2026 has no leap month. Correct the "
          "day, the month or the leap mark.");
    CHECK(explanation(problem_of(2026, 13, 1, false), Language::vi) ==
          "1/13 âm lịch năm Bính Ngọ (2026) không có trong âm lịch: tháng đi từ 1 đến 12. Hãy sửa ngày, tháng hoặc "
          "dấu nhuận.");
    CHECK(problem_of(2026, 0, 1, true).id == ErrorId::bad_lunar_day);
    CHECK(problem_of(2026, 1, 0, false).id == ErrorId::bad_lunar_day);
    CHECK(problem_of(2026, 1, 31, false).id == ErrorId::bad_lunar_day);
    CHECK(problem_of(2027, 0, 1, true).id == ErrorId::bad_lunar_day);  // 0 is how a year says that it has no leap month
    CHECK(error_of([] { month_length(2026, 6, true); }) == ErrorId::bad_lunar_day);
}

TEST_CASE("Years, months and days have their can chi")
{
    CHECK(shown(can_chi_of_year(1984)).vi == "Giáp Tý");
    CHECK(shown(can_chi_of_year(2026)).vi == "Bính Ngọ");
    CHECK(shown(can_chi_of_year(2026)).en == "Binh Ngo");
    CHECK(shown(can_chi_of_year(-56)).vi == "Giáp Tý");
    CHECK(shown(can_chi_of_month(2024, 1)).vi == "Bính Dần");
    CHECK(shown(can_chi_of_month(2024, 11)).vi == "Bính Tý");
    CHECK(can_chi_of_month(2025, 1).index == can_chi_of_month(2024, 12).index + 1);
    CHECK(shown(can_chi_of_day(parse_day("1949-10-01"))).vi == "Giáp Tý");
    CHECK(shown(can_chi_of_day(parse_day("2000-01-01"))).vi == "Mậu Ngọ");
    CHECK(shown(can_chi_of_day(parse_day("2024-02-10"))).vi == "Giáp Thìn");
    std::map<std::string, int> names;  // Tý and Tỵ look alike without diacritics, but never stand behind the same stem
    for (int i = 0; i < 60; ++i) ++names[shown(CanChi{i}).en];
    CHECK(names.size() == 60);
}

TEST_CASE("Lunar dates are shown in both languages")
{
    const LunarDate hung_kings = to_lunar(parse_day("2026-04-26"));
    CHECK(shown(hung_kings).vi == "10/3 âm lịch");
    CHECK(shown(hung_kings).en == "10/3 lunar");
    CHECK(shown_with_year(hung_kings).vi == "10/3 âm lịch năm Bính Ngọ (2026)");
    const LunarDate leap = to_lunar(parse_day("2025-07-25"));
    CHECK(leap == LunarDate{2025, 6, 1, true});
    CHECK(leap != LunarDate{2025, 6, 1, false});
    CHECK(shown(leap).vi == "1/6 nhuận âm lịch");
    CHECK(shown(leap).en == "1/6 (leap) lunar");
    CHECK(shown_lunar_month(6, true).vi == "tháng 6 nhuận");
    CHECK(shown_lunar_month(6, false).en == "month 6");
    CHECK(why_uncertain(LunarCertainty::certain).empty());
    CHECK_FALSE(why_uncertain(LunarCertainty::near_midnight).vi.empty());
    CHECK_FALSE(why_uncertain(LunarCertainty::before_1968).en.empty());
    CHECK(std::string(word(to_lunar(parse_day("2175-01-22")).certainty)) == "near-midnight");
}
