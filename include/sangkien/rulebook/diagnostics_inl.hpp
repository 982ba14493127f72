#pragma once

#include "../core/limits.hpp"
#include "diagnostics.hpp"

namespace sangkien {

SANGKIEN_INLINE const char* word(Severity severity) noexcept
{
    return severity == Severity::error ? "error" : "warning";
}

SANGKIEN_INLINE void Diagnostics::warn(ErrorId id, Place place, std::string path, Details details)
{
    if (found_.size() >= limits::problems) return;
    for (const Diagnostic& other : found_) {
        const Place& there = other.problem.place;
        if (other.problem.id == id && there.mark.line == place.mark.line && there.mark.column == place.mark.column &&
            there.file == place.file && other.path == path)
            return;
    }
    found_.push_back({{id, std::move(place), std::move(details)}, Severity::warning, std::move(path), std::nullopt});
}

}  // namespace sangkien
