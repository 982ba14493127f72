// What the comparisons with other libraries share: random days that are the same on every run, a tally of answers,
// and timing in which the compiler knows neither the questions nor that nobody reads the answers.
#pragma once

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <string>

#include <sangkien/sangkien.hpp>

namespace sangkien::test {

// The calendar of the civil service, as the built-in rulebook gives it.
inline const Calendar& civil_service()
{
    static const Rules rules = load_rules({"vn-civil-service"});
    return rules.rulesets().back().calendar;
}

// splitmix64: a few thousandths of a per cent of bias do not matter here, that every run asks the same does.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    // From `first` to `last`, both included.
    std::int32_t between(std::int32_t first, std::int32_t last)
    {
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15u);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return first + static_cast<std::int32_t>((z ^ (z >> 31)) % static_cast<std::uint64_t>(last - first + 1));
    }

private:
    std::uint64_t state_;
};

// Answers compared. The first differences are printed, all are counted.
class Tally {
public:
    // `ours` and `theirs` print themselves when they differ: both are to be texts or whole numbers.
    template <class Answer, class Question>
    void compare(const Answer& ours, const Answer& theirs, const Question& question)
    {
        ++compared_;
        if (ours == theirs || ++different_ > 10) return;
        std::printf("  differs: %s: ours %s, theirs %s\n", question().c_str(), shown(ours).c_str(),
                    shown(theirs).c_str());
    }
    std::uint64_t compared() const noexcept { return compared_; }
    std::uint64_t different() const noexcept { return different_; }
    void print(const char* what) const
    {
        std::printf("%-52s %9llu compared, %llu different\n", what, static_cast<unsigned long long>(compared_),
                    static_cast<unsigned long long>(different_));
    }

private:
    static std::string shown(Day day) { return to_text(day); }
    static std::string shown(std::int64_t number) { return std::to_string(number); }

    std::uint64_t compared_ = 0;
    std::uint64_t different_ = 0;
};

// Nanoseconds of one of the `times` calls that `all` makes; the best of `repeats`. What `all` returns is kept.
template <class All>
double nanoseconds(std::int64_t times, int repeats, const All& all)
{
    volatile std::int64_t kept = 0;
    double best = std::numeric_limits<double>::infinity();
    for (int i = 0; i < repeats; ++i) {
        const auto start = std::chrono::steady_clock::now();
        kept = kept + all();
        const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - start;
        if (took.count() < best) best = took.count();
    }
    return best / static_cast<double>(times);
}

inline void print_header() { std::printf("%-52s %10s %12s %9s %8s\n", "", "ours, ns", "theirs, ns", "ratio", "aim"); }

inline void print_ratio(const char* what, double ours, double theirs, double aim)
{
    const double ratio = theirs / ours;
    std::printf("%-52s %10.2f %12.1f %8.0fx %7.0fx  %s\n", what, ours, theirs, ratio, aim,
                ratio >= aim ? "reached" : "MISSED");
}

}  // namespace sangkien::test
