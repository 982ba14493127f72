#pragma once

#include <numeric>

#include "digits.hpp"
#include "limits.hpp"
#include "error.hpp"
#include "ratio.hpp"

namespace sangkien {

namespace detail {

__extension__ typedef __int128 wide;

inline wide gcd(wide a, wide b) noexcept
{
    while (b != 0) {
        const auto small_a = static_cast<std::int64_t>(a), small_b = static_cast<std::int64_t>(b);
        if (small_a == a && small_b == b && small_a > INT64_MIN && small_b > INT64_MIN)
            return std::gcd(small_a, small_b);
        const wide rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

[[noreturn]] inline void throw_overflow() { throw Error(Problem{ErrorId::overflow, {}, {}}); }

inline std::int64_t narrow(wide value)
{
    if (value > INT64_MAX || value < -static_cast<wide>(INT64_MAX)) throw_overflow();
    return static_cast<std::int64_t>(value);
}

inline Ratio reduced(wide numerator, wide denominator)
{
    if (denominator == 0) throw_overflow();
    const auto small_numerator = static_cast<std::int64_t>(numerator);
    const auto small_denominator = static_cast<std::int64_t>(denominator);
    if (small_numerator == numerator && small_denominator == denominator)
        return Ratio(small_numerator, small_denominator);  // which reduces it
    const wide divisor = gcd(numerator, denominator) * (denominator < 0 ? -1 : 1);
    return Ratio(narrow(numerator / divisor), narrow(denominator / divisor));
}

}  // namespace detail

SANGKIEN_INLINE Ratio::Ratio(std::int64_t numerator, std::int64_t denominator)
{
    if (denominator == 0) detail::throw_overflow();
    if (numerator > INT64_MIN && denominator > INT64_MIN) {  // so nearly always: no step leaves 64 bits
        const std::int64_t divisor = std::gcd(numerator, denominator) * (denominator < 0 ? -1 : 1);
        numerator_ = numerator / divisor;
        denominator_ = denominator / divisor;
        return;
    }
    const detail::wide divisor = detail::gcd(numerator, denominator) * (denominator < 0 ? -1 : 1);
    numerator_ = detail::narrow(numerator / divisor);
    denominator_ = detail::narrow(denominator / divisor);
}

SANGKIEN_INLINE Ratio operator+(Ratio a, Ratio b)
{
    return detail::reduced(detail::wide(a.numerator_) * b.denominator_ + detail::wide(b.numerator_) * a.denominator_,
                           detail::wide(a.denominator_) * b.denominator_);
}

SANGKIEN_INLINE Ratio operator-(Ratio a, Ratio b)
{
    return detail::reduced(detail::wide(a.numerator_) * b.denominator_ - detail::wide(b.numerator_) * a.denominator_,
                           detail::wide(a.denominator_) * b.denominator_);
}

SANGKIEN_INLINE Ratio operator*(Ratio a, Ratio b)
{
    return detail::reduced(detail::wide(a.numerator_) * b.numerator_, detail::wide(a.denominator_) * b.denominator_);
}

SANGKIEN_INLINE Ratio operator/(Ratio a, Ratio b)
{
    return detail::reduced(detail::wide(a.numerator_) * b.denominator_, detail::wide(a.denominator_) * b.numerator_);
}

SANGKIEN_INLINE int compare(Ratio a, Ratio b) noexcept
{
    const detail::wide left = detail::wide(a.numerator_) * b.denominator_;
    const detail::wide right = detail::wide(b.numerator_) * a.denominator_;
    return left < right ? -1 : left > right ? 1 : 0;
}

SANGKIEN_INLINE std::string Ratio::text() const
{
    std::int64_t rest = denominator_;
    int twos = 0, fives = 0;
    for (; rest % 2 == 0; rest /= 2) ++twos;
    for (; rest % 5 == 0; rest /= 5) ++fives;
    const int places = twos > fives ? twos : fives;
    const detail::wide units =
        places > 18 ? 0 : detail::wide(numerator_) * (detail::power_of_ten(places) / denominator_);
    if (rest != 1 || places > 18 || units > INT64_MAX || units < -detail::wide(INT64_MAX))
        return detail::whole_text(numerator_) + "/" + detail::whole_text(denominator_);
    return Decimal{static_cast<std::int64_t>(units), places}.text();
}

SANGKIEN_INLINE Ratio Decimal::ratio() const { return Ratio(units, detail::power_of_ten(places)); }

SANGKIEN_INLINE std::string Decimal::text() const
{
    std::string digits = detail::whole_text(units);
    if (units < 0) digits.erase(0, 1);
    const auto wanted = static_cast<std::size_t>(places) + 1;
    if (digits.size() < wanted) digits.insert(0, wanted - digits.size(), '0');
    if (places > 0) digits.insert(digits.size() - static_cast<std::size_t>(places), 1, '.');
    return units < 0 ? "-" + digits : digits;
}

SANGKIEN_INLINE Decimal round(Ratio value, int places, Rounding mode)
{
    if (places < 0 || places > limits::decimal_digits) detail::throw_overflow();
    const detail::wide scaled = detail::wide(value.numerator()) * detail::power_of_ten(places);
    const bool negative = scaled < 0;
    const detail::wide size = negative ? -scaled : scaled;
    detail::wide quotient = size / value.denominator();
    const detail::wide twice = 2 * (size % value.denominator());
    if (mode != Rounding::down) {
        const bool half = twice == value.denominator();
        const bool odd = quotient % 2 == 1;
        if (twice > value.denominator() || (half && (mode == Rounding::half_up || odd))) ++quotient;
    }
    return Decimal{detail::narrow(negative ? -quotient : quotient), places};
}

namespace detail {

// A decimal without exponent as a Ratio; `allow_point` is off for the two halves of a fraction.
inline bool read_decimal(std::string_view text, bool allow_point, Ratio& out) noexcept
{
    const bool negative = !text.empty() && text.front() == '-';
    if (negative) text.remove_prefix(1);
    std::int64_t units = 0;
    int digits = 0, places = 0;
    bool point = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '.' && allow_point && !point && i > 0 && i + 1 < text.size()) {
            point = true;
            continue;
        }
        if (text[i] < '0' || text[i] > '9' || ++digits > limits::decimal_digits) return false;
        units = units * 10 + (text[i] - '0');
        places += point;
    }
    if (digits == 0) return false;
    if (negative) units = -units;
    out = places == 0 ? Ratio(units) : Ratio(units, power_of_ten(places));
    return true;
}

}  // namespace detail

SANGKIEN_INLINE bool read_ratio(std::string_view text, Ratio& out) noexcept
{
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return detail::read_decimal(text, true, out);
    Ratio above, below;
    if (!detail::read_decimal(text.substr(0, slash), false, above) ||
        !detail::read_decimal(text.substr(slash + 1), false, below) || below.numerator() <= 0)
        return false;
    out = Ratio(above.numerator(), below.numerator());
    return true;
}

SANGKIEN_INLINE Ratio parse_ratio(std::string_view text)
{
    Ratio out;
    if (!read_ratio(text, out)) throw Error(Problem{ErrorId::bad_number, {}, {{"text", std::string(text)}}});
    return out;
}

}  // namespace sangkien
