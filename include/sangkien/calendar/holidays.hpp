// The holidays that a Labour Code gives in any year, and the year they make when nothing is decided yet.
//
//   project_year(2027, rules, week);   // New Year, Tết, Hùng Kings, 30/4, 1/5, National Day, Culture Day, days in lieu
//
// A projection is no decision: which five days are Tết, which day is National Day's second, and every swap come from
// yearly papers. A calendar that holds a projected year says so, see Calendar::with_provisional.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "special_days.hpp"

namespace sangkien {

// Second day of a holiday of two days: the neighbour before or after the day named, or the working neighbour that joins
// the longest stretch off (the earlier one at a tie).
enum class SecondDay : std::uint8_t { before, after, joining };

// Holiday rule (ngày nghỉ lễ theo luật): a holiday of every year, as a Code gives it.
struct HolidayRule {
    Name name;
    bool lunar = false;  // month and day are of the Vietnamese lunar calendar
    int month = 1;
    int day = 1;
    int days = 1;
    int starts = 0;  // first day off, relative to the day named
    SecondDay second = SecondDay::after;
    bool made_up = true;        // a day of it that falls on the weekly rest is made up
    std::optional<Day> from;    // the holiday itself falls on or after this day,
    std::optional<Day> until;   // and before this one
    std::string document;       // number of the paper
    std::optional<Day> issued;  // and its date
    Citation citation;
};

// Make-up rule (nghỉ bù): a holiday on a weekly rest day is made up on the next working day.
struct MakeUpRule {
    std::optional<Day> from;
    std::optional<Day> until;
    std::string document;
    std::optional<Day> issued;
    Citation citation;
};

struct HolidayRules {
    std::vector<HolidayRule> holidays;
    std::vector<MakeUpRule> make_up;

    bool empty() const noexcept { return holidays.empty(); }
    // Years that some rule speaks of and the lunar calendar reaches; 0 and -1 when there is none.
    int first_year() const noexcept;
    int last_year() const noexcept;
};

// The rules as they were known on `day`: those issued later are left out, and a rule that ends where only such rules
// begin was not known to end.
HolidayRules known_rules(const HolidayRules& rules, Day day);

// The days that these rules make special in `year`, in order. Days of the weekly rest that are no holiday themselves are
// left to the week.
std::vector<SpecialDay> project_year(int year, const HolidayRules& rules, const WorkingWeek& week);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "holidays_inl.hpp"
#endif
