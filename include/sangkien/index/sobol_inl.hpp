#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "../core/drawn_inl.hpp"
#include "../core/normal_inl.hpp"
#include "sobol.hpp"

namespace sangkien {

namespace detail {

// First order and total of every input, over the rows that are named.
inline void sobol_of_rows(const std::vector<std::size_t>& rows, std::size_t all, std::size_t inputs, const double* of_a,
                          const double* of_b, const double* of_mixed, double centre, double* first, double* total)
{
    const auto count = static_cast<double>(rows.size());
    double mean = 0, variance = 0;
    for (const std::size_t row : rows) mean += (of_a[row] - centre) + (of_b[row] - centre);
    mean /= 2 * count;
    for (const std::size_t row : rows) {
        const double a = of_a[row] - centre - mean, b = of_b[row] - centre - mean;
        variance += a * a + b * b;
    }
    variance /= 2 * count;
    for (std::size_t input = 0; input < inputs; ++input) {
        const double* mixed = of_mixed + input * all;
        double alone = 0, with_others = 0;
        for (const std::size_t row : rows) {
            const double apart = mixed[row] - of_a[row];
            alone += (of_b[row] - centre) * apart;
            with_others += apart * apart;
        }
        const bool flat = !(variance > 0);
        first[input] = flat ? std::numeric_limits<double>::quiet_NaN() : alone / count / variance;
        total[input] = flat ? std::numeric_limits<double>::quiet_NaN() : with_others / (2 * count) / variance;
    }
}

inline double spread_of(const std::vector<double>& values, std::size_t inputs, std::size_t input)
{
    const std::size_t count = values.size() / inputs;
    double mean = 0, squares = 0;
    for (std::size_t i = 0; i < count; ++i) mean += values[i * inputs + input];
    mean /= static_cast<double>(count);
    for (std::size_t i = 0; i < count; ++i)
        squares += (values[i * inputs + input] - mean) * (values[i * inputs + input] - mean);
    return count > 1 ? std::sqrt(squares / static_cast<double>(count - 1)) : 0;
}

}  // namespace detail

SANGKIEN_INLINE void sobol_points(std::uint64_t seed, std::uint64_t first, std::size_t rows, std::size_t inputs,
                                  double* a, double* b)
{
    for (std::size_t row = 0; row < rows; ++row)
        for (std::size_t input = 0; input < inputs; ++input) {
            const std::uint64_t base = detail::stirred(detail::stirred(seed) + (first + row + 1) * 0x9e3779b97f4a7c15u);
            a[row * inputs + input] =
                detail::unit_interval(detail::stirred(base + (2 * input + 1) * 0xd1342543de82ef95u));
            b[row * inputs + input] =
                detail::unit_interval(detail::stirred(base + (2 * input + 2) * 0xd1342543de82ef95u));
        }
}

SANGKIEN_INLINE void sobol_mixed(std::size_t rows, std::size_t inputs, const double* a, const double* b,
                                 std::size_t input, double* out)
{
    std::copy(a, a + rows * inputs, out);
    for (std::size_t row = 0; row < rows; ++row) out[row * inputs + input] = b[row * inputs + input];
}

SANGKIEN_INLINE SobolIndices sobol_indices(std::size_t rows, std::size_t inputs, const double* of_a, const double* of_b,
                                           const double* of_mixed, std::size_t resamples, std::uint64_t seed)
{
    if (rows == 0) throw std::invalid_argument("sobol_indices: there are no rows");
    double centre = 0;
    for (std::size_t row = 0; row < rows; ++row) centre += of_a[row] + of_b[row];
    for (std::size_t i = 0; i < rows * inputs; ++i) centre += of_mixed[i];
    centre /= static_cast<double>(rows * (inputs + 2));
    std::vector<std::size_t> all(rows);
    for (std::size_t row = 0; row < rows; ++row) all[row] = row;
    SobolIndices out;
    out.first.resize(inputs);
    out.total.resize(inputs);
    detail::sobol_of_rows(all, rows, inputs, of_a, of_b, of_mixed, centre, out.first.data(), out.total.data());
    if (resamples == 0) return out;
    std::vector<double> firsts(resamples * inputs), totals(resamples * inputs);
    for (std::size_t draw = 0; draw < resamples; ++draw) {
        for (std::size_t row = 0; row < rows; ++row)
            all[row] = detail::stirred(detail::stirred(seed + draw) + (row + 1) * 0x9e3779b97f4a7c15u) % rows;
        detail::sobol_of_rows(all, rows, inputs, of_a, of_b, of_mixed, centre, firsts.data() + draw * inputs,
                              totals.data() + draw * inputs);
    }
    for (std::size_t input = 0; input < inputs; ++input) {
        out.first_error.push_back(detail::spread_of(firsts, inputs, input));
        out.total_error.push_back(detail::spread_of(totals, inputs, input));
    }
    return out;
}

}  // namespace sangkien
