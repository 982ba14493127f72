// Where a paper can be read in several ways, whether another reading would turn a verdict on time.
#pragma once

#include "replay_inl.hpp"

namespace sangkien::detail {

// The milestone a reading such as "schedule.ward-submission.bound" belongs to, read as `value` instead.
inline std::optional<Milestone> read_otherwise(const Ruleset& ruleset, const std::string& path,
                                               const std::string& value)
{
    for (const Milestone& milestone : ruleset.milestones) {
        Milestone other = milestone;
        if (path == "schedule." + milestone.name.id + ".bound") {
            other.bound = value == word(Bound::by) ? Bound::by : Bound::before;
            return other;
        }
        if (path == "schedule." + milestone.name.id + ".roll") {
            for (const Roll roll : {Roll::none, Roll::forward, Roll::backward})
                if (value == word(roll)) other.roll = roll;
            return other;
        }
    }
    return std::nullopt;
}

inline void tell_other_readings(const Round& round, const Finding& timed, Instant at, Findings& out)
{
    for (const Reading& reading : round.ruleset.effective.readings) {
        if (std::find(timed.choices.begin(), timed.choices.end(), reading.path) == timed.choices.end()) continue;
        for (const std::string& value : reading.offered) {
            const auto other = read_otherwise(round.ruleset, reading.path, value);
            if (!other || value == reading.value) continue;
            const Deadline deadline = deadline_of(*other, round.season.year, round.ruleset.calendar);
            const Truth verdict = truth(at < deadline.ends);
            if (verdict == truth(timed.id == FindingId::in_time)) continue;
            out.push_back({FindingId::other_reading,
                           Truth::undetermined,
                           {reading.citation},
                           {},
                           {{"path", reading.path}, {"value", value}, {"verdict", verdict}},
                           {reading.path},
                           {}});
        }
    }
}

// Adds to every event, behind its findings, what another reading of a deadline would have made of it.
inline void tell_other_readings(const Round& round, Report& report)
{
    for (InitiativeReport& initiative : report.initiatives)
        for (EventReport& event : initiative.events) {
            Findings others;
            for (const Finding& finding : event.findings)
                if (finding.id == FindingId::late || finding.id == FindingId::in_time)
                    tell_other_readings(round.of(initiative, event.at), finding, event.at, others);
            event.findings.insert(event.findings.end(), others.begin(), others.end());
        }
}

}  // namespace sangkien::detail
