// The simple door: a season's JSON text in, a report out, and everything wrong with the text in one Error.
//
//   std::string json = report_json(evaluate_text(rules, text, "season.json", as_of));
#pragma once

#include <string>
#include <string_view>

#include "../evaluation/evaluate.hpp"

namespace sangkien {

// Reads and evaluates. Unlike read_season() followed by evaluate(), one Error tells both what cannot be read and what the
// rules do not allow.
Report evaluate_text(const Rules& rules, std::string_view season, std::string file, Instant as_of);

// The same with a host to ask for facts that the season does not state.
Report evaluate_text(const Rules& rules, std::string_view season, std::string file, Instant as_of, FactSource& facts);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "evaluate_text_inl.hpp"
#endif
