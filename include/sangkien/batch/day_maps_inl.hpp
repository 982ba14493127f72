// Tables made once for a column of days, and the loops over it that cost a row one look-up. Measured: a loop with one
// test a row, careful only where a row lies outside, runs at the speed of a copy.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "../calendar/day_table.hpp"
#include "day_columns.hpp"

namespace sangkien::detail {

template <class Count>
inline constexpr Count no_day = std::numeric_limits<Count>::min();

// Where each day of a stretch goes, made once for a column: then a row is one look-up.
struct DayMap {
    static constexpr std::int32_t nowhere = INT32_MIN;

    Day first;
    std::vector<std::int32_t> moves;  // to add to the day; one more than days, the last is 0: no day stays no day
    bool holes = false;               // some day inside goes nowhere

    std::size_t size() const noexcept { return moves.size() - 1; }

    // `where(day, out)` is false for a day that goes nowhere.
    template <class Where>
    DayMap(Day first_day, Day end, Where where)
    {
        moves.reserve(static_cast<std::size_t>(end - first_day) + 1);
        Day to;
        while (first_day < end && !where(first_day, to)) first_day = first_day + 1;
        first = first_day;
        for (Day day = first; day < end; day = day + 1) moves.push_back(where(day, to) ? to - day : nowhere);
        while (!moves.empty() && moves.back() == nowhere) moves.pop_back();
        for (const std::int32_t move : moves) holes = holes || move == nowhere;
        moves.push_back(0);
    }
};

template <class Count>
std::uint64_t position(Count day, std::uint64_t first) noexcept
{
    return static_cast<std::uint64_t>(std::int64_t{day}) - first;
}

// Rows that a kernel does without a branch after it has met one that is out of range: where one is, more are near.
inline constexpr std::size_t careful_rows = 64;

// Moves every day of the column. Stops at the first row that is a day and goes nowhere; gives the rows done. Written so
// that the usual row costs one test and one look-up.
template <class Count>
std::size_t move_days(const DayMap& map, const Count* days, std::size_t count, Count* out) noexcept
{
    const std::int32_t* moves = map.moves.data();
    const auto first = static_cast<std::uint64_t>(std::int64_t{map.first.count});
    const std::uint64_t size = map.size();
    for (std::size_t i = 0; i < count;) {
        for (; i < count; ++i) {
            const std::uint64_t at = position(days[i], first);
            if (at >= size) break;
            out[i] = days[i] + moves[at];
        }
        const std::size_t from = i, end = count - i < careful_rows ? count : i + careful_rows;
        unsigned wrong = 0;
        for (; i < end; ++i) {
            const std::uint64_t at = position(days[i], first);
            const bool outside = at >= size;
            wrong |= static_cast<unsigned>(outside) & static_cast<unsigned>(days[i] != no_day<Count>);
            out[i] = days[i] + moves[outside ? size : at];
        }
        if (wrong != 0)
            for (i = from;; ++i)
                if (days[i] != no_day<Count> && position(days[i], first) >= size) return i;
    }
    return count;
}

// The same where some day of the map goes nowhere.
template <class Count>
std::size_t move_days_around_holes(const DayMap& map, const Count* days, std::size_t count, Count* out) noexcept
{
    const auto first = static_cast<std::uint64_t>(std::int64_t{map.first.count});
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint64_t at = position(days[i], first);
        const bool outside = at >= map.size();
        if (outside ? days[i] != no_day<Count> : map.moves[at] == DayMap::nowhere) return i;
        out[i] = outside ? days[i] : days[i] + map.moves[at];
    }
    return count;
}

template <class Count>
std::size_t move_column(const DayMap& map, const Count* days, std::size_t count, Count* out) noexcept
{
    return map.holes ? move_days_around_holes(map, days, count, out) : move_days(map, days, count, out);
}

// Ranks of every position of a table, 4 bytes each, so that a row of a long column is one look-up.
struct RankMap {
    std::int64_t first;
    std::vector<std::int32_t> ranks;

    explicit RankMap(const DayTable& table) : first(table.first().count)
    {
        ranks.reserve(table.size() + 1);
        for (std::uint32_t at = 0; at <= table.size(); ++at) ranks.push_back(static_cast<std::int32_t>(table.rank(at)));
    }
};

// Counts while both days lie in the table or at its end, or are no day; gives the rows done.
template <class Count>
std::size_t count_pairs(const RankMap& map, const Count* a, const Count* b, std::size_t count, std::int64_t* out,
                        std::size_t& missing) noexcept
{
    const std::int32_t* ranks = map.ranks.data();
    const auto first = static_cast<std::uint64_t>(map.first);
    const std::uint64_t size = map.ranks.size() - 1;
    std::size_t i = 0;
    for (; i < count; ++i) {
        const std::uint64_t from = position(a[i], first), to = position(b[i], first);
        // A day at the very end is no longer answered for, but one may count up to it.
        if ((from >= size) | (to >= size)) {
            const bool none = a[i] == no_day<Count> || b[i] == no_day<Count>;
            if (!none && (from > size || to > size || from == to)) return i;
            missing += none ? 1 : 0;
            out[i] = none ? no_count : ranks[to] - ranks[from];
        } else {
            out[i] = ranks[to] - ranks[from];
        }
    }
    return i;
}

}  // namespace sangkien::detail
