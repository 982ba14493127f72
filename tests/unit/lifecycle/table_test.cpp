#include <sangkien/core/limits.hpp>

#include "tables.hpp"

using namespace tables;

namespace {

const std::string go = "/lifecycle/transitions/go";

// {"not": {"not": ... "area-listed"}}
std::string negated(std::size_t times)
{
    std::string out = "\"area-listed\"";
    for (std::size_t i = 0; i < times; ++i) out = "{\"not\": " + out + "}";
    return out;
}

}  // namespace

TEST_CASE("A procedure compiles to states, roles, events and guards by position")
{
    const Table rules = table(procedure(R"({"all": ["area-listed", {"before": "due"}, {"not": {"fact": "odd"}}]})"));
    CHECK(rules.stated);
    CHECK(rules.state("b") == 1);
    CHECK_FALSE(rules.state("c"));
    CHECK(rules.role("chair") == 1);
    CHECK(rules.has_event("go"));
    CHECK_FALSE(rules.has_event("stay"));
    CHECK(rules.events() == List{"go"});
    REQUIRE(rules.transitions.size() == 1);
    CHECK(rules.transitions[0].from == std::vector<std::uint16_t>{0});
    CHECK(rules.transitions[0].to == 1);
    REQUIRE(rules.guards.size() == 5);
    CHECK(rules.guards[*rules.transitions[0].guard].kind == GuardKind::all);
    CHECK(rules.states[1].kind == StateKind::ended);
    CHECK(rules.facts[0].stated_by->id == "head");
    CHECK_FALSE(table("{}").stated);
}

TEST_CASE("Names that nobody defined are told where they stand, with the nearest that is defined")
{
    CHECK(wrong(procedure("\"area-listd\"")) == List{"SK1308 " + go + "/when"});
    CHECK(wrong(procedure(R"({"before": "deu"})")) == List{"SK1308 " + go + "/when/before"});
    CHECK(wrong(procedure(R"({"within": "due"})")) == List{"SK1308 " + go + "/when/within"});
    CHECK(wrong(procedure(R"({"fact": "due"})")) == List{"SK1308 " + go + "/when/fact"});
    CHECK(wrong(procedure(R"({"level": "country"})")) == List{"SK1308 " + go + "/when/level"});
    CHECK(wrong(procedure(R"({"all": ["area-listed", {"any": ["selected", "x"]}]})")) ==
          List{"SK1308 " + go + "/when/all/1/any/1"});
    CHECK(wrong(texts::replaced(procedure(""), "\"from\": \"a\"", "\"from\": [\"a\", \"c\"]")) ==
          List{"SK1308 " + go + "/from/1"});
    CHECK(wrong(texts::replaced(procedure(""), "\"to\": \"b\"", "\"to\": \"c\"")) == List{"SK1308 " + go + "/to"});
    CHECK(wrong(texts::replaced(procedure(""), "\"by\": \"head\"", "\"by\": \"hed\"")) == List{"SK1308 " + go + "/by"});
    CHECK(wrong(texts::replaced(procedure(""), "\"start\": \"a\"", "\"start\": \"x\"")) ==
          List{"SK1308 /lifecycle/start"});
    CHECK(wrong(texts::replaced(procedure(""), "\"stated-by\": \"head\"", "\"stated-by\": \"hed\"")) ==
          List{"SK1308 /facts/new/stated-by"});
    const std::vector<Problem> near = texts::problems_of([] { table(procedure(R"({"before": "deu"})")); });
    CHECK(message(near.at(0), Language::en)
              .find("there is no deadline of the schedule \"deu\"; did you mean \"due\"? Known: due, "
                    "later.") != std::string::npos);
}

TEST_CASE("A guard has one operator, and each the operand it takes")
{
    CHECK(wrong(procedure("{}")) == List{"SK1513 " + go + "/when"});
    CHECK(wrong(procedure(R"({"all": ["selected"], "any": ["selected"]})")) == List{"SK1513 " + go + "/when"});
    CHECK(wrong(procedure(R"({"before": "due", "fact": "new"})")) == List{"SK1513 " + go + "/when"});
    CHECK(wrong(procedure(R"({"vi": "v", "en": "e"})")) == List{"SK1513 " + go + "/when"});
    CHECK(wrong(procedure("7")) == List{"SK1003 " + go + "/when"});
    CHECK(wrong(procedure("[\"selected\"]")) == List{"SK1003 " + go + "/when"});
    CHECK(wrong(procedure(R"({"all": "selected"})")) == List{"SK1003 " + go + "/when/all"});
    CHECK(wrong(procedure(R"({"fact": ["new"]})")) == List{"SK1003 " + go + "/when/fact"});
    CHECK(wrong(procedure(R"({"before": ""})")) == List{"SK1010 " + go + "/when/before"});
    CHECK(wrong(procedure(R"({"alll": ["selected"]})")) ==
          List{"SK1513 " + go + "/when", "SK1002 " + go + "/when/alll"});
}

TEST_CASE("Every key of a procedure that nobody asked for is told")
{
    CHECK(wrong(texts::replaced(procedure(""), "\"to\": \"b\"", "\"tto\": \"b\"")) ==
          List{"SK1004 " + go, "SK1002 " + go + "/tto"});
    CHECK(wrong(texts::replaced(procedure(""), "\"kind\": \"open\"", "\"kinds\": \"open\"")) ==
          List{"SK1004 /lifecycle/states/a", "SK1002 /lifecycle/states/a/kinds"});
    CHECK(wrong(texts::replaced(procedure(""), "\"kind\": \"open\"", "\"kind\": \"opened\"")) ==
          List{"SK1007 /lifecycle/states/a/kind"});
}

TEST_CASE("A condition that rests on itself is told once, however long the way round")
{
    const auto circle = [](const char* conditions) { return wrong(procedure("\"area-listed\"", conditions)); };
    CHECK(circle(R"(, "conditions": {"c": {"when": "c"}})") == List{"SK1515 /conditions/c/when"});
    CHECK(circle(R"(, "conditions": {"c": {"when": {"not": "d"}}, "d": {"when": {"any": ["selected", "c"]}}})") ==
          List{"SK1515 /conditions/d/when/any/1"});
    CHECK(circle(R"(, "conditions": {"c": {"when": {"all": ["d", "d"]}}, "d": {"when": "area-listed"}})").empty());
    CHECK(circle(R"(, "conditions": {"c": {"vi": "v"}})") == List{"SK1004 /conditions/c"});
}

TEST_CASE("A guard that rests on an unverified value is refused, whatever it rests on")
{
    // Citations are given by layering, so the whole of Rules is asked.
    const auto load = [](const char* where) {
        std::string text =
            R"({"rulebook": 1, "id": "r", "document": {"number": "1", "issuer": "o", "issued": "2025-01-01",
            "from": "2025-01-01", "provenance": "law"}, "layer": "ward", "clauses": {"c": {"vi": "v", "en": "e"}},
            "roles": {"h": {"clause": "c"}}, "facts": {"n": {"clause": "c"}}, "levels": {"y": {"clause": "c"}},
            "schedule": {"s": {"yearly": "25/9", "bound": "by", "roll": "none", "clause": "c"}},
            "clocks": {"k": {"length": "1 year", "from": "day:first_applied", "clause": "c"}},
            "conditions": {"d": {"when": {"fact": "n"}, "clause": "c"}},
            "lifecycle": {"clause": "c", "start": "a", "states": {"a": {"kind": "open"}}, "transitions": {
              "t": {"from": "a", "to": "a", "by": "h", "when": {"all": ["d", {"before": "s"}, {"not": {"within": "k"}}, {"level": "y"}, "selected"]}}}}})";
        if (*where != '\0')
            text = texts::replaced(text, where, std::string(where) + "\"provenance\": \"unverified\", ");
        List out;
        for (const Problem& problem : texts::problems_of([&] { load_rules_text({text}); }))
            out.push_back(code(problem.id) + " " + problem.place.pointer);
        return out;
    };
    const std::string when = "/lifecycle/transitions/t/when";
    CHECK(load("").empty());
    CHECK(load("\"n\": {") == List{"SK1507 /conditions/d/when/fact"});
    CHECK(load("\"s\": {") == List{"SK1507 " + when + "/all/1/before"});
    CHECK(load("\"k\": {") == List{"SK1507 " + when + "/all/2/not/within"});
    CHECK(load("{\"all\": [\"d\", {") == List{"SK1507 " + when + "/all/1/before"});
    CHECK(load("\"y\": {") == List{"SK1507 " + when + "/all/3/level"});
    CHECK(load("\"t\": {") == List{"SK1507 " + when + "/all/1/before", "SK1507 " + when + "/all/2/not/within",
                                   "SK1507 " + when + "/all/3/level", "SK1507 " + when + "/all/4"});
    CHECK(load("\"h\": {").empty());  // no guard rests on who may act
}

TEST_CASE("Guards nest to a limit, through named conditions as well, and named conditions do not multiply without one")
{
    CHECK(wrong(procedure(negated(limits::guard_depth))).empty());
    CHECK(wrong(procedure(negated(limits::guard_depth + 1))).size() == 1);
    CHECK(wrong(procedure(negated(40))).at(0).substr(0, 6) == "SK1006");

    // Each condition negates the next, or asks the next twice: met from either end.
    const auto chain = [](int length, bool upwards, bool twice) {
        std::string out;
        for (int i = 0; i < length; ++i) {
            const bool last = upwards ? i + 1 == length : i == 0;
            const std::string next = last ? "\"area-listed\"" : "\"c" + std::to_string(upwards ? i + 1 : i - 1) + "\"";
            out += (i > 0 ? ", \"c" : "\"c") + std::to_string(i) + R"(": {"when": )" +
                   (twice ? "{\"all\": [" + next + ", " + next + "]}" : "{\"not\": " + next + "}") + "}";
        }
        return procedure("\"c0\"", ", \"conditions\": {" + out + "}");
    };
    for (const bool upwards : {true, false}) {
        INFO(upwards);
        CHECK(wrong(chain(8, upwards, false)).empty());
        CHECK(wrong(chain(10, upwards, true)).empty());
        for (const bool twice : {true, false}) {
            const List found = wrong(chain(4000, upwards, twice));
            REQUIRE_FALSE(found.empty());
            CHECK(found.front().substr(0, 6) == "SK1006");
        }
        CHECK(wrong(chain(14, upwards, true)).at(0).substr(0, 6) == "SK1006");
    }
    std::string wide;
    for (std::size_t i = 0; i < 70000; ++i) wide += i > 0 ? ",\"selected\"" : "\"selected\"";
    CHECK(wrong(procedure("{\"all\": [" + wide + "]}")).at(0).substr(0, 6) == "SK1006");
}
