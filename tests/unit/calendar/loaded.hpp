// The civil-service calendar as a host loads it, with citations and papers; and small texts laid over it.
#pragma once

#include <sangkien/io/loader.hpp>

#include <string>
#include <vector>

#include "support.hpp"

namespace sangkien::test {

inline const Calendar& loaded()
{
    static const Rules rules = load_rules({"civil-code-2015", "vn-civil-service"});
    return rules.rulesets().back().calendar;
}

inline Day new_year(int year) { return day_of(year, 1, 1); }

// The days of [first_year, last_year].
inline std::vector<Day> days_of(int first_year, int last_year)
{
    std::vector<Day> out;
    for (Day day = new_year(first_year); day < new_year(last_year + 1); day = day + 1) out.push_back(day);
    return out;
}

// "2026-01-10 swap-work"
inline std::string line_of(const SpecialDay& special) { return to_text(special.day) + " " + word(special.kind); }

inline std::vector<std::string> lines_of(const std::vector<SpecialDay>& days)
{
    std::vector<std::string> out;
    for (const SpecialDay& special : days) out.push_back(line_of(special));
    return out;
}

inline bool same(const SpecialDay& a, const SpecialDay& b)
{
    return a.day == b.day && a.kind == b.kind && a.name.vi == b.name.vi && a.name.en == b.name.en && a.pair == b.pair &&
           a.citation == b.citation && a.document == b.document && a.issued == b.issued;
}

inline bool same(const std::vector<SpecialDay>& a, const std::vector<SpecialDay>& b)
{
    bool out = a.size() == b.size();
    for (std::size_t i = 0; out && i < a.size(); ++i) out = same(a[i], b[i]);
    return out;
}

inline std::string detail_of(const Problem& problem, std::string_view key)
{
    for (const Detail& part : problem.details)
        if (part.key == key) return part.words.en;
    return {};
}

}  // namespace sangkien::test
