// The report as tables: columns with their kinds, rows of plain values.
//
// Kinds: text, texts (a tuple), whole, flag, exact (numerator, denominator), day, instant. Nothing known is None.
// python/sangkien/_table.py says what each column means to a reader.
#include "table_rows.hpp"

#include <algorithm>

namespace sangkien::python {

namespace {

std::size_t unmet(const Findings& findings)
{
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(), [](const Finding& f) { return f.verdict != Truth::pass; }));
}

void remember(std::vector<std::string>& seen, const std::string& id)
{
    if (std::find(seen.begin(), seen.end(), id) == seen.end()) seen.push_back(id);
}

void add_score(Row& row, const ScoreResult& score)
{
    py::tuple excluded(score.excluded.size());
    for (std::size_t i = 0; i < score.excluded.size(); ++i) excluded[i] = py::str(score.excluded[i].member);
    row.add(score.ballots);
    row.add(score.sitting);
    row.add(excluded);
    row.add(score.total);
    row.add(score.rounded);
    row.add(score.klass);
    row.add(score.flagged);
    row.add(score.decision);
    row.add(score.vote.passed);
    row.add(score.vote.agree);
    row.add(score.vote.disagree);
    row.add(score.vote.abstain);
    row.add(score.vote.base);
    row.add(score.vote.needed);
}

void add_contributions(Row& row, const std::vector<Contribution>& contributions)
{
    Ratio alone, marginal;
    for (const Contribution& contribution : contributions) {
        alone = alone + contribution.alone;
        marginal = marginal + contribution.marginal;
    }
    row.add(alone);
    row.add(marginal);
}

void add_unmet(Row& row, const InitiativeReport& initiative)
{
    std::size_t refused = 0, findings = unmet(initiative.score.findings);
    for (const EventReport& event : initiative.events) {
        if (event.verdict == Truth::pass) continue;
        ++refused;
        findings += unmet(event.findings);
    }
    row.add(initiative.events.size());
    row.add(refused);
    row.add(findings);
}

}  // namespace

Sheet initiatives_table(const BoundReport& bound)
{
    Sheet out{{{"id", "text"},
               {"title_vi", "text"},
               {"title_en", "text"},
               {"units", "texts"},
               {"area", "text"},
               {"level", "text"},
               {"state", "text"},
               {"state_kind", "text"},
               {"ballots", "whole"},
               {"sitting", "whole"},
               {"excluded", "texts"},
               {"total", "exact"},
               {"rounded", "exact"},
               {"class", "text"},
               {"flagged", "flag"},
               {"decision", "text"},
               {"vote", "text"},
               {"agree", "whole"},
               {"disagree", "whole"},
               {"abstain", "whole"},
               {"vote_base", "whole"},
               {"vote_needed", "whole"},
               {"rank", "whole"},
               {"selected", "text"},
               {"index_alone", "exact"},
               {"index_marginal", "exact"},
               {"events", "whole"},
               {"events_unmet", "whole"},
               {"findings_unmet", "whole"}},
              {}};
    std::vector<std::string> criteria;
    for (const InitiativeReport& initiative : bound.report.initiatives)
        for (const CriterionFigure& figure : initiative.score.criteria) remember(criteria, figure.criterion.id);
    for (const std::string& criterion : criteria) out.first.emplace_back("mean." + criterion, "exact");
    for (const InitiativeReport& initiative : bound.report.initiatives) {
        Row row(initiative.id, initiative.title, ids(initiative.units), initiative.area, initiative.level,
                initiative.state, initiative.state ? std::string(word(initiative.kind)) : std::string());
        add_score(row, initiative.score);
        row.add(initiative.selection ? initiative.selection->rank : std::nullopt);
        row.add(initiative.selection ? std::optional(initiative.selection->chosen) : std::nullopt);
        add_contributions(row, initiative.contributions);
        add_unmet(row, initiative);
        for (const std::string& criterion : criteria) row.add(initiative.score.mean(criterion));
        out.second.push_back(row.take());
    }
    return out;
}

Sheet units_table(const BoundReport& bound)
{
    Sheet out{{{"id", "text"},
               {"name_vi", "text"},
               {"name_en", "text"},
               {"kind", "text"},
               {"quota", "text"},
               {"index_total", "exact"},
               {"index_open", "exact"},
               {"index_max", "exact"},
               {"index_complete", "text"}},
              {}};
    std::vector<std::string> rules;
    for (const UnitReport& unit : bound.report.units)
        for (const QuotaResult& quota : unit.quota) remember(rules, quota.rule);
    for (const std::string& rule : rules) {
        out.first.emplace_back(rule + ".verdict", "text");
        out.first.emplace_back(rule + ".owed", "whole");
        out.first.emplace_back(rule + ".counted", "exact");
        out.first.emplace_back(rule + ".open", "whole");
        out.first.emplace_back(rule + ".missing", "whole");
    }
    for (const UnitReport& unit : bound.report.units) {
        std::optional<Truth> all;
        for (const QuotaResult& quota : unit.quota) all = all ? *all & quota.verdict : quota.verdict;
        Row row(unit.name.id, unit.name.words, unit.kind, all);
        if (unit.index && !unit.index->components.empty()) {
            row.add(unit.index->total);
            row.add(unit.index->open);
            row.add(unit.index->max);
            row.add(unit.index->complete);
        } else {
            for (int i = 0; i < 4; ++i) row.add(py::none());
        }
        for (const std::string& rule : rules) {
            const auto found = std::find_if(unit.quota.begin(), unit.quota.end(),
                                            [&](const QuotaResult& quota) { return quota.rule == rule; });
            if (found == unit.quota.end()) {
                for (int i = 0; i < 5; ++i) row.add(py::none());
                continue;
            }
            row.add(found->verdict);
            row.add(found->owed);
            row.add(found->counted);
            row.add(found->open);
            row.add(found->missing);
        }
        out.second.push_back(row.take());
    }
    return out;
}

Sheet deadlines_table(const BoundReport& bound)
{
    const Report& report = bound.report;
    Sheet out{{{"kind", "text"},
               {"id", "text"},
               {"name_vi", "text"},
               {"name_en", "text"},
               {"who", "text"},
               {"initiative", "text"},
               {"start", "day"},
               {"last_day", "day"},
               {"ends", "instant"},
               {"past", "flag"},
               {"stopped", "instant"},
               {"kept", "text"},
               {"warnings", "whole"},
               {"rulebook", "text"},
               {"clause", "text"},
               {"provenance", "text"}},
              {}};
    const auto add = [&](Row row, const Deadline& deadline, const std::optional<Instant>& stopped,
                         const std::optional<Truth>& kept, std::size_t warnings, const Citation& citation) {
        const bool known = deadline.determined;
        row.add(known ? std::optional(deadline.last_day) : std::nullopt);
        row.add(known ? std::optional(deadline.ends) : std::nullopt);
        row.add(known ? std::optional(deadline.ends <= report.as_of) : std::nullopt);
        row.add(stopped);
        row.add(kept);
        row.add(warnings);
        row.add(citation);
        out.second.push_back(row.take());
    };
    for (const MilestoneReport& milestone : report.milestones)
        add(Row("milestone", milestone.name, milestone.name.words, milestone.who, py::none(), py::none()),
            milestone.deadline, {}, {}, milestone.warnings.size(), milestone.citation);
    for (const InitiativeReport& initiative : report.initiatives)
        for (const ClockReport& clock : initiative.clocks)
            add(Row("clock", clock.name, clock.name.words, clock.who, initiative.id, clock.start),
                clock.reading.determined ? clock.reading.end : Deadline{}, clock.reading.stopped, clock.kept, 0,
                clock.citation);
    return out;
}

Sheet todo_table(const BoundReport& bound)
{
    Sheet out{{{"kind", "text"},
               {"who", "texts"},
               {"unit", "text"},
               {"initiative", "text"},
               {"what_vi", "text"},
               {"what_en", "text"},
               {"by", "instant"},
               {"overdue", "flag"},
               {"rulebook", "text"},
               {"clause", "text"},
               {"provenance", "text"}},
              {}};
    for (const Todo& todo : bound.report.todo)
        out.second.push_back(Row(word(todo.kind), ids(todo.who), todo.unit, todo.initiative, todo.what, todo.by,
                                 todo.overdue, todo.citation)
                                 .take());
    return out;
}

Sheet index_table(const BoundReport& bound)
{
    Sheet out{{{"unit", "text"},
               {"area", "text"},
               {"component", "text"},
               {"name_vi", "text"},
               {"name_en", "text"},
               {"input", "text"},
               {"figure", "exact"},
               {"points", "exact"},
               {"least", "exact"},
               {"most", "exact"},
               {"max", "exact"},
               {"verdict", "text"},
               {"rulebook", "text"},
               {"clause", "text"},
               {"provenance", "text"}},
              {}};
    const Ruleset* ruleset = bound.rules->on(bound.report.rules_on);
    if (ruleset == nullptr) return out;
    const IndexTree& tree = ruleset->index;
    for (const UnitReport& unit : bound.report.units) {
        if (!unit.index) continue;
        for (const ComponentScore& score : unit.index->components) {
            // A choice of the season changes values of the tree, never its components.
            const IndexComponent& component = tree.components.at(score.component);
            out.second.push_back(Row(unit.name, tree.areas.at(component.area).name, component.name,
                                     component.name.words, word(component.input), score.figure, score.points,
                                     score.least, score.most, score.max, score.finding.verdict, component.citation)
                                     .take());
        }
    }
    return out;
}

}  // namespace sangkien::python
