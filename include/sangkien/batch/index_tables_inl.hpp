#pragma once

#include <algorithm>

#include "../core/limits.hpp"
#include "../index/scorecard_inl.hpp"
#include "index_tables.hpp"

namespace sangkien {

namespace detail {

// From this figure on, points = slope * figure + base.
struct LinePiece {
    Ratio from, slope, base;
};

// Every scoring function as pieces of lines; the first reaches down without end.
inline std::vector<LinePiece> line_pieces(const IndexComponent& component, Ratio smallest)
{
    const ScoreFunction& score = component.score;
    std::vector<LinePiece> out(1);
    switch (score.kind) {
        case ScoreKind::yes_no: out.push_back({smallest, 0, component.max}); break;
        case ScoreKind::proportion:
            if (score.floor)
                out.push_back({*score.floor, component.max, 0});
            else
                out[0].slope = component.max;
            break;
        case ScoreKind::linear:
            if (!score.line.empty()) out[0].base = score.line.front().points;
            for (std::size_t i = 1; i < score.line.size(); ++i) {
                const IndexStep &low = score.line[i - 1], &high = score.line[i];
                const Ratio slope = (high.points - low.points) / (high.from - low.from);
                out.push_back({low.from, slope, low.points - slope * low.from});
            }
            if (!score.line.empty()) out.push_back({score.line.back().from, 0, score.line.back().points});
            break;
        case ScoreKind::deduction:
            out[0] = {0, Ratio(0) - score.each, component.max};
            if (score.each != Ratio(0)) out.push_back({component.max / score.each, 0, 0});
            break;
        case ScoreKind::survey:
            out[0].slope = component.max / (component.scale.high - component.scale.low);
            out[0].base = Ratio(0) - out[0].slope * component.scale.low;
            break;
        case ScoreKind::given: out[0].slope = Ratio(1); break;
        default:
            for (const IndexStep& step : score.steps) out.push_back({step.from, 0, step.points});
    }
    return out;
}

// What figures of this kind lie between.
inline std::pair<Ratio, Ratio> figure_range(const IndexComponent& component)
{
    switch (component.input) {
        case IndexInput::rate:
        case IndexInput::yes_no: return {0, 1};
        case IndexInput::survey: return {component.scale.low, component.scale.high};
        case IndexInput::points: return {0, component.max};
        default: return {0, INT64_MAX};
    }
}

// The least whole number at or above value * denominator; INT64_MAX stands for whatever is beyond.
inline std::int64_t units_from(Ratio value, std::int64_t denominator) noexcept
{
    const wide units = wide(value.numerator()) * denominator;
    const wide above = units / value.denominator() + (units > 0 && units % value.denominator() != 0 ? 1 : 0);
    return above > INT64_MAX ? INT64_MAX : above < INT64_MIN + 2 ? INT64_MIN + 2 : static_cast<std::int64_t>(above);
}

inline std::int64_t common_denominator(std::int64_t a, std::int64_t b) { return narrow(wide(a) / gcd(a, b) * b); }

inline void check_column_denominator(const IndexComponent& component, std::int64_t denominator)
{
    const bool one = component.input == IndexInput::count || component.input == IndexInput::initiatives ||
                     component.input == IndexInput::yes_no;
    if (denominator == 1 || (denominator > 1 && !one)) return;
    throw Error(Problem{ErrorId::out_of_range,
                        {{}, component.path, {}},
                        {{"value", denominator}, {"low", 1}, {"high", one ? 1 : INT64_MAX}}});
}

[[noreturn]] inline void throw_outside(const IndexComponent& component, Ratio value)
{
    const std::pair<Ratio, Ratio> range = figure_range(component);
    throw Error(Problem{ErrorId::out_of_range,
                        {{}, component.path, {}},
                        {{"value", value.text()}, {"low", range.first.text()}, {"high", range.second.text()}}});
}

}  // namespace detail

SANGKIEN_INLINE const IndexComponent& IndexScorer::component(std::size_t column) const noexcept
{
    const std::size_t base = tree_.components.size();
    return column < base ? tree_.components[column] : tree_.beside[column - base];
}

SANGKIEN_INLINE IndexScorer::IndexScorer(const IndexTree& tree, const std::vector<std::int64_t>& denominators)
    : tree_(tree), compiled_(tree.components.size() + tree.beside.size())
{
    const auto width = static_cast<std::int64_t>(compiled_.size()),
               given = static_cast<std::int64_t>(denominators.size());
    if (given != width)
        throw Error(Problem{ErrorId::out_of_range, {}, {{"value", given}, {"low", width}, {"high", width}}});
    for (std::size_t i = 0; i < compiled_.size(); ++i) {
        detail::check_column_denominator(component(i), denominators[i]);
        const auto range = detail::figure_range(component(i));
        compiled_[i].denominator = denominators[i];
        compiled_[i].low = detail::units_from(range.first, denominators[i]);
        compiled_[i].high = -detail::units_from(Ratio(0) - range.second, denominators[i]);
        compiled_[i].takes_bare = component(i).without_evidence.has_value();
    }
    try {
        compile(denominators);
    } catch (const Error&) {  // SK1206: the numbers of this index outgrow 64 bits
        denominator_ = 0;
    }
}

// Over the denominator; all of it in a quarter of what 64 bits hold, so that sums of a few need no check.
SANGKIEN_INLINE std::int64_t IndexScorer::over(Ratio value) const
{
    const detail::wide units = detail::wide(value.numerator()) * (denominator_ / value.denominator());
    if (units > INT64_MAX / 8 || units < -(INT64_MAX / 8)) detail::throw_overflow();
    return static_cast<std::int64_t>(units);
}

SANGKIEN_INLINE IndexScorer::Without IndexScorer::without(std::size_t column, MissingRule rule, LostReason why) const
{
    const ScoreLine line = detail::line_by_rule(column, component(column), rule, why);
    Without out;
    out.known = line.points.has_value();
    out.points = over(line.least);
    out.open = over(line.most - line.least);
    out.lost = over(line.lost);
    if (line.reason == LostReason::excluded && component(column).side == IndexSide::base)
        out.excluded = over(component(column).max);
    return out;
}

SANGKIEN_INLINE void IndexScorer::compile(const std::vector<std::int64_t>& denominators)
{
    denominator_ = tree_.whole.denominator();
    const auto join = [&](Ratio value) {
        denominator_ = detail::common_denominator(denominator_, value.denominator());
    };
    std::vector<std::vector<detail::LinePiece>> pieces;
    for (std::size_t i = 0; i < compiled_.size(); ++i) {
        pieces.push_back(detail::line_pieces(component(i), Ratio(1, denominators[i])));
        join(component(i).max);
        for (const auto* steps : {&component(i).score.steps, &component(i).score.line})
            for (const IndexStep& step : *steps) join(step.points);
        for (detail::LinePiece& piece : pieces.back()) {
            piece.slope = piece.slope / Ratio(denominators[i]);
            join(piece.slope);
            join(piece.base);
        }
    }
    whole_ = over(tree_.whole);
    std::int64_t sums = whole_;
    for (std::size_t i = 0; i < compiled_.size(); ++i) {
        Compiled& to = compiled_[i];
        to.max = over(component(i).max);
        for (const detail::LinePiece& piece : pieces[i]) {
            const std::int64_t from = detail::units_from(piece.from, denominators[i]);
            if (!to.pieces.empty() && from > to.high) break;              // no figure comes so far
            if (!to.pieces.empty() && from <= to.low) to.pieces.clear();  // nor so low
            to.pieces.push_back({from, over(piece.slope), over(piece.base)});
        }
        to.missing = without(i, component(i).missing, LostReason::missing);
        if (to.takes_bare) to.bare = without(i, *component(i).without_evidence, LostReason::no_evidence);
        sums += to.max;
        if (component(i).side == IndexSide::base) max_ += to.max;
        if (sums > INT64_MAX / 8) detail::throw_overflow();
    }
    small_ = sums <= INT32_MAX;
}

namespace detail {

// 32 bits for all columns, if they hold every figure.
inline void narrow_if_fits(IndexColumns& columns)
{
    bool fits = true;
    for (const std::int64_t figure : columns.wide)
        fits &= (figure <= no_evidence<std::int64_t>) | ((figure > no_evidence<std::int32_t>)&(figure <= INT32_MAX));
    if (!fits) return;
    columns.narrow.reserve(columns.wide.size());
    for (const std::int64_t figure : columns.wide)
        columns.narrow.push_back(figure == no_figure<std::int64_t>     ? no_figure<std::int32_t>
                                 : figure == no_evidence<std::int64_t> ? no_evidence<std::int32_t>
                                                                       : static_cast<std::int32_t>(figure));
    columns.wide = {};
}

}  // namespace detail

SANGKIEN_INLINE IndexColumns pack_index_columns(const IndexTree& tree, const IndexTable& table, std::string_view until)
{
    const detail::LatestRows latest(tree, table, until);
    IndexColumns out;
    out.rows = latest.first;
    const std::size_t offices = out.rows.size();
    out.wide.assign(offices * latest.width, no_figure<std::int64_t>);
    for (std::size_t column = 0; column < latest.width; ++column) {
        const std::size_t base = tree.components.size();
        const IndexComponent& component = column < base ? tree.components[column] : tree.beside[column - base];
        std::int64_t denominator = 1;
        const auto each = [&](auto&& what) {
            for (std::size_t office = 0; office < offices; ++office) {
                const std::size_t row = latest.cells[office * latest.width + column];
                if (row == ScoreLine::no_row) continue;
                try {
                    what(table.rows[row], out.wide[column * offices + office]);
                } catch (const Error&) {
                    throw Error(Problem{ErrorId::overflow, {table.file, {}, table.rows[row].value_mark}, {}});
                }
            }
        };
        each([&](const IndexFigure& figure, std::int64_t&) {
            if (denominator % figure.value.denominator() != 0)
                denominator = detail::common_denominator(denominator, figure.value.denominator());
        });
        each([&](const IndexFigure& figure, std::int64_t& to) {
            const bool bare = component.without_evidence && figure.evidence.empty();
            to = bare ? no_evidence<std::int64_t>
                      : detail::narrow(detail::wide(figure.value.numerator()) *
                                       (denominator / figure.value.denominator()));
        });
        out.denominators.push_back(denominator);
    }
    detail::narrow_if_fits(out);
    return out;
}

}  // namespace sangkien

#include "index_blocks_inl.hpp"
