#pragma once

#include <algorithm>
#include <cmath>

#include "calibrated.hpp"
#include "rater_statistics_inl.hpp"

namespace sangkien {

namespace detail {

// The normal equations of the leniencies of the members with a sheet, once the rows' grades are put in: for each pair of
// members minus what they share, 1/k for a row of k scores, so that each line adds up to zero.
struct LeniencyEquations {
    explicit LeniencyEquations(const RatingTable& table)
    {
        std::vector<std::size_t> place(table.columns, table.columns);
        for (std::size_t column = 0; column < table.columns; ++column) {
            std::size_t row = 0;
            while (row < table.rows && !table.at(row, column)) ++row;
            if (row == table.rows) continue;
            place[column] = members.size();
            members.push_back(column);
        }
        left.assign(members.size(), std::vector<double>(members.size() + 1, 0.0));
        for (std::size_t row = 0; row < table.rows; ++row) {
            std::vector<std::size_t> scored;
            double sum = 0;
            for (std::size_t column = 0; column < table.columns; ++column) {
                if (!table.at(row, column)) continue;
                scored.push_back(column);
                sum += *table.at(row, column);
            }
            const auto count = static_cast<double>(scored.size());
            for (const std::size_t own : scored) {
                std::vector<double>& line = left[place[own]];
                for (const std::size_t other : scored) line[place[other]] -= 1 / count;
                line[place[own]] += 1;
                line.back() += *table.at(row, own) - sum / count;
            }
        }
    }

    // Whether each member shares rows with each other one, directly or through others.
    bool connected() const
    {
        std::vector<std::size_t> reached{0};
        std::vector<bool> seen(members.size(), false);
        seen[0] = true;
        for (std::size_t next = 0; next < reached.size(); ++next)
            for (std::size_t other = 0; other < members.size(); ++other) {
                if (seen[other] || left[reached[next]][other] == 0) continue;  // of negative parts: none cancel out
                seen[other] = true;
                reached.push_back(other);
            }
        return reached.size() == members.size();
    }

    // The first leniency is held at zero, since all may move together; then they are centred.
    std::vector<double> solve()
    {
        const std::size_t count = members.size();
        for (std::size_t i = 1; i < count; ++i) {
            std::size_t pivot = i;
            for (std::size_t j = i + 1; j < count; ++j)
                if (std::abs(left[j][i]) > std::abs(left[pivot][i])) pivot = j;
            std::swap(left[i], left[pivot]);
            for (std::size_t j = 1; j < count; ++j) {
                const double factor = j == i ? 0 : left[j][i] / left[i][i];
                for (std::size_t k = i; factor != 0 && k <= count; ++k) left[j][k] -= factor * left[i][k];
            }
        }
        std::vector<double> out(count, 0.0);
        for (std::size_t i = 1; i < count; ++i) out[i] = left[i][count] / left[i][i];
        const double mean = mean_of_doubles(out);
        for (double& value : out) value -= mean;
        return out;
    }

    std::vector<std::size_t> members;       // columns with a sheet
    std::vector<std::vector<double>> left;  // and the right side at the end of each line
};

}  // namespace detail

SANGKIEN_INLINE CalibratedGrades calibrated_grades(const RatingTable& table)
{
    CalibratedGrades out;
    std::size_t rows = 0;
    out.means.resize(table.rows);
    for (std::size_t row = 0; row < table.rows; ++row) {
        const std::vector<double> scores = detail::scores_of_row(table, row);
        if (scores.empty()) continue;
        out.means[row] = detail::mean_of_doubles(scores);
        ++rows;
    }
    out.gap = detail::begin_statistic(table, rows).gap;
    if (out.gap != StatisticGap::none) return out;
    detail::LeniencyEquations equations(table);
    if (equations.members.size() < 2)
        out.gap = StatisticGap::too_few_members;
    else if (!equations.connected())
        out.gap = StatisticGap::not_connected;
    if (out.gap != StatisticGap::none) return out;
    const std::vector<double> leniencies = equations.solve();
    out.leniencies.resize(table.columns);
    for (std::size_t i = 0; i < leniencies.size(); ++i) out.leniencies[equations.members[i]] = leniencies[i];
    out.grades = out.means;
    for (std::size_t row = 0; row < table.rows; ++row) {
        std::vector<double> apart;
        for (std::size_t column = 0; column < table.columns; ++column)
            if (table.at(row, column)) apart.push_back(*out.leniencies[column]);
        if (!apart.empty()) *out.grades[row] -= detail::mean_of_doubles(apart);
    }
    return out;
}

}  // namespace sangkien
