// The class of a total, and what happens when it asks more of a criterion than there is.
#pragma once

#include "score.hpp"

#include "words_inl.hpp"

namespace sangkien::detail {

inline bool needs_stated(const Rubric& rubric) noexcept
{
    for (const ClassRule& rule : rubric.classes)
        if (!rule.needs.empty() || !rule.group_needs.empty()) return true;
    return false;
}

// Index of the class that holds `total`; classes.size() when none does.
inline std::size_t class_at(const std::vector<ClassRule>& classes, Ratio total) noexcept
{
    std::size_t at = 0;
    while (at < classes.size() && !(classes[at].from <= total && (!classes[at].below || total < *classes[at].below)))
        ++at;
    return at;
}

// What a class asks of a criterion or of a group, and what there is of it.
struct UnmetNeed {
    const Name& of;
    Ratio value;
    Ratio at_least;
};

inline std::vector<UnmetNeed> unmet_needs(const Rubric& rubric, const ClassRule& rule, const ScoreResult& result)
{
    std::vector<UnmetNeed> out;
    for (const ClassNeed& need : rule.needs)
        if (const Ratio mean = result.criteria[need.criterion].mean; mean < need.at_least)
            out.push_back({rubric.criteria[need.criterion].name, mean, need.at_least});
    for (const ClassGroupNeed& need : rule.group_needs)
        if (const Ratio points = result.groups[need.group].points; points < need.at_least)
            out.push_back({rubric.groups[need.group].name, points, need.at_least});
    return out;
}

inline Lift shortfall_lift(const Rubric& rubric)
{
    if (rubric.shortfall && rubric.shortfall->value == Shortfall::flag)
        return {true,
                {"Hội đồng xem xét; hạng không tự hạ.",
                 "The council considers it; the class is not lowered automatically."},
                {},
                {}};
    return final_figure();
}

inline void tell_shortfall(const Rubric& rubric, const ClassRule& rule, const UnmetNeed& need, Findings& findings)
{
    Finding out;
    out.id = FindingId::class_shortfall;
    out.verdict = Truth::fail;
    out.citations = rule.citations;
    if (rubric.shortfall)
        for (const Citation& citation : rubric.shortfall->citations)
            if (!(citation == out.citations.back())) out.citations.push_back(citation);
    out.inputs = {{"criterion", need.of}, {"value", need.value}};
    out.values = {{"class", rule.name}, {"needed", need.at_least}};
    out.choices = choices_under(rubric, "scoring.shortfall");
    out.lift = shortfall_lift(rubric);
    findings.push_back(std::move(out));
}

inline void give_class(const Rubric& rubric, const ClassRule& rule, ScoreResult& result, Findings& findings)
{
    result.klass = rule.name;
    result.in_class = Truth::pass;
    Finding out;
    out.id = FindingId::class_given;
    out.verdict = Truth::pass;
    out.citations = rule.citations;
    out.values = {{"class", rule.name}};
    out.choices = choices_under(rubric, "scoring.classes");
    findings.push_back(std::move(out));
}

inline void give_no_class(const Rubric& rubric, ScoreResult& result, Findings& findings)
{
    result.in_class = Truth::fail;
    Finding out;
    out.id = FindingId::class_none;
    out.verdict = Truth::fail;
    out.citations = rubric.classes.back().citations;
    out.values = {{"total", result.rounded ? Datum(*result.rounded) : Datum(*result.total)}};
    out.lift = final_figure();
    findings.push_back(std::move(out));
}

// `result` has a total, and `rubric` classes.
inline void classify(const Rubric& rubric, ScoreResult& result, Findings& findings)
{
    std::size_t at = class_at(rubric.classes, *result.standing());
    if (at == rubric.classes.size()) return give_no_class(rubric, result, findings);
    const std::vector<UnmetNeed> unmet = unmet_needs(rubric, rubric.classes[at], result);
    for (const UnmetNeed& need : unmet) tell_shortfall(rubric, rubric.classes[at], need, findings);
    if (!unmet.empty() && !rubric.shortfall) {
        findings.push_back(silent(rubric.citation, "scoring.shortfall",
                                  {"đủ tổng điểm của một hạng mà thiếu điểm một tiêu chí thì xếp hạng nào",
                                   "which class it is when the total is in one and a criterion falls short of it"}));
        return;
    }
    if (!unmet.empty() && rubric.shortfall->value == Shortfall::flag) {
        result.flagged = true;
        for (const UnmetNeed& need : unmet) result.flagged_criteria.push_back(need.of);
    } else {
        while (at < rubric.classes.size() && !unmet_needs(rubric, rubric.classes[at], result).empty()) ++at;
        if (at == rubric.classes.size()) return give_no_class(rubric, result, findings);
    }
    give_class(rubric, rubric.classes[at], result, findings);
}

}  // namespace sangkien::detail
