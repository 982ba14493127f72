#include <sangkien/rulebook/timeline.hpp>

#include "../random.hpp"
#include "papers.hpp"

using namespace papers;

namespace {

// The value `scoring.whole` in versions; see windows_test.cpp.
std::string dated(const std::string& versions)
{
    return R"("scoring": {"whole": [)" + versions + R"(], "clause": "low.1"})";
}

std::string text_at(const Timelines& values, const char* path, const char* on, const char* known = nullptr)
{
    const std::optional<Day> day = known != nullptr ? std::optional(parse_day(known)) : std::nullopt;
    return std::string(values.at(path, parse_day(on), day).text());
}

struct Version {
    Day from, until, known;
    int value;
};

std::string written(const std::vector<Version>& versions)
{
    std::string out;
    for (const Version& v : versions)
        out += (out.empty() ? "" : ", ") + std::string(R"({"from": ")") + to_text(v.from) + R"(", "until": ")" +
               to_text(v.until) + R"(", "known-on": ")" + to_text(v.known) + R"(", "value": )" +
               std::to_string(v.value) + "}";
    return out;
}

// Straight from the meaning of the words: of what holds and is known, the latest knowledge.
int expected(const std::vector<Version>& versions, Day on, Day known)
{
    const Version* best = nullptr;
    for (const Version& v : versions)
        if (v.from <= on && on < v.until && v.known <= known && (best == nullptr || best->known < v.known)) best = &v;
    return best != nullptr ? best->value : -1;
}

}  // namespace

TEST_CASE("A correction made later does not rewrite what was known")
{
    const std::string text =
        paper("low", "national", dated(R"({"until": "2026-01-01", "value": 100}, {"from": "2026-01-01", "value": 50},
                       {"from": "2026-01-01", "known-on": "2026-03-01", "value": 60, "clause": "low.2"})"));
    const std::vector<Rulebook> rulebooks = books({text});
    const Timelines values(rulebooks.front());
    CHECK(text_at(values, "scoring.whole", "2025-06-01") == "100");
    CHECK(text_at(values, "scoring.whole", "2026-01-01", "2026-02-28") == "50");
    CHECK(text_at(values, "scoring.whole", "2026-01-01", "2026-03-01") == "60");
    CHECK(text_at(values, "scoring.whole", "2026-01-01") == "60");
    CHECK(text_at(values, "scoring.whole", "2026-01-01", "2024-12-31").empty());  // the paper was not issued yet
    CHECK(text_at(values, "scoring.whole", "2024-12-31").empty());                // nor in force
    CHECK_FALSE(values.at("scoring.hole", parse_day("2026-01-01")));
    CHECK(values.find("scoring.whole")->size() == 3);
    CHECK(values.at("scoring", parse_day("2025-06-01")).is(Kind::object));

    // Laid over each other, papers say the same, with the clause of the version.
    const auto laid = [&](const char* on, const char* known) {
        Laid out;
        out.rulebooks = books({text});
        Problems problems;
        out.effective = overlay(out.rulebooks, parse_day(on), {}, problems, parse_day(known));
        problems.throw_if_any();
        return out;
    };
    CHECK(laid("2026-01-01", "2026-02-28").cited("scoring.whole") == "low.1 official-document of low");
    CHECK(laid("2026-01-01", "2026-03-01").cited("scoring.whole") == "low.2 secondary of low");
    CHECK_FALSE(laid("2026-01-01", "2024-12-31").at("scoring"));
}

TEST_CASE("Two versions of the same knowledge may not overlap, a correction may")
{
    const auto problems = [](const char* known) {
        const std::vector<Rulebook> rulebooks =
            books({paper("low", "national",
                         dated(R"({"from": "2026-01-01", "value": 1}, {"from": "2026-02-01", )" + std::string(known) +
                               R"("value": 2})"))});
        Problems found;
        boundaries(rulebooks, found);
        return problems_of([&] { found.throw_if_any(); }).size();
    };
    CHECK(problems("") == 1);
    CHECK(problems(R"("known-on": "2026-01-15", )") == 0);
}

TEST_CASE("What holds on a day as known on a day is what walking all versions finds")
{
    test::Random random(20260101);
    const auto below = [&](int high) { return static_cast<int>(random.between(0, high - 1)); };
    const Day start = parse_day("2025-01-01");
    int wrong = 0, found = 0, corrected = 0;
    for (int round = 0; round < 60; ++round) {
        std::vector<Version> versions;
        const int count = 1 + below(8);
        for (int i = 0; i < count; ++i) {
            const Day from = start + below(60), known = start + below(4) * 20;
            versions.push_back({from, from + 1 + below(40), known, i});
        }
        const std::vector<Rulebook> rulebooks = books({paper("low", "national", dated(written(versions)))});
        const Timelines values(rulebooks.front());
        for (int on = 0; on < 110; ++on)
            for (int known = 0; known < 80; known += 5) {
                // Of two that hold and were known on the same day either may be meant: that is refused elsewhere.
                std::vector<Version> distinct;
                bool ambiguous = false;
                for (const Version& v : versions) {
                    if (!(v.from <= start + on && start + on < v.until && v.known <= start + known)) continue;
                    for (const Version& other : distinct) ambiguous = ambiguous || other.known == v.known;
                    distinct.push_back(v);
                }
                if (ambiguous) continue;
                const Node node = values.at("scoring.whole", start + on, start + known);
                const int is = node ? std::stoi(std::string(node.text())) : -1;
                const int should = expected(versions, start + on, start + known);
                wrong += is != should;
                found += should >= 0;
                corrected += distinct.size() > 1;
            }
    }
    CHECK(wrong == 0);
    CHECK(found > 10000);
    CHECK(corrected > 1000);
}

TEST_CASE("Of hundreds of versions the one in force is found, on the day it begins and the day before")
{
    const Day start = parse_day("2000-01-01");
    for (const int count : {1, 2, 31, 32, 33, 63, 64, 65, 100, 257, 500}) {
        std::vector<Version> versions;
        for (int i = 0; i < count; ++i) versions.push_back({start + 7 * i, start + 7 * (i + 1), Day{}, i});
        std::string text = paper("low", "national", dated(written(versions)));
        for (const char* key : {"issued", "from"})
            text = texts::replaced(text, std::string("\"") + key + "\": \"2025-01-01\"",
                                   std::string("\"") + key + "\": \"1960-01-01\"");
        const std::vector<Rulebook> rulebooks = books({text});
        const Timelines values(rulebooks.front());
        int wrong = 0;
        for (int i = 0; i < count; ++i)
            for (const int day : {7 * i, 7 * i + 3, 7 * i + 6})
                wrong += values.at("scoring.whole", start + day).text() != std::to_string(i);
        CHECK(wrong == 0);
        CHECK_FALSE(values.at("scoring.whole", start - 1));
        CHECK_FALSE(values.at("scoring.whole", start + 7 * count));
    }
}

TEST_CASE("Every value of the shipped rulebooks is found by its path, as laying papers over each other finds it")
{
    int leaves = 0;
    for (const std::string& id : builtin_rulebooks()) {
        const std::vector<Rulebook> alone{*load_rules({id}).rulebook(id)};
        const Timelines values(alone.front());
        const Day on = parse_day("2026-01-01");
        Problems problems;
        Laid laid;
        laid.effective = overlay(alone, on, {}, problems);
        for (const std::string& path : values.paths()) {
            const Node found = values.at(path, on), merged = laid.at(path);
            CAPTURE(id + " " + path);
            CHECK(found.kind() == merged.kind());
            CHECK(found.text() == merged.text());
            CHECK(found.size() >= merged.size());  // annotations are not copied everywhere
            leaves += !found.is(Kind::object);
        }
    }
    CHECK(leaves > 500);
}

TEST_CASE("Rules as known on a day leave out papers issued later and what later notices say")
{
    const Rules rules = load_rules({"civil-code-2015", "vn-civil-service", "gia-vien-934"});
    const Rules before = rules.known_on(parse_day("2025-09-18"));
    CHECK(before.rulebook("gia-vien-934") == nullptr);
    CHECK(rules.known_on(parse_day("2025-09-19")).rulebook("gia-vien-934") != nullptr);
    CHECK(before.known() == parse_day("2025-09-18"));
    CHECK(before.known_on(parse_day("2026-01-01")).known() == parse_day("2025-09-18"));
    CHECK(before.rulesets().back().calendar.status(2026) == YearStatus::missing);
    CHECK(rules.rulesets().back().calendar.status(2026) == YearStatus::decided);
    CHECK(rules.known_on(parse_day("1990-01-01")).rulesets().empty());
}
