// Journals as JSON lines: making a line, reading and verifying them. docs/journal.md defines a line to the byte.
//
//   JournalHead head;                                              // of an empty journal
//   const std::string line = journal_line(event, head);            // one line with its end; `head` is now its head
//   const JournalCheck check = verify_journal(text, "2025.jsonl", anchor);
//   if (!check.holds()) std::cout << message(*check.fault, Language::vi);
//
// A host that keeps lines in a store of its own needs nothing else. io/journal_file.hpp writes files.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../lifecycle/journal.hpp"

namespace sangkien {

// The line of `event` behind `head`, with its line end; `head` moves on to it. Throws Error SK1702 for an event that no
// line can hold (no actor, an event without a role, a digest that is none). Times and corrections need the lines above
// and are not asked here: see JournalOrder.
std::string journal_line(const JournalEvent& event, JournalHead& head);

// An event from JSON, with the keys of a line except those the journal gives itself. Throws Error.
JournalEvent read_journal_event(std::string_view json, std::string file = "event");

// "41:9f86d0..." and back; throws Error SK1702.
std::string to_text(const JournalHead& head);
JournalHead parse_journal_head(std::string_view text);

// Journal check (kết quả kiểm chứng nhật ký).
struct JournalCheck {
    JournalHead head;                   // of the lines that hold, up to the first bad one
    std::size_t bytes = 0;              // that they take
    std::optional<Problem> fault;       // the first bad line and what is wrong with it
    std::optional<JournalHead> anchor;  // as it was given

    bool holds() const noexcept { return !fault; }
};

// What is wrong, as a word: "altered", "unreadable", "torn", "removed", "inserted", "reordered", "doubled", "forked",
// "truncated", "rewritten", "recorded-backwards", "occurred-later", "correction"; empty for other ids.
const char* journal_fault_word(ErrorId id) noexcept;

// What a check cannot prove: lines cut off the end ("tail"), the whole written anew ("rewritten").
struct JournalDoubt {
    const char* id;
    Words words;
};
std::vector<JournalDoubt> unproven(const JournalCheck& check);

// Reads a journal to its end or first bad line. `anchor`: a head that was kept elsewhere. Throws Error SK1006 alone, for a
// text past the limit.
JournalCheck verify_journal(std::string_view text, std::string file = "journal",
                            const std::optional<JournalHead>& anchor = std::nullopt);
// Only seals, sequence and chain of every line, not what the lines say: fast. The rest of the check is as above.
JournalCheck verify_journal_chain(std::string_view text, std::string file = "journal",
                                  const std::optional<JournalHead>& anchor = std::nullopt);
// The same of the lines behind `from`, a head that was verified before: a journal that grew is not read from its start
// again. Numbers of lines are those in the whole journal, and `bytes` those of `text` alone; an anchor that is not
// behind `from` says nothing here.
JournalCheck verify_journal_chain_behind(const JournalHead& from, std::string_view text, std::string file = "journal",
                                         const std::optional<JournalHead>& anchor = std::nullopt);
// The lines; throws Error with the first fault.
std::vector<JournalLine> read_journal(std::string_view text, std::string file = "journal");

std::string journal_check_json(const JournalCheck& check);
std::string journal_check_text(const JournalCheck& check, Language language);

// The season as JSON with the events and facts of the journal, as evaluate_text() takes it; see replay(). Everything
// else stands as it was written, without line breaks.
std::string journal_season(const std::vector<JournalLine>& lines, std::string_view season, std::string season_file,
                           Instant at, Instant known);
// What counts, as JSON: {"head", "rulebooks", "events": [{"sequence", "occurred", "recorded", ...}]}.
std::string journal_replay_json(const std::vector<JournalLine>& lines, Instant at, Instant known);
std::string journal_replay_text(const std::vector<JournalLine>& lines, Instant at, Instant known, Language language);

// The last instant there is: for "everything, as known now".
inline constexpr Instant end_of_time{253402275599};  // 9999-12-31T23:59:59+07:00

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "journal_inl.hpp"
#endif
