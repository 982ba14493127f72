#pragma once

#include <algorithm>
#include <map>
#include <set>

#include "cheapest_way.hpp"
#include "what_if_inl.hpp"

namespace sangkien {

namespace detail {

// One component of the office as the search goes.
struct SearchedFigure {
    std::optional<Ratio> value;  // the figure that holds
    bool evidence = false;       // beside it, or supposed
    ScoreLine line;
    int set = 0;    // actions taken that set it
    int added = 0;  // and that add to it
};

inline bool fewer_first(const ActionSet& a, const ActionSet& b)
{
    return a.actions.size() != b.actions.size() ? a.actions.size() < b.actions.size() : a.actions < b.actions;
}

// All sets of actions, dear ones first, so that what costs too much is left out early. A change of one component costs a
// few sums.
class CheapestSearch {
public:
    CheapestSearch(const IndexTree& tree, const IndexTable& table, const Scorecard& office,
                   const std::vector<Action>& actions, const RankNeeds& target)
        : tree_(tree), components_(tree), actions_(actions), target_(target)
    {
        for (const ScoreLine& line : office.lines) {
            SearchedFigure figure;
            figure.line = line;
            figure.evidence = line.row == ScoreLine::no_row || !table.rows[line.row].evidence.empty();
            if (line.row != ScoreLine::no_row) figure.value = table.rows[line.row].value;
            figures_.push_back(figure);
            count(line, 1);
        }
        for (std::size_t i = 0; i < actions.size(); ++i) order_.push_back(i);
        std::stable_sort(order_.begin(), order_.end(),
                         [&](std::size_t a, std::size_t b) { return actions_[b].cost < actions_[a].cost; });
        for (const Action& action : actions) {
            numbers_.emplace_back();
            for (const Action::Figure& figure : action.figures)
                numbers_.back().push_back(components_.of(figure.component));
        }
    }

    CheapestWay run()
    {
        go(0, Ratio(0));
        out_.ways.assign(found_.begin(), found_.end());
        return std::move(out_);
    }

private:
    // Adds (1) or takes away (-1) what a line brings.
    void count(const ScoreLine& line, int times)
    {
        const IndexComponent& component = components_[line.component];
        if (line.reason == LostReason::excluded) return;
        NodeScore& sum = component.side == IndexSide::bonus     ? bonus_
                         : component.side == IndexSide::penalty ? penalty_
                                                                : base_;
        const Ratio factor(times);
        sum.points = sum.points + factor * line.least;
        sum.open = sum.open + factor * (line.most - line.least);
        sum.max = sum.max + factor * component.max;
        unsure_ += line.points ? 0 : times;
    }

    void put(std::size_t at, const SearchedFigure& figure)
    {
        count(figures_[at].line, -1);
        figures_[at] = figure;
        count(figures_[at].line, 1);
    }

    // False, with nothing changed, where the action does not go with those taken.
    bool apply(std::size_t number, std::vector<SearchedFigure>& before)
    {
        const Action& action = actions_[number];
        if (!action.one_of.empty() && bonds_[action.one_of] > 0) return false;
        for (std::size_t i = 0; i < action.figures.size(); ++i) {
            const std::size_t at = numbers_[number][i];
            SearchedFigure next = figures_[at];
            const Ratio value =
                action.figures[i].added && next.value ? *next.value + action.figures[i].value : action.figures[i].value;
            if (next.set > 0 || (next.added > 0 && !action.figures[i].added) || !figure_fits(components_[at], value)) {
                undo(number, before);
                return false;
            }
            ++(action.figures[i].added ? next.added : next.set);
            next.value = value;
            const IndexComponent& component = components_[at];
            next.line = component.without_evidence && !next.evidence
                            ? line_by_rule(at, component, *component.without_evidence, LostReason::no_evidence)
                            : known_line(at, component, points_for(component, value), LostReason::figure);
            before.push_back(figures_[at]);
            put(at, next);
        }
        ++bonds_[action.one_of];
        return true;
    }

    void undo(std::size_t number, std::vector<SearchedFigure>& before)
    {
        for (std::size_t i = before.size(); i-- > 0;) put(numbers_[number][i], before[i]);
        before.clear();
    }

    void go(std::size_t depth, Ratio cost)
    {
        if (out_.reachable && out_.cost < cost) return;
        if (depth == order_.size()) return take(cost);
        go(depth + 1, cost);
        const std::size_t number = order_[depth];
        std::vector<SearchedFigure> before;
        if (!apply(number, before)) return;
        chosen_.push_back(number);
        go(depth + 1, cost + actions_[number].cost);
        chosen_.pop_back();
        --bonds_[actions_[number].one_of];
        undo(number, before);
    }

    void take(Ratio cost)
    {
        Scorecard card;
        card.base = base_;
        card.base.complete = unsure_ == 0;
        settle(tree_, card, bonus_, penalty_);
        const bool met = !target_.total || (target_.more ? *target_.total < card.total : *target_.total <= card.total);
        if (!met) {
            if (!out_.reachable && (!any_ || out_.best < card.total)) out_.best = card.total;
            any_ = true;
            return;
        }
        if (!out_.reachable || cost < out_.cost) {
            found_.clear();
            out_.more = false;
        }
        out_.reachable = true;
        out_.cost = cost;
        ActionSet way{chosen_, card.total};
        std::sort(way.actions.begin(), way.actions.end());
        found_.insert(std::move(way));
        if (found_.size() <= most_ways) return;
        found_.erase(std::prev(found_.end()));
        out_.more = true;
    }

    const IndexTree& tree_;
    ComponentNumbers components_;
    const std::vector<Action>& actions_;
    RankNeeds target_;
    std::vector<std::size_t> order_;
    std::vector<std::vector<std::size_t>> numbers_;  // by action: its components
    std::vector<SearchedFigure> figures_;            // by component
    NodeScore base_, bonus_, penalty_;
    int unsure_ = 0;
    std::map<std::string, int> bonds_;
    std::vector<std::size_t> chosen_;
    std::set<ActionSet, bool (*)(const ActionSet&, const ActionSet&)> found_{fewer_first};
    bool any_ = false;
    CheapestWay out_;
};

}  // namespace detail

SANGKIEN_INLINE void check_actions(const IndexTree& tree, const IndexTable& table, const Scorecard& office,
                                   const std::vector<Action>& actions, const std::string& file, Problems& problems)
{
    if (actions.size() > most_actions)
        problems.add(
            ErrorId::too_many_actions, {file, "", actions[most_actions].mark},
            {{"count", static_cast<std::int64_t>(actions.size())}, {"most", static_cast<std::int64_t>(most_actions)}});
    std::map<std::string, Mark> seen;
    for (const Action& action : actions) {
        const Place place{file, "", action.mark};
        const auto [first, fresh] = seen.emplace(action.id, action.mark);
        if (!fresh)
            problems.add(ErrorId::duplicate_id, place, {{"id", action.id}, {"line", std::int64_t{first->second.line}}});
        if (action.cost < Ratio(0))
            problems.add(ErrorId::out_of_range, place,
                         {{"value", action.cost.text()}, {"low", 0}, {"high", Words{"số bất kỳ", "any number"}}});
        std::vector<Supposition> alone;
        for (const Action::Figure& figure : action.figures)
            alone.push_back({office.office, office.year, figure.component, figure.value, figure.added, action.mark});
        check_suppositions(tree, table, alone, file, problems);
    }
}

SANGKIEN_INLINE CheapestWay cheapest_way(const IndexTree& tree, const IndexTable& table, const Scorecard& office,
                                         const std::vector<Action>& actions, const RankNeeds& target)
{
    return detail::CheapestSearch(tree, table, office, actions, target).run();
}

}  // namespace sangkien
