#include <set>

#include "../random.hpp"
#include "loaded.hpp"

using namespace sangkien;
using namespace sangkien::test;

namespace {

// The day on which the layout of each year became known.
const std::vector<std::pair<int, const char*>> decided_on{
    {2019, "2018-07-11"}, {2020, "2019-10-07"}, {2021, "2020-11-26"}, {2022, "2022-01-11"},
    {2023, "2022-12-01"}, {2024, "2023-11-03"}, {2025, "2024-12-03"}, {2026, "2025-10-16"}};

// Every day on which something became known, and the days before and after.
std::vector<Day> turning_days()
{
    std::set<Day> out;
    for (const SpecialDay& special : loaded().special_days())
        for (const int away : {-1, 0, 1}) out.insert(special.issued.value() + away);
    for (const auto& year : decided_on)
        for (const int away : {-1, 0, 1}) out.insert(on(year.second) + away);
    out.insert({on("2000-01-01"), on("2012-06-17"), on("2014-01-01"), on("2030-01-01")});
    return {out.begin(), out.end()};
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("Each decided year is missing on the day before its paper and decided on the day of it")
{
    for (const auto& year : decided_on) {
        INFO(year.first);
        const Day day = on(year.second);
        const Calendar before = loaded().known_on(day - 1), since = loaded().known_on(day);
        CHECK(before.status(year.first) == YearStatus::missing);
        CHECK(since.status(year.first) == YearStatus::decided);
        CHECK(before.known() == day - 1);
        CHECK(problem_of([&] { before.is_working(new_year(year.first) + 100); }).id == ErrorId::year_not_decided);
        CHECK_NOTHROW(since.is_working(new_year(year.first) + 100));
    }
    CHECK_FALSE(loaded().known().has_value());
}

TEST_CASE("What was known at the end is all that is loaded")
{
    const Calendar end = loaded().known_on(on("2026-11-22"));
    CHECK(same(end.special_days(), loaded().special_days()));
    CHECK(end.years(YearStatus::decided) == loaded().years(YearStatus::decided));
    CHECK(end.count_working_days(new_year(2019), new_year(2027)) ==
          loaded().count_working_days(new_year(2019), new_year(2027)));
}

TEST_CASE("The Saturday 10 January 2026 is worked from the day of its dispatch")
{
    const Calendar before = loaded().known_on(on("2025-12-24")), since = loaded().known_on(on("2025-12-25"));
    CHECK_FALSE(before.is_working(on("2026-01-10")));
    CHECK(before.is_working(on("2026-01-02")));
    CHECK(before.kind(on("2026-01-10")) == DayKind::weekend);
    CHECK_FALSE(before.special(on("2026-01-10")));
    CHECK(since.is_working(on("2026-01-10")));
    CHECK_FALSE(since.is_working(on("2026-01-02")));
    CHECK(since.special(on("2026-01-10"))->document == "12729/VPCP-KGVX");
    CHECK(before.is_working(on("2026-08-22")));  // decided with the year
    // A past decision is recomputed: the fifth working day after New Year's Eve moved by that paper.
    CHECK(before.add_working_days(on("2025-12-31"), 1) == on("2026-01-02"));
    CHECK(since.add_working_days(on("2025-12-31"), 1) == on("2026-01-05"));
}

TEST_CASE("Culture Day 2026 is unknown before its Resolution")
{
    const Day day = on("2026-11-24");
    CHECK(loaded().known_on(on("2026-04-23")).is_working(day));
    CHECK_FALSE(loaded().known_on(on("2026-04-24")).is_working(day));
    CHECK(loaded().special(day)->issued == on("2026-04-24"));
    const Calendar before = loaded().known_on(on("2026-04-23")).with_provisional(2027, 2030);
    const Calendar since = loaded().known_on(on("2026-04-24")).with_provisional(2027, 2030);
    CHECK(before.is_working(on("2027-11-24")));
    CHECK_FALSE(since.is_working(on("2027-11-24")));
}

TEST_CASE("The swap of 29 April 2024 is unknown before 12 April 2024")
{
    const Calendar before = loaded().known_on(on("2024-04-11")), since = loaded().known_on(on("2024-04-12"));
    CHECK(before.is_working(on("2024-04-29")));
    CHECK_FALSE(before.is_working(on("2024-05-04")));
    CHECK_FALSE(since.is_working(on("2024-04-29")));
    CHECK(since.is_working(on("2024-05-04")));
    CHECK(before.count_working_days(new_year(2024), new_year(2025)) ==
          since.count_working_days(new_year(2024), new_year(2025)));
}

TEST_CASE("What was known at an earlier day can be projected: the Codes of that day, and nothing later")
{
    for (const auto& year : decided_on) {
        INFO(year.first);
        const Day before = on(year.second) - 1;
        const Calendar calendar = loaded().known_on(before).with_provisional(year.first, year.first);
        CHECK(calendar.status(year.first) == YearStatus::provisional);
        CHECK(lines_of(calendar.special_days(year.first)) ==
              lines_of(project_year(year.first, known_rules(loaded().holiday_rules(), before), loaded().week())));
        for (const SpecialDay& special : calendar.special_days(year.first)) CHECK(special.issued.value() <= before);
    }
}

TEST_CASE("A Code was not known to end before the Code that ended it was passed")
{
    // The 2019 Code, passed on 20/11/2019, made National Day two days from 2021.
    const auto of = [](const char* known, int year) {
        Lines out;
        for (const SpecialDay& special : loaded().known_on(on(known)).with_provisional(year, year).special_days(year))
            if (civil(special.day).month == 9) out.push_back(line_of(special) + " " + special.document);
        return out;
    };
    CHECK(of("2019-11-19", 2021) == Lines{"2021-09-02 statutory 10/2012/QH13"});
    CHECK(of("2019-11-20", 2021) == Lines{"2021-09-02 statutory 45/2019/QH14", "2021-09-03 statutory 45/2019/QH14"});
    CHECK(of("2015-01-01", 2027) == Lines{"2027-09-02 statutory 10/2012/QH13"});
    CHECK(of("2019-11-20", 2020) == Lines{"2020-09-02 statutory 10/2012/QH13"});
}

TEST_CASE("Before any Code was known no year can be projected")
{
    const Calendar before = loaded().known_on(on("2012-06-17"));
    CHECK(problem_of([&] { before.with_provisional(2014, 2030); }).id == ErrorId::out_of_range);
    CHECK_NOTHROW(loaded().known_on(on("2012-06-18")).with_provisional(2014, 2030));
    const Calendar after = loaded().with_provisional(2014, 2030).known_on(on("2012-06-17"));
    CHECK(after.years(YearStatus::provisional).empty());
    CHECK(after.status(2027) == YearStatus::missing);
}

TEST_CASE("Projected and then known on a day is the same as known on that day and then projected")
{
    for (const Day day : turning_days()) {
        INFO(to_text(day));
        if (day < on("2012-06-18")) continue;
        const Calendar a = loaded().with_provisional(2027, 2035).known_on(day);
        const Calendar b = loaded().known_on(day).with_provisional(2027, 2035);
        CHECK(same(a.special_days(), b.special_days()));
        CHECK(a.years(YearStatus::provisional) == b.years(YearStatus::provisional));
        CHECK(a.years(YearStatus::decided) == b.years(YearStatus::decided));
        CHECK(a.why_provisional(2030).en == b.why_provisional(2030).en);
    }
}

TEST_CASE("Of two days of knowledge the earlier holds")
{
    const Day early = on("2023-06-01"), late = on("2025-12-24");
    const Calendar once = loaded().known_on(early);
    for (const Calendar& twice : {loaded().known_on(early).known_on(late), loaded().known_on(late).known_on(early),
                                  loaded().known_on(early).known_on(early)}) {
        CHECK(twice.known() == early);
        CHECK(same(twice.special_days(), once.special_days()));
        CHECK(twice.years(YearStatus::decided) == once.years(YearStatus::decided));
    }
}

TEST_CASE("What is known of a day stays known: nothing is unlearnt")
{
    const std::vector<Day> days = turning_days();
    REQUIRE(days.size() > 40);
    std::vector<Calendar> known;
    for (const Day day : days) known.push_back(loaded().known_on(day));
    int compared = 0, wrong = 0;
    for (std::size_t i = 0; i < known.size(); ++i) {
        const auto earlier = known[i].special_days();
        for (std::size_t j = i; j < known.size(); ++j) {
            for (const SpecialDay& special : earlier) {
                ++compared;
                const auto later = known[j].special(special.day);
                wrong += !later || !same(*later, special);
            }
            for (const int year : known[i].years(YearStatus::decided)) wrong += !known[j].decided(year);
        }
    }
    CHECK(wrong == 0);
    CHECK(compared > 30000);
    for (std::size_t i = 0; i < known.size(); ++i)
        for (const SpecialDay& special : known[i].special_days()) CHECK(special.issued.value() <= days[i]);
}

TEST_CASE("A day of no date became known with its year, and a year of no date always was")
{
    WorkingWeek week;
    week.add(Weekday::monday);
    const SpecialDay dated{on("2025-03-03"), DayKind::statutory, {"a", "a"}, {}, {}, "1", on("2025-02-01")};
    const SpecialDay undated{on("2025-03-10"), DayKind::statutory, {"b", "b"}, {}, {}, {}, {}};
    const Calendar calendar(week, {{2025, true, {dated, undated}, on("2025-01-05")}, {2024, true, {}, {}}});
    const Calendar before = calendar.known_on(on("2025-01-04")), since = calendar.known_on(on("2025-01-05"));
    CHECK(before.years(YearStatus::decided) == std::vector<int>{2024});
    CHECK_FALSE(before.special(on("2025-03-10")));
    CHECK(since.special(on("2025-03-10")));
    CHECK_FALSE(since.special(on("2025-03-03")));
    CHECK(since.is_working(on("2025-03-03")));
    CHECK_FALSE(calendar.known_on(on("2025-02-01")).is_working(on("2025-03-03")));
}
