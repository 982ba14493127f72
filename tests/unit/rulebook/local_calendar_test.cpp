#include <algorithm>

#include "papers.hpp"

using namespace papers;

namespace {

Day on(const char* text) { return parse_day(text); }

// The civil-service calendar under these papers.
Calendar under(const std::vector<std::string>& texts)
{
    std::vector<std::string> all{texts::rulebook("vn-civil-service")};
    all.insert(all.end(), texts.begin(), texts.end());
    return load_rules_text(all).on(on("2026-06-01"))->calendar;
}

// A ward paper, issued on 1/1/2025, with this local calendar.
std::string ward(const std::string& members)
{
    return paper("ward", "ward",
                 R"("local-calendar": { "centre": { "vi": "Trung tâm", "en": "Centre", )" + members +
                     R"(, "clause": "ward.1" } })");
}

std::string days(const char* key, const std::string& list) { return std::string("\"") + key + "\": [" + list + "]"; }

std::string day(const char* date, const std::string& more = "")
{
    return std::string(R"({ "day": ")") + date + R"(", "vi": "a", "en": "b")" + more + " }";
}

// "SK1406 /local-calendar/centre/hours/morning", each problem of the ward's paper.
List wrong_with(const std::string& members)
{
    List out;
    for (const Problem& problem : problems_of([&] { under({ward(members)}); }))
        out.push_back(code(problem.id) + " " + problem.place.pointer);
    return out;
}

std::string sessions_of(const Calendar& calendar, const char* date)
{
    const DaySessions sessions = calendar.sessions(on(date));
    return std::string(sessions.morning ? "m" : "-") + (sessions.afternoon ? "a" : "-");
}

}  // namespace

TEST_CASE("A ward's paper lays its days, week and hours over the calendar")
{
    const Calendar calendar = under(
        {ward(days("off", day("2026-06-01")) + ", " + days("worked", day("2026-06-07")) +
              R"(, "week": { "working": ["mon", "tue", "wed", "thu", "fri", "sat-morning"], "half-days": "working" },
            "hours": { "morning": "07:30-11:30", "afternoon": "13:30-17:00" })")});
    CHECK(calendar.kind(on("2026-06-01")) == DayKind::local_off);
    CHECK(calendar.kind(on("2026-06-07")) == DayKind::local_work);
    CHECK(calendar.is_working(on("2026-06-06")));
    CHECK(sessions_of(calendar, "2026-06-06") == "m-");
    CHECK(sessions_of(calendar, "2026-06-07") == "ma");
    CHECK(calendar.hours().stated);
    CHECK(calendar.hours().morning_from == 7 * 60 + 30);
    CHECK(calendar.hours().morning_until == 11 * 60 + 30);
    CHECK(calendar.hours().afternoon_from == 13 * 60 + 30);
    CHECK(calendar.hours().afternoon_until == 17 * 60);
    CHECK(calendar.hours().citation.clause == "ward.1");
    CHECK(calendar.week().citation.rulebook == "ward");
    const SpecialDay off = calendar.special(on("2026-06-01")).value();
    CHECK(off.citation.rulebook == "ward");
    CHECK(off.citation.clause == "ward.1");
    CHECK(off.document == "ward");  // the number of the paper
    CHECK(off.issued == on("2025-01-01"));
    REQUIRE(calendar.layers().size() == 1);
    CHECK(calendar.layers().front().words.vi == "Trung tâm");
    CHECK(calendar.kind(on("2026-11-24")) == DayKind::statutory);  // what is below it stands
}

TEST_CASE("Mornings that do not count, all day Saturday, and nothing at all")
{
    const auto week = [](const char* text) { return under({ward(std::string(R"("week": )") + text)}); };
    const Calendar off = week(R"({ "working": ["mon", "tue", "sat-morning"], "half-days": "off" })");
    CHECK_FALSE(off.is_working(on("2026-06-06")));
    CHECK(sessions_of(off, "2026-06-06") == "m-");
    CHECK_FALSE(off.is_working(on("2026-06-04")));
    const Calendar whole = week(R"({ "working": ["mon", "sat"] })");
    CHECK(whole.is_working(on("2026-06-06")));
    CHECK(sessions_of(whole, "2026-06-06") == "ma");
    const Calendar words = under({ward(R"("note": "n")")});
    CHECK(words.count_working_days(on("2026-01-01"), on("2027-01-01")) == 249);
    CHECK_FALSE(words.hours().stated);
}

TEST_CASE("The paper of the province lies below that of the unit, whatever their order")
{
    const auto of = [](const char* id, const char* layer, const char* key) {
        return paper(id, layer,
                     silent({"local-calendar"}) + R"(, "local-calendar": { ")" + id +
                         R"(": { "vi": "v", "en": "e", ")" + key + "\": [" + day("2026-06-01") + "], \"clause\": \"" +
                         id + ".1\" } }");
    };
    const std::string province = of("p", "province", "off"), unit = of("u", "unit", "worked");
    for (const auto& texts : {std::vector<std::string>{province, unit}, {unit, province}}) {
        const Calendar calendar = under(texts);
        CHECK(calendar.kind(on("2026-06-01")) == DayKind::local_work);
        REQUIRE(calendar.layers().size() == 2);
        CHECK(calendar.layers()[0].id == "p");
        CHECK(calendar.layers()[1].id == "u");
    }
    CHECK(under({province}).kind(on("2026-06-01")) == DayKind::local_off);
}

TEST_CASE("A day takes its paper from the clause of its own rulebook, though another has a clause of that name")
{
    const auto of = [](const char* id, const char* layer, const char* date, const char* issued) {
        return std::string(R"({"rulebook": 1, "id": ")") + id + R"(", "document": {"number": "paper of )" + id +
               R"(", "issuer": "o", "issued": ")" + issued +
               R"(", "from": "2025-01-01", "provenance": "law"}, "layer": ")" + layer +
               R"(", "clauses": {"1": {"vi": "v", "en": "e"}}, )" + silent({"local-calendar"}) +
               R"(, "local-calendar": { ")" + id + R"(": { "vi": "v", "en": "e", "off": [)" + day(date) +
               R"(], "clause": "1" } } })";
    };
    const Calendar calendar = under({of("p", "province", "2026-06-01", "2024-01-01"),  //
                                     of("u", "unit", "2026-06-02", "2024-02-02")});
    CHECK(calendar.special(on("2026-06-01"))->document == "paper of p");
    CHECK(calendar.special(on("2026-06-01"))->issued == on("2024-01-01"));
    CHECK(calendar.special(on("2026-06-02"))->document == "paper of u");
    CHECK(calendar.special(on("2026-06-02"))->issued == on("2024-02-02"));
}

TEST_CASE("A session is a span of the day, and the afternoon begins when the morning has ended")
{
    const auto hours = [](const char* morning, const char* afternoon) {
        return wrong_with(std::string(R"("hours": { "morning": ")") + morning + R"(", "afternoon": ")" + afternoon +
                          "\" }");
    };
    const std::string at = "SK1406 /local-calendar/centre/hours/";
    CHECK(hours("07:30-11:30", "13:30-17:00") == List{});
    CHECK(hours("00:00-12:00", "12:00-24:00") == List{});
    for (const char* bad : {"7:30-11:30", "07:30–11:30", "07:30-11:60", "11:30-07:30", "07:30-07:30", "07:30", "-",
                            "07:30-24:01", "07.30-11.30", "07:30-11:30 ", "ab:cd-11:30", "-1:30-11:30"})
        CHECK(hours(bad, "13:30-17:00") == List{at + "morning"});
    CHECK(hours("07:30-11:30", "11:29-17:00") == List{at + "afternoon"});
    CHECK(hours("7:30", "17") == List{at + "morning", at + "afternoon"});
    CHECK(wrong_with(R"("hours": { "morning": "07:30-11:30" })") == List{"SK1004 /local-calendar/centre/hours"});
    CHECK(wrong_with(R"("hours": { "morning": "07:30-11:30", "afternoon": "13:30-17:00", "night": "x" })") ==
          List{"SK1002 /local-calendar/centre/hours/night"});
    const auto problems =
        problems_of([] { under({ward(R"("hours": { "morning": "7h30", "afternoon": "13:30-17:00" })")}); });
    REQUIRE(problems.size() == 1);
    CHECK(message(problems.front(), Language::en).find("\"7h30\" is not a working session") != std::string::npos);
}

TEST_CASE("A local calendar says each day once, in weekdays that exist, and what its half days are")
{
    const std::string at = "/local-calendar/centre/";
    CHECK(wrong_with(days("off", day("2026-06-01") + "," + day("2026-06-01"))) == List{"SK1302 " + at + "off/1/day"});
    CHECK(wrong_with(days("off", day("2026-06-01")) + "," + days("worked", day("2026-06-01"))) ==
          List{"SK1302 " + at + "worked/0/day"});
    CHECK(wrong_with(days("off", day("2026-02-30"))) == List{"SK1201 " + at + "off/0/day"});
    CHECK(wrong_with(days("off", R"({ "day": "2026-06-01", "vi": "a" })")) == List{"SK1004 " + at + "off/0"});
    CHECK(wrong_with(days("off", day("2026-06-01", R"(, "kind": "statutory")"))) ==
          List{"SK1002 " + at + "off/0/kind"});
    CHECK(wrong_with(days("offf", day("2026-06-01"))) == List{"SK1002 " + at + "offf"});
    const auto week = [](const char* text) {
        return wrong_with(std::string(R"("week": { "working": )") + text + " }");
    };
    CHECK(week(R"(["mon", "sat-afternoon"])") == List{"SK1007 " + at + "week/working/1"});
    CHECK(week(R"(["mon", "saturday"])") == List{"SK1007 " + at + "week/working/1"});
    CHECK(week(R"(["sat", "sat-morning"], "half-days": "off")") == List{"SK1302 " + at + "week/working/1"});
    CHECK(week(R"(["mon", "sat-morning"])") == List{"SK1004 " + at + "week"});
    CHECK(week(R"(["mon", "sat-morning"], "half-days": "half")") == List{"SK1007 " + at + "week/half-days"});
    CHECK(week("[]") == List{"SK1205 " + at + "week/working"});
    CHECK(wrong_with(R"("off": {})") == List{"SK1003 " + at + "off"});
}

TEST_CASE("A local calendar cites a clause, and is told in words")
{
    const auto with = [](const char* entry) {
        List out;
        const auto problems = problems_of(
            [&] { under({paper("ward", "ward", std::string(R"("local-calendar": { "centre": )") + entry + " }")}); });
        for (const Problem& problem : problems) out.push_back(code(problem.id) + " " + problem.place.pointer);
        return out;
    };
    CHECK(with(R"({ "vi": "v", "en": "e", "clause": "ward.1" })") == List{});
    CHECK(with(R"({ "vi": "v", "en": "e" })") == List{"SK1503 /local-calendar/centre"});
    CHECK(with(R"({ "vi": "v", "en": "e", "clause": "ward.9" })") == List{"SK1502 /local-calendar/centre/clause"});
    CHECK(with(R"({ "en": "e", "clause": "ward.1" })") == List{"SK1004 /local-calendar/centre"});
    CHECK(with("[]") == List{"SK1503 /local-calendar/centre", "SK1003 /local-calendar/centre"});
}
