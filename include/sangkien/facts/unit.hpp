// Units bound by a dispatch: divisions, service centres, public non-business units.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "../core/error.hpp"
#include "../core/value.hpp"

namespace sangkien {

// Unit (đơn vị): a body that proposes initiatives. Its head is an opaque id; names of people stay with the host.
struct Unit {
    std::string id;
    Words name;                // of the body, for pages; may be empty
    std::string kind;          // one of the rulebook's unit-kinds
    std::string head;          // person id of the head; may be empty
    std::optional<Day> from;   // first day of its existence, when within reach of the season
    std::optional<Day> until;  // first day on which it no longer exists
    Mark mark;
    Mark kind_mark;
    std::optional<std::int64_t> headcount{};  // people who work there, for rates per head

    // Does it exist on `day`?
    bool exists(Day day) const noexcept { return (!from || *from <= day) && (!until || day < *until); }
};

}  // namespace sangkien
