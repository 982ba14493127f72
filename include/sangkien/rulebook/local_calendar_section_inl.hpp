#pragma once

#include <string_view>
#include <utility>

#include "../core/digits.hpp"
#include "calendar_section_inl.hpp"
#include "fields.hpp"
#include "local_calendar_section.hpp"
#include "section_parts_inl.hpp"

namespace sangkien {

namespace detail {

// Reads "07:30" as minutes of the day, 24:00 included.
inline bool read_minute(std::string_view text, int& out) noexcept
{
    if (text.size() != 5 || text[2] != ':') return false;
    const int hour = digits(text, 0, 2), minute = digits(text, 3, 2);
    if (hour < 0 || minute < 0 || minute > 59 || hour * 60 + minute > 24 * 60) return false;
    out = hour * 60 + minute;
    return true;
}

// "07:30-11:30"
inline void read_session(Fields& f, const char* key, int& from, int& until, Problems& problems)
{
    const std::string text = f.text(key);
    if (text.empty()) return;
    if (text.size() == 11 && text[5] == '-' && read_minute(std::string_view(text).substr(0, 5), from) &&
        read_minute(std::string_view(text).substr(6), until) && from < until)
        return;
    problems.add(ErrorId::bad_session, f.node().get(key).place(), {{"text", text}});
}

inline WorkingHours compile_hours(Node node, Problems& problems)
{
    WorkingHours out;
    out.citation = node.citation();
    const std::size_t before = problems.size();
    Fields f(node, problems);
    read_session(f, "morning", out.morning_from, out.morning_until, problems);
    read_session(f, "afternoon", out.afternoon_from, out.afternoon_until, problems);
    f.allow_annotations();
    f.finish();
    if (problems.size() == before && out.afternoon_from < out.morning_until)
        problems.add(ErrorId::bad_session, node.get("afternoon").place(),
                     {{"text", std::string(node.get("afternoon").text())}});
    out.stated = problems.size() == before;
    return out;
}

inline void compile_local_days(Node list, DayKind kind, const std::vector<Clause>& clauses, Problems& problems,
                               std::vector<ReadDay>& out)
{
    for (Node node : children(list)) {
        const std::size_t before = problems.size();
        SpecialDay special;
        special.kind = kind;
        Fields f(node, problems);
        special.day = f.day("day");
        special.name = f.words(Need::required);
        special.citation = node.citation();
        tell_paper(special, clauses);
        f.allow_annotations();
        f.finish();
        if (problems.size() == before) out.push_back({std::move(special), node});
    }
}

inline CalendarLayer compile_local_calendar(Node node, const std::vector<Clause>& clauses, Problems& problems)
{
    CalendarLayer out;
    Fields f(node, problems);
    out.name = {std::string(node.key()), f.words(Need::required)};
    std::vector<ReadDay> days;
    compile_local_days(f.list("off", Need::optional), DayKind::local_off, clauses, problems, days);
    compile_local_days(f.list("worked", Need::optional), DayKind::local_work, clauses, problems, days);
    check_days(days, {}, problems);
    for (ReadDay& day : days) out.days.push_back(std::move(day.special));
    if (const Node week = f.object("week", Need::optional)) out.week = compile_week(week, problems);
    if (const Node hours = f.object("hours", Need::optional)) out.hours = compile_hours(hours, problems);
    f.allow_annotations();
    f.finish();
    return out;
}

}  // namespace detail

SANGKIEN_INLINE std::vector<CalendarLayer> compile_local_calendars(Node section, const std::vector<Clause>& clauses,
                                                                   Problems& problems)
{
    std::vector<CalendarLayer> out;
    if (!section || !expect(section, Kind::object, problems)) return out;
    for (Node node : detail::named_members(section))
        out.push_back(detail::compile_local_calendar(node, clauses, problems));
    return out;
}

}  // namespace sangkien
