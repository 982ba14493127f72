// Deadlines: the last day on which something can be done, and how it came about.
//
//   yearly_deadline({9, 25}, 2025, Bound::before, Roll::none, calendar, citation).ends;
//   // 2025-09-25T00:00:00+07:00
//   period_end(parse_day("2026-01-17"), {1, LengthUnit::months}, rules, calendar, citation).last_day;
//   // 2026-02-23
//   period_end(parse_instant("2026-01-16T15:00+07:00"), {36, LengthUnit::hours}, rules, calendar, citation).ends;
//   // 2026-01-18T03:00:00+07:00
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../core/finding.hpp"
#include "../core/instant.hpp"
#include "period.hpp"
#include "working_days.hpp"

namespace sangkien {

// Yearly day (ngày hằng năm): a day that every year has.
struct YearlyDay {
    int month = 1;
    int day = 1;

    friend constexpr bool operator==(YearlyDay a, YearlyDay b) noexcept { return a.month == b.month && a.day == b.day; }
};

// Reads day/month, as in "25/9". False, and `out` untouched, when it is not a day of every year ("29/2").
bool read_yearly_day(std::string_view text, YearlyDay& out) noexcept;
// The same, throwing Error SK1203.
YearlyDay parse_yearly_day(std::string_view text);
// "25/9"
std::string to_text(YearlyDay day);

// Bound (mốc): whether "before 25/9" excludes the day named, or "by 25/9" includes it.
enum class Bound : std::uint8_t { before, by };
const char* word(Bound bound) noexcept;

// Closing hour (giờ ngừng nhận): minutes of the day after 0:00. Reads "17:00", from "00:01" to "24:00"; false, and `out`
// untouched, when the text is no such time.
bool read_closing_hour(std::string_view text, int& out) noexcept;
// "17:00"
std::string closing_hour_text(int minutes);

// Deadline (hạn chót).
struct Deadline {
    Day last_day;
    Instant ends;              // the first instant that is too late: 24:00 of the last day, or earlier in it
    bool determined = false;   // false: no rulebook says; last_day and ends mean nothing, steps say what is missing
    Findings steps;            // how it came about, in order, each with its citation
    bool provisional = false;  // a day was asked for that lies in a provisional year; a step names the year and why
    std::optional<Instant> not_before;  // of one not determined: it ends no earlier than this, where that is known
};

// The moment a deadline ends, as a person reads it: "24:00 24/9/2025", or the instant when it ends within the day.
Datum last_moment(const Deadline& deadline);

// A deadline that cannot be told: `what` is the rule that no loaded rulebook gives.
Deadline undetermined_deadline(Name what);

// The deadline of a day named in a rulebook. The calendar is asked only when there is a roll: without one a
// named day needs no decided year, and whoever warns of a day off asks the calendar. `choices` are the
// declared choices of that rule; a step that rests on one says so. With `closes` it ends at that minute of the last
// day. Error SK1205 when `year` is not one of limits.
Deadline yearly_deadline(YearlyDay yearly, int year, Bound bound, Roll roll, const Calendar& calendar,
                         const Citation& citation, const std::vector<std::string>& choices = {},
                         std::optional<int> closes = {});

// The end of a period that an event on `event` sets going; `citation` is of the rule that gives the length.
//
// `suspensions` stand in order, none before the event, none overlapping; only the last may still be open. Their days
// are not days of the period, nor can the period end on one: the last day moves on by as many days (in working days:
// by as many working days), and a last day that is a day off goes on to the next working day that is not suspended.
// One that begins after the period has ended changes nothing, and a step says so. Where the rules do not say that
// suspended days are not counted, the end is undetermined, unless the caller says so by `policy`.
//
// Error SK1401 when the last day, or the way to it, lies in a year that the calendar does not answer for; SK1205 when
// it lies past the last year of limits, or a suspension is out of order (with its place, "/suspensions/1/from").
// Hours have no place in a day: such a period is undetermined.
Deadline period_end(Day event, Length length, const PeriodRules& rules, const Calendar& calendar,
                    const Citation& citation, const std::vector<Suspension>& suspensions = {},
                    SuspendedDays policy = SuspendedDays::as_ruled);

// The same from a moment. Hours run from that moment (Civil Code 147.1), working hours from it or, outside the sessions
// of the calendar, from the beginning of the next one; `ends` then lies within a day, and `last_day` is that day (at
// 24:00 the day that ends). Hours never roll: what the Code says of days off it says of a last day (148.5). All other
// units take the day of the moment at UTC+07:00. A period in hours that is suspended is undetermined: suspensions are
// of days.
Deadline period_end(Instant event, Length length, const PeriodRules& rules, const Calendar& calendar,
                    const Citation& citation, const std::vector<Suspension>& suspensions = {},
                    SuspendedDays policy = SuspendedDays::as_ruled);

// Day of a named point (ngày đầu, giữa, cuối tháng hoặc năm), with the step that cites the rule.
struct PointDay {
    Day day;
    bool determined = false;  // false: no rulebook says
    Findings steps;
};

// "Middle of the month" is its 15th (Civil Code 146). `month` is not asked of a point of the year. Error SK1205.
PointDay named_point(NamedPoint point, int year, int month, const PeriodRules& rules);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "deadline_inl.hpp"
#endif
