// Several rulebooks as one: what holds on a day, each value with the paper it comes from.
//
//   Effective rules = overlay(rulebooks, parse_day("2025-09-19"), {}, problems);
//   rules.tree.root().get("quota")...
//
// Objects are merged key by key; a leaf or a list is taken whole. A later layer may fill what the paper that speaks of
// the thing is silent about, and replace what that paper allows or offers as a choice. Anything else is a problem.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rulebook.hpp"

namespace sangkien {

// Reading (cách đọc): a value that its paper lets be chosen among several.
struct Reading {
    std::string path;       // schedule.ward-submission.bound
    std::string value;      // the one in use
    std::string chosen_by;  // id of the rulebook, or "season"
    std::vector<std::string> offered;
    Citation citation;  // of the paper that offers the choice
};

// A value picked by the caller: path and value, with the place it was written at.
struct Pick {
    std::string path;
    std::string value;
    Place place;
};

// Effective rules (quy tắc có hiệu lực): the merged sections, the readings in use, what nobody says.
struct Effective {
    Tree tree;
    std::vector<Reading> readings;
    std::vector<Silence> silences;  // paths still open in the merged tree
};

// Merges `rulebooks` (lowest layer first, see in_layer_order) as they stand on `on`. SK1504 and SK1505 when a layer says
// what it may not, SK1502 when a cited clause is in no list, SK1311 when a pick is not offered.
// With `known`, as all of it was known on that day: papers issued later, and corrections made later, are left out.
Effective overlay(const std::vector<Rulebook>& rulebooks, Day on, const std::vector<Pick>& picks, Problems& problems,
                  std::optional<Day> known = std::nullopt);

// Days on which some value, or a whole rulebook, begins or ceases to be in force, sorted.
std::vector<Day> boundaries(const std::vector<Rulebook>& rulebooks, Problems& problems);

// Lowest layer first; within a layer in the order given.
void in_layer_order(std::vector<Rulebook>& rulebooks);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "layers_inl.hpp"
#endif
