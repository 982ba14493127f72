// A season, read from JSON text.
#include "pybind.hpp"

namespace sangkien::python {

namespace {

std::shared_ptr<Season> read(const py::bytes& text, const py::bytes& file)
{
    const std::string content(text), name(file);
    const py::gil_scoped_release quiet;
    return std::make_shared<Season>(read_season(content, name));
}

}  // namespace

void bind_season(py::module_& module)
{
    py::class_<Season, std::shared_ptr<Season>>(module, "Season")
        .def_readonly("id", &Season::id)
        .def_readonly("year", &Season::year)
        .def_readonly("digest", &Season::digest)
        .def_property_readonly("title", [](const Season& season) { return words(season.title); })
        .def_property_readonly("opened", [](const Season& season) { return season.opened.count; })
        .def_property_readonly("initiatives", [](const Season& season) { return season.initiatives.size(); })
        .def_property_readonly("units", [](const Season& season) { return season.units.size(); });
    module.def("read_season", &read, py::arg("text"), py::arg("file"), "UTF-8 text and the name shown in problems.");
    module.def(
        "read_file", [](const py::bytes& path) { return py::bytes(read_file(std::string(path))); }, py::arg("path"));
}

}  // namespace sangkien::python
