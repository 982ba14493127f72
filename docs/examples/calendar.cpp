#include <cstdio>
#include <sangkien/sangkien.hpp>

int main()
{
    using namespace sangkien;
    const Rules rules = load_rules({"civil-code-2015", "vn-civil-service"});
    const Ruleset& today = *rules.on(parse_day("2026-11-01"));
    const Calendar& calendar = today.calendar;
    const PeriodRules& periods = *today.periods;

    // Who hands in a column asks without errors: `due` is untouched where there is no answer.
    Day due;
    if (calendar.find_working_day(parse_day("2026-08-20"), 5, Roll::none, due))
        std::printf("%s\n", to_text(due).c_str());

    // A period; the length is of the caller's own making, so it rests on no clause.
    const Deadline end = period_end(parse_day("2026-07-31"), parse_length("1 month"), periods, calendar, Citation{});
    std::printf("%s, %zu steps\n", to_text(end.last_day).c_str(), end.steps.size());

    // The beginning, middle and end of a month and of a year: article 146.
    for (const NamedPoint point : {NamedPoint::beginning_of_month, NamedPoint::middle_of_month,
                                   NamedPoint::end_of_month, NamedPoint::middle_of_year}) {
        const PointDay day = named_point(point, 2026, 2, periods);
        std::printf("%-18s %s  %s\n", word(point), to_text(day.day).c_str(), day.steps[0].citations[0].clause.c_str());
    }
}
