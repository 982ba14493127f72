#pragma once

#include <algorithm>

#include "guard_walk_inl.hpp"
#include "step.hpp"

namespace sangkien {

namespace detail {

inline Truth guard_verdict(const Table& table, const Transition& transition, const Acting& acting,
                           const Surroundings& surroundings, Findings& findings)
{
    if (!transition.guard) return Truth::pass;
    return GuardWalk(table, acting, surroundings, findings).walk(*transition.guard, true);
}

inline bool contains(const std::vector<std::uint16_t>& list, std::uint16_t value) noexcept
{
    return std::find(list.begin(), list.end(), value) != list.end();
}

// Where in `position` the transition can be taken from; nothing: from nowhere.
inline bool leaves_from(const Transition& transition, const Table& table, const Position& position) noexcept
{
    return !transition.from.empty() && contains(transition.from, position[table.states[transition.from.front()].track]);
}

// By when the unmet guards have to be lifted: the earliest deadline of the transition that is still open.
inline void set_lift_limits(const Table& table, const Transition& transition, Instant at,
                            const Surroundings& surroundings, Findings& findings)
{
    if (!transition.guard) return;
    std::optional<Instant> by;
    std::vector<std::uint16_t> open{*transition.guard};
    while (!open.empty()) {
        const Guard& guard = table.guards[open.back()];
        open.pop_back();
        open.insert(open.end(), guard.children.begin(), guard.children.end());
        if (guard.kind != GuardKind::before) continue;
        const DeadlineReading& deadline = surroundings.deadlines[guard.subject];
        if (deadline.determined && at < deadline.end.ends && (!by || deadline.end.ends < *by)) by = deadline.end.ends;
    }
    for (Finding& finding : findings)
        if (finding.lift && finding.lift->possible && !finding.lift->by) finding.lift->by = by;
}

}  // namespace detail

SANGKIEN_INLINE StepResult step(const Table& table, std::uint16_t state, std::string_view event, std::string_view role,
                                Instant at, const Surroundings& surroundings, std::string_view person)
{
    return step(table, table.beginning_with(state), event, role, at, surroundings, person);
}

SANGKIEN_INLINE StepResult step(const Table& table, const Position& position, std::string_view event,
                                std::string_view role, Instant at, const Surroundings& surroundings,
                                std::string_view person)
{
    StepResult out;
    const Transition* here = nullptr;
    const Transition* anywhere = nullptr;
    for (const Transition& transition : table.transitions) {
        if (transition.event != event) continue;
        if (anywhere == nullptr) anywhere = &transition;
        if (here == nullptr && detail::leaves_from(transition, table, position)) here = &transition;
    }
    const Name called{std::string(event), {}};
    if (anywhere == nullptr) {
        out.findings.push_back({FindingId::event_unknown, Truth::undetermined, {}, {{"event", called}}, {}, {}, {}});
        return out;
    }
    out.transition = here == nullptr ? anywhere : here;
    out.verdict = Truth::pass;
    if (here == nullptr) {
        out.verdict = Truth::fail;
        std::vector<Name> needed;
        for (const Transition& transition : table.transitions)
            for (const std::uint16_t from : transition.from)
                if (transition.event == event) needed.push_back(table.states[from].name);
        out.findings.push_back(
            {FindingId::wrong_state,
             Truth::fail,
             {anywhere->citation},
             {{"event", anywhere->name}, {"state", table.states[position[table.states[anywhere->to].track]].name}},
             {{"needed", needed}},
             {},
             {}});
    }
    const auto acting = table.role(role);
    if (!acting || !detail::contains(out.transition->by, *acting)) {
        std::vector<Name> roles;
        for (const std::uint16_t index : out.transition->by) roles.push_back(table.roles[index]);
        out.verdict = Truth::fail;
        out.findings.push_back(
            {FindingId::wrong_role,
             Truth::fail,
             {out.transition->citation},
             {{"event", out.transition->name}, {"role", acting ? table.roles[*acting] : Name{std::string(role), {}}}},
             {{"needed", roles}},
             {},
             {}});
    }
    out.verdict = out.verdict & detail::guard_verdict(table, *out.transition, {at, person, false, &position},
                                                      surroundings, out.findings);
    if (out.verdict == Truth::pass)
        out.to = out.transition->to;
    else
        detail::set_lift_limits(table, *out.transition, at, surroundings, out.findings);
    return out;
}

SANGKIEN_INLINE std::vector<Permitted> permitted(const Table& table, std::uint16_t state, Instant at,
                                                 const Surroundings& surroundings, std::string_view person)
{
    return permitted(table, table.beginning_with(state), at, surroundings, person);
}

SANGKIEN_INLINE std::vector<Permitted> permitted(const Table& table, const Position& position, Instant at,
                                                 const Surroundings& surroundings, std::string_view person)
{
    std::vector<Permitted> out;
    for (const Transition& transition : table.transitions) {
        if (!detail::leaves_from(transition, table, position)) continue;
        Permitted one;
        one.transition = &transition;
        one.verdict = detail::guard_verdict(table, transition, {at, person, person.empty(), &position}, surroundings,
                                            one.findings);
        detail::set_lift_limits(table, transition, at, surroundings, one.findings);
        out.push_back(std::move(one));
    }
    return out;
}

}  // namespace sangkien
