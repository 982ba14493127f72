// The C interface to calendars: how one comes about, single days, periods.
#include <sangkien/calendar.h>

#include <algorithm>

#include <sangkien/calendar/deadline.hpp>
#include <sangkien/io/json_writer.hpp>
#include <sangkien/io/loader.hpp>
#include <sangkien/io/report_parts_inl.hpp>

#include "handles.hpp"

using namespace sangkien;
using namespace sangkien::c_api;

namespace {

// The numbers of the headers are those of the library, for ever.
constexpr bool same(DayKind kind, int number) { return static_cast<int>(kind) == number; }
static_assert(same(DayKind::working, SANGKIEN_DAY_WORKING) && same(DayKind::weekend, SANGKIEN_DAY_WEEKEND) &&
              same(DayKind::statutory, SANGKIEN_DAY_STATUTORY) &&
              same(DayKind::holiday_block, SANGKIEN_DAY_HOLIDAY_BLOCK) &&
              same(DayKind::holiday_block_weekend, SANGKIEN_DAY_HOLIDAY_BLOCK_WEEKEND) &&
              same(DayKind::compensatory, SANGKIEN_DAY_COMPENSATORY) &&
              same(DayKind::swap_off, SANGKIEN_DAY_SWAP_OFF) && same(DayKind::swap_work, SANGKIEN_DAY_SWAP_WORK) &&
              same(DayKind::local_off, SANGKIEN_DAY_LOCAL_OFF) && same(DayKind::local_work, SANGKIEN_DAY_LOCAL_WORK));
static_assert(static_cast<int>(YearStatus::missing) == SANGKIEN_YEAR_MISSING &&
              static_cast<int>(YearStatus::provisional) == SANGKIEN_YEAR_PROVISIONAL &&
              static_cast<int>(YearStatus::decided) == SANGKIEN_YEAR_DECIDED);
static_assert(sizeof(sangkien_calendar_options) == sizeof(size_t) + 4 * sizeof(int32_t),
              "padding at the end would be garbage of an older caller in a member of a newer library");

Calendar with_options(Calendar calendar, const sangkien_calendar_options* given)
{
    if (given == nullptr) return calendar;
    const sangkien_calendar_options asked = known_options(*given);
    if (asked.reserved != 0) throw bad_argument("options->reserved", asked.reserved);
    if (asked.known_on != SANGKIEN_NO_DAY) calendar = calendar.known_on(day_argument(asked.known_on));
    if (asked.provisional_first == 0 && asked.provisional_last == 0) return calendar;
    if (asked.provisional_first == 0) throw bad_argument("options->provisional_first", 0);
    if (asked.provisional_last == 0) throw bad_argument("options->provisional_last", 0);
    return calendar.with_provisional(asked.provisional_first, asked.provisional_last);
}

sangkien_calendar calendar_of(const Ruleset* ruleset, const sangkien_calendar_options* options)
{
    if (ruleset == nullptr) return {with_options({}, options), std::nullopt};
    return {with_options(ruleset->calendar, options), ruleset->periods};
}

Deadline deadline_of(const sangkien_calendar& from, Day event, Length length)
{
    if (!from.periods) return undetermined_deadline({"periods", {"cách tính thời hạn", "how periods are reckoned"}});
    Deadline out = period_end(event, length, *from.periods, from.calendar, {});
    const auto nowhere = [](const Citation& c) { return c.rulebook.empty() && c.clause.empty(); };
    for (Finding& step : out.steps)  // the caller's own length rests on no clause
        step.citations.erase(std::remove_if(step.citations.begin(), step.citations.end(), nowhere),
                             step.citations.end());
    return out;
}

// Runs `body` on the calendar, behind the wall, and sets `*out` to what it gives.
template <class Value, class Body>
std::int32_t answer(Value* out, const char* name, const sangkien_calendar* calendar, sangkien_error** error,
                    Body&& body) noexcept
{
    return guarded(error, [&] {
        require(out, name);
        require(calendar, "calendar");
        *out = static_cast<Value>(body(calendar->calendar));
    });
}

}  // namespace

std::int32_t sangkien_calendar_civil_service(sangkien_calendar** calendar, const sangkien_calendar_options* options,
                                             sangkien_error** error)
{
    return make_handle(calendar, "calendar", error, [&] {
        const Rules rules = load_rules({"vn-civil-service", "civil-code-2015"});
        return calendar_of(&rules.rulesets().back(), options);
    });
}

std::int32_t sangkien_calendar_of_rules(sangkien_calendar** calendar, const sangkien_rules* rules, std::int32_t day,
                                        const sangkien_calendar_options* options, sangkien_error** error)
{
    return make_handle(calendar, "calendar", error, [&] {
        require(rules, "rules");
        return calendar_of(rules->rules.on(day_argument(day)), options);
    });
}

void sangkien_calendar_free(sangkien_calendar* calendar) { delete calendar; }

std::int32_t sangkien_calendar_year_status(std::int32_t* status, const sangkien_calendar* calendar, std::int32_t year,
                                           sangkien_error** error)
{
    return answer(status, "status", calendar, error, [&](const Calendar& from) { return from.status(year); });
}

std::int32_t sangkien_calendar_provisional(std::int32_t* provisional, const sangkien_calendar* calendar, std::int32_t a,
                                           std::int32_t b, sangkien_error** error)
{
    return answer(provisional, "provisional", calendar, error,
                  [&](const Calendar& from) { return from.provisional(day_argument(a), day_argument(b)); });
}

std::int32_t sangkien_calendar_is_working(std::int32_t* working, const sangkien_calendar* calendar, std::int32_t day,
                                          sangkien_error** error)
{
    return answer(working, "working", calendar, error,
                  [&](const Calendar& from) { return from.is_working(day_argument(day)); });
}

std::int32_t sangkien_calendar_kind(std::int32_t* kind, const sangkien_calendar* calendar, std::int32_t day,
                                    sangkien_error** error)
{
    return answer(kind, "kind", calendar, error, [&](const Calendar& from) { return from.kind(day_argument(day)); });
}

const char* sangkien_day_kind_word(std::int32_t kind)
{
    const bool known = SANGKIEN_DAY_WORKING <= kind && kind <= SANGKIEN_DAY_LOCAL_WORK;
    return known ? word(static_cast<DayKind>(kind)) : nullptr;
}

std::int32_t sangkien_calendar_add_working_days(std::int32_t* out, const sangkien_calendar* calendar, std::int32_t day,
                                                std::int64_t n, std::int32_t roll, sangkien_error** error)
{
    return answer(out, "out", calendar, error, [&](const Calendar& from) {
        return from.add_working_days(day_argument(day), n, roll_argument(roll)).count;
    });
}

std::int32_t sangkien_calendar_count_working_days(std::int64_t* count, const sangkien_calendar* calendar,
                                                  std::int32_t a, std::int32_t b, sangkien_error** error)
{
    return answer(count, "count", calendar, error,
                  [&](const Calendar& from) { return from.count_working_days(day_argument(a), day_argument(b)); });
}

std::int32_t sangkien_calendar_period_end(std::int32_t* last_day, std::int64_t* ends, sangkien_text** deadline,
                                          const sangkien_calendar* calendar, std::int32_t event, const char* length,
                                          std::size_t length_size, sangkien_error** error)
{
    if (deadline != nullptr) *deadline = nullptr;
    return guarded(error, [&] {
        require(last_day, "last_day");
        require(calendar, "calendar");
        require(length, "length");
        const Deadline end = deadline_of(*calendar, day_argument(event), parse_length({length, length_size}));
        if (deadline != nullptr) {
            JsonWriter out;
            sangkien::detail::put_deadline(out, end);
            *deadline = new sangkien_text{out.take()};
        }
        *last_day = end.determined ? end.last_day.count : SANGKIEN_NO_DAY;
        if (ends != nullptr) *ends = end.determined ? end.ends.seconds : SANGKIEN_NO_INSTANT;
    });
}
