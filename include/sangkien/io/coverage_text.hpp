// Clause coverage of rulebooks, by their own vectors and by seasons: as text and as JSON.
//
//   const RulesCoverage found = cover_rules({"gia-vien-934"});
//   std::string page = coverage_text(found, Language::vi);
#pragma once

#include <string>
#include <vector>

#include "../evaluation/coverage.hpp"

namespace sangkien {

// One rulebook and its clauses.
struct BookCoverage {
    std::string id;
    std::size_t cases = 0;  // that it was held against
    std::vector<ClauseCoverage> clauses;

    // Does every operative clause have every outcome it can have?
    bool whole() const;
};

// Coverage of several rulebooks, and what is wrong with their vectors.
struct RulesCoverage {
    std::vector<BookCoverage> rulebooks;
    std::vector<Problem> problems;

    bool whole() const;
};

// Runs the vectors of the rulebooks named (ids or paths), and evaluates `seasons` at `as_of` under all of them together
// with `with`. Each rulebook named is held against all of these cases.
RulesCoverage cover_rules(const std::vector<std::string>& names, const std::vector<std::string>& with = {},
                          const std::vector<Season>& seasons = {}, Instant as_of = {});

std::string coverage_text(const RulesCoverage& coverage, Language language);
std::string coverage_json(const RulesCoverage& coverage);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "coverage_text_inl.hpp"
#endif
