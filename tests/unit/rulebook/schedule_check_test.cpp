// A schedule looked at over years.
#include <sangkien/rulebook/schedule_check.hpp>

#include "../calendar/support.hpp"

using namespace sangkien;
using namespace sangkien::test;

namespace {

std::vector<Milestone> dispatch()
{
    const Tree tree = rulebook_tree("gia-vien-934");
    Problems problems;
    std::vector<Milestone> out = compile_schedule(tree.root().get("schedule"), tree.root().get("roles"), problems);
    problems.throw_if_any();
    return out;
}

Milestone milestone(const char* id, const char* yearly, Bound bound, Roll roll)
{
    Milestone out;
    out.name = {id, {id, id}};
    out.yearly = parse_yearly_day(yearly);
    out.bound = bound;
    out.roll = roll;
    out.citation = {"test", id, Provenance::illustrative};
    return out;
}

using Lines = std::vector<std::string>;

// "2028 schedule-day-off ward-submission"
Lines lines(const Findings& findings)
{
    Lines out;
    for (const Finding& finding : findings) {
        std::string line =
            std::to_string(std::get<std::int64_t>(finding.inputs.front().value)) + " " + word(finding.id);
        for (const Argument& value : finding.values)
            if (std::string(value.key) == "deadline" || std::string(value.key) == "to")
                if (const Name* name = std::get_if<Name>(&value.value)) line += " " + name->id;
        out.push_back(line);
    }
    return out;
}

}  // namespace

TEST_CASE("The dispatch's last days of 2025 to 2035 fall on days off when the domain's list says so")
{
    const Findings found = check_schedule(dispatch(), civil_service(), 2025, 2035);
    CHECK(lines(found) ==
          Lines{"2027 schedule-year-missing", "2028 schedule-year-missing", "2028 schedule-day-off ward-submission",
                "2029 schedule-year-missing", "2029 schedule-day-off ward-decision", "2030 schedule-year-missing",
                "2030 schedule-day-off ward-decision", "2031 schedule-year-missing", "2032 schedule-year-missing",
                "2033 schedule-year-missing", "2033 schedule-day-off ward-submission", "2034 schedule-year-missing",
                "2034 schedule-day-off ward-submission", "2035 schedule-year-missing",
                "2035 schedule-day-off ward-decision"});
    REQUIRE(found.size() == 15);
    CHECK(message(found[1], Language::vi) == "Năm 2028 chưa có lịch nghỉ: chỉ xét ngày nghỉ hằng tuần.");
    CHECK(found[1].verdict == Truth::undetermined);
    const std::string name = dispatch()[0].name.words.en;
    CHECK(message(found[2], Language::en) ==
          "In 2028 the last day of \"" + name + "\", 24 Sep 2028, is a day off (Sunday).");
    CHECK(found[2].verdict == Truth::fail);
    REQUIRE(found[2].citations.size() == 2);
    CHECK(found[2].citations[0].clause == dispatch()[0].citation.clause);
}

TEST_CASE("A year that is decided speaks with its holidays and its worked Saturdays")
{
    const auto by = [](const char* day) { return milestone("m", day, Bound::by, Roll::none); };
    const auto off = [&](const char* day, int year) {
        return lines(check_schedule({by(day)}, civil_service(), year, year));
    };
    CHECK(off("24/11", 2026) == Lines{"2026 schedule-day-off m"});  // Culture Day, a Tuesday
    CHECK(off("24/11", 2025) == Lines{});
    CHECK(off("22/8", 2026) == Lines{});  // a Saturday that is worked
    CHECK(off("23/8", 2026) == Lines{"2026 schedule-day-off m"});
    const Findings found = check_schedule({by("31/8")}, civil_service(), 2026, 2026);
    REQUIRE(found.size() == 1);
    CHECK(found[0].citations.back() == civil_service().citation(on("2026-08-31")));
    // "Before 1/1" asks the year before.
    CHECK(lines(check_schedule({milestone("m", "1/1", Bound::before, Roll::none)}, civil_service(), 2028, 2028)) ==
          Lines{"2027 schedule-year-missing"});
}

TEST_CASE("A roll that the text contradicts is found")
{
    const auto check = [](Bound bound, Roll roll, int year) {
        return lines(check_schedule({milestone("m", "28/9", bound, roll)}, civil_service(), year, year));
    };
    // 28/9/2025 is a Sunday, 27/9 a Saturday.
    CHECK(check(Bound::by, Roll::forward, 2025) ==
          Lines{"2025 schedule-day-off m", "2025 schedule-roll-contradicts m"});
    CHECK(check(Bound::before, Roll::forward, 2025) ==
          Lines{"2025 schedule-day-off m", "2025 schedule-roll-contradicts m"});
    CHECK(check(Bound::by, Roll::backward, 2025) == Lines{"2025 schedule-day-off m"});
    CHECK(check(Bound::by, Roll::none, 2025) == Lines{"2025 schedule-day-off m"});
    CHECK(check(Bound::by, Roll::forward, 2026) == Lines{});
    const Findings found =
        check_schedule({milestone("m", "25/9", Bound::before, Roll::forward)}, civil_service(), 2028, 2028);
    REQUIRE(found.size() == 3);
    CHECK(message(found[2], Language::en) ==
          "In 2028 moving the last day of \"m\" from 24 Sep 2028 to 25 Sep 2028 contradicts \"before\" 25 Sep 2028.");
}

TEST_CASE("A roll back onto the milestone before is found")
{
    const auto check = [](const char* first, const char* second) {
        return lines(check_schedule(
            {milestone("second", second, Bound::by, Roll::backward), milestone("first", first, Bound::by, Roll::none)},
            civil_service(), 2025, 2025));
    };
    // 28/9/2025, a Sunday, goes back to Friday 26/9.
    CHECK(check("25/9", "28/9") == Lines{"2025 schedule-day-off second"});
    CHECK(check("26/9", "28/9") == Lines{"2025 schedule-day-off second", "2025 schedule-roll-passes second"});
    CHECK(check("27/9", "28/9") ==
          Lines{"2025 schedule-day-off second", "2025 schedule-roll-passes second", "2025 schedule-day-off first"});
    CHECK(check("28/9", "28/9") == Lines{"2025 schedule-day-off second", "2025 schedule-day-off first"});
}

TEST_CASE("Too few working days between two milestones are found in the years that have an answer")
{
    std::vector<Milestone> schedule = dispatch();
    schedule[1].preparation = Preparation{schedule[0].name.id, 3, {"council", "10", Provenance::illustrative}};
    CHECK(lines(check_schedule(schedule, civil_service(), 2019, 2026)) ==
          Lines{"2019 schedule-day-off ward-decision", "2022 schedule-day-off ward-submission",
                "2023 schedule-day-off ward-submission", "2024 schedule-day-off ward-decision"});
    schedule[1].preparation->working_days = 4;
    const Findings found = check_schedule(schedule, civil_service(), 2025, 2025);
    REQUIRE(lines(found) == Lines{"2025 schedule-preparation-short ward-decision"});
    CHECK(found[0].citations.front().clause == "10");
    CHECK(std::get<std::int64_t>(found[0].values[2].value) == 3);
    // In a missing year nothing is counted.
    CHECK(lines(check_schedule(schedule, civil_service(), 2027, 2027)) == Lines{"2027 schedule-year-missing"});
}

TEST_CASE("A schedule is not checked without a calendar, or over years that are backwards")
{
    CHECK(problem_of([] { check_schedule(dispatch(), Calendar(), 2025, 2026); }).id == ErrorId::no_calendar);
    CHECK(problem_of([] { check_schedule(dispatch(), civil_service(), 2026, 2025); }).id == ErrorId::out_of_range);
    CHECK(problem_of([] { check_schedule(dispatch(), civil_service(), 0, 2025); }).id == ErrorId::out_of_range);
}

TEST_CASE("A provisional year speaks with its holidays, and says that it is provisional")
{
    const Calendar calendar = civil_service().with_provisional(2027, 2028);
    const auto check = [&](const char* day, int year) {
        return lines(check_schedule({milestone("m", day, Bound::by, Roll::none)}, calendar, year, year));
    };
    CHECK(check("2/9", 2027) == Lines{"2027 step-provisional", "2027 schedule-day-off m"});
    CHECK(check("24/9", 2028) == Lines{"2028 step-provisional", "2028 schedule-day-off m"});
    CHECK(check("2/9", 2029) == Lines{"2029 schedule-year-missing", "2029 schedule-day-off m"});  // a Sunday
    CHECK(check("3/9", 2029) == Lines{"2029 schedule-year-missing"});
    std::vector<Milestone> schedule = dispatch();
    schedule[1].preparation = Preparation{schedule[0].name.id, 5, {"council", "10", Provenance::illustrative}};
    CHECK(lines(check_schedule(schedule, calendar, 2027, 2027)) ==
          Lines{"2027 step-provisional", "2027 schedule-preparation-short ward-decision"});
}
