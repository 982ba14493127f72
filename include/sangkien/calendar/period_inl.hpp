#pragma once

#include <iterator>

#include "../core/digits.hpp"
#include "../core/error.hpp"
#include "../core/limits.hpp"
#include "period.hpp"

namespace sangkien {

namespace detail {

struct UnitWords {
    LengthUnit unit;
    const char* one;
    const char* many;
    const char* vi;
};

// In the order of LengthUnit.
inline constexpr UnitWords unit_words[] = {{LengthUnit::days, "day", "days", "ngày"},
                                           {LengthUnit::weeks, "week", "weeks", "tuần"},
                                           {LengthUnit::months, "month", "months", "tháng"},
                                           {LengthUnit::years, "year", "years", "năm"},
                                           {LengthUnit::working_days, "working day", "working days", "ngày làm việc"},
                                           {LengthUnit::hours, "hour", "hours", "giờ"},
                                           {LengthUnit::working_hours, "working hour", "working hours", "giờ làm việc"},
                                           {LengthUnit::half_months, "half-month", "half-months", "nửa tháng"},
                                           {LengthUnit::half_years, "half-year", "half-years", "nửa năm"}};

struct PointWords {
    const char* id;
    const char* vi;
    const char* en;
};

// In the order of NamedPoint.
inline constexpr PointWords point_words[] = {{"beginning of month", "đầu tháng", "beginning of the month"},
                                             {"middle of month", "giữa tháng", "middle of the month"},
                                             {"end of month", "cuối tháng", "end of the month"},
                                             {"beginning of year", "đầu năm", "beginning of the year"},
                                             {"middle of year", "giữa năm", "middle of the year"},
                                             {"end of year", "cuối năm", "end of the year"}};

}  // namespace detail

SANGKIEN_INLINE bool read_length(std::string_view text, Length& out) noexcept
{
    if (text == "half a month" || text == "half a year") {
        out = {1, text == "half a month" ? LengthUnit::half_months : LengthUnit::half_years};
        return true;
    }
    const std::size_t space = text.find(' ');
    if (space == std::string_view::npos || space == 0 || space > 5 || text[0] == '0') return false;
    const int number = detail::digits(text, 0, space);
    if (number < 1 || number > limits::period_length) return false;
    const std::string_view name = text.substr(space + 1);
    for (const detail::UnitWords& words : detail::unit_words)
        if (name == words.one || name == words.many) {
            out = {number, words.unit};
            return true;
        }
    return false;
}

SANGKIEN_INLINE Length parse_length(std::string_view text)
{
    Length out;
    if (!read_length(text, out)) throw Error(Problem{ErrorId::bad_length, {}, {{"text", std::string(text)}}});
    return out;
}

SANGKIEN_INLINE std::string to_text(Length length)
{
    const detail::UnitWords& words = detail::unit_words[static_cast<std::size_t>(length.unit)];
    return detail::whole_text(length.number) + " " + (length.number == 1 ? words.one : words.many);
}

SANGKIEN_INLINE Words shown(Length length)
{
    const detail::UnitWords& words = detail::unit_words[static_cast<std::size_t>(length.unit)];
    const bool half = length.unit == LengthUnit::half_months || length.unit == LengthUnit::half_years;
    if (half && length.number == 1) return {words.vi, to_text(length)};  // nobody says "1 nửa tháng"
    return {detail::whole_text(length.number) + " " + words.vi, to_text(length)};
}

SANGKIEN_INLINE bool read_named_point(std::string_view text, NamedPoint& out) noexcept
{
    for (std::size_t i = 0; i < std::size(detail::point_words); ++i)
        if (text == detail::point_words[i].id) {
            out = static_cast<NamedPoint>(i);
            return true;
        }
    return false;
}

SANGKIEN_INLINE const char* word(NamedPoint point) noexcept
{
    return detail::point_words[static_cast<std::size_t>(point)].id;
}

SANGKIEN_INLINE Words shown(NamedPoint point)
{
    const detail::PointWords& words = detail::point_words[static_cast<std::size_t>(point)];
    return {words.vi, words.en};
}

}  // namespace sangkien
