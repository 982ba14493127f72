// The duties of a season, drawn from its report: what `duties` lists, and what a report says of initiatives.
#pragma once

#include <algorithm>
#include <tuple>

#include "duty_times_inl.hpp"

namespace sangkien::detail {

class DutyList : private DutyTimes {
public:
    DutyList(const Round& round, const Report& report) : DutyTimes(round, report) {}

    std::vector<OpenDuty> run()
    {
        for (const Duty& duty : round_.ruleset.duties) of_season(duty);
        for (const InitiativeReport& initiative : report_.initiatives) {
            born_of_events(initiative);
            for (const ClockReport& clock : initiative.clocks) of_clock(initiative, clock);
        }
        std::sort(out_.begin(), out_.end(), before);
        return std::move(out_);
    }

    // Those that the events of one initiative gave rise to, in their order.
    std::vector<OpenDuty> events_of(const InitiativeReport& initiative)
    {
        born_of_events(initiative);
        return std::move(out_);
    }

private:
    static bool before(const OpenDuty& a, const OpenDuty& b)
    {
        const auto key = [](const OpenDuty& duty) {
            return std::make_tuple(!duty.due, duty.due ? duty.due->seconds : 0, std::string_view(duty.initiative),
                                   std::string_view(duty.name.id), duty.since ? duty.since->seconds : 0);
        };
        return key(a) < key(b);
    }

    void of_season(const Duty& duty)
    {
        OpenDuty out = begun(DutySource::season, duty);
        const bool timed = milestone_of(duty, round_.ruleset, out);
        for (const DutyDone& done : round_.season.duties)
            if (done.initiative.empty() && done.duty == duty.name.id) finished(out, done.at);
        finish(std::move(out), duty, timed, round_.ruleset);
    }

    void born_of_events(const InitiativeReport& initiative)
    {
        used_.assign(round_.season.duties.size(), false);
        for (std::size_t i = 0; i < initiative.events.size(); ++i) {
            const EventReport& event = initiative.events[i];
            if (event.verdict != Truth::pass) continue;
            const Ruleset& ruleset = round_.of(initiative, event.at).ruleset;
            for (const Duty& duty : ruleset.event_duties)
                if (has(duty.from, event.event.id)) born(initiative, i, duty, ruleset);
        }
    }

    void born(const InitiativeReport& initiative, std::size_t position, const Duty& duty, const Ruleset& ruleset)
    {
        const EventReport& event = initiative.events[position];
        OpenDuty out = begun(DutySource::event, duty);
        about(initiative, out);
        out.event = event.event.id;
        out.since = event.at;
        bool timed = true;
        if (duty.within)
            period_of(duty, event.at, ruleset, out);
        else if (!duty.clock.empty())
            clock_of(duty, initiative, out);
        else
            timed = milestone_of(duty, ruleset, out);
        for (std::size_t i = position + 1; i < initiative.events.size() && !out.done; ++i)
            if (initiative.events[i].verdict == Truth::pass && has(duty.done, initiative.events[i].event.id))
                finished(out, initiative.events[i].at);
        if (const DutyDone* done = recorded(duty, initiative.id, out)) finished(out, done->at);
        const Reached* end = ended(initiative, position);
        if (end != nullptr && duty.after_end == AfterEnd::lapses) finished(out, end->at);
        if (end != nullptr && duty.after_end == AfterEnd::unsaid && !out.done) say_unsaid(*end, out);
        finish(std::move(out), duty, timed, ruleset);
    }

    // A record is of one duty: of the event it names, else of the earliest one that is not done.
    const DutyDone* recorded(const Duty& duty, const std::string& initiative, const OpenDuty& born)
    {
        const std::vector<DutyDone>& records = round_.season.duties;
        std::optional<std::size_t> chosen;
        for (std::size_t i = 0; i < records.size(); ++i) {
            const DutyDone& done = records[i];
            if (used_[i] || done.initiative != initiative || done.duty != duty.name.id || done.at < *born.since)
                continue;
            if (done.since ? *done.since != *born.since : born.done && *born.done <= done.at) continue;
            const bool named = chosen && records[*chosen].since;
            if (!chosen || (done.since && !named) || (bool(done.since) == named && done.at < records[*chosen].at))
                chosen = i;
        }
        if (!chosen) return nullptr;
        used_[*chosen] = true;
        return &records[*chosen];
    }

    // How the file was withdrawn or came to its end after the event, if it did.
    static const Reached* ended(const InitiativeReport& initiative, std::size_t position)
    {
        std::size_t accepted = 0;
        for (std::size_t i = 0; i <= position; ++i) accepted += initiative.events[i].to.has_value();
        for (std::size_t i = accepted; i < initiative.reached.size(); ++i)
            if (initiative.reached[i].track == 0 && is_end(initiative.reached[i].kind)) return &initiative.reached[i];
        return nullptr;
    }

    // No event of `done` came before the file was over, and no paper says whether the duty is over with it.
    static void say_unsaid(const Reached& end, OpenDuty& out)
    {
        const Words what{
            "nhiệm vụ «" + out.name.in(Language::vi) + "» còn không khi hồ sơ «" + end.state.in(Language::vi) + "»",
            "whether the duty \"" + out.name.in(Language::en) + "\" stands once the file is \"" +
                end.state.in(Language::en) + "\""};
        out.findings.push_back({FindingId::rule_silent,
                                Truth::undetermined,
                                {out.citation},
                                {},
                                {{"what", Name{"duties." + out.name.id + ".after-end", what}}},
                                {},
                                {}});
    }

    // A clock that a duty of the same role goes by is that duty.
    void of_clock(const InitiativeReport& initiative, const ClockReport& clock)
    {
        if (clock.who.id.empty()) return;
        for (const OpenDuty& duty : out_)
            if (duty.initiative == initiative.id && duty.who.id == clock.who.id && goes_by(duty, clock.name.id)) return;
        Duty rule{clock.name, clock.who, {}, clock.citation};
        OpenDuty out = begun(DutySource::clock, rule);
        about(initiative, out);
        out.since = start_of_day(clock.start);
        out.findings = clock.reading.end.steps;
        if (clock.reading.determined) out.due = clock.reading.end.ends;
        say_unverified(clock.citation, clock.name, out);
        if (clock.reading.stopped) finished(out, *clock.reading.stopped);
        finish(std::move(out), rule, true, round_.of(initiative).ruleset);
        // Stopped before the earliest day on which it can end: kept, wherever the end lies.
        if (clock.kept == Truth::pass) out_.back().verdict = DutyVerdict::kept;
    }

    bool goes_by(const OpenDuty& duty, const std::string& clock) const
    {
        if (duty.source != DutySource::event) return false;
        const auto names = [&](const Duty& rule) { return rule.name.id == duty.name.id && rule.clock == clock; };
        const auto any = [&](const Round& round) {
            return std::any_of(round.ruleset.event_duties.begin(), round.ruleset.event_duties.end(), names);
        };
        return any(round_) || std::any_of(round_.later.begin(), round_.later.end(), any);
    }

    static OpenDuty begun(DutySource source, const Duty& duty)
    {
        OpenDuty out;
        out.source = source;
        out.name = duty.name;
        out.who = duty.who;
        out.citation = duty.citation;
        return out;
    }

    static void about(const InitiativeReport& initiative, OpenDuty& out)
    {
        out.initiative = initiative.id;
        out.units = initiative.units;
    }

    // The first of those that are known counts.
    void finished(OpenDuty& out, Instant at) const
    {
        if (at <= round_.as_of && (!out.done || at < *out.done)) out.done = at;
    }

    void finish(OpenDuty out, const Duty& duty, bool timed, const Ruleset& ruleset)
    {
        const Instant until = out.done ? *out.done : round_.as_of;
        const bool late = out.due && *out.due <= until;
        const bool doubtful = (late && has_finding(out, FindingId::deadline_unverified)) ||
                              (!out.done && has_finding(out, FindingId::rule_silent));
        if ((timed && !out.due) || doubtful)
            out.verdict = DutyVerdict::undetermined;
        else if (out.done)
            out.verdict = late ? DutyVerdict::kept_late : DutyVerdict::kept;
        else
            out.verdict = late ? DutyVerdict::overdue : DutyVerdict::open;
        if (!timed) say_silent(out);
        if (!doubtful) count_days(out, until, late, ruleset.calendar);
        for (const Escalation& escalation : duty.escalates) escalate(escalation, until, ruleset, out);
        for (const int days : duty.reminds) remind(days, until, ruleset.calendar, out);
        // Nobody is pressed for what may not have to be done.
        for (DutyEscalation& escalation : out.escalations) escalation.reached = escalation.reached && !doubtful;
        out_.push_back(std::move(out));
    }

    static void say_silent(OpenDuty& out)
    {
        const Words what{"hạn của nhiệm vụ «" + out.name.in(Language::vi) + "»",
                         "by when the duty \"" + out.name.in(Language::en) + "\" is to be done"};
        out.findings.push_back(
            {FindingId::rule_silent, Truth::undetermined, {out.citation}, {}, {{"what", Name{"due", what}}}, {}, {}});
    }

    static Day last_day(Instant due) { return civil_day(Instant{due.seconds - 1}); }

    static void count_days(OpenDuty& out, Instant until, bool late, const Calendar& calendar)
    {
        if (!out.due || (out.done && !late)) return;
        const Day last = last_day(*out.due), today = civil_day(until);
        try {
            if (late)
                out.days_over = calendar.count_working_days(last + 1, today + 1);
            else
                out.days_left = calendar.count_working_days(today + 1, last + 1);
        } catch (const Error& error) {
            not_computed(error, out);
        }
    }

    void escalate(const Escalation& escalation, Instant until, const Ruleset& ruleset, OpenDuty& out) const
    {
        DutyEscalation one{escalation.to, escalation.after, std::nullopt, false, escalation.what, escalation.citation};
        if (out.due && ruleset.periods) {
            try {
                const bool hours = escalation.after.in_hours();
                const Deadline end = hours ? period_end(*out.due, escalation.after, *ruleset.periods, ruleset.calendar,
                                                        escalation.citation)
                                           : period_end(last_day(*out.due), escalation.after, *ruleset.periods,
                                                        ruleset.calendar, escalation.citation);
                if (end.determined) one.at = end.ends;
            } catch (const Error& error) {
                not_computed(error, out);
            }
        }
        one.reached = one.at && *one.at <= until;
        out.escalations.push_back(std::move(one));
    }

    static void remind(int days, Instant until, const Calendar& calendar, OpenDuty& out)
    {
        DutyReminder one{days, std::nullopt, false};
        Day day;
        if (out.due && !calendar.empty() && calendar.find_working_day(last_day(*out.due), -days, Roll::none, day))
            one.on = day;
        one.reached = one.on && start_of_day(*one.on) <= until;
        out.reminders.push_back(one);
    }

    static bool has(const std::vector<std::string>& names, const std::string& name)
    {
        return std::find(names.begin(), names.end(), name) != names.end();
    }

    std::vector<OpenDuty> out_;
    std::vector<bool> used_;  // records of the season, of one initiative's duties
};

}  // namespace sangkien::detail
