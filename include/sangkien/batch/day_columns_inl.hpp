#pragma once

#include <limits>
#include <utility>
#include <vector>

#include "../core/error.hpp"
#include "../core/limits.hpp"
#include "day_columns.hpp"
#include "day_maps_inl.hpp"

namespace sangkien {

namespace detail {

// A column may hold any number; a Day only what limits allow.
template <class Count>
Day day_in_range(Count count)
{
    const Day first = day_of(limits::first_year, 1, 1), last = day_of(limits::last_year, 12, 31);
    if (count < first.count || count > last.count)
        throw Error(Problem{ErrorId::out_of_range,
                            {},
                            {{"value", std::int64_t{count}}, {"low", to_text(first)}, {"high", to_text(last)}}});
    return Day{static_cast<std::int32_t>(count)};
}

// Runs `question` and names the row in the Error it may throw.
template <class Question>
auto in_row(std::size_t row, Question question)
{
    try {
        return question();
    } catch (const Error& error) {
        std::vector<Problem> problems = error.problems();
        for (Problem& problem : problems) problem.details.push_back({"row", static_cast<std::int64_t>(row)});
        throw Error(std::move(problems));
    }
}

// A map costs a look at each of its days: worth it for a column longer than that.
inline bool map_pays(Day first, Day end, std::size_t count) noexcept
{
    constexpr std::int32_t longest = 1 << 17;  // half a megabyte, 358 years
    return end - first <= longest && static_cast<std::size_t>(end - first) < count;
}

template <class Count>
void add_to_column(const Calendar& calendar, const Count* days, std::size_t count, std::int64_t n, Roll roll,
                   Count* out, std::size_t first_row)
{
    const auto scalar = [&](std::size_t i) {
        out[i] =
            days[i] == no_day<Count> ? days[i] : in_row(first_row + i, [&] {
                                                     return calendar.add_working_days(day_in_range(days[i]), n, roll);
                                                 }).count;
    };
    const std::vector<DayTable>& tables = calendar.tables();
    std::size_t done = 0;
    if (!tables.empty() && map_pays(tables.front().first(), tables.back().end(), count)) {
        const DayMap map(tables.front().first(), tables.back().end(),
                         [&](Day day, Day& to) { return calendar.find_working_day(day, n, roll, to); });
        done = move_column(map, days, count, out);
    }
    for (std::size_t i = done; i < count; ++i) scalar(i);  // throws at once where the map had no answer
}

template <class Count>
void add_each(const Calendar& calendar, const Count* days, const std::int64_t* n, std::size_t count, Roll roll,
              Count* out, std::size_t first_row)
{
    for (std::size_t i = 0; i < count; ++i) {
        Day to;
        if (days[i] == no_day<Count>)
            out[i] = days[i];
        else if (days[i] == static_cast<std::int32_t>(days[i]) &&
                 calendar.find_working_day({static_cast<std::int32_t>(days[i])}, n[i], roll, to))
            out[i] = to.count;
        else
            out[i] = in_row(first_row + i, [&] {
                         return calendar.add_working_days(day_in_range(days[i]), n[i], roll);
                     }).count;
    }
}

template <class Count>
std::size_t count_column(const Calendar& calendar, const Count* a, const Count* b, std::size_t count, std::int64_t* out,
                         std::size_t first_row)
{
    std::size_t missing = 0;
    const auto scalar = [&](std::size_t i) {
        const bool none = a[i] == no_day<Count> || b[i] == no_day<Count>;
        missing += none ? 1 : 0;
        out[i] = none ? no_count : in_row(first_row + i, [&] {
            return calendar.count_working_days(day_in_range(a[i]), day_in_range(b[i]));
        });
    };
    const std::vector<DayTable>& tables = calendar.tables();
    if (tables.size() != 1 || !map_pays(tables.front().first(), tables.front().end(), count)) {
        for (std::size_t i = 0; i < count; ++i) scalar(i);
        return missing;
    }
    const RankMap map(tables.front());
    for (std::size_t i = 0; i < count;) {
        i += count_pairs(map, a + i, b + i, count - i, out + i, missing);
        if (i < count) scalar(i++);
    }
    return missing;
}

template <class Count>
void kinds_of_column(const Calendar& calendar, const Count* days, std::size_t count, std::uint8_t* out,
                     std::size_t first_row)
{
    for (std::size_t i = 0; i < count; ++i)
        out[i] = days[i] == no_day<Count> ? no_kind : static_cast<std::uint8_t>(in_row(first_row + i, [&] {
            return calendar.kind(day_in_range(days[i]));
        }));
}

// The first and last day of a column; false when it has none.
template <class Count>
bool span_of(const Count* days, std::size_t count, Day& first, Day& last)
{
    Count low = std::numeric_limits<Count>::max(), high = no_day<Count>;
    for (std::size_t i = 0; i < count; ++i) {
        if (days[i] == no_day<Count>) continue;
        low = days[i] < low ? days[i] : low;
        high = days[i] > high ? days[i] : high;
    }
    if (high == no_day<Count> || low < day_of(limits::first_year, 1, 1).count ||
        high > day_of(limits::last_year, 12, 31).count)
        return false;
    first = {static_cast<std::int32_t>(low)};
    last = {static_cast<std::int32_t>(high)};
    return true;
}

template <class Count>
void periods_of_column(const Calendar& calendar, const PeriodRules& rules, Length length, const Count* days,
                       std::size_t count, Count* out, std::size_t first_row)
{
    const auto end = [&](Day day) { return period_end(day, length, rules, calendar, {}); };
    Day first, last;
    std::size_t done = 0;
    if (span_of(days, count, first, last) && map_pays(first, last + 1, count)) {
        const DayMap map(first, last + 1, [&](Day day, Day& to) {
            try {
                const Deadline deadline = end(day);
                to = deadline.last_day;
                return deadline.determined;
            } catch (const Error&) {
                return false;
            }
        });
        done = move_column(map, days, count, out);
    }
    for (std::size_t i = done; i < count; ++i) {
        out[i] = days[i];
        if (days[i] == no_day<Count>) continue;
        const Deadline deadline = in_row(first_row + i, [&] { return end(day_in_range(days[i])); });
        out[i] = deadline.determined ? deadline.last_day.count : no_day<Count>;
    }
}

}  // namespace detail

SANGKIEN_INLINE void add_working_days(const Calendar& calendar, const std::int64_t* days, std::size_t count,
                                      std::int64_t n, Roll roll, std::int64_t* out, std::size_t first_row)
{
    detail::add_to_column(calendar, days, count, n, roll, out, first_row);
}

SANGKIEN_INLINE void add_working_days(const Calendar& calendar, const std::int32_t* days, std::size_t count,
                                      std::int64_t n, Roll roll, std::int32_t* out, std::size_t first_row)
{
    detail::add_to_column(calendar, days, count, n, roll, out, first_row);
}

SANGKIEN_INLINE void add_working_days(const Calendar& calendar, const std::int64_t* days, const std::int64_t* n,
                                      std::size_t count, Roll roll, std::int64_t* out, std::size_t first_row)
{
    detail::add_each(calendar, days, n, count, roll, out, first_row);
}

SANGKIEN_INLINE void add_working_days(const Calendar& calendar, const std::int32_t* days, const std::int64_t* n,
                                      std::size_t count, Roll roll, std::int32_t* out, std::size_t first_row)
{
    detail::add_each(calendar, days, n, count, roll, out, first_row);
}

SANGKIEN_INLINE std::size_t count_working_days(const Calendar& calendar, const std::int64_t* a, const std::int64_t* b,
                                               std::size_t count, std::int64_t* out, std::size_t first_row)
{
    return detail::count_column(calendar, a, b, count, out, first_row);
}

SANGKIEN_INLINE std::size_t count_working_days(const Calendar& calendar, const std::int32_t* a, const std::int32_t* b,
                                               std::size_t count, std::int64_t* out, std::size_t first_row)
{
    return detail::count_column(calendar, a, b, count, out, first_row);
}

SANGKIEN_INLINE void kinds(const Calendar& calendar, const std::int64_t* days, std::size_t count, std::uint8_t* out,
                           std::size_t first_row)
{
    detail::kinds_of_column(calendar, days, count, out, first_row);
}

SANGKIEN_INLINE void kinds(const Calendar& calendar, const std::int32_t* days, std::size_t count, std::uint8_t* out,
                           std::size_t first_row)
{
    detail::kinds_of_column(calendar, days, count, out, first_row);
}

SANGKIEN_INLINE void period_ends(const Calendar& calendar, const PeriodRules& rules, Length length,
                                 const std::int64_t* days, std::size_t count, std::int64_t* out, std::size_t first_row)
{
    detail::periods_of_column(calendar, rules, length, days, count, out, first_row);
}

SANGKIEN_INLINE void period_ends(const Calendar& calendar, const PeriodRules& rules, Length length,
                                 const std::int32_t* days, std::size_t count, std::int32_t* out, std::size_t first_row)
{
    detail::periods_of_column(calendar, rules, length, days, count, out, first_row);
}

}  // namespace sangkien
