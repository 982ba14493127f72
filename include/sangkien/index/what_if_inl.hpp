#pragma once

#include <algorithm>
#include <stdexcept>

#include "scorecard_inl.hpp"
#include "what_if.hpp"

namespace sangkien {

namespace detail {

inline bool speaks_of(const Supposition& one, const IndexFigure& row)
{
    return one.office == row.office && (one.year == 0 || one.year == row.year);
}

// The row that holds for one office, year and component: of the latest round that has a figure; rows.size() for none.
inline std::size_t holding_row(const IndexTree& tree, const IndexTable& table, const IndexFigure& office,
                               const std::string& component)
{
    std::size_t out = table.rows.size();
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const IndexFigure& figure = table.rows[row];
        if (!figure.stated || figure.component != component || figure.office != office.office ||
            figure.year != office.year)
            continue;
        if (out == table.rows.size() || tree.round(table.rows[out].round) <= tree.round(figure.round)) out = row;
    }
    return out;
}

// The first row of each office and year that a supposition speaks of.
inline std::vector<std::size_t> offices_meant(const IndexTable& table, const Supposition& one)
{
    std::vector<std::size_t> out;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const auto same = [&](std::size_t other) { return table.rows[other].year == table.rows[row].year; };
        if (speaks_of(one, table.rows[row]) && std::none_of(out.begin(), out.end(), same)) out.push_back(row);
    }
    return out;
}

inline Ratio supposed_value(const IndexTable& table, std::size_t holding, const Supposition& one)
{
    const bool known = holding < table.rows.size();
    return one.added && known ? table.rows[holding].value + *one.value : *one.value;
}

inline void drop_figure(IndexTable& table, const IndexFigure& office, const std::string& component)
{
    for (IndexFigure& row : table.rows)
        if (row.component == component && row.office == office.office && row.year == office.year) row.stated = false;
}

// A row of the latest round that the office has come to.
inline IndexFigure new_row(const IndexTree& tree, const IndexTable& table, const IndexFigure& office,
                           const std::string& component)
{
    IndexFigure out;
    out.office = office.office;
    out.group = office.group;
    out.year = office.year;
    out.component = component;
    out.round = office.round;
    for (const IndexFigure& row : table.rows)
        if (row.office == office.office && row.year == office.year && tree.round(out.round) < tree.round(row.round))
            out.round = row.round;
    out.evidence = "?";
    return out;
}

inline void suppose(const IndexTree& tree, IndexTable& table, const Supposition& one)
{
    for (const std::size_t first : offices_meant(table, one)) {
        const IndexFigure office = table.rows[first];
        std::size_t row = holding_row(tree, table, office, one.component);
        if (!one.value) {
            drop_figure(table, office, one.component);
            continue;
        }
        const Ratio value = supposed_value(table, row, one);
        if (row == table.rows.size()) table.rows.push_back(new_row(tree, table, office, one.component));
        table.rows[row].stated = true;
        table.rows[row].value = value;
    }
}

inline bool differ(const NodeScore& a, const NodeScore& b)
{
    return a.points != b.points || a.open != b.open || a.max != b.max;
}

inline bool differ(const ScoreLine& a, const ScoreLine& b)
{
    return a.points != b.points || a.least != b.least || a.most != b.most || a.reason != b.reason;
}

inline bool differ(const OfficeRank& a, const OfficeRank& b)
{
    return a.best != b.best || a.worst != b.worst || a.lowest.id != b.lowest.id || a.highest.id != b.highest.id;
}

}  // namespace detail

SANGKIEN_INLINE void check_suppositions(const IndexTree& tree, const IndexTable& table,
                                        const std::vector<Supposition>& suppositions, const std::string& file,
                                        Problems& problems)
{
    const detail::ComponentNumbers components(tree);
    IndexTable as_it_would_be = table;
    for (const Supposition& one : suppositions) {
        const Place place{file, "", one.mark};
        const std::vector<std::size_t> meant = detail::offices_meant(as_it_would_be, one);
        const std::size_t at = components.of(one.component);
        if (meant.empty()) {
            std::vector<std::string> known;
            for (const IndexFigure& row : table.rows)
                if (known.empty() || known.back() != row.office) known.push_back(row.office);
            const std::string year = one.year == 0 ? "" : " " + std::to_string(one.year);
            unknown_name(problems, place, {"đơn vị trong bảng", "office of the table"}, one.office + year, known);
        }
        if (at == components.size()) {
            std::vector<std::string> known;
            for (std::size_t i = 0; i < components.size(); ++i) known.push_back(components[i].name.id);
            unknown_name(problems, place, {"tiêu chí thành phần", "component of the index"}, one.component, known);
        }
        if (meant.empty() || at == components.size()) continue;
        for (const std::size_t first : meant) {
            if (!one.value) break;
            const std::size_t row =
                detail::holding_row(tree, as_it_would_be, as_it_would_be.rows[first], one.component);
            detail::check_figure_range(components[at], detail::supposed_value(as_it_would_be, row, one), place,
                                       problems);
        }
        detail::suppose(tree, as_it_would_be, one);
    }
}

SANGKIEN_INLINE IndexTable supposed_table(const IndexTree& tree, const IndexTable& table,
                                          const std::vector<Supposition>& suppositions)
{
    IndexTable out = table;
    for (const Supposition& one : suppositions) detail::suppose(tree, out, one);
    return out;
}

SANGKIEN_INLINE std::vector<CardChange> card_changes(const IndexTree& tree, const std::vector<Scorecard>& before,
                                                     const std::vector<Scorecard>& after)
{
    const auto same_office = [](const Scorecard& a, const Scorecard& b) {
        return a.office == b.office && a.year == b.year;
    };
    if (!std::equal(before.begin(), before.end(), after.begin(), after.end(), same_office))
        throw std::invalid_argument("card_changes: the lists have not the same offices in the same order");
    const std::vector<OfficeRank> ranks_before = rank_offices(tree, before), ranks_after = rank_offices(tree, after);
    std::vector<CardChange> out;
    for (std::size_t card = 0; card < before.size(); ++card) {
        const Scorecard &was = before[card], &is = after[card];
        CardChange change;
        change.card = card;
        change.rank_before = ranks_before[card];
        change.rank_after = ranks_after[card];
        for (std::size_t node = 0; node < was.nodes.size(); ++node)
            if (detail::differ(was.nodes[node], is.nodes[node]))
                change.nodes.push_back({node, was.nodes[node], is.nodes[node]});
        for (std::size_t line = 0; line < was.lines.size(); ++line)
            if (detail::differ(was.lines[line], is.lines[line]))
                change.lines.push_back({was.lines[line], is.lines[line]});
        const bool changed = was.total != is.total || was.open != is.open || !change.lines.empty();
        if (changed || detail::differ(change.rank_before, change.rank_after)) out.push_back(std::move(change));
    }
    return out;
}

}  // namespace sangkien
