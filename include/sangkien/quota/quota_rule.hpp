// What a rulebook asks of each unit: how many initiatives, by when, and which of them count.
//
//   std::vector<QuotaRule> rules = compile_quota(section, unit_kinds, levels, states, schedule, problems);
//   rules[0].at_least;                     // 1
//   rules[0].joint_each.has_value();       // false: no loaded rulebook says how a joint initiative counts
//
// A condition that a rule does not name (`level`, `area`, `in-time`) is not asked. What a rule leaves open about
// counting (`joint`, `withdrawn`, `units-created`) is silent, and a verdict that needs it is undetermined.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../rulebook/fields.hpp"

namespace sangkien {

// Value of a quota (giá trị của chỉ tiêu) and where it was read: another layer than the rule's may have given it.
template <class Value>
struct QuotaValue {
    Value value{};
    Citation citation;
};

// Quota rule (chỉ tiêu): so many initiatives a year from each unit of these kinds (934.3.1).
struct QuotaRule {
    Name name;
    std::string path;                   // "quota.one-per-unit"
    QuotaValue<std::vector<Name>> who;  // kinds of unit bound
    QuotaValue<std::int64_t> at_least;
    QuotaValue<Name> reached;                    // the state in which an initiative counts as proposed
    std::optional<QuotaValue<Name>> level;       // the level of recognition it must seek
    std::optional<QuotaValue<bool>> area;        // it must name one of the focus areas
    std::optional<QuotaValue<Name>> in_time;     // the milestone by which it must have reached the state
    std::optional<QuotaValue<bool>> joint_each;  // a joint one counts for every unit it names; false: for its lead only
    std::optional<QuotaValue<bool>> withdrawn_counts;
    std::optional<QuotaValue<bool>> created_owe;  // units created during the year, after 1 January, owe as well
    Citation citation;
    // Paths that the papers offer as a choice, such as "schedule.ward-submission.bound". Whoever merged the rules fills
    // this in, since a merged tree holds the value in use and no longer what was offered.
    std::vector<std::string> choices;

    bool binds(std::string_view kind) const noexcept
    {
        for (const Name& bound : who.value)
            if (bound.id == kind) return true;
        return false;
    }
};

// Compiles the section `quota` of what the rulebooks say on a day; an absent one gives no rules. The other sections give
// the known names; one that they do not have is SK1308.
std::vector<QuotaRule> compile_quota(Node section, Node unit_kinds, Node levels, Node states, Node schedule,
                                     Problems& problems);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "quota_rule_inl.hpp"
#endif
