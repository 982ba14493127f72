#pragma once

#include <algorithm>
#include <stdexcept>
#include <unordered_map>
#include <unordered_set>

#include "scorecard_inl.hpp"
#include "what_if.hpp"

namespace sangkien {

namespace detail {

// A table that suppositions change one after the other; the rows of an office are found without looking at all.
class SupposedTable {
public:
    SupposedTable(const IndexTree& tree, IndexTable table) : tree_(tree), table_(std::move(table))
    {
        for (std::size_t row = 0; row < table_.rows.size(); ++row) rows_[table_.rows[row].office].push_back(row);
    }

    IndexTable take() && { return std::move(table_); }

    // The first row of each year of the office that a supposition speaks of.
    std::vector<std::size_t> meant(const Supposition& one) const
    {
        std::vector<std::size_t> out;
        for (const std::size_t row : rows_of(one.office)) {
            const auto same = [&](std::size_t other) { return table_.rows[other].year == table_.rows[row].year; };
            if ((one.year == 0 || one.year == table_.rows[row].year) && std::none_of(out.begin(), out.end(), same))
                out.push_back(row);
        }
        return out;
    }

    // The figure of the office and year at `first`, as it would be.
    Ratio value(std::size_t first, const Supposition& one) const
    {
        const std::size_t row = holding(first, one.component);
        return one.added && row != none ? table_.rows[row].value + *one.value : *one.value;
    }

    void suppose(const Supposition& one)
    {
        for (const std::size_t first : meant(one)) {
            if (!one.value) {
                drop(first, one.component);
                continue;
            }
            const Ratio figure = value(first, one);
            std::size_t row = holding(first, one.component);
            if (row == none) row = add(first, one.component);
            table_.rows[row].stated = true;
            table_.rows[row].value = figure;
        }
    }

private:
    static constexpr auto none = static_cast<std::size_t>(-1);

    const std::vector<std::size_t>& rows_of(const std::string& office) const
    {
        static const std::vector<std::size_t> nothing;
        const auto found = rows_.find(office);
        return found == rows_.end() ? nothing : found->second;
    }

    // What the office of row `first` has in that year.
    template <class What>
    void each(std::size_t first, What&& what) const
    {
        const std::int64_t year = table_.rows[first].year;
        for (const std::size_t row : rows_of(table_.rows[first].office))
            if (table_.rows[row].year == year) what(row);
    }

    // The row that holds: of the latest round that has a figure.
    std::size_t holding(std::size_t first, const std::string& component) const
    {
        std::size_t out = none;
        each(first, [&](std::size_t row) {
            const IndexFigure& figure = table_.rows[row];
            if (!figure.stated || figure.component != component) return;
            if (out == none || tree_.round(table_.rows[out].round) <= tree_.round(figure.round)) out = row;
        });
        return out;
    }

    void drop(std::size_t first, const std::string& component)
    {
        each(first, [&](std::size_t row) {
            if (table_.rows[row].component == component) table_.rows[row].stated = false;
        });
    }

    // A row of the latest round that the office has come to.
    std::size_t add(std::size_t first, const std::string& component)
    {
        const IndexFigure& office = table_.rows[first];
        IndexFigure out;
        out.office = office.office;
        out.group = office.group;
        out.year = office.year;
        out.component = component;
        out.round = office.round;
        each(first, [&](std::size_t row) {
            const std::string& round = table_.rows[row].round;
            if (tree_.round(out.round) < tree_.round(round)) out.round = round;
        });
        out.evidence = "?";
        rows_[out.office].push_back(table_.rows.size());
        table_.rows.push_back(std::move(out));
        return table_.rows.size() - 1;
    }

    const IndexTree& tree_;
    IndexTable table_;
    std::unordered_map<std::string, std::vector<std::size_t>> rows_;  // of each office, in the order of the table
};

// Each office once.
inline std::vector<std::string> offices_of(const IndexTable& table)
{
    std::vector<std::string> out;
    std::unordered_set<std::string_view> met;
    for (const IndexFigure& row : table.rows)
        if (met.insert(row.office).second) out.push_back(row.office);
    return out;
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
    detail::SupposedTable as_it_would_be(tree, table);
    for (const Supposition& one : suppositions) {
        const Place place{file, "", one.mark};
        const std::vector<std::size_t> meant = as_it_would_be.meant(one);
        const std::size_t at = components.of(one.component);
        if (meant.empty()) {
            const std::string year = one.year == 0 ? "" : " " + std::to_string(one.year);
            unknown_name(problems, place, {"đơn vị trong bảng", "office of the table"}, one.office + year,
                         detail::offices_of(table));
        }
        if (at == components.size()) {
            std::vector<std::string> known;
            for (std::size_t i = 0; i < components.size(); ++i) known.push_back(components[i].name.id);
            unknown_name(problems, place, {"tiêu chí thành phần", "component of the index"}, one.component, known);
        }
        if (meant.empty() || at == components.size()) continue;
        for (const std::size_t first : meant)
            if (one.value)
                detail::check_figure_range(components[at], as_it_would_be.value(first, one), place, problems);
        as_it_would_be.suppose(one);
    }
}

SANGKIEN_INLINE IndexTable supposed_table(const IndexTree& tree, const IndexTable& table,
                                          const std::vector<Supposition>& suppositions)
{
    detail::SupposedTable out(tree, table);
    for (const Supposition& one : suppositions) out.suppose(one);
    return std::move(out).take();
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
