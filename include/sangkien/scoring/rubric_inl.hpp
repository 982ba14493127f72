#pragma once

#include <algorithm>

#include "rubric.hpp"

#include "../core/digits.hpp"
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

// The members of an object may come from several papers: each is cited once.
inline Citations citations_of(Node node)
{
    Citations out;
    if (!node.is(Kind::object) || node.size() == 0)
        out.push_back(node.citation());
    else
        for (Node member : children(node)) {
            if (member.key() == "vi" || member.key() == "en" || member.key() == "clause") continue;
            for (Citation& citation : citations_of(member))
                if (std::find(out.begin(), out.end(), citation) == out.end()) out.push_back(std::move(citation));
        }
    if (out.empty()) out.push_back(node.citation());
    return out;
}

inline std::optional<Ratio> optional_ratio(Fields& fields, std::string_view key)
{
    if (!fields.has(key)) return std::nullopt;
    return fields.ratio(key, Ratio(0), Need::optional);
}

inline void close(Fields& fields)
{
    fields.allow_annotations();
    fields.finish();
}

inline std::vector<Band> read_bands(Node list, Problems& problems)
{
    std::vector<Band> out;
    for (Node item : children(list)) {
        Fields fields(item, problems);
        out.push_back({fields.ratio("from"), fields.ratio("to"), fields.words()});
        close(fields);
    }
    return out;
}

inline Criterion read_criterion(Node node, Problems& problems)
{
    Fields fields(node, problems);
    Criterion out;
    out.name = fields.name();
    out.max = fields.ratio("max", Ratio(1));
    out.step = optional_ratio(fields, "step");
    out.minimum = optional_ratio(fields, "min");
    out.weight = optional_ratio(fields, "weight");
    out.bands = read_bands(fields.list("bands", Need::optional), problems);
    out.citations = citations_of(node);
    close(fields);
    check_criterion(node, out, problems);
    return out;
}

inline void read_criteria(Fields& fields, Rubric& rubric, Problems& problems)
{
    rubric.whole = optional_ratio(fields, "whole");
    if (rubric.whole && *rubric.whole <= Ratio(0)) {
        out_of_range(fields.node().get("whole"), *rubric.whole, {"trên 0", "above 0"}, "∞", problems);
        rubric.whole.reset();
    }
    const Node criteria = fields.object("criteria", Need::optional);
    for (Node node : children(criteria)) rubric.criteria.push_back(read_criterion(node, problems));
    if (rubric.criteria.empty()) return;
    if (!fields.node().get("whole")) fields.any("whole");
    if (rubric.whole) check_whole(criteria, rubric, problems);
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
    out.citations = citations_of(node);
    close(fields);
    return out;
}

inline RoundingRule read_rounding(Node node, Problems& problems)
{
    Fields fields(node, problems);
    RoundingRule out;
    out.places = static_cast<int>(fields.whole("places", 0, 9));
    out.mode = static_cast<Rounding>(fields.word("mode", {"half-up", "half-even", "down"}));
    out.citations = citations_of(node);
    close(fields);
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
            if (!between(node.get("each"), *out.each, Ratio(0), criterion.max, problems)) break;
    out.citations = citations_of(node);
    close(fields);
    return out;
}

inline ClassRule read_class(Node node, const Rubric& rubric, Problems& problems)
{
    Fields fields(node, problems);
    ClassRule out;
    out.name = fields.name();
    out.from = fields.ratio("from");
    out.below = optional_ratio(fields, "below");
    for (Node need : children(fields.object("needs", Need::optional))) {
        ClassNeed entry{rubric.criterion(need.key()), Ratio(0)};
        if (entry.criterion == rubric.criteria.size()) {
            unknown_name(problems, need.place_of_key(), criterion_words(), need.key(), criterion_ids(rubric));
            continue;
        }
        if (!read_ratio(need, problems, entry.at_least)) continue;
        between(need, entry.at_least, Ratio(0), rubric.criteria[entry.criterion].max, problems);
        out.needs.push_back(entry);
    }
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
        out.push_back({static_cast<ExclusionGround>(i), inner.name(), citations_of(ground)});
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
