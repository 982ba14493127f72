// The section `calendar` of a rulebook, compiled.
//
//   Problems problems;
//   const Calendar calendar = compile_calendar(root.get("calendar"), clauses, problems);
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

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "calendar_section_inl.hpp"
#endif
