// The report as JSON (docs/report.schema.json): the same bytes through every door.
#pragma once

#include <string>

#include "../evaluation/report.hpp"

namespace sangkien {

std::string report_json(const Report& report);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "report_json_inl.hpp"
#endif
