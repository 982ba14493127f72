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

// The mean of totals[first, last).
inline Ratio mean_of(const std::vector<Ratio>& totals, std::size_t first, std::size_t last)
{
    Ratio sum = 0;
    for (std::size_t i = first; i < last; ++i) sum = sum + totals[i];
    return sum / Ratio(static_cast<std::int64_t>(last - first));
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

SANGKIEN_INLINE Ratio figure_of(const FigureRule& rule, std::vector<Ratio> totals, Ratio mark)
{
    const std::size_t count = totals.size();
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
                                                               const std::vector<const Ballot*>& ballots)
{
    std::vector<CriterionFigure> out;
    for (const Criterion& criterion : rubric.criteria) {
        Ratio sum = 0;
        for (const Ballot* ballot : ballots) sum = sum + detail::score_of(*ballot, criterion.name.id)->value;
        const Ratio mean = sum / Ratio(static_cast<std::int64_t>(ballots.size()));
        out.push_back({criterion.name, mean, mean * criterion.factor});
    }
    return out;
}

}  // namespace sangkien
