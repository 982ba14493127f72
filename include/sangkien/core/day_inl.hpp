#pragma once

#include <date/date.h>

#include "day.hpp"
#include "digits.hpp"
#include "limits.hpp"
#include "error.hpp"

namespace sangkien {

SANGKIEN_INLINE bool is_day(int year, int month, int day) noexcept
{
    if (year < limits::first_year || year > limits::last_year || month < 1 || month > 12 || day < 1) return false;
    return day <= last_day_of_month(year, month);
}

SANGKIEN_INLINE Day day_of(int year, int month, int day) noexcept
{
    const auto days = date::sys_days(date::year{year} / date::month{static_cast<unsigned>(month)} /
                                     date::day{static_cast<unsigned>(day)});
    return Day{static_cast<std::int32_t>(days.time_since_epoch().count())};
}

SANGKIEN_INLINE CivilDate civil(Day d) noexcept
{
    const date::year_month_day ymd{date::sys_days{date::days{d.count}}};
    return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
            static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

SANGKIEN_INLINE int last_day_of_month(int year, int month) noexcept
{
    const date::year_month_day_last last{date::year{year} / date::month{static_cast<unsigned>(month)} / date::last};
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

SANGKIEN_INLINE bool read_day(std::string_view text, Day& out) noexcept
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    const int year = detail::digits(text, 0, 4);
    const int month = detail::digits(text, 5, 2);
    const int day = detail::digits(text, 8, 2);
    if (!is_day(year, month, day)) return false;
    out = day_of(year, month, day);
    return true;
}

SANGKIEN_INLINE Day parse_day(std::string_view text)
{
    Day out;
    if (!read_day(text, out)) throw Error(Problem{ErrorId::bad_day, {}, {{"text", std::string(text)}}});
    return out;
}

SANGKIEN_INLINE std::string to_text(Day d)
{
    const CivilDate c = civil(d);
    std::string out;
    out.reserve(10);
    detail::put_digits(out, c.year, 4);
    out += '-';
    detail::put_digits(out, c.month, 2);
    out += '-';
    detail::put_digits(out, c.day, 2);
    return out;
}

}  // namespace sangkien
