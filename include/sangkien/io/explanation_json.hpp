// An explanation as JSON: docs/explanation.schema.json. Both languages; the same bytes through every door.
#pragma once

#include <string>

#include "../evaluation/explanation.hpp"

namespace sangkien {

std::string explanation_json(const Explanation& explanation);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "explanation_json_inl.hpp"
#endif
