// Findings: what a rule said of a fact, with everything needed to check it and to explain it.
//
// A Finding is never a bare bool. It has a stable id, a verdict, the clauses it rests on, the inputs it read, the values
// it computed, and, when the verdict is not `pass`, what would lift it, who can do that, and by when.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "citation.hpp"
#include "config.hpp"
#include "finding_ids.hpp"
#include "truth.hpp"
#include "value.hpp"

namespace sangkien {

// Lift (cách gỡ): what would turn an unmet finding into a met one.
struct Lift {
    bool possible = true;       // false: nothing can any more, or the rulebook names no way
    Words how;                  // what to do, or why nothing helps
    std::optional<Name> who;    // the role that can
    std::optional<Instant> by;  // the first instant that is too late
};

// Finding (nhận định).
struct Finding {
    FindingId id{};
    Truth verdict = Truth::undetermined;
    std::vector<Citation> citations;
    Arguments inputs;                  // facts read
    Arguments values;                  // what was computed or looked up in the rules
    std::vector<std::string> choices;  // paths of the policy choices the verdict rests on
    std::optional<Lift> lift;
};

using Findings = std::vector<Finding>;

// Trace (dấu vết): how much is told of what passed. `verdicts` leaves out what plainly passed, for those who count
// outcomes alone: a finding that passed may be without clauses and values. What failed or is open is told in full.
enum class Trace : std::uint8_t { full, verdicts };

// Arguments made in place: a list in braces would copy every name twice.
template <class... Parts>
Arguments argument_list(Parts&&... parts)
{
    Arguments out;
    out.reserve(sizeof...(parts));
    (out.push_back(static_cast<Parts&&>(parts)), ...);
    return out;
}

// The sentence a person reads.
std::string message(const Finding& finding, Language language);
// The stable id, such as "filed-late".
const char* word(FindingId id) noexcept;

// Finding::verdict of all: fail if one fails, else undetermined if one is, else pass.
Truth verdict(const Findings& findings) noexcept;

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "finding_inl.hpp"
#endif
