#pragma once

#include <algorithm>

#include "index_checks.hpp"

namespace sangkien {

namespace detail {

inline void check_steps(Node list, const IndexComponent& component, Diagnostics& found)
{
    const std::vector<IndexStep>& steps = component.score.steps;
    if (steps.empty()) return;
    Ratio most = steps.front().points;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        most = std::max(most, steps[i].points);
        if (i == 0 || steps[i - 1].points <= steps[i].points) continue;
        Node item = list.first();
        for (std::size_t k = 0; k < i; ++k) item = item.next();
        found.warn(ErrorId::index_points_fall, item,
                   {{"from", shown(Datum(steps[i].from))},
                    {"points", shown(Datum(steps[i].points))},
                    {"previous", shown(Datum(steps[i - 1].points))}});
    }
    if (most < component.max)
        found.warn(ErrorId::index_maximum_unreachable, list,
                   {{"max", shown(Datum(component.max))},
                    {"component", shown(Datum(component.name))},
                    {"points", shown(Datum(most))}});
}

}  // namespace detail

SANGKIEN_INLINE void check_index(Node index, const IndexTree& tree, const std::vector<std::string>& unreachable,
                                 Diagnostics& found)
{
    for (const IndexComponent& component : tree.components) {
        const Node entry =
            index.get("areas").get(tree.areas[component.area].name.id).get("components").get(component.name.id);
        if (component.score.kind == ScoreKind::steps)
            detail::check_steps(entry.get("score").get("steps"), component, found);
        if (component.input == IndexInput::initiatives &&
            std::find(unreachable.begin(), unreachable.end(), component.reached.id) != unreachable.end())
            found.warn(ErrorId::counts_nothing, entry.get("reached"), {{"state", shown(Datum(component.reached))}});
    }
}

}  // namespace sangkien
