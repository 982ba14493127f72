// Duties: who has to do what, since when and by when, as of an instant: those of the season, those born of events, and
// the clocks that run against a role.
//
//   for (const OpenDuty& duty : duties(rules, season, as_of))
//       if (duty.verdict == DutyVerdict::overdue) ... duty.who, duty.days_over, duty.escalations
#pragma once

#include <string>
#include <vector>

#include "../facts/season.hpp"
#include "open_duty.hpp"

namespace sangkien {

// Which duties (nhiệm vụ cần tìm).
struct DutyQuery {
    std::string role{};  // of that role alone; one that no rulebook has is Error SK1308
    std::string unit{};  // of initiatives of that unit alone
    bool all = false;    // those that are done, too
};

// By time, those without one last; then by initiative, duty and instant, whatever the order of the season. Throws Error
// as evaluate() does.
std::vector<OpenDuty> duties(const Rules& rules, const Season& season, Instant as_of, const DutyQuery& query = {});

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "duties_inl.hpp"
#endif
