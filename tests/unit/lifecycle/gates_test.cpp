// The table as bits takes the steps that step() takes.
#include <random>

#include <sangkien/batch/steps.hpp>
#include <sangkien/io/loader.hpp>

#include "../catch.hpp"
#include "../random.hpp"
#include "tables.hpp"
#include "thinned.hpp"

using namespace tables;
using sangkien::test::Random;

namespace {

// Every leaf three ways, by chance.
Surroundings drawn(const Table& rules, Random& random)
{
    Surroundings out = all_met(rules);
    const auto truth = [&] { return static_cast<Truth>(random.between(0, 2)); };
    for (DeadlineReading& deadline : out.deadlines) {
        deadline.determined = !random.once_in(4);
        deadline.end.ends.seconds = noon.seconds + random.between(-1, 1);
    }
    for (ClockReading& clock : out.clocks) {
        clock.begun = !random.once_in(4);
        clock.determined = !random.once_in(3);
        clock.end.ends.seconds = noon.seconds + random.between(-1, 1);
        if (random.once_in(5)) clock.suspended = noon;
    }
    for (Truth& fact : out.facts) fact = truth();
    for (DocumentReading& document : out.documents) document.present = truth();
    for (Truth& quota : out.quotas) quota = truth();
    for (BuiltinReading& builtin : out.builtins) builtin.value = truth();
    if (!rules.levels.empty())
        out.level = rules.levels[static_cast<std::size_t>(
            random.between(0, static_cast<std::int64_t>(rules.levels.size()) - 1))];
    for (std::size_t i = 0; i < rules.tallied.size(); ++i)
        if (random.once_in(2))
            out.taken.push_back({static_cast<std::uint16_t>(i), noon, random.once_in(3) ? "" : "p-1"});
    if (random.once_in(2)) out.authors = {"p-1"};
    if (random.once_in(2)) out.conflicted = {"p-2"};
    out.mark = {truth(), Ratio(random.between(40, 60)), std::nullopt};
    return out;
}

Position anywhere(const Table& rules, Random& random)
{
    Position out = rules.beginning();
    for (int i = 0; i < 4; ++i)
        rules.move(out,
                   static_cast<std::uint16_t>(random.between(0, static_cast<std::int64_t>(rules.states.size()) - 1)));
    return out;
}

struct Compared {
    int passed = 0, failed = 0, open = 0, different = 0;
};

// Every event by every role, in a place and surroundings drawn by chance.
void compare(const Table& rules, const Gates& gates, Random& random, Compared& out)
{
    const Position position = anywhere(rules, random);
    const Surroundings around = drawn(rules, random);
    const char* const person = random.once_in(3) ? "" : random.once_in(2) ? "p-1" : "p-2";
    const GateBits bits = gates.read(around, position, noon, person);
    List events = rules.events();
    events.push_back("no-such-event");
    for (const std::string& event : events)
        for (std::size_t role = 0; role <= rules.roles.size(); ++role) {
            const std::string id = role < rules.roles.size() ? rules.roles[role].id : "nobody";
            const StepResult wanted = step(rules, position, event, id, noon, around, person);
            const GateStep got = gates.step(position.data(), gates.event(event), gates.role(id), bits);
            out.passed += wanted.verdict == Truth::pass;
            out.failed += wanted.verdict == Truth::fail;
            out.open += wanted.verdict == Truth::undetermined && event != "no-such-event";
            out.different += got.verdict != wanted.verdict || (wanted.to && got.to != *wanted.to) ||
                             (!wanted.to && std::find(position.begin(), position.end(), got.to) == position.end());
        }
}

// A guard of leaves of every kind, all/any/not to some depth.
std::string guard(Random& random, int depth)
{
    const std::int64_t kind = random.between(0, depth > 0 ? 12 : 9);
    switch (kind) {
        case 0: return R"({"fact": "new"})";
        case 1: return R"({"fact": "old"})";
        case 2: return R"({"before": "due"})";
        case 3: return R"({"after": "later"})";
        case 4: return R"({"within": "year"})";
        case 5: return R"({"level": "city"})";
        case 6: return R"({"taken": "go"})";
        case 7: return R"({"state": "d"})";
        case 8: return R"({"other-than": "author"})";
        case 9: return "\"council-approves\"";
        case 10: return "{\"not\": " + guard(random, depth - 1) + "}";
        default:
            return std::string(kind == 11 ? "{\"all\": [" : "{\"any\": [") + guard(random, depth - 1) + ", " +
                   guard(random, depth - 1) + ", " + guard(random, depth - 1) + "]}";
    }
}

}  // namespace

TEST_CASE("On the shipped procedures the bits say what step() says, for every event and role")
{
    Random random(934);
    for (const std::vector<std::string>& ids :
         {List{"gia-vien-934"}, List{"charter-13-2012", "gia-vien-934", "council-illustrative"},
          List{"gia-vien-934", "procedure-illustrative"}}) {
        const Rules rules = load_rules(ids);
        const Table& table = rules.rulesets().back().table;
        const Gates gates(table);
        Compared seen;
        for (std::size_t i = 0; i < 1500; i += thinned(10)) compare(table, gates, random, seen);
        INFO(ids.back() << ": " << seen.passed << " " << seen.failed << " " << seen.open);
        CHECK(seen.different == 0);
        CHECK(seen.passed > 50 / static_cast<int>(thinned(10)));
        CHECK(seen.open > 50 / static_cast<int>(thinned(10)));
    }
}

TEST_CASE("So they do on guards made by chance, contradictions among them")
{
    Random random(7);
    Compared seen;
    for (std::size_t i = 0; i < 300; i += thinned(10)) {
        const Table rules = table("{" + vocabulary() + R"(, "tracks": {"x": {"start": "c"}}, "lifecycle": {"start": "a",
            "states": {"a": {"kind": "open"}, "b": {"kind": "ended"}, "c": {"kind": "open", "track": "x"},
                       "d": {"kind": "ended", "track": "x"}}, "transitions": {
            "go": {"from": "a", "to": "b", "by": ["head", "chair"], "when": )" +
                                  guard(random, 3) + R"(},
            "again": {"on": "go", "from": ["a", "b"], "to": "a", "by": "chair", "when": )" +
                                  guard(random, 2) + R"(},
            "move": {"from": "c", "to": "d", "by": "head", "when": )" +
                                  guard(random, 3) + "}}}}");
        const Gates gates(rules);
        for (int k = 0; k < 20; ++k) compare(rules, gates, random, seen);
    }
    INFO(seen.passed << " " << seen.failed << " " << seen.open);
    CHECK(seen.different == 0);
    CHECK(seen.passed > 1000 / static_cast<int>(thinned(10)));
    CHECK(seen.open > 1000 / static_cast<int>(thinned(10)));
}

TEST_CASE("A hundred leaves take two words, and decide alike")
{
    std::string facts, all;
    for (int i = 0; i < 100; ++i) {
        const std::string name = "f" + std::to_string(i);
        facts += (i == 0 ? "\"" : ", \"") + name + "\": {}";
        all += (i == 0 ? "{\"fact\": \"" : ", {\"fact\": \"") + name + "\"}";
    }
    const Table rules = table(R"({"roles": {"head": {}}, "facts": {)" + facts + R"(}, "lifecycle": {"start": "a",
        "states": {"a": {"kind": "open"}, "b": {"kind": "ended"}}, "transitions": {
        "go": {"from": "a", "to": "b", "by": "head", "when": {"all": [)" +
                              all + R"(]}},
        "no": {"from": "a", "to": "b", "by": "head", "when": {"not": {"all": [)" +
                              all + "]}}}}}}");
    const Gates gates(rules);
    CHECK(gates.words() == 2);
    Random random(1);
    Compared seen;
    for (int i = 0; i < 200; ++i) {
        Surroundings around = all_met(rules);
        for (int k = 0; k < 3; ++k)
            if (random.once_in(2)) around.facts[static_cast<std::size_t>(random.between(0, 99))] = Truth::undetermined;
        if (random.once_in(3)) around.facts[static_cast<std::size_t>(random.between(0, 99))] = Truth::fail;
        const Position position = rules.beginning();
        const GateBits bits = gates.read(around, position, noon);
        for (const char* event : {"go", "no"}) {
            const Truth wanted = step(rules, position, event, "head", noon, around).verdict;
            seen.passed += wanted == Truth::pass;
            seen.open += wanted == Truth::undetermined;
            seen.different +=
                gates.step(position.data(), gates.event(event), gates.role("head"), bits).verdict != wanted;
        }
    }
    CHECK(seen.different == 0);
    CHECK(seen.passed > 20);
    CHECK(seen.open > 20);
}

TEST_CASE("A guard with too many terms is an Error, not a slow step")
{
    std::string all;
    for (int i = 0; i < 13; ++i)
        all += std::string(i == 0 ? "" : ", ") + R"({"any": [{"taken": "e)" + std::to_string(2 * i) +
               R"("}, {"taken": "e)" + std::to_string(2 * i + 1) + "\"}]}";
    std::string steps;
    for (int i = 0; i < 26; ++i) steps += ", \"e" + std::to_string(i) + R"(": {"from": "a", "to": "a", "by": "head"})";
    const Table rules = table(R"({"roles": {"head": {}}, "lifecycle": {"start": "a", "states": {"a": {"kind": "open"}},
        "transitions": {"go": {"from": "a", "to": "a", "by": "head", "when": {"all": [)" +
                              all + "]}}" + steps + "}}}");
    const std::vector<Problem> found = texts::problems_of([&] { Gates{rules}; });
    REQUIRE(found.size() == 1);
    CHECK(found[0].id == ErrorId::limit_exceeded);
}

TEST_CASE("Rows of many files come out as one by one, and a row of no file is told before anything is taken")
{
    const Rules loaded = load_rules({"gia-vien-934", "procedure-illustrative"});
    const Table& rules = loaded.rulesets().back().table;
    const Gates gates(rules);
    Random random(3);
    constexpr std::size_t files = 40, rows = 4000;
    std::vector<std::uint32_t> file;
    std::vector<std::uint16_t> event, role;
    std::vector<std::uint64_t> holds, known;
    for (std::size_t i = 0; i < rows * gates.words(); ++i) {
        holds.push_back(random() | random());
        known.push_back(random() | random() | random());
    }
    for (std::size_t i = 0; i < rows; ++i) {
        file.push_back(static_cast<std::uint32_t>(random() % files));
        event.push_back(static_cast<std::uint16_t>(random() % gates.events().size()));
        role.push_back(static_cast<std::uint16_t>(random() % gates.roles()));
    }
    const StepColumns columns{file.data(), event.data(), role.data(), holds.data(), known.data(), rows};
    std::vector<std::uint16_t> positions = beginnings(gates, files);
    std::vector<Truth> verdicts(rows);
    const std::size_t accepted = take_steps(gates, columns, positions.data(), files, verdicts.data());
    std::vector<Position> alone(files, rules.beginning());
    std::size_t passed = 0, wrong = 0;
    for (std::size_t i = 0; i < rows; ++i) {
        Position& here = alone[file[i]];
        const GateStep step =
            gates.step(here.data(), event[i], role[i], &holds[i * gates.words()], &known[i * gates.words()]);
        if (step.verdict == Truth::pass) rules.move(here, step.to);
        passed += step.verdict == Truth::pass;
        wrong += step.verdict != verdicts[i];
    }
    CHECK(wrong == 0);
    CHECK(passed == accepted);
    CHECK(passed > 20);
    for (std::size_t i = 0; i < files; ++i)
        CHECK(std::equal(alone[i].begin(), alone[i].end(),
                         positions.begin() + static_cast<std::ptrdiff_t>(i * gates.tracks())));
    file[1234] = files;
    const std::vector<std::uint16_t> before = positions;
    const std::vector<Problem> found =
        texts::problems_of([&] { take_steps(gates, columns, positions.data(), files, verdicts.data()); });
    REQUIRE(found.size() == 1);
    CHECK(found[0].place.pointer == "/rows/1234/file");
    CHECK(positions == before);
}
