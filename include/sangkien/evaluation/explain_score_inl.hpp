// What the council made of an initiative: ballots, criteria, figure, rounding, class, vote.
#pragma once

#include "explain_rules_inl.hpp"

namespace sangkien::detail {

// The ballots that the figure of an initiative was taken from, with their places in the season.
struct CountedBallots {
    std::vector<const Ballot*> ballots;

    CountedBallots(const ExplainContext& context, std::size_t initiative)
    {
        const Seating seating = seat_council(context.ruleset->rubric, context.season,
                                             context.season.initiatives[initiative], context.report.as_of);
        for (const Seat& seat : seating.seats)
            if (seat.ballot != nullptr && ballot_total(context.ruleset->rubric, *seat.ballot))
                ballots.push_back(seat.ballot);
    }
};

inline StatedPlace ballot_place(const ExplainContext& context, const Ballot& ballot)
{
    const auto position = static_cast<std::size_t>(&ballot - context.season.ballots.data());
    return {below("", "ballots", position), ballot.mark};
}

// A ballot is no value of the report, so it has no path in it.
inline Explanation ballot_node(const ExplainContext& context, const Ballot& ballot, std::optional<Datum> value)
{
    Explanation out;
    out.of = Explained::ballot;
    out.id = ballot.member;
    out.title = say(phrases::ballot, {{"member", plain(ballot.member)}});
    out.value = std::move(value);
    out.stated = ballot_place(context, ballot);
    return out;
}

inline Explanation criterion_node(const ExplainContext& context, const ScoreResult& score, std::string path,
                                  std::size_t position, const CountedBallots& counted)
{
    const CriterionFigure& figure = score.criteria[position];
    Explanation out;
    out.of = Explained::criterion;
    out.path = std::move(path);
    out.id = figure.criterion.id;
    out.title = say(phrases::criterion, {{"name", plain(figure.criterion)}});
    out.value = figure.mean;
    out.sentence =
        say(phrases::criterion_mean, {{"count", shown(Datum(static_cast<std::int64_t>(counted.ballots.size())))},
                                      {"mean", shown(Datum(figure.mean))},
                                      {"points", shown(Datum(figure.weighted))}});
    context.place(out, "scoring.criteria." + figure.criterion.id);
    if (const std::size_t at = context.ruleset->rubric.criterion(figure.criterion.id);
        at < context.ruleset->rubric.criteria.size())
        for (const Citation& citation : context.ruleset->rubric.criteria[at].citations) context.cite(out, citation);
    out.values = {{"criterion", figure.criterion}, {"mean", figure.mean}, {"points", figure.weighted}};
    for (const Ballot* ballot : counted.ballots)
        for (const Score& given : ballot->scores)
            if (given.criterion == figure.criterion.id)
                out.children.push_back(ballot_node(context, *ballot, given.value));
    return out;
}

inline Explanation exclusion_node(const ExplainContext& context, const Exclusion& exclusion, std::string path)
{
    Explanation out;
    out.of = Explained::exclusion;
    out.path = std::move(path);
    out.id = exclusion.member;
    out.title = say(phrases::exclusion, {{"member", plain(exclusion.member)}});
    out.sentence = exclusion.reason;
    context.cite(out, exclusion.citation);
    out.inputs = {{"member", exclusion.member}};
    out.values = {{"reason", Name{"", exclusion.reason}}};
    return out;
}

inline Explanation vote_node(const ExplainContext& context, const ScoreResult& score, std::string path)
{
    const VoteCount& vote = score.vote;
    Explanation out;
    out.of = Explained::value;
    out.path = std::move(path);
    out.title = say(phrases::vote, {});
    out.verdict = vote.passed;
    context.place(out, "scoring.vote");
    if (context.ruleset->rubric.vote)
        for (const Citation& citation : context.ruleset->rubric.vote->citations) context.cite(out, citation);
    out.inputs = {
        {"agree", vote.agree}, {"disagree", vote.disagree}, {"abstain", vote.abstain}, {"missing", vote.missing}};
    out.values = {{"passed", vote.passed}, {"base", vote.base}, {"needed", vote.needed}, {"fraction", vote.fraction}};
    return out;
}

template <class Value>
void put_or_nothing(Explanation& node, const char* key, const std::optional<Value>& value)
{
    if (value)
        node.values.push_back({key, *value});
    else
        node.nothing.push_back(key);
}

inline Explanation score_node(const ExplainContext& context, std::size_t initiative)
{
    const InitiativeReport& of = context.report.initiatives[initiative];
    const ScoreResult& score = of.score;
    Explanation out;
    out.of = Explained::score;
    out.path = below(below("", "initiatives", initiative), "score");
    out.id = "score";
    out.title = say(phrases::score, {{"id", plain(of.id)}});
    out.verdict = score.decision;
    context.place(out, "scoring");
    if (score.stated) context.cite(out, context.ruleset->rubric.citation);
    out.values = {{"stated", score.stated},
                  {"decision", score.decision},
                  {"sitting", score.sitting},
                  {"ballots", score.ballots},
                  {"flagged", score.flagged}};
    put_or_nothing(out, "total", score.total);
    put_or_nothing(out, "rounded", score.rounded);
    put_or_nothing(out, "class", score.klass);
    const CountedBallots counted(context, initiative);
    for (std::size_t i = 0; i < score.excluded.size(); ++i)
        out.children.push_back(exclusion_node(context, score.excluded[i], below(out.path, "excluded", i)));
    for (std::size_t i = 0; i < score.criteria.size(); ++i)
        out.children.push_back(criterion_node(context, score, below(out.path, "criteria", i), i, counted));
    out.children.push_back(vote_node(context, score, below(out.path, "vote")));
    add_findings(context, out, score.findings, "findings", "scoring");
    return out;
}

// What one figure of the score rests on: a selection of the score's own parts.
inline bool leads_to(std::string_view key, const Explanation& part)
{
    const auto is = [&](std::initializer_list<std::string_view> ids) {
        return std::find(ids.begin(), ids.end(), part.id) != ids.end();
    };
    if (part.of == Explained::criterion) return key == "total" || key == "rounded";
    if (part.of == Explained::exclusion) return key == "sitting" || key == "ballots" || key == "decision";
    if (part.of != Explained::finding) return false;
    if (key == "class" || key == "flagged") return is({"class-given", "class-shortfall", "class-none", "total-scored"});
    const bool missing =
        part.verdict != Truth::pass && is({"rule-silent", "nothing-scored", "ballots-missing", "fact-missing"});
    if (key == "total" || key == "rounded") return is({"total-scored", "public-scored", "public-open"}) || missing;
    if (key == "sitting" || key == "ballots") return is({"member-excluded", "ballot-not-counted", "ballots-missing"});
    if (key == "decision")
        return !is(
            {"member-excluded", "ballot-not-counted", "total-scored", "class-given", "class-shortfall", "class-none"});
    return true;
}

// The total from every ballot's own total.
inline void add_ballot_totals(const ExplainContext& context, std::size_t initiative, Explanation& node)
{
    for (const Ballot* ballot : CountedBallots(context, initiative).ballots)
        node.children.push_back(ballot_node(context, *ballot, Datum(*ballot_total(context.ruleset->rubric, *ballot))));
}

inline Words figure_words(const Rubric& rubric)
{
    const auto count = [](std::int64_t n) { return shown(Datum(n)); };
    const FigureRule& rule = *rubric.figure;
    switch (rule.method) {
        case FigureMethod::mean: return say(rule.weights.empty() ? phrases::figure_mean : phrases::figure_weighted, {});
        case FigureMethod::trimmed_mean:
            return say(phrases::figure_trimmed, {{"drop", count(rule.drop)}, {"least", count(rule.when_at_least)}});
        case FigureMethod::median: return say(phrases::figure_median, {});
        default: {
            const bool marked = rubric.vote && rubric.vote->qualifying;
            return say(phrases::figure_count, {{"mark", marked ? shown(Datum(*rubric.vote->qualifying)) : plain("?")}});
        }
    }
}

// By which rule the council's figures became this one.
inline void tell_rule(const ExplainContext& context, const ScoreResult& score, std::string_view key, Explanation& leaf)
{
    const Rubric& rubric = context.ruleset->rubric;
    const auto cite = [&](const Citations& citations) {
        for (const Citation& citation : citations) context.cite(leaf, citation);
    };
    if (key == "total" && rubric.figure && score.total) {
        leaf.sentence = figure_words(rubric);
        cite(rubric.figure->citations);
    }
    if (key == "rounded" && rubric.rounding && score.rounded) {
        const Rounding mode = rubric.rounding->mode;
        leaf.sentence = say(phrases::rounding, {{"total", shown(Datum(*score.total))},
                                                {"places", shown(Datum(std::int64_t{rubric.rounding->places}))},
                                                {"mode", say(mode == Rounding::half_up     ? phrases::half_up
                                                             : mode == Rounding::half_even ? phrases::half_even
                                                                                           : phrases::down,
                                                             {})}});
        cite(rubric.rounding->citations);
    }
    const ClassRule* given = key == "class" && score.klass ? rubric.class_of(score.klass->id) : nullptr;
    if (given == nullptr) return;
    leaf.sentence = say(phrases::class_range, {{"from", shown(Datum(given->from))},
                                               {"below", given->below ? shown(Datum(*given->below)) : Words{}}});
    context.place(leaf, "scoring.classes." + score.klass->id);
    cite(given->citations);
}

// One value of the score by its key; what leads to it stands below it.
inline Explanation score_value(const ExplainContext& context, std::size_t initiative, Explanation leaf,
                               std::string_view key)
{
    Explanation whole = score_node(context, initiative);
    if (key == "rounded") context.place(leaf, "scoring.rounding");
    if (key == "total") context.place(leaf, "scoring.figure");
    if (key == "class") context.place(leaf, "scoring.classes");
    if (key == "decision") leaf.verdict = whole.verdict;
    tell_rule(context, context.report.initiatives[initiative].score, key, leaf);
    for (Explanation& part : whole.children)
        if (leads_to(key, part)) leaf.children.push_back(std::move(part));
    if (key == "total" || key == "rounded") add_ballot_totals(context, initiative, leaf);
    return leaf;
}

}  // namespace sangkien::detail
