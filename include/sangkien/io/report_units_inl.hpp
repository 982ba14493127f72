// Scores, votes, quotas and indices of a report as JSON.
#pragma once

#include "report_parts_inl.hpp"

namespace sangkien::detail {

inline void put_vote(JsonWriter& out, const VoteCount& vote)
{
    out.begin_object(true);
    out.member("passed", word(vote.passed));
    out.member("agree", vote.agree);
    out.member("disagree", vote.disagree);
    out.member("abstain", vote.abstain);
    out.member("missing", vote.missing);
    out.member("base", vote.base);
    out.member("needed", vote.needed);
    out.member("fraction", vote.fraction.text());
    if (!vote.cast_by.empty()) out.member("cast_by", vote.cast_by);
    out.end_object();
}

inline void put_score(JsonWriter& out, const ScoreResult& score)
{
    out.begin_object();
    out.member("stated", score.stated);
    out.member("decision", word(score.decision));
    out.member("sitting", score.sitting);
    out.member("ballots", score.ballots);
    out.key("excluded");
    out.begin_list();
    for (const Exclusion& exclusion : score.excluded) {
        out.begin_object(true);
        out.member("member", exclusion.member);
        out.key("reason");
        put_words(out, exclusion.reason);
        out.key("citation");
        put_citation(out, exclusion.citation);
        out.end_object();
    }
    out.end_list();
    out.key("criteria");
    out.begin_list();
    for (const CriterionFigure& figure : score.criteria) {
        out.begin_object(true);
        out.key("criterion");
        put_name(out, figure.criterion);
        out.member("mean", figure.mean.text());
        out.member("points", figure.weighted.text());
        out.end_object();
    }
    out.end_list();
    if (!score.groups.empty()) {
        out.key("groups");
        out.begin_list();
        for (const GroupFigure& figure : score.groups) {
            out.begin_object(true);
            out.key("group");
            put_name(out, figure.group);
            out.member("points", figure.points.text());
            out.end_object();
        }
        out.end_list();
    }
    if (score.public_points) out.member("public_points", score.public_points->text());
    put_optional(out, "total", score.total);
    put_optional(out, "rounded", score.rounded);
    put_optional(out, "class", score.klass);
    out.member("flagged", score.flagged);
    out.key("vote");
    put_vote(out, score.vote);
    out.key("findings");
    put_findings(out, score.findings);
    out.end_object();
}

inline void put_selection(JsonWriter& out, const SelectionResult& selection)
{
    out.begin_object();
    put_optional(out, "rank", selection.rank);
    out.member("chosen", word(selection.chosen));
    if (selection.reserve) out.member("reserve", *selection.reserve);
    if (!selection.tie_broken_by.empty()) {
        out.key("tie_broken_by");
        put_texts(out, selection.tie_broken_by);
    }
    out.key("findings");
    put_findings(out, selection.findings);
    out.end_object();
}

inline void put_contribution(JsonWriter& out, const Contribution& contribution)
{
    out.begin_object();
    out.member("unit", contribution.unit);
    out.member("alone", contribution.alone.text());
    out.member("marginal", contribution.marginal.text());
    out.key("finding");
    put_finding(out, contribution.finding);
    out.end_object();
}

inline void put_quota(JsonWriter& out, const QuotaResult& quota)
{
    out.begin_object();
    out.member("rule", quota.rule);
    out.member("verdict", word(quota.verdict));
    out.member("owed", quota.owed);
    out.member("counted", quota.counted.text());
    out.member("open", quota.open);
    out.member("missing", quota.missing);
    if (quota.areas) {
        out.key("areas");
        out.begin_object(true);
        out.member("needed", quota.areas->needed);
        out.member("covered", quota.areas->covered);
        out.member("possible", quota.areas->possible);
        out.end_object();
    }
    if (quota.emulation) {
        out.key("emulation");
        out.begin_object(true);
        out.member("least", quota.emulation->least.text());
        out.member("most", quota.emulation->most.text());
        out.end_object();
    }
    out.key("findings");
    put_findings(out, quota.findings);
    out.end_object();
}

inline void put_index(JsonWriter& out, const UnitIndex& index)
{
    out.begin_object();
    out.member("total", index.total.text());
    out.member("open", index.open.text());
    out.member("max", index.max.text());
    out.member("complete", word(index.complete));
    out.key("components");
    out.begin_list();
    for (const ComponentScore& component : index.components) {
        out.begin_object();
        out.key("finding");
        put_finding(out, component.finding);
        put_optional(out, "figure", component.figure);
        put_optional(out, "points", component.points);
        out.member("least", component.least.text());
        out.member("most", component.most.text());
        out.member("max", component.max.text());
        out.end_object();
    }
    out.end_list();
    out.end_object();
}

inline void put_unit(JsonWriter& out, const UnitReport& unit)
{
    out.begin_object();
    out.key("unit");
    put_name(out, unit.name);
    out.key("kind");
    put_name(out, unit.kind);
    out.key("quota");
    out.begin_list();
    for (const QuotaResult& quota : unit.quota) put_quota(out, quota);
    out.end_list();
    out.key("index");
    if (unit.index)
        put_index(out, *unit.index);
    else
        out.null();
    out.end_object();
}

inline void put_duty(JsonWriter& out, const DutyReport& duty)
{
    out.begin_object();
    out.key("duty");
    put_name(out, duty.name);
    out.key("who");
    put_name(out, duty.who);
    put_optional(out, "due", duty.due);
    put_optional(out, "done", duty.done);
    out.member("kept", word(duty.kept));
    out.key("citation");
    put_citation(out, duty.citation);
    out.end_object();
}

inline void put_todo(JsonWriter& out, const Todo& todo)
{
    out.begin_object();
    out.member("kind", word(todo.kind));
    out.key("who");
    put_names(out, todo.who);
    put_optional(out, "unit", todo.unit);
    out.member("initiative", todo.initiative);
    out.key("what");
    put_words(out, todo.what);
    put_optional(out, "by", todo.by);
    out.member("overdue", todo.overdue);
    out.key("citation");
    put_citation(out, todo.citation);
    out.end_object();
}

}  // namespace sangkien::detail
