// Lunar dates over columns of days: a row each, nothing allocated for a row.
//
//   std::vector<std::int16_t> year(n); ...
//   to_lunar(days.data(), n, {year.data(), month.data(), day.data(), leap.data(), uncertain.data()});
//
// Days, rows and errors are as in day_columns.hpp. A row that is no day has year, month and day 0, and the other way
// round; so what to_lunar gives, from_lunar leads back.
#pragma once

#include <cstddef>
#include <cstdint>

#include "../core/config.hpp"

namespace sangkien {

// Columns of lunar dates (cột ngày âm lịch) to be filled, each as long as the column of days.
struct LunarColumns {
    std::int16_t* year;
    std::int8_t* month;
    std::int8_t* day;
    bool* leap;
    bool* uncertain;
};

void to_lunar(const std::int64_t* days, std::size_t count, LunarColumns out, std::size_t first_row = 0);
void to_lunar(const std::int32_t* days, std::size_t count, LunarColumns out, std::size_t first_row = 0);

void from_lunar(const std::int32_t* year, const std::int32_t* month, const std::int32_t* day, const bool* leap,
                std::size_t count, std::int64_t* out, std::size_t first_row = 0);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "lunar_columns_inl.hpp"
#endif
