// Two scored tables beside each other, of two years or of two editions: what can be compared, as points and as share of
// the maximum, and what cannot, with the reason.
//
//   for (const YearComparison& one : compare_years(tree, cards_of_2025, new_tree, cards_of_2026, mapping))
//       for (const YearLine& line : one.lines)
//           if (line.why == NotCompared::no) line.change, line.share_change;
//
// Every component of both years stands in exactly one line: what is compared and what is not add up to both totals.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "index_ranks.hpp"
#include "scorecard.hpp"

namespace sangkien {

// Counterpart (tương ứng): a component, criterion or area of the earlier edition and one of the later; one side empty:
// it has none. Ids that no counterpart names stand for themselves.
struct IndexCounterpart {
    std::string from, to;
};

// Index mapping (bảng tương ứng) between two editions. Several for one id: it was split, or several were joined; they are
// compared together.
using IndexMapping = std::vector<IndexCounterpart>;

// Not compared (không so sánh được), and why.
enum class NotCompared : std::uint8_t {
    no,              // it is compared
    no_counterpart,  // the other edition has nothing for it
    side,            // of the base in one year, bonus or penalty in the other
    input,           // another kind of figure
    scale,           // another scale of the survey
    function,        // another scoring function, apart from its maximum
    missing_rule,    // a figure was missing, and the editions make different things of that
    undetermined,    // points are not known in one of the years
    excluded,        // left out in one of the years, its figure is missing
    content,         // an area or a total: something in it cannot be compared
    office_new,      // the office is in the later table only
    office_gone,     // the office is in the earlier table only
    group            // a rank in the group: the office is in another group
};

// "", "no-counterpart", "side", "input", "scale", "function", "missing-rule", "undetermined", "excluded", "content",
// "office-new", "office-gone", "group".
const char* word(NotCompared why) noexcept;

// Kinds of lines. The parts of a total are components, what stands beside the base, and what was settled.
enum class YearLineKind : std::uint8_t { total, node, base, bonus, penalty, settled };

// "total", "node", "base", "bonus", "penalty", "settled".
const char* word(YearLineKind kind) noexcept;

// One year of a line. Points that a penalty takes off are below 0.
struct YearSide {
    std::vector<std::size_t> of;  // nodes, or components as in ScoreLine; empty: nothing stands for it
    Ratio points;                 // what is sure
    Ratio open;                   // can still come
    Ratio max;
    std::optional<Ratio> share;  // points / max, where they are known and there is a maximum
};

// Year line (dòng so sánh).
struct YearLine {
    YearLineKind kind = YearLineKind::base;
    YearSide before, after;
    NotCompared why = NotCompared::no;
    bool declared = false;  // an area or criterion that a mapping compares although its content cannot be
    std::optional<Ratio> change, share_change;
};

// Year comparison (so sánh một đơn vị giữa hai năm).
struct YearComparison {
    static constexpr std::size_t no_card = static_cast<std::size_t>(-1);
    std::string office;
    std::size_t before = no_card, after = no_card;  // of the cards that were given
    // Total, then nodes, components, and what scaling up and clamping made of their sum where they did.
    std::vector<YearLine> lines;
    Ratio compared_before, compared_after;  // sums over the parts that are compared
    Ratio apart_before, apart_after;        // over those that are not: with the compared ones the total of the year
    OfficeRank rank_before, rank_after;
    OfficeRank group_rank_before, group_rank_after;
    NotCompared group_rank = NotCompared::no;
};

// Offices of the first table in its order, then those of the second alone. An office is compared with itself in the same
// year; where no office and year stands in both tables and an office has one year in each, over the years.
std::vector<YearComparison> compare_years(const IndexTree& before, const std::vector<Scorecard>& cards_before,
                                          const IndexTree& after, const std::vector<Scorecard>& cards_after,
                                          const IndexMapping& mapping = {});

// The cards of one year; 0: all of them. SK1308 with the years that there are when none is of this one.
std::vector<Scorecard> cards_of_year(std::vector<Scorecard> cards, std::int64_t year, const std::string& file = {});

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "index_years_inl.hpp"
#endif
