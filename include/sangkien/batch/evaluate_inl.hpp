#pragma once

#include "evaluate.hpp"

namespace sangkien {

SANGKIEN_INLINE std::vector<Outcome> evaluate_all(const Rules& rules, const std::vector<Season>& seasons, Instant as_of)
{
    std::vector<Outcome> out;
    out.reserve(seasons.size());
    for (const Season& season : seasons) {
        Outcome outcome;
        try {
            outcome.report = evaluate(rules, season, as_of);
        } catch (const Error& error) {
            outcome.problems = error.problems();
        }
        out.push_back(std::move(outcome));
    }
    return out;
}

}  // namespace sangkien
