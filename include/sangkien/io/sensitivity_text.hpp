// Sensitivity: the plan as JSON in; rank intervals, effects and Sobol indices as text, JSON and CSV out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "../index/sensitivity_report.hpp"

namespace sangkien {

// { "seed": 7, "weights": { "impact": "0.2" }, "surveys": { "satisfaction": "0.1" }, "left-out": [ "impact" ] }: spreads of
// weights, standard errors of surveys on their scale, each a number or its text; what to leave out one at a time goes to
// `options`. Problems as of a rulebook: SK1001 to SK1007 with their places.
SensitivityPlan read_sensitivity_plan(std::string_view text, const std::string& file, SensitivityOptions& options,
                                      Problems& problems);

// Figures have at most 12 digits. { "sangkien", "edition", "replicates", "level", "seed", "offices": [ { "office", "year",
//   "total", "rank", "mean", "deviation", "low", "middle", "high", "rank_low", "rank_middle", "rank_high", "first" } ],
//   "effects": [ { "name", "kind", "end", "mean_shift", "most_shift", "moved" } ], "sobol": [ { "name", "first", "total",
//   "first_error", "total_error" } ] }
std::string sensitivity_json(const IndexTree& tree, const std::vector<Scorecard>& cards,
                             const SensitivityReport& found);
std::string sensitivity_text(const IndexTree& tree, const std::vector<Scorecard>& cards, const SensitivityReport& found,
                             Language language);
// One row for each office; the first names the columns.
std::string sensitivity_csv(const IndexTree& tree, const std::vector<Scorecard>& cards, const SensitivityReport& found);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "sensitivity_text_inl.hpp"
#endif
