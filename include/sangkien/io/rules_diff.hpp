// Two rulebooks by name, side by side, and what seasons would come to under the new one: what every door offers.
//
//   const RulesDiff diff = rules_diff("gia-vien-934", "our-amendment.json", {}, {season}, as_of);
//   std::cout << impact_json(diff.impact, diff.before, diff.after);
#pragma once

#include <string>
#include <vector>

#include "../evaluation/impact.hpp"

namespace sangkien {

// RulesDiff (so sánh hai bộ quy tắc): the two, and the impact of putting the new one in the place of the old one.
struct RulesDiff {
    Rulebook before;
    Rulebook after;
    Impact impact;
};

// Names are as of load_rules(). `with` are further rulebooks, on both sides, as are the built-in ones that the seasons name;
// what only the new one stands under comes with it. `as_of` is asked of seasons alone. Throws Error with everything wrong in a rulebook.
RulesDiff rules_diff(const std::string& before, const std::string& after, const std::vector<std::string>& with,
                     const std::vector<Season>& seasons, Instant as_of, Texts texts = Texts::leave_out);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "rules_diff_inl.hpp"
#endif
