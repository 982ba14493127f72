// A report: as JSON, as text, and as the tables of tables.cpp.
#include "pybind.hpp"

namespace sangkien::python {

namespace {

std::string text(const BoundReport& bound, const std::string& language)
{
    if (language == "vi") return report_text(bound.report, Language::vi);
    if (language == "en") return report_text(bound.report, Language::en);
    throw py::value_error("lang is 'vi' or 'en', not '" + language + "'");
}

// The explanation as JSON, and as text in Vietnamese and English.
std::tuple<std::string, std::string, std::string> explanation(const BoundReport& bound,
                                                              const std::optional<std::string>& path)
{
    const py::gil_scoped_release quiet;
    const Season read = bound.season != nullptr ? Season() : read_season(bound.text, bound.file);
    const Season& season = bound.season != nullptr ? *bound.season : read;
    const Explanation why =
        path ? explain(*bound.rules, season, bound.report, *path) : explain_unmet(*bound.rules, season, bound.report);
    return {explanation_json(why), explanation_text(why, Language::vi), explanation_text(why, Language::en)};
}

// What initiatives add to the index as JSON, as text in Vietnamese and English, and as CSV.
std::tuple<std::string, std::string, std::string, std::string> attribution_of(const BoundReport& bound)
{
    const py::gil_scoped_release quiet;
    const Attribution found = attribution(*bound.rules, bound.report);
    return {attribution_json(found), attribution_text(found, Language::vi), attribution_text(found, Language::en),
            attribution_csv(found)};
}

}  // namespace

void bind_report(py::module_& module)
{
    using Quiet = py::call_guard<py::gil_scoped_release>;
    py::class_<BoundReport>(module, "Report")
        .def_property_readonly("as_of", [](const BoundReport& bound) { return bound.report.as_of.seconds; })
        .def_property_readonly("season", [](const BoundReport& bound) { return bound.report.season; })
        .def_property_readonly("title", [](const BoundReport& bound) { return words(bound.report.title); })
        .def_property_readonly("year", [](const BoundReport& bound) { return bound.report.year; })
        .def_property_readonly("rules_on", [](const BoundReport& bound) { return bound.report.rules_on.count; })
        .def(
            "json", [](const BoundReport& bound) { return report_json(bound.report); }, Quiet())
        .def("text", &text, py::arg("lang"))
        .def("explain", &explanation, py::arg("path"))
        .def("initiatives", &initiatives_table)
        .def("units", &units_table)
        .def("deadlines", &deadlines_table)
        .def("todo", &todo_table)
        .def("index", &index_table)
        .def("attribution", &attribution_of);
}

}  // namespace sangkien::python
