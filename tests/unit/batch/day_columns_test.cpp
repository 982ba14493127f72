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

// Two stretches of decided years with a gap between them.
Calendar with_gap()
{
    std::vector<CalendarYear> years;
    for (const int year : {2019, 2020, 2024, 2025, 2026})
        years.push_back({year, true, loaded().special_days(year), {}});
    return Calendar(loaded().week(), std::move(years));
}

const std::vector<Calendar>& calendars()
{
    static const std::vector<Calendar> all{loaded(), loaded().with_provisional(2014, 2056), with_gap(),
                                           loaded().with_provisional(2040, 2041)};
    return all;
}

// Days of the first stretch of a calendar, so far from its edges that 60 working days lead nowhere else; of `nones`
// rows in a hundred none.
template <class Count>
std::vector<Count> column(Random& random, const Calendar& calendar, std::size_t rows, int nones)
{
    std::vector<Count> out;
    const auto& tables = calendar.tables();
    for (std::size_t i = 0; i < rows; ++i) {
        const DayTable& table = tables[static_cast<std::size_t>(random.between(0, std::int64_t(tables.size()) - 1))];
        const auto day = random.between(table.first().count + 150, table.end().count - 150);
        out.push_back(random.once_in(100, nones) ? none<Count> : static_cast<Count>(day));
    }
    return out;
}

// What a column throws, as "SK1401 row 17"; empty when it throws nothing.
template <class Call>
std::string thrown(Call call)
{
    try {
        call();
    } catch (const Error& error) {
        std::string row;
        for (const Problem& problem : error.problems()) row += " row " + test::detail_of(problem, "row");
        return code(error.problems().front().id) + row;
    }
    return {};
}

// Long enough for the columns' tables to pay, and too short for it.
constexpr std::size_t long_rows = 20000, short_rows = 500;

template <class Count>
int add_differences(const Calendar& calendar, const std::vector<Count>& days, std::int64_t n, Roll roll)
{
    std::vector<Count> out(days.size(), Count{7});
    add_working_days(calendar, days.data(), days.size(), n, roll, out.data());
    int wrong = 0;
    for (std::size_t i = 0; i < days.size(); ++i)
        wrong += out[i] != (days[i] == none<Count>
                                ? none<Count>
                                : calendar.add_working_days(Day{static_cast<std::int32_t>(days[i])}, n, roll).count);
    return wrong;
}

}  // namespace

TEMPLATE_TEST_CASE("A column of working days added is what each row gives alone", "", std::int64_t, std::int32_t)
{
    Random random(11);
    std::size_t compared = 0;
    for (const Calendar& calendar : calendars())
        for (const std::size_t rows : {std::size_t{0}, std::size_t{1}, std::size_t{63}, short_rows, long_rows})
            for (const int nones : {0, 1, 50, 99, 100}) {
                const auto days = column<TestType>(random, calendar, rows, nones);
                for (const std::int64_t n : {std::int64_t{1}, std::int64_t{-1}, random.between(-60, 60)}) {
                    CHECK(add_differences(calendar, days, n, n == 0 ? Roll::forward : Roll::none) == 0);
                    compared += rows;
                }
                for (const Roll roll : {Roll::forward, Roll::backward})
                    CHECK(add_differences(calendar, days, 0, roll) == 0);
            }
    CHECK(compared > 1200000);
}

TEMPLATE_TEST_CASE("A column with an n for each row is what each row gives alone", "", std::int64_t, std::int32_t)
{
    Random random(12);
    for (const Calendar& calendar : calendars())
        for (const int nones : {0, 30, 100})
            for (const std::size_t rows : {short_rows, long_rows}) {
                const auto days = column<TestType>(random, calendar, rows, nones);
                std::vector<std::int64_t> n;
                for (std::size_t i = 0; i < rows; ++i) n.push_back(random.between(-60, 60));
                std::vector<TestType> out(rows);
                add_working_days(calendar, days.data(), n.data(), rows, Roll::backward, out.data());
                int wrong = 0;
                for (std::size_t i = 0; i < rows; ++i) {
                    const Day day{static_cast<std::int32_t>(days[i])};
                    wrong += out[i] !=
                             (days[i] == none<TestType> ? none<TestType>
                                                        : calendar.add_working_days(day, n[i], Roll::backward).count);
                }
                CHECK(wrong == 0);
            }
}

TEMPLATE_TEST_CASE("A column of counts is what each row gives alone, and the rows of no count are told", "",
                   std::int64_t, std::int32_t)
{
    Random random(13);
    std::size_t compared = 0;
    for (const Calendar& calendar : calendars())
        for (const std::size_t rows : {std::size_t{0}, std::size_t{1}, short_rows, long_rows})
            for (const int nones : {0, 1, 50, 100}) {
                const auto a = column<TestType>(random, calendar, rows, nones);
                std::vector<TestType> b;
                for (const TestType day : column<TestType>(random, calendar, rows, nones)) b.push_back(day);
                std::size_t without = 0;
                for (std::size_t i = 0; i < rows; ++i) {
                    const bool apart = a[i] != none<TestType> && b[i] != none<TestType> &&
                                       calendar.tables().size() > 1;  // not across a gap
                    if (apart) b[i] = static_cast<TestType>(a[i] + random.between(-100, 100));
                    without += a[i] == none<TestType> || b[i] == none<TestType>;
                }
                std::vector<std::int64_t> out(rows, 7);
                CHECK(count_working_days(calendar, a.data(), b.data(), rows, out.data()) == without);
                int wrong = 0;
                for (std::size_t i = 0; i < rows; ++i) {
                    const Day from{static_cast<std::int32_t>(a[i])}, until{static_cast<std::int32_t>(b[i])};
                    const bool counted = a[i] != none<TestType> && b[i] != none<TestType>;
                    wrong += out[i] != (counted ? calendar.count_working_days(from, until) : no_count);
                }
                CHECK(wrong == 0);
                compared += rows;
            }
    CHECK(compared > 300000);
}

TEMPLATE_TEST_CASE("One may count up to the day after the last that is answered for, and no further", "", std::int64_t,
                   std::int32_t)
{
    const auto end = static_cast<TestType>(on("2027-01-01").count);
    for (const std::size_t rows : {std::size_t{3}, long_rows}) {
        std::vector<TestType> a(rows, static_cast<TestType>(end - 10)), b(rows, end);
        std::swap(a[1], b[1]);
        a[2] = b[2] = end;  // nothing is counted
        std::vector<std::int64_t> out(rows);
        CHECK(count_working_days(loaded(), a.data(), b.data(), rows, out.data()) == 0);
        const std::int64_t count = loaded().count_working_days(on("2026-12-22"), on("2027-01-01"));
        CHECK(out[0] == count);
        CHECK(out[1] == -count);
        CHECK(out[2] == 0);
        CHECK(out.back() == (rows == 3 ? 0 : count));
        b.back() = static_cast<TestType>(end + 1);
        CHECK(thrown([&] { count_working_days(loaded(), a.data(), b.data(), rows, out.data()); }) ==
              "SK1401 row " + std::to_string(rows - 1));
        // Days that are the same need no calendar; the scalar call says the same.
        a.back() = b.back();
        CHECK(count_working_days(loaded(), a.data(), b.data(), rows, out.data()) == 0);
        CHECK(out.back() == 0);
    }
}

TEMPLATE_TEST_CASE("A column of kinds is what each row gives alone", "", std::int64_t, std::int32_t)
{
    Random random(14);
    for (const Calendar& calendar : calendars())
        for (const int nones : {0, 50, 100}) {
            const auto days = column<TestType>(random, calendar, long_rows, nones);
            std::vector<std::uint8_t> out(days.size());
            kinds(calendar, days.data(), days.size(), out.data());
            int wrong = 0;
            for (std::size_t i = 0; i < days.size(); ++i)
                wrong +=
                    out[i] != (days[i] == none<TestType>
                                   ? no_kind
                                   : static_cast<std::uint8_t>(calendar.kind(Day{static_cast<std::int32_t>(days[i])})));
            CHECK(wrong == 0);
        }
    CHECK(static_cast<std::uint8_t>(DayKind::local_work) < no_kind);
}

TEMPLATE_TEST_CASE("The Error of a column names its first row without an answer, counted from the row it begins with",
                   "", std::int64_t, std::int32_t)
{
    Random random(15);
    const auto outside = static_cast<TestType>(on("2030-03-01").count);
    for (const Calendar& calendar : {loaded(), with_gap()})
        for (const std::size_t rows : {short_rows, long_rows})
            for (int round = 0; round < 20; ++round) {
                auto days = column<TestType>(random, calendar, rows, round % 2 == 0 ? 0 : 40);
                const auto first = static_cast<std::size_t>(random.between(0, std::int64_t(rows) - 1));
                const TestType inside = days[first] == none<TestType> ? days[0] : days[first];
                days[first] = round % 3 == 0 ? static_cast<TestType>(on("2018-12-31").count) : outside;
                for (std::size_t i = first + 1; i < rows; ++i)
                    if (random.once_in(20)) days[i] = outside;
                const std::vector<std::int64_t> n(rows, 3);
                std::vector<TestType> out(rows), other(rows, inside);
                std::vector<std::int64_t> counts(rows);
                std::vector<std::uint8_t> told(rows);
                const std::size_t offset = round % 4 == 0 ? 0 : 1000000;
                const std::string expected = "SK1401 row " + std::to_string(first + offset);
                const TestType* in = days.data();
                CHECK(thrown([&] { add_working_days(calendar, in, rows, 3, Roll::none, out.data(), offset); }) ==
                      expected);
                CHECK(thrown([&] { add_working_days(calendar, in, n.data(), rows, Roll::none, out.data(), offset); }) ==
                      expected);
                CHECK(thrown([&] { kinds(calendar, in, rows, told.data(), offset); }) == expected);
                if (inside == none<TestType> || calendar.tables().size() > 1) continue;
                CHECK(thrown([&] { count_working_days(calendar, in, other.data(), rows, counts.data(), offset); }) ==
                      expected);
                CHECK(thrown([&] { count_working_days(calendar, other.data(), in, rows, counts.data(), offset); }) ==
                      expected);
            }
}

TEMPLATE_TEST_CASE("A way out of the decided years, a day off with no roll, a gap: each row as the call alone", "",
                   std::int64_t, std::int32_t)
{
    const auto count = [](const char* day) { return static_cast<TestType>(on(day).count); };
    for (const std::size_t rows : {std::size_t{50}, long_rows}) {
        std::vector<TestType> days(rows, count("2025-09-24")), out(rows);
        const auto add = [&](const Calendar& calendar, std::int64_t n, Roll roll) {
            return thrown([&] { add_working_days(calendar, days.data(), rows, n, roll, out.data()); });
        };
        days[41] = count("2025-09-27");  // a Saturday
        CHECK(add(loaded(), 0, Roll::none) == "SK1402 row 41");
        CHECK(add(loaded(), 0, Roll::forward).empty());
        CHECK(out[41] == count("2025-09-29"));
        CHECK(add(loaded(), 0, Roll::backward).empty());
        CHECK(out[41] == count("2025-09-26"));
        CHECK(out[40] == days[40]);
        days[43] = count("2026-12-31");
        CHECK(add(loaded(), 1, Roll::none) == "SK1401 row 43");
        CHECK(add(loaded(), -1, Roll::none).empty());
        CHECK(add(loaded(), 10001, Roll::none) == "SK1006 row 0");
        CHECK(add(loaded(), INT64_MIN, Roll::none) == "SK1006 row 0");
        CHECK(add(loaded(), INT64_MAX, Roll::none) == "SK1006 row 0");
        days[42] = count("2022-05-05");  // in the gap
        CHECK(add(with_gap(), -1, Roll::none) == "SK1401 row 42");
        days[42] = count("2020-12-31");
        CHECK(add(with_gap(), 1, Roll::none) == "SK1401 row 42");
        days[40] = count("2024-01-01");
        CHECK(add(with_gap(), -1, Roll::none) == "SK1401 row 40");
        CHECK(add(Calendar(), 1, Roll::none) == "SK1403 row 0");
        days.assign(rows, none<TestType>);
        CHECK(add(Calendar(), 1, Roll::none).empty());
        CHECK(out == days);
    }
}

TEMPLATE_TEST_CASE("Numbers that are no day of any year are an Error at their row", "", std::int64_t, std::int32_t)
{
    using Limits = std::numeric_limits<TestType>;
    std::vector<TestType> extremes{Limits::max(),
                                   static_cast<TestType>(Limits::min() + 1),
                                   INT32_MAX,
                                   INT32_MIN + 1,
                                   static_cast<TestType>(on("9999-12-31").count + 1),
                                   static_cast<TestType>(on("0001-01-01").count - 1)};
    if (sizeof(TestType) == 8) {
        const std::int64_t day = on("2025-09-24").count;
        for (const std::int64_t around : {std::int64_t{1} << 32, -(std::int64_t{1} << 32), std::int64_t{1} << 62})
            extremes.push_back(static_cast<TestType>(day + around));  // a day again when cut to 32 bits
        extremes.push_back(static_cast<TestType>(INT32_MIN));
    }
    for (const std::size_t rows : {std::size_t{70}, long_rows})
        for (const TestType extreme : extremes) {
            INFO(extreme);
            std::vector<TestType> days(rows, static_cast<TestType>(on("2025-09-24").count)), out(rows), other = days;
            days[65] = extreme;
            const std::vector<std::int64_t> n(rows, 1);
            std::vector<std::int64_t> counts(rows);
            std::vector<std::uint8_t> told(rows);
            const TestType* in = days.data();
            const std::string expected = "SK1205 row 65";
            CHECK(thrown([&] { add_working_days(loaded(), in, rows, 1, Roll::none, out.data()); }) == expected);
            CHECK(thrown([&] { add_working_days(loaded(), in, n.data(), rows, Roll::none, out.data()); }) == expected);
            CHECK(thrown([&] { kinds(loaded(), in, rows, told.data()); }) == expected);
            CHECK(thrown([&] { count_working_days(loaded(), in, other.data(), rows, counts.data()); }) == expected);
            CHECK(thrown([&] { count_working_days(loaded(), other.data(), in, rows, counts.data()); }) == expected);
            CHECK(thrown([&] {
                      period_ends(loaded(), civil_code(), {3, LengthUnit::days}, in, rows, out.data());
                  }) == expected);
        }
    std::vector<TestType> edge{static_cast<TestType>(on("9999-12-31").count),
                               static_cast<TestType>(on("0001-01-01").count)};
    std::vector<TestType> out(2);
    CHECK(thrown([&] { add_working_days(loaded(), edge.data(), 2, 1, Roll::none, out.data()); }) == "SK1401 row 0");
}
