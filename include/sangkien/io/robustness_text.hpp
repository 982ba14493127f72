// How firmly the answers of a council stand, as JSON and for a person.
#pragma once

#include <string>

#include "../evaluation/robustness.hpp"

namespace sangkien {

// { "sangkien", "season", "as_of", "initiatives": [ { "initiative", "standing": { "approved", "figure", "class", "rank",
//   "chosen" }, "ballot", "weight": null where not searched, else [ { "answer", "by", "changes": [ { "initiative",
//   "member", "what", "from", "to", "after" } ], "open_by", "open" } ], "votes": null where none are cast, else { "by",
//   "ways": [ { "turns": [ { "from", "to", "count", "members" } ], "after" } ], "open_by", "open" }, "neither" } ],
//   "without_members", "without_criteria": [ {
//   "what", "possible", "changed": [ { "initiative", "standing" } ] } ], "without_step": [] }
std::string robustness_json(const Robustness& found);
// Only what changes.
std::string robustness_text(const Robustness& found, Language language);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "robustness_text_inl.hpp"
#endif
