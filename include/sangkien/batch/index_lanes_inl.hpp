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
    Number points[index_block];  // of the column at hand
    Number slopes[index_block];
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

// Added to `out`: each step from its figure on.
template <std::size_t Steps, class Number, class Count>
inline void add_steps(const Count* figures, std::size_t offices, const Count* from, const Number* steps, Number* out)
{
    static_assert(Steps >= 1 && Steps <= 4, "written out, since compilers do not always see it themselves");
    const auto at = [&](std::size_t step) { return step < Steps ? from[step] : Count(0); };
    const auto more = [&](std::size_t step) { return step < Steps ? steps[step] : Number(0); };
    // Copies of our own, which writing to `out` cannot change.
    const Count at0 = at(0), at1 = at(1), at2 = at(2), at3 = at(3);
    const Number more0 = more(0), more1 = more(1), more2 = more(2), more3 = more(3);
    const auto part = [](Count figure, Count bound, Number step) {
        return static_cast<Number>(Number(0) - static_cast<Number>(figure >= bound)) & step;
    };
    for (std::size_t i = 0; i < offices; ++i) {
        const Count figure = figures[i];
        Number sum = static_cast<Number>(out[i] + part(figure, at0, more0));
        if (Steps > 1) sum = static_cast<Number>(sum + part(figure, at1, more1));
        if (Steps > 2) sum = static_cast<Number>(sum + part(figure, at2, more2));
        if (Steps > 3) sum = static_cast<Number>(sum + part(figure, at3, more3));
        out[i] = sum;
    }
}

// A coefficient of the pieces, its slope or its base, for each office.
template <class Number, class Count, class Pieces, class Coefficient>
inline void add_pieces(const Count* figures, std::size_t offices, const Pieces& pieces, Coefficient of, Number* out)
{
    std::fill_n(out, offices, static_cast<Number>(of(pieces[0])));
    constexpr std::size_t most = 4;
    Count from[most];
    Number steps[most];
    std::size_t count = 0;
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        const Number step =
            static_cast<Number>(static_cast<Number>(of(pieces[i])) - static_cast<Number>(of(pieces[i - 1])));
        if (pieces[i].from > std::numeric_limits<Count>::max()) break;  // beyond what this column holds
        if (step == 0) continue;
        from[count] = within_count<Count>(pieces[i].from);
        steps[count++] = step;
        if (count < most) continue;
        add_steps<most>(figures, offices, from, steps, out);
        count = 0;
    }
    if (count == 1) add_steps<1>(figures, offices, from, steps, out);
    if (count == 2) add_steps<2>(figures, offices, from, steps, out);
    if (count == 3) add_steps<3>(figures, offices, from, steps, out);
}

// Whether a column has figures that are marks, and others that lie outside.
struct MarksMet {
    bool marked = false, outside = false;
};

// What stands for a column's two marks, in the place of points; then the points on the sums.
template <class Number, class Count>
inline MarksMet put_marks(const Count* figures, std::size_t offices, Count low, Count high, Count bare, Number to,
                          Number to_bare, Number* out, Number* sums) noexcept
{
    Count outside = 0, marked = 0;
    for (std::size_t i = 0; i < offices; ++i) {
        const Count figure = figures[i];
        const bool first = figure == no_figure<Count>, second = figure == bare;
        outside =
            static_cast<Count>(outside | static_cast<Count>(((figure < low) | (figure > high)) & !first & !second));
        marked = static_cast<Count>(marked | static_cast<Count>(first | second));
        const Number points = first ? to : second ? to_bare : out[i];
        out[i] = points;
        sums[i] = static_cast<Number>(sums[i] + points);
    }
    return {marked != 0, outside != 0};
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
