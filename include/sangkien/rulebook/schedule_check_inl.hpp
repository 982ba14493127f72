#pragma once

#include <algorithm>
#include <utility>

#include "../calendar/deadline_steps_inl.hpp"
#include "../core/error.hpp"
#include "../core/limits.hpp"
#include "schedule_check.hpp"

namespace sangkien {

namespace detail {

// One year of a schedule.
class ScheduleYear {
public:
    ScheduleYear(const std::vector<Milestone>& milestones, const Calendar& calendar, int year, Findings& out)
        : milestones_(milestones), calendar_(calendar), year_(year), out_(out)
    {
    }

    void check()
    {
        for (const Milestone& rule : milestones_) lasts_.push_back(last_of(rule));
        note_years();
        for (std::size_t i = 0; i < milestones_.size(); ++i) {
            check_day_off(i);
            check_roll(i);
            check_preparation(i);
        }
    }

private:
    struct Last {
        Day named;
        Day nominal;  // by the bound
        Day rolled;   // as far as the calendar, or the week alone, tells
    };

    // In a year without an answer only the week speaks.
    bool off(Day day) const
    {
        return calendar_.answers(day) ? !calendar_.is_working(day) : !calendar_.week().works(weekday(day));
    }

    Words why_off(Day day) const { return calendar_.answers(day) ? calendar_.why_off(day) : shown(weekday(day)); }

    Last last_of(const Milestone& rule) const
    {
        Last out;
        out.named = day_of(year_, rule.yearly.month, rule.yearly.day);
        out.nominal = rule.bound == Bound::before ? out.named - 1 : out.named;
        out.rolled = out.nominal;
        if (rule.roll == Roll::none) return out;
        constexpr int longest_rest = 60;  // a calendar without any working day would walk for ever
        for (int i = 0; i < longest_rest; ++i) {
            const Day day = out.nominal + (rule.roll == Roll::forward ? i : -i);
            if (off(day)) continue;
            out.rolled = day;
            break;
        }
        return out;
    }

    Finding& add(FindingId id, Truth verdict, const Citation& citation, const Milestone& rule)
    {
        Finding finding;
        finding.id = id;
        finding.verdict = verdict;
        finding.citations = {citation};
        finding.inputs = {{"year", std::int64_t{year_}}};
        finding.choices = rule.choices;
        out_.push_back(std::move(finding));
        return out_.back();
    }

    // The years that a last day, or its way, lies in; "before 1/1" asks the year before.
    void note_years()
    {
        std::vector<int> years;
        for (const Last& last : lasts_)
            for (const Day day : {last.nominal, last.rolled}) years.push_back(civil(day).year);
        std::sort(years.begin(), years.end());
        years.erase(std::unique(years.begin(), years.end()), years.end());
        for (const int year : years) note_year(year);
    }

    void note_year(int year)
    {
        const YearStatus status = calendar_.status(year);
        if (status == YearStatus::decided) return;
        const bool missing = status == YearStatus::missing;
        Finding finding;
        finding.id = missing ? FindingId::schedule_year_missing : FindingId::step_provisional;
        finding.verdict = missing ? Truth::undetermined : Truth::pass;
        finding.inputs = {{"year", std::int64_t{year}}};
        if (missing) finding.citations = {calendar_.week().citation};
        if (const Words why = calendar_.why_provisional(year); !why.empty()) finding.values = {{"why", Name{"", why}}};
        out_.push_back(std::move(finding));
    }

    void check_day_off(std::size_t i)
    {
        const Milestone& rule = milestones_[i];
        const Day last = lasts_[i].nominal;
        if (!off(last)) return;
        Finding& finding = add(FindingId::schedule_day_off, Truth::fail, rule.citation, rule);
        finding.citations.push_back(calendar_.answers(last) ? calendar_.citation(last) : calendar_.week().citation);
        finding.values = {{"deadline", rule.name}, {"day", last}, {"why", Name{"", why_off(last)}}};
    }

    void check_roll(std::size_t i)
    {
        const Milestone& rule = milestones_[i];
        const Last& last = lasts_[i];
        if (last.rolled == last.nominal) return;
        if (last.rolled > last.nominal) {  // past the last day that the text allows, then
            Finding& finding = add(FindingId::schedule_roll_contradicts, Truth::fail, rule.citation, rule);
            const bool before = rule.bound == Bound::before;
            const Name bound{word(rule.bound),
                             before ? Words{"«trước ngày»", "\"before\""} : Words{"«chậm nhất»", "\"by\""}};
            finding.values = {{"deadline", rule.name},
                              {"from", last.nominal},
                              {"to", last.rolled},
                              {"bound", bound},
                              {"named", last.named}};
            return;
        }
        const std::size_t before = preceding(i);
        if (before == i || last.rolled > lasts_[before].rolled) return;
        Finding& finding = add(FindingId::schedule_roll_passes, Truth::fail, rule.citation, rule);
        finding.values = {{"deadline", rule.name},
                          {"from", last.nominal},
                          {"to", last.rolled},
                          {"other", milestones_[before].name},
                          {"last", lasts_[before].rolled}};
    }

    // The milestone whose last day comes before this one's, and after all others that do; itself when there is none.
    std::size_t preceding(std::size_t i) const
    {
        std::size_t found = i;
        for (std::size_t j = 0; j < lasts_.size(); ++j)
            if (lasts_[j].nominal < lasts_[i].nominal && (found == i || lasts_[found].nominal < lasts_[j].nominal))
                found = j;
        return found;
    }

    void check_preparation(std::size_t i)
    {
        const Milestone& rule = milestones_[i];
        if (!rule.preparation) return;
        const auto after = std::find_if(milestones_.begin(), milestones_.end(),
                                        [&](const Milestone& m) { return m.name.id == rule.preparation->after; });
        if (after == milestones_.end()) return;
        const Day from = lasts_[static_cast<std::size_t>(after - milestones_.begin())].rolled;
        const Day to = lasts_[i].rolled;
        if (!calendar_.answers(from) || !calendar_.answers(to)) return;
        const std::int64_t days = calendar_.count_working_days(from + 1, to + 1);
        if (days >= rule.preparation->working_days) return;
        Finding& finding = add(FindingId::schedule_preparation_short, Truth::fail, rule.preparation->citation, rule);
        finding.values = {{"from", after->name},
                          {"to", rule.name},
                          {"days", std::max<std::int64_t>(days, 0)},
                          {"needed", rule.preparation->working_days}};
    }

    const std::vector<Milestone>& milestones_;
    const Calendar& calendar_;
    int year_;
    Findings& out_;
    std::vector<Last> lasts_;
};

}  // namespace detail

SANGKIEN_INLINE Findings check_schedule(const std::vector<Milestone>& milestones, const Calendar& calendar,
                                        int first_year, int last_year)
{
    // "Before 1/1" looks into the year before, and a roll at either end a few days further.
    detail::check_range(first_year, limits::first_year + 1, limits::last_year - 1);
    detail::check_range(last_year, first_year, limits::last_year - 1);
    if (calendar.empty()) throw Error(Problem{ErrorId::no_calendar, {}, {}});
    Findings out;
    for (int year = first_year; year <= last_year; ++year)
        detail::ScheduleYear(milestones, calendar, year, out).check();
    return out;
}

}  // namespace sangkien
