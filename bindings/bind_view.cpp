// What one person may see of a season, who may sit, and how firmly results stand.
#include "pybind.hpp"

namespace sangkien::python {

namespace {

std::optional<Instant> moment(const std::optional<std::int64_t>& seconds)
{
    if (!seconds) return std::nullopt;
    return Instant{*seconds};
}

// The view as JSON, and as text in Vietnamese and English.
std::tuple<std::string, std::string, std::string> view(const std::shared_ptr<Rules>& rules, const Season& season,
                                                       std::int64_t as_of, const std::string& viewer,
                                                       const std::optional<std::int64_t>& closed,
                                                       const std::optional<std::int64_t>& announced,
                                                       std::int64_t least_ballots)
{
    const py::gil_scoped_release quiet;
    const Disclosure when{moment(closed), moment(announced), least_ballots};
    const auto found = view_of(evaluate(*rules, season, {as_of}), *rules, season, viewer, when);
    return {view_json(found, viewer, {as_of}), view_text(found, viewer, {as_of}, Language::vi),
            view_text(found, viewer, {as_of}, Language::en)};
}

std::tuple<std::string, std::string, std::string> eligible_of(const std::shared_ptr<Rules>& rules, const Season& season,
                                                              const std::string& person, const std::string& unit)
{
    const py::gil_scoped_release quiet;
    std::vector<Member> members;
    if (!person.empty()) members.push_back(candidate(season, person, unit));
    const auto found = eligible(*rules, season, members);
    return {eligible_json(found), eligible_text(found, Language::vi), eligible_text(found, Language::en)};
}

std::tuple<std::string, std::string, std::string> robustness_of(const std::shared_ptr<Rules>& rules,
                                                                const Season& season, std::int64_t as_of,
                                                                const std::string& step, const std::string& weight_step)
{
    const py::gil_scoped_release quiet;
    RobustnessQuestion how;
    if (!step.empty()) how.step = parse_ratio(step);
    how.weight_step = parse_ratio(weight_step);
    const Robustness found = robustness(*rules, season, {as_of}, how);
    return {robustness_json(found), robustness_text(found, Language::vi), robustness_text(found, Language::en)};
}

}  // namespace

void bind_view(py::module_& module)
{
    module.def("view", &view, py::arg("rules"), py::arg("season"), py::arg("as_of"), py::arg("viewer"),
               py::arg("closed"), py::arg("announced"), py::arg("least_ballots"));
    module.def("eligible", &eligible_of, py::arg("rules"), py::arg("season"), py::arg("person"), py::arg("unit"));
    module.def("robustness", &robustness_of, py::arg("rules"), py::arg("season"), py::arg("as_of"), py::arg("step"),
               py::arg("weight_step"));
}

}  // namespace sangkien::python
