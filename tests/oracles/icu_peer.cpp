// Lunar dates beside ICU's Chinese calendar, the lunar calendar that other libraries offer. It is no oracle: China
// reckons at UTC+8, and some Vietnamese months begin a day before the Chinese ones. So what differs is counted by its
// reason, a difference of any other kind is an error, and both are timed on the same days.
//
//   icu_peer        exits with 1 when a difference is not explained
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <vector>

#include <unicode/calendar.h>
#include <unicode/timezone.h>
#include <unicode/uversion.h>

#include "peer.hpp"

using namespace sangkien;
using sangkien::test::Random;

namespace {

void need(UErrorCode status)
{
    if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
}

class Peer {
public:
    Peer()
    {
        UErrorCode status = U_ZERO_ERROR;
        calendar_.reset(icu::Calendar::createInstance(icu::TimeZone::createTimeZone("Etc/GMT-8"),
                                                      icu::Locale("zh", "CN", nullptr, "calendar=chinese"), status));
        need(status);
    }

    LunarDate operator()(Day day)
    {
        UErrorCode status = U_ZERO_ERROR;
        calendar_->setTime((day.count + 1.0 / 6) * 86400000.0, status);  // noon in China
        LunarDate out;
        out.year = calendar_->get(UCAL_EXTENDED_YEAR, status) - 2637;
        out.month = calendar_->get(UCAL_MONTH, status) + 1;
        out.leap = calendar_->get(UCAL_IS_LEAP_MONTH, status) != 0;
        out.day = calendar_->get(UCAL_DATE, status);
        need(status);
        return out;
    }

private:
    std::unique_ptr<icu::Calendar> calendar_;
};

// How two dates of one day differ, if the two calendars are what they say they are.
enum class Difference { none, month_begins_earlier, leap_month_elsewhere, unexplained };

// A new moon between 16:00 and 17:00 UTC falls on the next day in China: our month begins a day before theirs, never
// after. A principal term in that hour moves a leap month, and with it the numbers of the months up to where the other
// calendar has its own.
Difference difference(const LunarDate& ours, const LunarDate& theirs)
{
    if (ours == theirs) return Difference::none;
    const bool earlier = ours.day == theirs.day + 1 || (ours.day == 1 && theirs.day == 30);
    const bool same_month = ours.year == theirs.year && ours.month == theirs.month && ours.leap == theirs.leap;
    const int months_on = (ours.year - theirs.year) * 12 + ours.month - theirs.month;
    // After the 30th of one month comes the 1st of the next: under the next number, or under the same, leap.
    const bool next_month = (months_on == 1 && !ours.leap) || (months_on == 0 && ours.leap && !theirs.leap);
    if (earlier && (ours.day == 1 ? next_month : same_month)) return Difference::month_begins_earlier;
    const bool a_number_apart = months_on >= -1 && months_on <= 1 && !same_month;
    if (a_number_apart && (ours.day == theirs.day || earlier)) return Difference::leap_month_elsewhere;
    return Difference::unexplained;
}

struct Counts {
    int days = 0, agreeing = 0, earlier = 0, leap = 0, unexplained = 0, months_earlier = 0;
};

Counts compare(Peer& peer, Day first, Day last, std::vector<Day>* agreeing)
{
    Counts out;
    for (Day day = first; day <= last; day = day + 1, ++out.days) {
        const LunarDate ours = to_lunar(day), theirs = peer(day);
        switch (difference(ours, theirs)) {
            case Difference::none:
                ++out.agreeing;
                if (agreeing != nullptr) agreeing->push_back(day);
                break;
            case Difference::month_begins_earlier:
                ++out.earlier;
                out.months_earlier += ours.day == 1;
                break;
            case Difference::leap_month_elsewhere: ++out.leap; break;
            case Difference::unexplained:
                if (++out.unexplained <= 10)
                    std::printf("  not explained: %s: ours %s, theirs %s\n", to_text(day).c_str(),
                                shown_with_year(ours).en.c_str(), shown_with_year(theirs).en.c_str());
        }
    }
    std::printf("%s to %s: %d days compared, %d the same\n", to_text(first).c_str(), to_text(last).c_str(), out.days,
                out.agreeing);
    std::printf("  %5d lie in the %d months that begin a day earlier at UTC+7 than at UTC+8\n", out.earlier,
                out.months_earlier);
    std::printf("  %5d lie where a leap month stands elsewhere at UTC+7 (1984 to 1985 is one such time)\n", out.leap);
    std::printf("  %5d are not explained\n", out.unexplained);
    return out;
}

void measure(Peer& peer, const std::vector<Day>& agreeing)
{
    std::vector<Day> days;
    Random random(15);
    for (int i = 0; i < 4096; ++i)
        days.push_back(agreeing[static_cast<std::size_t>(random.between(0, static_cast<int>(agreeing.size()) - 1))]);
    constexpr int rounds = 200;
    const auto count = static_cast<std::int64_t>(days.size());
    const auto sum_of = [](const LunarDate& date) { return date.year + date.month + date.day + date.leap; };
    const auto theirs = [&](Peer& one) {
        std::int64_t sum = 0;
        for (const Day day : days) sum += sum_of(one(day));
        return sum;
    };
    test::print_header();
    const double mine = test::nanoseconds(count * rounds, 7, [&] {
        std::int64_t sum = 0;
        for (int round = 0; round < rounds; ++round)
            for (const Day day : days) sum += sum_of(to_lunar(day));
        return sum;
    });
    test::print_ratio("lunar date of a random day, beside ICU", mine,
                      test::nanoseconds(count, 5, [&] { return theirs(peer); }), 1000);
}

}  // namespace

int main()
{
    std::printf("ICU %s, calendar=chinese\n", U_ICU_VERSION);
    Peer peer;
    std::vector<Day> agreeing;
    const Counts before = compare(peer, day_of(1900, 1, 1), day_of(1967, 12, 31), nullptr);
    const Counts since = compare(peer, day_of(1968, 1, 1), day_of(2199, 12, 31), &agreeing);
    if (before.unexplained + since.unexplained != 0) {
        std::puts("a difference is not explained: nothing is measured");
        return EXIT_FAILURE;
    }
    measure(peer, agreeing);
    return EXIT_SUCCESS;
}
