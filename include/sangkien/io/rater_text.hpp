// How far a council agreed, as JSON and for a person.
#pragma once

#include <string>

#include "../evaluation/rater_report.hpp"

namespace sangkien {

// { "sangkien", "criterion", "initiatives", "members", "kendall_w": a statistic with chi_square and degrees,
//   "krippendorff_alpha": { "nominal", "ordinal", "interval", "ratio" }, "intraclass": { "ICC(1,1)", ... "ICC(3,k)" },
//   "habits": [ { "member", "sheets", "shared", "severity", "spread" } ], "outlying": { "threshold", "gap", "sheets" } }.
// A statistic is { "value", "gap", "rows_used", "rows_left_out" }. Figures are texts of at most 12 significant digits,
// which are the same on every machine; null where there is none, and `gap` says why.
std::string rater_json(const RaterReport& found);
std::string rater_text(const RaterReport& found, Language language);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "rater_text_inl.hpp"
#endif
