// The proofs can fail: every single thing changed in a table, and faults put into the step itself, are caught.
#include <cstdio>

#include "proof_checks.hpp"

using namespace proofs;

namespace {

struct Mutant {
    std::string what;
    Table table;
};

void reached(const Table& table, std::uint16_t guard, std::vector<bool>& out)
{
    out[guard] = true;
    for (const std::uint16_t child : table.guards[guard].children) reached(table, child, out);
}

// The guards that some step asks.
std::vector<bool> in_use(const Table& table)
{
    std::vector<bool> out(table.guards.size());
    for (const Transition& transition : table.transitions)
        if (transition.guard) reached(table, *transition.guard, out);
    return out;
}

// Guards with one of their conditions dropped, all for any, a negation lost or put in.
void change_guards(const Table& table, std::vector<Mutant>& out)
{
    const std::vector<bool> used = in_use(table);
    for (std::size_t i = 0; i < table.guards.size(); ++i) {
        if (!used[i]) continue;
        const Guard& guard = table.guards[i];
        const std::string name = "guard " + std::to_string(i);
        const auto with = [&](const std::string& what, const Guard& changed) {
            out.push_back({what + " of " + name, table});
            out.back().table.guards[i] = changed;
        };
        Guard changed = guard;
        if (guard.kind == GuardKind::negation) {
            changed.kind = GuardKind::all;
            with("negation lost", changed);
        } else if (guard.kind == GuardKind::all || guard.kind == GuardKind::any) {
            changed.kind = guard.kind == GuardKind::all ? GuardKind::any : GuardKind::all;
            if (guard.children.size() > 1) with("all for any", changed);
            for (std::size_t child = 0; child < guard.children.size(); ++child) {
                changed = guard;
                changed.children.erase(changed.children.begin() + static_cast<std::ptrdiff_t>(child));
                with("condition " + std::to_string(child), changed);
            }
        } else if (guard.kind == GuardKind::before) {
            changed.kind = GuardKind::after;
            with("before for after", changed);
        }
    }
}

// Steps without their guard, by one role more or fewer, from one state more or fewer, to another state.
void change_steps(const Table& table, std::vector<Mutant>& out)
{
    for (std::size_t i = 0; i < table.transitions.size(); ++i) {
        const Transition& step = table.transitions[i];
        const auto with = [&](const std::string& what, const Transition& changed) {
            out.push_back({what + " of " + step.name.id, table});
            out.back().table.transitions[i] = changed;
        };
        const auto toggled = [](std::vector<std::uint16_t> list, std::uint16_t value) {
            const auto found = std::find(list.begin(), list.end(), value);
            if (found == list.end())
                list.push_back(value);
            else
                list.erase(found);
            return list;
        };
        Transition changed = step;
        changed.guard.reset();
        if (step.guard) with("guard", changed);
        for (std::uint16_t role = 0; role < table.roles.size(); ++role) {
            changed = step;
            changed.by = toggled(step.by, role);
            with("role " + table.roles[role].id, changed);
        }
        for (std::uint16_t state = 0; state < table.states.size(); ++state) {
            // A step stays in its track: no rulebook can say otherwise.
            if (table.states[state].track != table.states[step.to].track) continue;
            changed = step;
            changed.from = toggled(step.from, state);
            with("start " + table.states[state].name.id, changed);
            changed = step;
            changed.to = state;
            if (state != step.to) with("end " + table.states[state].name.id, changed);
        }
    }
}

template <class Step>
Tally first_fault(const Procedure& procedure, Step step, std::size_t stride)
{
    return try_everything(
        procedure, step, {}, stride, [](const Judged&, const World&) {}, Limit::first_fault);
}

#ifdef __SANITIZE_ADDRESS__
constexpr std::size_t every = 29, every_with_tracks = 97;
#else
constexpr std::size_t every = 3, every_with_tracks = 51;
#endif

const Rules& demo()
{
    static const Rules rules = load_rules(texts::demo_rulebooks());
    return rules;
}

const Rules& whole()
{
    static const Rules rules = load_rules(texts::whole_rulebooks());
    return rules;
}

// Every `stride`-th; how many were tried.
std::size_t catch_mutants(const Rules& rules, std::size_t stride)
{
    const Procedure procedure(rules.rulesets().back());
    std::vector<Mutant> mutants;
    change_guards(procedure.table, mutants);
    const std::size_t guards = mutants.size();
    change_steps(procedure.table, mutants);
    CHECK(guards > 20);
    CHECK(mutants.size() > 200);
    std::vector<std::string> alive;
    std::size_t tried = 0;
    for (std::size_t i = 0; i < mutants.size(); i += stride, ++tried) {
        const Table& table = mutants[i].table;
        const auto step = [&](const Asked& asked, const Surroundings& around) { return library(table, asked, around); };
        if (first_fault(procedure, step, 1009).wrong == 0) alive.push_back(mutants[i].what);
    }
    INFO(joined(alive));
    CHECK(alive.empty());
    return tried;
}

}  // namespace

TEST_CASE("Any one thing changed in the demo's table is caught") { CHECK(catch_mutants(demo(), every) > 5); }

TEST_CASE("Any one thing changed in a table with tracks and safeguards is caught")
{
    CHECK(catch_mutants(whole(), every_with_tracks) > 5);
}

TEST_CASE("Faults planted", "[.proofs]")
{
    std::printf("the demo's table with one thing changed: %zu tables, each caught\n", catch_mutants(demo(), 1));
    std::printf("that of the whole procedure: %zu, each caught\n", catch_mutants(whole(), 1));
}

TEST_CASE("A step that refuses without a reason, lists too little, or takes what is open for met is caught")
{
    const Procedure procedure(demo().rulesets().back());
    const auto caught = [&](auto fault) {
        const Tally tally = first_fault(
            procedure,
            [&](const Asked& asked, const Surroundings& around) {
                StepResult out = library(procedure.table, asked, around);
                fault(out);
                return out;
            },
            101);
        return joined(tally.told);
    };
    CHECK(caught([](StepResult&) {}).empty());
    CHECK(caught([](StepResult& out) {
              if (out.verdict != Truth::pass) out.findings.clear();
          }).find("without a reason") != std::string::npos);
    // The last one unmet is left out, where there are several.
    CHECK(caught([](StepResult& out) {
              const auto unmet = [](const Finding& one) { return one.verdict != Truth::pass; };
              if (std::count_if(out.findings.begin(), out.findings.end(), unmet) < 2) return;
              while (!unmet(out.findings.back())) out.findings.pop_back();
              out.findings.pop_back();
          }).find("though all that was listed is lifted") != std::string::npos);
    CHECK(caught([](StepResult& out) {
              if (out.verdict == Truth::undetermined) out.verdict = Truth::pass, out.to = out.transition->to;
          }).find("not undetermined") != std::string::npos);
    CHECK(caught([](StepResult& out) {
              if (out.to) out.to = static_cast<std::uint16_t>(0);
          }).find("leads elsewhere") != std::string::npos);
}
