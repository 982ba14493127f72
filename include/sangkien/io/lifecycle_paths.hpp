// The paths of a procedure as JSON and text, with the guards on the way: cases for the tests of a host.
#pragma once

#include <string>

#include "../evaluation/rules.hpp"

namespace sangkien {

// What is put out. Numbers past which lists are cut are told in the output ("complete": false).
struct PathChoice {
    bool simple = true;        // every path that comes to no state twice and cannot go on
    std::size_t steps = 0;     // every sequence of up to so many steps; 0: none
    std::size_t most = 10000;  // paths of each list
    std::size_t ways = 20;     // ways to meet or to miss one guard
};

// {"start", "shortest": a path to each state, "refusals", "simple", "all"}. A step names its transition, event, role and
// what has to hold, the first way of guard_ways(); a refusal of a guard every way to miss it.
std::string lifecycle_paths_json(const Ruleset& rules, const PathChoice& choice);
// Both: Error SK1006 for a procedure of more than limits::picture_parts states, steps and arrows.
// The same paths, a line each.
std::string lifecycle_paths_text(const Ruleset& rules, const PathChoice& choice, Language language);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "lifecycle_paths_inl.hpp"
#endif
