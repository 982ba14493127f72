// One yearly round of one office: everything the host hands in.
#pragma once

#include <string>
#include <vector>

#include "council.hpp"
#include "initiative.hpp"
#include "reorganisation.hpp"
#include "unit.hpp"

namespace sangkien {

// Index entry (số liệu chỉ số): what one unit reports for one component of the index.
struct IndexEntry {
    std::string unit;
    std::string component;
    Ratio value;          // a count or a rate; 1 and 0 for yes and no
    bool yes_no = false;  // it was written true or false
    Mark mark;            // of the value
    Mark unit_mark{};
    Mark component_mark{};
};

// A duty that somebody has done, and when; of an initiative, where it was born of one of its events.
struct DutyDone {
    std::string duty;
    Instant at;
    Mark mark;
    std::string initiative{};
    std::optional<Instant> since{};  // of the event it was born of, where there are several
};

// The unit that recognises, and its head (Circular 18/2013 art. 8 bars the head who is an author).
struct RecognisingUnit {
    std::string id;
    std::string head;
    Words name;
};

// A rulebook the season stands under.
struct RulebookName {
    std::string id;
    Mark mark;
};

// Season (đợt sáng kiến): one yearly round of a ward.
struct Season {
    std::string file;    // what it was read from, for error messages; may be empty
    std::string digest;  // SHA-256 of the text it was read from, hex; empty when it was not read
    std::string id;
    Words title;  // may be empty
    int year = 0;
    Mark year_mark;
    Day opened;  // the rules in force on this day govern the round
    Mark opened_mark;
    std::vector<RulebookName> rulebooks;
    RecognisingUnit recognising_unit;
    std::vector<Unit> units;
    std::vector<Initiative> initiatives;
    Council council;
    std::vector<Ballot> ballots;
    std::vector<PublicVotes> public_votes;
    std::vector<IndexEntry> index;
    std::vector<DutyDone> duties;
    std::vector<Choice> choices;
    std::vector<Reorganisation> reorganisations;

    const Unit* unit(std::string_view name) const noexcept
    {
        for (const Unit& candidate : units)
            if (candidate.id == name) return &candidate;
        return nullptr;
    }
};

}  // namespace sangkien
