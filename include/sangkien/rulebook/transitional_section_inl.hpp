#pragma once

#include <algorithm>

#include "section_parts_inl.hpp"
#include "transitional_section.hpp"

namespace sangkien {

SANGKIEN_INLINE const char* word(CaseRules rules) noexcept
{
    static constexpr const char* words[] = {"old", "new", "chosen"};
    return words[static_cast<int>(rules)];
}

SANGKIEN_INLINE bool TransitionalRule::declarable(std::string_view value) const noexcept
{
    if (value != word(CaseRules::old_rules) && value != word(CaseRules::new_rules)) return false;
    return rules == CaseRules::chosen || std::find(offered.begin(), offered.end(), value) != offered.end();
}

namespace detail {

inline TransitionalRule compile_transitional_rule(Node node, Problems& problems)
{
    TransitionalRule out;
    Fields f(node, problems);
    out.name = f.name();
    out.path = node.path() + ".rules";
    out.from = f.day("from");
    out.cases = static_cast<CaseKind>(f.word("cases", {"open", "later", "all"}));
    out.in = f.texts("in", Need::optional);
    out.rules = static_cast<CaseRules>(f.word("rules", {"old", "new", "chosen"}));
    for (Node value : children(node.get("choices").get("rules"))) out.offered.emplace_back(value.text());
    out.citation = node.citation();
    f.allow_annotations();
    f.finish();
    return out;
}

}  // namespace detail

SANGKIEN_INLINE std::vector<TransitionalRule> compile_transitional(Node section, Problems& problems)
{
    std::vector<TransitionalRule> out;
    for (Node entry : detail::named_members(section)) out.push_back(detail::compile_transitional_rule(entry, problems));
    return out;
}

}  // namespace sangkien
