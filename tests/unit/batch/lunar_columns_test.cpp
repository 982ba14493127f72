#include <sangkien/batch/lunar_columns.hpp>
#include <sangkien/calendar/lunar.hpp>
#include <sangkien/core/error.hpp>

#include <array>
#include <cstdint>
#include <limits>
#include <string>

#include "../catch.hpp"

using namespace sangkien;

namespace {

struct Rows {
    std::array<std::int16_t, 4> year{};
    std::array<std::int8_t, 4> month{}, day{};
    std::array<bool, 4> leap{}, uncertain{};

    LunarColumns columns() { return {year.data(), month.data(), day.data(), leap.data(), uncertain.data()}; }
};

template <class Call>
std::string message_of(Call call)
{
    try {
        call();
    } catch (const Error& error) {
        return message(error.problems().front(), Language::en);
    }
    return "no Error was thrown";
}

}  // namespace

TEMPLATE_TEST_CASE("A column of days becomes columns of lunar dates, no day stays none", "", std::int32_t, std::int64_t)
{
    const std::array<TestType, 4> days{parse_day("2026-04-26").count, std::numeric_limits<TestType>::min(),
                                       parse_day("2025-07-25").count, parse_day("2175-01-22").count};
    Rows rows;
    to_lunar(days.data(), days.size(), rows.columns());
    CHECK(rows.year == std::array<std::int16_t, 4>{2026, 0, 2025, 2174});
    CHECK(rows.month == std::array<std::int8_t, 4>{3, 0, 6, 12});
    CHECK(rows.day == std::array<std::int8_t, 4>{10, 0, 1, 30});
    CHECK(rows.leap == std::array<bool, 4>{false, false, true, false});
    CHECK(rows.uncertain == std::array<bool, 4>{false, false, false, true});
}

TEST_CASE("The Error of a column names the first row that has no answer")
{
    Rows rows;
    std::array<std::int64_t, 4> days{0, INT64_MIN, 84006, -25568};
    const auto convert = [&](std::size_t first) { to_lunar(days.data(), days.size(), rows.columns(), first); };
    CHECK(message_of([&] { convert(10); }).rfind("SK1205 row 12: 1 Jan 2200 is out of range", 0) == 0);
    days = {0, 0, 0, std::int64_t{1} << 32};  // as int32 it would be 1970-01-01
    CHECK(message_of([&] { convert(0); }).rfind("SK1205 row 3: 4294967296 is out of range", 0) == 0);

    const std::array<std::int32_t, 4> year{2026, 0, 2026, 0}, month{1, 0, 4, 1}, day{1, 0, 30, 1};
    const std::array<bool, 4> leap{};
    std::array<std::int64_t, 4> out{};
    from_lunar(year.data(), month.data(), day.data(), leap.data(), 2, out.data());
    CHECK(out == std::array<std::int64_t, 4>{parse_day("2026-02-17").count, INT64_MIN, 0, 0});
    const auto lead_back = [&](std::size_t from) {
        from_lunar(&year[from], &month[from], &day[from], &leap[from], 4 - from, out.data(), from);
    };
    CHECK(message_of([&] { lead_back(0); }).rfind("SK1209 row 2: 30/4 lunar of 2026", 0) == 0);
    CHECK(message_of([&] { lead_back(3); }).rfind("SK1205 row 3: lunar year 0 is out of range", 0) == 0);
}
