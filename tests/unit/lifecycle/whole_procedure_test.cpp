// The whole procedure with its tracks: what holds in every position that can be reached, whatever guards say of anything
// but positions.
#include <sangkien/lifecycle/assumptions.hpp>

#include <set>
#include <tuple>

#include "../io/texts.hpp"

using namespace sangkien;

namespace {

const Table& whole()
{
    static const Rules rules = load_rules({"charter-13-2012", "gia-vien-934", "procedure-illustrative"});
    return rules.rulesets().back().table;
}

// What a guard says that knows only where the file stands.
Truth by_position(const Table& table, std::uint16_t index, const Position& position)
{
    const Guard& guard = table.guards[index];
    if (guard.kind == GuardKind::negation) return !by_position(table, guard.children.front(), position);
    if (guard.kind == GuardKind::state) return truth(position[table.states[guard.subject].track] == guard.subject);
    if (guard.kind != GuardKind::all && guard.kind != GuardKind::any) return Truth::undetermined;
    Truth out = truth(guard.kind == GuardKind::all);
    for (const std::uint16_t child : guard.children) {
        const Truth value = by_position(table, child, position);
        out = guard.kind == GuardKind::all ? out & value : out | value;
    }
    return out;
}

// A position, and what has happened since the start or the last cancellation.
struct Reach {
    Position position;
    bool cancelled = false;
    bool voted = false;

    friend bool operator<(const Reach& a, const Reach& b)
    {
        return std::tie(a.position, a.cancelled, a.voted) < std::tie(b.position, b.cancelled, b.voted);
    }
};

// All places, and each step into `recognised` told to `recognised(place before)`.
template <class Recognised>
std::size_t explore(const Table& table, Recognised recognised)
{
    std::set<Reach> known{{table.beginning(), false, false}};
    std::vector<Reach> open(known.begin(), known.end());
    while (!open.empty()) {
        const Reach here = open.back();
        open.pop_back();
        for (const Transition& step : table.transitions) {
            const std::uint16_t at = here.position[table.states[step.to].track];
            if (std::count(step.from.begin(), step.from.end(), at) == 0) continue;
            if (step.guard && by_position(table, *step.guard, here.position) == Truth::fail) continue;
            Reach next = here;
            table.move(next.position, step.to);
            if (step.event == "vote") next.voted = true;
            if (step.event == "cancel") next = {next.position, true, false};
            if (table.states[step.to].name.id == "recognised") recognised(here);
            if (known.insert(next).second) open.push_back(next);
        }
    }
    return known.size();
}

Assumptions given(const char* kind, const char* subject) { return {{{kind, subject}, false}}; }

}  // namespace

TEST_CASE("In the whole procedure nothing is recognised before a vote, nor after a cancellation without a new one")
{
    std::size_t times = 0, again = 0;
    const std::size_t places = explore(whole(), [&](const Reach& before) {
        ++times;
        again += before.cancelled;
        CHECK(before.voted);
    });
    CHECK(places > 50);
    CHECK(times > 0);
    CHECK(again > 0);
    // Without what keeps decisions behind the vote, the same search finds where they are not.
    Table lost = whole();
    for (Transition& step : lost.transitions)
        if (step.event == "recognise") step.guard.reset();
    std::size_t unvoted = 0;
    explore(lost, [&](const Reach& before) { unvoted += !before.voted; });
    CHECK(unvoted > 0);
}

TEST_CASE("In the whole procedure no author, and nobody with a conflict, takes a step that decides")
{
    for (const char* who : {"author", "conflicted"}) {
        const Table table = assuming(whole(), given("other-than", who));
        for (const Transition& step : table.transitions) {
            INFO(who << ": " << step.name.id);
            for (const char* deciding :
                 {"accept", "receive", "appraise", "recognise", "refuse", "select", "cancel", "reconsider"})
                if (step.event == deciding) CHECK(step.from.empty());
        }
    }
    // The council's approval is asked as well.
    const Table refused = assuming(whole(), given("condition", "council-approves"));
    explore(refused, [](const Reach&) { FAIL("recognised without the council"); });
}
