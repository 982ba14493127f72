// Seasons in which anything may have happened to any file: clocks end, withdrawing gains nothing, what is judged at once
// is judged as one by one, and what a journal gives back is judged as what happened.
#include <cstdio>

#include <sangkien/batch/evaluate.hpp>
#include <sangkien/io/journal.hpp>

#include "../random.hpp"
#include "demo.hpp"

using namespace demo;

namespace {

using test::Random;

std::size_t below(std::size_t count, Random& chance)
{
    return static_cast<std::size_t>(chance.between(0, static_cast<std::int64_t>(count) - 1));
}

// The demo's files with other events: often the next one of the procedure, by a role that may, in time.
Season any_season(const Rules& under, Random& chance)
{
    const Table& table = under.rulesets().back().table;
    static const std::int64_t start = parse_instant("2025-09-15T08:00:00+07:00").seconds;
    Season out = season();
    // A paper alone knows neither a council's marks nor an index.
    if (under.rulebook("council-illustrative") == nullptr) {
        out.rulebooks.clear();
        out.ballots.clear();
        out.index.clear();
        out.choices.clear();
    }
    for (Initiative& initiative : out.initiatives) {
        initiative.events.clear();
        for (const Name& document : table.documents)
            if (!chance.once_in(4)) initiative.documents.push_back({document.id, true, std::nullopt, {}});
        Position position = table.beginning();
        std::int64_t at = start + chance.between(0, 8 * 86400);
        for (std::int64_t left = chance.between(0, 9); left > 0; --left, at += chance.between(600, 3 * 86400)) {
            const Transition* step = &table.transitions[below(table.transitions.size(), chance)];
            for (const Transition& one : table.transitions)
                if (chance.once_in(2) && std::any_of(one.from.begin(), one.from.end(),
                                                     [&](std::uint16_t from) { return table.stands(position, from); }))
                    step = &one;
            Event event;
            event.on = step->event;
            event.at = {at};
            event.by = table.roles[chance.once_in(6) ? below(table.roles.size(), chance) : step->by.front()].id;
            event.actor = "p-" + std::to_string(chance.between(1, 20));
            initiative.events.push_back(event);
            table.move(position, step->to);
        }
    }
    return out;
}

// Long after every clock that may have begun.
Instant late() { return parse_instant("2026-12-31T17:00:00+07:00"); }

// Of the clocks of a report: those that were stopped, those that ran out; what is wrong with any.
struct Ends {
    std::size_t stopped = 0, ran_out = 0, still = 0;
    std::vector<std::string> wrong;
};

void check_clocks(const Report& report, Ends& out)
{
    for (const InitiativeReport& initiative : report.initiatives)
        for (const ClockReport& clock : initiative.clocks) {
            const ClockReading& reading = clock.reading;
            const auto taken = [&](const EventReport& event) {
                return event.verdict == Truth::pass && event.at == *reading.stopped;
            };
            const bool by_event =
                reading.stopped && std::any_of(initiative.events.begin(), initiative.events.end(), taken);
            out.stopped += by_event;
            const bool over = !reading.stopped && reading.determined && reading.end.ends <= report.as_of;
            out.ran_out += over;
            if (over && clock.kept != Truth::fail)
                out.wrong.push_back(initiative.id + " late and not told: " + clock.name.id);
            // One that stands still waits for the file, which is not closed.
            const bool still = reading.suspended && !reading.stopped;
            out.still += still;
            if (!by_event && !over && !still) out.wrong.push_back(initiative.id + " never ends: " + clock.name.id);
            // Nothing runs on for a file that is closed.
            const bool closed = initiative.kind == StateKind::ended || initiative.kind == StateKind::withdrawn;
            const bool ran_on = closed && over && initiative.reached.back().at < reading.end.ends;
            if (ran_on || (closed && still))
                out.wrong.push_back(initiative.id + " runs on for a closed file: " + clock.name.id);
        }
}

// Does it end later, or run on without a known end? One that stands still and goes on gains nothing by that.
bool later(const ClockReading& had, const ClockReading& has)
{
    if (!had.determined) return false;
    return has.determined ? had.end.ends < has.end.ends : !has.stopped;
}

// What withdrawing has gained: a place in a quota, a deadline that ends later, a state that was not reached before.
std::vector<std::string> gained(const Report& before, const Report& after)
{
    std::vector<std::string> out;
    for (std::size_t i = 0; i < before.units.size(); ++i)
        for (std::size_t k = 0; k < before.units[i].quota.size(); ++k) {
            const QuotaResult &had = before.units[i].quota[k], &has = after.units[i].quota[k];
            if (had.counted < has.counted || had.verdict < has.verdict || had.owed != has.owed)
                out.push_back("a place for " + before.units[i].name.id);
        }
    for (std::size_t i = 0; i < before.milestones.size(); ++i)
        if (before.milestones[i].deadline.ends != after.milestones[i].deadline.ends) out.push_back("a milestone");
    for (std::size_t i = 0; i < before.initiatives.size(); ++i)
        for (const ClockReport& has : after.initiatives[i].clocks)
            for (const ClockReport& had : before.initiatives[i].clocks)
                if (had.name.id == has.name.id && later(had.reading, has.reading))
                    out.push_back("time for " + before.initiatives[i].id);
    return out;
}

// A file is withdrawn after its `place`-th event, and somebody tries to go on with it, at once and at the end.
Season withdrawn(Season out, std::size_t which, std::size_t place, Random& chance)
{
    std::vector<Event>& events = out.initiatives[which].events;
    const Instant at{place == 0 ? parse_instant("2025-09-15T07:00:00+07:00").seconds
                                : events[place - 1].at.seconds + 1};
    std::vector<Event> added{{"withdraw", at, "unit-head", "p-011", {}, {}, {}}};
    for (const char* again : {"file", "refile"})
        added.push_back({again, {at.seconds + chance.between(1, 300)}, "unit-head", "p-011", {}, {}, {}});
    std::stable_sort(added.begin(), added.end(), [](const Event& a, const Event& b) { return a.at < b.at; });
    events.insert(events.begin() + static_cast<std::ptrdiff_t>(place), added.begin(), added.end());
    const std::int64_t end = std::max(events.back().at.seconds, parse_instant("2025-09-24T12:00:00+07:00").seconds);
    events.push_back({"file", {end + 1}, "unit-head", "p-011", {}, {}, {}});
    return out;
}

// After its `place`-th event a file is withdrawn and revived, and what was done with it before is done again. With
// `fair` the same without the two, to hold it against: whoever does the same things again gains nothing by that either.
Season revived(const Report& report, Season out, std::size_t which, std::size_t place, bool fair)
{
    std::vector<Event>& events = out.initiatives[which].events;
    std::int64_t at = place == 0 ? parse_instant("2025-09-15T07:00:00+07:00").seconds : events[place - 1].at.seconds;
    std::vector<Event> added;
    const auto add = [&](Event event) {
        event.at = {++at};
        added.push_back(std::move(event));
    };
    const auto by = [&](const char* on, const char* role) { add({on, {}, role, "p-011", {}, {}, {}}); };
    ++at;
    if (!fair) by("withdraw", "unit-head");
    by("void-receipt", "culture-society-division");
    ++at;
    if (!fair) by("revive", "unit-head");
    for (std::size_t i = 0; i < place; ++i) {
        const EventReport& done = report.initiatives[which].events[i];
        if (done.verdict == Truth::pass && done.event.id != "withdraw" && done.event.id != "revive") add(events[i]);
    }
    events.insert(events.begin() + static_cast<std::ptrdiff_t>(place), added.begin(), added.end());
    return out;
}

// How often it was taken.
std::size_t times(const InitiativeReport& initiative, std::string_view event)
{
    return static_cast<std::size_t>(
        std::count_if(initiative.events.begin(), initiative.events.end(),
                      [&](const EventReport& one) { return one.event.id == event && one.verdict == Truth::pass; }));
}

struct Revivals {
    std::size_t tried = 0, withdrawn = 0, revived = 0, back = 0, received = 0;
};

void prove_revivals(const Rules& under, std::size_t many, Revivals& out)
{
    Random chance(934);
    for (std::size_t i = 0; i < many; ++i) {
        const Season live = any_season(under, chance);
        const Report report = evaluate(under, live, late());
        for (std::size_t which = 0; which < live.initiatives.size(); ++which) {
            const std::size_t events = live.initiatives[which].events.size();
            for (std::size_t place = 0; place <= events; ++place, ++out.tried) {
                const Report without = evaluate(under, revived(report, live, which, place, true), late());
                const Report with = evaluate(under, revived(report, live, which, place, false), late());
                // What was withdrawn before, or cannot be, is no case of it.
                if (with.initiatives[which].events[place].verdict != Truth::pass) continue;
                INFO(live.initiatives[which].id << " revived after " << place << " of season " << i);
                REQUIRE(gained(without, with) == std::vector<std::string>{});
                const InitiativeReport &had = without.initiatives[which], &has = with.initiatives[which];
                const bool more = times(has, "revive") > times(had, "revive");
                ++out.withdrawn;
                out.revived += more;
                out.back += more && has.state->id != "draft" && has.state->id == had.state->id;
                out.received += more && times(has, "void-receipt") > times(had, "void-receipt") &&
                                has.tracks.front().state.id == "received";
            }
        }
    }
}

// Only this file, with what the council gave it.
Season alone(const Season& whole, std::size_t which)
{
    Season out = whole;
    const std::string& id = whole.initiatives[which].id;
    out.initiatives = {whole.initiatives[which]};
    const auto other = [&](const auto& one) { return one.initiative != id; };
    out.ballots.erase(std::remove_if(out.ballots.begin(), out.ballots.end(), other), out.ballots.end());
    auto& conflicts = out.council.conflicts;
    conflicts.erase(std::remove_if(conflicts.begin(), conflicts.end(), other), conflicts.end());
    return out;
}

// What is said of a file, but for its rank among others and what follows from that.
std::string told(const Report& report, std::size_t which)
{
    const Tree tree = texts::parsed(report_json(report));
    std::string out;
    std::size_t at = 0;
    for (Node initiative : children(tree.root().get("initiatives"))) {
        if (at++ != which) continue;
        for (Node member : children(initiative))
            if (member.key() != "selection" && member.key() != "next")
                out += std::string(member.key()) + ":" + canonical(member) + "\n";
    }
    return out;
}

// Does the rank of a file decide about it?
bool ranked(const Initiative& initiative)
{
    return std::any_of(initiative.events.begin(), initiative.events.end(),
                       [](const Event& event) { return event.on == "select"; });
}

// The events as a host would have written them down, and the season without them.
std::string journal_of(Season& out)
{
    std::vector<JournalEvent> lines;
    for (Initiative& initiative : out.initiatives) {
        for (const Event& event : initiative.events) {
            JournalEvent line;
            line.recorded = line.occurred = event.at;
            line.actor = event.actor;
            line.event = event.on;
            line.role = event.by;
            line.initiative = initiative.id;
            lines.push_back(line);
        }
        initiative.events.clear();
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const JournalEvent& a, const JournalEvent& b) { return a.recorded < b.recorded; });
    JournalHead head;
    std::string text;
    for (const JournalEvent& line : lines) text += journal_line(line, head);
    return text;
}

struct Counts {
    std::size_t seasons = 0, events = 0, withdrawals = 0, alone = 0, replays = 0;
    Ends ends;
};

void prove_season(const Rules& under, Random& chance, Counts& counts)
{
    const Season live = any_season(under, chance);
    const Report report = evaluate(under, live, late());
    ++counts.seasons;
    for (const Initiative& initiative : live.initiatives) counts.events += initiative.events.size();
    check_clocks(report, counts.ends);

    const std::size_t which = below(live.initiatives.size(), chance);
    const Initiative& initiative = live.initiatives[which];
    // Where a file may be revived, `prove_revivals` has something fair to hold it against.
    const Table& table = under.rulesets().back().table;
    const bool known = table.has_event("withdraw") && !table.has_event("revive");
    for (std::size_t place = 0; known && place <= initiative.events.size(); ++place, ++counts.withdrawals) {
        const Report after = evaluate(under, withdrawn(live, which, place, chance), late());
        INFO(initiative.id << " withdrawn after " << place);
        REQUIRE(gained(report, after) == std::vector<std::string>{});
    }

    for (std::size_t i = which; i < live.initiatives.size(); i += 5)
        if (!ranked(live.initiatives[i])) {
            INFO(live.initiatives[i].id);
            REQUIRE(told(evaluate(under, alone(live, i), late()), 0) == told(report, i));
            ++counts.alone;
        }

    Season replayed = live;
    const std::vector<JournalLine> lines = read_journal(journal_of(replayed));
    const Season bare = replayed;
    replay(lines, late(), late(), replayed);
    REQUIRE(report_json(evaluate(under, replayed, late())) == report_json(report));
    // And at an instant on the way.
    if (!lines.empty()) {
        const Instant then = lines[below(lines.size(), chance)].event.occurred;
        replayed = bare;
        replay(lines, then, then, replayed);
        REQUIRE(report_json(evaluate(under, replayed, then)) == report_json(evaluate(under, live, then)));
    }
    counts.replays += 2;
}

Counts prove_seasons(const Rules& under, std::size_t many)
{
    Random chance(2025);
    Counts out;
    for (std::size_t i = 0; i < many; ++i) prove_season(under, chance, out);
    INFO((out.ends.wrong.empty() ? "" : out.ends.wrong.front()));
    CHECK(out.ends.wrong.empty());
    CHECK(out.ends.stopped > many);
    CHECK(out.ends.ran_out > many);
    return out;
}

const Rules& dispatch()
{
    static const Rules out = load_rules({"gia-vien-934"});
    return out;
}

const Rules& whole()
{
    static const Rules out = load_rules({"charter-13-2012", "gia-vien-934", "procedure-illustrative"});
    return out;
}

void print(const char* name, const Counts& counts)
{
    std::printf(
        "%s: %zu seasons at random with %zu events: %zu clocks stopped, %zu ran out, %zu stand still, none without an end; %zu files "
        "withdrawn and tried again: nothing gained; %zu files alone as together; %zu replays as live\n",
        name, counts.seasons, counts.events, counts.ends.stopped, counts.ends.ran_out, counts.ends.still,
        counts.withdrawals, counts.alone, counts.replays);
}

#ifdef __SANITIZE_ADDRESS__
constexpr std::size_t few = 2;
#else
constexpr std::size_t few = 20;
#endif

}  // namespace

TEST_CASE("Clocks end, withdrawing gains nothing, alone is as together, a journal gives back what happened")
{
    prove_seasons(rules(), few);
    prove_seasons(dispatch(), few / 2);
    prove_seasons(whole(), few / 2);
}

TEST_CASE("Withdrawing and reviving gains neither a quota place nor a deadline, whatever is done again")
{
    Revivals seen;
    prove_revivals(whole(), few / 2, seen);
    CHECK(seen.revived > few);
    CHECK(seen.back > few / 2);
    // What is filed anew is received anew: now and then by chance, in a single season perhaps not.
    if (few > 2) CHECK(seen.received > 0);
}

TEST_CASE("Seasons by the hundred", "[.proofs]")
{
    Revivals seen;
    prove_revivals(whole(), 100, seen);
    std::printf(
        "the whole procedure: %zu times withdrawn and revived, %zu of them legal: nothing gained; %zu came as far as "
        "without, %zu were received anew\n",
        seen.tried, seen.revived, seen.back, seen.received);
    print("the demo's", prove_seasons(rules(), 1000));
    print("gia-vien-934 alone", prove_seasons(dispatch(), 500));
    print("the whole procedure", prove_seasons(whole(), 500));
}

TEST_CASE("Many seasons at once are judged as one by one")
{
    Random chance(7);
    std::vector<Season> seasons;
    for (std::size_t i = 0; i < few; ++i) seasons.push_back(any_season(rules(), chance));
    const std::vector<Outcome> outcomes = evaluate_all(rules(), seasons, late());
    REQUIRE(outcomes.size() == seasons.size());
    for (std::size_t i = 0; i < seasons.size(); ++i)
        REQUIRE(report_json(*outcomes[i].report) == report_json(evaluate(rules(), seasons[i], late())));
}

TEST_CASE("A clock without an end, a place gained, a deadline put off are caught")
{
    Report report = demo::report();
    report.as_of = late();
    const auto wrong = [&](auto change) {
        Report changed = report;
        for (InitiativeReport& initiative : changed.initiatives)
            for (ClockReport& clock : initiative.clocks)
                if (initiative.id == "SK-01" && clock.name.id == "consideration") change(clock);
        Ends before, after;
        check_clocks(report, before);
        check_clocks(changed, after);
        return after.wrong.size() - before.wrong.size();
    };
    CHECK(wrong([](ClockReport&) {}) == 0);
    CHECK(wrong([](ClockReport& clock) { clock.reading.stopped.reset(), clock.reading.determined = false; }) == 1);
    CHECK(wrong([](ClockReport& clock) { clock.reading.stopped = Instant{0}; }) == 1);
    CHECK(gained(report, report).empty());
    Report more = report;
    more.units[0].quota[0].counted = more.units[0].quota[0].counted + Ratio(1);
    CHECK(gained(report, more) == std::vector<std::string>{"a place for " + report.units[0].name.id});
    more = report;
    more.initiatives[0].clocks[0].reading.end.ends.seconds += 1;
    CHECK(gained(report, more) == std::vector<std::string>{"time for SK-01"});
    CHECK(gained(more, report).empty());
}
