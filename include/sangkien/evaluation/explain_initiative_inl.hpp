// Milestones and initiatives as nodes: deadlines step by step, the events that led to a state, each with its guards.
#pragma once

#include "explain_beside_inl.hpp"

namespace sangkien::detail {

inline Explanation deadline_node(const ExplainContext& context, const Deadline& deadline, const Name& of,
                                 std::string path, const std::string& rule)
{
    Explanation out;
    out.of = Explained::deadline;
    out.path = std::move(path);
    out.title = say(phrases::deadline, {{"name", plain(of)}});
    if (!deadline.determined) out.verdict = Truth::undetermined;
    context.place(out, rule);
    out.values = {{"determined", deadline.determined}};
    if (deadline.determined) {
        out.value = last_moment(deadline);
        out.values.push_back({"last_day", deadline.last_day});
        out.values.push_back({"ends", last_moment(deadline)});
    }
    if (deadline.provisional) out.values.push_back({"provisional", true});
    add_findings(context, out, deadline.steps, "steps", rule);
    return out;
}

inline Explanation milestone_node(const ExplainContext& context, std::size_t position)
{
    const MilestoneReport& of = context.report.milestones[position];
    const std::string rule = "schedule." + of.name.id;
    Explanation out;
    out.of = Explained::milestone;
    out.path = below("", "milestones", position);
    out.id = of.name.id;
    out.title = say(phrases::milestone, {{"name", plain(of.name)}});
    if (of.deadline.determined) out.value = last_moment(of.deadline);
    context.place(out, rule);
    context.cite(out, of.citation);
    context.read_as(out, of.choices);
    out.values = {{"milestone", of.name}, {"who", of.who}, {"past", of.past}};
    out.children.push_back(deadline_node(context, of.deadline, of.name, below(out.path, "deadline"), rule));
    add_findings(context, out, of.warnings, "warnings", rule);
    return out;
}

inline Explanation clock_node(const ExplainContext& context, std::size_t initiative, std::size_t position)
{
    const ClockReport& of = context.report.initiatives[initiative].clocks[position];
    const std::string rule = "clocks." + of.name.id;
    Explanation out;
    out.of = Explained::clock;
    out.path = below(below("", "initiatives", initiative), "clocks", position);
    out.id = of.name.id;
    out.title = say(phrases::clock, {{"name", plain(of.name)}});
    out.verdict = of.kept;
    if (of.reading.determined) out.value = last_moment(of.reading.end);
    context.place(out, rule);
    context.cite(out, of.citation);
    out.inputs = {{"start", of.start}};
    if (of.reading.stopped)
        out.inputs.push_back({"stopped", *of.reading.stopped});
    else
        out.nothing.push_back("stopped");
    out.values = {{"clock", of.name}, {"who", of.who}, {"kept", of.kept}};
    out.children.push_back(deadline_node(context, of.reading.end, of.name, below(out.path, "deadline"), rule));
    return out;
}

inline Explanation selection_node(const ExplainContext& context, std::size_t initiative)
{
    const InitiativeReport& of = context.report.initiatives[initiative];
    Explanation out;
    out.of = Explained::selection;
    out.path = below(below("", "initiatives", initiative), "selection");
    out.id = "selection";
    out.title = say(phrases::selection, {{"id", plain(of.id)}});
    out.verdict = of.selection->chosen;
    context.place(out, "selection");
    put_or_nothing(out, "rank", of.selection->rank);
    if (of.selection->rank) out.value = *of.selection->rank;
    out.values.push_back({"chosen", of.selection->chosen});
    add_findings(context, out, of.selection->findings, "findings", "selection");
    return out;
}

// What a condition asked elsewhere: the deadline, the period, the council, the selection.
inline void add_because(const ExplainContext& context, std::size_t initiative, const Finding& finding,
                        Explanation& node)
{
    const InitiativeReport& of = context.report.initiatives[initiative];
    const auto named = [&](std::string_view key) {
        const std::string id = name_in(finding, key);
        if (const auto at =
                position_of(context.report.milestones, [&](const MilestoneReport& one) { return one.name.id == id; })) {
            Explanation whole = milestone_node(context, *at);
            node.children.push_back(std::move(whole.children.front()));
        } else if (const auto clock =
                       position_of(of.clocks, [&](const ClockReport& one) { return one.name.id == id; })) {
            node.children.push_back(clock_node(context, initiative, *clock));
        }
    };
    switch (finding.id) {
        case FindingId::in_time:
        case FindingId::late:
        case FindingId::deadline_unknown: return named("deadline");
        case FindingId::within_period:
        case FindingId::within_period_surely:
        case FindingId::period_over: return named("clock");
        case FindingId::council_approves:
        case FindingId::council_refuses:
        case FindingId::council_open: node.children.push_back(score_node(context, initiative)); return;
        case FindingId::selected:
        case FindingId::not_selected:
        case FindingId::selection_open:
            if (of.selection) node.children.push_back(selection_node(context, initiative));
            return;
        default: return;
    }
}

inline void add_conditions(const ExplainContext& context, std::size_t initiative, const Findings& findings,
                           const std::string& rule, Explanation& node)
{
    for (std::size_t i = 0; i < findings.size(); ++i) {
        Explanation one = finding_node(context, findings[i], below(node.path, "findings", i), rule);
        add_because(context, initiative, findings[i], one);
        node.children.push_back(std::move(one));
    }
}

inline Explanation event_node(const ExplainContext& context, std::size_t initiative, std::size_t position)
{
    const EventReport& of = context.report.initiatives[initiative].events[position];
    Explanation out;
    out.of = Explained::event;
    out.path = below(below("", "initiatives", initiative), "events", position);
    out.id = of.event.id;
    out.title = say(phrases::event, {{"at", shown(Datum(of.at))}, {"event", plain(of.event)}, {"by", plain(of.by)}});
    out.verdict = of.verdict;
    out.sentence = of.to ? say(phrases::event_to, {{"from", plain(of.from)}, {"to", plain(*of.to)}})
                         : say(phrases::event_stays, {{"from", plain(of.from)}});
    std::string rule = "lifecycle.transitions." + of.event.id;
    if (!at_path(context.ruleset->effective.tree.root(), rule)) rule.clear();
    context.place(out, rule);
    context.cite(out, of.citation);
    // The events up to the report's instant are those of the season, in its order.
    const std::vector<Event>& recorded = context.season.initiatives[initiative].events;
    if (position < recorded.size()) out.stated = StatedPlace{out.path, recorded[position].mark};
    out.inputs = {{"event", of.event}, {"at", of.at}, {"by", of.by}, {"actor", of.actor}};
    out.values = {{"verdict", of.verdict}, {"from", of.from}};
    put_or_nothing(out, "to", of.to);
    add_conditions(context, initiative, of.findings, rule, out);
    return out;
}

// The event of the report that led to the n-th state reached.
inline std::optional<std::size_t> accepted_event(const InitiativeReport& of, std::size_t nth)
{
    for (std::size_t i = 0; i < of.events.size(); ++i)
        if (of.events[i].to && nth-- == 0) return i;
    return std::nullopt;
}

inline Explanation reached_node(const ExplainContext& context, std::size_t initiative, std::size_t position)
{
    const Reached& of = context.report.initiatives[initiative].reached[position];
    Explanation out;
    out.of = Explained::reached;
    out.path = below(below("", "initiatives", initiative), "reached", position);
    out.id = of.state.id;
    out.title = say(phrases::reached, {{"state", plain(of.state)}, {"at", shown(Datum(of.at))}});
    out.value = of.state;
    context.place(out, "lifecycle.states." + of.state.id);
    out.values = {{"state", of.state}, {"at", of.at}};
    return out;
}

inline Explanation state_node(const ExplainContext& context, std::size_t initiative, std::string_view key = "state")
{
    const InitiativeReport& of = context.report.initiatives[initiative];
    Explanation out;
    out.of = Explained::state;
    out.path = below(below("", "initiatives", initiative), key);
    out.id = key;
    out.title = say(phrases::state, {{"id", plain(of.id)}});
    out.sentence = say(of.state ? phrases::state_first : phrases::state_none, {});
    if (of.state) {
        out.value = key == "state" ? Datum(*of.state) : Datum(std::string(word(of.kind)));
        context.place(out, "lifecycle.states." + of.state->id);
    }
    for (const EventReport& event : of.events)
        if (event.to && of.state && event.to->id == of.state->id)
            out.sentence = say(phrases::state_by, {{"event", plain(event.event)}, {"at", shown(Datum(event.at))}});
    for (std::size_t i = 0; i < of.events.size(); ++i) out.children.push_back(event_node(context, initiative, i));
    return out;
}

inline Explanation contribution_node(const ExplainContext& context, std::size_t initiative, std::size_t position)
{
    const InitiativeReport& report = context.report.initiatives[initiative];
    const Contribution& of = report.contributions[position];
    Explanation out;
    out.of = Explained::contribution;
    out.path = below(below("", "initiatives", initiative), "contributions", position);
    out.title = say(phrases::contribution, {{"id", plain(report.id)}, {"unit", plain(of.unit)}});
    out.value = of.marginal;
    const std::vector<IndexComponent>& components = context.ruleset->index.components;
    const std::string rule = of.component < components.size() ? components[of.component].path : "index";
    context.place(out, rule);
    out.values = {{"unit", of.unit}, {"alone", of.alone}, {"marginal", of.marginal}};
    out.children.push_back(finding_node(context, of.finding, below(out.path, "finding"), rule));
    return out;
}

inline Explanation next_node(const ExplainContext& context, std::size_t initiative, std::size_t position)
{
    const NextStep& of = context.report.initiatives[initiative].next[position];
    const std::string rule = "lifecycle.transitions." + of.name.id;
    Explanation out;
    out.of = Explained::next;
    out.path = below(below("", "initiatives", initiative), "next", position);
    out.id = of.name.id;
    out.title = say(phrases::next, {{"name", plain(of.name)}});
    out.verdict = of.verdict;
    context.place(out, rule);
    context.cite(out, of.citation);
    out.values = {{"step", of.name}, {"by", of.by}, {"verdict", of.verdict}};
    add_conditions(context, initiative, of.findings, rule, out);
    return out;
}

// `only`: the key of the one part that is asked for; empty: all.
inline Explanation initiative_node(const ExplainContext& context, std::size_t position, std::string_view only)
{
    const InitiativeReport& of = context.report.initiatives[position];
    Explanation out;
    out.of = Explained::initiative;
    out.path = below("", "initiatives", position);
    out.id = of.id;
    out.title = say(phrases::initiative, {{"id", plain(of.id)}, {"title", of.title}});
    if (of.state) out.value = *of.state;
    out.stated = StatedPlace{out.path, context.season.initiatives[position].mark};
    out.inputs = {{"id", of.id}, {"title", Name{"", of.title}}, {"units", of.units}};
    if (of.area) out.inputs.push_back({"area", *of.area});
    if (!of.area) out.nothing.push_back("area");
    if (of.level) out.inputs.push_back({"level", *of.level});
    if (!of.level) out.nothing.push_back("level");
    put_or_nothing(out, "state", of.state);
    out.values.push_back({"kind", std::string(word(of.kind))});
    const auto wanted = [&](std::string_view key) { return only.empty() || only == key; };
    const auto each = [&](const char* key, std::size_t count,
                          Explanation (*node)(const ExplainContext&, std::size_t, std::size_t)) {
        for (std::size_t i = 0; i < count && wanted(key); ++i) out.children.push_back(node(context, position, i));
    };
    each("tracks", of.tracks.size(), track_node);
    each("reached", of.reached.size(), reached_node);
    each("events", of.events.size(), event_node);
    each("clocks", of.clocks.size(), clock_node);
    if (wanted("score")) out.children.push_back(score_node(context, position));
    if (!of.selection) out.nothing.push_back("selection");
    if (of.selection && wanted("selection")) out.children.push_back(selection_node(context, position));
    each("contributions", of.contributions.size(), contribution_node);
    each("next", of.next.size(), next_node);
    each("duties", of.duties.size(), open_duty_node);
    return out;
}

}  // namespace sangkien::detail
