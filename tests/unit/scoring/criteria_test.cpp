// The tree of criteria: groups, levels of which one is chosen, points beside the whole.
#include "../catch.hpp"
#include "council.hpp"

#include <sangkien/scoring/scoring_checks.hpp>

#include <sstream>

using namespace council;

namespace {

using Codes = std::vector<std::string>;

std::string of(const std::string& criteria, const std::string& more = "")
{
    return R"({"whole": 100, "criteria": {)" + criteria + R"(}, "figure": {"method": "mean"})" + more + "}";
}

// Judged by one ballot that gives these.
ScoreResult one(const Rubric& rules, const std::vector<int>& scores)
{
    Season round = season(1);
    std::vector<Score> given_scores;
    for (std::size_t i = 0; i < scores.size(); ++i)
        given_scores.push_back(given(rules.criteria[i].name.id.c_str(), Ratio(scores[i])));
    add_ballot(round, 1, Vote::agree, given_scores);
    return judged(rules, round);
}

std::string file(const std::string& name)
{
    std::string out;
    for (const std::string& line : lines("rubrics/" + name)) out += line + "\n";
    return out;
}

}  // namespace

TEST_CASE("A group's points are those of the criteria in it, and its minimum is one of the decision's conditions")
{
    const Rubric rules = rubric(of(R"("content": {"min": 30, "criteria": {"new": {"max": 40}, "use": {"max": 20}}},
                                      "form": {"max": 40})",
                                   R"(, "pass": {"total": 50})"));
    REQUIRE(rules.groups.size() == 1);
    CHECK(rules.groups[0].max == Ratio(60));
    const ScoreResult short_of = one(rules, {20, 9, 40});
    CHECK(short_of.groups[0].points == Ratio(29));
    CHECK(*short_of.total == Ratio(69));
    CHECK(short_of.decision == Truth::fail);
    CHECK(count(short_of.findings, FindingId::minimum_missed) == 1);
    CHECK(one(rules, {20, 10, 40}).decision == Truth::pass);
}

TEST_CASE("Weights multiply down a tree, so that full marks reach the whole at every depth")
{
    const Rubric rules = rubric(of(R"("a": {"weight": "0.6", "max": 10, "criteria": {
                                          "a1": {"max": 5, "weight": "0.25"},
                                          "a2": {"weight": "0.75", "criteria": {"x": {"max": 3}, "y": {"max": 5}}}}},
                                      "b": {"weight": "0.4", "max": 7})"));
    CHECK(*one(rules, {5, 3, 5, 7}).total == Ratio(100));
    CHECK(*one(rules, {5, 0, 0, 0}).total == Ratio(15));
    CHECK(*one(rules, {0, 3, 0, 0}).total == Ratio(135, 8));  // 45 points shared 3 : 5
    CHECK(one(rules, {5, 3, 0, 0}).groups[0].points == Ratio(10) * (Ratio(1, 4) + Ratio(3, 4) * Ratio(3, 8)));
}

TEST_CASE("Bonus and penalty count beside the whole, and an independent criterion is shown and not counted")
{
    const Rubric rules = rubric(of(R"("base": {"max": 100}, "prize": {"max": 10, "counts": "bonus"},
                                      "late": {"max": 5, "counts": "penalty"},
                                      "idea": {"max": 20, "counts": "independent"})",
                                   R"(, "pass": {"total": 60, "each": 50})"));
    const ScoreResult result = one(rules, {60, 7, 4, 13});
    CHECK(*result.total == Ratio(63));
    CHECK(*result.mean("idea") == Ratio(13));
    CHECK(result.criteria[3].weighted == Ratio(0));
    CHECK(result.criteria[2].weighted == Ratio(-4));
    CHECK(result.decision == Truth::pass);  // `each` asks nothing of what lies beside the whole
    CHECK(*one(rules, {60, 7, 4, 20}).total == Ratio(63));
}

TEST_CASE("A class may ask points of a group: what lacks is flagged, or lowers, group within group")
{
    const std::string tree = R"("content": {"criteria": {"idea": {"criteria": {"new": {"max": 40}, "use": {"max": 20}}},
        "form": {"max": 10}}}, "benefit": {"max": 30})";
    const auto rules = [&](const std::string& shortfall) {
        return rubric(of(tree, R"(, "classes": {"A": {"from": 80, "needs": {"idea": 55, "content": 60, "benefit": 10}},
            "B": {"from": 60, "below": 80, "needs": {"idea": 30}}, "C": {"from": 0, "below": 60}},
            "shortfall": ")" + shortfall +
                                   "\""));
    };
    const ScoreResult whole = one(rules("flag"), {40, 15, 5, 30});  // idea 55, content 60
    CHECK((whole.klass->id == "A" && !whole.flagged));
    const ScoreResult flagged = one(rules("flag"), {40, 14, 10, 30});  // idea 54, content 64
    CHECK((flagged.klass->id == "A" && flagged.flagged_criteria.size() == 1));
    CHECK(flagged.flagged_criteria[0].id == "idea");
    const Finding& told = only(flagged.findings, FindingId::class_shortfall);
    CHECK((std::get<Ratio>(told.inputs[1].value) == Ratio(54) && std::get<Ratio>(told.values[1].value) == Ratio(55)));
    CHECK(one(rules("lower"), {40, 14, 10, 30}).klass->id == "B");
    CHECK(one(rules("lower"), {20, 10, 10, 30}).klass->id == "B");
    CHECK(one(rules("lower"), {20, 9, 10, 30}).klass->id == "C");             // idea 29
    CHECK(one(rules("flag"), {35, 19, 5, 30}).flagged_criteria.size() == 2);  // idea 54, content 59
}

TEST_CASE("With weights the points that a class asks of a group are the group's own")
{
    const Rubric rules = rubric(of(R"("a": {"weight": "0.6", "max": 50, "criteria": {"x": {"max": 30, "weight": "0.5"},
        "y": {"max": 20, "weight": "0.5"}}}, "b": {"max": 10, "weight": "0.4"})",
                                   R"(, "classes": {"A": {"from": 50, "needs": {"a": 25}},
        "B": {"from": 0, "below": 50}}, "shortfall": "lower")"));
    CHECK(one(rules, {30, 0, 10}).klass->id == "A");  // x is half of a: 25 of its 50; 30 + 40 = 70
    CHECK(one(rules, {29, 0, 10}).klass->id == "B");  // 24 1/6
    CHECK(one(rules, {29, 1, 10}).klass->id == "A");  // 24 1/6 + 1 1/4
}

TEST_CASE("A class that needs more of its groups than its range holds is doubted")
{
    const auto doubts = [](const std::string& needs) {
        const std::string json = of(R"("content": {"criteria": {"new": {"max": 40}, "use": {"max": 20}}},
            "benefit": {"max": 40})",
                                    R"(, "classes": {"A": {"from": 80}, "B": {"from": 50, "below": 80, "needs": {)" +
                                        needs + R"(}}, "C": {"from": 0, "below": 50}}, "shortfall": "flag")");
        Problems problems;
        const Tree tree = read_json(json, "rubric.json", problems);
        Diagnostics found;
        check_scoring(tree.root(), compile_rubric(tree.root(), problems), found);
        problems.throw_if_any();
        return found.all().size();
    };
    CHECK(doubts(R"("content": 50, "new": 40, "benefit": 29)") == 0);  // new is part of content: 79
    CHECK(doubts(R"("content": 50, "new": 40, "benefit": 30)") == 1);  // 80
    CHECK(doubts(R"("new": 40, "use": 20, "content": 10, "benefit": 20)") == 1);
}

TEST_CASE("A class asks nothing of a group that is not there, nor more than its maximum")
{
    const std::string tree =
        R"("content": {"criteria": {"new": {"max": 40}, "use": {"max": 20}}}, "benefit": {"max": 40})";
    const auto asked = [&](const std::string& needs) {
        return wrong(of(tree, R"(, "classes": {"A": {"from": 0, "needs": {)" + needs + R"(}}}, "shortfall": "flag")"));
    };
    CHECK(asked(R"("content": 60)").empty());
    CHECK(asked(R"("content": 61)") == Codes{"SK1205"});
    CHECK(asked(R"("contents": 6)") == Codes{"SK1308"});
}

TEST_CASE("A score lies in one of the levels of which one is chosen")
{
    const Rubric rules = rubric(of(R"("a": {"max": 100, "options": [{"points": 100}, {"from": 60, "to": 70},
                                                                   {"points": 0}]})"));
    const auto found = [&](int score) {
        Season round = season(1);
        add_ballot(round, 1, Vote::none, {given("a", Ratio(score))});
        Problems problems;
        check_ballots(rules, round, problems);
        return codes(problems);
    };
    for (const int right : {0, 60, 65, 70, 100}) CHECK(found(right).empty());
    for (const int wrong : {1, 59, 71, 99}) CHECK(found(wrong) == Codes{"SK1331"});
    CHECK(found(101) == Codes{"SK1305"});
}

TEST_CASE("What cannot be a tree of criteria is refused")
{
    CHECK(wrong(of(R"("g": {"max": 90, "criteria": {"x": {"max": 80}}}, "b": {"max": 10})")) == Codes{"SK1510"});
    CHECK(wrong(of(R"("g": {"criteria": {"x": {"max": 50, "weight": "0.5"}, "y": {"max": 9, "weight": "0.5"}}})")) ==
          Codes{"SK1004", "SK1510"});
    CHECK(wrong(of(R"("g": {"criteria": {"x": {"max": 50}}}, "h": {"criteria": {"x": {"max": 50}}})")) ==
          Codes{"SK1302"});
    CHECK(wrong(of(R"("g": {"criteria": {"x": {"max": 100}}, "step": 1})")) == Codes{"SK1002"});
    CHECK(wrong(of(R"("a": {"max": 100, "weight": 1}, "b": {"max": 5, "counts": "bonus", "weight": 0})")) ==
          Codes{"SK1511"});
    CHECK(wrong(of(R"("a": {"max": 100, "options": [{"points": 90}]})")) == Codes{"SK1330"});
    CHECK(wrong(of(R"("a": {"max": 100, "options": [{"from": 50, "to": 100}, {"from": 0, "to": 50}]})")) ==
          Codes{"SK1330"});
    CHECK(wrong(of(R"("a": {"max": 100, "options": [{"points": 100}, {"points": -1}]})")) == Codes{"SK1330"});
}

TEST_CASE("The highest class holds full marks with every bonus")
{
    const std::string bonus = R"("a": {"max": 100}, "b": {"max": 10, "counts": "bonus"})";
    CHECK(wrong(of(bonus, R"(, "classes": {"A": {"from": 50, "below": 105}})")) == Codes{"SK1512"});
    CHECK(wrong(of(bonus, R"(, "classes": {"A": {"from": 50, "below": 111}})")).empty());
}

TEST_CASE("Rules of other councils can be written: 70 % of the members; four criteria in steps of a half")
{
    const Rubric seventy = rubric(file("r6.json"));
    for (const auto& [members, needed] : {std::pair{3, 3}, {5, 4}, {7, 5}, {9, 7}, {11, 8}, {15, 11}})
        CHECK(votes_needed(*seventy.vote->fraction, members) == needed);
    const Rubric product = rubric(file("r8.json"));
    Season round = season(7);
    for (int member = 1; member <= 7; ++member)
        add_ballot(round, member, member <= 4 ? Vote::agree : Vote::disagree,
                   {given("novelty", 24), given("effectiveness", 24), given("scope", 20),
                    given("form", member == 1 ? Ratio(23, 2) : Ratio(12))});
    ScoreResult result = judged(product, round);
    CHECK(result.klass->id == "base");  // 80 less a fourteenth
    CHECK(result.decision == Truth::pass);
    round.ballots[0].scores[3].value = 12;
    CHECK(judged(product, round).klass->id == "city");
}
