// Files that anybody does anything to, for long: what holds of every single step holds along every way.
#include <cstdio>

#include "proof_checks.hpp"

using namespace proofs;

namespace {

// One file after another, led on by whatever comes to mind; what guards ask changes all the while.
template <class Step>
class Walk {
public:
    Walk(const Procedure& procedure, Step step, std::uint64_t seed)
        : procedure_(procedure),
          judge_(procedure, step),
          chance_(seed),
          events_(procedure.table.events()),
          world_(procedure.variables.size(), 0),
          around_(procedure.around(world_)),
          council_(procedure.variable(Thing::builtin, static_cast<std::size_t>(Builtin::council_approves)))
    {
        here_.resize(procedure.table.states.size());
        for (std::size_t i = 0; i < procedure.table.transitions.size(); ++i)
            for (const std::uint16_t from : procedure.table.transitions[i].from) here_[from].push_back(i);
        begin();
    }

    void run(std::size_t steps)
    {
        for (std::size_t i = 0; i < steps; ++i) {
            for (std::int64_t changes = chance_.between(0, 2); changes > 0; --changes) change();
            take(i % 64 == 0);
            if (ways().empty() ? chance_.once_in(4) : chance_.once_in(400)) begin();
        }
    }

    const Tally& tally() const { return judge_.tally; }
    std::size_t files = 0, recognised = 0, ended = 0, left = 0;

private:
    void begin()
    {
        ++files;
        for (std::size_t track = 0; track <= procedure_.table.tracks.size(); ++track)
            procedure_.stand(world_, procedure_.table.start_of(track));
        position_ = procedure_.table.beginning();
        appraised_ = over_ = voted_ = false;
    }

    // The steps out of where the file stands in any of its tracks.
    std::vector<std::size_t> ways() const
    {
        std::vector<std::size_t> out;
        for (const std::uint16_t state : position_) out.insert(out.end(), here_[state].begin(), here_[state].end());
        return out;
    }

    void change()
    {
        // Where the file stands only steps change.
        const auto which = static_cast<std::size_t>(chance_.between(0, procedure_.track_variable(0) - 1));
        const std::uint8_t settings = procedure_.variables[which].settings;
        world_[which] = judge_.favourable(static_cast<std::uint16_t>(which));
        if (chance_.once_in(4)) world_[which] = static_cast<std::uint8_t>(chance_.between(0, settings - 1));
        procedure_.set(around_, world_, which);
    }

    void take(bool lifting)
    {
        const Table& table = procedure_.table;
        Asked asked{position_, events_[pick(events_)], table.roles[pick(table.roles)].id};
        const std::vector<std::size_t> here = ways();
        if (!here.empty() && !chance_.once_in(3)) {
            const Transition& way = table.transitions[here[pick(here)]];
            asked.event = way.event;
            if (!chance_.once_in(4)) asked.role = table.roles[way.by[pick(way.by)]].id;
        }
        const StepResult got = judge_.ask(asked, world_, around_, lifting);
        if (!got.to) return;
        const State& to = table.states[*got.to];
        const bool main = to.track == 0;
        // Only what says so of itself leads on from an end: a revival, another look after a cancellation.
        if (main && over_ && asked.event != "revive" && asked.event != "reconsider" && asked.event != "cancel")
            judge_.tally.blame(judge_.name(asked) + ": goes on after the end");
        left += main && over_;
        appraised_ = (appraised_ || asked.event == "appraise") && asked.event != "revive" && asked.event != "cancel";
        voted_ = (voted_ || asked.event == "vote") && asked.event != "revive" && asked.event != "cancel";
        if (to.name.id == "recognised") {
            ++recognised;
            if (world_[council_] != setting::yes) judge_.tally.blame("recognised without a vote");
            if (!appraised_) judge_.tally.blame("recognised without having been appraised");
            if (!voted_ && procedure_.table.has_event("vote")) judge_.tally.blame("recognised without a new vote");
        }
        if (main) over_ = to.kind == StateKind::ended || to.kind == StateKind::withdrawn;
        ended += main && over_;
        position_[to.track] = *got.to;
        procedure_.stand(world_, *got.to);
    }

    template <class List>
    std::size_t pick(const List& list)
    {
        return static_cast<std::size_t>(chance_.between(0, static_cast<std::int64_t>(list.size()) - 1));
    }

    const Procedure& procedure_;
    Judge<Step> judge_;
    test::Random chance_;
    std::vector<std::string> events_;
    World world_;
    Surroundings around_;
    std::uint16_t council_;
    std::vector<std::vector<std::size_t>> here_;
    Position position_;
    bool appraised_ = false, over_ = false, voted_ = false;
};

void walk(const char* name, const std::vector<std::string>& rulebooks, std::size_t steps)
{
    const Rules rules = load_rules(rulebooks);
    const Procedure procedure(rules.rulesets().back());
    const bool tracks = !procedure.table.tracks.empty();
    const auto step = [&](const Asked& asked, const Surroundings& around) {
        return library(procedure.table, asked, around);
    };
    Walk<decltype(step)> walk(procedure, step, 20250930);
    walk.run(steps);
    INFO(name << ": " << joined(walk.tally().told));
    CHECK(walk.tally().wrong == 0);
    CHECK(walk.tally().tried == steps);
    CHECK(walk.recognised > steps / (tracks ? 10000 : 1000));
    CHECK(walk.ended > steps / 1000);
    CHECK((walk.left > steps / 10000) == tracks);
    if (steps < 1000000) return;
    std::printf(
        "%s: %zu events at random over %zu files: %zu legal, %zu refused, %zu open, %zu recognised, %zu revived or "
        "considered again; %zu refusals lifted\n",
        name, steps, walk.files, walk.tally().passed, walk.tally().failed, walk.tally().open, walk.recognised,
        walk.left, walk.tally().lifted);
}

#ifdef __SANITIZE_ADDRESS__
constexpr std::size_t few = 20000;
#else
constexpr std::size_t few = 300000;
#endif

}  // namespace

TEST_CASE("Along random ways through the dispatch's procedure every step is as the rulebook says")
{
    walk("gia-vien-934 alone", {"gia-vien-934"}, few);
}

TEST_CASE("Along random ways through the demo's procedure every step is as the rulebook says")
{
    walk("the demo's", texts::demo_rulebooks(), few);
}

TEST_CASE("Along random ways through the whole procedure, with its tracks, every step is as the rulebook says")
{
    walk("the whole procedure", texts::whole_rulebooks(), few);
}

TEST_CASE("Ten million events each", "[.proofs]")
{
    walk("gia-vien-934 alone", {"gia-vien-934"}, 10000000);
    walk("the demo's", texts::demo_rulebooks(), 10000000);
    walk("the whole procedure", texts::whole_rulebooks(), 10000000);
}
