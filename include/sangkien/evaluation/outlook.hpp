// Outlook: for every open initiative, what may be done now, what may not, and what would unblock it.
//
//   for (const InitiativeOutlook& initiative : outlook(rules, season, as_of))
//       for (const EventOutlook& event : initiative.events) ...
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "../facts/fact_source.hpp"
#include "../lifecycle/unblock.hpp"
#include "rules.hpp"

namespace sangkien {

// One event of the procedure, seen from where an initiative stands.
struct EventOutlook {
    Name event;
    std::vector<Name> by;  // roles that may take it
    Citation citation;
    bool here = false;  // does a step take it from this state?
    Truth verdict = Truth::fail;
    Findings findings;  // of the guards, where it is taken from here; else why not
    Plan plan;
};

// Outlook (việc có thể làm) of one initiative: its events in the order of the procedure.
struct InitiativeOutlook {
    std::string id;
    Words title;
    Name state;
    std::vector<EventOutlook> events;
};

// Of the initiatives that are not ended or withdrawn, in the order of the season; of all where `ended`. With `person`,
// what that one may do. Throws Error as evaluate() does. Nothing where no rulebook has a lifecycle.
std::vector<InitiativeOutlook> outlook(const Rules& rules, const Season& season, Instant as_of,
                                       std::string_view person = {}, bool ended = false);

// The same with a host to ask for facts that the season does not state, as of evaluate().
std::vector<InitiativeOutlook> outlook(const Rules& rules, const Season& season, Instant as_of, FactSource& facts,
                                       std::string_view person = {}, bool ended = false);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "outlook_inl.hpp"
#endif
