#pragma once

#include "../evaluation/round_inl.hpp"
#include "duties_ics.hpp"
#include "ics_events_inl.hpp"
#include "ics_inl.hpp"

namespace sangkien {

namespace detail {

namespace labels {

constexpr Label duty_category{"Nhiệm vụ", "Duty"};
constexpr Label escalation_category{"Báo lên cấp trên", "Escalation"};
constexpr Label not_done_yet{"Chưa làm", "Not done"};

}  // namespace labels

// The same whatever else the season holds: the duty, its initiative, and the instant it was born at.
inline std::string duty_uid(const OpenDuty& duty, const std::string& what)
{
    std::string out = "duty-" + duty.name.id;
    if (!duty.initiative.empty()) out += "-" + duty.initiative;
    if (duty.since) out += "-" + ics_utc(*duty.since);
    return uid(out + what, duty.citation);
}

inline Words duty_words(const OpenDuty& duty)
{
    const Words what{duty.name.in(Language::vi), duty.name.in(Language::en)};
    return duty.initiative.empty() ? what : what + " (" + same_words(duty.initiative) + ")";
}

inline void put_when(IcsEvent& event, Instant ends)
{
    const Day last = civil_day(Instant{ends.seconds - 1});
    event.first_day = event.last_day = last;
    if (ends == end_of_day(last)) return;
    event.all_day = false;
    event.starts = event.ends = ends;
}

inline void describe_duty(IcsEvent& event, const Name& who, Instant ends, const Citation& citation, const Rules* rules)
{
    const Day last = civil_day(Instant{ends.seconds - 1});
    event.description = words_of(labels::ends_at) + " " +
                        (ends == end_of_day(last) ? shown_words(DayEnd{last}) : shown_words(ends)) + " (" +
                        shown(weekday(last)) + ").";
    add_line(event.description, words_of(labels::done_by) + ": " + Words{who.in(Language::vi), who.in(Language::en)});
    SpecialDay ground;
    ground.citation = citation;
    add_ground(event.description, ground, rules);
}

inline IcsEvent duty_event(const OpenDuty& duty, const Calendar& calendar, const Rules* rules)
{
    IcsEvent event;
    const Words what = duty_words(duty);
    event.uid = duty_uid(duty, "");
    event.summary = words_of(labels::last_day) + ": " + what;
    put_when(event, *duty.due);
    describe_duty(event, duty.who, *duty.due, duty.citation, rules);
    event.categories = {words_of(labels::duty_category)};
    for (const DutyReminder& reminder : duty.reminders)
        add_reminder(event, event.last_day, reminder.working_days, what, calendar);
    return event;
}

// On the first day on which the other office has to act: the period has passed in whole by then.
inline IcsEvent escalation_event(const OpenDuty& duty, std::size_t position, const Rules* rules)
{
    const DutyEscalation& escalation = duty.escalations[position];
    IcsEvent event;
    event.uid = duty_uid(duty, "-escalation-" + whole_text(static_cast<std::int64_t>(position + 1)));
    const Words asked = escalation.what.empty() ? words_of(labels::escalation_category) : escalation.what;
    event.summary = asked + ": " + duty_words(duty);
    const Instant at = *escalation.at;
    describe_duty(event, duty.who, *duty.due, escalation.citation, rules);
    add_line(event.description, words_of(labels::not_done_yet) + ".");
    event.first_day = event.last_day = civil_day(at);
    if (at != start_of_day(event.first_day)) {
        event.all_day = false;
        event.starts = event.ends = at;
    }
    event.categories = {words_of(labels::escalation_category)};
    return event;
}

}  // namespace detail

SANGKIEN_INLINE std::vector<IcsEvent> duty_events(const std::vector<OpenDuty>& duties, std::string_view role,
                                                  const Calendar& calendar, const Rules* rules)
{
    std::vector<IcsEvent> out;
    for (const OpenDuty& duty : duties) {
        if (duty.done || !duty.due) continue;
        if (role.empty() || duty.who.id == role) out.push_back(detail::duty_event(duty, calendar, rules));
        for (std::size_t i = 0; i < duty.escalations.size(); ++i)
            if (duty.escalations[i].at && (role.empty() || duty.escalations[i].to.id == role))
                out.push_back(detail::escalation_event(duty, i, rules));
    }
    return out;
}

SANGKIEN_INLINE std::string duties_ics(const Rules& rules, const Season& season, Instant as_of, const DutyQuery& query,
                                       Language language)
{
    // What goes to the role from others is asked for apart: those are their duties.
    DutyQuery others = query;
    others.all = false;
    duties(rules, season, as_of, others);
    others.role.clear();
    const std::vector<OpenDuty> found = duties(rules, season, as_of, others);
    const Ruleset& ruleset = *rules.on(season.opened);
    Words title = detail::words_of(detail::labels::duty_category);
    if (const Term* role = detail::term(ruleset.roles, query.role))
        title = {title.vi + ": " + role->name.in(Language::vi), title.en + ": " + role->name.in(Language::en)};
    return write_ics(title, duty_events(found, query.role, ruleset.calendar, &rules), as_of, language);
}

}  // namespace sangkien
