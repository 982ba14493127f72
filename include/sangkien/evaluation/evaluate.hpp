// One season in, one report out.
//
//   const Report report = evaluate(rules, season, parse_instant("2025-09-30T17:00+07:00"));
//
// A pure function: no clock is asked, nothing is stored. What happened after `as_of` has not happened yet.
#pragma once

#include "../facts/fact_source.hpp"
#include "report.hpp"
#include "rules.hpp"

namespace sangkien {

// Evaluates; throws Error with everything in the season that the rules do not know or allow. With Trace::verdicts every
// verdict, state, figure and task is the same; conditions of events, of the council and of the index that passed come
// without clauses and values, and what other readings would have made of an event is not told. An explanation wants
// Trace::full.
Report evaluate(const Rules& rules, const Season& season, Instant as_of, Trace trace = Trace::full);

// The same with a host to ask for facts that the season does not state; Report::asked has what it answered.
Report evaluate(const Rules& rules, const Season& season, Instant as_of, FactSource& facts, Trace trace = Trace::full);

// What the rules find wrong with the season itself (unknown areas, roles, scores above their maximum, ...).
void check_season(const Rules& rules, const Season& season, Problems& problems);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "evaluate_inl.hpp"
#endif
