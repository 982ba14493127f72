// Rules that change while a season runs: on which days, and which of them a season may come to stand under.
#pragma once

#include <algorithm>
#include <memory>

#include "../rulebook/dated_inl.hpp"
#include "../rulebook/layers_inl.hpp"
#include "rules.hpp"

namespace sangkien::detail {

// A day after the season's opening on which the rules that decide about a single file change.
struct RulesChange {
    Day from;
    const Ruleset* ruleset;
};

// Duties that events give rise to are of single files; the others are the season's.
inline bool same_event_duties(Node a, Node b) noexcept
{
    const auto within = [](Node some, Node others) {
        for (Node duty : children(some))
            if (duty.get("from") && !same_value(duty, others.get(duty.key()))) return false;
        return true;
    };
    return within(a, b) && within(b, a);
}

// What the steps of a file go by. The rest of the rules is the season's whatever comes.
inline bool same_procedure(const Ruleset& a, const Ruleset& b) noexcept
{
    const Node x = a.effective.tree.root(), y = b.effective.tree.root();
    for (const char* section : {"lifecycle", "conditions", "schedule", "clocks", "periods", "areas", "levels", "facts",
                                "documents", "roles", "tracks", "safeguards"})
        if (!same_value(x.get(section), y.get(section))) return false;
    return same_event_duties(x.get("duties"), y.get("duties"));
}

inline bool offers(const Ruleset& ruleset, const Pick& pick) noexcept
{
    for (const Reading& reading : ruleset.effective.readings)
        if (reading.path == pick.path)
            return std::find(reading.offered.begin(), reading.offered.end(), pick.value) != reading.offered.end();
    return false;
}

inline const TransitionalRule* transitional_rule(const RulesChange& change, std::string_view path) noexcept
{
    for (const TransitionalRule& rule : change.ruleset->transitional)
        if (rule.from == change.from && rule.path == path) return &rule;
    return nullptr;
}

// Can a file of this season come to stand under the new rules of the change?
inline bool may_take(const RulesChange& change) noexcept
{
    return std::any_of(
        change.ruleset->transitional.begin(), change.ruleset->transitional.end(), [&](const TransitionalRule& rule) {
            return rule.from == change.from && (rule.rules != CaseRules::old_rules || !rule.offered.empty());
        });
}

// The changes after `opened`, each with the rules that hold from then on.
inline std::vector<RulesChange> changes_after(const Rules& rules, Day opened)
{
    std::vector<RulesChange> out;
    const Ruleset* before = rules.on(opened);
    for (const Ruleset& ruleset : rules.rulesets()) {
        if (before == nullptr || ruleset.from <= opened) continue;
        if (!same_procedure(*before, ruleset)) out.push_back({ruleset.from, &ruleset});
        before = &ruleset;
    }
    return out;
}

}  // namespace sangkien::detail
