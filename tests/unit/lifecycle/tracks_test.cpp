// Tracks beside the main procedure: where a file stands in each, and guards that ask about another.
#include <sangkien/lifecycle/paths.hpp>
#include <sangkien/lifecycle/unblock.hpp>

#include "../catch.hpp"
#include "tables.hpp"

using namespace tables;

namespace {

// The ward decides; beside it the city, which waits for the ward, and does not hear of a file that is cancelled.
std::string two_tracks(const std::string& states = R"("cancelled": {"kind": "ended"})", const std::string& steps = "")
{
    return "{" + vocabulary() + R"(,
        "tracks": {"city": {"vi": "Cấp thành phố", "en": "City level", "start": "none"}},
        "lifecycle": {"start": "draft",
        "states": {"draft": {"kind": "open"}, "filed": {"kind": "waiting"},
                   "recognised": {"kind": "decided", "vi": "Đã công nhận", "en": "Recognised"},
                   "none": {"kind": "open", "track": "city"}, "sent": {"kind": "waiting", "track": "city"},
                   "adopted": {"kind": "decided", "track": "city"}, )" +
           states + R"(}, "transitions": {
        "file": {"from": "draft", "to": "filed", "by": "head"},
        "recognise": {"from": "filed", "to": "recognised", "by": "chair"},
        "cancel": {"from": "recognised", "to": "cancelled", "by": "chair", "when": {"not": {"state": "adopted"}}},
        "send": {"from": "none", "to": "sent", "by": "head", "when": {"state": "recognised"}},
        "adopt": {"from": "sent", "to": "adopted", "by": "chair", "when": {"not": {"state": "cancelled"}}})" +
           steps + "}}}";
}

Position at(const Table& rules, const char* main, const char* city) { return {*rules.state(main), *rules.state(city)}; }

StepResult take(const Table& rules, const Position& position, const char* event, const char* role)
{
    return step(rules, position, event, role, noon, all_met(rules));
}

// "send recognise": what a plan goes through.
std::string planned(const Table& rules, const Position& position, const char* event)
{
    std::string out;
    for (const PlannedStep& one : unblock(rules, position, event, noon, all_met(rules)).steps)
        out += (out.empty() ? "" : " ") + one.name.id;
    return out;
}

}  // namespace

TEST_CASE("A file stands in one state of each track, and a step moves one of them")
{
    const Table rules = table(two_tracks());
    REQUIRE(rules.tracks.size() == 1);
    CHECK(rules.tracks[0].name.words.en == "City level");
    CHECK(rules.beginning() == at(rules, "draft", "none"));
    Position position = at(rules, "recognised", "none");
    const StepResult sent = take(rules, position, "send", "head");
    REQUIRE(sent.to);
    rules.move(position, *sent.to);
    CHECK(position == at(rules, "recognised", "sent"));
    const StepResult cancelled = take(rules, position, "cancel", "chair");
    REQUIRE(cancelled.to);
    rules.move(position, *cancelled.to);
    CHECK(position == at(rules, "cancelled", "sent"));
}

TEST_CASE("A guard asks where the file stands in another track, and says where it does")
{
    const Table rules = table(two_tracks());
    const StepResult early = take(rules, at(rules, "filed", "none"), "send", "head");
    CHECK(told(early.findings) == List{"state-other fail"});
    CHECK(message(early.findings[0], Language::en) == "The file stands at \"filed\", not at \"Recognised\".");
    CHECK(early.findings[0].lift->possible);
    CHECK(told(take(rules, at(rules, "cancelled", "sent"), "adopt", "chair").findings) == List{"state-held fail"});
    CHECK(told(take(rules, at(rules, "recognised", "sent"), "adopt", "chair").findings) == List{"state-other pass"});
    // Not from here: the state that is told is the one of the event's own track.
    const StepResult wrong = take(rules, at(rules, "recognised", "none"), "adopt", "chair");
    CHECK(wrong.findings[0].inputs[1].key == std::string("state"));
    CHECK(std::get<Name>(wrong.findings[0].inputs[1].value).id == "none");
}

TEST_CASE("What may be done is told of every track at once")
{
    const Table rules = table(two_tracks());
    List open;
    for (const Permitted& one : permitted(rules, at(rules, "recognised", "sent"), noon, all_met(rules)))
        open.push_back(one.transition->name.id + " " + word(one.verdict));
    CHECK(open == List{"cancel pass", "adopt pass"});
}

TEST_CASE("A plan leads through another track where a guard asks for it, and only there")
{
    const Table rules = table(two_tracks());
    CHECK(planned(rules, rules.beginning(), "adopt") == "file recognise send adopt");
    CHECK(planned(rules, rules.beginning(), "recognise") == "file recognise");
    CHECK(planned(rules, at(rules, "recognised", "sent"), "adopt") == "adopt");
    const Plan never = unblock(rules, at(rules, "cancelled", "none"), "adopt", noon, all_met(rules));
    CHECK(never.verdict == Truth::fail);
    CHECK(told(never.barriers) == List{"state-other fail"});
    const Plan gone = unblock(rules, at(rules, "recognised", "adopted"), "send", noon, all_met(rules));
    CHECK(told(gone.barriers) == List{"no-way-from-here fail"});
}

TEST_CASE("Every position is the product of its tracks: none is left out, none is mixed up")
{
    const Table rules = table(two_tracks());
    // Breadth first over positions by steps that pass, against the states and guards written out by hand.
    std::vector<Position> seen{rules.beginning()};
    for (std::size_t i = 0; i < seen.size(); ++i)
        for (const Permitted& one : permitted(rules, seen[i], noon, all_met(rules))) {
            if (one.verdict != Truth::pass) continue;
            Position next = seen[i];
            rules.move(next, one.transition->to);
            if (std::find(seen.begin(), seen.end(), next) == seen.end()) seen.push_back(next);
        }
    std::vector<Position> wanted{at(rules, "draft", "none"),         at(rules, "filed", "none"),
                                 at(rules, "recognised", "none"),    at(rules, "recognised", "sent"),
                                 at(rules, "recognised", "adopted"), at(rules, "cancelled", "none"),
                                 at(rules, "cancelled", "sent")};
    std::sort(seen.begin(), seen.end());
    std::sort(wanted.begin(), wanted.end());
    CHECK(seen == wanted);
}

TEST_CASE("Paths stay in their track, and begin where it begins")
{
    const Table rules = table(two_tracks());
    const auto ways = shortest_paths(rules);
    CHECK(ways[*rules.state("recognised")]->size() == 2);
    CHECK(ways[*rules.state("adopted")]->size() == 2);
    CHECK(ways[*rules.state("none")]->empty());
    CHECK(simple_paths(rules, rules.state("adopted"), 9).paths.size() == 1);
    for (const Refusal& refusal : refusals(rules))
        CHECK(rules.states[refusal.state].track == rules.states[rules.transitions[refusal.transition].to].track);
}

TEST_CASE("A step does not lead from one track into another, and a track begins in a state of its own")
{
    const auto changed = [](const char* from, const char* to) {
        std::string text = two_tracks();
        const std::size_t found = text.find(from);
        REQUIRE(found != std::string::npos);
        return wrong(text.replace(found, std::string(from).size(), to));
    };
    CHECK(changed(R"("from": "none", "to": "sent")", R"("from": "none", "to": "recognised")") ==
          List{"SK1308 /lifecycle/transitions/send/to"});
    CHECK(changed(R"("from": "none", "to": "sent")", R"("from": ["none", "draft"], "to": "sent")") ==
          List{"SK1308 /lifecycle/transitions/send/from/1"});
    CHECK(changed(R"("start": "none")", R"("start": "draft")") == List{"SK1308 /tracks/city/start"});
    CHECK(changed(R"("start": "draft")", R"("start": "none")") == List{"SK1308 /lifecycle/start"});
    const List misspelt = changed(R"("track": "city"})", R"("track": "town"})");
    CHECK(std::count(misspelt.begin(), misspelt.end(), "SK1308 /lifecycle/states/none/track") == 1);
    CHECK(changed(R"({"state": "recognised"})", R"({"state": "recognized"})") ==
          List{"SK1308 /lifecycle/transitions/send/when/state"});
}

TEST_CASE("A safeguard makes every step on its events stricter, and no step looser")
{
    const auto with = [](const char* safeguards) {
        std::string text = two_tracks();
        text.insert(text.rfind('}'), std::string(", \"safeguards\": {") + safeguards + "}");
        return text;
    };
    const Table plain = table(two_tracks());
    const Table rules =
        table(with(R"("apart": {"on": ["recognise", "adopt"], "when": {"other-than": "author"}, "clause": "s.1"})"));
    Surroundings around = all_met(rules);
    around.authors = {"p-1"};
    const auto verdicts = [&](const Table& of, const char* person) {
        List out;
        for (const char* state : {"draft", "filed", "recognised"})
            for (const char* city : {"none", "sent"})
                for (const Permitted& one : permitted(of, at(of, state, city), noon, around, person))
                    out.push_back(one.transition->name.id + " " + word(one.verdict));
        return out;
    };
    CHECK(verdicts(rules, "p-2") == verdicts(plain, "p-2"));
    const List strict = verdicts(rules, "p-1"), loose = verdicts(plain, "p-1");
    REQUIRE(strict.size() == loose.size());
    for (std::size_t i = 0; i < strict.size(); ++i)
        if (strict[i] != loose[i]) CHECK((strict[i] == "recognise fail" || strict[i] == "adopt fail"));
    CHECK(std::count(strict.begin(), strict.end(), "recognise fail") == 2);
    CHECK(std::count(strict.begin(), strict.end(), "adopt fail") == 3);
    const StepResult refused = step(rules, at(rules, "filed", "none"), "recognise", "chair", noon, around, "p-1");
    CHECK(told(refused.findings) == List{"same-person fail"});
    CHECK(refused.findings[0].citations[0].clause == "s.1");
    CHECK(wrong(with(R"("apart": {"on": "recognize", "when": {"other-than": "author"}})")) ==
          List{"SK1308 /safeguards/apart/on"});
}
