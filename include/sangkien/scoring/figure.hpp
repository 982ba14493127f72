// Ballots to one figure, exactly.
//
// The figure is taken over the totals of the ballots: their mean, their mean without the highest and lowest,
// their median, or the count of those that qualify. A criterion's figure is always the mean of its scores.
// Nothing is rounded here, so equal totals are equal whatever the order of the ballots.
#pragma once

#include <optional>
#include <vector>

#include "../facts/council.hpp"
#include "rubric.hpp"

namespace sangkien {

// Criterion figure (điểm tiêu chí): the mean of the counted ballots, and the points it brings to the mean
// total.
struct CriterionFigure {
    Name criterion;
    Ratio mean;
    Ratio weighted;
};

// The total of one ballot; nothing when it does not score every criterion, or there is no criterion.
std::optional<Ratio> ballot_total(const Rubric& rubric, const Ballot& ballot);

// One figure from the totals of ballots; `totals` is not empty. For qualifying_count, `mark` is what a ballot
// must reach. `weights`: of the ballots, for the mean; empty where all weigh the same.
Ratio figure_of(const FigureRule& rule, std::vector<Ratio> totals, Ratio mark, const std::vector<Ratio>& weights = {});

// The mean of every criterion over ballots that score every criterion; `ballots` is not empty.
std::vector<CriterionFigure> criterion_figures(const Rubric& rubric, const std::vector<const Ballot*>& ballots,
                                               const std::vector<Ratio>& weights = {});

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "figure_inl.hpp"
#endif
