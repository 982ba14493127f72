// Each error id, thrown alone by a small faulty input, at its place.
#include <cstdio>
#include <functional>
#include <set>

#include <sangkien/calendar/lunar.hpp>
#include <sangkien/calendar/working_days.hpp>

#include <sangkien/io/error_json.hpp>
#include <sangkien/io/index_table.hpp>
#include <sangkien/io/journal.hpp>
#include <sangkien/io/journal_file.hpp>
#include <sangkien/io/vectors.hpp>
#include <sangkien/io/what_if_text.hpp>

#include "gallery.hpp"
#include "texts.hpp"

using namespace texts;

namespace {

const char base_rulebook[] = R"({
  "rulebook": 1, "id": "r", "layer": "ward",
  "document": { "number": "1", "issuer": "o", "issued": "2025-01-01", "from": "2025-01-01", "provenance": "law" },
  "clauses": { "c": { "vi": "v", "en": "e" } },
  "roles": { "h": { "vi": "v", "en": "e", "clause": "c" } },
  "areas": { "a": { "letter": "a", "clause": "c" } },
  "facts": { "n": { "clause": "c" } },
  "unit-kinds": { "x": { "clause": "c" } },
  "schedule": { "s": { "yearly": "25/9", "bound": "before", "roll": "none", "choices": { "bound": ["before", "by"] }, "clause": "c" } },
  "clocks": { "k": { "length": "1 year", "from": "day:first_applied", "clause": "c" } },
  "conditions": { "d": { "when": { "fact": "n" }, "clause": "c" } },
  "lifecycle": { "start": "p", "states": { "p": { "kind": "open" }, "q": { "kind": "ended" } }, "clause": "c",
    "transitions": { "file": { "from": "p", "to": "q", "by": "h", "when": { "all": ["d", { "before": "s" }] } } } },
  "scoring": { "whole": 100, "clause": "c",
    "criteria": { "m": { "max": 60, "step": "0.5" }, "l": { "max": 40, "step": 1, "bands": [ { "from": 0, "to": 19 }, { "from": 20, "to": 40 } ],
      "options": [ { "from": 20, "to": 40 }, { "points": 0 } ] } },
    "classes": { "A": { "from": 85 }, "B": { "from": 50, "below": 85 } } },
  "quota": { "o": { "who": ["x"], "each": "year", "at-least": 1, "reached": "q", "clause": "c" } },
  "calendar": { "clause": "c", "week": { "working": ["mon", "tue", "wed", "thu", "fri"] }, "years": { "2025": { "status": "decided", "days": [
    { "day": "2025-05-02", "kind": "swap-off", "vi": "v", "en": "e", "pair": "2025-04-26" },
    { "day": "2025-04-26", "kind": "swap-work", "vi": "v", "en": "e", "pair": "2025-05-02" },
    { "day": "2025-09-02", "kind": "statutory", "vi": "v", "en": "e" } ] } } },
  "index": { "of": "unit", "edition": "1", "whole": 3, "clause": "c", "areas": { "g": { "max": 3, "components": {
    "i": { "max": 3, "input": "count", "score": { "steps": [ { "from": 0, "points": 0 }, { "from": 1, "points": 3 } ] } } } } } }
})";

const char base_season[] = R"({
  "season": 1, "id": "s", "year": 2025, "opened": "2025-09-01", "rulebooks": ["r"],
  "units": [ { "id": "u-1", "kind": "x" }, { "id": "u-2", "kind": "x" } ],
  "initiatives": [ { "id": "i-1", "units": ["u-1"], "authors": [ { "person": "p-1", "share": 60 }, { "person": "p-2", "share": 40 } ],
    "area": "a", "events": [ { "on": "file", "at": "2025-09-03T08:00:00+07:00", "by": "h" }, { "on": "file", "at": "2025-09-04T08:00:00+07:00", "by": "h" } ] } ],
  "council": { "members": [ { "person": "m-1", "role": "chair" } ], "conflicts": [] },
  "ballots": [ { "initiative": "i-1", "member": "m-1", "scores": { "m": "50.5", "l": 30 } } ],
  "choices": { "schedule.s.bound": "by" }
})";

enum class Input { rulebook, season, call };

// `from` in the base text is replaced by `to`; the character ~ in `to` marks the place and is taken away.
struct Fault {
    ErrorId id;
    const char* pointer;
    Input input;
    std::string from, to;
    std::function<void()> call;
    std::string file;
};

Fault book(ErrorId id, const char* pointer, const char* from, const char* to)
{
    return {id, pointer, Input::rulebook, from, to, {}, "rulebook 1"};
}

Fault season(ErrorId id, const char* pointer, const char* from, const char* to)
{
    return {id, pointer, Input::season, from, to, {}, "s.json"};
}

Fault calling(ErrorId id, const char* pointer, std::function<void()> call, const char* file = "")
{
    return {id, pointer, Input::call, {}, {}, std::move(call), file};
}

const Rules& base_rules()
{
    static const Rules rules = load_rules_text({base_rulebook});
    return rules;
}

// An index with two rounds, the first of which is locked.
IndexTree small_index(const std::string& deadline, Problems& problems)
{
    const std::string rules =
        R"({ "index": { "of": "unit", "edition": "1", "whole": 1, "years": { "first": 2025, "last": 2025 }, "rounds": {
        "self": { "deadline": "2025-02-01T00:00:00+07:00" }, "late": { "deadline": ")" +
        deadline + R"(" } }, "areas": { "g": { "max": 1, "components": {
        "x": { "max": 1, "input": "count", "score": { "deduction": { "each": 1 } } } } } } } })";
    const Tree tree = read_json(rules, "r.json", problems);
    return compile_index(tree.root().get("index"), {}, problems);
}

// Reads, checks and compares two tables of it.
void index_table(const std::string& rows, const std::string& earlier = "",
                 const std::string& deadline = "2025-03-01T00:00:00+07:00")
{
    Problems problems;
    const IndexTree index = small_index(deadline, problems);
    const std::string head = "office,component,round,value,year\n";
    const IndexTable before = read_index_table(head + earlier, "t.csv", index, problems);
    const IndexTable now = read_index_table(head + rows, "t.csv", index, problems);
    check_index_table(index, now, problems);
    if (!earlier.empty()) check_locked_rounds(index, before, now, parse_instant("2025-02-01T00:00:00+07:00"), problems);
    problems.throw_if_any();
}

// One action more than can be searched through.
void too_many_actions()
{
    Problems problems;
    const IndexTree index = small_index("2025-03-01T00:00:00+07:00", problems);
    const IndexTable table = read_index_table("office,component,round,value\nu,x,self,1\n", "t.csv", index, problems);
    std::string actions = "action,component,value,cost\n";
    for (std::size_t i = 0; i <= most_actions; ++i) actions += "a" + std::to_string(i) + ",x,0,1\n";
    check_actions(index, table, score_table(index, table).front(), read_actions(actions, "a.csv", index, problems),
                  "a.csv", problems);
    problems.throw_if_any();
}

// What one vector finds wrong with the base.
Fault of_vectors(ErrorId id, const char* pointer, const std::string& vector)
{
    const std::string text = R"({ "vectors": 1, "rulebook": "r", "as-of": "2025-09-05T08:00+07:00", "cases": [
        { "id": "one", "vi": "v", "en": "e", )" +
                             vector + " }] }";
    return calling(
        id, pointer,
        [text] {
            const std::vector<Problem> found = run_vectors(text, "v.json", base_rules().rulebooks()).problems;
            if (!found.empty()) throw Error(found);
        },
        "v.json");
}

// A second paper over the base, with a value of its own.
std::string upper(const char* rest)
{
    return R"({"rulebook": 1, "id": "t", "layer": "council", "document": { "number": "2", "issuer": "o", "issued": "2025-01-01",
        "from": "2025-01-01", "provenance": "law" },
)" + std::string(rest) +
           "}";
}

JournalEvent journal_event(int recorded, int occurred, std::int64_t corrects, const char* actor = "p-1")
{
    JournalEvent out;
    out.recorded = {1758700800 + recorded};
    out.occurred = {1758700800 + occurred};
    out.actor = actor;
    out.event = "file";
    out.role = "h";
    out.initiative = "i-1";
    if (corrects > 0) out.corrects = corrects;
    return out;
}

struct Told {
    int recorded, occurred;
    std::int64_t corrects;
};

// Sealed and chained, whatever it says.
std::string sealed(const std::vector<Told>& told)
{
    JournalHead head;
    std::string out;
    for (const Told& one : told) out += journal_line(journal_event(one.recorded, one.occurred, one.corrects), head);
    return out;
}

// Three lines of a journal by p-1, p-2 and p-3, or of another by `actor`; with `without` the events lack that text.
std::vector<std::string> some_lines(const char* actor = nullptr, const std::string& without = {})
{
    JournalHead head;
    std::vector<std::string> out;
    for (const char* one : {"p-1", "p-2", "p-3"}) {
        std::string event = R"({"role": "h", "event": "file", "initiative": "i-1", "actor": ")" +
                            std::string(actor == nullptr ? one : actor) +
                            R"(", "recorded": "2025-09-24T17:00:00Z", "occurred": "2025-09-24T17:00:00Z"})";
        if (!without.empty()) event = replaced(event, without, "");
        out.push_back(journal_line(read_journal_event(event), head));
    }
    return out;
}
std::string three(const std::string& without = {})
{
    const std::vector<std::string> lines = some_lines(nullptr, without);
    return lines[0] + lines[1] + lines[2];
}
std::string line_of_three(std::size_t index) { return some_lines()[index]; }
std::string stranger(std::size_t index) { return some_lines("p-9")[index]; }

// A journal in which the fault lies on `line`; with `anchored` against the head of the three lines.
Fault journal_line_at(ErrorId id, std::uint32_t line, std::string text, bool anchored = false)
{
    return calling(
        id, "",
        [line, text, anchored] {
            std::optional<JournalHead> head;
            if (anchored) head = verify_journal(three()).head;
            const JournalCheck check = verify_journal(text, "j.jsonl", head);
            if (!check.fault) return;
            CHECK(check.fault->place.mark.line == line);
            throw Error(*check.fault);
        },
        "j.jsonl");
}

// A file that is gone afterwards.
struct Scratch {
    static constexpr const char* file = "/tmp/sangkien-every-error.jsonl";
    Scratch() { std::remove(file); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() { std::remove(file); }
    void add(const char* text) const
    {
        std::FILE* opened = std::fopen(file, "ab");
        REQUIRE(opened != nullptr);
        std::fputs(text, opened);
        std::fclose(opened);
    }
};

const std::vector<Fault>& faults()
{
    using E = ErrorId;
    static const std::string there = in_checkout("README.md");
    static const std::vector<Fault> all{
        book(E::unreadable_json, "", "\"id\": \"r\", ", "\"id\": \"r\", ~,"),
        book(E::unknown_key, "/layre", "\"layer\": \"ward\"", "\"layer\": \"ward\", ~\"layre\": \"ward\""),
        book(E::wrong_type, "/index/edition", "\"edition\": \"1\"", "\"edition\": ~1"),
        book(E::missing_key, "/document", "\"document\": { \"number\": \"1\", ", "\"document\": ~{ "),
        book(E::duplicate_key, "/layer", "\"layer\": \"ward\"", "\"layer\": \"ward\", ~\"layer\": \"ward\""),
        book(
            E::limit_exceeded,
            "/lifecycle/transitions/file/when/all/0/not/not/not/not/not/not/not/not/not/not/not/not/not/not/not/not",
            "[\"d\", ",
            R"([{"not":{"not":{"not":{"not":{"not":{"not":{"not":{"not":{"not":{"not":{"not":{"not":{"not":{"not":{"not":{"not":~"d"}}}}}}}}}}}}}}}}, )"),
        book(E::unknown_word, "/layer", "\"layer\": \"ward\"", "\"layer\": ~\"wards\""),
        book(E::unknown_format, "/rulebook", "\"rulebook\": 1", "\"rulebook\": ~2"),
        book(E::empty_text, "/document/issuer", "\"issuer\": \"o\"", "\"issuer\": ~\"\""),
        book(E::bad_day, "/document/issued", "\"issued\": \"2025-01-01\"", "\"issued\": ~\"2025-02-29\""),
        season(E::bad_instant, "/initiatives/0/events/1/at", "\"2025-09-04T08:00:00+07:00\"",
               "~\"2025-09-04T24:00:00+07:00\""),
        book(E::bad_yearly_day, "/schedule/s/yearly", "\"25/9\"", "~\"31/9\""),
        season(E::bad_number, "/ballots/0/scores/l", "\"l\": 30", "\"l\": ~3e1"),
        book(E::out_of_range, "/quota/o/at-least", "\"at-least\": 1", "\"at-least\": ~0"),
        season(E::overflow, "", "\"share\": 60 }, { \"person\": \"p-2\", \"share\": 40 }",
               R"("share": "1/999999999999989" }, { "person": "p-2", "share": "1/999999999999947" })"),
        book(E::bad_length, "/clocks/k/length", "\"1 year\"", "~\"1 yaer\""),
        book(E::window_backwards, "/document/until", "\"from\": \"2025-01-01\"",
             "\"from\": \"2025-01-01\", \"until\": ~\"2025-01-01\""),
        calling(E::bad_lunar_day, "", [] { from_lunar(2026, 4, 30); }),
        season(E::shares_not_whole, "/initiatives/0/authors", "\"authors\": [ { \"person\": \"p-1\", \"share\": 60",
               "\"authors\": ~[ { \"person\": \"p-1\", \"share\": \"59.99\""),
        season(E::duplicate_id, "/units/1/id", "\"u-2\"", "~\"u-1\""),
        season(E::event_out_of_order, "/initiatives/0/events/1",
               "{ \"on\": \"file\", \"at\": \"2025-09-04T08:00:00+07:00\"",
               "~{ \"on\": \"file\", \"at\": \"2025-09-03T07:59:59+07:00\""),
        season(E::not_a_member, "/council/conflicts/0/member", "\"conflicts\": []",
               "\"conflicts\": [{ \"member\": ~\"m-2\", \"initiative\": \"i-1\" }]"),
        season(E::above_maximum, "/ballots/0/scores/m", "\"50.5\"", "~\"60.5\""),
        book(E::options_overlap, "/scoring/criteria/l/options", "\"options\": [ { \"from\": 20",
             "\"options\": ~[ { \"from\": 41"),
        season(E::not_an_option, "/ballots/0/scores/l", "\"l\": 30", "\"l\": ~10"),
        season(E::bad_digest, "/ballots/0/comment_sha256", "\"scores\": {",
               "\"comment_sha256\": ~\"abc\", \"scores\": {"),
        season(E::off_step, "/ballots/0/scores/m", "\"50.5\"", "~\"50.3\""),
        season(E::unknown_unit, "/initiatives/0/units/0", "\"units\": [\"u-1\"]", "\"units\": [~\"u-3\"]"),
        season(E::unknown_name, "/initiatives/0/area", "\"area\": \"a\"", "\"area\": ~\"b\""),
        season(E::duplicate_ballot, "/ballots/1", "\"l\": 30 } }",
               "\"l\": 30 } }, ~{ \"initiative\": \"i-1\", \"member\": \"m-1\" }"),
        season(E::criterion_not_scored, "/ballots/0/scores",
               "{ \"initiative\": \"i-1\", \"member\": \"m-1\", \"scores\": { \"m\": \"50.5\", \"l\": 30 } }",
               "~{ \"initiative\": \"i-1\", \"member\": \"m-1\", \"scores\": { \"m\": \"50.5\" } }"),
        season(E::choice_not_offered, "/choices/schedule.s.bound", "bound\": \"by\"", "bound\": ~\"until\""),
        season(E::season_rulebook_missing, "/rulebooks/1", "[\"r\"]", "[\"r\", ~\"q\"]"),
        season(E::unknown_initiative, "/ballots/0/initiative", "{ \"initiative\": \"i-1\"",
               "{ \"initiative\": ~\"i-2\""),
        season(E::year_mismatch, "/opened", "\"opened\": \"2025-09-01\"", "\"opened\": ~\"2026-09-01\""),
        season(
            E::reorganisation_days, "/reorganisations/0/on", "\"ballots\":",
            "\"reorganisations\": [{ \"kind\": \"dissolve\", \"on\": ~\"2025-05-01\", \"from\": [\"u-2\"] }], \"ballots\":"),
        season(
            E::reorganisation_shape, "/reorganisations/0", "\"ballots\":",
            "\"reorganisations\": [~{ \"kind\": \"divide\", \"on\": \"2025-05-01\", \"from\": [\"u-1\"], \"into\": [\"u-2\"] }], "
            "\"ballots\":"),
        season(E::reorganised_twice, "/reorganisations/1", "{ \"id\": \"u-2\", \"kind\": \"x\" } ],",
               "{ \"id\": \"u-2\", \"kind\": \"x\", \"until\": \"2025-05-01\" } ], \"reorganisations\": "
               "[{ \"kind\": \"dissolve\", \"on\": \"2025-05-01\", \"from\": [\"u-2\"] }, "
               "~{ \"kind\": \"absorb\", \"on\": \"2025-05-01\", \"from\": [\"u-2\"], \"into\": [\"u-1\"] }],"),
        season(
            E::moved_elsewhere, "/initiatives/0/moves/0", "\"area\": \"a\",",
            "\"area\": \"a\", \"moves\": [~{ \"from\": \"u-2\", \"to\": \"u-1\", \"at\": \"2025-05-01T08:00:00+07:00\" }],"),
        season(E::shares_of_others, "/initiatives/0/unit_shares", "\"area\": \"a\",",
               "\"area\": \"a\", \"unit_shares\": ~{ \"u-2\": 100 },"),
        calling(
            E::index_round_missing, "", [] { index_table("u,x,late,1\n"); }, "t.csv"),
        calling(
            E::index_locked, "", [] { index_table("u,x,self,1\n", "u,x,self,2\n"); }, "t.csv"),
        calling(
            E::index_year_outside, "", [] { index_table("u,x,self,1,2026\n"); }, "t.csv"),
        calling(
            E::index_rounds_backwards, "/index/rounds/late/deadline",
            [] { index_table("", "", "2025-01-01T00:00:00+07:00"); }, "r.json"),
        calling(E::too_many_actions, "", too_many_actions, "a.csv"),
        calling(E::index_not_stated, "", [] { index_in_force(base_rules(), parse_day("2024-12-31")); }),
        season(E::year_not_decided, "/year", "\"year\": 2025, \"opened\": \"2025-09-01\"",
               "\"year\": ~2026, \"opened\": \"2026-09-01\""),
        calling(
            E::not_a_working_day, "",
            [] { base_rules().on(parse_day("2025-09-01"))->calendar.add_working_days(parse_day("2025-09-06"), 0); }),
        calling(
            E::no_calendar, "/year",
            [] {
                std::string text = base_rulebook;
                const std::size_t at = text.find("  \"calendar\"");
                text.erase(at, text.find("  \"index\"") - at);
                evaluate_text(load_rules_text({text}), base_season, "s.json", demo_evening());
            },
            "s.json"),
        book(E::kind_against_week, "/calendar/years/2025/days/2/kind", "\"statutory\"", "~\"holiday-block-weekend\""),
        book(E::swap_not_paired, "/calendar/years/2025/days/2/pair", "\"kind\": \"statutory\"",
             "\"kind\": \"swap-off\", \"pair\": ~\"2025-04-26\""),
        book(
            E::bad_session, "/local-calendar/w/hours/morning", "\"calendar\": { \"clause\"",
            R"("local-calendar": { "w": { "vi": "v", "en": "e", "clause": "c", "hours": { "morning": ~"7:30-11:30", "afternoon": "13:30-17:00" } } }, "calendar": { "clause")"),
        book(E::unknown_rulebook, "/under", "\"layer\": \"ward\"",
             "\"layer\": \"ward\", \"under\": ~[\"gia-vien-943\"]"),
        book(E::unknown_clause, "/facts/n/clause", "\"facts\": { \"n\": { \"clause\": \"c\"",
             "\"facts\": { \"n\": { \"clause\": ~\"d\""),
        book(E::uncited_value, "/facts/n", "\"n\": { \"clause\": \"c\" }", "\"n\": ~{ }"),
        calling(
            E::layer_not_allowed, "/levels",
            [] {
                load_rules_text({base_rulebook, upper(R"("levels": { "y": { "clause": "c" } })")});
            },
            "rulebook 2"),
        calling(
            E::layer_conflict, "/quota/o/at-least",
            [] {
                load_rules_text({base_rulebook, upper(R"("quota": { "o": { "at-least": 2 } })")});
            },
            "rulebook 2"),
        calling(
            E::looser_value, "/scoring/criteria/m/max",
            [] {
                load_rules_text(
                    {replaced(
                         base_rulebook, R"("layer": "ward",)",
                         R"("layer": "ward", "allows": { "scoring.criteria.m.max": { "right": "tighten", "toward": "lower" } },)"),
                     upper(R"("scoring": { "criteria": { "m": { "max": 61 } } })")});
            },
            "rulebook 2"),
        calling(
            E::value_ended, "/quota/o/area/0",
            [] {
                evaluate_text(load_rules_text({replaced(
                                  replaced(base_rulebook, R"("provenance": "law" })",
                                           R"("provenance": "law", "reviewed": { "after": "refuse" } })"),
                                  R"("at-least": 1,)",
                                  R"("at-least": 1, "area": [{ "until": "2025-09-01", "value": "listed" }],)")}),
                              base_season, "s.json", demo_evening());
            },
            "rulebook 1"),
        calling(
            E::review_over, "/document/reviewed/until",
            [] {
                evaluate_text(
                    load_rules_text({replaced(
                        base_rulebook, R"("provenance": "law" })",
                        R"("provenance": "law", "reviewed": { "until": "2025-09-02", "after": "refuse" } })")}),
                    base_season, "s.json", demo_evening());
            },
            "rulebook 1"),
        book(E::windows_overlap, "/scoring/whole/1", "\"whole\": 100",
             R"("whole": [{ "until": "2026-01-02", "value": 100 }, ~{ "from": "2026-01-01", "value": 100 }])"),
        book(
            E::rests_on_unverified, "/lifecycle/transitions/file/when/all/1/before",
            "\"s\": { \"yearly\": \"25/9\", \"bound\": \"before\", \"roll\": \"none\", \"choices\": { \"bound\": [\"before\", \"by\"] }, \"clause\": \"c\" } },\n  \"clocks\": { \"k\": { \"length\": \"1 year\", \"from\": \"day:first_applied\", \"clause\": \"c\" } },\n  \"conditions\": { \"d\": { \"when\": { \"fact\": \"n\" }, \"clause\": \"c\" } },\n  \"lifecycle\": { \"start\": \"p\", \"states\": { \"p\": { \"kind\": \"open\" }, \"q\": { \"kind\": \"ended\" } }, \"clause\": \"c\",\n    \"transitions\": { \"file\": { \"from\": \"p\", \"to\": \"q\", \"by\": \"h\", \"when\": { \"all\": [\"d\", { \"before\": ",
            "\"s\": { \"provenance\": \"unverified\", \"yearly\": \"25/9\", \"bound\": \"before\", \"roll\": \"none\", \"clause\": \"c\" } },\n  \"conditions\": { \"d\": { \"when\": { \"fact\": \"n\" }, \"clause\": \"c\" } },\n  \"lifecycle\": { \"start\": \"p\", \"states\": { \"p\": { \"kind\": \"open\" }, \"q\": { \"kind\": \"ended\" } }, \"clause\": \"c\",\n    \"transitions\": { \"file\": { \"from\": \"p\", \"to\": \"q\", \"by\": \"h\", \"when\": { \"all\": [\"d\", { \"before\": ~"),
        book(E::maxima_do_not_add_up, "/scoring/criteria", "\"criteria\": { \"m\": { \"max\": 60",
             "\"criteria\": ~{ \"m\": { \"max\": 61"),
        book(E::weights_not_one, "/scoring/criteria", "\"criteria\": { \"m\": { ",
             "\"criteria\": ~{ \"m\": { \"weight\": \"2/3\", "),
        book(E::classes_do_not_meet, "/scoring/classes/B", "\"B\": { \"from\": 50, \"below\": 85 }",
             "\"B\": ~{ \"from\": 50, \"below\": 80 }"),
        book(E::bad_guard, "/conditions/d/when", "\"when\": { \"fact\": \"n\" }",
             "\"when\": ~{ \"fact\": \"n\", \"before\": \"s\" }"),
        book(E::step_does_not_divide, "/scoring/criteria/m/step", "\"step\": \"0.5\"", "\"step\": ~\"0.7\""),
        book(E::circular_condition, "/conditions/d/when", "\"when\": { \"fact\": \"n\" }", "\"when\": ~\"d\""),
        season(E::season_before_rules, "/opened", "\"year\": 2025, \"opened\": \"2025-09-01\"",
               "\"year\": 2024, \"opened\": ~\"2024-09-01\""),
        book(E::bands_do_not_meet, "/scoring/criteria/l/bands", "\"bands\": [ { \"from\": 0, \"to\": 19 }",
             "\"bands\": ~[ { \"from\": 0, \"to\": 18 }"),
        book(E::steps_do_not_rise, "/index/areas/g/components/i/score/steps/1/from", "\"from\": 1, \"points\": 3",
             "\"from\": ~0, \"points\": 3"),
        calling(
            E::unreadable_file, "", [] { load_rules({"no/such/rulebook.json"}); }, "no/such/rulebook.json"),
        calling(
            E::missing_column, "",
            [] {
                Problems problems;
                read_index_table("office,component,vaule\n", "t.csv", IndexTree(), problems);
                problems.throw_if_any();
            },
            "t.csv"),
        calling(
            E::file_exists, "", [] { write_new_file(there, "x"); }, there.c_str()),
        calling(
            E::unwritable_file, "", [] { write_new_file("no/such/new.json", "x"); }, "no/such/new.json"),
        calling(
            E::id_mismatch, "/id",
            [] {
                Problems problems;
                read_rulebook_text(base_rulebook, "other.json", "other", problems);
                problems.throw_if_any();
            },
            "other.json"),
        calling(
            E::duplicate_rulebook, "/id",
            [] {
                load_rules_text({base_rulebook, base_rulebook});
            },
            "rulebook 2"),
        of_vectors(E::vector_differs, "/cases/0/expect/initiatives.i-1.state",
                   R"("season": { "initiatives": [{ "id": "i-1" }] }, "expect": { "initiatives.i-1.state": "q" })"),
        of_vectors(E::vector_not_evaluated, "/cases/0/season/initiatives/0/area",
                   R"("season": { "initiatives": [{ "area": "b" }] }, "expect": {})"),
        of_vectors(E::vector_misses_clause, "/cases/0/clauses",
                   R"("clauses": "c", "season": { "units": [] }, "expect": {})"),
        journal_line_at(E::journal_altered, 2, replaced(three(), "p-2", "p-9")),
        calling(E::journal_unreadable, "", [] { three("\"role\": \"h\", "); }),
        journal_line_at(E::journal_torn, 3, three().substr(0, three().size() - 1)),
        journal_line_at(E::journal_removed, 2, line_of_three(0) + line_of_three(2)),
        journal_line_at(E::journal_inserted, 2, line_of_three(0) + stranger(1) + line_of_three(1) + line_of_three(2)),
        journal_line_at(E::journal_reordered, 1, line_of_three(1) + line_of_three(0) + line_of_three(2)),
        journal_line_at(E::journal_doubled, 2, line_of_three(0) + line_of_three(0)),
        journal_line_at(E::journal_forked, 2, line_of_three(0) + stranger(1)),
        journal_line_at(E::journal_truncated, 3, line_of_three(0) + line_of_three(1), true),
        journal_line_at(E::journal_rewritten, 3, stranger(0) + stranger(1) + stranger(2), true),
        journal_line_at(E::journal_recorded_backwards, 2, sealed({{2, 1, 0}, {1, 1, 0}})),
        journal_line_at(E::journal_occurred_later, 1, sealed({{1, 2, 0}})),
        journal_line_at(E::journal_correction, 2, sealed({{1, 1, 0}, {1, 1, 2}})),
        calling(
            E::journal_events_twice, "",
            [] {
                journal_season(read_journal(sealed({{1, 1, 0}}), "j.jsonl"), base_season, "s.json", end_of_time,
                               end_of_time);
            },
            "journal"),
        calling(
            E::journal_locked, "",
            [] {
                const Scratch scratch;
                const JournalFile first = JournalFile::open(scratch.file);
                JournalFile::open(scratch.file);
            },
            Scratch::file),
        calling(
            E::journal_not_written, "", [] { JournalFile::open("no/such/folder/j.jsonl"); }, "no/such/folder/j.jsonl"),
        calling(
            E::journal_changed, "",
            [] {
                const Scratch scratch;
                JournalFile journal = JournalFile::open(scratch.file);
                scratch.add("x");
                journal.append(journal_event(1, 1, 0));
            },
            Scratch::file)};
    return all;
}

// The text that is handed in, and the place at which it is wrong; offset npos when no place is marked.
struct Broken {
    std::string text;
    std::size_t at;
};

Broken broken(const Fault& fault)
{
    Broken out{replaced(fault.input == Input::rulebook ? base_rulebook : base_season, fault.from, fault.to),
               std::string::npos};
    out.at = out.text.find('~');
    if (out.at != std::string::npos) out.text.erase(out.at, 1);
    return out;
}

std::vector<Problem> thrown_by(const Fault& fault)
{
    if (fault.input == Input::call) return problems_of(fault.call);
    const std::string text = broken(fault).text;
    return problems_of([&] {
        if (fault.input == Input::rulebook)
            load_rules_text({text});
        else
            evaluate_text(base_rules(), text, "s.json", demo_evening());
    });
}

// The ids of error_ids.hpp, as it stands in the checkout; doubts of verification are never thrown.
std::set<int> listed_ids()
{
    const std::string text = read_file(in_checkout("include/sangkien/core/error_ids.hpp"));
    std::set<int> out;
    for (std::size_t at = 0; (at = text.find(" = 1", at)) != std::string::npos; ++at)
        if (const int id = std::stoi(text.substr(at + 3)); !is_doubt(static_cast<ErrorId>(id))) out.insert(id);
    return out;
}

}  // namespace

TEST_CASE("The texts that the faults are made of are right")
{
    CHECK(brief(problems_of([] { base_rules(); })) == std::vector<std::string>{});
    CHECK(brief(problems_of([] { evaluate_text(base_rules(), base_season, "s.json", demo_evening()); })) ==
          std::vector<std::string>{});
}

TEST_CASE("Every error id has an input that throws it, alone and at its place")
{
    std::set<int> thrown;
    for (const Fault& fault : faults()) {
        INFO(code(fault.id));
        Mark expected{};
        if (fault.input != Input::call) {
            const Broken input = broken(fault);
            if (input.at != std::string::npos) expected = mark_at(input.text, input.at);
        }
        const std::vector<Problem> found = thrown_by(fault);
        INFO(error_text(Error(found), Language::en));
        REQUIRE(found.size() == 1);
        const Problem& problem = found.front();
        CHECK(problem.id == fault.id);
        CHECK(problem.place.pointer == fault.pointer);
        CHECK(problem.place.file == (fault.id == ErrorId::overflow ? "" : fault.file));
        if (fault.input != Input::call) {
            CHECK(problem.place.mark.line == expected.line);
            CHECK(problem.place.mark.column == expected.column);
        } else if (*fault.pointer != '\0') {
            CHECK(problem.place.mark.line > 0);
        }
        for (const Language language : {Language::vi, Language::en}) {
            const std::string text = message(problem, language);
            CHECK(text.find(code(fault.id)) == 0);
            CHECK(text.find("\"\"") == std::string::npos);  // every value that is named is there
        }
        thrown.insert(number(fault.id));
    }
    CHECK(thrown == listed_ids());
    CHECK(thrown.size() == faults().size());
}

gallery::Lines gallery::errors()
{
    Lines out;
    for (const Fault& fault : faults())
        for (const Problem& problem : thrown_by(fault)) out.push_back(line_of(problem));
    return out;
}
