#pragma once

#include <algorithm>
#include <unordered_map>

#include "index_functions_inl.hpp"
#include "scorecard.hpp"

namespace sangkien {

namespace detail {

// Components by id, base and beside, numbered as ScoreLine numbers them.
class ComponentNumbers {
public:
    explicit ComponentNumbers(const IndexTree& tree) : tree_(tree)
    {
        for (std::size_t i = 0; i < size(); ++i) at_.emplace((*this)[i].name.id, i);
    }

    std::size_t size() const noexcept { return tree_.components.size() + tree_.beside.size(); }
    const IndexComponent& operator[](std::size_t at) const noexcept
    {
        const std::size_t base = tree_.components.size();
        return at < base ? tree_.components[at] : tree_.beside[at - base];
    }
    // size() when there is none.
    std::size_t of(std::string_view id) const
    {
        const auto found = at_.find(id);
        return found == at_.end() ? size() : found->second;
    }
    // The same, quicker where a table names the components in the order of the tree, as most do.
    std::size_t next(std::string_view id)
    {
        const std::size_t guess = last_ + 1 < size() ? last_ + 1 : 0;
        last_ = guess < size() && (*this)[guess].name.id == id ? guess : of(id);
        return last_;
    }

private:
    const IndexTree& tree_;
    std::unordered_map<std::string_view, std::size_t> at_;
    std::size_t last_ = static_cast<std::size_t>(-1);
};

// Offices and years, numbered as they first stand in the table.
class OfficeNumbers {
public:
    OfficeNumbers() = default;
    OfficeNumbers(const OfficeNumbers&) = delete;
    OfficeNumbers& operator=(const OfficeNumbers&) = delete;

    std::size_t of(const IndexFigure& row) { return of(row.office, row.year); }
    // Quicker where rows of one office stand together, or the offices in the order in which they first did.
    std::size_t of(std::string_view office, std::int64_t year)
    {
        for (const std::size_t guess : {last_, last_ + 1, std::size_t{0}})
            if (guess < known_.size() && known_[guess].year == year && known_[guess].office == office)
                return last_ = guess;
        key_.assign(office).append(1, '\0').append(std::to_string(year));
        const auto [at, added] = at_.emplace(key_, known_.size());
        if (added) known_.push_back({std::string_view(at->first).substr(0, office.size()), year});
        return last_ = at->second;
    }
    std::size_t size() const noexcept { return known_.size(); }

private:
    struct Known {
        std::string_view office;  // in the key, which stays where it is
        std::int64_t year;
    };
    std::unordered_map<std::string, std::size_t> at_;
    std::vector<Known> known_;
    std::string key_;
    std::size_t last_ = 0;
};

// For each office and year the row that holds of each component: of the latest round with a figure.
struct LatestRows {
    LatestRows(const IndexTree& tree, const IndexTable& table, std::string_view until)
    {
        ComponentNumbers components(tree);
        OfficeNumbers offices;
        width = components.size();
        const std::size_t last = until.empty() ? tree.rounds.size() : tree.round(until);
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            const IndexFigure& figure = table.rows[row];
            const std::size_t office = offices.of(figure), at = components.next(figure.component);
            if (office == first.size()) {
                first.push_back(row);
                cells.resize(cells.size() + width, ScoreLine::no_row);
            }
            const std::size_t round = tree.round(figure.round);
            if (!figure.stated || at == width || round > last) continue;
            std::size_t& cell = cells[office * width + at];
            if (cell == ScoreLine::no_row || tree.round(table.rows[cell].round) <= round) cell = row;
        }
    }

    std::size_t width = 0;
    std::vector<std::size_t> first;  // row of each office and year
    std::vector<std::size_t> cells;  // office by office
};

inline ScoreLine known_line(std::size_t at, const IndexComponent& component, Ratio points, LostReason reason)
{
    ScoreLine line;
    line.component = at;
    line.points = line.least = line.most = points;
    line.reason = reason;
    if (component.side == IndexSide::base) line.lost = component.max - points;
    if (component.side == IndexSide::penalty) line.lost = points;
    if (line.lost == Ratio(0)) line.reason = LostReason::nothing;
    return line;
}

// What a rule makes of a component without a usable figure.
inline ScoreLine line_by_rule(std::size_t at, const IndexComponent& component, MissingRule rule, LostReason why)
{
    if (rule == MissingRule::zero) return known_line(at, component, Ratio(0), why);
    ScoreLine line;
    line.component = at;
    line.reason = rule == MissingRule::excluded ? LostReason::excluded : LostReason::undetermined;
    if (rule == MissingRule::excluded) return line;
    widen(component, line.least, line.most);
    if (line.least == line.most) return known_line(at, component, line.least, why);  // whatever it may be
    if (component.side == IndexSide::base) line.lost = component.max - line.most;
    if (component.side == IndexSide::penalty) line.lost = line.least;
    return line;
}

inline ScoreLine scored_line(std::size_t at, const IndexComponent& component, const IndexTable& table, std::size_t row)
{
    if (row == ScoreLine::no_row) return line_by_rule(at, component, component.missing, LostReason::missing);
    const IndexFigure& figure = table.rows[row];
    ScoreLine line;
    if (component.without_evidence && figure.evidence.empty())
        line = line_by_rule(at, component, *component.without_evidence, LostReason::no_evidence);
    else
        line = known_line(at, component, points_for(component, figure.value), LostReason::figure);
    line.row = row;
    return line;
}

inline void add_line(NodeScore& node, const ScoreLine& line, Ratio max)
{
    if (line.reason == LostReason::excluded) return;
    node.points = node.points + line.least;
    node.open = node.open + (line.most - line.least);
    node.max = node.max + max;
    node.lost = node.lost + line.lost;
    node.complete = node.complete && line.points;
}

inline void add_node(NodeScore& sum, const NodeScore& part)
{
    sum.points = sum.points + part.points;
    sum.open = sum.open + part.open;
    sum.max = sum.max + part.max;
    sum.lost = sum.lost + part.lost;
    sum.complete = sum.complete && part.complete;
}

// Base brought up to the whole, bonus and penalty; the result lies in [total, total + open].
inline void settle(const IndexTree& tree, Scorecard& card, const NodeScore& bonus, const NodeScore& penalty)
{
    const bool whole = card.base.max == tree.whole;
    // Nothing left to score by: anything may be the result.
    const bool none = card.base.max == Ratio(0) && !whole;
    const Ratio factor = whole || none ? Ratio(1) : tree.whole / card.base.max;
    card.scaled = card.base.points * factor;
    card.scaled_open = none ? tree.whole : card.base.open * factor;
    card.bonus = bonus.points;
    card.penalty = penalty.points;
    Ratio low = card.scaled + bonus.points - penalty.points - penalty.open;
    Ratio high = card.scaled + card.scaled_open + bonus.points + bonus.open - penalty.points;
    if (tree.clamped) {
        low = std::min(std::max(low, Ratio(0)), tree.whole);
        high = std::min(std::max(high, Ratio(0)), tree.whole);
    }
    card.total = low;
    card.open = high - low;
    card.share = tree.whole == Ratio(0) ? Ratio(0) : low / tree.whole;
    card.complete = (card.base.complete && bonus.complete && penalty.complete && !none) || low == high;
}

// `line_at` gives the line of each component.
template <class LineAt>
Scorecard card_of(const IndexTree& tree, LineAt line_at)
{
    Scorecard card;
    const std::size_t width = tree.components.size() + tree.beside.size();
    card.nodes.resize(tree.nodes.size());
    card.lines.reserve(width);
    NodeScore bonus, penalty;
    for (std::size_t at = 0; at < width; ++at) {
        const IndexComponent& component =
            at < tree.components.size() ? tree.components[at] : tree.beside[at - tree.components.size()];
        card.lines.push_back(line_at(at, component));
        NodeScore& into = component.side == IndexSide::bonus     ? bonus
                          : component.side == IndexSide::penalty ? penalty
                                                                 : card.nodes[component.node];
        add_line(into, card.lines.back(), component.max);
    }
    for (std::size_t at = tree.nodes.size(); at-- > 0;)  // inner nodes stand behind those they are in
        add_node(tree.nodes[at].parent == IndexNode::top ? card.base : card.nodes[tree.nodes[at].parent],
                 card.nodes[at]);
    settle(tree, card, bonus, penalty);
    return card;
}

}  // namespace detail

SANGKIEN_INLINE const char* word(LostReason reason) noexcept
{
    switch (reason) {
        case LostReason::figure: return "figure";
        case LostReason::missing: return "missing";
        case LostReason::no_evidence: return "no-evidence";
        case LostReason::excluded: return "excluded";
        case LostReason::undetermined: return "undetermined";
        default: return "";
    }
}

SANGKIEN_INLINE const IndexComponent& component_of(const IndexTree& tree, const ScoreLine& line) noexcept
{
    const std::size_t base = tree.components.size();
    return line.component < base ? tree.components[line.component] : tree.beside[line.component - base];
}

SANGKIEN_INLINE std::vector<Scorecard> score_table(const IndexTree& tree, const IndexTable& table,
                                                   std::string_view until)
{
    const detail::LatestRows latest(tree, table, until);
    const std::vector<std::size_t>& first = latest.first;
    const std::size_t width = latest.width;
    std::vector<Scorecard> out;
    out.reserve(first.size());
    for (std::size_t office = 0; office < first.size(); ++office) {
        const std::size_t* rows = latest.cells.data() + office * width;
        out.push_back(detail::card_of(tree, [&](std::size_t at, const IndexComponent& component) {
            return detail::scored_line(at, component, table, rows[at]);
        }));
        const IndexFigure& figure = table.rows[first[office]];
        out.back().office = figure.office;
        out.back().group = figure.group;
        out.back().year = figure.year;
    }
    return out;
}

SANGKIEN_INLINE std::vector<RoundDifference> round_differences(const IndexTree& tree, const IndexTable& table,
                                                               std::string_view from, std::string_view to)
{
    const detail::ComponentNumbers components(tree);
    detail::OfficeNumbers offices;
    std::unordered_map<std::uint64_t, std::size_t> earlier;
    const auto key = [&](const IndexFigure& row, std::size_t at) {
        return static_cast<std::uint64_t>(offices.of(row)) * components.size() + at;
    };
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        if (const std::size_t at = components.of(table.rows[row].component);
            table.rows[row].stated && table.rows[row].round == from && at < components.size())
            earlier.emplace(key(table.rows[row], at), row);
    std::vector<RoundDifference> out;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const IndexFigure& figure = table.rows[row];
        const std::size_t at = components.of(figure.component);
        if (!figure.stated || figure.round != to || at == components.size()) continue;
        const auto found = earlier.find(key(figure, at));
        if (found == earlier.end()) continue;
        const Ratio before = points_for(components[at], table.rows[found->second].value);
        const Ratio after = points_for(components[at], figure.value);
        if (before != after) out.push_back({figure.office, figure.year, at, found->second, row, before, after});
    }
    return out;
}

}  // namespace sangkien

#include "scorecard_checks_inl.hpp"
