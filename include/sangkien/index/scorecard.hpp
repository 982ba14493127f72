// Scorecards: the index of offices from a table of figures, apart from any season.
//
//   const IndexTable table = read_index_table(csv, "wards.csv", tree, problems);   // io/index_table.hpp
//   check_index_table(tree, table, problems);
//   for (const Scorecard& card : score_table(tree, table))
//       card.total.text();                     // "83.75": what is sure; `open` can still come
//   for (const ScoreLine& line : card.lines)
//       line.lost.text(), line.reason;         // what it lacks of its maximum, and why
//
// Exact throughout; nothing is rounded.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index_tree.hpp"

namespace sangkien {

// Figure (số liệu): one row of a table. A figure that is not stated (an empty cell) is as good as no row, yet says that
// the office took part in the round.
struct IndexFigure {
    std::string office;
    std::string group;
    std::string component;
    std::string round;  // empty where the index has no rounds
    bool stated = false;
    Ratio value;  // 1 and 0 for yes and no
    std::string evidence;
    std::int64_t year = 0;  // 0: the table has no years
    Mark mark;              // of the row
    Mark component_mark, round_mark, value_mark, year_mark;
};

// Index table (bảng số liệu chỉ số) of any number of offices, in any order.
struct IndexTable {
    std::string file;
    std::vector<IndexFigure> rows;
};

// Everything wrong with a table: SK1308 an unknown component or round, with the nearest; SK1205 a figure outside its
// range, a given one above its maximum; SK1302 two rows for one office, year, component and round; SK1370 a round
// without an earlier one; SK1372 a year for which the edition is not.
void check_index_table(const IndexTree& tree, const IndexTable& table, Problems& problems);

// SK1308 with the nearest unless `round` is one of the index.
void check_round(const IndexTree& tree, std::string_view round, Problems& problems);

// SK1371 for each figure of `table` that differs from `earlier` in a round locked at `as_of`: its deadline is over.
void check_locked_rounds(const IndexTree& tree, const IndexTable& earlier, const IndexTable& table, Instant as_of,
                         Problems& problems);

// Lost reason (lý do mất điểm): why a component has less than its maximum.
enum class LostReason : std::uint8_t { nothing, figure, missing, no_evidence, excluded, undetermined };

// "", "figure", "missing", "no-evidence", "excluded", "undetermined".
const char* word(LostReason reason) noexcept;

// Score line (dòng điểm) of one component. `points` is nothing while undetermined or when excluded.
struct ScoreLine {
    static constexpr std::size_t no_row = static_cast<std::size_t>(-1);
    std::size_t component = 0;  // index into IndexTree::components, after them IndexTree::beside
    std::size_t row = no_row;   // of the table: the latest round that has a figure
    std::optional<Ratio> points;
    Ratio least, most;  // the points lie between; equal when they are known
    Ratio lost;         // maximum less `most`: 0 for bonus; for a penalty the points themselves
    LostReason reason = LostReason::nothing;
};

// Node score (điểm của nút): sure points, what can still come, and the maximum without what is excluded.
struct NodeScore {
    Ratio points, open, max, lost;
    bool complete = true;
};

// Scorecard (phiếu điểm) of one office in one year.
struct Scorecard {
    std::string office;
    std::string group;
    std::int64_t year = 0;
    std::vector<ScoreLine> lines;  // one for each component, then each of `beside`
    std::vector<NodeScore> nodes;  // one for each of IndexTree::nodes; not rescaled
    NodeScore base;                // of all components; not rescaled
    Ratio scaled, scaled_open;     // the base brought up to the whole for what is excluded
    Ratio bonus, penalty;          // what is sure of them
    Ratio total, open;             // total <= result <= total + open
    Ratio share;                   // total / whole
    bool complete = true;          // total is the result
};

// A card for each office and year, in the order in which they first stand in the table. With `until`, by the figures of
// that round and those before it. The table must have passed check_index_table. SK1206 when a sum does not fit.
std::vector<Scorecard> score_table(const IndexTree& tree, const IndexTable& table, std::string_view until = {});

// The component of a line.
const IndexComponent& component_of(const IndexTree& tree, const ScoreLine& line) noexcept;

// Round difference (chênh lệch giữa hai vòng): one component whose points two rounds see differently.
struct RoundDifference {
    std::string office;
    std::int64_t year = 0;
    std::size_t component = 0;             // as in ScoreLine
    std::size_t from_row = 0, to_row = 0;  // of the table
    Ratio from, to;                        // points
};

// What `to` gives otherwise than `from`, where both rounds have a figure; in the order of the table.
std::vector<RoundDifference> round_differences(const IndexTree& tree, const IndexTable& table, std::string_view from,
                                               std::string_view to);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "scorecard_inl.hpp"
#endif
