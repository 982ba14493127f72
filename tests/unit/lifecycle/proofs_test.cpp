// What holds of whole procedures, tried in every state, by every role, with every outcome of every guard. What a paper
// leaves open is shown with the step that shows it.
#include <cstdio>

#include <sangkien/lifecycle/paths.hpp>

#include "proof_checks.hpp"

using namespace proofs;

namespace {

struct Shipped {
    const char* name;
    std::vector<std::string> rulebooks;
    std::size_t thinner;           // with tracks there is so much more to ask
    std::vector<std::string> own;  // steps that decide which an author may take: no paper forbids it to the person
};

const std::vector<Shipped>& shipped()
{
    static const std::vector<Shipped> out{
        {"gia-vien-934 alone", {"gia-vien-934"}, 1, {"recognise", "refuse", "select"}},
        {"the demo's", texts::demo_rulebooks(), 1, {"recognise", "refuse", "select"}},
        {"the whole procedure", texts::whole_rulebooks(), 31, {}}};
    return out;
}

#ifdef __SANITIZE_ADDRESS__
constexpr std::size_t sparse = 211;
#else
constexpr std::size_t sparse = 11;
#endif

// What is legal, as seen by the invariants.
struct Seen {
    std::size_t recognised = 0;
    std::size_t without_vote = 0;
    std::size_t decided = 0;
    std::size_t by_author = 0;
    std::vector<std::string> own;  // steps that decide, taken by an author
};

bool decides(const Table& table, const Transition& transition)
{
    const State& to = table.states[transition.to];
    return to.kind == StateKind::decided || to.name.id == "refused";
}

struct Proof {
    Tally tally;
    Seen seen;
};

template <class Step>
Proof prove(const Procedure& procedure, Step step, std::size_t stride)
{
    const std::uint16_t author = procedure.variable(Thing::author);
    const std::uint16_t council =
        procedure.variable(Thing::builtin, static_cast<std::size_t>(Builtin::council_approves));
    Proof out;
    out.tally = try_everything(procedure, step, {author, council}, stride, [&](const Judged& by, const World& world) {
        const Transition& transition = procedure.table.transitions[by.transition];
        if (procedure.table.states[transition.to].name.id == "recognised") {
            ++out.seen.recognised;
            out.seen.without_vote += world[council] != setting::yes;
        }
        if (!decides(procedure.table, transition)) return;
        ++out.seen.decided;
        if (world[author] != setting::no) return;
        ++out.seen.by_author;
        if (std::find(out.seen.own.begin(), out.seen.own.end(), transition.name.id) == out.seen.own.end())
            out.seen.own.push_back(transition.name.id);
    });
    return out;
}

Proof prove(const Procedure& procedure, std::size_t stride)
{
    return prove(
        procedure,
        [&](const Asked& asked, const Surroundings& around) { return library(procedure.table, asked, around); },
        stride);
}

// The demo's council, which also asks that nobody decides on an initiative of their own.
const Rules& kept_apart()
{
    static const Rules rules = load_rules_text(
        {texts::rulebook("charter-13-2012"),
         texts::replaced(texts::rulebook("gia-vien-934"), R"("all": ["recognisable", "council-approves",)",
                         R"("all": [{"other-than": "author"}, "recognisable", "council-approves",)")});
    return rules;
}

Roles all_but(const Table& table, const std::vector<std::string>& names)
{
    Roles out;
    for (std::size_t i = 0; i < table.roles.size(); ++i)
        if (std::find(names.begin(), names.end(), table.roles[i].id) == names.end())
            out.push_back(static_cast<std::uint16_t>(i));
    return out;
}

// The same table without the steps that take `event`.
Table without(Table table, const std::string& event)
{
    const auto gone = [&](const Transition& one) { return one.event == event; };
    table.transitions.erase(std::remove_if(table.transitions.begin(), table.transitions.end(), gone),
                            table.transitions.end());
    return table;
}

// Proves one of the shipped procedures whole, or every `stride`-th outcome of its guards.
void prove_shipped(const Shipped& one, std::size_t stride)
{
    const Rules rules = load_rules(one.rulebooks);
    const Procedure procedure(rules.rulesets().back());
    const Proof proof = prove(procedure, stride);
    INFO(one.name << ": " << joined(proof.tally.told));
    CHECK(proof.tally.wrong == 0);
    CHECK(proof.tally.tried == proof.tally.passed + proof.tally.failed + proof.tally.open);
    CHECK(proof.tally.lifted == proof.tally.failed + proof.tally.open);
    CHECK(proof.tally.tried > 1000);
    CHECK(proof.tally.passed > 5);
    CHECK(proof.tally.open > 1);
    // Nothing is recognised without a vote of the council on record.
    CHECK(proof.seen.without_vote == 0);
    if (stride != 1) return;
    CHECK(proof.seen.recognised > 0);
    // By an author's own hand: see docs/lifecycle.md.
    CHECK(proof.seen.own == one.own);
    std::printf(
        "%s: %zu states in %zu tracks, %zu events, %zu roles; %zu answers (%zu legal, %zu refused, %zu open) as the "
        "rulebook says, %zu lifted; an author may decide: %s\n",
        one.name, procedure.table.states.size(), procedure.table.tracks.size() + 1, procedure.table.events().size(),
        procedure.table.roles.size(), proof.tally.tried, proof.tally.passed, proof.tally.failed, proof.tally.open,
        proof.tally.lifted, proof.seen.own.empty() ? "nothing" : joined(proof.seen.own).c_str());
}

}  // namespace

TEST_CASE(
    "Each state, event, role and outcome of guards is judged as the rulebook says, and each refusal can be lifted")
{
    for (const Shipped& one : shipped()) prove_shipped(one, sparse * one.thinner);
}

TEST_CASE("All of the procedures", "[.proofs]")
{
    for (const Shipped& one : shipped()) prove_shipped(one, 1);
}

TEST_CASE("Where a rulebook says so, no author decides on an initiative of their own")
{
    const Procedure procedure(kept_apart().rulesets().back());
    const Proof proof = prove(procedure, sparse);
    INFO(joined(proof.tally.told));
    CHECK(proof.tally.wrong == 0);
    CHECK(std::count(proof.seen.own.begin(), proof.seen.own.end(), "recognise") == 0);
    // And no longer where the guard is lost, which is seen as a wrong answer and as a breach.
    const Rules plain = load_rules({"gia-vien-934"});
    const Table& lost = plain.rulesets().back().table;
    const Proof caught = prove(
        procedure, [&](const Asked& asked, const Surroundings& around) { return library(lost, asked, around); },
        sparse);
    CHECK(caught.tally.wrong > 0);
    CHECK(std::count(caught.seen.own.begin(), caught.seen.own.end(), "recognise") == 1);
}

TEST_CASE("Only the chairperson decides: all other roles together lead no file to a decision or a refusal")
{
    for (const Shipped& one : shipped()) {
        const Rules rules = load_rules(one.rulebooks);
        const Table& table = rules.rulesets().back().table;
        for (const char* state : {"recognised", "refused", "selected"}) {
            INFO(one.name << ": " << state);
            CHECK_FALSE(find_breach(table, all_but(table, {"chairperson"}), state_named(table, state)));
        }
        // Nor does the chairperson alone, from where nobody has appraised.
        for (const char* state : {"draft", "filed", "accepted"})
            CHECK_FALSE(reaches(table, state_named(table, state), roles_named(table, {"chairperson"}),
                                state_named(table, "recognised")));
    }
}

TEST_CASE("Nothing is recognised that was not appraised, and nothing after it was refused or withdrawn")
{
    for (const Shipped& one : shipped()) {
        const Rules rules = load_rules(one.rulebooks);
        const Table& table = rules.rulesets().back().table;
        // What may be revived and considered again: whole_procedure_test.cpp, walks_test.cpp.
        if (table.has_event("revive")) continue;
        const std::uint16_t recognised = state_named(table, "recognised");
        INFO(one.name);
        for (const char* event : {"file", "accept", "appraise", "recognise"})
            CHECK_FALSE(shortest_paths(without(table, event))[recognised]);
        for (const State& state : table.states)
            if (state.kind == StateKind::ended || state.kind == StateKind::withdrawn)
                CHECK_FALSE(reaches(table, state_named(table, state.name.id), all_but(table, {}), recognised));
        // Neither knows a cancellation: see docs/lifecycle.md.
        CHECK_FALSE(table.state("cancelled"));
    }
}
