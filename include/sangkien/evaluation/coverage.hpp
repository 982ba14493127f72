// Clause coverage (độ phủ điều khoản): which clauses of a rulebook were put to the test by cases, and what came of it.
//
//   for (const ClauseCoverage& clause : coverage(*rules.rulebook("gia-vien-934"), cases))
//       if (!clause.whole()) show(clause.clause);
//
// A clause is operative when a value of its rulebook rests on it and it is not marked `text-only`. What outcomes it can
// have follows from the kind of those values, never from its name.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report.hpp"

namespace sangkien {

// One case (trường hợp): a season that was evaluated, or the problems for which it was refused.
struct CoverageCase {
    std::string name;
    const Report* report = nullptr;  // null: refused
    std::vector<Problem> refused;
};

// How a clause speaks.
enum class ClauseKind : std::uint8_t {
    rule,  // it can be met or not met: a deadline, a step, a condition, a quota, a duty with a day, a vocabulary
    undated_duty,  // a duty without a day: done or open, never late
    reckoning,     // how days or points are reckoned: there is nothing that could break it
    left_open,     // only cited where the paper is silent, or lets others speak
    heading,       // what stands below it is cited
    text_only,     // the rulebook says so
    not_cited,     // no value rests on it
};
const char* word(ClauseKind kind) noexcept;
// Why a clause of that kind need not have both outcomes; empty for a rule.
Words reason(ClauseKind kind);

// What is known of one clause. The numbers count cases.
struct ClauseCoverage {
    std::string clause;
    ClauseKind kind = ClauseKind::not_cited;
    std::vector<std::string> cited_by;  // paths of the values that rest on it
    std::int64_t passed = 0;            // met, kept, used and counted
    std::int64_t failed = 0;            // not met, missed, refused because not listed
    std::int64_t open = 0;              // undetermined, not yet due
    std::vector<std::string> cases;     // names of those that touch it

    bool operative() const noexcept
    {
        return kind == ClauseKind::rule || kind == ClauseKind::undated_duty || kind == ClauseKind::reckoning;
    }
    // The outcomes it can have that no case has, in the order pass, fail, undetermined; none where it is not operative.
    std::vector<Truth> missing() const;
    bool whole() const { return missing().empty(); }
};

// In the order of the rulebook's clauses.
std::vector<ClauseCoverage> coverage(const Rulebook& rulebook, const std::vector<CoverageCase>& cases);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "coverage_inl.hpp"
#endif
