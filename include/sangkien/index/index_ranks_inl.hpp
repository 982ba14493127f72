#pragma once

#include <algorithm>
#include <map>

#include "index_ranks.hpp"

namespace sangkien {

namespace detail {

// Sorted ends of the totals of one table, so that a rank is found by search.
struct RankTable {
    std::vector<std::size_t> cards;
    std::vector<Ratio> lows, highs;
};

inline std::int64_t above(const std::vector<Ratio>& sorted, Ratio than)
{
    return sorted.end() - std::upper_bound(sorted.begin(), sorted.end(), than);
}

inline std::int64_t from(const std::vector<Ratio>& sorted, Ratio than)
{
    return sorted.end() - std::lower_bound(sorted.begin(), sorted.end(), than);
}

inline void rank_in(const IndexTree& tree, const std::vector<Scorecard>& cards, const RankTable& table,
                    std::vector<OfficeRank>& out)
{
    const bool open = std::any_of(table.cards.begin(), table.cards.end(),
                                  [&](std::size_t card) { return cards[card].open != Ratio(0); });
    std::vector<Ratio> distinct = table.lows;
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    for (const std::size_t card : table.cards) {
        const Ratio low = cards[card].total, high = low + cards[card].open;
        const bool self_open = low != high;
        OfficeRank& rank = out[card];
        rank.best = 1 + above(table.lows, high);
        rank.worst = 1 + above(table.highs, low) - (self_open ? 1 : 0);
        // The others whose totals can be the same, this one not counted.
        const std::int64_t same = self_open ? 0 : from(table.lows, low) - above(table.lows, low) - 1;
        rank.tied = same > 0;
        if (tree.ties == TieRule::dense && !open) rank.best = rank.worst = 1 + above(distinct, low);
        if (tree.ties == TieRule::dense && open) rank.best = std::min<std::int64_t>(rank.best, 2);
        if (tree.ties == TieRule::undeclared) rank.worst = from(table.highs, low);  // this one among them
    }
}

// The class of a total: the last whose `from` it reaches; classes fall.
inline Name class_of(const IndexTree& tree, Ratio total)
{
    for (const IndexClass& one : tree.classes)
        if (one.from <= total) return one.name;
    return {};
}

}  // namespace detail

SANGKIEN_INLINE std::vector<OfficeRank> rank_offices(const IndexTree& tree, const std::vector<Scorecard>& cards,
                                                     bool by_group)
{
    std::map<std::pair<std::int64_t, std::string>, detail::RankTable> tables;
    for (std::size_t card = 0; card < cards.size(); ++card) {
        detail::RankTable& table = tables[{cards[card].year, by_group ? cards[card].group : std::string()}];
        table.cards.push_back(card);
        table.lows.push_back(cards[card].total);
        table.highs.push_back(cards[card].total + cards[card].open);
    }
    std::vector<OfficeRank> out(cards.size());
    for (auto& [key, table] : tables) {
        std::sort(table.lows.begin(), table.lows.end());
        std::sort(table.highs.begin(), table.highs.end());
        detail::rank_in(tree, cards, table, out);
    }
    for (std::size_t card = 0; card < cards.size(); ++card) {
        out[card].card = card;
        out[card].lowest = detail::class_of(tree, cards[card].total);
        out[card].highest = detail::class_of(tree, cards[card].total + cards[card].open);
    }
    return out;
}

}  // namespace sangkien
