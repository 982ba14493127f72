// Differences of rulebooks, and what they change, as a text for a person: clause by clause, then whom it concerns.
#pragma once

#include <string>

#include "../evaluation/impact.hpp"

namespace sangkien {

std::string impact_text(const Impact& impact, const Rulebook& before, const Rulebook& after, Language language);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "difference_text_inl.hpp"
#endif
