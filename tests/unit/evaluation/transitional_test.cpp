// Rules that change on 1 October 2025 in the middle of a season: the papers of tests/cases/transition-*.
#include "../io/texts.hpp"

using namespace texts;

namespace {

std::string file_of(const std::string& name) { return read_file(in_checkout("tests/cases/" + name)); }

std::string replaced_once(std::string text, const std::string& from, const std::string& to)
{
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    REQUIRE(text.find(from, at + 1) == std::string::npos);
    return text.replace(at, from.size(), to);
}

// Under the old paper and the new one with this section; `section` empty: it says nothing of open files.
Rules rules_with(const std::string& section)
{
    std::string after = file_of("transition-new/ward-after.json");
    const std::size_t at = after.find("  \"transitional\":");
    after = after.substr(0, after.rfind(',', at)) + (section.empty() ? "" : ",\n\"transitional\": {" + section + "}") +
            "\n}";
    return load_rules_text({file_of("transition-silent/ward-before.json"), after});
}

std::string clause(const std::string& members)
{
    return R"("c": {"from": "2025-10-01", "clause": "n.9", )" + members + "}";
}

// A season of one file with these events, "file 2025-09-20T09:00" and the like.
std::string season_of(const std::vector<std::pair<std::string, std::string>>& events, const std::string& more = "")
{
    std::string list;
    for (const auto& [on, at] : events)
        list += (list.empty() ? "" : ", ") + (R"({"on": ")" + on + R"(", "at": ")" + at + R"(+07:00", "by": ")") +
                (on == "file" || on == "supplement" ? "unit-head" : "office") + "\"}";
    return R"({"season": 1, "id": "s", "year": 2025, "opened": "2025-09-15", "rulebooks": ["ward-before"],
        "recognising_unit": {"id": "w", "head": "p"}, "units": [{"id": "u", "kind": "office"}],
        "initiatives": [{"id": "i", "units": ["u"], "authors": [{"person": "a", "share": 100}], "events": [)" +
           list + "]" + more + "}]}";
}

InitiativeReport told(const Rules& rules, const std::string& season, const char* as_of = "2025-11-30T08:00:00+07:00")
{
    return evaluate_text(rules, season, "s.json", parse_instant(as_of)).initiatives.at(0);
}

// "rules-taken 2025-10-01", one for each change.
std::string rules_of(const InitiativeReport& report)
{
    std::string out;
    for (const RulesApplied& applied : report.rules)
        out += (out.empty() ? "" : ", ") + std::string(word(applied.finding.id)) + " " + to_text(applied.rules_on);
    return out;
}

const char filed_before[] = "2025-09-30T23:59:59", filed_after[] = "2025-10-01T00:00:00";

}  // namespace

TEST_CASE("A file is open when it began before the day of the change, and later when it began on it")
{
    const Rules open = rules_with(clause(R"("cases": "open", "rules": "new")"));
    CHECK(rules_of(told(open, season_of({{"file", filed_before}}))) == "rules-taken 2025-10-01");
    CHECK(rules_of(told(open, season_of({{"file", filed_after}}))) == "rule-silent 2025-09-15");
    CHECK(rules_of(told(open, season_of({}))) == "rule-silent 2025-09-15");
    const Rules later = rules_with(clause(R"("cases": "later", "rules": "new")"));
    CHECK(rules_of(told(later, season_of({{"file", filed_before}}))) == "rule-silent 2025-09-15");
    CHECK(rules_of(told(later, season_of({{"file", filed_after}}))) == "rules-taken 2025-10-01");
    CHECK(rules_of(told(later, season_of({}))) == "rules-taken 2025-10-01");
}

TEST_CASE("A change has come at the beginning of its day and not a second before")
{
    const Rules rules = rules_with(clause(R"("cases": "all", "rules": "new")"));
    const std::string season = season_of({{"file", "2025-09-20T09:00:00"}});
    CHECK(rules_of(told(rules, season, "2025-09-30T23:59:59+07:00")).empty());
    CHECK(rules_of(told(rules, season, "2025-10-01T00:00:00+07:00")) == "rules-taken 2025-10-01");
    CHECK(rules_of(told(rules, season, "2025-10-02T00:00:00+07:00")) == "rules-taken 2025-10-01");
}

TEST_CASE("A season opened on the day of the change is under the new rules, and nothing is said")
{
    const Rules rules = rules_with(clause(R"("cases": "all", "rules": "new")"));
    const auto opened = [](const char* day, const char* book) {
        return replaced_once(replaced_once(season_of({{"file", "2025-10-05T09:00:00"}}), "2025-09-15", day),
                             "ward-before", book);
    };
    CHECK(rules_of(told(rules, opened("2025-10-01", "ward-after"))).empty());
    CHECK(rules_of(told(rules, opened("2025-09-30", "ward-before"))) == "rules-taken 2025-10-01");
}

TEST_CASE("A file that had ended before the change meets it no more, one that ended on its day does")
{
    const Rules rules = rules_with("");
    for (const char* end : {"refuse", "accept"}) {
        CHECK(rules_of(told(rules, season_of({{"file", "2025-09-20T09:00:00"}, {end, filed_before}}))).empty());
        CHECK(rules_of(told(rules, season_of({{"file", "2025-09-20T09:00:00"}, {end, filed_after}}))) ==
              "rule-silent 2025-09-15");
    }
}

TEST_CASE("Steps before the change are judged by the old rules, those from it on by the new")
{
    // Accepted before 31 October by the old paper, before 20 October by the new one.
    const auto accepted = [](const char* rules, const char* at) {
        const InitiativeReport report =
            told(rules_with(clause(std::string(R"("cases": "all", "rules": ")") + rules + "\"")),
                 season_of({{"file", "2025-09-20T09:00:00"}, {"accept", at}}));
        return report.events.at(1).verdict;
    };
    CHECK(accepted("new", "2025-10-19T23:59:59") == Truth::pass);
    CHECK(accepted("new", "2025-10-20T00:00:00") == Truth::fail);
    CHECK(accepted("old", "2025-10-20T00:00:00") == Truth::pass);
    CHECK(accepted("old", "2025-10-30T23:59:59") == Truth::pass);
    CHECK(accepted("old", "2025-10-31T00:00:00") == Truth::fail);
    // Supplementing is a step of the new paper alone.
    const Rules rules = rules_with(clause(R"("cases": "all", "rules": "new")"));
    const auto supplemented = [&](const char* at) {
        return told(rules, season_of({{"file", "2025-09-20T09:00:00"}, {"supplement", at}})).events.at(1).verdict;
    };
    CHECK(supplemented(filed_before) == Truth::undetermined);
    CHECK(supplemented(filed_after) == Truth::pass);
}

TEST_CASE("A period that runs at the change keeps its length and clause, one that begins later has the new")
{
    const Rules rules = rules_with(clause(R"("cases": "all", "rules": "new")"));
    const auto clock = [&](const char* filed) { return told(rules, season_of({{"file", filed}})).clocks.at(0); };
    CHECK(to_text(clock(filed_before).reading.end.last_day) == "2025-10-30");
    CHECK(clock(filed_before).citation.clause == "d.1");
    CHECK(to_text(clock(filed_after).reading.end.last_day) == "2025-10-11");
    CHECK(clock(filed_after).citation.clause == "n.1");
    const InitiativeReport stopped =
        told(rules, season_of({{"file", filed_before}, {"accept", "2025-10-15T09:00:00"}}));
    CHECK(stopped.clocks.at(0).kept == Truth::pass);
}

TEST_CASE("The state a file is in at the change picks the clause, the first that fits")
{
    const Rules rules =
        rules_with(R"("a": {"from": "2025-10-01", "clause": "n.9", "cases": "open", "in": ["filed"], "rules": "old"},
                      "b": {"from": "2025-10-01", "clause": "n.9", "cases": "all", "rules": "new"})");
    CHECK(rules_of(told(rules, season_of({{"file", filed_before}}))) == "rules-kept 2025-09-15");
    CHECK(rules_of(told(rules, season_of({{"file", filed_after}}))) == "rules-taken 2025-10-01");
}

TEST_CASE("Where a file may choose nobody chooses for it, and only what is offered can be chosen")
{
    const Rules rules = rules_with(clause(R"("cases": "all", "rules": "chosen")"));
    const auto chosen = [](const std::string& value) {
        return R"(, "choices": {"transitional.c.rules": ")" + value + "\"}";
    };
    const InitiativeReport open = told(rules, season_of({{"file", filed_before}}));
    CHECK(rules_of(open) == "rules-unchosen 2025-09-15");
    CHECK(open.rules.at(0).finding.verdict == Truth::undetermined);
    CHECK(open.rules.at(0).finding.choices == std::vector<std::string>{"transitional.c.rules"});
    CHECK(rules_of(told(rules, season_of({{"file", filed_before}}, chosen("new")))) == "rules-taken 2025-10-01");
    CHECK(rules_of(told(rules, season_of({{"file", filed_before}}, chosen("old")))) == "rules-kept 2025-09-15");
    const auto refused = [&](const Rules& by, const std::string& value) {
        return problems_of([&] { told(by, season_of({{"file", filed_before}}, chosen(value))); });
    };
    REQUIRE(refused(rules, "chosen").size() == 1);
    CHECK(refused(rules, "chosen").at(0).id == ErrorId::choice_not_offered);
    CHECK(refused(rules_with(clause(R"("cases": "all", "rules": "new")")), "old").at(0).id ==
          ErrorId::choice_not_offered);
}

TEST_CASE("A season picks among what the clause offers, before and after the change, and nothing else")
{
    const Rules rules = rules_with(clause(R"("cases": "all", "rules": "old", "choices": {"rules": ["old", "new"]})"));
    const auto picked = [](const std::string& value) {
        return replaced_once(season_of({{"file", filed_before}}), R"("initiatives":)",
                             R"("choices": {"transitional.c.rules": ")" + value + R"("}, "initiatives":)");
    };
    CHECK(rules_of(told(rules, season_of({{"file", filed_before}}))) == "rules-kept 2025-09-15");
    CHECK(rules_of(told(rules, picked("new"))) == "rules-taken 2025-10-01");
    CHECK(rules_of(told(rules, picked("new"), "2025-09-30T08:00:00+07:00")).empty());
    CHECK(problems_of([&] { told(rules, picked("chosen")); }).at(0).id == ErrorId::choice_not_offered);
    const Report report = evaluate_text(rules, picked("new"), "s.json", parse_instant("2025-11-30T08:00:00+07:00"));
    REQUIRE(report.readings.size() == 1);
    CHECK(report.readings[0].path == "transitional.c.rules");
    CHECK(report.readings[0].value == "new");
    CHECK(report.readings[0].chosen_by == "season");
}

TEST_CASE("A file in a state that the new rules do not have stays where it is, undetermined")
{
    std::string after = file_of("transition-new/ward-after.json");
    for (std::size_t at = 0; (at = after.find("\"filed\"", at)) != std::string::npos;)
        after.replace(at, 7, "\"received\"");
    const Rules rules = load_rules_text({file_of("transition-silent/ward-before.json"), after});
    const InitiativeReport report = told(rules, season_of({{"file", filed_before}}));
    CHECK(rules_of(report) == "rules-state-missing 2025-09-15");
    CHECK(report.rules.at(0).finding.verdict == Truth::undetermined);
    CHECK(report.state->id == "filed");
}

TEST_CASE("A file may have a document that only the later rules name, and no other")
{
    const auto with_documents = [](std::string text, const std::string& clause, const std::string& more) {
        const std::size_t at = text.find("  \"lifecycle\":");
        REQUIRE(at != std::string::npos);
        return text.insert(at, R"("documents": {"form": {"clause": ")" + clause + "\"}" + more + "},\n");
    };
    const Rules rules = load_rules_text(
        {with_documents(file_of("transition-silent/ward-before.json"), "d.1", ""),
         with_documents(file_of("transition-new/ward-after.json"), "n.9", R"(, "plan": {"clause": "n.9"})")});
    const auto season = [](const char* document) {
        return season_of({{"file", filed_before}}, R"(, "documents": {")" + std::string(document) + "\": true}");
    };
    CHECK(rules_of(told(rules, season("plan"))) == "rules-taken 2025-10-01");
    CHECK(rules_of(told(rules, season("form"))) == "rules-taken 2025-10-01");
    const std::vector<Problem> problems = problems_of([&] { told(rules, season("plant")); });
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].place.pointer == "/initiatives/0/documents/plant");
}

TEST_CASE("A change that leaves the steps of a file as they were is no change for it")
{
    const std::string before = file_of("transition-silent/ward-before.json");
    const std::string whole = replaced_once(before, "    \"until\": \"2025-10-01\",\n", "");
    const Rules rules = load_rules_text(
        {replaced_once(whole, "\"at-least\": 1",
                       R"("at-least": [{"until": "2025-10-01", "value": 1}, {"from": "2025-10-01", "value": 2}])")});
    CHECK(rules.rulesets().size() == 2);
    CHECK(rules_of(told(rules, season_of({{"file", filed_before}}))).empty());
}

TEST_CASE("A change of the duties of files is a change for them, one of the season's own duties is not")
{
    const std::string before = file_of("transition-silent/ward-before.json");
    const std::string whole = replaced_once(before, "    \"until\": \"2025-10-01\",\n", "");
    const auto with = [&](const std::string& duty, const std::string& more = "") {
        return load_rules_text(
            {replaced_once(whole, "  \"quota\": {",
                           R"(  "duties": {"do": {"who": "office", "vi": "Làm", "en": "Do", "clause": "d.1", )" + duty +
                               "}},\n" + more + "  \"quota\": {")});
    };
    const std::string of_files = R"("from": "file", "within": [{"until": "2025-10-01", "value": "10 days"},
                                    {"from": "2025-10-01", "value": "5 days"}])";
    const std::string season = season_of({{"file", filed_before}});
    CHECK(rules_of(told(with(of_files), season)) == "rule-silent 2025-09-15");
    CHECK(rules_of(told(with(R"("due": [{"until": "2025-10-01", "value": "review"}])"), season)).empty());
    const Rules clear = with(of_files, R"(  "transitional": {"c": {"from": "2025-10-01", "cases": "all", "rules": "new",
        "vi": "c", "en": "c", "clause": "d.1"}},
)");
    const auto due = [&](const char* filed) {
        return to_text(*told(clear, season_of({{"file", filed}})).duties.at(0).due).substr(0, 10);
    };
    CHECK(due(filed_before) == "2025-10-11");
    CHECK(due(filed_after) == "2025-10-07");
}

TEST_CASE("A duty born under later rules goes by their milestone of that name, one born before by the season's")
{
    const auto with_duty = [](const std::string& text, const char* clause) {
        return replaced_once(text, "  \"quota\": {",
                             R"(  "duties": {"do": {"who": "office", "vi": "Làm", "en": "Do", "clause": ")" +
                                 std::string(clause) + R"(", "from": "file", "due": "review"}},
  "quota": {)");
    };
    const Rules rules = load_rules_text({with_duty(file_of("transition-silent/ward-before.json"), "d.1"),
                                         with_duty(file_of("transition-new/ward-after.json"), "n.1")});
    const auto born = [&](const char* filed) { return told(rules, season_of({{"file", filed}})).duties.at(0); };
    CHECK(to_text(*born(filed_before).due) == "2025-10-31T00:00:00+07:00");
    CHECK(to_text(*born(filed_after).due) == "2025-10-20T00:00:00+07:00");
    REQUIRE(!born(filed_after).findings.empty());
    CHECK(born(filed_after).findings.front().citations.at(0).clause == "n.1");
}

TEST_CASE("A track that may still begin keeps a file open for new rules, one that cannot does not")
{
    // The review begins with a file that was accepted; what is refused it never sees.
    const auto with_track = [](std::string text, const char* clause) {
        const std::string c(clause);
        text = replaced_once(text, "  \"lifecycle\": {\n",
                             R"(  "tracks": {"rev": {"start": "r0", "vi": "Rà soát", "en": "Review", "clause": ")" + c +
                                 "\"}},\n  \"lifecycle\": {\n");
        text = replaced_once(text, R"("accepted": { "kind": "decided",)",
                             R"("r0": {"kind": "open", "track": "rev", "vi": "Chưa", "en": "Not reviewed"},
      "r1": {"kind": "decided", "track": "rev", "vi": "Rồi", "en": "Reviewed"},
      "accepted": { "kind": "ended",)");
        return replaced_once(text, R"("refuse": { "from")",
                             R"("begin": {"from": "r0", "to": "r1", "by": "office", "when": {"state": "accepted"},
                                 "vi": "Rà soát", "en": "Review"},
      "refuse": { "from")");
    };
    const Rules rules = load_rules_text({with_track(file_of("transition-silent/ward-before.json"), "d.1"),
                                         with_track(file_of("transition-new/ward-after.json"), "n.1")});
    const auto after = [&](const std::vector<std::pair<std::string, std::string>>& events) {
        return rules_of(told(rules, season_of(events)));
    };
    const std::pair<std::string, std::string> file{"file", "2025-09-20T09:00:00"},
        accept{"accept", "2025-09-21T09:00:00"}, refuse{"refuse", "2025-09-21T09:00:00"},
        begin{"begin", "2025-09-22T09:00:00"};
    CHECK(after({file}) == "rules-taken 2025-10-01");
    CHECK(after({file, accept}) == "rules-taken 2025-10-01");
    CHECK(after({file, accept, begin}).empty());
    CHECK(after({file, refuse}).empty());
}

TEST_CASE("A guard of later rules asks for the quota of those rules, by what they ask")
{
    const auto rules_asking = [](const char* at_least) {
        std::string after =
            replaced_once(file_of("transition-new/ward-after.json"), R"("when": { "before": "review" },)",
                          R"("when": { "all": [{ "before": "review" }, { "quota": "one" }] },)");
        after = replaced_once(std::move(after), R"("at-least": 1)", R"("at-least": )" + std::string(at_least));
        return load_rules_text({file_of("transition-silent/ward-before.json"), after});
    };
    const std::string season = season_of({{"file", filed_before}, {"accept", "2025-10-10T09:00:00"}});
    const InitiativeReport met = told(rules_asking("1"), season);
    CHECK(rules_of(met) == "rules-taken 2025-10-01");
    CHECK(met.events.at(1).verdict == Truth::pass);
    CHECK(met.state->id == "accepted");
    const InitiativeReport lacking = told(rules_asking("2"), season);
    CHECK(lacking.events.at(1).verdict == Truth::fail);
    CHECK(word(lacking.events.at(1).findings.back().id) == std::string("quota-lacking"));
    CHECK(lacking.state->id == "filed");
}
