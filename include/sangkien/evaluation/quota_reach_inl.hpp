// Quotas that no unit can meet: the procedure lets too few initiatives, or none of the level asked for, come that far.
#pragma once

#include <algorithm>

#include "../lifecycle/table_checks.hpp"
#include "../rulebook/diagnostics.hpp"
#include "rules.hpp"

namespace sangkien::detail {

class QuotaReach {
public:
    QuotaReach(const Ruleset& ruleset, Diagnostics& found) : ruleset_(ruleset), found_(found) {}

    void run() const
    {
        if (!ruleset_.table.stated) return;
        for (const QuotaRule& quota : ruleset_.quotas) {
            const Node entry = ruleset_.effective.tree.root().get("quota").get(quota.name.id);
            const std::string& state = quota.reached.value.id;
            if (!leads_to(state, {}, Truth::undetermined)) continue;  // told as SK1620
            if (quota.level && !leads_to(state, quota.level->value.id, Truth::undetermined))
                found_.warn(
                    ErrorId::quota_unreachable, entry.get("level"),
                    {{"why", Words{"không hồ sơ cấp \"" + quota.level->value.id + "\" nào tới được \"" + state + "\"",
                                   "no file of level \"" + quota.level->value.id + "\" gets to \"" + state + "\""}}});
            const SelectionRule& selection = ruleset_.selection;
            if (selection.stated && selection.at_most < quota.at_least.value && !leads_to(state, {}, Truth::fail)) {
                const std::string most = whole_text(selection.at_most);
                found_.warn(
                    ErrorId::quota_unreachable, entry.get("at-least"),
                    {{"why",
                      Words{"chỉ hồ sơ được chọn mới tới \"" + state + "\", mà chỉ chọn nhiều nhất " + most,
                            "only files that are selected get to \"" + state + "\", and at most " + most + " are"}}});
            }
        }
    }

private:
    // Can a file get there at this level (empty: any), when it is selected or not (undetermined: either)?
    bool leads_to(const std::string& state, const std::string& level, Truth selected) const
    {
        Table table = ruleset_.table;
        table.transitions.erase(std::remove_if(table.transitions.begin(), table.transitions.end(),
                                               [&](const Transition& transition) {
                                                   return transition.guard &&
                                                          value(*transition.guard, level, selected) == Truth::fail;
                                               }),
                                table.transitions.end());
        const std::vector<std::string> lost =
            unreachable_states({table, ruleset_.milestones, ruleset_.clocks, ruleset_.effective});
        return std::find(lost.begin(), lost.end(), state) == lost.end();
    }

    // What is known of a guard from the level and the selection alone.
    Truth value(std::uint16_t index, const std::string& level, Truth selected) const
    {
        const Guard& guard = ruleset_.table.guards[index];
        switch (guard.kind) {
            case GuardKind::level:
                return level.empty() ? Truth::undetermined : truth(ruleset_.table.levels[guard.subject].id == level);
            case GuardKind::builtin:
                return guard.subject == static_cast<std::uint16_t>(Builtin::selected) ? selected : Truth::undetermined;
            case GuardKind::negation: return !value(guard.children.front(), level, selected);
            case GuardKind::all:
            case GuardKind::any: break;
            default: return Truth::undetermined;
        }
        Truth out = truth(guard.kind == GuardKind::all);
        for (const std::uint16_t child : guard.children) {
            const Truth one = value(child, level, selected);
            out = guard.kind == GuardKind::all ? out & one : out | one;
        }
        return out;
    }

    const Ruleset& ruleset_;
    Diagnostics& found_;
};

}  // namespace sangkien::detail
