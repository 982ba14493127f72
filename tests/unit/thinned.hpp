// Part of what a test does many times over, where a sanitizer makes the same code twenty times slower.
#pragma once

#include <cstddef>

#if defined(__SANITIZE_ADDRESS__)
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif

// A stride: one in `of` under a sanitizer, else every one.
constexpr std::size_t thinned(std::size_t of) noexcept { return sanitized ? of : 1; }
