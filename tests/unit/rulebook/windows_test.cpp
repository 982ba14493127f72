#include "papers.hpp"

using namespace papers;

namespace {

std::string dated(const std::string& versions)
{
    return R"("scoring": {"whole": [)" + versions + R"(], "clause": "low.1"})";
}

std::string version(const char* from, const char* until, const char* value, const char* more = "")
{
    const auto member = [](const char* key, const char* day) {
        return *day == '\0' ? std::string() : "\"" + std::string(key) + "\": \"" + day + "\", ";
    };
    return "{" + member("from", from) + member("until", until) + "\"value\": " + value + more + "}";
}

std::vector<std::string> found(const std::string& rest)
{
    const std::vector<Rulebook> rulebooks = books({paper("low", "national", rest)});
    Problems problems;
    boundaries(rulebooks, problems);
    std::vector<std::string> out;
    for (const Problem& problem : problems_of([&] { problems.throw_if_any(); }))
        out.push_back(code(problem.id) + " " + problem.place.pointer);
    return out;
}

std::vector<std::string> boundary_days(const std::string& rest)
{
    const std::vector<Rulebook> rulebooks = books({paper("low", "national", rest)});
    Problems problems;
    std::vector<std::string> out;
    for (const Day day : boundaries(rulebooks, problems)) out.push_back(to_text(day));
    problems.throw_if_any();
    return out;
}

}  // namespace

TEST_CASE("Of a dated value the version in force on the day is taken: from included, until not")
{
    const std::string text = paper("low", "national",
                                   dated(version("2025-03-01", "2026-01-01", "100") + "," +
                                         version("2026-01-01", "", "50", R"(, "clause": "low.2")")));
    const auto on = [&](const char* day) { return lay({text}, day); };
    CHECK_FALSE(on("2025-02-28").at("scoring.whole"));
    CHECK(on("2025-03-01").text("scoring.whole") == "100");
    CHECK(on("2025-12-31").text("scoring.whole") == "100");
    CHECK(on("2026-01-01").text("scoring.whole") == "50");
    CHECK(on("2099-01-01").text("scoring.whole") == "50");
    CHECK(on("2025-03-01").cited("scoring.whole") == "low.1 official-document of low");
    CHECK(on("2026-01-01").cited("scoring.whole") == "low.2 secondary of low");
    CHECK(boundary_days(dated(version("2025-03-01", "2026-01-01", "100") + "," + version("2026-01-01", "", "50"))) ==
          List{"2025-01-01", "2025-03-01", "2026-01-01"});
}

TEST_CASE("A version may have no beginning or no end, and a whole object may be dated")
{
    CHECK(
        lay({paper("low", "national", dated(version("", "2026-01-01", "100")))}, "2025-01-01").text("scoring.whole") ==
        "100");
    CHECK_FALSE(
        lay({paper("low", "national", dated(version("", "2026-01-01", "100")))}, "2026-01-01").at("scoring.whole"));
    const std::string text =
        paper("low", "national",
              R"("quota": {"q": [{"from": "2026-01-01", "value": {"joint": [{"until": "2027-01-01", "value": "each"},
                 {"from": "2027-01-01", "value": "lead"}]}, "clause": "low.2"}], "clause": "low.1"})");
    CHECK_FALSE(lay({text}, "2025-06-01").at("quota.q"));
    CHECK(lay({text}, "2026-06-01").text("quota.q.joint") == "each");
    CHECK(lay({text}, "2027-06-01").text("quota.q.joint") == "lead");
    CHECK(lay({text}, "2027-06-01").cited("quota.q.joint") == "low.2 secondary of low");
}

TEST_CASE("A paper that is not in force says nothing")
{
    const std::string later =
        texts::replaced(paper("later", "national", R"("roles": {"a": {"vi": "v"}})"), "\"from\": \"2025-01-01\"",
                        "\"from\": \"2025-07-01\", \"until\": \"2026-01-01\"");
    CHECK_FALSE(lay({later}, "2025-06-30").at("roles.a"));
    CHECK(lay({later}, "2025-07-01").at("roles.a"));
    CHECK(lay({later}, "2025-12-31").at("roles.a"));
    CHECK_FALSE(lay({later}, "2026-01-01").at("roles.a"));
}

TEST_CASE("Windows that overlap, or end before they begin, are errors")
{
    CHECK(found(dated(version("2025-03-01", "2026-01-02", "1") + "," + version("2026-01-01", "", "2"))) ==
          List{"SK1506 /scoring/whole/1"});
    CHECK(found(dated(version("", "2026-01-02", "1") + "," + version("", "2025-01-01", "2"))) ==
          List{"SK1506 /scoring/whole/1"});
    CHECK(found(dated(version("2025-03-01", "", "1") + "," + version("2026-01-01", "", "2"))) ==
          List{"SK1506 /scoring/whole/1"});
    CHECK(found(dated(version("2025-03-01", "2025-03-01", "1"))) == List{"SK1208 /scoring/whole/0"});
    CHECK(found(dated(version("2025-03-01", "2025-02-01", "1"))) == List{"SK1208 /scoring/whole/0"});
    CHECK(found(dated(version("2026-01-01", "", "2") + "," + version("2025-03-01", "2026-01-01", "1"))).empty());
    CHECK(found(dated(version("2025-02-30", "", "2"))) == List{"SK1201 /scoring/whole/0/from"});
    CHECK(found(dated(version("2025-03-01", "", "1", R"(, "vlaue": 2)"))) == List{"SK1002 /scoring/whole/0/vlaue"});
}

TEST_CASE("The day on which two windows overlap is a day that exists, even where both have no beginning")
{
    const auto day = [](const std::string& versions) {
        const std::vector<Rulebook> rulebooks = books({paper("low", "national", dated(versions))});
        Problems problems;
        boundaries(rulebooks, problems);
        return detail_of(problems_of([&] { problems.throw_if_any(); }).at(0), "day");
    };
    CHECK(day(version("2025-03-01", "2026-01-02", "1") + "," + version("2026-01-01", "", "2")) == "2026-01-01");
    CHECK(day(version("", "2026-01-02", "1") + "," + version("", "2025-01-01", "2")) == "2024-12-31");
}

TEST_CASE("Clauses, provenances and choices are checked wherever they stand")
{
    CHECK(found(R"("roles": {"a": {"vi": "v", "clause": "low.3"}})") == List{"SK1502 /roles/a/clause"});
    CHECK(found(R"("roles": {"a": {"vi": "v", "clause": 3}})") == List{"SK1003 /roles/a/clause"});
    CHECK(found(R"("roles": {"a": {"vi": "v", "provenance": "laws"}})") == List{"SK1007 /roles/a/provenance"});
    CHECK(found(R"("roles": {"a": {"vi": "v", "choices": {"vi": ["v", "w"]}}})").empty());
    CHECK(found(R"("roles": {"a": {"vi": "v", "choices": {"vix": ["v"]}}})") == List{"SK1002 /roles/a/choices/vix"});
    CHECK(found(R"("roles": {"a": {"vi": "v", "choices": ["v"]}})") == List{"SK1003 /roles/a/choices"});
    CHECK(found(R"("roles": {"a": {"vi": "v", "choices": {"vi": "v"}}})") == List{"SK1003 /roles/a/choices/vi"});
    CHECK(found(R"("roles": {"a": {"vi": "v", "choices": {"vi": [true]}}})") == List{"SK1003 /roles/a/choices/vi/0"});
}

TEST_CASE("The nearest known name is found within a third of the letters, and an equal distance takes the first")
{
    const std::vector<std::string> known{"novelty", "applicability", "replicability", "effectiveness"};
    CHECK(nearest("noveltyx", known) == "novelty");
    CHECK(nearest("novlety", known) == "novelty");
    CHECK(nearest("aplicability", known) == "applicability");
    CHECK(nearest("xyz", known).empty());
    CHECK(nearest("", known).empty());
    CHECK(nearest("novelty", {}).empty());
    CHECK(nearest("by", {"bx", "bz"}) == "bx");
    CHECK(nearest("q", {"a", "b"}).empty());  // every letter different is no likeness
    CHECK(nearest("đỗ", {"đô", "da"}) == "đô");
    CHECK(nearest("abcdefghi", {"abcdefxyz"}) == "abcdefxyz");
    CHECK(nearest("abcdefghi", {"abcdewxyz"}).empty());
}
