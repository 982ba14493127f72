#pragma once

#include <algorithm>

#include "selection.hpp"

#include "rubric_inl.hpp"
#include "words_inl.hpp"

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
    std::vector<std::string> keys = detail::criterion_ids(rubric);
    keys.insert(keys.begin(), "total");
    detail::check_names(section.get("order"), keys, detail::criterion_words(), problems);
    // The only way so far: equal candidates at the last place are told, and a person chooses.
    fields.word("tie", {"declare"});
    out.citations = detail::citations_of(section);
    detail::close(fields);
    return out;
}

namespace detail {

// One candidate while it is ranked. `keys` is shorter than the order when a figure is missing.
struct Runner {
    Truth considered = Truth::undetermined;
    std::vector<Ratio> keys;
    bool placed = false;  // all keys are known
};

inline Truth of_classes(const SelectionRule& rule, const ScoreResult& score)
{
    if (rule.classes.empty()) return Truth::pass;
    if (score.in_class != Truth::pass) return score.in_class;
    return truth(std::find(rule.classes.begin(), rule.classes.end(), score.klass->id) != rule.classes.end());
}

inline Runner runner(const SelectionRule& rule, const SelectionCandidate& candidate)
{
    Runner out;
    out.considered = candidate.among & of_classes(rule, *candidate.score);
    for (const std::string& key : rule.order) {
        const std::optional<Ratio> value = key == "total" ? candidate.score->standing() : candidate.score->mean(key);
        if (!value) return out;
        out.keys.push_back(*value);
    }
    out.placed = true;
    return out;
}

// -1: a stands before b; 1: after; 0: equal in all that both have, so that a missing key may still decide.
inline int order_of(const Runner& a, const Runner& b) noexcept
{
    for (std::size_t i = 0; i < a.keys.size() && i < b.keys.size(); ++i)
        if (const int sign = compare(a.keys[i], b.keys[i])) return -sign;
    return 0;
}

// Who stands where, seen from one candidate.
struct Field {
    std::int64_t before = 0;  // surely before it
    std::vector<std::size_t> equal;
    std::vector<std::size_t> open;  // something is missing, and they could still be before it or equal to it
};

inline Field field_of(const std::vector<Runner>& runners, std::size_t at)
{
    Field out;
    for (std::size_t i = 0; i < runners.size(); ++i) {
        if (i == at || runners[i].considered == Truth::fail) continue;
        const int order = order_of(runners[i], runners[at]);
        const bool sure = runners[i].considered == Truth::pass && runners[i].placed && runners[at].placed;
        if (order < 0 && runners[i].considered == Truth::pass)
            ++out.before;
        else if (order == 0 && sure)
            out.equal.push_back(i);
        else if (order <= 0)
            out.open.push_back(i);
    }
    return out;
}

inline std::vector<Name> names_of(const std::vector<SelectionCandidate>& candidates,
                                  const std::vector<std::size_t>& which)
{
    std::vector<Name> out;
    for (const std::size_t i : which) out.push_back({candidates[i].score->initiative, {}});
    std::sort(out.begin(), out.end(), [](const Name& a, const Name& b) { return a.id < b.id; });
    return out;
}

inline Finding selection_finding(const SelectionRule& rule, FindingId id, Truth verdict)
{
    Finding out;
    out.id = id;
    out.verdict = verdict;
    out.citations = rule.citations;
    out.choices = rule.choices;
    return out;
}

inline Finding not_considered(const SelectionRule& rule, const SelectionCandidate& candidate)
{
    Finding out = selection_finding(rule, FindingId::not_among, Truth::fail);
    if (candidate.among == Truth::fail)
        out.values = {
            {"reason",
             Name{"among", {"chưa đạt trạng thái «" + rule.among + "»", "it has not reached \"" + rule.among + "\""}}}};
    else
        out.values = {
            {"reason", Name{"classes", {"không thuộc hạng được xét", "it is not of a class that is considered"}}}};
    out.values.push_back({"among", rule.among});
    return out;
}

inline Lift a_person_chooses()
{
    return {true,
            {"Người có thẩm quyền chọn trong số đồng hạng.", "Whoever decides chooses among the equal ones."},
            {},
            {}};
}

inline Lift the_missing_comes()
{
    return {
        true,
        {"Bổ sung điều còn thiếu của các sáng kiến chưa rõ.", "What is missing of the open initiatives is supplied."},
        {},
        {}};
}

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
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (rule.stated) {
            out.push_back(detail::place(rule, candidates, runners, i));
            continue;
        }
        out.push_back({candidates[i].initiative, std::nullopt, Truth::undetermined, {}});
        out.back().findings.push_back(detail::silent(
            {}, "selection", {"chọn sáng kiến tiêu biểu thế nào", "how typical initiatives are selected"}));
        out.back().findings.back().citations.clear();
    }
    return out;
}

}  // namespace sangkien
