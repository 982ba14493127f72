#pragma once

#include "fact_source.hpp"

namespace sangkien {

SANGKIEN_INLINE Season with_answers(Season season, const std::vector<AskedFact>& asked)
{
    for (const AskedFact& answer : asked)
        for (Initiative& initiative : season.initiatives)
            if (initiative.id == answer.initiative && answer.value != Truth::undetermined &&
                initiative.fact(answer.fact.id) == Truth::undetermined)
                initiative.facts.push_back({answer.fact.id, answer.value == Truth::pass, {}});
    return season;
}

}  // namespace sangkien
