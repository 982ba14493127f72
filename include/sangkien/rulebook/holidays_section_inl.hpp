// `calendar.holidays` and `calendar.make-up`: what a Code gives in any year.
#pragma once

#include <string_view>
#include <utility>

#include "../calendar/holidays.hpp"
#include "../core/digits.hpp"
#include "fields.hpp"
#include "rulebook.hpp"
#include "section_parts_inl.hpp"

namespace sangkien::detail {

// Reads "10/3" as day 10 of month 3. A lunar month has up to 30 days; a solar day must be one of every year.
inline bool read_day_and_month(std::string_view text, bool lunar, int& day, int& month) noexcept
{
    const std::size_t slash = text.find('/');
    if (slash < 1 || slash > 2 || slash + 2 > text.size() || text.size() > slash + 3) return false;
    day = digits(text, 0, slash);
    month = digits(text, slash + 1, text.size() - slash - 1);
    if (lunar) return day >= 1 && day <= 30 && month >= 1 && month <= 12;
    constexpr int common_year = 2025;
    return is_day(common_year, month, day);
}

// `from` and `until`, half-open, of a rule.
template <class Rule>
void read_window(Fields& f, Rule& rule, Problems& problems)
{
    if (f.has("from")) rule.from = f.day("from");
    if (f.has("until")) rule.until = f.day("until");
    if (rule.from && rule.until && *rule.until <= *rule.from)
        problems.add(ErrorId::window_backwards, f.node().get("until").place(),
                     {{"from", to_text(*rule.from)}, {"until", to_text(*rule.until)}});
}

// The clause that `citation` names; null when it names none.
inline const Clause* cited(const Citation& citation, const std::vector<Clause>& clauses) noexcept
{
    for (const Clause& clause : clauses)
        if (clause.id == citation.clause && (clause.rulebook.empty() || clause.rulebook == citation.rulebook))
            return &clause;
    return nullptr;
}

// Number and date of the paper that the citation of `thing` rests on.
template <class Thing>
void tell_paper(Thing& thing, const std::vector<Clause>& clauses)
{
    const Clause* clause = cited(thing.citation, clauses);
    if (clause == nullptr) return;
    thing.document = clause->document;
    thing.issued = clause->issued;
}

inline HolidayRule compile_holiday(Node node, const std::vector<Clause>& clauses, Problems& problems)
{
    HolidayRule out;
    out.citation = node.citation();
    tell_paper(out, clauses);
    Fields f(node, problems);
    out.name = f.name();
    out.lunar = f.has("lunar");
    const char* key = out.lunar ? "lunar" : "solar";
    const std::string day = f.text(key);
    if (!day.empty() && !read_day_and_month(day, out.lunar, out.day, out.month))
        problems.add(ErrorId::bad_yearly_day, node.get(key).place(), {{"text", day}});
    out.days = static_cast<int>(f.whole("days", 1, 14, 1, Need::optional));
    out.starts = static_cast<int>(f.whole("starts", -14, 14, 0, Need::optional));
    const Need second = out.days == 2 ? Need::required : Need::optional;
    out.second = static_cast<SecondDay>(f.word("second", {"before", "after", "joining"}, 0, second));
    out.made_up = f.boolean("made-up", true);
    read_window(f, out, problems);
    f.allow_annotations();
    f.finish();
    return out;
}

inline MakeUpRule compile_make_up(Node node, const std::vector<Clause>& clauses, Problems& problems)
{
    MakeUpRule out;
    out.citation = node.citation();
    tell_paper(out, clauses);
    Fields f(node, problems);
    f.words();
    f.word("to", {"next-working-day"});
    read_window(f, out, problems);
    f.allow_annotations();
    f.finish();
    return out;
}

inline HolidayRules compile_holidays(Fields& calendar, const std::vector<Clause>& clauses, Problems& problems)
{
    HolidayRules out;
    for (Node node : named_members(calendar.object("holidays", Need::optional)))
        out.holidays.push_back(compile_holiday(node, clauses, problems));
    for (Node node : named_members(calendar.object("make-up", Need::optional)))
        out.make_up.push_back(compile_make_up(node, clauses, problems));
    return out;
}

}  // namespace sangkien::detail
