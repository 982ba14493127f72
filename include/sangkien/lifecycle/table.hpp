// The procedure as a table: states, transitions, who may take them, and under which guards.
//
//   Table table = compile_table({lifecycle, conditions, roles, facts, schedule, clocks}, problems);
//
// Compiled from the rulebook once; immutable. All names are indices, so that a step compares integers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../core/finding.hpp"
#include "../rulebook/tree.hpp"

namespace sangkien {

// What a state means to other rooms: `open` (with the author), `waiting` (with an office), `decided`, `ended`, `withdrawn`.
enum class StateKind : std::uint8_t { open, waiting, decided, ended, withdrawn };
const char* word(StateKind kind) noexcept;

// State (trạng thái) of a file.
struct State {
    Name name;
    StateKind kind = StateKind::open;
};

// What evaluation tells of an initiative without any name in the rulebook.
enum class Builtin : std::uint8_t { area_listed, council_approves, selected };
constexpr std::size_t builtin_count = 3;

enum class GuardKind : std::uint8_t { all, any, negation, before, within, fact, level, builtin };

// Guard (điều kiện): a node of the closed vocabulary all/any/not, dates, clocks, facts, built-in conditions.
struct Guard {
    GuardKind kind = GuardKind::all;
    std::uint16_t subject = 0;            // index of the deadline, clock, fact, level or builtin
    std::vector<std::uint16_t> children;  // of all, any, negation
    Citation citation;
};

// Transition (bước): one row of the table.
struct Transition {
    Name name;
    std::string event;
    std::vector<std::uint16_t> from;
    std::uint16_t to = 0;
    std::vector<std::uint16_t> by;
    std::optional<std::uint16_t> guard;
    Citation citation;
};

// A fact people may state, and the role that states it where the rulebook names one.
struct FactRule {
    Name name;
    std::optional<Name> stated_by;
    Citation citation;
};

// Table (bảng trạng thái).
struct Table {
    bool stated = false;  // false: no rulebook has a lifecycle
    std::uint16_t start = 0;
    std::vector<State> states;
    std::vector<Name> roles;
    std::vector<Transition> transitions;
    std::vector<Guard> guards;
    std::vector<std::string> deadlines;  // names of the schedule that guards refer to
    std::vector<std::string> clocks;
    std::vector<FactRule> facts;
    std::vector<Name> levels;

    std::optional<std::uint16_t> state(std::string_view id) const noexcept;
    std::optional<std::uint16_t> role(std::string_view id) const noexcept;
    bool has_event(std::string_view id) const noexcept;
    std::vector<std::string> events() const;
};

// The sections a table is compiled from; any may be absent.
struct TableSources {
    Node lifecycle;
    Node conditions;
    Node roles;
    Node facts;
    Node schedule;
    Node clocks;
    Node levels;
};

Table compile_table(const TableSources& sources, Problems& problems);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "table_inl.hpp"
#endif
