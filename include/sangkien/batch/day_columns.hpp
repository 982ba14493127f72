// The calendar's questions over columns of days: a row each, nothing allocated for a row.
//
//   std::vector<std::int64_t> due(days.size());
//   add_working_days(calendar, days.data(), days.size(), 10, Roll::none, due.data());
//
// A day is its count since 1970-01-01, as int64 (numpy's datetime64[D]) or int32 (Arrow's date32). The smallest value of
// the type is no day (numpy's NaT): it stays what it is, and a count of it is no_count. An Error is that of the first row
// with no answer and names it, counted from `first_row`; what was written by then is unspecified. Calls share nothing, so
// a host may cut a column into pieces and give each its own thread: the answers are the same.
#pragma once

#include <cstddef>
#include <cstdint>

#include "../calendar/deadline.hpp"
#include "../calendar/working_days.hpp"

namespace sangkien {

// What stands for "no count" in a column of counts.
inline constexpr std::int64_t no_count = INT64_MIN;

// The n-th working day after or before each day; see Calendar::add_working_days.
void add_working_days(const Calendar& calendar, const std::int64_t* days, std::size_t count, std::int64_t n, Roll roll,
                      std::int64_t* out, std::size_t first_row = 0);
void add_working_days(const Calendar& calendar, const std::int32_t* days, std::size_t count, std::int64_t n, Roll roll,
                      std::int32_t* out, std::size_t first_row = 0);
// The same with an n of its own for each row.
void add_working_days(const Calendar& calendar, const std::int64_t* days, const std::int64_t* n, std::size_t count,
                      Roll roll, std::int64_t* out, std::size_t first_row = 0);
void add_working_days(const Calendar& calendar, const std::int32_t* days, const std::int64_t* n, std::size_t count,
                      Roll roll, std::int32_t* out, std::size_t first_row = 0);

// Working days from a[i] on, before b[i]; see Calendar::count_working_days. Gives the rows that have no count.
std::size_t count_working_days(const Calendar& calendar, const std::int64_t* a, const std::int64_t* b,
                               std::size_t count, std::int64_t* out, std::size_t first_row = 0);
std::size_t count_working_days(const Calendar& calendar, const std::int32_t* a, const std::int32_t* b,
                               std::size_t count, std::int64_t* out, std::size_t first_row = 0);

// The kind of each day, as a number of DayKind; `no_kind` for no day.
inline constexpr std::uint8_t no_kind = 255;
void kinds(const Calendar& calendar, const std::int64_t* days, std::size_t count, std::uint8_t* out,
           std::size_t first_row = 0);
void kinds(const Calendar& calendar, const std::int32_t* days, std::size_t count, std::uint8_t* out,
           std::size_t first_row = 0);

// The last day of a period set going on each day; see period_end. Where no rule says how to reckon it, no day.
void period_ends(const Calendar& calendar, const PeriodRules& rules, Length length, const std::int64_t* days,
                 std::size_t count, std::int64_t* out, std::size_t first_row = 0);
void period_ends(const Calendar& calendar, const PeriodRules& rules, Length length, const std::int32_t* days,
                 std::size_t count, std::int32_t* out, std::size_t first_row = 0);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "day_columns_inl.hpp"
#endif
