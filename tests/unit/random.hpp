// Numbers that are the same on every machine, for the tests that try many cases.
#pragma once

#include <cstdint>

namespace sangkien::test {

class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t operator()() noexcept
    {
        state_ += 0x9E3779B97F4A7C15u;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }
    // From `low` to `high`, both included.
    std::int64_t between(std::int64_t low, std::int64_t high) noexcept
    {
        return low + static_cast<std::int64_t>((*this)() % static_cast<std::uint64_t>(high - low + 1));
    }
    // True `part` times in `whole`.
    bool once_in(std::int64_t whole, std::int64_t part = 1) noexcept { return between(1, whole) <= part; }

private:
    std::uint64_t state_;
};

}  // namespace sangkien::test
