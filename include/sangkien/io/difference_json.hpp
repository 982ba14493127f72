// Differences of rulebooks, and what they change, as JSON.
#pragma once

#include <string>

#include "../evaluation/impact.hpp"

namespace sangkien {

// {"old", "new", "differences", "seasons", "outcomes", "clauses", "not_attributed"}. `before` and `after` are the two
// rulebooks; causes and groups refer to positions.
std::string impact_json(const Impact& impact, const Rulebook& before, const Rulebook& after);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "difference_json_inl.hpp"
#endif
