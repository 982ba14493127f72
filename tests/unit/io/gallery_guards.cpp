// Findings of guards and of plans that no case of tests/cases comes to, each from a procedure made for it.
#include <sangkien/lifecycle/unblock.hpp>

#include "../lifecycle/tables.hpp"
#include "gallery.hpp"

namespace {

using namespace tables;

void add(gallery::Lines& out, const Findings& findings)
{
    for (const Finding& finding : findings) {
        out.push_back({word(finding.id), message(finding, Language::vi), message(finding, Language::en)});
        if (finding.lift) out.push_back({"lift", finding.lift->how.vi, finding.lift->how.en});
    }
}

const char* const words = R"(, "documents": {"plan": {"vi": "Đề án", "en": "Plan"}},
    "scoring": {"classes": {"A": {"vi": "A", "en": "A"}, "B": {"vi": "B", "en": "B"}}},
    "quota": {"one": {"vi": "Mỗi đơn vị một sáng kiến", "en": "One initiative each"}})";

void add_guards(gallery::Lines& out)
{
    const Table rules = table(procedure(
        R"({"all": [{"after": "due"}, {"document": "plan"}, {"taken": "go"}, {"other-than": "author"},
                    {"other-than": "event:go"}, {"score-at-least": "49.5"}, {"class": "A"}, {"quota": "one"}]})",
        words));
    Surroundings around = all_met(rules);
    around.authors = {"p-1"};
    const auto tell = [&](std::string_view person) {
        add(out, step(rules, 0, "go", "head", noon, around, person).findings);
        for (const Permitted& one : permitted(rules, 0, noon, around)) add(out, one.findings);
    };
    tell("p-1");
    around.deadlines[0].end.ends = noon;
    around.documents[0].present = Truth::undetermined;
    around.quotas[0] = Truth::undetermined;
    around.taken = {{0, noon, "p-2"}};
    around.mark = {Truth::pass, Ratio(50), Name{"A", {}}};
    tell("p-3");
    around.documents[0].present = Truth::fail;
    around.quotas[0] = Truth::fail;
    around.mark = {Truth::pass, Ratio(49), Name{"B", {"B", "B"}}};
    tell("");
}

// A track beside the main procedure, and a clock that stands still.
void add_tracks(gallery::Lines& out)
{
    const Table rules = table("{" + vocabulary() + R"(, "tracks": {"city": {"start": "c"}}, "lifecycle": {"start": "a",
        "states": {"a": {"kind": "open"}, "b": {"kind": "ended"}, "c": {"kind": "open", "track": "city"},
                   "d": {"kind": "ended", "track": "city"}}, "transitions": {
        "go": {"from": "a", "to": "b", "by": "head", "when": {"all": [{"state": "c"}, {"state": "d"}, {"within": "year"}]}},
        "stay": {"from": "a", "to": "a", "by": "head", "when": {"not": {"any": [{"state": "c"}, {"within": "year"}]}}},
        "adopt": {"from": "c", "to": "d", "by": "head"}}}})");
    Surroundings around = all_met(rules);
    around.clocks[0].determined = false;
    around.clocks[0].suspended = noon;
    for (const char* event : {"go", "stay"}) add(out, step(rules, 0, event, "head", noon, around).findings);
}

// Never: nothing leads there, two dates stand apart, or the way there takes too long.
void add_plans(gallery::Lines& out)
{
    const Table plain = table(procedure(""));
    add(out, unblock(plain, 1, "go", noon, all_met(plain)).barriers);
    const Table apart = table(procedure(R"({"all": [{"after": "later"}, {"before": "due"}]})"));
    Surroundings around = all_met(apart);
    around.deadlines[1].end.ends.seconds += 5;
    add(out, unblock(apart, 0, "go", noon, around).barriers);
    const Table slow = table("{" + vocabulary() + R"(, "lifecycle": {"start": "a",
        "states": {"a": {"kind": "open"}, "b": {"kind": "open"}, "c": {"kind": "ended"}}, "transitions": {
        "wait": {"from": "a", "to": "b", "by": "head", "when": {"after": "later"}},
        "go": {"from": "b", "to": "c", "by": "head", "when": {"before": "due"}}}}})");
    add(out, unblock(slow, 0, "go", noon, around).barriers);
}

// The rules change while a file is in a state that the new ones do not have.
void add_change(gallery::Lines& out)
{
    const std::string folder = texts::in_checkout("tests/cases/");
    std::string after = read_file(folder + "transition-new/ward-after.json");
    for (std::size_t at = 0; (at = after.find("\"filed\"", at)) != std::string::npos;)
        after.replace(at, 7, "\"received\"");
    const Rules rules = load_rules_text({read_file(folder + "transition-silent/ward-before.json"), after});
    const Report report = evaluate_text(rules, read_file(folder + "transition-new/season.json"), "season.json",
                                        parse_instant("2025-11-05T08:00:00+07:00"));
    for (const InitiativeReport& initiative : report.initiatives)
        for (const RulesApplied& applied : initiative.rules) add(out, {applied.finding});
}

}  // namespace

gallery::Lines gallery::guard_findings()
{
    Lines out;
    add_guards(out);
    add_plans(out);
    add_tracks(out);
    add_change(out);
    return out;
}
