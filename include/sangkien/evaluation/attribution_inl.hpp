#pragma once

#include <algorithm>

#include "attribution.hpp"
#include "rules_inl.hpp"

namespace sangkien {

namespace detail {

inline void add_share(AttributionSum& sum, const AttributionLine& line)
{
    sum.shapley = sum.shapley + line.contribution.shapley;
    sum.shared = sum.shared & line.contribution.shared;
}

class AttributionBook {
public:
    AttributionBook(const Ruleset& ruleset, const Report& report) : ruleset_(ruleset), report_(report)
    {
        out_.as_of = report.as_of;
        out_.season = report.season;
    }

    Attribution run()
    {
        for (const UnitReport& unit : report_.units) put(unit);
        put_areas();
        for (const AttributionLine& line : out_.lines) out_.shapley = out_.shapley + line.contribution.shapley;
        return std::move(out_);
    }

private:
    void put(const UnitReport& unit)
    {
        if (!unit.index || unit.index->components.empty()) return;
        const std::size_t first = out_.lines.size();
        // A choice of the season changes values of the tree, never its components.
        for (const ComponentScore& score : unit.index->components)
            if (ruleset_.index.components.at(score.component).input == IndexInput::initiatives) put(unit, score);
        AttributionSum sum;
        sum.name = unit.name;
        for (std::size_t i = first; i < out_.lines.size(); ++i) add_share(sum, out_.lines[i]);
        for (const InitiativeReport& initiative : report_.initiatives)
            sum.initiatives += counts_for(initiative, unit.name.id) ? 1 : 0;
        out_.units.push_back(std::move(sum));
    }

    void put(const UnitReport& unit, const ComponentScore& score)
    {
        const IndexComponent& component = ruleset_.index.components.at(score.component);
        AttributionPart part;
        part.unit = unit.name;
        part.component = component.name;
        part.index_area = ruleset_.index.areas.at(component.area).name;
        part.points = part.none = part.least = score.least;  // nothing counts, unless a line says more below
        part.most = score.most;
        part.max = score.max;
        part.verdict = score.finding.verdict;
        part.citation = component.citation;
        for (const InitiativeReport& initiative : report_.initiatives)
            for (const Contribution& one : initiative.contributions) {
                if (one.unit != unit.name.id || one.component != score.component) continue;
                ++part.counted;
                part.none = one.none;
                part.points = one.points;
                part.shapley = part.shapley + one.shapley;
                AttributionLine line;
                line.initiative = {initiative.id, initiative.title};
                if (initiative.area) line.area = *initiative.area;
                line.unit = unit.name;
                line.part = out_.parts.size();
                line.contribution = one;
                out_.lines.push_back(std::move(line));
            }
        out_.parts.push_back(std::move(part));
    }

    static bool counts_for(const InitiativeReport& initiative, const std::string& unit)
    {
        return std::any_of(initiative.contributions.begin(), initiative.contributions.end(),
                           [&](const Contribution& one) { return one.unit == unit; });
    }

    void put_areas()
    {
        if (out_.parts.empty()) return;
        for (const Term& area : ruleset_.areas) {
            AttributionSum sum;
            sum.name = area.name;
            sum.letter = area.letter;
            put_area(std::move(sum), true);
        }
        put_area({}, false);
    }

    // The one without a name only where there is something in it.
    void put_area(AttributionSum sum, bool always)
    {
        for (const AttributionLine& line : out_.lines)
            if (line.area.id == sum.name.id) add_share(sum, line);
        for (const InitiativeReport& initiative : report_.initiatives)
            if (!initiative.contributions.empty() && (initiative.area ? initiative.area->id : "") == sum.name.id)
                ++sum.initiatives;
        if (always || sum.initiatives > 0) out_.areas.push_back(std::move(sum));
    }

    const Ruleset& ruleset_;
    const Report& report_;
    Attribution out_;
};

}  // namespace detail

SANGKIEN_INLINE Attribution attribution(const Rules& rules, const Report& report)
{
    const Ruleset* ruleset = rules.on(report.rules_on);
    return ruleset == nullptr ? Attribution() : detail::AttributionBook(*ruleset, report).run();
}

}  // namespace sangkien
