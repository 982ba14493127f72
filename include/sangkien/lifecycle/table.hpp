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
#include "guard.hpp"

namespace sangkien {

// What a state means to other rooms: `open` (with the author), `waiting` (with an office), `decided`, `ended`, `withdrawn`.
enum class StateKind : std::uint8_t { open, waiting, decided, ended, withdrawn };
const char* word(StateKind kind) noexcept;

// State (trạng thái) of a file.
struct State {
    Name name;
    StateKind kind = StateKind::open;
    std::uint16_t track = 0;  // 0: the main procedure; n: Table::tracks[n - 1]
};

// Track (tuyến): runs beside the main procedure in states of its own, as recognition by the city beside that by the ward.
struct Track {
    Name name;
    std::uint16_t start = 0;
    Citation citation;
};

// Position (vị trí): where a file stands, a state for the main procedure and one for each track, in their order.
using Position = std::vector<std::uint16_t>;

// Transition (bước): one row of the table. Its guard holds with every safeguard on its event: what other papers ask of
// that step besides.
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
    std::vector<Track> tracks;  // beside the main procedure
    std::vector<Name> roles;
    std::vector<Transition> transitions;
    std::vector<Guard> guards;
    std::vector<std::string> deadlines;  // names of the schedule that guards refer to
    std::vector<std::string> clocks;
    std::vector<FactRule> facts;
    std::vector<Name> levels;
    std::vector<Name> documents;
    std::vector<Name> classes;         // that guards refer to
    std::vector<Name> quotas;          // that guards refer to
    std::vector<Ratio> marks;          // totals that guards ask for
    std::vector<std::string> tallied;  // events that guards refer to

    std::optional<std::uint16_t> state(std::string_view id) const noexcept;
    std::optional<std::uint16_t> role(std::string_view id) const noexcept;
    bool has_event(std::string_view id) const noexcept;
    // The name of the first transition that `event` takes; the event itself where none does.
    Name event_name(std::string_view event) const;
    std::vector<std::string> events() const;
    // Where every file begins; and with the track of `state` there, the others at their beginning.
    Position beginning() const;
    Position beginning_with(std::uint16_t state) const;
    // `position` after a step that leads to `to`.
    void move(Position& position, std::uint16_t to) const { position[states[to].track] = to; }
    bool stands(const Position& position, std::uint16_t state) const noexcept
    {
        return position[states[state].track] == state;
    }
    // The start of the main procedure or of a track.
    std::uint16_t start_of(std::size_t track) const noexcept { return track == 0 ? start : tracks[track - 1].start; }
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
    Node documents{};
    Node classes{};  // of the scoring section
    Node quotas{};
    Node tracks{};
    Node safeguards{};
};

Table compile_table(const TableSources& sources, Problems& problems);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "table_inl.hpp"
#endif
