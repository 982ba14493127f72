// SHA-256 of a text, as 64 hexadecimal digits.
#pragma once

#include <string>
#include <string_view>

#include "../core/config.hpp"

namespace sangkien {

std::string sha256(std::string_view text);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "digest_inl.hpp"
#endif
