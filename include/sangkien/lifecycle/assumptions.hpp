// A procedure under assumptions: what can still be done if some of the things that guards ask hold, or do not, throughout.
//
//   Table refused = assuming(table, {{{"condition", "council-approves"}, false}});
//   reaches(refused, refused.start, everybody, recognised);     // false: without the council's vote nobody recognises
//
// What paths.hpp finds out of reach in such a table is out of reach wherever the assumptions hold, whatever else does.
#pragma once

#include <vector>

#include "guard_ways.hpp"
#include "paths.hpp"

namespace sangkien {

// Assumption (giả định): "fact applied", "before ward-decision", "condition council-approves" and whether it holds. Written
// as guard_ways() tells it: `after` is a `before` that does not hold.
using Assumptions = std::vector<LeafValue>;

// Everything that guards of the steps ask, each once, in the order of the table.
std::vector<GuardLeaf> leaves_asked(const Table& table);

// The table without those steps whose guard cannot be met if all of `given` is so: they leave from no state. Positions
// stay what they were. Error SK1308 for what no guard asks, with the names that there are.
Table assuming(Table table, const Assumptions& given);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "assumptions_inl.hpp"
#endif
