// How firmly a result stands, held against evaluate() of every season that could be had by one change.
#include "../catch.hpp"
#include "../random.hpp"
#include "../thinned.hpp"

#include <sangkien/evaluation/evaluate.hpp>
#include <sangkien/evaluation/robustness.hpp>
#include <sangkien/io/loader.hpp>

#include <algorithm>

using namespace sangkien;

namespace {

const Instant evening{1759226400};  // 2025-09-30T17:00:00+07:00

std::string ward(const std::string& criteria, const std::string& more = R"("pass": { "total": 6 })")
{
    return R"({
  "rulebook": 1, "id": "r", "document": { "number": "1", "issuer": "o", "issued": "2025-01-01", "from": "2025-01-01",
    "provenance": "official-document" },
  "layer": "ward", "clauses": { "c": { "vi": "v", "en": "e" } },
  "roles": { "clerk": { "vi": "v", "en": "Clerk", "clause": "c" } },
  "lifecycle": { "start": "draft", "clause": "c",
    "states": { "draft": { "kind": "open" }, "in": { "kind": "ended" } },
    "transitions": { "file": { "from": "draft", "to": "in", "by": "clerk" } } },
  "scoring": { "whole": 10, "clause": "c", "criteria": )" +
           criteria + R"(, "figure": { "method": "mean" }, )" + more + R"(,
    "classes": { "A": { "from": 8 }, "B": { "from": 0, "below": 8 } } },
  "selection": { "among": "in", "at-most": 1, "order": ["total"], "tie": "declare", "clause": "c" }
})";
}

const char* const points = R"({ "a": { "max": 6, "step": 1 }, "b": { "max": 4, "step": 2 } })";
const char* const weights =
    R"({ "a": { "max": 5, "step": 1, "weight": "0.6" }, "b": { "max": 5, "step": 1, "weight": "0.4" } })";

// `scores`: of each file, of each member, a and b.
Season season_of(const std::vector<std::vector<std::pair<int, int>>>& scores)
{
    Season out;
    out.id = "s";
    out.year = 2025;
    out.opened = parse_day("2025-09-01");
    out.rulebooks = {{"r", {}}};
    for (std::size_t m = 0; m < scores[0].size(); ++m) {
        Member member;
        member.person = "m" + std::to_string(m + 1);
        out.council.members.push_back(member);
    }
    for (std::size_t f = 0; f < scores.size(); ++f) {
        Initiative file;
        file.id = "i" + std::to_string(f + 1);
        file.authors = {{"p-1", Ratio(100), {}}};
        Event event;
        event.on = "file";
        event.by = "clerk";
        event.at = parse_instant("2025-09-10T08:00+07:00");
        file.events = {event};
        out.initiatives.push_back(file);
        for (std::size_t m = 0; m < scores[f].size(); ++m) {
            Ballot ballot;
            ballot.initiative = file.id;
            ballot.member = "m" + std::to_string(m + 1);
            ballot.scores = {{"a", Ratio(scores[f][m].first), {}}, {"b", Ratio(scores[f][m].second), {}}};
            out.ballots.push_back(ballot);
        }
    }
    return out;
}

std::vector<CouncilStanding> evaluated(const Rules& rules, const Season& season)
{
    std::vector<CouncilStanding> out;
    for (const InitiativeReport& one : evaluate(rules, season, evening).initiatives) {
        CouncilStanding at;
        at.approved = one.score.decision;
        at.figure = one.score.standing();
        at.in_class = one.score.in_class;
        if (one.score.klass) at.klass = one.score.klass->id;
        if (one.selection) at.rank = one.selection->rank, at.chosen = one.selection->chosen;
        out.push_back(at);
    }
    return out;
}

std::string answer(const CouncilStanding& at, Answer what)
{
    const auto word = [](Truth truth) { return truth == Truth::pass ? "yes" : truth == Truth::fail ? "no" : "?"; };
    if (what == Answer::approved) return word(at.approved);
    if (what == Answer::chosen) return word(at.chosen);
    return at.in_class == Truth::undetermined ? "?" : "class " + at.klass;
}

// What one file's answer could become, and by how much, over all seasons one score away.
struct Nearest {
    std::optional<Ratio> flip, open;
    std::size_t flips = 0;
};

void see(Nearest& nearest, const std::string& before, const std::string& after, Ratio size)
{
    if (before == after) return;
    std::optional<Ratio>& by = after == "?" ? nearest.open : nearest.flip;
    if (after != "?") nearest.flips = by == size ? nearest.flips + 1 : !by || size < *by ? 1 : nearest.flips;
    if (!by || size < *by) by = size;
}

void compare(const SmallestChange& found, Nearest& nearest)
{
    REQUIRE(found.by == nearest.flip);
    REQUIRE(found.changes.size() == nearest.flips);
    if (nearest.flip && nearest.open && *nearest.flip < *nearest.open) nearest.open.reset();
    REQUIRE(found.open_by == nearest.open);
    REQUIRE(found.open.empty() == !nearest.open);
}

Season random_season(sangkien::test::Random& random, bool weighted)
{
    std::vector<std::vector<std::pair<int, int>>> scores(static_cast<std::size_t>(random.between(1, 3)));
    const auto members = static_cast<std::size_t>(random.between(1, 3));
    for (auto& file : scores)
        for (std::size_t m = 0; m < members; ++m)
            file.push_back({static_cast<int>(random.between(0, weighted ? 5 : 6)),
                            static_cast<int>(weighted ? random.between(0, 5) : 2 * random.between(0, 2))});
    return season_of(scores);
}

}  // namespace

TEST_CASE("The smallest change of one score is the smallest of all seasons one score away, evaluated one by one")
{
    const Rules rules = load_rules_text({ward(points)});
    sangkien::test::Random random(11);
    std::size_t flips = 0, opens = 0;
    for (std::size_t round = 0; round < 60; round += thinned(10)) {
        const Season season = random_season(random, false);
        const Robustness found = robustness(rules, season, evening);
        const std::vector<CouncilStanding> before = evaluated(rules, season);
        REQUIRE(found.standings == before);
        std::vector<std::vector<Nearest>> nearest(before.size(), std::vector<Nearest>(3));
        Season other = season;
        for (Ballot& ballot : other.ballots)
            for (Score& score : ballot.scores) {
                const Ratio from = score.value;
                const bool a = score.criterion == "a";
                for (int to = 0; to <= (a ? 6 : 4); to += a ? 1 : 2) {
                    score.value = to;
                    const std::vector<CouncilStanding> after = evaluated(rules, other);
                    const Ratio size = from < score.value ? score.value - from : from - score.value;
                    for (std::size_t i = 0; i < after.size(); ++i)
                        for (std::size_t w = 0; w < 3; ++w)
                            see(nearest[i][w], answer(before[i], every_answer[w]), answer(after[i], every_answer[w]),
                                size);
                }
                score.value = from;
            }
        for (std::size_t i = 0; i < before.size(); ++i)
            for (std::size_t w = 0; w < 3; ++w) {
                compare(found.flips[i].ballot[w], nearest[i][w]);
                flips += found.flips[i].ballot[w].by.has_value();
                opens += found.flips[i].ballot[w].open_by.has_value();
            }
        CHECK_FALSE(found.weights);
    }
    CHECK(flips > 5);
    CHECK(opens > 0);
}

TEST_CASE(
    "The smallest change of one weight is the smallest of all rulebooks with one weight moved and the other scaled")
{
    const Rules rules = load_rules_text({ward(weights)});
    std::vector<Rules> moved;
    for (int percent = 1; percent < 100; ++percent)
        moved.push_back(load_rules_text(
            {ward(R"({ "a": { "max": 5, "step": 1, "weight": ")" + Ratio(percent, 100).text() +
                  R"(" }, "b": { "max": 5, "step": 1, "weight": ")" + Ratio(100 - percent, 100).text() + "\" } }")}));
    sangkien::test::Random random(12);
    std::size_t flips = 0;
    for (std::size_t round = 0; round < 12; round += thinned(6)) {
        const Season season = random_season(random, true);
        const Robustness found = robustness(rules, season, evening);
        const std::vector<CouncilStanding> before = evaluated(rules, season);
        for (std::size_t i = 0; i < before.size(); ++i)
            for (std::size_t w = 0; w < 3; ++w) {
                Nearest nearest;
                // Two criteria: either weight moved gives the same rulebook.
                for (int percent = 1; percent < 100; ++percent) {
                    if (percent == 60) continue;
                    const auto after = evaluated(moved[static_cast<std::size_t>(percent - 1)], season);
                    for (int twice = 0; twice < 2; ++twice)
                        see(nearest, answer(before[i], every_answer[w]), answer(after[i], every_answer[w]),
                            Ratio(std::abs(percent - 60), 100));
                }
                compare(found.flips[i].weight[w], nearest);
                flips += nearest.flip.has_value();
            }
    }
    CHECK(flips > 0);
}

TEST_CASE(
    "Without a member: the season as though never appointed; without a criterion: the rulebook without it, scaled")
{
    const Rules rules = load_rules_text({ward(points)});
    // What is left of 10 points is worth 10 again.
    const Rules only_a = load_rules_text({ward(R"({ "a": { "max": 6, "weight": 1 } })")});
    const Rules only_b = load_rules_text({ward(R"({ "b": { "max": 4, "weight": 1 } })")});
    sangkien::test::Random random(13);
    for (std::size_t round = 0; round < 100; round += thinned(10)) {
        const Season season = random_season(random, false);
        const Robustness found = robustness(rules, season, evening);
        REQUIRE(found.members.size() == season.council.members.size());
        for (std::size_t m = 0; m < found.members.size(); ++m) {
            Season less = season;
            const std::string person = less.council.members[m].person;
            less.council.members.erase(less.council.members.begin() + static_cast<std::ptrdiff_t>(m));
            std::vector<Ballot> kept;
            for (const Ballot& ballot : season.ballots)
                if (ballot.member != person) kept.push_back(ballot);
            less.ballots = kept;
            REQUIRE(found.members[m].standings == evaluated(rules, less));
        }
        REQUIRE(found.criteria.size() == 2);
        for (std::size_t c = 0; c < 2; ++c) {
            Season less = season;
            for (Ballot& ballot : less.ballots)
                ballot.scores.erase(ballot.scores.begin() + static_cast<std::ptrdiff_t>(c));
            REQUIRE(found.criteria[c].standings == evaluated(c == 0 ? only_b : only_a, less));
        }
    }
    CHECK_FALSE(robustness(only_a, season_of({{}}), evening).criteria[0].possible);
}

TEST_CASE("A tie at the last place is told as such, and is nobody's win")
{
    const Rules rules = load_rules_text({ward(points)});
    const Robustness found = robustness(rules, season_of({{{4, 4}}, {{3, 4}}}), evening);
    const SmallestChange& first = found.flips[0].ballot[2];
    CHECK(first.open_by == Ratio(1));
    CHECK(first.open.size() == 2);
    CHECK(first.by == Ratio(2));
    for (const ScoreChange& change : first.open) CHECK(change.after.chosen == Truth::undetermined);
    for (const ScoreChange& change : first.changes) CHECK(change.after.chosen == Truth::fail);
}

TEST_CASE("Where no step is stated scores move in the step that is asked for, and not at all without one")
{
    const Rules rules = load_rules_text({ward(R"({ "a": { "max": 6 }, "b": { "max": 4 } })")});
    const Season season = season_of({{{4, 1}}});
    const Robustness none = robustness(rules, season, evening);
    CHECK_FALSE(none.ballots);
    CHECK(none.without_step.size() == 2);
    RobustnessQuestion how;
    how.step = Ratio(1, 4);
    const Robustness found = robustness(rules, season, evening, how);
    CHECK(found.flips[0].ballot[0].by == Ratio(1));
    how.step = Ratio(2, 3);
    CHECK(robustness(rules, season, evening, how).flips[0].ballot[0].by == Ratio(4, 3));
    how.step = Ratio(0);
    CHECK_THROWS_AS(robustness(rules, season, evening, how), Error);
}
