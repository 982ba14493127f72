// Reading JSON text into a Tree: every value with its line and column, text as UTF-8 in Unicode NFC.
#pragma once

#include <string>
#include <string_view>

#include "../rulebook/tree.hpp"

namespace sangkien {

// Reads one JSON text. `file` is the name shown in problems. On SK1001 (not JSON), SK1005 (a key twice) or SK1006 (too
// deep, too long) problems are added; after SK1001 or SK1006 the tree is empty.
Tree read_json(std::string_view text, std::string file, Problems& problems);

// `text` in Unicode Normalization Form C; returned as it is when it is not valid UTF-8.
std::string normalized(std::string_view text);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "json_reader_inl.hpp"
#endif
