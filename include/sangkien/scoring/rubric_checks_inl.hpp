// What must hold inside a rubric, and of the scores given under it.
#pragma once

#include <algorithm>

#include "../core/ratio_inl.hpp"
#include "rubric.hpp"

namespace sangkien::detail {

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

inline Words criterion_words() { return {"tiêu chí", "criterion"}; }
inline Words class_words() { return {"hạng", "class"}; }

inline std::vector<std::string> criterion_ids(const Rubric& rubric)
{
    std::vector<std::string> out;
    for (const Criterion& criterion : rubric.criteria) out.push_back(criterion.name.id);
    return out;
}

inline std::vector<std::string> class_ids(const Rubric& rubric)
{
    std::vector<std::string> out;
    for (const ClassRule& rule : rubric.classes) out.push_back(rule.name.id);
    return out;
}

inline void out_of_range(Node node, Ratio value, Words low, std::string high, Problems& problems)
{
    problems.add(ErrorId::out_of_range, node.place(), {{"value", value.text()}, {"low", low}, {"high", high}});
}

inline bool between(Node node, Ratio value, Ratio low, Ratio high, Problems& problems)
{
    if (low <= value && value <= high) return true;
    if (node) out_of_range(node, value, {low.text(), low.text()}, high.text(), problems);
    return false;
}

// Is `value` a whole number of steps? By integers, so that it holds for any step and cannot overflow.
inline bool on_step(Ratio value, Ratio step) noexcept
{
    const wide above = wide(value.numerator()) * step.denominator();
    const wide below = wide(value.denominator()) * step.numerator();
    return above % below == 0;
}

inline void bands_do_not_meet(Node list, const Criterion& criterion, Ratio at, Problems& problems)
{
    problems.add(ErrorId::bands_do_not_meet, list.place(),
                 {{"criterion", shown(Datum(criterion.name))}, {"at", shown(Datum(at))}});
}

// Bands are listed in either direction; each begins one step above the end of the one below.
inline void check_bands(Node list, Criterion& criterion, Problems& problems)
{
    std::vector<Band>& bands = criterion.bands;
    if (bands.empty()) return;
    if (!criterion.step) {
        problems.add(ErrorId::missing_key, list.parent().place(), {{"key", "step"}});
        return;
    }
    std::stable_sort(bands.begin(), bands.end(), [](const Band& a, const Band& b) { return a.from > b.from; });
    Ratio next = 0;
    for (std::size_t i = bands.size(); i-- > 0;) {
        if (bands[i].from != next || bands[i].to < bands[i].from || !on_step(bands[i].to, *criterion.step))
            return bands_do_not_meet(list, criterion, bands[i].from != next ? next : bands[i].to, problems);
        next = bands[i].to + *criterion.step;
    }
    if (bands.front().to != criterion.max) bands_do_not_meet(list, criterion, bands.front().to, problems);
}

// Levels may leave gaps, since only they are given; they overlap nowhere, and the highest is the maximum.
inline void check_options(Node list, Criterion& criterion, Problems& problems)
{
    std::vector<Band>& options = criterion.options;
    if (options.empty()) return;
    std::stable_sort(options.begin(), options.end(), [](const Band& a, const Band& b) { return a.from > b.from; });
    std::optional<Ratio> at;
    Ratio above = criterion.max;
    for (std::size_t i = 0; i < options.size(); ++i) {
        const bool meets = i == 0 ? options[i].to == above : options[i].to < above;
        if (!at && (!meets || options[i].to < options[i].from)) at = options[i].to;
        above = options[i].from;
    }
    if (!at && options.back().from < Ratio(0)) at = options.back().from;
    if (at)
        problems.add(ErrorId::options_overlap, list.place(),
                     {{"criterion", shown(Datum(criterion.name))},
                      {"at", shown(Datum(*at))},
                      {"max", shown(Datum(criterion.max))}});
}

inline bool is_option(const Criterion& criterion, Ratio value)
{
    for (const Band& option : criterion.options)
        if (option.from <= value && value <= option.to) return true;
    return criterion.options.empty();
}

inline void check_criterion(Node node, Criterion& criterion, Problems& problems)
{
    if (criterion.max <= Ratio(0)) {
        out_of_range(node.get("max"), criterion.max, {"trên 0", "above 0"}, "∞", problems);
        criterion.max = 1;  // nothing can be checked against it; go on harmlessly
        criterion.step.reset();
        criterion.bands.clear();
        criterion.options.clear();
        return;
    }
    if (criterion.step && *criterion.step <= Ratio(0)) {
        out_of_range(node.get("step"), *criterion.step, {"trên 0", "above 0"}, criterion.max.text(), problems);
        criterion.step.reset();
        return;
    }
    if (criterion.step && !on_step(criterion.max, *criterion.step))
        problems.add(ErrorId::step_does_not_divide, node.get("step").place(),
                     {{"step", shown(Datum(*criterion.step))}, {"max", shown(Datum(criterion.max))}});
    if (criterion.minimum) between(node.get("min"), *criterion.minimum, Ratio(0), criterion.max, problems);
    check_bands(node.get("bands"), criterion, problems);
    check_options(node.get("options"), criterion, problems);
}

// The most a total can be: the whole, and beside it every bonus.
inline std::optional<Ratio> most_of(const Rubric& rubric)
{
    std::optional<Ratio> out = rubric.whole;
    for (const Criterion& criterion : rubric.criteria)
        if (out && criterion.counts == CountsAs::bonus) out = *out + criterion.max;
    return out;
}

// Classes stand highest first: each ends where the one above begins, and the highest holds full marks.
inline void check_classes(Node node, const Rubric& rubric, Problems& problems)
{
    const std::optional<Ratio> most = most_of(rubric);
    for (std::size_t i = 0; i < rubric.classes.size(); ++i) {
        const ClassRule& rule = rubric.classes[i];
        const ClassRule* above = i == 0 ? nullptr : &rubric.classes[i - 1];
        const bool empty = rule.below && *rule.below <= rule.from;
        const bool meets =
            above != nullptr ? rule.below && *rule.below == above->from : !rule.below || !most || *rule.below > *most;
        if ((!empty && meets) || !node.get(rule.name.id)) continue;  // what has no place is told where it is read
        const Ratio at = rule.below ? *rule.below : above != nullptr ? above->from : rule.from;
        problems.add(ErrorId::classes_do_not_meet, node.get(rule.name.id).place(),
                     {{"name", shown(Datum(rule.name))}, {"at", shown(Datum(at))}});
    }
}

inline Place below(Place place, std::string_view key, Mark mark)
{
    place.pointer += '/';
    for (const char c : key) {
        if (c == '~')
            place.pointer += "~0";
        else if (c == '/')
            place.pointer += "~1";
        else
            place.pointer += c;
    }
    place.mark = mark;
    return place;
}

inline void check_score(const Criterion& criterion, const Score& score, const Place& place, Problems& problems)
{
    if (score.value < Ratio(0) || score.value > criterion.max)
        problems.add(ErrorId::above_maximum, place,
                     {{"value", shown(Datum(score.value))},
                      {"criterion", shown(Datum(criterion.name))},
                      {"max", shown(Datum(criterion.max))}});
    else if (criterion.step && !on_step(score.value, *criterion.step))
        problems.add(ErrorId::off_step, place,
                     {{"value", shown(Datum(score.value))},
                      {"criterion", shown(Datum(criterion.name))},
                      {"step", shown(Datum(*criterion.step))}});
    else if (!is_option(criterion, score.value))
        problems.add(ErrorId::not_an_option, place,
                     {{"value", shown(Datum(score.value))}, {"criterion", shown(Datum(criterion.name))}});
}

inline void check_scores(const Rubric& rubric, const std::vector<std::string>& known, const Ballot& ballot,
                         const Place& place, Problems& problems)
{
    std::vector<bool> given(rubric.criteria.size());
    for (const Score& score : ballot.scores) {
        const Place here = below(place, score.criterion, score.mark);
        const std::size_t at = rubric.criterion(score.criterion);
        if (at == known.size()) {
            unknown_name(problems, below(place, score.criterion, score.key_mark), criterion_words(), score.criterion,
                         known);
            continue;
        }
        given[at] = true;
        check_score(rubric.criteria[at], score, here, problems);
    }
    for (std::size_t at = 0; at < given.size(); ++at)
        if (!given[at])
            problems.add(ErrorId::criterion_not_scored, place, {{"criterion", shown(Datum(rubric.criteria[at].name))}});
}

}  // namespace sangkien::detail
