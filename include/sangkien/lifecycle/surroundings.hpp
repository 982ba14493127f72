// Surroundings: what is known of one file when a step is judged.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "../calendar/deadline.hpp"
#include "../core/finding.hpp"
#include "guard.hpp"

namespace sangkien {

// Clock reading (thời hạn đang chạy): where a clock of the table stands for one file.
struct ClockReading {
    bool begun = false;
    bool determined = false;  // its end is known (the calendar covers it)
    Deadline end;
    std::optional<Day> not_before;       // of an end that is not determined: its last day is this one or later
    std::optional<Instant> stopped;      // the first event that stops it
    std::optional<Instant> suspended{};  // since when it stands still, and suspended days are said not to count
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
    std::optional<Lift> lift{};  // where more is known than the finding's own
};

// A document (giấy tờ) of the file: with it from `since` on; where no instant is known, from the start.
struct DocumentReading {
    Truth present = Truth::undetermined;
    std::optional<Instant> since;
};

// What the council gave: the total that is compared, and the class.
struct MarkReading {
    Truth closed = Truth::undetermined;  // pass: `total` and `klass` stand; else some of it is still to come
    std::optional<Ratio> total;
    std::optional<Name> klass;
};

// An event that was accepted: `event` into Table::tallied.
struct Taken {
    std::uint16_t event = 0;
    Instant at;
    std::string person;  // who took it; may be empty
};

// Who is asked for a fact that is undetermined here: see FactSource.
struct FactQuestions {
    FactQuestions() = default;
    FactQuestions(const FactQuestions&) = default;
    FactQuestions& operator=(const FactQuestions&) = default;
    virtual ~FactQuestions() = default;

    virtual Truth ask(const Name& fact) const = 0;
};

// Surroundings (bối cảnh): all that a guard may ask, parallel to the lists of the table.
struct Surroundings {
    std::vector<DeadlineReading> deadlines;
    std::vector<ClockReading> clocks;
    std::vector<Truth> facts;
    std::optional<Name> level;             // of recognition the initiative seeks
    std::vector<BuiltinReading> builtins;  // builtin_count of them
    std::vector<DocumentReading> documents;
    std::vector<Truth> quotas;  // of the lead unit
    MarkReading mark;
    std::vector<std::string> authors;
    std::vector<std::string> conflicted;  // by declaration, for this initiative
    Trace trace = Trace::full;
    std::vector<Taken> taken;             // in order
    const FactQuestions* host = nullptr;  // may be none
};

}  // namespace sangkien
