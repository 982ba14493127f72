#pragma once

#include <algorithm>
#include <map>
#include <tuple>

#include "index_ranks.hpp"

namespace sangkien {

namespace detail {

// Sorted ends of the totals of one table, so that a rank is found by search.
struct RankTable {
    std::vector<std::size_t> cards;
    std::vector<Ratio> lows, highs;
    std::vector<Ratio> known;       // totals that are known
    std::vector<Ratio> open_highs;  // of those that are not
    std::vector<Ratio> distinct;    // of `known`
    std::vector<Ratio> apart;       // see `fewest_totals`
};

inline std::int64_t above(const std::vector<Ratio>& sorted, Ratio than)
{
    return sorted.end() - std::upper_bound(sorted.begin(), sorted.end(), than);
}

inline std::int64_t from(const std::vector<Ratio>& sorted, Ratio than)
{
    return sorted.end() - std::lower_bound(sorted.begin(), sorted.end(), than);
}

// The fewest different totals that a table can come to, rising: the highest low end, as often as a total that lies wholly
// below the last one calls for another. Those above a total are also the fewest above it.
inline std::vector<Ratio> fewest_totals(const std::vector<Scorecard>& cards, std::vector<std::size_t> of)
{
    std::sort(of.begin(), of.end(), [&](std::size_t a, std::size_t b) { return cards[b].total < cards[a].total; });
    std::vector<Ratio> out;
    for (const std::size_t card : of)
        if (out.empty() || cards[card].total + cards[card].open < out.back()) out.push_back(cards[card].total);
    std::reverse(out.begin(), out.end());
    return out;
}

inline void sort_ends(const std::vector<Scorecard>& cards, RankTable& table)
{
    for (const std::size_t card : table.cards) {
        const Ratio low = cards[card].total, high = low + cards[card].open;
        table.lows.push_back(low);
        table.highs.push_back(high);
        (low == high ? table.known : table.open_highs).push_back(high);
    }
    for (auto* ends : {&table.lows, &table.highs, &table.known, &table.open_highs})
        std::sort(ends->begin(), ends->end());
    table.distinct = table.known;
    table.distinct.erase(std::unique(table.distinct.begin(), table.distinct.end()), table.distinct.end());
    table.apart = fewest_totals(cards, table.cards);
}

inline void rank_in(const IndexTree& tree, const std::vector<Scorecard>& cards, const RankTable& table,
                    std::vector<OfficeRank>& out)
{
    for (const std::size_t card : table.cards) {
        const Ratio low = cards[card].total, high = low + cards[card].open;
        const bool open = low != high;
        OfficeRank& rank = out[card];
        rank.of = static_cast<std::int64_t>(table.cards.size());
        rank.best = 1 + above(table.lows, high);
        rank.worst = 1 + above(table.highs, low) - (open ? 1 : 0);  // an open total is not above itself
        rank.tied = !open && from(table.known, low) - above(table.known, low) > 1;
        if (tree.ties == TieRule::dense) {
            rank.best = 1 + above(table.apart, high);
            // Open totals can all differ, from each other and from those that are known.
            rank.worst = 1 + above(table.distinct, low) + above(table.open_highs, low) - (open ? 1 : 0);
        }
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
    }
    std::vector<OfficeRank> out(cards.size());
    for (auto& [key, table] : tables) {
        detail::sort_ends(cards, table);
        detail::rank_in(tree, cards, table, out);
    }
    for (std::size_t card = 0; card < cards.size(); ++card) {
        out[card].card = card;
        out[card].lowest = detail::class_of(tree, cards[card].total);
        out[card].highest = detail::class_of(tree, cards[card].total + cards[card].open);
    }
    return out;
}

namespace detail {

inline Ratio middle_total(const std::vector<Ratio>& sorted)
{
    const Ratio upper = sorted[sorted.size() / 2];
    return sorted.size() % 2 == 1 ? upper : (sorted[sorted.size() / 2 - 1] + upper) / Ratio(2);
}

inline std::optional<TotalRange> mean_total(const RankTable& table)
{
    try {
        TotalRange sum;
        for (const Ratio low : table.lows) sum.low = sum.low + low;
        for (const Ratio high : table.highs) sum.high = sum.high + high;
        const Ratio count(static_cast<std::int64_t>(table.cards.size()));
        return TotalRange{sum.low / count, sum.high / count};
    } catch (const Error&) {
        return std::nullopt;  // too many different denominators; the rest of the table stands
    }
}

}  // namespace detail

SANGKIEN_INLINE std::vector<GroupTable> group_tables(const std::vector<Scorecard>& cards)
{
    std::map<std::pair<std::int64_t, std::string>, detail::RankTable> tables;
    for (std::size_t card = 0; card < cards.size(); ++card)
        tables[{cards[card].year, cards[card].group}].cards.push_back(card);
    std::vector<GroupTable> out;
    for (auto& [key, table] : tables) {
        detail::sort_ends(cards, table);
        GroupTable one;
        std::tie(one.year, one.group) = key;
        one.cards = table.cards;
        std::stable_sort(one.cards.begin(), one.cards.end(),
                         [&](std::size_t a, std::size_t b) { return cards[b].total < cards[a].total; });
        one.complete = table.known.size();
        one.mean = detail::mean_total(table);
        one.median = {detail::middle_total(table.lows), detail::middle_total(table.highs)};
        one.least = {table.lows.front(), table.highs.front()};
        one.most = {table.lows.back(), table.highs.back()};
        out.push_back(std::move(one));
    }
    return out;
}

SANGKIEN_INLINE IndexRanking index_ranking(const IndexTree& tree, const std::vector<Scorecard>& cards, bool by_group)
{
    IndexRanking out;
    out.overall = rank_offices(tree, cards);
    if (by_group) {
        out.in_group = rank_offices(tree, cards, true);
        out.groups = group_tables(cards);
    }
    return out;
}

}  // namespace sangkien
