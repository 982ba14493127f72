#pragma once

#include <algorithm>

#include "figure.hpp"

namespace sangkien {

namespace detail {

inline const Score* score_of(const Ballot& ballot, const std::string& criterion) noexcept
{
    for (const Score& score : ballot.scores)
        if (score.criterion == criterion) return &score;
    return nullptr;
}

// An abstention that scores nothing, where the paper says that the figure does without it.
inline bool left_out(const Rubric& rubric, const Ballot* ballot) noexcept
{
    return ballot != nullptr && ballot->vote == Vote::abstain && ballot->scores.empty() && rubric.abstention &&
           rubric.abstention->value == Abstention::left_out;
}

// The mean of totals[first, last).
inline Ratio mean_of(const std::vector<Ratio>& totals, std::size_t first, std::size_t last)
{
    Ratio sum = 0;
    for (std::size_t i = first; i < last; ++i) sum = sum + totals[i];
    return sum / Ratio(static_cast<std::int64_t>(last - first));
}

// The mean in which values[i] weighs weights[i].
inline Ratio weighted_mean(const std::vector<Ratio>& values, const std::vector<Ratio>& weights)
{
    Ratio sum = 0, weight = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        sum = sum + values[i] * weights[i];
        weight = weight + weights[i];
    }
    return sum / weight;
}

}  // namespace detail

SANGKIEN_INLINE std::optional<Ratio> ballot_total(const Rubric& rubric, const Ballot& ballot)
{
    if (rubric.criteria.empty()) return std::nullopt;
    Ratio total = 0;
    for (const Criterion& criterion : rubric.criteria) {
        const Score* score = detail::score_of(ballot, criterion.name.id);
        if (score == nullptr) return std::nullopt;
        total = total + score->value * criterion.factor;
    }
    return total;
}

SANGKIEN_INLINE Ratio figure_of(const FigureRule& rule, std::vector<Ratio> totals, Ratio mark,
                                const std::vector<Ratio>& weights)
{
    const std::size_t count = totals.size();
    if (rule.method == FigureMethod::mean && !weights.empty()) return detail::weighted_mean(totals, weights);
    if (rule.method == FigureMethod::mean) return detail::mean_of(totals, 0, count);
    if (rule.method == FigureMethod::qualifying_count)
        return Ratio(std::count_if(totals.begin(), totals.end(), [&](Ratio total) { return total >= mark; }));
    std::sort(totals.begin(), totals.end());
    if (rule.method == FigureMethod::median) return detail::mean_of(totals, (count - 1) / 2, count / 2 + 1);
    const bool trims = static_cast<std::int64_t>(count) >= rule.when_at_least;
    const std::size_t drop = trims ? static_cast<std::size_t>(rule.drop) : 0;
    return detail::mean_of(totals, drop, count - drop);
}

SANGKIEN_INLINE std::vector<CriterionFigure> criterion_figures(const Rubric& rubric,
                                                               const std::vector<const Ballot*>& ballots,
                                                               const std::vector<Ratio>& weights)
{
    std::vector<CriterionFigure> out;
    std::vector<Ratio> scores(ballots.size());
    for (const Criterion& criterion : rubric.criteria) {
        for (std::size_t i = 0; i < ballots.size(); ++i)
            scores[i] = detail::score_of(*ballots[i], criterion.name.id)->value;
        const Ratio mean =
            weights.empty() ? detail::mean_of(scores, 0, scores.size()) : detail::weighted_mean(scores, weights);
        out.push_back({criterion.name, mean, mean * criterion.factor});
    }
    return out;
}

}  // namespace sangkien
