// What may be done now, as a page of text.
#pragma once

#include <string>
#include <vector>

#include "../core/words.hpp"
#include "../evaluation/outlook.hpp"

namespace sangkien {

// For each initiative: what is allowed, what is not and why, and what would unblock it.
std::string outlook_text(const std::vector<InitiativeOutlook>& outlook, Instant as_of, Language language);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "outlook_text_inl.hpp"
#endif
