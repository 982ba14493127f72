// Duties as JSON.
#pragma once

#include <string>
#include <vector>

#include "../evaluation/duties.hpp"

namespace sangkien {

// { "sangkien", "as_of", "duties": [ { "duty", "source", "who", "initiative", "units", "event", "since", "due", "done",
//   "verdict", "days_over", "days_left", "escalations": [ { "to", "after", "at", "reached", "what", "citation" } ],
//   "reminders": [ { "working_days", "on", "reached" } ], "citation", "findings" } ] }
std::string duties_json(const std::vector<OpenDuty>& duties, Instant as_of);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "duties_json_inl.hpp"
#endif
