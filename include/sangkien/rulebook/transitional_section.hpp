// What becomes of files that are open when rules change: the section `transitional`.
//
//   "transitional": {
//     "accepted-before": {
//       "from": "2026-01-01", "cases": "open", "in": ["accepted"], "rules": "old", "clause": "1102.9",
//       "vi": "Hồ sơ đã tiếp nhận trước ngày 1/1/2026", "en": "Files accepted before 1 January 2026"
//     }
//   }
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "fields.hpp"

namespace sangkien {

// Files that a clause speaks of: begun before the day and not ended on it; not begun by then; both.
enum class CaseKind : std::uint8_t { open, later, all };
// By which rules their steps go from that day on; `chosen`: as each file declares.
enum class CaseRules : std::uint8_t { old_rules, new_rules, chosen };
const char* word(CaseRules rules) noexcept;

// Transitional clause (quy định chuyển tiếp).
struct TransitionalRule {
    Name name;
    std::string path;  // "transitional.accepted-before.rules", as a season picks it
    Day from;          // the day of the change that it speaks of
    CaseKind cases = CaseKind::open;
    std::vector<std::string> in;  // states the file is in at the change; empty: any
    CaseRules rules = CaseRules::old_rules;
    std::vector<std::string> offered;  // where the paper lets `rules` be read in several ways
    Citation citation;

    // May a single file declare its own?
    bool declarable(std::string_view value) const noexcept;
};

// Compiles the section `transitional`; an absent one gives none.
std::vector<TransitionalRule> compile_transitional(Node section, Problems& problems);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "transitional_section_inl.hpp"
#endif
