#include "../catch.hpp"
#include "council.hpp"

using namespace council;

namespace {

// The rubric of 465/QĐ-SGDĐT, with the figure that its source does not state.
std::string da_nang(const std::string& figure = R"("figure": {"method": "mean"},)")
{
    return R"({"whole": 100, "criteria": {"novelty": {"max": 40, "step": 1}, "applicability": {"max": 30, "step": 1},
                                          "benefit": {"max": 30, "step": 1}},)" +
           figure + R"("pass": {"total": 50, "each": 10},
               "classes": {"A": {"from": 85, "needs": {"novelty": 30}}, "B": {"from": 70, "below": 85, "needs": {"novelty": 20}},
                           "C": {"from": 50, "below": 70, "needs": {"novelty": 10}}},
               "shortfall": "flag", "authors": {"share-at-least": 30}})";
}

std::vector<Score> scores(Ratio novelty, Ratio applicability, Ratio benefit)
{
    return {given("novelty", novelty), given("applicability", applicability), given("benefit", benefit)};
}

Season one_ballot(Ratio novelty, Ratio applicability, Ratio benefit)
{
    Season out = season(1);
    add_ballot(out, 1, Vote::none, scores(novelty, applicability, benefit));
    return out;
}

// One criterion of 100 points, a ballot per total.
Season totals(const std::vector<Ratio>& given_totals)
{
    Season out = season(static_cast<int>(given_totals.size()));
    int member = 0;
    for (const Ratio total : given_totals) add_ballot(out, ++member, Vote::agree, {given("a", total)});
    return out;
}

std::string one_criterion(const std::string& more)
{
    return R"({"whole": 100, "criteria": {"a": {"max": 100}}, )" + more + "}";
}

Ratio total_by(const std::string& figure, const std::vector<Ratio>& given_totals)
{
    return *judged(rubric(one_criterion(R"("figure": )" + figure)), totals(given_totals)).total;
}

}  // namespace

TEST_CASE("A total in class A with novelty 29 keeps class A and is flagged")
{
    const ScoreResult result = judged(rubric(da_nang()), one_ballot(29, 30, 30));
    CHECK(*result.total == Ratio(89));
    CHECK(result.klass->id == "A");
    CHECK(result.flagged);
    REQUIRE(result.flagged_criteria.size() == 1);
    CHECK(result.flagged_criteria[0].id == "novelty");
    CHECK(result.decision == Truth::pass);
    CHECK(message(only(result.findings, FindingId::class_shortfall), Language::en) ==
          "The total is in A, but \"novelty\" has 29, needs 30.");
    CHECK_FALSE(judged(rubric(da_nang()), one_ballot(30, 30, 30)).flagged);
}

TEST_CASE("A shortfall that lowers gives the next class whose needs are met, and none when there is none")
{
    std::string json = da_nang();
    json.replace(json.find("\"flag\""), 6, "\"lower\"");
    const Rubric rules = rubric(json);
    CHECK(judged(rules, one_ballot(29, 30, 30)).klass->id == "B");
    CHECK(judged(rules, one_ballot(29, 30, 30)).flagged == false);
    CHECK(judged(rules, one_ballot(15, 30, 30)).klass->id == "C");
    const ScoreResult none = judged(rules, one_ballot(9, 30, 30));
    CHECK_FALSE(none.klass);
    CHECK(none.in_class == Truth::fail);
}

TEST_CASE("A shortfall that no rulebook settles leaves the class undetermined, and the decision alone")
{
    std::string json = da_nang();
    json.replace(json.find(R"("shortfall": "flag",)"), 20, "");
    const ScoreResult result = judged(rubric(json), one_ballot(29, 30, 30));
    CHECK_FALSE(result.klass);
    CHECK(result.in_class == Truth::undetermined);
    CHECK(silences(result.findings) == std::vector<std::string>{"scoring.shortfall"});
    CHECK(result.decision == Truth::pass);
}

TEST_CASE("49.995 has a class, and so has every total from the lowest mark to the whole")
{
    const std::string bands =
        R"("figure": {"method": "mean"}, "classes": {"A": {"from": 50}, "B": {"from": 0, "below": 50}})";
    CHECK(judged(rubric(one_criterion(bands)), totals({parse_ratio("49.995")})).klass->id == "B");
    CHECK(judged(rubric(one_criterion(bands)), totals({parse_ratio("50")})).klass->id == "A");
    // Rounded to two places it is 50.00, and the class and the pass mark go by that.
    const Rubric rounds =
        rubric(one_criterion(bands + R"(, "pass": {"total": 50}, "rounding": {"places": 2, "mode": "half-up"})"));
    const ScoreResult result = judged(rounds, totals({parse_ratio("49.995")}));
    CHECK(result.klass->id == "A");
    CHECK(result.rounded->text() == "50.00");
    CHECK(result.total->text() == "49.995");
    CHECK(result.decision == Truth::pass);
    for (int total = 0; total <= 100; ++total)
        CHECK(judged(rubric(one_criterion(bands)), totals({Ratio(total)})).in_class == Truth::pass);
}

TEST_CASE("Full marks reach the whole, with points and with weights")
{
    CHECK(*judged(rubric(da_nang()), one_ballot(40, 30, 30)).total == Ratio(100));
    const Rubric weighted = rubric(R"({"whole": 100, "figure": {"method": "mean"}, "criteria": {
        "a": {"max": 10, "weight": "1/3"}, "b": {"max": 7, "weight": "1/7"}, "c": {"max": 30, "weight": "11/21"}}})");
    Season round = season(1);
    add_ballot(round, 1, Vote::none, {given("a", 10), given("b", 7), given("c", 30)});
    const ScoreResult result = judged(weighted, round);
    CHECK(*result.total == Ratio(100));
    CHECK(result.criteria[1].mean == Ratio(7));
    CHECK(result.criteria[1].weighted == Ratio(100, 7));
}

TEST_CASE("The figure is the exact mean, trimmed mean, median or count of the ballots' totals")
{
    CHECK(total_by(R"({"method": "mean"})", {80, 81, 81}) == Ratio(242, 3));
    const std::string trimmed = R"({"method": "trimmed-mean", "drop": 1, "when-at-least": 5})";
    CHECK(total_by(trimmed, {100, 70, 0, 71, 72}) == Ratio(71));
    CHECK(total_by(trimmed, {100, 70, 0, 71}) == Ratio(241, 4));
    CHECK(total_by(R"({"method": "median"})", {90, 10, 80}) == Ratio(80));
    CHECK(total_by(R"({"method": "median"})", {90, 10, 80, 81}) == Ratio(161, 2));
    const std::string counted = R"("figure": {"method": "qualifying-count"}, "pass": {"total": 2},
        "vote": {"fraction": "1/2", "of": "members", "method": "agree", "qualifying": {"total": 60}})";
    const ScoreResult result = judged(rubric(one_criterion(counted)), totals({60, parse_ratio("59.99"), 100}));
    CHECK(*result.total == Ratio(2));
    CHECK(result.criteria.empty());
    CHECK(result.decision == Truth::pass);
}

TEST_CASE("Minima compare exact means, whatever the rounding of the total")
{
    std::string json = R"({"whole": 100, "criteria": {"a": {"max": 60, "min": 30}, "b": {"max": 40}},
        "figure": {"method": "mean"}, "rounding": {"places": 0, "mode": "half-up"}, "pass": {"each": 20}})";
    Season round = season(1);
    add_ballot(round, 1, Vote::none, {given("a", parse_ratio("29.99")), given("b", 20)});
    const ScoreResult result = judged(rubric(json), round);
    CHECK(result.decision == Truth::fail);
    CHECK(message(only(result.findings, FindingId::minimum_missed), Language::en) ==
          "\"a\" is below its minimum: 29.99, needs 30.");
    CHECK(count(result.findings, FindingId::minimum_met) == 2);
    round.ballots[0].scores[0].value = Ratio(30);
    CHECK(judged(rubric(json), round).decision == Truth::pass);
}

TEST_CASE("Every co-author's share reaches the least share, or each that does not is named")
{
    Season round = one_ballot(30, 30, 30);
    round.initiatives[0].authors = {{"p-1", Ratio(50), {}}, {"p-2", Ratio(29), {}}, {"p-3", Ratio(21), {}}};
    CHECK(judged(rubric(da_nang()), round).decision == Truth::fail);
    CHECK(count(judged(rubric(da_nang()), round).findings, FindingId::share_minimum_missed) == 2);
    round.initiatives[0].authors = {{"p-1", Ratio(70), {}}, {"p-2", Ratio(30), {}}};
    CHECK(judged(rubric(da_nang()), round).decision == Truth::pass);
}

TEST_CASE("A ballot handed in after the moment asked for does not count yet")
{
    Season round = season(2);
    add_ballot(round, 1, Vote::agree).at = evening;
    add_ballot(round, 2, Vote::agree).at = Instant{evening.seconds + 1};
    const ScoreResult result = judged(rubric(vote_of("2/3", "members")), round);
    CHECK(result.ballots == 1);
    CHECK(result.decision == Truth::undetermined);
}

TEST_CASE("A missing ballot leaves the figure undetermined, unless a stated quorum is reached")
{
    Season round = totals({80, 60, 70});
    round.ballots.pop_back();
    const std::string figure = R"("figure": {"method": "mean"}, "pass": {"total": 50})";
    const ScoreResult open = judged(rubric(one_criterion(figure)), round);
    CHECK_FALSE(open.total);
    CHECK(open.decision == Truth::undetermined);
    CHECK(message(only(open.findings, FindingId::ballots_missing), Language::en) == "Ballots missing: 1 of 3 (m3).");
    const ScoreResult closed = judged(rubric(one_criterion(figure + R"(, "quorum": {"at-least": 2})")), round);
    CHECK(*closed.total == Ratio(70));
    CHECK(closed.decision == Truth::pass);
    CHECK(only(closed.findings, FindingId::ballots_missing).verdict == Truth::pass);
    const ScoreResult waits = judged(rubric(one_criterion(figure + R"(, "quorum": {"at-least": 3})")), round);
    CHECK(only(waits.findings, FindingId::quorum_open).verdict == Truth::undetermined);
    const ScoreResult never = judged(rubric(one_criterion(figure + R"(, "quorum": {"at-least": 4})")), round);
    CHECK(only(never.findings, FindingId::quorum_missed).lift->possible == false);
    CHECK(never.decision == Truth::fail);
}

TEST_CASE("No ballot at all is undetermined")
{
    const ScoreResult result = judged(rubric(da_nang()), season(3));
    CHECK(result.decision == Truth::undetermined);
    CHECK(count(result.findings, FindingId::nothing_scored) == 1);
}

TEST_CASE("Without a figure the total is undetermined, whatever the ballots say")
{
    const ScoreResult result = judged(rubric(da_nang("")), one_ballot(40, 30, 30));
    CHECK_FALSE(result.total);
    CHECK(result.decision == Truth::undetermined);
    CHECK(silences(result.findings) == std::vector<std::string>{"scoring.figure"});
}

TEST_CASE("Where neither a vote nor a pass mark is stated, nobody says when the council approves")
{
    const ScoreResult result = judged(rubric(one_criterion(R"("figure": {"method": "mean"})")), totals({100}));
    CHECK(result.decision == Truth::undetermined);
    CHECK(silences(result.findings) == std::vector<std::string>{"scoring.vote"});
}

TEST_CASE("Without a rubric nothing is decided")
{
    const ScoreResult result = judged(Rubric{}, totals({100}));
    CHECK_FALSE(result.stated);
    CHECK(result.decision == Truth::undetermined);
    CHECK(silences(result.findings) == std::vector<std::string>{"scoring"});
}

TEST_CASE("A failed condition fails the decision although another is open")
{
    std::string json = da_nang();
    json.insert(json.size() - 1, R"(, "vote": {"fraction": "2/3", "of": "members", "method": "agree"})");
    const ScoreResult result = judged(rubric(json), one_ballot(9, 30, 30));
    CHECK(result.vote.passed == Truth::undetermined);
    CHECK(result.decision == Truth::fail);
}
