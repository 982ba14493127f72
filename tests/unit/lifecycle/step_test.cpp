#include "tables.hpp"

using namespace tables;

namespace {

StepResult go(const Table& rules, const Surroundings& around, const char* role = "head", Instant at = noon)
{
    return step(rules, 0, "go", role, at, around);
}

List told_of(const std::string& guard, const std::function<void(Surroundings&)>& change)
{
    const Table rules = table(procedure(guard));
    Surroundings around = all_met(rules);
    change(around);
    return told(go(rules, around).findings);
}

const char* everything = R"({"all": ["area-listed", "council-approves", "selected", {"level": "city"}, {"fact": "new"},
    {"not": {"fact": "old"}}, {"before": "due"}, {"within": "year"}]})";

}  // namespace

TEST_CASE("A step whose guards are met is taken, and tells what was met")
{
    const Table rules = table(procedure(everything));
    Surroundings around = all_met(rules);
    around.facts[1] = Truth::fail;
    const StepResult result = go(rules, around);
    CHECK(result.verdict == Truth::pass);
    CHECK(result.to == 1);
    CHECK(told(result.findings) == List{"area-listed pass", "council-approves pass", "selected pass",
                                        "level-sought pass", "fact-stated pass", "fact-stated pass", "in-time pass",
                                        "within-period pass"});
    for (const Finding& finding : result.findings) CHECK_FALSE(finding.lift);
    CHECK(go(table(procedure("")), all_met(table(procedure("")))).findings.empty());
}

TEST_CASE("Every unmet guard is listed, not the first, and an open one does not hide a failed one")
{
    const Table rules = table(procedure(everything));
    Surroundings around = all_met(rules);
    for (BuiltinReading& reading : around.builtins) reading.value = Truth::fail;
    around.level = std::nullopt;
    around.facts = {Truth::undetermined, Truth::pass, Truth::pass};
    around.deadlines[0].end.ends = noon;
    around.clocks[0].end.ends = noon;
    const StepResult result = go(rules, around);
    CHECK(result.verdict == Truth::fail);
    CHECK_FALSE(result.to);
    CHECK(told(result.findings) == List{"area-missing fail", "council-refuses fail", "not-selected fail",
                                        "level-other fail", "fact-missing undetermined", "fact-stated fail",
                                        "late fail", "period-over fail"});
    for (const Finding& finding : result.findings) {
        REQUIRE(finding.lift);
        CHECK_FALSE(finding.lift->how.vi.empty());
        CHECK_FALSE(finding.lift->how.en.empty());
    }
    CHECK(result.findings[4].lift->who->id == "head");
    CHECK_FALSE(result.findings[6].lift->possible);
}

TEST_CASE("A file in another state, or another role, is told together with what the guards say")
{
    const Table rules = table(procedure(R"({"before": "due"})"));
    Surroundings around = all_met(rules);
    around.deadlines[0].end.ends = noon;
    const StepResult result = step(rules, 1, "go", "chair", noon, around);
    CHECK(result.verdict == Truth::fail);
    CHECK(told(result.findings) == List{"wrong-state fail", "wrong-role fail", "late fail"});
    CHECK(std::get<std::vector<Name>>(argument(result.findings[0], "needed").value).at(0).id == "a");
    CHECK(std::get<std::vector<Name>>(argument(result.findings[1], "needed").value).at(0).id == "head");
    CHECK(told(step(rules, 0, "go", "nobody", noon, all_met(rules)).findings) ==
          List{"wrong-role fail", "in-time pass"});
    CHECK(told(step(rules, 0, "go", "", noon, all_met(rules)).findings) == List{"wrong-role fail", "in-time pass"});
}

TEST_CASE("An event that no paper knows is undetermined, not refused")
{
    const Table rules = table(procedure(""));
    const StepResult result = step(rules, 0, "fly", "head", noon, all_met(rules));
    CHECK(result.verdict == Truth::undetermined);
    CHECK(result.transition == nullptr);
    CHECK(told(result.findings) == List{"event-unknown undetermined"});
}

TEST_CASE("The last instant before a deadline is in time, and the deadline itself is late")
{
    const Table rules = table(procedure(R"({"all": [{"before": "due"}, {"within": "year"}]})"));
    const Surroundings around = all_met(rules);
    CHECK(told(go(rules, around).findings) == List{"in-time pass", "within-period pass"});
    CHECK(told(go(rules, around, "head", Instant{noon.seconds + 1}).findings) == List{"late fail", "period-over fail"});
}

TEST_CASE("A deadline or a clock whose end cannot be told leaves the step open")
{
    CHECK(told_of(R"({"before": "due"})", [](Surroundings& s) { s.deadlines[0].determined = false; }) ==
          List{"deadline-unknown undetermined"});
    CHECK(told_of(R"({"within": "year"})", [](Surroundings& s) { s.clocks[0].determined = false; }) ==
          List{"deadline-unknown undetermined"});
    CHECK(told_of(R"({"not": {"before": "due"}})", [](Surroundings& s) { s.deadlines[0].determined = false; }) ==
          List{"deadline-unknown undetermined"});
}

TEST_CASE("A clock is judged at the moment that stopped it, and before it begins nothing is late")
{
    const auto judged = [](std::int64_t ends, std::int64_t stopped) {
        return told_of(R"({"within": "year"})", [&](Surroundings& s) {
            s.clocks[0].end.ends = Instant{noon.seconds + ends};
            s.clocks[0].stopped = Instant{noon.seconds + stopped};
        });
    };
    CHECK(judged(-10, -11) == List{"within-period pass"});
    CHECK(judged(-10, -10) == List{"period-over fail"});
    CHECK(judged(-10, 5) == List{"period-over fail"});  // what stops it later does not excuse it now
    CHECK(judged(1, 5) == List{"within-period pass"});
    CHECK(told_of(R"({"within": "year"})", [](Surroundings& s) { s.clocks[0].begun = false; }) ==
          List{"period-not-begun pass"});
}

TEST_CASE("Under a negation what fails is met, and the finding says what is required")
{
    const auto odd = [](Truth value) {
        return told_of(R"({"not": {"fact": "odd"}})", [&](Surroundings& s) { s.facts[2] = value; });
    };
    CHECK(odd(Truth::fail) == List{"fact-stated pass"});
    CHECK(odd(Truth::pass) == List{"fact-stated fail"});
    CHECK(odd(Truth::undetermined) == List{"fact-missing undetermined"});
    const Table rules = table(procedure(R"({"not": {"fact": "odd"}})"));
    const StepResult result = go(rules, all_met(rules));
    CHECK(std::get<bool>(argument(result.findings.at(0), "required").value) == false);
    CHECK(std::get<bool>(argument(result.findings.at(0), "stated").value) == true);
    CHECK(told_of(R"({"not": "council-approves"})", [](Surroundings&) {}) == List{"council-approves fail"});
    CHECK(told_of(R"({"not": {"not": "council-approves"}})", [](Surroundings&) {}) == List{"council-approves pass"});
}

TEST_CASE("Of an alternative that holds only what holds is told, of one that does not everything")
{
    const char* either = R"({"any": [{"fact": "new"}, {"fact": "old"}, {"fact": "odd"}]})";
    const auto with = [&](Truth a, Truth b, Truth c) {
        return told_of(either, [&](Surroundings& s) { s.facts = {a, b, c}; });
    };
    CHECK(with(Truth::fail, Truth::pass, Truth::undetermined) == List{"fact-stated pass"});
    CHECK(with(Truth::pass, Truth::pass, Truth::fail) == List{"fact-stated pass", "fact-stated pass"});
    CHECK(with(Truth::fail, Truth::fail, Truth::fail) ==
          List{"fact-stated fail", "fact-stated fail", "fact-stated fail"});
    CHECK(with(Truth::fail, Truth::undetermined, Truth::fail) ==
          List{"fact-stated fail", "fact-missing undetermined", "fact-stated fail"});
}

TEST_CASE("What lifts a guard has to happen by the earliest deadline of the step that is still open")
{
    const auto by = [](const char* guard, std::int64_t due, std::int64_t later) {
        const Table rules = table(procedure(guard));
        Surroundings around = all_met(rules);
        around.facts[0] = Truth::undetermined;
        around.deadlines[0].end.ends = Instant{noon.seconds + due};
        around.deadlines[1].end.ends = Instant{noon.seconds + later};
        for (const Finding& finding : go(rules, around).findings)
            if (finding.id == FindingId::fact_missing)
                return finding.lift->by ? finding.lift->by->seconds - noon.seconds : 0;
        return std::int64_t{-1};
    };
    const char* both = R"({"all": [{"fact": "new"}, {"before": "later"}, {"before": "due"}]})";
    CHECK(by(both, 100, 200) == 100);
    CHECK(by(both, 200, 100) == 100);
    CHECK(by(both, -5, 100) == 100);
    CHECK(by(both, -5, -5) == 0);
    CHECK(by(R"({"fact": "new"})", 100, 200) == 0);
}

TEST_CASE("What is permitted from a state are its transitions, whoever takes them, with what is missing")
{
    const Table rules = table(procedure(R"({"fact": "new"})"));
    Surroundings around = all_met(rules);
    around.facts[0] = Truth::fail;
    const std::vector<Permitted> from_start = permitted(rules, 0, noon, around);
    REQUIRE(from_start.size() == 1);
    CHECK(from_start[0].transition->name.id == "go");
    CHECK(from_start[0].verdict == Truth::fail);
    CHECK(told(from_start[0].findings) == List{"fact-stated fail"});
    CHECK(permitted(rules, 1, noon, around).empty());
}
