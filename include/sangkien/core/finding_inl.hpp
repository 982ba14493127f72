#pragma once

#include <initializer_list>

#include "finding.hpp"
#include "finding_words_inl.hpp"
#include "messages_inl.hpp"

namespace sangkien {

SANGKIEN_INLINE const char* word(FindingId id) noexcept { return detail::words_of(id).id; }

SANGKIEN_INLINE std::string message(const Finding& finding, Language language)
{
    std::vector<detail::Filler> fillers;
    for (const Arguments* arguments : {&finding.inputs, &finding.values})
        for (const Argument& argument : *arguments) fillers.push_back({argument.key, shown(argument.value, language)});
    return detail::fill(detail::words_of(finding.id).text.in(language), fillers);
}

SANGKIEN_INLINE Truth verdict(const Findings& findings) noexcept
{
    Truth all = Truth::pass;
    for (const Finding& finding : findings) all = all & finding.verdict;
    return all;
}

}  // namespace sangkien
