// Two scored tables of an index beside each other, of two years or of two editions.
#include "index_scores.hpp"

#include <sangkien/io/index_mapping.hpp>
#include <sangkien/io/index_years_text.hpp>

namespace sangkien::python {

namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

Pairs read_mapping(const Rules& rules, std::int32_t day, const Rules& later, std::int32_t later_day,
                   const py::bytes& text, const py::bytes& file, const py::function& place)
{
    const IndexTree &before = index_in_force(rules, {day}), &after = index_in_force(later, {later_day});
    Problems problems;
    const IndexMapping read = read_index_mapping(std::string(text), std::string(file), before, after, problems);
    try {
        problems.throw_if_any();
    } catch (const Error& error) {
        tell_in_place(error, place);
    }
    Pairs out;
    for (const IndexCounterpart& one : read) out.emplace_back(one.from, one.to);
    return out;
}

// JSON, text in Vietnamese and English, CSV.
std::tuple<std::string, std::string, std::string, std::string> compare(
    const BoundScores& before, const BoundScores& after, const Pairs& pairs, std::int64_t year_before,
    std::int64_t year_after, const py::bytes& file_before, const py::bytes& file_after)
{
    const std::string before_name(file_before), after_name(file_after);
    const py::gil_scoped_release quiet;
    IndexMapping mapping;
    for (const auto& [from, to] : pairs) mapping.push_back({from, to});
    const std::vector<Scorecard> first = cards_of_year(before.cards, year_before, before_name),
                                 second = cards_of_year(after.cards, year_after, after_name);
    const YearTables tables{*before.tree, first, *after.tree, second};
    const std::vector<YearComparison> found = compare_years(*before.tree, first, *after.tree, second, mapping);
    return {years_json(tables, found), years_text(tables, found, Language::vi), years_text(tables, found, Language::en),
            years_csv(tables, found)};
}

}  // namespace

void bind_index_years(py::module_& module)
{
    module.def("index_mapping", &read_mapping, py::arg("rules"), py::arg("day"), py::arg("later"), py::arg("later_day"),
               py::arg("text"), py::arg("file"), py::arg("place"),
               "Which id stands for which; place as for index_score.");
    module.def("index_compare", &compare, py::arg("before"), py::arg("after"), py::arg("mapping"),
               py::arg("year_before"), py::arg("year_after"), py::arg("file_before"), py::arg("file_after"));
}

}  // namespace sangkien::python
