#include <sangkien/rulebook/review.hpp>

#include "papers.hpp"

using namespace papers;

namespace {

std::string reviewed(const std::string& members, const std::string& rest, const std::string& id = "low",
                     const std::string& layer = "ward")
{
    std::string text = paper(id, layer, rest);
    const std::string end = R"("provenance": "official-document"})";
    return text.replace(text.find(end), end.size() - 1,
                        R"("provenance": "official-document", "reviewed": {)" + members + "}");
}

std::string whole(const std::string& versions) { return R"("scoring": {"whole": [)" + versions + "]}"; }

const char ending[] = R"({"from": "2025-01-01", "until": "2026-01-01", "value": 1},
                         {"from": "2026-01-01", "until": "2027-01-01", "value": 2})";

List ended(const std::string& text, const char* on, const char* known = nullptr)
{
    List out;
    const std::vector<Rulebook> all = books({text});
    for (const EndedValue& value :
         ended_values(all.front(), parse_day(on), known ? std::optional(parse_day(known)) : std::nullopt))
        out.push_back(value.path + " " + to_text(value.until));
    return out;
}

}  // namespace

TEST_CASE("A value has ended on the day its last version ends, and not on the day before")
{
    const std::string text = paper("low", "ward", whole(ending));
    CHECK(ended(text, "2025-12-31").empty());
    CHECK(ended(text, "2026-12-31").empty());
    CHECK(ended(text, "2027-01-01") == List{"scoring.whole 2027-01-01"});
    CHECK(ended(text, "2027-01-02") == List{"scoring.whole 2027-01-01"});
    // A gap before a version to come is no end.
    const std::string gap =
        paper("low", "ward", whole(R"({"until": "2026-01-01", "value": 1}, {"from": "2027-01-01", "value": 2})"));
    CHECK(ended(gap, "2026-06-01").empty());
}

TEST_CASE("What was not known has not put an end off")
{
    const std::string text = paper("low", "ward", whole(R"({"until": "2026-01-01", "value": 1},
        {"from": "2026-01-01", "known-on": "2026-03-01", "value": 2})"));
    CHECK(ended(text, "2026-01-01", "2026-02-28") == List{"scoring.whole 2026-01-01"});
    CHECK(ended(text, "2026-01-01", "2026-03-01").empty());
    CHECK(ended(text, "2026-01-01").empty());
}

TEST_CASE("Of a value dated inside another only the version that holds is asked")
{
    const std::string inner = R"({"until": "2025-07-01", "value": 1})";
    const std::string text = paper("low", "ward",
                                   R"("scoring": {"pass": [{"until": "2026-01-01", "value": {"total": [)" + inner +
                                       R"(]}}, {"from": "2026-01-01", "value": {"total": 3}}]})");
    CHECK(ended(text, "2025-06-30").empty());
    CHECK(ended(text, "2025-07-01") == List{"scoring.pass.total 2025-07-01"});
    CHECK(ended(text, "2026-01-01").empty());
}

TEST_CASE("The last value goes on where the paper says what is done then, and is gone where it says nothing")
{
    for (const char* after : {"allow", "flag", "refuse"}) {
        const std::string text = reviewed(R"("after": ")" + std::string(after) + "\"", whole(ending));
        CHECK(lay({text}, "2025-12-31").text("scoring.whole") == "1");
        CHECK(lay({text}, "2026-12-31").text("scoring.whole") == "2");
        CHECK(lay({text}, "2027-01-01").text("scoring.whole") == "2");
        CHECK(lay({text}, "2027-01-02").text("scoring.whole") == "2");
    }
    CHECK(lay({paper("low", "ward", whole(ending))}, "2026-12-31").text("scoring.whole") == "2");
    CHECK_FALSE(lay({paper("low", "ward", whole(ending))}, "2027-01-01").at("scoring.whole"));
}

TEST_CASE("A value that has ended yields to any other paper's, and then is not told")
{
    const std::string low = reviewed(R"("after": "flag")", whole(ending));
    const std::string next = paper("next", "ward", R"("scoring": {"whole": 9})");
    CHECK(lay({low, next}, "2026-12-31").wrong() == List{"SK1505 scoring.whole"});
    const Laid laid = lay({low, next}, "2027-01-01");
    CHECK(laid.text("scoring.whole") == "9");
    CHECK(ended_values(laid.rulebooks.front(), laid.effective, parse_day("2027-01-01")).empty());
    const Laid alone = lay({low}, "2027-01-01");
    CHECK(ended_values(alone.rulebooks.front(), alone.effective, parse_day("2027-01-01")).size() == 1);
}

TEST_CASE("A review is over on the day it holds no longer, and days that contradict each other are refused")
{
    const auto review = [](const std::string& members) {
        return books({reviewed(members, "")}).front().document.reviewed;
    };
    const Review one =
        review(R"("last": "2025-03-01", "until": "2026-03-01", "after": "flag", "clause": "low.1", "note": "n")");
    CHECK_FALSE(review_over(one, parse_day("2026-02-28")));
    CHECK(review_over(one, parse_day("2026-03-01")));
    CHECK(review_over(one, parse_day("2026-03-02")));
    CHECK_FALSE(review_over(review(R"("last": "2025-03-01", "after": "flag")"), parse_day("2099-01-01")));
    const auto wrong = [&](const std::string& members) { return problems_of([&] { review(members); }).at(0).id; };
    CHECK(wrong(R"("last": "2025-03-01", "until": "2025-02-28", "after": "flag")") == ErrorId::window_backwards);
    CHECK(wrong(R"("last": "2025-03-01", "until": "2025-03-01", "after": "flag")") == ErrorId::window_backwards);
    CHECK(review(R"("last": "2025-03-01", "until": "2025-03-02", "after": "flag")").until);
    CHECK(wrong(R"("last": "2025-03-01")") == ErrorId::missing_key);
    CHECK(wrong(R"("after": "warn")") == ErrorId::unknown_word);
    CHECK(wrong(R"("after": "flag", "clause": "low.9")") == ErrorId::unknown_clause);
}
