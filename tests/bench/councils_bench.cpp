// A million councils judged and ranked, and ranks under drawn weights. councils_peers.py writes the input, compares what is
// written back with its peers' answers, and prints both times.
#include <benchmark/benchmark.h>

#include <sangkien/io/json_reader.hpp>
#include <sangkien/sangkien.hpp>

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

namespace {

using namespace sangkien;

std::string folder()
{
    const char* set = std::getenv("SANGKIEN_COUNCILS");
    return set ? set : "";
}

template <class Number>
std::vector<Number> numbers(const std::string& name)
{
    std::ifstream file(folder() + "/" + name, std::ios::binary | std::ios::ate);
    std::vector<Number> out(static_cast<std::size_t>(file.tellg()) / sizeof(Number));
    file.seekg(0);
    file.read(reinterpret_cast<char*>(out.data()), static_cast<std::streamsize>(out.size() * sizeof(Number)));
    return out;
}

template <class Number>
void write(const std::string& name, const std::vector<Number>& values)
{
    std::ofstream file(folder() + "/" + name, std::ios::binary);
    file.write(reinterpret_cast<const char*>(values.data()),
               static_cast<std::streamsize>(values.size() * sizeof(Number)));
}

constexpr std::int64_t members = 9;

const CouncilKernel& kernel()
{
    static const CouncilKernel made = [] {
        Problems problems;
        const Tree tree = read_json(read_file(folder() + "/rubric.json"), "rubric.json", problems);
        const Rubric rubric = compile_rubric(tree.root(), problems);
        problems.throw_if_any();
        return CouncilKernel(rubric, members, Ratio(1, 2));
    }();
    return made;
}

bool asked(benchmark::State& state)
{
    if (folder().empty()) state.SkipWithError("SANGKIEN_COUNCILS names no folder: run councils_peers.py");
    return !folder().empty();
}

template <class Count>
void councils_sheets(benchmark::State& state)
{
    if (!asked(state)) return;
    const std::vector<std::int16_t> read = numbers<std::int16_t>("sheets");
    const std::vector<Count> scores(read.begin(), read.end());
    std::vector<CouncilFigures> out(scores.size() / static_cast<std::size_t>(members) / kernel().criteria());
    for (auto _ : state) {
        kernel().run(scores.data(), out.size(), out.data());
        benchmark::DoNotOptimize(out.data());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(out.size()));
    std::vector<std::int64_t> figures;
    for (const CouncilFigures& one : out)
        figures.insert(figures.end(), {one.standing, one.klass, one.flagged ? 1 : 0, one.passes ? 1 : 0});
    write("figures" + std::to_string(sizeof(Count) * 8), figures);
}
BENCHMARK_TEMPLATE(councils_sheets, std::int16_t)->Unit(benchmark::kMillisecond);
BENCHMARK_TEMPLATE(councils_sheets, std::int32_t)->Unit(benchmark::kMillisecond);

void rank_column(benchmark::State& state, const std::string& name)
{
    if (!asked(state)) return;
    const std::vector<std::int64_t> keys = numbers<std::int64_t>(name);
    std::vector<std::int64_t> ranks(keys.size());
    const std::int64_t* columns[] = {keys.data()};
    for (auto _ : state) {
        rank_rows(columns, 1, keys.size(), Ties::leave_gaps, ranks.data());
        benchmark::DoNotOptimize(ranks.data());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(keys.size()));
    write(name + ".ranks", ranks);
}
BENCHMARK_CAPTURE(rank_column, hundredths, "hundredths")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(rank_column, exact, "exact")->Unit(benchmark::kMillisecond);

void rank_acceptability_draws(benchmark::State& state)
{
    if (!asked(state)) return;
    const std::vector<std::int64_t> values = numbers<std::int64_t>("points");
    constexpr std::size_t criteria = 8;
    constexpr std::uint64_t seed = 934, compared = 200, draws = 20000;
    PointTable points(values.size() / criteria, criteria);
    points.values = values;
    for (auto _ : state) {
        const RankAcceptability out = rank_acceptability(points, seed, 0, draws);
        benchmark::DoNotOptimize(out.counts.data());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(draws));
    std::vector<std::int64_t> weights;
    for (std::uint64_t draw = 0; draw < compared; ++draw)
        for (const std::int64_t weight : drawn_weights(criteria, seed, draw)) weights.push_back(weight);
    write("weights", weights);
    write("acceptability", rank_acceptability(points, seed, 0, compared).counts);
}
BENCHMARK(rank_acceptability_draws)->Unit(benchmark::kMillisecond);

}  // namespace
