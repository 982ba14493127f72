// Sensitivity in one answer: rank intervals, what each input does alone, what leaving something out does, Sobol indices.
//
//   SensitivityRuns runs(model, 1000);
//   runs.run(model, 0, 1000);                          // or in parts, each by a thread of the host: the same bits
//   const SensitivityReport found = sensitivity_report(model, cards, runs, {});
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sensitivity.hpp"
#include "sobol.hpp"

namespace sangkien {

// Replicates of a model, a row each: count x offices.
struct SensitivityRuns {
    SensitivityRuns(const SensitivityModel& model, std::size_t replicates);
    // Replicates first to last, the last not included. Parts that do not overlap may be run at one time.
    void run(const SensitivityModel& model, std::size_t first, std::size_t last);
    std::size_t replicates;
    std::vector<double> totals;
    std::vector<std::int32_t> ranks;
};

struct SensitivityOptions {
    double level = 0.9;                 // of the intervals
    std::vector<std::string> left_out;  // areas, criteria, components, one at a time
    std::size_t sobol_rows = 0;         // 0: no Sobol indices; so many times inputs + 2 models are run
    std::string sobol_office;           // of its total; empty: of the mean shift in rank over all offices
    std::uint64_t seed = 1;             // of the Sobol points
};

// Effect (tác động) of one input at one end, or of something left out.
struct InputEffect {
    std::string name;
    std::string kind;  // "weight", "survey", "left-out"
    std::string end;   // "low", "high", "out"
    std::vector<double> totals;
    std::vector<std::int32_t> ranks;
    double mean_shift = 0;  // of the ranks, up or down, over all offices
    std::int32_t most_shift = 0;
    std::size_t moved = 0;  // offices whose rank differs
};

struct SensitivityReport {
    std::vector<double> totals;       // as they are
    std::vector<std::int32_t> ranks;  // as they are
    std::vector<SensitivitySummary> offices;
    std::vector<InputEffect> effects;  // of every input low and high, then of everything left out
    std::vector<std::string> inputs;   // names
    SobolIndices sobol;                // by input; empty unless asked for
    std::size_t replicates = 0;
    SensitivityOptions options;
};

// Problems: SK1308 something to leave out that the base of the index has not, or an office that the cards have not.
void check_sensitivity_options(const IndexTree& tree, const std::vector<Scorecard>& cards,
                               const SensitivityOptions& options, const std::string& file, Problems& problems);

// The options must have passed check_sensitivity_options.
SensitivityReport sensitivity_report(const SensitivityModel& model, const std::vector<Scorecard>& cards,
                                     const SensitivityRuns& runs, const SensitivityOptions& options);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "sensitivity_report_inl.hpp"
#endif
