// One step of a file, as a pure function: state, event, role, instant and facts in; next state or every reason out.
//
//   StepResult r = step(table, state, "recognise", "chairperson", at, surroundings, "p-01");
//   if (r.verdict == Truth::pass) state = *r.to;     // else r.findings lists every unmet guard
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "surroundings.hpp"
#include "table.hpp"

namespace sangkien {

// Step result (kết quả của bước).
struct StepResult {
    Truth verdict = Truth::undetermined;
    const Transition* transition = nullptr;  // of the table; null when the event is unknown here
    std::optional<std::uint16_t> to;         // when the verdict is pass
    Findings findings;                       // met guards and every unmet one
};

// `person` is who acts; where nobody says who, a guard that asks about the person is undetermined.
StepResult step(const Table& table, const Position& position, std::string_view event, std::string_view role, Instant at,
                const Surroundings& surroundings, std::string_view person = {});
// With every other track at its beginning.
StepResult step(const Table& table, std::uint16_t state, std::string_view event, std::string_view role, Instant at,
                const Surroundings& surroundings, std::string_view person = {});

// Permitted (được phép): a transition out of where the file stands, and what its guards say at `at`. Of nobody in particular, a guard
// about the person says whom it may not be, and passes.
struct Permitted {
    const Transition* transition = nullptr;
    Truth verdict = Truth::undetermined;
    Findings findings;
};

std::vector<Permitted> permitted(const Table& table, const Position& position, Instant at,
                                 const Surroundings& surroundings, std::string_view person = {});
std::vector<Permitted> permitted(const Table& table, std::uint16_t state, Instant at, const Surroundings& surroundings,
                                 std::string_view person = {});

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "step_inl.hpp"
#endif
