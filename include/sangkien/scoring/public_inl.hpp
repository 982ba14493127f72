// Points from the public, and the points of groups of criteria.
#pragma once

#include "score.hpp"

#include "words_inl.hpp"

namespace sangkien::detail {

// `points` times votes over the most votes, rounded where the paper says so. Nothing when nobody has a vote.
inline std::optional<Ratio> public_points(const PublicRule& rule, std::int64_t votes, std::int64_t most)
{
    if (most <= 0) return std::nullopt;
    const Ratio exact = rule.points * Ratio(votes, most);
    return rule.mode ? round(exact, rule.places, *rule.mode).ratio() : exact;
}

// The points of the public among the remarks, or what is missing of them.
inline Finding public_finding(const Rubric& rubric, const Seating& seating, ScoreResult& result)
{
    const PublicRule& rule = *rubric.public_votes;
    if (seating.public_votes) result.public_points = public_points(rule, *seating.public_votes, seating.most_votes);
    Finding out;
    out.id = result.public_points ? FindingId::public_scored : FindingId::public_open;
    out.verdict = result.public_points ? Truth::pass : Truth::undetermined;
    out.citations = rule.citations;
    out.choices = choices_under(rubric, "scoring.public-votes");
    if (seating.public_votes) out.inputs = {{"votes", *seating.public_votes}, {"most", seating.most_votes}};
    if (result.public_points)
        out.values = {{"of", rule.points}, {"points", *result.public_points}};
    else
        out.values = {{"of", rule.points}};
    if (!result.public_points)
        out.lift =
            Lift{true, {"Ghi số phiếu bình chọn của sáng kiến.", "State the public votes of the initiative."}, {}, {}};
    return out;
}

// The points of every group, in its own points: those of the criteria in it, of groups in it too.
inline std::vector<GroupFigure> group_figures(const Rubric& rubric, const std::vector<CriterionFigure>& criteria)
{
    std::vector<GroupFigure> out;
    for (const CriterionGroup& group : rubric.groups) out.push_back({group.name, Ratio(0)});
    for (std::size_t i = 0; i < criteria.size(); ++i) {
        if (rubric.criteria[i].counts != CountsAs::base) continue;
        for (std::size_t at = rubric.criteria[i].group; at != Criterion::no_group; at = rubric.groups[at].parent)
            if (rubric.groups[at].factor != Ratio(0))
                out[at].points = out[at].points + criteria[i].weighted / rubric.groups[at].factor;
    }
    return out;
}

}  // namespace sangkien::detail
