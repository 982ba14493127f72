// Paths as cases: each one is walked with the step function itself, and each refusal is refused for its own reason.
#include <sangkien/lifecycle/guard_ways.hpp>
#include <sangkien/lifecycle/paths.hpp>

#include "../random.hpp"
#include "tables.hpp"

using namespace tables;

namespace {

const Ruleset& dispatch()
{
    static const Rules rules = load_rules({"charter-13-2012", "gia-vien-934", "council-illustrative"});
    return rules.rulesets().back();
}

void set(Surroundings& around, const Table& table, const LeafValue& value)
{
    const auto place = [&](const std::vector<std::string>& names) {
        return static_cast<std::size_t>(std::find(names.begin(), names.end(), value.leaf.subject) - names.begin());
    };
    const Instant ends{noon.seconds + (value.holds ? 1 : -1)};
    if (value.leaf.kind == "before") {
        around.deadlines[place(table.deadlines)] = deadline("due", ends);
    } else if (value.leaf.kind == "within") {
        around.clocks[place(table.clocks)] = clock("year", ends);
    } else if (value.leaf.kind == "fact") {
        std::vector<std::string> ids;
        for (const FactRule& fact : table.facts) ids.push_back(fact.name.id);
        around.facts[place(ids)] = truth(value.holds);
    } else if (value.leaf.kind == "level") {
        if (value.holds)
            around.level = Name{value.leaf.subject, {}};
        else if (around.level && around.level->id == value.leaf.subject)
            around.level.reset();
    } else {
        REQUIRE(value.leaf.kind == "condition");
        around.builtins[place({"area-listed", "council-approves", "selected"})].value = truth(value.holds);
    }
}

// Whatever holds, with what `way` says on top.
Surroundings by_chance(const Table& table, const GuardWay& way, test::Random& chance)
{
    Surroundings out = all_met(table);
    for (const std::string& name : table.deadlines) set(out, table, {{"before", name}, chance.once_in(2)});
    for (const std::string& name : table.clocks) set(out, table, {{"within", name}, chance.once_in(2)});
    for (const FactRule& fact : table.facts) set(out, table, {{"fact", fact.name.id}, chance.once_in(2)});
    for (const char* name : {"area-listed", "council-approves", "selected"})
        set(out, table, {{"condition", name}, chance.once_in(2)});
    out.level = Name{chance.once_in(2) ? "ward" : "city", {}};
    for (const LeafValue& value : way) set(out, table, value);
    return out;
}

Node when_of(const Transition& transition)
{
    return dispatch().effective.tree.root().get("lifecycle").get("transitions").get(transition.name.id).get("when");
}

std::vector<GuardWay> ways_of(const Transition& transition, bool met)
{
    return guard_ways(when_of(transition), dispatch().effective.tree.root().get("conditions"), met, 1000);
}

// A table of states a, b, c, ... from "a>b a>c": steps s0, s1, ... by the head, those with `!` by the chair.
Table drawn(const std::string& arrows, const std::string& states = "abcdef")
{
    std::string sections = "{" + vocabulary() + R"(, "lifecycle": {"start": "a", "states": {)";
    for (const char state : states)
        sections += std::string(state == states[0] ? "" : ", ") + "\"" + state + R"(": {"kind": "open"})";
    sections += R"(}, "transitions": {)";
    int count = 0;
    for (std::size_t at = 0; at < arrows.size(); at += arrows[at + 3] == '!' ? 5 : 4) {
        sections += std::string(count == 0 ? "" : ", ") + "\"s" + std::to_string(count) + R"(": {"from": ")" +
                    arrows[at] + R"(", "to": ")" + arrows[at + 2] + R"(", "by": ")" +
                    (arrows[at + 3] == '!' ? "chair" : "head") + "\"}";
        ++count;
    }
    return table(sections + "}}}");
}

std::string walked(const Path& path)
{
    std::string out;
    for (const PathStep& step : path) out += (out.empty() ? "s" : " s") + std::to_string(step.transition);
    return out;
}

List walked(const Paths& paths)
{
    List out;
    for (const Path& path : paths.paths) out.push_back(walked(path));
    return out;
}

}  // namespace

TEST_CASE("each shortest path of the dispatch can be walked, in any surroundings that its ways ask for")
{
    const Table& table = dispatch().table;
    test::Random chance(7);
    int steps = 0;
    for (const auto& path : shortest_paths(table)) {
        REQUIRE(path);
        std::uint16_t here = table.start;
        for (const PathStep& one : *path) {
            const Transition& transition = table.transitions[one.transition];
            for (const GuardWay& way : ways_of(transition, true))
                for (int i = 0; i < 20; ++i) {
                    const StepResult result = step(table, here, transition.event, table.roles[transition.by[0]].id,
                                                   noon, by_chance(table, way, chance));
                    REQUIRE(result.verdict == Truth::pass);
                    REQUIRE(*result.to == one.to);
                    ++steps;
                }
            here = one.to;
        }
    }
    CHECK(steps > 500);
}

TEST_CASE("each refusal of the dispatch is refused for the reason it names")
{
    const Table& table = dispatch().table;
    test::Random chance(11);
    int guards = 0;
    for (const Refusal& refusal : refusals(table)) {
        const Transition& transition = table.transitions[refusal.transition];
        const auto tried = [&](const Surroundings& around) {
            return step(table, refusal.state, transition.event, table.roles[*refusal.role].id, noon, around);
        };
        CAPTURE(transition.name.id, table.states[refusal.state].name.id, word(refusal.kind));
        if (refusal.kind != RefusalKind::guard_unmet) {
            const List findings = told(tried(all_met(table)).findings);
            const bool role = refusal.kind == RefusalKind::wrong_role;
            CHECK(std::count(findings.begin(), findings.end(), role ? "wrong-role fail" : "wrong-state fail") == 1);
            CHECK(std::count(findings.begin(), findings.end(), role ? "wrong-state fail" : "wrong-role fail") == 0);
            continue;
        }
        for (const GuardWay& way : ways_of(transition, false))
            for (int i = 0; i < 20; ++i) {
                CHECK(tried(by_chance(table, way, chance)).verdict == Truth::fail);
                ++guards;
            }
    }
    CHECK(guards > 200);
}

TEST_CASE("on the dispatch nobody but the chairperson brings a file to recognition")
{
    const Table& table = dispatch().table;
    Roles others;
    for (std::size_t i = 0; i < table.roles.size(); ++i)
        if (table.roles[i].id != "chairperson") others.push_back(static_cast<std::uint16_t>(i));
    const std::uint16_t recognised = state_named(table, "recognised");
    CHECK_FALSE(find_breach(table, others, recognised));
    const auto breach = find_breach(table, roles_named(table, {"chairperson"}), recognised);
    REQUIRE(breach);
    CHECK(breach->before.size() == 3);
    CHECK(breach->then.size() == 1);
    CHECK_FALSE(reaches(table, table.start, others, recognised));
    CHECK(reaches(table, recognised, {}, recognised));
    CHECK(texts::problems_of([&] { state_named(table, "recognized"); }).front().id == ErrorId::unknown_name);
}

TEST_CASE("paths come in the order of the table, and no more than were asked for")
{
    const Table table = drawn("a>b a>c b>c c>a c>d b>b d>c ");
    CHECK(walked(simple_paths(table, std::nullopt, 10)) == List{"s0 s2 s4", "s1 s4"});
    CHECK(walked(simple_paths(table, 2, 10)) == List{"s0 s2", "s1"});
    CHECK(simple_paths(table, std::nullopt, 2).complete);
    CHECK_FALSE(simple_paths(table, std::nullopt, 1).complete);
    CHECK(walked(all_paths(table, 2, 10)) == List{"s0", "s1", "s0 s2", "s0 s5", "s1 s3", "s1 s4"});
    CHECK(walked(all_paths(table, 2, 3)) == List{"s0", "s1", "s0 s2"});
    CHECK_FALSE(all_paths(table, 2, 3).complete);
    CHECK(all_paths(table, 2, 6).complete);
    CHECK_FALSE(shortest_paths(table)[4]);
    CHECK(walked(*shortest_paths(table)[3]) == "s1 s4");
    CHECK(simple_paths(Table{}, std::nullopt, 1).paths.empty());
}

TEST_CASE("a search among more paths than anybody can wait for ends, and says that there are more")
{
    const std::string states = "abcdefghijklmn";
    std::string arrows;
    for (const char from : states)
        for (const char to : states)
            if (from != to && to != 'n') arrows += std::string(1, from) + ">" + to + " ";
    CHECK(arrows.size() == 4 * (14 * 13 - 13));
    const Table table = drawn(arrows, states);
    CHECK_FALSE(simple_paths(table, 13, 1).complete);
    CHECK_FALSE(simple_paths(table, std::nullopt, 5).complete);
}

TEST_CASE("a breach is the shortest, and takes what others did before into account")
{
    // To c: by the chair after b, by the head after e, which b leads to.
    const Table table = drawn("a>b! b>c! b>e e>c e>f f>c ");
    const Roles head{0}, chair{1};
    CHECK_FALSE(reaches(table, 0, head, 2));
    CHECK(reaches(table, 1, head, 2));
    const auto by_head = find_breach(table, head, 2);
    REQUIRE(by_head);
    CHECK(walked(by_head->before) == "s0");
    CHECK(walked(by_head->then) == "s2 s3");
    const auto by_chair = find_breach(table, chair, 2);
    REQUIRE(by_chair);
    CHECK(by_chair->before.empty());
    CHECK(walked(by_chair->then) == "s0 s1");
    CHECK_FALSE(find_breach(table, {}, 2));
    CHECK_FALSE(find_breach(table, {0, 1}, 3));
}

TEST_CASE("the least ways to meet and to miss a guard")
{
    const Tree tree = texts::parsed(R"({"conditions": {"both": {"when": {"all": [{"fact": "x"}, {"fact": "y"}]}}},
        "one": {"any": ["both", {"not": {"before": "due"}}, {"fact": "x"}]},
        "never": {"all": [{"level": "ward"}, {"level": "city"}]}, "told": {"fact": "x", "vi": "X", "clause": "1"}})");
    const Node root = tree.root();
    const auto shown = [&](const char* guard, bool met) {
        List out;
        for (const GuardWay& way : guard_ways(root.get(guard), root.get("conditions"), met, 9)) {
            std::string line;
            for (const LeafValue& value : way)
                line += (line.empty() ? "" : " ") + std::string(value.holds ? "" : "!") + value.leaf.kind + ":" +
                        value.leaf.subject;
            out.push_back(line);
        }
        return out;
    };
    // x alone is less than x and y.
    CHECK(shown("one", true) == List{"!before:due", "fact:x"});
    CHECK(shown("one", false) == List{"!fact:x before:due"});
    CHECK(shown("never", true).empty());
    CHECK(shown("never", false) == List{"!level:ward", "!level:city"});
    CHECK(shown("told", true) == List{"fact:x"});
    CHECK(shown("absent", true) == List{""});
    CHECK(shown("absent", false).empty());
}
