// A small season for the tests of quotas: three divisions, a rule like the dispatch's, silent where the dispatch is.
#pragma once

#include <string>
#include <vector>

#include "../catch.hpp"

#include <sangkien/quota/quota.hpp>

using namespace sangkien;

inline Unit unit(const std::string& id, const std::string& kind)
{
    Unit out;
    out.id = id;
    out.kind = kind;
    return out;
}

struct QuotaSeason {
    QuotaRule rule;
    Season season;
    std::vector<InitiativeStanding> standings;  // their initiative is set when counting
    Day last_day = parse_day("2025-09-24");
    Instant as_of = parse_instant("2025-09-20T08:00:00+07:00");

    QuotaSeason()
    {
        rule.name.id = "one";
        rule.path = "quota.one";
        rule.who.value = {{"division", {}}};
        rule.at_least.value = 1;
        rule.reached.value = {"filed", {"Đã nộp", "Filed"}};
        rule.level = QuotaValue<Name>{{"city", {"Cấp thành phố", "City level"}}, {}};
        rule.area = QuotaValue<bool>{true, {}};
        rule.in_time = QuotaValue<Name>{{"submission", {"Nộp", "Submission"}}, {}};
        season.year = 2025;
        for (const char* id : {"u-1", "u-2", "u-3"}) season.units.push_back(unit(id, "division"));
    }

    // One that counts, until the test spoils it.
    InitiativeStanding& add(const std::vector<std::string>& units)
    {
        Initiative initiative;
        initiative.id = "SK-" + std::to_string(season.initiatives.size() + 1);
        initiative.units = units;
        initiative.level = "city";
        initiative.area = "c";
        season.initiatives.push_back(initiative);
        standings.push_back({nullptr, Truth::pass, Truth::pass, false});
        return standings.back();
    }

    std::vector<QuotaResult> count()
    {
        for (std::size_t i = 0; i < standings.size(); ++i) standings[i].initiative = &season.initiatives[i];
        return count_quota(rule, season, standings, last_day, as_of);
    }

    QuotaResult of(const std::string& id)
    {
        for (const QuotaResult& result : count())
            if (result.unit == id) return result;
        FAIL("no result for " << id);
        return {};
    }
};

inline std::vector<std::string> ids(const QuotaResult& result)
{
    std::vector<std::string> out;
    for (const Finding& finding : result.findings) out.push_back(word(finding.id));
    return out;
}
