// What may be done now, as JSON.
#pragma once

#include <string>
#include <vector>

#include "../evaluation/outlook.hpp"

namespace sangkien {

// { "sangkien", "as_of", "initiatives": [ { "id", "title", "state", "events": [ { "event", "by", "verdict", "findings",
//   "plan": { "verdict", "steps": [ { "step", "by", "to", "from", "ways": [ { "needs", "from", "until" } ] } ],
//   "barriers" } } ] } ] }
std::string outlook_json(const std::vector<InitiativeOutlook>& outlook, Instant as_of);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "outlook_json_inl.hpp"
#endif
