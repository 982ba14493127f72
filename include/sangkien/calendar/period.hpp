// Periods: how long, and by which rules the last day is reckoned.
//
//   Length length;
//   read_length("3 months", length);     // true
//   shown(length).vi;                    // "3 tháng"
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "working_days.hpp"

namespace sangkien {

enum class LengthUnit : std::uint8_t { days, weeks, months, years, working_days };

// Length of a period (độ dài thời hạn): a number of days, weeks, months, years or working days.
struct Length {
    int number = 0;
    LengthUnit unit = LengthUnit::days;

    friend constexpr bool operator==(Length a, Length b) noexcept { return a.number == b.number && a.unit == b.unit; }
};

// Reads "3 months", "1 year", "5 working days". False, and `out` untouched, when the text is no such thing:
// the number goes from 1 to limits::period_length.
bool read_length(std::string_view text, Length& out) noexcept;
// The same, throwing Error SK1207.
Length parse_length(std::string_view text);
// "1 month", "3 months".
std::string to_text(Length length);
// "3 tháng", "3 months".
Words shown(Length length);

// Rules of periods (cách tính thời hạn), such as the Civil Code's articles 147 and 148, compiled from a
// rulebook. Each rule has its own citation. A rule that is off says nothing instead: the end of a period that
// needs it is undetermined.
struct PeriodRules {
    bool first_day_counted = false;  // whether the day of the event is the first day of the period
    bool clamp_month_end = false;    // no corresponding day in the month: its last day
    Roll day_off = Roll::none;       // where a last day that is a day off goes
    bool ends_at_midnight = false;   // the last day ends at 24:00
    Citation first_day_citation;
    Citation month_end_citation;
    Citation day_off_citation;
    Citation ends_citation;
    std::vector<std::string> choices;  // paths of declared choices, such as "periods.day-off"
};

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "period_inl.hpp"
#endif
