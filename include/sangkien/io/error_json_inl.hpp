#pragma once

#include <utf8proc.h>

#include "error_json.hpp"
#include "json_writer.hpp"

namespace sangkien {

namespace detail {

// Names of files and texts refused come from the host as they are; in JSON every byte that is no UTF-8 becomes U+FFFD.
inline std::string valid_utf8(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        utf8proc_int32_t letter = 0;
        const utf8proc_ssize_t size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                                       static_cast<utf8proc_ssize_t>(text.size()), &letter);
        if (size > 0)
            out.append(text, 0, static_cast<std::size_t>(size));
        else
            out += "\xEF\xBF\xBD";
        text.remove_prefix(size > 0 ? static_cast<std::size_t>(size) : 1);
    }
    return out;
}

}  // namespace detail

SANGKIEN_INLINE void put_problem(JsonWriter& out, const Problem& problem)
{
    out.begin_object();
    out.member("id", code(problem.id));
    out.member("file", detail::valid_utf8(problem.place.file));
    out.member("line", static_cast<std::int64_t>(problem.place.mark.line));
    out.member("column", static_cast<std::int64_t>(problem.place.mark.column));
    out.member("pointer", detail::valid_utf8(problem.place.pointer));
    out.key("message");
    out.begin_object(true);
    out.member("vi", detail::valid_utf8(explanation(problem, Language::vi)));
    out.member("en", detail::valid_utf8(explanation(problem, Language::en)));
    out.end_object();
    out.end_object();
}

SANGKIEN_INLINE std::string error_json(const Error& error)
{
    JsonWriter out;
    out.begin_object();
    out.key("error");
    out.begin_object();
    out.key("problems");
    out.begin_list();
    for (const Problem& problem : error.problems()) put_problem(out, problem);
    out.end_list();
    out.end_object();
    out.end_object();
    return out.take();
}

SANGKIEN_INLINE std::string error_text(const Error& error, Language language)
{
    std::string out;
    for (const Problem& problem : error.problems()) out += message(problem, language) + "\n";
    return out;
}

}  // namespace sangkien
