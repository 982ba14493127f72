// In how many of all possible weightings does each initiative come first, second, third: information, never a
// verdict.
//
// Weights are drawn uniformly from the simplex. Everything is whole numbers, so the counts are the same on every
// machine and however the draws are divided: draw number d depends on the seed and on d alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "../core/config.hpp"

namespace sangkien {

// The whole that the weights of one draw add up to.
inline constexpr std::int64_t weight_whole = std::int64_t{1} << 32;

// Points (điểm) per initiative and criterion as whole numbers of one unit, such as hundredths; each criterion
// already scaled as its weight is to act on it. Magnitudes stay within 2^30.
struct PointTable {
    PointTable(std::size_t initiatives, std::size_t criteria_)
        : rows(initiatives), criteria(criteria_), values(initiatives * criteria_)
    {
    }

    std::int64_t& at(std::size_t row, std::size_t criterion) { return values[row * criteria + criterion]; }

    std::size_t rows;
    std::size_t criteria;
    std::vector<std::int64_t> values;
};

// Rank acceptability (mức chấp nhận thứ hạng). counts[row * rows + r] is the number of draws that gave the row
// rank r + 1; equal totals share the better rank. best and worst are the ranks seen, from 1.
struct RankAcceptability {
    std::size_t rows = 0;
    std::uint64_t draws = 0;
    std::vector<std::uint64_t> counts;
    std::vector<std::size_t> best;
    std::vector<std::size_t> worst;
};

// The weights of draw number `draw`, each at least 0, together weight_whole. To look again at one draw.
std::vector<std::int64_t> drawn_weights(std::size_t criteria, std::uint64_t seed, std::uint64_t draw);

// Draws first, first + 1, ... first + draws - 1. Throws std::invalid_argument when there is no criterion or a
// magnitude exceeds 2^30.
RankAcceptability rank_acceptability(const PointTable& points, std::uint64_t seed, std::uint64_t first,
                                     std::uint64_t draws);

// Adds the counts of other draws over the same table, such as another thread's.
void add_draws(RankAcceptability& to, const RankAcceptability& more);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "rank_acceptability_inl.hpp"
#endif
