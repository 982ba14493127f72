// Guards: what must hold for a step to be taken, in a closed vocabulary.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "../core/citation.hpp"
#include "../core/config.hpp"

namespace sangkien {

// What evaluation tells of an initiative without any name in the rulebook.
enum class Builtin : std::uint8_t { area_listed, council_approves, selected };
constexpr std::size_t builtin_count = 3;

enum class GuardKind : std::uint8_t {
    all,
    any,
    negation,
    before,      // a milestone of the schedule is not over
    after,       // it is
    within,      // a clock has not run out
    fact,        // somebody states it
    level,       // of recognition, sought by the initiative
    document,    // is with the file
    taken,       // an event that took place
    state,       // in which the file stands, in its track
    other_than,  // separation of duties: whom the person acting may not be
    score,       // the total reaches a mark
    classed,     // the class given
    quota,       // of the lead unit, is met
    builtin,
};

// Words of the leaves that name something, as they stand in a rulebook.
struct GuardWord {
    const char* key;
    GuardKind kind;
};
constexpr GuardWord guard_words[] = {
    {"before", GuardKind::before}, {"after", GuardKind::after}, {"within", GuardKind::within},
    {"fact", GuardKind::fact},     {"level", GuardKind::level}, {"document", GuardKind::document},
    {"taken", GuardKind::taken},   {"state", GuardKind::state}, {"other-than", GuardKind::other_than},
    {"class", GuardKind::classed}, {"quota", GuardKind::quota}, {"score-at-least", GuardKind::score},
};

// Whom the person acting may not be: an author, a member with a declared conflict, or who took an event.
// Guard::subject of GuardKind::other_than; from `event` on, that many into Table::tallied.
namespace apart {
constexpr std::uint16_t author = 0;
constexpr std::uint16_t conflicted = 1;
constexpr std::uint16_t event = 2;
}  // namespace apart

// Guard (điều kiện): a node of the closed vocabulary all/any/not and the leaves above.
struct Guard {
    GuardKind kind = GuardKind::all;
    std::uint16_t subject = 0;            // index of what the leaf names
    std::vector<std::uint16_t> children;  // of all, any, negation
    Citation citation;
};

}  // namespace sangkien
