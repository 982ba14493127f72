// The quotas of units for a person, as JSON and as CSV.
#pragma once

#include <string>
#include <vector>

#include "../evaluation/quota_account.hpp"

namespace sangkien {

// { "sangkien", "as_of", "accounts": [ { "unit", "kind", "rule", "citation", "prospect", "milestone", "by",
//   "working_days", "ready", "quota": { as in a report } } ] }
std::string quota_json(const std::vector<QuotaAccount>& accounts, Instant as_of);
// One line for each unit, below it what counted, what not and why, and what is still possible.
std::string quota_text(const std::vector<QuotaAccount>& accounts, Instant as_of, Language language);
// One row for each unit and quota; the first row names the columns.
std::string quota_csv(const std::vector<QuotaAccount>& accounts);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "quota_text_inl.hpp"
#endif
