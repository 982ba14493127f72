// Two rulebooks side by side, and what seasons would come to under the new one.
#include "pybind.hpp"

namespace sangkien::python {

namespace {

// As JSON, and as text in Vietnamese and English.
std::tuple<std::string, std::string, std::string> diff(const std::string& before, const std::string& after,
                                                       const std::vector<std::string>& with,
                                                       const std::vector<Season>& seasons,
                                                       const std::optional<std::int64_t>& as_of, bool texts)
{
    const py::gil_scoped_release quiet;
    const RulesDiff out =
        rules_diff(before, after, with, seasons, {as_of.value_or(0)}, texts ? Texts::tell : Texts::leave_out);
    return {impact_json(out.impact, out.before, out.after),
            impact_text(out.impact, out.before, out.after, Language::vi),
            impact_text(out.impact, out.before, out.after, Language::en)};
}

}  // namespace

void bind_diff(py::module_& module)
{
    module.def(
        "rules_diff",
        [](const py::bytes& before, const py::bytes& after, const std::vector<py::bytes>& with,
           const std::vector<Season>& seasons, const std::optional<std::int64_t>& as_of, bool texts) {
            return diff(before, after, {with.begin(), with.end()}, seasons, as_of, texts);
        },
        py::arg("before"), py::arg("after"), py::arg("with_"), py::arg("seasons"), py::arg("as_of"), py::arg("texts"));
}

}  // namespace sangkien::python
