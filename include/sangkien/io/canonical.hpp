// The canonical form (dạng chuẩn) of a JSON text: one spelling for every way to write the same values.
//
//   canonical_text("{ \"b\": 1.50, \"a\": \"\\u0041\" }", "x.json");     // {"a":"A","b":15e-1}
//
// Whitespace, the order of keys, the spelling of numbers and escapes, and the Unicode composition of text do not show in
// it; every value does. docs/record.md defines it to the byte, so that others can compute the same digests.
#pragma once

#include <string>
#include <string_view>

#include "../rulebook/tree.hpp"

namespace sangkien {

// The name of this form, stored beside every digest made from it.
inline constexpr const char* canonical_form = "sangkien-canonical-1";

// The canonical form of a value. Error SK1006 for a number whose exponent has more than 18 digits.
std::string canonical_text(Node value);
// The same of a JSON text; Error when it is not JSON, too deep, too long, or has a key twice.
std::string canonical_text(std::string_view json, std::string file);

// SHA-256 of the canonical form, 64 hexadecimal digits.
std::string canonical_digest(Node value);
std::string canonical_digest(std::string_view json, std::string file);

// What a report (JSON) decides, as one digest: its canonical form without the release (`library`) and without the digests
// of the texts that were read (`sha256`), the items of every list sorted. So neither the layout of a rulebook nor the
// order of its keys, which orders the lists of a report, shows in it.
std::string result_digest(Node report);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "canonical_inl.hpp"
#endif
