// The sections `schedule` and `clocks` of a rulebook, compiled: what is due on a day of every year, and what
// is due some time after an event.
//
//   const auto milestones = compile_schedule(root.get("schedule"), root.get("roles"), problems);
//   const auto clocks = compile_clocks(root.get("clocks"), root.get("roles"), problems);
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "../calendar/deadline.hpp"
#include "../calendar/period.hpp"
#include "tree.hpp"

namespace sangkien {

// Preparation (thời gian chuẩn bị): warn when fewer working days lie between another milestone and this one.
struct Preparation {
    std::string after;
    std::int64_t working_days = 0;
    Citation citation;
};

// Milestone (mốc hằng năm): a day of every year before or by which somebody must act.
struct Milestone {
    Name name;
    YearlyDay yearly;
    Bound bound = Bound::before;
    Roll roll = Roll::none;
    Name who;  // a role; empty when the paper names nobody
    Citation citation;
    std::vector<std::string> choices;  // paths of declared choices, such as "schedule.ward-submission.bound"
    std::optional<Preparation> preparation;
    std::optional<int> closes;  // closing hour of the last day, in minutes after 0:00; that minute is too late
};

// Start of a clock (mốc bắt đầu): the first accepted event of a name, or a day that the file states.
struct ClockStart {
    enum class Kind : std::uint8_t { event, first_applied, application_completed };

    Kind kind = Kind::event;
    std::string event;  // of Kind::event
};

// Clock (thời hạn): a period that runs from one of its starts until an event stops it. While it is suspended it does not
// run; how suspended days count is for the section `periods` to say.
struct Clock {
    Name name;
    Length length;
    std::vector<ClockStart> starts;
    bool take_later = true;          // of several starts: the later one, else the earlier
    std::vector<std::string> stops;  // events
    std::vector<std::string> suspends, resumes;
    Name who;  // a role; empty when the paper names nobody
    Citation citation;
    std::vector<std::string> choices;  // paths of declared choices
};

// The deadline of a milestone in a year.
Deadline deadline_of(const Milestone& milestone, int year, const Calendar& calendar);

// In the order of the file; nothing when there is no such section. A role that `roles` does not have, and a
// milestone that the section does not have, are SK1308.
std::vector<Milestone> compile_schedule(Node section, Node roles, Problems& problems);
std::vector<Clock> compile_clocks(Node section, Node roles, Problems& problems);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "schedule_section_inl.hpp"
#endif
