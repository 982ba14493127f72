#pragma once

#include <algorithm>

#include "../rulebook/fields.hpp"
#include "lifecycle_diagrams_inl.hpp"
#include "lifecycle_picture.hpp"
#include "lifecycle_scxml_inl.hpp"
#include "lifecycle_svg_inl.hpp"
#include "lifecycle_text_inl.hpp"

namespace sangkien {

SANGKIEN_INLINE std::string lifecycle_text(const Ruleset& rules, Language language, const InitiativeReport* way)
{
    return detail::LifecycleText(rules, language, way).run();
}

SANGKIEN_INLINE std::string lifecycle_mermaid(const Ruleset& rules, Language language, const InitiativeReport* way)
{
    return detail::MermaidText(language).run(detail::drawn_parts(rules, language, way));
}

SANGKIEN_INLINE std::string lifecycle_dot(const Ruleset& rules, Language language, const InitiativeReport* way)
{
    return detail::DotText(language).run(detail::drawn_parts(rules, language, way));
}

SANGKIEN_INLINE std::string lifecycle_scxml(const Ruleset& rules, Language language, const InitiativeReport* way)
{
    return detail::ScxmlText(rules, language).run(detail::drawn_parts(rules, language, way));
}

SANGKIEN_INLINE std::string lifecycle_svg(const Ruleset& rules, Language language, const InitiativeReport* way)
{
    return detail::LifecycleDrawing(detail::drawn_parts(rules, language, way), language).run();
}

SANGKIEN_INLINE const Ruleset& lifecycle_rules(const Rules& rules, std::optional<Day> on)
{
    const std::vector<Ruleset>& all = rules.rulesets();
    const Ruleset* out = on ? rules.on(*on) : all.empty() ? nullptr : &all.back();
    if (out != nullptr) return *out;
    Details details{{"value", on ? to_text(*on) : std::string()}};
    details.emplace_back("low", all.empty() ? std::string() : to_text(all.front().from));
    details.emplace_back(
        "high", all.empty() ? std::string() : to_text(std::min(all.back().until + -1, parse_day("9999-12-31"))));
    throw Error(Problem{ErrorId::out_of_range, {}, std::move(details)});
}

SANGKIEN_INLINE const InitiativeReport& initiative_named(const Report& report, std::string_view id)
{
    std::vector<std::string> known;
    for (const InitiativeReport& initiative : report.initiatives) {
        if (initiative.id == id) return initiative;
        known.push_back(initiative.id);
    }
    Details details{{"id", std::string(id)}};
    const std::string near = nearest(id, known);
    if (!near.empty()) details.emplace_back("nearest", near);
    throw Error(Problem{ErrorId::unknown_initiative, {}, std::move(details)});
}

SANGKIEN_INLINE std::string lifecycle_json(const Ruleset& rules, const InitiativeReport* way)
{
    return detail::LifecycleJson(rules, way).run();
}

}  // namespace sangkien
