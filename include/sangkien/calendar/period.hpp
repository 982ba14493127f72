// Periods: how long, and by which rules the last day is reckoned.
//
//   Length length;
//   read_length("3 months", length);     // true
//   shown(length).vi;                    // "3 tháng"
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "working_days.hpp"

namespace sangkien {

enum class LengthUnit : std::uint8_t {
    days,
    weeks,
    months,
    years,
    working_days,
    hours,
    working_hours,
    half_months,
    half_years
};

// Length of a period (độ dài thời hạn): a number of days, weeks, months, years or working days, of hours or working
// hours, of half-months or half-years.
struct Length {
    int number = 0;
    LengthUnit unit = LengthUnit::days;

    bool in_hours() const noexcept { return unit == LengthUnit::hours || unit == LengthUnit::working_hours; }

    friend constexpr bool operator==(Length a, Length b) noexcept { return a.number == b.number && a.unit == b.unit; }
};

// Reads "3 months", "1 year", "5 working days", "36 hours", "1 half-month"; "half a month" and "half a year" too.
// False, and `out` untouched, when the text is no such thing: the number goes from 1 to limits::period_length.
bool read_length(std::string_view text, Length& out) noexcept;
// The same, throwing Error SK1207.
Length parse_length(std::string_view text);
// "1 month", "3 months", "1 half-month".
std::string to_text(Length length);
// "3 tháng", "3 months"; "nửa tháng", "1 half-month".
Words shown(Length length);

// Rules of periods (cách tính thời hạn), such as the Civil Code's articles 146 to 148, compiled from a
// rulebook. Each rule has its own citation. A rule that is off says nothing instead: the end of a period that
// needs it is undetermined.
struct PeriodRules {
    bool first_day_counted = false;  // whether the day of the event is the first day of the period
    bool clamp_month_end = false;    // no corresponding day in the month: its last day
    Roll day_off = Roll::none;       // where a last day that is a day off goes; never asked of hours
    bool ends_at_midnight = false;   // the last day ends at 24:00
    Citation first_day_citation;
    Citation month_end_citation;
    Citation day_off_citation;
    Citation ends_citation;
    std::vector<std::string> choices;  // paths of declared choices, such as "periods.day-off"

    bool hours_from_moment = false;      // hours run from the moment itself
    bool half_month_is_15_days = false;  // half a month
    bool half_year_is_6_months = false;  // half a year
    bool points_named = false;           // what "the middle of the month" is
    bool suspended_not_counted = false;  // a suspended day is not a day of the period
    Citation hours_citation;
    Citation half_month_citation;
    Citation half_year_citation;
    Citation points_citation;
    Citation suspended_citation;
};

// Suspension (tạm dừng, như khi trả hồ sơ để bổ sung): the days after `from`, up to and with `resumed`, are not days
// of the period. The day on which a file is returned still counts, the day on which it comes back does not: counting
// begins again on the day after, as after any event.
struct Suspension {
    Day from;
    std::optional<Day> resumed;  // nothing: still suspended
};

// Whose word it is that suspended days are not counted: the rulebook's, or the caller's own declared choice where no
// rulebook says.
enum class SuspendedDays : std::uint8_t { as_ruled, not_counted };

// Named point (thời điểm đầu, giữa, cuối) of a month or a year.
enum class NamedPoint : std::uint8_t {
    beginning_of_month,
    middle_of_month,
    end_of_month,
    beginning_of_year,
    middle_of_year,
    end_of_year
};

// Reads "middle of month". False, and `out` untouched, when it is no such point.
bool read_named_point(std::string_view text, NamedPoint& out) noexcept;
// "middle of month"
const char* word(NamedPoint point) noexcept;
// "giữa tháng", "middle of the month"
Words shown(NamedPoint point);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "period_inl.hpp"
#endif
