#pragma once

#include <utility>

#include "../core/digits.hpp"
#include "../core/error.hpp"
#include "../core/limits.hpp"
#include "deadline.hpp"

namespace sangkien {

SANGKIEN_INLINE bool read_yearly_day(std::string_view text, YearlyDay& out) noexcept
{
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos || slash < 1 || slash > 2) return false;
    const std::size_t rest = text.size() - slash - 1;
    if (rest < 1 || rest > 2) return false;
    const int day = detail::digits(text, 0, slash);
    const int month = detail::digits(text, slash + 1, rest);
    constexpr int common_year = 2025;  // a day that this year has, every year has
    if (!is_day(common_year, month, day)) return false;
    out = {month, day};
    return true;
}

SANGKIEN_INLINE YearlyDay parse_yearly_day(std::string_view text)
{
    YearlyDay out;
    if (!read_yearly_day(text, out)) throw Error(Problem{ErrorId::bad_yearly_day, {}, {{"text", std::string(text)}}});
    return out;
}

SANGKIEN_INLINE std::string to_text(YearlyDay day)
{
    return detail::whole_text(day.day) + "/" + detail::whole_text(day.month);
}

SANGKIEN_INLINE const char* word(Bound bound) noexcept { return bound == Bound::before ? "before" : "by"; }

namespace detail {

inline Name weekday_name(Day day)
{
    static constexpr const char* ids[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    return {ids[static_cast<int>(weekday(day))], shown(weekday(day))};
}

inline Name length_name(Length length) { return {to_text(length), shown(length)}; }

inline void check_range(std::int64_t value, std::int64_t low, std::int64_t high)
{
    if (value >= low && value <= high) return;
    throw Error(Problem{ErrorId::out_of_range, {}, {{"value", value}, {"low", low}, {"high", high}}});
}

inline void check_year(std::int64_t year) { check_range(year, limits::first_year, limits::last_year); }

// Adds a step, resting on those of `choices` that end in `.key`.
inline Finding& add_step(Findings& steps, FindingId id, const Citation& citation, Arguments inputs, Arguments values,
                         const std::vector<std::string>& choices = {}, std::string_view key = {})
{
    Finding step;
    step.id = id;
    step.verdict = Truth::pass;
    step.citations = {citation};
    step.inputs = std::move(inputs);
    step.values = std::move(values);
    for (const std::string& path : choices)
        if (std::string_view(path).substr(path.find_last_of('.') + 1) == key) step.choices.push_back(path);
    steps.push_back(std::move(step));
    return steps.back();
}

// The working day that `day` is moved to, with the steps that say why. `citation` is of the rule that moves.
inline Day rolled(Findings& steps, Day day, Roll where, const Calendar& calendar, const Citation& citation,
                  const std::vector<std::string>& choices, std::string_view key)
{
    if (where == Roll::none || calendar.is_working(day)) return day;
    const Day to = calendar.roll(day, where);
    add_step(steps, FindingId::step_day_off, calendar.citation(day), {},
             {{"day", day}, {"why", Name{word(calendar.kind(day)), calendar.why_off(day)}}});
    add_step(steps, FindingId::step_rolled, citation, {},
             {{"from", day}, {"to", to}, {"weekday", weekday_name(to)}, {"roll", std::string(word(where))}}, choices,
             key);
    return to;
}

inline Deadline& finish(Deadline& deadline, Day last, const Citation& citation, const std::vector<std::string>& choices,
                        std::string_view key)
{
    deadline.last_day = last;
    deadline.ends = end_of_day(last);
    deadline.determined = true;
    add_step(deadline.steps, FindingId::step_ends, citation, {}, {{"last", DayEnd{last}}}, choices, key);
    return deadline;
}

inline Deadline& leave_open(Deadline& deadline, Name what)
{
    Finding silent;
    silent.id = FindingId::rule_silent;
    silent.values = {{"what", std::move(what)}};
    deadline.steps.push_back(std::move(silent));
    return deadline;
}

// Year and month that lie `months` after those of `event`; the day of the month is the event's, be there one
// or not.
inline CivilDate month_after(Day event, std::int64_t months)
{
    CivilDate date = civil(event);
    const std::int64_t month = std::int64_t{date.year} * 12 + date.month - 1 + months;
    check_year(month / 12);
    date.year = static_cast<int>(month / 12);
    date.month = static_cast<int>(month % 12) + 1;
    return date;
}

// The last day of a period in months or years; false when the month has no corresponding day and no rule says
// what then.
inline bool end_of_months(Findings& steps, Day event, Length length, const PeriodRules& rules, const Citation& citation,
                          Day& last)
{
    const bool years = length.unit == LengthUnit::years;
    const CivilDate wanted = month_after(event, std::int64_t{length.number} * (years ? 12 : 1));
    const int month_end = last_day_of_month(wanted.year, wanted.month);
    const Arguments inputs{{"event", event}, {"length", length_name(length)}};
    if (wanted.day <= month_end) {
        // Where the first day counts, the period is full on the eve of the corresponding day.
        last = day_of(wanted.year, wanted.month, wanted.day) - (rules.first_day_counted ? 1 : 0);
        add_step(steps, FindingId::step_corresponding_day, citation, inputs,
                 {{"day", last}, {"weekday", weekday_name(last)}});
        return true;
    }
    if (!rules.clamp_month_end) return false;
    last = day_of(wanted.year, wanted.month, month_end);
    Finding& step = add_step(steps, FindingId::step_month_clamped, rules.month_end_citation, inputs,
                             {{"wanted", std::int64_t{wanted.day}}, {"day", last}, {"weekday", weekday_name(last)}},
                             rules.choices, "month-end");
    step.citations.push_back(citation);
    return true;
}

inline Day end_of_days(Findings& steps, Day event, Length length, const PeriodRules& rules, const Citation& citation)
{
    const int days = length.number * (length.unit == LengthUnit::weeks ? 7 : 1);
    const Day last = event + (days - (rules.first_day_counted ? 1 : 0));
    check_year(civil(last).year);
    add_step(steps, FindingId::step_corresponding_day, citation, {{"event", event}, {"length", length_name(length)}},
             {{"day", last}, {"weekday", weekday_name(last)}});
    return last;
}

inline Day end_of_working_days(Findings& steps, Day event, Length length, const PeriodRules& rules,
                               const Calendar& calendar, const Citation& citation)
{
    const bool event_counts = rules.first_day_counted && calendar.is_working(event);
    const Day last = calendar.add_working_days(event, length.number - (event_counts ? 1 : 0));
    add_step(steps, FindingId::step_working_days_counted, citation, {{"event", event}, {"length", length_name(length)}},
             {{"day", last}, {"weekday", weekday_name(last)}});
    return last;
}

}  // namespace detail

SANGKIEN_INLINE Deadline undetermined_deadline(Name what)
{
    Deadline out;
    return detail::leave_open(out, std::move(what));
}

SANGKIEN_INLINE Deadline yearly_deadline(YearlyDay yearly, int year, Bound bound, Roll roll, const Calendar& calendar,
                                         const Citation& citation, const std::vector<std::string>& choices)
{
    detail::check_year(year);
    if (!is_day(year, yearly.month, yearly.day))
        throw Error(Problem{ErrorId::bad_yearly_day, {}, {{"text", to_text(yearly)}}});
    Deadline out;
    const Day named = day_of(year, yearly.month, yearly.day);
    detail::add_step(out.steps, FindingId::step_named_day, citation,
                     {{"yearly", to_text(yearly)}, {"year", std::int64_t{year}}},
                     {{"day", named}, {"weekday", detail::weekday_name(named)}}, choices, "yearly");
    const Day last = bound == Bound::before ? named - 1 : named;
    detail::add_step(out.steps, bound == Bound::before ? FindingId::step_bound_before : FindingId::step_bound_by,
                     citation, {{"day", named}}, {{"last", last}, {"weekday", detail::weekday_name(last)}}, choices,
                     "bound");
    const Day moved = detail::rolled(out.steps, last, roll, calendar, citation, choices, "roll");
    return detail::finish(out, moved, citation, choices, "ends");
}

SANGKIEN_INLINE Deadline period_end(Day event, Length length, const PeriodRules& rules, const Calendar& calendar,
                                    const Citation& citation)
{
    detail::check_range(length.number, 1, limits::period_length);
    Deadline out;
    if (rules.first_day_counted)
        detail::add_step(out.steps, FindingId::step_first_day_counted, rules.first_day_citation, {{"event", event}}, {},
                         rules.choices, "first-day");
    else
        detail::add_step(out.steps, FindingId::step_first_day_not_counted, rules.first_day_citation, {{"event", event}},
                         {{"from", event + 1}}, rules.choices, "first-day");
    Day last = event;
    if (length.unit == LengthUnit::working_days) {
        last = detail::end_of_working_days(out.steps, event, length, rules, calendar, citation);
    } else if (length.unit == LengthUnit::days || length.unit == LengthUnit::weeks) {
        last = detail::end_of_days(out.steps, event, length, rules, citation);
    } else if (!detail::end_of_months(out.steps, event, length, rules, citation, last)) {
        return detail::leave_open(out, {"periods.month-end",
                                        {"ngày cuối khi tháng cuối không có ngày tương ứng",
                                         "the last day where the month has no corresponding day"}});
    }
    last = detail::rolled(out.steps, last, rules.day_off, calendar, rules.day_off_citation, rules.choices, "day-off");
    if (!rules.ends_at_midnight)
        return detail::leave_open(out, {"periods.ends", {"lúc ngày cuối kết thúc", "when the last day ends"}});
    return detail::finish(out, last, rules.ends_citation, rules.choices, "ends");
}

}  // namespace sangkien
