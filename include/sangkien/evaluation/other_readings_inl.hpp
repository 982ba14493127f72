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

// A reading that is offered and not used, with the deadline it gives; when that would end is worked out once, if asked.
struct OtherReading {
    const Reading* reading = nullptr;
    const std::string* value = nullptr;
    Milestone milestone;
    std::optional<Instant> ends{};
};

inline std::vector<OtherReading> other_readings(const Round& round)
{
    std::vector<OtherReading> out;
    for (const Reading& reading : round.ruleset.effective.readings)
        for (const std::string& value : reading.offered) {
            if (value == reading.value) continue;
            if (auto other = read_otherwise(round.ruleset, reading.path, value))
                out.push_back({&reading, &value, std::move(*other)});
        }
    return out;
}

inline void tell_other_readings(const Round& round, std::vector<OtherReading>& readings, const Finding& timed,
                                Instant at, Findings& out)
{
    for (OtherReading& other : readings) {
        const Reading& reading = *other.reading;
        if (std::find(timed.choices.begin(), timed.choices.end(), reading.path) == timed.choices.end()) continue;
        if (!other.ends) other.ends = deadline_of(other.milestone, round.season.year, round.ruleset.calendar).ends;
        const Truth verdict = truth(at < *other.ends);
        if (verdict == truth(timed.id == FindingId::in_time)) continue;
        out.push_back({FindingId::other_reading,
                       Truth::undetermined,
                       {reading.citation},
                       {},
                       {{"path", reading.path}, {"value", *other.value}, {"verdict", verdict}},
                       {reading.path},
                       {}});
    }
}

// Adds to every event, behind its findings, what another reading of a deadline would have made of it: of the rules that
// the event went by.
inline void tell_other_readings(const Round& season, Report& report)
{
    const auto tell = [&](const Round& round) {
        std::vector<OtherReading> readings = other_readings(round);
        if (readings.empty()) return;
        for (InitiativeReport& initiative : report.initiatives)
            for (EventReport& event : initiative.events) {
                if (&season.of(initiative, event.at) != &round) continue;
                Findings others;
                for (const Finding& finding : event.findings)
                    if (finding.id == FindingId::late || finding.id == FindingId::in_time)
                        tell_other_readings(round, readings, finding, event.at, others);
                event.findings.insert(event.findings.end(), others.begin(), others.end());
            }
    };
    tell(season);
    for (const Round& later : season.later) tell(later);
}

}  // namespace sangkien::detail
