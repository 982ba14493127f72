#pragma once

#include <algorithm>

#include "quota.hpp"
#include "quota_checks.hpp"
#include "quota_parts_inl.hpp"

namespace sangkien {

namespace detail {

// Under which readings of a succession the whole office may come to owe less than before, or to have more.
inline void check_succession(Node entry, const QuotaRule& quota, Diagnostics& found)
{
    for (const SuccessionRule& rule : quota.succession) {
        const Name kind = reorganisation_name(rule.kind);
        const Node said = entry.get("succession").get(kind.id);
        const auto warn = [&](const char* key, const char* value, const char* instead) {
            found.warn(ErrorId::succession_loses, said.get(key),
                       {{"kind", kind.words}, {"value", value}, {"instead", instead}});
        };
        if (rule.duty && rule.duty->value == DutySuccession::lapses) warn("duty", "lapses", "\"stays\"");
        // Whoever something was separated from still owes all of it.
        if (rule.duty && rule.duty->value == DutySuccession::own && rule.kind != ReorganisationKind::separate)
            warn("duty", "own", "\"carried\"");
        if (rule.filed && rule.filed->value == FiledSuccession::each) warn("filed", "each", "\"moved\"");
    }
}

// Kinds that the rule does not bind.
inline void check_kind_minima(Node entry, const QuotaRule& quota, Diagnostics& found)
{
    for (const KindMinimum& minimum : quota.per_kind)
        if (!quota.binds(minimum.kind))
            found.warn(
                ErrorId::name_unused, entry.get("per-kind").get(minimum.kind),
                {{"what", Words{"loại đơn vị trong \"who\"", "kind of unit in \"who\""}}, {"name", minimum.kind}});
}

}  // namespace detail

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
        detail::check_succession(entry, quota, found);
        detail::check_kind_minima(entry, quota, found);
    }
}

}  // namespace sangkien
