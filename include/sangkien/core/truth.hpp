// Three-valued truth: a verdict passes, fails, or cannot be told because a named fact or rule is missing.
//
//   all({Truth::pass, Truth::undetermined}) == Truth::undetermined
//   all({Truth::fail, Truth::undetermined}) == Truth::fail
#pragma once

#include <cstdint>

namespace sangkien {

// Truth (kết luận): Kleene's strong three values, ordered fail < undetermined < pass.
enum class Truth : std::uint8_t { fail = 0, undetermined = 1, pass = 2 };

constexpr Truth truth(bool value) noexcept { return value ? Truth::pass : Truth::fail; }
constexpr Truth operator!(Truth t) noexcept { return static_cast<Truth>(2 - static_cast<int>(t)); }
constexpr Truth operator&(Truth a, Truth b) noexcept { return a < b ? a : b; }
constexpr Truth operator|(Truth a, Truth b) noexcept { return a < b ? b : a; }

// The word used in reports: "pass", "fail", "undetermined".
constexpr const char* word(Truth t) noexcept
{
    return t == Truth::pass ? "pass" : t == Truth::fail ? "fail" : "undetermined";
}

}  // namespace sangkien
