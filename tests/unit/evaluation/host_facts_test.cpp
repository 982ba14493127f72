// A host that is asked for facts: the same verdicts as of a season that states them, each asked for once and only if needed.
#include <sangkien/evaluation/outlook.hpp>
#include <sangkien/io/evaluate_text.hpp>
#include <sangkien/io/outlook_json.hpp>
#include <sangkien/io/report_text.hpp>

#include <set>

#include "demo.hpp"

using namespace sangkien;

namespace {

// Knows what the whole season states, and keeps count.
struct Register : FactSource {
    Season whole = demo::season();
    std::multiset<std::pair<std::string, std::string>> asked;
    std::set<std::int64_t> instants;
    std::size_t throws_at = 0;

    Truth fact(const Initiative& initiative, std::string_view name, Instant as_of) override
    {
        asked.emplace(initiative.id, name);
        instants.insert(as_of.seconds);
        if (asked.size() == throws_at) throw std::runtime_error("the register is closed");
        for (const Initiative& known : whole.initiatives)
            if (known.id == initiative.id) return known.fact(name);
        return Truth::undetermined;
    }
};

Season without_facts()
{
    Season out = demo::season();
    for (Initiative& initiative : out.initiatives) initiative.facts.clear();
    return out;
}

std::string json_without_asked(Report report)
{
    report.asked.reset();
    return report_json(report);
}

const char* const instants[] = {"2025-09-20T08:00+07:00", "2025-09-24T12:00+07:00", "2025-09-30T17:00+07:00"};

}  // namespace

TEST_CASE("A host that knows the facts stands in for a season that states them")
{
    const Season bare = without_facts();
    for (const char* at : instants) {
        INFO(at);
        const Instant as_of = parse_instant(at);
        const std::string stated = report_json(evaluate(demo::rules(), demo::season(), as_of));
        REQUIRE(report_json(evaluate(demo::rules(), bare, as_of)) != stated);
        Register host;
        const Report report = evaluate(demo::rules(), bare, as_of, host);
        CHECK(json_without_asked(report) == stated);
        CHECK(host.instants == std::set<std::int64_t>{as_of.seconds});
        Register again;
        CHECK(outlook_json(outlook(demo::rules(), bare, as_of, again), as_of) ==
              outlook_json(outlook(demo::rules(), demo::season(), as_of), as_of));
    }
}

TEST_CASE("What a host answered is kept, and gives the report again without it")
{
    const Season bare = without_facts();
    Register host;
    const Report report = evaluate(demo::rules(), bare, texts::demo_evening(), host);
    REQUIRE(report.asked);
    // Each once, in the order of the season, then by name; and nothing that was not asked for.
    std::multiset<std::pair<std::string, std::string>> kept;
    std::size_t last = 0, open = 0;
    std::string name;
    for (const AskedFact& answer : *report.asked) {
        std::size_t place = 0;
        while (bare.initiatives[place].id != answer.initiative) ++place;
        CHECK((place > last || (place == last && name < answer.fact.id)));
        last = place, name = answer.fact.id;
        kept.emplace(answer.initiative, answer.fact.id);
        CHECK(!answer.fact.words.vi.empty());
        CHECK(answer.value == host.whole.initiatives[place].fact(name));
        if (answer.value == Truth::undetermined) ++open;
    }
    CHECK(kept == host.asked);
    CHECK(open > 0);
    std::size_t stated = 0;
    for (const Initiative& initiative : host.whole.initiatives) stated += initiative.facts.size();
    CHECK(report.asked->size() - open <= stated);

    const Season fed = with_answers(bare, *report.asked);
    CHECK(report_json(evaluate(demo::rules(), fed, texts::demo_evening())) == json_without_asked(report));
    // With the answers as facts only what nobody has stated is asked for.
    Register later;
    CHECK(evaluate(demo::rules(), fed, texts::demo_evening(), later).asked->size() == open);
    CHECK(later.asked.size() == open);
    CHECK(report_text(report, Language::en).find("What the host answered when asked") != std::string::npos);
}

TEST_CASE("What the season states is not asked for, and takes precedence")
{
    struct Contrary : FactSource {
        std::size_t asked = 0;
        Truth fact(const Initiative& initiative, std::string_view name, Instant) override
        {
            ++asked;
            CHECK(initiative.fact(name) == Truth::undetermined);
            return Truth::undetermined;
        }
    } contrary;
    const Report report = evaluate(demo::rules(), demo::season(), texts::demo_evening(), contrary);
    CHECK(json_without_asked(report) == report_json(demo::report()));
    CHECK(contrary.asked == report.asked->size());
    CHECK(!demo::report().asked);
    CHECK(report_json(demo::report()).find("\"asked\"") == std::string::npos);
    const Season none = [] {
        Season out = demo::season();
        out.initiatives.clear(), out.ballots.clear(), out.council.conflicts.clear();
        return out;
    }();
    CHECK(report_json(evaluate(demo::rules(), none, texts::demo_evening(), contrary)).find("\"asked\": []") !=
          std::string::npos);
}

TEST_CASE("What a host throws comes out as it is, at whichever question")
{
    const Season bare = without_facts();
    Register whole;
    evaluate(demo::rules(), bare, texts::demo_evening(), whole);
    for (std::size_t at = 1; at <= whole.asked.size(); ++at) {
        Register host;
        host.throws_at = at;
        CHECK_THROWS_WITH(evaluate(demo::rules(), bare, texts::demo_evening(), host), "the register is closed");
        CHECK(host.asked.size() == at);
    }
    // And nothing is left behind.
    Register again;
    CHECK(json_without_asked(evaluate(demo::rules(), bare, texts::demo_evening(), again)) ==
          report_json(demo::report()));
}

TEST_CASE("A season's text with a host to ask")
{
    Register host;
    const Report report =
        evaluate_text(demo::rules(), texts::demo_season(), "gia-vien-2025.season.json", texts::demo_evening(), host);
    CHECK(json_without_asked(report) == report_json(demo::report()));
    host.asked.clear();
    CHECK_THROWS_AS(evaluate_text(demo::rules(), "{}", "s.json", texts::demo_evening(), host), Error);
    CHECK(host.asked.empty());
}
