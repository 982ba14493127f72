// Who may sit on which initiative, asked of a whole season: before anybody is appointed, and after.
//
//   for (const MemberEligibility& one : eligible(rules, season)) ...      // each member of the council
//   eligible(rules, season, {candidate(season, "p-009", "u-03")});        // somebody one thinks of appointing
#pragma once

#include <string>
#include <vector>

#include "../scoring/exclusion.hpp"
#include "rules.hpp"

namespace sangkien {

// Eligibility of a member (tư cách tham gia Hội đồng): for every initiative of the season, in its order.
struct MemberEligibility {
    std::string person;
    std::string unit;  // may be empty: not said
    std::vector<Eligibility> initiatives;
};

// A person as a member: as in the season's council where one stands there; else an ordinary member of `unit`.
Member candidate(const Season& season, const std::string& person, const std::string& unit);

// By the rules of the season, the readings it picks included; of nobody in particular: of its council. Throws Error with
// what evaluate() would say of the season's rules and readings.
std::vector<MemberEligibility> eligible(const Rules& rules, const Season& season,
                                        const std::vector<Member>& members = {});

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "eligible_inl.hpp"
#endif
