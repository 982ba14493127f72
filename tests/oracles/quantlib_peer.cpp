// The working calendar beside QuantLib's BespokeCalendar: the same days off and worked Saturdays, put there from the
// table of decisions, not from the rulebook; random advances and counts compared, then both timed.
//
//   quantlib_peer [ADVANCES [COUNTS]]        exits with 1 when an answer differs
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <vector>

#include <ql/time/calendars/bespokecalendar.hpp>
#include <ql/time/date.hpp>
#include <ql/version.hpp>

#include "peer.hpp"

using namespace sangkien;
using sangkien::test::Random;
using sangkien::test::Tally;

namespace {

const Day first = day_of(2019, 1, 1), last = day_of(2026, 12, 31);
const QuantLib::Date epoch(1, QuantLib::January, 1970);

QuantLib::Date theirs(Day day) { return QuantLib::Date(epoch.serialNumber() + day.count); }
Day ours(const QuantLib::Date& date)
{
    return Day{static_cast<std::int32_t>(date.serialNumber() - epoch.serialNumber())};
}

QuantLib::BespokeCalendar peer_calendar()
{
    std::ifstream table(SANGKIEN_SOURCE_DIR "/tests/python/vn_public_sector_days_2019_2026.csv");
    if (!table) throw std::runtime_error("the table of decided days is not there");
    QuantLib::BespokeCalendar out("civil service");
    out.addWeekend(QuantLib::Saturday);
    out.addWeekend(QuantLib::Sunday);
    int off = 0, worked = 0;
    for (std::string line; std::getline(table, line);) {  // date,weekday,kind,...
        Day day;
        if (!read_day(std::string_view(line).substr(0, 10), day) || day < first) continue;
        if (line.compare(15, 10, "swap_work,") == 0) {
            out.removeHoliday(theirs(day));
            ++worked;
        } else {
            out.addHoliday(theirs(day));
            ++off;
        }
    }
    std::printf("QuantLib %s, Debian's build; BespokeCalendar with %d days off and %d worked Saturdays\n", QL_VERSION,
                off, worked);
    return out;
}

// Debian leaves every switch as QuantLib has it but this one: its dates count microseconds.
void print_build()
{
    std::printf("  its build: ");
#ifdef QL_HIGH_RESOLUTION_DATE
    std::printf("QL_HIGH_RESOLUTION_DATE on");
#else
    std::printf("QL_HIGH_RESOLUTION_DATE off");
#endif
#ifdef QL_ENABLE_SESSIONS
    std::printf(", QL_ENABLE_SESSIONS on");
#else
    std::printf(", QL_ENABLE_SESSIONS off");
#endif
#ifdef QL_EXTRA_SAFETY_CHECKS
    std::printf(", QL_EXTRA_SAFETY_CHECKS on\n");
#else
    std::printf(", QL_EXTRA_SAFETY_CHECKS off\n");
#endif
}

// Whole years stand at both ends of the calendar, so a walk of 300 working days from the middle stays within.
std::uint64_t compare(const QuantLib::Calendar& peer, std::int64_t advances, std::int64_t counts)
{
    const Calendar& calendar = test::civil_service();
    Tally days, added, counted;
    for (Day day = first; day <= last; day = day + 1)
        days.compare(std::int64_t{calendar.is_working(day)}, std::int64_t{peer.isBusinessDay(theirs(day))},
                     [&] { return to_text(day) + " worked"; });
    Random random(20260822);
    while (added.compared() < static_cast<std::uint64_t>(advances)) {
        const Day day{random.between(first.count, last.count)};
        const std::int32_t n = random.between(-300, 300);
        if (n == 0) continue;  // a day off plus no working day is an error here, and rolled there
        const QuantLib::Date end = peer.advance(theirs(day), n, QuantLib::Days);
        if (ours(end) < first || ours(end) > last) continue;
        added.compare(calendar.add_working_days(day, n), ours(end),
                      [&] { return to_text(day) + " + " + std::to_string(n); });
    }
    while (counted.compared() < static_cast<std::uint64_t>(counts)) {
        const Day a{random.between(first.count, last.count)}, b{a.count + random.between(-400, 400)};
        if (b < first || b > last) continue;
        // [a, b), whichever is earlier: the later end is the one left out.
        const bool forward = a <= b;
        counted.compare(calendar.count_working_days(a, b),
                        std::int64_t{peer.businessDaysBetween(theirs(a), theirs(b), forward, !forward)},
                        [&] { return to_text(a) + " to " + to_text(b); });
    }
    days.print("days, worked or off, 2019 to 2026");
    added.print("random additions, n from -300 to 300");
    counted.print("random counts over up to 400 days");
    return days.different() + added.different() + counted.different();
}

void measure(const QuantLib::Calendar& peer)
{
    const Calendar& calendar = test::civil_service();
    std::vector<Day> days;
    std::vector<QuantLib::Date> dates;
    Random random(10);
    for (int i = 0; i < 4096; ++i) {
        days.push_back({random.between(first.count, last.count - 30)});
        dates.push_back(theirs(days.back()));
    }
    constexpr int rounds = 500;
    const auto count = static_cast<std::int64_t>(days.size());
    volatile int ten = 10;  // read anew each round: it is no constant to either compiler
    test::print_header();
    const double mine = test::nanoseconds(count * rounds, 7, [&] {
        std::int64_t sum = 0;
        for (int round = 0; round < rounds; ++round) {
            const int n = ten;
            for (const Day day : days) sum += calendar.add_working_days(day, n).count;
        }
        return sum;
    });
    const double peers = test::nanoseconds(count, 7, [&] {
        std::int64_t sum = 0;
        const int n = ten;
        for (const QuantLib::Date& date : dates) sum += peer.advance(date, n, QuantLib::Days).serialNumber();
        return sum;
    });
    test::print_ratio("adding 10 working days, beside advance", mine, peers, 1000);
    const double counted = test::nanoseconds(count * rounds, 7, [&] {
        std::int64_t sum = 0;
        for (int round = 0; round < rounds; ++round) {
            const int n = ten;
            for (const Day day : days) sum += calendar.count_working_days(day, day + n);
        }
        return sum;
    });
    const double peers_counted = test::nanoseconds(count, 7, [&] {
        std::int64_t sum = 0;
        const int n = ten;
        for (const QuantLib::Date& date : dates) sum += peer.businessDaysBetween(date, date + n);
        return sum;
    });
    test::print_ratio("counting within 10 days, beside businessDaysBetween", counted, peers_counted, 100);
}

}  // namespace

int main(int argc, char** argv)
{
    const std::int64_t advances = argc > 1 ? std::atoll(argv[1]) : 1000000;
    const std::int64_t counts = argc > 2 ? std::atoll(argv[2]) : 1000000;
    const QuantLib::BespokeCalendar peer = peer_calendar();
    print_build();
    if (compare(peer, advances, counts) != 0) {
        std::puts("the answers differ: nothing is measured");
        return EXIT_FAILURE;
    }
    measure(peer);
    return EXIT_SUCCESS;
}
