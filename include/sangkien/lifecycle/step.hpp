// One step of a file, as a pure function: state, event, role, instant and facts in; next state or every reason out.
//
//   StepResult r = step(table, state, "recognise", "chairperson", at, surroundings);
//   if (r.verdict == Truth::pass) state = *r.to;     // else r.findings lists every unmet guard
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "../calendar/deadline.hpp"
#include "table.hpp"

namespace sangkien {

// Clock reading (thời hạn đang chạy): where a clock of the table stands for one file.
struct ClockReading {
    bool begun = false;
    bool determined = false;  // its end is known (the calendar covers it)
    Deadline end;
    std::optional<Day> not_before;   // of an end that is not determined: its last day is this one or later
    std::optional<Instant> stopped;  // the first event that stops it
    Name name;
};

// A yearly deadline as a guard sees it.
struct DeadlineReading {
    bool determined = false;
    Deadline end;
    Name name;
    std::vector<std::string> choices;  // paths of the readings it rests on
};

// What a built-in condition says of this file, and the finding that explains it.
struct BuiltinReading {
    Truth value = Truth::undetermined;
    FindingId passed{}, failed{}, open{};
    Arguments arguments;
    std::optional<Lift> lift{};  // of an open reading, where more is known than the finding's own
};

// Surroundings (bối cảnh): all that a guard may ask, parallel to the lists of the table.
struct Surroundings {
    std::vector<DeadlineReading> deadlines;
    std::vector<ClockReading> clocks;
    std::vector<Truth> facts;
    std::optional<Name> level;             // of recognition the initiative seeks
    std::vector<BuiltinReading> builtins;  // builtin_count of them
    Trace trace = Trace::full;
};

// Step result (kết quả của bước).
struct StepResult {
    Truth verdict = Truth::undetermined;
    const Transition* transition = nullptr;  // of the table; null when the event is unknown here
    std::optional<std::uint16_t> to;         // when the verdict is pass
    Findings findings;                       // met guards and every unmet one
};

StepResult step(const Table& table, std::uint16_t state, std::string_view event, std::string_view role, Instant at,
                const Surroundings& surroundings);

// Permitted (được phép): a transition out of `state`, and what its guards say at `at`, whoever takes it.
struct Permitted {
    const Transition* transition = nullptr;
    Truth verdict = Truth::undetermined;
    Findings findings;
};

std::vector<Permitted> permitted(const Table& table, std::uint16_t state, Instant at, const Surroundings& surroundings);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "step_inl.hpp"
#endif
