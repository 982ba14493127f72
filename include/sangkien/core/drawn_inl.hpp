// Numbers drawn by counting: the n-th of a seed is the same on any machine and for any number of threads.
#pragma once

#include <cstdint>

namespace sangkien::detail {

// The finishing steps of SplitMix64: every bit of the number stirred.
inline std::uint64_t stirred(std::uint64_t number) noexcept
{
    number = (number ^ (number >> 30)) * 0xbf58476d1ce4e5b9u;
    number = (number ^ (number >> 27)) * 0x94d049bb133111ebu;
    return number ^ (number >> 31);
}

}  // namespace sangkien::detail
