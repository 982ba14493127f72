// What must hold inside a rubric, and of the scores given under it.
#pragma once

#include <algorithm>

#include "../core/ratio_inl.hpp"
#include "rubric.hpp"

namespace sangkien::detail {

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

inline void check_criterion(Node node, Criterion& criterion, Problems& problems)
{
    if (criterion.max <= Ratio(0)) {
        out_of_range(node.get("max"), criterion.max, {"trên 0", "above 0"}, "∞", problems);
        criterion.max = 1;  // nothing can be checked against it; go on harmlessly
        criterion.step.reset();
        criterion.bands.clear();
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
}

// Full marks must reach the whole: points added, or weights that are exactly 1.
inline void check_whole(Node criteria, Rubric& rubric, Problems& problems)
{
    Ratio points = 0, weights = 0;
    std::size_t weighted = 0;
    bool negative = false;
    for (const Criterion& criterion : rubric.criteria) {
        points = points + criterion.max;
        if (!criterion.weight) continue;
        ++weighted;
        weights = weights + *criterion.weight;
        negative = negative || *criterion.weight < Ratio(0);
    }
    if (weighted == 0) {
        if (points != *rubric.whole)
            problems.add(ErrorId::maxima_do_not_add_up, criteria.place(),
                         {{"sum", shown(Datum(points))}, {"whole", shown(Datum(*rubric.whole))}});
        return;
    }
    if (weighted != rubric.criteria.size() || weights != Ratio(1) || negative)
        problems.add(ErrorId::weights_not_one, criteria.place(), {{"sum", shown(Datum(weights))}});
    for (Criterion& criterion : rubric.criteria)
        if (criterion.weight) criterion.factor = *criterion.weight * *rubric.whole / criterion.max;
}

// Classes stand highest first: each ends where the one above begins, and the highest holds full marks.
inline void check_classes(Node node, const Rubric& rubric, Problems& problems)
{
    for (std::size_t i = 0; i < rubric.classes.size(); ++i) {
        const ClassRule& rule = rubric.classes[i];
        const ClassRule* above = i == 0 ? nullptr : &rubric.classes[i - 1];
        const bool empty = rule.below && *rule.below <= rule.from;
        const bool meets = above != nullptr ? rule.below && *rule.below == above->from
                                            : !rule.below || !rubric.whole || *rule.below > *rubric.whole;
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
