#include "../catch.hpp"
#include "council.hpp"

#include <random>

using namespace council;

namespace {

Rubric graded()
{
    return rubric(R"({"whole": 100, "criteria": {"a": {"max": 60}, "b": {"max": 40}}, "figure": {"method": "mean"},
                      "classes": {"A": {"from": 80}, "B": {"from": 0, "below": 80}}})");
}

SelectionRule rule(const std::string& inside)
{
    Problems problems;
    const Tree tree = read_json(R"({"among": "recognised", "tie": "declare", )" + inside + "}", "rules.json", problems);
    SelectionRule out = compile_selection(tree.root(), graded(), problems);
    problems.throw_if_any();
    return out;
}

ScoreResult scored(int number, Ratio total, Ratio a = 0, const char* klass = "A")
{
    ScoreResult out;
    out.initiative = "SK-" + std::to_string(number);
    out.total = total;
    out.criteria = {{{"a", {}}, a, a}};
    out.klass = Name{klass, {}};
    out.in_class = Truth::pass;
    return out;
}

std::vector<SelectionCandidate> all_among(const std::vector<ScoreResult>& scores)
{
    std::vector<SelectionCandidate> out;
    for (std::size_t i = 0; i < scores.size(); ++i) out.push_back({i, &scores[i], Truth::pass});
    return out;
}

std::string verdicts(const std::vector<SelectionResult>& results)
{
    std::string out;
    for (const SelectionResult& result : results) {
        out += result.rank ? std::to_string(*result.rank) : "-";
        out += result.chosen == Truth::pass ? "+ " : result.chosen == Truth::fail ? "x " : "? ";
    }
    return out;
}

}  // namespace

TEST_CASE("Equal candidates share a rank and the next ranks are left out: 1, 2, 2, 4")
{
    const std::vector<ScoreResult> scores{scored(1, 70), scored(2, 80), scored(3, 80), scored(4, 90)};
    CHECK(verdicts(select(rule(R"("at-most": 3, "order": ["total"])"), all_among(scores))) == "4x 2+ 2+ 1+ ");
}

TEST_CASE("A tie across the last place is undetermined for all of it, each told with the others")
{
    const std::vector<ScoreResult> scores{scored(1, 90), scored(2, 80), scored(3, 80), scored(4, 70)};
    const auto results = select(rule(R"("at-most": 2, "order": ["total"])"), all_among(scores));
    CHECK(verdicts(results) == "1+ 2? 2? 4x ");
    CHECK(message(only(results[1].findings, FindingId::tie_at_cut), Language::en) ==
          "Tied at rank 2 across the last place with: SK-3. The rulebook gives no way to break it.");
    CHECK(message(only(results[0].findings, FindingId::chosen), Language::en) == "Ranked 1, among the 2 chosen.");
}

TEST_CASE("A later key of the order breaks a tie")
{
    const std::vector<ScoreResult> scores{scored(1, 90, 10), scored(2, 80, 30), scored(3, 80, 31)};
    CHECK(verdicts(select(rule(R"("at-most": 2, "order": ["total", "a"])"), all_among(scores))) == "1+ 3x 2+ ");
}

TEST_CASE("The total that is ranked is the rounded one where the rubric rounds, else the exact one")
{
    std::vector<ScoreResult> scores{scored(1, Ratio(80001, 1000)), scored(2, Ratio(80))};
    const SelectionRule one_place = rule(R"("at-most": 1, "order": ["total"])");
    CHECK(verdicts(select(one_place, all_among(scores))) == "1+ 2x ");
    for (ScoreResult& score : scores) score.rounded = round(*score.total, 2, Rounding::half_up);
    CHECK(verdicts(select(one_place, all_among(scores))) == "1? 1? ");
}

TEST_CASE("Who has not reached the state, or is of no class considered, is not among the candidates")
{
    std::vector<ScoreResult> scores{scored(1, 90), scored(2, 80, 0, "B"), scored(3, 70)};
    auto candidates = all_among(scores);
    candidates[0].among = Truth::fail;
    const auto results = select(rule(R"("at-most": 1, "classes": ["A"], "order": ["total"])"), candidates);
    CHECK(verdicts(results) == "-x -x 1+ ");
    CHECK(message(only(results[0].findings, FindingId::not_among), Language::en) ==
          "Not considered for selection: it has not reached \"recognised\".");
    CHECK(message(only(results[1].findings, FindingId::not_among), Language::en) ==
          "Not considered for selection: it is not of a class that is considered.");
}

TEST_CASE("A candidate about whom something is missing leaves open only those it could push out")
{
    std::vector<ScoreResult> scores{scored(1, 90), scored(2, 80), scored(3, 85), scored(4, 60)};
    auto candidates = all_among(scores);
    candidates[2].among = Truth::undetermined;
    const SelectionRule two = rule(R"("at-most": 2, "order": ["total"])");
    CHECK(verdicts(select(two, candidates)) == "1+ 2? -? 3x ");
    scores[2].total.reset();
    CHECK(verdicts(select(two, candidates)) == "1+ 2? -? 3x ");
    scores[2] = scored(3, 50);
    CHECK(verdicts(select(two, candidates)) == "1+ 2+ -x 3x ");
}

TEST_CASE("Without a rule nobody is chosen and nobody is refused")
{
    const std::vector<ScoreResult> scores{scored(1, 90)};
    const auto results = select(SelectionRule{}, all_among(scores));
    CHECK(verdicts(results) == "-? ");
    CHECK(silences(results[0].findings) == std::vector<std::string>{"selection"});
}

TEST_CASE("The answer does not depend on the order of the candidates")
{
    std::vector<ScoreResult> scores;
    for (int i = 0; i < 12; ++i) scores.push_back(scored(i, Ratio(60 + i % 5), Ratio(i % 3)));
    scores[7].total.reset();
    const SelectionRule five = rule(R"("at-most": 5, "order": ["total", "a"])");
    auto candidates = all_among(scores);
    std::vector<std::string> expected(scores.size());
    const auto tell = [](const SelectionResult& result) {
        return message(result.findings.front(), Language::vi) + (result.rank ? std::to_string(*result.rank) : "-");
    };
    for (const SelectionResult& result : select(five, candidates)) expected[result.initiative] = tell(result);
    std::mt19937 random(934);
    int different = 0;
    for (int i = 0; i < 200; ++i) {
        std::shuffle(candidates.begin(), candidates.end(), random);
        for (const SelectionResult& result : select(five, candidates))
            different += tell(result) != expected[result.initiative];
    }
    CHECK(different == 0);
}

TEST_CASE("A selection names classes and criteria of the rubric")
{
    const auto wrong_rule = [](const std::string& json) {
        Problems problems;
        const Tree tree = read_json(json, "rules.json", problems);
        compile_selection(tree.root(), graded(), problems);
        return codes(problems);
    };
    using Codes = std::vector<std::string>;
    CHECK(
        wrong_rule(
            R"({"among": "recognised", "classes": ["A", "B"], "at-most": 1, "order": ["total", "b"], "tie": "declare"})")
            .empty());
    CHECK(wrong_rule(R"({"among": "recognised", "classes": ["D"], "at-most": 1, "order": ["c"], "tie": "declare"})") ==
          Codes{"SK1308", "SK1308"});
    CHECK(wrong_rule(R"({"at-most": 0, "order": ["total"], "tie": "lot", "extra": 1})") ==
          Codes{"SK1002", "SK1004", "SK1007", "SK1205"});
}
