// What is out of reach under assumptions: no step is left that they forbid, none is lost that they allow.
#include <sangkien/lifecycle/assumptions.hpp>

#include "../random.hpp"
#include "tables.hpp"

using namespace tables;

namespace {

const Ruleset& dispatch()
{
    static const Rules rules = load_rules({"charter-13-2012", "gia-vien-934", "council-illustrative"});
    return rules.rulesets().back();
}

bool contradicts(const GuardWay& way, const Assumptions& given)
{
    for (const LeafValue& value : way)
        for (const LeafValue& one : given)
            if (value.leaf == one.leaf && value.holds != one.holds) return true;
    return false;
}

// The ways to meet a guard, from the rulebook itself: is there one that nothing assumed contradicts?
bool allowed(const Transition& transition, const Assumptions& given)
{
    const Node root = dispatch().effective.tree.root();
    const Node when = root.get("lifecycle").get("transitions").get(transition.name.id).get("when");
    for (const GuardWay& way : guard_ways(when, root.get("conditions"), true, 100000))
        if (!contradicts(way, given)) return true;
    return false;
}

Roles everybody(const Table& table)
{
    Roles out;
    for (std::size_t i = 0; i < table.roles.size(); ++i) out.push_back(static_cast<std::uint16_t>(i));
    return out;
}

Assumptions given(const char* kind, const char* subject, bool holds) { return {{{kind, subject}, holds}}; }

// Is the step "go" left under these assumptions?
bool left(const std::string& guard, const Assumptions& assumed)
{
    static const std::string more = R"(, "documents": {"form": {}}, "scoring": {"classes": {"A": {}, "B": {}}})";
    return !assuming(table(procedure(guard, more)), assumed).transitions[0].from.empty();
}

}  // namespace

TEST_CASE("The dispatch's guards ask these things, as the rulebook writes them")
{
    List names;
    for (const GuardLeaf& leaf : leaves_asked(dispatch().table)) names.push_back(leaf.kind + " " + leaf.subject);
    std::sort(names.begin(), names.end());
    CHECK(names == List{"before ward-decision", "before ward-submission", "condition area-listed",
                        "condition council-approves", "condition selected", "fact applied", "fact beneficial",
                        "fact contrary-to-public-order", "fact ip-protected", "fact new-in-unit", "level city",
                        "within right-to-ask"});
}

TEST_CASE("Under any assumptions those steps are left that some way of the rulebook allows")
{
    const Table& table = dispatch().table;
    const std::vector<GuardLeaf> leaves = leaves_asked(table);
    test::Random chance(13);
    std::size_t lost = 0, kept = 0;
    for (int round = 0; round < 200; ++round) {
        Assumptions assumed;
        for (const GuardLeaf& leaf : leaves)
            if (chance.once_in(4)) assumed.push_back({leaf, chance.once_in(2)});
        const Table under = assuming(table, assumed);
        for (std::size_t i = 0; i < table.transitions.size(); ++i) {
            const bool stands = under.transitions[i].from == table.transitions[i].from;
            REQUIRE(stands == allowed(table.transitions[i], assumed));
            REQUIRE((stands || under.transitions[i].from.empty()));
            ++(stands ? kept : lost);
        }
    }
    CHECK(lost > 200);
    CHECK(kept > 200);
}

TEST_CASE("If the council never approves, nobody together recognises; if it does, the conditions still decide")
{
    const Table& table = dispatch().table;
    const std::uint16_t recognised = state_named(table, "recognised"), refused = state_named(table, "refused");
    CHECK(find_breach(table, everybody(table), recognised));
    const Table never = assuming(table, given("condition", "council-approves", false));
    CHECK_FALSE(find_breach(never, everybody(table), recognised));
    CHECK(reaches(never, never.start, everybody(table), refused));
    const Table approved = assuming(table, given("condition", "council-approves", true));
    CHECK(reaches(approved, approved.start, everybody(table), recognised));
    CHECK(reaches(approved, approved.start, everybody(table), refused));
    Assumptions sound = given("condition", "council-approves", true);
    for (const char* fact : {"new-in-unit", "applied", "beneficial"}) sound.push_back({{"fact", fact}, true});
    for (const char* fact : {"contrary-to-public-order", "ip-protected"}) sound.push_back({{"fact", fact}, false});
    CHECK_FALSE(reaches(assuming(table, sound), table.start, everybody(table), refused));
}

TEST_CASE("Each kind of condition can be assumed, and a file has one level and one class")
{
    CHECK_FALSE(left(R"({"after": "due"})", given("before", "due", true)));
    CHECK(left(R"({"after": "due"})", given("before", "due", false)));
    CHECK_FALSE(left(R"({"document": "form"})", given("document", "form", false)));
    CHECK_FALSE(left(R"({"taken": "go"})", given("taken", "go", false)));
    CHECK_FALSE(left(R"({"other-than": "author"})", given("other-than", "author", false)));
    CHECK_FALSE(left(R"({"other-than": "event:go"})", given("other-than", "event:go", false)));
    CHECK_FALSE(left(R"({"score-at-least": "82.5"})", given("score-at-least", "82.5", false)));
    CHECK_FALSE(left(R"({"not": {"within": "year"}})", given("within", "year", true)));
    const std::string both = R"({"any": [{"class": "A"}, {"all": [{"class": "B"}, {"fact": "new"}]}]})";
    CHECK(left(both, given("class", "B", true)));
    CHECK_FALSE(left(R"({"all": [{"class": "A"}, {"not": {"class": "B"}}]})", given("class", "B", true)));
    CHECK_FALSE(left(R"({"any": [{"level": "city"}, {"all": [{"level": "ward"}, {"fact": "new"}]}]})",
                     {{{"level", "ward"}, true}, {{"fact", "new"}, false}}));
}

TEST_CASE("What no guard asks cannot be assumed, and the error names what can")
{
    const auto problems =
        texts::problems_of([] { assuming(dispatch().table, given("condition", "council-aproves", true)); });
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().id == ErrorId::unknown_name);
    CHECK(message(problems.front(), Language::en).find("condition council-approves") != std::string::npos);
}
