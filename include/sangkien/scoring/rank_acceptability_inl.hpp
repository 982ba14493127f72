#pragma once

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "rank_acceptability.hpp"

#include "../core/drawn_inl.hpp"
#include "../core/key_order_inl.hpp"

// Where the compiler can make the same loop for processors that do more at once. Whole numbers: the sums are the same.
#if defined(__GNUC__) && defined(__x86_64__)
#define SANGKIEN_AVX2
#define SANGKIEN_ALWAYS_INLINE inline __attribute__((always_inline))
#else
#define SANGKIEN_ALWAYS_INLINE inline
#endif

namespace sangkien {

namespace detail {

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

// Takes four columns times their weights off at once.
SANGKIEN_ALWAYS_INLINE void take_four_plain(const std::uint32_t* a, const std::uint32_t* weights, std::size_t rows,
                                            std::uint64_t* out) noexcept
{
    const std::uint32_t *b = a + rows, *c = b + rows, *d = c + rows;
    const std::uint64_t wa = weights[0], wb = weights[1], wc = weights[2], wd = weights[3];
    for (std::size_t row = 0; row < rows; ++row) out[row] -= a[row] * wa + b[row] * wb + c[row] * wc + d[row] * wd;
}

#ifdef SANGKIEN_AVX2
__attribute__((target("avx2"))) inline void take_four_wide(const std::uint32_t* columns, const std::uint32_t* weights,
                                                           std::size_t rows, std::uint64_t* out) noexcept
{
    take_four_plain(columns, weights, rows, out);
}
#endif

inline void take_four(const std::uint32_t* columns, const std::uint32_t* weights, std::size_t rows,
                      std::uint64_t* out) noexcept
{
#ifdef SANGKIEN_AVX2
    if (__builtin_cpu_supports("avx2")) return take_four_wide(columns, weights, rows, out);
#endif
    take_four_plain(columns, weights, rows, out);
}

// Points in columns, each less its own least: that moves every total of a draw by the same, so no rank, and leaves 31 bits.
// Columns of nothing fill up the last four.
class PointColumns {
public:
    explicit PointColumns(const PointTable& points)
        : rows_(points.rows), spans_(points.criteria), values_((points.criteria + 3) / 4 * 4 * points.rows)
    {
        for (std::size_t i = 0; i < points.criteria; ++i) {
            std::int64_t least = points.values[i], most = least;
            for (std::size_t row = 0; row < rows_; ++row) {
                least = std::min(least, points.values[row * points.criteria + i]);
                most = std::max(most, points.values[row * points.criteria + i]);
            }
            spans_[i] = static_cast<std::uint64_t>(most - least);
            for (std::size_t row = 0; row < rows_; ++row)
                values_[i * rows_ + row] = static_cast<std::uint32_t>(points.values[row * points.criteria + i] - least);
        }
    }

    // What each row's total lacks to the best that any could have, which is given back.
    std::uint64_t lacks(const std::vector<std::int64_t>& weights, std::vector<std::uint64_t>& out) const
    {
        std::uint64_t best = 0;
        for (std::size_t i = 0; i < weights.size(); ++i) best += spans_[i] * static_cast<std::uint64_t>(weights[i]);
        std::fill(out.begin(), out.end(), best);
        for (std::size_t i = 0; i < weights.size(); i += 4) {
            std::uint32_t some[4] = {};
            for (std::size_t k = i; k < std::min(i + 4, weights.size()); ++k) {
                if (weights[k] == weight_whole) return alone(k, out), best;
                some[k - i] = static_cast<std::uint32_t>(weights[k]);
            }
            take_four(values_.data() + i * rows_, some, rows_, out.data());
        }
        return best;
    }

private:
    // The whole is the only weight of more than 32 bits; nothing weighs beside it.
    void alone(std::size_t criterion, std::vector<std::uint64_t>& out) const
    {
        for (std::size_t row = 0; row < rows_; ++row)
            out[row] = (spans_[criterion] - values_[criterion * rows_ + row]) << 32;
    }

    std::size_t rows_;
    std::vector<std::uint64_t> spans_;
    std::vector<std::uint32_t> values_;
};

// Ranks of some draws, counted together: the counts of all rows are more than a cache holds, those of one row are not. Ranks
// lie in tiles of some draws and all rows.
template <class Rank>
class RankCounts {
public:
    static constexpr std::size_t tile = 32;

    // Room for some draws: at most what the counts themselves take.
    RankCounts(std::size_t rows, std::uint64_t draws)
        : rows_(rows),
          room_(std::min<std::uint64_t>(draws, std::max(rows, tile) * sizeof(std::uint64_t) / sizeof(Rank))),
          ranks_(new Rank[(room_ + tile - 1) / tile * tile * rows]),
          some_(rows)
    {
    }

    std::size_t room() const noexcept { return room_; }

    // Where the rank of a row in this draw belongs: at row * tile.
    Rank* draw(std::size_t number) noexcept { return ranks_.get() + number / tile * tile * rows_ + number % tile; }

    void add(std::size_t draws, RankAcceptability& to)
    {
        for (std::size_t row = 0; row < rows_; ++row) {
            std::fill(some_.begin(), some_.end(), 0);
            for (std::size_t done = 0; done < draws; done += tile) {
                const Rank* ranks = ranks_.get() + done * rows_ + row * tile;
                const std::size_t many = std::min(tile, draws - done);
                for (std::size_t draw = 0; draw < many; ++draw) ++some_[ranks[draw]];
            }
            if (row * rows_ == to.counts.size())  // the first draws
                to.counts.insert(to.counts.end(), some_.begin(), some_.end());
            else
                for (std::size_t rank = 0; rank < rows_; ++rank) to.counts[row * rows_ + rank] += some_[rank];
            std::size_t best = 0, worst = rows_;
            while (some_[best] == 0) ++best;
            while (some_[worst - 1] == 0) --worst;
            to.best[row] = std::min(to.best[row], best + 1);
            to.worst[row] = std::max(to.worst[row], worst);
        }
    }

private:
    std::size_t rows_, room_;
    std::unique_ptr<Rank[]> ranks_;
    std::vector<std::uint32_t> some_;
};

template <class Rank>
inline void count_draws(const PointTable& points, std::uint64_t seed, std::uint64_t first, RankAcceptability& out)
{
    const PointColumns columns(points);
    RankCounts<Rank> counts(points.rows, out.draws);
    KeyOrder order;
    std::vector<std::uint64_t> lacks(points.rows);
    std::vector<std::int64_t> weights(points.criteria);
    for (std::uint64_t done = 0; done < out.draws;) {
        const auto some = static_cast<std::size_t>(std::min<std::uint64_t>(counts.room(), out.draws - done));
        for (std::size_t i = 0; i < some; ++i) {
            draw_weights(weights, seed, first + done + i);
            const std::uint64_t best = columns.lacks(weights, lacks);
            Rank* ranks = counts.draw(i);
            order.ranks(lacks.data(), points.rows, bits_of(best),
                        [ranks](std::size_t row, std::size_t before, std::size_t) {
                            ranks[row * RankCounts<Rank>::tile] = static_cast<Rank>(before);
                        });
        }
        counts.add(some, out);
        done += some;
    }
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
    // Weights sum to 2^32, so a total stays within 2^63: no overflow, and ties are exact.
    const std::int64_t most = std::int64_t{1} << 30;
    if (points.criteria == 0) throw std::invalid_argument("rank acceptability needs a criterion");
    for (std::int64_t value : points.values)
        if (value < -most || value > most) throw std::invalid_argument("points beyond 2^30 units");
    RankAcceptability out;
    out.rows = points.rows;
    out.draws = draws;
    out.best.assign(points.rows, points.rows);
    out.worst.assign(points.rows, 0);
    if (points.rows == 0) return out;
    if (draws == 0) out.counts.assign(points.rows * points.rows, 0);
    out.counts.reserve(points.rows * points.rows);
    if (points.rows <= 65536)
        detail::count_draws<std::uint16_t>(points, seed, first, out);
    else
        detail::count_draws<std::uint32_t>(points, seed, first, out);
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
