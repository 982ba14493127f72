#pragma once

#include <algorithm>
#include <cmath>

#include "rater_statistics.hpp"

namespace sangkien {

namespace detail {

inline bool all_finite(const RatingTable& table)
{
    return std::all_of(table.values.begin(), table.values.end(),
                       [](const std::optional<double>& value) { return !value || std::isfinite(*value); });
}

// The scores of one row that are there.
inline std::vector<double> scores_of_row(const RatingTable& table, std::size_t row)
{
    std::vector<double> out;
    for (std::size_t column = 0; column < table.columns; ++column)
        if (table.at(row, column)) out.push_back(*table.at(row, column));
    return out;
}

// The rows without a missing ballot.
inline std::vector<std::vector<double>> whole_rows(const RatingTable& table)
{
    std::vector<std::vector<double>> out;
    for (std::size_t row = 0; row < table.rows; ++row) {
        std::vector<double> scores = scores_of_row(table, row);
        if (scores.size() == table.columns) out.push_back(scores);
    }
    return out;
}

// What every statistic asks of a table before it begins.
inline Statistic begin_statistic(const RatingTable& table, std::size_t rows_used)
{
    Statistic out;
    out.rows_used = rows_used;
    out.rows_left_out = table.rows - rows_used;
    if (!all_finite(table))
        out.gap = StatisticGap::not_finite;
    else if (table.columns < 2)
        out.gap = StatisticGap::too_few_members;
    else if (rows_used < 2)
        out.gap = StatisticGap::too_few_initiatives;
    return out;
}

inline double median_of_doubles(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 != 0 ? values[middle] : values[middle - 1] / 2 + values[middle] / 2;
}

// Adds the ranks of one member's scores to `sums`, ties at their mean rank; returns the sum of t^3 - t over ties.
inline double add_ranks(const std::vector<double>& scores, std::vector<double>& sums)
{
    double ties = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        double below = 0, equal = 0;
        for (double other : scores) {
            below += other < scores[i] ? 1 : 0;
            equal += other == scores[i] ? 1 : 0;
        }
        sums[i] += below + (equal + 1) / 2;
        ties += equal * equal - 1;
    }
    return ties;
}

// The distinct values of the rows that can be paired, ascending, with how often each occurs.
struct ValueCounts {
    std::vector<double> values;
    std::vector<double> counts;

    void add(double value)
    {
        const auto at = std::lower_bound(values.begin(), values.end(), value);
        const auto place = at - values.begin();
        if (at == values.end() || *at != value) {
            values.insert(at, value);
            counts.insert(counts.begin() + place, 0.0);
        }
        counts[static_cast<std::size_t>(place)] += 1;
    }

    std::size_t place(double value) const
    {
        return static_cast<std::size_t>(std::lower_bound(values.begin(), values.end(), value) - values.begin());
    }
};

// Krippendorff's squared difference between two values, given by their places.
inline double squared_difference(const ValueCounts& known, ScaleLevel level, std::size_t a, std::size_t b)
{
    if (a == b) return 0;
    if (level == ScaleLevel::nominal) return 1;
    double difference = known.values[a] - known.values[b];
    if (level == ScaleLevel::ratio) difference /= known.values[a] + known.values[b];
    if (level == ScaleLevel::ordinal) {
        difference = -(known.counts[a] + known.counts[b]) / 2;
        for (std::size_t i = std::min(a, b); i <= std::max(a, b); ++i) difference += known.counts[i];
    }
    return difference * difference;
}

inline double expected_disagreement(const ValueCounts& known, ScaleLevel level, double total)
{
    double out = 0;
    for (std::size_t a = 0; a < known.values.size(); ++a)
        for (std::size_t b = 0; b < known.values.size(); ++b)
            out += known.counts[a] * known.counts[b] * squared_difference(known, level, a, b);
    return out / (total - 1);
}

inline double observed_disagreement(const std::vector<std::vector<double>>& rows, const ValueCounts& known,
                                    ScaleLevel level)
{
    double out = 0;
    for (const std::vector<double>& scores : rows) {
        double row = 0;
        for (double a : scores)
            for (double b : scores) row += squared_difference(known, level, known.place(a), known.place(b));
        out += row / static_cast<double>(scores.size() - 1);
    }
    return out;
}

// The mean and the sample standard deviation; the latter needs two values.
inline double mean_of_doubles(const std::vector<double>& values)
{
    double sum = 0;
    for (double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

inline std::optional<double> spread_of_doubles(const std::vector<double>& values)
{
    if (values.size() < 2) return std::nullopt;
    const double mean = mean_of_doubles(values);
    double squares = 0;
    for (double value : values) squares += (value - mean) * (value - mean);
    return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

}  // namespace detail

SANGKIEN_INLINE Concordance kendall_w(const RatingTable& table)
{
    const std::vector<std::vector<double>> rows = detail::whole_rows(table);
    Concordance out;
    out.w = detail::begin_statistic(table, rows.size());
    if (out.w.gap != StatisticGap::none) return out;
    std::vector<double> sums(rows.size(), 0.0), scores(rows.size());
    double ties = 0;
    for (std::size_t column = 0; column < table.columns; ++column) {
        for (std::size_t row = 0; row < rows.size(); ++row) scores[row] = rows[row][column];
        ties += detail::add_ranks(scores, sums);
    }
    const double n = static_cast<double>(rows.size()), m = static_cast<double>(table.columns);
    double squares = 0;
    for (double sum : sums) squares += (sum - m * (n + 1) / 2) * (sum - m * (n + 1) / 2);
    const double most = m * m * (n * n * n - n) - m * ties;
    if (most <= 0) {
        out.w.gap = StatisticGap::no_variation;
        return out;
    }
    out.w.value = 12 * squares / most;
    out.chi_square = m * (n - 1) * *out.w.value;
    out.degrees = rows.size() - 1;
    return out;
}

SANGKIEN_INLINE Statistic krippendorff_alpha(const RatingTable& table, ScaleLevel level)
{
    std::vector<std::vector<double>> rows;
    detail::ValueCounts known;
    double total = 0;
    const bool finite = detail::all_finite(table);
    for (std::size_t row = 0; row < table.rows; ++row) {
        std::vector<double> scores = detail::scores_of_row(table, row);
        if (scores.size() < 2) continue;
        rows.push_back(scores);
        for (double score : scores) {
            if (finite) known.add(score);
            total += 1;
        }
    }
    Statistic out = detail::begin_statistic(table, rows.size());
    if (out.gap != StatisticGap::none) return out;
    if (level == ScaleLevel::ratio && known.values.front() < 0) {
        out.gap = StatisticGap::negative_on_ratio;
        return out;
    }
    const double expected = detail::expected_disagreement(known, level, total);
    if (expected <= 0)
        out.gap = StatisticGap::no_variation;
    else
        out.value = 1 - detail::observed_disagreement(rows, known, level) / expected;
    return out;
}

SANGKIEN_INLINE std::vector<MemberHabit> member_habits(const RatingTable& table)
{
    std::vector<MemberHabit> out(table.columns);
    for (std::size_t column = 0; column < table.columns; ++column) {
        std::vector<double> own, apart;
        for (std::size_t row = 0; row < table.rows; ++row) {
            if (!table.at(row, column)) continue;
            own.push_back(*table.at(row, column));
            std::vector<double> others;
            for (std::size_t other = 0; other < table.columns; ++other)
                if (other != column && table.at(row, other)) others.push_back(*table.at(row, other));
            if (!others.empty()) apart.push_back(own.back() - detail::mean_of_doubles(others));
        }
        out[column].sheets = own.size();
        out[column].shared = apart.size();
        if (!apart.empty()) out[column].severity = detail::mean_of_doubles(apart);
        out[column].spread = detail::spread_of_doubles(own);
    }
    return out;
}

SANGKIEN_INLINE OutlyingSheets outlying_sheets(const RatingTable& table, double threshold)
{
    OutlyingSheets out;
    std::vector<double> apart;
    std::vector<OutlyingSheet> sheets;
    if (!detail::all_finite(table)) out.gap = StatisticGap::not_finite;
    for (std::size_t row = 0; row < table.rows && out.gap == StatisticGap::none; ++row) {
        const std::vector<double> scores = detail::scores_of_row(table, row);
        if (scores.size() < 2) continue;
        const double middle = detail::median_of_doubles(scores);
        for (std::size_t column = 0; column < table.columns; ++column) {
            if (!table.at(row, column)) continue;
            apart.push_back(*table.at(row, column) - middle);
            sheets.push_back({row, column, apart.back()});
        }
    }
    if (out.gap == StatisticGap::none && apart.empty()) out.gap = StatisticGap::too_few_members;
    if (out.gap != StatisticGap::none) return out;
    const double centre = detail::median_of_doubles(apart);
    for (double& value : apart) value = std::abs(value - centre);
    const double mad = detail::median_of_doubles(apart);
    if (mad <= 0) out.gap = StatisticGap::no_variation;
    for (OutlyingSheet sheet : sheets) {
        if (mad <= 0) break;
        sheet.robust_z = 0.6745 * (sheet.robust_z - centre) / mad;
        if (std::abs(sheet.robust_z) > threshold) out.sheets.push_back(sheet);
    }
    return out;
}

}  // namespace sangkien
