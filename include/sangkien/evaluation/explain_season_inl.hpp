// What concerns the season as a whole: rules in use, readings, silences, duties, what is to be done.
#pragma once

#include "explain_units_inl.hpp"

namespace sangkien::detail {

inline Explanation season_node(const ExplainContext& context)
{
    const Report& of = context.report;
    Explanation out;
    out.of = Explained::value;
    out.path = "/season";
    out.id = "season";
    out.title = say(phrases::season, {{"id", plain(of.season)}});
    out.sentence = say(phrases::season_rules, {{"on", shown(Datum(of.rules_on))},
                                               {"known", of.known_on ? shown(Datum(*of.known_on)) : Words{}}});
    out.stated = StatedPlace{"/opened", context.season.opened_mark};
    out.inputs = {{"id", of.season},
                  {"title", Name{"", of.title}},
                  {"year", std::int64_t{of.year}},
                  {"recognising_unit", of.recognising_unit},
                  {"sha256", of.season_digest}};
    out.values = {{"rules_on", of.rules_on}};
    if (of.known_on) out.values.push_back({"known_on", *of.known_on});
    return out;
}

inline Explanation rulebook_node(const ExplainContext& context, std::size_t position)
{
    const RulebookUse& of = context.report.rulebooks[position];
    Explanation out;
    out.of = Explained::rulebook;
    out.path = below("", "rulebooks", position);
    out.id = of.id;
    out.title =
        say(phrases::rulebook, {{"id", plain(of.id)}, {"title", of.title.empty() ? plain(of.number) : of.title}});
    out.value = of.number;
    out.inputs = {{"id", of.id},
                  {"layer", std::string(word(of.layer))},
                  {"number", of.number},
                  {"title", Name{"", of.title}},
                  {"provenance", std::string(word(of.provenance))},
                  {"sha256", of.digest}};
    return out;
}

inline std::vector<Name> names_of(const std::vector<std::string>& texts)
{
    std::vector<Name> out;
    for (const std::string& text : texts) out.push_back({text, {}});
    return out;
}

inline Explanation choice_node(const ExplainContext& context, std::size_t position)
{
    const Reading& of = context.report.readings[position];
    Explanation out;
    out.of = Explained::choice;
    out.path = below("", "choices", position);
    out.id = of.path;
    out.title = say(phrases::choice, {{"path", plain(of.path)}});
    out.value = of.value;
    const std::vector<Name> offered = names_of(of.offered);
    out.sentence = say(of.chosen_by == "season" ? phrases::chosen_by_season : phrases::chosen_by_book,
                       {{"by", plain(of.chosen_by)}, {"value", plain(of.value)}, {"offered", shown(Datum(offered))}});
    context.place(out, of.path);
    context.cite(out, of.citation);
    if (of.chosen_by == "season")
        for (const Choice& choice : context.season.choices)
            if (choice.path == of.path) out.stated = StatedPlace{"/choices/" + of.path, choice.mark};
    out.values = {{"path", of.path}, {"value", of.value}, {"chosen_by", of.chosen_by}, {"offered", offered}};
    return out;
}

inline Explanation silence_node(const ExplainContext& context, std::size_t position)
{
    const Silence& of = context.report.silences[position];
    Explanation out;
    out.of = Explained::silence;
    out.path = below("", "silences", position);
    out.id = of.path;
    out.title = say(phrases::silence, {{"path", plain(of.path)}});
    out.sentence = of.words;
    if (!of.clause.empty()) {
        const Rulebook* book = context.rules.rulebook(of.rulebook);
        const Clause* clause = book == nullptr ? nullptr : book->clause(of.clause);
        const Provenance paper = book == nullptr ? Provenance::unverified : book->document.provenance;
        context.cite(out, {of.rulebook, of.clause, clause == nullptr ? paper : clause->provenance.value_or(paper)});
    }
    out.values = {{"path", of.path}, {"rulebook", of.rulebook}, {"clause", of.clause}, {"words", Name{"", of.words}}};
    return out;
}

inline Explanation ranking_node(const ExplainContext& context, std::size_t position)
{
    const std::size_t initiative = context.report.ranking[position];
    const InitiativeReport& of = context.report.initiatives[initiative];
    Explanation out;
    out.of = Explained::ranking;
    out.path = below("", "ranking", position);
    out.id = of.id;
    out.title = say(phrases::ranking, {{"id", plain(of.id)}});
    out.verdict = of.selection->chosen;
    out.value = *of.selection->rank;
    out.values = {{"rank", *of.selection->rank}, {"initiative", of.id}, {"chosen", of.selection->chosen}};
    out.children.push_back(selection_node(context, initiative));
    return out;
}

inline Explanation duty_node(const ExplainContext& context, std::size_t position)
{
    const DutyReport& of = context.report.duties[position];
    Explanation out;
    out.of = Explained::duty;
    out.path = below("", "duties", position);
    out.id = of.name.id;
    out.title = say(phrases::duty, {{"name", plain(of.name)}, {"who", plain(of.who)}});
    out.verdict = of.kept;
    out.sentence = say(of.done ? phrases::duty_done : phrases::duty_open,
                       {{"done", of.done ? shown(Datum(*of.done)) : Words{}}, {"due", shown_limit(of.due)}});
    context.place(out, "duties." + of.name.id);
    context.cite(out, of.citation);
    for (std::size_t i = 0; i < context.season.duties.size(); ++i)
        if (context.season.duties[i].duty == of.name.id && of.done == context.season.duties[i].at)
            out.stated = StatedPlace{below("", "duties", i), context.season.duties[i].mark};
    out.values = {{"duty", of.name}, {"who", of.who}};
    put_or_nothing(out, "due", of.due);
    put_or_nothing(out, "done", of.done);
    out.values.push_back({"kept", of.kept});
    for (const Duty& rule : context.ruleset->duties)
        if (rule.name.id == of.name.id)
            if (const auto at = position_of(context.report.milestones,
                                            [&](const MilestoneReport& one) { return one.name.id == rule.due; }))
                out.children.push_back(std::move(milestone_node(context, *at).children.front()));
    return out;
}

// What a task comes from: the duty, the unit's quota, the step that may be taken or waits for something.
inline void add_task_source(const ExplainContext& context, const Todo& of, Explanation& node)
{
    const Report& report = context.report;
    if (of.kind == TodoKind::duty) {
        for (std::size_t i = 0; i < report.duties.size(); ++i)
            if (of.initiative.empty() && report.duties[i].name.words.en == of.what.en &&
                report.duties[i].citation == of.citation)
                node.children.push_back(duty_node(context, i));
        return;
    }
    if (of.unit) {
        for (std::size_t u = 0; u < report.units.size(); ++u)
            for (std::size_t q = 0; report.units[u].name.id == of.unit->id && q < report.units[u].quota.size(); ++q)
                if (report.units[u].quota[q].verdict != Truth::pass) node.children.push_back(quota_node(context, u, q));
        return;
    }
    for (std::size_t i = 0; i < report.initiatives.size(); ++i) {
        if (report.initiatives[i].id != of.initiative) continue;
        const std::vector<NextStep>& next = report.initiatives[i].next;
        for (std::size_t n = 0; n < next.size(); ++n) {
            const bool meant = of.kind == TodoKind::step ? next[n].name.words.en == of.what.en
                                                         : next[n].verdict == Truth::undetermined;
            if (meant) node.children.push_back(next_node(context, i, n));
        }
    }
}

inline Explanation todo_node(const ExplainContext& context, std::size_t position)
{
    const Todo& of = context.report.todo[position];
    Explanation out;
    out.of = Explained::todo;
    out.path = below("", "todo", position);
    out.title = say(phrases::todo, {});
    out.sentence = of.what;
    context.cite(out, of.citation);
    out.values = {{"kind", std::string(word(of.kind))}, {"who", of.who}};
    put_or_nothing(out, "unit", of.unit);
    out.values.push_back({"initiative", of.initiative});
    out.values.push_back({"what", Name{"", of.what}});
    put_or_nothing(out, "by", of.by);
    out.values.push_back({"overdue", of.overdue});
    add_task_source(context, of, out);
    return out;
}

}  // namespace sangkien::detail
