// One ward season: from JSON text to JSON text, and each part of the way. Reported by ./dev bench.
#include <benchmark/benchmark.h>

#include <sangkien/sangkien.hpp>

#include <string>

namespace {

const std::string& season_text()
{
    static const std::string text = sangkien::read_file(SANGKIEN_SOURCE_DIR "/docs/examples/gia-vien-2025.season.json");
    return text;
}

const sangkien::Rules& rules()
{
    static const sangkien::Rules loaded =
        sangkien::load_rules({"charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative"});
    return loaded;
}

const sangkien::Instant as_of = sangkien::parse_instant("2025-09-30T17:00:00+07:00");

void season_from_text_to_text(benchmark::State& state)
{
    rules();
    for (auto _ : state) {
        std::string out = sangkien::report_json(sangkien::evaluate_text(rules(), season_text(), "season.json", as_of));
        benchmark::DoNotOptimize(out.data());
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(season_from_text_to_text)->Unit(benchmark::kMicrosecond);

void read_season(benchmark::State& state)
{
    for (auto _ : state) {
        const sangkien::Season season = sangkien::read_season(season_text());
        benchmark::DoNotOptimize(season.initiatives.data());
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(season_text().size()));
}
BENCHMARK(read_season)->Unit(benchmark::kMicrosecond);

void evaluate_season(benchmark::State& state)
{
    const sangkien::Season season = sangkien::read_season(season_text());
    for (auto _ : state) {
        const sangkien::Report report = sangkien::evaluate(rules(), season, as_of);
        benchmark::DoNotOptimize(report.initiatives.data());
    }
}
BENCHMARK(evaluate_season)->Unit(benchmark::kMicrosecond);

// The same without what is told of events and components that passed: what the trace costs is the difference.
void evaluate_season_verdicts(benchmark::State& state)
{
    const sangkien::Season season = sangkien::read_season(season_text());
    for (auto _ : state) {
        const sangkien::Report report = sangkien::evaluate(rules(), season, as_of, sangkien::Trace::verdicts);
        benchmark::DoNotOptimize(report.initiatives.data());
    }
}
BENCHMARK(evaluate_season_verdicts)->Unit(benchmark::kMicrosecond);

void explain_refusal(benchmark::State& state)
{
    const sangkien::Season season = sangkien::read_season(season_text());
    const sangkien::Report report = sangkien::evaluate(rules(), season, as_of);
    for (auto _ : state) {
        const sangkien::Explanation why = sangkien::explain(rules(), season, report, "/initiatives/SK-10/state");
        benchmark::DoNotOptimize(why.children.data());
    }
}
BENCHMARK(explain_refusal)->Unit(benchmark::kMicrosecond);

void write_report(benchmark::State& state)
{
    const sangkien::Report report = sangkien::evaluate(rules(), sangkien::read_season(season_text()), as_of);
    for (auto _ : state) {
        const std::string out = sangkien::report_json(report);
        benchmark::DoNotOptimize(out.data());
    }
}
BENCHMARK(write_report)->Unit(benchmark::kMicrosecond);

void load_shipped_rulebooks(benchmark::State& state)
{
    for (auto _ : state) {
        const sangkien::Rules loaded =
            sangkien::load_rules({"charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative"});
        benchmark::DoNotOptimize(loaded.rulesets().data());
    }
}
BENCHMARK(load_shipped_rulebooks)->Unit(benchmark::kMicrosecond);

}  // namespace
