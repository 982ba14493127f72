// Duties as events of a calendar file (iCalendar, RFC 5545), for one role.
//
//   write_ics(title, duty_events(duties(rules, season, as_of), "unit-head", &rules), as_of, Language::vi);
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "../evaluation/duties.hpp"
#include "ics.hpp"

namespace sangkien {

// The last days of what `role` has to do and has not done, with their reminders at 08:00 (UTC+07:00), and the days on
// which a duty of another goes to it; of every role where `role` is empty. A duty without a time that can be told is
// not in it. Initiatives are named by id alone.
std::vector<IcsEvent> duty_events(const std::vector<OpenDuty>& duties, std::string_view role, const Calendar& calendar,
                                  const Rules* rules = nullptr);

// The whole file for query.role: its own duties that are open, and those of others that go to it; stamped `as_of`.
std::string duties_ics(const Rules& rules, const Season& season, Instant as_of, const DutyQuery& query,
                       Language language);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "duties_ics_inl.hpp"
#endif
