// An index over 3,321 offices and 90 components. index_peers.py writes the index and the figures, compares what is written
// back with its peers' answers, and prints both times.
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
    const char* set = std::getenv("SANGKIEN_INDEX");
    return set ? set : "";
}

bool asked(benchmark::State& state)
{
    if (folder().empty()) state.SkipWithError("SANGKIEN_INDEX names no folder: run index_peers.py");
    return !folder().empty();
}

template <class Number>
void write(const std::string& name, const std::vector<Number>& values)
{
    std::ofstream file(folder() + "/" + name, std::ios::binary);
    file.write(reinterpret_cast<const char*>(values.data()),
               static_cast<std::streamsize>(values.size() * sizeof(Number)));
}

const IndexTree& tree()
{
    static const IndexTree made = [] {
        Problems problems;
        const Tree read = read_json(read_file(folder() + "/index.json"), "index.json", problems);
        IndexTree out = compile_index(read.root(), {}, problems);
        problems.throw_if_any();
        return out;
    }();
    return made;
}

const std::string& csv()
{
    static const std::string text = read_file(folder() + "/table.csv");
    return text;
}

IndexTable read_table()
{
    Problems problems;
    IndexTable out = read_index_table(csv(), "table.csv", tree(), problems);
    problems.throw_if_any();
    return out;
}

const IndexTable& table()
{
    static const IndexTable made = read_table();
    return made;
}

const IndexColumns& columns()
{
    static const IndexColumns made = pack_index_columns(tree(), table());
    return made;
}

void count_offices(benchmark::State& state)
{
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(columns().rows.size()));
}

// Written as numerators and denominators, office by office.
void write_totals(const std::string& name, const std::vector<OfficeTotal>& totals)
{
    std::vector<std::int64_t> out;
    for (const OfficeTotal& one : totals)
        out.insert(out.end(), {one.total, one.denominator, one.open, one.open_denominator, one.complete ? 1 : 0});
    write(name, out);
}

template <class Count>
void index_columns(benchmark::State& state)
{
    if (!asked(state)) return;
    const IndexScorer scorer(tree(), columns().denominators);
    const std::size_t offices = columns().rows.size();
    std::vector<Count> figures;
    for (const std::int32_t figure : columns().narrow)
        figures.push_back(figure == no_figure<std::int32_t>     ? no_figure<Count>
                          : figure == no_evidence<std::int32_t> ? no_evidence<Count>
                                                                : Count{figure});
    std::vector<const Count*> each;
    for (std::size_t i = 0; i < scorer.columns(); ++i) each.push_back(figures.data() + i * offices);
    std::vector<OfficeTotal> totals(offices);
    for (auto _ : state) {
        scorer.run(each.data(), offices, totals.data());
        benchmark::DoNotOptimize(totals.data());
    }
    count_offices(state);
    write_totals("totals" + std::to_string(sizeof(Count) * 8), totals);
}
BENCHMARK_TEMPLATE(index_columns, std::int32_t)->Unit(benchmark::kMillisecond);
BENCHMARK_TEMPLATE(index_columns, std::int64_t)->Unit(benchmark::kMillisecond);

// With the points of every component and node.
void index_columns_points(benchmark::State& state)
{
    if (!asked(state)) return;
    const IndexScorer scorer(tree(), columns().denominators);
    const std::size_t offices = columns().rows.size();
    std::vector<OfficeTotal> totals(offices);
    std::vector<std::int64_t> nodes(tree().nodes.size() * offices), lost = nodes, points(scorer.columns() * offices);
    for (auto _ : state) {
        scorer.run(columns(), totals.data(), {nodes.data(), lost.data(), points.data(), offices});
        benchmark::DoNotOptimize(points.data());
    }
    count_offices(state);
    nodes.push_back(scorer.denominator());
    write("nodes", nodes);
}
BENCHMARK(index_columns_points)->Unit(benchmark::kMillisecond);

void index_pack_and_columns(benchmark::State& state)
{
    if (!asked(state)) return;
    for (auto _ : state) {
        const IndexColumns packed = pack_index_columns(tree(), table());
        std::vector<OfficeTotal> totals(packed.rows.size());
        IndexScorer(tree(), packed.denominators).run(packed, totals.data());
        benchmark::DoNotOptimize(totals.data());
    }
    count_offices(state);
}
BENCHMARK(index_pack_and_columns)->Unit(benchmark::kMillisecond);

void index_score_table(benchmark::State& state)
{
    if (!asked(state)) return;
    for (auto _ : state) benchmark::DoNotOptimize(score_table(tree(), table()));
    count_offices(state);
    std::vector<OfficeTotal> totals;
    for (const Scorecard& card : score_table(tree(), table()))
        totals.push_back({card.total.numerator(), card.total.denominator(), card.open.numerator(),
                          card.open.denominator(), card.complete});
    write_totals("cards", totals);
}
BENCHMARK(index_score_table)->Unit(benchmark::kMillisecond);

void index_read_table(benchmark::State& state)
{
    if (!asked(state)) return;
    for (auto _ : state) benchmark::DoNotOptimize(read_table());
    count_offices(state);
}
BENCHMARK(index_read_table)->Unit(benchmark::kMillisecond);

// From the CSV's text, checked row by row, to totals.
void index_text_to_totals(benchmark::State& state)
{
    if (!asked(state)) return;
    std::vector<OfficeTotal> totals;
    for (auto _ : state) {
        Problems problems;
        const IndexSheet read = read_index_columns(csv(), "table.csv", tree(), problems);
        problems.throw_if_any();
        totals.resize(read.offices.size());
        IndexScorer(tree(), read.columns.denominators).run(read.columns, totals.data());
        benchmark::DoNotOptimize(totals.data());
    }
    count_offices(state);
    write_totals("totals_text", totals);
}
BENCHMARK(index_text_to_totals)->Unit(benchmark::kMillisecond);

}  // namespace
