// An Error as JSON: {"error": {"problems": [{"id", "file", "line", "column", "pointer", "message": {"vi", "en"}}]}}.
#pragma once

#include <string>

#include "../core/error.hpp"

namespace sangkien {

class JsonWriter;

std::string error_json(const Error& error);
// One problem, as error_json lists it.
void put_problem(JsonWriter& out, const Problem& problem);
// All problems, a line each, in one language.
std::string error_text(const Error& error, Language language);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "error_json_inl.hpp"
#endif
