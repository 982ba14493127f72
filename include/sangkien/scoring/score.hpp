// What the council makes of one initiative: total, class, vote, decision, each with its clause.
//
//   ScoreResult result = score(rubric, season, initiative, parse_instant("2025-09-29T12:00:00+07:00"));
//   result.decision;              // pass, fail, or undetermined: a ballot, a fact or a rule is missing
//   result.total->text();         // "585/7": exact
//   result.rounded->text();       // "83.57": once, where and how the rubric says
//
// The total is rounded where the rubric states a rounding; the pass mark and the classes then compare the
// rounded total. Minima and the needs of classes compare exact means.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "exclusion.hpp"
#include "figure.hpp"
#include "rubric.hpp"
#include "vote.hpp"

namespace sangkien {

// Group figure (điểm nhóm): the points of a group of criteria, out of its own maximum.
struct GroupFigure {
    Name group;
    Ratio points;
};

// Score result (kết quả chấm): of one initiative at one moment.
struct ScoreResult {
    std::string initiative;
    bool stated = false;  // is there a rubric at all?
    // Quorum, pass mark, minima, share of the authors and vote, each where it is stated. Classes are no
    // condition.
    Truth decision = Truth::undetermined;
    std::vector<Exclusion> excluded;
    std::vector<CriterionFigure> criteria;
    std::optional<Ratio> total;
    std::optional<Decimal> rounded;
    std::optional<Name> klass;
    Truth in_class = Truth::undetermined;  // pass: `klass` is given; fail: in none
    bool flagged = false;                  // the class stands although it asks for more of a criterion
    std::vector<Name> flagged_criteria;
    VoteCount vote;
    std::int64_t ballots = 0;            // handed in by members who sit
    std::int64_t sitting = 0;            // members who are not excluded
    std::vector<GroupFigure> groups;     // where the rubric has any
    std::optional<Ratio> public_points;  // where the rubric counts votes of the public: part of the total
    Findings findings;

    // The total that is compared and shown: rounded where the rubric rounds.
    std::optional<Ratio> standing() const;
    // The mean of a criterion, when it has one.
    std::optional<Ratio> mean(std::string_view criterion) const;
};

// Ballots handed in after `as_of` do not count yet. Where a ballot of a sitting member is missing, the figure
// is taken from those present if a stated quorum is reached, and is undetermined otherwise.
ScoreResult score(const Rubric& rubric, const Season& season, const Initiative& initiative, Instant as_of,
                  Trace trace = Trace::full);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "score_inl.hpp"
#endif
