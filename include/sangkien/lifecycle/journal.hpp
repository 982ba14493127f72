// The journal (nhật ký): what happened to files, line after line, each sealed and naming the seal of the one before.
//
//   std::vector<JournalLine> lines = read_journal(text);                       // io/journal.hpp
//   for (const JournalLine* line : standing(lines, at, known)) ...             // what counts, in order of occurrence
//   replay(lines, at, known, season);                                          // and evaluate() judges the season
//
// Nothing is taken back: a correction is a further line that names the one it corrects. Two times are kept apart: when
// a thing occurred, and when it was recorded; so the state at any instant can be asked for as it was known at any other.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "../facts/season.hpp"

namespace sangkien {

// Which values a rulebook had: its id and the SHA-256 of its canonical form.
struct RulebookDigest {
    std::string id;
    std::string sha256;
};

// Journal event (sự kiện nhật ký): what the host hands in. `event`, `facts` and `corrects` may not all be empty.
struct JournalEvent {
    Instant recorded;                 // when it was written down; never before that of the line above
    Instant occurred;                 // when it happened; never after `recorded`
    std::string actor;                // person id
    std::string acting_for;           // person id the actor stands in for; may be empty
    std::string channel;              // counter, portal, ...: the host's word; may be empty
    std::string event;                // of the rulebook's lifecycle, such as "file"; may be empty
    std::string role;                 // in which the event is done; with `event`
    std::string initiative;           // with `event` and `facts`
    std::vector<DeclaredFact> facts;  // declared about the initiative
    std::string payload;              // SHA-256 of what the host keeps (papers, forms); may be empty
    // The line this one takes the place of. With neither event nor facts that line is struck out and nothing replaces it.
    std::optional<std::int64_t> corrects;
    std::vector<RulebookDigest> rulebooks;  // where named: those in force from this line on
};

// Journal head (đầu nhật ký): how far a journal goes. Kept elsewhere, it is the anchor that proves the journal's end.
struct JournalHead {
    std::int64_t sequence = 0;                  // of the last line; 0: there is none yet
    std::string sha256 = std::string(64, '0');  // its seal

    friend bool operator==(const JournalHead& a, const JournalHead& b) noexcept
    {
        return a.sequence == b.sequence && a.sha256 == b.sha256;
    }
    friend bool operator!=(const JournalHead& a, const JournalHead& b) noexcept { return !(a == b); }
};

// Journal line (dòng nhật ký).
struct JournalLine {
    JournalEvent event;
    std::int64_t sequence = 0;  // from 1
    std::string previous;       // seal of the line above; 64 zeros on the first
    std::string sha256;         // its own seal

    JournalHead head() const { return {sequence, sha256}; }
};

// Journal order (trật tự nhật ký): what a line must keep besides the chain, asked before it is appended and when it is
// verified: times, and that a correction names a line above that nothing has corrected yet.
class JournalOrder {
public:
    // What is wrong with `event` as line `sequence`; `file` is the name shown.
    std::optional<Problem> wrong(const JournalEvent& event, std::int64_t sequence, const std::string& file) const;
    // Room for one more, so that take() cannot fail when its line is on disk already.
    void make_room();
    // Takes it; it must not be wrong.
    void take(const JournalEvent& event);

private:
    std::optional<Instant> recorded_;
    std::vector<std::int64_t> corrected_by_;  // of each line, 0: nothing
};

// The lines that count at `at` as known at `known`: recorded by `known`, occurred by `at`, neither corrected by `known`
// nor mere strikings-out; in order of occurrence, and of the same instant in the order of the journal, in which a
// correction keeps the place of what it corrects. `lines` must hold together, as read_journal() gives them.
std::vector<const JournalLine*> standing(const std::vector<JournalLine>& lines, Instant at, Instant known);

// The rulebooks in force by the last line recorded by `known` that names any.
std::vector<RulebookDigest> rulebooks_known(const std::vector<JournalLine>& lines, Instant known);

// Gives each initiative of the season its events and facts from the journal; a fact of the season stays where the
// journal does not speak of it. Throws Error for an initiative that is not in the season (SK1313), or that has events
// in the season too (SK1714).
void replay(const std::vector<JournalLine>& lines, Instant at, Instant known, Season& season,
            const std::string& file = "journal");

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "journal_inl.hpp"
#endif
