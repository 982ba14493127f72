#pragma once

#include <algorithm>
#include <utility>

#include "../core/limits.hpp"
#include "deadline_compare.hpp"
#include "deadline_steps_inl.hpp"

namespace sangkien {

namespace detail {

// Both deadlines in one list: what is told when the answer rests on both.
inline void add_steps(Findings& steps, const Findings& more) { steps.insert(steps.end(), more.begin(), more.end()); }

// No earlier than this does it end; nothing when that is not known.
inline std::optional<Instant> earliest(const Deadline& deadline)
{
    return deadline.determined ? std::optional(deadline.ends) : deadline.not_before;
}

inline Deadline taken(const Deadline& chosen, const Deadline& other, FindingId id, const Deadline& a, const Deadline& b,
                      const Name& a_name, const Name& b_name)
{
    const auto name = [](const Name& given, const char* vi, const char* en) {
        return given.in(Language::vi).empty() ? Name{"", {vi, en}} : given;
    };
    const auto moment = [](const Deadline& deadline) -> Datum {
        if (deadline.determined) return last_moment(deadline);
        return Name{"undetermined", {"chưa xác định, không sớm hơn mốc kia", "undetermined, but no earlier"}};
    };
    Deadline out = chosen;
    out.provisional = chosen.provisional || other.provisional;
    for (const Finding& step : other.steps)
        if (step.id == FindingId::step_provisional) out.steps.push_back(step);
    Finding& step = add_step(out.steps, id, {},
                             {{"a_name", name(a_name, "mốc thứ nhất", "the first")},
                              {"a", moment(a)},
                              {"b_name", name(b_name, "mốc thứ hai", "the second")},
                              {"b", moment(b)}},
                             {{"last", last_moment(chosen)}});
    step.citations.clear();
    return out;
}

inline Deadline both_open(const Deadline& a, const Deadline& b)
{
    Deadline out;
    out.provisional = a.provisional || b.provisional;
    add_steps(out.steps, a.steps);
    add_steps(out.steps, b.steps);
    return out;
}

}  // namespace detail

SANGKIEN_INLINE Deadline earlier_of(const Deadline& a, const Deadline& b, const Name& a_name, const Name& b_name)
{
    const std::optional<Instant> from_a = detail::earliest(a), from_b = detail::earliest(b);
    if (a.determined && from_b && a.ends <= *from_b)
        return detail::taken(a, b, FindingId::step_earlier, a, b, a_name, b_name);
    if (b.determined && from_a && b.ends <= *from_a)
        return detail::taken(b, a, FindingId::step_earlier, a, b, a_name, b_name);
    Deadline out = detail::both_open(a, b);
    if (from_a && from_b) out.not_before = *from_a < *from_b ? from_a : from_b;
    return out;
}

SANGKIEN_INLINE Deadline later_of(const Deadline& a, const Deadline& b, const Name& a_name, const Name& b_name)
{
    if (a.determined && b.determined)
        return b.ends <= a.ends ? detail::taken(a, b, FindingId::step_later, a, b, a_name, b_name)
                                : detail::taken(b, a, FindingId::step_later, a, b, a_name, b_name);
    const std::optional<Instant> from_a = detail::earliest(a), from_b = detail::earliest(b);
    Deadline out = detail::both_open(a, b);
    out.not_before = !from_a || (from_b && *from_a < *from_b) ? from_b : from_a;
    return out;
}

SANGKIEN_INLINE std::optional<Day> reminder_day(const Deadline& deadline, std::int64_t working_days,
                                                const Calendar& calendar)
{
    detail::check_range(working_days, 0, limits::working_days);
    if (!deadline.determined) return std::nullopt;
    return calendar.add_working_days(deadline.last_day, -working_days, Roll::backward);
}

SANGKIEN_INLINE std::optional<Remaining> remaining(const Deadline& deadline, Instant as_of, const Calendar& calendar)
{
    if (!deadline.determined) return std::nullopt;
    const Day today = civil_day(as_of);
    Remaining out;
    out.over = deadline.ends <= as_of;
    out.seconds = out.over ? as_of.seconds - deadline.ends.seconds : deadline.ends.seconds - as_of.seconds;
    const Day first = out.over ? deadline.last_day : today;
    const Day last = out.over ? today : deadline.last_day;
    out.days = last - first;
    out.working_days = calendar.count_working_days(first + 1, last + 1);
    out.provisional = deadline.provisional || (first < last && calendar.provisional(first + 1, last));
    return out;
}

}  // namespace sangkien
