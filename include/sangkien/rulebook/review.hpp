// Values that have come to their end: the versions of a dated value end, and none follows.
//
//   for (const EndedValue& value : ended_values(rulebook, parse_day("2027-01-01")))
//       value.path;                             // schedule.ward-submission.yearly: known until before value.until
//
// What is done then the rulebook says under "reviewed" of its "document", Review::after: the last value goes on (`allow`),
// goes on and is told in the report (`flag`), or the evaluation is refused (`refuse`).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layers.hpp"
#include "rulebook.hpp"

namespace sangkien {

// Ended value (giá trị đã hết): a dated value on and after the day its last version ended.
struct EndedValue {
    std::string path;
    Day until;  // the first day without a value
    Node last;  // the version that ended last
};

// Those of a rulebook that have ended by `on`, as known on `known`. A gap before a later version is none of them, and
// neither is what ends with the paper itself.
std::vector<EndedValue> ended_values(const Rulebook& rulebook, Day on, std::optional<Day> known = std::nullopt);
// Without those that another paper gives in `effective`.
std::vector<EndedValue> ended_values(const Rulebook& rulebook, const Effective& effective, Day on,
                                     std::optional<Day> known = std::nullopt);
// Is the review over on `day`?
bool review_over(const Review& review, Day day) noexcept;

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "review_inl.hpp"
#endif
