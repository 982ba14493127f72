#pragma once

#include "contribution.hpp"
#include "index_score_inl.hpp"
#include "shapley_inl.hpp"

namespace sangkien {

namespace detail {

// What the n-th initiative adds to n - 1 others. A component gives the same whichever they are, so that is the marginal
// contribution of each of n.
inline Ratio added_by(const IndexComponent& component, std::int64_t n)
{
    return points_for(component, Ratio(n)) - points_for(component, Ratio(n - 1));
}

// Would it add the same however the open ones turn out?
inline Truth settled(const IndexComponent& component, std::int64_t surely, std::int64_t perhaps)
{
    for (std::int64_t n = surely + 1; n <= surely + perhaps; ++n)
        if (added_by(component, n) != added_by(component, surely)) return Truth::undetermined;
    return Truth::pass;
}

// Its share of what all of them bring.
inline Ratio share_of(const IndexComponent& component, std::int64_t n)
{
    return shapley_of_count(n, [&](std::int64_t some) { return points_for(component, Ratio(some)); });
}

inline Truth share_settled(const IndexComponent& component, std::int64_t surely, std::int64_t perhaps)
{
    for (std::int64_t n = surely + 1; n <= surely + perhaps; ++n)
        if (share_of(component, n) != share_of(component, surely)) return Truth::undetermined;
    return Truth::pass;
}

inline Contribution contribution_of(const IndexTree& tree, const Season& season, const IndexCount& count,
                                    std::size_t component, std::size_t initiative)
{
    const IndexComponent& scored = tree.components[component];
    const auto surely = static_cast<std::int64_t>(count.counting.size());
    const auto perhaps = static_cast<std::int64_t>(count.open.size());
    Contribution out;
    out.initiative = initiative;
    out.unit = count.unit;
    out.component = component;
    out.alone = points_for(scored, Ratio(1));
    out.marginal = added_by(scored, surely);
    out.shapley = share_of(scored, surely);
    out.none = points_for(scored, Ratio(0));
    out.points = points_for(scored, Ratio(surely));
    out.shared = share_settled(scored, surely, perhaps);
    const bool none = out.marginal == Ratio(0);
    out.finding = index_finding(none ? FindingId::contribution_saturated : FindingId::contribution,
                                settled(scored, surely, perhaps), tree, scored, count.unit);
    out.finding.inputs.push_back({"initiative", season.initiatives[initiative].id});
    out.finding.inputs.push_back({"others", surely - 1});
    out.finding.inputs.push_back({"open", perhaps});
    out.finding.values.push_back({"points", out.marginal});
    out.finding.values.push_back({"alone", out.alone});
    out.finding.values.push_back({"total", out.points});
    return out;
}

}  // namespace detail

SANGKIEN_INLINE std::vector<Contribution> contributions(const IndexTree& tree, const Season& season,
                                                        const std::vector<IndexCount>& counts)
{
    std::vector<Contribution> out;
    for (const IndexCount& count : counts) {
        const IndexComponent* component = tree.component(count.component);
        if (component == nullptr || component->input != IndexInput::initiatives) continue;
        const auto at = static_cast<std::size_t>(component - tree.components.data());
        for (const std::size_t initiative : count.counting)
            out.push_back(detail::contribution_of(tree, season, count, at, initiative));
    }
    return out;
}

}  // namespace sangkien
