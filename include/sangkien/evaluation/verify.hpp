// Verification (kiểm tra tĩnh): everything that can be doubted of rulebooks without a single season.
//
//   for (const Diagnostic& d : verify(load_rules({"gia-vien-934"}), {}))
//       if (!d.waived) show(message(d.problem, Language::en));
//
// What blocks loading is an error; a doubt (SK16xx) is a warning and blocks nothing. A rulebook waives a warning by its
// id, its path and a reason in both languages:
//
//   "waivers": { "SK1640 lifecycle.states.revived": { "vi": "...", "en": "..." } }
//
// What no rule uses or cites is told only of papers that no other loaded one stands under: a lower paper may speak for
// others that are not here.
#pragma once

#include <vector>

#include "../rulebook/diagnostics.hpp"
#include "rules.hpp"

namespace sangkien {

// The years that deadlines are looked at. `first_year` 0: that of the day on which the rules last changed; `last_year` 0:
// ten years later.
struct VerifyOptions {
    int first_year = 0;
    int last_year = 0;
};

// In order of file and place. Rules that are whole have no errors.
std::vector<Diagnostic> verify(const Rules& rules, const VerifyOptions& options = {});
// The same; where the rulebooks cannot be loaded together, the errors that block them, and nothing else.
std::vector<Diagnostic> verify(const std::vector<Rulebook>& rulebooks, const VerifyOptions& options = {});

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "verify_inl.hpp"
#endif
