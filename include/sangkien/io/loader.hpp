// Rulebooks by name: built-in ids or paths of files.
//
//   const Rules rules = load_rules({"charter-13-2012", "gia-vien-934", "our-council.json"});
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "../evaluation/rules.hpp"

namespace sangkien {

// Ids of the rulebooks built into the library, sorted.
std::vector<std::string> builtin_rulebooks();
// Names of the schemas built in, sorted: "rulebook", "season", "report", ...
std::vector<std::string> builtin_schemas();
// The JSON text of a built-in rulebook or schema; empty when there is none of that name.
std::string builtin_rulebook(std::string_view id);
std::string builtin_schema(std::string_view id);
// The text of a rulebook to start from, "ward.vi" or "ward.en"; empty when there is none of that name.
std::string builtin_template(std::string_view id);

// Reads one rulebook from its text. `stem`, when not empty, is what its id must be.
Rulebook read_rulebook_text(std::string_view text, std::string file, std::string_view stem, Problems& problems);

// Loads rulebooks, and those built-in ones that they stand under. A name that ends in ".json" or has a slash is a file.
// Throws Error with everything wrong in any of them.
Rules load_rules(const std::vector<std::string>& names);
// The same from texts the host holds; messages name them "rulebook 1", "rulebook 2", in this order.
Rules load_rules_text(const std::vector<std::string>& texts);

// A whole file; SK1008 when it cannot be read.
std::string read_file(const std::string& path);
// Writes a file that is not there yet: SK1011 when it is, SK1013 when it cannot be written.
void write_new_file(const std::string& path, std::string_view text);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "loader_inl.hpp"
#endif
