#include <climits>
#include <fstream>
#include <map>
#include <set>
#include <tuple>

#include "loaded.hpp"

using namespace sangkien;
using namespace sangkien::test;

namespace {

const Calendar& with_all()
{
    static const Calendar calendar = loaded().with_provisional(2014, 2056);
    return calendar;
}

// A row of projected_days.csv, which tests/tools/make_projected_days.py works out without the library.
struct Row {
    std::string kind, name, clause;
};
using Rows = std::map<Day, Row>;

const Rows& oracle()
{
    static const Rows rows = [] {
        std::ifstream file(std::string(SANGKIEN_SOURCE_DIR) + "/tests/unit/calendar/projected_days.csv");
        Rows out;
        std::string line;
        std::getline(file, line);
        REQUIRE(line == "date,kind,name,clause");
        while (std::getline(file, line)) {
            std::vector<std::string> cells(1);
            for (const char c : line) {
                if (c == ',')
                    cells.emplace_back();
                else
                    cells.back() += c;
            }
            REQUIRE(cells.size() == 4);
            REQUIRE(out.emplace(on(cells[0].c_str()), Row{cells[1], cells[2], cells[3]}).second);
        }
        return out;
    }();
    return rows;
}

// What differs between the projection of a year and the oracle, a line each.
std::vector<std::string> against_oracle(int year, const std::vector<SpecialDay>& projected)
{
    Rows rows;
    for (const auto& row : oracle())
        if (civil(row.first).year == year) rows.insert(row);
    std::vector<std::string> out;
    for (const SpecialDay& special : projected) {
        const auto found = rows.find(special.day);
        if (found == rows.end()) {
            out.push_back("beyond: " + line_of(special));
            continue;
        }
        const Row& row = found->second;
        const bool in_lieu = special.kind == DayKind::compensatory;
        if (row.kind != word(special.kind) || row.clause != special.citation.clause ||
            row.name + (in_lieu ? ", in lieu" : "") != special.name.en || in_lieu != special.pair.has_value())
            out.push_back("other: " + line_of(special) + " " + special.name.en + " " + special.citation.clause);
        rows.erase(found);
    }
    for (const auto& row : rows) out.push_back("lacking: " + to_text(row.first));
    return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("A year is decided, provisional on request, or missing")
{
    const Calendar some = loaded().with_provisional(2027, 2030);
    const auto check = [](const Calendar& calendar, int year, YearStatus expected) {
        INFO(year);
        CHECK(calendar.status(year) == expected);
        CHECK(calendar.decided(year) == (expected == YearStatus::decided));
        for (const Day day : {new_year(year), new_year(year) + 200, new_year(year + 1) - 1}) {
            CHECK(calendar.status(day) == expected);
            CHECK(calendar.answers(day) == (expected != YearStatus::missing));
        }
    };
    for (int year = 2010; year <= 2060; ++year) {
        const YearStatus plain = year >= 2019 && year <= 2026 ? YearStatus::decided : YearStatus::missing;
        check(loaded(), year, plain);
        check(some, year, year >= 2027 && year <= 2030 ? YearStatus::provisional : plain);
    }
    CHECK(loaded().years(YearStatus::provisional).empty());
    CHECK(some.years(YearStatus::provisional) == std::vector<int>{2027, 2028, 2029, 2030});
    CHECK(some.years(YearStatus::decided) == loaded().years(YearStatus::decided));
    CHECK(std::string(word(YearStatus::provisional)) == "provisional");
    CHECK(shown(YearStatus::provisional).vi == "dự kiến");
}

TEST_CASE("Decided years stay as they are beside provisional ones")
{
    int days = 0, wrong = 0;
    for (int year = 2019; year <= 2026; ++year) CHECK(same(with_all().special_days(year), loaded().special_days(year)));
    for (const Day day : days_of(2019, 2026)) {
        ++days;
        wrong += with_all().status(day) != YearStatus::decided || with_all().kind(day) != loaded().kind(day) ||
                 with_all().is_working(day) != loaded().is_working(day);
    }
    CHECK(wrong == 0);
    CHECK(days == 2922);
    CHECK(with_all().add_working_days(on("2026-12-31"), 1) == on("2027-01-04"));  // from one kind of year to the other
    CHECK(problem_of([] { loaded().add_working_days(on("2026-12-31"), 1); }).id == ErrorId::year_not_decided);
    CHECK(loaded().status(2027) == YearStatus::missing);  // the calendar below is what it was
}

TEST_CASE("Every provisional day of 2027 to 2035 is that of the oracle, and no other")
{
    const Calendar calendar = loaded().with_provisional(2027, 2035);
    std::size_t compared = 0;
    for (int year = 2027; year <= 2035; ++year) {
        CHECK(against_oracle(year, calendar.special_days(year)) == Lines{});
        compared += calendar.special_days(year).size();
    }
    CHECK(compared == 135);
    int wrong = 0;
    for (const Day day : days_of(2027, 2035)) {
        const bool rest = weekday(day) == Weekday::saturday || weekday(day) == Weekday::sunday;
        wrong += calendar.is_working(day) == (rest || oracle().count(day) != 0);
    }
    CHECK(wrong == 0);
}

TEST_CASE("The Codes alone give for 2019 to 2035 what the oracle works out")
{
    std::size_t compared = 0;
    for (int year = 2019; year <= 2035; ++year) {
        const auto projected = project_year(year, loaded().holiday_rules(), loaded().week());
        CHECK(against_oracle(year, projected) == Lines{});
        compared += projected.size();
    }
    CHECK(compared == oracle().size());
    CHECK(compared == 242);
}

TEST_CASE("A day in lieu is a working day of the week, later than the free day it makes up for")
{
    int in_lieu = 0;
    for (int year = 2027; year <= 2056; ++year) {
        std::set<Day> made_up;
        for (const SpecialDay& special : with_all().special_days(year)) {
            if (special.kind != DayKind::compensatory) continue;
            ++in_lieu;
            CHECK(with_all().week().works(weekday(special.day)));
            REQUIRE(special.pair.has_value());
            CHECK(*special.pair < special.day);
            CHECK_FALSE(with_all().week().works(weekday(*special.pair)));
            CHECK(made_up.insert(*special.pair).second);
        }
    }
    CHECK(in_lieu > 60);
}

TEST_CASE("A provisional day names the Code and the day it was passed")
{
    const SpecialDay tet = with_all().special(on("2027-02-08")).value();
    CHECK(tet.document == "45/2019/QH14");
    CHECK(tet.issued == on("2019-11-20"));
    CHECK(tet.citation.rulebook == "vn-civil-service");
    CHECK(tet.citation.provenance == Provenance::illustrative);
    CHECK(with_all().special(on("2027-11-24"))->document == "28/2026/QH16");
    CHECK(with_all().special(on("2015-09-02"))->document == "10/2012/QH13");
    CHECK_FALSE(with_all().special(on("2015-09-01")));  // National Day was one day then
    CHECK_FALSE(with_all().special(on("2025-11-24")));
}

TEST_CASE("Decided years differ from the projection in Tết and in swaps, and in nothing else")
{
    // Each is a day and what the papers make of it, where the Codes alone would have made the other.
    const std::vector<std::pair<int, Lines>> known{
        {2019, {"2019-01-05 worked", "2019-04-29 off", "2019-05-04 worked"}},
        {2020, {"2020-01-23 off", "2020-01-30 worked"}},
        {2021, {"2021-02-10 off", "2021-02-17 worked"}},
        {2022, {}},
        {2023, {"2023-01-20 off", "2023-01-27 worked"}},
        {2024, {"2024-02-08 off", "2024-02-15 worked", "2024-04-29 off", "2024-05-04 worked"}},
        {2025, {"2025-01-27 off", "2025-02-03 worked", "2025-04-26 worked", "2025-05-02 off"}},
        {2026, {"2026-01-02 off", "2026-01-10 worked", "2026-08-22 worked", "2026-08-31 off"}}};
    for (const auto& year : known) {
        const Calendar codes(
            loaded().week(),
            {{year.first, true, project_year(year.first, loaded().holiday_rules(), loaded().week()), {}}});
        Lines found;
        for (const Day day : days_of(year.first, year.first))
            if (loaded().is_working(day) != codes.is_working(day))
                found.push_back(to_text(day) + (loaded().is_working(day) ? " worked" : " off"));
        CHECK(found == year.second);
    }
}

TEST_CASE("A span of provisional years is cut to what the Codes reach, and is an error where they reach none")
{
    CHECK(loaded().with_provisional(1990, 2015).years(YearStatus::provisional) == std::vector<int>{2014, 2015});
    CHECK(loaded().with_provisional(2198, 9999).years(YearStatus::provisional) == std::vector<int>{2198, 2199});
    CHECK(loaded().with_provisional(2020, 2025).years(YearStatus::provisional).empty());  // all decided
    CHECK(loaded().with_provisional(2018, 2027).years(YearStatus::provisional) == std::vector<int>{2018, 2027});
    for (const auto& span : {std::pair(2030, 2029), {1990, 2013}, {2200, 2300}, {INT_MAX, INT_MIN}, {-5, 0}}) {
        const Problem problem = problem_of([&] { loaded().with_provisional(span.first, span.second); });
        CHECK(problem.id == ErrorId::out_of_range);
        CHECK(detail_of(problem, "value") == std::to_string(span.first) + "-" + std::to_string(span.second));
        CHECK(detail_of(problem, "low") == "2014");
        CHECK(detail_of(problem, "high") == "2199");
    }
    CHECK(problem_of([] { Calendar().with_provisional(2027, 2030); }).id == ErrorId::no_calendar);
    const Calendar no_rules(loaded().week(), {{2025, true, {}, {}}});
    CHECK(problem_of([&] { no_rules.with_provisional(2027, 2030); }).id == ErrorId::out_of_range);
}

TEST_CASE("Asking for provisional years twice, or in parts, gives the same as once")
{
    const Calendar parts =
        loaded().with_provisional(2029, 2030).with_provisional(2027, 2030).with_provisional(2028, 2029);
    const Calendar once = loaded().with_provisional(2027, 2030);
    CHECK(parts.years(YearStatus::provisional) == once.years(YearStatus::provisional));
    CHECK(same(parts.special_days(), once.special_days()));
    CHECK(parts.tables().size() == 1);
    CHECK(parts.count_working_days(on("2019-01-01"), on("2031-01-01")) ==
          once.count_working_days(on("2019-01-01"), on("2031-01-01")));
}

TEST_CASE("A provisional year between others that are not asked for is an island")
{
    const Calendar calendar = loaded().with_provisional(2030, 2030);
    CHECK(calendar.tables().size() == 2);
    CHECK(calendar.is_working(on("2030-01-02")));
    CHECK(detail_of(problem_of([&] { calendar.add_working_days(on("2026-12-31"), 1); }), "year") == "2027");
    CHECK(detail_of(problem_of([&] { calendar.add_working_days(on("2030-01-02"), -1); }), "year") == "2029");
    CHECK(detail_of(problem_of([&] { calendar.is_working(on("2028-06-05")); }), "year") == "2028");
}

TEST_CASE("Why a year is provisional is said in both languages, and of no other year")
{
    const Words why = with_all().why_provisional(2027);
    CHECK(why.vi ==
          "tính theo Bộ luật Lao động, vì chưa có quyết định về Tết, ngày thứ hai của Quốc khánh và ngày hoán đổi "
          "của năm 2027");
    CHECK(why.en ==
          "projected from the Labour Code, since Tết, National Day's second day and swaps of 2027 are not "
          "decided");
    CHECK(with_all().why_provisional(2026).empty());
    CHECK(with_all().why_provisional(2013).empty());
    CHECK(loaded().why_provisional(2027).empty());
    const Words known = loaded().known_on(on("2025-06-01")).with_provisional(2026, 2026).why_provisional(2026);
    CHECK(known.vi.find("vì đến ngày 1/6/2025 chưa có quyết định") != std::string::npos);
    CHECK(known.en.find("of 2026 are not decided by 1 Jun 2025") != std::string::npos);
}

TEST_CASE("A span tells whether it touches a provisional year, in either direction, both ends included")
{
    const Calendar calendar = loaded().with_provisional(2027, 2028);
    const auto touches = [&](const char* a, const char* b) {
        CHECK(calendar.provisional(on(a), on(b)) == calendar.provisional(on(b), on(a)));
        return calendar.provisional(on(a), on(b));
    };
    CHECK_FALSE(touches("2019-01-01", "2026-12-31"));
    CHECK(touches("2026-12-31", "2027-01-01"));
    CHECK(touches("2027-06-01", "2027-06-01"));
    CHECK(touches("2020-01-01", "2040-01-01"));
    CHECK(touches("2028-12-31", "2040-01-01"));
    CHECK_FALSE(touches("2029-01-01", "2040-01-01"));
    CHECK_FALSE(loaded().provisional(on("2019-01-01"), on("2040-01-01")));
}

TEST_CASE("A calendar costs less than 64 KB, with forty years more as well")
{
    CHECK(loaded().bytes() < 64 * 1024);
    CHECK(with_all().bytes() < 64 * 1024);
    CHECK(loaded().with_provisional(2014, 2199).bytes() > with_all().bytes());
    CHECK(loaded().bytes() > 4 * loaded().special_days().size() + 2922);  // it counts what it holds
}
