#pragma once

#include <algorithm>

#include "digits.hpp"
#include "error.hpp"
#include "error_words_inl.hpp"
#include "limits.hpp"
#include "messages_inl.hpp"

namespace sangkien {

SANGKIEN_INLINE std::string code(ErrorId id) { return "SK" + detail::whole_text(number(id)); }

SANGKIEN_INLINE std::string explanation(const Problem& problem, Language language)
{
    const auto put = [&](std::string_view key, std::string& out) {
        for (const Detail& part : problem.details)
            if (key == part.key) {
                out += part.words.in(language);
                return true;
            }
        return false;
    };
    std::string out;
    detail::fill(detail::words_of(problem.id).in(language), put, out);
    return out;
}

SANGKIEN_INLINE std::string message(const Problem& problem, Language language)
{
    std::string out = code(problem.id);
    const Place& place = problem.place;
    if (!place.file.empty()) out += " " + place.file;
    if (place.mark.line > 0) {
        out += place.file.empty() ? " " : ":";
        out += detail::whole_text(place.mark.line) + ":" + detail::whole_text(place.mark.column);
    }
    if (!place.pointer.empty()) out += " " + place.pointer;
    for (const Detail& part : problem.details)  // of a column; rows count from 0
        if (std::string_view(part.key) == "row")
            out += (language == Language::vi ? " hàng " : " row ") + part.words.in(language);
    out += ": " + explanation(problem, language);
    return out + (language == Language::vi ? " Xem docs/errors.md#" : " See docs/errors.md#") + code(problem.id);
}

SANGKIEN_INLINE Error::Error(Problem problem) : Error(std::vector<Problem>{std::move(problem)}) {}

SANGKIEN_INLINE Error::Error(std::vector<Problem> problems) : problems_(std::move(problems))
{
    for (const Problem& problem : problems_) {
        if (!what_.empty()) what_ += '\n';
        what_ += message(problem, Language::en);
    }
}

SANGKIEN_INLINE Detail::Detail(const char* name, std::int64_t number) : Detail(name, detail::whole_text(number)) {}

SANGKIEN_INLINE void Problems::add(ErrorId id, Place place, Details details)
{
    if (problems_.size() < limits::problems) problems_.push_back({id, std::move(place), std::move(details)});
}

SANGKIEN_INLINE void Problems::throw_if_any()
{
    if (problems_.empty()) return;
    std::stable_sort(problems_.begin(), problems_.end(), [](const Problem& a, const Problem& b) {
        if (a.place.file != b.place.file) return a.place.file < b.place.file;
        if (a.place.mark.line != b.place.mark.line) return a.place.mark.line < b.place.mark.line;
        return a.place.mark.column < b.place.mark.column;
    });
    // What two checks find is told once.
    const auto same = [](const Problem& a, const Problem& b) {
        return a.id == b.id && message(a, Language::en) == message(b, Language::en);
    };
    problems_.erase(std::unique(problems_.begin(), problems_.end(), same), problems_.end());
    throw Error(std::move(problems_));
}

}  // namespace sangkien
