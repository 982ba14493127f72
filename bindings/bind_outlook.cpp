// What may be done now.
#include "pybind.hpp"

namespace sangkien::python {

namespace {

// The outlook as JSON, and as text in Vietnamese and English.
std::tuple<std::string, std::string, std::string> permitted_now(const std::shared_ptr<Rules>& rules,
                                                                const Season& season, std::int64_t as_of,
                                                                const std::string& person, bool ended,
                                                                const std::optional<py::function>& facts)
{
    PythonFacts source(facts);
    const py::gil_scoped_release quiet;
    const std::vector<InitiativeOutlook> found = source ? outlook(*rules, season, {as_of}, source, person, ended)
                                                        : outlook(*rules, season, {as_of}, person, ended);
    return {outlook_json(found, {as_of}), outlook_text(found, {as_of}, Language::vi),
            outlook_text(found, {as_of}, Language::en)};
}

}  // namespace

void bind_outlook(py::module_& module)
{
    module.def("outlook", &permitted_now, py::arg("rules"), py::arg("season"), py::arg("as_of"), py::arg("person"),
               py::arg("ended"), py::arg("facts"));
}

}  // namespace sangkien::python
