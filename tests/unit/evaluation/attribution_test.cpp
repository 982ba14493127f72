// The ledger of index points by initiative: in step with the report, and with scoring the index anew.
#include "../catch.hpp"

#include <sangkien/evaluation/attribution.hpp>
#include <sangkien/io/attribution_text.hpp>

#include "demo.hpp"

using namespace sangkien;

namespace {

const Attribution& ledger()
{
    static const Attribution out = attribution(demo::rules(), demo::report());
    return out;
}

}  // namespace

TEST_CASE("Every total of the demo season's ledger is that of its report")
{
    Ratio all, of_units, of_areas;
    std::size_t counted = 0, contributions = 0, parts = 0;
    for (const AttributionPart& part : ledger().parts) {
        const UnitIndex& index = *demo::unit_of(demo::report(), part.unit.id).index;
        const IndexTree& tree = demo::rules().on(demo::report().rules_on)->index;
        for (const ComponentScore& score : index.components) {
            if (tree.components[score.component].name.id != part.component.id) continue;
            REQUIRE(part.points == score.points.value_or(score.least));  // of u-07 one is open
            REQUIRE((part.verdict == Truth::pass) == score.points.has_value());
            REQUIRE((part.least == score.least && part.most == score.most));
            REQUIRE(Ratio(part.counted) == *score.figure);
            ++parts;
        }
        Ratio sum;
        for (const AttributionLine& line : ledger().lines)
            if (&ledger().parts[line.part] == &part) sum = sum + line.contribution.shapley;
        REQUIRE(sum == part.shapley);
        REQUIRE(part.none + part.shapley == part.points);
        all = all + part.shapley;
        counted += static_cast<std::size_t>(part.counted);
    }
    CHECK(parts == demo::report().units.size());
    for (const InitiativeReport& initiative : demo::report().initiatives)
        contributions += initiative.contributions.size();
    CHECK((ledger().lines.size() == contributions && counted == contributions && contributions > 10));
    for (const AttributionSum& unit : ledger().units) of_units = of_units + unit.shapley;
    for (const AttributionSum& area : ledger().areas) of_areas = of_areas + area.shapley;
    CHECK(ledger().shapley == all);
    CHECK(of_units == all);
    CHECK(of_areas == all);
    CHECK(all > Ratio(0));
}

TEST_CASE("Areas are those of the rulebook in its order, with each initiative once")
{
    const std::vector<AttributionSum>& areas = ledger().areas;
    REQUIRE(areas.size() >= demo::rules().on(demo::report().rules_on)->areas.size());
    CHECK(areas[0].letter == "a");
    std::int64_t initiatives = 0, expected = 0;
    for (const AttributionSum& area : areas) initiatives += area.initiatives;
    for (const InitiativeReport& each : demo::report().initiatives) expected += each.contributions.empty() ? 0 : 1;
    CHECK(initiatives == expected);
}

TEST_CASE("An initiative that a unit could do without is told saturated, and has its share all the same")
{
    // As in the illustrative index, but the first one gives all 5 points.
    std::vector<std::string> papers;
    for (const std::string& id : texts::demo_rulebooks()) papers.push_back(texts::rulebook(id));
    const std::string first = R"({ "from": 1, "points": 3 }, { "from": 2, "points": 4 }, { "from": 3, "points": 5 })";
    const std::size_t at = papers.back().find(first);
    REQUIRE(at != std::string::npos);
    papers.back().replace(at, first.size(), R"({ "from": 1, "points": 5 })");
    const Rules rules = load_rules_text(papers);
    const Attribution flat = attribution(rules, evaluate(rules, demo::season(), demo::demo_evening()));
    std::size_t saturated = 0;
    for (const AttributionLine& line : flat.lines) {
        const std::int64_t counted = flat.parts[line.part].counted;
        CHECK((line.contribution.finding.id == FindingId::contribution_saturated) == (counted > 1));
        CHECK(line.contribution.marginal == Ratio(counted > 1 ? 0 : 5));
        CHECK(line.contribution.shapley == Ratio(5, counted));
        saturated += counted > 1 ? 1 : 0;
    }
    CHECK(saturated == 9);
    CHECK(attribution_text(flat, Language::en).find("the 2 others already give 5") != std::string::npos);
}

TEST_CASE("The ledger names no author, on any page")
{
    const std::string pages = attribution_json(ledger()) + attribution_text(ledger(), Language::vi) +
                              attribution_text(ledger(), Language::en) + attribution_csv(ledger());
    REQUIRE(pages.find("SK-01") != std::string::npos);
    for (const Initiative& initiative : demo::season().initiatives)
        for (const Author& author : initiative.authors) REQUIRE(pages.find(author.person) == std::string::npos);
}

TEST_CASE("Without an index the ledger is empty and says so")
{
    Season season = demo::season();
    season.initiatives.clear();
    season.ballots.clear();
    season.index.clear();
    season.rulebooks.clear();
    const Rules rules = load_rules({"charter-13-2012", "gia-vien-934"});
    const Attribution none = attribution(rules, evaluate(rules, season, demo::demo_evening()));
    CHECK((none.lines.empty() && none.parts.empty() && none.units.empty() && none.areas.empty()));
    CHECK(attribution_text(none, Language::en).find("No rulebook has an index that counts initiatives.") !=
          std::string::npos);
    CHECK(attribution_csv(none).find("\r\n") == attribution_csv(none).size() - 2);
}
