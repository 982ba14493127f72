// Digits in and out, the same on every host: no locale has a say.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sangkien::detail {

// Exactly `count` ASCII digits at `at`, as a number; -1 when they are not there.
inline int digits(std::string_view text, std::size_t at, std::size_t count) noexcept
{
    if (at + count > text.size()) return -1;
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9') return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

// Appends `value` with at least `width` digits, zeros in front; no locale has a say.
inline void put_digits(std::string& out, int value, int width)
{
    char buffer[12];
    int length = 0;
    do {
        buffer[length++] = static_cast<char>('0' + value % 10);
        value /= 10;
    } while (value > 0);
    for (int i = length; i < width; ++i) out += '0';
    while (length > 0) out += buffer[--length];
}

// 10 to the power of `places`, 0 to 18.
inline std::int64_t power_of_ten(int places) noexcept
{
    std::int64_t power = 1;
    while (places-- > 0) power *= 10;
    return power;
}

// Decimal digits with a minus sign in front when negative.
inline std::string whole_text(std::int64_t value)
{
    std::string digits;
    const bool negative = value < 0;
    std::uint64_t rest = negative ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
    do {
        digits.insert(digits.begin(), static_cast<char>('0' + rest % 10));
        rest /= 10;
    } while (rest > 0);
    return negative ? "-" + digits : digits;
}

}  // namespace sangkien::detail
