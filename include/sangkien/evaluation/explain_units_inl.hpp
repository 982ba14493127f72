// Units as nodes: what each owes and has, and its index component by component.
#pragma once

#include "explain_initiative_inl.hpp"

namespace sangkien::detail {

// Whether an initiative counts hangs on what became of it.
inline void add_standing(const ExplainContext& context, const Finding& finding, Explanation& node)
{
    const bool standing = finding.id == FindingId::counts_not_reached || finding.id == FindingId::counts_reached_open ||
                          finding.id == FindingId::counts_not_in_time || finding.id == FindingId::counts_in_time_open ||
                          finding.id == FindingId::counts_not_withdrawn;
    if (!standing) return;
    const std::string id = name_in(finding, "initiative");
    if (const auto at =
            position_of(context.report.initiatives, [&](const InitiativeReport& one) { return one.id == id; }))
        node.children.push_back(state_node(context, *at));
}

inline Explanation quota_node(const ExplainContext& context, std::size_t unit, std::size_t position)
{
    const UnitReport& owner = context.report.units[unit];
    const QuotaResult& of = owner.quota[position];
    const std::string rule = "quota." + of.rule;
    Explanation out;
    out.of = Explained::quota;
    out.path = below(below("", "units", unit), "quota", position);
    out.id = of.rule;
    Name name{of.rule, {}};
    for (const QuotaRule& known : context.ruleset->quotas)
        if (known.name.id == of.rule) {
            name = known.name;
            context.cite(out, known.citation);
        }
    out.title = say(phrases::quota, {{"name", plain(name)}, {"unit", plain(owner.name)}});
    out.verdict = of.verdict;
    context.place(out, rule);
    out.values = {{"rule", of.rule},       {"verdict", of.verdict}, {"owed", of.owed},
                  {"counted", of.counted}, {"open", of.open},       {"missing", of.missing}};
    for (std::size_t i = 0; i < of.findings.size(); ++i) {
        Explanation one = finding_node(context, of.findings[i], below(out.path, "findings", i), rule);
        add_standing(context, of.findings[i], one);
        out.children.push_back(std::move(one));
    }
    return out;
}

// How a figure becomes points: the step that applies, the share, or all for a yes.
inline Words scoring_words(const IndexComponent& component, const ComponentScore& score)
{
    const ScoreFunction& rule = component.score;
    if (rule.kind == ScoreKind::yes_no) return say(phrases::scoring_yes_no, {{"max", shown(Datum(component.max))}});
    const Ratio figure = *score.figure;
    if (rule.kind == ScoreKind::proportion)
        return say(phrases::scoring_share, {{"figure", shown(Datum(figure))},
                                            {"max", shown(Datum(component.max))},
                                            {"points", shown(Datum(score.least))},
                                            {"floor", rule.floor ? shown(Datum(*rule.floor)) : Words{}}});
    std::size_t at = 0;
    while (at + 1 < rule.steps.size() && rule.steps[at + 1].from <= figure) ++at;
    return say(phrases::scoring_step,
               {{"from", shown(Datum(rule.steps[at].from))},
                {"points", shown(Datum(rule.steps[at].points))},
                {"next", at + 1 < rule.steps.size() ? shown(Datum(rule.steps[at + 1].from)) : Words{}}});
}

inline std::optional<StatedPlace> index_entry_place(const ExplainContext& context, const std::string& unit,
                                                    const std::string& component)
{
    const auto at = position_of(context.season.index, [&](const IndexEntry& entry) {
        return entry.unit == unit && entry.component == component;
    });
    if (!at) return std::nullopt;
    return StatedPlace{below("", "index", *at), context.season.index[*at].mark};
}

// The initiatives that surely count for a component of a unit.
inline void add_contributions(const ExplainContext& context, const std::string& unit, std::size_t component,
                              Explanation& node)
{
    for (std::size_t i = 0; i < context.report.initiatives.size(); ++i) {
        const std::vector<Contribution>& all = context.report.initiatives[i].contributions;
        for (std::size_t c = 0; c < all.size(); ++c)
            if (all[c].unit == unit && all[c].component == component)
                node.children.push_back(contribution_node(context, i, c));
    }
}

inline Explanation component_node(const ExplainContext& context, std::size_t unit, std::size_t position)
{
    const UnitReport& owner = context.report.units[unit];
    const ComponentScore& of = owner.index->components[position];
    const IndexComponent& component = context.ruleset->index.components.at(of.component);
    Explanation out;
    out.of = Explained::component;
    out.path = below(below(below("", "units", unit), "index"), "components", position);
    out.id = component.name.id;
    out.title = say(phrases::component, {{"name", plain(component.name)}});
    out.verdict = of.finding.verdict;
    if (of.points) out.value = *of.points;
    context.place(out, component.path);
    context.cite(out, component.citation);
    out.stated = index_entry_place(context, owner.name.id, component.name.id);
    put_or_nothing(out, "figure", of.figure);
    put_or_nothing(out, "points", of.points);
    for (const auto& [key, value] :
         {std::pair("least", of.least), std::pair("most", of.most), std::pair("max", of.max)})
        out.values.push_back({key, value});
    out.children.push_back(finding_node(context, of.finding, below(out.path, "finding"), component.path));
    if (of.figure) {
        Explanation how;
        how.of = Explained::scoring;
        how.title = say(phrases::scoring, {});
        how.sentence = scoring_words(component, of);
        context.place(how, component.path + ".score");
        context.cite(how, component.score.citation);
        out.children.push_back(std::move(how));
    }
    if (component.input == IndexInput::initiatives) add_contributions(context, owner.name.id, of.component, out);
    return out;
}

inline Explanation index_node(const ExplainContext& context, std::size_t unit)
{
    const UnitReport& owner = context.report.units[unit];
    const UnitIndex& of = *owner.index;
    Explanation out;
    out.of = Explained::index;
    out.path = below(below("", "units", unit), "index");
    out.id = "index";
    out.title = say(phrases::index, {{"unit", plain(owner.name)}});
    out.verdict = of.complete;
    out.value = of.total;
    context.place(out, "index");
    context.cite(out, context.ruleset->index.citation);
    out.values = {{"total", of.total}, {"open", of.open}, {"max", of.max}, {"complete", of.complete}};
    for (std::size_t i = 0; i < of.components.size(); ++i) out.children.push_back(component_node(context, unit, i));
    return out;
}

inline Explanation unit_node(const ExplainContext& context, std::size_t position, std::string_view only)
{
    const UnitReport& of = context.report.units[position];
    Explanation out;
    out.of = Explained::unit;
    out.path = below("", "units", position);
    out.id = of.name.id;
    out.title = say(phrases::unit, {{"name", plain(of.name)}});
    if (position < context.season.units.size()) out.stated = StatedPlace{out.path, context.season.units[position].mark};
    out.inputs = {{"unit", of.name}, {"kind", of.kind}};
    for (std::size_t i = 0; i < of.quota.size() && only != "index"; ++i)
        out.children.push_back(quota_node(context, position, i));
    if (!of.index) out.nothing.push_back("index");
    if (of.index && (only.empty() || only == "index")) out.children.push_back(index_node(context, position));
    return out;
}

// The same under one roof: /index is no value of the report, and asked for often.
inline Explanation indices_node(const ExplainContext& context)
{
    Explanation out;
    out.of = Explained::list;
    out.path = "/index";
    out.id = "index";
    out.title = say(phrases::indices, {});
    context.place(out, "index");
    for (std::size_t i = 0; i < context.report.units.size(); ++i)
        if (context.report.units[i].index) out.children.push_back(index_node(context, i));
    return out;
}

}  // namespace sangkien::detail
