// What is told of a last day that rolls over days off.
#include "support.hpp"

using namespace sangkien;
using namespace sangkien::test;

namespace {

const Citation clause{"gia-vien-934", "934.3.2", Provenance::official_document};

Calendar monday_to_friday(std::vector<SpecialDay> days)
{
    WorkingWeek week;
    week.citation = {"week", "188/1999.1", Provenance::law};
    for (int i = 0; i < 5; ++i) week.add(static_cast<Weekday>(i));
    return Calendar(week, {{2026, true, std::move(days)}});
}

SpecialDay special(const char* day, DayKind kind, const char* name, const char* document = "", const char* pair = "",
                   const char* cited = "1")
{
    SpecialDay out;
    out.day = on(day);
    out.kind = kind;
    out.name = {name, name};
    if (*pair != 0) out.pair = on(pair);
    out.citation = {"days", cited, Provenance::official_document};
    out.document = document;
    return out;
}

std::vector<std::string> messages(const Deadline& deadline, Language language)
{
    std::vector<std::string> out;
    for (const Finding& step : deadline.steps) out.push_back(message(step, language));
    return out;
}

}  // namespace

TEST_CASE("A last day that rolls over several days off tells each stretch of them, with document and pair")
{
    const Calendar calendar =
        monday_to_friday({special("2026-08-22", DayKind::swap_work, "made up", "9441/TB-BNV", "2026-08-31"),
                          special("2026-08-31", DayKind::swap_off, "swapped", "9441/TB-BNV", "2026-08-22"),
                          special("2026-09-01", DayKind::statutory, "National Day (adjacent day)", "", "", "2"),
                          special("2026-09-02", DayKind::statutory, "National Day", "", "", "3")});
    const Deadline end = period_end(on("2026-07-31"), {1, LengthUnit::months}, civil_code(), calendar, clause);
    CHECK(messages(end, Language::en) ==
          std::vector<std::string>{"The day of the event, 31 Jul 2026, is not counted; counting begins on 1 Aug 2026.",
                                   "1 month from 31 Jul 2026: the corresponding day is 31 Aug 2026 (Monday).",
                                   "31 Aug 2026 is a day off (swapped, swapped with 22 Aug 2026; 9441/TB-BNV).",
                                   "1 Sep 2026 to 2 Sep 2026 are days off (National Day).",
                                   "Moved from 31 Aug 2026 to the working day 3 Sep 2026 (Thursday).",
                                   "It ends at 24:00 on 3 Sep 2026."});
    CHECK(messages(end, Language::vi)[2] == "31/8/2026 là ngày nghỉ (swapped, hoán đổi với 22/8/2026; 9441/TB-BNV).");
    // Both days of the stretch are cited, each once.
    const std::vector<Citation>& cited = end.steps[3].citations;
    REQUIRE(cited.size() == 2);
    CHECK(cited[0].clause == "2");
    CHECK(cited[1].clause == "3");
    CHECK_FALSE(end.provisional);
}

TEST_CASE("Days of one name that two documents decide stay apart, and so do two swaps")
{
    const auto stretches = [](std::vector<SpecialDay> days) {
        const Calendar calendar = monday_to_friday(std::move(days));
        const Deadline end = period_end(on("2026-03-01"), {1, LengthUnit::days}, civil_code(), calendar, clause);
        std::vector<std::string> out;
        for (const Finding& step : end.steps)
            if (step.id == FindingId::step_day_off) out.push_back(message(step, Language::vi));
        return out;
    };
    using Lines = std::vector<std::string>;
    const auto holiday = DayKind::statutory, swap = DayKind::swap_off;
    CHECK(stretches({special("2026-03-02", holiday, "X", "1/A"), special("2026-03-03", holiday, "X", "1/A")}) ==
          Lines{"2/3/2026 đến 3/3/2026 là ngày nghỉ (X; 1/A)."});
    CHECK(stretches({special("2026-03-02", holiday, "X", "1/A"), special("2026-03-03", holiday, "X", "2/A")}) ==
          Lines{"2/3/2026 là ngày nghỉ (X; 1/A).", "3/3/2026 là ngày nghỉ (X; 2/A)."});
    CHECK(stretches({special("2026-03-02", holiday, "X"), special("2026-03-03", holiday, "Y")}) ==
          Lines{"2/3/2026 là ngày nghỉ (X).", "3/3/2026 là ngày nghỉ (Y)."});
    CHECK(stretches({special("2026-03-02", swap, "X", "", "2026-03-07"),
                     special("2026-03-03", swap, "X", "", "2026-03-08")}) ==
          Lines{"2/3/2026 là ngày nghỉ (X, hoán đổi với 7/3/2026).",
                "3/3/2026 là ngày nghỉ (X, hoán đổi với 8/3/2026)."});
}

TEST_CASE("A roll backward tells the days off on its way, each stretch from its first day")
{
    const Calendar calendar = monday_to_friday({special("2026-02-27", DayKind::statutory, "X")});
    const Deadline end = yearly_deadline({3, 1}, 2026, Bound::by, Roll::backward, calendar, clause);
    CHECK(to_text(end.last_day) == "2026-02-26");
    REQUIRE(end.steps.size() == 6);
    CHECK(message(end.steps[2], Language::en) == "28 Feb 2026 to 1 Mar 2026 are days off (weekend).");
    CHECK(message(end.steps[3], Language::en) == "27 Feb 2026 is a day off (X).");
}

TEST_CASE("The closing hour of a named day ends it at that minute")
{
    const std::vector<std::string> choices{"schedule.x.closes"};
    const Deadline end =
        yearly_deadline({9, 25}, 2025, Bound::before, Roll::none, Calendar(), clause, choices, 17 * 60);
    CHECK(to_text(end.last_day) == "2025-09-24");
    CHECK(to_text(end.ends) == "2025-09-24T17:00:00+07:00");
    REQUIRE(end.steps.size() == 4);
    CHECK(end.steps[2].id == FindingId::step_closes);
    CHECK(end.steps[2].choices == choices);
    CHECK(message(end.steps[2], Language::vi) == "Ngày cuối chỉ nhận đến trước 17:00.");
    CHECK(message(end.steps[3], Language::en) == "It ends at 17:00 on 24 Sep 2025.");
    // The hour is of the day it was moved to.
    const Deadline moved =
        yearly_deadline({9, 28}, 2025, Bound::by, Roll::forward, civil_service(), clause, {}, 11 * 60 + 30);
    CHECK(to_text(moved.ends) == "2025-09-29T11:30:00+07:00");
    const Deadline whole = yearly_deadline({9, 25}, 2025, Bound::by, Roll::none, Calendar(), clause, {}, 24 * 60);
    CHECK(whole.ends == end_of_day(whole.last_day));
    CHECK(std::holds_alternative<DayEnd>(last_moment(whole)));
    CHECK(problem_of([] {
              yearly_deadline({9, 25}, 2025, Bound::by, Roll::none, Calendar(), clause, {}, 0);
          }).id == ErrorId::out_of_range);
}

TEST_CASE("A closing hour is an hour and a minute of the day")
{
    int minutes = 0;
    for (const char* text : {"00:01", "07:30", "17:00", "23:59", "24:00"}) {
        CHECK(read_closing_hour(text, minutes));
        CHECK(closing_hour_text(minutes) == text);
    }
    minutes = -1;
    for (const char* text : {"", "00:00", "24:01", "25:00", "17:60", "7:30", "17.00", "17:00:00", "ab:cd", "5pm"}) {
        INFO(text);
        CHECK_FALSE(read_closing_hour(text, minutes));
        CHECK(minutes == -1);
    }
}

TEST_CASE("What asked a provisional year says so, and what did not does not")
{
    const Calendar calendar = civil_service().with_provisional(2027, 2028);
    const auto end = [&](const char* event, Length length) {
        return period_end(on(event), length, civil_code(), calendar, clause);
    };
    const auto provisional_years = [](const Deadline& deadline) {
        std::vector<std::int64_t> out;
        for (const Finding& step : deadline.steps)
            if (step.id == FindingId::step_provisional)
                out.push_back(std::get<std::int64_t>(step.inputs.front().value));
        return out;
    };
    using Years = std::vector<std::int64_t>;
    const Deadline months = end("2026-11-30", {3, LengthUnit::months});
    CHECK(months.provisional);
    CHECK(provisional_years(months) == Years{2027});
    CHECK(verdict(months.steps) == Truth::pass);
    CHECK(months.steps.back().id == FindingId::step_ends);
    const Finding& why = months.steps[months.steps.size() - 2];
    CHECK(message(why, Language::vi).find(calendar.why_provisional(2027).vi) != std::string::npos);
    CHECK(message(why, Language::en).find("The calendar of 2027 is provisional") == 0);

    CHECK(provisional_years(end("2026-12-31", {300, LengthUnit::working_days})) == Years{2027, 2028});
    CHECK(provisional_years(end("2026-12-31", {1, LengthUnit::years})) == Years{2027});
    CHECK(provisional_years(end("2026-12-24", {1, LengthUnit::weeks})) == Years{});
    CHECK_FALSE(end("2026-07-31", {1, LengthUnit::months}).provisional);
    // 1/1/2027, a Friday, and the way on from it.
    const auto yearly = [&](Bound bound, Roll roll) {
        return yearly_deadline({1, 1}, 2027, bound, roll, calendar, clause).provisional;
    };
    CHECK(yearly(Bound::by, Roll::forward));
    CHECK_FALSE(yearly(Bound::by, Roll::none));
    CHECK_FALSE(yearly(Bound::before, Roll::forward));  // 31/12/2026 is decided
    CHECK(yearly(Bound::by, Roll::backward));
    // A period that crosses a suspension into a provisional year.
    const std::vector<Suspension> stop{{on("2026-12-28"), on("2027-01-10")}};
    PeriodRules rules = civil_code();
    rules.suspended_not_counted = true;
    CHECK(period_end(on("2026-12-24"), {5, LengthUnit::working_days}, rules, calendar, clause, stop).provisional);
    CHECK_FALSE(period_end(on("2026-12-24"), {5, LengthUnit::working_days}, rules, calendar, clause).provisional);
}
