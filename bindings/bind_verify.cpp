// Verifying rulebooks with their vectors, and the clauses that these put to the test.
#include "pybind.hpp"

namespace sangkien::python {

void bind_verify(py::module_& module)
{
    module.def(
        "verify_rules",
        [](const std::vector<py::bytes>& names, int first_year, int last_year) {
            const std::vector<std::string> all(names.begin(), names.end());
            const py::gil_scoped_release quiet;
            return diagnostics_json(verify_rules(all, {first_year, last_year}));
        },
        py::arg("names"), py::arg("first_year"), py::arg("last_year"), "What is found, as JSON.");
    module.def(
        "cover_rules",
        [](const std::vector<py::bytes>& names, const std::vector<py::bytes>& besides,
           const std::vector<Season>& seasons, std::int64_t as_of) {
            const std::vector<std::string> all(names.begin(), names.end());
            const std::vector<std::string> with(besides.begin(), besides.end());
            const py::gil_scoped_release quiet;
            return coverage_json(cover_rules(all, with, seasons, {as_of}));
        },
        py::arg("names"), py::arg("besides"), py::arg("seasons"), py::arg("as_of"), "Clause coverage, as JSON.");
}

}  // namespace sangkien::python
