// A calendar that is walked day by day, read from the rulebook without the library's Calendar: the other way to an end.
#pragma once

#include <vector>

#include "support.hpp"

namespace sangkien::test {

class Walker {
public:
    Walker()
    {
        const Tree tree = rulebook_tree("vn-civil-service");
        for (Day day = first(); day <= last(); day = day + 1)
            works_.push_back(weekday(day) != Weekday::saturday && weekday(day) != Weekday::sunday);
        const Node years = tree.root().get("calendar").get("years");
        for (Node year = years.first(); year; year = year.next())
            for (Node item = year.get("days").first(); item; item = item.next()) {
                const Day day = parse_day(item.get("day").text());
                if (day >= first() && day <= last()) works_[at(day)] = item.get("kind").text() == "swap-work";
            }
    }

    static Day first() { return parse_day("2019-01-01"); }
    static Day last() { return parse_day("2026-12-31"); }
    bool knows(Day day) const { return first() <= day && day <= last(); }
    bool works(Day day) const { return works_[at(day)]; }

private:
    static std::size_t at(Day day) { return static_cast<std::size_t>(day - first()); }

    std::vector<bool> works_;
};

// A date that is moved on by counting, day after day.
struct WalkedDate {
    int year, month, day;

    int month_length() const
    {
        if (month == 2) return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }
    void next()
    {
        if (++day <= month_length()) return;
        day = 1;
        if (++month <= 12) return;
        month = 1;
        ++year;
    }
};

}  // namespace sangkien::test
