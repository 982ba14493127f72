// Ways to meet or to miss a guard: which of the single things it asks have to be true or false, and no more than those.
//
//   guard_ways(when, conditions, false, 10);
//   // of {"all": [{"fact": "new"}, {"before": "due"}]}: {fact new: false}; {before due: false}
//
// What cases of a test are made of: each way is one case.
#pragma once

#include <string>
#include <vector>

#include "../core/config.hpp"
#include "../rulebook/tree.hpp"

namespace sangkien {

// Guard leaf (điều kiện đơn): a single thing that a guard asks, as the rulebook writes it: "fact", "new-in-unit". Of a
// built-in condition the kind is "condition": "condition", "council-approves".
struct GuardLeaf {
    std::string kind;
    std::string subject;

    friend bool operator==(const GuardLeaf& a, const GuardLeaf& b) noexcept
    {
        return a.kind == b.kind && a.subject == b.subject;
    }
};

// A leaf and whether it is true.
struct LeafValue {
    GuardLeaf leaf;
    bool holds = false;
};
using GuardWay = std::vector<LeafValue>;

// The least ways that make `when` true (`met`) or false whatever else is true, shortest first, at most `most`. None of
// them contains another. No way has two levels or two classes: an initiative has one. `after` is told as a `before` that
// does not hold. An absent guard is always met: one
// way with nothing in it; a guard that is never met has none.
// `conditions` is the section of named conditions, without circles: that of a compiled ruleset.
std::vector<GuardWay> guard_ways(Node when, Node conditions, bool met, std::size_t most);

// The same of several guards, all of which are asked.
std::vector<GuardWay> guard_ways(const std::vector<Node>& guards, Node conditions, bool met, std::size_t most);

// What is asked of a step: its own guard, where it has one, and every safeguard on its event. `root`: of the rulebook.
std::vector<Node> guards_on(Node root, std::string_view transition, std::string_view event);

// The member of a guard's object that says what it asks; absent where `guard` is no such object.
Node guard_operand(Node guard) noexcept;

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "guard_ways_inl.hpp"
#endif
