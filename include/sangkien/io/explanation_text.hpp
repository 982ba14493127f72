// An explanation as a text for people: who reads it need not know the library.
#pragma once

#include <string>

#include "../evaluation/explanation.hpp"

namespace sangkien {

// Each clause is quoted where it is first cited, and each part that leads to several others is told once.
std::string explanation_text(const Explanation& explanation, Language language);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "explanation_text_inl.hpp"
#endif
