// What each unit owes under a quota, and what it has.
//
//   std::vector<QuotaResult> results = count_quota(rule, season, standings, last_day, as_of);
//   results[3].verdict;                                   // Truth::fail: 0 of 1
//   message(results[3].findings[0], Language::en);        // "Quota short: 0 counted, 1 owed, 1 missing."
//
// The verdict weighs what surely counts and what might: enough that surely counts passes; too little even if all that
// is open counted fails; between the two it is undetermined, and the findings name what would settle it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "../core/finding.hpp"
#include "../facts/season.hpp"
#include "quota_rule.hpp"

namespace sangkien {

// Standing (tình trạng) of an initiative under one rule: what its file went through, told by the caller, who has
// replayed its events.
struct InitiativeStanding {
    const Initiative* initiative = nullptr;
    Truth reached = Truth::undetermined;        // it reached the rule's state at some time, whatever became of it since
    Truth in_time = Truth::undetermined;        // and did so within the rule's milestone
    bool withdrawn = false;                     // and stands withdrawn now
    bool revived = false;                       // it was withdrawn and reached the state once more
    Truth again_in_time = Truth::undetermined;  // the last time it reached it was within the milestone
};

// Coverage (phủ lĩnh vực): in how many focus areas a unit needs initiatives that count, and has them.
struct QuotaAreas {
    std::int64_t needed = 0;
    std::int64_t covered = 0;   // surely
    std::int64_t possible = 0;  // if all that is open counts
};

// Points between these two; the same where nothing is open.
struct QuotaScore {
    Ratio least;
    Ratio most;
};

// Quota result (kết quả chỉ tiêu) of one unit under one rule.
struct QuotaResult {
    std::string rule;
    std::string unit;
    // Of the unit. The findings of single initiatives say whether that initiative counts; they do not add up to it.
    Truth verdict = Truth::undetermined;
    // What is asked of it; 0 when it owes nothing; the rule's figure also when it is open whether the unit owes at all.
    std::int64_t owed = 0;
    Ratio counted;                        // initiatives that surely count
    std::int64_t open = 0;                // initiatives whose counting is undetermined
    std::int64_t missing = 0;             // how many more must surely count before the quota is surely met
    std::int64_t surely_owed = 0;         // less than `owed` while it is open what the unit owes
    Ratio possible;                       // what would count if all that is open counted
    std::optional<QuotaAreas> areas;      // where the rule asks for coverage
    std::optional<QuotaScore> emulation;  // where the rule gives points, and says what a unit gets that owes nothing
    // First the verdict on the unit, then what the rulebook is silent on about it, then in the order of `standings`
    // each of its initiatives: one `counts`, or one finding for every condition that is not met or open.
    Findings findings;
};

// One result per unit of a bound kind, and per unit that took over a duty, in the order of season.units.
//
// `last_day` is the last day of the rule's milestone (without one, of the year): a unit that does not exist on it owes
// nothing. One that came into being after 1 January of the season's year owes as `units-created` says; while that is
// silent it is undetermined, unless the unit has met the quota anyway. `closes` is when the milestone ends, where that is
// earlier than 24:00 of its last day. A joint initiative always counts for its lead
// unit; for the others as `joint` says. What a reorganisation of the year up to `last_day` does to duties and to what had
// been filed is what `succession` says: see quota_duty_inl.hpp and quota_holding_inl.hpp. `as_of` decides only whether what is missing can still be made good.
// That an area and a level are known names is for the caller to have checked; an empty one is not named.
std::vector<QuotaResult> count_quota(const QuotaRule& rule, const Season& season,
                                     const std::vector<InitiativeStanding>& standings, Day last_day, Instant as_of,
                                     std::optional<Instant> closes = {});

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "quota_inl.hpp"
#endif
