// The steps of IndexScorer over a block of offices: each over all of them, so that the compiler compares and adds several at
// once and no step waits for a branch that depends on a figure.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "index_tables.hpp"

namespace sangkien {

namespace detail {

constexpr std::size_t index_block = 512;

// `Number` is without a sign: what leads out of it on the way comes back, since the points themselves fit.
template <class Number_>
struct IndexBlock {
    using Number = Number_;
    Number points[index_block];                         // of the column at hand
    Number sums[3][index_block], open[3][index_block];  // of the base, bonus, penalty
    Number excluded[index_block];                       // of the base's maximum
};

// A bound as figures of this width can be compared with it.
template <class Count>
inline Count within_count(std::int64_t bound) noexcept
{
    constexpr std::int64_t least = no_evidence<Count> + 1, most = std::numeric_limits<Count>::max();
    return static_cast<Count>(std::min(std::max(bound, least), most));
}

// Whether a column has figures that are marks, and others that lie outside.
struct MarksMet {
    bool marked = false, outside = false;
};

// Pieces of lines as steps: points = base + slope * figure, and from some figures on more of both.
template <class Number, class Count>
struct LaneSteps {
    static constexpr std::size_t most = 4;
    Number base = 0, slope = 0;
    Count from[most] = {};
    Number bases[most] = {}, slopes[most] = {};  // what is added
    std::size_t count = 0;
    bool sloped = false;
};

// As many pieces as there is room for; where the next is taken from `next` on.
template <class Number, class Count, class Pieces>
inline LaneSteps<Number, Count> lane_steps(const Pieces& pieces, std::size_t& next) noexcept
{
    LaneSteps<Number, Count> out;
    if (next == 0) {
        out.base = static_cast<Number>(pieces[0].base);
        out.slope = static_cast<Number>(pieces[0].slope);
        out.sloped = out.slope != 0;
        next = 1;
    }
    for (; next < pieces.size() && out.count < out.most; ++next) {
        if (pieces[next].from > std::numeric_limits<Count>::max()) {  // beyond what this column holds
            next = pieces.size();
            break;
        }
        const auto step = [](std::int64_t from, std::int64_t to) {
            return static_cast<Number>(static_cast<Number>(to) - static_cast<Number>(from));
        };
        out.from[out.count] = within_count<Count>(pieces[next].from);
        out.bases[out.count] = step(pieces[next - 1].base, pieces[next].base);
        out.slopes[out.count] = step(pieces[next - 1].slope, pieces[next].slope);
        out.sloped = out.sloped || out.slopes[out.count] != 0;
        ++out.count;
    }
    return out;
}

// The figures of a column in a block: up to `mark` they are marks, which lie below all others.
template <class Count>
struct Lane {
    const Count* figures;
    std::size_t offices;
    Count low, high, mark;
};

// The points of each figure, none for a mark, and on the sums: all in one go, so that each figure is looked at once.
// `More`: on the points too.
template <std::size_t Steps, bool Sloped, bool More, class Number, class Count>
inline MarksMet put_steps(const Lane<Count>& lane, const LaneSteps<Number, Count>& by, Number* out,
                          Number* sums) noexcept
{
    // Copies of our own, which writing to `out` cannot change.
    const Lane<Count> of = lane;
    const Number base = by.base, slope = by.slope;
    const Count at0 = by.from[0], at1 = by.from[1], at2 = by.from[2], at3 = by.from[3];
    const Number base0 = by.bases[0], base1 = by.bases[1], base2 = by.bases[2], base3 = by.bases[3];
    const Number slope0 = by.slopes[0], slope1 = by.slopes[1], slope2 = by.slopes[2], slope3 = by.slopes[3];
    Count outside = 0, marked = 0;
    for (std::size_t i = 0; i < of.offices; ++i) {
        const Count figure = of.figures[i];
        Number sum = base, times = slope;
        const auto step = [&](Count from, Number more, Number steeper) {
            const Number reached = static_cast<Number>(Number(0) - static_cast<Number>(figure >= from));
            sum = static_cast<Number>(sum + (reached & more));
            if (Sloped) times = static_cast<Number>(times + (reached & steeper));
        };
        if (Steps > 0) step(at0, base0, slope0);
        if (Steps > 1) step(at1, base1, slope1);
        if (Steps > 2) step(at2, base2, slope2);
        if (Steps > 3) step(at3, base3, slope3);
        if (Sloped) sum = static_cast<Number>(sum + times * static_cast<Number>(figure));
        const bool mark = figure <= of.mark;
        outside = static_cast<Count>(outside | static_cast<Count>(((figure < of.low) | (figure > of.high)) & !mark));
        marked = static_cast<Count>(marked | static_cast<Count>(mark));
        const Number points = mark ? Number(0) : sum;
        out[i] = static_cast<Number>((More ? out[i] : 0) + points);
        sums[i] = static_cast<Number>(sums[i] + points);
    }
    return {marked != 0, outside != 0};
}

template <std::size_t Steps = 0, class Number, class Count>
inline MarksMet put_first(const Lane<Count>& lane, const LaneSteps<Number, Count>& by, Number* out,
                          Number* sums) noexcept
{
    if constexpr (Steps < LaneSteps<Number, Count>::most)
        if (by.count > Steps) return put_first<Steps + 1>(lane, by, out, sums);
    return by.sloped ? put_steps<Steps, true, false>(lane, by, out, sums)
                     : put_steps<Steps, false, false>(lane, by, out, sums);
}

template <class Number, class Count, class Pieces>
inline MarksMet put_lane(const Lane<Count>& lane, const Pieces& pieces, Number* out, Number* sums) noexcept
{
    std::size_t next = 0;
    const MarksMet met = put_first(lane, lane_steps<Number, Count>(pieces, next), out, sums);
    while (next < pieces.size())  // rare: a long table of steps
        put_steps<LaneSteps<Number, Count>::most, true, true>(lane, lane_steps<Number, Count>(pieces, next), out, sums);
    return met;
}

// The same figures and marks (up to `mark`) in 32 bits; false when there is one that does not fit.
inline bool narrowed(const std::int64_t* figures, std::size_t offices, std::int64_t mark, std::int32_t* out) noexcept
{
    std::int64_t outside = 0;
    for (std::size_t i = 0; i < offices; ++i) {
        const std::int64_t figure = figures[i];
        const bool marked = figure <= mark;
        outside |= static_cast<std::int64_t>(((figure <= no_evidence<std::int32_t>) | (figure > INT32_MAX)) & !marked);
        // The marks are the lowest numbers of both, in the same order.
        out[i] =
            static_cast<std::int32_t>(marked ? figure - no_figure<std::int64_t> + no_figure<std::int32_t> : figure);
    }
    return outside == 0;
}

template <class Number, class Count>
inline void add_where(const Count* figures, std::size_t offices, Count mark, Number more, Number* out)
{
    if (more == 0) return;
    for (std::size_t i = 0; i < offices; ++i)
        out[i] = static_cast<Number>(out[i] + (figures[i] == mark ? more : Number(0)));
}

}  // namespace detail

}  // namespace sangkien
