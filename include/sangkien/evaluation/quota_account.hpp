// The quota of every unit as of an instant: what it owes and has, and what is still possible before the deadline.
//
//   for (const QuotaAccount& account : quota_accounts(rules, season, as_of))
//       if (account.prospect == QuotaProspect::possible) ... account.result.missing more before *account.by
#pragma once

#include <string>
#include <vector>

#include "evaluate.hpp"

namespace sangkien {

// Prospect (triển vọng): what can still become of the quota of one unit.
enum class QuotaProspect : std::uint8_t {
    met,
    not_owed,
    possible,  // short, and there is time
    over,      // short, and nothing can be made good any more
    open,      // it cannot be told whether it is met
};
const char* word(QuotaProspect prospect) noexcept;

// Account (bảng theo dõi chỉ tiêu) of one unit under one quota.
struct QuotaAccount {
    Name unit;
    Name kind;
    Name rule;
    Citation citation;
    QuotaResult result;
    QuotaProspect prospect = QuotaProspect::open;
    std::optional<Name> milestone;
    std::optional<Instant> by;                 // the first instant that is too late
    std::optional<std::int64_t> working_days;  // until then, the day of `as_of` included; nothing: no calendar says
    std::vector<std::string> ready;            // initiatives that do not count yet and still can, one by one
};

// Unit by unit in the order of the season, quota by quota. Throws Error as evaluate() does.
std::vector<QuotaAccount> quota_accounts(const Rules& rules, const Season& season, Instant as_of);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "quota_account_inl.hpp"
#endif
