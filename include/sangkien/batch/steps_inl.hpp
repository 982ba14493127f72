#pragma once

#include "../core/digits.hpp"
#include "../core/error.hpp"
#include "steps.hpp"

namespace sangkien {

namespace detail {

[[noreturn]] inline void throw_no_such(const std::string& place, std::uint64_t found, std::size_t below)
{
    throw Error(Problem{ErrorId::out_of_range,
                        {"", place, {}},
                        {{"value", whole_text(static_cast<std::int64_t>(found))},
                         {"low", "0"},
                         {"high", whole_text(static_cast<std::int64_t>(below) - 1)}}});
}

inline void check_steps(const Gates& gates, const StepColumns& rows, const std::uint16_t* positions, std::size_t files)
{
    for (std::size_t i = 0; i < rows.count; ++i)
        if (rows.file[i] >= files)
            throw_no_such("/rows/" + whole_text(static_cast<std::int64_t>(i)) + "/file", rows.file[i], files);
    for (std::size_t i = 0; i < files * gates.tracks(); ++i)
        if (positions[i] >= gates.states())
            throw_no_such("/files/" + whole_text(static_cast<std::int64_t>(i / gates.tracks())) + "/state",
                          positions[i], gates.states());
}

}  // namespace detail

SANGKIEN_INLINE std::vector<std::uint16_t> beginnings(const Gates& gates, std::size_t files)
{
    std::vector<std::uint16_t> out;
    out.reserve(files * gates.tracks());
    for (std::size_t i = 0; i < files; ++i) out.insert(out.end(), gates.beginning().begin(), gates.beginning().end());
    return out;
}

SANGKIEN_INLINE std::size_t take_steps(const Gates& gates, const StepColumns& rows, std::uint16_t* positions,
                                       std::size_t files, Truth* verdicts)
{
    detail::check_steps(gates, rows, positions, files);
    const std::size_t tracks = gates.tracks(), words = gates.words();
    std::size_t accepted = 0;
    for (std::size_t i = 0; i < rows.count; ++i) {
        std::uint16_t* position = positions + rows.file[i] * tracks;
        const GateStep step =
            gates.step(position, rows.event[i], rows.role[i], rows.holds + i * words, rows.known + i * words);
        if (step.verdict == Truth::pass) {
            gates.move(position, step.to);
            ++accepted;
        }
        if (verdicts != nullptr) verdicts[i] = step.verdict;
    }
    return accepted;
}

}  // namespace sangkien
