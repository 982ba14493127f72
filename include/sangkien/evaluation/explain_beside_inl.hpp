// What runs beside the main procedure of an initiative, as nodes: its tracks, and the duties born of its events.
#pragma once

#include "explain_score_inl.hpp"

namespace sangkien::detail {

inline Words shown_limit(const std::optional<Instant>& late)
{
    if (!late) return {};
    const Day day = civil_day(*late);
    return *late == start_of_day(day) ? shown(Datum(DayEnd{day - 1})) : shown(Datum(*late));
}

inline Explanation track_node(const ExplainContext& context, std::size_t initiative, std::size_t position)
{
    const InitiativeReport& report = context.report.initiatives[initiative];
    const TrackReport& of = report.tracks[position];
    Explanation out;
    out.of = Explained::track;
    out.path = below(below("", "initiatives", initiative), "tracks", position);
    out.id = of.track.id;
    out.title = say(phrases::track, {{"name", plain(of.track)}, {"state", plain(of.state)}});
    out.sentence = say(phrases::track_first, {});
    for (std::size_t i = 0, event = 0; i < report.reached.size(); ++i, ++event) {
        while (!report.events[event].to) ++event;
        if (report.reached[i].state.id == of.state.id)
            out.sentence = say(phrases::state_by, {{"event", plain(report.events[event].event)},
                                                   {"at", shown(Datum(report.events[event].at))}});
    }
    out.value = of.state;
    context.place(out, "tracks." + of.track.id);
    context.cite(out, of.citation);
    out.values = {{"track", of.track}, {"state", of.state}, {"kind", std::string(word(of.kind))}};
    return out;
}

inline Explanation escalation_node(const ExplainContext& context, const DutyEscalation& of, std::string path)
{
    Explanation out;
    out.of = Explained::escalation;
    out.path = std::move(path);
    out.title = say(phrases::escalation, {{"to", plain(of.to)}});
    if (of.at) out.value = *of.at;
    context.cite(out, of.citation);
    out.values = {{"to", of.to}, {"after", to_text(of.after)}, {"reached", of.reached}, {"what", Name{"", of.what}}};
    put_or_nothing(out, "at", of.at);
    return out;
}

inline Words verdict_words(DutyVerdict verdict)
{
    switch (verdict) {
        case DutyVerdict::open: return {"chưa làm", "open"};
        case DutyVerdict::kept: return {"đã làm", "done"};
        case DutyVerdict::kept_late: return {"đã làm, trễ hạn", "done late"};
        case DutyVerdict::overdue: return {"QUÁ HẠN", "OVERDUE"};
        default: return {"CHƯA XÁC ĐỊNH", "UNDETERMINED"};
    }
}

inline Explanation open_duty_node(const ExplainContext& context, std::size_t initiative, std::size_t position)
{
    const OpenDuty& of = context.report.initiatives[initiative].duties[position];
    const std::string rule = "duties." + of.name.id;
    Explanation out;
    out.of = Explained::open_duty;
    out.path = below(below("", "initiatives", initiative), "duties", position);
    out.id = of.name.id;
    out.title = say(phrases::duty, {{"name", plain(of.name)}, {"who", plain(of.who)}});
    out.value = Name{word(of.verdict), verdict_words(of.verdict)};
    out.sentence = say(of.done ? phrases::duty_done : phrases::duty_open,
                       {{"done", of.done ? shown(Datum(*of.done)) : Words{}}, {"due", shown_limit(of.due)}});
    context.place(out, rule);
    context.cite(out, of.citation);
    out.inputs = {{"initiative", of.initiative}, {"units", of.units}, {"event", of.event}};
    put_or_nothing(out, "since", of.since);
    out.values.push_back({"duty", of.name});
    out.values.push_back({"source", std::string(word(of.source))});
    out.values.push_back({"who", of.who});
    put_or_nothing(out, "due", of.due);
    put_or_nothing(out, "done", of.done);
    out.values.push_back({"verdict", std::string(word(of.verdict))});
    put_or_nothing(out, "days_over", of.days_over);
    put_or_nothing(out, "days_left", of.days_left);
    for (std::size_t i = 0; i < of.escalations.size(); ++i)
        out.children.push_back(escalation_node(context, of.escalations[i], below(out.path, "escalations", i)));
    for (std::size_t i = 0; i < of.reminders.size(); ++i) {
        const DutyReminder& reminder = of.reminders[i];
        Explanation one;
        one.of = Explained::reminder;
        one.path = below(out.path, "reminders", i);
        one.title = say(phrases::reminder, {});
        if (reminder.on) one.value = *reminder.on;
        context.place(one, rule + ".reminds");
        one.values = {{"working_days", std::int64_t{reminder.working_days}}, {"reached", reminder.reached}};
        put_or_nothing(one, "on", reminder.on);
        out.children.push_back(std::move(one));
    }
    add_findings(context, out, of.findings, "findings", rule);
    return out;
}

}  // namespace sangkien::detail
