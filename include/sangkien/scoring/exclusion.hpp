// Who of a council may sit on an initiative, and whose ballots are in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "../core/finding.hpp"
#include "../facts/season.hpp"
#include "rubric.hpp"

namespace sangkien {

// Exclusion (không được tham gia): a member who may not sit, on the first ground that holds. Each ground that
// holds has its own finding.
struct Exclusion {
    std::string member;
    Citation citation;
    Words reason;
};

// Seat (ghế): a member who may sit, with the ballot; none while it is missing.
struct Seat {
    const Member* member = nullptr;
    const Ballot* ballot = nullptr;
};

// Seating (thành phần tham gia): the council as it sits on one initiative.
struct Seating {
    std::vector<Seat> seats;   // in the order of the council
    std::int64_t members = 0;  // of the council, the excluded ones too
    std::vector<Exclusion> excluded;
    Findings findings;
    std::optional<std::int64_t> public_votes;  // where they count: of this initiative, none when nobody has said
    std::int64_t most_votes = 0;               // that any initiative has
    // A seat whose holder would be excluded if a fact that nobody has stated is true, and the finding that
    // says so.
    std::optional<std::size_t> doubtful;
    std::optional<Finding> doubt;
};

// Whether `member` may sit on `initiative`, with a finding for each ground that holds or hangs on a missing fact. It
// needs no ballot and no council, so it can be asked before anybody is appointed.
struct Eligibility {
    std::string initiative;
    Truth may_sit = Truth::undetermined;
    Findings findings;
};
Eligibility eligibility(const Rubric& rubric, const Season& season, const Member& member, const Initiative& initiative);
// The same for every initiative of the season, in its order.
std::vector<Eligibility> eligibility(const Rubric& rubric, const Season& season, const Member& member);

// The seating at `as_of`; ballots handed in later are not in yet. The result points into `season`.
Seating seat_council(const Rubric& rubric, const Season& season, const Initiative& initiative, Instant as_of);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "exclusion_inl.hpp"
#endif
