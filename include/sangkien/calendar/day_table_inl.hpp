#pragma once

#include "day_table.hpp"

namespace sangkien {

namespace detail {

// Blocks of 2^shift values, each stored as the first of its block and a byte more. False when a byte does not reach.
inline bool split(const std::vector<std::uint32_t>& values, unsigned shift, std::vector<std::uint32_t>& base,
                  std::vector<std::uint8_t>& offset)
{
    base.clear();
    offset.clear();
    base.reserve((values.size() >> shift) + 1);
    offset.reserve(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i % (std::size_t{1} << shift) == 0) base.push_back(values[i]);
        const std::uint32_t more = values[i] - base.back();
        if (more > UINT8_MAX) return false;
        offset.push_back(static_cast<std::uint8_t>(more));
    }
    return true;
}

}  // namespace detail

SANGKIEN_INLINE DayTable::DayTable(Day first, const std::vector<bool>& worked)
    : first_(first), days_(static_cast<std::uint32_t>(worked.size()))
{
    std::vector<std::uint32_t> ranks, days;
    ranks.reserve(worked.size() + 1);
    for (std::uint32_t at = 0; at < days_; ++at) {
        ranks.push_back(static_cast<std::uint32_t>(days.size()));
        if (worked[at]) days.push_back(at);
    }
    working_ = static_cast<std::uint32_t>(days.size());
    ranks.push_back(working_);
    detail::split(ranks, rank_shift, rank_base_, rank_offset_);
    while (!detail::split(days, select_shift_, select_base_, select_offset_)) --select_shift_;
}

SANGKIEN_INLINE std::size_t DayTable::bytes() const noexcept
{
    return (rank_base_.capacity() + select_base_.capacity()) * sizeof(std::uint32_t) + rank_offset_.capacity() +
           select_offset_.capacity();
}

}  // namespace sangkien
