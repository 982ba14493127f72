// Days and civil dates of the proleptic Gregorian calendar.
//
//   Day d = parse_day("2025-09-24");          // throws Error SK1201 when there is no such day
//   d + 1;  d - parse_day("2025-09-19");      // 5
//   weekday(d);                               // Weekday::wednesday
//
// A Day is a count, so that adding and comparing cost one instruction and columns of days are plain int32.
// There is no Day + Day: that sum does not compile.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "config.hpp"

namespace sangkien {

// Day (ngày): days since 1970-01-01, as int32.
struct Day {
    std::int32_t count = 0;

    friend constexpr bool operator==(Day a, Day b) noexcept { return a.count == b.count; }
    friend constexpr bool operator!=(Day a, Day b) noexcept { return a.count != b.count; }
    friend constexpr bool operator<(Day a, Day b) noexcept { return a.count < b.count; }
    friend constexpr bool operator<=(Day a, Day b) noexcept { return a.count <= b.count; }
    friend constexpr bool operator>(Day a, Day b) noexcept { return a.count > b.count; }
    friend constexpr bool operator>=(Day a, Day b) noexcept { return a.count >= b.count; }
    friend constexpr Day operator+(Day a, std::int32_t n) noexcept { return Day{a.count + n}; }
    friend constexpr Day operator-(Day a, std::int32_t n) noexcept { return Day{a.count - n}; }
    friend constexpr std::int32_t operator-(Day a, Day b) noexcept { return a.count - b.count; }
};

// Year, month (1-12) and day of the month (1-31) of a Day.
struct CivilDate {
    int year = 1970;
    int month = 1;
    int day = 1;
};

// Weekday (thứ): Monday is 0, as in ISO 8601 less one.
enum class Weekday : std::uint8_t { monday, tuesday, wednesday, thursday, friday, saturday, sunday };

constexpr Weekday weekday(Day d) noexcept
{
    const int n = (d.count + 3) % 7;  // 1970-01-01 was a Thursday
    return static_cast<Weekday>(n < 0 ? n + 7 : n);
}

// Is there such a day? Years 1 to 9999.
bool is_day(int year, int month, int day) noexcept;
// The Day of a civil date that exists (see is_day).
Day day_of(int year, int month, int day) noexcept;
CivilDate civil(Day d) noexcept;
// 28 to 31.
int last_day_of_month(int year, int month) noexcept;

// Reads ISO 8601 `YYYY-MM-DD`. False, and `out` untouched, when the text is not a day that exists.
bool read_day(std::string_view text, Day& out) noexcept;
// The same, throwing Error SK1201.
Day parse_day(std::string_view text);
// `YYYY-MM-DD`.
std::string to_text(Day d);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "day_inl.hpp"
#endif
