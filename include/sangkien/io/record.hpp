// The decision record (biên bản quyết định): one evaluation as a portable JSON that anybody can verify later.
//
//   const std::string record = make_record(rules, season_text, "season.json", as_of);
//   ... years later, perhaps with other software ...
//   const RecordCheck check = verify_record(record, rules, season_text);
//   if (!check.same()) std::cout << record_check_text(check, Language::en);
//
// A record holds no facts of the season: digests of the rulebooks, the season and the result, the instant and the release.
// docs/record.md tells how each digest is made, docs/record.schema.json is the schema.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../evaluation/report.hpp"

namespace sangkien {

// A rulebook as a record names it; `digest` is of its canonical form, whatever its layout.
struct RecordedRulebook {
    std::string id;
    std::string layer;
    std::string number;
    std::string digest;
};

// What the report counts, for a reader of the record.
struct RecordSummary {
    std::int64_t initiatives = 0;
    std::int64_t units = 0;
    std::int64_t events = 0;
    std::int64_t events_unmet = 0;  // refused, or undetermined
    std::int64_t todo = 0;
    std::int64_t todo_overdue = 0;
};

// Record (biên bản).
struct Record {
    std::string library;
    Instant as_of;
    std::optional<Day> known_on;  // with the rules as they were known on this day; nothing: everything loaded
    std::string season;
    std::string season_digest;
    std::vector<RecordedRulebook> rulebooks;  // those in force, lowest layer first
    std::string result;                       // result_digest() of the report
    RecordSummary summary;
    std::string note;
    std::string seal;  // canonical digest of the record without its seal
};

// Evaluates and records. Throws Error, as evaluate_text() does. `note` is the host's own text; empty: none. Of rules as
// they were known on a day (Rules::known_on) that day is recorded.
std::string make_record(const Rules& rules, std::string_view season, std::string file, Instant as_of,
                        std::string_view note = {});

// Reads a record; throws Error when it is none.
Record read_record(std::string_view json, std::string file = "record");

// What a difference is about.
enum class RecordPart : std::uint8_t {
    seal,              // the record was altered after it was made
    season,            // another season, or its facts were altered
    rulebook,          // a rulebook's values are not those of then
    rulebook_missing,  // recorded, but not in force among the rules given
    rulebook_extra,    // in force among the rules given, but not recorded
    rulebook_order,
    result,    // the same inputs are not asked, or not answered, as then
    summary,   // the counts are not those of the report
    report,    // the report given is not the one recorded
    known_on,  // the rules given are known as of another day
};
const char* word(RecordPart part) noexcept;

// Difference (điểm khác). `place` is a JSON pointer into the record, or into the report where `in_report`.
struct RecordDifference {
    RecordPart part = RecordPart::seal;
    bool in_report = false;
    std::string place;
    std::string rulebook;  // id, where it is about one
    std::string recorded;
    std::string found;
};
Words explanation(const RecordDifference& difference);

// Record check (kết quả kiểm chứng): the same, or different and where. Another release alone is no difference.
struct RecordCheck {
    Record record;
    std::string library;  // the release that verified
    std::vector<RecordDifference> differences;

    bool same() const noexcept { return differences.empty(); }
    bool other_library() const noexcept { return record.library != library; }
};

// Evaluates again at the record's instant, with `rules` as they were known on its day, and compares. With `report`, the JSON that was kept, it is compared too, and a
// result that differs is told by its first differing place. Throws Error when record, season or report cannot be used.
RecordCheck verify_record(std::string_view record, const Rules& rules, std::string_view season,
                          std::string file = "season", std::optional<std::string_view> report = std::nullopt,
                          std::string record_file = "record");

std::string record_check_json(const RecordCheck& check);
std::string record_check_text(const RecordCheck& check, Language language);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "record_inl.hpp"
#endif
