// The lines of one office between two years, and which cards of two tables belong together.
#pragma once

#include "index_years_inl.hpp"

namespace sangkien {

namespace detail {

class YearComparer {
public:
    YearComparer(const YearTable& before, const YearTable& after, const IndexMapping& mapping)
        : before_(before), after_(after), numbers_before_(before.tree), numbers_after_(after.tree)
    {
        components_ = YearLinks(ids(numbers_before_), ids(numbers_after_), mapping).take();
        nodes_ = YearLinks(ids(before.tree), ids(after.tree), mapping).take();
        for (const YearLink& link : components_) alike_.push_back(alike(link));
    }

    YearComparison run(std::size_t before, std::size_t after) const
    {
        const bool has_before = before != YearComparison::no_card, has_after = after != YearComparison::no_card;
        const Scorecard* from = has_before ? &before_.cards[before] : nullptr;
        const Scorecard* to = has_after ? &after_.cards[after] : nullptr;
        YearComparison out;
        out.office = from != nullptr ? from->office : to->office;
        out.before = before;
        out.after = after;
        if (has_before) out.rank_before = before_.ranks[before], out.group_rank_before = before_.group_ranks[before];
        if (has_after) out.rank_after = after_.ranks[after], out.group_rank_after = after_.group_ranks[after];
        const NotCompared alone = !has_before  ? NotCompared::office_new
                                  : !has_after ? NotCompared::office_gone
                                               : NotCompared::no;
        out.group_rank = alone != NotCompared::no   ? alone
                         : from->group != to->group ? NotCompared::group
                                                    : NotCompared::no;
        std::vector<YearLine> parts;
        for (std::size_t i = 0; i < components_.size(); ++i)
            parts.push_back(part(components_[i], alike_[i], from, to, alone));
        settled(parts, from, to, alone);
        out.lines.push_back(total(parts, from, to, alone));
        for (const YearLink& link : nodes_) out.lines.push_back(node(link, parts, from, to, alone));
        for (YearLine& line : parts) {
            settle_shares(line);
            const bool compared = line.why == NotCompared::no;
            Ratio &first = compared ? out.compared_before : out.apart_before,
                  &second = compared ? out.compared_after : out.apart_after;
            first = first + line.before.points;
            second = second + line.after.points;
            out.lines.push_back(std::move(line));
        }
        return out;
    }

private:
    static std::vector<std::string> ids(const ComponentNumbers& numbers)
    {
        std::vector<std::string> out;
        for (std::size_t i = 0; i < numbers.size(); ++i) out.push_back(numbers[i].name.id);
        return out;
    }
    static std::vector<std::string> ids(const IndexTree& tree)
    {
        std::vector<std::string> out;
        for (const IndexNode& node : tree.nodes) out.push_back(node.name.id);
        return out;
    }

    // Whether the components of a link measure the same, each with each.
    NotCompared alike(const YearLink& link) const
    {
        if (link.before.empty() || link.after.empty()) return NotCompared::no_counterpart;
        std::vector<const IndexComponent*> all;
        for (const std::size_t i : link.before) all.push_back(&numbers_before_[i]);
        for (const std::size_t i : link.after) all.push_back(&numbers_after_[i]);
        for (const IndexComponent* each : all)
            if (const NotCompared why = unlike(*all[0], *each); why != NotCompared::no) return why;
        return NotCompared::no;
    }

    // Why the points of these two years cannot be compared although the components could.
    NotCompared between(const YearLink& link, const Scorecard& from, const Scorecard& to) const
    {
        std::vector<std::pair<const IndexComponent*, const ScoreLine*>> all;
        for (const std::size_t i : link.before) all.emplace_back(&numbers_before_[i], &from.lines[i]);
        for (const std::size_t i : link.after) all.emplace_back(&numbers_after_[i], &to.lines[i]);
        bool by_rule = false, other_rules = false;
        for (const auto& [component, line] : all) {
            if (line->reason == LostReason::excluded) return NotCompared::excluded;
            if (!line->points) return NotCompared::undetermined;
            by_rule = by_rule || line->reason == LostReason::missing || line->reason == LostReason::no_evidence;
            other_rules = other_rules || component->missing != all[0].first->missing ||
                          component->without_evidence != all[0].first->without_evidence;
        }
        return by_rule && other_rules ? NotCompared::missing_rule : NotCompared::no;
    }

    YearLine part(const YearLink& link, NotCompared alike, const Scorecard* from, const Scorecard* to,
                  NotCompared alone) const
    {
        YearLine out;
        const IndexSide side =
            link.before.empty() ? numbers_after_[link.after[0]].side : numbers_before_[link.before[0]].side;
        out.kind = side == IndexSide::bonus     ? YearLineKind::bonus
                   : side == IndexSide::penalty ? YearLineKind::penalty
                                                : YearLineKind::base;
        out.before.of = link.before;
        out.after.of = link.after;
        for (const std::size_t i : link.before)
            if (from != nullptr) add_to_side(out.before, numbers_before_[i], from->lines[i]);
        for (const std::size_t i : link.after)
            if (to != nullptr) add_to_side(out.after, numbers_after_[i], to->lines[i]);
        out.why = alone != NotCompared::no ? alone : alike != NotCompared::no ? alike : between(link, *from, *to);
        return out;
    }

    // What scaling up and clamping made of the sum of the parts.
    void settled(std::vector<YearLine>& parts, const Scorecard* from, const Scorecard* to, NotCompared alone) const
    {
        YearLine out;
        out.kind = YearLineKind::settled;
        if (from != nullptr) out.before.points = from->total;
        if (to != nullptr) out.after.points = to->total;
        for (const YearLine& line : parts) {
            out.before.points = out.before.points - line.before.points;
            out.after.points = out.after.points - line.after.points;
        }
        if (out.before.points == Ratio(0) && out.after.points == Ratio(0)) return;
        out.why = alone != NotCompared::no ? alone : NotCompared::content;
        parts.push_back(std::move(out));
    }

    YearLine total(const std::vector<YearLine>& parts, const Scorecard* from, const Scorecard* to,
                   NotCompared alone) const
    {
        YearLine out;
        out.kind = YearLineKind::total;
        if (from != nullptr) out.before = {{}, from->total, from->open, before_.tree.whole, {}};
        if (to != nullptr) out.after = {{}, to->total, to->open, after_.tree.whole, {}};
        out.why = alone;
        if (alone == NotCompared::no) {
            const bool open = !from->complete || !to->complete;
            const bool other = std::any_of(parts.begin(), parts.end(), [](const YearLine& line) {
                return line.why != NotCompared::no && line.why != NotCompared::undetermined &&
                       line.kind != YearLineKind::settled;
            });
            if (other) out.why = NotCompared::content;
            if (open) out.why = NotCompared::undetermined;
        }
        settle_shares(out);
        return out;
    }

    static bool stands_in(const IndexTree& tree, const ComponentNumbers& numbers, std::size_t component,
                          const std::vector<std::size_t>& nodes)
    {
        if (component >= tree.components.size()) return false;
        for (std::size_t at = numbers[component].node; at != IndexNode::top; at = tree.nodes[at].parent)
            if (std::find(nodes.begin(), nodes.end(), at) != nodes.end()) return true;
        return false;
    }

    // What is in the nodes of one year is in those of the other, and can be compared.
    bool same_content(const YearLink& link, const std::vector<YearLine>& parts) const
    {
        for (const YearLine& part : parts) {
            if (part.kind == YearLineKind::settled) continue;
            std::size_t in = 0;
            for (const std::size_t i : part.before.of) in += stands_in(before_.tree, numbers_before_, i, link.before);
            for (const std::size_t i : part.after.of) in += stands_in(after_.tree, numbers_after_, i, link.after);
            if (in == 0) continue;
            if (part.why != NotCompared::no || in != part.before.of.size() + part.after.of.size()) return false;
        }
        return true;
    }

    YearLine node(const YearLink& link, const std::vector<YearLine>& parts, const Scorecard* from, const Scorecard* to,
                  NotCompared alone) const
    {
        YearLine out;
        out.kind = YearLineKind::node;
        bool known = true;
        const auto fill = [&](YearSide& side, const std::vector<std::size_t>& nodes, const Scorecard* card) {
            side.of = nodes;
            for (const std::size_t i : nodes) {
                if (card == nullptr) continue;
                side.points = side.points + card->nodes[i].points;
                side.open = side.open + card->nodes[i].open;
                side.max = side.max + card->nodes[i].max;
                known = known && card->nodes[i].complete;
            }
        };
        fill(out.before, link.before, from);
        fill(out.after, link.after, to);
        out.why = alone;
        if (alone == NotCompared::no) {
            const bool content = same_content(link, parts);
            if (link.before.empty() || link.after.empty())
                out.why = NotCompared::no_counterpart;
            else if (!known)
                out.why = NotCompared::undetermined;
            else if (!content && !link.declared)
                out.why = NotCompared::content;
            out.declared = out.why == NotCompared::no && !content;
        }
        settle_shares(out);
        return out;
    }

    const YearTable &before_, &after_;
    ComponentNumbers numbers_before_, numbers_after_;
    std::vector<YearLink> components_, nodes_;
    std::vector<NotCompared> alike_;
};

}  // namespace detail

SANGKIEN_INLINE std::vector<YearComparison> compare_years(const IndexTree& before,
                                                          const std::vector<Scorecard>& cards_before,
                                                          const IndexTree& after,
                                                          const std::vector<Scorecard>& cards_after,
                                                          const IndexMapping& mapping)
{
    std::map<std::pair<std::string, std::int64_t>, std::size_t> same;
    std::map<std::string, std::pair<std::vector<std::size_t>, std::vector<std::size_t>>> years;
    for (std::size_t i = 0; i < cards_before.size(); ++i) years[cards_before[i].office].first.push_back(i);
    for (std::size_t i = 0; i < cards_after.size(); ++i) {
        same[{cards_after[i].office, cards_after[i].year}] = i;
        years[cards_after[i].office].second.push_back(i);
    }
    const bool any_same = std::any_of(cards_before.begin(), cards_before.end(), [&](const Scorecard& card) {
        return same.count({card.office, card.year}) != 0;
    });
    const detail::YearTable first(before, cards_before), second(after, cards_after);
    const detail::YearComparer comparer(first, second, mapping);
    std::vector<YearComparison> out;
    std::vector<bool> taken(cards_after.size());
    for (std::size_t i = 0; i < cards_before.size(); ++i) {
        std::size_t with = YearComparison::no_card;
        const auto& of = years[cards_before[i].office];
        if (const auto found = same.find({cards_before[i].office, cards_before[i].year}); found != same.end())
            with = found->second;
        else if (!any_same && of.first.size() == 1 && of.second.size() == 1)
            with = of.second[0];
        if (with != YearComparison::no_card) taken[with] = true;
        out.push_back(comparer.run(i, with));
    }
    for (std::size_t i = 0; i < cards_after.size(); ++i)
        if (!taken[i]) out.push_back(comparer.run(YearComparison::no_card, i));
    return out;
}

}  // namespace sangkien
