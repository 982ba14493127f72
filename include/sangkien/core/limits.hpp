// The limits of the library, each with its reason. Past a limit there is an Error, never a truncated answer.
#pragma once

#include <cstddef>
#include <cstdint>

namespace sangkien::limits {

// Nesting of a JSON text. The deepest shipped rulebook needs 9; hostile input is stopped before it costs memory.
constexpr std::size_t json_depth = 64;
// Bytes of one JSON text. A season of the largest ward (about 200 files, 15 members) is under 1 MB.
constexpr std::size_t json_bytes = std::size_t{256} << 20;
// Keys of one object. The longest list of the shipped rulebooks has 25; looking one up walks the list.
constexpr std::size_t object_keys = 5000;
// Problems collected from one input before the rest is left out; a person reads the first dozen.
constexpr std::size_t problems = 1000;
// Civil years that a Day may lie in: four digits in ISO 8601, and far from the edges of int32 days.
constexpr int first_year = 1;
constexpr int last_year = 9999;
// Digits in an exact decimal, so that numerator and denominator fit 64 bits with room to add.
constexpr int decimal_digits = 15;
// Working days that one call may move: more than forty years either way.
constexpr std::int64_t working_days = 10000;
// Layers over one calendar: a province and a unit are two.
constexpr std::size_t calendar_layers = 100;
// Length of a period's number ("120 months"): beyond a century it is a typing error.
constexpr int period_length = 36500;
// Initiatives that a quota may ask of one unit a year: the dispatch asks 1, a thousand is a typing error.
constexpr std::int64_t initiatives_owed = 1000;
// People of one unit: more than a city has would be a typing error.
constexpr std::int64_t headcount = 1000000;
// Guards nested in guards, through named conditions too.
constexpr std::size_t guard_depth = 16;
// Guards of one procedure, and guards that one step asks, a named condition as often as it is used: the dispatch has 30.
// Conditions that use each other twice would double the work with every name.
constexpr std::size_t guards = 10000;
// Terms of one guard written as a disjunction of conjunctions: the dispatch has 6, past some thousands a step is slow.
constexpr std::size_t gate_terms = 4096;
// Words of a bit for each leaf of a procedure's guards.
constexpr std::size_t gate_words = guards / 64 + 1;
// States, steps and arrows of a drawn procedure: the dispatch with a council has about 40, more than a hundred nobody
// follows; the time to lay it out, and the refusals there are, grow with the square.
constexpr std::size_t picture_parts = 600;
// Steps looked at in search of simple paths, a few seconds: in a dense procedure there are more paths than atoms.
constexpr std::size_t steps_looked = 20000000;
// Ways to lift what stands against one step, in a plan; a reader takes in a few.
constexpr std::size_t ways = 64;

// Votes of the public for one initiative: ten times the people there are. A product with points then fits 64 bits.
constexpr std::int64_t public_votes = 1000000000;
// Members of the largest council that verification reckons with; real ones have 5 to 9.
constexpr std::int64_t council_members = 15;

}  // namespace sangkien::limits
