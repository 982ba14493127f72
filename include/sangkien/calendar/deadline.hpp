// Deadlines: the last day on which something can be done, and how it came about.
//
//   yearly_deadline({9, 25}, 2025, Bound::before, Roll::none, calendar, citation).ends;
//   // 2025-09-25T00:00:00+07:00
//   period_end(parse_day("2026-01-17"), {1, LengthUnit::months}, rules, calendar, citation).last_day;
//   // 2026-02-23
#pragma once

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

// Deadline (hạn chót).
struct Deadline {
    Day last_day;
    Instant ends;             // the first instant that is too late: 24:00 of the last day
    bool determined = false;  // false: no rulebook says; last_day and ends mean nothing, steps say what is missing
    Findings steps;           // how it came about, in order, each with its citation
};

// A deadline that cannot be told: `what` is the rule that no loaded rulebook gives.
Deadline undetermined_deadline(Name what);

// The deadline of a day named in a rulebook. The calendar is asked only when there is a roll: without one a
// named day needs no decided year, and whoever warns of a day off asks the calendar. `choices` are the
// declared choices of that rule; a step that rests on one says so. Error SK1205 when `year` is not one of
// limits.
Deadline yearly_deadline(YearlyDay yearly, int year, Bound bound, Roll roll, const Calendar& calendar,
                         const Citation& citation, const std::vector<std::string>& choices = {});

// The end of a period that an event on `event` sets going; `citation` is of the rule that gives the length.
// Error SK1401 when the last day, or the way to it, lies in a year that is not decided; SK1205 when it lies
// past the last year of limits.
Deadline period_end(Day event, Length length, const PeriodRules& rules, const Calendar& calendar,
                    const Citation& citation);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "deadline_inl.hpp"
#endif
