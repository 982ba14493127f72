#pragma once

#include "evaluate_text.hpp"
#include "season_reader.hpp"

namespace sangkien {

SANGKIEN_INLINE Report evaluate_text(const Rules& rules, std::string_view season, std::string file, Instant as_of)
{
    Problems problems;
    const Season read = read_season(season, std::move(file), problems);
    // A text that is no season at all has nothing that the rules could speak of.
    if (!problems.empty() && (read.id.empty() || read.opened == Day{})) problems.throw_if_any();
    if (!problems.empty()) check_season(rules, read, problems);
    problems.throw_if_any();
    return evaluate(rules, read, as_of);
}

}  // namespace sangkien
