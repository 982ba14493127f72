#include "../catch.hpp"
#include "council.hpp"

using namespace council;

namespace {

// A council of `members` in which so many agree and disagree, and the rest have not voted.
Season votes(int members, int agree, int disagree)
{
    Season out = season(members);
    for (int i = 1; i <= agree + disagree; ++i) add_ballot(out, i, i <= agree ? Vote::agree : Vote::disagree);
    return out;
}

Truth passed(const Rubric& rules, const Season& round) { return judged(rules, round).vote.passed; }

}  // namespace

TEST_CASE("Members needed for two thirds and for 70 % are those of the table")
{
    const std::vector<std::vector<std::int64_t>> table{{3, 2, 3}, {5, 4, 4},  {7, 5, 5},
                                                       {9, 6, 7}, {11, 8, 8}, {15, 10, 11}};
    for (const auto& row : table) {
        CHECK(votes_needed(Ratio(2, 3), row[0]) == row[1]);
        CHECK(votes_needed(Ratio(7, 10), row[0]) == row[2]);
        const auto n = static_cast<int>(row[0]);
        for (int agree = 0; agree <= n; ++agree) {
            const Season round = votes(n, agree, n - agree);
            CHECK(passed(rubric(vote_of("2/3", "members")), round) == truth(agree >= row[1]));
            CHECK(passed(rubric(vote_of("70/100", "members")), round) == truth(agree >= row[2]));
        }
    }
}

TEST_CASE("6 of 9 passes two thirds and 5 of 8 does not")
{
    const Rubric rules = rubric(vote_of("2/3", "members"));
    const ScoreResult six = judged(rules, votes(9, 6, 3));
    CHECK(six.decision == Truth::pass);
    CHECK(six.vote.needed == 6);
    CHECK(message(only(six.findings, FindingId::vote_passed), Language::en) ==
          "The vote passes: 6 of 9 agree, 6 needed (fraction 2/3).");
    CHECK(judged(rules, votes(8, 5, 3)).decision == Truth::fail);
    CHECK(only(judged(rules, votes(8, 5, 3)).findings, FindingId::vote_failed).lift->possible == false);
}

TEST_CASE("A missing vote leaves the outcome open only where it can turn it")
{
    const Rubric rules = rubric(vote_of("2/3", "members"));
    CHECK(passed(rules, votes(9, 6, 0)) == Truth::pass);
    CHECK(passed(rules, votes(9, 5, 3)) == Truth::undetermined);
    CHECK(passed(rules, votes(9, 2, 4)) == Truth::fail);
    CHECK(passed(rules, votes(9, 3, 3)) == Truth::undetermined);
    const ScoreResult open = judged(rules, votes(9, 5, 2));
    CHECK(message(only(open.findings, FindingId::ballots_missing), Language::en) ==
          "Ballots missing: 2 of 9 (m8, m9).");
    CHECK(only(open.findings, FindingId::vote_open).lift->possible);
}

TEST_CASE("Open verdicts agree with every way the missing votes can fall, for councils up to 7")
{
    constexpr Vote all[] = {Vote::none, Vote::agree, Vote::disagree, Vote::abstain};
    for (const char* fraction : {"2/3", "7/10", "1/2", "1"})
        for (const char* of : {"members", "sitting", "ballots"}) {
            const Rubric rules = rubric(vote_of(fraction, of));
            const Ratio share = parse_ratio(fraction);
            int wrong_ones = 0;
            for (int n = 1; n <= 7; ++n)
                for (int code = 0, codes = 1 << (2 * n); code < codes; ++code) {
                    std::int64_t counts[4] = {};
                    for (int i = 0; i < n; ++i) ++counts[(code >> (2 * i)) & 3];
                    // Every way the ballots can lie up to 4 members; beyond, one of each set that differs in
                    // order only.
                    bool sorted = true;
                    for (int i = 1; i < n; ++i)
                        sorted = sorted && ((code >> (2 * i)) & 3) >= ((code >> (2 * i - 2)) & 3);
                    if (!sorted && n > 4) continue;
                    Season round = season(n);
                    for (int i = 0; i < n; ++i)
                        if (const int vote = (code >> (2 * i)) & 3) add_ballot(round, i + 1, all[vote]);
                    bool may_pass = false, may_fail = false;
                    for (std::int64_t more = 0; more <= counts[0]; ++more) {
                        const bool met = (counts[1] + more) * share.denominator() >= share.numerator() * n;
                        (met ? may_pass : may_fail) = true;
                    }
                    const Truth expected = may_pass && may_fail ? Truth::undetermined : truth(may_pass);
                    wrong_ones += passed(rules, round) != expected;
                }
            CHECK(wrong_ones == 0);
        }
}

TEST_CASE("Of the ballots handed in: a quorum that is reached closes the vote")
{
    const Rubric rules = rubric(vote_of("2/3", "ballots", R"(, "quorum": {"at-least": 5})"));
    CHECK(passed(rules, votes(9, 4, 2)) == Truth::pass);
    CHECK(passed(rules, votes(9, 3, 2)) == Truth::fail);
    CHECK(passed(rules, votes(9, 3, 1)) == Truth::undetermined);
    CHECK(passed(rubric(vote_of("2/3", "ballots")), votes(9, 4, 2)) == Truth::undetermined);
}

TEST_CASE("An abstention is a vote that does not agree")
{
    Season round = votes(3, 1, 1);
    add_ballot(round, 3, Vote::abstain);
    const ScoreResult result = judged(rubric(vote_of("2/3", "members")), round);
    CHECK(result.vote.abstain == 1);
    CHECK(result.decision == Truth::fail);
}

TEST_CASE(
    "An excluded member stays in the base or leaves it as the rulebook says; where it is silent, only a difference is open")
{
    const std::string excluded = R"(, "excluded": {"declared-conflict": {}})";
    const std::string as_members = excluded + R"(, "base-after-exclusion": "members")";
    const std::string as_sitting = excluded + R"(, "base-after-exclusion": "sitting")";
    Season round = votes(7, 4, 2);
    round.council.conflicts.push_back({"m7", "SK-1", {}});
    // 4 of 7 is too few, 4 of 6 is enough.
    CHECK(passed(rubric(vote_of("2/3", "members", as_members)), round) == Truth::fail);
    CHECK(passed(rubric(vote_of("2/3", "members", as_sitting)), round) == Truth::pass);
    const ScoreResult open = judged(rubric(vote_of("2/3", "members", excluded)), round);
    CHECK(open.decision == Truth::undetermined);
    CHECK(silences(open.findings) == std::vector<std::string>{"scoring.base-after-exclusion"});
    // 5 of 7 and 5 of 6 are enough alike.
    round = votes(7, 5, 1);
    round.council.conflicts.push_back({"m7", "SK-1", {}});
    const ScoreResult same = judged(rubric(vote_of("2/3", "members", excluded)), round);
    CHECK(same.decision == Truth::pass);
    CHECK(silences(same.findings).empty());
}

TEST_CASE("In a qualifying vote a ballot agrees when its own total reaches the mark")
{
    const std::string vote =
        R"(, "vote": {"fraction": "2/3", "of": "members", "method": "qualifying", "qualifying": {"total": 50}})";
    std::string json = two_criteria(vote);
    json.replace(json.find(R"("pass": {"total": 50},)"), 22, "");
    const Rubric rules = rubric(json);
    Season round = season(3);
    add_ballot(round, 1, Vote::none, {given("a", 10), given("b", 40)});
    add_ballot(round, 2, Vote::none, {given("a", 60), given("b", 40)});
    // The mean is far above 50; the third ballot does not qualify all the same.
    add_ballot(round, 3, Vote::agree, {given("a", 10), given("b", parse_ratio("39.5"))});
    const ScoreResult result = judged(rules, round);
    CHECK(result.vote.agree == 2);
    CHECK(result.vote.disagree == 1);
    CHECK(result.decision == Truth::pass);
    round.ballots[0].scores[0].value = Ratio(9);
    CHECK(judged(rules, round).decision == Truth::fail);
}

TEST_CASE("A qualifying vote without mark and criteria is undetermined, and says what is missing")
{
    const Rubric rules = rubric(R"({"vote": {"fraction": "2/3", "of": "members", "method": "qualifying"}})");
    const ScoreResult result = judged(rules, votes(3, 3, 0));
    CHECK(result.decision == Truth::undetermined);
    CHECK(silences(result.findings) == std::vector<std::string>{"scoring.criteria", "scoring.vote.qualifying"});
}

TEST_CASE("A vote without fraction, base or method is undetermined")
{
    const ScoreResult result = judged(rubric(R"({"vote": {}})"), votes(3, 3, 0));
    CHECK(result.decision == Truth::undetermined);
    CHECK(silences(result.findings) ==
          std::vector<std::string>{"scoring.vote.fraction", "scoring.vote.method", "scoring.vote.of"});
}

TEST_CASE("A vote names the choices it rests on")
{
    Rubric rules = rubric(vote_of("2/3", "members"));
    rules.choices = {"scoring.shortfall", "scoring.vote.of", "scoring.vote-other"};
    const ScoreResult result = judged(rules, votes(3, 3, 0));
    CHECK(only(result.findings, FindingId::vote_passed).choices == std::vector<std::string>{"scoring.vote.of"});
}

TEST_CASE("A council of nobody decides nothing")
{
    CHECK(judged(rubric(vote_of("2/3", "members")), season(0)).decision == Truth::undetermined);
    CHECK(outcome(Ratio(2, 3), 0, 0, 0) == Truth::undetermined);
}
