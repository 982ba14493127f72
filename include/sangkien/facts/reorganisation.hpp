// What became of units during the year: merged, split, renamed, dissolved.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "../core/day.hpp"
#include "../core/error.hpp"

namespace sangkien {

enum class ReorganisationKind : std::uint8_t {
    consolidate,  // hợp nhất: several end and become a new one
    absorb,       // sáp nhập: one or more end and go into one that stays
    divide,       // chia: one ends and becomes several new ones
    separate,     // tách: new ones come out of one that stays
    rename,       // đổi tên, chuyển đổi: one ends and stands again under another name or kind
    dissolve,     // giải thể: one ends and nobody follows it
};

// "consolidate", "absorb", ...: as seasons and rulebooks write them, in this order.
constexpr const char* reorganisation_words[] = {"consolidate", "absorb", "divide", "separate", "rename", "dissolve"};

// Reorganisation (sắp xếp lại đơn vị): from `on` the units of `into` stand where those of `from` stood.
struct Reorganisation {
    ReorganisationKind kind = ReorganisationKind::dissolve;
    Day on;
    std::vector<std::string> from;
    std::vector<std::string> into;  // the first is the main successor
    Mark mark;

    // Do the units of `from` end by it?
    bool ends() const noexcept { return kind != ReorganisationKind::separate; }
    // Do the units of `into` come into being by it?
    bool begins() const noexcept { return kind != ReorganisationKind::absorb; }
};

}  // namespace sangkien
