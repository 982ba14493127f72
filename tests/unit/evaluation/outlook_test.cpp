// What may be done now: held against the report, and guards about people, documents and quotas in a whole season.
#include <sangkien/evaluation/outlook.hpp>
#include <sangkien/io/outlook_json.hpp>
#include <sangkien/io/outlook_text.hpp>

#include <algorithm>

#include "demo.hpp"

using namespace demo;

namespace {

const char* const instants[] = {"2025-09-20T08:00+07:00", "2025-09-24T12:00+07:00", "2025-09-25T00:00+07:00",
                                "2025-09-29T12:00+07:00", "2025-09-30T17:00+07:00"};

const EventOutlook& event_of(const InitiativeOutlook& initiative, std::string_view event)
{
    for (const EventOutlook& candidate : initiative.events)
        if (candidate.event.id == event) return candidate;
    throw std::runtime_error("no event " + std::string(event));
}

const char ward[] = R"({
  "rulebook": 1, "id": "r", "document": { "number": "1", "issuer": "o", "issued": "2025-01-01", "from": "2025-01-01", "provenance": "official-document" },
  "layer": "ward", "clauses": { "c": { "vi": "v", "en": "e" } },
  "roles": { "clerk": { "vi": "v", "en": "Clerk", "clause": "c" }, "chair": { "vi": "v", "en": "Chair", "clause": "c" } },
  "unit-kinds": { "x": { "clause": "c" } },
  "documents": { "plan": { "vi": "Đề án", "en": "Plan", "clause": "c" } },
  "lifecycle": { "start": "draft", "clause": "c",
    "states": { "draft": { "kind": "open" }, "in": { "kind": "waiting" }, "yes": { "kind": "decided" }, "sent": { "kind": "ended" } },
    "transitions": {
      "file": { "from": "draft", "to": "in", "by": "clerk", "when": { "document": "plan" } },
      "decide": { "from": "in", "to": "yes", "by": "chair",
                  "when": { "all": [{ "other-than": "author" }, { "other-than": "event:file" }, { "other-than": "conflicted" }] } },
      "send": { "from": "yes", "to": "sent", "by": "clerk", "when": { "quota": "one" } } } },
  "quota": { "one": { "who": ["x"], "each": "year", "at-least": 2, "reached": "in", "clause": "c" } }
})";

Season season_of(const std::string& documents, const std::string& events, const std::string& second)
{
    return read_season(
        R"({ "season": 1, "id": "s", "year": 2025, "opened": "2025-09-01", "rulebooks": ["r"], "units": [ { "id": "u-1", "kind": "x" } ],
      "council": { "members": [ { "person": "p-4", "role": "member" } ], "conflicts": [ { "member": "p-4", "initiative": "i-1" } ] },
      "initiatives": [ { "id": "i-1", "units": ["u-1"], "authors": [ { "person": "p-1", "share": 100 } ], "documents": {)" +
            documents + "}, \"events\": [" + events +
            R"(] }, { "id": "i-2", "units": ["u-1"], "authors": [ { "person": "p-9", "share": 100 } ], "documents": { "plan": true }, "events": [)" +
            second + "] } ] }",
        "s.json");
}

std::string event(const char* on, const char* by, const char* actor)
{
    return "{ \"on\": \"" + std::string(on) + "\", \"at\": \"2025-09-10T08:00+07:00\", \"by\": \"" + by +
           "\", \"actor\": \"" + actor + "\" }";
}

const Rules& ward_rules()
{
    static const Rules out = load_rules_text({ward});
    return out;
}

Report ward_report(const Season& season)
{
    return evaluate(ward_rules(), season, parse_instant("2025-09-30T08:00+07:00"));
}

std::vector<std::string> told(const Findings& findings)
{
    std::vector<std::string> out;
    for (const Finding& finding : findings) out.push_back(std::string(word(finding.id)) + " " + word(finding.verdict));
    return out;
}

}  // namespace

TEST_CASE("What may be done now is what the report says of the next steps, for every initiative that is open")
{
    std::size_t compared = 0;
    for (const char* at : instants) {
        const Instant as_of = parse_instant(at);
        const Report report = evaluate(rules(), season(), as_of);
        const std::vector<InitiativeOutlook> all = outlook(rules(), season(), as_of, {}, true);
        REQUIRE(all.size() == report.initiatives.size());
        std::size_t open = 0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            REQUIRE(all[i].state.id == report.initiatives[i].state->id);
            const StateKind kind = report.initiatives[i].kind;
            open += kind != StateKind::ended && kind != StateKind::withdrawn;
            std::size_t here = 0;
            for (const EventOutlook& one : all[i].events) here += one.here;
            REQUIRE(here == report.initiatives[i].next.size());
            for (const NextStep& next : report.initiatives[i].next) {
                const EventOutlook& one = event_of(all[i], next.name.id);
                REQUIRE(one.here);
                REQUIRE(one.verdict == next.verdict);
                REQUIRE(told(one.findings) == told(next.findings));
                // A step that is open is open by the plan too, and the other way round.
                REQUIRE((one.plan.verdict == Truth::pass) == (next.verdict == Truth::pass));
                ++compared;
            }
        }
        CHECK(outlook(rules(), season(), as_of).size() == open);
    }
    CHECK(compared > 100);
}

TEST_CASE("A refusal that stands is told as one that nothing lifts, and its page names the reason")
{
    const Instant as_of = parse_instant("2025-09-29T12:00+07:00");
    for (const InitiativeOutlook& one : outlook(rules(), season(), as_of)) {
        if (one.id != "SK-10") continue;
        const EventOutlook& recognise = event_of(one, "recognise");
        CHECK(recognise.plan.verdict == Truth::fail);
        CHECK(told(recognise.plan.barriers) == std::vector<std::string>{"council-refuses fail"});
        const EventOutlook& forward = event_of(one, "forward");
        CHECK_FALSE(forward.here);
        CHECK(forward.plan.verdict == Truth::fail);
        const std::string page = outlook_text({one}, as_of, Language::en);
        CHECK(page.find("Never any more.\n    - The council does not approve. [934.4.3.a]") != std::string::npos);
        CHECK(page.find("No step leads any more to: File the initiative; Accept and collate") != std::string::npos);
        return;
    }
    FAIL("SK-10 is not open");
}

TEST_CASE("From filing to the city the plan names each step, who takes it and by when")
{
    const Instant as_of = parse_instant("2025-09-24T12:00+07:00");
    const InitiativeOutlook first = outlook(rules(), season(), as_of).front();
    const Plan& plan = event_of(first, "recognise").plan;
    REQUIRE(plan.verdict == Truth::undetermined);
    REQUIRE(plan.steps.size() == 3);
    CHECK(plan.steps[0].name.id == "accept");
    CHECK(plan.steps[1].by.front().id == "council");
    REQUIRE(plan.steps[2].ways.size() == 1);
    CHECK(to_text(*plan.steps[2].ways[0].until) == "2025-09-30T00:00:00+07:00");
    const std::string json = outlook_json({first}, as_of);
    CHECK(json.find("\"until\": \"2025-09-30T00:00:00+07:00\"") != std::string::npos);
}

TEST_CASE("Nobody decides on their own initiative, on one they filed, or in a conflict they declared")
{
    const auto decided_by = [](const char* person) {
        const Season season =
            season_of("\"plan\": true", event("file", "clerk", "p-2") + "," + event("decide", "chair", person), "");
        return ward_report(season).initiatives[0].events.at(1);
    };
    CHECK(decided_by("p-3").verdict == Truth::pass);
    CHECK(decided_by("p-1").verdict == Truth::fail);
    CHECK(decided_by("p-2").verdict == Truth::fail);
    CHECK(decided_by("p-4").verdict == Truth::fail);
    const Season season = season_of("\"plan\": true", event("file", "clerk", "p-2"), "");
    const auto may = [&](const char* person) {
        return event_of(outlook(ward_rules(), season, parse_instant("2025-09-30T08:00+07:00"), person).front(),
                        "decide")
            .verdict;
    };
    CHECK(may("p-1") == Truth::fail);
    CHECK(may("p-5") == Truth::pass);
    CHECK(may("") == Truth::pass);
}

TEST_CASE("A step waits for its document, and counts it from the instant it is there")
{
    const auto filed = [](const char* documents) {
        return ward_report(season_of(documents, event("file", "clerk", "p-2"), "")).initiatives[0].events.at(0).verdict;
    };
    CHECK(filed("\"plan\": true") == Truth::pass);
    CHECK(filed("\"plan\": false") == Truth::fail);
    CHECK(filed("") == Truth::undetermined);
    CHECK(filed("\"plan\": \"2025-09-10T08:00+07:00\"") == Truth::pass);
    CHECK(filed("\"plan\": \"2025-09-10T08:00:01+07:00\"") == Truth::fail);
    const std::vector<Problem> problems = texts::problems_of([&] { ward_report(season_of("\"plam\": true", "", "")); });
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].place.pointer == "/initiatives/0/documents/plam");
}

TEST_CASE("A step may wait for the quota of the unit, counted without that step")
{
    const std::string first =
        event("file", "clerk", "p-2") + "," + event("decide", "chair", "p-3") + "," + event("send", "clerk", "p-2");
    const auto sent = [&](const std::string& second) {
        return ward_report(season_of("\"plan\": true", first, second)).initiatives[0].events.at(2);
    };
    CHECK(sent("").verdict != Truth::pass);
    CHECK(sent(event("file", "clerk", "p-2")).verdict == Truth::pass);
}
