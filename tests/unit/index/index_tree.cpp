// Compiling the section `index`, points of a figure, and checking what units report.
#include "../catch.hpp"

#include <sangkien/index/contribution.hpp>
#include <sangkien/io/json_reader.hpp>

using namespace sangkien;

namespace {

IndexTree compile(const std::string& text, Problems& problems)
{
    const Tree tree = read_json(text, "rules.json", problems);
    return compile_index(tree.root().get("index"), tree.root().get("states"), problems);
}

std::string told(Problems& problems)
{
    try {
        problems.throw_if_any();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

// An index of one area with one component of at most 10 points.
std::string one(const std::string& input, const std::string& score, const std::string& more = "")
{
    return R"({ "states": { "recognised": { "vi": "Đã công nhận", "en": "Recognised" }, "filed": {} },
        "index": { "of": "unit", "whole": 10, "areas": { "a": { "max": 10, "components": { "x": {
        "max": 10, "input": ")" +
           input + R"(", "score": )" + score + more + "} } } } } }";
}

IndexComponent component(const std::string& input, const std::string& score, const std::string& more = "")
{
    Problems problems;
    const IndexTree tree = compile(one(input, score, more), problems);
    CHECK(told(problems).empty());
    REQUIRE(tree.components.size() == 1);
    return tree.components[0];
}

// What is wrong with such an index, as one text.
std::string wrong(const std::string& input, const std::string& score, const std::string& more = "")
{
    Problems problems;
    compile(one(input, score, more), problems);
    return told(problems);
}

bool says(const std::string& text, const std::string& part)
{
    CAPTURE(text, part);
    CHECK(text.find(part) != std::string::npos);
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("Rulebooks without an index give a tree that says so")
{
    Problems problems;
    CHECK_FALSE(compile("{}", problems).stated);
    CHECK(problems.empty());
}

TEST_CASE("An index keeps its areas and components in the order of the rulebook, with words and paths")
{
    Problems problems;
    const IndexTree tree = compile(R"({ "states": { "recognised": { "vi": "Đã công nhận", "en": "Recognised" } },
      "index": { "of": "unit", "edition": "2025", "whole": 12.5, "areas": {
        "a": { "vi": "Một", "en": "One", "max": 7.5, "components": {
          "made": { "max": 5, "input": "initiatives", "reached": "recognised", "joint": "lead",
                    "score": { "steps": [{ "from": 0, "points": 0 }, { "from": 1, "points": 5 }] }, "clause": "x.1" },
          "plan": { "vi": "Kế hoạch", "en": "Plan", "max": "2.5", "input": "yes-no", "score": "yes-no" } } },
        "b": { "max": 5, "components": { "done": { "max": 5, "input": "rate", "score": { "proportion": {} } } } } } } })",
                                   problems);
    CHECK(told(problems).empty());
    CHECK(tree.stated);
    CHECK(tree.edition == "2025");
    CHECK(tree.whole == parse_ratio("12.5"));
    REQUIRE(tree.areas.size() == 2);
    CHECK(tree.areas[0].name.words.en == "One");
    REQUIRE(tree.components.size() == 3);
    CHECK(tree.components[0].reached.words.en == "Recognised");
    CHECK(tree.components[0].joint_each == false);
    CHECK(tree.components[1].name.words.vi == "Kế hoạch");
    CHECK(tree.components[2].area == 1);
    CHECK(tree.components[2].path == "index.areas.b.components.done");
    CHECK(tree.component("plan") == &tree.components[1]);
    CHECK(tree.component("none") == nullptr);
    CHECK_FALSE(
        component("initiatives", R"({ "steps": [{ "from": 0, "points": 0 }] })", R"(, "reached": "filed")").joint_each);
}

TEST_CASE("A step table is half-open: a step holds from its figure on, up to the next")
{
    const IndexComponent x = component(
        "count",
        R"({ "steps": [{ "from": 0, "points": 1 }, { "from": 2, "points": "7/2" }, { "from": 4, "points": 10 }] })");
    const std::vector<std::pair<int, const char*>> vectors{{0, "1"},   {1, "1"},  {2, "3.5"},
                                                           {3, "3.5"}, {4, "10"}, {99, "10"}};
    for (const auto& [figure, points] : vectors) CHECK(points_for(x, Ratio(figure)).text() == points);
}

TEST_CASE("A proportion is exact, nothing below its floor and its share on it")
{
    const IndexComponent x = component("rate", R"({ "proportion": { "floor": "0.5" } })");
    CHECK(points_for(x, parse_ratio("0.975")) == parse_ratio("9.75"));
    CHECK(points_for(x, parse_ratio("2/3")) == parse_ratio("20/3"));
    CHECK(points_for(x, parse_ratio("0.5")) == Ratio(5));
    CHECK(points_for(x, parse_ratio("0.499999")) == Ratio(0));
    const IndexComponent y = component("rate", R"({ "proportion": {} })");
    CHECK(points_for(y, parse_ratio("0.001")) == parse_ratio("0.01"));
    CHECK(points_for(component("yes-no", R"({ "yes-no": {} })"), Ratio(1)) == Ratio(10));
    CHECK(points_for(component("yes-no", R"("yes-no")"), Ratio(0)) == Ratio(0));
}

TEST_CASE("Points never exceed the maximum and rise with the count where the steps do")
{
    const IndexComponent steps = component(
        "count",
        R"({ "steps": [{ "from": 0, "points": 0 }, { "from": 1, "points": 3 }, { "from": 3, "points": 10 }] })");
    Ratio last;
    for (int n = 0; n < 50; ++n) {
        const Ratio points = points_for(steps, Ratio(n));
        REQUIRE(points >= last);
        REQUIRE(points <= steps.max);
        last = points;
    }
    const IndexComponent share = component("rate", R"({ "proportion": { "floor": "1/3" } })");
    last = Ratio(0);
    for (int n = 0; n <= 997; ++n) {
        const Ratio points = points_for(share, Ratio(n, 997));
        REQUIRE(points >= last);
        REQUIRE(points <= share.max);
        last = points;
    }
    CHECK(last == share.max);
}

TEST_CASE("Maxima that do not add up are told for the area and for the whole")
{
    Problems problems;
    compile(R"({ "index": { "of": "unit", "whole": 100, "areas": { "a": { "max": 20, "components": {
        "x": { "max": 8, "input": "count", "score": { "steps": [{ "from": 0, "points": 0 }] } },
        "y": { "max": 11, "input": "yes-no", "score": { "yes-no": {} } } } } } } })",
            problems);
    const std::string text = told(problems);
    says(text,
         "SK1510 rules.json:1:67 /index/areas/a/max: the maxima of the parts add up to 19, and must be exactly 20");
    says(text, "/index/whole: the maxima of the parts add up to 20, and must be exactly 100");
}

TEST_CASE("Maxima whose sum does not fit 64 bits are a problem of the rulebook, not a wrong sum")
{
    Problems problems;
    compile(R"({ "index": { "of": "unit", "whole": 1, "areas": { "a": { "max": 1, "components": {
        "x": { "max": "1/999999999999999", "input": "yes-no", "score": "yes-no" },
        "y": { "max": "1/999999999999998", "input": "yes-no", "score": "yes-no" } } } } } })",
            problems);
    says(told(problems), "SK1206 rules.json:3:23 /index/areas/a/components/y/max");
}

TEST_CASE("Steps must begin at 0, rise, and give between 0 and the maximum")
{
    says(wrong("count", R"({ "steps": [{ "from": 1, "points": 0 }] })"), "SK1518");
    says(
        wrong("count",
              R"({ "steps": [{ "from": 0, "points": 0 }, { "from": 2, "points": 1 }, { "from": 2, "points": 3 }] })"),
        "/index/areas/a/components/x/score/steps/2/from: the step from 2 of \"x\" is out of place: the first begins at 0 and "
        "each later one above the one before (2)");
    says(wrong("count", R"({ "steps": [{ "from": 0, "points": 11 }] })"), "11 is out of range: from 0 to 10");
    says(wrong("count", R"({ "steps": [{ "from": 0, "points": -1 }] })"), "SK1205");
    says(wrong("rate", R"({ "steps": [{ "from": 0, "points": 0 }, { "from": "1.5", "points": 3 }] })"), "SK1205");
    says(wrong("count", R"({ "steps": [] })"), "SK1010");
}

TEST_CASE("A floor lies within 0 to 1 and a maximum within its area's")
{
    says(wrong("rate", R"({ "proportion": { "floor": "1.01" } })"),
         "score/proportion/floor: 1.01 is out of range: from 0 to 1");
    says(wrong("rate", R"({ "proportion": { "floor": "-0.1" } })"), "SK1205");
    Problems problems;
    compile(R"({ "index": { "of": "unit", "whole": 5, "areas": { "a": { "max": 6, "components": {
        "x": { "max": 7, "input": "yes-no", "score": "yes-no" }, "y": { "max": -1, "input": "yes-no", "score": "yes-no" } } } } } })",
            problems);
    const std::string text = told(problems);
    says(text, "/index/areas/a/max: 6 is out of range: from 0 to 5");
    says(text, "/index/areas/a/components/x/max: 7 is out of range: from 0 to 6");
    says(text, "/index/areas/a/components/y/max: -1 is out of range");
}

TEST_CASE("A scoring function must fit its input, and there is exactly one")
{
    says(wrong("count", R"({ "proportion": {} })"), "\"proportion\" is not a word known here");
    says(wrong("rate", R"({ "yes-no": {} })"), "Expected one of: steps, proportion");
    says(wrong("yes-no", R"({ "steps": [{ "from": 0, "points": 0 }] })"), "Expected one of: yes-no");
    says(wrong("count", R"("yes-no")"), "SK1007");
    says(wrong("rate", R"({ "proportion": {}, "steps": [{ "from": 0, "points": 0 }] })"), "SK1003");
    says(wrong("rate", R"({})"), "SK1003");
}

TEST_CASE("Only a component that counts initiatives names a state, and it must name a known one")
{
    const std::string steps = R"({ "steps": [{ "from": 0, "points": 0 }] })";
    says(wrong("initiatives", steps), "the required key \"reached\" is missing");
    says(wrong("initiatives", steps, R"(, "reached": "recognized")"), "did you mean \"recognised\"");
    says(wrong("count", steps, R"(, "reached": "recognised")"), "there is no key \"reached\"");
    says(wrong("initiatives", steps, R"(, "reached": "filed", "joint": "both")"), "SK1007");
}

TEST_CASE("A component's name stands once in the whole index")
{
    Problems problems;
    compile(R"({ "index": { "of": "unit", "whole": 2, "areas": {
        "a": { "max": 1, "components": { "x": { "max": 1, "input": "yes-no", "score": "yes-no" } } },
        "b": { "max": 1, "components": { "x": { "max": 1, "input": "yes-no", "score": "yes-no" } } } } } })",
            problems);
    says(told(problems), "/index/areas/b/components/x: the id \"x\" is already used on line 2");
}

namespace {

Season reporting(const std::vector<IndexEntry>& entries)
{
    Season season;
    season.file = "season.json";
    Unit unit;
    unit.id = "u-01";
    season.units = {unit};
    season.index = entries;
    for (std::size_t i = 0; i < season.index.size(); ++i)
        season.index[i].mark = {static_cast<std::uint32_t>(i + 10), 5};
    return season;
}

std::string check(const std::vector<IndexEntry>& entries)
{
    Problems problems;
    const IndexTree tree =
        compile(R"({ "states": { "filed": {} }, "index": { "of": "unit", "whole": 4, "areas": { "a": {
        "max": 4, "components": {
        "made": { "max": 1, "input": "initiatives", "reached": "filed", "score": { "steps": [{ "from": 0, "points": 0 }] } },
        "cut": { "max": 1, "input": "count", "score": { "steps": [{ "from": 0, "points": 0 }] } },
        "on-time": { "max": 1, "input": "rate", "score": { "proportion": {} } },
        "plan": { "max": 1, "input": "yes-no", "score": "yes-no" } } } } } })",
                problems);
    CHECK(problems.empty());
    check_index_entries(tree, reporting(entries), problems);
    return told(problems);
}

}  // namespace

TEST_CASE("Entries within the range of their input are taken")
{
    CHECK(check({{"u-01", "cut", Ratio(0), false, {}},
                 {"u-01", "on-time", Ratio(1), false, {}},
                 {"u-01", "plan", Ratio(0), true, {}}})
              .empty());
    CHECK(check({{"u-01", "cut", Ratio(1000), false, {}}, {"u-01", "on-time", Ratio(2, 3), false, {}}}).empty());
}

TEST_CASE("An entry for an unknown component or unit is told with the nearest known one")
{
    const std::string text = check({{"u-1", "on-tim", Ratio(1), false, {}}});
    says(text, "SK1307 season.json:10:5 /index/0/unit: there is no unit \"u-1\"; did you mean \"u-01\"");
    says(text,
         "SK1308 season.json:10:5 /index/0/component: there is no component of the index \"on-tim\"; did you mean "
         "\"on-time\"? Known: cut, on-time, plan.");
}

TEST_CASE("An entry for what the library counts itself is refused")
{
    says(check({{"u-01", "made", Ratio(9), false, {}}}), "initiatives are counted by the library");
}

TEST_CASE("Figures outside the range of their input are refused where they stand")
{
    says(check({{"u-01", "cut", Ratio(1), false, {}}, {"u-01", "on-time", parse_ratio("1.001"), false, {}}}),
         "SK1205 season.json:11:5 /index/1/value: 1.001 is out of range: from 0 to 1");
    says(check({{"u-01", "on-time", Ratio(-1), false, {}}}), "SK1205");
    says(check({{"u-01", "cut", Ratio(-1), false, {}}}), "SK1205");
    says(check({{"u-01", "cut", Ratio(1, 2), false, {}}}), "0.5 is out of range: from 0 to any whole number");
}

TEST_CASE("Yes and no are written true and false, and stand only where they are asked")
{
    says(check({{"u-01", "plan", Ratio(1), false, {}}}),
         "SK1003 season.json:10:5 /index/0/value: expected true or false, found a number");
    says(check({{"u-01", "cut", Ratio(1), true, {}}}), "expected a number, found true or false");
}

TEST_CASE("A unit reports a component once")
{
    says(check({{"u-01", "cut", Ratio(1), false, {}},
                {"u-01", "plan", Ratio(1), true, {}},
                {"u-01", "cut", Ratio(1), false, {}}}),
         "SK1302 season.json:12:5 /index/2: the id \"u-01 cut\" is already used on line 10");
}

TEST_CASE("Entries wait for an index when no rulebook has one")
{
    Problems problems;
    check_index_entries({}, reporting({{"u-01", "anything", Ratio(7), false, {}}}), problems);
    CHECK(problems.empty());
    check_index_entries({}, reporting({{"u-09", "anything", Ratio(7), false, {}}}), problems);
    CHECK(problems.size() == 1);
}
