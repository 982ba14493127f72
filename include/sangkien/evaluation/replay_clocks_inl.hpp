// The clocks of one initiative while its events are replayed: when each begins, stands still, stops, and its end.
#pragma once

#include <algorithm>

#include "file_end_inl.hpp"
#include "round_inl.hpp"

namespace sangkien::detail {

class ReplayClocks {
public:
    void clocks(InitiativeReport& out) const
    {
        for (std::size_t i = 0; i < around_.clocks.size(); ++i) {
            const ClockReading& reading = around_.clocks[i];
            if (!reading.begun) continue;
            const Clock& clock = round_.ruleset.clocks[i];
            ClockReport report{clock.name, clock.who, *starts_[i], reading, Truth::undetermined, citation_of(i)};
            if (reading.determined && reading.stopped) report.kept = truth(*reading.stopped < reading.end.ends);
            if (reading.determined && !reading.stopped && reading.end.ends <= round_.as_of) report.kept = Truth::fail;
            if (reading.suspended && reading.stopped) report.kept = Truth::pass;
            if (reading.not_before && reading.stopped && *reading.stopped < end_of_day(*reading.not_before))
                report.kept = Truth::pass;
            out.clocks.push_back(std::move(report));
        }
    }

    std::uint16_t state() const noexcept { return now_.position.front(); }

protected:
    ReplayClocks(const Round& round, const Initiative& initiative)
        : round_(round), initiative_(initiative), table_(round.ruleset.table)
    {
    }

    // Begins a clock once every start that is known is in; of several starts the later or the earlier counts.
    void start_clock(std::size_t index)
    {
        if (carried_[index]) return;
        const Clock& clock = round_.ruleset.clocks[index];
        std::optional<Start> start;
        bool event_missing = false;
        for (const ClockStart& from : clock.starts) {
            const std::optional<Start> candidate = start_of(from);
            if (!candidate) {
                event_missing = event_missing || from.kind == ClockStart::Kind::event;
                continue;
            }
            if (!start || (clock.take_later ? start->before(*candidate) : candidate->before(*start))) start = candidate;
        }
        if (!start || (clock.take_later && event_missing)) return;
        if (starts_[index] == start->day && (!clock.length.in_hours() || moments_[index] == start->moment)) return;
        starts_[index] = start->day;
        moments_[index] = start->moment;
        suspensions_[index].clear();
        around_.clocks[index].suspended.reset();
        reckon(index, start->moment);
    }

    // The end of a clock that has begun: by the rules it began under.
    void reckon(std::size_t index, std::optional<Instant> moment)
    {
        const Ruleset& rules_of = *reckoned_[index].ruleset;
        const Clock& clock = *reckoned_[index].clock;
        const Day start = *starts_[index];
        ClockReading& reading = around_.clocks[index];
        reading.begun = true;
        reading.determined = false;
        reading.not_before.reset();
        if (!rules_of.periods) {
            reading.end = undetermined_deadline({"periods", {"cách tính thời hạn", "how periods are reckoned"}});
            return;
        }
        try {
            const PeriodRules& rules = *rules_of.periods;
            const Calendar& calendar = rules_of.calendar;
            const std::vector<Suspension>& suspensions = suspensions_[index];
            reading.end = moment ? period_end(*moment, clock.length, rules, calendar, clock.citation, suspensions)
                                 : period_end(start, clock.length, rules, calendar, clock.citation, suspensions);
            reading.determined = reading.end.determined;
        } catch (const Error& error) {
            reading.end.steps = undecided(error, clock);
            reading.not_before = earliest_end(start, clock, rules_of);
        }
    }

    // Where days off only move an end later, it is not before the day it would have without them.
    std::optional<Day> earliest_end(Day start, const Clock& clock, const Ruleset& rules_of) const
    {
        PeriodRules rules = *rules_of.periods;
        if (rules.day_off == Roll::backward || clock.length.unit == LengthUnit::working_days || clock.length.in_hours())
            return std::nullopt;
        rules.day_off = Roll::none;
        try {
            const Deadline end = period_end(start, clock.length, rules, rules_of.calendar, clock.citation);
            if (end.determined) return end.last_day;
        } catch (const Error&) {
            // past the last year of all calendars
        }
        return std::nullopt;
    }

    // The calendar of the year in which the period would end is not decided yet: that is an answer, not an error.
    static Findings undecided(const Error& error, const Clock& clock)
    {
        Findings out;
        for (const Problem& problem : error.problems())
            out.push_back(
                {FindingId::deadline_not_computed,
                 Truth::undetermined,
                 {clock.citation},
                 {},
                 {{"deadline", clock.name},
                  {"why", Name{"", {explanation(problem, Language::vi), explanation(problem, Language::en)}}}},
                 {},
                 {}});
        return out;
    }

    // A day, and the moment of it where one is known: of events, not of days that the file states.
    struct Start {
        Day day;
        std::optional<Instant> moment;

        bool before(const Start& other) const noexcept
        {
            if (day == other.day && moment && other.moment) return *moment < *other.moment;
            return day < other.day;
        }
    };

    std::optional<Start> start_of(const ClockStart& from) const
    {
        const auto stated = [](const std::optional<Day>& day) {
            return day ? std::optional(Start{*day, std::nullopt}) : std::nullopt;
        };
        if (from.kind == ClockStart::Kind::first_applied) return stated(initiative_.first_applied);
        if (from.kind == ClockStart::Kind::application_completed) return stated(initiative_.application_completed);
        for (const Event* event : now_.taken)
            if (event->on == from.event) return Start{civil_day(event->at), event->at};
        return std::nullopt;
    }

    const Citation& citation_of(std::size_t clock) const noexcept
    {
        return carried_[clock] ? *carried_[clock] : round_.ruleset.clocks[clock].citation;
    }

    // A clock stands still between an event that suspends it and one that resumes it; one that is over stays over.
    void suspend(std::size_t index, const Event& event)
    {
        ClockReading& reading = around_.clocks[index];
        const Ruleset& rules_of = *reckoned_[index].ruleset;
        const Day day = civil_day(event.at);
        // What happened before a day that the file states as the start is none of this clock's.
        if (!reading.begun || reading.stopped || !rules_of.periods || day < *starts_[index]) return;
        const auto among = [&](const std::vector<std::string>& events) {
            return std::find(events.begin(), events.end(), event.on) != events.end();
        };
        const Clock& clock = round_.ruleset.clocks[index];
        std::vector<Suspension>& suspensions = suspensions_[index];
        const bool still = !suspensions.empty() && !suspensions.back().resumed;
        if (!still && among(clock.suspends) && !(reading.determined && reading.end.ends <= event.at)) {
            suspensions.push_back({day, std::nullopt});
            reckon(index, moments_[index]);
            // On the last day there is nothing left to suspend.
            const bool open = !reading.determined && !reckoned_[index].clock->length.in_hours();
            if (open && rules_of.periods->suspended_not_counted) reading.suspended = event.at;
        } else if (still && among(clock.resumes)) {
            suspensions.back().resumed = day;
            reckon(index, moments_[index]);
            reading.suspended.reset();
        }
    }

    bool stops(std::size_t clock, const std::string& event) const
    {
        const std::vector<std::string>& named = round_.ruleset.clocks[clock].stops;
        return std::find(named.begin(), named.end(), event) != named.end();
    }

    // Nothing runs on for what is over: where the clock's track has ended, the file is withdrawn, or the main procedure has
    // ended and the clock's track cannot go on either.
    bool over_for(std::size_t clock) const
    {
        const std::size_t track = track_of(table_, round_.ruleset.clocks[clock]);
        const StateKind main = table_.states[state()].kind;
        return is_end(table_.states[now_.position[track]].kind) || main == StateKind::withdrawn ||
               (main == StateKind::ended && is_over(table_, now_.position, track));
    }

    // By a step of its own track, or one that ends the main procedure.
    bool ended_by(std::size_t clock, std::uint16_t reached) const
    {
        const State& here = table_.states[reached];
        const bool heard = here.track == 0 || here.track == track_of(table_, round_.ruleset.clocks[clock]);
        return is_end(here.kind) && heard && over_for(clock);
    }

    const Round& round_;
    const Initiative& initiative_;
    const Table& table_;
    Surroundings around_;
    std::vector<std::optional<Day>> starts_;
    std::vector<std::optional<Instant>> moments_;  // of the starts, where known
    std::vector<std::vector<Suspension>> suspensions_;
    struct Reckoned {
        const Ruleset* ruleset;
        const Clock* clock;
    };
    std::vector<Reckoned> reckoned_;                // by what the end of each clock is reckoned
    std::vector<std::optional<Citation>> carried_;  // of the rules under which a clock began, where those were others
    Standing now_;
};

}  // namespace sangkien::detail
