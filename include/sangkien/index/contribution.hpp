// What a single initiative contributes to the index of a unit.
//
//   for (const Contribution& c : contributions(tree, season, counts))
//       c.marginal.text();        // "1": the component has 5 points with it and 4 without it
//
// What the sums mean. Points do not rise evenly with the count, so neither figure is a share of the component's points
// that could be added up over its initiatives:
// - `alone` summed over the initiatives is what they would bring if each were the unit's only one; beyond the first step
//   it is more than the unit has, never a total.
// - `marginal` is what the unit would lose with that one initiative, the others staying. Its sum is less than the points
//   where steps flatten (three initiatives at 3, 4, 5 points: marginals of 1 each, while the component has 5) and 0 where
//   one more is no use. Removing two initiatives does not cost the sum of their marginals.
// - `shapley` is what it adds on the average over every order of coming. That one does add up: over the initiatives of a
//   unit and component to `points` less `none`.
// A joint initiative has one contribution in every unit it counts for; adding those up over units is sound, since the
// indices of units are apart from each other.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "index_score.hpp"

namespace sangkien {

// Contribution (đóng góp) of one initiative to one component of one unit's index.
struct Contribution {
    std::size_t initiative = 0;  // index into season.initiatives
    std::string unit;
    std::size_t component = 0;           // index into IndexTree::components
    Ratio alone;                         // points of the component if it were the only one
    Ratio marginal;                      // points of all that surely count, less those without it
    Ratio shapley;                       // its share of points - none: all count alike
    Ratio none;                          // points of the component without any initiative
    Ratio points;                        // points of all that surely count
    Truth shared = Truth::undetermined;  // pass: `shapley` is the same however the open ones turn out
    // contribution, or contribution_saturated when it makes no difference. Undetermined when initiatives whose counting
    // is open could change `marginal`.
    Finding finding;
};

// Of every initiative that surely counts, in the order of `counts`. A count of an unknown component or of one that does
// not count initiatives is passed over.
std::vector<Contribution> contributions(const IndexTree& tree, const Season& season,
                                        const std::vector<IndexCount>& counts);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "contribution_inl.hpp"
#endif
