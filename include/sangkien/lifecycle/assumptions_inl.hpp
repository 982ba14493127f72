#pragma once

#include <algorithm>

#include "assumptions.hpp"

namespace sangkien {

namespace detail {

// A leaf as the rulebook writes it. `turned`: it is told as the opposite of what the guard asks.
struct ToldLeaf {
    GuardLeaf leaf;
    bool turned = false;
};

inline std::string apart_subject(const Table& table, std::uint16_t subject)
{
    if (subject == apart::author) return "author";
    if (subject == apart::conflicted) return "conflicted";
    return "event:" + table.tallied[static_cast<std::size_t>(subject - apart::event)];
}

inline ToldLeaf told_leaf(const Table& table, const Guard& guard)
{
    static constexpr const char* builtins[builtin_count] = {"area-listed", "council-approves", "selected"};
    const std::size_t i = guard.subject;
    switch (guard.kind) {
        case GuardKind::before: return {{"before", table.deadlines[i]}};
        case GuardKind::after: return {{"before", table.deadlines[i]}, true};
        case GuardKind::within: return {{"within", table.clocks[i]}};
        case GuardKind::fact: return {{"fact", table.facts[i].name.id}};
        case GuardKind::level: return {{"level", table.levels[i].id}};
        case GuardKind::document: return {{"document", table.documents[i].id}};
        case GuardKind::taken: return {{"taken", table.tallied[i]}};
        case GuardKind::other_than: return {{"other-than", apart_subject(table, guard.subject)}};
        case GuardKind::score: return {{"score-at-least", table.marks[i].text()}};
        case GuardKind::classed: return {{"class", table.classes[i].id}};
        case GuardKind::quota: return {{"quota", table.quotas[i].id}};
        case GuardKind::builtin: return {{"condition", builtins[i]}};
        default: return {{"state", table.states[i].name.id}};
    }
}

inline void leaves_under(const Table& table, std::uint16_t index, std::vector<GuardLeaf>& out)
{
    const Guard& guard = table.guards[index];
    for (const std::uint16_t child : guard.children) leaves_under(table, child, out);
    if (guard.kind == GuardKind::all || guard.kind == GuardKind::any || guard.kind == GuardKind::negation) return;
    const GuardLeaf leaf = told_leaf(table, guard).leaf;
    if (std::find(out.begin(), out.end(), leaf) == out.end()) out.push_back(leaf);
}

// What is not assumed may be either. A file has one level and one class.
inline Truth assumed(const ToldLeaf& told, const Assumptions& given)
{
    for (const LeafValue& value : given) {
        if (value.leaf == told.leaf) return truth(value.holds != told.turned);
        const bool one_alone = told.leaf.kind == "level" || told.leaf.kind == "class";
        if (one_alone && value.holds && value.leaf.kind == told.leaf.kind) return Truth::fail;
    }
    return Truth::undetermined;
}

inline Truth under(const Table& table, std::uint16_t index, const Assumptions& given)
{
    const Guard& guard = table.guards[index];
    if (guard.kind == GuardKind::negation) return !under(table, guard.children.front(), given);
    if (guard.kind != GuardKind::all && guard.kind != GuardKind::any) return assumed(told_leaf(table, guard), given);
    Truth out = truth(guard.kind == GuardKind::all);
    for (const std::uint16_t child : guard.children) {
        const Truth value = under(table, child, given);
        out = guard.kind == GuardKind::all ? out & value : out | value;
    }
    return out;
}

}  // namespace detail

SANGKIEN_INLINE std::vector<GuardLeaf> leaves_asked(const Table& table)
{
    std::vector<GuardLeaf> out;
    for (const Transition& transition : table.transitions)
        if (transition.guard) detail::leaves_under(table, *transition.guard, out);
    return out;
}

SANGKIEN_INLINE Table assuming(Table table, const Assumptions& given)
{
    std::vector<std::string> known;
    for (const GuardLeaf& leaf : leaves_asked(table)) known.push_back(leaf.kind + " " + leaf.subject);
    for (const LeafValue& value : given) {
        const std::string name = value.leaf.kind + " " + value.leaf.subject;
        if (std::find(known.begin(), known.end(), name) == known.end())
            detail::throw_unknown({"điều kiện đơn", "condition that a guard asks"}, name, known);
    }
    for (Transition& transition : table.transitions)
        if (transition.guard && detail::under(table, *transition.guard, given) == Truth::fail) transition.from.clear();
    return table;
}

}  // namespace sangkien
