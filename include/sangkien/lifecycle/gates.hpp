// The table once more, as bits: one step is a look-up and a few words, for hosts that take millions of them.
//
//   const Gates gates(table);
//   Position position = table.beginning();
//   const GateStep step = gates.step(position.data(), gates.event("file"), gates.role("unit-head"), bits);
//   if (step.verdict == Truth::pass) gates.move(position.data(), step.to);
//
// Verdict and next state are those of step(); why is for step() to tell. What each leaf of the guards says is for the
// caller to know, or for read() to ask of Surroundings.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "surroundings.hpp"
#include "table.hpp"

namespace sangkien {

// Leaf of a guard (điều kiện đơn): a bit of GateBits. Equal leaves of several guards are one.
struct GateLeaf {
    GuardKind kind = GuardKind::fact;
    std::uint16_t subject = 0;  // as in Guard
};

// What the leaves say, a bit each in the order of Gates::leaves(), Gates::words() words. A leaf that is not known says
// nothing: its bit of `holds` is not looked at. Leaves of kind `state` are read off the position, whatever stands here.
struct GateBits {
    std::vector<std::uint64_t> holds, known;
};

// What a step comes to: `to` is the next state when the verdict is pass, else the state of the event's track.
struct GateStep {
    Truth verdict = Truth::undetermined;
    std::uint16_t to = 0;
};

// Gates (bảng bước dạng bit): immutable; any number of threads may use the same ones.
class Gates {
public:
    // No such event or role. A step with it is what step() says of one: undetermined, or refused.
    static constexpr std::uint16_t none = 0xFFFF;

    // Error SK1006 where the guards would need more than limits::gate_terms terms.
    explicit Gates(const Table& table);

    const std::vector<GateLeaf>& leaves() const noexcept { return leaves_; }
    std::string leaf_text(std::size_t leaf) const;  // kind and name as the rulebook writes them: "fact applied"
    std::size_t words() const noexcept { return words_; }
    std::size_t tracks() const noexcept { return tracks_; }  // with the main procedure
    const Position& beginning() const noexcept { return beginning_; }
    std::size_t states() const noexcept { return track_of_.size(); }
    const std::vector<std::string>& events() const noexcept { return events_; }
    std::size_t roles() const noexcept { return roles_.size(); }
    std::uint16_t event(std::string_view id) const noexcept;
    std::uint16_t role(std::string_view id) const noexcept;

    // `position` has tracks() states; `holds` and `known` have words() words. Nothing is allocated.
    GateStep step(const std::uint16_t* position, std::uint16_t event, std::uint16_t role, const std::uint64_t* holds,
                  const std::uint64_t* known) const noexcept
    {
        if (event >= events_.size()) return {Truth::undetermined, position[0]};
        if (!usual_.empty()) return usual(position[0], event, role, *holds, *known);
        return step_of_many(position, event, role, holds, known);
    }
    GateStep step(const std::uint16_t* position, std::uint16_t event, std::uint16_t role,
                  const GateBits& bits) const noexcept
    {
        return step(position, event, role, bits.holds.data(), bits.known.data());
    }
    void move(std::uint16_t* position, std::uint16_t to) const noexcept { position[track_of_[to]] = to; }

    // What every leaf says at `at` when `person` acts, who may be empty.
    GateBits read(const Surroundings& surroundings, const Position& position, Instant at,
                  std::string_view person = {}) const;

private:
    // A term of a guard: these leaves hold and those do not. Of three values: it passes where all of that is known to be
    // so, fails where one is known not to be. Terms that contradict themselves are kept: unknown, they are open.
    struct Row {
        std::uint16_t to = none;
        std::uint32_t first = 0;  // term, in terms_: words_ words that hold, words_ that do not
        std::uint32_t terms = 0;
        bool guarded = false;
    };

    friend class GateMaker;

    Truth open(const Row& row, const std::uint64_t* holds, const std::uint64_t* known,
               const std::uint64_t* standing) const noexcept;
    GateStep step_of_many(const std::uint16_t* position, std::uint16_t event, std::uint16_t role,
                          const std::uint64_t* holds, const std::uint64_t* known) const noexcept;

    // Of the usual table (one track, at most 64 leaves, fewer than 64 roles) all that a step from a state on an event
    // needs, in one line of the cache; what the state itself says of a guard is settled in it. Without branches that a
    // stream of events could mislead: a step that there is not is one that nobody may take. Rows are 2^shift_ cells long:
    // from one state to the next, on which the next step waits, it is a shift and a load.
    struct alignas(64) Cell {
        std::uint64_t by = 0;                  // roles
        std::uint64_t hold = 0, not_hold = 0;  // the first term; of no guard, one that asks nothing
        std::uint32_t first = 0, more = 0;     // further terms
        std::uint16_t to = none;
    };
    GateStep usual(std::uint16_t state, std::uint16_t event, std::uint16_t role, std::uint64_t holds,
                   std::uint64_t known) const noexcept
    {
        const Cell& cell = usual_[(std::size_t{state} << shift_) + event];
        const std::uint64_t so = holds & known, not_so = ~holds & known;
        bool pass = ((cell.hold & ~so) | (cell.not_hold & ~not_so)) == 0;
        bool fail = ((cell.hold & not_so) | (cell.not_hold & so)) != 0;
        const std::uint64_t* term = terms_.data() + cell.first;
        for (std::uint32_t i = 0; i < cell.more; ++i, term += 2) {
            pass |= ((term[0] & ~so) | (term[1] & ~not_so)) == 0;
            fail &= ((term[0] & not_so) | (term[1] & so)) != 0;
        }
        const bool may = (cell.by >> (role & 63) & (role < 64)) != 0;
        const bool taken = pass & may, open = may & !fail & !pass;
        const auto moved = static_cast<std::uint16_t>((state ^ cell.to) & (0U - unsigned{taken}));
        return {static_cast<Truth>(2 * unsigned{taken} + unsigned{open}), static_cast<std::uint16_t>(state ^ moved)};
    }

    Table table_;
    Position beginning_;
    std::size_t words_ = 1, tracks_ = 1, role_words_ = 1;
    std::vector<GateLeaf> leaves_;
    std::vector<std::uint16_t> asked_;  // a guard of the table for each leaf
    std::vector<std::string> events_, roles_;
    std::vector<std::uint16_t> track_of_;                // of each state
    std::vector<std::vector<std::uint16_t>> tracks_of_;  // of each event, those it is known in
    std::vector<std::uint32_t> cells_;                   // states x events -> position in rows_, or no_row
    std::vector<Row> rows_;
    std::vector<std::uint64_t> by_;  // rows x role words
    std::vector<std::uint64_t> terms_;
    std::vector<Cell> usual_;  // states x 2^shift_; empty for other tables
    unsigned shift_ = 0;
    std::vector<std::uint64_t> state_leaves_;  // words_: the leaves that a position decides
    std::vector<std::uint64_t> standing_;      // states x words_: those that hold there
};

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "gates_inl.hpp"
#endif
