// The procedure of rules: pictures, paths, and whether roles reach a state.
#include "pybind.hpp"

namespace sangkien::python {

namespace {

// The procedure of one day, with the way of an initiative where it came from a report; it keeps the rules.
struct BoundLifecycle {
    std::shared_ptr<const Rules> rules;
    const Ruleset* ruleset;
    std::optional<InitiativeReport> way;
};
using Shared = std::shared_ptr<BoundLifecycle>;

std::optional<Day> day_of(std::optional<std::int32_t> count)
{
    return count ? std::optional<Day>(Day{*count}) : std::nullopt;
}

std::string picture(const BoundLifecycle& bound, const std::string& format, const std::string& lang)
{
    if (lang != "vi" && lang != "en") throw py::value_error("lang is 'vi' or 'en', not '" + lang + "'");
    const Language language = lang == "en" ? Language::en : Language::vi;
    const InitiativeReport* way = bound.way ? &*bound.way : nullptr;
    if (format == "mermaid") return lifecycle_mermaid(*bound.ruleset, language, way);
    if (format == "dot") return lifecycle_dot(*bound.ruleset, language, way);
    if (format == "scxml") return lifecycle_scxml(*bound.ruleset, language, way);
    if (format == "svg") return lifecycle_svg(*bound.ruleset, language, way);
    return format == "json" ? lifecycle_json(*bound.ruleset, way) : lifecycle_text(*bound.ruleset, language, way);
}

using Names = std::vector<std::string>;

Names names(const Table& table, const Path& path)
{
    Names out;
    for (const PathStep& step : path) out.push_back(table.transitions[step.transition].name.id);
    return out;
}

// "fact applied" and whether it holds.
using Given = std::vector<std::pair<std::string, bool>>;

Assumptions assumptions(const Given& given)
{
    Assumptions out;
    for (const auto& [name, holds] : given) {
        const std::size_t space = std::min(name.find(' '), name.size());
        out.push_back({{name.substr(0, space), name.substr(std::min(space + 1, name.size()))}, holds});
    }
    return out;
}

std::optional<std::pair<Names, Names>> breach(const BoundLifecycle& bound, const Names& by, const std::string& to,
                                              const std::optional<std::string>& from, const Given& given)
{
    const Table table = assuming(bound.ruleset->table, assumptions(given));
    const std::uint16_t goal = state_named(table, to);
    const Roles roles = roles_named(table, by);
    if (!from) {
        const auto found = find_breach(table, roles, goal);
        if (!found) return std::nullopt;
        return std::pair(names(table, found->before), names(table, found->then));
    }
    const auto way = shortest_paths(table, state_named(table, *from), roles)[goal];
    if (!way) return std::nullopt;
    return std::pair(Names{}, names(table, *way));
}

std::string paths(const BoundLifecycle& bound, std::size_t steps, std::size_t most)
{
    PathChoice choice;
    choice.steps = steps;
    choice.most = most;
    return lifecycle_paths_json(*bound.ruleset, choice);
}

}  // namespace

void bind_lifecycle(py::module_& module)
{
    py::class_<BoundLifecycle, Shared>(module, "Lifecycle")
        .def_property_readonly("on", [](const BoundLifecycle& bound) { return bound.ruleset->from.count; })
        .def("picture", &picture, py::arg("format"), py::arg("lang"))
        .def("paths", &paths, py::arg("steps"), py::arg("most"))
        .def("breach", &breach, py::arg("by"), py::arg("to"), py::arg("start"), py::arg("given"));
    module.def(
        "lifecycle",
        [](const std::shared_ptr<Rules>& rules, std::optional<std::int32_t> day) {
            return std::make_shared<BoundLifecycle>(
                BoundLifecycle{rules, &lifecycle_rules(*rules, day_of(day)), std::nullopt});
        },
        py::arg("rules"), py::arg("day"));
    module.def(
        "lifecycle_of",
        [](const BoundReport& bound, const std::string& initiative) {
            return std::make_shared<BoundLifecycle>(
                BoundLifecycle{bound.rules, &lifecycle_rules(*bound.rules, bound.report.rules_on),
                               initiative_named(bound.report, initiative)});
        },
        py::arg("report"), py::arg("initiative"));
}

}  // namespace sangkien::python
