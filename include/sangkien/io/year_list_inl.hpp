// The lines of the list under a drawn year: one for each stretch of days.
#pragma once

#include "year_sheet_inl.hpp"

namespace sangkien::detail {

// "16/2", "16 Feb"; with its year where that is another.
inline std::string short_day(Day day, int year, Language language)
{
    std::string out = shown(day, language);
    if (civil(day).year == year) out.erase(out.find_last_of("/ "));
    return out;
}

// A stretch of days in the words of its line.
struct StretchLine {
    StretchLine(const Stretch& what, int of_year, Language in) : stretch(what), year(of_year), language(in) {}

    // "thứ Hai 16/2", "Mon 16 Feb"
    std::string day(Day which) const
    {
        const std::string name = shown(weekday(which)).in(language);
        return (language == Language::vi ? name : name.substr(0, 3)) + " " + short_day(which, year, language);
    }
    std::string days() const
    {
        return day(stretch.first()) + (stretch.days.size() > 1 ? " – " + day(stretch.last()) : "");
    }
    std::string pairs() const
    {
        std::string out;
        for (const SpecialDay& special : stretch.days)
            if (special.pair) out += (out.empty() ? "" : ", ") + day(*special.pair);
        const Label how = stretch.kind() == DayKind::compensatory ? labels::for_day : labels::with_day;
        return out.empty() ? out : how.in(language) + (" " + out);
    }
    std::string papers() const
    {
        std::vector<std::string> known;
        for (const SpecialDay& special : stretch.days) {
            const std::string one =
                YearSheet::paper_of(special) + (special.issued ? ", " + shown(*special.issued, language) : "");
            if (std::find(known.begin(), known.end(), one) == known.end()) known.push_back(one);
        }
        std::string out;
        for (const std::string& one : known) out += (out.empty() ? "" : "; ") + one;
        return out;
    }

    const Stretch& stretch;
    int year;
    Language language;
};

}  // namespace sangkien::detail
