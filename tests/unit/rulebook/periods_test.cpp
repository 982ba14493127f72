// The rules of periods from the Civil Code, and from a paper over it.
#include <algorithm>
#include <fstream>
#include <sstream>

#include <sangkien/calendar/deadline.hpp>
#include <sangkien/rulebook/calendar_section.hpp>
#include <sangkien/rulebook/periods_section.hpp>

#include "papers.hpp"

using namespace papers;

namespace {

std::optional<PeriodRules> rules_of(const Laid& laid)
{
    Problems problems;
    std::optional<PeriodRules> out = compile_periods(laid.at("periods"), problems);
    problems.throw_if_any();
    return out;
}

std::string shipped(const std::string& id)
{
    std::ifstream file(std::string(SANGKIEN_SOURCE_DIR) + "/src/rulebooks/" + id + ".json", std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string code_text() { return shipped("civil-code-2015"); }

List told(const Deadline& deadline, Language language)
{
    List out;
    for (const Finding& step : deadline.steps) out.push_back(message(step, language));
    return out;
}

}  // namespace

TEST_CASE("Each rule of periods that the Code gives cites its article")
{
    const Laid laid = lay({code_text()});
    CHECK(laid.wrong() == List{});
    const auto rules = rules_of(laid);
    REQUIRE(rules.has_value());
    CHECK(rules->first_day_citation.clause == "91/2015.147.2");
    CHECK(rules->hours_citation.clause == "91/2015.147.1");
    CHECK(rules->half_month_citation.clause == "91/2015.146");
    CHECK(rules->half_year_citation.clause == "91/2015.146");
    CHECK(rules->points_citation.clause == "91/2015.146");
    CHECK(rules->points_citation.provenance == Provenance::law);
    CHECK_FALSE(rules->suspended_not_counted);
    const auto silent = [&](const Silence& silence) { return silence.path == "periods.suspended"; };
    CHECK(std::count_if(laid.effective.silences.begin(), laid.effective.silences.end(), silent) == 1);
}

TEST_CASE("A paper over the Code may say what suspended days are, and nothing else of periods")
{
    const Laid ward = lay({code_text(), paper("w", "ward", R"("periods": { "suspended": { "value": "not-counted",
                                                             "clause": "w.2" } })")});
    CHECK(ward.wrong() == List{});
    const auto rules = rules_of(ward);
    REQUIRE(rules.has_value());
    CHECK(rules->suspended_not_counted);
    CHECK(rules->suspended_citation == Citation{"w", "w.2", Provenance::secondary});
    CHECK(rules->half_month_is_15_days);
    const auto silent = [&](const Silence& silence) { return silence.path == "periods.suspended"; };
    CHECK(std::none_of(ward.effective.silences.begin(), ward.effective.silences.end(), silent));
    CHECK_FALSE(
        lay({code_text(), paper("w", "ward", R"("periods": { "day-off": "none", "clause": "w.1" })")}).wrong().empty());
}

TEST_CASE("The story of 31 July 2026 is told with the papers that are shipped")
{
    const Laid laid = lay({code_text(), shipped("vn-civil-service")}, "2026-01-01");
    CHECK(laid.wrong() == List{});
    const auto rules = rules_of(laid);
    REQUIRE(rules.has_value());
    Problems problems;
    std::vector<Clause> clauses;
    for (const Rulebook& book : laid.rulebooks) clauses.insert(clauses.end(), book.clauses.begin(), book.clauses.end());
    const Calendar calendar = compile_calendar(laid.at("calendar"), clauses, problems);
    problems.throw_if_any();
    const auto end = [&](const char* event) {
        return period_end(parse_day(event), {1, LengthUnit::months}, *rules, calendar, {"w", "w.1", Provenance::law});
    };
    const Deadline national_day = end("2026-07-31");
    CHECK(told(national_day, Language::vi) ==
          List{"Ngày xảy ra sự kiện, 31/7/2026, không được tính; tính từ 1/8/2026.",
               "1 tháng kể từ 31/7/2026: ngày tương ứng là 31/8/2026 (thứ Hai).",
               "31/8/2026 là ngày nghỉ (Nghỉ hoán đổi dịp Quốc khánh, hoán đổi với 22/8/2026; 9441/TB-BNV).",
               "1/9/2026 đến 2/9/2026 là ngày nghỉ (Quốc khánh; 9441/TB-BNV).",
               "Chuyển từ 31/8/2026 sang ngày làm việc 3/9/2026 (thứ Năm).",
               "Thời hạn kết thúc lúc 24:00 ngày 3/9/2026."});
    List cited;
    for (const Finding& step : national_day.steps) cited.push_back(step.citations.front().clause);
    CHECK(cited == List{"91/2015.147.2", "w.1", "9441/TB-BNV", "9441/TB-BNV", "91/2015.148.5", "91/2015.148.6"});

    const List tet = told(end("2026-01-14"), Language::vi);
    REQUIRE(tet.size() == 7);
    CHECK(tet[2] == "14/2/2026 đến 15/2/2026 là ngày nghỉ (nghỉ hằng tuần).");
    CHECK(tet[3] == "16/2/2026 đến 20/2/2026 là ngày nghỉ (Tết Nguyên đán; 9441/TB-BNV).");
    CHECK(tet[4] == "21/2/2026 đến 22/2/2026 là ngày nghỉ (nghỉ hằng tuần).");
    CHECK(tet[6] == "Thời hạn kết thúc lúc 24:00 ngày 23/2/2026.");
}
