#pragma once

#include "../calendar/lunar.hpp"
#include "day_columns_inl.hpp"
#include "lunar_columns.hpp"

namespace sangkien {

namespace detail {

// The row of a day within the table costs no check but one; any other is no day, or the Error of to_lunar.
template <class Count>
void lunar_column(const Count* days, std::size_t count, const LunarColumns& out, std::size_t first_row)
{
    for (std::size_t i = 0; i < count; ++i) {
        LunarDate date;
        if (days[i] != no_day<Count>) {
            const Day day{static_cast<std::int32_t>(days[i])};
            date = day.count == days[i] && has_lunar_date(day)
                       ? lunar_date(day)
                       : in_row(first_row + i, [&] { return to_lunar(day_in_range(days[i])); });
        }
        out.year[i] = static_cast<std::int16_t>(date.year);
        out.month[i] = static_cast<std::int8_t>(date.month);
        out.day[i] = static_cast<std::int8_t>(date.day);
        out.leap[i] = date.leap;
        out.uncertain[i] = date.uncertain();
    }
}

}  // namespace detail

SANGKIEN_INLINE void to_lunar(const std::int64_t* days, std::size_t count, LunarColumns out, std::size_t first_row)
{
    detail::lunar_column(days, count, out, first_row);
}

SANGKIEN_INLINE void to_lunar(const std::int32_t* days, std::size_t count, LunarColumns out, std::size_t first_row)
{
    detail::lunar_column(days, count, out, first_row);
}

SANGKIEN_INLINE void from_lunar(const std::int32_t* year, const std::int32_t* month, const std::int32_t* day,
                                const bool* leap, std::size_t count, std::int64_t* out, std::size_t first_row)
{
    std::size_t i = 0;
    try {
        for (; i < count; ++i) {
            const bool none = year[i] == 0 && month[i] == 0 && day[i] == 0;
            out[i] = none ? detail::no_day<std::int64_t> : from_lunar(year[i], month[i], day[i], leap[i]).count;
        }
    } catch (const Error&) {
        detail::in_row(first_row + i, [&] { return from_lunar(year[i], month[i], day[i], leap[i]); });
    }
}

}  // namespace sangkien
