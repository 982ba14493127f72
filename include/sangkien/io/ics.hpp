// Calendar files (iCalendar, RFC 5545): the milestones of a season and the days off of a year, to be opened in any
// calendar program.
//
//   const Instant stamp = parse_instant("2026-01-05T08:00+07:00");
//   write_ics({"Lịch nghỉ 2026", "Days off 2026"}, holiday_events(calendar, 2026), stamp, Language::vi);
//   write_ics(title, milestone_events(ruleset.milestones, 2026, calendar, {5, 1}), stamp, Language::en);
//
// The same event has the same UID whatever the language, the day of asking and the moment of writing: a program that
// reads a newer file changes its event and does not add a second one. There is no clock: `stamp` is an argument.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "../calendar/working_days.hpp"
#include "../core/instant.hpp"
#include "../core/words.hpp"
#include "../rulebook/schedule_section.hpp"

namespace sangkien {

class Rules;

// Reminder (nhắc việc): shown at a fixed moment, or so many minutes before the event starts.
struct IcsReminder {
    std::optional<Instant> at;
    std::int64_t minutes_before = 0;  // where `at` is not given
    Words text;                       // empty: the summary of the event
};

// Event of a calendar file (sự kiện lịch): whole days, or from one instant to another.
struct IcsEvent {
    std::string uid;
    Words summary;
    Words description;
    bool all_day = true;
    Day first_day, last_day;  // of whole days, both included
    Instant starts, ends;     // otherwise; the same instant twice is a moment
    std::vector<Words> categories;
    bool busy = false;         // TRANSP:OPAQUE
    bool provisional = false;  // STATUS:TENTATIVE, else CONFIRMED
    std::vector<IcsReminder> reminders;
};

// The whole file: lines end in CRLF and are folded at 75 octets, never inside a letter.
std::string write_ics(const Words& title, const std::vector<IcsEvent>& events, Instant stamp, Language language);

// The last days of `year`, in the order of the milestones, each with a reminder at 08:00 (UTC+07:00) as many working
// days before as each of `reminders` says; 0 is the last day itself. A reminder whose way leads through a year that the
// calendar does not tell is left out, and the description says so. Descriptions have the clause and the steps, and the
// words of the clause where `rules` are given. A last day that is rolled needs the calendar: Error SK1401 where the year
// is missing. Error SK1205 for a reminder below 0 or above limits::working_days.
std::vector<IcsEvent> milestone_events(const std::vector<Milestone>& milestones, int year, const Calendar& calendar,
                                       const std::vector<int>& reminders = {}, const Rules* rules = nullptr);

// The days off and the worked days of rest of `year`, in order; consecutive days of one holiday are one event, and a
// swap names its pair. Error SK1401 when the year is missing, SK1403 when there is no calendar.
std::vector<IcsEvent> holiday_events(const Calendar& calendar, int year, const Rules* rules = nullptr);

// A stamp for those events: 00:00 of the day on which the latest paper of the year was issued, since the file says
// nothing newer; 1 January of the year when no paper of it has a date.
Instant holiday_stamp(const Calendar& calendar, int year);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "ics_inl.hpp"
#endif
