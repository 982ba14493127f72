// What a change of the rules changes: which initiatives, units and deadlines come out differently, and why.
//
//   const Impact out = impact(old_set, new_set, {season}, parse_instant("2025-09-30T17:00+07:00"));
//   for (const ChangedOutcome& o : out.outcomes) show(o.name, o.changes, o.causes);
//
// A question of "what if": a new rulebook is taken to stand where the old one stood, also on days before it was issued.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "../rulebook/difference.hpp"
#include "evaluate.hpp"

namespace sangkien {

// What came out differently: a whole season (one of the sets does not take it), or one thing in it.
enum class OutcomeOf : std::uint8_t { season, deadline, initiative, unit };
const char* word(OutcomeOf of) noexcept;

// One aspect of an outcome: state, class, place, the verdict on an event, a quota, a last day.
struct OutcomeChange {
    std::string id;  // "state", "event 2", "quota one-per-unit"
    Words what;
    Words before;  // empty: the old rules know no such thing
    Words after;
};

// ChangedOutcome (kết quả thay đổi).
struct ChangedOutcome {
    OutcomeOf of = OutcomeOf::initiative;
    std::string season;
    Name name;
    std::vector<OutcomeChange> changes;
    // Positions in Impact::differences of the values that what decided cites, in the old or the new rules. Empty: none
    // could be found, and it is to be said so.
    std::vector<std::size_t> causes;
    bool through_others = false;  // others came, went or passed it: the causes are theirs
};

// How a season was put under the new rules.
struct SeasonImpact {
    std::string id;
    bool as_if = false;  // it opened before a new rulebook is in force
    bool before_taken = true, after_taken = true;
    std::size_t initiatives = 0, units = 0, deadlines = 0;  // how many there are, of those told and not told
};

// Impact (ảnh hưởng): outcomes in the order of seasons, deadlines before initiatives before units.
struct Impact {
    std::vector<Difference> differences;
    std::vector<SeasonImpact> seasons;
    std::vector<ChangedOutcome> outcomes;
};

// A clause, its differing values and the outcomes that it causes, as positions.
struct ClauseImpact {
    std::string rulebook;
    std::string clause;  // empty: values that cite none
    std::vector<std::size_t> differences;
    std::vector<std::size_t> outcomes;
};

// Throws Error where one of the sets cannot be compiled. What a set says of a season that it does not take is an outcome.
Impact impact(const std::vector<Rulebook>& before, const std::vector<Rulebook>& after,
              const std::vector<Season>& seasons, Instant as_of, Texts texts = Texts::leave_out);

// By clause, of the new rulebook where it states the value; an outcome stands under each clause that causes it.
std::vector<ClauseImpact> by_clause(const Impact& impact);
// Positions of the outcomes that no differing value was found for.
std::vector<std::size_t> not_attributed(const Impact& impact);

// `set` with `book` instead of the rulebook `id`; those that stood under `id` now stand under `book`.
std::vector<Rulebook> with_replaced(std::vector<Rulebook> set, const std::string& id, const Rulebook& book);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "impact_inl.hpp"
#endif
