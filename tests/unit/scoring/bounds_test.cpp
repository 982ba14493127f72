// What is certain with ballots missing, against every way to fill them in.
#include "../catch.hpp"
#include "../random.hpp"
#include "council.hpp"

#include <sangkien/scoring/bounds.hpp>

using namespace council;

namespace {

struct Random : sangkien::test::Random {
    using sangkien::test::Random::Random;
    std::size_t below(std::size_t n) { return (*this)() % n; }
};

// What every completion comes to.
struct Outcomes {
    std::vector<Truth> decisions;
    std::vector<Ratio> totals;
    std::vector<std::string> classes;
};

bool decided(const ScoreResult& result) { return result.decision != Truth::undetermined; }

// Fills in the ballots of `missing` one after the other: any score, any vote, and nothing at all where some may stay
// away. One who stays away has not voted and will not: an abstention in a base of members.
void complete(const Rubric& rules, Season& round, const std::vector<int>& missing, std::size_t at, int most, bool away,
              bool away_counts, Outcomes& out)
{
    if (at == missing.size()) {
        const ScoreResult result = judged(rules, round);
        if (!away_counts || decided(result)) out.decisions.push_back(result.decision);
        if (!result.total) return;
        out.totals.push_back(*result.total);
        out.classes.push_back(result.klass ? result.klass->id : "-");
        return;
    }
    for (int score = 0; score <= most; ++score)
        for (const Vote vote : {Vote::agree, Vote::disagree, Vote::abstain}) {
            add_ballot(round, missing[at], vote, {given("a", Ratio(score))});
            complete(rules, round, missing, at + 1, most, away, away_counts, out);
            round.ballots.pop_back();
        }
    if (away) complete(rules, round, missing, at + 1, most, away, true, out);
}

template <class T>
bool all_same(const std::vector<T>& list)
{
    return std::all_of(list.begin(), list.end(), [&](const T& one) { return one == list.front(); });
}

std::string random_rules(Random& random, bool quorum)
{
    const auto pick = [&](std::initializer_list<const char*> from) {
        return std::string(from.begin()[random.below(from.size())]);
    };
    std::string out = R"({"whole": 4, "criteria": {"a": {"max": 4, "step": 1)";
    const bool counts = random.below(6) == 0;
    if (!counts && random.below(3) == 0) out += R"(, "min": "1.5")";
    out += R"(}}, "figure": {)" + (counts ? std::string(R"("method": "qualifying-count")")
                                          : pick({R"("method": "mean")", R"("method": "median")",
                                                  R"("method": "trimmed-mean", "drop": 1, "when-at-least": 4)",
                                                  R"("method": "trimmed-mean", "drop": 2, "when-at-least": 5)",
                                                  R"("method": "mean", "weights": {"chair": 2, "vice-chair": 1,
                                                     "secretary": 1, "member": 1})"}));
    out += "}";
    if (random.below(2))
        out += R"(, "rounding": {"places": 0, "mode": ")" + pick({"half-up", "half-even", "down"}) + "\"}";
    out += R"(, "pass": {"total": )" + pick({"1", "2", "3"}) + "}";
    if (!counts && random.below(2))
        out += R"(, "shortfall": ")" + pick({"flag", "lower"}) +
               R"(", "classes": {"A": {"from": 3, "needs": {"a": "3.5"}}, "B": {"from": 1, "below": 3}})";
    const bool qualifying = counts || random.below(3) == 0;
    if (counts || random.below(2))
        out += R"(, "vote": {"fraction": ")" + pick({"1/2", "2/3"}) + R"(", "of": ")" +
               pick({"members", "sitting", "ballots"}) + R"(", "reach": ")" + pick({"at-least", "more-than"}) +
               R"(", "method": ")" + (qualifying ? R"(qualifying", "qualifying": {"total": 2})" : "agree\"") + "}";
    if (quorum) out += R"(, "quorum": {"at-least": )" + pick({"1", "2"}) + "}";
    return out + "}";
}

}  // namespace

TEST_CASE("With ballots missing, what is told certain and the bounds are what every way to fill them in comes to")
{
    Random random(934);
    int certain = 0, open = 0;
    for (int turn = 0; turn < 400; ++turn) {
        const bool quorum = turn % 4 == 0;
        const std::string json = random_rules(random, quorum);
        const Rubric rules = rubric(json);
        const int size = 1 + static_cast<int>(random.below(quorum ? 7 : 9));
        Season round = season(size);
        round.council.members[0].role = CouncilRole::chair;
        std::vector<int> missing;
        for (int member = 1; member <= size; ++member) {
            if (missing.size() < 2 && random.below(3) == 0) {
                missing.push_back(member);
                continue;
            }
            add_ballot(round, member, static_cast<Vote>(1 + random.below(3)),
                       {given("a", Ratio(std::int64_t(random.below(5))))});
        }
        const Bounds told = bounds(rules, round, round.initiatives[0], evening);
        CHECK(told.missing == static_cast<std::int64_t>(missing.size()));
        Outcomes all;
        complete(rules, round, missing, 0, 4, quorum, false, all);
        INFO(json << " members " << size << " missing " << missing.size());
        const bool vote_open_base = quorum && rules.vote && rules.vote->of == VoteBase::ballots;
        REQUIRE(!all.decisions.empty());
        const Truth expected = all_same(all.decisions) ? all.decisions.front() : Truth::undetermined;
        if (!vote_open_base || told.decision != Truth::undetermined) REQUIRE(told.decision == expected);
        (expected == Truth::undetermined ? open : certain)++;
        if (all.totals.empty()) continue;
        CHECK(*told.low == *std::min_element(all.totals.begin(), all.totals.end()));
        CHECK(*told.high == *std::max_element(all.totals.begin(), all.totals.end()));
        if (!rules.classes.empty()) CHECK(told.class_certain == all_same(all.classes));
    }
    CHECK(certain > 100);
    CHECK(open > 100);
}

TEST_CASE("What each of the missing must give for the pass mark is exact: no less is enough, and that is")
{
    Random random(465);
    int found = 0;
    for (int turn = 0; turn < 600; ++turn) {
        std::string json = random_rules(random, false);
        const Rubric rules = rubric(json);
        const int size = 2 + static_cast<int>(random.below(7));
        Season round = season(size);
        round.council.members[0].role = CouncilRole::chair;
        std::vector<int> missing;
        for (int member = 1; member <= size; ++member)
            if (missing.size() < 3 && random.below(3) == 0)
                missing.push_back(member);
            else
                add_ballot(round, member, Vote::agree, {given("a", Ratio(std::int64_t(random.below(5))))});
        if (missing.empty()) continue;
        const Bounds told = bounds(rules, round, round.initiatives[0], evening);
        INFO(json << " members " << size << " missing " << missing.size());
        const auto reaches = [&](Ratio each) {
            Season filled = round;
            for (const int member : missing) add_ballot(filled, member, Vote::agree, {given("a", each)});
            return *judged(rules, filled).standing() >= *rules.pass->total;
        };
        CHECK((told.pass_mark == Truth::pass) == reaches(Ratio(0)));
        CHECK((told.pass_mark == Truth::fail) == !reaches(Ratio(4)));
        CHECK(told.each_needs.has_value() == (told.pass_mark == Truth::undetermined));
        if (!told.each_needs) continue;
        ++found;
        const Ratio bit(1, 1000000), at = told.each_needs->total;
        CHECK(reaches(at) == !told.each_needs->more);
        CHECK(!reaches(at - bit));
        CHECK(reaches(at + bit));
    }
    CHECK(found > 100);
}

TEST_CASE("Where there is a quorum a missing ballot may never come, and that too has its figure")
{
    Season round = season(5);
    for (int member = 1; member <= 4; ++member)
        add_ballot(round, member, Vote::agree, {given("a", member == 1 ? 0 : 4)});
    const Rubric rules = rubric(R"({"whole": 4, "criteria": {"a": {"max": 4}}, "pass": {"total": "3.5"},
        "figure": {"method": "trimmed-mean", "drop": 2, "when-at-least": 5}, "quorum": {"at-least": 4}})");
    const Bounds told = bounds(rules, round, round.initiatives[0], evening);
    CHECK(*told.low == Ratio(3));   // four ballots: their plain mean
    CHECK(*told.high == Ratio(4));  // a fifth, whatever it says: the middle one
    CHECK(told.decision == Truth::undetermined);
}

TEST_CASE("How many of the missing votes must agree is told")
{
    Season round = season(9);
    for (int member = 1; member <= 5; ++member) add_ballot(round, member, Vote::agree);
    const Bounds told = bounds(rubric(vote_of("2/3", "members")), round, round.initiatives[0], evening);
    CHECK(told.vote == Truth::undetermined);
    CHECK(told.votes_needed == 1);
    CHECK(told.missing == 4);
}

TEST_CASE("A seat that hangs on a fact leaves certain only what holds with and without it")
{
    Season round = season(3);
    round.recognising_unit.head = "m3";
    round.initiatives[0].authors[0].person = "m3";
    const Rubric rules = rubric(two_criteria(R"(, "excluded": {"head-as-author-state-funded": {}})"));
    add_ballot(round, 1, Vote::agree, {given("a", 60), given("b", 40)});
    add_ballot(round, 2, Vote::agree, {given("a", 60), given("b", 40)});
    add_ballot(round, 3, Vote::agree, {given("a", 0), given("b", 0)});
    Bounds told = bounds(rules, round, round.initiatives[0], evening);
    CHECK(told.decision == Truth::pass);  // 200/3 with, 100 without
    CHECK(*told.low == Ratio(200, 3));
    CHECK(*told.high == Ratio(100));
    round.ballots[1].scores[0].value = 0;
    round.ballots[1].scores[1].value = 0;
    CHECK(bounds(rules, round, round.initiatives[0], evening).decision == Truth::undetermined);
}
