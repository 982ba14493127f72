#pragma once

#include <algorithm>

#include "quota_checks.hpp"

namespace sangkien {

SANGKIEN_INLINE void check_quotas(const Effective& effective, const std::vector<QuotaRule>& quotas,
                                  const std::vector<std::string>& unreachable, Diagnostics& found)
{
    const Node root = effective.tree.root();
    const bool areas_open =
        root.get("areas").first() || std::any_of(effective.silences.begin(), effective.silences.end(),
                                                 [](const Silence& silence) { return covers(silence.path, "areas"); });
    for (const QuotaRule& quota : quotas) {
        const Node entry = root.get("quota").get(quota.name.id);
        const Name& reached = quota.reached.value;
        if (std::find(unreachable.begin(), unreachable.end(), reached.id) != unreachable.end())
            found.warn(ErrorId::counts_nothing, entry.get("reached"), {{"state", shown(Datum(reached))}});
        if (quota.area && !areas_open) found.warn(ErrorId::quota_without_areas, entry.get("area"));
    }
}

}  // namespace sangkien
