#pragma once

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <map>
#include <set>
#include <stdexcept>

#include "../core/drawn_inl.hpp"
#include "../core/normal_inl.hpp"
#include "scorecard_inl.hpp"
#include "sensitivity.hpp"

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

// The names that a weight may have: nodes, components of the base.
inline std::vector<std::string> weight_names(const IndexTree& tree)
{
    std::vector<std::string> out;
    for (const IndexNode& node : tree.nodes) out.push_back(node.name.id);
    for (const IndexComponent& component : tree.components) out.push_back(component.name.id);
    return out;
}

inline void check_number(double value, double most, const Place& place, Problems& problems)
{
    if (value > 0 && value <= most) return;
    problems.add(ErrorId::out_of_range, place,
                 {{"value", std::to_string(value)}, {"low", 0}, {"high", std::to_string(most)}});
}

// Type 7 of Hyndman and Fan (1996), of sorted values.
template <class Value>
double quantile(const std::vector<Value>& sorted, double p)
{
    const double at = p * static_cast<double>(sorted.size() - 1);
    const auto low = static_cast<std::size_t>(at);
    const std::size_t high = std::min(low + 1, sorted.size() - 1);
    const double part = at - static_cast<double>(low);
    return static_cast<double>(sorted[low]) +
           part * (static_cast<double>(sorted[high]) - static_cast<double>(sorted[low]));
}

}  // namespace detail

SANGKIEN_INLINE void check_sensitivity_plan(const IndexTree& tree, const SensitivityPlan& plan, const std::string& file,
                                            Problems& problems)
{
    const std::vector<std::string> weights = detail::weight_names(tree);
    std::vector<std::string> surveys;
    for (const IndexComponent& component : tree.components)
        if (component.input == IndexInput::survey) surveys.push_back(component.name.id);
    std::set<std::string> seen;
    const auto once = [&](const std::string& kind, const std::string& name, const Place& place) {
        if (!seen.insert(kind + name).second)
            problems.add(ErrorId::duplicate_id, place, {{"id", name}, {"line", std::int64_t{place.mark.line}}});
    };
    for (const WeightRange& one : plan.weights) {
        const Place place{file, "", one.mark};
        if (std::find(weights.begin(), weights.end(), one.name) == weights.end())
            unknown_name(problems, place, {"lĩnh vực hay tiêu chí", "area or component"}, one.name, weights);
        detail::check_number(one.spread, 1, place, problems);
        once("weight ", one.name, place);
    }
    for (const SurveyError& one : plan.surveys) {
        const Place place{file, "", one.mark};
        if (std::find(surveys.begin(), surveys.end(), one.component) == surveys.end())
            unknown_name(problems, place, {"khảo sát", "survey"}, one.component, surveys);
        detail::check_number(one.standard_error, 1e6, place, problems);
        once("survey ", one.component, place);
    }
    if (plan.weights.empty() && plan.surveys.empty())
        problems.add(ErrorId::missing_key, {file, "", {}}, {{"key", "weights, surveys"}});
}

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
                surveys_[i] = component;
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

SANGKIEN_INLINE double SensitivityModel::survey_shift(std::size_t survey, std::size_t office, double u) const
{
    const std::uint64_t bits = detail::stirred(detail::bits_of(u) + (office + 1) * 0x9e3779b97f4a7c15u);
    return plan_.surveys.at(survey).standard_error * detail::inverse_normal(detail::unit_interval(bits));
}

// The share of its maximum that a figure gives, by the component's own function.
SANGKIEN_INLINE double SensitivityModel::points_share(const Column& column, double figure) const
{
    const IndexComponent& survey = surveys_[column.survey];
    const double low = detail::as_double(survey.scale.low), high = detail::as_double(survey.scale.high);
    figure = std::min(std::max(figure, low), high);
    double points = 0;
    if (survey.score.kind == ScoreKind::steps) {
        for (const IndexStep& step : survey.score.steps)
            if (detail::as_double(step.from) <= figure) points = detail::as_double(step.points);
    } else if (survey.score.kind == ScoreKind::linear) {
        const std::vector<IndexStep>& line = survey.score.line;
        points = detail::as_double(line.front().points);
        for (std::size_t i = 1; i < line.size(); ++i) {
            const double from = detail::as_double(line[i - 1].from), to = detail::as_double(line[i].from);
            const double below = detail::as_double(line[i - 1].points), above = detail::as_double(line[i].points);
            if (figure > from)
                points = figure >= to ? above : below + (above - below) * ((figure - from) / (to - from));
        }
    } else {
        points = column.max * ((figure - low) / (high - low));
    }
    return column.max == 0 ? 0 : points / column.max;
}

SANGKIEN_INLINE std::vector<double> SensitivityModel::column_weights(const std::vector<double>& multipliers) const
{
    std::vector<double> out;
    for (const Column& column : columns_) {
        out.push_back(column.max);
        for (const std::size_t weight : column.weights) out.back() *= multipliers[weight];
    }
    return out;
}

SANGKIEN_INLINE void SensitivityModel::fill(std::vector<double> weights, const double* u, const double* fixed,
                                            double* out) const
{
    double sum = 0;
    for (const double weight : weights) sum += weight;
    for (double& weight : weights) weight = sum > 0 ? weight * (whole_ / sum) : 0;
    std::vector<double> kept(offices_, whole_), drawn;
    std::fill(out, out + offices_, 0.0);
    for (std::size_t at = 0; at < columns_.size(); ++at) {
        const Column& column = columns_[at];
        const double* shares = column.shares.data();
        if (column.survey < surveys_.size() && (u != nullptr || fixed != nullptr)) {
            drawn = column.shares;
            for (std::size_t office = 0; office < offices_; ++office)
                if (!std::isnan(column.figures[office]))
                    drawn[office] = points_share(
                        column,
                        column.figures[office] +
                            (u != nullptr ? survey_shift(column.survey, office, u[plan_.weights.size() + column.survey])
                                          : plan_.surveys[column.survey].standard_error * fixed[column.survey]));
            shares = drawn.data();
        }
        const double weight = weights[at];
        for (std::size_t office = 0; office < offices_; ++office) out[office] += weight * shares[office];
        for (const std::size_t office : column.left_out) kept[office] -= weight;
    }
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
    fill(column_weights(multipliers), u, nullptr, out);
}

SANGKIEN_INLINE void SensitivityModel::nominal(double* out) const
{
    fill(column_weights(std::vector<double>(plan_.weights.size(), 1.0)), nullptr, nullptr, out);
}

SANGKIEN_INLINE void SensitivityModel::totals_at_end(std::size_t input, bool high, double* out) const
{
    std::vector<double> multipliers(plan_.weights.size(), 1.0), fixed(surveys_.size(), 0.0);
    if (input < multipliers.size())
        multipliers[input] = multiplier(input, high ? 1 : 0);
    else
        fixed.at(input - multipliers.size()) = high ? 1 : -1;
    fill(column_weights(multipliers), nullptr, fixed.data(), out);
}

SANGKIEN_INLINE void SensitivityModel::totals_without(const std::string& name, double* out) const
{
    std::vector<double> weights = column_weights(std::vector<double>(plan_.weights.size(), 1.0));
    for (std::size_t at = 0; at < columns_.size(); ++at)
        if (std::find(columns_[at].names.begin(), columns_[at].names.end(), name) != columns_[at].names.end())
            weights[at] = 0;
    fill(std::move(weights), nullptr, nullptr, out);
}

SANGKIEN_INLINE void SensitivityModel::ranks(const double* totals, std::int32_t* out) const
{
    std::vector<std::pair<double, std::size_t>> order;
    for (const std::vector<std::size_t>& year : by_year_) {
        order.clear();
        for (const std::size_t office : year) order.emplace_back(-totals[office], office);
        std::sort(order.begin(), order.end());
        std::int32_t rank = 1;
        for (std::size_t i = 0; i < order.size(); ++i) {
            // Totals that differ by no more than the sums were rounded by are one.
            if (i > 0 && order[i].first - order[i - 1].first > 1e-9) rank = static_cast<std::int32_t>(i + 1);
            out[order[i].second] = rank;
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

SANGKIEN_INLINE std::vector<SensitivitySummary> summarise(std::size_t offices, std::size_t replicates,
                                                          const double* totals, const std::int32_t* ranks, double level)
{
    if (!(level > 0 && level < 1)) throw std::invalid_argument("summarise: a level lies between 0 and 1");
    if (replicates == 0) throw std::invalid_argument("summarise: there are no replicates");
    const double low = (1 - level) / 2, high = 1 - low;
    std::vector<SensitivitySummary> out(offices);
    std::vector<double> sums(replicates);
    std::vector<std::int32_t> places(replicates);
    for (std::size_t office = 0; office < offices; ++office) {
        SensitivitySummary& one = out[office];
        std::size_t first = 0;
        for (std::size_t i = 0; i < replicates; ++i) {
            sums[i] = totals[i * offices + office];
            places[i] = ranks[i * offices + office];
            one.mean += sums[i];
            first += places[i] == 1 ? 1 : 0;
        }
        one.mean /= static_cast<double>(replicates);
        for (const double sum : sums) one.deviation += (sum - one.mean) * (sum - one.mean);
        one.deviation = replicates > 1 ? std::sqrt(one.deviation / static_cast<double>(replicates - 1)) : 0;
        std::sort(sums.begin(), sums.end());
        std::sort(places.begin(), places.end());
        one.low = detail::quantile(sums, low);
        one.middle = detail::quantile(sums, 0.5);
        one.high = detail::quantile(sums, high);
        one.rank_low = detail::quantile(places, low);
        one.rank_middle = detail::quantile(places, 0.5);
        one.rank_high = detail::quantile(places, high);
        one.first = static_cast<double>(first) / static_cast<double>(replicates);
    }
    return out;
}

}  // namespace sangkien
