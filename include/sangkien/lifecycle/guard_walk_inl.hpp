// What the guards of a transition say, each with its finding.
#pragma once

#include <algorithm>

#include "../core/lift_words_inl.hpp"
#include "surroundings.hpp"
#include "table.hpp"

namespace sangkien::detail {

// Who acts, and when.
struct Acting {
    Instant at;
    std::string_view person;  // may be empty
    bool anyone = false;      // nobody in particular: it is asked who may
    const Position* standing = nullptr;
};

// Walks the guards of one transition. `wanted` is false under a negation: not(all) is any(not), not(any) is all(not).
class GuardWalk {
public:
    GuardWalk(const Table& table, const Acting& acting, const Surroundings& surroundings, Findings& findings)
        : table_(table), at_(acting.at), acting_(acting), surroundings_(surroundings), findings_(findings)
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
            case GuardKind::after: return after(guard, wanted);
            case GuardKind::within: return within(guard, wanted);
            case GuardKind::fact: return fact(guard, wanted);
            case GuardKind::level: return level(guard, wanted);
            case GuardKind::document: return document(guard, wanted);
            case GuardKind::taken: return taken(guard, wanted);
            case GuardKind::state: return state(guard, wanted);
            case GuardKind::other_than: return other_than(guard, wanted);
            case GuardKind::score: return score(guard, wanted);
            case GuardKind::classed: return classed(guard, wanted);
            case GuardKind::quota: return quota(guard, wanted);
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

    Truth after(const Guard& guard, bool wanted)
    {
        const DeadlineReading& deadline = surroundings_.deadlines[guard.subject];
        if (!deadline.determined)
            return tell(FindingId::deadline_unknown, Truth::undetermined, wanted, guard, {},
                        {{"deadline", deadline.name}}, deadline.choices, {});
        const bool over = deadline.end.ends <= at_;
        return tell(over ? FindingId::deadline_over : FindingId::too_early, truth(over), wanted, guard, {{"at", at_}},
                    {{"deadline", deadline.name}, {"last", last_moment(deadline.end)}}, deadline.choices, {});
    }

    // A clock is judged at the moment it was stopped, if something stopped it.
    Truth within(const Guard& guard, bool wanted)
    {
        const ClockReading& clock = surroundings_.clocks[guard.subject];
        if (!clock.begun && bare(FindingId::period_not_begun, Truth::pass, wanted)) return Truth::pass;
        if (!clock.begun)
            return tell(FindingId::period_not_begun, Truth::pass, wanted, guard, {}, {{"clock", clock.name}}, {}, {});
        const Instant judged = clock.stopped && *clock.stopped < at_ ? *clock.stopped : at_;
        if (clock.suspended)
            return tell(FindingId::period_suspended, Truth::pass, wanted, guard,
                        {{"at", judged}, {"since", *clock.suspended}}, {{"clock", clock.name}}, {}, {});
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
        Truth value = surroundings_.facts[guard.subject];
        if (value == Truth::undetermined && surroundings_.host != nullptr) value = surroundings_.host->ask(rule.name);
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

    Truth document(const Guard& guard, bool wanted)
    {
        const DocumentReading& reading = surroundings_.documents[guard.subject];
        const Truth present = reading.since ? truth(*reading.since <= at_) : reading.present;
        const FindingId id = present == Truth::pass   ? FindingId::document_present
                             : present == Truth::fail ? FindingId::document_absent
                                                      : FindingId::document_unknown;
        return tell(id, present, wanted, guard, {}, {{"document", table_.documents[guard.subject]}}, {}, {});
    }

    Truth taken(const Guard& guard, bool wanted)
    {
        const Name event = table_.event_name(table_.tallied[guard.subject]);
        for (const Taken& one : surroundings_.taken)
            if (one.event == guard.subject && one.at <= at_)
                return tell(FindingId::event_taken, Truth::pass, wanted, guard, {{"at", one.at}}, {{"event", event}},
                            {}, {});
        return tell(FindingId::event_not_taken, Truth::fail, wanted, guard, {}, {{"event", event}}, {}, {});
    }

    Truth state(const Guard& guard, bool wanted)
    {
        const State& wants = table_.states[guard.subject];
        const State& here = table_.states[(*acting_.standing)[wants.track]];
        const bool there = &here == &wants;
        return tell(there ? FindingId::state_held : FindingId::state_other, truth(there), wanted, guard,
                    {{"state", here.name}}, {{"needed", wants.name}}, {}, {});
    }

    // Separation of duties: the person acting is none of these.
    Truth other_than(const Guard& guard, bool wanted)
    {
        std::vector<Name> people;
        bool known = true;  // is every one of them?
        const auto add = [&](const std::string& person) {
            if (person.empty())
                known = false;
            else if (std::none_of(people.begin(), people.end(), [&](const Name& name) { return name.id == person; }))
                people.push_back({person, {}});
        };
        Name as{"author", {"tác giả", "an author"}};
        if (guard.subject == apart::author) {
            for (const std::string& person : surroundings_.authors) add(person);
        } else if (guard.subject == apart::conflicted) {
            as = {"conflicted", {"người có xung đột lợi ích đã khai", "someone with a declared conflict of interest"}};
            for (const std::string& person : surroundings_.conflicted) add(person);
        } else {
            const auto event = static_cast<std::uint16_t>(guard.subject - apart::event);
            const Name step = table_.event_name(table_.tallied[event]);
            as = {step.id,
                  {"người thực hiện bước «" + step.in(Language::vi) + "»",
                   "whoever took the step \"" + step.in(Language::en) + "\""}};
            for (const Taken& one : surroundings_.taken)
                if (one.event == event && one.at <= at_) add(one.person);
        }
        return judge_person(guard, wanted, as, people, known);
    }

    Truth judge_person(const Guard& guard, bool wanted, const Name& as, const std::vector<Name>& people, bool known)
    {
        const Name person{std::string(acting_.person), {}};
        for (const Name& one : people)
            if (one.id == person.id)
                return tell(FindingId::same_person, Truth::fail, wanted, guard, {{"person", person}}, {{"as", as}}, {},
                            {});
        if (known && people.empty())
            return tell(FindingId::nobody_barred, Truth::pass, wanted, guard, {}, {{"as", as}}, {}, {});
        if (acting_.anyone && known && wanted)
            return tell(FindingId::must_be_other, Truth::pass, wanted, guard, {}, {{"as", as}, {"people", people}}, {},
                        {});
        if (person.id.empty() || !known)
            return tell(FindingId::person_unknown, Truth::undetermined, wanted, guard, {}, {{"as", as}}, {}, {});
        return tell(FindingId::other_person, Truth::pass, wanted, guard, {{"person", person}}, {{"as", as}}, {}, {});
    }

    Truth score(const Guard& guard, bool wanted)
    {
        const MarkReading& mark = surroundings_.mark;
        const Ratio wants = table_.marks[guard.subject];
        if (mark.closed != Truth::pass || !mark.total)
            return tell(FindingId::score_open, Truth::undetermined, wanted, guard, {}, {{"mark", wants}}, {}, {});
        const bool reached = wants <= *mark.total;
        return tell(reached ? FindingId::score_reached : FindingId::score_short, truth(reached), wanted, guard,
                    {{"total", *mark.total}}, {{"mark", wants}}, {}, {});
    }

    Truth classed(const Guard& guard, bool wanted)
    {
        const MarkReading& mark = surroundings_.mark;
        const Name& wants = table_.classes[guard.subject];
        if (mark.closed != Truth::pass)
            return tell(FindingId::class_open, Truth::undetermined, wanted, guard, {}, {{"class", wants}}, {}, {});
        const bool held = mark.klass && mark.klass->id == wants.id;
        Arguments inputs;
        if (mark.klass) inputs.push_back({"given", *mark.klass});
        return tell(held ? FindingId::class_held : FindingId::class_other, truth(held), wanted, guard,
                    std::move(inputs), {{"class", wants}}, {}, {});
    }

    Truth quota(const Guard& guard, bool wanted)
    {
        const Truth met = surroundings_.quotas[guard.subject];
        const FindingId id = met == Truth::pass   ? FindingId::quota_held
                             : met == Truth::fail ? FindingId::quota_lacking
                                                  : FindingId::quota_unsettled;
        return tell(id, met, wanted, guard, {}, {{"quota", table_.quotas[guard.subject]}}, {}, {});
    }

    Truth builtin(const Guard& guard, bool wanted)
    {
        const BuiltinReading& reading = surroundings_.builtins[guard.subject];
        const FindingId id = reading.value == Truth::pass   ? reading.passed
                             : reading.value == Truth::fail ? reading.failed
                                                            : reading.open;
        if (bare(id, reading.value, wanted)) return Truth::pass;
        return tell(id, reading.value, wanted, guard, {}, reading.arguments, {},
                    reading.value == (wanted ? Truth::pass : Truth::fail) ? std::nullopt : reading.lift);
    }

    const Table& table_;
    Instant at_;
    Acting acting_;
    const Surroundings& surroundings_;
    Findings& findings_;
};

}  // namespace sangkien::detail
