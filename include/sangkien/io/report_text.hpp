// The report as a text for a person, in Vietnamese or English.
#pragma once

#include <string>

#include "../evaluation/report.hpp"

namespace sangkien {

std::string report_text(const Report& report, Language language);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "report_text_inl.hpp"
#endif
