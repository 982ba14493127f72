// Exact numbers: points, weights, shares, thresholds, means.
//
//   Ratio a = parse_ratio("12.5"), b = parse_ratio("2/3");
//   (a + b).text();                                  // "79/6"
//   round(a + b, 2, Rounding::half_up).text();       // "13.17"
//
// Nothing here is a float. Sums and products use 128-bit intermediates; what does not fit 64 bits after reduction
// is Error SK1206, never a wrong digit.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "config.hpp"

namespace sangkien {

// Ratio (phân số): numerator / denominator in lowest terms, denominator > 0.
class Ratio {
public:
    constexpr Ratio() noexcept = default;
    constexpr Ratio(std::int64_t whole) noexcept : numerator_(whole) {}  // NOLINT: whole numbers are ratios
    // Reduced; throws Error SK1206 when the denominator is 0.
    Ratio(std::int64_t numerator, std::int64_t denominator);

    constexpr std::int64_t numerator() const noexcept { return numerator_; }
    constexpr std::int64_t denominator() const noexcept { return denominator_; }

    // "83.5" when the decimal ends, else "585/7".
    std::string text() const;

    friend Ratio operator+(Ratio a, Ratio b);
    friend Ratio operator-(Ratio a, Ratio b);
    friend Ratio operator*(Ratio a, Ratio b);
    friend Ratio operator/(Ratio a, Ratio b);
    // Sign of a - b: -1, 0 or 1; cannot overflow.
    friend int compare(Ratio a, Ratio b) noexcept;
    friend bool operator==(Ratio a, Ratio b) noexcept
    {
        return a.numerator_ == b.numerator_ && a.denominator_ == b.denominator_;
    }
    friend bool operator!=(Ratio a, Ratio b) noexcept { return !(a == b); }
    friend bool operator<(Ratio a, Ratio b) noexcept { return compare(a, b) < 0; }
    friend bool operator<=(Ratio a, Ratio b) noexcept { return compare(a, b) <= 0; }
    friend bool operator>(Ratio a, Ratio b) noexcept { return compare(a, b) > 0; }
    friend bool operator>=(Ratio a, Ratio b) noexcept { return compare(a, b) >= 0; }

private:
    std::int64_t numerator_ = 0;
    std::int64_t denominator_ = 1;
};

// Rounding (làm tròn): how a rulebook says a figure is rounded. half_up rounds a half away from zero.
enum class Rounding : std::uint8_t { half_up, half_even, down };

// Decimal (số thập phân): units / 10^places, printed with exactly `places` digits.
struct Decimal {
    std::int64_t units = 0;
    int places = 0;

    Ratio ratio() const;
    std::string text() const;
};

// The one rounding of a figure. places 0 to 15.
Decimal round(Ratio value, int places, Rounding mode);

// Reads "12", "12.5", "-3", "2/3". False when the text is none of these or has more than 15 digits.
bool read_ratio(std::string_view text, Ratio& out) noexcept;
// The same, throwing Error SK1204.
Ratio parse_ratio(std::string_view text);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "ratio_inl.hpp"
#endif
