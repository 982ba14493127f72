#pragma once

#include <cmath>

#include "intraclass.hpp"
#include "rater_statistics_inl.hpp"

namespace sangkien {

namespace detail {

// The continued fraction of the incomplete beta function, by Lentz's method.
inline double beta_fraction(double x, double a, double b)
{
    const double tiny = 1e-300;
    const auto away = [tiny](double value) { return std::abs(value) < tiny ? tiny : value; };
    double c = 1, d = 1 / away(1 - (a + b) * x / (a + 1)), out = d;
    for (int i = 1; i <= 10000; ++i) {
        const double m = i;
        double term = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / away(1 + term * d);
        c = away(1 + term / c);
        out *= d * c;
        term = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / away(1 + term * d);
        c = away(1 + term / c);
        out *= d * c;
        if (std::abs(d * c - 1) < 1e-15) break;
    }
    return out;
}

// The regularised incomplete beta function; std has none.
inline double incomplete_beta(double x, double a, double b)
{
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    const double front =
        std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x));
    if (x < (a + 1) / (a + b + 2)) return front * beta_fraction(x, a, b) / a;
    return 1 - front * beta_fraction(1 - x, b, a) / b;
}

// The mean squares of the two-way table without repetition.
struct MeanSquares {
    double rows = 0;
    double columns = 0;
    double within = 0;
    double residual = 0;
};

inline MeanSquares mean_squares(const std::vector<std::vector<double>>& table)
{
    const std::size_t columns = table.front().size();
    const double n = static_cast<double>(table.size()), k = static_cast<double>(columns);
    std::vector<double> row_means, column_means(columns, 0.0);
    for (const std::vector<double>& row : table) {
        row_means.push_back(mean_of_doubles(row));
        for (std::size_t column = 0; column < columns; ++column) column_means[column] += row[column] / n;
    }
    const double mean = mean_of_doubles(row_means);
    MeanSquares out;
    for (std::size_t row = 0; row < table.size(); ++row) {
        out.rows += k * (row_means[row] - mean) * (row_means[row] - mean) / (n - 1);
        for (std::size_t column = 0; column < columns; ++column) {
            const double apart = table[row][column] - row_means[row];
            const double left = apart - column_means[column] + mean;
            out.within += apart * apart / (n * (k - 1));
            out.residual += left * left / ((n - 1) * (k - 1));
        }
    }
    for (double value : column_means) out.columns += n * (value - mean) * (value - mean) / (k - 1);
    return out;
}

// What stands below the line in each form, given the mean square that stands for error.
inline double intraclass_divisor(const MeanSquares& squares, IntraclassForm form, double n, double k, double error)
{
    const double raters = (squares.columns - error) / n;
    switch (form) {
        case IntraclassForm::one_1:
        case IntraclassForm::three_1: return squares.rows + (k - 1) * error;
        case IntraclassForm::two_1: return squares.rows + (k - 1) * error + k * raters;
        case IntraclassForm::two_k: return squares.rows + raters;
        case IntraclassForm::one_k:
        case IntraclassForm::three_k: break;
    }
    return squares.rows;
}

}  // namespace detail

SANGKIEN_INLINE Intraclass intraclass_correlation(const RatingTable& table, IntraclassForm form)
{
    const std::vector<std::vector<double>> rows = detail::whole_rows(table);
    Intraclass out;
    out.coefficient = detail::begin_statistic(table, rows.size());
    if (out.coefficient.gap != StatisticGap::none) return out;
    const detail::MeanSquares squares = detail::mean_squares(rows);
    const bool one_way = form == IntraclassForm::one_1 || form == IntraclassForm::one_k;
    const double error = one_way ? squares.within : squares.residual;
    const double n = static_cast<double>(rows.size()), k = static_cast<double>(table.columns);
    const double divisor = detail::intraclass_divisor(squares, form, n, k, error);
    if (divisor <= 0) {
        out.coefficient.gap = StatisticGap::no_variation;
        return out;
    }
    out.coefficient.value = (squares.rows - error) / divisor;
    out.degrees_between = rows.size() - 1;
    out.degrees_within = one_way ? rows.size() * (table.columns - 1) : (rows.size() - 1) * (table.columns - 1);
    if (error <= 0) return out;
    out.f = squares.rows / error;
    const double between = static_cast<double>(out.degrees_between), within = static_cast<double>(out.degrees_within);
    out.p = detail::incomplete_beta(within / (within + between * *out.f), within / 2, between / 2);
    return out;
}

}  // namespace sangkien
