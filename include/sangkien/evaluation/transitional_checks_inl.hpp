// Transitional clauses that no file can meet.
#pragma once

#include "../rulebook/diagnostics.hpp"
#include "changes_inl.hpp"

namespace sangkien::detail {

class TransitionalCheck {
public:
    TransitionalCheck(const Rules& rules, Diagnostics& found) : rules_(rules), found_(found) {}

    // SK1661.
    void run() const
    {
        for (const Ruleset& ruleset : rules_.rulesets())
            for (const TransitionalRule& rule : ruleset.transitional) check(ruleset, rule);
    }

private:
    void check(const Ruleset& ruleset, const TransitionalRule& rule) const
    {
        const Node entry = ruleset.effective.tree.root().get("transitional").get(rule.name.id);
        const Ruleset* after = rules_.on(rule.from);
        const Ruleset* before = rules_.on(rule.from - 1);
        // What was before the first paper that is loaded nobody can see here.
        if (after != nullptr && before == nullptr) return;
        const auto states = [&](const std::string& rule_id) {
            return std::any_of(after->transitional.begin(), after->transitional.end(),
                               [&](const TransitionalRule& other) { return other.name.id == rule_id; });
        };
        if (after == nullptr || after == before || same_procedure(*before, *after))
            tell(entry.get("from"), rule,
                 {"quy tắc cho hồ sơ không đổi vào ngày " + to_text(rule.from),
                  "the rules for files do not change on " + to_text(rule.from)});
        else if (!states(rule.name.id))
            tell(entry.get("from"), rule,
                 {"nó chưa có hiệu lực ngày " + to_text(rule.from), "it is not in force on " + to_text(rule.from)});
        else if (before->table.stated)
            for (const std::string& state : rule.in)
                if (!before->table.state(state))
                    tell(entry.get("in"), rule,
                         {"trước ngày đó không có trạng thái \"" + state + "\"",
                          "there is no state \"" + state + "\" before that day"});
    }

    void tell(Node at, const TransitionalRule& rule, Words why) const
    {
        found_.warn(ErrorId::transitional_idle, at, {{"name", rule.name.id}, {"why", std::move(why)}});
    }

    const Rules& rules_;
    Diagnostics& found_;
};

}  // namespace sangkien::detail
