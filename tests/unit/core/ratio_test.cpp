#include <cstdint>
#include <numeric>
#include <random>

#include <sangkien/core/error.hpp>
#include <sangkien/core/ratio.hpp>
#include <sangkien/core/truth.hpp>
#include <sangkien/core/digits.hpp>

#include "catch.hpp"

using namespace sangkien;

namespace {

__extension__ typedef __int128 wide;

// A fraction kept wide: the oracle of all that Ratio computes.
struct Wide {
    wide above, below;
};

Wide lowest(wide above, wide below)
{
    if (below < 0) {
        above = -above;
        below = -below;
    }
    wide a = above < 0 ? -above : above, b = below;
    while (b != 0) {
        const wide rest = a % b;
        a = b;
        b = rest;
    }
    return {above / a, below / a};
}

bool fits(wide value) { return value <= INT64_MAX && value >= -wide(INT64_MAX); }

enum class Outcome { equal, overflow, wrong };

// Does `call` give exactly above / below, or SK1206 when and only when that does not fit?
template <class Call>
Outcome compared(Call call, wide above, wide below)
{
    const bool possible = below != 0;
    const Wide expected = possible ? lowest(above, below) : Wide{0, 1};
    const bool whole = possible && fits(expected.above) && fits(expected.below);
    try {
        const Ratio got = call();
        return whole && got.numerator() == expected.above && got.denominator() == expected.below ? Outcome::equal
                                                                                                 : Outcome::wrong;
    } catch (const Error& error) {
        return !whole && error.problems().front().id == ErrorId::overflow ? Outcome::overflow : Outcome::wrong;
    }
}

// Numbers of every size, small ones as often as large ones, and the edges.
class Numbers {
public:
    explicit Numbers(unsigned seed) : random_(seed) {}
    std::int64_t any()
    {
        const int bits = std::uniform_int_distribution<int>(0, 64)(random_);
        if (bits == 64) return INT64_MAX;
        const auto size = static_cast<std::int64_t>(random_() & ((std::uint64_t{1} << bits) - 1));
        return (random_() & 1) != 0 ? -size : size;
    }
    Ratio ratio()
    {
        std::int64_t below = 0;
        while (below == 0) below = any();
        return Ratio(any(), below);
    }

private:
    std::mt19937_64 random_;
};

std::string refused(const char* text)
{
    Ratio out(4711);
    if (read_ratio(text, out)) return out.text();
    return out == Ratio(4711) ? "refused" : "refused, but written";
}

std::string rounded(const char* value, int places, Rounding mode)
{
    return round(parse_ratio(value), places, mode).text();
}

}  // namespace

TEST_CASE("Ratios compute what 128-bit fractions say, or SK1206 when that does not fit 64 bits")
{
    Numbers numbers(3);
    int counts[3] = {};
    for (int i = 0; i < 40000; ++i) {
        const Ratio a = numbers.ratio(), b = numbers.ratio();
        const wide an = a.numerator(), ad = a.denominator(), bn = b.numerator(), bd = b.denominator();
        ++counts[static_cast<int>(compared([&] { return a + b; }, an * bd + bn * ad, ad * bd))];
        ++counts[static_cast<int>(compared([&] { return a - b; }, an * bd - bn * ad, ad * bd))];
        ++counts[static_cast<int>(compared([&] { return a * b; }, an * bn, ad * bd))];
        ++counts[static_cast<int>(compared([&] { return a / b; }, an * bd, ad * bn))];
        const wide difference = an * bd - bn * ad;
        REQUIRE(compare(a, b) == (difference < 0 ? -1 : difference > 0 ? 1 : 0));
        REQUIRE((a == b) == (difference == 0));
        REQUIRE((a < b) == (difference < 0));
        REQUIRE((a >= b) == (difference >= 0));
        REQUIRE(std::gcd(a.numerator(), a.denominator()) == 1);
        REQUIRE(a.denominator() > 0);
    }
    CHECK(counts[static_cast<int>(Outcome::wrong)] == 0);
    CHECK(counts[static_cast<int>(Outcome::equal)] > 20000);
    CHECK(counts[static_cast<int>(Outcome::overflow)] > 20000);
}

TEST_CASE("What is added can be taken away again")
{
    std::mt19937_64 random(4);
    std::uniform_int_distribution<std::int64_t> above(-100000, 100000), below(1, 1000);
    for (int i = 0; i < 5000; ++i) {
        const Ratio a(above(random), below(random)), b(above(random), below(random));
        REQUIRE(a + b - b == a);
        REQUIRE(a - b + b == a);
        REQUIRE(a + b == b + a);
        if (b != Ratio(0)) {
            REQUIRE(a * b / b == a);
            REQUIRE(a / b * b == a);
        }
    }
}

TEST_CASE("Past 64 bits there is SK1206 and no digit")
{
    const Ratio most(INT64_MAX), least(-INT64_MAX);
    CHECK(most + least == Ratio(0));
    CHECK_THROWS_AS(most + Ratio(1), Error);
    CHECK_THROWS_AS(least - Ratio(1), Error);
    CHECK_THROWS_AS(most * Ratio(2), Error);
    CHECK_THROWS_AS(Ratio(1, INT64_MAX) / Ratio(2), Error);
    CHECK_THROWS_AS(Ratio(1) / Ratio(0), Error);
    CHECK_THROWS_AS(Ratio(1, 0), Error);
    CHECK_THROWS_AS(Ratio(INT64_MIN, 1), Error);
    CHECK(Ratio(INT64_MIN, 2) == Ratio(INT64_MIN / 2));
    CHECK_THROWS_AS(round(most, 1, Rounding::down), Error);
    CHECK_THROWS_AS(round(Ratio(1), 16, Rounding::down), Error);
    CHECK_THROWS_AS(round(Ratio(1), -1, Rounding::down), Error);
    CHECK(round(Ratio(9223), 15, Rounding::half_up).text() == "9223.000000000000000");
    CHECK(compare(Ratio(INT64_MAX, 2), Ratio(INT64_MAX - 2, 2)) == 1);
}

TEST_CASE("Halves round as the rulebook says, away from zero, to even, or down, below zero as above it")
{
    struct Case {
        const char* value;
        int places;
        const char *half_up, *half_even, *down;
    };
    for (const Case& c : std::initializer_list<Case>{{"2.5", 0, "3", "2", "2"},
                                                     {"3.5", 0, "4", "4", "3"},
                                                     {"-2.5", 0, "-3", "-2", "-2"},
                                                     {"-3.5", 0, "-4", "-4", "-3"},
                                                     {"0.5", 0, "1", "0", "0"},
                                                     {"-0.5", 0, "-1", "0", "0"},
                                                     {"2.675", 2, "2.68", "2.68", "2.67"},
                                                     {"2.665", 2, "2.67", "2.66", "2.66"},
                                                     {"-2.665", 2, "-2.67", "-2.66", "-2.66"},
                                                     {"1.005", 2, "1.01", "1.00", "1.00"},
                                                     {"585/7", 2, "83.57", "83.57", "83.57"},
                                                     {"-585/7", 2, "-83.57", "-83.57", "-83.57"},
                                                     {"2/3", 2, "0.67", "0.67", "0.66"},
                                                     {"-2/3", 2, "-0.67", "-0.67", "-0.66"},
                                                     {"999.995", 2, "1000.00", "1000.00", "999.99"},
                                                     {"-0.004", 2, "0.00", "0.00", "0.00"},
                                                     {"83", 2, "83.00", "83.00", "83.00"}}) {
        INFO(c.value);
        CHECK(rounded(c.value, c.places, Rounding::half_up) == c.half_up);
        CHECK(rounded(c.value, c.places, Rounding::half_even) == c.half_even);
        CHECK(rounded(c.value, c.places, Rounding::down) == c.down);
    }
}

TEST_CASE("A rounded figure lies within half a unit, and a half goes where its mode sends it")
{
    for (std::int64_t above = -600; above <= 600; ++above)
        for (std::int64_t below = 1; below <= 40; ++below)
            for (const int places : {0, 1, 2}) {
                const Ratio value(above, below), unit(1, detail::power_of_ten(places));
                const auto size = [](Ratio r) { return r < Ratio(0) ? Ratio(0) - r : r; };
                for (const Rounding mode : {Rounding::half_up, Rounding::half_even}) {
                    const Decimal got = round(value, places, mode);
                    const Ratio error = size(got.ratio() - value);
                    REQUIRE(error <= unit / Ratio(2));
                    if (error != unit / Ratio(2)) continue;
                    if (mode == Rounding::half_up) REQUIRE(size(got.ratio()) > size(value));
                    if (mode == Rounding::half_even) REQUIRE(got.units % 2 == 0);
                }
                const Ratio down = round(value, places, Rounding::down).ratio();
                REQUIRE(size(down) <= size(value));
                REQUIRE(size(value) - size(down) < unit);
            }
}

TEST_CASE("A fraction is written as a decimal when it ends and in lowest terms when it does not, and reads back")
{
    for (std::int64_t below = 1; below <= 400; ++below)
        for (std::int64_t above = -403; above <= 403; above += 7) {
            const Ratio value(above, below);
            std::int64_t rest = value.denominator();
            while (rest % 2 == 0) rest /= 2;
            while (rest % 5 == 0) rest /= 5;
            const std::string text = value.text();
            INFO(text);
            REQUIRE((text.find('/') == std::string::npos) == (rest == 1));
            REQUIRE(parse_ratio(text) == value);
            if (text.find('.') != std::string::npos) REQUIRE(text.back() != '0');
        }
    CHECK(Ratio(585, 7).text() == "585/7");
    CHECK(Ratio(-1170, 14).text() == "-585/7");
    CHECK(Ratio(167, 2).text() == "83.5");
    CHECK(Ratio(-1, 8).text() == "-0.125");
    CHECK(Ratio(0).text() == "0");
    CHECK(Ratio(INT64_MAX).text() == "9223372036854775807");
    CHECK(Ratio(INT64_MAX, 10).text() == "922337203685477580.7");
    CHECK(Ratio(INT64_MAX, std::int64_t{1} << 40).text() == "9223372036854775807/1099511627776");
    CHECK((Decimal{INT64_MIN, 2}).text() == "-92233720368547758.08");
    CHECK((Decimal{-5, 3}).text() == "-0.005");
    CHECK((Decimal{5, 0}).text() == "5");
    CHECK(detail::whole_text(INT64_MIN) == "-9223372036854775808");
}

TEST_CASE("Numbers are read exactly or not at all")
{
    CHECK(parse_ratio("12.5") == Ratio(25, 2));
    CHECK(parse_ratio("-3") == Ratio(-3));
    CHECK(parse_ratio("2/3") == Ratio(2, 3));
    CHECK(parse_ratio("-2/4") == Ratio(-1, 2));
    CHECK(parse_ratio("-0") == Ratio(0));
    CHECK(parse_ratio("0.50") == Ratio(1, 2));
    CHECK(parse_ratio("999999999999999") == Ratio(999999999999999));
    CHECK(parse_ratio("0.00000000000001") == Ratio(1, 100000000000000));
    CHECK(parse_ratio("999999999999999/999999999999998").denominator() == 999999999999998);
    for (const char* text : {"",
                             "-",
                             "+1",
                             ".5",
                             "5.",
                             "1e3",
                             "1E3",
                             "1e-3",
                             "12.5e0",
                             "0x10",
                             "1,5",
                             " 1",
                             "1 ",
                             "1 /2",
                             "1/0",
                             "1/-2",
                             "1//2",
                             "1/",
                             "/2",
                             "1/2/3",
                             "--1",
                             "1.2.3",
                             "1.5/2",
                             "1/2.5",
                             "NaN",
                             "inf",
                             "1234567890123456",
                             "0.0000000000000001",
                             "1_000",
                             "٣",
                             "½",
                             "1\n"}) {
        INFO(text);
        CHECK(refused(text) == "refused");
        CHECK_THROWS_AS(parse_ratio(text), Error);
    }
    CHECK_FALSE([] {
        Ratio out;
        return read_ratio(std::string_view("1\0", 2), out);
    }());
}

TEST_CASE("Truth has Kleene's three values, and De Morgan holds of them")
{
    constexpr Truth all[] = {Truth::fail, Truth::undetermined, Truth::pass};
    for (const Truth a : all)
        for (const Truth b : all) {
            CHECK((a & b) == !(!a | !b));
            CHECK((a | b) == !(!a & !b));
            CHECK((a & b) == (b & a));
            CHECK((a & b) == std::min(a, b));
            CHECK((a | b) == std::max(a, b));
        }
    CHECK((Truth::fail & Truth::undetermined) == Truth::fail);
    CHECK((Truth::pass & Truth::undetermined) == Truth::undetermined);
    CHECK((Truth::pass | Truth::undetermined) == Truth::pass);
    CHECK((!Truth::undetermined) == Truth::undetermined);
    CHECK(truth(true) == Truth::pass);
    CHECK(truth(false) == Truth::fail);
    CHECK(std::string(word(Truth::pass)) + word(Truth::fail) + word(Truth::undetermined) == "passfailundetermined");
}
