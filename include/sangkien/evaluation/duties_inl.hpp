#pragma once

#include <algorithm>

#include "duties.hpp"
#include "evaluate_inl.hpp"

namespace sangkien {

namespace detail {

inline void check_query(const Ruleset& ruleset, const Season& season, const DutyQuery& query)
{
    std::vector<std::string> roles, units;
    for (const Term& role : ruleset.roles) roles.push_back(role.name.id);
    for (const Unit& unit : season.units) units.push_back(unit.id);
    Problems problems;
    const auto known = [&](const std::vector<std::string>& names, const std::string& name, const Words& what) {
        if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end())
            unknown_name(problems, {}, what, name, names);
    };
    known(roles, query.role, {"vai trò", "role"});
    known(units, query.unit, {"đơn vị", "unit"});
    problems.throw_if_any();
}

inline bool asked(const OpenDuty& duty, const DutyQuery& query)
{
    if (!query.all && duty.done) return false;
    if (!query.role.empty() && duty.who.id != query.role) return false;
    const auto same = [&](const Name& unit) { return unit.id == query.unit; };
    return query.unit.empty() || std::any_of(duty.units.begin(), duty.units.end(), same);
}

}  // namespace detail

SANGKIEN_INLINE std::vector<OpenDuty> duties(const Rules& rules, const Season& season, Instant as_of,
                                             const DutyQuery& query)
{
    const detail::CheckedRules chosen(rules, season);
    detail::check_query(chosen.get(), season, query);
    Report report;
    const detail::Round round = detail::begin(rules, chosen.rules(), season, as_of, Trace::verdicts, report);
    std::vector<OpenDuty> out = detail::DutyList(round, report).run();
    out.erase(std::remove_if(out.begin(), out.end(), [&](const OpenDuty& duty) { return !detail::asked(duty, query); }),
              out.end());
    return out;
}

}  // namespace sangkien
