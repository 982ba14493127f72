// What choosing with and without caps share: where a candidate stands, and what is said of it.
#pragma once

#include <algorithm>

#include "selection.hpp"

#include "words_inl.hpp"

namespace sangkien::detail {

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

// A class counts by its place among them, none being below all; votes by how many agree, once all are in.
inline std::optional<Ratio> value_of(const SelectionRule& rule, const ScoreResult& score, const std::string& key)
{
    if (key == "total") return score.standing();
    if (const std::optional<Ratio> mean = score.mean(key)) return mean;
    if (key == "class") {
        if (score.in_class == Truth::undetermined) return std::nullopt;
        const auto& order = rule.class_order;
        const auto at = score.klass ? std::find(order.begin(), order.end(), score.klass->id) : order.end();
        return Ratio(static_cast<std::int64_t>(order.end() - at));
    }
    if (key == "agree" && score.vote.missing == 0) return Ratio(score.vote.agree);
    return std::nullopt;
}

inline Runner runner(const SelectionRule& rule, const SelectionCandidate& candidate)
{
    Runner out;
    out.considered = candidate.among & of_classes(rule, *candidate.score);
    for (const std::vector<std::string>* keys : {&rule.order, &rule.tie_breakers})
        for (const std::string& key : *keys) {
            const std::optional<Ratio> value = value_of(rule, *candidate.score, key);
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

// Of those who are equal in the order, by which of the further keys each was told apart from one of the others.
inline void tell_tie_breakers(const SelectionRule& rule, const std::vector<SelectionCandidate>& candidates,
                              const std::vector<Runner>& runners, std::vector<SelectionResult>& results)
{
    const auto taken = [&](std::size_t i) { return runners[i].considered == Truth::pass && runners[i].placed; };
    const std::size_t first = rule.order.size();
    std::vector<std::size_t> sorted;
    for (std::size_t i = 0; i < candidates.size() && !rule.tie_breakers.empty(); ++i)
        if (taken(i)) sorted.push_back(i);
    std::sort(sorted.begin(), sorted.end(),
              [&](std::size_t a, std::size_t b) { return order_of(runners[a], runners[b]) < 0; });
    const auto same = [&](std::size_t a, std::size_t b, std::size_t keys) {
        return std::equal(runners[a].keys.begin(), runners[a].keys.begin() + static_cast<std::ptrdiff_t>(keys),
                          runners[b].keys.begin());
    };
    for (std::size_t i = 0; i < sorted.size(); ++i)
        for (std::size_t key = 0; key < rule.tie_breakers.size(); ++key) {
            // Sorted by all keys, those equal in the first ones stand together: a neighbour of the run is enough.
            std::size_t low = i, high = i;
            while (low > 0 && same(sorted[low - 1], sorted[i], first + key)) --low;
            while (high + 1 < sorted.size() && same(sorted[high + 1], sorted[i], first + key)) ++high;
            if (!same(sorted[low], sorted[i], first + key + 1) || !same(sorted[high], sorted[i], first + key + 1))
                results[sorted[i]].tie_broken_by.push_back(rule.tie_breakers[key]);
        }
}

}  // namespace sangkien::detail
