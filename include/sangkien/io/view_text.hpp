// What one person may see of a season, and who may sit on what, as JSON and for a person.
#pragma once

#include <string>
#include <vector>

#include "../evaluation/eligible.hpp"
#include "../evaluation/views.hpp"

namespace sangkien {

// { "sangkien", "as_of", "viewer", "initiatives": [ { "initiative", "barred", "own": the own ballot, "result": a score as
//   in a report, "selection": as there } ] }; what is not shown is null.
std::string view_json(const std::vector<FileView>& views, const std::string& viewer, Instant as_of);
// Only the files of which there is something to be seen, or of which the viewer is told to see nothing.
std::string view_text(const std::vector<FileView>& views, const std::string& viewer, Instant as_of, Language language);

// { "sangkien", "members": [ { "person", "unit", "initiatives": [ { "initiative", "may_sit", "findings" } ] } ] }
std::string eligible_json(const std::vector<MemberEligibility>& members);
std::string eligible_text(const std::vector<MemberEligibility>& members, Language language);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "view_text_inl.hpp"
#endif
