// Counting what each unit has against what it owes.
#include "quota_season.hpp"

TEST_CASE("A unit that proposed one initiative meets a quota of one")
{
    QuotaSeason s;
    s.add({"u-1"});
    const QuotaResult result = s.of("u-1");
    CHECK(result.verdict == Truth::pass);
    CHECK(result.owed == 1);
    CHECK(result.counted == Ratio(1));
    CHECK(result.missing == 0);
    CHECK(ids(result) == std::vector<std::string>{"quota-met", "counts"});
    CHECK(message(result.findings[0], Language::en) == "Quota met: 1 counted, 1 owed.");
}

TEST_CASE("A unit that proposed nothing is short, and is told what would help and by when")
{
    QuotaSeason s;
    QuotaResult result = s.of("u-1");
    CHECK(result.verdict == Truth::fail);
    CHECK(result.missing == 1);
    CHECK(message(result.findings[0], Language::en) == "Quota short: 0 counted, 1 owed, 1 missing.");
    REQUIRE(result.findings[0].lift);
    CHECK(result.findings[0].lift->possible);
    CHECK(*result.findings[0].lift->by == parse_instant("2025-09-25T00:00:00+07:00"));

    s.as_of = parse_instant("2025-09-25T00:00:00+07:00");
    result = s.of("u-1");
    CHECK(result.verdict == Truth::fail);
    CHECK_FALSE(result.findings[0].lift->possible);
}

TEST_CASE("Only units of a bound kind get a result, in the order of the season")
{
    QuotaSeason s;
    s.season.units.insert(s.season.units.begin() + 1, unit("school", "school"));
    std::vector<std::string> units;
    for (const QuotaResult& result : s.count()) units.push_back(result.unit);
    CHECK(units == std::vector<std::string>{"u-1", "u-2", "u-3"});
}

TEST_CASE("Every unmet condition of an initiative is named, not only the first")
{
    QuotaSeason s;
    s.rule.withdrawn_counts = {false, {}};
    s.rule.joint_each = {false, {}};
    InitiativeStanding& standing = s.add({"u-2", "u-1"});
    standing.reached = Truth::fail;
    standing.in_time = Truth::fail;
    standing.withdrawn = true;
    s.season.initiatives[0].level = "ward";
    s.season.initiatives[0].area.clear();
    const QuotaResult result = s.of("u-1");
    CHECK(ids(result) == std::vector<std::string>{"quota-short", "counts-not-reached", "counts-not-in-time",
                                                  "counts-not-level", "counts-not-area", "counts-not-withdrawn",
                                                  "counts-not-lead"});
    for (std::size_t i = 1; i < result.findings.size(); ++i) CHECK(result.findings[i].verdict == Truth::fail);
    CHECK(message(result.findings[3], Language::en) ==
          "Initiative SK-1 does not count: it does not seek recognition at City level.");
}

TEST_CASE("Each condition alone keeps an initiative from counting")
{
    const std::vector<void (*)(QuotaSeason&)> faults{[](QuotaSeason& s) { s.standings[0].reached = Truth::fail; },
                                                     [](QuotaSeason& s) { s.standings[0].in_time = Truth::fail; },
                                                     [](QuotaSeason& s) { s.season.initiatives[0].level = "ward"; },
                                                     [](QuotaSeason& s) { s.season.initiatives[0].level = ""; },
                                                     [](QuotaSeason& s) { s.season.initiatives[0].area = ""; },
                                                     [](QuotaSeason& s) { s.standings[0].withdrawn = true; },
                                                     [](QuotaSeason& s) {
                                                         s.season.initiatives[0].units = {"u-2", "u-1"};
                                                     }};
    for (std::size_t i = 0; i < faults.size(); ++i) {
        QuotaSeason s;
        s.rule.withdrawn_counts = {false, {}};
        s.rule.joint_each = {false, {}};
        s.add({"u-1"});
        REQUIRE(s.of("u-1").verdict == Truth::pass);
        faults[i](s);
        CAPTURE(i);
        CHECK(s.of("u-1").verdict == Truth::fail);
        CHECK(s.of("u-1").counted == Ratio(0));
    }
}

TEST_CASE("A condition that the rule does not name is not asked")
{
    QuotaSeason s;
    s.rule.level.reset();
    s.rule.area.reset();
    s.rule.in_time.reset();
    s.add({"u-1"}).in_time = Truth::fail;
    s.season.initiatives[0].level = "ward";
    s.season.initiatives[0].area.clear();
    CHECK(s.of("u-1").verdict == Truth::pass);
}

TEST_CASE("What cannot be told of an initiative leaves the quota open, unless enough others count")
{
    QuotaSeason s;
    s.add({"u-1"}).in_time = Truth::undetermined;
    QuotaResult result = s.of("u-1");
    CHECK(result.verdict == Truth::undetermined);
    CHECK(result.open == 1);
    CHECK(result.missing == 1);
    CHECK(ids(result) == std::vector<std::string>{"quota-open", "counts-in-time-open"});
    s.add({"u-1"});
    result = s.of("u-1");
    CHECK(result.verdict == Truth::pass);
    CHECK(result.open == 1);
}

TEST_CASE("What never reached the state is not said to be open on its deadline as well")
{
    QuotaSeason s;
    InitiativeStanding& standing = s.add({"u-1"});
    standing.reached = Truth::fail;
    standing.in_time = Truth::undetermined;
    CHECK(ids(s.of("u-1")) == std::vector<std::string>{"quota-short", "counts-not-reached"});
    s.standings[0].reached = Truth::undetermined;
    CHECK(ids(s.of("u-1")) == std::vector<std::string>{"quota-open", "counts-reached-open", "counts-in-time-open"});
}

TEST_CASE("Too few even if all that is open counted is a fail")
{
    QuotaSeason s;
    s.rule.at_least.value = 2;
    s.add({"u-1"}).reached = Truth::undetermined;
    CHECK(s.of("u-1").verdict == Truth::fail);
    s.add({"u-1"}).reached = Truth::undetermined;
    CHECK(s.of("u-1").verdict == Truth::undetermined);
}

TEST_CASE("A withdrawn initiative counts as the rulebook says, and is open while it is silent")
{
    QuotaSeason s;
    s.add({"u-1"}).withdrawn = true;
    QuotaResult result = s.of("u-1");
    CHECK(result.verdict == Truth::undetermined);
    CHECK(message(result.findings[1], Language::en) ==
          "Whether initiative SK-1 counts cannot be told: no rulebook says whether a withdrawn initiative counts.");
    REQUIRE(result.findings[1].lift);
    CHECK(result.findings[1].lift->how.en == "Load a rulebook that says \"quota.one.withdrawn\".");
    s.rule.withdrawn_counts = {true, {}};
    CHECK(s.of("u-1").verdict == Truth::pass);
    s.rule.withdrawn_counts = {false, {}};
    CHECK(s.of("u-1").verdict == Truth::fail);
}

TEST_CASE("A joint initiative is certain for its lead unit and, while the rulebook is silent, open for the others")
{
    QuotaSeason s;
    s.add({"u-1", "u-2"});
    CHECK(s.of("u-1").verdict == Truth::pass);
    CHECK(s.of("u-2").verdict == Truth::undetermined);
    CHECK(s.of("u-2").open == 1);
    CHECK(s.of("u-3").verdict == Truth::fail);
    s.rule.joint_each = {true, {}};
    CHECK(s.of("u-1").verdict == Truth::pass);
    CHECK(s.of("u-2").verdict == Truth::pass);
    s.rule.joint_each = {false, {}};
    CHECK(s.of("u-1").verdict == Truth::pass);
    CHECK(s.of("u-2").verdict == Truth::fail);
    CHECK(ids(s.of("u-2")) == std::vector<std::string>{"quota-short", "counts-not-lead"});
}

TEST_CASE("A unit that does not exist on the last day of the milestone owes nothing")
{
    QuotaSeason s;
    Unit& first = s.season.units[0];
    first.until = parse_day("2025-09-24");  // gone on that day
    QuotaResult result = s.of("u-1");
    CHECK(result.verdict == Truth::pass);
    CHECK(result.owed == 0);
    CHECK(message(result.findings[0], Language::en) == "Owes nothing: the unit had ended by the last day.");
    first.until = parse_day("2025-09-25");  // still there on the 24th
    CHECK(s.of("u-1").verdict == Truth::fail);
    first.until.reset();
    first.from = parse_day("2025-09-25");
    result = s.of("u-1");
    CHECK(result.verdict == Truth::pass);
    CHECK(message(result.findings[0], Language::en) == "Owes nothing: the unit did not exist yet on the last day.");
    first.until = parse_day("2025-12-01");
    CHECK(message(s.of("u-1").findings[0], Language::en) ==
          "Owes nothing: the unit did not exist yet on the last day.");
}

TEST_CASE("A unit created during the year owes as the rulebook says, and is undetermined while it is silent")
{
    QuotaSeason s;
    Unit& first = s.season.units[0];
    first.from = parse_day("2025-01-01");  // not during the year: from its first day on
    CHECK(s.of("u-1").verdict == Truth::fail);
    first.from = parse_day("2025-01-02");
    QuotaResult result = s.of("u-1");
    CHECK(result.verdict == Truth::undetermined);
    CHECK(result.owed == 1);
    CHECK(ids(result) == std::vector<std::string>{"quota-open", "rule-silent"});
    CHECK(
        message(result.findings[1], Language::en) ==
        "The loaded rulebooks are silent on this: whether a unit created during the year owes the quota of that year.");
    s.rule.created_owe = {false, {}};
    result = s.of("u-1");
    CHECK(result.verdict == Truth::pass);
    CHECK(result.owed == 0);
    CHECK(ids(result) == std::vector<std::string>{"quota-not-owed"});
    s.rule.created_owe = {true, {}};
    CHECK(s.of("u-1").verdict == Truth::fail);
    s.rule.created_owe.reset();
    s.add({"u-1"});
    result = s.of("u-1");
    CHECK(result.verdict == Truth::pass);
    CHECK(ids(result) == std::vector<std::string>{"quota-met", "counts"});
}

TEST_CASE("A verdict cites the layer that decided and names the choices it rests on")
{
    QuotaSeason s;
    s.rule.citation = {"dispatch", "3.1", Provenance::official_document};
    s.rule.joint_each = {true, {"council", "8", Provenance::illustrative}};
    s.rule.choices = {"schedule.submission.bound", "schedule.submission-other.bound", "quota.one.joint",
                      "quota.one.level"};
    s.add({"u-2", "u-1"});
    s.season.initiatives[0].units = {"u-1"};
    QuotaResult result = s.of("u-1");
    CHECK(result.findings[1].citations.front().clause == "3.1");
    CHECK(result.findings[1].choices == std::vector<std::string>{"schedule.submission.bound", "quota.one.level"});
    s.season.initiatives[0].units = {"u-2", "u-1"};
    result = s.of("u-1");
    CHECK(result.findings[1].citations.back().rulebook == "council");
    CHECK(result.findings[1].choices ==
          std::vector<std::string>{"schedule.submission.bound", "quota.one.level", "quota.one.joint"});
    CHECK(result.findings[0].choices == result.findings[1].choices);
}
