// Periods that stop and go on.
#include "walker.hpp"

using namespace sangkien;
using namespace sangkien::test;

namespace {

const Citation clause{"gia-vien-934", "934.3.2", Provenance::official_document};

// The Civil Code, and a paper that says suspended days are not counted.
PeriodRules with_rule()
{
    PeriodRules rules = civil_code();
    rules.suspended_not_counted = true;
    rules.suspended_citation = {"unit", "12.2", Provenance::illustrative};
    return rules;
}

struct Stop {
    const char* from;
    const char* resumed;
};

std::vector<Suspension> stops(std::initializer_list<Stop> list)
{
    std::vector<Suspension> out;
    for (const Stop& s : list)
        out.push_back({on(s.from), *s.resumed == 0 ? std::nullopt : std::optional(on(s.resumed))});
    return out;
}

Deadline end(const char* event, const char* length, std::initializer_list<Stop> list,
             const PeriodRules& rules = with_rule(), SuspendedDays policy = SuspendedDays::as_ruled)
{
    return period_end(on(event), parse_length(length), rules, civil_service(), clause, stops(list), policy);
}

std::vector<std::string> words_of(const Findings& steps)
{
    std::vector<std::string> out;
    for (const Finding& step : steps) out.emplace_back(word(step.id));
    return out;
}

}  // namespace

TEST_CASE("Days on which a period is suspended are not days of it")
{
    struct Case {
        const char* event;
        const char* length;
        std::initializer_list<Stop> list;
        const char* last;
        const char* shows;
    };
    for (
        const Case& c : {
            Case{"2025-09-08", "10 days", {}, "2025-09-18", "never suspended"},
            Case{"2025-09-08", "10 days", {{"2025-09-10", "2025-09-15"}}, "2025-09-23", "five days not counted"},
            Case{"2025-09-08", "10 days", {{"2025-09-08", "2025-09-09"}}, "2025-09-19", "from the day of the event"},
            Case{"2025-09-08", "10 days", {{"2025-09-17", "2025-09-22"}}, "2025-09-23", "one day was left"},
            Case{"2025-09-08", "10 days", {{"2025-09-18", "2025-09-22"}}, "2025-09-18", "after the last day"},
            Case{"2025-09-08", "10 days", {{"2025-09-10", "2025-09-10"}}, "2025-09-18", "back on the same day"},
            Case{"2025-09-08",
                 "10 days",
                 {{"2025-09-10", "2025-09-11"}, {"2025-09-18", "2025-09-22"}},
                 "2025-09-23",
                 "the first brings the second into the period"},
            Case{"2025-09-08",
                 "10 days",
                 {{"2025-09-10", "2025-09-11"}, {"2025-09-11", "2025-09-12"}},
                 "2025-09-22",
                 "one after the other: 20/9, a Saturday, rolls"},
            Case{"2025-09-08", "2 weeks", {{"2025-09-10", "2025-09-11"}}, "2025-09-23", "weeks"},
            Case{"2025-09-08", "1 month", {{"2025-09-10", "2025-09-20"}}, "2025-10-20", "18/10, a Saturday, rolls"},
            Case{"2025-09-08", "1 half-month", {{"2025-09-10", "2025-09-11"}}, "2025-09-24", "half a month"},
            Case{"2025-09-08", "5 working days", {{"2025-09-10", "2025-09-16"}}, "2025-09-19", "4 working days out"},
            Case{"2025-09-08", "5 working days", {{"2025-09-12", "2025-09-14"}}, "2025-09-15", "a weekend only"},
            Case{"2025-09-08", "5 working days", {{"2025-09-15", "2025-09-16"}}, "2025-09-15", "on the last day"},
            // The last counted day, 13/9, is a Saturday: the period ends on the next working day that is not suspended.
            Case{
                "2025-09-08", "5 days", {{"2025-09-14", "2025-09-16"}}, "2025-09-17", "suspended before the roll ends"},
            Case{"2025-09-08", "5 days", {{"2025-09-13", "2025-09-14"}}, "2025-09-15", "back before the roll ends"},
            Case{"2025-09-08", "5 days", {{"2025-09-14", "2025-09-19"}}, "2025-09-22", "and rolled again"},
        }) {
        INFO(c.event << " + " << c.length << ": " << c.shows);
        const Deadline deadline = end(c.event, c.length, c.list);
        CHECK(deadline.determined);
        CHECK(to_text(deadline.last_day) == c.last);
        CHECK(verdict(deadline.steps) == Truth::pass);
        CHECK(deadline.steps.back().id == FindingId::step_ends);
    }
}

TEST_CASE("Each suspension is told: what it takes out, or that it changes nothing")
{
    const Deadline deadline =
        end("2025-09-08", "10 days", {{"2025-09-10", "2025-09-15"}, {"2025-09-23", "2025-09-29"}});
    REQUIRE(words_of(deadline.steps) == std::vector<std::string>{"step-first-day-not-counted", "step-corresponding-day",
                                                                 "step-suspended", "step-suspension-idle",
                                                                 "step-ends"});
    CHECK(
        message(deadline.steps[2], Language::en) ==
        "Suspended after 10 Sep 2025, running again after 15 Sep 2025: 5 days not counted; the last day moves to 23 Sep "
        "2025 (Tuesday).");
    CHECK(deadline.steps[2].citations.front().clause == "12.2");
    CHECK(
        message(deadline.steps[3], Language::vi) ==
        "Lần tạm dừng sau ngày 23/9/2025 không làm đổi thời hạn: không có ngày nào của lần đó được tính vào thời hạn.");
    const Deadline working = end("2025-09-08", "5 working days", {{"2025-09-10", "2025-09-16"}});
    CHECK(message(working.steps[2], Language::vi) ==
          "Tạm dừng sau ngày 10/9/2025, tiếp tục sau ngày 16/9/2025: 4 ngày làm việc không tính; ngày cuối chuyển đến "
          "19/9/2025 (thứ Sáu).");
}

TEST_CASE("A period that is still suspended has no end yet, and one that ended before has")
{
    const Deadline still = end("2025-09-08", "10 days", {{"2025-09-10", ""}});
    CHECK_FALSE(still.determined);
    CHECK(verdict(still.steps) == Truth::undetermined);
    CHECK(message(still.steps.back(), Language::en) ==
          "The period was suspended after 10 Sep 2025 and has not resumed, so its end cannot be told yet.");
    CHECK(still.not_before == end_of_day(on("2025-09-18")));
    CHECK(end("2025-09-08", "10 days", {{"2025-09-18", ""}}).determined);
    // 13/9 is a Saturday: on 14/9 the period is not over, and on 15/9 it is.
    CHECK_FALSE(end("2025-09-08", "5 days", {{"2025-09-14", ""}}).determined);
    CHECK(end("2025-09-08", "5 days", {{"2025-09-15", ""}}).determined);
}

TEST_CASE("Where no rulebook says what suspended days are, the end is open unless the caller declares it")
{
    const Deadline open = end("2025-09-08", "10 days", {{"2025-09-10", "2025-09-15"}}, civil_code());
    CHECK_FALSE(open.determined);
    CHECK(open.steps.back().id == FindingId::rule_silent);
    CHECK(message(open.steps.back(), Language::en) ==
          "The loaded rulebooks are silent on this: whether suspended days count in the period.");
    CHECK(open.not_before == end_of_day(on("2025-09-18")));
    // What changes nothing needs no rule.
    CHECK(end("2025-09-08", "10 days", {{"2025-09-18", "2025-09-22"}}, civil_code()).determined);
    CHECK(end("2025-09-08", "5 working days", {{"2025-09-12", "2025-09-14"}}, civil_code()).determined);

    const Deadline declared =
        end("2025-09-08", "10 days", {{"2025-09-10", "2025-09-15"}}, civil_code(), SuspendedDays::not_counted);
    CHECK(to_text(declared.last_day) == "2025-09-23");
    CHECK(declared.steps[2].choices == std::vector<std::string>{"periods.suspended"});
    CHECK(declared.steps[2].citations.empty());
    CHECK(message(declared.steps[2], Language::vi) ==
          "Tạm dừng sau ngày 10/9/2025, tiếp tục sau ngày 15/9/2025: 5 ngày không tính; ngày cuối chuyển đến 23/9/2025 "
          "(thứ Ba); theo lựa chọn của bên gọi.");
    // Where the rulebook says it, it is not the caller's choice.
    const Deadline ruled =
        end("2025-09-08", "10 days", {{"2025-09-10", "2025-09-15"}}, with_rule(), SuspendedDays::not_counted);
    CHECK(ruled.steps[2].choices.empty());
    CHECK(ruled.steps[2].citations.front().clause == "12.2");
}

TEST_CASE("Suspensions out of order are refused, each with its place")
{
    const auto problems = [](std::initializer_list<Stop> list) {
        std::vector<std::string> out;
        try {
            end("2025-09-08", "10 days", list);
        } catch (const Error& error) {
            for (const Problem& problem : error.problems())
                out.push_back(code(problem.id) + " " + problem.place.pointer);
        }
        return out;
    };
    using Lines = std::vector<std::string>;
    CHECK(problems({{"2025-09-08", "2025-09-08"}}) == Lines{});
    CHECK(problems({{"2025-09-07", "2025-09-10"}}) == Lines{"SK1205 /suspensions/0/from"});
    CHECK(problems({{"2025-09-10", "2025-09-09"}}) == Lines{"SK1205 /suspensions/0/resumed"});
    CHECK(problems({{"2025-09-10", "2025-09-15"}, {"2025-09-14", "2025-09-16"}}) ==
          Lines{"SK1205 /suspensions/1/from"});
    CHECK(problems({{"2025-09-10", ""}, {"2025-09-14", "2025-09-16"}}) == Lines{"SK1004 /suspensions/0"});
    CHECK(problems({{"2025-09-20", "2025-09-19"}, {"2025-09-10", "2025-09-09"}}) ==
          Lines{"SK1205 /suspensions/0/resumed", "SK1205 /suspensions/1/from", "SK1205 /suspensions/1/resumed"});
}

TEST_CASE("Suspended periods end where a walk over the days that count ends")
{
    const Walker walker;
    const PeriodRules rules = with_rule();
    unsigned seed = 2026;
    const auto next = [&](int below) {
        seed = seed * 1664525u + 1013904223u;
        return static_cast<int>((seed >> 8) % static_cast<unsigned>(below));
    };
    int compared = 0, moved = 0, wrong = 0;
    for (int i = 0; i < 30000; ++i) {
        const Day event = Walker::first() + next(2500);
        const bool working = next(2) == 0;
        const Length length{1 + next(40), working ? LengthUnit::working_days : LengthUnit::days};
        std::vector<Suspension> list;
        Day at = event;
        for (int n = next(4); n > 0; --n) {
            const Day from = at + next(20);
            at = from + next(15);
            list.push_back({from, at});
        }
        const auto suspended = [&](Day day) {
            for (const Suspension& s : list)
                if (s.from < day && day <= *s.resumed) return true;
            return false;
        };
        Day day = event;
        for (int left = length.number; left > 0;) {
            day = day + 1;
            if (!suspended(day) && (!working || walker.works(day))) --left;
        }
        while (!walker.works(day) || suspended(day)) day = day + 1;
        const Deadline deadline = period_end(event, length, rules, civil_service(), clause, list);
        ++compared;
        if (!(deadline.last_day == day)) {
            if (++wrong <= 5)
                UNSCOPED_INFO(to_text(event) << " + " << to_text(length) << ": " << to_text(deadline.last_day)
                                             << ", walked " << to_text(day));
        }
        if (day != period_end(event, length, rules, civil_service(), clause).last_day) ++moved;
    }
    CHECK(wrong == 0);
    CHECK(compared == 30000);
    CHECK(moved > 10000);
}
