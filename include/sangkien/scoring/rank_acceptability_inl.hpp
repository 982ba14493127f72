#pragma once

#include <algorithm>
#include <stdexcept>

#include "rank_acceptability.hpp"

namespace sangkien {

namespace detail {

// The finishing steps of SplitMix64: every bit of the number stirred.
inline std::uint64_t stirred(std::uint64_t number) noexcept
{
    number = (number ^ (number >> 30)) * 0xbf58476d1ce4e5b9u;
    number = (number ^ (number >> 27)) * 0x94d049bb133111ebu;
    return number ^ (number >> 31);
}

// The cuts of the whole into `weights.size()` parts: sorted uniform cuts leave uniform weights.
inline void draw_weights(std::vector<std::int64_t>& weights, std::uint64_t seed, std::uint64_t draw)
{
    const std::uint64_t step = 0x9e3779b97f4a7c15u;
    const std::uint64_t start = stirred(stirred(seed + step) + step * (draw + 1));
    for (std::size_t i = 0; i + 1 < weights.size(); ++i)
        weights[i] = static_cast<std::int64_t>(stirred(start + step * (i + 1)) >> 32);
    weights.back() = weight_whole;
    std::sort(weights.begin(), weights.end());
    for (std::size_t i = weights.size() - 1; i > 0; --i) weights[i] -= weights[i - 1];
}

}  // namespace detail

SANGKIEN_INLINE std::vector<std::int64_t> drawn_weights(std::size_t criteria, std::uint64_t seed, std::uint64_t draw)
{
    if (criteria == 0) throw std::invalid_argument("weights need a criterion");
    std::vector<std::int64_t> out(criteria);
    detail::draw_weights(out, seed, draw);
    return out;
}

SANGKIEN_INLINE RankAcceptability rank_acceptability(const PointTable& points, std::uint64_t seed, std::uint64_t first,
                                                     std::uint64_t draws)
{
    // Weights sum to 2^32, so a total stays within 2^62: no overflow, and ties are exact.
    const std::int64_t most = std::int64_t{1} << 30;
    if (points.criteria == 0) throw std::invalid_argument("rank acceptability needs a criterion");
    for (std::int64_t value : points.values)
        if (value < -most || value > most) throw std::invalid_argument("points beyond 2^30 units");
    RankAcceptability out;
    out.rows = points.rows;
    out.draws = draws;
    out.counts.assign(points.rows * points.rows, 0);
    out.best.assign(points.rows, points.rows);
    out.worst.assign(points.rows, 0);
    struct Placed {
        std::int64_t total;
        std::size_t row;
    };
    std::vector<Placed> placed(points.rows);
    std::vector<std::int64_t> weights(points.criteria);
    for (std::uint64_t draw = first; draw - first < draws; ++draw) {
        detail::draw_weights(weights, seed, draw);
        for (std::size_t row = 0; row < points.rows; ++row) {
            const std::int64_t* values = points.values.data() + row * points.criteria;
            std::int64_t total = 0;
            for (std::size_t i = 0; i < points.criteria; ++i) total += values[i] * weights[i];
            placed[row] = {total, row};
        }
        std::sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) { return a.total > b.total; });
        std::size_t rank = 0;
        for (std::size_t i = 0; i < placed.size(); ++i) {
            if (placed[i].total != placed[rank].total) rank = i;
            const std::size_t row = placed[i].row;
            ++out.counts[row * points.rows + rank];
            out.best[row] = std::min(out.best[row], rank + 1);
            out.worst[row] = std::max(out.worst[row], rank + 1);
        }
    }
    return out;
}

SANGKIEN_INLINE void add_draws(RankAcceptability& to, const RankAcceptability& more)
{
    if (to.rows != more.rows) throw std::invalid_argument("draws over another table");
    to.draws += more.draws;
    for (std::size_t i = 0; i < to.counts.size(); ++i) to.counts[i] += more.counts[i];
    for (std::size_t i = 0; i < to.rows; ++i) {
        to.best[i] = std::min(to.best[i], more.best[i]);
        to.worst[i] = std::max(to.worst[i], more.worst[i]);
    }
}

}  // namespace sangkien
