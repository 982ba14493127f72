// A closing hour and a clock in hours, from a rulebook to the report.
#include <sangkien/io/report_json.hpp>

#include <algorithm>

#include "../io/texts.hpp"

using namespace sangkien;

namespace {

const char rulebook[] = R"({
  "rulebook": 1, "id": "r", "document": { "number": "1", "issuer": "o", "issued": "2025-01-01", "from": "2025-01-01", "provenance": "official-document" },
  "layer": "ward", "clauses": { "c": { "vi": "v", "en": "e" } },
  "roles": { "h": { "vi": "v", "en": "e", "clause": "c" } },
  "unit-kinds": { "x": { "clause": "c" } },
  "schedule": { "s": { "yearly": "25/9", "bound": "before", "roll": "none", "closes": "17:00", "clause": "c" } },
  "clocks": { "reply": { "length": "36 hours", "from": "event:file", "stops": ["reply"], "clause": "c" },
              "day": { "length": "2 working hours", "from": "event:file", "stops": ["reply"], "clause": "c" } },
  "lifecycle": { "start": "p", "states": { "p": { "kind": "open" }, "q": { "kind": "waiting" }, "z": { "kind": "ended" } }, "clause": "c",
    "transitions": { "file": { "from": "p", "to": "q", "by": "h", "when": { "before": "s" } },
                     "reply": { "from": "q", "to": "z", "by": "h", "when": { "within": "reply" } } } },
  "quota": { "o": { "who": ["x"], "each": "year", "at-least": 1, "reached": "q", "in-time": "s", "clause": "c" } },
  "local-calendar": { "unit": { "vi": "v", "en": "e", "hours": { "morning": "07:30-11:30", "afternoon": "13:30-17:00" }, "clause": "c" } }
})";

const Rules& rules()
{
    static const Rules out =
        load_rules_text({texts::rulebook("civil-code-2015"), texts::rulebook("vn-civil-service"), rulebook});
    return out;
}

Report report(const std::string& events, const char* as_of = "2025-09-30T08:00+07:00")
{
    const std::string season = R"({ "season": 1, "id": "s", "year": 2025, "opened": "2025-09-01", "rulebooks": ["r"],
      "units": [ { "id": "u-1", "kind": "x" } ],
      "initiatives": [ { "id": "i-1", "units": ["u-1"], "authors": [ { "person": "p-1", "share": 100 } ], "events": [)" +
                               events + "] } ] }";
    return evaluate(rules(), read_season(season, "s.json"), parse_instant(as_of));
}

std::string event(const char* on, const char* at)
{
    return std::string("{ \"on\": \"") + on + "\", \"at\": \"" + at + "\", \"by\": \"h\" }";
}

}  // namespace

TEST_CASE("What is filed at the closing hour is late, and a second before it in time")
{
    const Report in_time = report(event("file", "2025-09-24T16:59:59+07:00"));
    CHECK(to_text(in_time.milestones[0].deadline.ends) == "2025-09-24T17:00:00+07:00");
    CHECK(in_time.initiatives[0].events[0].verdict == Truth::pass);
    const Report late = report(event("file", "2025-09-24T17:00:00+07:00"));
    const EventReport& filed = late.initiatives[0].events[0];
    CHECK(filed.verdict == Truth::fail);
    REQUIRE_FALSE(filed.findings.empty());
    CHECK(message(filed.findings[0], Language::en) ==
          "Late for \"s\": at 17:00 on 24 Sep 2025, the last moment was 17:00 on 24 Sep 2025.");
    const std::string json = report_json(in_time);
    CHECK(json.find("\"ends\": \"2025-09-24T17:00:00+07:00\"") != std::string::npos);
    // What is owed is owed by then, and no later.
    const Report before = report("", "2025-09-24T16:00+07:00");
    const QuotaResult& owed = before.units[0].quota[0];
    const auto by = [](const Finding& finding) { return finding.lift && finding.lift->by; };
    const auto found = std::find_if(owed.findings.begin(), owed.findings.end(), by);
    REQUIRE(found != owed.findings.end());
    CHECK(to_text(*found->lift->by) == "2025-09-24T17:00:00+07:00");
}

TEST_CASE("A clock in hours runs from the moment of its event")
{
    const auto clocks = [](const char* replied) {
        return report(event("file", "2025-09-19T15:30:00+07:00") + "," + event("reply", replied)).initiatives[0];
    };
    const InitiativeReport in_time = clocks("2025-09-21T03:29:59+07:00");
    REQUIRE(in_time.clocks.size() == 2);
    CHECK(to_text(in_time.clocks[0].reading.end.ends) == "2025-09-21T03:30:00+07:00");
    CHECK(in_time.clocks[0].kept == Truth::pass);
    CHECK(in_time.events[1].verdict == Truth::pass);
    // 15:30 on a Friday: an hour and a half, then half an hour on Monday.
    CHECK(to_text(in_time.clocks[1].reading.end.ends) == "2025-09-22T08:00:00+07:00");
    CHECK(in_time.clocks[1].kept == Truth::pass);
    const InitiativeReport late = clocks("2025-09-21T03:30:00+07:00");
    CHECK(late.events[1].verdict == Truth::fail);
    CHECK(message(late.events[1].findings[0], Language::en) ==
          "The period \"reply\" is over: at 03:30 on 21 Sep 2025, it ended at 03:30 on 21 Sep 2025.");
}
