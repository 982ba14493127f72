#pragma once

#include <algorithm>

#include "rubric.hpp"

#include "../core/digits.hpp"
#include "criteria_inl.hpp"
#include "rubric_checks_inl.hpp"

namespace sangkien {

SANGKIEN_INLINE std::size_t Rubric::criterion(std::string_view id) const noexcept
{
    std::size_t at = 0;
    while (at < criteria.size() && criteria[at].name.id != id) ++at;
    return at;
}

SANGKIEN_INLINE const ClassRule* Rubric::class_of(std::string_view id) const noexcept
{
    for (const ClassRule& candidate : classes)
        if (candidate.name.id == id) return &candidate;
    return nullptr;
}

namespace detail {

// `mode` none: nothing is rounded, and there are no places to name.
inline RoundingRule read_places(Fields& fields, std::optional<Rounding>& mode)
{
    RoundingRule out;
    const std::size_t word = fields.word("mode", {"half-up", "half-even", "down", "none"});
    if (word < 3) {
        mode = static_cast<Rounding>(word);
        out.places = static_cast<int>(fields.whole("places", 0, 9));
    }
    return out;
}

inline PublicRule read_public(Node node, Problems& problems)
{
    Fields fields(node, problems);
    PublicRule out;
    out.points = fields.ratio("points", Ratio(1));
    if (out.points <= Ratio(0)) out_of_range(node.get("points"), out.points, {"trên 0", "above 0"}, "∞", problems);
    const RoundingRule rounding = read_places(fields, out.mode);
    out.places = rounding.places;
    out.citations = citations_of(node);
    close(fields);
    return out;
}

// The ballots of some roles may weigh more; what each role weighs is said for all of them.
inline std::vector<Ratio> read_weights(Node node, Problems& problems)
{
    std::vector<Ratio> out;
    if (!node) return out;
    Fields fields(node, problems);
    for (const char* role : {"chair", "vice-chair", "secretary", "member"}) {
        Ratio weight = fields.ratio(role, Ratio(1));
        if (weight <= Ratio(0)) {
            out_of_range(node.get(role), weight, {"trên 0", "above 0"}, "∞", problems);
            weight = 1;
        }
        out.push_back(weight);
    }
    close(fields);
    return out;
}

inline FigureRule read_figure(Node node, Problems& problems)
{
    Fields fields(node, problems);
    FigureRule out;
    out.method =
        static_cast<FigureMethod>(fields.word("method", {"mean", "trimmed-mean", "median", "qualifying-count"}));
    if (out.method == FigureMethod::trimmed_mean) {
        out.drop = fields.whole("drop", 1, 1000, 1);
        // Something must be left after dropping at both ends.
        out.when_at_least = fields.whole("when-at-least", 2 * out.drop + 1, 10000, 2 * out.drop + 1);
    }
    if (out.method == FigureMethod::mean)
        out.weights = read_weights(fields.object("weights", Need::optional), problems);
    out.citations = citations_of(node);
    close(fields);
    return out;
}

// Nothing when the paper says that the total is not rounded.
inline std::optional<RoundingRule> read_rounding(Node node, Problems& problems)
{
    Fields fields(node, problems);
    std::optional<Rounding> mode;
    RoundingRule out = read_places(fields, mode);
    out.citations = citations_of(node);
    close(fields);
    if (!mode) return std::nullopt;
    out.mode = *mode;
    return out;
}

inline PassRule read_pass(Node node, const Rubric& rubric, Problems& problems)
{
    Fields fields(node, problems);
    PassRule out;
    out.total = optional_ratio(fields, "total");
    out.each = optional_ratio(fields, "each");
    if (out.total && rubric.whole) between(node.get("total"), *out.total, Ratio(0), *rubric.whole, problems);
    if (out.each)
        for (const Criterion& criterion : rubric.criteria)
            if (criterion.counts == CountsAs::base &&
                !between(node.get("each"), *out.each, Ratio(0), criterion.max, problems))
                break;
    out.citations = citations_of(node);
    close(fields);
    return out;
}

// A criterion and a group never have the same name.
inline void read_need(Node need, const Rubric& rubric, ClassRule& out, Problems& problems)
{
    const std::size_t criterion = rubric.criterion(need.key());
    std::size_t group = 0;
    while (group < rubric.groups.size() && rubric.groups[group].name.id != need.key()) ++group;
    const bool of_group = criterion == rubric.criteria.size();
    if (of_group && group == rubric.groups.size()) {
        std::vector<std::string> known = criterion_ids(rubric);
        for (const CriterionGroup& one : rubric.groups) known.push_back(one.name.id);
        return unknown_name(problems, need.place_of_key(), criterion_words(), need.key(), known);
    }
    Ratio least;
    if (!read_ratio(need, problems, least)) return;
    between(need, least, Ratio(0), of_group ? rubric.groups[group].max : rubric.criteria[criterion].max, problems);
    if (of_group)
        out.group_needs.push_back({group, least});
    else
        out.needs.push_back({criterion, least});
}

inline ClassRule read_class(Node node, const Rubric& rubric, Problems& problems)
{
    Fields fields(node, problems);
    ClassRule out;
    out.name = fields.name();
    out.from = fields.ratio("from");
    out.below = optional_ratio(fields, "below");
    for (Node need : children(fields.object("needs", Need::optional))) read_need(need, rubric, out, problems);
    out.citations = citations_of(node);
    close(fields);
    return out;
}

inline void read_classes(Node node, Rubric& rubric, Problems& problems)
{
    for (Node entry : children(node)) rubric.classes.push_back(read_class(entry, rubric, problems));
    std::stable_sort(rubric.classes.begin(), rubric.classes.end(),
                     [](const ClassRule& a, const ClassRule& b) { return a.from > b.from; });
    check_classes(node, rubric, problems);
}

inline VoteRule read_vote(Node node, const Rubric& rubric, Problems& problems)
{
    Fields fields(node, problems);
    VoteRule out;
    out.fraction = optional_ratio(fields, "fraction");
    if (out.fraction && (*out.fraction <= Ratio(0) || *out.fraction > Ratio(1)))
        out_of_range(node.get("fraction"), *out.fraction, {"trên 0", "above 0"}, "1", problems);
    if (fields.has("of")) out.of = static_cast<VoteBase>(fields.word("of", {"members", "sitting", "ballots"}));
    if (fields.has("method")) out.method = static_cast<VoteMethod>(fields.word("method", {"agree", "qualifying"}));
    if (const Node qualifying = fields.object("qualifying", Need::optional)) {
        Fields inner(qualifying, problems);
        out.qualifying = inner.ratio("total");
        if (rubric.whole) between(qualifying.get("total"), *out.qualifying, Ratio(0), *rubric.whole, problems);
        close(inner);
    }
    if (fields.has("reach")) out.more_than = fields.word("reach", {"at-least", "more-than"}) == 1;
    if (fields.has("casting")) {
        fields.word("casting", {"chair"});
        out.chair_decides = true;
        // Elsewhere than at a half an even split decides nothing, and there is nothing to cast.
        const Ratio half(1, 2);
        if (out.fraction && *out.fraction != half)
            out_of_range(node.get("fraction"), *out.fraction, {"1/2", "1/2"}, "1/2", problems);
    }
    out.citations = citations_of(node);
    close(fields);
    return out;
}

inline QuorumRule read_quorum(Node node, Problems& problems)
{
    Fields fields(node, problems);
    QuorumRule out{fields.whole("at-least", 1, 10000, 1), citations_of(node)};
    close(fields);
    return out;
}

inline std::vector<std::string> read_kinds(Fields& fields, Problems& problems)
{
    std::vector<std::string> out = fields.texts("kinds", Need::optional), known;
    for (const char* kind : conflict_kinds) known.emplace_back(kind);
    for (const std::string& kind : out)
        if (std::find(known.begin(), known.end(), kind) == known.end())
            unknown_name(problems, fields.node().get("kinds").place(), {"loại xung đột", "kind of conflict"}, kind,
                         known);
    return out;
}

inline std::vector<ExclusionRule> read_excluded(Node node, Problems& problems)
{
    static constexpr const char* grounds[] = {"author", "declared-conflict", "head-as-author-state-funded",
                                              "same-unit"};
    std::vector<ExclusionRule> out;
    Fields fields(node, problems);
    for (std::size_t i = 0; i < 4; ++i) {
        const Node ground = fields.object(grounds[i], Need::optional);
        if (!ground) continue;
        Fields inner(ground, problems);
        ExclusionRule rule;
        rule.ground = static_cast<ExclusionGround>(i);
        rule.name = inner.name();
        rule.citations = citations_of(ground);
        if (rule.ground == ExclusionGround::declared_conflict) rule.kinds = read_kinds(inner, problems);
        out.push_back(std::move(rule));
        close(inner);
    }
    close(fields);
    return out;
}

// The parts of which none leans on another.
inline void read_rest(Fields& fields, Rubric& rubric, Problems& problems)
{
    if (const Node node = fields.object("quorum", Need::optional)) rubric.quorum = read_quorum(node, problems);
    if (const Node node = fields.object("excluded", Need::optional)) rubric.excluded = read_excluded(node, problems);
    if (fields.has("shortfall"))
        rubric.shortfall = {static_cast<Shortfall>(fields.word("shortfall", {"flag", "lower"})),
                            citations_of(fields.node().get("shortfall"))};
    if (fields.has("base-after-exclusion"))
        rubric.base_after_exclusion = {
            static_cast<VoteBase>(fields.word("base-after-exclusion", {"members", "sitting"})),
            citations_of(fields.node().get("base-after-exclusion"))};
    if (fields.has("abstention"))
        rubric.abstention = {static_cast<Abstention>(fields.word("abstention", {"owed", "left-out"})),
                             citations_of(fields.node().get("abstention"))};
    if (const Node node = fields.object("authors", Need::optional)) {
        Fields inner(node, problems);
        rubric.share_at_least = {inner.ratio("share-at-least"), citations_of(node)};
        between(node.get("share-at-least"), rubric.share_at_least->value, Ratio(0), Ratio(100), problems);
        close(inner);
    }
}

}  // namespace detail

SANGKIEN_INLINE Rubric compile_rubric(Node section, Problems& problems)
{
    Rubric out;
    if (!section) return out;
    Fields fields(section, problems);
    out.stated = section.is(Kind::object);
    out.citation = section.citation();
    if (const Node node = fields.object("public-votes", Need::optional))
        out.public_votes = detail::read_public(node, problems);
    detail::read_criteria(fields, out, problems);
    if (const Node node = fields.object("figure", Need::optional)) out.figure = detail::read_figure(node, problems);
    if (const Node node = fields.object("rounding", Need::optional))
        out.rounding = detail::read_rounding(node, problems);
    if (const Node node = fields.object("pass", Need::optional)) out.pass = detail::read_pass(node, out, problems);
    if (const Node node = fields.object("classes", Need::optional)) detail::read_classes(node, out, problems);
    if (const Node node = fields.object("vote", Need::optional)) out.vote = detail::read_vote(node, out, problems);
    detail::read_rest(fields, out, problems);
    detail::close(fields);
    return out;
}

SANGKIEN_INLINE void check_ballots(const Rubric& rubric, const Season& season, Problems& problems)
{
    if (rubric.criteria.empty()) return;
    const std::vector<std::string> known = detail::criterion_ids(rubric);
    for (std::size_t i = 0; i < season.ballots.size(); ++i) {
        const Place place{season.file, "/ballots/" + detail::whole_text(static_cast<std::int64_t>(i)) + "/scores",
                          season.ballots[i].mark};
        if (!season.ballots[i].scores.empty()) detail::check_scores(rubric, known, season.ballots[i], place, problems);
    }
}

}  // namespace sangkien
