// The end of a period in hours or working hours.
#pragma once

#include <algorithm>
#include <array>
#include <utility>

#include "../core/limits.hpp"
#include "deadline.hpp"
#include "deadline_steps_inl.hpp"

namespace sangkien::detail {

// A day has no moment from which hours could run.
inline Deadline hours_without_moment(Day event, Length length)
{
    Deadline out;
    Finding missing;
    missing.id = FindingId::moment_missing;
    missing.inputs = {{"event", event}, {"length", length_name(length)}};
    out.steps.push_back(std::move(missing));
    return out;
}

// Session (buổi làm việc): a stretch of working time within a day.
struct Session {
    Instant from;
    Instant until;
};

// The sessions of a day in order; one that is not worked is empty.
inline std::array<Session, 2> sessions_of(Day day, const Calendar& calendar)
{
    const WorkingHours& hours = calendar.hours();
    const DaySessions worked = calendar.sessions(day);
    const auto at = [&](int minutes) { return Instant{start_of_day(day).seconds + std::int64_t{minutes} * 60}; };
    return {Session{at(hours.morning_from), at(worked.morning ? hours.morning_until : hours.morning_from)},
            Session{at(hours.afternoon_from), at(worked.afternoon ? hours.afternoon_until : hours.afternoon_from)}};
}

// The moment at which `seconds` of working time have passed since `start`; `begins` is when the first of them began.
inline Instant after_working_time(Instant start, std::int64_t seconds, const Calendar& calendar, Instant& begins)
{
    bool begun = false;
    for (Day day = civil_day(start);; day = day + 1)
        for (const Session& session : sessions_of(day, calendar)) {
            const Instant from = std::max(session.from, start, [](Instant a, Instant b) { return a < b; });
            if (from >= session.until) continue;
            if (!begun) begins = from;
            begun = true;
            const std::int64_t length = session.until.seconds - from.seconds;
            if (seconds <= length) return Instant{from.seconds + seconds};
            seconds -= length;
        }
}

// The day that an end belongs to: at 24:00 it is the day that ends.
inline Day day_of_end(Instant ends)
{
    const Day day = civil_day(ends);
    return ends == start_of_day(day) ? day - 1 : day;
}

inline Deadline end_of_hours(Instant event, Length length, const PeriodRules& rules, const Calendar& calendar,
                             const Citation& citation, bool suspended)
{
    check_range(length.number, 1, limits::period_length);
    Deadline out;
    if (suspended)
        return leave_open(out,
                          {"periods.suspended",
                           {"thời hạn tính bằng giờ được tạm dừng thế nào", "how a period in hours is suspended"}});
    if (!rules.hours_from_moment)
        return leave_open(
            out, {"periods.hours", {"thời hạn tính bằng giờ bắt đầu từ lúc nào", "when a period in hours begins"}});
    add_step(out.steps, FindingId::step_hours_from, rules.hours_citation, {{"event", event}}, {}, rules.choices,
             "hours");
    const std::int64_t seconds = std::int64_t{length.number} * 3600;
    Instant begins = event;
    Instant ends{event.seconds + seconds};
    if (length.unit == LengthUnit::working_hours) {
        if (!calendar.hours().stated)
            return leave_open(out, {"local-calendar", {"giờ làm việc trong ngày", "the working hours of a day"}});
        ends = after_working_time(event, seconds, calendar, begins);
        if (begins != event)
            add_step(out.steps, FindingId::step_session_start, calendar.hours().citation, {{"event", event}},
                     {{"from", begins}});
    }
    const Day last = day_of_end(ends);
    check_year(civil(last).year);
    Finding& step = add_step(out.steps, FindingId::step_hours_counted, citation,
                             {{"from", begins}, {"length", length_name(length)}}, {{"at", ends}});
    if (length.unit == LengthUnit::working_hours) {
        step.citations.push_back(calendar.hours().citation);
        note_provisional(out, civil_day(event), last, calendar);
    }
    return finish(out, last, ends, rules.hours_citation, rules.choices, "hours");
}

}  // namespace sangkien::detail
