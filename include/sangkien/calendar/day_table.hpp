// Rank and select over the days of consecutive years: how many working days lie before a day, and which day is the n-th.
//
// Each is two look-ups, whatever the distance. A day costs a byte, a working day another: 5 KB for eight years.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "../core/day.hpp"

namespace sangkien {

// Table of days (bảng ngày): days [first, end), each worked or not.
class DayTable {
public:
    DayTable() = default;
    // `worked` has one entry for each day from `first` on.
    DayTable(Day first, const std::vector<bool>& worked);

    Day first() const noexcept { return first_; }
    Day end() const noexcept { return first_ + static_cast<std::int32_t>(days_); }
    // Position of `day` in the table; past its size when the day is not in it.
    std::uint32_t position(Day day) const noexcept
    {
        return static_cast<std::uint32_t>(day.count) - static_cast<std::uint32_t>(first_.count);
    }
    std::uint32_t size() const noexcept { return days_; }
    std::uint32_t working_days() const noexcept { return working_; }

    // Working days before the day at position `at`, which may be size().
    std::uint32_t rank(std::uint32_t at) const noexcept { return rank_base_[at >> rank_shift] + rank_offset_[at]; }
    bool worked(std::uint32_t at) const noexcept { return rank(at + 1) != rank(at); }
    // The working day number `n`, from 0, of working_days().
    Day select(std::uint32_t n) const noexcept
    {
        return first_ + static_cast<std::int32_t>(select_base_[n >> select_shift_] + select_offset_[n]);
    }
    // The n-th working day strictly after the day at position `at`, before it for n < 0; n is not 0. False, and `out`
    // untouched, when the table has none.
    bool move(std::uint32_t at, std::int64_t n, Day& out) const noexcept
    {
        const std::int64_t target = n > 0 ? rank(at + 1) + n - 1 : rank(at) + n;
        if (static_cast<std::uint64_t>(target) >= working_) return false;  // before its first: wraps round
        out = select(static_cast<std::uint32_t>(target));
        return true;
    }
    std::size_t bytes() const noexcept;

private:
    static constexpr unsigned rank_shift = 7;

    Day first_;
    std::uint32_t days_ = 0;
    std::uint32_t working_ = 0;
    std::vector<std::uint32_t> rank_base_, select_base_;
    std::vector<std::uint8_t> rank_offset_, select_offset_;
    unsigned select_shift_ = 7;  // smaller where working days lie so thin that a byte would not reach
};

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "day_table_inl.hpp"
#endif
