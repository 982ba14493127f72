// Replaying the events of one initiative through the table, with its clocks, facts and conditions.
#pragma once

#include <algorithm>

#include "replay_clocks_inl.hpp"

namespace sangkien::detail {

class Replay : public ReplayClocks {
public:
    // From the start, or from where the file stood under other rules: `standing` with its state in this table.
    Replay(const Round& round, const Initiative& initiative, const ScoreResult& score, const SelectionResult* selection,
           const Standing* standing = nullptr)
        : ReplayClocks(round, initiative), questions_(round.host, initiative)
    {
        around_.deadlines = round.deadlines;
        for (const FactRule& fact : table_.facts) around_.facts.push_back(initiative.fact(fact.name.id));
        if (questions_.host != nullptr) around_.host = &questions_;
        if (!initiative.level.empty()) around_.level = name_of(round.ruleset.levels, initiative.level);
        around_.builtins = {area(), council(score), selected(selection)};
        around_.trace = round.trace;
        around_.mark = {closed(score), score.standing(), score.klass};
        around_.quotas = quotas();
        for (const Name& name : table_.documents) around_.documents.push_back(document(name.id));
        for (const Author& author : initiative.authors) around_.authors.push_back(author.person);
        for (const Conflict& conflict : round.season.council.conflicts)
            if (conflict.initiative == initiative.id) around_.conflicted.push_back(conflict.member);
        for (const Clock& clock : round.ruleset.clocks) {
            ClockReading reading;
            reading.name = clock.name;
            around_.clocks.push_back(std::move(reading));
        }
        starts_.resize(around_.clocks.size());
        carried_.resize(around_.clocks.size());
        now_.position = table_.beginning();
        moments_.resize(around_.clocks.size());
        suspensions_.resize(around_.clocks.size());
        for (const Clock& clock : round.ruleset.clocks) reckoned_.push_back({&round.ruleset, &clock});
        for (std::size_t i = 0; i < around_.clocks.size(); ++i) start_clock(i);
        if (standing != nullptr) resume(*standing);
    }

    // Takes the events before `end` in order. A refused or undetermined one leaves the state as it is.
    void take_before(Instant end, InitiativeReport& out)
    {
        if (!table_.stated) return;
        for (; now_.next < initiative_.events.size() && initiative_.events[now_.next].at < end; ++now_.next)
            if (initiative_.events[now_.next].at <= round_.as_of) take(initiative_.events[now_.next], out);
    }

    // Where it has come to, and what guards can ask there.
    const Position& position() const noexcept { return now_.position; }
    const Surroundings& around() const noexcept { return around_; }

    Standing standing() const
    {
        Standing out = now_;
        for (std::size_t i = 0; i < around_.clocks.size(); ++i)
            if (around_.clocks[i].begun)
                out.clocks.push_back({round_.ruleset.clocks[i].name.id, around_.clocks[i], *starts_[i], moments_[i],
                                      suspensions_[i], reckoned_[i].ruleset, reckoned_[i].clock, citation_of(i)});
        return out;
    }

    // Takes those that are left up to `as_of`, and tells where that leads.
    void run(InitiativeReport& out)
    {
        if (!table_.stated) return;
        reach(out);
        // What is to be done, and by when, follows from these findings.
        around_.trace = Trace::full;
        for (Permitted& next : permitted(table_, now_.position, round_.as_of, around_)) {
            NextStep step{next.transition->name, {}, next.verdict, std::move(next.findings), next.transition->citation};
            for (const std::uint16_t role : next.transition->by) step.by.push_back(table_.roles[role]);
            out.next.push_back(std::move(step));
        }
    }

    // The events alone, and where they lead; `run` tells more.
    void reach(InitiativeReport& out)
    {
        if (!table_.stated) return;
        for (; now_.next < initiative_.events.size(); ++now_.next)
            if (initiative_.events[now_.next].at <= round_.as_of) take(initiative_.events[now_.next], out);
        out.state = table_.states[state()].name;
        out.kind = table_.states[state()].kind;
        out.tracks.clear();
        for (std::size_t i = 0; i < table_.tracks.size(); ++i) {
            const State& here = table_.states[now_.position[i + 1]];
            out.tracks.push_back({table_.tracks[i].name, here.name, here.kind, table_.tracks[i].citation});
        }
    }

private:
    BuiltinReading area() const
    {
        BuiltinReading out{Truth::fail, FindingId::area_listed, FindingId::area_missing, FindingId::rule_silent, {}};
        if (round_.ruleset.areas.empty()) {
            out.value = Truth::undetermined;
            out.arguments = {{"what", Name{"areas", {"các lĩnh vực trọng tâm", "the focus areas"}}}};
        }
        if (const Term* found = term(round_.ruleset.areas, initiative_.area)) {
            out.value = Truth::pass;
            out.arguments = {{"area", found->name}};
        }
        return out;
    }

    // A total stands once every ballot that could change it is in.
    static Truth closed(const ScoreResult& score)
    {
        const bool missing = std::any_of(score.findings.begin(), score.findings.end(), [](const Finding& finding) {
            return finding.id == FindingId::ballots_missing && finding.verdict != Truth::pass;
        });
        return score.total && !missing ? Truth::pass : Truth::undetermined;
    }

    DocumentReading document(const std::string& name) const
    {
        for (const FiledDocument& filed : initiative_.documents)
            if (filed.name == name) return {truth(filed.present), filed.since};
        return {};
    }

    // Of the unit that leads.
    std::vector<Truth> quotas() const
    {
        const std::vector<Unit>& units = round_.season.units;
        for (std::size_t i = 0; i < round_.quotas.size() && !initiative_.units.empty(); ++i)
            if (units[i].id == initiative_.units.front()) return round_.quotas[i];
        return std::vector<Truth>(table_.quotas.size(), Truth::undetermined);
    }

    // What would settle it is known where it was worked out.
    static std::optional<Lift> first_lift(const Findings& findings)
    {
        for (const Finding& finding : findings)
            if (finding.verdict == Truth::undetermined && finding.lift) return finding.lift;
        return std::nullopt;
    }

    static BuiltinReading council(const ScoreResult& score)
    {
        return {score.decision,
                FindingId::council_approves,
                FindingId::council_refuses,
                FindingId::council_open,
                {},
                first_lift(score.findings)};
    }

    BuiltinReading selected(const SelectionResult* selection) const
    {
        BuiltinReading out{selection == nullptr ? Truth::undetermined : selection->chosen,
                           FindingId::selected,
                           FindingId::not_selected,
                           FindingId::selection_open,
                           {}};
        if (selection != nullptr) out.lift = first_lift(selection->findings);
        // Who is not among the candidates yet is not behind anybody.
        if (selection != nullptr && selection->chosen == Truth::fail)
            for (const Finding& finding : selection->findings)
                if (finding.id == FindingId::not_among)
                    out.lift = Lift{true,
                                    {"Đạt trạng thái được đưa vào lựa chọn trước đã.",
                                     "It reaches the state from which initiatives are selected first."},
                                    std::nullopt,
                                    std::nullopt};
        if (!round_.ruleset.selection.stated) {
            out.open = FindingId::rule_silent;
            out.arguments = {
                {"what",
                 Name{"selection", {"chọn sáng kiến tiêu biểu thế nào", "how typical initiatives are selected"}}}};
        }
        return out;
    }

    void take(const Event& event, InitiativeReport& out)
    {
        StepResult result = step(table_, now_.position, event.on, event.by, event.at, around_, event.actor);
        const std::size_t track = result.transition == nullptr ? 0 : table_.states[result.transition->to].track;
        EventReport report{{event.on, {}},
                           event.at,
                           name_of(round_.ruleset.roles, event.by),
                           event.actor,
                           result.verdict,
                           table_.states[now_.position[track]].name,
                           std::nullopt,
                           {},
                           std::move(result.findings)};
        if (result.transition != nullptr) {
            report.event = result.transition->name;
            report.citation = result.transition->citation;
        }
        if (result.to) {
            table_.move(now_.position, *result.to);
            const State& reached = table_.states[*result.to];
            report.to = reached.name;
            out.reached.push_back({reached.name, reached.kind, event.at, reached.track});
            accept(event, result.to);
        }
        out.events.push_back(std::move(report));
    }

    // What happened stays, and so do the clocks that run; others of these rules may begin with it.
    void resume(const Standing& standing)
    {
        now_.position = standing.position;
        now_.next = standing.next;
        for (const Event* taken : standing.taken) accept(*taken, std::nullopt);
        // Where each of them led by these rules is not known; where they all led to is.
        for (std::size_t i = 0; i < around_.clocks.size() && !standing.taken.empty(); ++i)
            if (around_.clocks[i].begun && !around_.clocks[i].stopped && over_for(i))
                around_.clocks[i].stopped = standing.taken.back()->at;
        for (const RunningClock& running : standing.clocks)
            for (std::size_t i = 0; i < around_.clocks.size(); ++i)
                if (round_.ruleset.clocks[i].name.id == running.id) {
                    around_.clocks[i] = running.reading;
                    starts_[i] = running.start;
                    moments_[i] = running.moment;
                    suspensions_[i] = running.suspensions;
                    reckoned_[i] = {running.ruleset, running.clock};
                    carried_[i] = running.citation;
                }
    }

    // `reached`: the state it led to.
    void accept(const Event& event, std::optional<std::uint16_t> reached)
    {
        now_.taken.push_back(&event);
        for (std::size_t i = 0; i < table_.tallied.size(); ++i)
            if (table_.tallied[i] == event.on)
                around_.taken.push_back({static_cast<std::uint16_t>(i), event.at, event.actor});
        for (std::size_t i = 0; i < around_.clocks.size(); ++i) {
            // What a step begins it does not end.
            const bool ran = around_.clocks[i].begun;
            start_clock(i);
            suspend(i, event);
            if (around_.clocks[i].begun && !around_.clocks[i].stopped &&
                (stops(i, event.on) || (ran && reached && ended_by(i, *reached))))
                around_.clocks[i].stopped = event.at;
        }
    }

    FileQuestions questions_;
};

}  // namespace sangkien::detail
