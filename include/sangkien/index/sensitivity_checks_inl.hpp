// What can be wrong with a plan of a sensitivity analysis.
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "index_functions_inl.hpp"
#include "sensitivity.hpp"

namespace sangkien {

namespace detail {

// The names that a weight may have: nodes, components of the base.
inline std::vector<std::string> weight_names(const IndexTree& tree)
{
    std::vector<std::string> out;
    for (const IndexNode& node : tree.nodes) out.push_back(node.name.id);
    for (const IndexComponent& component : tree.components) out.push_back(component.name.id);
    return out;
}

inline void check_number(double value, double most, const Place& place, Problems& problems)
{
    if (value > 0 && value <= most) return;
    problems.add(ErrorId::out_of_range, place,
                 {{"value", std::to_string(value)}, {"low", 0}, {"high", std::to_string(most)}});
}

}  // namespace detail

SANGKIEN_INLINE void check_sensitivity_plan(const IndexTree& tree, const SensitivityPlan& plan, const std::string& file,
                                            Problems& problems)
{
    const std::vector<std::string> weights = detail::weight_names(tree);
    std::vector<std::string> surveys;
    for (const IndexComponent& component : tree.components)
        if (component.input == IndexInput::survey) surveys.push_back(component.name.id);
    std::set<std::string> seen;
    const auto once = [&](const std::string& kind, const std::string& name, const Place& place) {
        if (!seen.insert(kind + name).second)
            problems.add(ErrorId::duplicate_id, place, {{"id", name}, {"line", std::int64_t{place.mark.line}}});
    };
    for (const WeightRange& one : plan.weights) {
        const Place place{file, "", one.mark};
        if (std::find(weights.begin(), weights.end(), one.name) == weights.end())
            unknown_name(problems, place, {"lĩnh vực hay tiêu chí", "area or component"}, one.name, weights);
        detail::check_number(one.spread, 1, place, problems);
        once("weight ", one.name, place);
    }
    for (const SurveyError& one : plan.surveys) {
        const Place place{file, "", one.mark};
        if (std::find(surveys.begin(), surveys.end(), one.component) == surveys.end())
            unknown_name(problems, place, {"khảo sát", "survey"}, one.component, surveys);
        detail::check_number(one.standard_error, 1e6, place, problems);
        once("survey ", one.component, place);
    }
    if (plan.weights.empty() && plan.surveys.empty())
        problems.add(ErrorId::missing_key, {file, "", {}}, {{"key", "weights, surveys"}});
}

}  // namespace sangkien
