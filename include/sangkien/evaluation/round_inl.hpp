// What is known of the whole season when an initiative is replayed, under the season's rules and under later ones.
#pragma once

#include <algorithm>

#include "evaluate.hpp"
#include "host_facts_inl.hpp"

namespace sangkien::detail {

// What is known of the whole season when an initiative is replayed.
struct Round {
    const Ruleset& ruleset;
    const Season& season;
    Instant as_of;
    std::vector<DeadlineReading> deadlines;  // parallel to ruleset.table.deadlines
    std::vector<Round> later = {};           // the same under the rules of each later change, in order
    Day from{};                              // the day of that change; of the first, of the opening
    Trace trace = Trace::full;
    std::vector<std::vector<Truth>> quotas = {};  // of units, parallel to season.units, then to ruleset.table.quotas
    bool taken = true;                            // a file may come to stand under these rules
    HostFacts* host = nullptr;                    // asked for facts that the season does not state; may be none

    // The one whose rules are those of `day`.
    const Round& on(Day day) const noexcept
    {
        for (const Round& round : later)
            if (round.from == day) return round;
        return *this;
    }
    // The rules that the steps of an initiative go by at `at`, and by now.
    const Round& of(const InitiativeReport& initiative, Instant at) const noexcept
    {
        return on(initiative.rules_on(at, from));
    }
    const Round& of(const InitiativeReport& initiative) const noexcept { return of(initiative, as_of); }
};

// A clock that runs or ran: begun under other rules, it keeps their length.
struct RunningClock {
    std::string id;
    ClockReading reading;
    Day start;
    std::optional<Instant> moment;  // of the start, where known
    std::vector<Suspension> suspensions;
    const Ruleset* ruleset = nullptr;  // those it began under, and its clock there
    const Clock* clock = nullptr;
    Citation citation;
};

// How far a file has come: what it takes along when its steps go by other rules.
struct Standing {
    Position position;
    std::vector<const Event*> taken;  // that were accepted
    std::size_t next = 0;             // of its events
    std::vector<RunningClock> clocks;
};

inline const Term* term(const std::vector<Term>& terms, std::string_view id) noexcept
{
    for (const Term& candidate : terms)
        if (candidate.name.id == id) return &candidate;
    return nullptr;
}

inline Name name_of(const std::vector<Term>& terms, const std::string& id)
{
    const Term* found = term(terms, id);
    return found == nullptr ? Name{id, {}} : found->name;
}

inline Name unit_name(const Season& season, const std::string& id)
{
    const Unit* unit = season.unit(id);
    return unit == nullptr ? Name{id, {}} : Name{id, unit->name};
}

}  // namespace sangkien::detail
