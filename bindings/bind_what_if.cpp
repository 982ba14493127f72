// What if: other figures, rivals, the cheapest way.
#include "index_scores.hpp"

#include <sangkien/io/what_if_text.hpp>

namespace sangkien::python {

namespace {

// Office, year or 0, component, text of the figure or nothing.
using Wish = std::tuple<std::string, std::int64_t, std::string, std::optional<std::string>>;

// JSON, text in Vietnamese and English, CSV.
std::tuple<std::string, std::string, std::string, std::string> ask(
    const std::shared_ptr<Rules>& rules, std::int32_t day, const py::bytes& text, const std::vector<Wish>& wishes,
    const std::string& office, std::int64_t year, bool rivals, bool by_group, const std::string& target,
    const py::bytes& actions, const py::bytes& actions_file)
{
    const IndexTree& tree = index_in_force(*rules, {day});
    const IndexTable table = checked_index_table(std::string(text), "", tree);
    WhatIfQuestion question{
        {}, "", office, year, rivals, by_group, target, std::string(actions), std::string(actions_file)};
    const py::gil_scoped_release quiet;
    Problems problems;
    for (const auto& [of, when, component, value] : wishes) {
        Supposition one = read_supposition(of + "." + component + "=" + value.value_or(""), tree, "", problems);
        one.year = when;
        question.suppositions.push_back(std::move(one));
    }
    problems.throw_if_any();
    const WhatIf found = what_if(tree, table, question);
    return {what_if_json(tree, found), what_if_text(tree, found, Language::vi), what_if_text(tree, found, Language::en),
            what_if_csv(tree, found)};
}

}  // namespace

void bind_what_if(py::module_& module)
{
    module.def("what_if", &ask, py::arg("rules"), py::arg("day"), py::arg("text"), py::arg("wishes"), py::arg("office"),
               py::arg("year"), py::arg("rivals"), py::arg("by_group"), py::arg("target"), py::arg("actions"),
               py::arg("actions_file"));
}

}  // namespace sangkien::python
