// Half-months, half-years and named points: what the Civil Code's article 146 says.
#include "support.hpp"

using namespace sangkien;
using namespace sangkien::test;

namespace {

const Citation clause{"gia-vien-934", "934.3.2", Provenance::official_document};

}  // namespace

TEST_CASE("Hours and halves are read and written in both languages")
{
    struct Case {
        const char* text;
        Length length;
        const char* vi;
    };
    for (const Case& c :
         {Case{"36 hours", {36, LengthUnit::hours}, "36 giờ"}, Case{"1 hour", {1, LengthUnit::hours}, "1 giờ"},
          Case{"16 working hours", {16, LengthUnit::working_hours}, "16 giờ làm việc"},
          Case{"1 half-month", {1, LengthUnit::half_months}, "nửa tháng"},
          Case{"3 half-months", {3, LengthUnit::half_months}, "3 nửa tháng"},
          Case{"1 half-year", {1, LengthUnit::half_years}, "nửa năm"}}) {
        CHECK(parse_length(c.text) == c.length);
        CHECK(to_text(c.length) == c.text);
        CHECK(shown(c.length).vi == c.vi);
        CHECK(shown(c.length).en == c.text);
    }
    CHECK(to_text(parse_length("half a month")) == "1 half-month");
    CHECK(to_text(parse_length("half a year")) == "1 half-year");
    for (const char* text : {"half a week", "1 half a month", "half-month", "0 hours", "1.5 hours", "1 workinghour"}) {
        INFO(text);
        CHECK(problem_of([&] { parse_length(text); }).id == ErrorId::bad_length);
    }
}

TEST_CASE("Half a month is 15 days and half a year 6 months, where the rules say so")
{
    const auto end = [](const char* event, const char* length, const PeriodRules& rules) {
        return period_end(on(event), parse_length(length), rules, civil_service(), clause);
    };
    PeriodRules cited = civil_code();
    cited.half_month_citation = {"code", "146", Provenance::law};
    const Deadline half = end("2025-09-01", "half a month", cited);
    CHECK(to_text(half.last_day) == "2025-09-16");
    REQUIRE(half.steps.size() == 4);
    CHECK(half.steps[1].id == FindingId::step_half_unit);
    CHECK(half.steps[1].citations.front().clause == "146");
    CHECK(message(half.steps[1], Language::vi) == "nửa tháng, tức là 15 ngày.");
    CHECK(message(end("2025-09-01", "3 half-months", civil_code()).steps[1], Language::en) ==
          "3 half-months, that is 45 days.");
    CHECK(to_text(end("2025-09-01", "3 half-months", civil_code()).last_day) == "2025-10-16");
    CHECK(to_text(end("2025-08-31", "half a year", civil_code()).last_day) == "2026-03-02");  // 28/2, a Saturday
    PeriodRules rules = civil_code();
    rules.half_month_is_15_days = rules.half_year_is_6_months = false;
    for (const char* length : {"1 half-month", "1 half-year"}) {
        const Deadline open = end("2025-09-01", length, rules);
        CHECK_FALSE(open.determined);
        CHECK(open.steps.back().id == FindingId::rule_silent);
    }
    CHECK(message(end("2025-09-01", "1 half-month", rules).steps.back(), Language::vi) ==
          "Các văn bản đã nạp không quy định: nửa tháng là bao lâu.");
}

TEST_CASE("The beginning, middle and end of months and years are the days of article 146")
{
    struct Case {
        const char* point;
        int year, month;
        const char* day;
    };
    for (const Case& c :
         {Case{"beginning of month", 2026, 2, "2026-02-01"}, Case{"middle of month", 2026, 2, "2026-02-15"},
          Case{"end of month", 2026, 2, "2026-02-28"}, Case{"end of month", 2024, 2, "2024-02-29"},
          Case{"end of month", 2026, 4, "2026-04-30"}, Case{"beginning of year", 2026, 0, "2026-01-01"},
          Case{"middle of year", 2026, 0, "2026-06-30"}, Case{"end of year", 2026, 0, "2026-12-31"}}) {
        INFO(c.point);
        NamedPoint point{};
        REQUIRE(read_named_point(c.point, point));
        CHECK(word(point) == std::string(c.point));
        PeriodRules cited = civil_code();
        cited.points_citation = {"code", "146", Provenance::law};
        const PointDay day = named_point(point, c.year, c.month, cited);
        CHECK(day.determined);
        CHECK(to_text(day.day) == c.day);
        REQUIRE(day.steps.size() == 1);
        CHECK(day.steps[0].citations == std::vector<Citation>{cited.points_citation});
    }
    CHECK(message(named_point(NamedPoint::middle_of_year, 2026, 0, civil_code()).steps[0], Language::vi) ==
          "giữa năm: 30/6/2026 (thứ Ba).");
    PeriodRules rules = civil_code();
    rules.points_named = false;
    const PointDay open = named_point(NamedPoint::middle_of_month, 2026, 2, rules);
    CHECK_FALSE(open.determined);
    CHECK(verdict(open.steps) == Truth::undetermined);
    NamedPoint point{};
    CHECK_FALSE(read_named_point("middle of week", point));
    CHECK(problem_of([] { named_point(NamedPoint::end_of_month, 2026, 13, civil_code()); }).id ==
          ErrorId::out_of_range);
}
