// Calibrated grades: what an initiative would have been given by members of the same severity. Information, never a verdict;
// doubles for that reason.
//
//   const CalibratedGrades found = calibrated_grades(table);
//   found.grades[0];        // of the first row; equal to its mean where every member scored it
#pragma once

#include <optional>
#include <vector>

#include "rater_statistics.hpp"

namespace sangkien {

// Calibrated grades (điểm hiệu chỉnh theo mức nghiêm). Each score is taken as the grade of its row and the leniency of its
// member added up, both fitted by least squares (the additive two-way layout, Yates 1934); leniencies add up to zero. They
// matter where ballots are missing: a row scored by the severe members alone is brought up.
struct CalibratedGrades {
    std::vector<std::optional<double>> means;       // of the scores as given, by row; nothing for a row without any
    std::vector<std::optional<double>> grades;      // by row; empty when there is a gap
    std::vector<std::optional<double>> leniencies;  // by column, below zero is severe; nothing for one without a sheet
    StatisticGap gap = StatisticGap::none;
};

// Gaps: too few rows or members with a score, a value that is not finite, and `not_connected`: the members fall into groups
// that share no row, so that nothing tells the severity of one group from what it was given to score.
CalibratedGrades calibrated_grades(const RatingTable& table);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "calibrated_inl.hpp"
#endif
