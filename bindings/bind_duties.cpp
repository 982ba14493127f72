// Duties.
#include <sangkien/io/duties_ics.hpp>
#include <sangkien/io/duties_json.hpp>
#include <sangkien/io/duties_text.hpp>

#include "pybind.hpp"

namespace sangkien::python {

namespace {

// The duties as JSON, as a table of text, and as text in Vietnamese and English.
std::tuple<std::string, std::string, std::string, std::string> duties_now(const std::shared_ptr<Rules>& rules,
                                                                          const Season& season, std::int64_t as_of,
                                                                          const std::string& role,
                                                                          const std::string& unit, bool done)
{
    const py::gil_scoped_release quiet;
    const std::vector<OpenDuty> found = duties(*rules, season, {as_of}, {role, unit, done});
    return {duties_json(found, {as_of}), duties_csv(found), duties_text(found, {as_of}, Language::vi),
            duties_text(found, {as_of}, Language::en)};
}

std::string calendar_of_duties(const std::shared_ptr<Rules>& rules, const Season& season, std::int64_t as_of,
                               const std::string& role, const std::string& unit, const std::string& lang)
{
    const py::gil_scoped_release quiet;
    return duties_ics(*rules, season, {as_of}, {role, unit, false}, lang == "en" ? Language::en : Language::vi);
}

}  // namespace

void bind_duties(py::module_& module)
{
    module.def("duties", &duties_now, py::arg("rules"), py::arg("season"), py::arg("as_of"), py::arg("role"),
               py::arg("unit"), py::arg("done"));
    module.def("duties_ics", &calendar_of_duties, py::arg("rules"), py::arg("season"), py::arg("as_of"),
               py::arg("role"), py::arg("unit"), py::arg("lang"));
}

}  // namespace sangkien::python
