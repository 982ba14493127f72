// The effective rulebook of a day printed whole: every value with the paper, clause, provenance and line it comes from.
#pragma once

#include <string>
#include <vector>

#include "../rulebook/layers.hpp"

namespace sangkien {

// `rules` is what overlay(rulebooks, on, ...) gave for these rulebooks and this day.
std::string effective_text(const Effective& rules, const std::vector<Rulebook>& rulebooks, Day on, Language language);
std::string effective_json(const Effective& rules, const std::vector<Rulebook>& rulebooks, Day on);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "effective_inl.hpp"
#endif
