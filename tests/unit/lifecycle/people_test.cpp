// Guards about who acts, what is with the file, what took place, and what the council and the quota gave.
#include <sangkien/lifecycle/step.hpp>

#include "../catch.hpp"
#include "tables.hpp"

using namespace tables;

namespace {

const char* const more = R"(, "documents": {"plan": {"vi": "Đề án", "en": "Plan"}},
    "scoring": {"classes": {"A": {"vi": "Loại A", "en": "Class A"}, "B": {}}}, "quota": {"one": {"en": "One each"}})";

// "go" under `guard`, and "stay", which changes nothing.
Table rules_with(const std::string& guard)
{
    std::string text = procedure(guard, more);
    const std::string go = R"("transitions": {)";
    text.insert(text.find(go) + go.size(),
                R"("stay": {"from": "a", "to": "a", "by": "head", "vi": "Ở lại", "en": "Stay"}, )");
    return table(text);
}

StepResult go(const Table& rules, const Surroundings& around, std::string_view person = {})
{
    return step(rules, 0, "go", "head", noon, around, person);
}

List said(const Table& rules, const Surroundings& around, std::string_view person = {})
{
    return told(go(rules, around, person).findings);
}

}  // namespace

TEST_CASE("Nobody takes a step on their own initiative where the rules keep authors apart")
{
    const Table rules = rules_with(R"({"other-than": "author"})");
    Surroundings around = all_met(rules);
    around.authors = {"p1", "p2"};
    CHECK(said(rules, around, "p1") == List{"same-person fail"});
    CHECK(said(rules, around, "p2") == List{"same-person fail"});
    CHECK(said(rules, around, "p3") == List{"other-person pass"});
    CHECK(said(rules, around) == List{"person-unknown undetermined"});
    CHECK(go(rules, around, "p1").findings[0].lift->possible);
    CHECK(message(go(rules, around, "p1").findings[0], Language::en) == "p1 is an author.");
    around.authors.clear();
    CHECK(said(rules, around) == List{"nobody-barred pass"});
}

TEST_CASE("Asked of nobody in particular, the rules say whom it may not be")
{
    const Table rules = rules_with(R"({"other-than": "conflicted"})");
    Surroundings around = all_met(rules);
    around.conflicted = {"p4", "p5", "p4"};
    const auto find = [&](std::string_view person) {
        for (const Permitted& one : permitted(rules, 0, noon, around, person))
            if (one.transition->event == "go") return one;
        return Permitted{};
    };
    const Permitted anyone = find({});
    CHECK(anyone.verdict == Truth::pass);
    REQUIRE(told(anyone.findings) == List{"must-be-other pass"});
    CHECK(message(anyone.findings[0], Language::en) ==
          "Whoever does it may not be someone with a declared conflict of interest (p4, p5).");
    CHECK(find("p5").verdict == Truth::fail);
    CHECK(find("p6").verdict == Truth::pass);
}

TEST_CASE("Whoever took one step may be kept from another")
{
    const Table rules = rules_with(R"({"other-than": "event:stay"})");
    REQUIRE(rules.tallied == List{"stay"});
    Surroundings around = all_met(rules);
    CHECK(said(rules, around, "p1") == List{"nobody-barred pass"});
    around.taken = {{0, noon, "p1"}, {0, noon, "p2"}};
    CHECK(said(rules, around, "p1") == List{"same-person fail"});
    CHECK(said(rules, around, "p3") == List{"other-person pass"});
    CHECK(message(go(rules, around, "p1").findings[0], Language::vi) == "p1 là người thực hiện bước «Ở lại».");
    // One of them is not on record: whoever is not a known one may be that one.
    around.taken.push_back({0, noon, ""});
    CHECK(said(rules, around, "p3") == List{"person-unknown undetermined"});
    CHECK(said(rules, around, "p1") == List{"same-person fail"});
    // What is yet to come bars nobody.
    around.taken = {{0, Instant{noon.seconds + 1}, "p1"}};
    CHECK(said(rules, around, "p1") == List{"nobody-barred pass"});
}

TEST_CASE("An event counts as taken from its own instant on")
{
    const Table rules = rules_with(R"({"taken": "stay"})");
    Surroundings around = all_met(rules);
    CHECK(said(rules, around) == List{"event-not-taken fail"});
    around.taken = {{0, Instant{noon.seconds + 1}, ""}};
    CHECK(said(rules, around) == List{"event-not-taken fail"});
    around.taken[0].at = noon;
    CHECK(said(rules, around) == List{"event-taken pass"});
    CHECK(said(rules_with(R"({"not": {"taken": "stay"}})"), around) == List{"event-taken fail"});
}

TEST_CASE("A document is there, is not, comes later, or nobody has said")
{
    const Table rules = rules_with(R"({"document": "plan"})");
    Surroundings around = all_met(rules);
    CHECK(said(rules, around) == List{"document-present pass"});
    around.documents[0] = {Truth::fail, std::nullopt};
    CHECK(said(rules, around) == List{"document-absent fail"});
    around.documents[0] = {};
    CHECK(said(rules, around) == List{"document-unknown undetermined"});
    around.documents[0] = {Truth::pass, Instant{noon.seconds + 1}};
    CHECK(said(rules, around) == List{"document-absent fail"});
    around.documents[0].since = noon;
    CHECK(said(rules, around) == List{"document-present pass"});
}

TEST_CASE("A total and a class decide once they stand")
{
    const Table rules = rules_with(R"({"all": [{"score-at-least": "49.5"}, {"class": "A"}]})");
    Surroundings around = all_met(rules);
    CHECK(said(rules, around) == List{"score-open undetermined", "class-open undetermined"});
    around.mark = {Truth::pass, Ratio(99, 2), Name{"A", {}}};
    CHECK(said(rules, around) == List{"score-reached pass", "class-held pass"});
    around.mark.total = Ratio(4949, 100);
    around.mark.klass = Name{"B", {}};
    CHECK(said(rules, around) == List{"score-short fail", "class-other fail"});
    CHECK(message(go(rules, around).findings[1], Language::en) == "The class is not Class A but B.");
    around.mark.klass.reset();
    CHECK(message(go(rules, around).findings[1], Language::en) == "The class is not Class A.");
    around.mark.closed = Truth::undetermined;
    CHECK(said(rules, around) == List{"score-open undetermined", "class-open undetermined"});
}

TEST_CASE("The quota of the lead unit can be asked for")
{
    const Table rules = rules_with(R"({"quota": "one"})");
    Surroundings around = all_met(rules);
    CHECK(said(rules, around) == List{"quota-held pass"});
    around.quotas[0] = Truth::fail;
    CHECK(said(rules, around) == List{"quota-lacking fail"});
    around.quotas[0] = Truth::undetermined;
    CHECK(said(rules, around) == List{"quota-unsettled undetermined"});
}

TEST_CASE("A step may have to wait until a deadline is over")
{
    const Table rules = rules_with(R"({"after": "due"})");
    Surroundings around = all_met(rules);
    CHECK(said(rules, around) == List{"too-early fail"});
    around.deadlines[0].end.ends = noon;
    CHECK(said(rules, around) == List{"deadline-over pass"});
    around.deadlines[0].determined = false;
    CHECK(said(rules, around) == List{"deadline-unknown undetermined"});
}

TEST_CASE("Names that guards do not know are told with what is known")
{
    CHECK(wrong(procedure(R"({"document": "plam"})", more)) == List{"SK1308 /lifecycle/transitions/go/when/document"});
    CHECK(wrong(procedure(R"({"taken": "stay"})", more)) == List{"SK1308 /lifecycle/transitions/go/when/taken"});
    CHECK(wrong(procedure(R"({"other-than": "autor"})", more)) ==
          List{"SK1308 /lifecycle/transitions/go/when/other-than"});
    CHECK(wrong(procedure(R"({"other-than": "event:gone"})", more)) ==
          List{"SK1308 /lifecycle/transitions/go/when/other-than"});
    CHECK(wrong(procedure(R"({"class": "C"})", more)) == List{"SK1308 /lifecycle/transitions/go/when/class"});
    CHECK(wrong(procedure(R"({"quota": "two"})", more)) == List{"SK1308 /lifecycle/transitions/go/when/quota"});
    CHECK(wrong(procedure(R"({"score-at-least": "many"})", more)).size() == 1);
    CHECK(wrong(procedure(R"({"after": "dew"})", more)) == List{"SK1308 /lifecycle/transitions/go/when/after"});
}
