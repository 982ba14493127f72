// The normal distribution from uniform draws, the same bits on every machine: sums, products and square roots only, which
// IEEE 754 fixes to the last bit; the logarithm is a series of them. Compiled without contraction of products and sums.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>

namespace sangkien::detail {

// Natural logarithm of 2^-64 <= x < 1, to 1e-15 or so.
inline double plain_log(double x) noexcept
{
    int power = 0;
    x = std::frexp(x, &power);  // exact
    const bool low = x < 0.70710678118654752;
    x = low ? 2 * x : x;
    power -= low ? 1 : 0;
    const double s = (x - 1) / (x + 1), square = s * s;
    double sum = 0;
    for (int odd = 25; odd >= 1; odd -= 2) sum = sum * square + 1.0 / odd;
    return 2 * s * sum + power * 0.69314718055994530942;
}

// A polynomial, its coefficients from the highest power.
template <std::size_t Count>
inline double polynomial(const double (&coefficients)[Count], double x) noexcept
{
    double out = 0;
    for (const double coefficient : coefficients) out = out * x + coefficient;
    return out;
}

// Algorithm AS 241, PPND16 (Wichura 1988), relative error about 1e-16: the middle, of q = p - 1/2 within +-0.425.
constexpr double middle_normal = 0.425;

inline double inverse_normal_middle(double q) noexcept
{
    constexpr double a[] = {2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
                            13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608};
    constexpr double b[] = {5226.495278852545925,  28729.085735721942674, 39307.89580009271061,  21213.794301586595867,
                            5394.1960214247511077, 687.1870074920579083,  42.313330701600911252, 1.0};
    const double r = 0.180625 - q * q;
    return q * polynomial(a, r) / polynomial(b, r);
}

// The rest of it.
inline double inverse_normal_tail(double p) noexcept
{
    constexpr double c[] = {7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177,
                            1.27045825245236838258,   3.64784832476320460504,   5.7694972214606914055,
                            4.6303378461565452959,    1.42343711074968357734};
    constexpr double d[] = {
        1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
        0.68976733498510000455,    1.6763848301838038494,   2.05319162663775882187,   1.0};
    constexpr double e[] = {2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386,
                            0.026532189526576123093,   0.29656057182850489123,    1.7848265399172913358,
                            5.4637849111641143699,     6.6579046435011037772};
    constexpr double f[] = {
        2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
        0.0148753612908506148525,   0.13692988092273580531,   0.59983220655588793769,   1.0};
    const double r = std::sqrt(-plain_log(p < 0.5 ? p : 1 - p));
    const double out =
        r <= 5 ? polynomial(c, r - 1.6) / polynomial(d, r - 1.6) : polynomial(e, r - 5) / polynomial(f, r - 5);
    return p < 0.5 ? -out : out;
}

inline bool in_normal_middle(double q) noexcept { return q <= middle_normal && q >= -middle_normal; }

// The value below which a standard normal lies with probability p, 0 < p < 1.
inline double inverse_normal(double p) noexcept
{
    const double q = p - 0.5;
    return in_normal_middle(q) ? inverse_normal_middle(q) : inverse_normal_tail(p);
}

// Of each, the same bits: the middle without a branch, then the few in the tails.
inline void inverse_normals(const double* p, std::size_t count, double* out) noexcept
{
    for (std::size_t i = 0; i < count; ++i) out[i] = inverse_normal_middle(p[i] - 0.5);
    for (std::size_t i = 0; i < count; ++i)
        if (!in_normal_middle(p[i] - 0.5)) out[i] = inverse_normal_tail(p[i]);
}

// 0 < u < 1, of the 53 highest bits.
inline double unit_interval(std::uint64_t bits) noexcept
{
    return (static_cast<double>(bits >> 11) + 0.5) * (1.0 / 9007199254740992.0);
}

}  // namespace sangkien::detail
