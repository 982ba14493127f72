// Events of many files at once, in their order: a row each, nothing allocated for a row.
//
//   std::vector<std::uint16_t> positions = beginnings(gates, files);
//   take_steps(gates, {file, event, role, holds, known, rows}, positions.data(), files, verdicts);
//
// What comes out is what Gates::step() says of each row when the rows before it have been taken.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "../lifecycle/gates.hpp"

namespace sangkien {

// Columns of steps (cột các bước), each `count` long; `holds` and `known` Gates::words() times as long.
struct StepColumns {
    const std::uint32_t* file = nullptr;   // below the number of files
    const std::uint16_t* event = nullptr;  // position in Gates::events(), or Gates::none
    const std::uint16_t* role = nullptr;   // position in the table's roles, or Gates::none
    const std::uint64_t* holds = nullptr;
    const std::uint64_t* known = nullptr;
    std::size_t count = 0;
};

// Gates::tracks() states for each of `files` files, all at the beginning.
std::vector<std::uint16_t> beginnings(const Gates& gates, std::size_t files);

// Takes the steps in order. `positions` as of beginnings(), in and out; `verdicts`, where given, one for each row. Gives
// the number of steps that were accepted. Error SK1205 for a row whose file, or whose file's state, there is not, with its
// place "/rows/12/file"; nothing has been taken then.
std::size_t take_steps(const Gates& gates, const StepColumns& rows, std::uint16_t* positions, std::size_t files,
                       Truth* verdicts = nullptr);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "steps_inl.hpp"
#endif
