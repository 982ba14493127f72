// How sure are totals and ranks: weights of the index and figures of surveys drawn anew, again and again.
//
//   SensitivityPlan plan;
//   plan.weights = {{"impact", 0.2}};                  // its weight times 0.8 to 1.2, the whole kept
//   plan.surveys = {{"satisfaction", 0.1}};            // its mean with a standard error of 0.1 on its scale
//   const SensitivityModel model(tree, table, cards, plan);
//   model.run(0, 1000, totals.data(), ranks.data());   // replicate by replicate, all offices
//
// Doubles, for nothing is decided here. Replicate r depends on the seed and on r alone: any part may be run anywhere, by any
// number of threads, and gives the same bits.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "scorecard.hpp"

namespace sangkien {

// Weight range (khoảng trọng số): the maximum of an area, a criterion or a component of the base times 1 - spread to 1 +
// spread, drawn evenly; then all are brought back to the whole together.
struct WeightRange {
    std::string name;
    double spread = 0;  // above 0, at most 1
    Mark mark{};
};

// Survey error (sai số khảo sát): a normal error of the mean of every office, drawn for each apart, cut at the scale's ends.
struct SurveyError {
    std::string component;
    double standard_error = 0;  // on the scale of the survey, above 0
    Mark mark{};
};

struct SensitivityPlan {
    std::vector<WeightRange> weights;
    std::vector<SurveyError> surveys;
    std::uint64_t seed = 1;
};

// Problems: SK1308 a weight that the base of the index has not, or an error of what is no survey of it; SK1205 a spread or an
// error outside its range; SK1302 one name twice; SK1004 nothing to be drawn.
void check_sensitivity_plan(const IndexTree& tree, const SensitivityPlan& plan, const std::string& file,
                            Problems& problems);

// Sensitivity model (mô hình độ nhạy): immutable; any number of threads may use the same one. Inputs are numbered: weights,
// then surveys, in the order of the plan. Points that are open are taken at what is sure; what is left out stays so.
class SensitivityModel {
public:
    // The plan must have passed check_sensitivity_plan. Cards of `table` by `tree`.
    SensitivityModel(const IndexTree& tree, const IndexTable& table, const std::vector<Scorecard>& cards,
                     SensitivityPlan plan);

    const SensitivityPlan& plan() const noexcept { return plan_; }
    std::size_t offices() const noexcept { return offices_; }
    std::size_t inputs() const noexcept { return plan_.weights.size() + plan_.surveys.size(); }

    // The inputs of one replicate, each 0 < u < 1: of a weight its place in the range, of a survey what the errors of all
    // offices are drawn from.
    std::vector<double> replicate_inputs(std::uint64_t replicate) const;
    // What a weight is multiplied by, and the error of an office's survey in its own units, for an input u.
    double multiplier(std::size_t weight, double u) const;
    double survey_shift(std::size_t survey, std::size_t office, double u) const;

    // Totals of all offices for one set of inputs; `u` has inputs() numbers.
    void totals(const double* u, double* out) const;
    // Totals as they are without any change.
    void nominal(double* out) const;
    // Totals with one input at an end of its range, the others as they are: a weight by its spread lower or higher, a survey
    // of every office by one standard error.
    void totals_at_end(std::size_t input, bool high, double* out) const;
    // Totals without an area, a criterion or a component, the rest brought up to the whole.
    void totals_without(const std::string& name, double* out) const;
    // Ranks of totals, the highest first, within a year: 1 and how many are higher; equal ones share it.
    void ranks(const double* totals, std::int32_t* out) const;

    // Replicates first, first + 1, ...: count x offices() totals and ranks, a replicate a row.
    void run(std::uint64_t first, std::uint64_t count, double* totals, std::int32_t* ranks) const;

private:
    // One component of the base over all offices: the share of its maximum, or nothing where it is left out.
    struct Column {
        std::vector<double> shares;
        std::vector<double> figures;        // of a survey that is drawn; NaN: the office has none
        std::vector<std::size_t> left_out;  // offices
        std::vector<std::size_t> weights;
        std::vector<std::string> names;  // its own and of what it stands in
        double max = 0;
        std::size_t survey = static_cast<std::size_t>(-1);
    };
    // How the figures of a survey become points.
    struct Survey {
        ScoreKind kind = ScoreKind::survey;
        double low = 0, high = 0;                          // its scale
        std::vector<std::pair<double, double>> from_to{};  // of steps and lines: from this figure on, these points
    };
    // Components that rise and fall together, nothing of them drawn or left out: the sum of their points.
    struct Bundle {
        std::vector<double> points;
        std::vector<std::size_t> weights;
    };
    // Errors of surveys: by `u` drawn, or fixed for all offices alike, in standard errors; none where both are null.
    struct Errors {
        const double* u;
        const double* fixed;
    };
    void bundle();
    static double product(const std::vector<std::size_t>& weights, const std::vector<double>& multipliers);
    void fill(const std::vector<double>& multipliers, Errors errors, double* out) const;
    // A survey as one replicate has it, office by office; the room is used again.
    struct Drawn {
        std::vector<double> chances, shares;
    };
    static double chance_of(std::size_t office, double u) noexcept;
    void draw(const Column& column, Errors errors, Drawn& drawn) const;
    void add_column(const Column& column, double weight, Errors errors, Drawn& drawn, double* out) const;
    void settle(const std::vector<double>& kept, double* out) const;
    static double points_by_steps(const Survey& survey, double figure) noexcept;

    SensitivityPlan plan_;
    std::size_t offices_ = 0;
    std::vector<Column> columns_;
    std::vector<Bundle> bundles_;
    std::vector<std::size_t> alone_;  // columns that are in none
    std::vector<double> beside_;      // bonus less penalty, by office
    std::vector<std::int64_t> years_;
    std::vector<std::vector<std::size_t>> by_year_;
    std::vector<Survey> surveys_;
    double whole_ = 0;
    bool clamped_ = false;
};

// Summary (tóm tắt) of one office over all replicates. Quantiles are those of R's type 7.
struct SensitivitySummary {
    double mean = 0, deviation = 0;  // of the total; the deviation of a sample
    double low = 0, middle = 0, high = 0;
    double rank_low = 0, rank_middle = 0, rank_high = 0;  // quantiles of the ranks at the same levels
    double first = 0;                                     // share of replicates in which no office is higher
};

// Of `level` 0.9 the quantiles at 0.05, 0.5 and 0.95. std::invalid_argument for a level outside 0 to 1, or no replicates.
std::vector<SensitivitySummary> summarise(std::size_t offices, std::size_t replicates, const double* totals,
                                          const std::int32_t* ranks, double level);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "sensitivity_inl.hpp"
#endif
