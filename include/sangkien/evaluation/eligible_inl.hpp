#pragma once

#include "evaluate_inl.hpp"
#include "eligible.hpp"

namespace sangkien {

SANGKIEN_INLINE Member candidate(const Season& season, const std::string& person, const std::string& unit)
{
    for (const Member& member : season.council.members)
        if (member.person == person) return member;
    Member out;
    out.person = person;
    out.unit = unit;
    return out;
}

SANGKIEN_INLINE std::vector<MemberEligibility> eligible(const Rules& rules, const Season& season,
                                                        const std::vector<Member>& members)
{
    Problems problems;
    const detail::SeasonRules in_force(rules, season, problems);
    problems.throw_if_any();
    std::vector<MemberEligibility> out;
    for (const Member& member : members.empty() ? season.council.members : members)
        out.push_back({member.person, member.unit, eligibility(in_force.get()->rubric, season, member)});
    return out;
}

}  // namespace sangkien
