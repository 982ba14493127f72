// What the calendar file, the year page and its drawing share: words of the kinds of days, signs, papers, stretches of
// days that are one holiday, and the days of a year.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../calendar/working_days.hpp"
#include "../core/error.hpp"
#include "../core/value.hpp"
#include "report_labels_inl.hpp"

namespace sangkien::detail {

inline Words words_of(Label label) { return {label.vi, label.en}; }
inline Words same_words(const std::string& text) { return {text, text}; }
inline Words shown_words(const Datum& value) { return {shown(value, Language::vi), shown(value, Language::en)}; }

inline Words operator+(Words a, const Words& b) { return {a.vi + b.vi, a.en + b.en}; }
inline Words operator+(Words a, const char* b) { return {a.vi + b, a.en + b}; }

// "thứ Hai 31/8/2026", "Monday 31 Aug 2026"
inline Words dated(Day day) { return shown(weekday(day)) + " " + shown_words(day); }

// Days that the law names, and those of the stretch around one of them.
inline bool is_holiday(DayKind kind) noexcept
{
    return kind == DayKind::statutory || kind == DayKind::holiday_block || kind == DayKind::holiday_block_weekend;
}

// The sign of a day, the same on every page: a reader without colours sees the kind too. A space: none. What a paper of
// the place decides is no projection.
inline char sign(DayKind kind, bool provisional) noexcept
{
    if (kind == DayKind::working || kind == DayKind::weekend) return ' ';
    if (is_worked(kind)) return '!';
    if (kind == DayKind::local_off) return '^';
    if (provisional) return '?';
    if (kind == DayKind::compensatory) return '+';
    return kind == DayKind::swap_off ? '~' : '*';
}

// Columns a text takes where every letter is one: rulebooks are composed (NFC), so a letter is a code point.
inline std::size_t columns(std::string_view text) noexcept
{
    std::size_t out = 0;
    for (const char c : text) out += (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
    return out;
}

inline std::string filled(std::string text, std::size_t width)
{
    const std::size_t taken = columns(text);
    if (taken < width) text.append(width - taken, ' ');
    return text;
}

inline std::string flush_right(const std::string& text, std::size_t width)
{
    const std::size_t taken = columns(text);
    return taken < width ? std::string(width - taken, ' ') + text : text;
}

// Lines of at most `width` columns, cut at spaces; a word longer than that keeps a line of its own.
inline std::vector<std::string> wrapped(std::string_view text, std::size_t width)
{
    std::vector<std::string> out(1);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t space = std::min(text.find(' ', at), text.size());
        const std::string_view word = text.substr(at, space - at);
        if (!out.back().empty() && columns(out.back()) + 1 + columns(word) > width) out.emplace_back();
        if (!out.back().empty()) out.back() += ' ';
        out.back() += word;
        at = space + 1;
    }
    return out;
}

inline Words caveat(Provenance provenance)
{
    switch (provenance) {
        case Provenance::secondary: return words_of(labels::secondary);
        case Provenance::illustrative: return words_of(labels::illustrative);
        case Provenance::unverified: return words_of(labels::unverified);
        default: return {};
    }
}

// "9441/TB-BNV", else the clause: "45/2019.112.1".
inline std::string paper_name(const std::string& document, const Citation& citation)
{
    if (!document.empty()) return document;
    return citation.clause.empty() ? citation.rulebook : citation.clause;
}

// How well a paper is known, where that is no law: a mark that a footnote explains.
inline const char* caveat_mark(Provenance provenance) noexcept
{
    switch (provenance) {
        case Provenance::secondary: return "†";
        case Provenance::illustrative: return "‡";
        case Provenance::unverified: return "§";
        default: return "";
    }
}

// "Quốc khánh (ngày liền kề)" is a day of "Quốc khánh".
inline std::string without_brackets(const std::string& name)
{
    const std::size_t open = name.rfind(" (");
    return open == std::string::npos || open == 0 || name.back() != ')' ? name : name.substr(0, open);
}

// The name that all days of one holiday share.
inline Words holiday_name(const SpecialDay& special)
{
    if (!is_holiday(special.kind)) return special.name;
    return {without_brackets(special.name.vi), without_brackets(special.name.en)};
}

// Stretch (đợt nghỉ): consecutive special days that are one holiday; a day that stands alone is a stretch too.
struct Stretch {
    Words name;
    std::vector<SpecialDay> days;  // at least one

    Day first() const { return days.front().day; }
    Day last() const { return days.back().day; }
    DayKind kind() const { return days.front().kind; }
};

inline bool continues(const Stretch& stretch, const SpecialDay& next)
{
    const SpecialDay& last = stretch.days.back();
    if (next.day != last.day + 1) return false;
    if (is_holiday(last.kind) != is_holiday(next.kind)) return false;
    if (!is_holiday(last.kind) && last.kind != next.kind) return false;
    const Words name = holiday_name(next);
    return name.vi == stretch.name.vi && name.en == stretch.name.en;
}

inline std::vector<Stretch> stretches(const std::vector<SpecialDay>& days)
{
    std::vector<Stretch> out;
    for (const SpecialDay& day : days) {
        if (out.empty() || !continues(out.back(), day)) out.push_back({holiday_name(day), {}});
        out.back().days.push_back(day);
    }
    for (Stretch& stretch : out)
        if (stretch.days.size() == 1) stretch.name = stretch.days.front().name;
    return out;
}

inline void require_year(const Calendar& calendar, int year)
{
    if (calendar.empty()) throw Error(Problem{ErrorId::no_calendar, {}, {}});
    if (calendar.status(year) == YearStatus::missing) throw_not_decided(year);
}

namespace labels {

constexpr Label working_days{"ngày làm việc", "working days"};
constexpr Label days_off{"ngày nghỉ", "days off"};
constexpr Label swapped_with{"Hoán đổi với", "Swapped with"};
constexpr Label made_up_for{"Nghỉ bù cho", "In lieu of"};
constexpr Label weekly_rest{"Nghỉ hằng tuần", "Weekly rest"};

}  // namespace labels
}  // namespace sangkien::detail
