// Release, errors, days and instants, built-in texts.
#include "pybind.hpp"

namespace sangkien::python {

namespace {

// Text that came from a file may be cut in the middle of a letter, or name a file in another encoding.
py::str lenient(const std::string& text)
{
    PyObject* out = PyUnicode_DecodeUTF8(text.data(), static_cast<Py_ssize_t>(text.size()), "replace");
    if (out == nullptr) throw py::error_already_set();
    return py::reinterpret_steal<py::str>(out);
}

py::dict describe(const Problem& problem)
{
    py::dict message;
    message["vi"] = lenient(explanation(problem, Language::vi));
    message["en"] = lenient(explanation(problem, Language::en));
    py::dict out;
    out["id"] = code(problem.id);
    out["file"] = lenient(problem.place.file);
    out["line"] = problem.place.mark.line;
    out["column"] = problem.place.mark.column;
    out["pointer"] = lenient(problem.place.pointer);
    out["message"] = message;
    return out;
}

void raise(const Error& error)
{
    py::list problems;
    for (const Problem& problem : error.problems()) problems.append(describe(problem));
    const py::object type = py::module_::import("sangkien._error").attr("Error");
    PyErr_SetObject(type.ptr(), type(lenient(error.what()), problems, error_json(error)).ptr());
}

}  // namespace

void bind_core(py::module_& module)
{
    py::register_local_exception_translator([](std::exception_ptr thrown) {
        try {
            if (thrown) std::rethrow_exception(thrown);
        } catch (const Error& error) {
            raise(error);
        }
    });
    module.def("version", &version, "The release, as major.minor.patch.");
    module.def("builtin_rulebooks", &builtin_rulebooks, "Ids of the built-in rulebooks, sorted.");
    module.def("builtin_rulebook", &builtin_rulebook, py::arg("id"), "JSON text, empty when there is none.");
    module.def("builtin_schemas", &builtin_schemas, "Names of the built-in schemas, sorted.");
    module.def("builtin_schema", &builtin_schema, py::arg("id"), "JSON text, empty when there is none.");
    module.def(
        "parse_day", [](const std::string& text) { return parse_day(text).count; }, py::arg("text"),
        "Days since 1970-01-01 of YYYY-MM-DD.");
    module.def(
        "parse_instant", [](const std::string& text) { return parse_instant(text).seconds; }, py::arg("text"),
        "Seconds since 1970-01-01T00:00:00Z of YYYY-MM-DDThh:mm[:ss] with an offset.");
    module.def(
        "instant_text", [](std::int64_t seconds) { return to_text(Instant{seconds}); }, py::arg("seconds"),
        "YYYY-MM-DDThh:mm:ss+07:00.");
}

}  // namespace sangkien::python
