#pragma once

#include "evaluate_text.hpp"
#include "season_reader.hpp"

namespace sangkien {

namespace detail {

inline Season checked_season(const Rules& rules, std::string_view season, std::string file)
{
    Problems problems;
    Season read = read_season(season, std::move(file), problems);
    // A text that is no season at all has nothing that the rules could speak of.
    if (!problems.empty() && (read.id.empty() || read.opened == Day{})) problems.throw_if_any();
    if (!problems.empty()) check_season(rules, read, problems);
    problems.throw_if_any();
    return read;
}

}  // namespace detail

SANGKIEN_INLINE Report evaluate_text(const Rules& rules, std::string_view season, std::string file, Instant as_of)
{
    return evaluate(rules, detail::checked_season(rules, season, std::move(file)), as_of);
}

SANGKIEN_INLINE Report evaluate_text(const Rules& rules, std::string_view season, std::string file, Instant as_of,
                                     FactSource& facts)
{
    return evaluate(rules, detail::checked_season(rules, season, std::move(file)), as_of, facts);
}

}  // namespace sangkien
