#pragma once

#include <cstdlib>

#include "sensitivity_inl.hpp"
#include "sensitivity_report.hpp"
#include "sobol_inl.hpp"

namespace sangkien {

namespace detail {

inline void shifts(const std::vector<std::int32_t>& before, InputEffect& effect)
{
    std::int64_t sum = 0;
    for (std::size_t office = 0; office < before.size(); ++office) {
        const std::int32_t shift = std::abs(effect.ranks[office] - before[office]);
        sum += shift;
        effect.moved += shift != 0 ? 1 : 0;
        effect.most_shift = std::max(effect.most_shift, shift);
    }
    effect.mean_shift = before.empty() ? 0 : static_cast<double>(sum) / static_cast<double>(before.size());
}

// What Sobol indices are of: the total of one office, or the mean shift in rank.
inline double sobol_answer(const SensitivityModel& model, const double* u, std::size_t office,
                           const std::vector<std::int32_t>& ranks, std::vector<double>& totals,
                           std::vector<std::int32_t>& places)
{
    model.totals(u, totals.data());
    if (office < totals.size()) return totals[office];
    model.ranks(totals.data(), places.data());
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < places.size(); ++i) sum += std::abs(places[i] - ranks[i]);
    return static_cast<double>(sum) / static_cast<double>(places.size());
}

inline SobolIndices sobol_of_model(const SensitivityModel& model, const SensitivityOptions& options, std::size_t office,
                                   const std::vector<std::int32_t>& ranks)
{
    const std::size_t rows = options.sobol_rows, inputs = model.inputs();
    std::vector<double> a(rows * inputs), b(rows * inputs), mixed(rows * inputs), totals(model.offices());
    std::vector<std::int32_t> places(model.offices());
    sobol_points(options.seed, 0, rows, inputs, a.data(), b.data());
    std::vector<double> of_a(rows), of_b(rows), of_mixed(rows * inputs);
    const auto answers = [&](const std::vector<double>& points, double* out) {
        for (std::size_t row = 0; row < rows; ++row)
            out[row] = sobol_answer(model, points.data() + row * inputs, office, ranks, totals, places);
    };
    answers(a, of_a.data());
    answers(b, of_b.data());
    for (std::size_t input = 0; input < inputs; ++input) {
        sobol_mixed(rows, inputs, a.data(), b.data(), input, mixed.data());
        answers(mixed, of_mixed.data() + input * rows);
    }
    return sobol_indices(rows, inputs, of_a.data(), of_b.data(), of_mixed.data(), 100, options.seed);
}

}  // namespace detail

SANGKIEN_INLINE SensitivityRuns::SensitivityRuns(const SensitivityModel& model, std::size_t count)
    : replicates(count), totals(count * model.offices()), ranks(count * model.offices())
{
}

SANGKIEN_INLINE void SensitivityRuns::run(const SensitivityModel& model, std::size_t first, std::size_t last)
{
    model.run(first, last - first, totals.data() + first * model.offices(), ranks.data() + first * model.offices());
}

SANGKIEN_INLINE void check_sensitivity_options(const IndexTree& tree, const std::vector<Scorecard>& cards,
                                               const SensitivityOptions& options, const std::string& file,
                                               Problems& problems)
{
    const std::vector<std::string> names = detail::weight_names(tree);
    for (const std::string& name : options.left_out)
        if (std::find(names.begin(), names.end(), name) == names.end())
            unknown_name(problems, {file, "", {}}, {"lĩnh vực hay tiêu chí", "area or component"}, name, names);
    std::vector<std::string> offices;
    for (const Scorecard& card : cards) offices.push_back(card.office);
    if (!options.sobol_office.empty() &&
        std::find(offices.begin(), offices.end(), options.sobol_office) == offices.end())
        unknown_name(problems, {file, "", {}}, {"đơn vị trong bảng", "office of the table"}, options.sobol_office,
                     offices);
}

SANGKIEN_INLINE SensitivityReport sensitivity_report(const SensitivityModel& model, const std::vector<Scorecard>& cards,
                                                     const SensitivityRuns& runs, const SensitivityOptions& options)
{
    SensitivityReport out;
    out.options = options;
    out.replicates = runs.replicates;
    out.totals.resize(model.offices());
    out.ranks.resize(model.offices());
    model.nominal(out.totals.data());
    model.ranks(out.totals.data(), out.ranks.data());
    out.offices = summarise(model.offices(), runs.replicates, runs.totals.data(), runs.ranks.data(), options.level);
    const auto effect = [&](const std::string& name, const char* kind, const char* end, const auto& totals_into) {
        InputEffect one;
        one.name = name;
        one.kind = kind;
        one.end = end;
        one.totals.resize(model.offices());
        one.ranks.resize(model.offices());
        totals_into(one.totals.data());
        model.ranks(one.totals.data(), one.ranks.data());
        detail::shifts(out.ranks, one);
        out.effects.push_back(std::move(one));
    };
    for (std::size_t input = 0; input < model.inputs(); ++input) {
        const bool weight = input < model.plan().weights.size();
        out.inputs.push_back(weight ? model.plan().weights[input].name
                                    : model.plan().surveys[input - model.plan().weights.size()].component);
        for (const bool high : {false, true})
            effect(out.inputs.back(), weight ? "weight" : "survey", high ? "high" : "low",
                   [&](double* totals) { model.totals_at_end(input, high, totals); });
    }
    for (const std::string& name : options.left_out)
        effect(name, "left-out", "out", [&](double* totals) { model.totals_without(name, totals); });
    if (options.sobol_rows == 0) return out;
    std::size_t office = cards.size();
    for (std::size_t card = 0; card < cards.size(); ++card)
        if (!options.sobol_office.empty() && cards[card].office == options.sobol_office) office = card;
    out.sobol = detail::sobol_of_model(model, options, office, out.ranks);
    return out;
}

}  // namespace sangkien
