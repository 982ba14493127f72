// The C interface to columns of days.
#include <sangkien/calendar.h>

#include <sangkien/batch/day_columns.hpp>

#include "handles.hpp"

using namespace sangkien::c_api;

namespace {

// Behind the wall; the columns may be NULL where there is no row.
template <class Out, class Count, class Body>
std::int32_t column(Out* out, const sangkien_calendar* calendar, const Count* days, const char* name, std::size_t count,
                    sangkien_error** error, Body&& body) noexcept
{
    return guarded(error, [&] {
        require(calendar, "calendar");
        if (count > 0) require(out, "out");
        if (count > 0) require(days, name);
        body();
    });
}

template <class Count>
std::int32_t add(Count* out, const sangkien_calendar* calendar, const Count* days, std::size_t count,
                 std::size_t first_row, std::int64_t n, std::int32_t roll, sangkien_error** error) noexcept
{
    return column(out, calendar, days, "days", count, error, [&] {
        sangkien::add_working_days(calendar->calendar, days, count, n, roll_argument(roll), out, first_row);
    });
}

template <class Count>
std::int32_t count_days(std::int64_t* out, const sangkien_calendar* calendar, const Count* a, const Count* b,
                        std::size_t count, std::size_t first_row, sangkien_error** error) noexcept
{
    return column(out, calendar, a, "a", count, error, [&] {
        if (count > 0) require(b, "b");
        sangkien::count_working_days(calendar->calendar, a, b, count, out, first_row);
    });
}

template <class Count>
std::int32_t kinds_of(std::uint8_t* out, const sangkien_calendar* calendar, const Count* days, std::size_t count,
                      std::size_t first_row, sangkien_error** error) noexcept
{
    return column(out, calendar, days, "days", count, error,
                  [&] { sangkien::kinds(calendar->calendar, days, count, out, first_row); });
}

template <class Count>
std::int32_t ends(Count* out, const sangkien_calendar* calendar, const Count* events, std::size_t count,
                  std::size_t first_row, const char* length, std::size_t length_size, sangkien_error** error) noexcept
{
    return column(out, calendar, events, "events", count, error, [&] {
        require(length, "length");
        const sangkien::PeriodRules rules = calendar->periods.value_or(sangkien::PeriodRules{});
        const sangkien::Length parsed = sangkien::parse_length({length, length_size});
        sangkien::period_ends(calendar->calendar, rules, parsed, events, count, out, first_row);
    });
}

static_assert(SANGKIEN_NO_COUNT == sangkien::no_count && SANGKIEN_NO_KIND == sangkien::no_kind);

}  // namespace

std::int32_t sangkien_calendar_add_working_days_int32(std::int32_t* out, const sangkien_calendar* calendar,
                                                      const std::int32_t* days, std::size_t count,
                                                      std::size_t first_row, std::int64_t n, std::int32_t roll,
                                                      sangkien_error** error)
{
    return add(out, calendar, days, count, first_row, n, roll, error);
}

std::int32_t sangkien_calendar_add_working_days_int64(std::int64_t* out, const sangkien_calendar* calendar,
                                                      const std::int64_t* days, std::size_t count,
                                                      std::size_t first_row, std::int64_t n, std::int32_t roll,
                                                      sangkien_error** error)
{
    return add(out, calendar, days, count, first_row, n, roll, error);
}

std::int32_t sangkien_calendar_count_working_days_int32(std::int64_t* out, const sangkien_calendar* calendar,
                                                        const std::int32_t* a, const std::int32_t* b, std::size_t count,
                                                        std::size_t first_row, sangkien_error** error)
{
    return count_days(out, calendar, a, b, count, first_row, error);
}

std::int32_t sangkien_calendar_count_working_days_int64(std::int64_t* out, const sangkien_calendar* calendar,
                                                        const std::int64_t* a, const std::int64_t* b, std::size_t count,
                                                        std::size_t first_row, sangkien_error** error)
{
    return count_days(out, calendar, a, b, count, first_row, error);
}

std::int32_t sangkien_calendar_kinds_int32(std::uint8_t* out, const sangkien_calendar* calendar,
                                           const std::int32_t* days, std::size_t count, std::size_t first_row,
                                           sangkien_error** error)
{
    return kinds_of(out, calendar, days, count, first_row, error);
}

std::int32_t sangkien_calendar_kinds_int64(std::uint8_t* out, const sangkien_calendar* calendar,
                                           const std::int64_t* days, std::size_t count, std::size_t first_row,
                                           sangkien_error** error)
{
    return kinds_of(out, calendar, days, count, first_row, error);
}

std::int32_t sangkien_calendar_period_ends_int32(std::int32_t* out, const sangkien_calendar* calendar,
                                                 const std::int32_t* events, std::size_t count, std::size_t first_row,
                                                 const char* length, std::size_t length_size, sangkien_error** error)
{
    return ends(out, calendar, events, count, first_row, length, length_size, error);
}

std::int32_t sangkien_calendar_period_ends_int64(std::int64_t* out, const sangkien_calendar* calendar,
                                                 const std::int64_t* events, std::size_t count, std::size_t first_row,
                                                 const char* length, std::size_t length_size, sangkien_error** error)
{
    return ends(out, calendar, events, count, first_row, length, length_size, error);
}
