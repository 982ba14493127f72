// Ranks of offices by their totals, with ties as the index declares them, classes, and tables by group.
//
//   for (const OfficeRank& rank : rank_offices(tree, cards))
//       rank.best, rank.worst;          // equal when the rank is known
//
// An open total gives every rank that it can still come to. Exact: two totals tie when they are the same number.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scorecard.hpp"

namespace sangkien {

// Office rank (thứ hạng) among all cards of its year, or among those of its group.
struct OfficeRank {
    std::size_t card = 0;  // of the cards that were given
    std::int64_t best = 1;
    std::int64_t worst = 1;
    bool tied = false;     // with another known total
    Name lowest, highest;  // classes; equal when the class is known, empty ids without classes
};

// One for each card, in their order. Ties: "skip" 1, 1, 3; "dense" 1, 1, 2, where an open total leaves all ranks below it
// open; where the rulebook declares none, tied offices have every rank from the first to the last of theirs.
// With `by_group`, among the cards of the same group.
std::vector<OfficeRank> rank_offices(const IndexTree& tree, const std::vector<Scorecard>& cards, bool by_group = false);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "index_ranks_inl.hpp"
#endif
