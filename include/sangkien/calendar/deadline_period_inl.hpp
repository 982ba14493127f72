// The end of a period: bodies of period_end in days and in hours, with suspensions.
#pragma once

#include <utility>

#include "../core/error.hpp"
#include "../core/limits.hpp"
#include "deadline.hpp"
#include "deadline_hours_inl.hpp"
#include "deadline_steps_inl.hpp"

namespace sangkien {

namespace detail {

// Year and month that lie `months` after those of `event`; the day of the month is the event's, be there one
// or not.
inline CivilDate month_after(Day event, std::int64_t months)
{
    CivilDate date = civil(event);
    const std::int64_t month = std::int64_t{date.year} * 12 + date.month - 1 + months;
    check_year(month / 12);
    date.year = static_cast<int>(month / 12);
    date.month = static_cast<int>(month % 12) + 1;
    return date;
}

// One period on its way to its end.
class PeriodWalk {
public:
    PeriodWalk(Length length, const PeriodRules& rules, const Calendar& calendar, const Citation& citation,
               const std::vector<Suspension>& suspensions, SuspendedDays policy)
        : length_(length),
          rules_(rules),
          calendar_(calendar),
          citation_(citation),
          suspensions_(suspensions),
          policy_(policy)
    {
        check_range(length.number, 1, limits::period_length);
    }

    Deadline end(Day event)
    {
        check_suspensions(suspensions_, event);
        first_day(event);
        Day last = event;
        if (!nominal_end(event, last) || !count_on(last)) return std::move(out_);
        last = roll(last);
        if (open_) return std::move(out_);
        for (; next_ < suspensions_.size(); ++next_) idle(suspensions_[next_]);
        if (!rules_.ends_at_midnight)
            return leave_open(out_, {"periods.ends", {"lúc ngày cuối kết thúc", "when the last day ends"}});
        return finish(out_, last, end_of_day(last), rules_.ends_citation, rules_.choices, "ends");
    }

private:
    bool in_working_days() const noexcept { return length_.unit == LengthUnit::working_days; }

    void first_day(Day event)
    {
        if (rules_.first_day_counted)
            add_step(out_.steps, FindingId::step_first_day_counted, rules_.first_day_citation, {{"event", event}}, {},
                     rules_.choices, "first-day");
        else
            add_step(out_.steps, FindingId::step_first_day_not_counted, rules_.first_day_citation, {{"event", event}},
                     {{"from", event + 1}}, rules_.choices, "first-day");
    }

    // The last day as it would be without any suspension or day off. False when a rule is missing.
    bool nominal_end(Day event, Day& last)
    {
        switch (length_.unit) {
            case LengthUnit::working_days: last = end_of_working_days(event); return true;
            case LengthUnit::days: last = end_of_days(event, 1); return true;
            case LengthUnit::weeks: last = end_of_days(event, 7); return true;
            case LengthUnit::half_months:
                if (!half_unit(rules_.half_month_is_15_days, {15, LengthUnit::days}, rules_.half_month_citation,
                               "half-month"))
                    return false;
                last = end_of_days(event, 15);
                return true;
            case LengthUnit::half_years:
                return half_unit(rules_.half_year_is_6_months, {6, LengthUnit::months}, rules_.half_year_citation,
                                 "half-year") &&
                       end_of_months(event, 6, last);
            default: return end_of_months(event, length_.unit == LengthUnit::years ? 12 : 1, last);
        }
    }

    // "3 half-months" is 45 days, where the rules say what a half-month is.
    bool half_unit(bool said, Length one, const Citation& citation, const char* key)
    {
        if (!said) {
            const Words unit = shown(Length{1, length_.unit});
            leave_open(out_, {std::string("periods.") + key, {unit.vi + " là bao lâu", "how long " + unit.en + " is"}});
            return false;
        }
        one.number *= length_.number;
        add_step(out_.steps, FindingId::step_half_unit, citation, {{"length", length_name(length_)}},
                 {{"means", length_name(one)}}, rules_.choices, key);
        return true;
    }

    Day end_of_days(Day event, int unit)
    {
        const Day last = event + (length_.number * unit - (rules_.first_day_counted ? 1 : 0));
        check_year(civil(last).year);
        add_step(out_.steps, FindingId::step_corresponding_day, citation_,
                 {{"event", event}, {"length", length_name(length_)}},
                 {{"day", last}, {"weekday", weekday_name(last)}});
        return last;
    }

    // False when the month has no corresponding day and no rule says what then.
    bool end_of_months(Day event, int unit, Day& last)
    {
        const CivilDate wanted = month_after(event, std::int64_t{length_.number} * unit);
        const int month_end = last_day_of_month(wanted.year, wanted.month);
        const Arguments inputs{{"event", event}, {"length", length_name(length_)}};
        if (wanted.day <= month_end) {
            // Where the first day counts, the period is full on the eve of the corresponding day.
            last = day_of(wanted.year, wanted.month, wanted.day) - (rules_.first_day_counted ? 1 : 0);
            add_step(out_.steps, FindingId::step_corresponding_day, citation_, inputs,
                     {{"day", last}, {"weekday", weekday_name(last)}});
            return true;
        }
        if (!rules_.clamp_month_end) {
            leave_open(out_, {"periods.month-end",
                              {"ngày cuối khi tháng cuối không có ngày tương ứng",
                               "the last day where the month has no corresponding day"}});
            return false;
        }
        last = day_of(wanted.year, wanted.month, month_end);
        Finding& step = add_step(out_.steps, FindingId::step_month_clamped, rules_.month_end_citation, inputs,
                                 {{"wanted", std::int64_t{wanted.day}}, {"day", last}, {"weekday", weekday_name(last)}},
                                 rules_.choices, "month-end");
        step.citations.push_back(citation_);
        return true;
    }

    Day end_of_working_days(Day event)
    {
        const bool event_counts = rules_.first_day_counted && calendar_.is_working(event);
        const Day last = calendar_.add_working_days(event, length_.number - (event_counts ? 1 : 0));
        add_step(out_.steps, FindingId::step_working_days_counted, citation_,
                 {{"event", event}, {"length", length_name(length_)}},
                 {{"day", last}, {"weekday", weekday_name(last)}});
        note_provisional(out_, event, last, calendar_);
        return last;
    }

    // Moves the last day on by the days that suspensions before it take out. False when that cannot be told.
    bool count_on(Day& last)
    {
        for (; next_ < suspensions_.size() && suspensions_[next_].from < last; ++next_) {
            const Suspension& s = suspensions_[next_];
            if (s.resumed && !takes_days(s)) {
                idle(s);
                continue;
            }
            if (!may_suspend(s, last)) return false;
            Day moved;
            std::int64_t days = *s.resumed - s.from;
            if (in_working_days()) {
                days = calendar_.count_working_days(s.from + 1, *s.resumed + 1);
                moved = calendar_.add_working_days(*s.resumed, calendar_.count_working_days(s.from + 1, last + 1));
                note_provisional(out_, last, moved, calendar_);
            } else {
                moved = last + static_cast<std::int32_t>(days);
                check_year(civil(moved).year);
            }
            last = moved;
            suspended(s, days, last);
        }
        return true;
    }

    // A last day off is not yet the end: a suspension that begins before the next working day still holds it up.
    Day roll(Day last)
    {
        last = rolled(out_, last, rules_.day_off, calendar_, rules_.day_off_citation, rules_.choices, "day-off");
        for (; next_ < suspensions_.size() && suspensions_[next_].from < last; ++next_) {
            const Suspension& s = suspensions_[next_];
            if (s.resumed && *s.resumed < last) {
                idle(s);
                continue;
            }
            if (!may_suspend(s, last)) return last;
            const std::int64_t days = *s.resumed - s.from;
            last = *s.resumed + 1;
            suspended(s, days, last);
            last = rolled(out_, last, rules_.day_off, calendar_, rules_.day_off_citation, rules_.choices, "day-off");
        }
        return last;
    }

    bool takes_days(const Suspension& s) const
    {
        if (!in_working_days()) return s.from < *s.resumed;
        return calendar_.count_working_days(s.from + 1, *s.resumed + 1) > 0;
    }

    // Whether the suspension is over and its days are known not to count; otherwise the end is left open.
    bool may_suspend(const Suspension& s, Day last)
    {
        const bool said = rules_.suspended_not_counted || policy_ == SuspendedDays::not_counted;
        if (said && s.resumed) return true;
        open_ = true;
        if (rules_.day_off != Roll::backward && rules_.ends_at_midnight) out_.not_before = end_of_day(last);
        if (!said) {
            leave_open(out_, {"periods.suspended",
                              {"những ngày tạm dừng có tính vào thời hạn hay không",
                               "whether suspended days count in the period"}});
            return false;
        }
        Finding still = add_step(out_.steps, FindingId::still_suspended, rules_.suspended_citation, {{"from", s.from}},
                                 {}, rules_.choices, "suspended");
        still.verdict = Truth::undetermined;
        rest_on_policy(still);
        out_.steps.back() = std::move(still);
        return false;
    }

    // A caller's choice is no rule: it is named as what it is, and cites nothing.
    void rest_on_policy(Finding& step)
    {
        if (rules_.suspended_not_counted) return;
        step.citations.clear();
        step.choices = {"periods.suspended"};
        step.values.push_back({"by", Name{"caller", {"theo lựa chọn của bên gọi", "by the caller's own choice"}}});
    }

    void suspended(const Suspension& s, std::int64_t days, Day last)
    {
        const Name what = in_working_days()
                              ? Name{"working-days", {"ngày làm việc", days == 1 ? "working day" : "working days"}}
                              : Name{"days", {"ngày", days == 1 ? "day" : "days"}};
        Finding& step = add_step(out_.steps, FindingId::step_suspended, rules_.suspended_citation,
                                 {{"from", s.from}, {"resumed", *s.resumed}},
                                 {{"days", days}, {"what", what}, {"day", last}, {"weekday", weekday_name(last)}},
                                 rules_.choices, "suspended");
        rest_on_policy(step);
    }

    void idle(const Suspension& s)
    {
        Arguments inputs{{"from", s.from}};
        if (s.resumed) inputs.push_back({"resumed", *s.resumed});
        add_step(out_.steps, FindingId::step_suspension_idle, {}, std::move(inputs), {}).citations.clear();
    }

    Length length_;
    const PeriodRules& rules_;
    const Calendar& calendar_;
    const Citation& citation_;
    const std::vector<Suspension>& suspensions_;
    SuspendedDays policy_;
    std::size_t next_ = 0;  // the first suspension that has not been looked at
    bool open_ = false;
    Deadline out_;
};

}  // namespace detail

SANGKIEN_INLINE Deadline period_end(Day event, Length length, const PeriodRules& rules, const Calendar& calendar,
                                    const Citation& citation, const std::vector<Suspension>& suspensions,
                                    SuspendedDays policy)
{
    detail::PeriodWalk walk(length, rules, calendar, citation, suspensions, policy);
    return length.in_hours() ? detail::hours_without_moment(event, length) : walk.end(event);
}

SANGKIEN_INLINE Deadline period_end(Instant event, Length length, const PeriodRules& rules, const Calendar& calendar,
                                    const Citation& citation, const std::vector<Suspension>& suspensions,
                                    SuspendedDays policy)
{
    if (!length.in_hours()) return period_end(civil_day(event), length, rules, calendar, citation, suspensions, policy);
    detail::check_suspensions(suspensions, civil_day(event));
    return detail::end_of_hours(event, length, rules, calendar, citation, !suspensions.empty());
}

}  // namespace sangkien
