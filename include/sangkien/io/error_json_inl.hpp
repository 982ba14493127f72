#pragma once

#include "error_json.hpp"
#include "json_writer.hpp"

namespace sangkien {

SANGKIEN_INLINE std::string error_json(const Error& error)
{
    JsonWriter out;
    out.begin_object();
    out.key("error");
    out.begin_object();
    out.key("problems");
    out.begin_list();
    for (const Problem& problem : error.problems()) {
        out.begin_object();
        out.member("id", code(problem.id));
        out.member("file", problem.place.file);
        out.member("line", static_cast<std::int64_t>(problem.place.mark.line));
        out.member("column", static_cast<std::int64_t>(problem.place.mark.column));
        out.member("pointer", problem.place.pointer);
        out.key("message");
        out.begin_object();
        out.member("vi", explanation(problem, Language::vi));
        out.member("en", explanation(problem, Language::en));
        out.end_object();
        out.end_object();
    }
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
