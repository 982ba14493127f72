#include <sangkien/batch/day_columns.hpp>

#include <limits>
#include <string>
#include <vector>

#include "../calendar/loaded.hpp"
#include "../random.hpp"

using namespace sangkien;
using namespace sangkien::test;

namespace {

template <class Count>
inline constexpr Count none = std::numeric_limits<Count>::min();

const Calendar& calendar()
{
    static const Calendar out = loaded().with_provisional(2014, 2056);
    return out;
}

template <class Count>
std::vector<Count> column(Random& random, std::size_t rows, int nones)
{
    std::vector<Count> out;
    for (std::size_t i = 0; i < rows; ++i) {
        const auto day = random.between(on("2015-01-01").count, on("2050-12-31").count);
        out.push_back(random.once_in(100, nones) ? none<Count> : static_cast<Count>(day));
    }
    return out;
}

template <class Call>
std::string thrown(Call call)
{
    try {
        call();
    } catch (const Error& error) {
        return code(error.problems().front().id) + " row " + test::detail_of(error.problems().front(), "row");
    }
    return {};
}

}  // namespace

TEMPLATE_TEST_CASE("A column of periods is what each row gives alone", "", std::int64_t, std::int32_t)
{
    Random random(21);
    const std::vector<Length> lengths{{1, LengthUnit::days},   {10, LengthUnit::days},       {2, LengthUnit::weeks},
                                      {1, LengthUnit::months}, {3, LengthUnit::months},      {1, LengthUnit::years},
                                      {5, LengthUnit::years},  {7, LengthUnit::working_days}};
    std::size_t compared = 0;
    for (const Length length : lengths)
        for (const std::size_t rows :
             {std::size_t{300}, std::size_t{14000}})  // more than the days they span, and fewer
            for (const int nones : {0, 60, 100}) {
                const auto days = column<TestType>(random, rows, nones);
                std::vector<TestType> out(rows, TestType{7});
                period_ends(calendar(), civil_code(), length, days.data(), rows, out.data());
                int wrong = 0;
                for (std::size_t i = 0; i<rows; i += rows> 1000 ? 7 : 1) {
                    const Day day{static_cast<std::int32_t>(days[i])};
                    const TestType expected =
                        days[i] == none<TestType>
                            ? none<TestType>
                            : period_end(day, length, civil_code(), calendar(), {}).last_day.count;
                    wrong += out[i] != expected;
                    ++compared;
                }
                CHECK(wrong == 0);
            }
    CHECK(compared > 50000);
}

TEMPLATE_TEST_CASE("The Error of a column of periods names its first row without an end", "", std::int64_t,
                   std::int32_t)
{
    for (const std::size_t rows : {std::size_t{100}, std::size_t{6000}})
        for (const std::size_t first : {std::size_t{0}, rows / 2, rows - 1}) {
            std::vector<TestType> days(rows, static_cast<TestType>(on("2019-09-24").count)), out(rows);
            for (std::size_t i = 0; i < rows; i += 3) days[i] = none<TestType>;
            const auto ends = [&](Length length) {
                return thrown([&] { period_ends(loaded(), civil_code(), length, days.data(), rows, out.data(), 5); });
            };
            CHECK(ends({1, LengthUnit::years}).empty());
            const std::string expected = " row " + std::to_string(first + 5);
            days[first] = static_cast<TestType>(on("2026-06-01").count);  // its end lies in 2027
            days.back() = days[first];
            CHECK(ends({1, LengthUnit::years}) == "SK1401" + expected);
            CHECK(ends({1, LengthUnit::months}).empty());
            days[first] = static_cast<TestType>(on("9999-12-01").count);
            days.back() = days[first];
            CHECK(ends({5, LengthUnit::years}) == "SK1205" + expected);
        }
}

TEMPLATE_TEST_CASE("Where no rule says how a period is reckoned its rows have no day", "", std::int64_t, std::int32_t)
{
    for (const std::size_t rows : {std::size_t{100}, std::size_t{6000}}) {
        std::vector<TestType> days(rows, static_cast<TestType>(on("2025-01-31").count)), out(rows, TestType{7});
        days[1] = none<TestType>;
        days[2] = static_cast<TestType>(on("2025-01-15").count);
        PeriodRules silent = civil_code();
        silent.clamp_month_end = false;
        const Deadline whole = period_end(on("2025-01-15"), {1, LengthUnit::months}, silent, loaded(), {});
        const Deadline open = period_end(on("2025-01-31"), {1, LengthUnit::months}, silent, loaded(), {});
        REQUIRE(whole.determined);
        REQUIRE_FALSE(open.determined);
        period_ends(loaded(), silent, {1, LengthUnit::months}, days.data(), rows, out.data());
        CHECK(out[0] == none<TestType>);
        CHECK(out[1] == none<TestType>);
        CHECK(out[2] == whole.last_day.count);
        CHECK(out.back() == none<TestType>);
        period_ends(loaded(), PeriodRules{}, {1, LengthUnit::working_days}, days.data(), rows, out.data());
        CHECK((out[0] == none<TestType>) ==
              !period_end(on("2025-01-31"), {1, LengthUnit::working_days}, PeriodRules{}, loaded(), {}).determined);
    }
}

TEMPLATE_TEST_CASE("A column cut into pieces gives the answers, and the Error, of the whole", "", std::int64_t,
                   std::int32_t)
{
    Random random(22);
    const std::size_t rows = 30000;
    auto a = column<TestType>(random, rows, 10), b = column<TestType>(random, rows, 10);
    struct Answers {
        std::vector<TestType> added, each, ends;
        std::vector<std::int64_t> counts;
        std::vector<std::uint8_t> told;
        std::size_t without = 0;
        std::string error;
    };
    std::vector<std::int64_t> n;
    for (std::size_t i = 0; i < rows; ++i) n.push_back(random.between(-30, 30));
    const auto in_pieces = [&](std::size_t longest) {
        Answers out{std::vector<TestType>(rows),
                    std::vector<TestType>(rows),
                    std::vector<TestType>(rows),
                    std::vector<std::int64_t>(rows),
                    std::vector<std::uint8_t>(rows),
                    0,
                    {}};
        for (std::size_t i = 0, size; i < rows && out.error.empty(); i += size) {
            size = static_cast<std::size_t>(random.between(1, static_cast<std::int64_t>(longest)));
            size = size < rows - i ? size : rows - i;
            const TestType *x = a.data() + i, *y = b.data() + i;
            out.error = thrown([&] {
                add_working_days(calendar(), x, size, -13, Roll::none, out.added.data() + i, i);
                add_working_days(calendar(), x, n.data() + i, size, Roll::forward, out.each.data() + i, i);
                out.without += count_working_days(calendar(), x, y, size, out.counts.data() + i, i);
                kinds(calendar(), x, size, out.told.data() + i, i);
                period_ends(calendar(), civil_code(), {1, LengthUnit::months}, x, size, out.ends.data() + i, i);
            });
        }
        return out;
    };
    const Answers whole = [&] {
        Answers out{std::vector<TestType>(rows),
                    std::vector<TestType>(rows),
                    std::vector<TestType>(rows),
                    std::vector<std::int64_t>(rows),
                    std::vector<std::uint8_t>(rows),
                    0,
                    {}};
        add_working_days(calendar(), a.data(), rows, -13, Roll::none, out.added.data());
        add_working_days(calendar(), a.data(), n.data(), rows, Roll::forward, out.each.data());
        out.without = count_working_days(calendar(), a.data(), b.data(), rows, out.counts.data());
        kinds(calendar(), a.data(), rows, out.told.data());
        period_ends(calendar(), civil_code(), {1, LengthUnit::months}, a.data(), rows, out.ends.data());
        return out;
    }();
    for (const std::size_t longest : {std::size_t{1000}, std::size_t{29000}}) {
        const Answers pieces = in_pieces(longest);
        CHECK(pieces.error.empty());
        CHECK(pieces.added == whole.added);
        CHECK(pieces.each == whole.each);
        CHECK(pieces.counts == whole.counts);
        CHECK(pieces.told == whole.told);
        CHECK(pieces.ends == whole.ends);
        CHECK(pieces.without == whole.without);
    }
    a[12345] = static_cast<TestType>(on("2060-01-01").count);
    CHECK(in_pieces(1000).error == "SK1401 row 12345");
    CHECK(in_pieces(29000).error == "SK1401 row 12345");
}
