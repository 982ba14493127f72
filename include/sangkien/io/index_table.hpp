// Tables of an index as CSV in, scorecards as text, JSON and CSV out.
//
//   office,group,component,round,value,evidence,year
//   phuong-a,ward,files-on-time,self,0.97,BC-12/2025,2025
//
// office, component and value must be there, in any order; a comma or a semicolon parts cells, a decimal comma is read.
// 97% is 0.97; yes and no may be 1 and 0, true and false, yes and no, có and không. An empty value is a missing figure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "../index/index_ranks.hpp"
#include "../index/scorecard.hpp"

namespace sangkien {

// Problems: SK1014 a column is missing, SK1010 a cell is empty, SK1204 text where a number belongs, each with line and column.
IndexTable read_index_table(std::string_view text, std::string file, const IndexTree& tree, Problems& problems);
// The same, checked by check_index_table; Error with everything wrong.
IndexTable checked_index_table(std::string_view text, std::string file, const IndexTree& tree);

// { "sangkien", "edition", "whole", "offices": [ { "office", "group", "year", "total", "open", "complete", "share",
//   "scaled", "bonus", "penalty", "nodes": [ ... ], "components": [ { "component", "points" | "least" + "most", "max",
//   "lost", "reason", "round", "line", "evidence" } ] } ], "differences": [ ... ] }; with a ranking also "rank",
//   "group_rank", "class" of each office, and "groups".
std::string scorecards_json(const IndexTree& tree, const IndexTable& table, const std::vector<Scorecard>& cards,
                            const std::vector<RoundDifference>& differences, const IndexRanking& ranking = {});
// For a person: the total, each node, and each component that lost points, with the reason.
std::string scorecards_text(const IndexTree& tree, const IndexTable& table, const std::vector<Scorecard>& cards,
                            const std::vector<RoundDifference>& differences, Language language,
                            const IndexRanking& ranking = {});
// One row for each office and component, node and total; the first row names the columns. With a ranking, its columns on
// the rows of totals, and a row for each figure of a group.
std::string scorecards_csv(const IndexTree& tree, const IndexTable& table, const std::vector<Scorecard>& cards,
                           const IndexRanking& ranking = {});

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "index_table_inl.hpp"
#endif
