// Rulebooks: parsed and verified, and one value asked for on a day. Reported by ./dev bench, through law_peer.py.
//
// Without the folder that law_peer.py names by SANGKIEN_BENCH_LAW (values.json, a rulebook, and questions.txt, a path and a
// day a line) the look-ups are not measured. Their answers are written beside it, for the peer to compare.
#include <benchmark/benchmark.h>

#include <sangkien/rulebook/timeline.hpp>
#include <sangkien/sangkien.hpp>

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

namespace {

using sangkien::Day;

// Each as `rules verify` does: with the papers it stands under, from its text.
void law_parse_and_verify_each_shipped(benchmark::State& state)
{
    for (auto _ : state)
        for (const std::string& id : sangkien::builtin_rulebooks()) {
            auto found = sangkien::verify(sangkien::load_rules({id}));
            benchmark::DoNotOptimize(found.data());
        }
}
BENCHMARK(law_parse_and_verify_each_shipped)->Unit(benchmark::kMillisecond);

void law_parse_and_verify_a_ward(benchmark::State& state)
{
    for (auto _ : state) {
        auto found = sangkien::verify(
            sangkien::load_rules({"charter-13-2012", "gia-vien-934", "council-illustrative", "index-illustrative"}));
        benchmark::DoNotOptimize(found.data());
    }
}
BENCHMARK(law_parse_and_verify_a_ward)->Unit(benchmark::kMillisecond);

struct Question {
    std::string path;
    const sangkien::Timeline* kept;
    Day day;
};

struct Asked {
    sangkien::Rulebook rulebook;
    sangkien::Timelines values;
    std::vector<Question> questions;

    explicit Asked(const std::string& folder) : rulebook(read(folder)), values(rulebook)
    {
        std::ifstream lines(folder + "/questions.txt");
        for (std::string path, day; lines >> path >> day;)
            questions.push_back({path, values.find(path), sangkien::parse_day(day)});
        std::ofstream answers(folder + "/answers.txt");
        for (const Question& question : questions) answers << values.at(question.path, question.day).text() << "\n";
    }

    static sangkien::Rulebook read(const std::string& folder)
    {
        sangkien::Problems problems;
        const std::string file = folder + "/values.json";
        sangkien::Rulebook out = sangkien::read_rulebook_text(sangkien::read_file(file), file, {}, problems);
        problems.throw_if_any();
        return out;
    }
};

const Asked* asked()
{
    static const char* folder = std::getenv("SANGKIEN_BENCH_LAW");
    static const Asked* out = folder == nullptr ? nullptr : new Asked(folder);
    return out;
}

// `each` of every question in turn; the time told is that of one.
template <class Each>
void for_each_question(benchmark::State& state, const Each& each)
{
    if (asked() == nullptr) return state.SkipWithError("law_peer.py asks the questions");
    const auto count = static_cast<benchmark::IterationCount>(asked()->questions.size());
    while (state.KeepRunningBatch(count))
        for (const Question& question : asked()->questions) {
            auto answer = each(question);
            benchmark::DoNotOptimize(answer);
        }
}

void law_value_by_path(benchmark::State& state)
{
    for_each_question(state, [](const Question& q) { return asked()->values.at(q.path, q.day).text(); });
}
BENCHMARK(law_value_by_path);

void law_value_of_kept_timeline(benchmark::State& state)
{
    for_each_question(state, [](const Question& q) { return q.kept->at(q.day).text(); });
}
BENCHMARK(law_value_of_kept_timeline);

void law_value_as_known_on_a_day(benchmark::State& state)
{
    const Day known = sangkien::parse_day("2020-01-01");
    for_each_question(state, [&](const Question& q) { return asked()->values.at(q.path, q.day, known).text(); });
}
BENCHMARK(law_value_as_known_on_a_day);

}  // namespace
