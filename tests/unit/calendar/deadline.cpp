#include "support.hpp"

using namespace sangkien;
using namespace sangkien::test;

namespace {

const Citation clause{"gia-vien-934", "934.3.2", Provenance::official_document};

std::vector<std::string> words_of(const Findings& steps)
{
    std::vector<std::string> out;
    for (const Finding& step : steps) out.emplace_back(word(step.id));
    return out;
}

struct PeriodVector {
    const char* event;
    const char* length;
    const char* end;
    const char* shows;
};

const PeriodVector period_vectors[] = {
    {"2025-09-19", "1 month", "2025-10-20", "weekend roll"},
    {"2025-11-30", "3 months", "2026-03-02", "month clamp, then roll"},
    {"2026-07-22", "1 month", "2026-08-22", "worked Saturday: no roll"},
    {"2026-07-31", "1 month", "2026-09-03", "swapped day off and National Day"},
    {"2026-01-17", "1 month", "2026-02-23", "Tết"},
    {"2026-08-24", "3 months", "2026-11-25", "Culture Day"},
    {"2024-02-29", "1 year", "2025-02-28", "leap clamp"},
    {"2023-02-28", "1 year", "2024-02-28", "the corresponding day, not the month's last"},
    {"2025-12-31", "2 months", "2026-03-02", "clamp to Saturday 28 February"},
    {"2024-09-21", "1 year", "2025-09-22", "a year that ends on a Sunday"},
    {"2025-09-19", "10 days", "2025-09-29", "days, the event's day not counted"},
    {"2025-09-19", "1 day", "2025-09-22", "Saturday rolls to Monday"},
    {"2025-09-19", "2 weeks", "2025-10-03", "the same weekday"},
    {"2025-08-29", "5 working days", "2025-09-09", "working days skip weekend and National Day"},
    {"2025-09-20", "1 working day", "2025-09-22", "from a Saturday"},
    {"2025-04-25", "1 working day", "2025-04-26", "a worked Saturday counts"},
};

struct NamedDay {
    int year;
    Weekday submission;  // of 24/9, the last day before 25/9
    Weekday decision;    // of 29/9
};

constexpr auto mon = Weekday::monday, tue = Weekday::tuesday, wed = Weekday::wednesday, thu = Weekday::thursday,
               fri = Weekday::friday, sat = Weekday::saturday, sun = Weekday::sunday;
const NamedDay named_days[] = {{2025, wed, mon}, {2026, thu, tue}, {2027, fri, wed}, {2028, sun, fri},
                               {2029, mon, sat}, {2030, tue, sun}, {2031, wed, mon}, {2032, fri, wed},
                               {2033, sat, thu}, {2034, sun, fri}, {2035, mon, sat}};

}  // namespace

TEST_CASE("Periods end as the Civil Code says")
{
    for (const PeriodVector& v : period_vectors) {
        INFO(v.event << " + " << v.length << ": " << v.shows);
        const Deadline end = period_end(on(v.event), parse_length(v.length), civil_code(), civil_service(), clause);
        CHECK(end.determined);
        CHECK(to_text(end.last_day) == v.end);
        CHECK(end.ends == start_of_day(end.last_day + 1));
        CHECK(verdict(end.steps) == Truth::pass);
        CHECK(end.steps.back().id == FindingId::step_ends);
    }
}

TEST_CASE("Named days of 2025 to 2035 end on the eve, whatever weekday that is, without any calendar")
{
    for (const NamedDay& v : named_days) {
        INFO(v.year);
        const Deadline submission = yearly_deadline({9, 25}, v.year, Bound::before, Roll::none, Calendar(), clause);
        CHECK(submission.last_day == day_of(v.year, 9, 24));
        CHECK(weekday(submission.last_day) == v.submission);
        CHECK(submission.ends == start_of_day(day_of(v.year, 9, 25)));
        const Deadline decision = yearly_deadline({9, 30}, v.year, Bound::before, Roll::none, Calendar(), clause);
        CHECK(decision.last_day == day_of(v.year, 9, 29));
        CHECK(weekday(decision.last_day) == v.decision);
    }
}

TEST_CASE("By a day includes the day, before it does not")
{
    const Deadline by = yearly_deadline({9, 25}, 2025, Bound::by, Roll::none, Calendar(), clause);
    CHECK(to_text(by.ends) == "2025-09-26T00:00:00+07:00");
    CHECK(words_of(by.steps) == std::vector<std::string>{"step-named-day", "step-bound-by", "step-ends"});
    const Deadline before = yearly_deadline({9, 25}, 2025, Bound::before, Roll::none, Calendar(), clause);
    CHECK(to_text(before.ends) == "2025-09-25T00:00:00+07:00");
    CHECK(words_of(before.steps) == std::vector<std::string>{"step-named-day", "step-bound-before", "step-ends"});
    CHECK(before.steps[1].citations == std::vector<Citation>{clause});
    CHECK(message(before.steps[1], Language::en) == "\"Before\" 25 Sep 2025: the last day is 24 Sep 2025 (Wednesday).");
    CHECK(message(before.steps[1], Language::vi) == "«Trước ngày» 25/9/2025: ngày cuối là 24/9/2025 (thứ Tư).");
    CHECK(to_text(yearly_deadline({1, 1}, 2026, Bound::before, Roll::none, Calendar(), clause).last_day) ==
          "2025-12-31");
}

TEST_CASE("A named day is moved off a day off only when a roll is named")
{
    const auto last = [](Bound bound, Roll roll) {
        return to_text(yearly_deadline({9, 28}, 2025, bound, roll, civil_service(), clause).last_day);
    };
    CHECK(last(Bound::by, Roll::none) == "2025-09-28");
    CHECK(last(Bound::by, Roll::forward) == "2025-09-29");
    CHECK(last(Bound::by, Roll::backward) == "2025-09-26");
    CHECK(last(Bound::before, Roll::backward) == "2025-09-26");
    CHECK(problem_of([] {
              yearly_deadline({9, 25}, 2028, Bound::before, Roll::forward, civil_service(), clause);
          }).id == ErrorId::year_not_decided);
    CHECK(problem_of([] {
              yearly_deadline({9, 25}, 2028, Bound::before, Roll::forward, Calendar(), clause);
          }).id == ErrorId::no_calendar);
}

TEST_CASE("A step rests on the declared choice that made it")
{
    const std::vector<std::string> choices{"schedule.x.bound", "schedule.x.roll"};
    const Deadline end = yearly_deadline({9, 28}, 2025, Bound::by, Roll::forward, civil_service(), clause, choices);
    REQUIRE(words_of(end.steps) ==
            std::vector<std::string>{"step-named-day", "step-bound-by", "step-day-off", "step-rolled", "step-ends"});
    CHECK(end.steps[0].choices.empty());
    CHECK(end.steps[1].choices == std::vector<std::string>{"schedule.x.bound"});
    CHECK(end.steps[3].choices == std::vector<std::string>{"schedule.x.roll"});
    CHECK(end.steps[4].choices.empty());
}

TEST_CASE("The steps of a period tell how its end came about")
{
    const Deadline end = period_end(on("2025-11-30"), {3, LengthUnit::months}, civil_code(), civil_service(), clause);
    REQUIRE(words_of(end.steps) == std::vector<std::string>{"step-first-day-not-counted", "step-month-clamped",
                                                            "step-day-off", "step-rolled", "step-ends"});
    CHECK(message(end.steps[0], Language::en) ==
          "The day of the event, 30 Nov 2025, is not counted; counting begins on 1 Dec 2025.");
    CHECK(message(end.steps[1], Language::vi) ==
          "3 tháng kể từ 30/11/2025: tháng cuối không có ngày 30, nên lấy ngày cuối tháng, 28/2/2026 (thứ Bảy).");
    CHECK(message(end.steps[2], Language::en) == "28 Feb 2026 to 1 Mar 2026 are days off (weekend).");
    CHECK(message(end.steps[2], Language::vi) == "28/2/2026 đến 1/3/2026 là ngày nghỉ (nghỉ hằng tuần).");
    CHECK(message(end.steps[3], Language::en) == "Moved from 28 Feb 2026 to the working day 2 Mar 2026 (Monday).");
    CHECK(message(end.steps[4], Language::vi) == "Thời hạn kết thúc lúc 24:00 ngày 2/3/2026.");

    const Deadline plain = period_end(on("2026-07-22"), {1, LengthUnit::months}, civil_code(), civil_service(), clause);
    CHECK(words_of(plain.steps) ==
          std::vector<std::string>{"step-first-day-not-counted", "step-corresponding-day", "step-ends"});
    // The 30th is the last day of September, and the corresponding day all the same.
    const Deadline last = period_end(on("2025-06-30"), {3, LengthUnit::months}, civil_code(), civil_service(), clause);
    CHECK(last.steps[1].id == FindingId::step_corresponding_day);
    const Deadline working =
        period_end(on("2025-08-29"), {5, LengthUnit::working_days}, civil_code(), civil_service(), clause);
    CHECK(words_of(working.steps) ==
          std::vector<std::string>{"step-first-day-not-counted", "step-working-days-counted", "step-ends"});
    CHECK(message(working.steps[1], Language::vi) == "5 ngày làm việc kể từ 29/8/2025: 9/9/2025 (thứ Ba).");
}

TEST_CASE("Each step cites the rule that made it")
{
    PeriodRules rules = civil_code();
    rules.first_day_citation = {"code", "147.2", Provenance::law};
    rules.month_end_citation = {"code", "148.3", Provenance::law};
    rules.day_off_citation = {"code", "148.5", Provenance::law};
    rules.ends_citation = {"code", "148.6", Provenance::law};
    WorkingWeek week;
    week.citation = {"week", "188/1999.1", Provenance::law};
    for (int i = 0; i < 5; ++i) week.add(static_cast<Weekday>(i));
    const Calendar calendar(week, {{2026, true, {}, {}}});
    const Deadline end = period_end(on("2025-11-30"), {3, LengthUnit::months}, rules, calendar, clause);
    std::vector<std::string> clauses;
    for (const Finding& step : end.steps) clauses.push_back(step.citations.front().clause);
    CHECK(clauses == std::vector<std::string>{"147.2", "148.3", "188/1999.1", "148.5", "148.6"});
    CHECK(end.steps[1].citations.back() == clause);
}

TEST_CASE("A period that ends in a year not decided is an error, not a guess")
{
    const auto end = [](const char* event, Length length) {
        return problem_of([&] { period_end(on(event), length, civil_code(), civil_service(), clause); }).id;
    };
    CHECK(end("2026-11-30", {3, LengthUnit::months}) == ErrorId::year_not_decided);
    CHECK(end("2026-12-31", {1, LengthUnit::working_days}) == ErrorId::year_not_decided);
    CHECK(end("2026-01-01", {0, LengthUnit::days}) == ErrorId::out_of_range);
    CHECK(end("9999-01-01", {1, LengthUnit::years}) == ErrorId::out_of_range);
    CHECK(end("9999-12-31", {1, LengthUnit::days}) == ErrorId::out_of_range);
    CHECK(problem_of([] {
              yearly_deadline({9, 25}, 0, Bound::by, Roll::none, Calendar(), clause);
          }).id == ErrorId::out_of_range);
    CHECK(problem_of([] {
              yearly_deadline({2, 30}, 2025, Bound::by, Roll::none, Calendar(), clause);
          }).id == ErrorId::bad_yearly_day);
}

TEST_CASE("What the rules of periods leave unsaid leaves the deadline undetermined")
{
    PeriodRules rules = civil_code();
    rules.clamp_month_end = false;
    const Deadline open = period_end(on("2025-11-30"), {3, LengthUnit::months}, rules, civil_service(), clause);
    CHECK_FALSE(open.determined);
    CHECK(verdict(open.steps) == Truth::undetermined);
    CHECK(open.steps.back().id == FindingId::rule_silent);
    CHECK(period_end(on("2025-09-19"), {1, LengthUnit::months}, rules, civil_service(), clause).determined);
    rules.ends_at_midnight = false;
    CHECK_FALSE(period_end(on("2025-09-19"), {1, LengthUnit::months}, rules, civil_service(), clause).determined);

    const Deadline none = undetermined_deadline({"periods", {"cách tính thời hạn", "how periods are reckoned"}});
    CHECK_FALSE(none.determined);
    CHECK(message(none.steps.front(), Language::en) ==
          "The loaded rulebooks are silent on this: how periods are reckoned.");
}

TEST_CASE("Where a rulebook counts the first day a period is full a day earlier")
{
    PeriodRules rules = civil_code();
    rules.first_day_counted = true;
    const auto last = [&](const char* event, Length length) {
        return to_text(period_end(on(event), length, rules, civil_service(), clause).last_day);
    };
    CHECK(last("2025-09-19", {4, LengthUnit::days}) == "2025-09-22");
    CHECK(last("2025-03-01", {1, LengthUnit::months}) == "2025-03-31");
    CHECK(last("2025-01-31", {1, LengthUnit::months}) == "2025-02-28");
    CHECK(last("2025-09-22", {3, LengthUnit::working_days}) == "2025-09-24");
    CHECK(last("2025-09-22", {1, LengthUnit::working_days}) == "2025-09-22");
    CHECK(last("2025-09-20", {1, LengthUnit::working_days}) == "2025-09-22");
}

TEST_CASE("Lengths are read and written in both languages")
{
    struct Case {
        const char* text;
        int number;
        LengthUnit unit;
        const char* vi;
    };
    for (const Case& c :
         {Case{"3 months", 3, LengthUnit::months, "3 tháng"}, Case{"1 month", 1, LengthUnit::months, "1 tháng"},
          Case{"10 days", 10, LengthUnit::days, "10 ngày"}, Case{"1 year", 1, LengthUnit::years, "1 năm"},
          Case{"2 weeks", 2, LengthUnit::weeks, "2 tuần"},
          Case{"5 working days", 5, LengthUnit::working_days, "5 ngày làm việc"},
          Case{"36500 days", 36500, LengthUnit::days, "36500 ngày"}}) {
        const Length length = parse_length(c.text);
        CHECK(length == Length{c.number, c.unit});
        CHECK(to_text(length) == c.text);
        CHECK(shown(length).vi == c.vi);
    }
    CHECK(parse_length("1 months") == Length{1, LengthUnit::months});
    for (const char* text :
         {"", "3", "months", "3months", "0 days", "03 days", "-1 days", "1.5 days", "36501 days", "3  days", "3 days ",
          " 3 days", "3 fortnights", "3 Days", "999999999999 days", "3 ngày"}) {
        INFO(text);
        CHECK(problem_of([&] { parse_length(text); }).id == ErrorId::bad_length);
    }
}

TEST_CASE("A yearly day is one that every year has")
{
    CHECK(parse_yearly_day("25/9") == YearlyDay{9, 25});
    CHECK(parse_yearly_day("05/09") == YearlyDay{9, 5});
    CHECK(to_text(parse_yearly_day("05/09")) == "5/9");
    for (const char* text :
         {"29/2", "25/13", "31/9", "0/1", "1/0", "25", "25/", "/9", "25/9/2025", "25-9", "9/25", "025/9", "a/9"}) {
        INFO(text);
        CHECK(problem_of([&] { parse_yearly_day(text); }).id == ErrorId::bad_yearly_day);
    }
}
