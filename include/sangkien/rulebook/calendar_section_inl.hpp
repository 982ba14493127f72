#pragma once

#include <algorithm>
#include <utility>

#include "../core/digits.hpp"
#include "../core/limits.hpp"
#include "calendar_section.hpp"
#include "fields.hpp"
#include "holidays_section_inl.hpp"
#include "section_parts_inl.hpp"

namespace sangkien {

namespace detail {

inline constexpr std::initializer_list<const char*> weekday_ids = {
    "mon",         "tue",         "wed",         "thu",         "fri",         "sat",         "sun",
    "mon-morning", "tue-morning", "wed-morning", "thu-morning", "fri-morning", "sat-morning", "sun-morning"};
inline constexpr std::initializer_list<const char*> special_kinds = {
    "statutory", "holiday-block", "holiday-block-weekend", "compensatory", "swap-off", "swap-work"};

inline WorkingWeek compile_week(Node node, Problems& problems)
{
    WorkingWeek week;
    week.citation = node.citation();
    Fields f(node, problems);
    const Node working = f.list("working");
    for (Node item : children(working)) {
        std::size_t word = 0;
        if (!read_word(item, weekday_ids, problems, word)) continue;
        const auto day = static_cast<Weekday>(word % 7);
        if (week.works(day) || week.morning_only(day))
            problems.add(ErrorId::duplicate_id, item.place(),
                         {{"id", std::string(item.text())}, {"line", std::int64_t{working.mark().line}}});
        word < 7 ? week.add(day) : week.add_morning(day);
    }
    // Whether a morning makes a working day is for the paper to say.
    const Need half_days = week.mornings != 0 ? Need::required : Need::optional;
    if (f.word("half-days", {"working", "off"}, 1, half_days) == 0)
        week.days = static_cast<std::uint8_t>(week.days | week.mornings);
    if (working && !working.first())
        problems.add(ErrorId::out_of_range, working.place(),
                     {{"value", std::int64_t{0}}, {"low", std::int64_t{1}}, {"high", std::int64_t{7}}});
    f.allow_annotations();
    f.finish();
    return week;
}

// A special day and where it stands, for the checks that need all of them.
struct ReadDay {
    SpecialDay special;
    Node node;
};

inline void compile_day(Node node, int year, const std::vector<Clause>& clauses, Problems& problems,
                        std::vector<ReadDay>& out)
{
    const std::size_t before = problems.size();
    SpecialDay special;
    Fields f(node, problems);
    special.day = f.day("day");
    special.kind = static_cast<DayKind>(f.word("kind", special_kinds) + static_cast<std::size_t>(DayKind::statutory));
    special.name = f.words(Need::required);
    const bool swap = special.kind == DayKind::swap_off || special.kind == DayKind::swap_work;
    if (f.any("pair", swap && problems.size() == before ? Need::required : Need::optional))
        special.pair = f.day("pair");
    special.citation = node.citation();
    tell_paper(special, clauses);
    f.allow_annotations();
    f.finish();
    if (problems.size() != before) return;
    if (civil(special.day).year != year)
        problems.add(ErrorId::out_of_range, node.get("day").place(),
                     {{"value", to_text(special.day)},
                      {"low", to_text(day_of(year, 1, 1))},
                      {"high", to_text(day_of(year, 12, 31))}});
    else
        out.push_back({std::move(special), node});
}

inline bool read_year(Node node, Problems& problems, int& year)
{
    year = node.key().size() == 4 ? digits(node.key(), 0, 4) : -1;
    if (year >= limits::first_year && year <= limits::last_year) return true;
    problems.add(ErrorId::out_of_range, node.place_of_key(),
                 {{"value", std::string(node.key())}, {"low", "0001"}, {"high", "9999"}});
    return false;
}

// Statutory days fall where they fall; the other kinds are of worked weekdays, or of free ones.
inline bool kind_fits(DayKind kind, bool worked) noexcept
{
    if (kind == DayKind::statutory) return true;
    const bool on_free_days = kind == DayKind::holiday_block_weekend || kind == DayKind::swap_work;
    return on_free_days != worked;
}

inline void check_kind(const ReadDay& day, const WorkingWeek& week, Problems& problems)
{
    const bool worked = week.works(weekday(day.special.day));
    if (kind_fits(day.special.kind, worked)) return;
    std::string known;
    for (const DayKind kind : {DayKind::statutory, DayKind::holiday_block, DayKind::holiday_block_weekend,
                               DayKind::compensatory, DayKind::swap_off, DayKind::swap_work})
        if (kind_fits(kind, worked)) known += (known.empty() ? "" : ", ") + std::string(word(kind));
    problems.add(ErrorId::kind_against_week, day.node.get("kind").place(),
                 {{"day", to_text(day.special.day)},
                  {"weekday", shown(weekday(day.special.day))},
                  {"kind", word(day.special.kind)},
                  {"known", known}});
}

// `days` in order of date.
inline void check_pair(const ReadDay& day, const std::vector<ReadDay>& days, Problems& problems)
{
    const bool off = day.special.kind == DayKind::swap_off;
    if (!off && day.special.kind != DayKind::swap_work) return;
    const DayKind expected = off ? DayKind::swap_work : DayKind::swap_off;
    const Day pair = *day.special.pair;
    const auto other = std::lower_bound(days.begin(), days.end(), pair,
                                        [](const ReadDay& d, Day wanted) { return d.special.day < wanted; });
    if (other != days.end() && other->special.day == pair && other->special.kind == expected &&
        other->special.pair == day.special.day)
        return;
    problems.add(ErrorId::swap_not_paired, day.node.get("pair").place(),
                 {{"day", to_text(day.special.day)},
                  {"kind", word(day.special.kind)},
                  {"pair", to_text(pair)},
                  {"expected", word(expected)}});
}

inline void check_days(std::vector<ReadDay> days, const WorkingWeek& week, Problems& problems)
{
    std::stable_sort(days.begin(), days.end(),
                     [](const ReadDay& a, const ReadDay& b) { return a.special.day < b.special.day; });
    for (std::size_t i = 0; i < days.size(); ++i) {
        if (i > 0 && days[i].special.day == days[i - 1].special.day)
            problems.add(ErrorId::duplicate_id, days[i].node.get("day").place(),
                         {{"id", to_text(days[i].special.day)}, {"line", std::int64_t{days[i - 1].node.mark().line}}});
        if (week.days != 0) check_kind(days[i], week, problems);
        check_pair(days[i], days, problems);
    }
}

inline CalendarYear compile_year(Node node, int number, const std::vector<Clause>& clauses, Problems& problems,
                                 std::vector<ReadDay>& all)
{
    CalendarYear year;
    year.year = number;
    Fields f(node, problems);
    year.decided = f.word("status", {"decided", "partial"}, 1) == 0;
    if (f.has("decided-on")) year.decided_on = f.day("decided-on");
    const std::size_t before = all.size();
    for (Node day : children(f.list("days"))) compile_day(day, number, clauses, problems, all);
    for (std::size_t i = before; i < all.size(); ++i) year.days.push_back(all[i].special);
    f.allow_annotations();
    f.finish();
    return year;
}

}  // namespace detail

SANGKIEN_INLINE Calendar compile_calendar(Node section, const std::vector<Clause>& clauses, Problems& problems)
{
    if (!section) return {};
    Fields f(section, problems);
    WorkingWeek week;
    if (const Node node = f.object("week")) week = detail::compile_week(node, problems);
    std::vector<CalendarYear> years;
    std::vector<detail::ReadDay> days;
    for (Node node : detail::named_members(f.object("years"))) {
        int number = 0;
        if (!detail::read_year(node, problems, number)) continue;
        years.push_back(detail::compile_year(node, number, clauses, problems, days));
    }
    detail::check_days(std::move(days), week, problems);
    HolidayRules holidays = detail::compile_holidays(f, clauses, problems);
    f.allow_annotations();
    f.finish();
    return Calendar(std::move(week), std::move(years), std::move(holidays));
}

}  // namespace sangkien
