// The index of very many offices at once: columns of whole numbers in, exact points out.
//
//   const IndexColumns columns = pack_index_columns(tree, table);   // or columns of the host's own
//   const IndexScorer scorer(tree, columns.denominators);
//   std::vector<OfficeTotal> totals(columns.rows.size());
//   scorer.run(columns, totals.data());
//   totals[0].value().text();                                       // "83.75", as score_table says
//
// A figure is a whole number over its column's denominator: 975 over 1000 is 0.975, 1 over 1 is yes. What comes out is what
// score_table says of the same figures. Whole numbers throughout; nothing is allocated for an office, unless its exact
// result needs more than 64 bits on the way: then it is reckoned with Ratios, and is the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "../index/scorecard.hpp"

namespace sangkien {

// What stands for "nobody reported it" and "reported, but without the evidence its component asks for" in a column.
template <class Count>
inline constexpr Count no_figure = static_cast<Count>(sizeof(Count) == 8 ? INT64_MIN : INT32_MIN);
template <class Count>
inline constexpr Count no_evidence = static_cast<Count>(no_figure<Count> + 1);

// What stands for "no points": undetermined, or excluded.
inline constexpr std::int64_t no_points = INT64_MIN;

// Office total (tổng điểm của một đơn vị): Scorecard's `total`, `open` and `complete`.
struct OfficeTotal {
    std::int64_t total = 0;
    std::int64_t denominator = 1;  // of `total`: IndexScorer::denominator() unless something is excluded
    std::int64_t open = 0;
    std::int64_t open_denominator = 1;
    bool complete = false;

    Ratio value() const { return {total, denominator}; }
    Ratio still_open() const { return {open, open_denominator}; }
};

// Index columns (bảng số liệu theo cột): a column for each of IndexTree::components, then for each of IndexTree::beside.
struct IndexColumns {
    std::vector<std::size_t> rows;           // of the table: where each office and year first stands
    std::vector<std::int64_t> denominators;  // of each column
    std::vector<std::int32_t> narrow;        // column after column; empty where a number needs more than 32 bits,
    std::vector<std::int64_t> wide;          // and then they are here
};

// The figures that hold in `table`: of the latest round, or of `until` and the rounds before it. The table must have passed
// check_index_table. SK1206, with line and column, when the figures of a component have no common denominator of 64 bits.
IndexColumns pack_index_columns(const IndexTree& tree, const IndexTable& table, std::string_view until = {});

// Where the points go, over IndexScorer::denominator(), a column for each node or component; null: not wanted.
struct IndexPoints {
    std::int64_t* nodes = nullptr;       // NodeScore::points of each of IndexTree::nodes
    std::int64_t* lost = nullptr;        // NodeScore::lost
    std::int64_t* components = nullptr;  // ScoreLine::points, or no_points
    std::size_t stride = 0;              // a column begins so many numbers after the one before
};

// Index scorer (bộ chấm điểm hàng loạt): an index made ready for columns.
class IndexScorer {
public:
    // `denominators`: of each column, above 0; counts and yes-no have 1, else Error SK1205.
    IndexScorer(const IndexTree& tree, const std::vector<std::int64_t>& denominators);

    // `columns[c]` has `offices` numbers; null where nobody reported anything. Error SK1205 for a figure outside its range,
    // with the component and the row, counted from `first_row`; SK1206 where score_table has none, or where `points` are
    // wanted without a denominator. 32 bits are the quicker ones. Calls share nothing: a host may cut the offices into
    // pieces, each with its own thread.
    void run(const std::int32_t* const* columns, std::size_t offices, OfficeTotal* totals,
             const IndexPoints& points = {}, std::size_t first_row = 0) const;
    void run(const std::int64_t* const* columns, std::size_t offices, OfficeTotal* totals,
             const IndexPoints& points = {}, std::size_t first_row = 0) const;
    void run(const IndexColumns& columns, OfficeTotal* totals, const IndexPoints& points = {}) const;

    // 0: what the index needs does not fit 64 bits, and every office is reckoned with Ratios.
    std::int64_t denominator() const noexcept { return denominator_; }
    std::size_t columns() const noexcept { return compiled_.size(); }

private:
    // What a column does without a figure, over the denominator: points, open, left out of the maximum, lost.
    struct Without {
        std::int64_t points = 0, open = 0, excluded = 0, lost = 0;
        bool known = true;
    };
    // points = slope * figure + base, by the last piece that begins at or below the figure.
    struct Piece {
        std::int64_t from = 0, slope = 0, base = 0;
    };
    struct Compiled {
        std::int64_t denominator = 1, low = 0, high = 0;  // what a figure lies between
        std::int64_t max = 0;
        std::vector<Piece> pieces;
        Without missing, bare;
        bool takes_bare = false;
    };
    // Defined in index_blocks_inl.hpp.
    template <class Block, class Count>
    void score_column(std::size_t column, const Count* figures, std::size_t row, std::size_t offices,
                      Block& block) const;
    template <class Block, class Count>
    void score_wider(std::size_t column, const Count* figures, std::size_t row, std::size_t offices,
                     Block& block) const;
    template <class Count>
    void tell_outside(std::size_t column, const Count* figures, std::size_t row) const;
    template <class Block, class Count>
    void put_points(std::size_t column, const Count* figures, const Block& block, std::size_t offices,
                    const IndexPoints& points, std::size_t at) const noexcept;
    template <class Block>
    bool settle(const Block& block, std::size_t at, OfficeTotal& out) const noexcept;
    template <class Count>
    OfficeTotal by_ratios(const Count* const* columns, std::size_t office) const;
    template <class Number, class Count>
    void run_blocks(const Count* const* columns, std::size_t offices, OfficeTotal* totals, const IndexPoints& points,
                    std::size_t first_row) const;
    template <class Count>
    void run_any(const Count* const* columns, std::size_t offices, OfficeTotal* totals, const IndexPoints& points,
                 std::size_t first_row) const;
    // Defined in index_tables_inl.hpp.
    const IndexComponent& component(std::size_t column) const noexcept;
    Without without(std::size_t column, MissingRule rule, LostReason why) const;
    void compile(const std::vector<std::int64_t>& denominators);
    std::int64_t over(Ratio value) const;

    IndexTree tree_;
    std::vector<Compiled> compiled_;
    std::int64_t denominator_ = 0;
    std::int64_t whole_ = 0, max_ = 0;  // max_: of the base with nothing excluded
    bool small_ = false;                // every sum fits 32 bits
};

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "index_tables_inl.hpp"
#endif
