// Many seasons at once: the wards of a province, a ward over the years.
//
//   for (const Outcome& outcome : evaluate_all(rules, seasons, as_of))
//       if (outcome.report) ...; else ... outcome.problems ...
//
// One season that cannot be used stops no other; its problems stand in its place.
#pragma once

#include <optional>
#include <vector>

#include "../evaluation/evaluate.hpp"

namespace sangkien {

// Outcome (kết quả): a report, or what is wrong with the season.
struct Outcome {
    std::optional<Report> report;
    std::vector<Problem> problems;
};

// In the order of `seasons`.
std::vector<Outcome> evaluate_all(const Rules& rules, const std::vector<Season>& seasons, Instant as_of);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "evaluate_inl.hpp"
#endif
