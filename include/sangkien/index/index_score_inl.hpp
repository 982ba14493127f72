#pragma once

#include <algorithm>

#include "index_functions_inl.hpp"
#include "index_score.hpp"

namespace sangkien {

namespace detail {

// The offered choices that the score of a component rests on.
inline std::vector<std::string> index_choices(const IndexTree& tree, const IndexComponent& component)
{
    std::vector<std::string> out;
    for (const std::string& choice : tree.choices)
        if (choice.compare(0, component.path.size() + 1, component.path + ".") == 0) out.push_back(choice);
    return out;
}

inline std::vector<Citation> index_citations(const IndexComponent& component)
{
    std::vector<Citation> out{component.citation};
    if (!(component.score.citation == component.citation)) out.push_back(component.score.citation);
    return out;
}

inline Finding index_finding(FindingId id, Truth verdict, const IndexTree& tree, const IndexComponent& component,
                             const std::string& unit)
{
    Finding finding;
    finding.id = id;
    finding.verdict = verdict;
    finding.citations = index_citations(component);
    finding.choices = index_choices(tree, component);
    finding.inputs = {{"unit", unit}};
    finding.values = {{"component", component.name}, {"max", component.max}};
    return finding;
}

// As a person wrote it: true and false, a whole number, a rate.
inline Datum figure_datum(IndexInput input, Ratio figure)
{
    if (input == IndexInput::yes_no) return figure != Ratio(0);
    if (figure.denominator() == 1 && input != IndexInput::rate) return figure.numerator();
    return figure;
}

inline ComponentScore scored_component(const IndexTree& tree, std::size_t at, const std::string& unit, Ratio figure,
                                       Trace trace)
{
    const IndexComponent& component = tree.components[at];
    ComponentScore out;
    out.component = at;
    out.max = component.max;
    out.figure = figure;
    out.least = out.most = points_for(component, figure);
    out.points = out.least;
    out.finding.id = FindingId::component_scored;
    out.finding.verdict = Truth::pass;
    if (trace == Trace::verdicts) return out;
    out.finding = index_finding(FindingId::component_scored, Truth::pass, tree, component, unit);
    out.finding.inputs.push_back({"input", figure_datum(component.input, figure)});
    out.finding.values.push_back({"points", *out.points});
    return out;
}

inline ComponentScore missing_component(const IndexTree& tree, std::size_t at, const std::string& unit)
{
    const IndexComponent& component = tree.components[at];
    ComponentScore out;
    out.component = at;
    out.max = component.max;
    widen(component, out.least, out.most);
    out.finding = index_finding(FindingId::component_input_missing, Truth::undetermined, tree, component, unit);
    Lift lift;
    lift.how = {"Báo cáo số liệu của đơn vị cho tiêu chí này.", "Report the unit's figure for this component."};
    out.finding.lift = std::move(lift);
    return out;
}

// Initiatives: known when every outcome of the open ones gives the same points.
inline ComponentScore counted_component(const IndexTree& tree, std::size_t at, const IndexCount& count, Trace trace)
{
    const IndexComponent& component = tree.components[at];
    const auto surely = static_cast<std::int64_t>(count.counting.size());
    const auto perhaps = static_cast<std::int64_t>(count.open.size());
    ComponentScore out = scored_component(tree, at, count.unit, Ratio(surely), trace);
    for (std::int64_t n = surely + 1; n <= surely + perhaps; ++n) {
        const Ratio points = points_for(component, Ratio(n));
        out.least = std::min(out.least, points);
        out.most = std::max(out.most, points);
    }
    if (out.least == out.most) return out;
    out.points.reset();
    out.finding = index_finding(FindingId::component_open, Truth::undetermined, tree, component, count.unit);
    out.finding.inputs.push_back({"input", surely});
    out.finding.inputs.push_back({"open", perhaps});
    out.finding.values.push_back({"least", out.least});
    out.finding.values.push_back({"most", out.most});
    return out;
}

// The season's figures by unit and component, found once.
struct IndexCells {
    IndexCells(const IndexTree& tree, const Season& season, const std::vector<IndexCount>& counts)
        : width(tree.components.size()), entries(width * season.units.size()), counted(entries.size())
    {
        for (const IndexEntry& entry : season.index)
            if (const std::size_t at = cell(tree, season, entry); at < entries.size()) entries[at] = &entry;
        for (const IndexCount& count : counts)
            if (const std::size_t at = cell(tree, season, count); at < counted.size()) counted[at] = &count;
    }

    template <class Figure>
    std::size_t cell(const IndexTree& tree, const Season& season, const Figure& figure) const noexcept
    {
        const IndexComponent* component = tree.component(figure.component);
        const Unit* unit = season.unit(figure.unit);
        if (component == nullptr || unit == nullptr) return entries.size();
        return static_cast<std::size_t>(unit - season.units.data()) * width +
               static_cast<std::size_t>(component - tree.components.data());
    }

    std::size_t width;
    std::vector<const IndexEntry*> entries;
    std::vector<const IndexCount*> counted;
};

inline void add_to(UnitIndex& unit, std::size_t area, ComponentScore score)
{
    AreaScore& sum = unit.areas[area];
    sum.points = sum.points + score.least;
    unit.total = unit.total + score.least;
    sum.open = sum.open + (score.most - score.least);
    unit.open = unit.open + (score.most - score.least);
    if (!score.points) sum.complete = unit.complete = Truth::undetermined;
    unit.components.push_back(std::move(score));
}

inline UnitIndex score_unit(const IndexTree& tree, const IndexCells& cells, std::size_t row, const std::string& id,
                            Trace trace)
{
    UnitIndex unit;
    unit.unit = id;
    unit.max = tree.whole;
    unit.complete = Truth::pass;
    for (std::size_t a = 0; a < tree.areas.size(); ++a)
        unit.areas.push_back({a, {}, {}, tree.areas[a].max, Truth::pass});
    for (std::size_t at = 0; at < cells.width; ++at) {
        const IndexComponent& component = tree.components[at];
        const IndexEntry* entry = cells.entries[row * cells.width + at];
        const IndexCount* count = cells.counted[row * cells.width + at];
        if (component.input == IndexInput::initiatives)
            add_to(unit, component.area,
                   count ? counted_component(tree, at, *count, trace) : missing_component(tree, at, id));
        else
            add_to(unit, component.area,
                   entry ? scored_component(tree, at, id, entry->value, trace) : missing_component(tree, at, id));
    }
    return unit;
}

inline UnitIndex without_index(const std::string& id)
{
    UnitIndex unit;
    unit.unit = id;
    Finding finding;
    finding.id = FindingId::rule_silent;
    finding.inputs = {{"unit", id}};
    finding.values = {{"what", Name{"index", {"bộ chỉ số của đơn vị", "an index of units"}}}};
    Lift lift;
    lift.how = {"Nạp một bộ quy tắc có mục «index».", "Load a rulebook that has a section \"index\"."};
    finding.lift = std::move(lift);
    unit.findings.push_back(std::move(finding));
    return unit;
}

}  // namespace detail

SANGKIEN_INLINE std::vector<UnitIndex> score_index(const IndexTree& tree, const Season& season,
                                                   const std::vector<IndexCount>& counts, Trace trace)
{
    std::vector<UnitIndex> units;
    units.reserve(season.units.size());
    const detail::IndexCells cells(tree, season, counts);
    for (std::size_t row = 0; row < season.units.size(); ++row) {
        const std::string& id = season.units[row].id;
        units.push_back(tree.stated ? detail::score_unit(tree, cells, row, id, trace) : detail::without_index(id));
    }
    return units;
}

}  // namespace sangkien
