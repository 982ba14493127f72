// One call of the working calendar: random days of the decided years, so that neither the branch predictor nor the
// compiler knows what comes. Reported by ./dev bench in nanoseconds per call.
#include <benchmark/benchmark.h>

#include <sangkien/sangkien.hpp>

#include <random>
#include <vector>

namespace {

using sangkien::Day;

const sangkien::Ruleset& rules()
{
    static const sangkien::Rules loaded = sangkien::load_rules({"vn-civil-service", "civil-code-2015"});
    return loaded.rulesets().back();
}

// From which a year's period still ends within what is decided.
const std::vector<Day>& days()
{
    static const std::vector<Day> drawn = [] {
        std::mt19937 random(1);
        const std::int32_t first = sangkien::day_of(2019, 2, 1).count, last = sangkien::day_of(2025, 11, 30).count;
        std::vector<Day> out(4096);
        for (Day& day : out)
            day.count = first + static_cast<std::int32_t>(random() % static_cast<unsigned>(last - first));
        return out;
    }();
    return drawn;
}

// `each` of a day, for every day in turn; the time told is that of one.
template <class Each>
void for_each_day(benchmark::State& state, const Each& each)
{
    const auto count = static_cast<benchmark::IterationCount>(days().size());
    while (state.KeepRunningBatch(count))
        for (const Day day : days()) {
            auto answer = each(day);
            benchmark::DoNotOptimize(answer);
        }
}

void calendar_add_working_days(benchmark::State& state)
{
    const sangkien::Calendar& calendar = rules().calendar;
    for_each_day(state, [&, n = state.range(0)](Day day) { return calendar.add_working_days(day, n); });
}
BENCHMARK(calendar_add_working_days)->Arg(1)->Arg(10)->Arg(-10);

void calendar_count_working_days(benchmark::State& state)
{
    const sangkien::Calendar& calendar = rules().calendar;
    for_each_day(state, [&, n = static_cast<std::int32_t>(state.range(0))](Day day) {
        return calendar.count_working_days(day, day + n);
    });
}
BENCHMARK(calendar_count_working_days)->Arg(30);

void calendar_is_working(benchmark::State& state)
{
    const sangkien::Calendar& calendar = rules().calendar;
    for_each_day(state, [&](Day day) { return calendar.is_working(day); });
}
BENCHMARK(calendar_is_working);

void calendar_roll_forward(benchmark::State& state)
{
    const sangkien::Calendar& calendar = rules().calendar;
    for_each_day(state, [&](Day day) { return calendar.roll(day, sangkien::Roll::forward); });
}
BENCHMARK(calendar_roll_forward);

void calendar_to_lunar(benchmark::State& state)
{
    for_each_day(state, [](Day day) { return sangkien::to_lunar(day); });
}
BENCHMARK(calendar_to_lunar);

void calendar_from_lunar(benchmark::State& state)
{
    std::vector<sangkien::LunarDate> dates;
    for (const Day day : days()) dates.push_back(sangkien::to_lunar(day));
    const auto count = static_cast<benchmark::IterationCount>(dates.size());
    while (state.KeepRunningBatch(count))
        for (const sangkien::LunarDate& date : dates) {
            Day answer = sangkien::from_lunar(date.year, date.month, date.day, date.leap);
            benchmark::DoNotOptimize(answer);
        }
}
BENCHMARK(calendar_from_lunar);

// With its steps, in two languages.
void calendar_period_end_of_3_months(benchmark::State& state)
{
    const sangkien::Ruleset& ruleset = rules();
    const sangkien::Length length = sangkien::parse_length("3 months");
    for_each_day(state, [&](Day day) {
        return sangkien::period_end(day, length, *ruleset.periods, ruleset.calendar, {}).last_day;
    });
}
BENCHMARK(calendar_period_end_of_3_months);

}  // namespace
