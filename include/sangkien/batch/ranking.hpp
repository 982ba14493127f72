// Ranks of very many by whole numbers: as exact as select(), and quick.
//
//   rank_rows({standings, agreed}, Ties::leave_gaps)             // by standing, equal ones by votes: 1, 2, 2, 4
//
// Ranks do not depend on the order of the rows. Equal rows are never told apart by their place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "../core/config.hpp"

namespace sangkien {

// Ties (đồng hạng): equal rows share a rank; the next ranks are left out (1, 2, 2, 4) or not (1, 2, 2, 3).
enum class Ties : std::uint8_t { leave_gaps, dense };

// The rank of each row, from 1. keys[k][row]: the greatest of the first column comes first, equal ones are compared by the next.
// Whole numbers of any unit: points in hundredths, CouncilFigures::standing, the place of a class counted from below. Fewer
// than 2^32 rows.
void rank_rows(const std::int64_t* const* keys, std::size_t columns, std::size_t rows, Ties ties, std::int64_t* ranks);

// The same. Throws std::invalid_argument when the columns have different lengths.
std::vector<std::int64_t> rank_rows(const std::vector<std::vector<std::int64_t>>& keys, Ties ties = Ties::leave_gaps);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "ranking_inl.hpp"
#endif
