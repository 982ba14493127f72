// Heads, shares, moves, coverage, points and reorganisations, worked by hand.
#include "quota_season.hpp"

namespace {

const Day middle = parse_day("2025-07-01");

SuccessionRule after(ReorganisationKind kind, DutySuccession duty, std::optional<FiledSuccession> filed = {})
{
    SuccessionRule out{kind, QuotaValue<DutySuccession>{duty, {}}, {}};
    if (filed) out.filed = QuotaValue<FiledSuccession>{*filed, {}};
    return out;
}

// u-1 and u-2 become u-3 on 1 July.
QuotaSeason merged(SuccessionRule rule)
{
    QuotaSeason s;
    s.rule.succession = {std::move(rule)};
    s.rule.succession_stated = true;
    s.season.units[0].until = s.season.units[1].until = middle;
    s.season.units[2].from = middle;
    s.season.reorganisations = {{ReorganisationKind::consolidate, middle, {"u-1", "u-2"}, {"u-3"}, {}}};
    return s;
}

}  // namespace

TEST_CASE("A rate per head asks for more than the minimum, rounded as the rule says")
{
    QuotaSeason s;
    const auto owed = [&](std::int64_t heads, QuotaRounding round) {
        s.rule.per_head = QuotaValue<QuotaRate>{{2, 50, round}, {}};
        s.season.units[0].headcount = heads;
        return s.of("u-1").owed;
    };
    CHECK(owed(112, QuotaRounding::down) == 4);  // 4.48
    CHECK(owed(112, QuotaRounding::up) == 5);
    CHECK(owed(112, QuotaRounding::half_up) == 4);
    CHECK(owed(113, QuotaRounding::half_up) == 5);  // 4.52
    CHECK(owed(10, QuotaRounding::down) == 1);      // the minimum
    s.season.units[0].headcount.reset();
    const QuotaResult unknown = s.of("u-1");
    CHECK(unknown.verdict == Truth::fail);  // nothing is not even the minimum
    s.add({"u-1"});
    CHECK(s.of("u-1").verdict == Truth::undetermined);
    CHECK(ids(s.of("u-1"))[1] == "quota-headcount-missing");
}

TEST_CASE("A joint initiative counts for each unit by its share, exactly")
{
    QuotaSeason s;
    s.rule.joint_shares = {true, {}};
    s.add({"u-1", "u-2"});
    s.season.initiatives[0].unit_shares = {{"u-1", Ratio(200, 3)}, {"u-2", Ratio(100, 3)}};
    CHECK(s.of("u-1").counted == Ratio(2, 3));
    CHECK(s.of("u-2").counted == Ratio(1, 3));
    CHECK(s.of("u-2").missing == 1);
    s.season.initiatives[0].moves = {{"u-2", "u-1", parse_instant("2025-08-01T08:00:00+07:00"), {}}};
    s.rule.moved_new = {true, {}};
    CHECK(s.of("u-1").counted == Ratio(1));
    CHECK(s.of("u-2").counted == Ratio(0));
    s.season.initiatives[0].unit_shares.clear();
    CHECK(s.of("u-1").verdict == Truth::undetermined);
}

TEST_CASE("A move counts when it was made before the deadline and the rule says so")
{
    QuotaSeason s;
    s.as_of = parse_instant("2025-09-30T08:00:00+07:00");
    s.add({"u-1"});
    const auto move_at = [&](const char* at) {
        s.season.initiatives[0].moves = {{"u-1", "u-2", parse_instant(at), {}}};
    };
    move_at("2025-09-24T23:59:59+07:00");
    CHECK(s.of("u-1").verdict == Truth::undetermined);
    CHECK(s.of("u-2").open == 1);
    s.rule.moved_new = {true, {}};
    CHECK(s.of("u-1").verdict == Truth::fail);
    CHECK(s.of("u-2").verdict == Truth::pass);
    move_at("2025-09-25T00:00:00+07:00");
    CHECK(s.of("u-1").verdict == Truth::pass);
    move_at("2025-09-24T23:59:59+07:00");
    s.rule.moved_new = {false, {}};
    CHECK(s.of("u-1").verdict == Truth::pass);
    CHECK(ids(s.of("u-2"))[1] == "counts-elsewhere");
}

TEST_CASE("A unit that comes of a consolidation owes what the rule says of what both owed, and nobody else does")
{
    const auto kind = ReorganisationKind::consolidate;
    for (const auto& [duty, owed] : {std::pair(DutySuccession::carried, 2), std::pair(DutySuccession::own, 1),
                                     std::pair(DutySuccession::greater, 2)}) {
        QuotaSeason s = merged(after(kind, duty, FiledSuccession::carried));
        s.add({"u-1"});
        CHECK(s.of("u-3").owed == owed);
        CHECK(s.of("u-3").counted == Ratio(1));
        CHECK(s.of("u-1").owed == 0);
        CHECK(s.of("u-1").counted == Ratio(0));
        CHECK((s.of("u-3").verdict == Truth::pass) == (owed == 1));
    }
    QuotaSeason stays = merged(after(kind, DutySuccession::carried, FiledSuccession::stays));
    stays.add({"u-1"});
    CHECK(stays.of("u-3").counted == Ratio(0));
    QuotaSeason silent = merged(SuccessionRule{kind, {}, {}});
    silent.add({"u-1"});
    const QuotaResult open = silent.of("u-3");
    CHECK(open.verdict == Truth::undetermined);
    CHECK(open.owed == 2);
    CHECK(open.surely_owed == 0);
    CHECK(open.open == 1);
    CHECK(ids(open)[1] == "rule-silent");
    silent.last_day = parse_day("2025-06-30");  // the deadline comes before the reorganisation
    CHECK(silent.of("u-1").verdict == Truth::pass);
    CHECK(silent.of("u-3").owed == 0);
}

TEST_CASE("What counts must lie in as many areas as the rule asks for")
{
    QuotaSeason s;
    s.rule.areas_covered = {2, {}};
    s.add({"u-1"});
    s.add({"u-1"});
    CHECK(s.of("u-1").verdict == Truth::fail);
    CHECK(s.of("u-1").missing == 1);
    s.season.initiatives[1].area = "a";
    CHECK(s.of("u-1").verdict == Truth::pass);
    s.standings[1].reached = Truth::undetermined;
    CHECK(s.of("u-1").verdict == Truth::undetermined);
    CHECK(s.of("u-1").areas->covered == 1);
    CHECK(s.of("u-1").areas->possible == 2);
}

TEST_CASE("Of one that was withdrawn and filed again the filing that the rule names is judged")
{
    QuotaSeason s;
    InitiativeStanding& standing = s.add({"u-1"});
    standing.revived = true;
    standing.again_in_time = Truth::fail;
    CHECK(s.of("u-1").verdict == Truth::undetermined);
    s.rule.revived_last = {false, {}};
    CHECK(s.of("u-1").verdict == Truth::pass);
    s.rule.revived_last = {true, {}};
    CHECK(s.of("u-1").verdict == Truth::fail);
}

TEST_CASE("Points follow from the quota, and are a range while something is open")
{
    QuotaSeason s;
    s.rule.emulation = QuotaValue<QuotaPoints>{{Ratio(10), Ratio(1), Ratio(2), Ratio(13), {}}, {}};
    const auto points = [&] {
        const QuotaScore score = *s.of("u-1").emulation;
        return std::pair(score.least, score.most);
    };
    CHECK(points() == std::pair(Ratio(1), Ratio(1)));
    for (int count = 1; count <= 3; ++count) s.add({"u-1"});
    CHECK(points() == std::pair(Ratio(13), Ratio(13)));  // 10 + 2 x 2, at most 13
    s.standings[2].reached = Truth::undetermined;
    CHECK(points() == std::pair(Ratio(12), Ratio(13)));
    s.standings[0].reached = s.standings[1].reached = Truth::fail;
    CHECK(points() == std::pair(Ratio(1), Ratio(10)));
    s.season.units[0].until = middle;
    CHECK_FALSE(s.of("u-1").emulation);
    s.rule.emulation->value.not_owed = Ratio(5);
    CHECK(points() == std::pair(Ratio(5), Ratio(5)));
}

TEST_CASE("Duties that double with every reorganisation stay within their bounds")
{
    QuotaSeason s;
    s.rule.succession = {after(ReorganisationKind::consolidate, DutySuccession::carried, FiledSuccession::carried),
                         after(ReorganisationKind::divide, DutySuccession::each, FiledSuccession::each)};
    s.season.units.resize(1);
    std::string last = "u-1";
    Day day = parse_day("2025-01-10");
    for (int round = 0; round < 100; ++round) {
        const std::string a = "a" + std::to_string(round), b = "b" + std::to_string(round),
                          c = "c" + std::to_string(round);
        s.season.units.back().until = day;
        for (const std::string& id : {a, b}) {
            s.season.units.push_back(unit(id, "division"));
            s.season.units.back().from = day;
            s.season.units.back().until = day + 1;
        }
        s.season.units.push_back(unit(c, "division"));
        s.season.units.back().from = day + 1;
        s.season.reorganisations.push_back({ReorganisationKind::divide, day, {last}, {a, b}, {}});
        s.season.reorganisations.push_back({ReorganisationKind::consolidate, day + 1, {a, b}, {c}, {}});
        last = c;
        day = day + 2;
    }
    CHECK(s.of(last).verdict == Truth::fail);
    CHECK(s.of(last).owed > 1000000);
}
