// What verification finds, as JSON: [{"severity", "path", "waived": {"vi", "en"} or null, "problem": as error_json lists it}].
#pragma once

#include <string>
#include <vector>

#include "../rulebook/diagnostics.hpp"

namespace sangkien {

std::string diagnostics_json(const std::vector<Diagnostic>& found);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "verify_json_inl.hpp"
#endif
