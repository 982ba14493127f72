// Rater report (thống kê người chấm của một đợt): how far a council agreed, and whose sheets stand apart. Information, never
// a verdict.
//
//   const RaterReport found = rater_report(rules, season, as_of);
//   found.concordance.w.value;     // Kendall's W of the members' totals
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "../facts/season.hpp"
#include "../scoring/calibrated.hpp"
#include "../scoring/intraclass.hpp"
#include "../scoring/rater_statistics.hpp"
#include "rules.hpp"

namespace sangkien {

// Everything that rater_statistics.hpp, intraclass.hpp and calibrated.hpp tell of one table.
struct RaterReport {
    std::string criterion;                 // empty: totals of the sheets
    std::vector<std::string> initiatives;  // of the rows
    std::vector<std::string> members;      // of the columns
    RatingTable table{0, 0};
    Concordance concordance;
    std::array<Statistic, 4> alpha;        // nominal, ordinal, interval, ratio
    std::array<Intraclass, 6> intraclass;  // in the order of IntraclassForm
    std::vector<MemberHabit> habits;       // of the columns
    double threshold = 0;                  // of outlying sheets
    OutlyingSheets outlying;
    CalibratedGrades calibrated;  // of the rows
};

// The usual threshold of outlying sheets (Iglewicz and Hoaglin 1993).
inline constexpr double usual_outlying = 3.5;

// Of any table; rows and columns are called "1", "2", ...
RaterReport rater_report(RatingTable table, double threshold = usual_outlying);

// What the members gave each initiative, as handed in by `as_of` and as they may sit: sheets that do not count are not in
// the table. Rows are the initiatives with at least one sheet. Of one criterion, or the totals of the sheets that score
// every criterion; empty where no rulebook has a rubric. Throws Error SK1308 for a criterion that the rubric does not have,
// and as evaluate() for the season.
RaterReport rater_report(const Rules& rules, const Season& season, Instant as_of, std::string_view criterion = {},
                         double threshold = usual_outlying);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "rater_report_inl.hpp"
#endif
