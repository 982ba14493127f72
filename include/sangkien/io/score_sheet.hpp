// A sheet of scores: what the members of a council gave, row by row, and what follows from it.
//
//   Season sheet = read_score_sheet(csv_or_json, "sheet.csv", problems);
//   std::vector<SheetScore> scores = score_sheet(rules, sheet, as_of);
//
// A sheet is CSV with a header, or a JSON list of objects, with the columns
//
//   initiative, member, criterion, points        and, where wanted, role (chair, vice-chair, secretary, member)
//
// Under `criterion`, the word vote stands for the member's vote; its points are then agree, disagree or abstain. All who
// stand in the sheet are the council, and sit on every initiative: who gives nothing to one has a ballot missing there.
// The word public-votes, on a row without a member, stands for how many votes the public gave the initiative.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "../evaluation/rules.hpp"
#include "../facts/season.hpp"
#include "../rulebook/fields.hpp"
#include "../scoring/bounds.hpp"

namespace sangkien {

// The season that a sheet makes: its council, its initiatives without authors, its ballots. Problems: SK1014 a column is
// not there, SK1010 a cell is empty, SK1204 points that are no number, SK1007 another vote, SK1309 a score or a vote given twice; of public votes
// SK1002 a member, SK1302 stated twice, SK1205 out of range.
Season read_score_sheet(std::string_view text, std::string file, Problems& problems);

// The result of one initiative of a sheet, and what was certain with the ballots that are in.
struct SheetScore {
    ScoreResult score;
    Bounds bounds;
};
// In the order of the sheet. Throws Error with every score that the rubric does not allow.
std::vector<SheetScore> score_sheet(const Rubric& rubric, const Season& season, Instant as_of);
// The same by the rules in force on the day of `as_of`; SK1516 when none is.
std::vector<SheetScore> score_sheet(const Rules& rules, const Season& season, Instant as_of);

// { "sangkien", "as_of", "initiatives": [ { "initiative", "score": as in a report, "bounds" } ] }
std::string score_json(const std::vector<SheetScore>& scores, Instant as_of);
// For each initiative its total, class, vote and decision, with every reason; what is open, and what would settle it.
std::string score_text(const std::vector<SheetScore>& scores, Instant as_of, Language language);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "score_sheet_inl.hpp"
#endif
