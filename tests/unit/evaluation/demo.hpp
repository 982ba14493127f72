// The demo season and its rules, and reports in a form that can be compared whatever the order of their lists.
#pragma once

#include <sangkien/io/report_json.hpp>

#include <algorithm>

#include "../io/texts.hpp"

namespace demo {

using namespace sangkien;
using texts::demo_evening;

inline const Rules& rules()
{
    static const Rules out = load_rules(texts::demo_rulebooks());
    return out;
}

inline const Season& season()
{
    static const Season out = read_season(texts::demo_season(), "gia-vien-2025.season.json");
    return out;
}

inline const Report& report()
{
    static const Report out = evaluate(rules(), season(), demo_evening());
    return out;
}

inline const InitiativeReport& of(const Report& report, std::string_view id)
{
    for (const InitiativeReport& initiative : report.initiatives)
        if (initiative.id == id) return initiative;
    throw std::runtime_error("no initiative " + std::string(id));
}

inline const UnitReport& unit_of(const Report& report, std::string_view id)
{
    for (const UnitReport& unit : report.units)
        if (unit.name.id == id) return unit;
    throw std::runtime_error("no unit " + std::string(id));
}

// Every object's members and every list's items sorted: equal for reports that differ in order alone.
inline std::string canonical(Node node)
{
    std::vector<std::string> parts;
    for (Node child : children(node)) parts.push_back(std::string(child.key()) + ":" + canonical(child));
    std::sort(parts.begin(), parts.end());
    std::string out(node.is(Kind::boolean) ? (node.boolean() ? "true" : "false") : node.text());
    for (const std::string& part : parts) out += "(" + part + ")";
    return out;
}

inline std::string canonical(const Report& report) { return canonical(texts::parsed(report_json(report)).root()); }

}  // namespace demo
