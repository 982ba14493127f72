#include <cstdio>
#include <random>

#include <sangkien/core/error.hpp>
#include <sangkien/core/instant.hpp>
#include <sangkien/core/limits.hpp>

#include "catch.hpp"

using namespace sangkien;

namespace {

// The Gregorian rule, written out: nothing here is taken from the library.
int days_in(int year, int month)
{
    static constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[month - 1] + (leap && month == 2);
}

std::string iso(int year, int month, int day)
{
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
    return text;
}

std::string clock_text(int hour, int minute, int second)
{
    char text[40];
    std::snprintf(text, sizeof text, "T%02d:%02d:%02d", hour, minute, second);
    return text;
}

ErrorId thrown_by_instant(const std::string& text)
{
    try {
        parse_instant(text);
    } catch (const Error& error) {
        REQUIRE(error.problems().size() == 1);
        return error.problems().front().id;
    }
    return ErrorId::overflow;
}

}  // namespace

TEST_CASE("Every day of the years 1 to 9999 is read, counted, split and written as a walk over the calendar says")
{
    std::int32_t count = -719162;  // 0001-01-01, proleptic Gregorian, before 1970-01-01
    int weekday_expected = 0;      // a Monday
    int wrong = 0;
    std::int64_t days = 0;
    for (int year = 1; year <= 9999; ++year)
        for (int month = 1; month <= 12; ++month) {
            wrong += last_day_of_month(year, month) != days_in(year, month);
            for (int day = 1; day <= days_in(year, month); ++day, ++count, ++days) {
                wrong += static_cast<int>(weekday(Day{count})) != weekday_expected;
                weekday_expected = (weekday_expected + 1) % 7;
                wrong += day_of(year, month, day) != Day{count};
                // Texts cost more: a prime stride meets every day of the month in some year, and the ends always.
                if (days % 5 != 0 && day != 1 && day != days_in(year, month)) continue;
                const CivilDate c = civil(Day{count});
                wrong += c.year != year || c.month != month || c.day != day;
                const std::string text = iso(year, month, day);
                Day read;
                wrong += !read_day(text, read) || read != Day{count} || to_text(Day{count}) != text;
            }
        }
    CHECK(wrong == 0);
    CHECK(days == 3652059);
}

TEST_CASE("No day that does not exist is read, around every end of a month of every year")
{
    int read = 0, tried = 0, moved = 0;
    for (int year = 0; year <= 9999; ++year)
        for (int month = 0; month <= 13; ++month)
            for (const int day : {0, 28, 29, 30, 31, 32, 99}) {
                const bool exists = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= days_in(year, month);
                if (exists) {
                    read += !is_day(year, month, day);
                    continue;
                }
                ++tried;
                Day out{4711};
                read += read_day(iso(year, month, day), out) || is_day(year, month, day);
                moved += out != Day{4711};
            }
    CHECK(read == 0);
    CHECK(moved == 0);
    CHECK(tried > 300000);
}

TEST_CASE("A day is read from its ISO text only")
{
    for (const char* text : {"", "2025", "2025-9-24", "2025-09-4", "25-09-2025", "2025/09/24", "2025-09-24 ",
                             " 2025-09-24", "2025-09-2٤", "+025-09-24", "-025-09-24", "2025-0a-24", "2025-09-24T",
                             "20250924", "02025-09-24", "2025-09-24\n", "10000-01-01"}) {
        INFO(text);
        Day out{4711};
        CHECK_FALSE(read_day(text, out));
        CHECK(out == Day{4711});
        CHECK_THROWS_AS(parse_day(text), Error);
    }
    CHECK(parse_day("2025-09-24").count == 20355);
    CHECK(weekday(parse_day("2025-09-24")) == Weekday::wednesday);
}

TEST_CASE("Days add and subtract back to where they were")
{
    std::mt19937 random(1);
    std::uniform_int_distribution<std::int32_t> any(-700000, 2900000), shift(-90000, 90000);
    for (int i = 0; i < 2000; ++i) {
        const Day a{any(random)};
        const std::int32_t n = shift(random);
        REQUIRE(a + n - n == a);
        REQUIRE((a + n) - a == n);
        REQUIRE((a < a + n) == (n > 0));
        REQUIRE((a <= a + n) == (n >= 0));
        REQUIRE(static_cast<int>(weekday(a + 7 * n)) == static_cast<int>(weekday(a)));
    }
}

TEST_CASE("An instant means the same at whatever offset it is written")
{
    std::mt19937 random(2);
    const auto pick = [&](int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); };
    for (int i = 0; i < 20000; ++i) {
        const int year = pick(2, 9998), month = pick(1, 12), day = pick(1, days_in(year, month));
        const int hour = pick(0, 23), minute = pick(0, 59), second = pick(0, 59);
        const int offset_hours = pick(0, 23), offset_minutes = pick(0, 59), sign = pick(0, 1) != 0 ? 1 : -1;
        std::string offset = clock_text(offset_hours, offset_minutes, 0).substr(1, 5);
        offset.insert(0, sign > 0 ? "+" : "-");
        const std::int64_t expected = std::int64_t{day_of(year, month, day).count} * 86400 + hour * 3600 + minute * 60 +
                                      second - sign * (offset_hours * 60 + offset_minutes) * 60;
        Instant read;
        REQUIRE(read_instant(iso(year, month, day) + clock_text(hour, minute, second) + offset, read));
        REQUIRE(read.seconds == expected);
        // Written at +07:00, and read back, it is the same moment and the same civil day.
        REQUIRE(parse_instant(to_text(read)) == read);
        REQUIRE(parse_day(to_text(read).substr(0, 10)) == civil_day(read));
        REQUIRE(start_of_day(civil_day(read)) <= read);
        REQUIRE(read < end_of_day(civil_day(read)));
    }
    CHECK(parse_instant("1970-01-01T00:00Z").seconds == 0);
    CHECK(parse_instant("2025-09-24T17:00Z") == parse_instant("2025-09-25T00:00:00+07:00"));
    CHECK(parse_instant("2025-09-24T23:59:59+07:00") < end_of_day(parse_day("2025-09-24")));
    CHECK(parse_instant("2025-09-25T00:00:00+07:00") == end_of_day(parse_day("2025-09-24")));
    CHECK(to_text(parse_instant("2025-09-24T16:59:59Z")) == "2025-09-24T23:59:59+07:00");
}

TEST_CASE("An instant without an offset, at 24:00, or misspelt is refused")
{
    for (const char* text : {"",
                             "2025-09-24",
                             "2025-09-24T17:00",
                             "2025-09-24T17:00:00",
                             "2025-09-24T24:00:00+07:00",
                             "2025-09-24T24:00+07:00",
                             "2025-09-24T17:60:00+07:00",
                             "2025-09-24T17:00:60+07:00",
                             "2025-09-24 17:00:00+07:00",
                             "2025-09-24t17:00:00+07:00",
                             "2025-09-24T17:00:00+0700",
                             "2025-09-24T17:00:00+07",
                             "2025-09-24T17:00:00z",
                             "2025-09-24T17:00:00Z ",
                             "2025-09-24T17:00:00.5Z",
                             "2025-09-24T17:00:00+24:00",
                             "2025-09-24T17:00:00+07:60",
                             "2025-09-24T17:00:00 07:00",
                             "2025-09-31T17:00:00+07:00",
                             "2025-09-24T17:00:+07:00",
                             "2025-09-24T17:0Z",
                             "2025-09-24T17Z",
                             "2025-09-24T1:000Z",
                             "2025-09-24T17:00:0+07:00",
                             "2025-09-24T-1:00:00Z",
                             "2025-09-24T17:00:00+-7:00",
                             "2025-09-24T17:00+"}) {
        INFO(text);
        Instant out{4711};
        CHECK_FALSE(read_instant(text, out));
        CHECK(out.seconds == 4711);
        CHECK(thrown_by_instant(text) == ErrorId::bad_instant);
    }
}

TEST_CASE("An offset does not carry an instant out of the years that can be written")
{
    for (const char* text :
         {"0001-01-01T00:00:00+23:59", "0001-01-01T00:00+07:01", "9999-12-31T23:59:59-23:59", "9999-12-31T17:00:00Z"}) {
        INFO(text);
        CHECK(thrown_by_instant(text) == ErrorId::bad_instant);
    }
    for (const char* text : {"0001-01-01T00:00:00+07:00", "9999-12-31T23:59:59+07:00"})
        CHECK(to_text(parse_instant(text)) == text);
    CHECK(to_text(parse_instant("9999-12-31T16:59:59Z")) == "9999-12-31T23:59:59+07:00");
}

TEST_CASE("The civil day of a moment before 1970 is the day it falls on, not the next")
{
    CHECK(to_text(civil_day(Instant{-1})) == "1970-01-01");
    CHECK(to_text(civil_day(Instant{-7 * 3600})) == "1970-01-01");
    CHECK(to_text(civil_day(Instant{-7 * 3600 - 1})) == "1969-12-31");
    CHECK(to_text(civil_day(Instant{-7 * 3600 - 86400})) == "1969-12-31");
    CHECK(to_text(civil_day(Instant{-7 * 3600 - 86401})) == "1969-12-30");
}
