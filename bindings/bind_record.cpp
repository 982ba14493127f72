// Decision records: making and verifying them.
#include "pybind.hpp"

namespace sangkien::python {

namespace {

std::string make(const std::shared_ptr<Rules>& rules, const py::bytes& season, const py::bytes& file,
                 std::int64_t as_of, const std::string& note)
{
    const std::string content(season), name(file);
    const py::gil_scoped_release quiet;
    return make_record(*rules, content, name, {as_of}, note);
}

// The check as JSON, and as text in Vietnamese and English.
std::tuple<std::string, std::string, std::string> verify(const py::bytes& record, const py::bytes& record_file,
                                                         const std::shared_ptr<Rules>& rules, const py::bytes& season,
                                                         const py::bytes& file, const std::optional<py::bytes>& report)
{
    const std::string text(record), text_name(record_file), content(season), name(file);
    const std::string kept(report.value_or(py::bytes()));
    const bool given = report.has_value();
    const py::gil_scoped_release quiet;
    const RecordCheck check = verify_record(text, *rules, content, name,
                                            given ? std::optional<std::string_view>(kept) : std::nullopt, text_name);
    return {record_check_json(check), record_check_text(check, Language::vi), record_check_text(check, Language::en)};
}

}  // namespace

void bind_record(py::module_& module)
{
    module.def("make_record", &make, py::arg("rules"), py::arg("season"), py::arg("file"), py::arg("as_of"),
               py::arg("note"));
    module.def("verify_record", &verify, py::arg("record"), py::arg("record_file"), py::arg("rules"), py::arg("season"),
               py::arg("file"), py::arg("report"));
    module.def(
        "canonical_text",
        [](const py::bytes& json, const py::bytes& file) {
            return py::bytes(canonical_text(std::string_view(std::string(json)), std::string(file)));
        },
        py::arg("json"), py::arg("file"), "The canonical form, as UTF-8.");
}

}  // namespace sangkien::python
