#include "papers.hpp"

using namespace papers;

namespace {

List found(const std::string& text)
{
    Problems problems;
    read_rulebook_text(text, "r.json", {}, problems);
    List out;
    for (const Problem& problem : problems_of([&] { problems.throw_if_any(); }))
        out.push_back(code(problem.id) + " " + problem.place.pointer);
    return out;
}

std::string changed(const char* from, const char* to)
{
    return texts::replaced(paper("low", "national", ""), from, to);
}

}  // namespace

TEST_CASE("Every shipped rulebook is read, and says who wrote it, when, and how well it is known")
{
    for (const std::string& id : builtin_rulebooks()) {
        INFO(id);
        Problems problems;
        const Rulebook book = read_rulebook_text(texts::rulebook(id), id + ".json", id, problems);
        CHECK_NOTHROW(problems.throw_if_any());
        CHECK(book.id == id);
        CHECK(builtin_rulebook(id) == texts::rulebook(id));
        CHECK_FALSE(book.title.vi.empty());
        CHECK_FALSE(book.document.number.empty());
        CHECK(book.document.issued <= book.document.from);
        CHECK(book.document.provenance != Provenance::unverified);
        CHECK_FALSE(book.clauses.empty());
        for (const Clause& clause : book.clauses) CHECK_FALSE(clause.text.vi.empty());
        CHECK(book.digest.size() == 64);
    }
}

TEST_CASE("What every rulebook must have is asked for, with its place")
{
    CHECK(found(paper("low", "national", "")).empty());
    CHECK(found("{}") == List{"SK1004 ", "SK1004 ", "SK1004 ", "SK1004 "});
    CHECK(found("[]") == List{"SK1003 "});
    CHECK(found(changed("\"rulebook\": 1", "\"rulebook\": 2")) == List{"SK1009 /rulebook"});
    CHECK(found(changed("\"rulebook\": 1", "\"rulebook\": \"1\"")) == List{"SK1003 /rulebook"});
    CHECK(found(changed("\"layer\": \"national\"", "\"layer\": \"nation\"")) == List{"SK1007 /layer"});
    CHECK(found(changed("\"issuer\": \"o\"", "\"issuer\": \"\"")) == List{"SK1010 /document/issuer"});
    CHECK(found(changed("\"issued\": \"2025-01-01\"", "\"issued\": \"2025-02-29\"")) ==
          List{"SK1201 /document/issued"});
    CHECK(found(changed("\"from\": \"2025-01-01\"", "\"from\": \"2025-01-01\", \"until\": \"2025-01-01\"")) ==
          List{"SK1208 /document/until"});
    CHECK(found(changed("\"provenance\": \"official-document\"", "\"provenance\": \"rumour\"")) ==
          List{"SK1007 /document/provenance"});
    CHECK(found(changed("\"id\": \"low\"", "\"id\": 5")) == List{"SK1003 /id"});
    CHECK(found(paper("low", "national", R"("quotas": {})")) == List{"SK1002 /quotas"});
    CHECK(found(paper("low", "national", R"("quota": [])")) == List{"SK1003 /quota"});
    CHECK(found(paper("low", "national", R"("silent": {"quota": {"vi": "v"}})")) == List{"SK1004 /silent/quota"});
    CHECK(found(paper("low", "national", R"("allows": {"quota": {"right": "replace"}})")) ==
          List{"SK1007 /allows/quota/right"});
    CHECK(found(paper("low", "national", R"("under": ["a", 1, ""])")) == List{"SK1003 /under/1", "SK1010 /under/2"});
}

TEST_CASE("All that is wrong is told at once, in the order of the text")
{
    std::string text = changed("\"issued\": \"2025-01-01\"", "\"issued\": \"x\", \"isued\": 1");
    text = texts::replaced(text, "\"layer\": \"national\"", "\"layer\": 3");
    CHECK(found(text) == List{"SK1201 /document/issued", "SK1002 /document/isued", "SK1003 /layer"});
}

TEST_CASE("A rulebook's id is its file's name")
{
    Problems problems;
    read_rulebook_text(paper("low", "national", ""), "high.json", "high", problems);
    const std::vector<Problem> wrong = problems_of([&] { problems.throw_if_any(); });
    REQUIRE(wrong.size() == 1);
    CHECK(brief(wrong.front()) == "SK1508 1:23 /id");
}

TEST_CASE("Rules are compiled for each window between two changes, and between papers that need each other")
{
    const std::string low = paper("low", "national", silent({"quota"}) + R"(,"roles": {"a": [
        {"until": "2026-01-01", "value": {"vi": "v", "clause": "low.1"}},
        {"from": "2026-01-01", "value": {"vi": "w", "clause": "low.1"}}]})");
    const Rules rules = load_rules_text({low});
    REQUIRE(rules.rulesets().size() == 2);
    CHECK(rules.on(parse_day("2024-12-31")) == nullptr);
    CHECK(rules.on(parse_day("2025-12-31"))->roles.at(0).name.words.vi == "v");
    CHECK(rules.on(parse_day("2026-01-01"))->roles.at(0).name.words.vi == "w");
    CHECK(rules.rulebook("low") == &rules.rulebooks().front());
    CHECK(rules.rulebook("high") == nullptr);
    CHECK(Rules().on(parse_day("2025-01-01")) == nullptr);
}

TEST_CASE("Every rule cites a clause")
{
    const auto load = [](const char* rest) {
        List out;
        for (const Problem& problem : problems_of([&] { load_rules_text({paper("low", "national", rest)}); }))
            out.push_back(code(problem.id) + " " + problem.place.pointer);
        return out;
    };
    CHECK(load(R"("roles": {"a": {"vi": "v"}})") == List{"SK1503 /roles/a"});
    CHECK(load(R"("roles": {"clause": "low.1", "a": {"vi": "v"}})").empty());
    CHECK(load(R"("facts": {"a": {"vi": "v"}}, "levels": {"b": {"vi": "v"}})") ==
          List{"SK1503 /facts/a", "SK1503 /levels/b"});
}
