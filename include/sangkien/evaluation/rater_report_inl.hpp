#pragma once

#include "evaluate_inl.hpp"
#include "rater_report.hpp"

namespace sangkien {

namespace detail {

inline std::optional<double> given(const Rubric& rubric, const Ballot& ballot, std::string_view criterion)
{
    const Score* score = criterion.empty() ? nullptr : score_of(ballot, std::string(criterion));
    if (!criterion.empty() && score == nullptr) return std::nullopt;
    const std::optional<Ratio> out = criterion.empty() ? ballot_total(rubric, ballot) : std::optional(score->value);
    if (!out) return std::nullopt;
    return static_cast<double>(out->numerator()) / static_cast<double>(out->denominator());
}

inline void need_criterion(const Rubric& rubric, std::string_view criterion)
{
    if (criterion.empty() || !rubric.stated || rubric.criterion(criterion) < rubric.criteria.size()) return;
    std::vector<std::string> known;
    for (const Criterion& one : rubric.criteria) known.push_back(one.name.id);
    Problems problems;
    unknown_name(problems, {}, {"tiêu chí", "criterion"}, std::string(criterion), known);
    problems.throw_if_any();
}

}  // namespace detail

SANGKIEN_INLINE RaterReport rater_report(RatingTable table, double threshold)
{
    RaterReport out;
    for (std::size_t i = 1; i <= table.rows; ++i) out.initiatives.push_back(std::to_string(i));
    for (std::size_t i = 1; i <= table.columns; ++i) out.members.push_back(std::to_string(i));
    out.concordance = kendall_w(table);
    for (std::size_t i = 0; i < out.alpha.size(); ++i)
        out.alpha[i] = krippendorff_alpha(table, static_cast<ScaleLevel>(i));
    for (std::size_t i = 0; i < out.intraclass.size(); ++i)
        out.intraclass[i] = intraclass_correlation(table, static_cast<IntraclassForm>(i));
    out.habits = member_habits(table);
    out.threshold = threshold;
    out.outlying = outlying_sheets(table, threshold);
    out.calibrated = calibrated_grades(table);
    out.table = std::move(table);
    return out;
}

SANGKIEN_INLINE RaterReport rater_report(const Rules& rules, const Season& season, Instant as_of,
                                         std::string_view criterion, double threshold)
{
    const detail::CheckedRules chosen(rules, season);
    const Rubric& rubric = chosen.get().rubric;
    detail::need_criterion(rubric, criterion);
    const std::vector<Member>& members = season.council.members;
    std::vector<std::string> initiatives;
    RatingTable table(0, members.size());
    for (const Initiative& initiative : season.initiatives) {
        std::vector<std::optional<double>> row(members.size());
        bool any = false;
        const Seating seating = seat_council(rubric, season, initiative, as_of);
        for (const Seat& seat : seating.seats) {
            if (seat.ballot == nullptr) continue;
            const auto column = static_cast<std::size_t>(seat.member - members.data());
            row[column] = detail::given(rubric, *seat.ballot, criterion);
            any = any || row[column].has_value();
        }
        if (!any) continue;
        initiatives.push_back(initiative.id);
        ++table.rows;
        table.values.insert(table.values.end(), row.begin(), row.end());
    }
    RaterReport out = rater_report(std::move(table), threshold);
    out.criterion = criterion;
    out.initiatives = std::move(initiatives);
    for (std::size_t i = 0; i < members.size(); ++i) out.members[i] = members[i].person;
    return out;
}

}  // namespace sangkien
