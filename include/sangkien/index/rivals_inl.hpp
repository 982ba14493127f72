#pragma once

#include <algorithm>
#include <stdexcept>

#include "rivals.hpp"

namespace sangkien {

namespace detail {

inline std::vector<std::size_t> others_of(const std::vector<Scorecard>& cards, std::size_t card, bool by_group)
{
    const Scorecard& own = cards.at(card);
    std::vector<std::size_t> out;
    for (std::size_t other = 0; other < cards.size(); ++other)
        if (other != card && cards[other].year == own.year && (!by_group || cards[other].group == own.group))
            out.push_back(other);
    return out;
}

inline Ratio most_of(const Scorecard& card) { return card.total + card.open; }

// The most that each other office can have, from the highest; each value once where ranks are dense.
inline std::vector<Ratio> tops_of(const IndexTree& tree, const std::vector<Scorecard>& cards,
                                  const std::vector<std::size_t>& others)
{
    std::vector<Ratio> out;
    bool open = false;
    for (const std::size_t other : others) {
        out.push_back(most_of(cards[other]));
        open = open || cards[other].open != Ratio(0);
    }
    std::sort(out.begin(), out.end(), [](Ratio a, Ratio b) { return b < a; });
    // Totals that are open may come to lie apart, so that they count one by one.
    if (tree.ties == TieRule::dense && !open) out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

// Whether a rank is shared by those who have the same total.
inline bool ties_share(const IndexTree& tree) { return tree.ties != TieRule::undeclared; }

// The worst rank of a total among these.
inline std::int64_t rank_of(const IndexTree& tree, const std::vector<Ratio>& tops, Ratio total)
{
    return 1 + std::count_if(tops.begin(), tops.end(),
                             [&](Ratio top) { return ties_share(tree) ? total < top : total <= top; });
}

}  // namespace detail

SANGKIEN_INLINE RankNeeds needs_for_rank(const IndexTree& tree, const std::vector<Scorecard>& cards, std::size_t card,
                                         std::int64_t rank, bool by_group)
{
    const std::vector<Ratio> tops = detail::tops_of(tree, cards, detail::others_of(cards, card, by_group));
    RankNeeds out;
    if (rank < 1) throw std::out_of_range("needs_for_rank: ranks begin at 1");
    if (static_cast<std::size_t>(rank) > tops.size()) return out;
    out.total = tops[static_cast<std::size_t>(rank) - 1];
    out.more = !detail::ties_share(tree);
    return out;
}

SANGKIEN_INLINE Rivals rivals(const IndexTree& tree, const std::vector<Scorecard>& cards, std::size_t card,
                              bool by_group)
{
    const std::vector<std::size_t> others = detail::others_of(cards, card, by_group);
    const Scorecard& own = cards[card];
    Rivals out;
    out.card = card;
    for (const std::size_t other : others) {
        const Ratio top = detail::most_of(cards[other]);
        if (top == own.total && cards[other].open == Ratio(0) && own.open == Ratio(0)) {
            out.tied.push_back(other);
            continue;
        }
        std::optional<Rival>& side = own.total <= top ? out.above : out.below;
        const Ratio gap = own.total <= top ? top - own.total : own.total - top;
        if (!side || gap < side->gap) side = Rival{other, gap};
    }
    const std::vector<Ratio> tops = detail::tops_of(tree, cards, others);
    out.rank = detail::rank_of(tree, tops, own.total);
    if (out.rank > 1) {
        out.needed = tops[static_cast<std::size_t>(out.rank) - 2];
        out.needed_more = !detail::ties_share(tree);
    }
    // The rank stays as long as nobody new comes above (or level, where ties are not declared).
    const auto next = std::find_if(tops.begin(), tops.end(), [&](Ratio top) {
        return detail::ties_share(tree) ? top <= own.total : top < own.total;
    });
    if (next != tops.end()) {
        out.safe = own.total - *next;
        out.safe_less = !detail::ties_share(tree);
    }
    return out;
}

}  // namespace sangkien
