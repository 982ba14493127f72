#pragma once

#include "report.hpp"

namespace sangkien {

SANGKIEN_INLINE const char* word(TodoKind kind) noexcept
{
    static constexpr const char* words[] = {"duty", "propose", "step", "supply", "decide"};
    return words[static_cast<int>(kind)];
}

}  // namespace sangkien
