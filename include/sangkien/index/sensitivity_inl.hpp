#pragma once

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <map>

#include "../core/drawn_inl.hpp"
#include "../core/normal_inl.hpp"
#include "scorecard_inl.hpp"
#include "sensitivity.hpp"
#include "totals_order_inl.hpp"

namespace sangkien {

namespace detail {

inline double as_double(Ratio value)
{
    return static_cast<double>(value.numerator()) / static_cast<double>(value.denominator());
}

// Number `which` of replicate `replicate`.
inline std::uint64_t drawn_bits(std::uint64_t seed, std::uint64_t replicate, std::uint64_t which) noexcept
{
    return stirred(stirred(stirred(seed + 0x9e3779b97f4a7c15u) ^ (replicate + 1) * 0xd1342543de82ef95u) +
                   (which + 1) * 0x9e3779b97f4a7c15u);
}

inline std::uint64_t bits_of(double value) noexcept
{
    std::uint64_t out = 0;
    std::memcpy(&out, &value, sizeof out);
    return out;
}

}  // namespace detail

SANGKIEN_INLINE SensitivityModel::SensitivityModel(const IndexTree& tree, const IndexTable& table,
                                                   const std::vector<Scorecard>& cards, SensitivityPlan plan)
    : plan_(std::move(plan)), offices_(cards.size()), whole_(detail::as_double(tree.whole)), clamped_(tree.clamped)
{
    surveys_.resize(plan_.surveys.size());
    for (std::size_t at = 0; at < tree.components.size(); ++at) {
        const IndexComponent& component = tree.components[at];
        Column column;
        column.max = detail::as_double(component.max);
        column.names.push_back(component.name.id);
        for (std::size_t node = component.node; node != IndexNode::top; node = tree.nodes[node].parent)
            column.names.push_back(tree.nodes[node].name.id);
        for (std::size_t i = 0; i < plan_.weights.size(); ++i)
            if (std::find(column.names.begin(), column.names.end(), plan_.weights[i].name) != column.names.end())
                column.weights.push_back(i);
        for (std::size_t i = 0; i < plan_.surveys.size(); ++i)
            if (plan_.surveys[i].component == component.name.id) {
                column.survey = i;
                surveys_[i] = {component.score.kind,
                               detail::as_double(component.scale.low),
                               detail::as_double(component.scale.high),
                               {}};
                const bool line = component.score.kind == ScoreKind::linear;
                for (const IndexStep& step : line ? component.score.line : component.score.steps)
                    surveys_[i].from_to.emplace_back(detail::as_double(step.from), detail::as_double(step.points));
            }
        column.shares.resize(offices_);
        for (std::size_t office = 0; office < offices_; ++office) {
            const ScoreLine& line = cards[office].lines[at];
            const double points = detail::as_double(line.least);
            column.shares[office] = column.max == 0 ? 0 : points / column.max;
            if (line.reason == LostReason::excluded) column.left_out.push_back(office);
            if (column.survey >= surveys_.size()) continue;
            const bool drawn = line.row != ScoreLine::no_row && line.reason != LostReason::no_evidence &&
                               line.reason != LostReason::excluded && line.points;
            column.figures.push_back(drawn ? detail::as_double(table.rows[line.row].value)
                                           : std::numeric_limits<double>::quiet_NaN());
        }
        columns_.push_back(std::move(column));
    }
    bundle();
    std::map<std::int64_t, std::size_t> places;
    for (std::size_t office = 0; office < offices_; ++office) {
        beside_.push_back(detail::as_double(cards[office].bonus - cards[office].penalty));
        const auto [place, fresh] = places.emplace(cards[office].year, by_year_.size());
        if (fresh) by_year_.emplace_back();
        by_year_[place->second].push_back(office);
    }
}

SANGKIEN_INLINE std::vector<double> SensitivityModel::replicate_inputs(std::uint64_t replicate) const
{
    std::vector<double> out(inputs());
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = detail::unit_interval(detail::drawn_bits(plan_.seed, replicate, i));
    return out;
}

SANGKIEN_INLINE double SensitivityModel::multiplier(std::size_t weight, double u) const
{
    return 1 + plan_.weights.at(weight).spread * (2 * u - 1);
}

// What decides the error of an office's survey: each has its own for the same u.
SANGKIEN_INLINE double SensitivityModel::chance_of(std::size_t office, double u) noexcept
{
    return detail::unit_interval(detail::stirred(detail::bits_of(u) + (office + 1) * 0x9e3779b97f4a7c15u));
}

SANGKIEN_INLINE double SensitivityModel::survey_shift(std::size_t survey, std::size_t office, double u) const
{
    return plan_.surveys.at(survey).standard_error * detail::inverse_normal(chance_of(office, u));
}

// Points for a figure within the scale, by steps or by lines between them.
SANGKIEN_INLINE double SensitivityModel::points_by_steps(const Survey& survey, double figure) noexcept
{
    const bool line = survey.kind == ScoreKind::linear;
    double points = line ? survey.from_to.front().second : 0;
    for (std::size_t i = line ? 1 : 0; i < survey.from_to.size(); ++i) {
        const auto [to, above] = survey.from_to[i];
        if (!line) {
            if (to <= figure) points = above;
            continue;
        }
        const auto [from, below] = survey.from_to[i - 1];
        if (figure > from) points = figure >= to ? above : below + (above - below) * ((figure - from) / (to - from));
    }
    return points;
}

// The figures of a survey as they would be read with their errors, as the shares of the maximum that they give.
SANGKIEN_INLINE void SensitivityModel::draw(const Column& column, Errors errors, Drawn& drawn) const
{
    const Survey& survey = surveys_[column.survey];
    const double error = plan_.surveys[column.survey].standard_error;
    drawn.shares.resize(offices_);
    drawn.chances.resize(offices_);
    double* const out = drawn.shares.data();
    if (errors.u != nullptr) {
        const double u = errors.u[plan_.weights.size() + column.survey];
        for (std::size_t office = 0; office < offices_; ++office) drawn.chances[office] = chance_of(office, u);
        detail::inverse_normals(drawn.chances.data(), offices_, out);
    } else {
        std::fill(out, out + offices_, errors.fixed[column.survey]);
    }
    for (std::size_t office = 0; office < offices_; ++office)
        out[office] = std::min(std::max(column.figures[office] + error * out[office], survey.low), survey.high);
    if (survey.kind == ScoreKind::survey)
        for (std::size_t office = 0; office < offices_; ++office)
            out[office] = column.max * ((out[office] - survey.low) / (survey.high - survey.low));
    else
        for (std::size_t office = 0; office < offices_; ++office) out[office] = points_by_steps(survey, out[office]);
    for (std::size_t office = 0; office < offices_; ++office) {
        const double share = column.max == 0 ? 0 : out[office] / column.max;
        out[office] = std::isnan(column.figures[office]) ? column.shares[office] : share;
    }
}

SANGKIEN_INLINE void SensitivityModel::bundle()
{
    for (std::size_t at = 0; at < columns_.size(); ++at) {
        const Column& column = columns_[at];
        if (column.survey < surveys_.size() || !column.left_out.empty()) {
            alone_.push_back(at);
            continue;
        }
        auto to = std::find_if(bundles_.begin(), bundles_.end(),
                               [&](const Bundle& one) { return one.weights == column.weights; });
        if (to == bundles_.end()) to = bundles_.insert(to, Bundle{std::vector<double>(offices_, 0.0), column.weights});
        for (std::size_t office = 0; office < offices_; ++office)
            to->points[office] += column.max * column.shares[office];
    }
}

SANGKIEN_INLINE double SensitivityModel::product(const std::vector<std::size_t>& weights,
                                                 const std::vector<double>& multipliers)
{
    double out = 1;
    for (const std::size_t weight : weights) out *= multipliers[weight];
    return out;
}

SANGKIEN_INLINE void SensitivityModel::fill(const std::vector<double>& multipliers, Errors errors, double* out) const
{
    double sum = 0;
    for (const Column& column : columns_) sum += column.max * product(column.weights, multipliers);
    const double scale = sum > 0 ? whole_ / sum : 0;
    std::fill(out, out + offices_, 0.0);
    for (const Bundle& one : bundles_) {
        const double weight = scale * product(one.weights, multipliers);
        const double* const points = one.points.data();
        for (std::size_t office = 0; office < offices_; ++office) out[office] += weight * points[office];
    }
    std::vector<double> kept(offices_, whole_);
    Drawn drawn;
    for (const std::size_t at : alone_) {
        const Column& column = columns_[at];
        const double weight = scale * column.max * product(column.weights, multipliers);
        add_column(column, weight, errors, drawn, out);
        for (const std::size_t office : column.left_out) kept[office] -= weight;
    }
    settle(kept, out);
}

SANGKIEN_INLINE void SensitivityModel::add_column(const Column& column, double weight, Errors errors, Drawn& drawn,
                                                  double* out) const
{
    const bool varies = column.survey < surveys_.size() && (errors.u != nullptr || errors.fixed != nullptr);
    if (varies) draw(column, errors, drawn);
    const double* const shares = (varies ? drawn.shares : column.shares).data();
    for (std::size_t office = 0; office < offices_; ++office) out[office] += weight * shares[office];
}

// What is left out of the maximum brings the rest up to the whole; bonus and penalty stand beside it.
SANGKIEN_INLINE void SensitivityModel::settle(const std::vector<double>& kept, double* out) const
{
    for (std::size_t office = 0; office < offices_; ++office) {
        if (kept[office] > 1e-9 * whole_) out[office] *= whole_ / kept[office];
        out[office] += beside_[office];
        if (clamped_) out[office] = std::min(std::max(out[office], 0.0), whole_);
    }
}

SANGKIEN_INLINE void SensitivityModel::totals(const double* u, double* out) const
{
    std::vector<double> multipliers(plan_.weights.size());
    for (std::size_t i = 0; i < multipliers.size(); ++i) multipliers[i] = multiplier(i, u[i]);
    fill(multipliers, {u, nullptr}, out);
}

SANGKIEN_INLINE void SensitivityModel::nominal(double* out) const
{
    fill(std::vector<double>(plan_.weights.size(), 1.0), {nullptr, nullptr}, out);
}

SANGKIEN_INLINE void SensitivityModel::totals_at_end(std::size_t input, bool high, double* out) const
{
    std::vector<double> multipliers(plan_.weights.size(), 1.0), fixed(surveys_.size(), 0.0);
    if (input < multipliers.size())
        multipliers[input] = multiplier(input, high ? 1 : 0);
    else
        fixed.at(input - multipliers.size()) = high ? 1 : -1;
    fill(multipliers, {nullptr, fixed.data()}, out);
}

SANGKIEN_INLINE void SensitivityModel::totals_without(const std::string& name, double* out) const
{
    const auto goes = [&](const Column& column) {
        return std::find(column.names.begin(), column.names.end(), name) != column.names.end();
    };
    double sum = 0;
    for (const Column& column : columns_) sum += goes(column) ? 0 : column.max;
    std::fill(out, out + offices_, 0.0);
    std::vector<double> kept(offices_, whole_);
    Drawn drawn;
    for (const Column& column : columns_) {
        if (goes(column)) continue;
        const double weight = sum > 0 ? whole_ / sum * column.max : 0;
        add_column(column, weight, {nullptr, nullptr}, drawn, out);
        for (const std::size_t office : column.left_out) kept[office] -= weight;
    }
    settle(kept, out);
}

SANGKIEN_INLINE void SensitivityModel::ranks(const double* totals, std::int32_t* out) const
{
    std::vector<detail::PlacedTotal> order, room;
    for (const std::vector<std::size_t>& year : by_year_) {
        order.clear();
        for (const std::size_t office : year) order.push_back({-totals[office], office});
        detail::sort_totals(order, room);
        std::int32_t rank = 1;
        for (std::size_t i = 0; i < order.size(); ++i) {
            // Totals that differ by no more than the sums were rounded by are one.
            if (i > 0 && order[i].total - order[i - 1].total > 1e-9) rank = static_cast<std::int32_t>(i + 1);
            out[order[i].office] = rank;
        }
    }
}

SANGKIEN_INLINE void SensitivityModel::run(std::uint64_t first, std::uint64_t count, double* totals,
                                           std::int32_t* ranks) const
{
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::vector<double> u = replicate_inputs(first + i);
        this->totals(u.data(), totals + i * offices_);
        this->ranks(totals + i * offices_, ranks + i * offices_);
    }
}

}  // namespace sangkien

#include "sensitivity_checks_inl.hpp"
#include "sensitivity_summary_inl.hpp"
