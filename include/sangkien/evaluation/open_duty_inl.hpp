#pragma once

#include "open_duty.hpp"

namespace sangkien {

SANGKIEN_INLINE const char* word(DutySource source) noexcept
{
    static constexpr const char* words[] = {"season", "event", "clock"};
    return words[static_cast<std::size_t>(source)];
}

SANGKIEN_INLINE const char* word(DutyVerdict verdict) noexcept
{
    static constexpr const char* words[] = {"open", "kept", "kept-late", "overdue", "undetermined"};
    return words[static_cast<std::size_t>(verdict)];
}

}  // namespace sangkien
