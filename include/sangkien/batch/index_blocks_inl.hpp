// The columns of IndexScorer, some offices at a time.
#pragma once

#include <algorithm>
#include <numeric>

#include "day_columns_inl.hpp"
#include "index_lanes_inl.hpp"
#include "index_tables_inl.hpp"

// The same code once more for processors that take eight offices at a time, chosen when it runs.
#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__)
#define SANGKIEN_NOT_INLINED __attribute__((noinline))
#define SANGKIEN_WIDER_LANES __attribute__((target("avx2"), flatten))
#define SANGKIEN_HAS_WIDER_LANES __builtin_cpu_supports("avx2")
#else
#define SANGKIEN_NOT_INLINED
#define SANGKIEN_WIDER_LANES
#define SANGKIEN_HAS_WIDER_LANES false
#endif

namespace sangkien {

// SK1205 for the first figure outside its range, of which there is one.
template <class Count>
SANGKIEN_NOT_INLINED void IndexScorer::tell_outside(std::size_t column, const Count* figures, std::size_t row) const
{
    const Compiled& by = compiled_[column];
    const Count low = detail::within_count<Count>(by.low), high = detail::within_count<Count>(by.high);
    const Count bare = by.takes_bare ? no_evidence<Count> : no_figure<Count>;
    for (;; ++figures, ++row)
        if ((*figures < low || *figures > high) && *figures != no_figure<Count> && *figures != bare)
            detail::in_row(row, [&] { detail::throw_outside(component(column), Ratio(*figures, by.denominator)); });
}

template <class Block, class Count>
void IndexScorer::score_column(std::size_t column, const Count* figures, std::size_t row, std::size_t offices,
                               Block& block) const
{
    using Number = typename Block::Number;
    const Compiled& by = compiled_[column];
    const Count mark = by.takes_bare ? no_evidence<Count> : no_figure<Count>;
    if constexpr (sizeof(Count) > sizeof(Number)) {  // twice as many at once
        std::int32_t narrow[detail::index_block];
        if (detail::narrowed(figures, offices, mark, narrow)) return score_column(column, narrow, row, offices, block);
    }
    const auto side = static_cast<std::size_t>(component(column).side);
    const detail::Lane<Count> lane{figures, offices, detail::within_count<Count>(by.low),
                                   detail::within_count<Count>(by.high), mark};
    const detail::MarksMet met = detail::put_lane(lane, by.pieces, block.points, block.sums[side]);
    if (met.outside) tell_outside(column, figures, row);
    if (met.marked) {
        const auto beside = [&](Count which, const Without& what) {
            for (Number* points : {block.points, block.sums[side]})
                detail::add_where(figures, offices, which, static_cast<Number>(what.points), points);
            detail::add_where(figures, offices, which, static_cast<Number>(what.open), block.open[side]);
            detail::add_where(figures, offices, which, static_cast<Number>(what.excluded), block.excluded);
        };
        beside(no_figure<Count>, by.missing);
        if (by.takes_bare) beside(no_evidence<Count>, by.bare);
    }
}

template <class Block, class Count>
SANGKIEN_WIDER_LANES void IndexScorer::score_wider(std::size_t column, const Count* figures, std::size_t row,
                                                   std::size_t offices, Block& block) const
{
    score_column(column, figures, row, offices, block);
}

template <class Block, class Count>
void IndexScorer::put_points(std::size_t column, const Count* figures, const Block& block, std::size_t offices,
                             const IndexPoints& points, std::size_t at) const noexcept
{
    const Compiled& by = compiled_[column];
    const bool base = component(column).side == IndexSide::base;
    const std::size_t node = component(column).node * points.stride + at;
    if (base && points.nodes != nullptr)
        for (std::size_t i = 0; i < offices; ++i) points.nodes[node + i] += static_cast<std::int64_t>(block.points[i]);
    if (base && points.lost != nullptr)
        for (std::size_t i = 0; i < offices; ++i)
            points.lost[node + i] += figures[i] == no_figure<Count> ? by.missing.lost
                                     : figures[i] == no_evidence<Count>
                                         ? by.bare.lost
                                         : by.max - static_cast<std::int64_t>(block.points[i]);
    if (points.components == nullptr) return;
    std::int64_t* out = points.components + column * points.stride + at;
    for (std::size_t i = 0; i < offices; ++i)
        out[i] = (figures[i] == no_figure<Count> && !by.missing.known) ||
                         (figures[i] == no_evidence<Count> && !by.bare.known)
                     ? no_points
                     : static_cast<std::int64_t>(block.points[i]);
}

// As detail::settle, over whole numbers. False where they do not fit.
template <class Block>
bool IndexScorer::settle(const Block& block, std::size_t at, OfficeTotal& out) const noexcept
{
    const auto of = [&](const auto& sums) { return static_cast<std::int64_t>(sums[at]); };
    const std::int64_t open = of(block.open[0]), max = max_ - of(block.excluded);
    const std::int64_t low_beside = of(block.sums[1]) - of(block.sums[2]) - of(block.open[2]);
    const std::int64_t high_beside = of(block.sums[1]) + of(block.open[1]) - of(block.sums[2]);
    const bool none = max == 0 && max != whole_;
    std::int64_t low = of(block.sums[0]) + low_beside, high = of(block.sums[0]) + open + high_beside;
    std::int64_t whole = whole_, denominator = denominator_;
    if (none) {
        high = of(block.sums[0]) + whole_ + high_beside;
    } else if (max != whole_) {
        // (points * factor + beside * divisor) / divisor, in lowest terms only where it would not fit otherwise.
        const auto fits = [&](auto factor, auto divisor) {
            using Whole = decltype(factor);
            const Whole exact[] = {of(block.sums[0]) * factor + low_beside * divisor,
                                   (of(block.sums[0]) + open) * factor + high_beside * divisor, whole_ * divisor,
                                   denominator_ * divisor};
            for (const Whole value : exact)
                if (value > INT64_MAX / 2 || value < -(INT64_MAX / 2)) return false;
            low = static_cast<std::int64_t>(exact[0]);
            high = static_cast<std::int64_t>(exact[1]);
            whole = static_cast<std::int64_t>(exact[2]);
            denominator = static_cast<std::int64_t>(exact[3]);
            return true;
        };
        const auto lowest = [&] {
            const detail::wide common = std::gcd(whole_, max);
            return fits(whole_ / common, max / common);
        };
        if (small_ ? !fits(whole_, max) : !fits(detail::wide(whole_), detail::wide(max)) && !lowest()) return false;
    }
    if (tree_.clamped) {
        low = std::min(std::max<std::int64_t>(low, 0), whole);
        high = std::min(std::max<std::int64_t>(high, 0), whole);
    }
    const bool closed = open == 0 && of(block.open[1]) == 0 && of(block.open[2]) == 0 && !none;
    out = {low, denominator, high - low, denominator, closed || low == high};
    return true;
}

template <class Count>
OfficeTotal IndexScorer::by_ratios(const Count* const* columns, std::size_t office) const
{
    const Scorecard card = detail::card_of(tree_, [&](std::size_t at, const IndexComponent& component) {
        const Compiled& by = compiled_[at];
        const Count figure = columns[at] == nullptr ? no_figure<Count> : columns[at][office];
        if (figure == no_figure<Count>)
            return detail::line_by_rule(at, component, component.missing, LostReason::missing);
        if (figure == no_evidence<Count> && by.takes_bare)
            return detail::line_by_rule(at, component, *component.without_evidence, LostReason::no_evidence);
        if (figure < by.low || figure > by.high) detail::throw_outside(component, Ratio(figure, by.denominator));
        return detail::known_line(at, component, points_for(component, Ratio(figure, by.denominator)),
                                  LostReason::figure);
    });
    return {card.total.numerator(), card.total.denominator(), card.open.numerator(), card.open.denominator(),
            card.complete};
}

template <class Number, class Count>
void IndexScorer::run_blocks(const Count* const* columns, std::size_t offices, OfficeTotal* totals,
                             const IndexPoints& points, std::size_t first_row) const
{
    using Block = detail::IndexBlock<Number>;
    const auto score =
        SANGKIEN_HAS_WIDER_LANES ? &IndexScorer::score_wider<Block, Count> : &IndexScorer::score_column<Block, Count>;
    Count nobody[detail::index_block];
    std::fill_n(nobody, detail::index_block, no_figure<Count>);
    for (std::size_t at = 0; at < offices; at += detail::index_block) {
        const std::size_t part = std::min(detail::index_block, offices - at);
        Block block{};
        for (std::size_t column = 0; column < compiled_.size(); ++column) {
            const Count* figures = columns[column] == nullptr ? nobody : columns[column] + at;
            (this->*score)(column, figures, first_row + at, part, block);
            put_points(column, figures, block, part, points, at);
        }
        for (std::size_t i = 0; i < part; ++i)
            if (!settle(block, i, totals[at + i]))
                totals[at + i] = detail::in_row(first_row + at + i, [&] { return by_ratios(columns, at + i); });
    }
}

template <class Count>
void IndexScorer::run_any(const Count* const* columns, std::size_t offices, OfficeTotal* totals,
                          const IndexPoints& points, std::size_t first_row) const
{
    const bool wanted = points.nodes != nullptr || points.lost != nullptr || points.components != nullptr;
    if (denominator_ == 0) {
        if (wanted) detail::throw_overflow();
        for (std::size_t i = 0; i < offices; ++i)
            totals[i] = detail::in_row(first_row + i, [&] { return by_ratios(columns, i); });
        return;
    }
    for (std::int64_t* sums : {points.nodes, points.lost})
        for (std::size_t node = 0; sums != nullptr && node < tree_.nodes.size(); ++node)
            std::fill_n(sums + node * points.stride, offices, 0);
    if (small_)
        run_blocks<std::uint32_t>(columns, offices, totals, points, first_row);
    else
        run_blocks<std::uint64_t>(columns, offices, totals, points, first_row);
    for (std::int64_t* sums : {points.nodes, points.lost})
        for (std::size_t node = tree_.nodes.size(); sums != nullptr && node-- > 0;)  // inner ones stand behind
            for (std::size_t i = 0; tree_.nodes[node].parent != IndexNode::top && i < offices; ++i)
                sums[tree_.nodes[node].parent * points.stride + i] += sums[node * points.stride + i];
}

SANGKIEN_INLINE void IndexScorer::run(const std::int32_t* const* columns, std::size_t offices, OfficeTotal* totals,
                                      const IndexPoints& points, std::size_t first_row) const
{
    run_any(columns, offices, totals, points, first_row);
}

SANGKIEN_INLINE void IndexScorer::run(const std::int64_t* const* columns, std::size_t offices, OfficeTotal* totals,
                                      const IndexPoints& points, std::size_t first_row) const
{
    run_any(columns, offices, totals, points, first_row);
}

SANGKIEN_INLINE void IndexScorer::run(const IndexColumns& columns, OfficeTotal* totals, const IndexPoints& points) const
{
    const std::size_t offices = columns.rows.size();
    const auto all = [&](const auto& figures) {
        std::vector<decltype(figures.data())> each;
        for (std::size_t column = 0; column < compiled_.size(); ++column)
            each.push_back(figures.data() + column * offices);
        run(each.data(), offices, totals, points);
    };
    if (columns.wide.empty())
        all(columns.narrow);
    else
        all(columns.wide);
}

}  // namespace sangkien

#undef SANGKIEN_HAS_WIDER_LANES
#undef SANGKIEN_WIDER_LANES
#undef SANGKIEN_NOT_INLINED
