// Periods in hours and working hours.
#include "support.hpp"

using namespace sangkien;
using namespace sangkien::test;

namespace {

const Citation clause{"gia-vien-934", "934.3.2", Provenance::official_document};

// 07:30 to 11:30 and 13:30 to 17:00, as an office might state it.
const Calendar& with_hours()
{
    static const Calendar calendar = [] {
        CalendarLayer layer;
        layer.hours.stated = true;
        layer.hours.morning_from = 7 * 60 + 30;
        layer.hours.morning_until = 11 * 60 + 30;
        layer.hours.afternoon_from = 13 * 60 + 30;
        layer.hours.afternoon_until = 17 * 60;
        layer.hours.citation = {"unit", "hours.1", Provenance::illustrative};
        return civil_service().with_layer(layer);
    }();
    return calendar;
}

Deadline end(const char* event, const char* length, const Calendar& calendar)
{
    return period_end(parse_instant(event), parse_length(length), civil_code(), calendar, clause);
}

std::vector<std::string> words_of(const Findings& steps)
{
    std::vector<std::string> out;
    for (const Finding& step : steps) out.emplace_back(word(step.id));
    return out;
}

// Working minutes in [from, until), one minute after the other.
std::int64_t minutes_worked(Instant from, Instant until, const Calendar& calendar)
{
    std::int64_t count = 0;
    for (Instant at = from; at < until; at.seconds += 60) {
        const Day day = civil_day(at);
        const std::int64_t minute = (at.seconds - start_of_day(day).seconds) / 60;
        const bool open = (minute >= 450 && minute < 690) || (minute >= 810 && minute < 1020);
        if (open && calendar.is_working(day)) ++count;
    }
    return count;
}

}  // namespace

TEST_CASE("Hours run from the moment itself and never roll")
{
    const Deadline three_days = end("2025-09-19T15:00+07:00", "36 hours", Calendar());
    CHECK(three_days.determined);
    CHECK(to_text(three_days.ends) == "2025-09-21T03:00:00+07:00");  // a Sunday, and it stays one
    CHECK(to_text(three_days.last_day) == "2025-09-21");
    CHECK(words_of(three_days.steps) == std::vector<std::string>{"step-hours-from", "step-hours-counted", "step-ends"});
    PeriodRules cited = civil_code();
    cited.hours_citation = {"code", "147.1", Provenance::law};
    const Instant event = parse_instant("2025-09-19T15:00+07:00");
    const Deadline told = period_end(event, {36, LengthUnit::hours}, cited, Calendar(), clause);
    CHECK(told.steps[0].citations.front().clause == "147.1");
    CHECK(told.steps[1].citations.front() == clause);
    CHECK(message(three_days.steps[2], Language::vi) == "Thời hạn kết thúc lúc 03:00 ngày 21/9/2025.");
    // 17:00Z is midnight in Việt Nam: the day before is the last one.
    const Deadline midnight = end("2025-09-18T17:00Z", "48 hours", Calendar());
    CHECK(to_text(midnight.last_day) == "2025-09-20");
    CHECK(midnight.ends == end_of_day(on("2025-09-20")));
    CHECK(message(midnight.steps.back(), Language::en) == "It ends at 24:00 on 20 Sep 2025.");
}

TEST_CASE("Working hours run in the sessions of working days")
{
    struct Case {
        const char* from;
        const char* length;
        const char* ends;
        const char* shows;
    };
    for (const Case& c : {
             Case{"2025-09-19T08:00+07:00", "2 working hours", "2025-09-19T10:00:00+07:00", "within a session"},
             Case{"2025-09-19T10:30+07:00", "2 working hours", "2025-09-19T14:30:00+07:00", "over lunch"},
             Case{"2025-09-19T07:30+07:00", "4 working hours", "2025-09-19T11:30:00+07:00", "the end of a session"},
             Case{"2025-09-19T16:00+07:00", "2 working hours", "2025-09-22T08:30:00+07:00", "over a weekend"},
             Case{"2025-09-19T17:00+07:00", "1 working hour", "2025-09-22T08:30:00+07:00",
                  "at the close: next session"},
             Case{"2025-09-19T12:00+07:00", "1 working hour", "2025-09-19T14:30:00+07:00", "during lunch"},
             Case{"2025-09-20T12:00+07:00", "1 working hour", "2025-09-22T08:30:00+07:00", "on a Saturday"},
             Case{"2025-08-29T13:30+07:00", "16 working hours", "2025-09-04T14:30:00+07:00", "over National Day"},
             Case{"2025-04-25T16:30+07:00", "1 working hour", "2025-04-26T08:00:00+07:00", "a worked Saturday"},
         }) {
        INFO(c.from << " + " << c.length << ": " << c.shows);
        const Deadline deadline = end(c.from, c.length, with_hours());
        CHECK(deadline.determined);
        CHECK(to_text(deadline.ends) == c.ends);
        CHECK(deadline.last_day == civil_day(deadline.ends));
        CHECK(verdict(deadline.steps) == Truth::pass);
    }
    const Deadline late = end("2025-09-20T12:00+07:00", "1 working hour", with_hours());
    CHECK(words_of(late.steps) ==
          std::vector<std::string>{"step-hours-from", "step-session-start", "step-hours-counted", "step-ends"});
    CHECK(late.steps[1].citations.front().clause == "hours.1");
    CHECK(message(late.steps[1], Language::en) ==
          "12:00 on 20 Sep 2025 is outside working hours; counting begins at 07:30 on 22 Sep 2025.");
}

TEST_CASE("Exactly the working time asked for lies between the start and the end of working hours")
{
    unsigned seed = 12345;
    const auto next = [&](unsigned below) {
        seed = seed * 1664525u + 1013904223u;
        return (seed >> 8) % below;
    };
    for (int i = 0; i < 150; ++i) {
        const Instant from{start_of_day(on("2025-01-01")).seconds + std::int64_t{next(500)} * 86400 +
                           std::int64_t{next(1440)} * 60};
        const int hours = 1 + static_cast<int>(next(40));
        const Deadline deadline =
            period_end(from, {hours, LengthUnit::working_hours}, civil_code(), with_hours(), clause);
        INFO(to_text(from) << " + " << hours);
        CHECK(minutes_worked(from, deadline.ends, with_hours()) == std::int64_t{hours} * 60);
        // and it ends with the last of them
        CHECK(minutes_worked(Instant{deadline.ends.seconds - 60}, deadline.ends, with_hours()) == 1);
    }
}

TEST_CASE("Where the hours or the moment are not known the end of a period in hours is open")
{
    const Deadline no_hours = end("2025-09-19T08:00+07:00", "2 working hours", civil_service());
    CHECK_FALSE(no_hours.determined);
    CHECK(message(no_hours.steps.back(), Language::vi) ==
          "Các văn bản đã nạp không quy định: giờ làm việc trong ngày.");
    const Deadline no_moment =
        period_end(on("2025-09-19"), {36, LengthUnit::hours}, civil_code(), with_hours(), clause);
    CHECK_FALSE(no_moment.determined);
    CHECK(verdict(no_moment.steps) == Truth::undetermined);
    CHECK(message(no_moment.steps.back(), Language::en) ==
          "36 hours run from a moment, but only the day 19 Sep 2025 is known.");
    PeriodRules rules = civil_code();
    rules.hours_from_moment = false;
    const Instant event = parse_instant("2025-09-19T08:00+07:00");
    CHECK_FALSE(period_end(event, {36, LengthUnit::hours}, rules, with_hours(), clause).determined);
    const std::vector<Suspension> suspended{{on("2025-09-19"), on("2025-09-20")}};
    CHECK_FALSE(period_end(event, {36, LengthUnit::hours}, civil_code(), with_hours(), clause, suspended,
                           SuspendedDays::not_counted)
                    .determined);
    CHECK(problem_of([&] { end("2026-12-31T16:30+07:00", "1 working hour", with_hours()); }).id ==
          ErrorId::year_not_decided);
    CHECK(problem_of([&] { end("9999-12-31T16:30+07:00", "24 hours", with_hours()); }).id == ErrorId::out_of_range);
}

TEST_CASE("Of a moment the other units take the day in Việt Nam")
{
    // 18:00Z on the 18th is 01:00 on the 19th.
    const Deadline from_moment = end("2025-09-18T18:00Z", "1 month", civil_service());
    const Deadline from_day =
        period_end(on("2025-09-19"), {1, LengthUnit::months}, civil_code(), civil_service(), clause);
    CHECK(from_moment.last_day == from_day.last_day);
    CHECK(to_text(from_moment.last_day) == "2025-10-20");
    CHECK(from_moment.ends == end_of_day(on("2025-10-20")));
}
