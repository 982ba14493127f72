#pragma once

#include <algorithm>

#include "exclusion.hpp"

#include "words_inl.hpp"

namespace sangkien {

namespace detail {

constexpr const char* state_funded = "state-funded";

// pass: the ground holds and the member may not sit.
inline Truth ground_holds(ExclusionGround ground, const Member& member, const Season& season,
                          const Initiative& initiative)
{
    switch (ground) {
        case ExclusionGround::author: return truth(initiative.has_author(member.person));
        case ExclusionGround::declared_conflict:
            return truth(season.council.has_conflict(member.person, initiative.id));
        case ExclusionGround::same_unit:
            return truth(!member.unit.empty() && std::find(initiative.units.begin(), initiative.units.end(),
                                                           member.unit) != initiative.units.end());
        default:
            return truth(member.person == season.recognising_unit.head && initiative.has_author(member.person)) &
                   initiative.fact(state_funded);
    }
}

inline Finding exclusion_finding(FindingId id, const Member& member, const ExclusionRule& rule)
{
    Finding out;
    out.id = id;
    out.verdict = Truth::pass;
    out.citations = rule.citations;
    out.inputs = {{"member", member.person}};
    out.values = {{"reason", ground_name(rule)}};
    return out;
}

// The member would be excluded if the State funded the initiative, and nobody has said whether it did.
inline Finding doubt_finding(const Member& member, const ExclusionRule& rule, Truth verdict)
{
    Finding out;
    out.id = FindingId::fact_missing;
    out.verdict = verdict;
    out.citations = rule.citations;
    out.inputs = {{"fact", Name{state_funded, {"do Nhà nước đầu tư", "State-funded"}}}, {"member", member.person}};
    out.values = {{"required", false}, {"reason", ground_name(rule)}};
    if (verdict != Truth::pass)
        out.lift = Lift{
            true,
            {"Xác nhận sáng kiến có do Nhà nước đầu tư hay không.", "State whether the State funded the initiative."},
            {},
            {}};
    return out;
}

inline const Ballot* ballot_of(const std::vector<const Ballot*>& ballots, const std::string& person)
{
    for (const Ballot* ballot : ballots)
        if (ballot->member == person) return ballot;
    return nullptr;
}

inline void seat_member(const Rubric& rubric, const Season& season, const Initiative& initiative, const Member& member,
                        const Ballot* ballot, Seating& out)
{
    const ExclusionRule* first = nullptr;
    const ExclusionRule* doubtful = nullptr;
    for (const ExclusionRule& rule : rubric.excluded) {
        const Truth holds = ground_holds(rule.ground, member, season, initiative);
        if (holds == Truth::undetermined) doubtful = &rule;
        if (holds != Truth::pass) continue;
        if (first == nullptr) first = &rule;
        out.findings.push_back(exclusion_finding(FindingId::member_excluded, member, rule));
    }
    if (first != nullptr) {
        // Excluded on another ground: the missing fact is told, and changes nothing.
        if (doubtful != nullptr) out.findings.push_back(doubt_finding(member, *doubtful, Truth::pass));
        if (ballot != nullptr) out.findings.push_back(exclusion_finding(FindingId::ballot_not_counted, member, *first));
        out.excluded.push_back({member.person, first->citations.front(), ground_name(*first).words});
        return;
    }
    if (doubtful != nullptr) {
        out.doubtful = out.seats.size();
        out.doubt = doubt_finding(member, *doubtful, Truth::undetermined);
    }
    out.seats.push_back({&member, ballot});
}

}  // namespace detail

SANGKIEN_INLINE Seating seat_council(const Rubric& rubric, const Season& season, const Initiative& initiative,
                                     Instant as_of)
{
    std::vector<const Ballot*> ballots;
    for (const Ballot& ballot : season.ballots)
        if (ballot.initiative == initiative.id && (!ballot.at || *ballot.at <= as_of)) ballots.push_back(&ballot);
    Seating out;
    out.members = static_cast<std::int64_t>(season.council.members.size());
    for (const Member& member : season.council.members)
        detail::seat_member(rubric, season, initiative, member, detail::ballot_of(ballots, member.person), out);
    return out;
}

}  // namespace sangkien
