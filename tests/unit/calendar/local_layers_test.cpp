#include <algorithm>

#include <sangkien/core/limits.hpp>

#include "../random.hpp"
#include "loaded.hpp"

using namespace sangkien;
using namespace sangkien::test;

namespace {

SpecialDay local(const char* day, DayKind kind, const char* name = "local")
{
    return {on(day), kind, {name, name}, std::nullopt, {"unit", "1", Provenance::official_document}, "1/UB", {}};
}

CalendarLayer layer(const char* id, std::vector<SpecialDay> days)
{
    return {{id, {id, id}}, std::move(days), std::nullopt, {}};
}

// Monday to Friday, and Saturday morning, which counts as a working day or not.
WorkingWeek saturday_mornings(bool counted)
{
    WorkingWeek week;
    for (int i = 0; i < 5; ++i) week.add(static_cast<Weekday>(i));
    week.add_morning(Weekday::saturday);
    if (counted) week.add(Weekday::saturday);
    return week;
}

Calendar service_centre(bool counted)
{
    CalendarLayer out = layer("service-centre", {});
    out.week = saturday_mornings(counted);
    return loaded().with_layer(out);
}

std::string sessions_of(const Calendar& calendar, const char* day)
{
    const DaySessions sessions = calendar.sessions(on(day));
    return std::string(sessions.morning ? "morning" : "-") + "/" + (sessions.afternoon ? "afternoon" : "-");
}

}  // namespace

TEST_CASE("A layer adds days off and worked days, and wins over the calendar below it")
{
    const Calendar calendar = loaded().with_layer(
        layer("ward", {local("2026-06-01", DayKind::local_off, "Founding day"),
                       local("2026-06-06", DayKind::local_work), local("2026-11-24", DayKind::local_work)}));
    CHECK(calendar.kind(on("2026-06-01")) == DayKind::local_off);
    CHECK_FALSE(calendar.is_working(on("2026-06-01")));
    CHECK(calendar.why_off(on("2026-06-01")).en == "Founding day");
    CHECK(calendar.citation(on("2026-06-01")).rulebook == "unit");
    CHECK(calendar.special(on("2026-06-01"))->document == "1/UB");
    CHECK(calendar.kind(on("2026-06-06")) == DayKind::local_work);  // a Saturday
    CHECK(calendar.is_working(on("2026-06-06")));
    CHECK(calendar.is_working(on("2026-11-24")));  // over Culture Day
    CHECK(calendar.why_off(on("2026-11-24")).empty());
    CHECK(calendar.add_working_days(on("2026-05-29"), 1) == on("2026-06-02"));
    CHECK(calendar.add_working_days(on("2026-06-05"), 1) == on("2026-06-06"));
    CHECK(calendar.special_days(2026).size() == loaded().special_days(2026).size() + 2);  // one lies over another
    REQUIRE(calendar.layers().size() == 1);
    CHECK(calendar.layers().front().id == "ward");
    CHECK(std::string(word(DayKind::local_off)) == "local-off");
    CHECK(std::string(word(DayKind::local_work)) == "local-work");
    CHECK(shown(DayKind::local_off).en == "off, locally");
}

TEST_CASE("The last layer that speaks of a day decides it")
{
    const CalendarLayer off = layer("province", {local("2026-06-01", DayKind::local_off)});
    const CalendarLayer work = layer("unit", {local("2026-06-01", DayKind::local_work)});
    const CalendarLayer other = layer("other", {local("2026-06-02", DayKind::local_off)});
    CHECK(loaded().with_layer(off).with_layer(work).is_working(on("2026-06-01")));
    CHECK_FALSE(loaded().with_layer(work).with_layer(off).is_working(on("2026-06-01")));
    const Calendar three = loaded().with_layer(off).with_layer(other).with_layer(work);
    CHECK(three.is_working(on("2026-06-01")));
    CHECK_FALSE(three.is_working(on("2026-06-02")));
    std::vector<std::string> names;
    for (const Name& name : three.layers()) names.push_back(name.id);
    CHECK(names == std::vector<std::string>{"province", "other", "unit"});
}

TEST_CASE("A calendar is not changed by what is laid over it")
{
    const Calendar before = loaded();
    const std::int64_t count = before.count_working_days(new_year(2019), new_year(2027));
    const Calendar a = before.with_layer(layer("a", {local("2026-06-01", DayKind::local_off)}));
    const Calendar b = a.with_layer(layer("b", {local("2026-06-02", DayKind::local_off)}));
    const Calendar c = a.with_provisional(2027, 2028).known_on(on("2024-01-01"));
    CHECK(before.is_working(on("2026-06-01")));
    CHECK(before.layers().empty());
    CHECK(before.count_working_days(new_year(2019), new_year(2027)) == count);
    CHECK(same(before.special_days(), loaded().special_days()));
    CHECK(a.is_working(on("2026-06-02")));
    CHECK(a.layers().size() == 1);
    CHECK(a.status(2027) == YearStatus::missing);
    CHECK(a.count_working_days(new_year(2019), new_year(2027)) == count - 1);
    CHECK(b.count_working_days(new_year(2019), new_year(2027)) == count - 2);
    CHECK_FALSE(a.known().has_value());
    CHECK(c.known() == on("2024-01-01"));
}

TEST_CASE("A layer's answers agree with a walk over what it and the calendar below it say")
{
    Random random(7);
    for (int round = 0; round < 20; ++round) {
        const Day first = new_year(2019), end = new_year(2027);
        std::vector<bool> expected;
        for (Day day = first; day < end; day = day + 1) expected.push_back(loaded().is_working(day));
        Calendar calendar = loaded();
        for (int depth = 0; depth < 3; ++depth) {
            CalendarLayer over = layer("l", {});
            for (int i = 0; i < 60; ++i) {
                const Day day = first + static_cast<std::int32_t>(random.between(0, end - first - 1));
                const DayKind kind = random.once_in(2) ? DayKind::local_off : DayKind::local_work;
                const auto same_day = [&](const SpecialDay& other) { return other.day == day; };
                if (std::any_of(over.days.begin(), over.days.end(), same_day)) continue;
                over.days.push_back({day, kind, {"x", "x"}, {}, {}, {}, {}});
                expected[static_cast<std::size_t>(day - first)] = kind == DayKind::local_work;
            }
            calendar = calendar.with_layer(over);
        }
        int wrong = 0;
        std::int64_t walked = 0;
        for (Day day = first; day < end; day = day + 1) {
            const bool works = expected[static_cast<std::size_t>(day - first)];
            wrong += calendar.is_working(day) != works || is_worked(calendar.kind(day)) != works;
            wrong += calendar.count_working_days(first, day) != walked;
            walked += works;
        }
        CHECK(wrong == 0);
    }
}

TEST_CASE("A Saturday morning counts as a working day where the paper says so, and is worked in either case")
{
    const Calendar counted = service_centre(true), not_counted = service_centre(false);
    CHECK(counted.is_working(on("2026-06-06")));
    CHECK_FALSE(not_counted.is_working(on("2026-06-06")));
    CHECK(counted.add_working_days(on("2026-06-05"), 1) == on("2026-06-06"));
    CHECK(not_counted.add_working_days(on("2026-06-05"), 1) == on("2026-06-08"));
    for (const Calendar& calendar : {counted, not_counted}) {
        CHECK(sessions_of(calendar, "2026-06-05") == "morning/afternoon");
        CHECK(sessions_of(calendar, "2026-06-06") == "morning/-");
        CHECK(sessions_of(calendar, "2026-06-07") == "-/-");
        CHECK(sessions_of(calendar, "2026-11-24") == "-/-");                // Culture Day
        CHECK(sessions_of(calendar, "2026-08-22") == "morning/afternoon");  // a Saturday worked in exchange
        CHECK(sessions_of(calendar, "2026-08-31") == "-/-");
        CHECK(calendar.week().morning_only(Weekday::saturday));
    }
    CHECK(sessions_of(loaded(), "2026-06-06") == "-/-");
    CHECK(problem_of([&] { counted.sessions(on("2027-06-05")); }).id == ErrorId::year_not_decided);
    CHECK(problem_of([&] { Calendar().sessions(on("2026-06-05")); }).id == ErrorId::no_calendar);
}

TEST_CASE("Hours are those of the last layer that states them; none are assumed")
{
    CHECK_FALSE(loaded().hours().stated);
    CalendarLayer early = layer("early", {}), silent = layer("silent", {}), late = layer("late", {});
    early.hours = {true, 420, 660, 780, 1020, {}};
    late.hours = {true, 480, 720, 810, 1050, {}};
    CHECK(loaded().with_layer(early).hours().morning_from == 420);
    CHECK(loaded().with_layer(early).with_layer(silent).hours().afternoon_until == 1020);
    CHECK(loaded().with_layer(early).with_layer(late).hours().morning_from == 480);
    CHECK_FALSE(loaded().with_layer(silent).hours().stated);
    CHECK(loaded().with_layer(early).with_provisional(2027, 2027).known_on(on("2026-01-01")).hours().stated);
}

TEST_CASE("Years are projected on the week of the first calendar, and the layers lie over them")
{
    CalendarLayer centre = layer("centre", {local("2027-06-01", DayKind::local_off)});
    centre.week = saturday_mornings(true);
    const Calendar a = loaded().with_layer(centre).with_provisional(2027, 2030);
    const Calendar b = loaded().with_provisional(2027, 2030).with_layer(centre);
    CHECK(same(a.special_days(), b.special_days()));
    CHECK(a.count_working_days(new_year(2019), new_year(2031)) == b.count_working_days(new_year(2019), new_year(2031)));
    CHECK_FALSE(a.is_working(on("2027-06-01")));
    CHECK(a.is_working(on("2027-06-05")));                     // a Saturday
    CHECK(a.kind(on("2027-05-03")) == DayKind::compensatory);  // 1 May is a Saturday, free in the week of the Code
}

TEST_CASE("A layer's day is known from the date of its paper, and always where it has none")
{
    SpecialDay dated = local("2026-06-01", DayKind::local_off);
    dated.issued = on("2026-05-15");
    const SpecialDay undated = local("2026-06-02", DayKind::local_off);
    const Calendar calendar = loaded().with_layer(layer("ward", {dated, undated}));
    CHECK(calendar.known_on(on("2026-05-14")).is_working(on("2026-06-01")));
    CHECK_FALSE(calendar.known_on(on("2026-05-15")).is_working(on("2026-06-01")));
    CHECK_FALSE(calendar.known_on(on("2026-05-14")).is_working(on("2026-06-02")));
    CHECK(calendar.known_on(on("2026-05-14")).layers().size() == 1);
    // Also where its year is not decided yet on that day, and projected.
    const Calendar before = calendar.known_on(on("2025-06-01"));
    CHECK(before.special(on("2026-06-02")));
    CHECK_FALSE(before.with_provisional(2026, 2026).is_working(on("2026-06-02")));
    CHECK(before.with_provisional(2026, 2026).is_working(on("2026-06-01")));
}

TEST_CASE("Too many layers, or a layer over nothing, is an error")
{
    CHECK(problem_of([] { Calendar().with_layer({}); }).id == ErrorId::no_calendar);
    Calendar calendar = loaded();
    for (std::size_t i = 0; i < limits::calendar_layers; ++i) calendar = calendar.with_layer({});
    CHECK(problem_of([&] { calendar.with_layer({}); }).id == ErrorId::limit_exceeded);
    CHECK(calendar.count_working_days(new_year(2019), new_year(2027)) ==
          loaded().count_working_days(new_year(2019), new_year(2027)));
}
