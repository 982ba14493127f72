// Ranks of offices by their totals, with ties as the index declares them, classes, and tables by group.
//
//   for (const OfficeRank& rank : rank_offices(tree, cards))
//       rank.best, rank.worst;          // equal when the rank is known
//
// An open total gives every rank that it can still come to. Exact: two totals tie when they are the same number.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scorecard.hpp"

namespace sangkien {

// Office rank (thứ hạng) among all cards of its year, or among those of its group.
struct OfficeRank {
    std::size_t card = 0;  // of the cards that were given
    std::int64_t best = 1;
    std::int64_t worst = 1;
    std::int64_t of = 0;   // so many are ranked together
    bool tied = false;     // with another known total
    Name lowest, highest;  // classes; equal when the class is known, empty ids without classes
};

// One for each card, in their order. Ties: "skip" 1, 1, 3; "dense" 1, 1, 2; where the rulebook declares none, tied offices
// have every rank from the first to the last of theirs. An open total may come to anything from its low to its high end.
// With `by_group`, among the cards of the same group.
std::vector<OfficeRank> rank_offices(const IndexTree& tree, const std::vector<Scorecard>& cards, bool by_group = false);

// Total range (khoảng của tổng điểm): equal ends when it is known.
struct TotalRange {
    Ratio low, high;
};

// Group table (bảng theo nhóm): the offices of one group in one year, ward, commune or special zone.
struct GroupTable {
    std::string group;
    std::int64_t year = 0;
    std::vector<std::size_t> cards;  // of the cards that were given, by falling total
    std::size_t complete = 0;        // so many totals are known
    std::optional<TotalRange> mean;  // nothing where its exact sum has no room
    TotalRange median;               // of an even number: between the two in the middle
    TotalRange least, most;
};

// By year, in a year by group. Exact; open totals give every statistic the range that it can come to.
std::vector<GroupTable> group_tables(const std::vector<Scorecard>& cards);

// Index ranking (xếp hạng): what pages of scorecards say of ranks. Empty lists are not said.
struct IndexRanking {
    std::vector<OfficeRank> overall;   // of each card
    std::vector<OfficeRank> in_group;  // of each card
    std::vector<GroupTable> groups;
};

// Ranks among all, and with `by_group` tables by group with the ranks in them.
IndexRanking index_ranking(const IndexTree& tree, const std::vector<Scorecard>& cards, bool by_group);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "index_ranks_inl.hpp"
#endif
