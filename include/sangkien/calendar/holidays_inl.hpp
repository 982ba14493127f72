#pragma once

#include <algorithm>

#include "holidays.hpp"
#include "lunar.hpp"

namespace sangkien {

namespace detail {

// Years whose lunar days are all known.
inline constexpr int first_projected = 1900, last_projected = 2199;

template <class Rule>
bool holds_on(const Rule& rule, Day day) noexcept
{
    return (!rule.from || *rule.from <= day) && (!rule.until || day < *rule.until);
}

template <class Rule>
std::vector<Rule> known_of(const std::vector<Rule>& rules, Day known)
{
    std::vector<Rule> out;
    std::vector<Day> ends_known, ends_unknown;
    for (const Rule& rule : rules) {
        const bool later = rule.issued && *rule.issued > known;
        if (rule.from) (later ? ends_unknown : ends_known).push_back(*rule.from);
        if (!later) out.push_back(rule);
    }
    const auto among = [](const std::vector<Day>& days, Day day) {
        return std::find(days.begin(), days.end(), day) != days.end();
    };
    for (Rule& rule : out)
        if (rule.until && among(ends_unknown, *rule.until) && !among(ends_known, *rule.until)) rule.until.reset();
    return out;
}

inline const SpecialDay* find_day(const std::vector<SpecialDay>& days, Day day) noexcept
{
    for (const SpecialDay& special : days)
        if (special.day == day) return &special;
    return nullptr;
}

inline bool is_off(const std::vector<SpecialDay>& days, const WorkingWeek& week, Day day) noexcept
{
    return !week.works(weekday(day)) || find_day(days, day) != nullptr;
}

// How many days off lie in one stretch on from `day`, which is not counted itself.
inline int stretch(const std::vector<SpecialDay>& days, const WorkingWeek& week, Day day, int step) noexcept
{
    int length = 0;
    while (length < 14 && is_off(days, week, day + step * (length + 1))) ++length;
    return length;
}

// The neighbour of `named` that is off too.
inline Day second_day(const HolidayRule& rule, Day named, const std::vector<SpecialDay>& days,
                      const WorkingWeek& week) noexcept
{
    if (rule.second != SecondDay::joining) return named + (rule.second == SecondDay::before ? -1 : 1);
    const bool before_free = is_off(days, week, named - 1), after_free = is_off(days, week, named + 1);
    if (before_free != after_free) return named + (before_free ? 1 : -1);
    return named + (stretch(days, week, named + 1, 1) > stretch(days, week, named - 1, -1) ? 1 : -1);
}

inline void add_holiday(std::vector<SpecialDay>& days, const HolidayRule& rule, const WorkingWeek& week, Day day,
                        int year)
{
    if (civil(day).year != year || find_day(days, day) != nullptr) return;
    const DayKind in_block = week.works(weekday(day)) ? DayKind::holiday_block : DayKind::holiday_block_weekend;
    const DayKind kind = rule.days > 2 ? in_block : DayKind::statutory;
    days.push_back({day, kind, rule.name.words, std::nullopt, rule.citation, rule.document, rule.issued});
}

// The first working day after `day` that is free of holidays.
inline Day next_free(const std::vector<SpecialDay>& days, const WorkingWeek& week, Day day) noexcept
{
    do day = day + 1;
    while (is_off(days, week, day));
    return day;
}

// Days in lieu, for the holidays that fall on the weekly rest; taken in order, so that two of them take two days.
inline void make_up(std::vector<SpecialDay>& days, const std::vector<Day>& lost, const HolidayRules& rules,
                    const WorkingWeek& week, int year)
{
    for (const Day day : lost) {
        const auto rule = std::find_if(rules.make_up.begin(), rules.make_up.end(),
                                       [&](const MakeUpRule& r) { return holds_on(r, day); });
        if (rule == rules.make_up.end() || week.days == 0) continue;
        const Day instead = next_free(days, week, day);
        if (civil(instead).year != year) continue;
        const Words of = find_day(days, day)->name;
        days.push_back({instead,
                        DayKind::compensatory,
                        {"Nghỉ bù: " + of.vi, of.en + ", in lieu"},
                        day,
                        rule->citation,
                        rule->document,
                        rule->issued});
    }
}

// The day of the rule in a year; false when the lunar calendar does not reach it.
inline bool named_day(const HolidayRule& rule, int year, Day& out)
{
    if (!rule.lunar) {
        if (!is_day(year, rule.month, rule.day)) return false;
        out = day_of(year, rule.month, rule.day);
        return true;
    }
    if (year < first_projected || year > last_projected) return false;
    out = from_lunar(year, rule.month, rule.day);
    return true;
}

}  // namespace detail

SANGKIEN_INLINE int HolidayRules::first_year() const noexcept
{
    int year = 0;
    for (const HolidayRule& rule : holidays) {
        const CivilDate from = rule.from ? civil(*rule.from) : CivilDate{detail::first_projected, 1, 1};
        // A year is projected whole or not at all.
        const int whole = from.month == 1 && from.day == 1 ? from.year : from.year + 1;
        if (year == 0 || whole < year) year = whole;
    }
    return holidays.empty() ? 0 : std::max(year, detail::first_projected);
}

SANGKIEN_INLINE int HolidayRules::last_year() const noexcept { return holidays.empty() ? -1 : detail::last_projected; }

SANGKIEN_INLINE HolidayRules known_rules(const HolidayRules& rules, Day day)
{
    return {detail::known_of(rules.holidays, day), detail::known_of(rules.make_up, day)};
}

SANGKIEN_INLINE std::vector<SpecialDay> project_year(int year, const HolidayRules& rules, const WorkingWeek& week)
{
    std::vector<SpecialDay> out;
    // Second days are chosen when all other holidays stand, since they join on to them.
    for (const bool two_days : {false, true})
        for (const HolidayRule& rule : rules.holidays) {
            Day named;
            if ((rule.days == 2) != two_days || !detail::named_day(rule, year, named) || !detail::holds_on(rule, named))
                continue;
            if (two_days) {
                detail::add_holiday(out, rule, week, named, year);
                detail::add_holiday(out, rule, week, detail::second_day(rule, named, out, week), year);
            } else {
                for (int i = 0; i < rule.days; ++i)
                    detail::add_holiday(out, rule, week, named + (rule.starts + i), year);
            }
        }
    const auto by_day = [](const SpecialDay& a, const SpecialDay& b) { return a.day < b.day; };
    std::sort(out.begin(), out.end(), by_day);
    std::vector<Day> lost;
    for (const SpecialDay& special : out) {
        const auto rule = std::find_if(rules.holidays.begin(), rules.holidays.end(), [&](const HolidayRule& r) {
            return r.name.words.vi == special.name.vi && r.citation == special.citation;
        });
        if (rule != rules.holidays.end() && rule->made_up && !week.works(weekday(special.day)))
            lost.push_back(special.day);
    }
    detail::make_up(out, lost, rules, week, year);
    std::sort(out.begin(), out.end(), by_day);
    return out;
}

}  // namespace sangkien
