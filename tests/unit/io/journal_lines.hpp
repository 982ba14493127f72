// A journal for the tests of journals: twelve lines, with a correction, a striking-out, letters of Vietnamese and facts.
#pragma once

#include <sangkien/io/journal.hpp>

#include <string>
#include <vector>

#include "catch.hpp"

namespace journals {

using namespace sangkien;

inline Instant minute(std::int64_t count) { return {1758700800 + 60 * count}; }

inline JournalEvent event(std::int64_t recorded, std::int64_t occurred, const char* initiative, const char* name,
                          const char* role = "unit-head")
{
    JournalEvent out;
    out.recorded = minute(recorded);
    out.occurred = minute(occurred);
    out.actor = "p-104";
    out.event = name;
    out.role = role;
    out.initiative = initiative;
    return out;
}

inline std::vector<JournalEvent> twelve()
{
    std::vector<JournalEvent> out;
    for (int i = 0; i < 12; ++i) out.push_back(event(10 * i, 10 * i - 5, i % 2 == 0 ? "SK-01" : "SK-02", "file"));
    out[1].acting_for = "ông Tư \"Ấm\"\n";
    out[1].channel = "một cửa";
    out[2].facts = {{"novel", true, {}}, {"applied", false, {}}};
    out[3].payload = std::string(64, 'a');
    out[4].corrects = 2;
    out[5].corrects = 5;
    out[5].event = out[5].role = out[5].initiative = "";
    out[6].rulebooks = {{"gia-vien-934", std::string(64, 'b')}, {"charter-13-2012", std::string(64, '0')}};
    out[7].event = out[7].role = "";
    out[7].facts = {{"novel", false, {}}};
    return out;
}

inline std::vector<std::string> lines_of(const std::vector<JournalEvent>& events, JournalHead head = {})
{
    std::vector<std::string> out;
    for (const JournalEvent& one : events) out.push_back(journal_line(one, head));
    return out;
}

inline std::string joined(const std::vector<std::string>& lines)
{
    std::string out;
    for (const std::string& line : lines) out += line;
    return out;
}

inline JournalHead head_of(const std::vector<std::string>& lines) { return verify_journal(joined(lines)).head; }

// "altered 3": what is wrong and on which line; "holds 12" when nothing is.
inline std::string found(const std::string& text, const std::optional<JournalHead>& anchor = std::nullopt)
{
    const JournalCheck check = verify_journal(text, "j.jsonl", anchor);
    if (check.holds()) return "holds " + std::to_string(check.head.sequence);
    REQUIRE(check.fault->place.file == "j.jsonl");
    // The chain alone finds the same, but for what the lines say.
    const JournalCheck chain = verify_journal_chain(text, "j.jsonl", anchor);
    REQUIRE((chain.holds() || chain.fault->place.mark.line >= check.fault->place.mark.line));
    return std::string(journal_fault_word(check.fault->id)) + " " + std::to_string(check.fault->place.mark.line);
}

inline std::string found(const std::vector<std::string>& lines, const std::optional<JournalHead>& anchor = std::nullopt)
{
    return found(joined(lines), anchor);
}

}  // namespace journals
