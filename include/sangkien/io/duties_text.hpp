// Duties as a page of text and as a table.
#pragma once

#include <string>
#include <vector>

#include "../core/words.hpp"
#include "../evaluation/duties.hpp"

namespace sangkien {

// Who has to do what, by role: how long it is overdue or what is left, to whom it goes, and why.
std::string duties_text(const std::vector<OpenDuty>& duties, Instant as_of, Language language);

// One row for each duty, RFC 4180: who, duty, initiative, event, since, due, done, verdict, days_over, days_left,
// escalated_to, clause. Ids, not words.
std::string duties_csv(const std::vector<OpenDuty>& duties);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "duties_text_inl.hpp"
#endif
