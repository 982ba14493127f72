// By when a duty is to be done: by a milestone, in a time of its own, or as long as a clock runs; and how well that is known.
#pragma once

#include <algorithm>

#include "open_duty.hpp"
#include "round_inl.hpp"
#include "units_inl.hpp"

namespace sangkien::detail {

class DutyTimes {
protected:
    DutyTimes(const Round& round, const Report& report) : round_(round), report_(report) {}

    // The milestone of the season's year under the rules that the duty was born under.
    bool milestone_of(const Duty& duty, const Ruleset& ruleset, OpenDuty& out) const
    {
        if (duty.due.empty()) return false;
        for (const Milestone& due : ruleset.milestones) {
            if (due.name.id != duty.due) continue;
            const MilestoneReport* told = &ruleset == &round_.ruleset ? milestone(report_, duty.due) : nullptr;
            const Deadline end =
                told != nullptr ? told->deadline : deadline_of(due, round_.season.year, ruleset.calendar);
            out.findings = end.steps;
            if (end.determined) out.due = end.ends;
            say_unverified(due.citation, due.name, out);
        }
        return true;
    }

    // What nobody has checked decides nothing: neither that somebody is late.
    static void say_unverified(const Citation& citation, const Name& what, OpenDuty& out)
    {
        if (citation.provenance == Provenance::unverified)
            out.findings.push_back(
                {FindingId::deadline_unverified, Truth::undetermined, {citation}, {}, {{"deadline", what}}, {}, {}});
    }

    static bool has_finding(const OpenDuty& duty, FindingId id)
    {
        return std::any_of(duty.findings.begin(), duty.findings.end(),
                           [&](const Finding& finding) { return finding.id == id; });
    }

    static void period_of(const Duty& duty, Instant from, const Ruleset& ruleset, OpenDuty& out)
    {
        if (!ruleset.periods) {
            out.findings = undetermined_deadline({"periods", {"cách tính thời hạn", "how periods are reckoned"}}).steps;
            return;
        }
        try {
            const Deadline end = period_end(from, *duty.within, *ruleset.periods, ruleset.calendar, duty.citation);
            out.findings = end.steps;
            if (end.determined) out.due = end.ends;
            say_unverified(duty.citation, duty.name, out);
        } catch (const Error& error) {
            not_computed(error, out);
        }
    }

    static void clock_of(const Duty& duty, const InitiativeReport& initiative, OpenDuty& out)
    {
        for (const ClockReport& clock : initiative.clocks)
            if (clock.name.id == duty.clock) {
                out.findings = clock.reading.end.steps;
                if (clock.reading.determined) out.due = clock.reading.end.ends;
                say_unverified(clock.citation, clock.name, out);
                return;
            }
        out.findings.push_back(
            {FindingId::deadline_unknown, Truth::undetermined, {duty.citation}, {}, {{"deadline", duty.name}}, {}, {}});
    }

    // The calendar of a year on the way is not decided yet: that is an answer, not an error.
    static void not_computed(const Error& error, OpenDuty& out)
    {
        for (const Problem& problem : error.problems())
            out.findings.push_back(
                {FindingId::deadline_not_computed,
                 Truth::undetermined,
                 {out.citation},
                 {},
                 {{"deadline", out.name},
                  {"why", Name{"", {explanation(problem, Language::vi), explanation(problem, Language::en)}}}},
                 {},
                 {}});
    }

    const Round& round_;
    const Report& report_;
};

}  // namespace sangkien::detail
