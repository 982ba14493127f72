// Ballots that do not count yet, abstentions, who may sit, ballots that weigh more, votes of the public.
#include "../catch.hpp"
#include "council.hpp"

#include <sangkien/io/season_reader.hpp>

using namespace council;

namespace {

Season scored(const std::vector<int>& scores)
{
    Season out = season(static_cast<int>(scores.size()));
    for (std::size_t i = 0; i < scores.size(); ++i)
        add_ballot(out, static_cast<int>(i) + 1, Vote::agree, {given("a", Ratio(scores[i]))});
    return out;
}

Rubric plain(const std::string& more = "", const std::string& figure = R"("method": "mean")")
{
    return rubric(R"({"whole": 100, "criteria": {"a": {"max": 100}}, "figure": {)" + figure +
                  R"(}, "pass": {"total": 50})" + more + "}");
}

Rubric with_public(const std::string& rule)
{
    return rubric(R"({"whole": 100, "criteria": {"a": {"max": 80}}, "figure": {"method": "mean"},
                      "pass": {"total": 50}, "public-votes": )" +
                  rule + "}");
}

}  // namespace

TEST_CASE("A draft is not in, and one opened again is missing until it is handed in anew")
{
    Season round = scored({60, 70, 80});
    const Rubric rules = plain();
    CHECK(judged(rules, round).decision == Truth::pass);
    for (const BallotState state : {BallotState::draft, BallotState::reopened}) {
        round.ballots[1].state = state;
        const ScoreResult result = judged(rules, round);
        CHECK(result.ballots == 2);
        CHECK(!result.total);
        CHECK(result.decision == Truth::undetermined);
        CHECK(std::get<std::vector<Name>>(only(result.findings, FindingId::ballots_missing).inputs[1].value)[0].id ==
              "m2");
    }
    round.ballots[1].state = BallotState::submitted;
    CHECK(*judged(rules, round).total == Ratio(70));
}

TEST_CASE("A ballot that abstains and scores nothing is owed, or the figure does without it where the rule says so")
{
    Season round = scored({60, 70, 80});
    round.ballots[2].vote = Vote::abstain;
    round.ballots[2].scores.clear();
    CHECK(judged(plain(), round).decision == Truth::undetermined);
    CHECK(judged(plain(R"(, "abstention": "owed")"), round).decision == Truth::undetermined);
    const ScoreResult result = judged(plain(R"(, "abstention": "left-out")"), round);
    CHECK(*result.total == Ratio(65));
    CHECK(result.decision == Truth::pass);
    CHECK(count(result.findings, FindingId::ballots_missing) == 0);
}

TEST_CASE("Only conflicts of the kinds that a rule names exclude, and one of no kind always does")
{
    Season round = scored({60, 70, 80});
    const Rubric rules = plain(R"(, "excluded": {"declared-conflict": {"kinds": ["self", "co-author"]}})");
    const auto sitting = [&](const char* kind) {
        round.council.conflicts = {{"m3", "SK-1", {}, kind}};
        return judged(rules, round).sitting;
    };
    CHECK(sitting("same-unit") == 3);
    CHECK(sitting("co-author") == 2);
    CHECK(sitting("") == 2);
    CHECK(wrong(R"({"excluded": {"declared-conflict": {"kinds": ["cousin"]}}})") == std::vector<std::string>{"SK1308"});
}

TEST_CASE("Before anybody is appointed it is told on which initiatives they could not sit, and why")
{
    Season round = scored({60});
    round.recognising_unit.head = "p-1";
    round.initiatives.push_back(round.initiatives[0]);
    round.initiatives[1].id = "SK-2";
    round.initiatives[1].authors[0].person = "p-2";
    round.initiatives[1].units = {"u-2"};
    const Rubric rules = plain(R"(, "excluded": {"author": {}, "same-unit": {}, "head-as-author-state-funded": {}})");
    Member candidate;
    candidate.person = "p-2";
    candidate.unit = "u-1";
    auto told = eligibility(rules, round, candidate);
    REQUIRE(told.size() == 2);
    CHECK(told[0].may_sit == Truth::fail);  // of the unit of SK-1, author of SK-2
    CHECK(told[1].may_sit == Truth::fail);
    CHECK(told[1].findings.size() == 1);
    candidate.person = "p-9";
    candidate.unit.clear();
    told = eligibility(rules, round, candidate);
    CHECK((told[0].may_sit == Truth::pass && told[0].findings.empty() && told[1].may_sit == Truth::pass));
    const Rubric head_only = plain(R"(, "excluded": {"head-as-author-state-funded": {}})");
    candidate.person = "p-1";
    CHECK(eligibility(head_only, round, candidate)[0].may_sit == Truth::undetermined);
    round.initiatives[0].facts = {{"state-funded", true, {}}};
    CHECK(eligibility(head_only, round, candidate)[0].may_sit == Truth::fail);
}

TEST_CASE("What is told before the appointment is what happens after it")
{
    const Rubric rules = plain(R"(, "excluded": {"author": {}, "declared-conflict": {}, "same-unit": {},
                                                 "head-as-author-state-funded": {}})");
    int compared = 0;
    for (int bits = 0; bits < 64; ++bits) {
        Season round = season(3);
        Member& member = round.council.members[1];
        if (bits & 1) round.initiatives[0].authors[0].person = member.person;
        if (bits & 2) round.council.conflicts = {{member.person, "SK-1", {}, ""}};
        if (bits & 4) member.unit = "u-1";
        if (bits & 8) round.recognising_unit.head = member.person;
        if (bits & 16) round.initiatives[0].facts = {{"state-funded", (bits & 32) != 0, {}}};
        const Eligibility before = eligibility(rules, round, member, round.initiatives[0]);
        const Seating after = seat_council(rules, round, round.initiatives[0], evening);
        const Truth sits = !after.excluded.empty() ? Truth::fail : after.doubtful ? Truth::undetermined : Truth::pass;
        CHECK(before.may_sit == sits);
        ++compared;
    }
    CHECK(compared == 64);
}

TEST_CASE("The ballots of some roles weigh more, in the total and in every criterion")
{
    const std::string weights =
        R"("method": "mean", "weights": {"chair": 2, "vice-chair": "1.5", "secretary": 1, "member": 1})";
    Season round = scored({90, 60, 60});
    round.council.members[0].role = CouncilRole::chair;
    const ScoreResult result = judged(plain("", weights), round);
    CHECK(*result.total == Ratio(75));
    CHECK(*result.mean("a") == Ratio(75));
    CHECK(wrong(R"({"figure": {"method": "median", "weights": {}}})") == std::vector<std::string>{"SK1002"});
    CHECK(wrong(R"({"figure": {"method": "mean", "weights": {"chair": 0, "vice-chair": 1, "member": 1}}})") ==
          std::vector<std::string>{"SK1004", "SK1205"});
}

TEST_CASE("A paper may say that nothing is rounded")
{
    const ScoreResult result = judged(plain(R"(, "rounding": {"mode": "none"})"), scored({50, 50, 49}));
    CHECK(!result.rounded);
    CHECK(result.decision == Truth::fail);
    CHECK(wrong(R"({"rounding": {"mode": "none", "places": 1}})") == std::vector<std::string>{"SK1002"});
}

TEST_CASE("Votes of the public bring points in proportion to the most, rounded where the paper rounds them")
{
    Season round = scored({60, 61});
    const Rubric rules = with_public(R"({"points": 20, "places": 1, "mode": "half-up"})");
    SECTION("nobody has said how many: no total, and the ballots are not to blame")
    {
        const ScoreResult result = judged(rules, round);
        CHECK(!result.total);
        CHECK(result.decision == Truth::undetermined);
        CHECK(count(result.findings, FindingId::public_open) == 1);
        CHECK(count(result.findings, FindingId::ballots_missing) == 0);
    }
    SECTION("in proportion")
    {
        round.public_votes = {{"SK-1", 100, {}}, {"SK-2", 300, {}}};
        const ScoreResult result = judged(rules, round);
        CHECK(*result.public_points == Ratio(67, 10));  // 6.666...
        CHECK(*result.total == Ratio(672, 10));
        CHECK(*judged(with_public(R"({"points": 20, "mode": "none"})"), round).public_points == Ratio(20, 3));
        CHECK(*judged(with_public(R"({"points": 20, "places": 1, "mode": "down"})"), round).public_points ==
              Ratio(66, 10));
    }
    SECTION("nobody has a vote: there is nothing to be in proportion to")
    {
        round.public_votes = {{"SK-1", 0, {}}};
        CHECK(!judged(rules, round).public_points);
    }
    CHECK(wrong(R"({"whole": 100, "criteria": {"a": {"max": 81}}, "public-votes": {"points": 20, "mode": "none"}})") ==
          std::vector<std::string>{"SK1510"});
}

TEST_CASE("A season states the state of a ballot, the digest of its comment, kinds of conflict and public votes")
{
    const std::string text = R"({"season": 1, "id": "s", "year": 2025, "opened": "2025-09-01", "rulebooks": [],
        "units": [{"id": "u", "kind": "x"}],
        "initiatives": [{"id": "i", "units": ["u"], "authors": [{"person": "p", "share": 100}]}],
        "council": {"members": [{"person": "m", "role": "chair"}],
                    "conflicts": [{"member": "m", "initiative": "i", "kind": "co-author"}]},
        "ballots": [{"initiative": "i", "member": "m", "state": "reopened", "comment_sha256": ")" +
                             std::string(64, 'a') + R"("}], "public_votes": {"i": 7}})";
    const Season round = read_season(text, "s.json");
    CHECK(round.ballots[0].state == BallotState::reopened);
    CHECK(round.ballots[0].comment_sha256.size() == 64);
    CHECK(round.council.conflicts[0].kind == "co-author");
    CHECK(round.public_votes[0].votes == 7);
}
