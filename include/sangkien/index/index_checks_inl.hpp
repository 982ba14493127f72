#pragma once

#include <algorithm>

#include "index_checks.hpp"

namespace sangkien {

namespace detail {

inline void check_steps(Node list, const std::vector<IndexStep>& steps, const IndexComponent& component,
                        Diagnostics& found)
{
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

inline void check_scored(Node entry, const IndexComponent& component, const std::vector<std::string>& unreachable,
                         Diagnostics& found)
{
    const ScoreFunction& score = component.score;
    if (score.kind == ScoreKind::steps) check_steps(entry.get("score").get("steps"), score.steps, component, found);
    if (score.kind == ScoreKind::linear) check_steps(entry.get("score").get("linear"), score.line, component, found);
    if (component.input == IndexInput::initiatives &&
        std::find(unreachable.begin(), unreachable.end(), component.reached.id) != unreachable.end())
        found.warn(ErrorId::counts_nothing, entry.get("reached"), {{"state", shown(Datum(component.reached))}});
}

// Components of an area or criterion, however deep.
inline void check_inside(Node node, const IndexTree& tree, const std::vector<std::string>& unreachable,
                         Diagnostics& found)
{
    for (Node inner : children(node.get("criteria"))) check_inside(inner, tree, unreachable, found);
    for (Node entry : children(node.get("components")))
        if (const IndexComponent* component = tree.component(entry.key()))
            check_scored(entry, *component, unreachable, found);
}

}  // namespace detail

SANGKIEN_INLINE void check_index(Node index, const IndexTree& tree, const std::vector<std::string>& unreachable,
                                 Diagnostics& found)
{
    for (Node area : children(index.get("areas"))) detail::check_inside(area, tree, unreachable, found);
    for (const IndexComponent& component : tree.beside)
        detail::check_scored(index.get(component.side == IndexSide::bonus ? "bonus" : "penalty").get(component.name.id),
                             component, unreachable, found);
}

}  // namespace sangkien
