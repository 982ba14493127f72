// A season from JSON: one yearly round of an office.
//
//   Season season = read_season(text, "season.json");     // throws one Error with everything wrong in it
#pragma once

#include <string>
#include <string_view>

#include "../facts/season.hpp"

namespace sangkien {

// Reads a season; throws Error. What needs the rules (areas, roles, maxima of scores) is checked by evaluate().
Season read_season(std::string_view text, std::string file = "season");

// The same, collecting: the season holds what could be read, so that its remaining values can be checked in the same run.
Season read_season(std::string_view text, std::string file, Problems& problems);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "season_reader_inl.hpp"
#endif
