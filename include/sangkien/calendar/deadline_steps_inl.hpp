// The steps of a deadline: what every way to its end is told with.
#pragma once

#include <algorithm>
#include <utility>

#include "../core/digits.hpp"
#include "../core/error.hpp"
#include "../core/limits.hpp"
#include "deadline.hpp"

namespace sangkien::detail {

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

// Suspensions in order, apart from each other, none before the event.
inline void check_suspensions(const std::vector<Suspension>& suspensions, Day event)
{
    Problems problems;
    Day low = event;
    for (std::size_t i = 0; i < suspensions.size(); ++i) {
        const Suspension& s = suspensions[i];
        const std::string pointer = "/suspensions/" + whole_text(static_cast<std::int64_t>(i));
        const auto check = [&](const char* key, Day day) {
            if (day < low)
                problems.add(ErrorId::out_of_range, {{}, pointer + key, {}},
                             {{"value", to_text(day)}, {"low", to_text(low)}, {"high", "9999-12-31"}});
            low = std::max(low, day);
        };
        check("/from", s.from);
        if (s.resumed)
            check("/resumed", *s.resumed);
        else if (i + 1 < suspensions.size())
            problems.add(ErrorId::missing_key, {{}, pointer, {}}, {{"key", "resumed"}});
    }
    problems.throw_if_any();
}

// Stretch of days off (các ngày nghỉ liền nhau cùng lý do).
struct DaysOff {
    Day first;
    Day last;
    Name why;
    std::string document;
    std::optional<Day> pair;  // of a swapped day
    std::vector<Citation> citations;
};

inline DaysOff day_off(Day day, const Calendar& calendar)
{
    DaysOff out{day, day, {word(calendar.kind(day)), calendar.why_off(day)}, {}, {}, {calendar.citation(day)}};
    if (const auto special = calendar.special(day)) {
        out.document = special->document;
        if (special->kind == DayKind::swap_off) out.pair = special->pair;
    }
    return out;
}

// "Quốc khánh (ngày liền kề)" and "Quốc khánh" are the same holiday.
inline std::string bare_name(const std::string& text) { return text.substr(0, text.find(" (")); }

inline bool same_reason(const DaysOff& a, const DaysOff& b)
{
    const std::string_view weekend = word(DayKind::weekend);
    if (a.why.id == weekend || b.why.id == weekend) return a.why.id == b.why.id;
    return !a.pair && !b.pair && a.document == b.document && bare_name(a.why.words.vi) == bare_name(b.why.words.vi) &&
           bare_name(a.why.words.en) == bare_name(b.why.words.en);
}

inline void join(DaysOff& stretch, DaysOff&& more)
{
    stretch.first = std::min(stretch.first, more.first);
    stretch.last = std::max(stretch.last, more.last);
    if (stretch.why.id == word(DayKind::weekend))
        stretch.why.words = {"nghỉ hằng tuần", "weekend"};
    else
        stretch.why.words = {bare_name(stretch.why.words.vi), bare_name(stretch.why.words.en)};
    for (Citation& citation : more.citations)
        if (std::find(stretch.citations.begin(), stretch.citations.end(), citation) == stretch.citations.end())
            stretch.citations.push_back(std::move(citation));
}

// The days off from `day` on until the working day `to`, before or after it, those of one reason together.
inline std::vector<DaysOff> days_off(Day day, Day to, const Calendar& calendar)
{
    std::vector<DaysOff> out;
    const int way = to < day ? -1 : 1;
    for (; day != to; day = day + way) {
        DaysOff next = day_off(day, calendar);
        if (!out.empty() && same_reason(out.back(), next))
            join(out.back(), std::move(next));
        else
            out.push_back(std::move(next));
    }
    return out;
}

// The calendar was asked about the days from `a` to `b`, in either order: says which of their years are provisional.
inline void note_provisional(Deadline& out, Day a, Day b, const Calendar& calendar)
{
    if (!calendar.provisional(a, b)) return;
    out.provisional = true;
    for (int year = civil(std::min(a, b)).year; year <= civil(std::max(a, b)).year; ++year) {
        if (calendar.status(year) != YearStatus::provisional) continue;
        const bool said = std::any_of(out.steps.begin(), out.steps.end(), [&](const Finding& step) {
            return step.id == FindingId::step_provisional &&
                   std::get<std::int64_t>(step.inputs.front().value) == std::int64_t{year};
        });
        if (said) continue;
        Finding& step = add_step(out.steps, FindingId::step_provisional, {}, {{"year", std::int64_t{year}}}, {});
        step.citations.clear();
        if (const Words why = calendar.why_provisional(year); !why.empty())
            step.values.push_back({"why", Name{"", why}});
    }
}

// The working day that `day` is moved to, with the steps that say why. `citation` is of the rule that moves.
inline Day rolled(Deadline& out, Day day, Roll where, const Calendar& calendar, const Citation& citation,
                  const std::vector<std::string>& choices, std::string_view key)
{
    if (where == Roll::none) return day;
    const Day to = calendar.roll(day, where);
    if (to != day) {
        for (DaysOff& off : days_off(day, to, calendar)) {
            Arguments values{{"day", off.first}};
            if (off.last != off.first) values.push_back({"until", off.last});
            values.push_back({"why", std::move(off.why)});
            if (off.pair) values.push_back({"pair", *off.pair});
            if (!off.document.empty()) values.push_back({"document", std::move(off.document)});
            add_step(out.steps, FindingId::step_day_off, {}, {}, std::move(values)).citations =
                std::move(off.citations);
        }
        add_step(out.steps, FindingId::step_rolled, citation, {},
                 {{"from", day}, {"to", to}, {"weekday", weekday_name(to)}, {"roll", std::string(word(where))}},
                 choices, key);
    }
    note_provisional(out, day, to, calendar);
    return to;
}

inline Deadline& finish(Deadline& deadline, Day last, Instant ends, const Citation& citation,
                        const std::vector<std::string>& choices, std::string_view key)
{
    deadline.last_day = last;
    deadline.ends = ends;
    deadline.determined = true;
    add_step(deadline.steps, FindingId::step_ends, citation, {}, {{"last", last_moment(deadline)}}, choices, key);
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

}  // namespace sangkien::detail
