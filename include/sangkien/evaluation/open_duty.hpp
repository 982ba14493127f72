// A duty as it stands at an instant: what duties() lists, and what a report says of an initiative.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules.hpp"

namespace sangkien {

enum class DutySource : std::uint8_t { season, event, clock };
const char* word(DutySource source) noexcept;

// `open`: to be done, and not late; `undetermined`: there is a time, and nobody can tell it yet.
enum class DutyVerdict : std::uint8_t { open, kept, kept_late, overdue, undetermined };
const char* word(DutyVerdict verdict) noexcept;

// An escalation of a duty, and when it comes; `at` is empty where that cannot be told.
struct DutyEscalation {
    Name to;
    Length after;
    std::optional<Instant> at;
    bool reached = false;  // by as_of, and the duty was not done before
    Words what;
    Citation citation;
};

// A reminder: the day so many working days before the last one; empty where that cannot be told.
struct DutyReminder {
    int working_days = 0;
    std::optional<Day> on;
    bool reached = false;  // the day has come, and the duty was not done before
};

// Duty as it stands (nhiệm vụ đang theo dõi).
struct OpenDuty {
    DutySource source = DutySource::season;
    Name name;
    Name who;
    std::string initiative;        // empty: of the season
    std::vector<Name> units;       // of the initiative
    std::string event;             // that it was born of
    std::optional<Instant> since;  // of that event, or the day on which the clock began
    std::optional<Instant> due;    // the first instant that is too late
    std::optional<Instant> done;
    DutyVerdict verdict = DutyVerdict::open;
    std::optional<std::int64_t>
        days_over;  // working days after the last day, the day of as_of (or of doing it) included
    std::optional<std::int64_t> days_left;  // working days after the day of as_of, the last day included
    std::vector<DutyEscalation> escalations;
    std::vector<DutyReminder> reminders;
    Findings findings;  // how the time came about, and what cannot be told
    Citation citation;
};

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "open_duty_inl.hpp"
#endif
