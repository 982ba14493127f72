// Undecided yet: with ballots missing, what is certain already, and what must the missing give?
//
//   Bounds now = bounds(rubric, season, initiative, as_of);
//   now.decision;                  // pass or fail: whatever the missing ballots say; undetermined: they decide
//   now.low, now.high              // the total lies between, both included, and both can come about
//   now.each_needs                 // what each missing ballot must give for the pass mark, if all give the same
//
// A ballot that is missing may say anything the rubric allows. Where there is a quorum it may also never come; in a vote
// with the chair's casting vote and the base `ballots` it is taken to come.
#pragma once

#include <optional>
#include <string>

#include "score.hpp"

namespace sangkien {

// What one of the missing ballots must give, all giving the same.
struct Needed {
    Ratio total;
    bool more = false;  // more than `total`; else `total` is enough
};

// Bounds (khoảng kết quả còn có thể) of one initiative.
struct Bounds {
    std::string initiative;
    std::int64_t missing = 0;  // ballots of those who sit that are not in, or lack a part that is asked
    Truth decision = Truth::undetermined;
    Truth vote = Truth::undetermined;
    std::optional<Ratio> low, high;                    // exact; none where no figure can be told
    std::optional<Ratio> standing_low, standing_high;  // as they are compared: rounded where the rubric rounds
    std::optional<Name> lowest_class, highest_class;   // none: in no class
    bool class_certain = false;
    Truth pass_mark = Truth::undetermined;  // pass: reached whatever they say; fail: out of reach
    std::optional<Needed> each_needs;       // where the pass mark is still open
    std::int64_t votes_needed = 0;          // more votes that must agree, where so many are needed for the vote
};

Bounds bounds(const Rubric& rubric, const Season& season, const Initiative& initiative, Instant as_of);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "bounds_inl.hpp"
#endif
