// Two tables of an index beside each other, as text, JSON and CSV.
#pragma once

#include <string>
#include <vector>

#include "../index/index_years.hpp"

namespace sangkien {

// What a comparison was made from.
struct YearTables {
    const IndexTree& before;
    const std::vector<Scorecard>& cards_before;
    const IndexTree& after;
    const std::vector<Scorecard>& cards_after;
};

// For a person: of each office the total, ranks, areas, components whose points or share differ, and all that cannot be
// compared, with the reason.
std::string years_text(const YearTables& tables, const std::vector<YearComparison>& comparisons, Language language);

// { "sangkien", "before", "after" (editions), "offices": [ { "office", "year_before", "year_after", "compared", "apart",
//   "rank", "group_rank", "lines": [ { "kind", "before", "after", "change", "share_change" | "not_compared" } ] } ] }
std::string years_json(const YearTables& tables, const std::vector<YearComparison>& comparisons);

// A row for each line of each office; the first row names the columns.
std::string years_csv(const YearTables& tables, const std::vector<YearComparison>& comparisons);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "index_years_text_inl.hpp"
#endif
