// What must not help anybody to look better than they are: properties over many made-up seasons.
#include <random>

#include "quota_season.hpp"

namespace {

std::mt19937 source(20250919);

int pick(int below) { return static_cast<int>(source() % static_cast<unsigned>(below)); }
Truth any_truth() { return static_cast<Truth>(pick(3)); }

std::optional<QuotaValue<bool>> any_flag()
{
    const int which = pick(3);
    if (which == 2) return std::nullopt;
    return QuotaValue<bool>{which == 1, {}};
}

void add_any(QuotaSeason& s)
{
    const std::vector<std::vector<std::string>> groups{{"u-1"}, {"u-2"}, {"u-1", "u-2"}, {"u-3", "u-1", "u-2"}};
    InitiativeStanding& standing = s.add(groups[static_cast<std::size_t>(pick(4))]);
    standing.reached = any_truth();
    standing.in_time = any_truth();
    standing.withdrawn = pick(3) == 0;
    if (pick(4) == 0) s.season.initiatives.back().level = "ward";
    if (pick(4) == 0) s.season.initiatives.back().area.clear();
}

QuotaSeason any_season()
{
    QuotaSeason s;
    s.rule.at_least.value = 1 + pick(3);
    s.rule.joint_each = any_flag();
    s.rule.withdrawn_counts = any_flag();
    s.rule.created_owe = any_flag();
    if (pick(2) == 0) s.season.units[0].from = parse_day("2025-07-01");
    for (int n = pick(6); n > 0; --n) add_any(s);
    return s;
}

std::vector<Truth> verdicts(QuotaSeason& s)
{
    std::vector<Truth> out;
    for (const QuotaResult& result : s.count()) out.push_back(result.verdict);
    return out;
}

bool none_lower(const std::vector<Truth>& before, const std::vector<Truth>& after)
{
    for (std::size_t i = 0; i < before.size(); ++i)
        if (after[i] < before[i]) return false;
    return true;
}

}  // namespace

TEST_CASE("Withdrawing an initiative never gains, and reviving it gives back what was there and no more")
{
    for (int round = 0; round < 2000; ++round) {
        QuotaSeason s = any_season();
        if (s.standings.empty()) continue;
        InitiativeStanding& standing = s.standings[static_cast<std::size_t>(pick(int(s.standings.size())))];
        standing.withdrawn = false;
        const auto before = s.count();
        const auto kept = verdicts(s);
        standing.withdrawn = true;
        const auto withdrawn = s.count();
        REQUIRE(none_lower(verdicts(s), kept));
        for (std::size_t i = 0; i < before.size(); ++i) REQUIRE(withdrawn[i].counted <= before[i].counted);
        standing.withdrawn = false;
        const auto revived = s.count();
        REQUIRE(verdicts(s) == kept);
        for (std::size_t i = 0; i < before.size(); ++i) REQUIRE(revived[i].counted == before[i].counted);
    }
}

TEST_CASE("Under `lead` a joint initiative counts exactly once in total, under `each` once for every unit")
{
    QuotaSeason s;
    s.add({"u-2", "u-1", "u-3"});
    const auto total = [&] {
        Ratio sum;
        for (const QuotaResult& result : s.count()) sum = sum + result.counted;
        return sum;
    };
    s.rule.joint_each = {false, {}};
    CHECK(total() == Ratio(1));
    s.season.initiatives[0].units = {"u-2", "u-2", "u-1"};  // naming a unit twice is of no use
    CHECK(total() == Ratio(1));
    s.rule.joint_each = {true, {}};
    CHECK(total() == Ratio(2));
    s.season.initiatives[0].units = {"u-2", "u-1", "u-3"};
    CHECK(total() == Ratio(3));
}

TEST_CASE("Under `lead` no season counts more than it has initiatives")
{
    for (int round = 0; round < 1000; ++round) {
        QuotaSeason s = any_season();
        s.rule.joint_each = {false, {}};
        Ratio sum;
        for (const QuotaResult& result : s.count()) sum = sum + result.counted + Ratio(result.open);
        REQUIRE(sum <= Ratio(static_cast<std::int64_t>(s.standings.size())));
    }
}

TEST_CASE("Adding an initiative never lowers a verdict")
{
    for (int round = 0; round < 2000; ++round) {
        QuotaSeason s = any_season();
        const auto before = verdicts(s);
        add_any(s);
        REQUIRE(none_lower(before, verdicts(s)));
    }
}

TEST_CASE("Learning what was open never turns a pass into a fail or a fail into a pass")
{
    int settled = 0;
    for (int round = 0; round < 2000; ++round) {
        QuotaSeason s = any_season();
        const auto before = verdicts(s);
        for (InitiativeStanding& standing : s.standings) {
            if (standing.reached == Truth::undetermined) standing.reached = truth(pick(2) == 0);
            if (standing.in_time == Truth::undetermined) standing.in_time = truth(pick(2) == 0);
        }
        const auto fill = [](std::optional<QuotaValue<bool>>& flag) {
            if (!flag) flag = QuotaValue<bool>{pick(2) == 0, {}};
        };
        fill(s.rule.joint_each);
        fill(s.rule.withdrawn_counts);
        fill(s.rule.created_owe);
        const auto after = verdicts(s);
        for (std::size_t i = 0; i < before.size(); ++i) {
            REQUIRE(after[i] != Truth::undetermined);
            REQUIRE((before[i] == Truth::undetermined || before[i] == after[i]));
            settled += before[i] == Truth::undetermined;
        }
    }
    CHECK(settled > 100);
}

TEST_CASE("What is counted, open and missing agrees with the findings")
{
    for (int round = 0; round < 1000; ++round) {
        QuotaSeason s = any_season();
        for (const QuotaResult& result : s.count()) {
            std::int64_t counted = 0;
            for (const Finding& finding : result.findings) counted += finding.id == FindingId::counts;
            REQUIRE(result.counted == Ratio(counted));
            REQUIRE(result.missing == std::max<std::int64_t>(0, result.owed - counted));
            REQUIRE(result.findings[0].verdict == result.verdict);
            for (const Finding& finding : result.findings)
                for (const Language language : {Language::vi, Language::en})
                    REQUIRE(message(finding, language).find('{') == std::string::npos);
        }
    }
}
