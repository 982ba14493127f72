// When a file has come to its end, seen by where it stands alone: what a track can still come to, and what not.
#pragma once

#include <algorithm>

#include "../lifecycle/table.hpp"
#include "../rulebook/schedule_section.hpp"

namespace sangkien::detail {

inline bool is_end(StateKind kind) noexcept { return kind == StateKind::ended || kind == StateKind::withdrawn; }

// What a guard says that knows only where the file stands: whatever else it asks may be either.
inline Truth by_position(const Table& table, std::uint16_t index, const Position& position)
{
    const Guard& guard = table.guards[index];
    if (guard.kind == GuardKind::negation) return !by_position(table, guard.children.front(), position);
    if (guard.kind == GuardKind::state) return truth(table.stands(position, guard.subject));
    if (guard.kind != GuardKind::all && guard.kind != GuardKind::any) return Truth::undetermined;
    Truth out = truth(guard.kind == GuardKind::all);
    for (const std::uint16_t child : guard.children) {
        const Truth value = by_position(table, child, position);
        out = guard.kind == GuardKind::all ? out & value : out | value;
    }
    return out;
}

// Is there a step of this track that where the file stands does not rule out?
inline bool goes_on(const Table& table, const Position& position, std::size_t track)
{
    return std::any_of(table.transitions.begin(), table.transitions.end(), [&](const Transition& step) {
        return std::find(step.from.begin(), step.from.end(), position[track]) != step.from.end() &&
               !(step.guard && by_position(table, *step.guard, position) == Truth::fail);
    });
}

// The main procedure is over in a state that ends it, or in a decision that nothing follows. A track is over as well
// where no step of it can come any more, which a later step of another track may still change.
inline bool is_over(const Table& table, const Position& position, std::size_t track)
{
    const StateKind kind = table.states[position[track]].kind;
    if (is_end(kind)) return true;
    if (track == 0 && kind != StateKind::decided) return false;
    return !goes_on(table, position, track);
}

// The track of the event that a clock begins with: the main procedure's where one of its starts is no event of a track.
inline std::size_t track_of(const Table& table, const Clock& clock)
{
    std::size_t out = 0;
    for (const ClockStart& start : clock.starts) {
        std::size_t track = 0;
        for (const Transition& step : table.transitions)
            if (start.kind == ClockStart::Kind::event && step.event == start.event) {
                track = table.states[step.to].track;
                break;
            }
        if (track == 0) return 0;
        out = track;
    }
    return out;
}

}  // namespace sangkien::detail
