#pragma once

#include "error_json.hpp"
#include "report_parts_inl.hpp"
#include "verify_json.hpp"

namespace sangkien {

SANGKIEN_INLINE std::string diagnostics_json(const std::vector<Diagnostic>& found)
{
    JsonWriter out;
    out.begin_list();
    for (const Diagnostic& diagnostic : found) {
        out.begin_object();
        out.member("severity", word(diagnostic.severity));
        out.member("path", diagnostic.path);
        out.key("waived");
        if (diagnostic.waived)
            detail::put_words(out, *diagnostic.waived);
        else
            out.null();
        out.key("problem");
        put_problem(out, diagnostic.problem);
        out.end_object();
    }
    out.end_list();
    return out.take();
}

}  // namespace sangkien
