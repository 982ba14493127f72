// Deadlines compared, reminders, and what is left.
#include <sangkien/calendar/deadline_compare.hpp>

#include "support.hpp"

using namespace sangkien;
using namespace sangkien::test;

namespace {

const Citation clause{"gia-vien-934", "934.3.2", Provenance::official_document};

Deadline by(int month, int day, std::optional<int> closes = {})
{
    return yearly_deadline({month, day}, 2025, Bound::by, Roll::none, Calendar(), clause, {}, closes);
}

Deadline open_after(const char* day)
{
    Deadline out = undetermined_deadline({"x", {"x", "x"}});
    if (*day != 0) out.not_before = end_of_day(on(day));
    return out;
}

const Name acceptance{"accept", {"tiếp nhận", "acceptance"}};
const Name application{"apply", {"áp dụng", "application"}};

}  // namespace

TEST_CASE("Of two deadlines the earlier and the later are told with both named")
{
    const Deadline a = by(9, 24), b = by(9, 29);
    CHECK(earlier_of(a, b).last_day == a.last_day);
    CHECK(earlier_of(b, a).last_day == a.last_day);
    CHECK(later_of(a, b).last_day == b.last_day);
    CHECK(later_of(b, a).last_day == b.last_day);
    const Deadline later = later_of(a, b, acceptance, application);
    CHECK(later.determined);
    CHECK(later.ends == b.ends);
    CHECK(later.steps.size() == b.steps.size() + 1);
    CHECK(message(later.steps.back(), Language::en) ==
          "Of acceptance (24:00 on 24 Sep 2025) and application (24:00 on 29 Sep 2025) the later is 24:00 on 29 Sep "
          "2025.");
    CHECK(
        message(earlier_of(b, a).steps.back(), Language::vi) ==
        "Trong mốc thứ nhất (24:00 ngày 29/9/2025) và mốc thứ hai (24:00 ngày 24/9/2025), mốc đến trước là 24:00 ngày "
        "24/9/2025.");
    // Within one day the hour decides.
    CHECK(earlier_of(by(9, 24), by(9, 24, 17 * 60)).ends == by(9, 24, 17 * 60).ends);
    CHECK(later_of(by(9, 24), by(9, 24, 17 * 60)).ends == by(9, 24).ends);
}

TEST_CASE("An undetermined deadline leaves the comparison open only when it could change it")
{
    const Deadline known = by(9, 24);
    for (const char* from : {"", "2025-09-23"}) {
        const Deadline open = open_after(from);
        CHECK_FALSE(earlier_of(known, open).determined);
        CHECK_FALSE(earlier_of(open, known).determined);
        CHECK(verdict(earlier_of(known, open).steps) == Truth::undetermined);
    }
    for (const char* from : {"2025-09-24", "2025-09-30"}) {
        const Deadline open = open_after(from);
        CHECK(earlier_of(known, open).last_day == known.last_day);
        CHECK(earlier_of(open, known).determined);
        CHECK(verdict(earlier_of(open, known).steps) == Truth::pass);
        // The later of the two may still be any.
        CHECK_FALSE(later_of(known, open).determined);
        CHECK(later_of(known, open).not_before == open.not_before);
    }
    CHECK(later_of(known, open_after("")).not_before == known.ends);
    CHECK(earlier_of(known, open_after("2025-09-20")).not_before == end_of_day(on("2025-09-20")));
    CHECK_FALSE(earlier_of(known, open_after("")).not_before.has_value());
    CHECK_FALSE(earlier_of(open_after(""), open_after("")).determined);
}

TEST_CASE("What comes from a provisional deadline is provisional")
{
    Deadline provisional = by(9, 29);
    provisional.provisional = true;
    CHECK(earlier_of(by(9, 24), provisional).provisional);
    CHECK(later_of(by(9, 24), provisional).provisional);
    CHECK_FALSE(later_of(by(9, 24), by(9, 29)).provisional);
    CHECK(remaining(provisional, parse_instant("2025-09-24T09:00+07:00"), civil_service())->provisional);
}

TEST_CASE("A reminder is so many working days before the last day")
{
    const auto day = [](int month, int d, std::int64_t n) {
        return to_text(*reminder_day(by(month, d), n, civil_service()));
    };
    CHECK(day(9, 24, 0) == "2025-09-24");
    CHECK(day(9, 24, 3) == "2025-09-19");
    CHECK(day(9, 28, 0) == "2025-09-26");  // a Sunday: the working day before
    CHECK(day(9, 28, 1) == "2025-09-26");
    CHECK(day(5, 5, 3) == "2025-04-26");  // over a worked Saturday, 30/4 to 2/5
    CHECK_FALSE(reminder_day(open_after(""), 3, civil_service()).has_value());
    CHECK(problem_of([] { reminder_day(by(9, 24), -1, civil_service()); }).id == ErrorId::out_of_range);
}

TEST_CASE("What is left, and how long it is over, is counted after one day and up to the other")
{
    struct Case {
        const char* as_of;
        bool over;
        std::int64_t seconds, days, working_days;
    };
    // The last day is Wednesday 24 September 2025.
    for (const Case& c : {
             Case{"2025-09-19T00:00+07:00", false, 6 * 86400, 5, 3},
             Case{"2025-09-24T00:00+07:00", false, 86400, 0, 0},
             Case{"2025-09-24T23:59:59+07:00", false, 1, 0, 0},
             Case{"2025-09-25T00:00+07:00", true, 0, 1, 1},
             Case{"2025-09-25T23:59:59+07:00", true, 86399, 1, 1},
             Case{"2025-09-28T12:00+07:00", true, 3 * 86400 + 43200, 4, 2},
             Case{"2025-09-24T17:00Z", true, 0, 1, 1},
         }) {
        INFO(c.as_of);
        const std::optional<Remaining> left = remaining(by(9, 24), parse_instant(c.as_of), civil_service());
        REQUIRE(left.has_value());
        CHECK(left->over == c.over);
        CHECK(left->seconds == c.seconds);
        CHECK(left->days == c.days);
        CHECK(left->working_days == c.working_days);
        CHECK_FALSE(left->provisional);
    }
    // Closed within its last day it is over, and not yet for a day.
    const auto closed = remaining(by(9, 24, 17 * 60), parse_instant("2025-09-24T17:00+07:00"), civil_service());
    CHECK(closed->over);
    CHECK(closed->seconds == 0);
    CHECK(closed->days == 0);
    CHECK_FALSE(remaining(by(9, 24, 17 * 60), parse_instant("2025-09-24T16:59:59+07:00"), civil_service())->over);
    CHECK_FALSE(remaining(open_after(""), parse_instant("2025-09-24T17:00+07:00"), civil_service()).has_value());
}

TEST_CASE("One day later never turns late into in time, and counts one day more or less")
{
    for (const Deadline& deadline : {by(9, 24), by(9, 24, 17 * 60), by(9, 28)}) {
        std::optional<Remaining> before;
        for (Instant at = parse_instant("2025-08-20T16:00+07:00"); at < parse_instant("2025-11-01T00:00+07:00");
             at.seconds += 86400) {
            const Remaining now = *remaining(deadline, at, civil_service());
            INFO(to_text(at));
            if (before) {
                CHECK_FALSE((before->over && !now.over));
                const std::int64_t was = before->over ? -before->days : before->days;
                const std::int64_t is = now.over ? -now.days : now.days;
                CHECK(was - is == 1);
                const std::int64_t worked_was = before->over ? -before->working_days : before->working_days;
                const std::int64_t worked_is = now.over ? -now.working_days : now.working_days;
                CHECK(worked_was - worked_is == (civil_service().is_working(civil_day(at)) ? 1 : 0));
            }
            before = now;
        }
    }
}
