#include <random>
#include <set>

#include <sangkien/batch/evaluate.hpp>

#include "demo.hpp"

using namespace demo;

namespace {

template <class List, class Keep>
void keep_if(List& list, Keep keep)
{
    list.erase(std::remove_if(list.begin(), list.end(), [&](const auto& item) { return !keep(item); }), list.end());
}

// What had happened by `t`.
Season until(Season season, Instant t)
{
    for (Initiative& initiative : season.initiatives)
        keep_if(initiative.events, [&](const Event& event) { return event.at <= t; });
    keep_if(season.ballots, [&](const Ballot& ballot) { return !ballot.at || *ballot.at <= t; });
    keep_if(season.duties, [&](const DutyDone& duty) { return duty.at <= t; });
    return season;
}

Season with_choice(const char* path, const char* value)
{
    Season out = season();
    out.choices.push_back({path, value, {}});
    return out;
}

std::string state(const Report& report, const char* id) { return of(report, id).state->id; }

// The rules of the demo season with the ward's dispatch changed, and whether a report under them says the same.
Rules changed_rules(const std::string& from, const std::string& to)
{
    return load_rules_text({texts::rulebook("charter-13-2012"),
                            texts::replaced(texts::rulebook("gia-vien-934"), from, to),
                            texts::rulebook("council-illustrative"), texts::rulebook("index-illustrative")});
}

std::string without_digests(std::string json)
{
    for (std::size_t at = 0; (at = json.find("\"sha256\": \"", at)) != std::string::npos; ++at) json.erase(at + 11, 64);
    return json;
}

}  // namespace

TEST_CASE("What happens after the instant asked about has not happened")
{
    std::set<std::int64_t> instants{parse_instant("2025-09-19T00:00:00+07:00").seconds};
    for (const Initiative& initiative : season().initiatives)
        for (const Event& event : initiative.events) instants.insert({event.at.seconds - 1, event.at.seconds});
    for (const Ballot& ballot : season().ballots)
        if (ballot.at) instants.insert({ballot.at->seconds - 1, ballot.at->seconds});
    for (const DutyDone& duty : season().duties) instants.insert({duty.at.seconds - 1, duty.at.seconds});
    CHECK(instants.size() > 100);
    std::size_t position = 0, compared = 0;
    std::set<std::string> different;
    for (const std::int64_t seconds : instants) {
        if (position++ % 5 != 0) continue;
        const Instant t{seconds};
        INFO(to_text(t));
        const std::string whole = report_json(evaluate(rules(), season(), t));
        REQUIRE(whole == report_json(evaluate(rules(), until(season(), t), t)));
        different.insert(whole);
        ++compared;
    }
    CHECK(compared > 20);
    CHECK(different.size() == compared);
}

TEST_CASE("The order of units, initiatives, ballots, duties and figures decides nothing")
{
    const std::string expected = canonical(report());
    std::mt19937 random(11);
    for (int round = 0; round < 8; ++round) {
        Season shuffled = season();
        std::shuffle(shuffled.units.begin(), shuffled.units.end(), random);
        std::shuffle(shuffled.initiatives.begin(), shuffled.initiatives.end(), random);
        std::shuffle(shuffled.ballots.begin(), shuffled.ballots.end(), random);
        std::shuffle(shuffled.duties.begin(), shuffled.duties.end(), random);
        std::shuffle(shuffled.index.begin(), shuffled.index.end(), random);
        std::shuffle(shuffled.council.conflicts.begin(), shuffled.council.conflicts.end(), random);
        const Report got = evaluate(rules(), shuffled, demo_evening());
        REQUIRE(canonical(got) == expected);
        for (std::size_t i = 0; i < got.units.size(); ++i) REQUIRE(got.units[i].name.id == shuffled.units[i].id);
        for (std::size_t i = 0; i < got.initiatives.size(); ++i)
            REQUIRE(got.initiatives[i].id == shuffled.initiatives[i].id);
    }
}

TEST_CASE("The order in which rulebooks are named decides nothing")
{
    std::vector<std::string> names = texts::demo_rulebooks();
    const std::string expected = report_json(report());
    std::sort(names.begin(), names.end());
    do {
        REQUIRE(report_json(evaluate(load_rules(names), season(), demo_evening())) == expected);
    } while (std::next_permutation(names.begin(), names.end()));
    // Those that the others stand under come by themselves.
    CHECK(report_json(evaluate(load_rules({"council-illustrative", "index-illustrative"}), season(), demo_evening())) ==
          expected);
}

TEST_CASE("Reading \"before\" as \"by\" brings SK-05 in time and u-12 to its quota, and is told as the season's choice")
{
    CHECK(unit_of(report(), "u-12").quota.at(0).verdict == Truth::fail);
    const Report by = evaluate(rules(), with_choice("schedule.ward-submission.bound", "by"), demo_evening());
    CHECK(state(by, "SK-05") == "filed");
    CHECK(unit_of(by, "u-12").quota.at(0).verdict == Truth::pass);
    bool told = false;
    for (const Reading& reading : by.readings)
        told = told || (reading.path == "schedule.ward-submission.bound" && reading.value == "by" &&
                        reading.chosen_by == "season");
    CHECK(told);
    // Every other initiative stands where it stood.
    for (const InitiativeReport& initiative : report().initiatives)
        if (initiative.id != "SK-05") CHECK(of(by, initiative.id).state->id == initiative.state->id);
    const Report decided = evaluate(rules(), with_choice("schedule.ward-decision.bound", "by"), demo_evening());
    CHECK(state(decided, "SK-23") == "recognised");
    CHECK(state(decided, "SK-05") == "draft");
    // The reading that is used anyway changes nothing but who chose it.
    const Report same = evaluate(rules(), with_choice("schedule.ward-submission.bound", "before"), demo_evening());
    CHECK(report_json(same).size() - report_json(report()).size() ==
          std::string("season").size() - std::string("gia-vien-934").size());
}

TEST_CASE("A rule that changes in 2026 leaves the round of 2025 as it was, and governs that of 2026")
{
    const std::string when = R"("yearly": "25/9",
      "bound")";
    const Rules changed = changed_rules(
        when,
        R"("yearly": [{"until": "2026-01-01", "value": "25/9"}, {"from": "2026-01-01", "value": "10/9"}], "bound")");
    CHECK(without_digests(report_json(evaluate(changed, season(), demo_evening()))) ==
          without_digests(report_json(report())));
    Season next = season();
    next.year = 2026;
    next.opened = parse_day("2026-08-01");
    const Report later = evaluate(changed, next, parse_instant("2026-08-02T00:00:00+07:00"));
    CHECK(to_text(later.milestones.at(0).deadline.last_day) == "2026-09-09");
    const Report unchanged = evaluate(rules(), next, parse_instant("2026-08-02T00:00:00+07:00"));
    CHECK(to_text(unchanged.milestones.at(0).deadline.last_day) == "2026-09-24");
}

TEST_CASE("A season opened before its rulebooks are in force, or in a year without a calendar, is an Error")
{
    const auto found = [](const Season& changed, const Rules& under) {
        return texts::brief(texts::problems_of([&] { evaluate(under, changed, demo_evening()); }));
    };
    Season early = season();
    early.opened = parse_day("2025-09-18");
    const std::vector<std::string> unknown = found(early, rules());
    REQUIRE(unknown.size() >= 3);
    CHECK(unknown[0] == "SK1516 10:36 /rulebooks/1");
    CHECK(unknown[2] == "SK1516 10:76 /rulebooks/3");
    early.opened = parse_day("1999-01-01");
    CHECK(found(early, rules()).size() == 1);
    Season late = season();
    late.year = 2031;
    CHECK(found(late, rules()) == std::vector<std::string>{"SK1401 8:11 /year"});
    CHECK(found(season(), Rules()).size() == 1);
}

TEST_CASE("Seasons evaluated together are each as they are alone, and one that is wrong stops no other")
{
    Season wrong = season();
    wrong.initiatives[2].area = "zz";
    wrong.units[0].kind = "zz";
    const std::vector<Season> seasons{season(), wrong, until(season(), parse_instant("2025-09-25T12:00:00+07:00"))};
    const std::vector<Outcome> outcomes = evaluate_all(rules(), seasons, demo_evening());
    REQUIRE(outcomes.size() == 3);
    REQUIRE(outcomes[0].report);
    CHECK(report_json(*outcomes[0].report) == report_json(report()));
    CHECK_FALSE(outcomes[1].report);
    CHECK(outcomes[1].problems.size() == 2);
    REQUIRE(outcomes[2].report);
    CHECK(report_json(*outcomes[2].report) == report_json(evaluate(rules(), seasons[2], demo_evening())));
    CHECK(evaluate_all(rules(), {}, demo_evening()).empty());
}

TEST_CASE("What is wrong with a season's text and what its rules do not allow is told in one Error")
{
    std::string text =
        texts::replaced(texts::demo_season(), "\"opened\": \"2025-09-19\"", "\"opened\": \"2025-09-19\", \"open\": 1");
    text = texts::replaced(text, "\"public-service-centre\"", "\"public-centre\"");
    const std::size_t area = text.find("\"area\": \"a\"");
    text.replace(area, 11, "\"area\": \"q\"");
    const std::vector<Problem> found =
        texts::problems_of([&] { evaluate_text(rules(), text, "s.json", demo_evening()); });
    REQUIRE(found.size() == 3);
    CHECK(found[0].id == ErrorId::unknown_key);
    CHECK(found[1].place.pointer == "/units/3/kind");
    CHECK(texts::offset_of(text, found[1].place.mark) == text.find("\"public-centre\""));
    CHECK(found[2].id == ErrorId::unknown_name);
    CHECK(found[2].place.pointer == "/initiatives/0/area");
    CHECK(texts::offset_of(text, found[2].place.mark) == text.find("\"q\"", area));
}
