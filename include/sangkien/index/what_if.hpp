// What if (nếu như): points, ranks and classes with other figures than those of the table.
//
//   Problems problems;
//   check_suppositions(tree, table, wishes, "wishes.csv", problems);        // offices, components, ranges
//   const IndexTable other = supposed_table(tree, table, wishes);
//   for (const CardChange& one : card_changes(tree, score_table(tree, table), score_table(tree, other)))
//       one.before, one.after;                                              // cards, with their ranks
//
// Nothing is written back: the table that was given stays as it is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "index_ranks.hpp"
#include "scorecard.hpp"

namespace sangkien {

// Supposition (giả định): another figure of one component of one office.
struct Supposition {
    std::string office;
    std::int64_t year = 0;  // 0: every year of the office in the table
    std::string component;
    std::optional<Ratio> value;  // nothing: the figure is dropped
    bool added = false;          // `value` is added to the figure that holds, or to 0 where there is none
    Mark mark;                   // where it is written
};

// Problems: SK1308 an office that the table has not, a component that the index has not, each with the nearest; SK1205 a
// figure that leaves its range. `file` is where the suppositions are written.
void check_suppositions(const IndexTree& tree, const IndexTable& table, const std::vector<Supposition>& suppositions,
                        const std::string& file, Problems& problems);

// The table with other figures, one after the other. A figure takes the place of the one that holds, with its round and
// evidence; where there is none it stands in the office's latest round, its evidence supposed as well ("?"). The
// suppositions must have passed check_suppositions.
IndexTable supposed_table(const IndexTree& tree, const IndexTable& table, const std::vector<Supposition>& suppositions);

// Line change (thay đổi của tiêu chí): a component, its points or their bounds before and after.
struct LineChange {
    ScoreLine before, after;
};

// Node change (thay đổi của nút).
struct NodeChange {
    std::size_t node = 0;  // index into IndexTree::nodes
    NodeScore before, after;
};

// Card change (thay đổi của một đơn vị): total, rank or class before and after. An office whose own figures stay may move
// because another one does.
struct CardChange {
    std::size_t card = 0;  // of both lists
    OfficeRank rank_before, rank_after;
    std::vector<NodeChange> nodes;  // those whose points, open points or maximum differ
    std::vector<LineChange> lines;  // those whose points or bounds differ
};

// Every office whose total, rank or class differs, in the order of the cards. Both lists have the same offices in the same
// order, as those of a table and of supposed_table of it. std::invalid_argument when they have not.
std::vector<CardChange> card_changes(const IndexTree& tree, const std::vector<Scorecard>& before,
                                     const std::vector<Scorecard>& after);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "what_if_inl.hpp"
#endif
