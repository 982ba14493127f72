// Names that no rule uses: what a paper defines and nothing asks for.
#pragma once

#include <algorithm>

#include "rules.hpp"
#include "../rulebook/diagnostics.hpp"

namespace sangkien::detail {

// The names in use, as "roles author", of all windows of the rules.
class UsedNames {
public:
    void collect(const Ruleset& ruleset)
    {
        stated_ = stated_ || ruleset.table.stated;
        const Node root = ruleset.effective.tree.root();
        for (Node condition : children(root.get("conditions"))) walk(condition.get("when"));
        for (Node step : children(root.get("lifecycle").get("transitions"))) {
            use("roles", step.get("by"));
            walk(step.get("when"));
        }
        for (Node safeguard : children(root.get("safeguards"))) walk(safeguard.get("when"));
        for (const char* section : {"schedule", "clocks", "duties"})
            for (Node entry : children(root.get(section))) use("roles", entry.get("who"));
        for (Node fact : children(root.get("facts"))) use("roles", fact.get("stated-by"));
        for (Node quota : children(root.get("quota"))) use("levels", quota.get("level"));
        // The ground asks whether the State paid.
        if (root.get("scoring").get("excluded").get("head-as-author-state-funded"))
            names_.emplace_back("facts state-funded");
    }

    // SK1606. Conditions and roles wait for a procedure; of the levels one must be asked for.
    void check(const Rulebook& book, Diagnostics& found) const
    {
        const Node root = book.tree.root();
        check_section(root.get("facts"), {"nội dung khai", "fact"}, found);
        check_section(root.get("documents"), {"giấy tờ", "document"}, found);
        if (!stated_) return;
        check_section(root.get("conditions"), {"điều kiện", "condition"}, found);
        check_section(root.get("roles"), {"vai trò", "role"}, found);
        const Node levels = root.get("levels");
        for (Node level : children(levels))
            if (used("levels", level.key())) return;
        check_section(levels, {"cấp công nhận", "level"}, found);
    }

private:
    void use(std::string_view section, Node value)
    {
        if (value.is(Kind::text)) names_.push_back(std::string(section) + " " + std::string(value.text()));
        for (Node item : children(value)) use(section, item);
    }

    void walk(Node guard)
    {
        use("conditions", guard.is(Kind::text) ? guard : Node());
        if (!guard.is(Kind::object)) return;
        use("facts", guard.get("fact"));
        use("levels", guard.get("level"));
        use("documents", guard.get("document"));
        walk(guard.get("not"));
        for (const char* list : {"all", "any"})
            for (Node item : children(guard.get(list))) walk(item);
    }

    bool used(std::string_view section, std::string_view name) const
    {
        return std::find(names_.begin(), names_.end(), std::string(section) + " " + std::string(name)) != names_.end();
    }

    void check_section(Node section, const Words& what, Diagnostics& found) const
    {
        for (Node entry : children(section))
            if (entry.is(Kind::object) && !used(section.key(), entry.key()))
                found.warn(ErrorId::name_unused, entry, {{"what", what}, {"name", std::string(entry.key())}});
    }

    bool stated_ = false;
    std::vector<std::string> names_;
};

}  // namespace sangkien::detail
