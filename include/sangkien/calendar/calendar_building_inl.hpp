// How a Calendar comes about: from its years, projected, as known on a day, under a layer. Included by
// working_days_inl.hpp.
#pragma once

#include <algorithm>
#include <utility>

#include "../core/error.hpp"
#include "../core/limits.hpp"
#include "working_days.hpp"

namespace sangkien {

SANGKIEN_INLINE Calendar::Calendar(WorkingWeek week, std::vector<CalendarYear> years, HolidayRules rules)
    : week_(std::move(week)), first_week_(week_), rules_(std::move(rules))
{
    for (const CalendarYear& year : years) {
        const Year* known = year_of(year.year);
        if (known == nullptr) {
            const Year added{year.year, year.decided ? YearStatus::decided : YearStatus::missing, year.decided_on};
            years_.insert(std::upper_bound(years_.begin(), years_.end(), added,
                                           [](const Year& a, const Year& b) { return a.year < b.year; }),
                          added);
        }
        for (const SpecialDay& special : year.days) put(special, 0);
    }
    build();
}

SANGKIEN_INLINE void Calendar::put(const SpecialDay& special, std::uint8_t layer)
{
    const auto same = [&](const Source& s) {
        return s.name.vi == special.name.vi && s.name.en == special.name.en && s.citation == special.citation &&
               s.document == special.document && s.issued == special.issued;
    };
    auto source = std::find_if(sources_.begin(), sources_.end(), same);
    if (source == sources_.end()) {
        if (sources_.size() > UINT16_MAX)
            throw Error(Problem{ErrorId::limit_exceeded,
                                {},
                                {{"what", Words{"số ngày có tên của một lịch", "the named days of one calendar"}},
                                 {"limit", std::int64_t{UINT16_MAX}}}});
        source = sources_.insert(source, {special.name, special.citation, special.document, special.issued});
    }
    marks_.push_back({special.day, special.pair.value_or(special.day),
                      static_cast<std::uint16_t>(source - sources_.begin()), layer, special.kind});
}

// Orders the marks and makes a table for each stretch of years that are answered for.
SANGKIEN_INLINE void Calendar::build()
{
    std::stable_sort(marks_.begin(), marks_.end(),
                     [](const Mark& a, const Mark& b) { return a.day != b.day ? a.day < b.day : a.layer < b.layer; });
    marks_.erase(std::unique(marks_.begin(), marks_.end(),
                             [](const Mark& a, const Mark& b) { return a.day == b.day && a.layer == b.layer; }),
                 marks_.end());
    tables_.clear();
    std::vector<bool> worked;
    for (std::size_t i = 0; i < years_.size(); ++i) {
        if (years_[i].status == YearStatus::missing) continue;
        const Day first = day_of(years_[i].year, 1, 1);
        while (i + 1 < years_.size() && years_[i + 1].status != YearStatus::missing &&
               years_[i + 1].year == years_[i].year + 1)
            ++i;
        const Day end = day_of(years_[i].year, 12, 31) + 1;
        worked.clear();
        for (Day day = first; day < end; day = day + 1) worked.push_back(week_.works(weekday(day)));
        for (const Mark& mark : marks_)  // of the same day the last wins
            if (first <= mark.day && mark.day < end)
                worked[static_cast<std::size_t>(mark.day - first)] = is_worked(mark.kind);
        tables_.emplace_back(first, worked);
    }
    // Made once, asked often: what growing left over is given back.
    years_.shrink_to_fit();
    marks_.shrink_to_fit();
    sources_.shrink_to_fit();
    tables_.shrink_to_fit();
}

SANGKIEN_INLINE Calendar Calendar::with_provisional(int first_year, int last_year) const
{
    if (empty()) throw Error(Problem{ErrorId::no_calendar, {}, {}});
    const HolidayRules rules = known_ ? known_rules(rules_, *known_) : rules_;
    const int first = std::max(first_year, rules.first_year()), last = std::min(last_year, rules.last_year());
    if (rules.empty() || first_year > last_year || first > last)
        throw Error(Problem{ErrorId::out_of_range,
                            {},
                            {{"value", std::to_string(first_year) + "-" + std::to_string(last_year)},
                             {"low", std::int64_t{rules.first_year()}},
                             {"high", std::int64_t{rules.last_year()}}}});
    Calendar out = *this;
    for (int year = first; year <= last; ++year) {
        if (const Year* known = out.year_of(year)) {
            if (known->status != YearStatus::missing) continue;
            out.years_.erase(out.years_.begin() + (known - out.years_.data()));
        }
        const Year added{year, YearStatus::provisional, std::nullopt};
        out.years_.insert(std::upper_bound(out.years_.begin(), out.years_.end(), added,
                                           [](const Year& a, const Year& b) { return a.year < b.year; }),
                          added);
        for (const SpecialDay& special : project_year(year, rules, first_week_)) out.put(special, 0);
    }
    out.build();
    return out;
}

SANGKIEN_INLINE Calendar Calendar::known_on(Day day) const
{
    Calendar out = *this;
    out.known_ = known_ && *known_ < day ? *known_ : day;
    out.years_.clear();
    const auto known_later = [&](const std::optional<Day>& since) { return since && *since > *out.known_; };
    for (Year year : years_) {
        if (year.status == YearStatus::provisional) continue;
        if (known_later(year.decided_on)) year.status = YearStatus::missing;
        out.years_.push_back(year);
    }
    out.marks_.clear();
    for (const Mark& mark : marks_) {
        const Year* year = year_of(civil(mark.day).year);
        if (year != nullptr && year->status == YearStatus::provisional && mark.layer == 0) continue;
        const std::optional<Day>& issued = sources_[mark.source].issued;
        // A day without a date of its own became known with the layout of its year; that of a layer always was.
        const bool of_year = !issued && year != nullptr && mark.layer == 0;
        if (!known_later(of_year ? year->decided_on : issued)) out.marks_.push_back(mark);
    }
    out.build();
    const HolidayRules rules = known_rules(rules_, *out.known_);
    for (const Year& year : years_)
        if (year.status == YearStatus::provisional && rules.first_year() <= year.year && year.year <= rules.last_year())
            out = out.with_provisional(year.year, year.year);
    return out;
}

SANGKIEN_INLINE Calendar Calendar::with_layer(const CalendarLayer& layer) const
{
    if (empty()) throw Error(Problem{ErrorId::no_calendar, {}, {}});
    if (layers_.size() >= limits::calendar_layers)
        throw Error(Problem{ErrorId::limit_exceeded,
                            {},
                            {{"what", Words{"số lớp của một lịch", "the layers of one calendar"}},
                             {"limit", static_cast<std::int64_t>(limits::calendar_layers)}}});
    Calendar out = *this;
    out.layers_.push_back(layer.name);
    if (layer.week) out.week_ = *layer.week;
    if (layer.hours.stated) out.hours_ = layer.hours;
    for (const SpecialDay& special : layer.days) out.put(special, static_cast<std::uint8_t>(out.layers_.size()));
    out.build();
    return out;
}

SANGKIEN_INLINE std::size_t Calendar::bytes() const noexcept
{
    std::size_t out = sizeof(Calendar) + years_.capacity() * sizeof(Year) + marks_.capacity() * sizeof(Mark) +
                      sources_.capacity() * sizeof(Source);
    for (const Source& source : sources_)
        out += source.name.vi.capacity() + source.name.en.capacity() + source.citation.rulebook.capacity() +
               source.citation.clause.capacity() + source.document.capacity();
    for (const DayTable& table : tables_) out += sizeof(DayTable) + table.bytes();
    for (const HolidayRule& rule : rules_.holidays)
        out += sizeof(HolidayRule) + rule.name.words.vi.capacity() + rule.name.words.en.capacity() +
               rule.citation.clause.capacity() + rule.document.capacity();
    return out + rules_.make_up.capacity() * sizeof(MakeUpRule);
}

}  // namespace sangkien
