// Moments in time, and the civil day they fall on in Việt Nam.
//
//   Instant t = parse_instant("2025-09-24T23:59:59+07:00");   // throws Error SK1202
//   civil_day(t);                                             // 2025-09-24
//   t < end_of_day(parse_day("2025-09-24"));                  // true: the day ends at 24:00
//
// The zone is fixed: UTC+07:00 with no daylight saving, so no zone database is read and the host's zone is not asked.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "config.hpp"
#include "day.hpp"

namespace sangkien {

// Instant (thời điểm): seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
struct Instant {
    std::int64_t seconds = 0;

    friend constexpr bool operator==(Instant a, Instant b) noexcept { return a.seconds == b.seconds; }
    friend constexpr bool operator!=(Instant a, Instant b) noexcept { return a.seconds != b.seconds; }
    friend constexpr bool operator<(Instant a, Instant b) noexcept { return a.seconds < b.seconds; }
    friend constexpr bool operator<=(Instant a, Instant b) noexcept { return a.seconds <= b.seconds; }
    friend constexpr bool operator>(Instant a, Instant b) noexcept { return a.seconds > b.seconds; }
    friend constexpr bool operator>=(Instant a, Instant b) noexcept { return a.seconds >= b.seconds; }
};

constexpr std::int64_t vietnam_offset_seconds = 7 * 3600;

// The day on which `t` falls at UTC+07:00.
constexpr Day civil_day(Instant t) noexcept
{
    const std::int64_t local = t.seconds + vietnam_offset_seconds;
    const std::int64_t day = local >= 0 ? local / 86400 : -((-local + 86399) / 86400);
    return Day{static_cast<std::int32_t>(day)};
}

// 00:00 of `d` at UTC+07:00.
constexpr Instant start_of_day(Day d) noexcept
{
    return Instant{static_cast<std::int64_t>(d.count) * 86400 - vietnam_offset_seconds};
}

// 24:00 of `d` at UTC+07:00 (Civil Code 148): the first instant that is too late.
constexpr Instant end_of_day(Day d) noexcept { return start_of_day(d + 1); }

// Reads ISO 8601 `YYYY-MM-DDThh:mm[:ss]` followed by `Z` or `+hh:mm` / `-hh:mm`. An instant without an offset is
// refused: whose midnight it means would be a guess.
bool read_instant(std::string_view text, Instant& out) noexcept;
// The same, throwing Error SK1202.
Instant parse_instant(std::string_view text);
// `YYYY-MM-DDThh:mm:ss+07:00`.
std::string to_text(Instant t);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "instant_inl.hpp"
#endif
