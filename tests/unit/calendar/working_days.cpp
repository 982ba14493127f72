#include <algorithm>

#include "support.hpp"

using namespace sangkien;
using namespace sangkien::test;

namespace {

WorkingWeek five_days()
{
    WorkingWeek week;
    for (int i = 0; i < 5; ++i) week.add(static_cast<Weekday>(i));
    return week;
}

// Walks one day at a time; false when it leaves the decided years.
bool walk(const Calendar& calendar, Day from, int n, Day& out)
{
    const int step = n < 0 ? -1 : 1;
    for (out = from; n != 0; n -= calendar.is_working(out) ? step : 0) {
        out = out + step;
        if (!calendar.decided(out)) return false;
    }
    return true;
}

}  // namespace

TEST_CASE("A calendar answers by the week and by its special days")
{
    const Calendar& calendar = civil_service();
    CHECK(calendar.is_working(on("2025-09-24")));
    CHECK(calendar.kind(on("2025-09-24")) == DayKind::working);
    CHECK_FALSE(calendar.is_working(on("2025-09-27")));
    CHECK(calendar.kind(on("2025-09-27")) == DayKind::weekend);
    CHECK(calendar.kind(on("2025-09-02")) == DayKind::statutory);
    CHECK(calendar.is_working(on("2026-08-22")));  // a Saturday worked for Monday 31/8
    CHECK(calendar.kind(on("2026-08-22")) == DayKind::swap_work);
    CHECK_FALSE(calendar.is_working(on("2026-08-31")));
    CHECK(calendar.special(on("2026-08-31"))->pair == on("2026-08-22"));
    CHECK(calendar.is_working(on("2026-11-23")));  // proposed, not decided
    CHECK_FALSE(calendar.is_working(on("2026-11-24")));
    CHECK(calendar.is_working(on("2025-11-24")));  // Culture Day is a day off from 2026
    CHECK_FALSE(calendar.special(on("2025-09-24")));
}

TEST_CASE("Why a day is off is said in both languages")
{
    const Calendar& calendar = civil_service();
    CHECK(calendar.why_off(on("2025-09-02")).vi == "Quốc khánh");
    CHECK(calendar.why_off(on("2025-09-28")).vi == "Chủ nhật");
    CHECK(calendar.why_off(on("2025-09-28")).en == "Sunday");
    CHECK(calendar.why_off(on("2025-09-24")).empty());
    CHECK(calendar.why_off(on("2026-08-22")).empty());
    CHECK(calendar.why_off(on("2028-09-24")).en == "Sunday");  // known of a year that is not decided
    CHECK(calendar.why_off(on("2018-12-31")).en == "New Year 2019, swapped day off");
}

TEST_CASE("The decided years are those the rulebook decides")
{
    const Calendar& calendar = civil_service();
    CHECK(calendar.years(YearStatus::decided) == std::vector<int>{2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026});
    CHECK(calendar.decided(2026));
    CHECK_FALSE(calendar.decided(2018));
    CHECK_FALSE(calendar.decided(2027));
    CHECK(calendar.special(on("2018-12-31")));
    CHECK_FALSE(calendar.empty());
    CHECK(Calendar().empty());
}

TEST_CASE("A day of a year that is not decided is an error that names the year")
{
    const Calendar& calendar = civil_service();
    const auto check = [](const char* year, const Problem& problem) {
        CHECK(problem.id == ErrorId::year_not_decided);
        CHECK(problem.details.front().words.en == year);
    };
    check("2027", problem_of([&] { calendar.is_working(on("2027-01-04")); }));
    check("2018", problem_of([&] { calendar.is_working(on("2018-12-31")); }));
    check("2027", problem_of([&] { calendar.kind(on("2027-01-04")); }));
    check("2031", problem_of([&] { calendar.add_working_days(on("2031-05-05"), 0); }));
    check("2027", problem_of([&] { calendar.add_working_days(on("2026-12-30"), 2); }));
    check("2018", problem_of([&] { calendar.add_working_days(on("2019-01-02"), -1); }));
    check("2027", problem_of([&] { calendar.count_working_days(on("2026-12-30"), on("2027-01-02")); }));
    check("2018", problem_of([&] { calendar.count_working_days(on("2019-01-02"), on("2018-12-31")); }));
    CHECK(calendar.count_working_days(on("2026-12-30"), on("2027-01-01")) == 2);  // no day of 2027 is counted
}

TEST_CASE("Without a calendar every question is an error that says so")
{
    const Calendar none;
    CHECK(problem_of([&] { none.is_working(on("2025-09-24")); }).id == ErrorId::no_calendar);
    CHECK(problem_of([&] { none.add_working_days(on("2025-09-24"), 1); }).id == ErrorId::no_calendar);
    CHECK(none.why_off(on("2025-09-28")).empty());
    CHECK(none.roll(on("2025-09-28"), Roll::none) == on("2025-09-28"));
}

TEST_CASE("A gap between decided years is not walked across")
{
    const Calendar calendar(five_days(), {{2026, true, {}, {}}, {2024, true, {}, {}}});
    CHECK(calendar.is_working(on("2024-12-31")));
    CHECK(calendar.is_working(on("2026-01-01")));
    CHECK(calendar.add_working_days(on("2026-01-01"), 1) == on("2026-01-02"));
    const auto year = [](const Problem& problem) { return problem.details.front().words.en; };
    CHECK(year(problem_of([&] { calendar.add_working_days(on("2024-12-31"), 1); })) == "2025");
    CHECK(year(problem_of([&] { calendar.add_working_days(on("2026-01-01"), -1); })) == "2025");
    CHECK(year(problem_of([&] { calendar.is_working(on("2025-06-02")); })) == "2025");
    CHECK(year(problem_of([&] { calendar.count_working_days(on("2024-12-31"), on("2026-01-02")); })) == "2025");
}

TEST_CASE("Adding no working days keeps a working day and needs a roll for a day off")
{
    const Calendar& calendar = civil_service();
    CHECK(calendar.add_working_days(on("2025-09-24"), 0) == on("2025-09-24"));
    CHECK(calendar.add_working_days(on("2025-09-27"), 0, Roll::forward) == on("2025-09-29"));
    CHECK(calendar.add_working_days(on("2025-09-27"), 0, Roll::backward) == on("2025-09-26"));
    const Problem problem = problem_of([&] { calendar.add_working_days(on("2025-09-27"), 0); });
    CHECK(problem.id == ErrorId::not_a_working_day);
    CHECK(problem.details.front().words.en == "27 Sep 2025");
    CHECK(calendar.roll(on("2026-02-17"), Roll::forward) == on("2026-02-23"));
    CHECK(calendar.roll(on("2026-02-17"), Roll::backward) == on("2026-02-13"));
    CHECK(calendar.roll(on("2026-02-17"), Roll::none) == on("2026-02-17"));
}

TEST_CASE("A named day is neither reached nor passed by moving past the limit")
{
    const Calendar& calendar = civil_service();
    CHECK(problem_of([&] { calendar.add_working_days(on("2025-09-24"), 10001); }).id == ErrorId::limit_exceeded);
    CHECK(problem_of([&] { calendar.add_working_days(on("2025-09-24"), INT64_MIN); }).id == ErrorId::limit_exceeded);
    CHECK(problem_of([&] { calendar.add_working_days(on("2025-09-24"), 10000); }).id == ErrorId::year_not_decided);
}

TEST_CASE("Working days of the first cycle are three to submit and three to decide")
{
    const Calendar& calendar = civil_service();
    CHECK(calendar.count_working_days(on("2025-09-20"), on("2025-09-25")) == 3);
    CHECK(calendar.count_working_days(on("2025-09-25"), on("2025-09-30")) == 3);
    CHECK(calendar.count_working_days(on("2025-09-30"), on("2025-09-25")) == -3);
    CHECK(calendar.count_working_days(on("2025-09-27"), on("2025-09-27")) == 0);
}

TEST_CASE("Adding working days agrees with walking day by day")
{
    const Calendar& calendar = civil_service();
    int reached = 0, refused = 0, wrong = 0;
    for (Day day = on("2019-01-01"); day < on("2027-01-01"); day = day + 1)
        for (int n = -60; n <= 60; ++n) {
            Day expected;
            if (n == 0 || !walk(calendar, day, n, expected)) {
                // An exception is dear: of the walks that leave the decided years some are checked.
                if (n % 20 != 0 || (n == 0 && calendar.is_working(day))) continue;
                ++refused;
                try {
                    calendar.add_working_days(day, n);
                    ++wrong;
                } catch (const Error& error) {
                    const ErrorId id = n == 0 ? ErrorId::not_a_working_day : ErrorId::year_not_decided;
                    wrong += error.problems().front().id != id;
                }
                continue;
            }
            ++reached;
            wrong += calendar.add_working_days(day, n) != expected;
        }
    CHECK(wrong == 0);
    CHECK(reached > 300000);
    CHECK(refused > 900);
}

TEST_CASE("Adding and then subtracting working days returns to a working day")
{
    const Calendar& calendar = civil_service();
    int wrong = 0;
    for (Day day = on("2019-06-03"); day < on("2026-06-01"); day = day + 1)
        for (int n = -60; n <= 60; ++n) {
            if (n == 0) continue;
            const Day there = calendar.add_working_days(day, n);
            wrong += !calendar.is_working(there);
            wrong += calendar.add_working_days(there, -n) !=
                     (calendar.is_working(day) ? day : calendar.roll(day, n > 0 ? Roll::backward : Roll::forward));
        }
    CHECK(wrong == 0);
}

TEST_CASE("Counting is additive and agrees with walking")
{
    const Calendar& calendar = civil_service();
    const Day first = on("2019-01-01"), end = on("2027-01-01");
    std::int64_t walked = 0;
    int wrong = 0;
    for (Day day = first; day < end; day = day + 1) {
        wrong += calendar.count_working_days(first, day) != walked;
        wrong += calendar.count_working_days(day, first) != -walked;
        wrong += calendar.count_working_days(first, day) + calendar.count_working_days(day, end) !=
                 calendar.count_working_days(first, end);
        walked += calendar.is_working(day);
    }
    CHECK(wrong == 0);
    CHECK(calendar.count_working_days(first, end) == walked);
}

TEST_CASE("Of two special days on one date the first is kept, and years may come in any order")
{
    const SpecialDay off{on("2025-03-03"), DayKind::statutory, {"a", "a"}, {}, {}, {}, {}};
    const SpecialDay again{on("2025-03-03"), DayKind::swap_work, {"b", "b"}, {}, {}, {}, {}};
    const Calendar calendar(five_days(), {{2025, true, {off, again}, {}}, {2024, true, {}, {}}, {2025, true, {}, {}}});
    CHECK(calendar.years(YearStatus::decided) == std::vector<int>{2024, 2025});
    CHECK_FALSE(calendar.is_working(on("2025-03-03")));
    CHECK(calendar.add_working_days(on("2024-12-31"), 1) == on("2025-01-01"));
}
