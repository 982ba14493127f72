// The section `periods` of a rulebook, compiled: by which rules a period is reckoned.
//
//   Problems problems;
//   const std::optional<PeriodRules> rules = compile_periods(root.get("periods"), problems);
//   problems.throw_if_any();
#pragma once

#include <optional>

#include "../calendar/period.hpp"
#include "tree.hpp"

namespace sangkien {

// Nothing when there is no such section, or when one of its first four rules (first-day, month-end, day-off, ends) is
// missing. The others (hours, half-month, half-year, points, suspended) may be missing: what needs one is then open.
std::optional<PeriodRules> compile_periods(Node section, Problems& problems);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "periods_section_inl.hpp"
#endif
