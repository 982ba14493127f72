#pragma once

#include <algorithm>
#include <map>
#include <set>

#include "../rulebook/fields.hpp"
#include "scorecard_inl.hpp"
#include "index_years.hpp"

namespace sangkien {

namespace detail {

// What stands for what: ids of both editions that hang together by the mapping, one set for each line.
struct YearLink {
    std::vector<std::size_t> before, after;
    bool declared = false;
};

class YearLinks {
public:
    YearLinks(std::vector<std::string> before, std::vector<std::string> after, const IndexMapping& mapping)
        : before_(std::move(before)), after_(std::move(after)), parent_(before_.size() + after_.size())
    {
        for (std::size_t i = 0; i < parent_.size(); ++i) parent_[i] = i;
        std::set<std::size_t> named;
        for (const IndexCounterpart& one : mapping) {
            const std::size_t from = of(before_, one.from), to = of(after_, one.to);
            const bool has_from = from < before_.size(), has_to = to < after_.size();
            // The other side names something of another kind: not ours.
            if ((!has_from && !one.from.empty()) || (!has_to && !one.to.empty())) continue;
            if (has_from) named.insert(from);
            if (has_to) named.insert(before_.size() + to);
            if (has_from && has_to) join(from, before_.size() + to);
        }
        named_ = named;
        for (std::size_t i = 0; i < before_.size(); ++i)
            if (const std::size_t same = of(after_, before_[i]);
                same < after_.size() && named.count(i) + named.count(before_.size() + same) == 0)
                join(i, before_.size() + same);
    }

    // In the order of the earlier edition, then what is in the later alone.
    std::vector<YearLink> take()
    {
        std::map<std::size_t, std::size_t> at;
        std::vector<YearLink> out;
        for (std::size_t i = 0; i < parent_.size(); ++i) {
            const auto [found, fresh] = at.emplace(top(i), out.size());
            if (fresh) out.emplace_back();
            YearLink& link = out[found->second];
            if (i < before_.size())
                link.before.push_back(i);
            else
                link.after.push_back(i - before_.size());
            link.declared = link.declared || named_.count(i) != 0;
        }
        return out;
    }

private:
    static std::size_t of(const std::vector<std::string>& ids, const std::string& id)
    {
        return static_cast<std::size_t>(std::find(ids.begin(), ids.end(), id) - ids.begin());
    }
    std::size_t top(std::size_t i) const
    {
        while (parent_[i] != i) i = parent_[i];
        return i;
    }
    void join(std::size_t a, std::size_t b)
    {
        a = top(a), b = top(b);
        parent_[std::max(a, b)] = std::min(a, b);
    }

    std::vector<std::string> before_, after_;
    std::vector<std::size_t> parent_;
    std::set<std::size_t> named_;
};

inline bool same_steps(const std::vector<IndexStep>& a, Ratio max_a, const std::vector<IndexStep>& b, Ratio max_b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](const IndexStep& x, const IndexStep& y) {
        return x.from == y.from && x.points * max_b == y.points * max_a;
    });
}

// The same figure gives the same share of the maximum.
inline bool same_function(const IndexComponent& a, const IndexComponent& b)
{
    return a.score.kind == b.score.kind && same_steps(a.score.steps, a.max, b.score.steps, b.max) &&
           a.score.floor == b.score.floor && same_steps(a.score.line, a.max, b.score.line, b.max) &&
           a.score.each * b.max == b.score.each * a.max && a.reached.id == b.reached.id && a.joint_each == b.joint_each;
}

inline NotCompared unlike(const IndexComponent& a, const IndexComponent& b)
{
    if (a.side != b.side) return NotCompared::side;
    if (a.input != b.input) return NotCompared::input;
    if (a.input == IndexInput::survey && (a.scale.low != b.scale.low || a.scale.high != b.scale.high))
        return NotCompared::scale;
    return same_function(a, b) ? NotCompared::no : NotCompared::function;
}

// Ranks of both tables, and the cards that belong together.
struct YearTable {
    const IndexTree& tree;
    const std::vector<Scorecard>& cards;
    std::vector<OfficeRank> ranks, group_ranks;

    YearTable(const IndexTree& of, const std::vector<Scorecard>& with)
        : tree(of), cards(with), ranks(rank_offices(of, with)), group_ranks(rank_offices(of, with, true))
    {
    }
};

// A penalty counts as it does in a total: all that it may take off is taken off what is sure.
inline void add_to_side(YearSide& side, const IndexComponent& component, const ScoreLine& line)
{
    const bool penalty = component.side == IndexSide::penalty;
    side.points = side.points + (penalty ? Ratio(0) - line.most : line.least);
    side.open = side.open + (line.most - line.least);
    if (line.reason != LostReason::excluded) side.max = side.max + component.max;
}

inline void settle_shares(YearLine& line)
{
    for (YearSide* side : {&line.before, &line.after})
        if (side->open == Ratio(0) && side->max != Ratio(0)) side->share = side->points / side->max;
    if (line.why != NotCompared::no) return;
    line.change = line.after.points - line.before.points;
    if (line.before.share && line.after.share) line.share_change = *line.after.share - *line.before.share;
}

}  // namespace detail

SANGKIEN_INLINE const char* word(NotCompared why) noexcept
{
    switch (why) {
        case NotCompared::no_counterpart: return "no-counterpart";
        case NotCompared::side: return "side";
        case NotCompared::input: return "input";
        case NotCompared::scale: return "scale";
        case NotCompared::function: return "function";
        case NotCompared::missing_rule: return "missing-rule";
        case NotCompared::undetermined: return "undetermined";
        case NotCompared::excluded: return "excluded";
        case NotCompared::content: return "content";
        case NotCompared::office_new: return "office-new";
        case NotCompared::office_gone: return "office-gone";
        case NotCompared::group: return "group";
        default: return "";
    }
}

SANGKIEN_INLINE const char* word(YearLineKind kind) noexcept
{
    switch (kind) {
        case YearLineKind::total: return "total";
        case YearLineKind::node: return "node";
        case YearLineKind::bonus: return "bonus";
        case YearLineKind::penalty: return "penalty";
        case YearLineKind::settled: return "settled";
        default: return "base";
    }
}

SANGKIEN_INLINE std::vector<Scorecard> cards_of_year(std::vector<Scorecard> cards, std::int64_t year,
                                                     const std::string& file)
{
    if (year == 0) return cards;
    std::vector<std::string> known;
    for (const Scorecard& card : cards)
        if (const std::string its = std::to_string(card.year);
            std::find(known.begin(), known.end(), its) == known.end())
            known.push_back(its);
    cards.erase(std::remove_if(cards.begin(), cards.end(), [&](const Scorecard& card) { return card.year != year; }),
                cards.end());
    if (!cards.empty()) return cards;
    Problems problems;
    unknown_name(problems, {file, {}, {}}, {"năm", "year"}, std::to_string(year), known);
    problems.throw_if_any();
    return cards;
}

}  // namespace sangkien

#include "index_years_lines_inl.hpp"
