// Rivals (đơn vị cạnh tranh): who stands next above and below an office, and how far its rank is safe.
//
//   const Rivals found = rivals(tree, cards, ranks, card);
//   found.above->gap;         // points to draw level with the next office above
//   found.safe;               // so many points may be lost and the rank stays
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "index_ranks.hpp"

namespace sangkien {

// Rival (đơn vị kề trên, kề dưới).
struct Rival {
    std::size_t card = 0;
    Ratio gap;  // between the two totals that are nearest to each other, at least 0
};

// What one office has to reckon with, among the cards of its year, or of its year and group. An open total is taken at
// its least for the office itself, and at its most for the others: what is told holds however they turn out.
struct Rivals {
    std::size_t card = 0;
    std::optional<Rival> above;  // the nearest that is or can come above; several at one total: the first
    std::optional<Rival> below;  // the nearest below
    std::vector<std::size_t> tied;
    std::int64_t rank = 1;        // the worst it can have
    std::optional<Ratio> needed;  // the least total with a better one; nothing: it is 1 already
    bool needed_more = false;     // more than `needed`, since ties are not declared
    std::optional<Ratio> safe;    // may be lost with the rank kept; nothing: whatever is lost, nobody comes past
    bool safe_less = false;       // less than `safe`, since ties are not declared
};

// std::out_of_range for a card that there is not.
Rivals rivals(const IndexTree& tree, const std::vector<Scorecard>& cards, std::size_t card, bool by_group = false);

// The least total by which `card` is surely of rank `rank` or better among the cards of its year, the others staying as
// they are; nothing: any total is. `more`: the total has to be greater than it.
struct RankNeeds {
    std::optional<Ratio> total;
    bool more = false;
};
RankNeeds needs_for_rank(const IndexTree& tree, const std::vector<Scorecard>& cards, std::size_t card,
                         std::int64_t rank, bool by_group = false);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "rivals_inl.hpp"
#endif
