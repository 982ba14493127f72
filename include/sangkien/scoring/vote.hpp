// The vote: so many of a base must agree, by whole numbers, with the ballots still missing told apart.
//
//   outcome(parse_ratio("2/3"), 6, 0, 9)     // pass: 3 * 6 >= 2 * 9
//   outcome(parse_ratio("2/3"), 5, 1, 8)     // undetermined: the missing vote decides
#pragma once

#include <cstdint>
#include <string>

#include "../core/finding.hpp"
#include "exclusion.hpp"
#include "rubric.hpp"

namespace sangkien {

// Vote count (kiểm phiếu). `base` and `needed` are 0, and `passed` undetermined, where no rulebook says what
// they are.
struct VoteCount {
    Truth passed = Truth::undetermined;
    std::int64_t agree = 0;
    std::int64_t disagree = 0;
    std::int64_t abstain = 0;
    std::int64_t missing = 0;
    std::int64_t base = 0;
    std::int64_t needed = 0;
    Ratio fraction;
    std::string cast_by;  // the chair whose own vote decided an even split; empty: it was not needed
};

// The fewest of `base` that reach the fraction, or are more than it.
std::int64_t votes_needed(Ratio fraction, std::int64_t base, bool more_than = false);

// pass: enough agree whatever the missing votes are. fail: too few even if all of them agree. A base of
// nobody decides nothing.
Truth outcome(Ratio fraction, std::int64_t agree, std::int64_t missing, std::int64_t base, bool more_than = false);

// The vote of a seating, with its findings. Where members are excluded and no rulebook says whether they stay
// in the base, both readings are tried; only if they differ the vote is undetermined. With the base `ballots`
// and a quorum that is reached, the votes handed in decide; without, those missing may still come.
VoteCount count_vote(const Rubric& rubric, const Seating& seating, Findings& findings);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "vote_inl.hpp"
#endif
