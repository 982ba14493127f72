#pragma once

#include <algorithm>
#include <stdexcept>

#include "ranking.hpp"

#include "../core/key_order_inl.hpp"

namespace sangkien {

namespace detail {

// Keys of rows as whole numbers from 0, the least first, and how many bits they need.
struct RankKeys {
    std::vector<std::uint64_t> values;
    int bits = 0;
};

// The greatest becomes 0.
inline void descending(const std::int64_t* column, std::size_t rows, RankKeys& out)
{
    std::int64_t least = column[0], most = column[0];
    for (std::size_t i = 0; i < rows; ++i) {
        least = std::min(least, column[i]);
        most = std::max(most, column[i]);
    }
    out.values.resize(rows);
    for (std::size_t i = 0; i < rows; ++i)
        out.values[i] = static_cast<std::uint64_t>(most) - static_cast<std::uint64_t>(column[i]);
    out.bits = bits_of(static_cast<std::uint64_t>(most) - static_cast<std::uint64_t>(least));
}

// each(row, before, different) for every row, in any order. Where there are no more values than rows, or not many more,
// each value is counted.
template <class Each>
inline void rank_keys(const RankKeys& keys, Each each)
{
    const std::size_t rows = keys.values.size();
    if (keys.bits > 20 || (std::size_t{1} << keys.bits) > 2 * rows + 1024)
        return KeyOrder().ranks(keys.values.data(), rows, keys.bits, each);
    struct Place {
        std::uint32_t before = 0, different = 0;
    };
    std::vector<Place> places(std::size_t{1} << keys.bits);
    for (const std::uint64_t key : keys.values) ++places[key].before;
    Place sum;
    for (Place& place : places) {
        const std::uint32_t count = place.before;
        place = sum;
        sum.before += count;
        sum.different += count != 0;
    }
    for (std::size_t row = 0; row < rows; ++row) {
        const Place place = places[keys.values[row]];
        each(row, place.before, place.different);
    }
}

// The same order in as few bits as the number of different values asks for.
inline void densely(RankKeys& keys)
{
    std::vector<std::uint64_t> dense(keys.values.size());
    std::uint64_t most = 0;
    rank_keys(keys, [&](std::size_t row, std::size_t, std::size_t different) {
        dense[row] = different;
        most = std::max<std::uint64_t>(most, different);
    });
    keys = {std::move(dense), bits_of(most)};
}

// What `next` says of rows that are equal so far.
inline void then_by(RankKeys& keys, RankKeys& next)
{
    if (keys.bits + next.bits > 64) densely(keys);
    if (keys.bits + next.bits > 64) densely(next);
    if (next.bits == 0) return;
    if (keys.bits == 0) {
        keys = std::move(next);
        return;
    }
    for (std::size_t i = 0; i < keys.values.size(); ++i) keys.values[i] = keys.values[i] << next.bits | next.values[i];
    keys.bits += next.bits;
}

}  // namespace detail

SANGKIEN_INLINE void rank_rows(const std::int64_t* const* keys, std::size_t columns, std::size_t rows, Ties ties,
                               std::int64_t* ranks)
{
    if (rows >> 32 != 0) throw std::invalid_argument("2^32 rows or more to rank");
    if (rows == 0) return;
    detail::RankKeys all, next;
    all.values.resize(rows);
    for (std::size_t i = 0; i < columns; ++i) {
        detail::descending(keys[i], rows, next);
        detail::then_by(all, next);
    }
    const bool dense = ties == Ties::dense;
    detail::rank_keys(all, [&](std::size_t row, std::size_t before, std::size_t different) {
        ranks[row] = static_cast<std::int64_t>(dense ? different : before) + 1;
    });
}

SANGKIEN_INLINE std::vector<std::int64_t> rank_rows(const std::vector<std::vector<std::int64_t>>& keys, Ties ties)
{
    std::vector<const std::int64_t*> columns;
    const std::size_t rows = keys.empty() ? 0 : keys.front().size();
    for (const std::vector<std::int64_t>& column : keys) {
        if (column.size() != rows) throw std::invalid_argument("columns of different lengths to rank by");
        columns.push_back(column.data());
    }
    std::vector<std::int64_t> out(rows);
    rank_rows(columns.data(), columns.size(), rows, ties, out.data());
    return out;
}

}  // namespace sangkien
