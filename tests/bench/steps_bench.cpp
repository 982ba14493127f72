// Steps of the procedure of dispatch 934 with the Charter: one by one and ten million at once, beside compiled state
// machines of Boost with the same states, events, roles and guards. Every answer is compared first.
#include <benchmark/benchmark.h>

#include <sangkien/sangkien.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <random>

#include "steps_machines.hpp"

namespace {

using namespace sangkien;

const Table& procedure()
{
    static const Rules rules = load_rules({"charter-13-2012", "gia-vien-934"});
    return rules.rulesets().back().table;
}

const Gates& gates()
{
    static const Gates made(procedure());
    return made;
}

// A stream that no compiler and no branch predictor can know.
struct Stream {
    std::vector<std::uint32_t> file;
    std::vector<std::uint16_t> event, role;
    std::vector<std::uint64_t> holds, known;

    // Half of the rows are steps that leave from where the file stands, by somebody who may, mostly with everything met.
    Stream(std::size_t rows, std::size_t files)
    {
        std::mt19937_64 random(934);
        std::vector<std::uint16_t> at = beginnings(gates(), files);
        for (std::size_t i = 0; i < rows; ++i) {
            file.push_back(static_cast<std::uint32_t>(random() % files));
            event.push_back(static_cast<std::uint16_t>(random() % gates().events().size()));
            role.push_back(static_cast<std::uint16_t>(random() % gates().roles()));
            known.push_back(random() | random() | random());
            holds.push_back(random() | random());
            std::uint16_t& state = at[file.back()];
            if (random() % 2 == 0) aim(state, random);
            const GateStep step = gates().step(&state, event.back(), role.back(), &holds.back(), &known.back());
            if (step.verdict == Truth::pass) state = machines::ends(step.to) ? gates().beginning().front() : step.to;
        }
    }

    void aim(std::uint16_t state, std::mt19937_64& random)
    {
        std::vector<const Transition*> leaving;
        for (const Transition& step : procedure().transitions)
            if (std::find(step.from.begin(), step.from.end(), state) != step.from.end()) leaving.push_back(&step);
        const Transition& step = *leaving[random() % leaving.size()];
        event.back() = gates().event(step.event);
        role.back() = step.by.front();
        if (random() % 4 == 0) return;
        known.back() = ~std::uint64_t{0};
        holds.back() = ~machines::exclusions;
    }

    StepColumns columns() const
    {
        return {file.data(), event.data(), role.data(), holds.data(), known.data(), file.size()};
    }
};

constexpr std::size_t rows_alone = 1 << 16;

const Stream& stream()
{
    static const Stream made(rows_alone, 1);
    return made;
}

// A file that has come to an end starts anew: else nearly every step would be refused at once.
template <class Step>
std::size_t run(const Step& step)
{
    const Stream& all = stream();
    std::size_t accepted = 0;
    for (std::size_t i = 0; i < rows_alone; ++i)
        accepted += step(all.event[i], all.role[i], all.holds[i], all.known[i]);
    return accepted;
}

struct Ours {
    const Gates& table = gates();
    std::uint16_t begin = table.beginning().front();
    std::uint16_t state = begin;

    bool operator()(std::uint16_t event, std::uint16_t role, std::uint64_t holds, std::uint64_t known)
    {
        const GateStep step = table.step(&state, event, role, &holds, &known);
        state = machines::ends(step.to) ? begin : step.to;
        return step.verdict == Truth::pass;
    }
};

// The machines are written for this table: its names in this order.
void check_table()
{
    const bool same = machines::matches(procedure(), gates());
    Ours ours;
    machines::Msm msm;
    machines::Chart chart;
    const Stream& all = stream();
    std::size_t accepted = 0, different = 0;
    for (std::size_t i = 0; i < rows_alone && same; ++i) {
        const bool a = ours(all.event[i], all.role[i], all.holds[i], all.known[i]);
        const bool b = msm(all.event[i], all.role[i], all.holds[i], all.known[i]);
        const bool c = chart(all.event[i], all.role[i], all.holds[i], all.known[i]);
        accepted += a;
        different += a != b || a != c;
    }
    std::fprintf(stderr, "steps: %zu compared with Boost.MSM and Boost.Statechart, %zu accepted, %zu different\n",
                 rows_alone, accepted, different);
    if (!same || different != 0 || accepted == 0) std::abort();
}

template <class Machine>
void steps(benchmark::State& state)
{
    static const bool checked = (check_table(), true);
    benchmark::DoNotOptimize(checked);
    Machine machine;
    std::size_t accepted = 0;
    for (auto _ : state)
        accepted += run(
            [&](std::uint16_t e, std::uint16_t r, std::uint64_t h, std::uint64_t k) { return machine(e, r, h, k); });
    benchmark::DoNotOptimize(accepted);
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(rows_alone));
}
BENCHMARK(steps<Ours>)->Name("step_sangkien");
BENCHMARK(steps<machines::Msm>)->Name("step_boost_msm");
BENCHMARK(steps<machines::Chart>)->Name("step_boost_statechart");

// Ten million events of a hundred thousand files.
void replay_ten_million(benchmark::State& state)
{
    static const Stream made(10000000, 100000);
    for (auto _ : state) {
        std::vector<std::uint16_t> positions = beginnings(gates(), 100000);
        benchmark::DoNotOptimize(take_steps(gates(), made.columns(), positions.data(), 100000));
    }
    state.SetItemsProcessed(state.iterations() * 10000000);
}
BENCHMARK(replay_ten_million)->Unit(benchmark::kMillisecond);

}  // namespace
