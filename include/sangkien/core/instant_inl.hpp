#pragma once

#include "digits.hpp"
#include "error.hpp"
#include "instant.hpp"
#include "limits.hpp"

namespace sangkien {

SANGKIEN_INLINE bool read_instant(std::string_view text, Instant& out) noexcept
{
    Day day;
    if (text.size() < 17 || !read_day(text.substr(0, 10), day) || text[10] != 'T' || text[13] != ':') return false;
    const int hour = detail::digits(text, 11, 2);
    const int minute = detail::digits(text, 14, 2);
    int second = 0;
    std::size_t at = 16;
    if (text[at] == ':') {
        second = detail::digits(text, at + 1, 2);
        at += 3;
    }
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 || at >= text.size())
        return false;
    std::int64_t offset = 0;
    if (text[at] == 'Z') {
        if (at + 1 != text.size()) return false;
    } else {
        const int hours = detail::digits(text, at + 1, 2);
        const int minutes = detail::digits(text, at + 4, 2);
        if ((text[at] != '+' && text[at] != '-') || text.size() != at + 6 || text[at + 3] != ':') return false;
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return false;
        offset = (hours * 60 + minutes) * 60 * (text[at] == '+' ? 1 : -1);
    }
    const Instant read{static_cast<std::int64_t>(day.count) * 86400 + hour * 3600 + minute * 60 + second - offset};
    // An offset must not carry it out of the years that a day can be written in.
    if (civil_day(read) < day_of(limits::first_year, 1, 1) || day_of(limits::last_year, 12, 31) < civil_day(read))
        return false;
    out = read;
    return true;
}

SANGKIEN_INLINE Instant parse_instant(std::string_view text)
{
    Instant out;
    if (!read_instant(text, out)) throw Error(Problem{ErrorId::bad_instant, {}, {{"text", std::string(text)}}});
    return out;
}

SANGKIEN_INLINE std::string to_text(Instant t)
{
    const Day day = civil_day(t);
    const int second = static_cast<int>(t.seconds - start_of_day(day).seconds);
    std::string out = to_text(day);
    out += 'T';
    detail::put_digits(out, second / 3600, 2);
    out += ':';
    detail::put_digits(out, second / 60 % 60, 2);
    out += ':';
    detail::put_digits(out, second % 60, 2);
    out += "+07:00";
    return out;
}

}  // namespace sangkien
