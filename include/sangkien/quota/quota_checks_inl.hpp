#pragma once

#include <algorithm>

#include "quota_checks.hpp"

namespace sangkien {

SANGKIEN_INLINE void check_quotas(const Effective& effective, const std::vector<QuotaRule>& quotas,
                                  const std::vector<std::string>& unreachable, Diagnostics& found)
{
    const Node root = effective.tree.root();
    for (const QuotaRule& quota : quotas) {
        const Node entry = root.get("quota").get(quota.name.id);
        const Name& reached = quota.reached.value;
        if (std::find(unreachable.begin(), unreachable.end(), reached.id) != unreachable.end())
            found.warn(ErrorId::counts_nothing, entry.get("reached"), {{"state", shown(Datum(reached))}});
        if (quota.area && !root.get("areas").first() && !left_open(effective, "areas", quota.citation.rulebook))
            found.warn(ErrorId::quota_without_areas, entry.get("area"));
    }
}

}  // namespace sangkien
