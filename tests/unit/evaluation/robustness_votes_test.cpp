// The fewest votes that turn an approval, held against evaluate() of every way in which the same ballots could be cast.
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
const Vote kinds[] = {Vote::agree, Vote::disagree, Vote::abstain};

Rules ward(const std::string& vote, const std::string& more = "")
{
    return load_rules_text({R"({
  "rulebook": 1, "id": "r", "document": { "number": "1", "issuer": "o", "issued": "2025-01-01", "from": "2025-01-01",
    "provenance": "official-document" },
  "layer": "ward", "clauses": { "c": { "vi": "v", "en": "e" } },
  "roles": { "clerk": { "vi": "v", "en": "Clerk", "clause": "c" } },
  "lifecycle": { "start": "draft", "clause": "c",
    "states": { "draft": { "kind": "open" }, "in": { "kind": "ended" } },
    "transitions": { "file": { "from": "draft", "to": "in", "by": "clerk" } } },
  "scoring": { "whole": 10, "clause": "c", "criteria": { "a": { "max": 10, "step": 1 } }, "figure": { "method": "mean" },
    "vote": { "method": "agree", )" +
                            vote + " }" + more + " } }"});
}

// m1 is the chair. "ADB-": agree, disagree, abstain, no ballot; each with `points`, or without where they are below 0.
Season council(const std::string& letters, const std::vector<int>& points)
{
    Season out;
    out.id = "s";
    out.year = 2025;
    out.opened = parse_day("2025-09-01");
    out.rulebooks = {{"r", {}}};
    Initiative file;
    file.id = "i";
    file.authors = {{"p-1", Ratio(100), {}}};
    out.initiatives.push_back(file);
    for (std::size_t m = 0; m < letters.size(); ++m) {
        Member member;
        member.person = "m" + std::to_string(m + 1);
        if (m == 0) member.role = CouncilRole::chair;
        out.council.members.push_back(member);
        if (letters[m] == '-') continue;
        Ballot ballot;
        ballot.initiative = "i";
        ballot.member = member.person;
        ballot.vote = letters[m] == 'A' ? Vote::agree : letters[m] == 'D' ? Vote::disagree : Vote::abstain;
        if (points[m] >= 0) ballot.scores = {{"a", Ratio(points[m]), {}}};
        out.ballots.push_back(ballot);
    }
    return out;
}

Season council(const std::string& letters) { return council(letters, std::vector<int>(letters.size(), 8)); }

Truth approved(const Rules& rules, const Season& season)
{
    return evaluate(rules, season, evening).initiatives[0].score.decision;
}

std::int64_t choose(std::int64_t n, std::int64_t k)
{
    std::int64_t out = 1;
    for (std::int64_t i = 1; i <= k; ++i) out = out * (n - k + i) / i;
    return out;
}

// How many ways of casting the ballots the ways stand for.
std::int64_t patterns(const std::vector<VotesTurned>& ways)
{
    std::int64_t out = 0;
    for (const VotesTurned& way : ways) {
        std::int64_t product = 1;
        for (std::size_t i = 0; i < way.turns.size(); ++i) {
            auto left = static_cast<std::int64_t>(way.turns[i].members.size());
            for (std::size_t before = 0; before < i; ++before)
                if (way.turns[before].members == way.turns[i].members) left -= way.turns[before].count;
            product *= choose(left, way.turns[i].count);
        }
        out += product;
    }
    return out;
}

struct Nearest {
    std::optional<std::int64_t> by;
    std::int64_t patterns = 0;
    void see(std::int64_t size)
    {
        if (!by || size < *by) by = size, patterns = 0;
        patterns += *by == size;
    }
};

// Every pattern, one ballot after the other.
void cast_all(const Rules& rules, Season& season, Truth before, std::size_t at, std::int64_t turned, Nearest (&out)[2])
{
    if (at == season.ballots.size()) {
        const Truth after = approved(rules, season);
        if (after != before) out[after == Truth::undetermined].see(turned);
        return;
    }
    Vote& vote = season.ballots[at].vote;
    const bool sits = !season.council.has_conflict(season.ballots[at].member, "i");
    const Vote as_it_was = vote;
    for (const Vote one : kinds) {
        if (!sits && one != as_it_was) continue;
        vote = one;
        cast_all(rules, season, before, at + 1, turned + (one != as_it_was), out);
    }
    vote = as_it_was;
}

bool same_as_all_patterns(const Rules& rules, const Season& season)
{
    const FewestVotes found = *robustness(rules, season, evening).flips[0].votes;
    Season other = season;
    Nearest nearest[2];
    cast_all(rules, other, approved(rules, season), 0, 0, nearest);
    if (nearest[0].by && nearest[1].by && *nearest[0].by < *nearest[1].by) nearest[1] = {};
    REQUIRE(found.by == nearest[0].by);
    REQUIRE(found.open_by == nearest[1].by);
    REQUIRE(patterns(found.ways) == nearest[0].patterns);
    REQUIRE(patterns(found.open) == nearest[1].patterns);
    return found.by.has_value();
}

}  // namespace

TEST_CASE("The fewest votes that turn an approval are the fewest of all patterns of votes, evaluated one by one")
{
    std::vector<Rules> all;
    for (const char* of : {"members", "sitting", "ballots"})
        for (const char* more : {"", R"(, "casting": "chair")", R"(, "reach": "more-than")"})
            for (const char* rest :
                 {"", R"(, "pass": { "total": 6 })",
                  R"(, "quorum": { "at-least": 3 }, "abstention": "left-out", "pass": { "total": 6 })"})
                all.push_back(
                    ward(R"("fraction": "1/2", "of": ")" + std::string(of) + "\"" + more,
                         std::string(rest) +
                             R"(, "excluded": { "declared-conflict": {} }, "base-after-exclusion": "sitting")"));
    sangkien::test::Random random(31);
    std::size_t turned = 0, never = 0;
    for (std::size_t round = 0; round < 150; round += thinned(10)) {
        std::string letters;
        std::vector<int> points;
        for (std::int64_t m = random.between(1, 5); m > 0; --m) {
            letters += "AADDB-"[random.between(0, 5)];
            points.push_back(random.once_in(5) ? -1 : static_cast<int>(random.between(4, 9)));
        }
        Season season = council(letters, points);
        if (random.once_in(3)) {
            Conflict conflict;
            conflict.member = "m" + std::to_string(random.between(1, static_cast<std::int64_t>(letters.size())));
            conflict.initiative = "i";
            season.council.conflicts.push_back(conflict);
        }
        const auto which = static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(all.size()) - 1));
        CAPTURE(letters, which);
        ++(same_as_all_patterns(all[which], season) ? turned : never);
    }
    CHECK(turned > 3);
    CHECK(never > 3);
}

TEST_CASE("The fewest votes of a council of nine are the fewest of its 19 683 patterns")
{
    const std::string letters = sanitized ? "ADABA" : "AADDABAAD";
    CHECK(same_as_all_patterns(ward(R"("fraction": "1/2", "of": "members", "casting": "chair")"), council(letters)));
}

TEST_CASE("Any of those who voted alike may turn; the chair is told apart")
{
    const Rules rules = ward(R"("fraction": "2/3", "of": "members")");
    const FewestVotes found = *robustness(rules, council("AAADB"), evening).flips[0].votes;
    CHECK(found.by == 1);
    // 4 of 5 are needed: the fourth is the one against, or the one who abstains.
    REQUIRE(found.ways.size() == 2);
    std::vector<std::string> who;
    for (const VotesTurned& way : found.ways) {
        REQUIRE(way.turns.size() == 1);
        CHECK(way.turns[0].to == Vote::agree);
        CHECK(way.turns[0].count == 1);
        CHECK(way.after.approved == Truth::pass);
        who.insert(who.end(), way.turns[0].members.begin(), way.turns[0].members.end());
    }
    std::sort(who.begin(), who.end());
    CHECK(who == std::vector<std::string>{"m4", "m5"});
    const FewestVotes other = *robustness(rules, council("AAAAD"), evening).flips[0].votes;
    std::size_t by_chair = 0;
    for (const VotesTurned& way : other.ways) by_chair += way.turns[0].members == std::vector<std::string>{"m1"};
    CHECK(by_chair == 2);  // to disagreeing, or to abstaining
}

TEST_CASE(
    "Where the total and the vote both fail, neither votes nor one score turn it; qualifying ballots have no vote")
{
    const Rules rules = ward(R"("fraction": "1/2", "of": "members")", R"(, "pass": { "total": 6 })");
    const auto flips = [&](const std::string& letters, int points) {
        return robustness(rules, council(letters, std::vector<int>(letters.size(), points)), evening).flips[0];
    };
    CHECK(flips("ADD", 5).neither());
    CHECK_FALSE(flips("AAD", 5).neither());
    CHECK_FALSE(flips("ADD", 8).neither());
    const Rules by_points = load_rules_text({[] {
        const std::string text = R"({ "rulebook": 1, "id": "r", "document": { "number": "1", "issuer": "o",
  "issued": "2025-01-01", "from": "2025-01-01", "provenance": "official-document" }, "layer": "ward",
  "clauses": { "c": { "vi": "v", "en": "e" } }, "scoring": { "whole": 10, "clause": "c",
  "criteria": { "a": { "max": 10, "step": 1 } }, "figure": { "method": "mean" },
  "vote": { "fraction": "1/2", "of": "members", "method": "qualifying", "qualifying": { "total": 5 } } } })";
        return text;
    }()});
    CHECK_FALSE(robustness(by_points, council("AD"), evening).flips[0].votes);
}
