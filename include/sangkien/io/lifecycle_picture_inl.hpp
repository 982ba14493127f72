#pragma once

#include "lifecycle_diagrams_inl.hpp"
#include "lifecycle_picture.hpp"
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

SANGKIEN_INLINE std::string lifecycle_json(const Ruleset& rules, const InitiativeReport* way)
{
    return detail::LifecycleJson(rules, way).run();
}

}  // namespace sangkien
