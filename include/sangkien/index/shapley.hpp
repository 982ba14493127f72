// Shapley values: what each of several players adds to what they reach together, averaged over every order of coming.
//
//   const auto worth = [&](std::uint64_t set) { return points_of(set); };   // bit i: player i is among them
//   const Shapley found = shapley(12, worth, 2025, 10000);
//   found.values[3].text();       // exact up to 20 players, else the mean of so many orders drawn by the seed
//
// The values always add up to what all reach less what none do, exactly: drawn or not, every order adds up to it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "../core/ratio.hpp"

namespace sangkien {

// Worth (giá trị): a callable from a set, or a count, of players to what they reach. An object, such as a lambda, not a bare
// function; it must outlive its use here.
template <class Argument>
class Worth {
public:
    template <class Callable>
    Worth(const Callable& callable) noexcept  // NOLINT: a callable is meant to be given as it is
        : object_(&callable), call_([](const void* object, Argument argument) -> Ratio {
              return (*static_cast<const Callable*>(object))(argument);
          })
    {
    }
    Ratio operator()(Argument argument) const { return call_(object_, argument); }

private:
    const void* object_;
    Ratio (*call_)(const void*, Argument);
};
using SetWorth = Worth<std::uint64_t>;
using CountWorth = Worth<std::int64_t>;

inline constexpr std::size_t most_exact_players = 20;
inline constexpr std::size_t most_players = 64;
inline constexpr std::uint64_t most_orders = 1 << 20;

// Shapley (giá trị Shapley) of every player.
struct Shapley {
    std::vector<Ratio> values;
    Ratio none;                            // what no player reaches
    Ratio all;                             // what all reach; values add up to all - none
    std::uint64_t orders = 0;              // how many were drawn; 0: exact
    std::vector<Decimal> standard_errors;  // of drawn values, rounded up to six places; empty: exact
};

// Over all sets. std::invalid_argument for more than 20 players, SK1206 when a value does not fit 64 bits.
Shapley shapley_exact(std::size_t players, SetWorth worth);

// Over orders 0, 1, ... of the seed: order number d depends on the seed and on d alone, so the numbers are the same on
// every machine. std::invalid_argument for more than 64 players, for fewer than 2 orders or more than 2^20; SK1206 when
// a value, brought to the common denominator of all, leaves 22 bits.
Shapley shapley_sampled(std::size_t players, SetWorth worth, std::uint64_t seed, std::uint64_t orders);

// Exact up to 20 players, drawn above.
Shapley shapley(std::size_t players, SetWorth worth, std::uint64_t seed, std::uint64_t orders);

// Where only their number counts all are alike: the exact value of each of any number of players, at least one.
Ratio shapley_of_count(std::int64_t players, CountWorth worth);

// Order number `order` of the seed, to look at it again.
std::vector<std::size_t> drawn_order(std::size_t players, std::uint64_t seed, std::uint64_t order);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "shapley_inl.hpp"
#endif
