// The sections `calendar` and `local-calendar` of a rulebook, compiled.
//
//   Problems problems;
//   Calendar calendar = compile_calendar(root.get("calendar"), clauses, problems);
//   for (const CalendarLayer& layer : compile_local_calendars(root.get("local-calendar"), clauses, problems))
//       calendar = calendar.with_layer(layer);
//   problems.throw_if_any();
#pragma once

#include "../calendar/working_days.hpp"
#include "rulebook.hpp"
#include "tree.hpp"

namespace sangkien {

// An empty calendar when there is no such section. Each day must lie in its year, stand once, be of a kind its weekday
// allows (SK1404), and a swap must name the day that names it back (SK1405). `clauses` are those of all rulebooks in
// force: a day takes number and date of its paper from the clause it cites.
Calendar compile_calendar(Node section, const std::vector<Clause>& clauses, Problems& problems);

// The layers that papers of a province, a ward or a unit lay over the calendar, in the order of the section: days off and
// worked days of their own, another working week, working hours.
std::vector<CalendarLayer> compile_local_calendars(Node section, const std::vector<Clause>& clauses,
                                                   Problems& problems);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "calendar_section_inl.hpp"
#include "local_calendar_inl.hpp"
#endif
