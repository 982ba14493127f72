// What a paper lets later layers do with its values: replace them, or only make them stricter.
//
//   "allows": {
//     "scoring.pass.total": { "right": "tighten", "toward": "higher", "clause": "5.2" },
//     "schedule.filing.yearly": { "right": "tighten", "toward": "earlier", "clause": "5.3" }
//   }
//
//   compare(total, other, Toward::higher)     // stricter, looser, the same, or nothing that can be compared
#pragma once

#include <cstdint>
#include <string>

#include "tree.hpp"

namespace sangkien {

// The direction in which a value is stricter: numbers and lengths go higher or lower, days earlier or later.
enum class Toward : std::uint8_t { higher, lower, earlier, later };
const char* word(Toward toward) noexcept;

// Right to tighten (quyền siết chặt): a later layer may give a stricter value, and no looser one.
struct Tightening {
    std::string path;
    Toward toward = Toward::higher;
};

enum class Strictness : std::uint8_t { same, stricter, looser, incomparable };

// Is `later` stricter than `earlier`? `higher` and `lower` compare numbers, fractions and lengths; `earlier` and `later`
// yearly days ("25/9"), days, closing hours ("17:00") and lengths. Lengths compare where one unit is a whole number of the
// other: 1 year and 12 months, never a month and 30 days.
Strictness compare(Node later, Node earlier, Toward toward) noexcept;

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "rights_inl.hpp"
#endif
