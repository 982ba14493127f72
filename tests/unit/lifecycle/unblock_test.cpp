// Plans to unblock a step, held against a search that tries every statement of facts at every instant.
#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <tuple>

#include <sangkien/lifecycle/unblock.hpp>

#include "../catch.hpp"
#include "tables.hpp"

using namespace tables;

namespace {

// Deadlines end at these many seconds after noon; the second is over at noon already.
constexpr std::int64_t ends[] = {100, -50, 200};
constexpr int facts = 2;

class Random {
public:
    explicit Random(unsigned seed) : engine_(seed) {}
    int below(int n) { return static_cast<int>(engine_() % static_cast<unsigned>(n)); }

    std::string guard(int depth)
    {
        const int kind = below(depth >= 3 ? 5 : 8);
        const auto quoted = [](const char* key, const std::string& value) {
            return "{\"" + std::string(key) + "\": \"" + value + "\"}";
        };
        if (kind == 0) return quoted("before", "d" + std::to_string(below(3)));
        if (kind == 1) return quoted("after", "d" + std::to_string(below(3)));
        if (kind <= 3) return quoted("fact", "f" + std::to_string(below(facts)));
        if (kind == 4) return quoted("taken", "e" + std::to_string(below(3)));
        if (kind == 5) return "{\"not\": " + guard(depth + 1) + "}";
        std::string out = kind == 6 ? "{\"all\": [" : "{\"any\": [";
        const int count = 1 + below(3);
        for (int i = 0; i < count; ++i) out += (i == 0 ? "" : ", ") + guard(depth + 1);
        return out + "]}";
    }

    // Four states, the events e0 to e3, seven transitions.
    std::string procedure()
    {
        std::string out = R"({"roles": {"head": {}}, "facts": {"f0": {}, "f1": {}},
            "schedule": {"d0": {"yearly": "1/9"}, "d1": {"yearly": "1/9"}, "d2": {"yearly": "1/9"}},
            "lifecycle": {"start": "s0", "states": {"s0": {"kind": "open"}, "s1": {"kind": "open"},
            "s2": {"kind": "open"}, "s3": {"kind": "ended"}}, "transitions": {)";
        for (int i = 0; i < 7; ++i) {
            out += (i == 0 ? "\"t" : ", \"t") + std::to_string(i) + R"(": {"on": "e)" +
                   std::to_string(i < 4 ? i : below(4)) + R"(", "from": "s)" + std::to_string(below(4)) +
                   R"(", "to": "s)" + std::to_string(below(4)) + R"(", "by": "head")";
            if (below(4) != 0) out += ", \"when\": " + guard(0);
            out += "}";
        }
        return out + "}}}";
    }

private:
    std::mt19937 engine_;
};

Surroundings around(const Table& rules, Random& random)
{
    Surroundings out = all_met(rules);
    for (std::size_t i = 0; i < out.deadlines.size(); ++i) out.deadlines[i].end.ends.seconds = noon.seconds + ends[i];
    for (Truth& fact : out.facts) fact = static_cast<Truth>(random.below(3));
    for (std::size_t i = 0; i < rules.tallied.size(); ++i)
        if (random.below(5) == 0) out.taken.push_back({static_cast<std::uint16_t>(i), noon, "p"});
    return out;
}

// A transition as a table of its own, so that step() is asked about that one alone.
Table only(const Table& rules, std::size_t transition)
{
    Table out = rules;
    out.transitions = {rules.transitions[transition]};
    return out;
}

// The fewest steps until `event`, and the earliest instant of the last of them; facts may be stated anew before each.
class BruteForce {
public:
    BruteForce(const Table& rules, const Surroundings& around) : rules_(rules), around_(around)
    {
        for (std::size_t i = 0; i < rules.transitions.size(); ++i) alone_.push_back(only(rules, i));
    }

    std::optional<std::pair<int, std::int64_t>> run(const std::string& event)
    {
        using Node = std::tuple<std::uint16_t, unsigned, std::int64_t>;  // state, events taken, instant
        unsigned taken = 0;
        for (const Taken& one : around_.taken) taken |= 1U << one.event;
        std::set<Node> layer{{0, taken, noon.seconds}}, seen;
        const std::int64_t times[] = {noon.seconds, noon.seconds + 100, noon.seconds + 200};
        for (int steps = 1; !layer.empty(); ++steps) {
            std::set<Node> next;
            std::optional<std::int64_t> first;
            for (const auto& [state, mask, from] : layer)
                for (const std::int64_t at : times)
                    for (std::size_t i = 0; at >= from && i < alone_.size(); ++i) {
                        if (!legal(i, state, mask, at)) continue;
                        const Transition& step = rules_.transitions[i];
                        if (step.event == event && (!first || at < *first)) first = at;
                        unsigned after = mask;
                        for (std::size_t k = 0; k < rules_.tallied.size(); ++k)
                            if (rules_.tallied[k] == step.event) after |= 1U << k;
                        const Node node{step.to, after, at};
                        if (seen.insert(node).second) next.insert(node);
                    }
            if (first) return std::make_pair(steps, *first);
            layer = std::move(next);
        }
        return std::nullopt;
    }

private:
    bool legal(std::size_t transition, std::uint16_t state, unsigned mask, std::int64_t at) const
    {
        Surroundings now = around_;
        now.taken.clear();
        for (std::size_t k = 0; k < rules_.tallied.size(); ++k)
            if ((mask >> k & 1U) != 0) now.taken.push_back({static_cast<std::uint16_t>(k), noon, "p"});
        for (int stated = 0; stated < 1 << facts; ++stated) {
            for (int i = 0; i < facts; ++i) now.facts[static_cast<std::size_t>(i)] = truth((stated >> i & 1) != 0);
            if (step(alone_[transition], state, rules_.transitions[transition].event, "head", Instant{at}, now).to)
                return true;
        }
        return false;
    }

    const Table& rules_;
    Surroundings around_;
    std::vector<Table> alone_;
};

// Does what each step of a plan asks for, and takes the step: is it accepted? Needs are told against what is known now.
bool carries_out(const Table& rules, std::uint16_t state, const Plan& plan, const Surroundings& now)
{
    Surroundings around = now;
    for (const PlannedStep& planned : plan.steps) {
        around.facts = now.facts;
        const auto way = std::find_if(planned.ways.begin(), planned.ways.end(), [&](const Way& candidate) {
            return candidate.from <= planned.from && (!candidate.until || planned.from < *candidate.until);
        });
        if (way == planned.ways.end()) return false;
        for (const Finding& need : way->needs) {
            const std::string fact = std::get<Name>(argument(need, "fact").value).id;
            for (std::size_t i = 0; i < rules.facts.size(); ++i)
                if (rules.facts[i].name.id == fact)
                    around.facts[i] = truth(std::get<bool>(argument(need, "required").value));
        }
        const std::string& event = rules.transitions[planned.transition].event;
        const StepResult taken = step(only(rules, planned.transition), state, event, "head", planned.from, around);
        if (!taken.to) return false;
        state = *taken.to;
        for (std::size_t k = 0; k < rules.tallied.size(); ++k)
            if (rules.tallied[k] == event) around.taken.push_back({static_cast<std::uint16_t>(k), planned.from, "p"});
    }
    return true;
}

}  // namespace

TEST_CASE("A plan is the shortest way to a step, the earliest of those, and never says never where there is one")
{
    Random random(21);
    int now = 0, later = 0, never = 0, long_ways = 0;
    for (int round = 0; round < 400; ++round) {
        const std::string text = random.procedure();
        const Table rules = table(text);
        const Surroundings here = around(rules, random);
        BruteForce search(rules, here);
        for (const std::string& event : rules.events()) {
            INFO(text << " " << event);
            const Plan plan = unblock(rules, 0, event, noon, here);
            const auto expected = search.run(event);
            REQUIRE(plan.known);
            REQUIRE((plan.verdict == Truth::fail) == !expected);
            if (!expected) {
                ++never;
                REQUIRE(plan.steps.empty());
                continue;
            }
            REQUIRE(plan.steps.size() == static_cast<std::size_t>(expected->first));
            REQUIRE(plan.steps.back().from.seconds == expected->second);
            REQUIRE(rules.transitions[plan.steps.back().transition].event == event);
            REQUIRE(carries_out(rules, 0, plan, here));
            const bool open = std::any_of(rules.transitions.begin(), rules.transitions.end(), [&](const Transition& t) {
                return t.event == event && t.from.front() == 0 &&
                       step(only(rules, static_cast<std::size_t>(&t - rules.transitions.data())), 0, event, "head",
                            noon, here)
                           .to;
            });
            REQUIRE((plan.verdict == Truth::pass) == open);
            ++(open ? now : later);
            long_ways += plan.steps.size() > 2;
        }
    }
    CHECK(now > 100);
    CHECK(later > 300);
    CHECK(never > 100);
    CHECK(long_ways > 20);
}

TEST_CASE("An event that the table does not have is another answer than one that can never be")
{
    const Table rules = table(procedure(R"({"before": "due"})"));
    Surroundings around = all_met(rules);
    CHECK_FALSE(unblock(rules, 0, "gone", noon, around).known);
    around.deadlines[0].end.ends = noon;
    const Plan late = unblock(rules, 0, "go", noon, around);
    CHECK(late.known);
    CHECK(late.verdict == Truth::fail);
    CHECK(told(late.barriers) == List{"late fail"});
    around.deadlines[0].end.ends.seconds = noon.seconds + 1;
    CHECK(unblock(rules, 0, "go", noon, around).verdict == Truth::pass);
    // It ends there: no step leads out of b.
    const Plan over = unblock(rules, 1, "go", noon, around);
    CHECK(over.verdict == Truth::fail);
    CHECK(told(over.barriers) == List{"no-way-from-here fail"});
}

TEST_CASE("A plan names each statement that is missing, who makes it and until when")
{
    const Table rules = table(procedure(R"({"all": [{"fact": "new"}, {"not": {"fact": "old"}}, {"before": "due"}]})"));
    Surroundings around = all_met(rules);
    around.facts[0] = Truth::undetermined;
    const Plan plan = unblock(rules, 0, "go", noon, around);
    REQUIRE(plan.verdict == Truth::undetermined);
    REQUIRE(plan.steps.size() == 1);
    REQUIRE(plan.steps[0].ways.size() == 1);
    const Way& way = plan.steps[0].ways[0];
    CHECK(told(way.needs) == List{"fact-missing undetermined", "fact-stated fail"});
    CHECK(way.needs[0].lift->who->id == "head");
    CHECK(way.from == noon);
    REQUIRE(way.until);
    CHECK(way.until->seconds == noon.seconds + 1);
}

TEST_CASE("What has to wait for one date and come before an earlier one can never be")
{
    const Table rules = table(procedure(R"({"all": [{"after": "later"}, {"before": "due"}]})"));
    Surroundings around = all_met(rules);
    around.deadlines[1].end.ends.seconds = noon.seconds + 5;
    const Plan plan = unblock(rules, 0, "go", noon, around);
    CHECK(plan.verdict == Truth::fail);
    CHECK(told(plan.barriers) == List{"windows-apart fail"});
    around.deadlines[0].end.ends.seconds = noon.seconds + 6;
    const Plan between = unblock(rules, 0, "go", noon, around);
    REQUIRE(between.verdict == Truth::undetermined);
    CHECK(between.steps[0].from.seconds == noon.seconds + 5);
    CHECK(between.steps[0].ways[0].until->seconds == noon.seconds + 6);
}
