// Deadlines compared, and what is left of one.
//
//   later_of(accepted, completed).last_day;                       // the later of two deadlines, with a step naming both
//   reminder_day(deadline, 3, calendar);                          // 3 working days before the last day
//   remaining(deadline, parse_instant("2025-09-22T09:00+07:00"), calendar)->working_days;
#pragma once

#include <cstdint>
#include <optional>

#include "deadline.hpp"

namespace sangkien {

// The earlier and the later of two deadlines; of two that end together, `a`. The steps are those of the one taken, then
// one that names both. An undetermined one leaves the answer open, unless it cannot change it: when it is known to end
// no earlier than `not_before`, a deadline that ends by then is the earlier. The answer is provisional when either is.
Deadline earlier_of(const Deadline& a, const Deadline& b, const Name& a_name = {}, const Name& b_name = {});
Deadline later_of(const Deadline& a, const Deadline& b, const Name& a_name = {}, const Name& b_name = {});

// The day of a reminder (ngày nhắc): `working_days` working days before the last day; with 0 the last day itself or, when
// that is a day off, the working day before it. Nothing when the deadline is undetermined. Error SK1205 when the number
// is negative, SK1401 when the calendar does not answer for the way.
std::optional<Day> reminder_day(const Deadline& deadline, std::int64_t working_days, const Calendar& calendar);

// Remaining time (thời gian còn lại, hoặc đã quá hạn): no number is ever negative; `over` says which way it runs.
//
// Not over (as_of < ends): `seconds` until it ends, at least 1; `days` and `working_days` are the days after that of
// as_of, up to and with the last day: 0 on the last day itself, whatever the hour.
// Over (as_of >= ends): `seconds` since it ended; `days` and `working_days` are the days after the last day, up to and
// with that of as_of: at 24:00 of the last day, which is 0:00 of the next, that next day is the first. Only where a
// deadline closes within its last day can it be over with 0 days, for the rest of that day.
struct Remaining {
    bool over = false;
    std::int64_t seconds = 0;
    std::int64_t days = 0;
    std::int64_t working_days = 0;
    bool provisional = false;  // the deadline is, or a day counted lies in a provisional year
};

// Nothing when the deadline is undetermined. Error SK1401 when the calendar does not answer for a day counted.
std::optional<Remaining> remaining(const Deadline& deadline, Instant as_of, const Calendar& calendar);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "deadline_compare_inl.hpp"
#endif
