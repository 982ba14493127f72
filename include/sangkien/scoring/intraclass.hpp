// Intraclass correlation of a council's scores: information, never a verdict.
#pragma once

#include <cstddef>
#include <optional>

#include "rater_statistics.hpp"

namespace sangkien {

// The six coefficients of Shrout and Fleiss (hệ số tương quan nội lớp): one rater or the mean of all, with
// raters of each row drawn anew, raters drawn once, or raters fixed.
enum class IntraclassForm { one_1, two_1, three_1, one_k, two_k, three_k };

// One intraclass correlation with the F test of "no agreement at all". F and p are absent when the residual is
// zero, since F has no bound there.
struct Intraclass {
    Statistic coefficient;
    std::optional<double> f;
    std::optional<double> p;
    std::size_t degrees_between = 0;
    std::size_t degrees_within = 0;
};

// The two-way analysis needs whole rows; a row with a missing ballot is left out for all six forms.
Intraclass intraclass_correlation(const RatingTable& table, IntraclassForm form);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "intraclass_inl.hpp"
#endif
