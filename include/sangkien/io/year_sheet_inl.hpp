// A year laid out in months and weeks, with the words that the page and the drawing share.
#pragma once

#include <array>

#include "../core/digits.hpp"
#include "calendar_parts_inl.hpp"

namespace sangkien::detail {

namespace labels {

constexpr Label provisional_head{"DỰ KIẾN, chưa có quyết định", "PROVISIONAL, not decided"};
constexpr Label decided_head{"Đã quyết định", "Decided"};
constexpr Label with_day{"với", "with"};
constexpr Label for_day{"cho", "for"};
constexpr Label no_special_days{"Không có ngày đặc biệt nào.", "No special days."};

}  // namespace labels

inline Words year_title(int year)
{
    return {"LỊCH LÀM VIỆC NĂM " + whole_text(year), "WORKING CALENDAR " + whole_text(year)};
}

inline Words month_name(int month)
{
    static constexpr const char* en[] = {"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};
    return {"Tháng " + whole_text(month), en[month - 1]};
}

// Two letters; 0 is Monday.
inline Words weekday_head(int day)
{
    static constexpr const char* vi[] = {"T2", "T3", "T4", "T5", "T6", "T7", "CN"};
    static constexpr const char* en[] = {"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};
    return {vi[day], en[day]};
}

// The day of the lunar month; at its first day the month too. Empty: nothing to show.
inline std::string lunar_label(Day) { return {}; }

// A day as it stands in a week row; number 0: no day of this month.
struct DaySheet {
    int number = 0;
    Day day;
    DayKind kind = DayKind::working;
    char sign = ' ';
};
using WeekSheet = std::array<DaySheet, 7>;

struct MonthSheet {
    int month = 1;
    int working = 0;
    std::vector<WeekSheet> weeks;
};

struct Sign {
    char sign;
    DayKind kind;
    Label meaning;
};

struct YearSheet {
    YearSheet(const Calendar& calendar, int which) : year(which)
    {
        require_year(calendar, year);
        provisional = provisional_year(calendar, year);
        why = why_provisional(calendar, year);
        specials = specials_of(calendar, year);
        for (int month = 1; month <= 12; ++month) months[static_cast<std::size_t>(month - 1)] = lay(calendar, month);
        for (const MonthSheet& month : months) working += month.working;
        off = day_of(year, 12, 31) - day_of(year, 1, 1) + 1 - working;
        for (int i = 0; i < 7; ++i) {
            const auto day = static_cast<Weekday>(i);
            if (calendar.week().works(day)) continue;
            const Words name = shown(day);
            weekly_rest = weekly_rest.empty() ? name : weekly_rest + ", " + name;
        }
        week = calendar.week().citation;
    }

    char sign_of(const SpecialDay& special) const noexcept { return sign(special.kind, provisional); }

    // "press.2026-tet †"
    std::string paper_of(const SpecialDay& special) const { return marked(document_of(special), special.citation); }
    Words rest_line() const
    {
        return words_of(labels::weekly_rest) + ": " + weekly_rest + " [" + same_words(marked({}, week)) + "]";
    }

    // What the marks behind the papers of this year mean, each once.
    std::vector<Words> footnotes() const
    {
        std::vector<Words> out;
        for (const Provenance how : {Provenance::secondary, Provenance::illustrative, Provenance::unverified}) {
            const bool used = std::any_of(specials.begin(), specials.end(),
                                          [how](const SpecialDay& day) { return day.citation.provenance == how; });
            if (used || week.provenance == how) out.push_back(same_words(caveat_mark(how)) + " " + caveat(how));
        }
        return out;
    }

    // The signs that this year has, each with what it means.
    std::vector<Sign> signs() const
    {
        static constexpr Sign known[] = {
            {'*', DayKind::statutory, {"nghỉ lễ, tết", "public holiday"}},
            {'+', DayKind::compensatory, {"nghỉ bù", "day off in lieu"}},
            {'~', DayKind::swap_off, {"nghỉ hoán đổi với ngày làm bù", "day off, swapped with a worked day"}},
            {'?', DayKind::statutory, {"nghỉ, dự kiến", "day off, provisional"}},
            {'!', DayKind::swap_work, {"làm việc vào ngày nghỉ hằng tuần", "worked on a weekly day of rest"}}};
        std::vector<Sign> out;
        for (const Sign& candidate : known)
            if (std::any_of(specials.begin(), specials.end(),
                            [&](const SpecialDay& special) { return sign_of(special) == candidate.sign; }))
                out.push_back(candidate);
        return out;
    }

    int year;
    bool provisional = false;
    Words why;
    std::array<MonthSheet, 12> months;
    std::vector<SpecialDay> specials;
    int working = 0;
    int off = 0;
    Words weekly_rest;
    Citation week;  // what says so

private:
    static std::string marked(const std::string& document, const Citation& citation)
    {
        const std::string mark = caveat_mark(citation.provenance);
        return paper_name(document, citation) + (mark.empty() ? "" : " " + mark);
    }

    MonthSheet lay(const Calendar& calendar, int month) const
    {
        MonthSheet out;
        out.month = month;
        const int last = last_day_of_month(year, month);
        for (int number = 1; number <= last; ++number) {
            const Day day = day_of(year, month, number);
            const auto column = static_cast<std::size_t>(weekday(day));
            if (number == 1 || column == 0) out.weeks.emplace_back();
            const DayKind kind = calendar.kind(day);
            out.weeks.back()[column] = {number, day, kind, sign(kind, provisional)};
            out.working += calendar.is_working(day) ? 1 : 0;
        }
        return out;
    }
};

}  // namespace sangkien::detail
