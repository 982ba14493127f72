#pragma once

#include <algorithm>

#include "selection.hpp"

#include "capped_inl.hpp"
#include "rubric_inl.hpp"
#include "selection_parts_inl.hpp"

namespace sangkien {

namespace detail {

inline void check_names(Node list, const std::vector<std::string>& known, const Words& what, Problems& problems)
{
    const auto check = [&](Node item) {
        if (item.is(Kind::text) && std::find(known.begin(), known.end(), item.text()) == known.end())
            unknown_name(problems, item.place(), what, item.text(), known);
    };
    if (list.is(Kind::text)) check(list);
    for (Node item : children(list)) check(item);
}

}  // namespace detail

SANGKIEN_INLINE SelectionRule compile_selection(Node section, const Rubric& rubric, Problems& problems)
{
    SelectionRule out;
    if (!section) return out;
    Fields fields(section, problems);
    out.stated = section.is(Kind::object);
    out.among = fields.text("among");
    out.among_mark = section.get("among").mark();
    out.classes = fields.texts("classes", Need::optional);
    detail::check_names(section.get("classes"), detail::class_ids(rubric), detail::class_words(), problems);
    out.at_most = fields.whole("at-most", 1, 100000, 1);
    out.order = fields.texts("order");
    out.tie_breakers = fields.texts("tie-breakers", Need::optional);
    std::vector<std::string> keys = detail::criterion_ids(rubric);
    keys.insert(keys.begin(), {"total", "class", "agree"});
    for (const char* key : {"order", "tie-breakers"})
        detail::check_names(section.get(key), keys, detail::criterion_words(), problems);
    out.class_order = detail::class_ids(rubric);
    if (fields.has("per-area")) out.per_area = fields.whole("per-area", 1, 100000, 1);
    if (fields.has("per-unit")) out.per_unit = fields.whole("per-unit", 1, 100000, 1);
    if (fields.has("reserve")) out.reserve = fields.whole("reserve", 1, 100000, 1);
    // The only way so far: equal candidates at the last place are told, and a person chooses.
    fields.word("tie", {"declare"});
    out.citations = detail::citations_of(section);
    detail::close(fields);
    return out;
}

namespace detail {

inline Finding place_finding(const SelectionRule& rule, const std::vector<SelectionCandidate>& candidates,
                             const Field& field, SelectionResult& result)
{
    const auto equal = static_cast<std::int64_t>(field.equal.size()) + 1;
    const auto open = static_cast<std::int64_t>(field.open.size());
    Finding out;
    if (field.before >= rule.at_most) {
        result.chosen = Truth::fail;
        out = selection_finding(rule, FindingId::not_chosen, Truth::fail);
        out.lift = Lift{false, {"Đã đủ số được chọn.", "All places are taken."}, {}, {}};
    } else if (field.before + equal > rule.at_most) {
        out = selection_finding(rule, FindingId::tie_at_cut, Truth::undetermined);
        out.values.push_back({"others", names_of(candidates, field.equal)});
        out.lift = a_person_chooses();
    } else if (field.before + equal + open > rule.at_most) {
        out = selection_finding(rule, FindingId::choice_open, Truth::undetermined);
        out.values.push_back({"others", names_of(candidates, field.open)});
        out.lift = the_missing_comes();
    } else {
        result.chosen = Truth::pass;
        out = selection_finding(rule, FindingId::chosen, Truth::pass);
    }
    return out;
}

inline SelectionResult place(const SelectionRule& rule, const std::vector<SelectionCandidate>& candidates,
                             const std::vector<Runner>& runners, std::size_t at)
{
    SelectionResult out;
    out.initiative = candidates[at].initiative;
    if (runners[at].considered == Truth::fail) {
        out.chosen = Truth::fail;
        out.findings.push_back(not_considered(rule, candidates[at]));
        return out;
    }
    const Field field = field_of(runners, at);
    Finding finding;
    if (field.before < rule.at_most && (runners[at].considered == Truth::undetermined || !runners[at].placed)) {
        finding = selection_finding(rule, FindingId::choice_open, Truth::undetermined);
        finding.values = {{"others", std::vector<Name>{{candidates[at].score->initiative, {}}}}};
        finding.lift = the_missing_comes();
    } else {
        finding = place_finding(rule, candidates, field, out);
        if (runners[at].considered == Truth::pass && runners[at].placed) out.rank = field.before + 1;
        finding.inputs = {{"rank", field.before + 1}};
    }
    finding.values.push_back({"places", rule.at_most});
    out.findings.push_back(std::move(finding));
    return out;
}

}  // namespace detail

SANGKIEN_INLINE std::vector<SelectionResult> select(const SelectionRule& rule,
                                                    const std::vector<SelectionCandidate>& candidates)
{
    std::vector<SelectionResult> out;
    std::vector<detail::Runner> runners;
    for (const SelectionCandidate& candidate : candidates) runners.push_back(detail::runner(rule, candidate));
    if (rule.stated && (rule.per_area || rule.per_unit || rule.reserve > 0)) {
        out = detail::CappedChoice(rule, candidates, runners).run();
        detail::tell_tie_breakers(rule, candidates, runners, out);
        return out;
    }
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (rule.stated) {
            out.push_back(detail::place(rule, candidates, runners, i));
            continue;
        }
        out.emplace_back();
        out.back().initiative = candidates[i].initiative;
        out.back().findings.push_back(detail::silent(
            {}, "selection", {"chọn sáng kiến tiêu biểu thế nào", "how typical initiatives are selected"}));
        out.back().findings.back().citations.clear();
    }
    detail::tell_tie_breakers(rule, candidates, runners, out);
    return out;
}

}  // namespace sangkien
