// The demo season against what was computed for it outside the library, with exact fractions.
#include <algorithm>

#include "demo.hpp"

using namespace demo;

namespace {

using List = std::vector<std::string>;

struct Expected {
    const char* id;
    const char* state;
    const char* refused;  // "event verdict: unmet findings" of the event that was not taken; empty when all were
    int ballots;
    const char* novelty;  // mean; empty when nothing was scored
    const char* exact;
    const char* rounded;
    const char* klass;
    int agree, base;
    Truth decision;
    const char* excluded;
    const char* quota;  // what is told of it for its units
};

constexpr Truth yes = Truth::pass, no = Truth::fail, open = Truth::undetermined;

const Expected initiatives[] = {
    {"SK-01", "forwarded", "", 7, "25", "83", "83.00", "B", 7, 7, yes, "", "counts"},
    {"SK-02", "recognised", "", 6, "269/12", "76", "76.00", "B", 5, 6, yes, "p-005", "counts"},
    {"SK-03", "forwarded", "", 7, "193/7", "641/7", "91.57", "A", 7, 7, yes, "", "counts"},
    {"SK-04", "recognised", "", 7, "43/2", "522/7", "74.57", "B", 6, 7, yes, "", "counts"},
    {"SK-05", "draft", "file fail: late", 0, "", "", "", "", 0, 7, open, "", "counts-not-reached counts-not-in-time"},
    {"SK-06", "forwarded", "", 7, "184/7", "1229/14", "87.79", "A", 7, 7, yes, "", "counts"},
    {"SK-07", "recognised", "", 6, "23", "931/12", "77.58", "B", 5, 6, yes, "p-001", "counts"},
    {"SK-08", "recognised", "", 6, "39/2", "285/4", "71.25", "B", 4, 6, yes, "p-006", "counts"},
    {"SK-09", "recognised", "select undetermined: selection-open", 7, "22", "79", "79.00", "B", 6, 7, yes, "",
     "counts"},
    {"SK-10", "appraised", "recognise fail: council-refuses", 6, "16", "119/2", "59.50", "C", 3, 6, no, "p-004",
     "counts"},
    {"SK-11", "refused", "", 7, "241/14", "432/7", "61.71", "C", 4, 7, no, "", "counts"},
    {"SK-12", "selected", "", 7, "24", "83", "83.00", "B", 7, 7, yes, "", "counts"},
    {"SK-13", "recognised", "", 7, "281/14", "508/7", "72.57", "B", 6, 7, yes, "", "counts counts"},
    {"SK-14", "appraised", "recognise undetermined: fact-missing", 7, "144/7", "514/7", "73.43", "B", 6, 7, yes, "",
     "counts"},
    {"SK-15", "recognised", "", 6, "197/12", "185/3", "61.67", "C", 5, 7, yes, "", "counts"},
    {"SK-16", "recognised", "", 7, "22", "79", "79.00", "B", 6, 7, yes, "", "counts"},
    {"SK-17", "withdrawn", "", 0, "", "", "", "", 0, 7, open, "", "counts-not-withdrawn"},
    {"SK-18", "recognised", "", 7, "31/2", "835/14", "59.64", "C", 5, 7, yes, "", "counts"},
    {"SK-19", "filed", "accept fail: period-over", 0, "", "", "", "", 0, 7, open, "", "counts"},
    {"SK-20", "recognised", "", 7, "124/7", "925/14", "66.07", "C", 6, 7, yes, "", "counts"},
    {"SK-21", "filed", "accept fail: area-missing", 0, "", "", "", "", 0, 7, open, "", "counts-not-area"},
    {"SK-22", "refused", "", 7, "23/2", "627/14", "44.79", "", 5, 7, no, "", "counts"},
    {"SK-23", "appraised", "recognise fail: late", 7, "22", "173/2", "86.50", "A", 7, 7, yes, "", "counts"},
    {"SK-24", "recognised", "", 7, "223/14", "422/7", "60.29", "C", 6, 7, yes, "", "counts-not-level"},
    {"SK-25", "accepted", "", 0, "", "", "", "", 0, 7, open, "", "counts"}};

struct ExpectedUnit {
    const char* id;
    Truth quota;
    const char* counted;
    const char* index;
};

const ExpectedUnit units[] = {
    {"u-01", yes, "3", "16943/200"}, {"u-02", yes, "2", "42721/500"}, {"u-03", yes, "2", "42079/500"},
    {"u-04", yes, "2", "42999/500"}, {"u-05", yes, "2", "20279/250"}, {"u-06", yes, "2", "85157/1000"},
    {"u-07", yes, "2", "8093/100"},  {"u-08", yes, "2", "44061/500"}, {"u-09", yes, "2", "38063/500"},
    {"u-10", no, "0", "81411/1000"}, {"u-11", no, "0", "76271/1000"}, {"u-12", no, "0", "39343/500"},
    {"u-13", yes, "2", "39039/500"}, {"u-14", no, "0", "9401/125"},   {"u-15", yes, "1", "16169/200"},
    {"u-16", no, "0", "68591/1000"}};

// What stands in the way of the events that were not taken; other readings are told apart.
std::string refused(const InitiativeReport& initiative)
{
    std::string out;
    for (const EventReport& event : initiative.events) {
        if (event.verdict == Truth::pass) continue;
        out += event.event.id + " " + word(event.verdict) + ":";
        for (const Finding& finding : event.findings)
            if (finding.verdict != Truth::pass && finding.id != FindingId::other_reading)
                out += std::string(" ") + word(finding.id);
    }
    return out;
}

std::string excluded(const ScoreResult& score)
{
    std::string out;
    for (const Exclusion& exclusion : score.excluded)
        if (out.find(exclusion.member) == std::string::npos) out += exclusion.member;
    return out;
}

// What is told of an initiative in the quotas of its units.
std::string counted(const Report& from, const std::string& initiative)
{
    std::string out;
    for (const UnitReport& unit : from.units)
        for (const QuotaResult& quota : unit.quota)
            for (const Finding& finding : quota.findings)
                for (const Argument& input : finding.inputs)
                    if (std::string(input.key) == "initiative" &&
                        (std::holds_alternative<Name>(input.value) ? std::get<Name>(input.value).id
                                                                   : std::get<std::string>(input.value)) == initiative)
                        out += (out.empty() ? "" : " ") + std::string(word(finding.id));
    return out;
}

const MilestoneReport& milestone(const std::string& name)
{
    const auto& all = report().milestones;
    return *std::find_if(all.begin(), all.end(), [&](const MilestoneReport& m) { return m.name.id == name; });
}

const ClockReport& clock(const char* initiative, const std::string& name)
{
    for (const ClockReport& candidate : of(report(), initiative).clocks)
        if (candidate.name.id == name) return candidate;
    throw std::runtime_error("no clock " + name);
}

}  // namespace

TEST_CASE("Every initiative of the demo season ends where it should, for the reasons it should")
{
    REQUIRE(report().initiatives.size() == std::size(initiatives));
    for (const Expected& expected : initiatives) {
        INFO(expected.id);
        const InitiativeReport& got = of(report(), expected.id);
        REQUIRE(got.state);
        CHECK(got.state->id == expected.state);
        CHECK(refused(got) == expected.refused);
        CHECK(got.score.decision == expected.decision);
        CHECK(got.score.ballots == expected.ballots);
        CHECK((got.score.total ? *got.score.total : Ratio(0)) == parse_ratio(*expected.exact ? expected.exact : "0"));
        CHECK((got.score.rounded ? got.score.rounded->text() : "") == expected.rounded);
        CHECK((got.score.mean("novelty") ? *got.score.mean("novelty") : Ratio(0)) ==
              parse_ratio(*expected.novelty ? expected.novelty : "0"));
        CHECK((got.score.klass ? got.score.klass->id : "") == expected.klass);
        CHECK(got.score.flagged == (std::string(expected.id) == "SK-23"));
        CHECK(got.score.vote.agree == expected.agree);
        CHECK(got.score.vote.base == expected.base);
        CHECK(excluded(got.score) == expected.excluded);
        CHECK(counted(report(), expected.id) == expected.quota);
    }
}

TEST_CASE("Every unit of the demo season has the quota and the index it should")
{
    REQUIRE(report().units.size() == std::size(units));
    for (const ExpectedUnit& expected : units) {
        INFO(expected.id);
        const UnitReport& got = unit_of(report(), expected.id);
        REQUIRE(got.quota.size() == 1);
        CHECK(got.quota[0].verdict == expected.quota);
        CHECK(got.quota[0].counted == parse_ratio(expected.counted));
        CHECK(got.quota[0].owed == 1);
        CHECK(got.quota[0].missing == (expected.quota == yes ? 0 : 1));
        REQUIRE(got.index);
        const std::string id = expected.id;
        CHECK(got.index->total == parse_ratio(expected.index));
        // SK-14 may yet be recognised: 3 points are sure, 4 are possible.
        CHECK(got.index->open == (id == "u-07" ? Ratio(1) : id == "u-16" ? Ratio(12) : Ratio(0)));
        CHECK(got.index->complete == (id == "u-16" || id == "u-07" ? open : yes));
    }
}

TEST_CASE("Four of the demo season are chosen, and the tie for the fifth place is declared")
{
    List ranking, chosen, tied;
    for (const std::size_t i : report().ranking) {
        const InitiativeReport& initiative = report().initiatives[i];
        ranking.push_back(std::to_string(*initiative.selection->rank) + " " + initiative.id);
    }
    CHECK(ranking == List{"1 SK-03", "2 SK-06", "3 SK-01", "4 SK-12", "5 SK-09", "5 SK-16", "7 SK-07", "8 SK-02",
                          "9 SK-04", "10 SK-13", "11 SK-08"});
    for (const InitiativeReport& initiative : report().initiatives) {
        if (initiative.selection->chosen == yes) chosen.push_back(initiative.id);
        if (initiative.selection->chosen == open) tied.push_back(initiative.id);
    }
    CHECK(chosen == List{"SK-01", "SK-03", "SK-06", "SK-12"});
    CHECK(tied == List{"SK-09", "SK-16"});
}

TEST_CASE("The milestones, clocks and warnings of the demo season fall on their days")
{
    const MilestoneReport& submission = milestone("ward-submission");
    CHECK(to_text(submission.deadline.last_day) == "2025-09-24");
    CHECK(to_text(submission.deadline.ends) == "2025-09-25T00:00:00+07:00");
    CHECK(submission.past);
    CHECK(submission.warnings.empty());
    const MilestoneReport& decision = milestone("ward-decision");
    CHECK(to_text(decision.deadline.ends) == "2025-09-30T00:00:00+07:00");
    REQUIRE(decision.warnings.size() == 1);
    CHECK(decision.warnings[0].id == FindingId::preparation_short);
    CHECK(message(decision.warnings[0], Language::en).find("3") != std::string::npos);

    CHECK(to_text(clock("SK-19", "right-to-ask").reading.end.last_day) == "2025-09-22");
    CHECK(clock("SK-19", "right-to-ask").kept == no);
    CHECK(to_text(clock("SK-20", "right-to-ask").reading.end.last_day) == "2025-09-22");
    CHECK(clock("SK-20", "right-to-ask").kept == yes);
    CHECK(to_text(clock("SK-10", "consideration").reading.end.last_day) == "2025-12-25");
    CHECK(clock("SK-10", "consideration").kept == open);
    CHECK(to_text(clock("SK-25", "consideration").start) == "2025-09-26");
    CHECK(to_text(clock("SK-25", "consideration").reading.end.ends) == "2025-12-27T00:00:00+07:00");
    CHECK(clock("SK-01", "consideration").kept == yes);
}

TEST_CASE("Duties of the demo season are done in time, or open without a date")
{
    List done, left;
    for (const DutyReport& duty : report().duties) {
        INFO(duty.name.id);
        CHECK((duty.kept == (duty.done ? yes : open)));
        (duty.done ? done : left).push_back(duty.name.id);
    }
    std::sort(done.begin(), done.end());
    CHECK(done == List{"collate", "establish-council", "heads-lead", "issue-decision", "launch-emulation",
                       "organise-appraisal", "select-typical", "submit-decision"});
    CHECK(left == List{"all-staff-propose", "emulation-criterion", "complete-dossiers"});
}

TEST_CASE("Where another reading of a deadline would turn a verdict, the event says so")
{
    const auto readings = [](const char* id) {
        List out;
        for (const EventReport& event : of(report(), id).events)
            for (const Finding& finding : event.findings)
                if (finding.id == FindingId::other_reading)
                    out.push_back(event.event.id + ": " + message(finding, Language::en));
        return out;
    };
    CHECK(readings("SK-05") ==
          List{"file: Reading \"schedule.ward-submission.bound\" as \"by\", the verdict would be: pass."});
    CHECK(readings("SK-23") ==
          List{"recognise: Reading \"schedule.ward-decision.bound\" as \"by\", the verdict would be: pass."});
    int others = 0;
    for (const Expected& expected : initiatives) others += static_cast<int>(readings(expected.id).size());
    CHECK(others == 2);
}

TEST_CASE("What the chairperson could do next, and what is missing for it, is told")
{
    const auto next = [](const char* id, const std::string& step) {
        for (const NextStep& candidate : of(report(), id).next)
            if (candidate.name.id == step) return std::string(word(candidate.verdict)) + " " + candidate.by.at(0).id;
        return std::string("unknown");
    };
    CHECK(next("SK-10", "refuse") == "pass chairperson");
    CHECK(next("SK-10", "recognise") == "fail chairperson");
    CHECK(next("SK-12", "forward") == "pass culture-society-division");
    CHECK(next("SK-01", "select") == "unknown");
    bool supply = false;
    for (const Todo& todo : report().todo)
        supply = supply || (todo.kind == TodoKind::supply && todo.initiative == "SK-14");
    CHECK(supply);
}

TEST_CASE("SK-07's head is excluded as author and as head of a State-funded initiative")
{
    List reasons;
    for (const Finding& finding : of(report(), "SK-07").score.findings)
        if (finding.id == FindingId::member_excluded)
            for (const Citation& citation : finding.citations) reasons.push_back(citation.clause);
    CHECK(std::count(reasons.begin(), reasons.end(), "18/2013.8") > 0);
    CHECK(std::count(reasons.begin(), reasons.end(), "council-illustrative.5") > 0);
}
