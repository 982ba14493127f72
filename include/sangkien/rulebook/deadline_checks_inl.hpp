#pragma once

#include "deadline_checks.hpp"
#include "schedule_check.hpp"

namespace sangkien {

SANGKIEN_INLINE Day nominal_day(const Milestone& milestone)
{
    const Day day = day_of(2025, milestone.yearly.month, milestone.yearly.day);
    return milestone.bound == Bound::before ? day - 1 : day;
}

namespace detail {

inline std::optional<ErrorId> doubt_of(FindingId id) noexcept
{
    switch (id) {
        case FindingId::schedule_day_off: return ErrorId::deadline_day_off;
        case FindingId::schedule_roll_contradicts: return ErrorId::deadline_roll_contradicts;
        case FindingId::schedule_roll_passes: return ErrorId::deadline_roll_passes;
        case FindingId::schedule_preparation_short: return ErrorId::deadline_preparation_short;
        default: return std::nullopt;
    }
}

inline const Datum* value_of(const Arguments& values, std::string_view key) noexcept
{
    for (const Argument& value : values)
        if (key == value.key) return &value.value;
    return nullptr;
}

// What was found of one milestone over the years, as one warning.
struct DeadlineDoubt {
    ErrorId id{};
    std::string milestone;
    Words name;
    Words years;
    std::optional<std::int64_t> needed;
};

class DeadlineCheck {
public:
    DeadlineCheck(const Calendar& calendar, Diagnostics& found) : calendar_(calendar), found_(found) {}

    void add(const Finding& finding)
    {
        const std::optional<ErrorId> id = doubt_of(finding.id);
        const Datum* name = value_of(finding.values, id == ErrorId::deadline_preparation_short ? "to" : "deadline");
        const Datum* year = value_of(finding.inputs, "year");
        if (!id || name == nullptr || year == nullptr) return;
        DeadlineDoubt& doubt = doubt_about(*id, std::get<Name>(*name));
        const int number = static_cast<int>(std::get<std::int64_t>(*year));
        const char* separator = doubt.years.en.empty() ? "" : ", ";
        doubt.years.vi += separator + std::to_string(number) + status_words(number).vi;
        doubt.years.en += separator + std::to_string(number) + status_words(number).en;
        if (const Datum* needed = value_of(finding.values, "needed")) doubt.needed = std::get<std::int64_t>(*needed);
    }

    void tell(Node schedule)
    {
        for (const DeadlineDoubt& doubt : doubts_) {
            const Node entry = schedule.get(doubt.milestone);
            Details details{{"deadline", doubt.name}, {"years", doubt.years}};
            if (doubt.needed) details.push_back({"needed", *doubt.needed});
            const bool short_of_days = doubt.id == ErrorId::deadline_preparation_short;
            found_.warn(doubt.id, short_of_days ? entry.get("preparation") : entry, std::move(details));
        }
    }

private:
    Words status_words(int year) const
    {
        switch (calendar_.status(year)) {
            case YearStatus::decided: return {};
            case YearStatus::provisional: return {" (dự kiến)", " (projected)"};
            default: return {" (chỉ xét theo tuần)", " (by the week alone)"};
        }
    }

    DeadlineDoubt& doubt_about(ErrorId id, const Name& milestone)
    {
        for (DeadlineDoubt& doubt : doubts_)
            if (doubt.id == id && doubt.milestone == milestone.id) return doubt;
        doubts_.push_back({id, milestone.id, shown(Datum(milestone)), {}, std::nullopt});
        return doubts_.back();
    }

    const Calendar& calendar_;
    Diagnostics& found_;
    std::vector<DeadlineDoubt> doubts_;
};

// A day off that the rulebook itself says to roll away from is no doubt.
inline bool is_rolled(const Finding& finding, const std::vector<Milestone>& milestones)
{
    const Datum* name = value_of(finding.values, "deadline");
    if (finding.id != FindingId::schedule_day_off || name == nullptr) return false;
    for (const Milestone& milestone : milestones)
        if (milestone.name.id == std::get<Name>(*name).id) return milestone.roll != Roll::none;
    return false;
}

// With what can be projected of the years; nothing can where no rule of holidays reaches them.
inline Calendar projected(const Calendar& calendar, int first_year, int last_year)
{
    try {
        return calendar.with_provisional(first_year, last_year);
    } catch (const Error&) {
        return calendar;
    }
}

}  // namespace detail

SANGKIEN_INLINE void check_deadlines(Node schedule, const std::vector<Milestone>& milestones, const Calendar& calendar,
                                     int first_year, int last_year, Diagnostics& found)
{
    for (const Milestone& later : milestones)
        for (const Milestone& earlier : milestones)
            if (later.preparation && later.preparation->after == earlier.name.id &&
                nominal_day(later) <= nominal_day(earlier))
                found.warn(ErrorId::deadline_order, schedule.get(later.name.id).get("preparation"),
                           {{"later", shown(Datum(later.name))}, {"earlier", shown(Datum(earlier.name))}});
    if (milestones.empty() || calendar.empty() || last_year < first_year) return;
    const Calendar years = detail::projected(calendar, first_year, last_year);
    detail::DeadlineCheck check(years, found);
    for (const Finding& finding : check_schedule(milestones, years, first_year, last_year))
        if (!detail::is_rolled(finding, milestones)) check.add(finding);
    check.tell(schedule);
}

}  // namespace sangkien
