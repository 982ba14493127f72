// Guards as truth tables: which are never true, always true, or true together.
//
// What a guard asks (a fact, a deadline, a clock, a level, a decision) is taken as free to be true or false, but an
// initiative seeks one level and is given one class at most. A guard that asks more than sixteen different things is not looked into.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "../rulebook/diagnostics.hpp"

namespace sangkien {

// What a guard can come to.
enum class GuardScope : std::uint8_t { open, never, always };

// `conditions` is the section of named conditions; an absent guard is always true.
GuardScope guard_scope(Node guard, Node conditions);
// Can both be true at once?
bool guards_meet(Node a, Node b, Node conditions);

// SK1645 and SK1646 for the widest part of `guard` that is never or always true.
void check_guard(Node guard, Node conditions, Diagnostics& found);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "guard_checks_inl.hpp"
#endif
