// The section `local-calendar` of a rulebook, compiled: what a province, a ward or a unit lays over the calendar.
//
//   for (const CalendarLayer& layer : compile_local_calendars(root.get("local-calendar"), clauses, problems))
//       calendar = calendar.with_layer(layer);
#pragma once

#include <vector>

#include "../calendar/special_days.hpp"
#include "rulebook.hpp"
#include "tree.hpp"

namespace sangkien {

// In the order of the section: days off and worked days of their own, another working week, working hours (SK1406 for
// a session that is none). `clauses` as in compile_calendar.
std::vector<CalendarLayer> compile_local_calendars(Node section, const std::vector<Clause>& clauses,
                                                   Problems& problems);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "local_calendar_section_inl.hpp"
#endif
