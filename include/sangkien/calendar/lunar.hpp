// The Vietnamese lunar calendar, for the days of 1900 to 2199.
//
//   to_lunar(parse_day("2026-04-26"));      // 10/3/2026: the Hùng Kings' day
//   from_lunar(2026, 3, 10);                // 2026-04-26
//   shown(can_chi_of_year(2026)).vi;        // "Bính Ngọ"
//
// Months begin on the day of the new moon as the clock shows it at UTC+7, which is not always the Chinese day: Tết of
// 1985 came a month earlier than in China, that of 2007 and 2030 a day. A table holds the years, so that a call costs
// a few nanoseconds and no astronomy.
//
// Decision 121-CP of 8 August 1967 made this the civil calendar from 1 January 1968. Before that day the calendar in
// use was reckoned otherwise, and the South kept its own until 1975: earlier days are answered by today's rules, and
// marked. Marked as well is every day whose date would be another, were a new moon or a principal term that lies
// within two minutes of midnight on its other side. From about 2100 on the length of the day itself cannot be foreseen
// to two minutes: a calendar published nearer the time has precedence there.
#pragma once

#include <cstdint>

#include "../core/config.hpp"
#include "../core/day.hpp"
#include "../core/words.hpp"

namespace sangkien {

// How sure a lunar date is (độ chắc chắn).
enum class LunarCertainty : std::uint8_t { certain, near_midnight, before_1968 };

// Lunar date (ngày âm lịch). The year is that in which most of the lunar year lies: Tết of 2026 begins lunar year 2026.
struct LunarDate {
    int year = 0;
    int month = 0;  // 1 to 12
    int day = 0;    // 1 to 30
    bool leap = false;
    LunarCertainty certainty = LunarCertainty::certain;

    bool uncertain() const noexcept { return certainty != LunarCertainty::certain; }

    // The same date; how sure it is does not count.
    friend constexpr bool operator==(const LunarDate& a, const LunarDate& b) noexcept
    {
        return a.year == b.year && a.month == b.month && a.day == b.day && a.leap == b.leap;
    }
    friend constexpr bool operator!=(const LunarDate& a, const LunarDate& b) noexcept { return !(a == b); }
};

// Can chi (can chi): one of the sixty names of years, months and days, 0 is Giáp Tý.
struct CanChi {
    int index = 0;

    friend constexpr bool operator==(CanChi a, CanChi b) noexcept { return a.index == b.index; }
    friend constexpr bool operator!=(CanChi a, CanChi b) noexcept { return a.index != b.index; }
};

// Is `day` one of 1900-01-01 to 2199-12-31?
constexpr bool has_lunar_date(Day day) noexcept { return day >= Day{-25567} && day <= Day{84005}; }

// Error SK1205 outside those days.
LunarDate to_lunar(Day day);
// The inverse, for every date that to_lunar gives. Error SK1205 for others, SK1209 for one that there is not: day 30
// of a month of 29, a leap month that the year has not.
Day from_lunar(int year, int month, int day, bool leap = false);

// The month of lunar year 1899 to 2199 (else Error SK1205) that a leap month follows under the same number; 0 for none.
int leap_month(int year);
// 29 or 30. Errors as from_lunar.
int month_length(int year, int month, bool leap = false);

// Of a lunar year, of any size.
CanChi can_chi_of_year(int year) noexcept;
// Of a month, 1 to 12; a leap month has the name of the month before it.
CanChi can_chi_of_month(int year, int month) noexcept;
CanChi can_chi_of_day(Day day) noexcept;

// "certain", "near-midnight", "before-1968".
const char* word(LunarCertainty certainty) noexcept;
// Why a date is uncertain; empty when it is certain.
Words why_uncertain(LunarCertainty certainty);
// "Bính Ngọ"; in English without diacritics, which stays unambiguous.
Words shown(CanChi name);
// "10/3 âm lịch", "10/3 lunar"; "10/6 nhuận âm lịch", "10/6 (leap) lunar".
Words shown(const LunarDate& date);
// "10/3 âm lịch năm Bính Ngọ (2026)", "10/3 lunar of 2026 (Binh Ngo)".
Words shown_with_year(const LunarDate& date);
// "tháng 6 nhuận", "leap month 6".
Words shown_lunar_month(int month, bool leap);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "lunar_inl.hpp"
#endif
