// What the tests of calendar files and year pages share: calendars, and readers written apart from the writers.
#pragma once

#include <sangkien/io/ics.hpp>
#include <sangkien/io/year_page.hpp>

#include "texts.hpp"

namespace calendar_files {

using namespace texts;

inline const Rules& rules()
{
    static const Rules loaded = load_rules({"gia-vien-934", "civil-code-2015", "vn-civil-service"});
    return loaded;
}

inline const Calendar& civil_service() { return rules().rulesets().back().calendar; }
inline const std::vector<Milestone>& milestones() { return rules().rulesets().back().milestones; }

// Monday to Friday, 2026 decided without any special day, and one holiday rule: 2027 and later can be projected.
inline Calendar projected()
{
    WorkingWeek week;
    for (int i = 0; i < 5; ++i) week.add(static_cast<Weekday>(i));
    HolidayRules holidays;
    HolidayRule rule;
    rule.name = {"new-year", {"Tết Dương lịch", "New Year"}};
    rule.citation = {"law", "9.9", Provenance::law};
    holidays.holidays.push_back(rule);
    CalendarYear decided;
    decided.year = 2026;
    decided.decided = true;
    return Calendar(week, {decided}, holidays).with_provisional(2027, 2030);
}

// One day off of a name in 2026, on a Monday to Friday week.
inline Calendar with_day(const Words& name)
{
    WorkingWeek week;
    for (int i = 0; i < 5; ++i) week.add(static_cast<Weekday>(i));
    CalendarYear year;
    year.year = 2026;
    year.decided = true;
    SpecialDay special;
    special.day = parse_day("2026-06-02");
    special.name = name;
    special.citation = {"book", "1", Provenance::law};
    year.days.push_back(special);
    return Calendar(week, {year});
}

inline std::vector<std::string> split(const std::string& text, const std::string& end)
{
    std::vector<std::string> out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t next = std::min(text.find(end, at), text.size());
        out.push_back(text.substr(at, next - at));
        at = next + end.size();
    }
    return out;
}

inline std::size_t count(const std::string& text, const std::string& part)
{
    std::size_t out = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++out;
    return out;
}

inline bool starts_with(const std::string& text, const std::string& start)
{
    return text.compare(0, start.size(), start) == 0;
}

// Code points before a byte.
inline std::size_t column_of(const std::string& text, std::size_t byte)
{
    std::size_t out = 0;
    for (std::size_t i = 0; i < byte; ++i) out += (static_cast<unsigned char>(text[i]) & 0xC0u) != 0x80u;
    return out;
}

inline const std::vector<Language>& languages()
{
    static const std::vector<Language> both{Language::vi, Language::en};
    return both;
}

}  // namespace calendar_files
