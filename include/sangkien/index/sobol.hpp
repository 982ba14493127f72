// Sobol indices: how much of the variance of an answer comes from each input, alone and with others.
//
//   std::vector<double> a(rows * inputs), b(rows * inputs);
//   sobol_points(seed, 0, rows, inputs, a.data(), b.data());
//   // answers of the rows of a, of b, and of a with column i out of b (sobol_mixed), for every i
//   const SobolIndices found = sobol_indices(rows, inputs, of_a, of_b, of_mixed);
//
// Doubles, for nothing is decided here. Saltelli et al. 2010 (first order), Jansen 1999 (total), as SALib reckons them.
#pragma once

#include <cstdint>
#include <vector>

#include "../core/config.hpp"

namespace sangkien {

// Rows first to first + rows of two independent sets of points in the unit cube, each number by counting: rows x inputs.
void sobol_points(std::uint64_t seed, std::uint64_t first, std::size_t rows, std::size_t inputs, double* a, double* b);

// The rows of a, their column `input` out of b.
void sobol_mixed(std::size_t rows, std::size_t inputs, const double* a, const double* b, std::size_t input,
                 double* out);

struct SobolIndices {
    std::vector<double> first, total;              // by input; NaN where the answers do not vary
    std::vector<double> first_error, total_error;  // standard errors by the bootstrap
};

// of_a, of_b: answers of the rows; of_mixed: those of sobol_mixed for input 0, then for input 1, ... (inputs x rows).
// `resamples` draws of rows with replacement, by the seed; 0: no errors. std::invalid_argument for no rows.
SobolIndices sobol_indices(std::size_t rows, std::size_t inputs, const double* of_a, const double* of_b,
                           const double* of_mixed, std::size_t resamples = 100, std::uint64_t seed = 1);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "sobol_inl.hpp"
#endif
