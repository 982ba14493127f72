// What each unit owes and has, and what initiatives add to its index: handing the siblings what they cannot ask.
#pragma once

#include "replay_inl.hpp"

namespace sangkien::detail {

inline const Reached* first_reached(const InitiativeReport& initiative, std::string_view state) noexcept
{
    for (const Reached& reached : initiative.reached)
        if (reached.state.id == state) return &reached;
    return nullptr;
}

// pass: the state was reached. undetermined: an event that leads there could not be told. fail: neither.
inline Truth has_reached(const Table& table, const InitiativeReport& initiative, std::string_view state)
{
    if (first_reached(initiative, state) != nullptr) return Truth::pass;
    for (const EventReport& event : initiative.events) {
        if (event.verdict != Truth::undetermined) continue;
        for (const Transition& transition : table.transitions)
            if (transition.name.id == event.event.id && table.states[transition.to].name.id == state)
                return Truth::undetermined;
    }
    return Truth::fail;
}

inline const MilestoneReport* milestone(const Report& report, std::string_view name) noexcept
{
    for (const MilestoneReport& candidate : report.milestones)
        if (candidate.name.id == name) return &candidate;
    return nullptr;
}

// Was it withdrawn and brought to the state once more? Then the last time counts beside the first.
inline const Reached* reached_again(const InitiativeReport& initiative, std::string_view state) noexcept
{
    const Reached* again = nullptr;
    bool been = false, withdrawn = false;
    for (const Reached& reached : initiative.reached) {
        const bool here = reached.state.id == state;
        if (here && withdrawn) again = &reached;
        been = been || here;
        // What is withdrawn in a track leaves the file where it is.
        withdrawn = been && (withdrawn || (reached.track == 0 && reached.kind == StateKind::withdrawn));
    }
    return again;
}

// `files`: the round whose rules the initiatives were replayed under, when `round` is one of later rules.
inline std::vector<InitiativeStanding> standings(const QuotaRule& rule, const Round& round, const Round& files,
                                                 const Report& report)
{
    std::vector<InitiativeStanding> out;
    const MilestoneReport* due = rule.in_time ? milestone(report, rule.in_time->value.id) : nullptr;
    for (std::size_t i = 0; i < report.initiatives.size(); ++i) {
        const InitiativeReport& initiative = report.initiatives[i];
        InitiativeStanding standing;
        standing.initiative = &round.season.initiatives[i];
        standing.reached = round.ruleset.table.stated
                               ? has_reached(files.of(initiative).ruleset.table, initiative, rule.reached.value.id)
                               : Truth::undetermined;
        // What has not got there is late once the deadline is over, and not before.
        const bool over = due != nullptr && due->deadline.determined && due->deadline.ends <= round.as_of;
        standing.in_time = standing.reached == Truth::fail && over ? Truth::fail : Truth::undetermined;
        const Reached* reached = first_reached(initiative, rule.reached.value.id);
        if (rule.in_time && reached != nullptr)
            standing.in_time = due != nullptr && due->deadline.determined ? truth(reached->at < due->deadline.ends)
                                                                          : Truth::undetermined;
        if (const Reached* again = reached_again(initiative, rule.reached.value.id)) {
            standing.revived = true;
            standing.again_in_time = rule.in_time && due != nullptr && due->deadline.determined
                                         ? truth(again->at < due->deadline.ends)
                                         : Truth::undetermined;
        }
        standing.withdrawn = initiative.kind == StateKind::withdrawn;
        out.push_back(standing);
    }
    return out;
}

inline void count_quotas(const Round& round, const Round& files, Report& report)
{
    for (const QuotaRule& rule : round.ruleset.quotas) {
        const MilestoneReport* due = rule.in_time ? milestone(report, rule.in_time->value.id) : nullptr;
        const bool told = due != nullptr && due->deadline.determined;
        const Day last = told ? due->deadline.last_day : day_of(round.season.year, 12, 31);
        const bool closes = told && due->deadline.ends != end_of_day(last);
        for (QuotaResult& result : count_quota(rule, round.season, standings(rule, round, files, report), last,
                                               round.as_of, closes ? std::optional(due->deadline.ends) : std::nullopt))
            for (UnitReport& unit : report.units)
                if (unit.name.id == result.unit) {
                    unit.quota.push_back(std::move(result));
                    break;
                }
    }
}

inline void count_quotas(const Round& round, Report& report) { count_quotas(round, round, report); }

// Does a joint initiative count for a unit that is not its lead?
inline Truth counts_for_others(const IndexComponent& component) noexcept
{
    return component.joint_each ? truth(*component.joint_each) : Truth::undetermined;
}

// The initiatives of a unit that a component counts.
inline IndexCount index_count(const Round& round, const Report& report, const IndexComponent& component,
                              const Unit& unit)
{
    IndexCount out;
    out.component = component.name.id;
    out.unit = unit.id;
    for (std::size_t i = 0; i < report.initiatives.size(); ++i) {
        const std::vector<std::string>& units = round.season.initiatives[i].units;
        const auto mine = std::find(units.begin(), units.end(), unit.id);
        if (mine == units.end()) continue;
        Truth counts = round.ruleset.table.stated ? has_reached(round.of(report.initiatives[i]).ruleset.table,
                                                                report.initiatives[i], component.reached.id)
                                                  : Truth::undetermined;
        if (mine != units.begin()) counts = counts & counts_for_others(component);
        if (counts == Truth::pass) out.counting.push_back(i);
        if (counts == Truth::undetermined) out.open.push_back(i);
    }
    return out;
}

inline std::vector<IndexCount> index_counts(const Round& round, const Report& report)
{
    std::vector<IndexCount> out;
    for (const IndexComponent& component : round.ruleset.index.components)
        if (component.input == IndexInput::initiatives)
            for (const Unit& unit : round.season.units) out.push_back(index_count(round, report, component, unit));
    return out;
}

inline void score_indices(const Round& round, Report& report)
{
    if (!round.ruleset.index.stated) return;
    const std::vector<IndexCount> counts = index_counts(round, report);
    std::vector<UnitIndex> scored = score_index(round.ruleset.index, round.season, counts, round.trace);
    for (std::size_t i = 0; i < scored.size() && i < report.units.size(); ++i)
        report.units[i].index = std::move(scored[i]);
    for (Contribution& contribution : contributions(round.ruleset.index, round.season, counts))
        report.initiatives[contribution.initiative].contributions.push_back(std::move(contribution));
}

}  // namespace sangkien::detail
