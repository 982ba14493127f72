// Random guards against a plain evaluator, and the dispatch's own procedure: what is told as unmet is all that stands
// in the way.
#include <functional>
#include <random>

#include "tables.hpp"

using namespace tables;

namespace {

// A guard as a plain tree, with the JSON it is written as.
struct Plain {
    enum class Kind { all, any, negation, leaf } kind = Kind::leaf;
    std::vector<Plain> inner;
    int leaf = 0;  // see leaf_text
};

constexpr int leaf_count = 10;

std::string leaf_text(int leaf)
{
    static const char* texts[leaf_count] = {R"({"fact": "new"})",   R"({"fact": "old"})",     R"({"fact": "odd"})",
                                            "\"area-listed\"",      "\"council-approves\"",   "\"selected\"",
                                            R"({"before": "due"})", R"({"before": "later"})", R"({"within": "year"})",
                                            R"({"level": "city"})"};
    return texts[leaf];
}

std::string json(const Plain& guard)
{
    if (guard.kind == Plain::Kind::leaf) return leaf_text(guard.leaf);
    if (guard.kind == Plain::Kind::negation) return "{\"not\": " + json(guard.inner.front()) + "}";
    std::string out;
    for (const Plain& inner : guard.inner) out += (out.empty() ? "" : ", ") + json(inner);
    return std::string(guard.kind == Plain::Kind::all ? "{\"all\": [" : "{\"any\": [") + out + "]}";
}

using Leaves = std::vector<Truth>;  // of each leaf

Truth plain_value(const Plain& guard, const Leaves& leaves)
{
    if (guard.kind == Plain::Kind::leaf) return leaves[static_cast<std::size_t>(guard.leaf)];
    if (guard.kind == Plain::Kind::negation) return !plain_value(guard.inner.front(), leaves);
    int passed = 0, failed = 0;
    for (const Plain& inner : guard.inner) {
        const Truth value = plain_value(inner, leaves);
        passed += value == Truth::pass;
        failed += value == Truth::fail;
    }
    const int count = static_cast<int>(guard.inner.size());
    if (guard.kind == Plain::Kind::all)
        return failed > 0 ? Truth::fail : passed == count ? Truth::pass : Truth::undetermined;
    return passed > 0 ? Truth::pass : failed == count ? Truth::fail : Truth::undetermined;
}

// The negation pushed down to the leaves by De Morgan's laws.
Plain pushed(const Plain& guard, bool negated)
{
    if (guard.kind == Plain::Kind::negation) return pushed(guard.inner.front(), !negated);
    Plain out = guard;
    if (guard.kind == Plain::Kind::leaf) {
        if (!negated) return out;
        return {Plain::Kind::negation, {out}, 0};
    }
    if (negated) out.kind = guard.kind == Plain::Kind::all ? Plain::Kind::any : Plain::Kind::all;
    out.inner.clear();
    for (const Plain& inner : guard.inner) out.inner.push_back(pushed(inner, negated));
    return out;
}

class Random {
public:
    explicit Random(unsigned seed) : random_(seed) {}
    int pick(int low, int high) { return std::uniform_int_distribution<int>(low, high)(random_); }

    Plain guard(int depth)
    {
        const int kind = pick(0, depth >= 5 ? 0 : 4);
        if (kind == 0) return {Plain::Kind::leaf, {}, pick(0, leaf_count - 1)};
        if (kind == 1) return {Plain::Kind::negation, {guard(depth + 1)}, 0};
        Plain out{kind == 2 ? Plain::Kind::any : Plain::Kind::all, {}, 0};
        for (int i = pick(1, 4); i > 0; --i) out.inner.push_back(guard(depth + 1));
        return out;
    }
    // Clocks and levels are met or not; the rest may be open.
    Leaves leaves()
    {
        Leaves out;
        for (int i = 0; i < leaf_count; ++i) out.push_back(static_cast<Truth>(i == 9 ? 2 * pick(0, 1) : pick(0, 2)));
        return out;
    }

private:
    std::mt19937 random_;
};

void set_ends(bool& determined, Deadline& end, Truth value)
{
    determined = value != Truth::undetermined;
    end.ends = Instant{noon.seconds + (value == Truth::pass ? 1 : 0)};
}

Surroundings surroundings(const Table& rules, const Leaves& leaves)
{
    Surroundings out = all_met(rules);
    for (std::size_t i = 0; i < 3; ++i) out.facts[i] = leaves[i];
    for (std::size_t i = 0; i < 3; ++i) out.builtins[i].value = leaves[3 + i];
    for (std::size_t i = 0; i < 2; ++i) set_ends(out.deadlines[i].determined, out.deadlines[i].end, leaves[6 + i]);
    set_ends(out.clocks[0].determined, out.clocks[0].end, leaves[8]);
    if (leaves[9] == Truth::fail) out.level = Name{"ward", {}};
    return out;
}

std::vector<Truth> verdicts(const Findings& findings)
{
    std::vector<Truth> out;
    for (const Finding& finding : findings) out.push_back(finding.verdict);
    return out;
}

// Makes true what a finding says is unmet.
void lift(const Table& rules, const Finding& finding, Surroundings& around, std::uint16_t& state, std::string& role)
{
    const auto builtin = [&](Builtin which) {
        BuiltinReading& reading = around.builtins[static_cast<std::size_t>(which)];
        // Under a negation an approving council stands in the way.
        reading.value = finding.id == reading.passed ? Truth::fail : Truth::pass;
    };
    const auto name_in = [&](const char* key) { return std::get<Name>(argument(finding, key).value).id; };
    switch (finding.id) {
        case FindingId::wrong_state:
            state = *rules.state(std::get<std::vector<Name>>(argument(finding, "needed").value).front().id);
            break;
        case FindingId::wrong_role:
            role = std::get<std::vector<Name>>(argument(finding, "needed").value).front().id;
            break;
        case FindingId::fact_missing:
        case FindingId::fact_stated:
            for (std::size_t i = 0; i < rules.facts.size(); ++i)
                if (rules.facts[i].name.id == name_in("fact"))
                    around.facts[i] = truth(std::get<bool>(argument(finding, "required").value));
            break;
        case FindingId::late:
        case FindingId::period_over:
        case FindingId::deadline_unknown:
            for (DeadlineReading& reading : around.deadlines)
                if (finding.id != FindingId::period_over && reading.name.id == name_in("deadline"))
                    set_ends(reading.determined, reading.end, Truth::pass);
            for (ClockReading& reading : around.clocks)
                if (finding.id != FindingId::late &&
                    reading.name.id == name_in(finding.id == FindingId::period_over ? "clock" : "deadline"))
                    set_ends(reading.determined, reading.end, Truth::pass);
            break;
        case FindingId::level_other: around.level = std::get<Name>(argument(finding, "required").value); break;
        case FindingId::area_missing:
        case FindingId::rule_silent: builtin(Builtin::area_listed); break;
        case FindingId::council_approves:
        case FindingId::council_refuses:
        case FindingId::council_open: builtin(Builtin::council_approves); break;
        default: builtin(Builtin::selected); break;
    }
}

struct Counts {
    std::int64_t steps = 0, refused = 0, still_refused = 0, silent = 0;
};

// A step that is not taken says why; with all of that lifted it is taken.
void check_lifting(const Table& rules, std::uint16_t state, const std::string& event, std::string role,
                   Surroundings around, Counts& counts)
{
    ++counts.steps;
    const StepResult before = step(rules, state, event, role, noon, around);
    if (before.verdict == Truth::pass) return;
    ++counts.refused;
    bool said = false;
    for (const Finding& finding : before.findings)
        if (finding.verdict != Truth::pass) {
            said = true;
            lift(rules, finding, around, state, role);
        }
    counts.silent += !said;
    const StepResult after = step(rules, state, event, role, noon, around);
    counts.still_refused += after.verdict != Truth::pass || !after.to;
}

const Table& dispatch()
{
    static const Rules rules = load_rules(texts::demo_rulebooks());
    return rules.on(parse_day("2025-09-19"))->table;
}

// What guards ask about, directly or below.
void subjects(const Table& rules, std::uint16_t guard, std::vector<const Guard*>& out)
{
    const Guard& here = rules.guards[guard];
    if (here.children.empty()) out.push_back(&here);
    for (const std::uint16_t child : here.children) subjects(rules, child, out);
}

void set(const Guard& subject, Truth value, Surroundings& around)
{
    const std::size_t i = subject.subject;
    switch (subject.kind) {
        case GuardKind::before: set_ends(around.deadlines[i].determined, around.deadlines[i].end, value); break;
        case GuardKind::within: set_ends(around.clocks[i].determined, around.clocks[i].end, value); break;
        case GuardKind::fact: around.facts[i] = value; break;
        case GuardKind::level: around.level = Name{value == Truth::pass ? "city" : "ward", {}}; break;
        default: around.builtins[i].value = value; break;
    }
}

}  // namespace

TEST_CASE("Guards decide as a plain evaluator of Kleene's logic does, and negations obey De Morgan")
{
    Random random(8);
    std::int64_t values[3] = {};
    for (int round = 0; round < 400; ++round) {
        const Plain guard = random.guard(0);
        const Plain negated{Plain::Kind::negation, {guard}, 0};
        const Table rules = table(procedure(json(guard)));
        const Table opposite = table(procedure(json(negated)));
        const Table by_hand = table(procedure(json(pushed(negated, false))));
        INFO(json(guard));
        for (int i = 0; i < 30; ++i) {
            const Leaves leaves = random.leaves();
            const Surroundings around = surroundings(rules, leaves);
            const Truth expected = plain_value(guard, leaves);
            const StepResult result = step(rules, 0, "go", "head", noon, around);
            REQUIRE(result.verdict == expected);
            REQUIRE(bool(result.to) == (expected == Truth::pass));
            const StepResult not_so = step(opposite, 0, "go", "head", noon, around);
            REQUIRE(not_so.verdict == !expected);
            const StepResult other = step(by_hand, 0, "go", "head", noon, around);
            REQUIRE(other.verdict == !expected);
            REQUIRE(verdicts(other.findings) == verdicts(not_so.findings));
            ++values[static_cast<int>(expected)];
        }
    }
    for (const std::int64_t value : values) CHECK(value > 500);
}

TEST_CASE("A named condition decides as the guard it stands for")
{
    Random random(9);
    for (int round = 0; round < 200; ++round) {
        const Plain inner = random.guard(2),
                    outer{Plain::Kind::all, {inner, {Plain::Kind::negation, {inner}, 0}, inner}, 0};
        const Table inlined = table(procedure(json(outer)));
        const Table named =
            table(procedure(R"({"all": ["c", {"not": "c"}, "d"]})",
                            R"(, "conditions": {"d": {"when": "c"}, "c": {"when": )" + json(inner) + "}}"));
        for (int i = 0; i < 10; ++i) {
            const Surroundings around = surroundings(inlined, random.leaves());
            const StepResult a = step(inlined, 0, "go", "head", noon, around);
            const StepResult b = step(named, 0, "go", "head", noon, around);
            REQUIRE(a.verdict == b.verdict);
            REQUIRE(told(a.findings) == told(b.findings));
        }
    }
}

TEST_CASE("With all that is listed as unmet lifted, any step of the dispatch's procedure is taken")
{
    const Table& rules = dispatch();
    Counts counts;
    for (const Transition& transition : rules.transitions) {
        std::vector<const Guard*> asked;
        if (transition.guard) subjects(rules, *transition.guard, asked);
        std::size_t outcomes = 1;
        for (std::size_t i = 0; i < asked.size(); ++i) outcomes *= 3;
        // Every outcome of its guards, from its own state by its own role.
        for (std::size_t code = 0; code < outcomes; ++code) {
            Surroundings around = all_met(rules);
            std::size_t rest = code;
            for (const Guard* subject : asked) {
                set(*subject, static_cast<Truth>(rest % 3), around);
                rest /= 3;
            }
            check_lifting(rules, transition.from.front(), transition.event, rules.roles[transition.by.front()].id,
                          around, counts);
        }
        // From every state, by every role, with a stride over the outcomes.
        for (std::size_t state = 0; state < rules.states.size(); ++state)
            for (const Name& role : rules.roles)
                for (std::size_t code = 0; code < outcomes; code += outcomes / 9 + 1) {
                    Surroundings around = all_met(rules);
                    std::size_t rest = code;
                    for (const Guard* subject : asked) {
                        set(*subject, static_cast<Truth>(rest % 3), around);
                        rest /= 3;
                    }
                    check_lifting(rules, static_cast<std::uint16_t>(state), transition.event, role.id, around, counts);
                }
    }
    CHECK(counts.still_refused == 0);
    CHECK(counts.silent == 0);
    CHECK(counts.steps > 5000);
    CHECK(counts.refused > 4000);
}

TEST_CASE("What is permitted from a state agrees with taking the step by the role it names")
{
    const Table& rules = dispatch();
    Random random(10);
    for (std::uint16_t state = 0; state < rules.states.size(); ++state)
        for (int i = 0; i < 60; ++i) {
            Surroundings around = all_met(rules);
            for (Truth& fact : around.facts) fact = static_cast<Truth>(random.pick(0, 2));
            for (BuiltinReading& reading : around.builtins) reading.value = static_cast<Truth>(random.pick(0, 2));
            for (const Permitted& one : permitted(rules, state, noon, around)) {
                const StepResult result =
                    step(rules, state, one.transition->event, rules.roles[one.transition->by.front()].id, noon, around);
                REQUIRE(result.verdict == one.verdict);
                REQUIRE(told(result.findings) == told(one.findings));
            }
        }
}
