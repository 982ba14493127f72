#pragma once

#include "digits.hpp"
#include "value.hpp"

namespace sangkien {

namespace detail {

inline std::string shown_day(Day day, Language language)
{
    static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const CivilDate c = civil(day);
    std::string out;
    put_digits(out, c.day, 1);
    out += language == Language::vi ? "/" : " ";
    if (language == Language::vi)
        put_digits(out, c.month, 1);
    else
        out += months[c.month - 1];
    out += language == Language::vi ? "/" : " ";
    put_digits(out, c.year, 1);
    return out;
}

inline std::string shown_instant(Instant t, Language language)
{
    const std::string clock = to_text(t).substr(11, 8);
    return (clock.substr(6) == "00" ? clock.substr(0, 5) : clock) + (language == Language::vi ? " ngày " : " on ") +
           shown_day(civil_day(t), language);
}

// Decimal point or comma; a fraction that has no decimal is shown to two places, with the fraction beside it.
inline std::string shown_ratio(Ratio value, Language language)
{
    std::string text = value.text();
    const bool fraction = text.find('/') != std::string::npos;
    if (fraction) text = round(value, 2, Rounding::half_even).text() + " (" + text + ")";
    if (language == Language::vi)
        for (char& c : text)
            if (c == '.') c = ',';
    return text;
}

struct Show {
    Language language;

    bool vi() const noexcept { return language == Language::vi; }
    std::string operator()(std::int64_t n) const { return whole_text(n); }
    std::string operator()(bool b) const { return b ? (vi() ? "có" : "yes") : (vi() ? "không" : "no"); }
    std::string operator()(Ratio r) const { return shown_ratio(r, language); }
    std::string operator()(const Decimal& d) const
    {
        std::string text = d.text();
        for (char& c : text)
            if (c == '.' && vi()) c = ',';
        return text;
    }
    std::string operator()(Day d) const { return shown_day(d, language); }
    std::string operator()(DayEnd d) const { return (vi() ? "24:00 ngày " : "24:00 on ") + shown_day(d.day, language); }
    std::string operator()(Instant t) const { return shown_instant(t, language); }
    std::string operator()(const std::string& s) const { return s; }
    std::string operator()(const Name& n) const { return n.in(language); }
    std::string operator()(Truth t) const
    {
        if (!vi()) return word(t);
        return t == Truth::pass ? "đạt" : t == Truth::fail ? "không đạt" : "chưa xác định";
    }
    std::string operator()(const std::vector<Name>& names) const
    {
        std::string out;
        for (const Name& name : names) out += (out.empty() ? "" : ", ") + name.in(language);
        return out;
    }
};

}  // namespace detail

SANGKIEN_INLINE std::string shown(const Datum& value, Language language)
{
    return std::visit(detail::Show{language}, value);
}

SANGKIEN_INLINE Words shown(const Datum& value) { return {shown(value, Language::vi), shown(value, Language::en)}; }

}  // namespace sangkien
