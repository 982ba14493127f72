#pragma once

#include <optional>
#include <string_view>
#include <utility>

#include "../calendar/deadline.hpp"
#include "../calendar/period.hpp"
#include "../core/ratio.hpp"
#include "rights.hpp"

namespace sangkien {

namespace detail {

template <class Value>
int order_of(const Value& a, const Value& b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

// A length as so many of the smallest unit that it can be told in exactly.
inline std::pair<LengthUnit, int> in_smallest(Length length) noexcept
{
    switch (length.unit) {
        case LengthUnit::weeks: return {LengthUnit::days, length.number * 7};
        case LengthUnit::years: return {LengthUnit::months, length.number * 12};
        default: return {length.unit, length.number};
    }
}

inline std::optional<int> order_of_lengths(std::string_view a, std::string_view b) noexcept
{
    Length x, y;
    if (!read_length(a, x) || !read_length(b, y)) return std::nullopt;
    const auto [unit, number] = in_smallest(x);
    const auto [other_unit, other_number] = in_smallest(y);
    if (unit != other_unit) return std::nullopt;
    return order_of(number, other_number);
}

inline bool is_hour(std::string_view text) noexcept
{
    return text.size() == 5 && text[2] == ':' && text.find_first_not_of("0123456789:") == std::string_view::npos;
}

inline std::optional<int> order_in_time(std::string_view a, std::string_view b) noexcept
{
    YearlyDay x, y;
    if (read_yearly_day(a, x) && read_yearly_day(b, y))
        return order_of(std::make_pair(x.month, x.day), std::make_pair(y.month, y.day));
    Day day{}, other{};
    if (read_day(a, day) && read_day(b, other)) return order_of(day, other);
    if (is_hour(a) && is_hour(b)) return order_of(a, b);
    return std::nullopt;
}

inline Words toward_words(Toward toward)
{
    switch (toward) {
        case Toward::higher: return {"cao hơn", "higher"};
        case Toward::lower: return {"thấp hơn", "lower"};
        case Toward::earlier: return {"sớm hơn", "earlier"};
        case Toward::later: return {"muộn hơn", "later"};
    }
    return {};
}

inline std::optional<int> order_of_numbers(std::string_view a, std::string_view b)
{
    Ratio x(0), y(0);
    if (!read_ratio(a, x) || !read_ratio(b, y)) return std::nullopt;
    return order_of(x, y);
}

}  // namespace detail

SANGKIEN_INLINE const char* word(Toward toward) noexcept
{
    static constexpr const char* words[] = {"higher", "lower", "earlier", "later"};
    return words[static_cast<int>(toward)];
}

SANGKIEN_INLINE Strictness compare(Node later, Node earlier, Toward toward) noexcept
{
    const auto single = [](Node node) { return node.is(Kind::text) || node.is(Kind::number); };
    if (!single(later) || !single(earlier)) return Strictness::incomparable;
    const bool in_time = toward == Toward::earlier || toward == Toward::later;
    std::optional<int> order = in_time ? detail::order_in_time(later.text(), earlier.text())
                                       : detail::order_of_numbers(later.text(), earlier.text());
    if (!order) order = detail::order_of_lengths(later.text(), earlier.text());
    if (!order) return Strictness::incomparable;
    if (*order == 0) return Strictness::same;
    const bool up = toward == Toward::higher || toward == Toward::later;
    return (*order > 0) == up ? Strictness::stricter : Strictness::looser;
}

}  // namespace sangkien
