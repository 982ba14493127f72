// Paths through a procedure, as data: what cases of a test are made of, and proofs that something is out of reach.
//
//   shortest_paths(table)[*table.state("recognised")];                   // file, accept, appraise, recognise
//   reaches(table, filed, {*table.role("unit-head")}, recognised);       // false: no unit head gets there alone
//
// Each track is looked at alone, from its own beginning. Guards are taken as free to be met or not. What is out of reach here is out of reach whatever the facts are; what is
// in reach here is so only where the guards on the way can be met together.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "table.hpp"

namespace sangkien {

// A state, and roles, by their ids. Error SK1308 with the names that there are.
std::uint16_t state_named(const Table& table, std::string_view id);
std::vector<std::uint16_t> roles_named(const Table& table, const std::vector<std::string>& ids);

// Path step (bước của đường đi): a transition of the table, taken in one of the states it leaves from.
struct PathStep {
    std::uint16_t transition = 0;
    std::uint16_t from = 0;
    std::uint16_t to = 0;

    friend bool operator==(const PathStep& a, const PathStep& b) noexcept
    {
        return a.transition == b.transition && a.from == b.from && a.to == b.to;
    }
};
// Path (đường đi): steps in order, each from where the one before leads. Empty: one stays where one is.
using Path = std::vector<PathStep>;

// Roles, as indices into Table::roles.
using Roles = std::vector<std::uint16_t>;

// Paths that were looked for, and whether these are all of them.
struct Paths {
    std::vector<Path> paths;
    bool complete = true;  // false: there are more than were asked for
};

// Paths from the start that come to no state twice: with `to` those that end there, without it those that cannot go on
// to another state. In the order of the table, `most` at most; the search ends after limits::steps_looked steps.
Paths simple_paths(const Table& table, std::optional<std::uint16_t> to, std::size_t most);
// Every sequence of 1 to `steps` steps from the start, shorter ones first; states may come again.
Paths all_paths(const Table& table, std::size_t steps, std::size_t most);

// For each state a shortest path to it; of several the one that stands first in the table. Nothing: out of reach.
std::vector<std::optional<Path>> shortest_paths(const Table& table);
// The same from another state, by steps that one of `roles` may take.
std::vector<std::optional<Path>> shortest_paths(const Table& table, std::uint16_t from, const Roles& roles);

// Can `roles` alone lead a file from `from` to `to`? A file is where it is: reaches(t, s, r, s) is true.
bool reaches(const Table& table, std::uint16_t from, const Roles& roles, std::uint16_t to);

// Breach (đường vượt quyền): how a file comes to a state, by whomever, and how `roles` alone then lead it on.
struct Breach {
    Path before;
    Path then;
};
// A breach of "from no state that can be reached, other than `to`, do `roles` alone lead a file to `to`", the shortest
// that there is; nothing: it holds.
std::optional<Breach> find_breach(const Table& table, const Roles& roles, std::uint16_t to);

// Why a step is refused: it does not leave from here, the role may not take it, its guard is not met.
enum class RefusalKind : std::uint8_t { wrong_state, wrong_role, guard_unmet };
const char* word(RefusalKind kind) noexcept;

// Refusal (lần từ chối): the shortest way to a state, and what is refused there.
struct Refusal {
    RefusalKind kind = RefusalKind::wrong_state;
    Path before;
    std::uint16_t state = 0;
    std::uint16_t transition = 0;       // what is tried; of wrong_state the first transition of the event
    std::optional<std::uint16_t> role;  // who tries it; of wrong_role one that may not
};
// In each state that can be reached: each event that does not leave from it, each that some role may not take, each
// transition with a guard.
std::vector<Refusal> refusals(const Table& table);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "paths_inl.hpp"
#endif
