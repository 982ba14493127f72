// What can be doubted of the schedule in the years to come.
#pragma once

#include "../calendar/working_days.hpp"
#include "diagnostics.hpp"
#include "schedule_section.hpp"

namespace sangkien {

// The last day of a milestone by its text, in a year without leap day: tells which of two comes first in every year.
Day nominal_day(const Milestone& milestone);

// One warning for each milestone, with the years: SK1630 its last day is a day off and no roll
// is named, SK1631 its roll goes past what the
// text allows, SK1632 its roll takes it to the milestone before, SK1633 too few working days to prepare. Years that are
// not decided are projected, and said to be; where nothing can be projected only the week is looked at.
// SK1634: what it is to be prepared after does not come before it.
void check_deadlines(Node schedule, const std::vector<Milestone>& milestones, const Calendar& calendar, int first_year,
                     int last_year, Diagnostics& found);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "deadline_checks_inl.hpp"
#endif
