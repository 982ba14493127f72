// The index of a unit: sums, what is missing, and the published figures of a province.
#include "../catch.hpp"

#include <random>

#include <sangkien/index/index_score.hpp>
#include <sangkien/io/json_reader.hpp>

using namespace sangkien;

namespace {

IndexTree compile(const char* text)
{
    Problems problems;
    const Tree tree = read_json(text, "rules.json", problems);
    IndexTree out = compile_index(tree.root().get("index"), tree.root().get("states"), problems);
    problems.throw_if_any();
    return out;
}

const char* const small = R"({ "states": { "recognised": {} }, "index": { "of": "unit", "whole": 20, "areas": {
    "a": { "max": 8, "components": {
      "made": { "vi": "Sáng kiến", "en": "Initiatives", "max": 5, "input": "initiatives", "reached": "recognised",
        "score": { "steps": [{ "from": 0, "points": 0 }, { "from": 1, "points": 3 }, { "from": 2, "points": 5 }] } },
      "plan": { "en": "Plan", "max": 3, "input": "yes-no", "score": "yes-no" } } },
    "b": { "max": 12, "components": {
      "on-time": { "en": "On time", "max": 10, "input": "rate", "score": { "proportion": { "floor": "0.5" } } },
      "cut": { "max": 2, "input": "count",
        "score": { "steps": [{ "from": 0, "points": 0 }, { "from": 3, "points": 2 }] } } } } } } })";

Season with_units(int count)
{
    Season season;
    for (int i = 1; i <= count; ++i) {
        season.units.emplace_back();
        season.units.back().id = "u-" + std::to_string(i);
    }
    return season;
}

const std::vector<IndexEntry> full{{"u-1", "plan", Ratio(1), true, {}},
                                   {"u-1", "on-time", Ratio(39, 40), false, {}},
                                   {"u-1", "cut", Ratio(2), false, {}}};

UnitIndex score(const std::vector<IndexEntry>& entries, const std::vector<IndexCount>& counts)
{
    Season season = with_units(1);
    season.index = entries;
    return score_index(compile(small), season, counts).at(0);
}

}  // namespace

TEST_CASE("A unit's index is the exact sum of its components, by area and in all")
{
    const UnitIndex unit = score(full, {{"made", "u-1", {4}, {}}});
    CHECK(unit.complete == Truth::pass);
    CHECK(unit.total.text() == "15.75");
    CHECK(unit.open == Ratio(0));
    CHECK(unit.max == Ratio(20));
    REQUIRE(unit.areas.size() == 2);
    CHECK(unit.areas[0].points == Ratio(6));
    CHECK(unit.areas[1].points.text() == "9.75");
    REQUIRE(unit.components.size() == 4);
    CHECK(message(unit.components[0].finding, Language::en) == "\"Initiatives\": 3 of 5 points, from 1.");
    CHECK(message(unit.components[1].finding, Language::en) == "\"Plan\": 3 of 3 points, from yes.");
    CHECK(message(unit.components[2].finding, Language::en) == "\"On time\": 9.75 of 10 points, from 0.975.");
    CHECK(message(unit.components[2].finding, Language::vi) == "«on-time»: 9,75 điểm trên 10, số liệu 0,975.");
}

TEST_CASE("A missing figure is not a zero: the total is over what is known, and what is open is told")
{
    const UnitIndex unit = score({full[0], full[2]}, {{"made", "u-1", {}, {}}});
    CHECK(unit.complete == Truth::undetermined);
    CHECK(unit.total == Ratio(3));
    CHECK(unit.open == Ratio(10));
    CHECK(unit.areas[0].complete == Truth::pass);
    CHECK(unit.areas[1].complete == Truth::undetermined);
    CHECK(unit.areas[0].open == Ratio(0));
    CHECK(unit.areas[1].open == Ratio(10));
    const ComponentScore& missing = unit.components[2];
    CHECK_FALSE(missing.points);
    CHECK_FALSE(missing.figure);
    CHECK(word(missing.finding.id) == std::string("component-input-missing"));
    CHECK(missing.finding.verdict == Truth::undetermined);
    CHECK(missing.finding.lift);
    CHECK(unit.components[0].points == Ratio(0));       // counted, and none
    CHECK_FALSE(score(full, {}).components[0].points);  // not counted
}

TEST_CASE("Initiatives whose counting is open leave the points open only where they matter")
{
    UnitIndex unit = score(full, {{"made", "u-1", {1}, {2, 3}}});
    const ComponentScore& made = unit.components[0];
    CHECK_FALSE(made.points);
    CHECK(made.least == Ratio(3));
    CHECK(made.most == Ratio(5));
    CHECK(unit.complete == Truth::undetermined);
    CHECK(unit.total - unit.components[1].least - unit.components[2].least - unit.components[3].least == Ratio(3));
    CHECK(unit.open == Ratio(2));
    CHECK(message(made.finding, Language::en) ==
          "\"Initiatives\": 3 to 5 of 5 points; initiatives that count: 1; open: 2.");
    CHECK_FALSE(score(full, {{"made", "u-1", {1}, {2}}}).components[0].points);
    unit = score(full, {{"made", "u-1", {1, 2}, {3}}});  // the top step is reached anyway
    CHECK(unit.components[0].points == Ratio(5));
    CHECK(unit.complete == Truth::pass);
}

TEST_CASE("Without an index every unit's index is undetermined and says that no rulebook has one")
{
    const auto units = score_index({}, with_units(2), {});
    REQUIRE(units.size() == 2);
    CHECK(units[1].unit == "u-2");
    CHECK(units[1].complete == Truth::undetermined);
    REQUIRE(units[1].findings.size() == 1);
    CHECK(message(units[1].findings[0], Language::en) == "The loaded rulebooks are silent on this: an index of units.");
}

TEST_CASE("A score cites its component and names the choices it rests on")
{
    IndexTree tree = compile(small);
    tree.components[0].citation = {"index", "a.1", Provenance::illustrative};
    tree.choices = {"index.areas.a.components.made.joint", "index.areas.a.components.made-up.joint", "quota.one.joint"};
    const auto units = score_index(tree, with_units(1), {{"made", "u-1", {0}, {}}});
    const Finding& finding = units[0].components[0].finding;
    CHECK(finding.citations.front() == Citation{"index", "a.1", Provenance::illustrative});
    CHECK(finding.choices == std::vector<std::string>{"index.areas.a.components.made.joint"});
}

TEST_CASE("Over many made-up seasons no points exceed their maximum and every total is the exact sum of its parts")
{
    const IndexTree tree = compile(small);
    std::mt19937 source(7);
    const auto pick = [&](unsigned below) { return static_cast<std::int64_t>(source() % below); };
    for (int round = 0; round < 500; ++round) {
        Season season = with_units(3);
        std::vector<IndexCount> counts;
        for (const Unit& unit : season.units) {
            if (pick(5) > 0) season.index.push_back({unit.id, "plan", Ratio(pick(2)), true, {}});
            if (pick(5) > 0) season.index.push_back({unit.id, "on-time", Ratio(pick(98), 97), false, {}});
            if (pick(5) > 0) season.index.push_back({unit.id, "cut", Ratio(pick(6)), false, {}});
            counts.push_back({"made", unit.id, std::vector<std::size_t>(static_cast<std::size_t>(pick(4))),
                              std::vector<std::size_t>(static_cast<std::size_t>(pick(3)))});
        }
        for (const UnitIndex& unit : score_index(tree, season, counts)) {
            Ratio total, by_area, open;
            Truth complete = Truth::pass;
            for (const ComponentScore& each : unit.components) {
                REQUIRE((Ratio(0) <= each.least && each.least <= each.most && each.most <= each.max));
                if (each.points) REQUIRE((each.least == *each.points && each.most == *each.points));
                total = total + each.least;
                open = open + (each.most - each.least);
                complete = complete & each.finding.verdict;
            }
            for (const AreaScore& area : unit.areas) {
                REQUIRE(area.points + area.open <= area.max);
                by_area = by_area + area.points;
            }
            REQUIRE(unit.total == total);
            REQUIRE(unit.total == by_area);
            REQUIRE(unit.open == open);
            REQUIRE(unit.complete == complete);
            REQUIRE(unit.total + unit.open <= unit.max);
        }
    }
}

// The summary that was published for Ninh Thuận in 2022, under the scheme of that year: appraisal 54.2 of 61.5; impact
// 31.59 of 38.5, being 8.23 of 10, 18.05 of 22 and 5.31 of 6.5; in all 85.78. Only the maxima are the scheme's; that
// each is scored in proportion is ours, so that the published points go in as shares and come out as points.
TEST_CASE("The published parts of Ninh Thuận 2022 come out exactly, and add up to a hundredth more than was published")
{
    const IndexTree tree = compile(R"({ "index": { "of": "unit", "whole": 100, "areas": {
        "appraisal": { "max": 61.5, "components": {
          "appraised": { "max": 61.5, "input": "rate", "score": { "proportion": {} } } } },
        "impact": { "max": 38.5, "components": {
          "sipas": { "max": 10, "input": "rate", "score": { "proportion": {} } },
          "leaders": { "max": 22, "input": "rate", "score": { "proportion": {} } },
          "socio-economic": { "max": 6.5, "input": "rate", "score": { "proportion": {} } } } } } } })");
    Season season = with_units(1);
    season.index = {{"u-1", "appraised", parse_ratio("54.2") / parse_ratio("61.5"), false, {}},
                    {"u-1", "sipas", parse_ratio("8.23") / Ratio(10), false, {}},
                    {"u-1", "leaders", parse_ratio("18.05") / Ratio(22), false, {}},
                    {"u-1", "socio-economic", parse_ratio("5.31") / parse_ratio("6.5"), false, {}}};
    const UnitIndex unit = score_index(tree, season, {}).at(0);
    CHECK(unit.complete == Truth::pass);
    CHECK(unit.areas[0].points.text() == "54.2");
    CHECK(unit.areas[1].points.text() == "31.59");
    CHECK(unit.areas[0].max + unit.areas[1].max == Ratio(100));
    CHECK(round(unit.areas[0].points / unit.areas[0].max * Ratio(100), 2, Rounding::half_up).text() == "88.13");
    CHECK(round(unit.areas[1].points / unit.areas[1].max * Ratio(100), 2, Rounding::half_up).text() == "82.05");
    // Published: 85.78. The published parts, each already rounded to two places, add up to 85.79; the library says what
    // the parts it was given add up to. A hundredth is within what rounding the parts can make.
    CHECK(unit.total.text() == "85.79");
    CHECK(unit.total - parse_ratio("85.78") == Ratio(1, 100));
}
