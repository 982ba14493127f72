// A duty as it stands, as JSON: the same in a list of duties and in a report.
#pragma once

#include "../evaluation/open_duty.hpp"
#include "report_parts_inl.hpp"

namespace sangkien::detail {

inline void put_escalation(JsonWriter& out, const DutyEscalation& escalation)
{
    out.begin_object();
    out.key("to");
    put_name(out, escalation.to);
    out.member("after", to_text(escalation.after));
    put_optional(out, "at", escalation.at);
    out.member("reached", escalation.reached);
    out.key("what");
    put_words(out, escalation.what);
    out.key("citation");
    put_citation(out, escalation.citation);
    out.end_object();
}

inline void put_duty_reminder(JsonWriter& out, const DutyReminder& reminder)
{
    out.begin_object(true);
    out.member("working_days", reminder.working_days);
    out.key("on");
    if (reminder.on)
        out.value(to_text(*reminder.on));
    else
        out.null();
    out.member("reached", reminder.reached);
    out.end_object();
}

inline void put_count(JsonWriter& out, std::string_view key, const std::optional<std::int64_t>& days)
{
    out.key(key);
    if (days)
        out.value(*days);
    else
        out.null();
}

inline void put_open_duty(JsonWriter& out, const OpenDuty& duty)
{
    out.begin_object();
    out.key("duty");
    put_name(out, duty.name);
    out.member("source", word(duty.source));
    out.key("who");
    put_name(out, duty.who);
    out.member("initiative", duty.initiative);
    out.key("units");
    put_names(out, duty.units);
    out.member("event", duty.event);
    put_optional(out, "since", duty.since);
    put_optional(out, "due", duty.due);
    put_optional(out, "done", duty.done);
    out.member("verdict", word(duty.verdict));
    put_count(out, "days_over", duty.days_over);
    put_count(out, "days_left", duty.days_left);
    out.key("escalations");
    out.begin_list();
    for (const DutyEscalation& escalation : duty.escalations) put_escalation(out, escalation);
    out.end_list();
    out.key("reminders");
    out.begin_list();
    for (const DutyReminder& reminder : duty.reminders) put_duty_reminder(out, reminder);
    out.end_list();
    out.key("citation");
    put_citation(out, duty.citation);
    out.key("findings");
    put_findings(out, duty.findings);
    out.end_object();
}

}  // namespace sangkien::detail
