#include "../catch.hpp"
#include "council.hpp"

using namespace council;
using Codes = std::vector<std::string>;

namespace {

std::string criteria(const std::string& inside) { return R"({"whole": 100, "criteria": )" + inside + "}"; }
std::string one(const std::string& inside) { return criteria(R"({"a": {"max": 100, )" + inside + "}}"); }
std::string classes(const std::string& inside) { return two_criteria(R"(, "classes": )" + inside); }

}  // namespace

TEST_CASE("An absent section gives an empty rubric and no problem")
{
    Problems problems;
    CHECK_FALSE(compile_rubric(Node(), problems).stated);
    CHECK(problems.empty());
}

TEST_CASE("The maxima of a rubric without weights add up to the whole")
{
    CHECK(wrong(criteria(R"({"a": {"max": 60}, "b": {"max": "40"}})")).empty());
    CHECK(wrong(criteria(R"({"a": {"max": 60}, "b": {"max": "39.5"}})")) == Codes{"SK1510"});
    CHECK(wrong(R"({"criteria": {"a": {"max": 60}}})") == Codes{"SK1004"});
}

TEST_CASE("Weights are exactly 1 together, and stand with all criteria or none")
{
    CHECK(wrong(criteria(R"({"a": {"max": 10, "weight": "2/3"}, "b": {"max": 5, "weight": "1/3"}})")).empty());
    CHECK(wrong(criteria(R"({"a": {"max": 10, "weight": "0.67"}, "b": {"max": 5, "weight": "0.34"}})")) ==
          Codes{"SK1511"});
    CHECK(wrong(criteria(R"({"a": {"max": 10, "weight": 1}, "b": {"max": 90}})")) == Codes{"SK1511"});
    CHECK(wrong(criteria(R"({"a": {"max": 10, "weight": 2}, "b": {"max": 90, "weight": -1}})")) == Codes{"SK1511"});
}

TEST_CASE("A step divides its maximum, so that full marks can be given")
{
    CHECK(wrong(one(R"("step": "0.5")")).empty());
    CHECK(wrong(one(R"("step": "1/3")")).empty());
    CHECK(wrong(one(R"("step": 3)")) == Codes{"SK1514"});
    CHECK(wrong(one(R"("step": 0)")) == Codes{"SK1205"});
}

TEST_CASE("A minimum lies within its criterion")
{
    CHECK(wrong(one(R"("min": 100)")).empty());
    CHECK(wrong(one(R"("min": 101)")) == Codes{"SK1205"});
    CHECK(wrong(one(R"("min": -1)")) == Codes{"SK1205"});
    CHECK(wrong(criteria(R"({"a": {"max": 0}, "b": {"max": 100}})")) == Codes{"SK1205", "SK1510"});
}

TEST_CASE("Bands tile a criterion from 0 to its maximum, step by step, in either direction")
{
    CHECK(wrong(one(R"("step": 1, "bands": [{"from": 51, "to": 100}, {"from": 0, "to": 50}])")).empty());
    CHECK(wrong(one(R"("step": 1, "bands": [{"from": 0, "to": 50}, {"from": 51, "to": 100}])")).empty());
    CHECK(wrong(one(R"("step": "0.5", "bands": [{"from": 0, "to": "50"}, {"from": "50.5", "to": 100}])")).empty());
    const Codes apart{"SK1517"};
    CHECK(wrong(one(R"("step": "0.5", "bands": [{"from": 0, "to": 50}, {"from": 51, "to": 100}])")) == apart);
    CHECK(wrong(one(R"("step": 1, "bands": [{"from": 0, "to": 50}, {"from": 50, "to": 100}])")) == apart);
    CHECK(wrong(one(R"("step": 1, "bands": [{"from": 1, "to": 100}])")) == apart);
    CHECK(wrong(one(R"("step": 1, "bands": [{"from": 0, "to": 99}])")) == apart);
    CHECK(wrong(one(R"("step": 1, "bands": [{"from": 0, "to": "50.5"}, {"from": "51.5", "to": 100}])")) == apart);
    CHECK(wrong(one(R"("bands": [{"from": 0, "to": 100}])")) == Codes{"SK1004"});
}

TEST_CASE("Classes are half-open and meet: a gap, an overlap and an end below full marks are problems")
{
    CHECK(wrong(classes(R"({"A": {"from": 80}, "B": {"from": 50, "below": 80}})")).empty());
    CHECK(wrong(classes(R"({"B": {"from": 50, "below": 80}, "A": {"from": 80, "below": 101}})")).empty());
    const Codes apart{"SK1512"};
    CHECK(wrong(classes(R"({"A": {"from": 80}, "B": {"from": 50, "below": 79}})")) == apart);
    CHECK(wrong(classes(R"({"A": {"from": 80}, "B": {"from": 50, "below": 81}})")) == apart);
    CHECK(wrong(classes(R"({"A": {"from": 80}, "B": {"from": 50}})")) == apart);
    CHECK(wrong(classes(R"({"A": {"from": 80, "below": 100}})")) == apart);
    CHECK(wrong(classes(R"({"A": {"from": 80, "below": 80}})")) == apart);
}

TEST_CASE("A class needs criteria that exist, within their maxima")
{
    CHECK(wrong(classes(R"({"A": {"from": 80, "needs": {"b": 40}}})")).empty());
    CHECK(wrong(classes(R"({"A": {"from": 80, "needs": {"novelty": 30}}})")) == Codes{"SK1308"});
    CHECK(wrong(classes(R"({"A": {"from": 80, "needs": {"b": 41}}})")) == Codes{"SK1205"});
}

TEST_CASE("Marks, fractions and quorums out of range are problems")
{
    const Codes range{"SK1205"};
    CHECK(wrong(R"({"whole": 100, "criteria": {"a": {"max": 100}}, "pass": {"total": 101}})") == range);
    CHECK(wrong(R"({"whole": 100, "criteria": {"a": {"max": 100}}, "pass": {"each": 101}})") == range);
    CHECK(wrong(vote_of("1", "members")).empty());
    CHECK(wrong(vote_of("0", "members")) == range);
    CHECK(wrong(vote_of("4/3", "members")) == range);
    CHECK(wrong(R"({"quorum": {"at-least": 0}})") == range);
    CHECK(wrong(R"({"quorum": {"at-least": "1.5"}})") == Codes{"SK1003"});
    CHECK(wrong(R"({"authors": {"share-at-least": 101}})") == range);
    CHECK(wrong(R"({"figure": {"method": "trimmed-mean", "drop": 1, "when-at-least": 2}})") == range);
    CHECK(wrong(R"({"whole": 0, "criteria": {"a": {"max": 100}}})") == range);
}

TEST_CASE("Every key of a rubric is known or a problem")
{
    const std::string unknown = R"("nonsense": 1)";
    for (const std::string& json :
         {"{" + unknown + "}", one(unknown), one(R"("step": 1, "bands": [{"from": 0, "to": 100, )" + unknown + "}]"),
          R"({"figure": {"method": "mean", )" + unknown + "}}",
          R"({"rounding": {"places": 2, "mode": "half-up", )" + unknown + "}}",
          R"({"pass": {"total": 50, )" + unknown + "}}", classes(R"({"A": {"from": 80, )" + unknown + "}}"),
          R"({"vote": {"fraction": "2/3", )" + unknown + "}}",
          R"({"vote": {"qualifying": {"total": 50, )" + unknown + "}}}",
          R"({"quorum": {"at-least": 5, )" + unknown + "}}", R"({"excluded": {)" + unknown + "}}",
          R"({"excluded": {"author": {)" + unknown + "}}}", R"({"authors": {"share-at-least": 30, )" + unknown + "}}"})
        CHECK(wrong(json) == Codes{"SK1002"});
}

TEST_CASE("All problems of a rubric are told at once")
{
    CHECK(wrong(R"({"whole": 100, "criteria": {"a": {"max": 60, "step": 7, "min": 61}}, "quorum": {"at-least": 0},
                   "shortfall": "ignore"})") == Codes{"SK1007", "SK1205", "SK1205", "SK1510", "SK1514"});
}

TEST_CASE("Scores are checked against maximum and step, and each problem names its place")
{
    const Rubric rules = rubric(two_criteria());
    Season round = season(4);
    add_ballot(round, 1, Vote::agree, {given("a", 60), given("b", parse_ratio("39.5"))});
    add_ballot(round, 2, Vote::agree);
    Problems none;
    check_ballots(rules, round, none);
    CHECK(none.empty());

    add_ballot(round, 3, Vote::agree, {given("a", parse_ratio("60.5")), given("b", -1)});
    round.ballots.back().scores[0].mark = {7, 9};
    add_ballot(round, 4, Vote::agree, {given("a", parse_ratio("0.25")), given("bb", 1)});
    Problems problems;
    check_ballots(rules, round, problems);
    CHECK(problems.size() == 5);
    try {
        problems.throw_if_any();
    } catch (const Error& error) {
        const auto has = [&](ErrorId id, const std::string& pointer) {
            return std::any_of(error.problems().begin(), error.problems().end(), [&](const Problem& p) {
                return p.id == id && p.place.pointer == pointer && p.place.file == "season.json";
            });
        };
        CHECK(has(ErrorId::above_maximum, "/ballots/2/scores/a"));
        CHECK(has(ErrorId::above_maximum, "/ballots/2/scores/b"));
        CHECK(has(ErrorId::off_step, "/ballots/3/scores/a"));
        CHECK(has(ErrorId::unknown_name, "/ballots/3/scores/bb"));
        CHECK(has(ErrorId::criterion_not_scored, "/ballots/3/scores"));
        CHECK(std::string(error.what()).find("did you mean \"b\"") == std::string::npos);  // "bb" is too short to guess
        CHECK(std::string(error.what()).find(":7:9 /ballots/2/scores/a") != std::string::npos);
    }
}

TEST_CASE("An unknown criterion is told with the nearest known one")
{
    const Rubric rules = rubric(R"({"whole": 100, "criteria": {"novelty": {"max": 100}}})");
    Season round = season(1);
    add_ballot(round, 1, Vote::none, {given("noveltie", 30)});
    Problems problems;
    check_ballots(rules, round, problems);
    std::string told;
    try {
        problems.throw_if_any();
    } catch (const Error& error) {
        told = error.what();
    }
    CHECK(told.find("did you mean \"novelty\"") != std::string::npos);
}

TEST_CASE("A rubric without criteria asks nothing of the scores")
{
    Season round = season(1);
    add_ballot(round, 1, Vote::agree, {given("whatever", 1000)});
    Problems problems;
    check_ballots(rubric(vote_of("2/3", "members")), round, problems);
    CHECK(problems.empty());
}
