// How far the members of a council agree, and whose sheets stand apart: information, never a verdict.
//
// Doubles are used here because nothing is decided by these numbers. What cannot be computed is absent and says
// why; what was left out is counted.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "../core/config.hpp"

namespace sangkien {

// Rating table (bảng điểm): one row per initiative, one column per member, a missing ballot is empty. Members
// and initiatives are places in the table only, no names.
//
//     RatingTable table(6, 4);
//     table.at(0, 2) = 5.0;
struct RatingTable {
    RatingTable(std::size_t initiatives, std::size_t members)
        : rows(initiatives), columns(members), values(initiatives * members)
    {
    }

    std::optional<double>& at(std::size_t row, std::size_t column) { return values[row * columns + column]; }
    const std::optional<double>& at(std::size_t row, std::size_t column) const
    {
        return values[row * columns + column];
    }

    std::size_t rows;
    std::size_t columns;
    std::vector<std::optional<double>> values;
};

// Why a statistic has no value (lý do không tính được).
enum class StatisticGap {
    none,
    too_few_initiatives,  // fewer than two rows can be used
    too_few_members,      // fewer than two columns
    no_variation,         // nothing differs, so agreement has no meaning
    negative_on_ratio,    // a ratio scale has no values below zero
    not_finite,           // a value is infinite or not a number
    not_connected         // the members fall into groups that share no row
};

// One statistic (số thống kê) and what it rests on.
struct Statistic {
    std::optional<double> value;
    StatisticGap gap = StatisticGap::none;
    std::size_t rows_used = 0;
    std::size_t rows_left_out = 0;
};

// Kendall's W (hệ số tương đồng Kendall), corrected for ties. It ranks whole rows, so a row with a missing
// ballot is left out. chi_square has rows_used - 1 degrees of freedom, and is present when the value is.
struct Concordance {
    Statistic w;
    std::optional<double> chi_square;
    std::size_t degrees = 0;
};

// Scale of measurement (thang đo) of the scores.
enum class ScaleLevel { nominal, ordinal, interval, ratio };

// One member's habit (thói quen chấm). Severity: the mean, over the rows this member shares with another, of
// own score less the mean of the others' scores; below zero is severe. Spread: the sample standard deviation of
// the member's own scores.
struct MemberHabit {
    std::optional<double> severity;
    std::optional<double> spread;
    std::size_t sheets = 0;
    std::size_t shared = 0;
};

// A sheet for the secretary's attention (phiếu cần xem lại), never struck out by this library.
struct OutlyingSheet {
    std::size_t row;
    std::size_t column;
    double robust_z;
};

// The outlying sheets, by row, then column. Without a gap, an empty list means that none stands out.
struct OutlyingSheets {
    std::vector<OutlyingSheet> sheets;
    StatisticGap gap = StatisticGap::none;
};

Concordance kendall_w(const RatingTable& table);

// Missing ballots are no obstacle: a row counts when at least two members scored it.
Statistic krippendorff_alpha(const RatingTable& table, ScaleLevel level);

std::vector<MemberHabit> member_habits(const RatingTable& table);

// A sheet stands out when 0.6745 |d - median| / MAD exceeds the threshold (3.5 is the usual one), where d is the
// score less the median of its row, over all rows with at least two scores. MAD of zero is `no_variation`.
OutlyingSheets outlying_sheets(const RatingTable& table, double threshold);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "rater_statistics_inl.hpp"
#endif
