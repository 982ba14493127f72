#pragma once

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

inline constexpr UnitWords unit_words[] = {{LengthUnit::days, "day", "days", "ngày"},
                                           {LengthUnit::weeks, "week", "weeks", "tuần"},
                                           {LengthUnit::months, "month", "months", "tháng"},
                                           {LengthUnit::years, "year", "years", "năm"},
                                           {LengthUnit::working_days, "working day", "working days", "ngày làm việc"}};

}  // namespace detail

SANGKIEN_INLINE bool read_length(std::string_view text, Length& out) noexcept
{
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
    return {detail::whole_text(length.number) + " " + words.vi, to_text(length)};
}

}  // namespace sangkien
