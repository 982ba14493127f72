#include "../catch.hpp"
#include "council.hpp"

using namespace council;

namespace {

std::string excluding(const std::string& grounds)
{
    return vote_of("2/3", "members", R"(, "base-after-exclusion": "sitting", "excluded": {)" + grounds + "}");
}

Season agreeing(int members)
{
    Season out = season(members);
    for (int i = 1; i <= members; ++i) add_ballot(out, i, Vote::agree);
    return out;
}

// m1 heads the recognising unit and is an author; the State funded the initiative, or not, or nobody has
// said.
Season head_is_author(std::optional<bool> funded)
{
    Season out = agreeing(3);
    out.recognising_unit.head = "m1";
    out.initiatives[0].authors = {{"m1", Ratio(100), {}}};
    if (funded) out.initiatives[0].facts.push_back({"state-funded", *funded, {}});
    return out;
}

const std::string head = R"("head-as-author-state-funded": {})";

}  // namespace

TEST_CASE("Author, declared conflict and unit exclude where they are stated, and the ballot is not counted")
{
    Season round = agreeing(4);
    round.initiatives[0].authors.push_back({"m1", Ratio(0), {}});
    round.council.conflicts = {{"m2", "SK-1", {}}, {"m3", "SK-2", {}}};
    round.council.members[3].unit = "u-1";
    const std::string grounds[] = {R"("author": {})", R"("declared-conflict": {})", R"("same-unit": {})"};
    const char* members[] = {"m1", "m2", "m4"};
    for (int i = 0; i < 3; ++i) {
        const ScoreResult result = judged(rubric(excluding(grounds[i])), round);
        REQUIRE(result.excluded.size() == 1);
        CHECK(result.excluded[0].member == members[i]);
        CHECK_FALSE(result.excluded[0].reason.en.empty());
        CHECK(result.sitting == 3);
        CHECK(result.vote.base == 3);
        CHECK(result.vote.agree == 3);
        CHECK(count(result.findings, FindingId::ballot_not_counted) == 1);
    }
    CHECK(judged(rubric(vote_of("2/3", "members")), round).excluded.empty());
}

TEST_CASE("A member excluded on two grounds is excluded once, with a finding for each")
{
    Season round = head_is_author(true);
    const ScoreResult result = judged(rubric(excluding(R"("author": {}, )" + head)), round);
    CHECK(result.excluded.size() == 1);
    CHECK(count(result.findings, FindingId::member_excluded) == 2);
}

TEST_CASE("The head who is an author may not sit if the State funded the initiative")
{
    CHECK(judged(rubric(excluding(head)), head_is_author(true)).excluded.size() == 1);
    CHECK(judged(rubric(excluding(head)), head_is_author(false)).excluded.empty());
    Season other = head_is_author(true);
    other.recognising_unit.head = "m2";
    CHECK(judged(rubric(excluding(head)), other).excluded.empty());
}

TEST_CASE("Whether the State funded it matters only if the head would sit otherwise")
{
    const ScoreResult open = judged(rubric(excluding(head)), head_is_author(std::nullopt));
    CHECK(open.decision == Truth::undetermined);
    CHECK(only(open.findings, FindingId::fact_missing).lift->possible);
    const ScoreResult settled = judged(rubric(excluding(R"("author": {}, )" + head)), head_is_author(std::nullopt));
    CHECK(settled.decision == Truth::pass);
    CHECK(only(settled.findings, FindingId::fact_missing).verdict == Truth::pass);
}

TEST_CASE("What fails with and without the head fails although the fact is missing")
{
    Season round = head_is_author(std::nullopt);
    for (Ballot& ballot : round.ballots) ballot.vote = Vote::disagree;
    CHECK(judged(rubric(excluding(head)), round).decision == Truth::fail);
}
