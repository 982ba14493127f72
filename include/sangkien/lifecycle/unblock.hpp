// What would unblock a step: what must become true, who may make it so, by when, from when; or never.
//
//   Plan plan = unblock(table, state, "recognise", at, surroundings);
//   if (plan.verdict == Truth::fail) ...        // never: plan.barriers says why
//   for (const PlannedStep& step : plan.steps)  // the shortest way there, the event itself last
//       for (const Way& way : step.ways) ...    // each of these would do
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "step.hpp"

namespace sangkien {

// Way (cách): all that is still needed for a step to be legal, within [from, until).
struct Way {
    Findings needs;  // each unmet or open, with its lift
    Instant from;    // the earliest instant; the instant asked about when nothing has to be waited for
    std::optional<Instant> until;
};

// A step of the plan. The ways with the fewest needs come first.
struct PlannedStep {
    std::size_t transition = 0;  // position in Table::transitions
    Name name;
    std::vector<Name> by;  // roles that may take it
    Name to;
    Citation citation;
    Instant from;  // the earliest instant at which it can be legal, after the steps before it
    std::vector<Way> ways;
    bool more = false;  // there are other ways, with more needs
};

// Plan (phương án gỡ vướng).
struct Plan {
    bool known = false;           // does the table have the event at all?
    Truth verdict = Truth::fail;  // pass: legal now; undetermined: after what `steps` asks; fail: never
    std::vector<PlannedStep> steps;
    Findings barriers;  // of `fail`: what nothing can lift
};

// The plan with the fewest steps, and of those the earliest, whoever takes them.
Plan unblock(const Table& table, const Position& position, std::string_view event, Instant at,
             const Surroundings& surroundings);
// With every other track at its beginning.
Plan unblock(const Table& table, std::uint16_t state, std::string_view event, Instant at,
             const Surroundings& surroundings);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "unblock_inl.hpp"
#endif
