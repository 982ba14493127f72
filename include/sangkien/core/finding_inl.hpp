#pragma once

#include <initializer_list>

#include "finding.hpp"
#include "finding_words_inl.hpp"
#include "messages_inl.hpp"

namespace sangkien {

SANGKIEN_INLINE const char* word(FindingId id) noexcept { return detail::words_of(id).id; }

SANGKIEN_INLINE std::string message(const Finding& finding, Language language)
{
    const auto put = [&](std::string_view key, std::string& out) {
        for (const Arguments* arguments : {&finding.inputs, &finding.values})
            for (const Argument& argument : *arguments)
                if (key == argument.key) {
                    out += shown(argument.value, language);
                    return true;
                }
        return false;
    };
    std::string out;
    detail::fill(detail::words_of(finding.id).text.in(language), put, out);
    return out;
}

SANGKIEN_INLINE Truth verdict(const Findings& findings) noexcept
{
    Truth all = Truth::pass;
    for (const Finding& finding : findings) all = all & finding.verdict;
    return all;
}

}  // namespace sangkien
