// What initiatives add to the index, for a person, as JSON and as CSV.
#pragma once

#include <string>

#include "../evaluation/attribution.hpp"

namespace sangkien {

// { "sangkien", "as_of", "season", "lines": [ { "initiative", "area", "unit", "component", "alone", "marginal",
//   "shapley", "shared", "finding" } ], "components": [ { "unit", "component", "area", "counted", "none", "points",
//   "shapley", "least", "most", "max", "verdict", "citation" } ], "units", "areas": [ { ..., "initiatives", "shapley",
//   "shared" } ], "shapley" }
std::string attribution_json(const Attribution& ledger);
// Unit by unit, below each its initiatives and their reasons; then by area.
std::string attribution_text(const Attribution& ledger, Language language);
// One row for each line; the first names the columns.
std::string attribution_csv(const Attribution& ledger);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "attribution_text_inl.hpp"
#endif
