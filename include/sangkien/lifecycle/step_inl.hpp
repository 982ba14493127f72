#pragma once

#include <algorithm>

#include "../core/lift_words_inl.hpp"
#include "step.hpp"

namespace sangkien {

namespace detail {

// Walks the guards of one transition. `wanted` is false under a negation: not(all) is any(not), not(any) is all(not).
class GuardWalk {
public:
    GuardWalk(const Table& table, Instant at, const Surroundings& surroundings, Findings& findings)
        : table_(table), at_(at), surroundings_(surroundings), findings_(findings)
    {
    }

    Truth walk(std::uint16_t index, bool wanted)
    {
        const Guard& guard = table_.guards[index];
        switch (guard.kind) {
            case GuardKind::all: return walk_list(guard, wanted, wanted);
            case GuardKind::any: return walk_list(guard, wanted, !wanted);
            case GuardKind::negation: return walk(guard.children.front(), !wanted);
            case GuardKind::before: return before(guard, wanted);
            case GuardKind::within: return within(guard, wanted);
            case GuardKind::fact: return fact(guard, wanted);
            case GuardKind::level: return level(guard, wanted);
            default: return builtin(guard, wanted);
        }
    }

private:
    // Of a disjunction that holds only what holds is told; of one that does not, everything.
    Truth walk_list(const Guard& guard, bool wanted, bool conjunction)
    {
        const std::size_t first = findings_.size();
        Truth out = conjunction ? Truth::pass : Truth::fail;
        for (const std::uint16_t child : guard.children) {
            const Truth value = walk(child, wanted);
            out = conjunction ? out & value : out | value;
        }
        if (!conjunction && out == Truth::pass) {
            const auto from = findings_.begin() + static_cast<std::ptrdiff_t>(first);
            findings_.erase(
                std::remove_if(from, findings_.end(), [](const Finding& f) { return f.verdict != Truth::pass; }),
                findings_.end());
        }
        return out;
    }

    Truth tell(FindingId id, Truth value, bool wanted, const Guard& guard, Arguments inputs, Arguments values,
               std::vector<std::string> choices, std::optional<Lift> lift)
    {
        const Truth verdict = wanted ? value : !value;
        findings_.emplace_back();
        Finding& finding = findings_.back();
        finding.id = id;
        finding.verdict = verdict;
        finding.citations.push_back(guard.citation);
        finding.inputs = std::move(inputs);
        finding.values = std::move(values);
        finding.choices = std::move(choices);
        if (verdict != Truth::pass) finding.lift = lift ? std::move(lift) : plain_lift(id);
        return verdict;
    }

    // Told without its grounds, where only verdicts are wanted.
    bool bare(FindingId id, Truth value, bool wanted)
    {
        const Truth verdict = wanted ? value : !value;
        if (surroundings_.trace == Trace::full || verdict != Truth::pass) return false;
        findings_.emplace_back();
        findings_.back().id = id;
        findings_.back().verdict = verdict;
        return true;
    }

    static Lift plain_lift(FindingId id)
    {
        const LiftWords words = lift_words_of(id);
        return {words.possible, {std::string(words.text.vi), std::string(words.text.en)}, std::nullopt, std::nullopt};
    }

    Truth before(const Guard& guard, bool wanted)
    {
        const DeadlineReading& deadline = surroundings_.deadlines[guard.subject];
        if (!deadline.determined)
            return tell(FindingId::deadline_unknown, Truth::undetermined, wanted, guard, {},
                        {{"deadline", deadline.name}}, deadline.choices, {});
        const bool in_time = at_ < deadline.end.ends;
        const FindingId id = in_time ? FindingId::in_time : FindingId::late;
        if (bare(id, truth(in_time), wanted)) return Truth::pass;
        return tell(id, truth(in_time), wanted, guard, argument_list(Argument{"at", at_}),
                    argument_list(Argument{"deadline", deadline.name}, Argument{"last", last_moment(deadline.end)}),
                    deadline.choices, {});
    }

    // A clock is judged at the moment it was stopped, if something stopped it.
    Truth within(const Guard& guard, bool wanted)
    {
        const ClockReading& clock = surroundings_.clocks[guard.subject];
        if (!clock.begun && bare(FindingId::period_not_begun, Truth::pass, wanted)) return Truth::pass;
        if (!clock.begun)
            return tell(FindingId::period_not_begun, Truth::pass, wanted, guard, {}, {{"clock", clock.name}}, {}, {});
        const Instant judged = clock.stopped && *clock.stopped < at_ ? *clock.stopped : at_;
        if (!clock.determined && clock.not_before && judged < end_of_day(*clock.not_before))
            return tell(FindingId::within_period_surely, Truth::pass, wanted, guard, {{"at", judged}},
                        {{"clock", clock.name}, {"last", DayEnd{*clock.not_before}}}, {}, {});
        if (!clock.determined)
            return tell(FindingId::deadline_unknown, Truth::undetermined, wanted, guard, {}, {{"deadline", clock.name}},
                        {}, {});
        const bool inside = judged < clock.end.ends;
        const FindingId id = inside ? FindingId::within_period : FindingId::period_over;
        if (bare(id, truth(inside), wanted)) return Truth::pass;
        return tell(id, truth(inside), wanted, guard, argument_list(Argument{"at", judged}),
                    argument_list(Argument{"clock", clock.name}, Argument{"last", last_moment(clock.end)}), {}, {});
    }

    Truth fact(const Guard& guard, bool wanted)
    {
        const FactRule& rule = table_.facts[guard.subject];
        const Truth value = surroundings_.facts[guard.subject];
        if (value != Truth::undetermined && bare(FindingId::fact_stated, value, wanted)) return Truth::pass;
        if (value != Truth::undetermined)
            return tell(FindingId::fact_stated, value, wanted, guard,
                        argument_list(Argument{"stated", value == Truth::pass}),
                        argument_list(Argument{"fact", rule.name}, Argument{"required", wanted}), {}, {});
        Lift lift = plain_lift(FindingId::fact_missing);
        lift.who = rule.stated_by;
        return tell(FindingId::fact_missing, value, wanted, guard, {}, {{"fact", rule.name}, {"required", wanted}}, {},
                    lift);
    }

    Truth level(const Guard& guard, bool wanted)
    {
        const Name& required = table_.levels[guard.subject];
        const bool sought = surroundings_.level && surroundings_.level->id == required.id;
        if (bare(sought ? FindingId::level_sought : FindingId::level_other, truth(sought), wanted)) return Truth::pass;
        Arguments inputs;
        if (surroundings_.level) inputs.push_back({"level", *surroundings_.level});
        return tell(sought ? FindingId::level_sought : FindingId::level_other, truth(sought), wanted, guard,
                    std::move(inputs), argument_list(Argument{"required", required}), {}, {});
    }

    Truth builtin(const Guard& guard, bool wanted)
    {
        const BuiltinReading& reading = surroundings_.builtins[guard.subject];
        const FindingId id = reading.value == Truth::pass   ? reading.passed
                             : reading.value == Truth::fail ? reading.failed
                                                            : reading.open;
        if (bare(id, reading.value, wanted)) return Truth::pass;
        return tell(id, reading.value, wanted, guard, {}, reading.arguments, {},
                    reading.value == Truth::undetermined ? reading.lift : std::nullopt);
    }

    const Table& table_;
    Instant at_;
    const Surroundings& surroundings_;
    Findings& findings_;
};

inline Truth guard_verdict(const Table& table, const Transition& transition, Instant at,
                           const Surroundings& surroundings, Findings& findings)
{
    if (!transition.guard) return Truth::pass;
    return GuardWalk(table, at, surroundings, findings).walk(*transition.guard, true);
}

inline bool contains(const std::vector<std::uint16_t>& list, std::uint16_t value) noexcept
{
    return std::find(list.begin(), list.end(), value) != list.end();
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
                                Instant at, const Surroundings& surroundings)
{
    StepResult out;
    const Transition* here = nullptr;
    const Transition* anywhere = nullptr;
    for (const Transition& transition : table.transitions) {
        if (transition.event != event) continue;
        if (anywhere == nullptr) anywhere = &transition;
        if (here == nullptr && detail::contains(transition.from, state)) here = &transition;
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
        out.findings.push_back({FindingId::wrong_state,
                                Truth::fail,
                                {anywhere->citation},
                                {{"event", anywhere->name}, {"state", table.states[state].name}},
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
    out.verdict = out.verdict & detail::guard_verdict(table, *out.transition, at, surroundings, out.findings);
    if (out.verdict == Truth::pass)
        out.to = out.transition->to;
    else
        detail::set_lift_limits(table, *out.transition, at, surroundings, out.findings);
    return out;
}

SANGKIEN_INLINE std::vector<Permitted> permitted(const Table& table, std::uint16_t state, Instant at,
                                                 const Surroundings& surroundings)
{
    std::vector<Permitted> out;
    for (const Transition& transition : table.transitions) {
        if (!detail::contains(transition.from, state)) continue;
        Permitted one;
        one.transition = &transition;
        one.verdict = detail::guard_verdict(table, transition, at, surroundings, one.findings);
        detail::set_lift_limits(table, transition, at, surroundings, one.findings);
        out.push_back(std::move(one));
    }
    return out;
}

}  // namespace sangkien
