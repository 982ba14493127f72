// Views: a report as one person may see it, so that nobody learns a score that is not theirs to know.
//
//   Disclosure when;  when.closed = ...;  when.announced = ...;
//   for (const FileView& file : view_of(report, rules, season, "p-007", when)) ...
//
// A member of the council sees the own sheet at any time, and what the council made of a file once it has closed; an author
// sees the result of the own file, with its reasons, once it is announced; a member who may not sit on a file sees nothing
// of it, nor any rank, since ranks tell of all files at once. Everybody else sees nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report.hpp"

namespace sangkien {

// Disclosure (công bố): since when what is shown, and how many ballots must stand behind a figure that members are shown,
// lest one subtracts the own sheet and reads another's. The host says; without a moment it has not come.
struct Disclosure {
    std::optional<Instant> closed;
    std::optional<Instant> announced;
    std::int64_t least_ballots = 1;
};

// File view (phần được xem của một hồ sơ).
struct FileView {
    std::string initiative;
    bool barred = false;        // a member who may not sit on it
    std::optional<Ballot> own;  // the person's own sheet
    // What the council made of it. For an author without the names of members.
    std::optional<ScoreResult> result;
    std::optional<SelectionResult> selection;
};

// For every initiative of the season, at the moment of the report; with the rubric it was made by, or the rules: then that
// of the season, the readings it picks included.
std::vector<FileView> view_of(const Report& report, const Rubric& rubric, const Season& season,
                              const std::string& person, const Disclosure& when);
std::vector<FileView> view_of(const Report& report, const Rules& rules, const Season& season, const std::string& person,
                              const Disclosure& when);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "views_inl.hpp"
#endif
