// Shapley values of twenty initiatives from the worth of every set of them, beside the sum over all sets by its textbook
// formula in exact fractions. That both give the same is checked first, with ten.
#include <benchmark/benchmark.h>

#include <sangkien/index/shapley.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace sangkien;

// Points by steps of the sum of shares in twelfths, joint initiatives having less than a whole one.
constexpr auto stepped = [](std::uint64_t set) -> Ratio {
    static const std::int64_t shares[] = {12, 6, 4, 3, 12, 8, 9, 12, 6, 6, 4, 12, 3, 12, 6, 8, 12, 4, 12, 6};
    static const Ratio points[] = {0, 3, 4, 5, Ratio(11, 2), Ratio(35, 6), 6};
    std::int64_t sum = 0;
    for (; set != 0; set &= set - 1) sum += shares[__builtin_ctzll(set)];
    return points[std::min<std::int64_t>(sum / 12, 6)];
};

std::vector<Ratio> textbook(std::size_t players)
{
    std::vector<Ratio> out(players), weight{Ratio(1, static_cast<std::int64_t>(players))};
    for (std::size_t size = 1; size < players; ++size)
        weight.push_back(weight.back() *
                         Ratio(static_cast<std::int64_t>(size), static_cast<std::int64_t>(players - size)));
    for (std::uint64_t set = 0; set < std::uint64_t{1} << players; ++set)
        for (std::size_t i = 0; i < players; ++i)
            if ((set >> i & 1) == 0)
                out[i] = out[i] + weight[static_cast<std::size_t>(__builtin_popcountll(set))] *
                                      (stepped(set | std::uint64_t{1} << i) - stepped(set));
    return out;
}

void check_both()
{
    const bool same = shapley_exact(10, stepped).values == textbook(10);
    std::fprintf(stderr, "attribution: Shapley values of 10 as the textbook's: %s\n", same ? "yes" : "no");
    if (!same) std::abort();
}

void exact(benchmark::State& state)
{
    check_both();
    for (auto _ : state) benchmark::DoNotOptimize(shapley_exact(static_cast<std::size_t>(state.range(0)), stepped));
}

void drawn(benchmark::State& state)
{
    const auto worth = [](std::uint64_t set) { return stepped(set & 0xfffff); };
    for (auto _ : state) benchmark::DoNotOptimize(shapley_sampled(40, worth, 2025, 10000));
}

void by_textbook(benchmark::State& state)
{
    for (auto _ : state) benchmark::DoNotOptimize(textbook(static_cast<std::size_t>(state.range(0))));
}

BENCHMARK(exact)->Name("attribution_exact")->Arg(20)->Unit(benchmark::kMillisecond);
BENCHMARK(by_textbook)->Name("attribution_textbook")->Arg(14)->Unit(benchmark::kMillisecond);
BENCHMARK(drawn)->Name("attribution_drawn_40")->Unit(benchmark::kMillisecond);

}  // namespace
