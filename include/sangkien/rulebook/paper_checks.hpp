// What can be doubted of one rulebook by itself: windows that leave gaps, clauses nobody cites, paths that lead nowhere,
// lists that say nothing, values that are not among what is offered.
#pragma once

#include <optional>
#include <vector>

#include "diagnostics.hpp"
#include "rulebook.hpp"

namespace sangkien {

// Window (khoảng hiệu lực): the days from `from` until before `until`; INT32_MIN and INT32_MAX where it is open.
struct Window {
    Day from{INT32_MIN};
    Day until{INT32_MAX};
};

// The stretches between the first and the last of `windows` that none of them holds, in order of time.
std::vector<Window> gaps(std::vector<Window> windows);

// SK1601 a gap between windows of one value, SK1605 a default that is not offered, SK1607 a value that stands twice in a
// list, SK1644 an empty list, SK1651 an entry that says what another says, SK1660 a value that ends with nothing said of
// what follows. With `known`, of what was known on that day: a version that came to be known later closes no gap.
void check_values(const Rulebook& rulebook, Diagnostics& found, std::optional<Day> known = std::nullopt);
// SK1603 a clause that no rulebook cites, for a paper that no other stands under: a lower one may be cited by papers that
// are not here.
void check_clauses(const Rulebook& rulebook, const std::vector<Rulebook>& all, Diagnostics& found);
// SK1680 a text that still holds a ‹...› of the rulebook it was started from.
void check_texts(const Rulebook& rulebook, Diagnostics& found);
// SK1608 a silence about what the paper itself says, SK1609 a path under `silent` or `allows` that leads nowhere.
void check_paths(const Rulebook& rulebook, Diagnostics& found);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "paper_checks_inl.hpp"
#endif
