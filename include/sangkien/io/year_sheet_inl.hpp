// A year laid out in months and weeks, with the words that the page and the drawing share.
#pragma once

#include <array>

#include "../calendar/lunar.hpp"
#include "../core/digits.hpp"
#include "calendar_parts_inl.hpp"

namespace sangkien::detail {

namespace labels {

constexpr Label provisional_head{"DỰ KIẾN", "PROVISIONAL"};
constexpr Label decided_head{"Đã quyết định", "Decided"};
constexpr Label year_of{"Năm", "Year"};
constexpr Label holds_for{"Áp dụng cho", "Holds for"};
constexpr Label known_on{"Như đã biết đến ngày", "As known on"};
constexpr Label mornings{"Làm việc buổi sáng", "Worked in the morning"};
constexpr Label hours{"Giờ làm việc", "Working hours"};
constexpr Label lunar_key{"Số nhỏ: ngày âm lịch", "Small figures: lunar day"};
constexpr Label leap_key{"N: tháng nhuận", "N: leap month"};
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

// The day of the lunar month; at its first day the month too: "1/6", "1/6N" for a leap month (nhuận), "1/6?" where the
// date is uncertain. Empty outside the years of the lunar calendar.
inline std::string lunar_label(Day day)
{
    if (!has_lunar_date(day)) return {};
    const LunarDate date = to_lunar(day);
    std::string out = whole_text(date.day);
    if (date.day == 1) out += "/" + whole_text(date.month) + (date.leap ? "N" : "") + (date.uncertain() ? "?" : "");
    return out;
}

// What the small figures of a year are; nothing where it has none.
inline std::vector<Words> lunar_key(int year)
{
    const Day first = day_of(year, 1, 1), last = day_of(year, 12, 31);
    std::vector<Words> out;
    bool leap = false;
    LunarCertainty certainty = LunarCertainty::certain;
    for (Day day = first; day <= last && has_lunar_date(day); day = day + 1) {
        const LunarDate date = to_lunar(day);
        if (out.empty()) out.push_back(words_of(labels::lunar_key));
        leap = leap || (date.leap && date.day == 1);
        if (date.day == 1 && date.uncertain()) certainty = date.certainty;
    }
    if (leap) out.push_back(words_of(labels::leap_key));
    if (certainty != LunarCertainty::certain) out.push_back(same_words("?: ") + why_uncertain(certainty));
    return out;
}

// "07:30-11:30"
inline std::string hours_text(int from, int until)
{
    std::string out;
    for (const int minutes : {from, until}) {
        if (!out.empty()) out += '-';
        put_digits(out, minutes / 60, 2);
        out += ':';
        put_digits(out, minutes % 60, 2);
    }
    return out;
}

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
        provisional = calendar.status(year) == YearStatus::provisional;
        why = calendar.why_provisional(year);
        specials = calendar.special_days(year);
        for (int month = 1; month <= 12; ++month) months[static_cast<std::size_t>(month - 1)] = lay(calendar, month);
        for (const MonthSheet& month : months) working += month.working;
        off = day_of(year, 12, 31) - day_of(year, 1, 1) + 1 - working;
        week(calendar);
        head(calendar);
    }

    char sign_of(const SpecialDay& special) const noexcept { return sign(special.kind, provisional); }

    // "9441/TB-BNV †"
    static std::string paper_of(const SpecialDay& special) { return marked(special.document, special.citation); }

    // What the marks behind the papers of this year mean, each once.
    std::vector<Words> footnotes() const
    {
        std::vector<Words> out;
        for (const Provenance how : {Provenance::secondary, Provenance::illustrative, Provenance::unverified}) {
            const bool used = std::any_of(specials.begin(), specials.end(),
                                          [how](const SpecialDay& day) { return day.citation.provenance == how; });
            if (used || week_provenance == how) out.push_back(same_words(caveat_mark(how)) + " " + caveat(how));
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
            {'^', DayKind::local_off, {"nghỉ riêng của nơi này", "off, locally"}},
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
    std::vector<Words> heads;   // year, layers, as of when
    std::vector<Words> weekly;  // the week and the hours, each with its clause
    std::string week_rulebook;
    Provenance week_provenance = Provenance::law;

private:
    static std::string marked(const std::string& document, const Citation& citation)
    {
        const std::string mark = caveat_mark(citation.provenance);
        return paper_name(document, citation) + (mark.empty() ? "" : " " + mark);
    }

    void head(const Calendar& calendar)
    {
        if (has_lunar_date(day_of(year, 12, 31)))
            heads.push_back(words_of(labels::year_of) + " " + shown(can_chi_of_year(year)));
        Words layers;
        for (const Name& layer : calendar.layers()) {
            const Words name{layer.in(Language::vi), layer.in(Language::en)};
            layers = layers.empty() ? name : layers + ", " + name;
        }
        if (!layers.empty()) heads.push_back(words_of(labels::holds_for) + ": " + layers);
        if (calendar.known()) heads.push_back(words_of(labels::known_on) + " " + shown_words(*calendar.known()));
    }

    void week(const Calendar& calendar)
    {
        const WorkingWeek& works = calendar.week();
        week_rulebook = works.citation.rulebook;
        week_provenance = works.citation.provenance;
        Words rest, mornings;
        for (int i = 0; i < 7; ++i) {
            const auto day = static_cast<Weekday>(i);
            if (works.works(day) && !works.morning_only(day)) continue;
            Words& list = works.morning_only(day) ? mornings : rest;
            list = list.empty() ? shown(day) : list + ", " + shown(day);
        }
        const Words clause = same_words(" [" + marked({}, works.citation) + "]");
        if (!rest.empty()) weekly.push_back(words_of(labels::weekly_rest) + ": " + rest + clause);
        if (!mornings.empty()) weekly.push_back(words_of(labels::mornings) + ": " + mornings + clause);
        const WorkingHours& hours = calendar.hours();
        if (hours.stated)
            weekly.push_back(words_of(labels::hours) + ": " +
                             same_words(hours_text(hours.morning_from, hours.morning_until) + ", " +
                                        hours_text(hours.afternoon_from, hours.afternoon_until) + " [" +
                                        marked({}, hours.citation) + "]"));
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
