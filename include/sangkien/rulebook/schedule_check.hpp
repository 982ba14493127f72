// A schedule looked at over years, before anybody is caught by it.
//
//   for (const Finding& f : check_schedule(milestones, calendar, 2025, 2035)) show(message(f, Language::en));
//   // In 2028 the last day of "Nộp sáng kiến", 24 Sep 2028, is a day off (Sunday).
#pragma once

#include "../calendar/working_days.hpp"
#include "../core/finding.hpp"
#include "schedule_section.hpp"

namespace sangkien {

// What to know of each year from `first_year` to `last_year`, both included, year by year in the order of the schedule:
//
// - schedule-year-missing (undetermined): a last day lies in a year that the calendar does not answer for, so only its
//   week was looked at: a holiday may be missed, and working days are not counted.
// - step-provisional: the same, for a year that is provisional.
// - schedule-day-off: a last day, before any roll, is a day off.
// - schedule-roll-contradicts: the roll takes a "before" day to that day or past it, or a "by" day past it.
// - schedule-roll-passes: a roll backward takes a last day to that of the milestone before it, or past it.
// - schedule-preparation-short: fewer working days than the rulebook wants lie between two milestones, rolled as they
//   are.
//
// All but the first two fail. Nothing found: the schedule holds in every one of these years. Error SK1205 when the years
// are backwards or outside limits, SK1403 when there is no calendar at all.
Findings check_schedule(const std::vector<Milestone>& milestones, const Calendar& calendar, int first_year,
                        int last_year);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "schedule_check_inl.hpp"
#endif
