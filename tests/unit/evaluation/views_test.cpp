// Who sees what: no score that is hidden from a person moves anything that person sees.
#include "../catch.hpp"
#include "../random.hpp"
#include "../scoring/council.hpp"

#include <sangkien/evaluation/views.hpp>
#include <sangkien/io/report_units_inl.hpp>

using namespace council;

namespace {

struct Random : sangkien::test::Random {
    using sangkien::test::Random::Random;
    std::int64_t below(std::int64_t n) { return between(0, n - 1); }
};

const Rubric& rules()
{
    static const Rubric out = rubric(R"({"whole": 100, "criteria": {"a": {"max": 60}, "b": {"max": 40}},
        "figure": {"method": "mean"}, "pass": {"total": 50}, "quorum": {"at-least": 1},
        "classes": {"A": {"from": 80}, "B": {"from": 0, "below": 80}},
        "vote": {"fraction": "1/2", "of": "sitting", "method": "agree", "casting": "chair"},
        "excluded": {"author": {}, "declared-conflict": {}, "same-unit": {}, "head-as-author-state-funded": {}},
        "base-after-exclusion": "sitting"})");
    return out;
}

// Four initiatives, five members; m1 is the chair, m2 and m3 may be authors, in conflict or of a unit.
Season random_season(Random& random)
{
    Season out = season(5);
    out.council.members[0].role = CouncilRole::chair;
    out.recognising_unit.head = "m1";
    out.initiatives.resize(4, out.initiatives[0]);
    for (std::size_t i = 0; i < 4; ++i) {
        Initiative& one = out.initiatives[i];
        one.id = "SK-" + std::to_string(i + 1);
        one.units = {"u-" + std::to_string(i + 1)};
        one.authors[0].person = random.below(3) == 0 ? "m" + std::to_string(1 + random.below(3)) : "p-1";
        if (random.below(3) == 0)
            out.council.conflicts.push_back({"m" + std::to_string(1 + random.below(5)), one.id, {}});
    }
    out.council.members[2].unit = "u-" + std::to_string(1 + random.below(6));
    return out;
}

void fill(Season& round, Random& random)
{
    round.ballots.clear();
    for (const Initiative& one : round.initiatives)
        for (int member = 1; member <= 5; ++member) {
            add_ballot(round, member, static_cast<Vote>(1 + random.below(3)),
                       {given("a", random.between(0, 60)), given("b", random.between(0, 40))});
            round.ballots.back().initiative = one.id;
        }
}

Report report_of(const Season& round)
{
    SelectionRule rule;
    rule.stated = true;
    rule.at_most = 2;
    rule.order = {"total"};
    Report out;
    out.as_of = evening;
    for (const Initiative& one : round.initiatives) {
        out.initiatives.emplace_back();
        out.initiatives.back().id = one.id;
        out.initiatives.back().score = score(rules(), round, one, evening);
    }
    std::vector<SelectionCandidate> candidates;
    for (std::size_t i = 0; i < out.initiatives.size(); ++i)
        candidates.push_back({i, &out.initiatives[i].score, Truth::pass, {}, {}});
    for (SelectionResult& result : select(rule, candidates))
        out.initiatives[result.initiative].selection = std::move(result);
    return out;
}

std::vector<FileView> seen_by(const Season& round, const std::string& person, const Disclosure& when)
{
    return view_of(report_of(round), rules(), round, person, when);
}

// All that is shown, as bytes.
std::string bytes(const FileView& view)
{
    JsonWriter out;
    out.begin_object();
    out.member("initiative", view.initiative);
    out.member("barred", view.barred);
    if (view.own) {
        out.member("vote", static_cast<std::int64_t>(view.own->vote));
        for (const Score& given : view.own->scores) out.member("score", given.value.text());
    }
    if (view.result) {
        out.key("result");
        detail::put_score(out, *view.result);
    }
    if (view.selection) {
        out.key("selection");
        detail::put_selection(out, *view.selection);
    }
    out.end_object();
    return out.take();
}

std::string bytes(const std::vector<FileView>& views)
{
    std::string out;
    for (const FileView& view : views) out += bytes(view) + "\n";
    return out;
}

Disclosure phase(int number)
{
    Disclosure out;
    if (number >= 1) out.closed = evening;
    if (number >= 2) out.announced = evening;
    return out;
}

const std::vector<std::string>& people()
{
    static const std::vector<std::string> out{"m1", "m2", "m3", "m4", "m5", "p-1", "stranger"};
    return out;
}

void change(Ballot& ballot, Random& random)
{
    ballot.vote = static_cast<Vote>(1 + random.below(3));
    ballot.scores = {given("a", random.between(0, 60)), given("b", random.between(0, 40))};
}

}  // namespace

TEST_CASE("No score hidden from a person moves anything that person sees, before and after closing")
{
    Random random(934);
    int compared = 0, shown = 0;
    for (int turn = 0; turn < 120; ++turn) {
        Season round = random_season(random);
        fill(round, random);
        for (int number = 0; number < 3; ++number)
            for (const std::string& person : people()) {
                const Disclosure when = phase(number);
                const std::vector<FileView> before = seen_by(round, person, when);
                Season other = round;
                std::vector<std::string> hidden;  // files of which this person is shown no result
                for (const FileView& view : before)
                    if (!view.result) hidden.push_back(view.initiative);
                bool rank_shown = false;
                for (const FileView& view : before) rank_shown = rank_shown || view.selection;
                // A rank that is shown tells something of every file: it was published. Then only what no result tells
                // may change, which is nothing here.
                if (rank_shown) {
                    ++shown;
                    continue;
                }
                for (Ballot& ballot : other.ballots)
                    if (std::find(hidden.begin(), hidden.end(), ballot.initiative) != hidden.end() &&
                        (ballot.member != person ||
                         std::any_of(before.begin(), before.end(), [&](const FileView& view) {
                             return view.initiative == ballot.initiative && view.barred;
                         })))
                        change(ballot, random);
                INFO(person << " phase " << number);
                REQUIRE(bytes(seen_by(other, person, when)) == bytes(before));
                ++compared;
            }
    }
    CHECK(compared > 1500);
    CHECK(shown > 100);
}

TEST_CASE("What a result tells does not tell who gave what: other members' sheets may be exchanged")
{
    Random random(13);
    int compared = 0;
    for (int turn = 0; turn < 60; ++turn) {
        Season round = random_season(random);
        round.council.conflicts.clear();
        for (Initiative& one : round.initiatives) one.authors[0].person = "p-1";
        round.council.members[2].unit.clear();
        fill(round, random);
        Season other = round;
        for (std::size_t i = 0; i < other.ballots.size(); ++i) {
            Ballot& ballot = other.ballots[i];
            if (ballot.member != "m3") continue;
            std::swap(ballot.scores, other.ballots[i + 1].scores);  // with m4's
            std::swap(ballot.vote, other.ballots[i + 1].vote);
        }
        for (const char* person : {"m1", "m2", "m5", "p-1"}) {
            REQUIRE(bytes(seen_by(other, person, phase(2))) == bytes(seen_by(round, person, phase(2))));
            ++compared;
        }
    }
    CHECK(compared == 240);
}

TEST_CASE("Each sees what is theirs to see")
{
    Random random(1);
    Season round = season(4);
    round.initiatives.push_back(round.initiatives[0]);
    round.initiatives[1].id = "SK-2";
    round.initiatives[1].units = {"u-9"};
    round.council.conflicts = {{"m2", "SK-1", {}}};
    fill(round, random);
    round.ballots.erase(std::remove_if(round.ballots.begin(), round.ballots.end(),
                                       [](const Ballot& ballot) { return ballot.member == "m5"; }),
                        round.ballots.end());
    const auto before = seen_by(round, "m1", phase(0));
    CHECK((before[0].own && !before[0].result && !before[0].selection));
    const auto after = seen_by(round, "m1", phase(1));
    CHECK((after[0].result && after[1].result && after[0].selection));
    const auto barred = seen_by(round, "m2", phase(2));
    CHECK((barred[0].barred && !barred[0].own && !barred[0].result && !barred[0].selection));
    CHECK((!barred[1].barred && barred[1].own && barred[1].result && !barred[1].selection));
    CHECK(!seen_by(round, "p-1", phase(1))[0].result);
    const auto author = seen_by(round, "p-1", phase(2));
    REQUIRE(author[0].result);
    CHECK((author[0].selection && author[0].result->total));
    CHECK(author[0].result->excluded.empty());
    CHECK(bytes(author[0]).find("\"m2\"") == std::string::npos);
    for (const FileView& view : seen_by(round, "stranger", phase(2)))
        CHECK((!view.own && !view.result && !view.selection));
    Disclosure many = phase(1);
    many.least_ballots = 4;
    CHECK(!seen_by(round, "m1", many)[0].result);  // three ballots stand behind it
    CHECK(seen_by(round, "m1", many)[1].result);
}
