// The report: everything that follows from one season under the rules, as of one instant.
//
// A Report is plain data. io/report_json.hpp and io/report_text.hpp write it out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "../calendar/deadline.hpp"
#include "../facts/fact_source.hpp"
#include "../index/contribution.hpp"
#include "../index/index_score.hpp"
#include "../lifecycle/step.hpp"
#include "../quota/quota.hpp"
#include "../rulebook/layers.hpp"
#include "../scoring/score.hpp"
#include "../scoring/selection.hpp"
#include "open_duty.hpp"
#include "rules.hpp"

namespace sangkien {

// A rulebook the report rests on.
struct RulebookUse {
    std::string id;
    std::string number;
    Words title;
    Layer layer = Layer::national;
    Provenance provenance = Provenance::unverified;
    std::string digest;
};

// A yearly milestone (mốc) of this season.
struct MilestoneReport {
    Name name;
    Name who;
    Deadline deadline;
    bool past = false;  // at as_of
    Citation citation;
    std::vector<std::string> choices;  // paths of the readings it rests on
    Findings warnings;
};

// What became of one recorded event.
struct EventReport {
    Name event;
    Instant at;
    Name by;
    std::string actor;
    Truth verdict = Truth::undetermined;
    Name from;
    std::optional<Name> to;
    Citation citation;
    Findings findings;
};

// A clock that runs, or ran, for an initiative.
struct ClockReport {
    Name name;
    Name who;
    Day start;  // the event's day; not counted
    ClockReading reading;
    Truth kept = Truth::undetermined;  // stopped in time; fail: over and not stopped in time; undetermined: running
    Citation citation;
};

// A step that the procedure knows from here, and whether it may be taken now.
struct NextStep {
    Name name;
    std::vector<Name> by;
    Truth verdict = Truth::undetermined;
    Findings findings;
    Citation citation;
};

// A state an initiative reached by an event, and when; the state it starts in is not listed.
struct Reached {
    Name state;
    StateKind kind = StateKind::open;
    Instant at;
    std::uint16_t track = 0;  // 0: the main procedure
};

// Where an initiative stands in a track beside the main procedure.
struct TrackReport {
    Name track;
    Name state;
    StateKind kind = StateKind::open;
    Citation citation;
};

// From a day on which the rules changed: those of which day an open file goes by, and why.
struct RulesApplied {
    Day from;
    Day rules_on;
    Finding finding;
};

// What is known of one initiative.
struct InitiativeReport {
    std::string id;
    Words title;
    std::vector<Name> units;
    std::optional<Name> area;
    std::optional<Name> level;
    std::optional<Name> state;  // none: no rulebook has a lifecycle
    StateKind kind = StateKind::open;
    std::vector<TrackReport> tracks;
    std::vector<Reached> reached;
    std::vector<EventReport> events;
    std::vector<ClockReport> clocks;
    ScoreResult score;
    std::optional<SelectionResult> selection;
    std::vector<Contribution> contributions;
    std::vector<NextStep> next;
    std::vector<OpenDuty> duties;     // born of its events, done or not
    std::vector<RulesApplied> rules;  // one for each change of rules it met; empty: those of the season

    // The rules that its steps go by at `at`; `otherwise`: those of the season.
    Day rules_on(Instant at, Day otherwise) const noexcept
    {
        for (const RulesApplied& applied : rules)
            if (start_of_day(applied.from) <= at) otherwise = applied.rules_on;
        return otherwise;
    }
};

// What is known of one unit.
struct UnitReport {
    Name name;
    Name kind;
    std::vector<QuotaResult> quota;
    std::optional<UnitIndex> index;
};

// A duty of the papers, done or not.
struct DutyReport {
    Name name;
    Name who;
    std::optional<Instant> due;  // the first instant that is too late
    std::optional<Instant> done;
    Truth kept = Truth::undetermined;  // pass: done (in time); fail: late or overdue; undetermined: open
    Citation citation;
};

enum class TodoKind : std::uint8_t { duty, propose, step, supply, decide };
const char* word(TodoKind kind) noexcept;

// Todo (việc cần làm): who, what, by when, on which clause.
struct Todo {
    TodoKind kind = TodoKind::duty;
    std::vector<Name> who;
    std::optional<Name> unit;
    std::string initiative;
    Words what;
    std::optional<Instant> by;  // the first instant that is too late
    bool overdue = false;
    Citation citation;
};

// Report (báo cáo).
struct Report {
    Instant as_of;
    std::string season;
    Words title;
    std::string season_digest;
    int year = 0;
    Day rules_on;                 // the rules in force on this day were applied
    std::optional<Day> known_on;  // as they were known on this day; nothing: everything loaded
    Name recognising_unit;
    std::vector<RulebookUse> rulebooks;
    std::vector<Reading> readings;  // policy choices in use
    std::vector<Silence> silences;  // what no loaded paper says
    Findings warnings;              // reviews that are over, values that have ended
    std::vector<MilestoneReport> milestones;
    std::vector<InitiativeReport> initiatives;
    std::vector<std::size_t> ranking;  // positions in `initiatives`, best first, of those with a rank
    std::vector<UnitReport> units;
    std::vector<DutyReport> duties;
    std::vector<Todo> todo;
    std::optional<std::vector<AskedFact>> asked;  // of the host, in the order of the season; nothing: there was none
};

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "report_inl.hpp"
#endif
