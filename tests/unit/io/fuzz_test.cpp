// Texts that nobody meant, through everything that reads one: an Error with ids and places, or an answer; nothing else.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <set>

#include <sangkien/core/error_words_inl.hpp>
#include <sangkien/evaluation/impact.hpp>
#include <sangkien/evaluation/verify.hpp>
#include <sangkien/io/difference_json.hpp>
#include <sangkien/io/record.hpp>
#include <sangkien/io/report_json.hpp>
#include <sangkien/rulebook/timeline.hpp>

#include "mutator.hpp"
#include "texts.hpp"

using namespace texts;

namespace {

#if defined(__SANITIZE_ADDRESS__) || !defined(NDEBUG)
constexpr int slower = 10;
#else
constexpr int slower = 1;
#endif

// More rounds, of other numbers: SANGKIEN_FUZZ=3 tries three times as many.
int rounds(int usual)
{
    const char* asked = std::getenv("SANGKIEN_FUZZ");
    return usual * (asked != nullptr ? std::max(1, std::atoi(asked)) : 1) / slower;
}
std::uint64_t seed(std::uint64_t usual)
{
    const char* asked = std::getenv("SANGKIEN_FUZZ");
    return asked != nullptr ? usual * 1000 + static_cast<std::uint64_t>(std::atoi(asked)) : usual;
}

// Every kind of section, and nothing wrong.
const std::string& base_rulebook()
{
    static const std::string text = read_file(in_checkout("tests/verify/base.json"));
    return text;
}

const char base_season[] = R"({
  "season": 1, "id": "s", "title": { "vi": "Đợt", "en": "Season" }, "year": 2025, "opened": "2025-09-01", "rulebooks": ["base"],
  "recognising_unit": { "id": "w", "head": "p-9", "name": { "vi": "Phường", "en": "Ward" } },
  "units": [ { "id": "u-1", "kind": "division", "head": "p-1" }, { "id": "u-2", "kind": "school", "from": "2025-02-01" } ],
  "initiatives": [ { "id": "i-1", "units": ["u-1", "u-2"], "area": "a", "level": "city",
    "authors": [ { "person": "p-1", "share": 60 }, { "person": "p-2", "share": "40.0" } ],
    "facts": { "new": true, "useful": true },
    "events": [ { "on": "file", "at": "2025-09-03T08:00:00+07:00", "by": "head" },
      { "on": "accept", "at": "2025-09-10T08:00:00+07:00", "by": "office" },
      { "on": "decide", "at": "2025-09-20T09:00:00+07:00", "by": "chair" } ] } ],
  "council": { "members": [ { "person": "m-1", "role": "chair" }, { "person": "m-2", "role": "member" },
      { "person": "m-3", "role": "member" }, { "person": "m-4", "role": "member" }, { "person": "m-5", "role": "member" },
      { "person": "p-1", "role": "member" } ], "conflicts": [ { "member": "m-2", "initiative": "i-1" } ] },
  "ballots": [ { "initiative": "i-1", "member": "m-1", "vote": "agree", "scores": { "novelty": 30, "benefit": 50 } },
    { "initiative": "i-1", "member": "m-3", "vote": "agree", "scores": { "novelty": 31, "benefit": "51" } },
    { "initiative": "i-1", "member": "m-4", "vote": "agree" }, { "initiative": "i-1", "member": "m-5", "vote": "agree" } ],
  "index": [ { "unit": "u-1", "component": "speed", "value": "0.95" } ],
  "duties": [ { "duty": "collate", "done": "2025-09-22T07:45:00+07:00" } ],
  "choices": { "schedule.filing.bound": "before", "scoring.vote.of": "sitting" }
})";

const Rules& base_rules()
{
    static const Rules rules = load_rules_text({base_rulebook()});
    return rules;
}

const std::string& base_record()
{
    static const std::string text = make_record(base_rules(), base_season, "s.json", demo_evening(), "Ghi chú");
    return text;
}

// What came of many texts. What is odd is told with the text.
struct Tally {
    int answered = 0, refused = 0, odd = 0;

    template <class Call>
    void operator()(const std::string& text, const Call& call)
    {
        const auto begun = std::chrono::steady_clock::now();
        try {
            call();
            ++answered;
        } catch (const Error& error) {
            ++refused;
            if (const std::string what = wrong_with(error); !what.empty()) tell(what + ": " + error.what(), text);
        } catch (const std::exception& other) {
            tell(std::string("another exception: ") + other.what(), text);
        }
        // The slowest takes a hundredth of that.
        if (std::chrono::steady_clock::now() - begun > std::chrono::seconds(slower)) tell("slow", text);
    }

private:
    // The first of its kind, and the first of the odd ones with the whole text.
    void tell(const std::string& what, const std::string& text)
    {
        if (odd++ == 0) UNSCOPED_INFO(text);
        if (kinds_.insert(what.substr(0, 40)).second) UNSCOPED_INFO(what.substr(0, 1000));
    }

    // Each problem has an id that has words, and a place; an exact computation that does not fit has none of its own.
    static std::string wrong_with(const Error& error)
    {
        if (error.problems().empty()) return "no problem";
        for (const Problem& problem : error.problems()) {
            if (detail::words_of(problem.id).en == "unknown error") return "no words";
            if (message(problem, Language::vi).find(code(problem.id)) != 0) return "no message";
            if (problem.id != ErrorId::overflow && problem.place.file.empty()) return "no file";
            if (problem.id != ErrorId::overflow && problem.place.mark.line == 0) return "no line";
        }
        return {};
    }

    std::set<std::string> kinds_;
};

void check(const Tally& tally, int tried)
{
    INFO(tally.answered << " answered, " << tally.refused << " refused, " << tally.odd << " odd");
    CHECK(tally.odd == 0);
    CHECK(tally.refused + tally.answered == tried);
    CHECK(tally.refused > tried / 3);
    CHECK(tally.answered > tried / 50);
}

void read_everything(const std::string& rulebook)
{
    const Rules rules = load_rules_text({rulebook});
    verify(rules, {2025, 2026});
    const Rulebook& book = *rules.rulebook(rules.rulebooks().back().id);
    const Timelines values(book);
    for (const std::string& path : values.paths()) values.at(path, parse_day("2026-01-01"), parse_day("2025-06-01"));
    const Impact out = impact(base_rules().rulebooks(), rules.rulebooks(), {read_season(base_season, "s.json")},
                              demo_evening(), Texts::tell);
    impact_json(out, base_rules().rulebooks().back(), book);
}

}  // namespace

TEST_CASE("The texts that are mutated are right")
{
    CHECK(brief(problems_of([] { read_everything(base_rulebook()); })) == std::vector<std::string>{});
    CHECK(brief(problems_of([] { evaluate_text(base_rules(), base_season, "s.json", demo_evening()); })) ==
          std::vector<std::string>{});
    CHECK(verify_record(base_record(), base_rules(), base_season).same());
}

TEST_CASE("What is missing is told once, and nothing is made up in its place")
{
    const auto season = [](const std::string& from, const std::string& to) {
        return brief(problems_of(
            [&] { evaluate_text(base_rules(), replaced(base_season, from, to), "s.json", demo_evening()); }));
    };
    CHECK(season("\"year\": 2025, ", "") == std::vector<std::string>{"SK1004 1:1 "});
    CHECK(season("\"year\": 2025", "\"year\": 0") == std::vector<std::string>{"SK1205 2:80 /year"});
    const std::string text = replaced(base_rulebook(), "\"among\": \"recognised\", ", "");
    CHECK(brief(problems_of([&] { load_rules_text({text}); })) == std::vector<std::string>{"SK1004 85:16 /selection"});
}

TEST_CASE("A mutated rulebook is an Error, or can be loaded, verified, asked and compared")
{
    test::Mutator mutator(seed(934));
    Tally tally;
    const int tried = rounds(4000);
    for (int i = 0; i < tried; ++i) {
        const std::string text = mutator.mutated(base_rulebook(), rulebook("gia-vien-934"));
        tally(text, [&] { read_everything(text); });
    }
    check(tally, tried);
}

TEST_CASE("A mutated shipped rulebook is an Error, or can be loaded and verified")
{
    test::Mutator mutator(seed(13));
    Tally tally;
    const std::vector<std::string> ids = builtin_rulebooks();
    const int tried = rounds(700);
    for (int i = 0; i < tried; ++i) {
        const std::string text =
            mutator.mutated(builtin_rulebook(ids[static_cast<std::size_t>(i) % ids.size()]), base_rulebook());
        tally(text, [&] { verify(load_rules_text({text}), {2025, 2026}); });
    }
    check(tally, tried);
}

TEST_CASE("A mutated season is an Error or a report")
{
    test::Mutator mutator(seed(2025));
    Tally tally;
    const int tried = rounds(10000);
    for (int i = 0; i < tried; ++i) {
        const std::string text = mutator.mutated(base_season, demo_season());
        tally(text, [&] { report_json(evaluate_text(base_rules(), text, "s.json", demo_evening())); });
    }
    check(tally, tried);
}

TEST_CASE("A mutated record is an Error, or is compared, and a mutated report beside it")
{
    test::Mutator mutator(seed(13));
    Tally tally;
    const int tried = rounds(4000);
    const std::string report =
        report_json(evaluate_text(base_rules(), base_season, "s.json", demo_evening())).substr(0, 20000);
    for (int i = 0; i < tried; ++i) {
        const std::string text = mutator.mutated(base_record(), base_season);
        tally(text, [&] { record_check_json(verify_record(text, base_rules(), base_season)); });
        if (i % 8 != 0) continue;
        const std::string kept = mutator.mutated(report, base_record());
        Tally aside;
        aside(kept, [&] {
            record_check_text(verify_record(base_record(), base_rules(), base_season, "s.json", kept), Language::vi);
        });
        tally.odd += aside.odd;
    }
    check(tally, tried);
}

TEST_CASE("A rulebook, a season and a record cut off at any byte are Errors at a place")
{
    Tally tally;
    const auto cut = [&](const std::string& text, auto&& call) {
        std::size_t end = text.size();
        while (text[end - 1] != '}') --end;
        for (std::size_t length = 0; length < end; length += slower) {
            const std::string part = text.substr(0, length);
            tally(part, [&] { call(part); });
        }
    };
    cut(base_rulebook(), [](const std::string& text) { load_rules_text({text}); });
    cut(base_season, [](const std::string& text) { read_season(text, "s.json"); });
    cut(base_record(), [](const std::string& text) { read_record(text); });
    CHECK(tally.odd == 0);
    CHECK(tally.answered == 0);
    CHECK(tally.refused > 7000 / slower);
}
