// Sheets of scores.
#include "pybind.hpp"

namespace sangkien::python {

namespace {

// The scores as JSON, and as text in Vietnamese and English.
std::tuple<std::string, std::string, std::string> score(const std::shared_ptr<Rules>& rules, const py::bytes& text,
                                                        const py::bytes& file, std::int64_t as_of)
{
    const std::string content(text), name(file);
    const py::gil_scoped_release quiet;
    Problems problems;
    const Season sheet = read_score_sheet(content, name, problems);
    problems.throw_if_any();
    const std::vector<SheetScore> scores = score_sheet(*rules, sheet, {as_of});
    return {score_json(scores, {as_of}), score_text(scores, {as_of}, Language::vi),
            score_text(scores, {as_of}, Language::en)};
}

}  // namespace

void bind_score(py::module_& module)
{
    module.def("score", &score, py::arg("rules"), py::arg("text"), py::arg("file"), py::arg("as_of"));
}

}  // namespace sangkien::python
