#pragma once

#include <algorithm>

#include "exclusion.hpp"

#include "words_inl.hpp"

namespace sangkien {

namespace detail {

constexpr const char* state_funded = "state-funded";

// A conflict of a kind that is not said is taken for one that excludes: somebody declared it.
inline bool declared(const ExclusionRule& rule, const Council& council, const std::string& person,
                     const std::string& initiative)
{
    for (const Conflict& conflict : council.conflicts)
        if (conflict.member == person && conflict.initiative == initiative &&
            (rule.kinds.empty() || conflict.kind.empty() ||
             std::find(rule.kinds.begin(), rule.kinds.end(), conflict.kind) != rule.kinds.end()))
            return true;
    return false;
}

// pass: the ground holds and the member may not sit.
inline Truth ground_holds(const ExclusionRule& rule, const Member& member, const Season& season,
                          const Initiative& initiative)
{
    switch (rule.ground) {
        case ExclusionGround::author: return truth(initiative.has_author(member.person));
        case ExclusionGround::declared_conflict:
            return truth(declared(rule, season.council, member.person, initiative.id));
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
        const Truth holds = ground_holds(rule, member, season, initiative);
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
        if (ballot.initiative == initiative.id && ballot.state == BallotState::submitted &&
            (!ballot.at || *ballot.at <= as_of))
            ballots.push_back(&ballot);
    Seating out;
    out.members = static_cast<std::int64_t>(season.council.members.size());
    for (const Member& member : season.council.members)
        detail::seat_member(rubric, season, initiative, member, detail::ballot_of(ballots, member.person), out);
    if (!rubric.public_votes) return out;
    for (const PublicVotes& entry : season.public_votes) {
        out.most_votes = std::max(out.most_votes, entry.votes);
        if (entry.initiative == initiative.id) out.public_votes = entry.votes;
    }
    return out;
}

SANGKIEN_INLINE Eligibility eligibility(const Rubric& rubric, const Season& season, const Member& member,
                                        const Initiative& initiative)
{
    Eligibility out{initiative.id, Truth::pass, {}};
    for (const ExclusionRule& rule : rubric.excluded) {
        const Truth holds = detail::ground_holds(rule, member, season, initiative);
        if (holds == Truth::pass)
            out.findings.push_back(detail::exclusion_finding(FindingId::member_excluded, member, rule));
        if (holds == Truth::undetermined)
            out.findings.push_back(detail::doubt_finding(member, rule, Truth::undetermined));
        out.may_sit = out.may_sit & !holds;
    }
    return out;
}

SANGKIEN_INLINE std::vector<Eligibility> eligibility(const Rubric& rubric, const Season& season, const Member& member)
{
    std::vector<Eligibility> out;
    for (const Initiative& initiative : season.initiatives)
        out.push_back(eligibility(rubric, season, member, initiative));
    return out;
}

}  // namespace sangkien
