#include "support.hpp"

using namespace sangkien;
using namespace sangkien::test;

namespace {

using Lines = std::vector<std::string>;

Lines calendar_problems(const std::string& json)
{
    return problems_of(json, [](Node root, Problems& problems) { compile_calendar(root, {}, problems); });
}

Lines period_problems(const std::string& json)
{
    return problems_of(json, [](Node root, Problems& problems) { compile_periods(root, problems); });
}

const std::string roles = R"("roles": { "unit-head": { "vi": "Thủ trưởng", "en": "Head" }, "clause": "1" })";

Lines schedule_problems(const std::string& section)
{
    return problems_of("{" + roles + R"(, "schedule": )" + section + "}", [](Node root, Problems& problems) {
        compile_schedule(root.get("schedule"), root.get("roles"), problems);
    });
}

Lines clock_problems(const std::string& section)
{
    return problems_of("{" + roles + R"(, "clocks": )" + section + "}", [](Node root, Problems& problems) {
        compile_clocks(root.get("clocks"), root.get("roles"), problems);
    });
}

const std::string week = R"("week": { "working": ["mon", "tue", "wed", "thu", "fri"], "clause": "w" })";

std::string year_2025(const std::string& days)
{
    return "{" + week + R"(, "years": { "2025": { "status": "decided", "days": [)" + days + "] } } }";
}

std::string day(const char* date, const char* kind, const std::string& more = "")
{
    return std::string(R"({ "day": ")") + date + R"(", "kind": ")" + kind + R"(", "vi": "a", "en": "b")" + more + " }";
}

}  // namespace

TEST_CASE("A rulebook without these sections compiles to nothing, without a problem")
{
    Problems problems;
    CHECK(compile_calendar(Node(), {}, problems).empty());
    CHECK_FALSE(compile_periods(Node(), problems).has_value());
    CHECK(compile_schedule(Node(), Node(), problems).empty());
    CHECK(compile_clocks(Node(), Node(), problems).empty());
    CHECK(problems.empty());
}

TEST_CASE("A partial year keeps its days but is not decided")
{
    const Calendar& calendar = civil_service();
    CHECK(calendar.special(on("2018-12-31"))->kind == DayKind::swap_off);
    CHECK(calendar.special(on("2018-12-31"))->pair == on("2019-01-05"));
    CHECK_FALSE(calendar.decided(2018));
}

TEST_CASE("All that is wrong with a calendar is told in one run")
{
    CHECK(calendar_problems(year_2025(day("2025-09-02", "statutory"))) == Lines{});
    CHECK(calendar_problems(year_2025(day("2026-09-02", "statutory"))) == Lines{"SK1205 /years/2025/days/0/day"});
    CHECK(calendar_problems(year_2025(day("2025-09-02", "statutory") + "," + day("2025-09-02", "statutory"))) ==
          Lines{"SK1302 /years/2025/days/1/day"});
    CHECK(calendar_problems(year_2025(day("2025-09-02", "holliday"))) == Lines{"SK1007 /years/2025/days/0/kind"});
    CHECK(calendar_problems(year_2025(day("2025-02-30", "statutory"))) == Lines{"SK1201 /years/2025/days/0/day"});
    CHECK(calendar_problems(year_2025(R"({ "day": "2025-09-02", "kind": "statutory", "vi": "a" })")) ==
          Lines{"SK1004 /years/2025/days/0"});
    CHECK(calendar_problems(year_2025(day("2025-09-02", "statutory", R"(, "color": "red")"))) ==
          Lines{"SK1002 /years/2025/days/0/color"});
    CHECK(calendar_problems(R"({ "years": {} })") == Lines{"SK1004 "});
    CHECK(calendar_problems(R"({ "week": { "working": [] }, "years": {} })") == Lines{"SK1205 /week/working"});
    CHECK(calendar_problems(R"({ "week": { "working": ["mon", "mon", "tues"] }, "years": {} })") ==
          Lines{"SK1302 /week/working/1", "SK1007 /week/working/2"});
    CHECK(calendar_problems("{" + week + R"(, "years": { "25": { "status": "decided", "days": [] } } })") ==
          Lines{"SK1205 /years/25"});
    CHECK(calendar_problems("{" + week + R"(, "years": { "2025": { "status": "sure", "days": [] } } })") ==
          Lines{"SK1007 /years/2025/status"});
    CHECK(calendar_problems("{" + week + R"(, "years": { "2025": { "days": {} } } })") ==
          Lines{"SK1004 /years/2025", "SK1003 /years/2025/days"});
    CHECK(calendar_problems("[]") == Lines{"SK1003 "});
}

TEST_CASE("A swap names the day that names it back")
{
    const std::string off = day("2025-05-02", "swap-off", R"(, "pair": "2025-04-26")");
    const std::string work = day("2025-04-26", "swap-work", R"(, "pair": "2025-05-02")");
    CHECK(calendar_problems(year_2025(work + "," + off)) == Lines{});
    CHECK(calendar_problems(year_2025(day("2025-05-02", "swap-off"))) == Lines{"SK1004 /years/2025/days/0"});
    CHECK(calendar_problems(year_2025(off)) == Lines{"SK1405 /years/2025/days/0/pair"});
    const std::string other = day("2025-04-26", "swap-work", R"(, "pair": "2025-05-05")");
    CHECK(calendar_problems(year_2025(other + "," + off)) ==
          Lines{"SK1405 /years/2025/days/0/pair", "SK1405 /years/2025/days/1/pair"});
}

TEST_CASE("The kind of a special day fits its weekday")
{
    // 2025-03-03 is a Monday, 2025-03-08 a Saturday
    for (const char* kind : {"statutory", "holiday-block", "compensatory"})
        CHECK(calendar_problems(year_2025(day("2025-03-03", kind))) == Lines{});
    for (const char* kind : {"statutory", "holiday-block-weekend"})
        CHECK(calendar_problems(year_2025(day("2025-03-08", kind))) == Lines{});
    CHECK(calendar_problems(year_2025(day("2025-03-03", "holiday-block-weekend"))) ==
          Lines{"SK1404 /years/2025/days/0/kind"});
    for (const char* kind : {"holiday-block", "compensatory"})
        CHECK(calendar_problems(year_2025(day("2025-03-08", kind))) == Lines{"SK1404 /years/2025/days/0/kind"});
}

TEST_CASE("The rules of periods are read with their words or not at all")
{
    const PeriodRules& rules = civil_code();
    CHECK_FALSE(rules.first_day_counted);
    CHECK(rules.clamp_month_end);
    CHECK(rules.day_off == Roll::forward);
    CHECK(rules.ends_at_midnight);
    CHECK(period_problems(
              R"({ "first-day": "not-counted", "month-end": "clamp", "day-off": "forward", "ends": "24:00" })") ==
          Lines{});
    CHECK(period_problems(R"({ "first-day": { "value": "not-counted", "clause": "1" }, "month-end": { "clause": "1" },
                               "day-off": "onward", "ends": { "value": "24:00", "at": 1 } })") ==
          Lines{"SK1004 /month-end", "SK1007 /day-off", "SK1002 /ends/at"});
    CHECK(period_problems(R"({ "first-day": "not-counted", "month-end": "clamp", "ends": "24:00" })") ==
          Lines{"SK1004 "});
    Problems problems;
    const Tree tree = read_json(R"({ "periods": { "first-day": "counted", "month-end": "clamp", "day-off": "none",
                                     "ends": "24:00", "choices": { "day-off": ["none", "forward"] } } })",
                                "test.json", problems);
    const auto other = compile_periods(tree.root().get("periods"), problems);
    REQUIRE(other.has_value());
    CHECK(problems.empty());
    CHECK(other->first_day_counted);
    CHECK(other->day_off == Roll::none);
    CHECK(other->choices == Lines{"periods.day-off"});
}

TEST_CASE("The rules of periods that a paper may leave out are each read with their clause, or are off")
{
    const PeriodRules& code = civil_code();
    CHECK(code.hours_from_moment);
    CHECK(code.half_month_is_15_days);
    CHECK(code.half_year_is_6_months);
    CHECK(code.points_named);
    CHECK_FALSE(code.suspended_not_counted);  // the Code does not say

    const std::string four =
        R"("first-day": "not-counted", "month-end": "clamp", "day-off": "forward", "ends": "24:00")";
    Problems problems;
    const Tree tree = read_json("{" + four + R"(, "suspended": { "value": "not-counted", "clause": "12.2" },
                                                 "half-month": "15 days", "choices": { "suspended": ["not-counted"] } })",
                                "test.json", problems);
    const auto rules = compile_periods(tree.root(), problems);
    problems.throw_if_any();
    REQUIRE(rules.has_value());
    CHECK(rules->suspended_not_counted);
    CHECK(rules->half_month_is_15_days);
    CHECK_FALSE(rules->half_year_is_6_months);
    CHECK_FALSE(rules->hours_from_moment);
    CHECK_FALSE(rules->points_named);
    CHECK(period_problems("{" + four + R"(, "suspended": "counted", "half-month": "14 days", "half-year": 6,
                                           "hours": { "clause": "1" }, "points": "1-15-last", "pauses": "x" })") ==
          Lines{"SK1007 /suspended", "SK1007 /half-month", "SK1003 /half-year", "SK1004 /hours", "SK1002 /pauses"});
}

TEST_CASE("A milestone may name the hour at which its last day closes")
{
    const std::string good = R"("yearly": "25/9", "bound": "before", "roll": "none")";
    Problems problems;
    const Tree tree = read_json("{ \"a\": { " + good + R"(, "closes": "17:00" } })", "test.json", problems);
    const auto milestones = compile_schedule(tree.root(), Node(), problems);
    problems.throw_if_any();
    REQUIRE(milestones.size() == 1);
    CHECK(milestones[0].closes == 17 * 60);
    CHECK(to_text(deadline_of(milestones[0], 2025, Calendar()).ends) == "2025-09-24T17:00:00+07:00");
    CHECK(schedule_problems("{ \"a\": { " + good + R"(, "closes": "5pm" } })") == Lines{"SK1003 /schedule/a/closes"});
    CHECK(schedule_problems("{ \"a\": { " + good + R"(, "closes": 17 } })") == Lines{"SK1003 /schedule/a/closes"});
}

TEST_CASE("The schedule of the dispatch is two days of September")
{
    const Tree tree = rulebook_tree("gia-vien-934");
    Problems problems;
    const auto milestones = compile_schedule(tree.root().get("schedule"), tree.root().get("roles"), problems);
    problems.throw_if_any();
    REQUIRE(milestones.size() == 2);
    CHECK(milestones[0].name.id == "ward-submission");
    CHECK(milestones[0].yearly == YearlyDay{9, 25});
    CHECK(milestones[0].bound == Bound::before);
    CHECK(milestones[0].roll == Roll::none);
    CHECK(milestones[0].who.id == "unit-head");
    CHECK_FALSE(milestones[0].who.words.vi.empty());
    CHECK(milestones[0].choices == Lines{"schedule.ward-submission.bound", "schedule.ward-submission.roll"});
    CHECK(milestones[1].yearly == YearlyDay{9, 30});
    const Deadline decision = deadline_of(milestones[1], 2025, Calendar());
    CHECK(to_text(decision.ends) == "2025-09-30T00:00:00+07:00");
    CHECK(decision.steps[1].choices == Lines{"schedule.ward-decision.bound"});
}

TEST_CASE("All that is wrong with a schedule is told in one run")
{
    const std::string good = R"("yearly": "25/9", "bound": "before", "roll": "none")";
    CHECK(schedule_problems("{ \"a\": { " + good + " }, \"clause\": \"1\" }") == Lines{});
    CHECK(schedule_problems(R"({ "a": {} })") ==
          Lines{"SK1004 /schedule/a", "SK1004 /schedule/a", "SK1004 /schedule/a"});
    CHECK(schedule_problems(
              R"({ "a": { "yearly": "29/2", "bound": "befor", "roll": "on", "who": "unit-haed", "x": 1 } })") ==
          Lines{"SK1203 /schedule/a/yearly", "SK1007 /schedule/a/bound", "SK1007 /schedule/a/roll",
                "SK1308 /schedule/a/who", "SK1002 /schedule/a/x"});
    const auto after = [&](const std::string& preparation) {
        return schedule_problems("{ \"submission\": { " + good + " }, \"decision\": { " + good +
                                 ", \"preparation\": " + preparation + " } }");
    };
    CHECK(after(R"({ "after": "submission", "working-days": 5, "clause": "1" })") == Lines{});
    CHECK(after(R"({ "after": "submision", "working-days": -1 })") ==
          Lines{"SK1308 /schedule/decision/preparation/after", "SK1205 /schedule/decision/preparation/working-days"});
    CHECK(after(R"({ "after": "decision", "working-days": 5 })") ==
          Lines{"SK1308 /schedule/decision/preparation/after"});
    CHECK(schedule_problems("[]") == Lines{"SK1003 /schedule"});
}

TEST_CASE("An unknown name comes with the nearest known one")
{
    Problems problems;
    const Tree tree = read_json("{" + roles + R"(, "schedule": { "a": { "yearly": "25/9", "bound": "by", "roll": "none",
                                                                   "who": "unit-haed" } } })",
                                "test.json", problems);
    compile_schedule(tree.root().get("schedule"), tree.root().get("roles"), problems);
    const Problem problem = problem_of([&] { problems.throw_if_any(); });
    CHECK(explanation(problem, Language::en) ==
          "there is no role \"unit-haed\"; did you mean \"unit-head\"? Known: unit-head.");
}

TEST_CASE("The clocks of the Charter run from what it names")
{
    const Tree tree = rulebook_tree("charter-13-2012");
    Problems problems;
    const auto clocks = compile_clocks(tree.root().get("clocks"), tree.root().get("roles"), problems);
    problems.throw_if_any();
    REQUIRE(clocks.size() >= 2);
    CHECK(clocks[0].name.id == "right-to-ask");
    CHECK(clocks[0].length == Length{1, LengthUnit::years});
    REQUIRE(clocks[0].starts.size() == 1);
    CHECK(clocks[0].starts[0].kind == ClockStart::Kind::first_applied);
    CHECK(clocks[0].stops == Lines{"file"});
    CHECK(clocks[1].name.id == "consideration");
    REQUIRE(clocks[1].starts.size() == 2);
    CHECK(clocks[1].starts[0].kind == ClockStart::Kind::event);
    CHECK(clocks[1].starts[0].event == "accept");
    CHECK(clocks[1].starts[1].kind == ClockStart::Kind::application_completed);
    CHECK(clocks[1].take_later);
    CHECK(clocks[1].who.id == "recognising-unit");
}

TEST_CASE("All that is wrong with clocks is told in one run")
{
    CHECK(clock_problems(R"({ "a": { "length": "5 working days", "from": "event:file" } })") == Lines{});
    CHECK(
        clock_problems(R"({ "a": { "length": "3 moons", "from": ["event:", "day:first"], "who": "nobody" } })") ==
        Lines{"SK1207 /clocks/a/length", "SK1007 /clocks/a/from/0", "SK1007 /clocks/a/from/1", "SK1308 /clocks/a/who"});
    CHECK(clock_problems(R"({ "a": {} })") == Lines{"SK1004 /clocks/a", "SK1004 /clocks/a"});
    CHECK(clock_problems(R"({ "a": { "length": "1 day", "from": [] } })") == Lines{"SK1010 /clocks/a/from"});
    CHECK(clock_problems(R"({ "a": { "length": "1 day", "from": ["event:a", "event:b"] } })") ==
          Lines{"SK1004 /clocks/a"});
    CHECK(clock_problems(R"({ "a": { "length": "1 day", "from": ["event:a", "event:b"], "take": "earlier" } })") ==
          Lines{});
}
