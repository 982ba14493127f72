// Every period from every day of eight years, against a walk day by day.
#include "thinned.hpp"
#include "walker.hpp"

using namespace sangkien;
using namespace sangkien::test;

namespace {

const Citation clause{"gia-vien-934", "934.3.2", Provenance::official_document};

std::vector<Length> lengths()
{
    std::vector<Length> out;
    const auto add = [&](LengthUnit unit, int from, int to) {
        for (int n = from; n <= to; ++n) out.push_back({n, unit});
    };
    add(LengthUnit::days, 1, 60);
    for (const int n : {90, 120, 180, 365}) out.push_back({n, LengthUnit::days});
    add(LengthUnit::weeks, 1, 26);
    add(LengthUnit::months, 1, 24);
    add(LengthUnit::years, 1, 6);
    add(LengthUnit::working_days, 1, 70);
    add(LengthUnit::half_months, 1, 6);
    add(LengthUnit::half_years, 1, 4);
    return out;
}

// What one walk from an event meets, day after day: how many days, months and working days have passed on each.
struct Walk {
    std::vector<Day> days{Day{}}, months{Day{}}, working{Day{}};  // [n] is the n-th

    Walk(const Walker& walker, Day event)
    {
        const CivilDate start = civil(event);
        WalkedDate date{start.year, start.month, start.day};
        for (Day day = event + 1; walker.knows(day); day = day + 1) {
            date.next();
            days.push_back(day);
            // The corresponding day, or the last day of a month that has none.
            const bool ends = date.day == date.month_length() && date.day < start.day;
            if (date.day == start.day || ends) months.push_back(day);
            if (walker.works(day)) working.push_back(day);
        }
    }
};

// The n-th of `list`, moved on to a day that is worked; false when the walk does not get there.
bool reach(const Walker& walker, const std::vector<Day>& list, int n, Day& out)
{
    if (static_cast<std::size_t>(n) >= list.size()) return false;
    out = list[static_cast<std::size_t>(n)];
    while (walker.knows(out) && !walker.works(out)) out = out + 1;
    return walker.knows(out);
}

bool walked_end(const Walker& walker, const Walk& walk, Length length, Day& out)
{
    const int n = length.number;
    switch (length.unit) {
        case LengthUnit::days: return reach(walker, walk.days, n, out);
        case LengthUnit::weeks: return reach(walker, walk.days, 7 * n, out);
        case LengthUnit::half_months: return reach(walker, walk.days, 15 * n, out);
        case LengthUnit::months: return reach(walker, walk.months, n, out);
        case LengthUnit::half_years: return reach(walker, walk.months, 6 * n, out);
        case LengthUnit::years: return reach(walker, walk.months, 12 * n, out);
        default: return reach(walker, walk.working, n, out);
    }
}

}  // namespace

TEST_CASE("200 periods from every day of 2019 to 2026 end where a walk day by day ends")
{
    const Walker walker;
    const std::vector<Length> all = lengths();
    REQUIRE(all.size() == 200);
    std::int64_t compared = 0, wrong = 0;
    for (Day event = Walker::first(); event <= Walker::last(); event = event + static_cast<int>(thinned(11))) {
        const Walk walk(walker, event);
        for (const Length length : all) {
            Day expected;
            if (!walked_end(walker, walk, length, expected)) continue;
            const Deadline end = period_end(event, length, civil_code(), civil_service(), clause);
            ++compared;
            if (end.determined && end.last_day == expected) continue;
            if (++wrong <= 5)
                UNSCOPED_INFO(to_text(event) << " + " << to_text(length) << ": " << to_text(end.last_day));
        }
    }
    CHECK(wrong == 0);
    CHECK(compared > 450000 / static_cast<std::int64_t>(thinned(11)));
}

TEST_CASE("A period that the walk cannot follow to its end is an error of the year it runs into")
{
    const Walker walker;
    int asked = 0;
    for (Day event = on("2026-11-20"); event <= Walker::last(); event = event + 1) {
        const Walk walk(walker, event);
        for (const Length length : {Length{40, LengthUnit::days}, Length{1, LengthUnit::months},
                                    Length{30, LengthUnit::working_days}, Length{6, LengthUnit::weeks}}) {
            Day expected;
            const bool reached = walked_end(walker, walk, length, expected);
            INFO(to_text(event) << " + " << to_text(length));
            if (reached)
                CHECK(period_end(event, length, civil_code(), civil_service(), clause).last_day == expected);
            else
                CHECK(problem_of([&] { period_end(event, length, civil_code(), civil_service(), clause); }).id ==
                      ErrorId::year_not_decided);
            asked += reached ? 0 : 1;
        }
    }
    CHECK(asked > 100);
}

TEST_CASE("An event one day later, or a period one longer, never ends earlier")
{
    const std::vector<Length> all = lengths();
    std::vector<Day> before(all.size(), on("2019-01-01"));
    std::int64_t earlier = 0;
    for (Day event = on("2019-01-01"); event <= on("2020-06-30"); event = event + 1) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            const Day end = period_end(event, all[i], civil_code(), civil_service(), clause).last_day;
            const bool longer = i > 0 && all[i].unit == all[i - 1].unit && end < before[i - 1];
            if (end < before[i] || end <= event || longer) ++earlier;
            before[i] = end;
        }
    }
    CHECK(earlier == 0);
}
