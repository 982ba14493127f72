// Shapley values against their definition: every order of coming.
#include "../catch.hpp"

#include <algorithm>
#include <numeric>
#include <random>

#include <sangkien/index/shapley.hpp>

#include "thinned.hpp"

using namespace sangkien;

namespace {

// The definition: all orders, one by one.
std::vector<Ratio> over_all_orders(std::size_t players, SetWorth worth)
{
    std::vector<std::size_t> order(players);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<Ratio> sums(players);
    std::int64_t orders = 0;
    do {
        std::uint64_t set = 0;
        for (const std::size_t player : order) {
            const std::uint64_t with = set | std::uint64_t{1} << player;
            sums[player] = sums[player] + (worth(with) - worth(set));
            set = with;
        }
        ++orders;
    } while (std::next_permutation(order.begin(), order.end()));
    for (Ratio& sum : sums) sum = sum / Ratio(orders);
    return sums;
}

Ratio total(const std::vector<Ratio>& values)
{
    Ratio out;
    for (const Ratio& value : values) out = out + value;
    return out;
}

// Points that rise by steps of the sum of shares.
struct Shares {
    std::vector<Ratio> shares;
    std::vector<Ratio> points;  // from 0, 1, 2, ...; the last for all above

    Ratio operator()(std::uint64_t set) const
    {
        Ratio sum;
        for (std::size_t i = 0; i < shares.size(); ++i)
            if ((set >> i & 1) != 0) sum = sum + shares[i];
        const auto step = static_cast<std::size_t>(sum.numerator() / sum.denominator());
        return points[std::min(step, points.size() - 1)];
    }
};

}  // namespace

TEST_CASE("Exact Shapley values are those of all orders of up to seven players")
{
    std::mt19937 random(934);
    const auto pick = [&](std::size_t below) { return static_cast<std::int64_t>(random() % below); };
    for (std::size_t players = 0; players <= 7; ++players)
        for (std::size_t round = 0; round < (players == 7 ? 3 : 20); round += thinned(3)) {
            std::vector<Ratio> reached;
            for (std::size_t set = 0; set < std::size_t{1} << players; ++set)
                reached.push_back(Ratio(pick(400) - 100, 1 + pick(6)));
            const auto worth = [&](std::uint64_t set) { return reached[set]; };
            const Shapley found = shapley_exact(players, worth);
            REQUIRE(found.values == over_all_orders(players, worth));
            REQUIRE(total(found.values) == reached.back() - reached.front());
            REQUIRE((found.none == reached.front() && found.all == reached.back()));
            REQUIRE((found.orders == 0 && found.standard_errors.empty()));
        }
}

TEST_CASE("Where only the number counts, equal shares are the sum over all sets, and of all orders")
{
    for (std::int64_t players = 1; players <= 12; ++players) {
        const auto count = [](std::int64_t n) {
            return n == 0 ? Ratio(1, 2) : Ratio(std::min<std::int64_t>(n, 3) + 2);
        };
        const auto set = [&](std::uint64_t members) { return count(__builtin_popcountll(members)); };
        const Ratio each = shapley_of_count(players, count);
        for (const Ratio& value : shapley_exact(static_cast<std::size_t>(players), set).values) REQUIRE(value == each);
        if (players <= 6) REQUIRE(over_all_orders(static_cast<std::size_t>(players), set)[0] == each);
    }
    CHECK(shapley_of_count(1000, [](std::int64_t n) { return Ratio(std::min<std::int64_t>(n, 3)); }) == Ratio(3, 1000));
}

TEST_CASE(
    "Twenty players with shares: the sum is the whole, a player without a share has nothing, equal ones are equal")
{
    Shares worth;
    for (std::int64_t i = 0; i < 20; ++i) worth.shares.push_back(i == 7 ? Ratio(0) : Ratio(1 + i % 3, 4));
    worth.points = {0, 3, 4, 5, Ratio(11, 2), 6};
    const std::size_t players = sanitized ? 12 : 20;
    worth.shares.resize(players);
    const Shapley found = shapley_exact(players, worth);
    CHECK(total(found.values) == worth(~std::uint64_t{0}));
    CHECK(found.values[7] == Ratio(0));
    CHECK(found.values[0] == found.values[3]);
    CHECK(found.values[2] > found.values[1]);
    CHECK(found.values[1] > found.values[0]);
}

TEST_CASE("Drawn values add up to the whole, are near the exact ones by their error, and follow from the seed")
{
    Shares worth{{Ratio(1, 2), 1, Ratio(1, 3), Ratio(2, 3), 2, 1, Ratio(1, 4), Ratio(3, 4)},
                 {0, 3, 4, 5, Ratio(16, 3)}};
    const Shapley exact = shapley_exact(8, worth);
    const std::uint64_t orders = sanitized ? 400 : 4000;
    for (const std::uint64_t seed : {1, 2, 3}) {
        const Shapley drawn = shapley_sampled(8, worth, seed, orders);
        REQUIRE(total(drawn.values) == exact.all - exact.none);
        REQUIRE((drawn.orders == orders && drawn.standard_errors.size() == 8));
        for (std::size_t i = 0; i < 8; ++i) {
            const Ratio apart = drawn.values[i] - exact.values[i], error = drawn.standard_errors[i].ratio();
            REQUIRE(error > Ratio(0));
            REQUIRE((apart < Ratio(4) * error && Ratio(0) - apart < Ratio(4) * error));
        }
        REQUIRE(shapley_sampled(8, worth, seed, orders).values == drawn.values);
    }
    CHECK(shapley_sampled(8, worth, 1, 100).values != shapley_sampled(8, worth, 2, 100).values);
}

TEST_CASE("The standard error is that of the mean, rounded up to six places")
{
    // Two players, 1 point for whoever comes first: a player has 1 in k of n orders.
    const auto first = [](std::uint64_t set) { return Ratio(set != 0 ? 1 : 0); };
    const std::uint64_t orders = 100;
    std::int64_t k = 0;
    for (std::uint64_t order = 0; order < orders; ++order) k += drawn_order(2, 5, order)[0] == 0 ? 1 : 0;
    const Shapley drawn = shapley_sampled(2, first, 5, orders);
    REQUIRE(drawn.values[0] == Ratio(k, 100));
    const Ratio square = Ratio(k, 100) * (Ratio(1) - Ratio(k, 100)) / Ratio(99);
    const Decimal error = drawn.standard_errors[0];
    CHECK(error.places == 6);
    CHECK(error.ratio() * error.ratio() >= square);
    const Ratio below = Decimal{error.units - 1, 6}.ratio();
    CHECK(below * below < square);
}

TEST_CASE("Every order is as likely as any other, and the same on every machine")
{
    std::vector<int> counts(6);
    for (std::uint64_t order = 0; order < 6000; ++order) {
        const std::vector<std::size_t> drawn = drawn_order(3, 2025, order);
        ++counts[drawn[0] * 2 + (drawn[1] > drawn[2] ? 1 : 0)];
    }
    for (const int count : counts) CHECK((count > 850 && count < 1150));
    CHECK(drawn_order(6, 2025, 0) == std::vector<std::size_t>{3, 5, 4, 1, 0, 2});
}

TEST_CASE("Above twenty players values are drawn; above sixty-four, or with too few orders, there are none")
{
    const auto steps = [](std::uint64_t set) { return Ratio(std::min(__builtin_popcountll(set), 5)); };
    const Shapley drawn = shapley(64, steps, 1, 50);
    CHECK(drawn.orders == 50);
    CHECK(total(drawn.values) == Ratio(5));
    CHECK(shapley(
              20, [](std::uint64_t set) { return Ratio(set == 0 ? 0 : 1); }, 1, 50)
              .values[4] == Ratio(1, 20));
    CHECK_THROWS_AS(shapley(65, steps, 1, 50), std::invalid_argument);
    CHECK_THROWS_AS(shapley_exact(21, steps), std::invalid_argument);
    CHECK_THROWS_AS(shapley_sampled(3, steps, 1, 1), std::invalid_argument);
}
