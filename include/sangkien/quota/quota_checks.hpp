// What can be doubted of quotas that can be loaded: those that nothing can meet.
#pragma once

#include "../rulebook/diagnostics.hpp"
#include "../rulebook/layers.hpp"
#include "quota_rule.hpp"

namespace sangkien {

// SK1620 a quota that counts initiatives in one of the `unreachable` states, SK1621 one that wants a listed area where no
// paper lists areas, SK1690 one under which a reorganisation lessens what is owed, SK1606 a minimum of a kind not bound.
void check_quotas(const Effective& effective, const std::vector<QuotaRule>& quotas,
                  const std::vector<std::string>& unreachable, Diagnostics& found);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "quota_checks_inl.hpp"
#endif
