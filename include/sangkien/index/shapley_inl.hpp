#pragma once

#include <stdexcept>
#include <utility>

#include "../core/drawn_inl.hpp"
#include "../core/ratio_inl.hpp"
#include "shapley.hpp"

namespace sangkien {

namespace detail {

inline wide least_common_multiple(wide a, wide b) { return a / gcd(a, b) * b; }

// What every set reaches, as whole numbers of one unit: a sum of a million fractions is a sum of whole numbers then.
struct WorthTable {
    WorthTable(std::size_t players, SetWorth worth) : values(std::size_t{1} << players)
    {
        std::vector<Ratio> exact(values.size());
        for (std::size_t set = 0; set < exact.size(); ++set) {
            exact[set] = worth(set);
            if (whole % exact[set].denominator() != 0)
                whole = narrow(least_common_multiple(whole, exact[set].denominator()));
        }
        std::int64_t denominator = 1, factor = whole;
        for (std::size_t set = 0; set < exact.size(); ++set) {
            if (exact[set].denominator() != denominator) {
                denominator = exact[set].denominator();
                factor = whole / denominator;
            }
            values[set] = narrow(wide(exact[set].numerator()) * factor);
        }
    }

    std::vector<std::int64_t> values;
    std::int64_t whole = 1;  // units in 1
};

// A player comes after `before` others in one of players * C(players - 1, before) orders of sets. All these numbers
// divide the least common multiple of 1, 2, ..., players, which is `whole`.
struct OrderWeights {
    explicit OrderWeights(std::size_t players) : of(players)
    {
        for (std::size_t i = 2; i <= players; ++i)
            whole = static_cast<std::int64_t>(least_common_multiple(whole, static_cast<wide>(i)));
        std::int64_t choices = 1;
        for (std::size_t before = 0; before < players; ++before) {
            of[before] = whole / (static_cast<std::int64_t>(players) * choices);
            choices = choices * static_cast<std::int64_t>(players - 1 - before) / static_cast<std::int64_t>(before + 1);
        }
    }

    std::vector<std::int64_t> of;
    std::int64_t whole = 1;
};

// A whole square root, rounded up.
inline std::int64_t root_above(wide square)
{
    std::int64_t low = 0, high = std::int64_t{1} << 62;
    while (low < high) {
        const std::int64_t middle = low + (high - low) / 2;
        if (wide(middle) * middle >= square)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

// Sums of drawn figures and of their squares, in whole units that become finer as denominators come up.
class DrawnSums {
public:
    explicit DrawnSums(std::size_t players) : sums_(players), squares_(players) {}

    void add(std::size_t player, Ratio figure)
    {
        if (whole_ % figure.denominator() != 0) refine(figure.denominator());
        const wide units = wide(figure.numerator()) * (whole_ / figure.denominator());
        most_ = std::max(most_, units < 0 ? -units : units);
        if (most_ > limit || whole_ > limit) throw_overflow();
        sums_[player] += units;
        squares_[player] += units * units;
    }

    Ratio mean(std::size_t player, wide draws) const { return reduced(sums_[player], draws * whole_); }

    // sqrt((squares - sum^2 / draws) / (draws - 1) / draws): within 128 bits for 2^20 draws of 22 bits.
    Decimal standard_error(std::size_t player, wide draws) const
    {
        const wide spread = (draws * squares_[player] - sums_[player] * sums_[player]) * 1000000000000;
        const wide under = (draws - 1) * draws * draws * whole_ * whole_;
        return {root_above(spread / under + (spread % under != 0 ? 1 : 0)), 6};
    }

private:
    static constexpr wide limit = 1 << 22;

    void refine(std::int64_t denominator)
    {
        const wide finer = least_common_multiple(whole_, denominator);
        if (finer > limit) throw_overflow();
        const wide factor = finer / whole_;
        whole_ = finer;
        most_ *= factor;
        for (wide& sum : sums_) sum *= factor;
        for (wide& square : squares_) square *= factor * factor;
    }

    wide whole_ = 1, most_ = 0;
    std::vector<wide> sums_, squares_;
};

inline std::uint64_t set_of_all(std::size_t players) noexcept
{
    return players == most_players ? ~std::uint64_t{0} : (std::uint64_t{1} << players) - 1;
}

}  // namespace detail

SANGKIEN_INLINE Shapley shapley_exact(std::size_t players, SetWorth worth)
{
    using detail::wide;
    if (players > most_exact_players) throw std::invalid_argument("shapley_exact: more than 20 players");
    const detail::WorthTable table(players, worth);
    const detail::OrderWeights weights(players);
    Shapley out;
    out.none = Ratio(table.values.front(), table.whole);
    out.all = Ratio(table.values.back(), table.whole);
    out.values.resize(players);
    // A player's value: what sets with the player reach, weighted as reached by the player's coming, less what sets
    // without reach, weighted as left by it. The latter is a sum over all sets less those with the player, so that one
    // table of sums over sets with each player gives both.
    std::vector<wide> with(table.values.size());
    wide left = 0;
    for (std::size_t set = 0; set < with.size(); ++set) {
        const auto size = static_cast<std::size_t>(__builtin_popcountll(set));
        const wide reached = size == 0 ? 0 : weights.of[size - 1];
        const wide leaving = size == players ? 0 : weights.of[size];
        with[set] = table.values[set] * (reached + leaving);
        left += table.values[set] * leaving;
    }
    // Player by player from the last: the half with the player is summed, then laid upon the half without.
    for (std::size_t player = players; player-- > 0;) {
        const std::size_t half = std::size_t{1} << player;
        wide sum = 0;
        for (std::size_t set = 0; set < half; ++set) {
            sum += with[half + set];
            with[set] += with[half + set];
        }
        out.values[player] = detail::reduced(sum - left, wide(weights.whole) * table.whole);
    }
    return out;
}

SANGKIEN_INLINE std::vector<std::size_t> drawn_order(std::size_t players, std::uint64_t seed, std::uint64_t order)
{
    const std::uint64_t step = 0x9e3779b97f4a7c15u;
    const std::uint64_t start = detail::stirred(detail::stirred(seed + step) + step * (order + 1));
    std::vector<std::size_t> out(players);
    for (std::size_t i = 0; i < players; ++i) {
        const std::uint64_t number = detail::stirred(start + step * (i + 1)) >> 32;
        const auto at = static_cast<std::size_t>(number * (i + 1) >> 32);  // of 0 to i
        out[i] = out[at];
        out[at] = i;
    }
    return out;
}

SANGKIEN_INLINE Shapley shapley_sampled(std::size_t players, SetWorth worth, std::uint64_t seed, std::uint64_t orders)
{
    if (players > most_players) throw std::invalid_argument("shapley_sampled: more than 64 players");
    if (orders < 2 || orders > most_orders) throw std::invalid_argument("shapley_sampled: 2 to 2^20 orders");
    Shapley out;
    out.orders = orders;
    out.none = worth(0);
    out.all = worth(detail::set_of_all(players));
    detail::DrawnSums sums(players);
    for (std::uint64_t order = 0; order < orders; ++order) {
        std::uint64_t set = 0;
        Ratio before = out.none;
        for (const std::size_t player : drawn_order(players, seed, order)) {
            set |= std::uint64_t{1} << player;
            const Ratio after = worth(set);
            sums.add(player, after - before);
            before = after;
        }
    }
    for (std::size_t player = 0; player < players; ++player) {
        out.values.push_back(sums.mean(player, static_cast<detail::wide>(orders)));
        out.standard_errors.push_back(sums.standard_error(player, static_cast<detail::wide>(orders)));
    }
    return out;
}

SANGKIEN_INLINE Shapley shapley(std::size_t players, SetWorth worth, std::uint64_t seed, std::uint64_t orders)
{
    return players <= most_exact_players ? shapley_exact(players, worth)
                                         : shapley_sampled(players, worth, seed, orders);
}

SANGKIEN_INLINE Ratio shapley_of_count(std::int64_t players, CountWorth worth)
{
    if (players < 1) throw std::invalid_argument("shapley_of_count: no player");
    return (worth(players) - worth(0)) / Ratio(players);
}

}  // namespace sangkien
