// Sensitivity of an index: replicates into arrays, in parts and without the GIL; Sobol indices of any answers.
#include "columns.hpp"
#include "index_scores.hpp"

#include <sangkien/io/sensitivity_text.hpp>

namespace sangkien::python {

namespace {

struct BoundSensitivity {
    std::shared_ptr<Rules> rules;
    const IndexTree* tree;  // of the rules
    std::vector<Scorecard> cards;
    SensitivityModel model;
    SensitivityOptions options;
};

BoundSensitivity sensitivity(const std::shared_ptr<Rules>& rules, std::int32_t day, const py::bytes& text,
                             const py::bytes& plan)
{
    const IndexTree& tree = index_in_force(*rules, {day});
    const IndexTable table = checked_index_table(std::string(text), "", tree);
    const std::string content(plan);
    Problems problems;
    SensitivityOptions options;
    std::vector<Scorecard> cards = score_table(tree, table);
    SensitivityPlan read = read_sensitivity_plan(content, "plan", options, problems);
    if (problems.empty()) check_sensitivity_plan(tree, read, "plan", problems);
    if (problems.empty()) check_sensitivity_options(tree, cards, options, "plan", problems);
    problems.throw_if_any();
    SensitivityModel model(tree, table, cards, std::move(read));
    return {rules, &tree, std::move(cards), std::move(model), std::move(options)};
}

void run(const BoundSensitivity& bound, std::uint64_t first, std::uint64_t last, const py::buffer& totals,
         const py::buffer& ranks)
{
    const Column<double> into(totals, true);
    const Column<std::int32_t> places(ranks, true);
    need_same_size(into.size(), (last - first) * bound.model.offices());
    need_same_size(places.size(), into.size());
    const py::gil_scoped_release quiet;
    bound.model.run(first, last - first, into.data(), places.data());
}

std::tuple<std::string, std::string, std::string, std::string> report(const BoundSensitivity& bound,
                                                                      const py::buffer& totals, const py::buffer& ranks,
                                                                      std::size_t replicates, double level,
                                                                      std::size_t sobol_rows,
                                                                      const std::string& sobol_office)
{
    const Column<double> from(totals, false);
    const Column<std::int32_t> places(ranks, false);
    SensitivityOptions options = bound.options;
    options.level = level;
    options.sobol_rows = sobol_rows;
    options.sobol_office = sobol_office;
    Problems problems;
    check_sensitivity_options(*bound.tree, bound.cards, options, "plan", problems);
    problems.throw_if_any();
    const py::gil_scoped_release quiet;
    SensitivityRuns runs(bound.model, replicates);
    std::copy_n(from.data(), from.size(), runs.totals.begin());
    std::copy_n(places.data(), places.size(), runs.ranks.begin());
    const SensitivityReport found = sensitivity_report(bound.model, bound.cards, runs, options);
    const IndexTree& tree = *bound.tree;
    return {sensitivity_json(tree, bound.cards, found), sensitivity_text(tree, bound.cards, found, Language::vi),
            sensitivity_text(tree, bound.cards, found, Language::en), sensitivity_csv(tree, bound.cards, found)};
}

std::tuple<std::vector<double>, std::vector<double>, std::vector<double>, std::vector<double>> indices(
    std::size_t rows, std::size_t inputs, const py::buffer& of_a, const py::buffer& of_b, const py::buffer& of_mixed,
    std::size_t resamples, std::uint64_t seed)
{
    const Column<double> a(of_a, false), b(of_b, false), mixed(of_mixed, false);
    need_same_size(a.size(), rows);
    need_same_size(b.size(), rows);
    need_same_size(mixed.size(), rows * inputs);
    const py::gil_scoped_release quiet;
    SobolIndices found = sobol_indices(rows, inputs, a.data(), b.data(), mixed.data(), resamples, seed);
    return {found.first, found.total, found.first_error, found.total_error};
}

void points(std::uint64_t seed, std::uint64_t first, std::size_t rows, std::size_t inputs, const py::buffer& a,
            const py::buffer& b)
{
    const Column<double> left(a, true), right(b, true);
    need_same_size(left.size(), rows * inputs);
    need_same_size(right.size(), rows * inputs);
    sobol_points(seed, first, rows, inputs, left.data(), right.data());
}

}  // namespace

void bind_sensitivity(py::module_& module)
{
    py::class_<BoundSensitivity>(module, "Sensitivity", "A model of an index whose weights and surveys are drawn.")
        .def_property_readonly("offices", [](const BoundSensitivity& bound) { return bound.model.offices(); })
        .def_property_readonly("inputs", [](const BoundSensitivity& bound) { return bound.model.inputs(); })
        .def(
            "replicate_inputs",
            [](const BoundSensitivity& bound, std::uint64_t replicate) {
                return bound.model.replicate_inputs(replicate);
            },
            py::arg("replicate"))
        .def(
            "multiplier",
            [](const BoundSensitivity& bound, std::size_t weight, double u) {
                return bound.model.multiplier(weight, u);
            },
            py::arg("weight"), py::arg("u"))
        .def(
            "survey_shifts",
            [](const BoundSensitivity& bound, std::size_t survey, double u) {
                std::vector<double> out(bound.model.offices());
                for (std::size_t office = 0; office < out.size(); ++office)
                    out[office] = bound.model.survey_shift(survey, office, u);
                return out;
            },
            py::arg("survey"), py::arg("u"))
        .def("run", &run, py::arg("first"), py::arg("last"), py::arg("totals"), py::arg("ranks"))
        .def("report", &report, py::arg("totals"), py::arg("ranks"), py::arg("replicates"), py::arg("level"),
             py::arg("sobol_rows"), py::arg("sobol_office"));
    module.def("sensitivity", &sensitivity, py::arg("rules"), py::arg("day"), py::arg("text"), py::arg("plan"));
    module.def("sobol_points", &points, py::arg("seed"), py::arg("first"), py::arg("rows"), py::arg("inputs"),
               py::arg("a"), py::arg("b"));
    module.def("sobol_indices", &indices, py::arg("rows"), py::arg("inputs"), py::arg("of_a"), py::arg("of_b"),
               py::arg("of_mixed"), py::arg("resamples"), py::arg("seed"));
}

}  // namespace sangkien::python
