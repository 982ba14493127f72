#pragma once

#include "fields.hpp"
#include "periods_section.hpp"
#include "section_parts_inl.hpp"

namespace sangkien {

namespace detail {

// One rule of `periods`: a word, or an object with `value` and a clause of its own. False when it is missing
// or wrong.
inline bool compile_period_rule(Fields& f, const char* key, std::initializer_list<const char*> known,
                                Problems& problems, std::size_t& value, Citation& citation, Need need = Need::required)
{
    const Node node = f.any(key, need);
    if (!node) return false;
    citation = node.citation();
    if (!node.is(Kind::object)) return read_word(node, known, problems, value);
    Fields rule(node, problems);
    const Node inner = rule.any("value");
    const bool read = inner && read_word(inner, known, problems, value);
    rule.allow_annotations();
    rule.finish();
    return read;
}

}  // namespace detail

SANGKIEN_INLINE std::optional<PeriodRules> compile_periods(Node section, Problems& problems)
{
    if (!section) return std::nullopt;
    Fields f(section, problems);
    PeriodRules out;
    std::size_t first_day = 0, clamp = 0, day_off = 0, midnight = 0;
    bool whole = detail::compile_period_rule(f, "first-day", {"not-counted", "counted"}, problems, first_day,
                                             out.first_day_citation);
    whole &= detail::compile_period_rule(f, "month-end", {"clamp"}, problems, clamp, out.month_end_citation);
    whole &= detail::compile_period_rule(f, "day-off", {"none", "forward", "backward"}, problems, day_off,
                                         out.day_off_citation);
    whole &= detail::compile_period_rule(f, "ends", {"24:00"}, problems, midnight, out.ends_citation);
    std::size_t only = 0;  // the one word that each of these may have
    const auto said = [&](const char* key, const char* word, Citation& citation) {
        return detail::compile_period_rule(f, key, {word}, problems, only, citation, Need::optional);
    };
    out.hours_from_moment = said("hours", "from-moment", out.hours_citation);
    out.half_month_is_15_days = said("half-month", "15 days", out.half_month_citation);
    out.half_year_is_6_months = said("half-year", "6 months", out.half_year_citation);
    out.points_named = said("points", "1-15-last", out.points_citation);
    out.suspended_not_counted = said("suspended", "not-counted", out.suspended_citation);
    out.choices = detail::declared_choices(section);
    f.allow_annotations();
    f.finish();
    if (!whole) return std::nullopt;
    out.first_day_counted = first_day == 1;
    out.clamp_month_end = true;
    out.day_off = static_cast<Roll>(day_off);
    out.ends_at_midnight = true;
    return out;
}

}  // namespace sangkien
