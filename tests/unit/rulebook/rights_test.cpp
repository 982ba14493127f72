#include <sangkien/rulebook/rights.hpp>

#include "../io/texts.hpp"
#include "papers.hpp"

using namespace papers;

namespace {

// "later" against "earlier", both as JSON.
Strictness strict(const std::string& later, const std::string& earlier, Toward toward)
{
    Problems problems;
    const Tree tree = read_json("[" + later + ", " + earlier + "]", "t.json", problems);
    REQUIRE(problems.empty());
    return compare(tree.root().first(), tree.root().first().next(), toward);
}

std::string one(const std::string& value) { return R"("quota": {"q": {"value": )" + value + "}}"; }

// The ward gives `low` and lets it be tightened; the council gives `high`.
Laid tightened(const std::string& toward, const std::string& low, const std::string& high)
{
    return lay({paper("low", "ward",
                      R"("allows": {"quota.q": {"right": "tighten", "toward": ")" + toward + R"("}},)" + one(low)),
                paper("high", "council", one(high))});
}

}  // namespace

TEST_CASE("A value is stricter in one direction, looser in the other, and the same in both")
{
    const std::vector<std::vector<std::string>> rising{
        {"1", "2", "\"2.5\"", "10"},
        {R"("1/2")", R"("0.6")", R"("2/3")", "1"},
        {R"("3 days")", R"("1 week")", R"("8 days")"},
        {R"("11 months")", R"("1 year")", R"("13 months")"},
        {R"("9 working days")", R"("10 working days")"},
    };
    for (const std::vector<std::string>& values : rising)
        for (std::size_t i = 0; i < values.size(); ++i)
            for (std::size_t j = 0; j < values.size(); ++j) {
                INFO(values[i] << " against " << values[j]);
                const Strictness up = i == j ? Strictness::same : i > j ? Strictness::stricter : Strictness::looser;
                const Strictness down = i == j ? Strictness::same : i > j ? Strictness::looser : Strictness::stricter;
                CHECK(strict(values[i], values[j], Toward::higher) == up);
                CHECK(strict(values[i], values[j], Toward::lower) == down);
            }
    const std::vector<std::vector<std::string>> later{
        {R"("31/1")", R"("1/2")", R"("24/9")", R"("25/9")", R"("1/10")"},
        {R"("2025-09-24")", R"("2025-09-25")", R"("2026-01-01")"},
        {R"("09:30")", R"("17:00")", R"("17:01")"},
        {R"("1 month")", R"("2 months")"},
    };
    for (const std::vector<std::string>& values : later)
        for (std::size_t i = 1; i < values.size(); ++i) {
            CHECK(strict(values[i], values[i - 1], Toward::later) == Strictness::stricter);
            CHECK(strict(values[i], values[i - 1], Toward::earlier) == Strictness::looser);
            CHECK(strict(values[i - 1], values[i], Toward::earlier) == Strictness::stricter);
            CHECK(strict(values[i], values[i], Toward::earlier) == Strictness::same);
        }
}

TEST_CASE("A month and thirty days do not compare, nor do words, lists and whatever has another kind")
{
    for (const char* other : {R"("30 days")", R"("20 working days")", R"("2 half-months")", R"("24 hours")", R"("by")",
                              "[1]", "true", R"({"a": 1})"}) {
        INFO(other);
        CHECK(strict(R"("1 month")", other, Toward::lower) == Strictness::incomparable);
        CHECK(strict(other, R"("1 month")", Toward::higher) == Strictness::incomparable);
    }
    CHECK(strict("5", R"("24/9")", Toward::earlier) == Strictness::incomparable);
}

TEST_CASE("A later layer may make a value stricter in the direction its paper names, and no looser")
{
    CHECK(tightened("higher", "50", "60").problems.empty());
    CHECK(tightened("higher", "50", "60").text("quota.q.value") == "60");
    CHECK(tightened("higher", "50", "50").problems.empty());
    CHECK(tightened("higher", "50", "49").wrong() == List{"SK1520 quota.q.value"});
    CHECK(tightened("lower", "50", "49").problems.empty());
    CHECK(tightened("earlier", R"("25/9")", R"("24/9")").problems.empty());
    CHECK(tightened("earlier", R"("25/9")", R"("26/9")").wrong() == List{"SK1520 quota.q.value"});
    CHECK(tightened("earlier", R"("25/9")", R"("26/9")").text("quota.q.value") == "25/9");
    CHECK(tightened("lower", R"("1 month")", R"("30 days")").wrong() == List{"SK1520 quota.q.value"});
}

TEST_CASE("A looser value is told with both values and both places")
{
    const Laid laid = tightened("higher", "50", "40");
    REQUIRE(laid.problems.size() == 1);
    const Problem& problem = laid.problems.front();
    CHECK(problem.place.file == "paper 2");
    CHECK(problem.place.pointer == "/quota/q/value");
    CHECK(detail_of(problem, "rulebook") == "high");
    CHECK(detail_of(problem, "other") == "low");
    CHECK(detail_of(problem, "value") == "40");
    CHECK(detail_of(problem, "was") == "50");
    CHECK(detail_of(problem, "line") == "2");
    CHECK(detail_of(problem, "toward") == "higher");
}

TEST_CASE("The right holds against the paper that gave the value, layer by layer")
{
    const std::string right = R"("allows": {"quota.q": {"right": "tighten", "toward": "higher"}},)";
    const std::string low = paper("low", "province", right + one("50"));
    const std::string council = paper("council", "council", one("60"));
    // The ward tightened to 70 and lets nobody change that.
    CHECK(lay({low, paper("ward", "ward", one("70")), council}).wrong() == List{"SK1505 quota.q.value"});
    CHECK(lay({low, paper("ward", "ward", right + one("70")), council}).wrong() == List{"SK1520 quota.q.value"});
    CHECK(lay({low, paper("ward", "ward", right + one("55")), council}).text("quota.q.value") == "60");
}

TEST_CASE("The right to tighten needs a direction, the right to override has none")
{
    const auto wrong = [](const std::string& right) {
        return problems_of([&] { books({paper("low", "ward", R"("allows": {"quota.q": {)" + right + "}}")}); });
    };
    CHECK(wrong(R"("right": "tighten")").at(0).id == ErrorId::missing_key);
    CHECK(wrong(R"("right": "tighten", "toward": "up")").at(0).id == ErrorId::unknown_word);
    CHECK(wrong(R"("right": "override", "toward": "higher")").at(0).id == ErrorId::unknown_key);
    CHECK(wrong(R"("right": "tighten", "toward": "later")").empty());
}
