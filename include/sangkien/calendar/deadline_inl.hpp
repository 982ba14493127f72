#pragma once

#include <utility>

#include "../core/digits.hpp"
#include "../core/error.hpp"
#include "../core/limits.hpp"
#include "deadline.hpp"
#include "deadline_period_inl.hpp"
#include "deadline_steps_inl.hpp"

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

SANGKIEN_INLINE bool read_closing_hour(std::string_view text, int& out) noexcept
{
    if (text.size() != 5 || text[2] != ':') return false;
    const int hour = detail::digits(text, 0, 2), minute = detail::digits(text, 3, 2);
    if (hour < 0 || minute < 0 || minute > 59) return false;
    const int minutes = hour * 60 + minute;
    if (minutes < 1 || minutes > 24 * 60) return false;
    out = minutes;
    return true;
}

SANGKIEN_INLINE std::string closing_hour_text(int minutes)
{
    std::string out;
    detail::put_digits(out, minutes / 60, 2);
    out += ':';
    detail::put_digits(out, minutes % 60, 2);
    return out;
}

SANGKIEN_INLINE Datum last_moment(const Deadline& deadline)
{
    if (deadline.ends == end_of_day(deadline.last_day)) return DayEnd{deadline.last_day};
    return deadline.ends;
}

SANGKIEN_INLINE Deadline undetermined_deadline(Name what)
{
    Deadline out;
    return detail::leave_open(out, std::move(what));
}

SANGKIEN_INLINE Deadline yearly_deadline(YearlyDay yearly, int year, Bound bound, Roll roll, const Calendar& calendar,
                                         const Citation& citation, const std::vector<std::string>& choices,
                                         std::optional<int> closes)
{
    detail::check_year(year);
    if (!is_day(year, yearly.month, yearly.day))
        throw Error(Problem{ErrorId::bad_yearly_day, {}, {{"text", to_text(yearly)}}});
    if (closes) detail::check_range(*closes, 1, 24 * 60);
    Deadline out;
    const Day named = day_of(year, yearly.month, yearly.day);
    detail::add_step(out.steps, FindingId::step_named_day, citation,
                     {{"yearly", to_text(yearly)}, {"year", std::int64_t{year}}},
                     {{"day", named}, {"weekday", detail::weekday_name(named)}}, choices, "yearly");
    const Day last = bound == Bound::before ? named - 1 : named;
    detail::add_step(out.steps, bound == Bound::before ? FindingId::step_bound_before : FindingId::step_bound_by,
                     citation, {{"day", named}}, {{"last", last}, {"weekday", detail::weekday_name(last)}}, choices,
                     "bound");
    const Day moved = detail::rolled(out, last, roll, calendar, citation, choices, "roll");
    if (!closes) return detail::finish(out, moved, end_of_day(moved), citation, choices, "ends");
    detail::add_step(out.steps, FindingId::step_closes, citation, {}, {{"closes", closing_hour_text(*closes)}}, choices,
                     "closes");
    const Instant ends{start_of_day(moved).seconds + std::int64_t{*closes} * 60};
    return detail::finish(out, moved, ends, citation, choices, "closes");
}

SANGKIEN_INLINE PointDay named_point(NamedPoint point, int year, int month, const PeriodRules& rules)
{
    const bool of_month = point <= NamedPoint::end_of_month;
    detail::check_year(year);
    if (of_month) detail::check_range(month, 1, 12);
    PointDay out;
    if (!rules.points_named) {
        Deadline open =
            undetermined_deadline({"periods.points",
                                   {"đầu, giữa và cuối tháng, năm là ngày nào",
                                    "which day the beginning, the middle or the end of a month or year is"}});
        out.steps = std::move(open.steps);
        return out;
    }
    switch (point) {
        case NamedPoint::beginning_of_month: out.day = day_of(year, month, 1); break;
        case NamedPoint::middle_of_month: out.day = day_of(year, month, 15); break;
        case NamedPoint::end_of_month: out.day = day_of(year, month, last_day_of_month(year, month)); break;
        case NamedPoint::beginning_of_year: out.day = day_of(year, 1, 1); break;
        case NamedPoint::middle_of_year: out.day = day_of(year, 6, 30); break;
        case NamedPoint::end_of_year: out.day = day_of(year, 12, 31); break;
    }
    out.determined = true;
    Arguments inputs{{"point", Name{word(point), shown(point)}}, {"year", std::int64_t{year}}};
    if (of_month) inputs.push_back({"month", std::int64_t{month}});
    detail::add_step(out.steps, FindingId::step_point, rules.points_citation, std::move(inputs),
                     {{"day", out.day}, {"weekday", detail::weekday_name(out.day)}}, rules.choices, "points");
    return out;
}

}  // namespace sangkien
