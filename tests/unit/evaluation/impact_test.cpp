// What a change of the rules changes in the demo season, against the two reports themselves.
#include <sangkien/evaluation/impact.hpp>
#include <sangkien/io/difference_json.hpp>
#include <sangkien/io/difference_text.hpp>

#include "demo.hpp"

using namespace sangkien;

namespace {

Rulebook dispatch(const std::string& from = {}, const std::string& to = {})
{
    Problems problems;
    const std::string& text = texts::rulebook("gia-vien-934");
    Rulebook out =
        read_rulebook_text(from.empty() ? text : texts::replaced(text, from, to), "gia-vien-934.json", {}, problems);
    problems.throw_if_any();
    return out;
}

std::vector<Rulebook> with(const Rulebook& book)
{
    return with_replaced(demo::rules().rulebooks(), "gia-vien-934", book);
}

Impact of_change(const std::string& from, const std::string& to)
{
    return impact(with(dispatch()), with(dispatch(from, to)), {demo::season()}, demo::demo_evening());
}

std::string joined(const ChangedOutcome& one)
{
    std::string out = std::string(word(one.of)) + " " + one.name.id;
    for (const OutcomeChange& change : one.changes) out += "; " + change.id;
    return out;
}

Rulebook amendment()
{
    Problems problems;
    Rulebook out = read_rulebook_text(read_file(texts::in_checkout("docs/examples/gia-vien-934-2026.json")),
                                      "gia-vien-934-2026.json", "gia-vien-934-2026", problems);
    problems.throw_if_any();
    return out;
}

}  // namespace

TEST_CASE("Under the same rules nothing comes out differently")
{
    const Impact out = impact(with(dispatch()), with(dispatch()), {demo::season()}, demo::demo_evening());
    CHECK(out.differences.empty());
    CHECK(out.outcomes.empty());
    CHECK_FALSE(out.seasons.at(0).as_if);
}

TEST_CASE("An earlier date is the cause of every initiative that comes out differently, and of no other")
{
    const Impact out = of_change("\"yearly\": \"25/9\"", "\"yearly\": \"24/9\"");
    REQUIRE(out.differences.size() == 1);
    CHECK(out.differences[0].path == "schedule.ward-submission.yearly");
    const Report after = evaluate(Rules(with(dispatch("\"yearly\": \"25/9\"", "\"yearly\": \"24/9\""))), demo::season(),
                                  demo::demo_evening());
    for (const InitiativeReport& a : demo::report().initiatives) {
        const InitiativeReport& b = demo::of(after, a.id);
        const auto found = std::find_if(out.outcomes.begin(), out.outcomes.end(), [&](const ChangedOutcome& one) {
            return one.of == OutcomeOf::initiative && one.name.id == a.id;
        });
        const bool moved = a.selection->rank != b.selection->rank || a.selection->chosen != b.selection->chosen;
        INFO(a.id);
        if (a.state->id != b.state->id || moved) CHECK(found != out.outcomes.end());
        if (a.state->id == b.state->id && found != out.outcomes.end()) CHECK(moved);
    }
    for (const ChangedOutcome& one : out.outcomes) {
        INFO(joined(one));
        CHECK(one.causes == std::vector<std::size_t>{0});
    }
    CHECK(not_attributed(out).empty());
    const std::vector<ClauseImpact> groups = by_clause(out);
    REQUIRE(groups.size() == 1);
    CHECK(groups[0].clause == "934.3.2");
    CHECK(groups[0].outcomes.size() == out.outcomes.size());
}

TEST_CASE("A higher quota concerns units alone, by the clause of the quota")
{
    const Impact out = of_change("\"at-least\": 1", "\"at-least\": 2");
    CHECK(out.outcomes.size() == demo::season().units.size());
    for (const ChangedOutcome& one : out.outcomes) {
        CHECK(one.of == OutcomeOf::unit);
        CHECK(one.causes == std::vector<std::size_t>{0});
    }
    CHECK(by_clause(out).at(0).clause == "934.3.1");
}

TEST_CASE("The other way round, the same things come out differently with both sides exchanged")
{
    const std::vector<Rulebook> old_set = with(dispatch()), new_set = with(amendment());
    const Instant later = parse_instant("2025-10-06T17:00+07:00");
    const Impact there = impact(old_set, new_set, {demo::season()}, later);
    const Impact back = impact(new_set, old_set, {demo::season()}, later);
    REQUIRE(there.outcomes.size() == back.outcomes.size());
    CHECK(there.outcomes.size() > 20);
    for (std::size_t i = 0; i < there.outcomes.size(); ++i) {
        const ChangedOutcome &a = there.outcomes[i], &b = back.outcomes[i];
        CHECK(joined(a) == joined(b));
        for (std::size_t j = 0; j < std::min(a.changes.size(), b.changes.size()); ++j) {
            CHECK(a.changes[j].before.en == b.changes[j].after.en);
            CHECK(a.changes[j].after.vi == b.changes[j].before.vi);
        }
    }
}

TEST_CASE("A rulebook of another name and a later day is taken to stand in the place of the old one")
{
    const Impact out =
        impact(with(dispatch()), with(amendment()), {demo::season()}, parse_instant("2025-10-06T17:00+07:00"));
    REQUIRE(out.seasons.size() == 1);
    CHECK(out.seasons[0].as_if);
    CHECK(out.seasons[0].before_taken);
    CHECK(out.seasons[0].after_taken);
    CHECK(not_attributed(out).empty());
    const std::string text = impact_text(out, dispatch(), amendment(), Language::en);
    CHECK(text.find("What if") != std::string::npos);
    CHECK(impact_json(out, dispatch(), amendment()).find("\"as_if_in_force\": true") != std::string::npos);
}

TEST_CASE("A season that the new rules do not take is an outcome that no clause is blamed for")
{
    const Impact out = of_change("\"h\": { \"letter\": \"h\"", "\"k\": { \"letter\": \"h\"");
    REQUIRE(out.outcomes.size() == 1);
    CHECK(out.outcomes[0].of == OutcomeOf::season);
    CHECK(out.outcomes[0].changes.at(0).after.en.find("SK1308") == 0);
    CHECK(not_attributed(out) == std::vector<std::size_t>{0});
    CHECK(impact_text(out, dispatch(), dispatch(), Language::en).find("Not attributed") != std::string::npos);
}
