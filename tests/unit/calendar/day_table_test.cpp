#include <sangkien/calendar/day_table.hpp>

#include <functional>

#include "../random.hpp"
#include "catch.hpp"

using namespace sangkien;
using sangkien::test::Random;

namespace {

// How many answers of the table differ from those of a walk over `worked`.
int differences(const DayTable& table, Day first, const std::vector<bool>& worked)
{
    int wrong = 0;
    std::uint32_t before = 0;
    for (std::uint32_t at = 0; at < worked.size(); ++at) {
        const Day day = first + static_cast<std::int32_t>(at);
        wrong += table.position(day) != at;
        wrong += table.rank(at) != before;
        wrong += table.worked(at) != worked[at];
        if (worked[at]) wrong += table.select(before++) != day;
    }
    wrong += table.rank(table.size()) != before;
    return wrong + (table.working_days() != before) + (table.size() != worked.size()) + (table.first() != first) +
           (table.end() != first + static_cast<std::int32_t>(worked.size()));
}

std::vector<bool> filled(std::size_t days, const std::function<bool(std::size_t)>& worked)
{
    std::vector<bool> out(days);
    for (std::size_t i = 0; i < days; ++i) out[i] = worked(i);
    return out;
}

int differences(const std::vector<bool>& worked, Day first = Day{17897})
{
    return differences(DayTable(first, worked), first, worked);
}

}  // namespace

TEST_CASE("Rank and select agree with a walk over random tables of every density")
{
    Random random(1);
    std::size_t compared = 0;
    int wrong = 0;
    for (const std::int64_t of_thousand : {0, 1, 3, 10, 100, 500, 714, 990, 1000})
        for (const std::size_t days : {0u, 1u, 2u, 127u, 128u, 129u, 255u, 256u, 257u, 2922u, 40000u}) {
            const auto worked = filled(days, [&](std::size_t) { return random.once_in(1000, of_thousand); });
            wrong += differences(worked, Day{static_cast<std::int32_t>(random.between(-700000, 2900000))});
            compared += days;
        }
    CHECK(wrong == 0);
    CHECK(compared > 390000);
}

TEST_CASE("Rank and select agree with a walk where working days lie thin, or in clusters far apart")
{
    CHECK(differences(filled(365 * 300, [](std::size_t i) { return i % 365 == 100; })) == 0);  // one day a year
    CHECK(differences(filled(365 * 300, [](std::size_t i) { return i % 365 != 100; })) == 0);
    CHECK(differences(filled(100000, [](std::size_t i) { return i < 200 || i > 99800; })) == 0);
    CHECK(differences(filled(100000, [](std::size_t i) { return i == 99999; })) == 0);
    for (const std::size_t gap : {126u, 127u, 128u, 129u, 254u, 255u, 256u, 257u, 511u})
        CHECK(differences(filled(gap * 40, [&](std::size_t i) { return i % gap == 0; })) == 0);
    // Each block of 128 working days just reaches as far as a byte does, and once no longer does.
    for (const std::size_t last : {255u, 256u})
        CHECK(differences(filled(3000, [&](std::size_t i) { return i < 127 || i == last || i > 2500; })) == 0);
}

TEST_CASE("A day outside the table has a position past its size, however far away it is")
{
    const Day first{17897};
    const DayTable table(first, std::vector<bool>(2922, true));
    CHECK(table.position(first) == 0);
    CHECK(table.position(first + 2921) == 2921);
    for (const std::int32_t away : {-1, 2922, 2923, 100000, -100000})
        CHECK(table.position(first + away) >= table.size());
    for (const std::int32_t count : {INT32_MIN, INT32_MIN + 1, INT32_MAX})
        CHECK(table.position(Day{count}) >= table.size());
    const DayTable late(Day{INT32_MAX - 10}, std::vector<bool>(5, true));
    CHECK(late.position(Day{INT32_MIN}) >= late.size());
}

TEST_CASE("An empty table has no day and no working day")
{
    for (const DayTable& table : {DayTable(Day{0}, {}), DayTable(Day{17897}, {})}) {
        CHECK(table.size() == 0);
        CHECK(table.working_days() == 0);
        CHECK(table.first() == table.end());
        CHECK(table.rank(0) == 0);
        CHECK(table.position(table.first()) >= table.size());
    }
    CHECK(DayTable().size() == 0);
    CHECK(DayTable().position(Day{0}) >= DayTable().size());
}

TEST_CASE("A table of eight years costs two bytes a day at most, a thin one not more")
{
    const auto weekdays = filled(2922, [](std::size_t i) { return i % 7 < 5; });
    CHECK(DayTable(Day{17897}, weekdays).bytes() < 2 * 2922);
    CHECK(DayTable(Day{0}, filled(365 * 100, [](std::size_t i) { return i % 365 == 0; })).bytes() < 2 * 365 * 100);
}
