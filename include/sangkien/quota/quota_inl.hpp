#pragma once

#include <algorithm>
#include <iterator>

#include "quota.hpp"
#include "quota_initiative_inl.hpp"

namespace sangkien {

namespace detail {

// Does the unit owe? With the reason when it does not, and what is silent when that cannot be told.
struct QuotaOwing {
    Truth owes = Truth::pass;
    Name reason;
    bool created = false;  // it rests on `units-created`
};

inline QuotaOwing quota_owing(const QuotaCount& count, int year)
{
    const QuotaRule& rule = count.rule;
    const Unit& unit = count.unit;
    if (unit.until && *unit.until <= count.last_day)
        return {Truth::fail,
                {"unit-ended", {"đơn vị không còn vào ngày cuối của hạn", "the unit had ended by the last day"}}};
    if (!unit.exists(count.last_day))
        return {
            Truth::fail,
            {"unit-not-yet", {"đơn vị chưa có vào ngày cuối của hạn", "the unit did not exist yet on the last day"}}};
    if (!unit.from || *unit.from <= day_of(year, 1, 1)) return {};
    if (!rule.created_owe)
        return {Truth::undetermined,
                quota_silence(rule, "units-created",
                              {"đơn vị lập trong năm có phải thực hiện chỉ tiêu của năm đó hay không",
                               "whether a unit created during the year owes the quota of that year"})};
    return {truth(rule.created_owe->value),
            {"unit-created", {"đơn vị được lập trong năm", "the unit was created during the year"}},
            true};
}

inline Truth quota_verdict(const QuotaResult& result, Truth owes)
{
    const Ratio owed(result.owed);
    if (owes == Truth::fail || result.counted >= owed) return Truth::pass;
    if (owes == Truth::pass && result.counted + Ratio(result.open) < owed) return Truth::fail;
    return Truth::undetermined;
}

inline Finding quota_not_owed(const QuotaCount& count, const QuotaOwing& owing)
{
    Finding finding;
    finding.id = FindingId::quota_not_owed;
    finding.verdict = Truth::pass;
    finding.citations = {count.rule.citation};
    finding.inputs = {{"unit", count.unit.id}};
    finding.values = {{"reason", owing.reason}, {"last", DayEnd{count.last_day}}};
    if (owing.created)
        rest_on(finding, count.rule, "units-created", count.rule.created_owe);
    else
        rest_on_deadline(finding, count.rule);
    return finding;
}

// What is owed, had and missing. It rests on whatever the findings of the unit's initiatives rest on.
inline Finding quota_summary(const QuotaCount& count, const QuotaOwing& owing)
{
    const QuotaResult& result = count.result;
    Finding finding;
    finding.id = result.verdict == Truth::pass   ? FindingId::quota_met
                 : result.verdict == Truth::fail ? FindingId::quota_short
                                                 : FindingId::quota_open;
    finding.verdict = result.verdict;
    finding.citations = {count.rule.citation};
    finding.inputs = {{"unit", result.unit}};
    finding.values = {
        {"counted", result.counted}, {"open", result.open}, {"owed", result.owed}, {"missing", result.missing}};
    rest_on(finding, count.rule, "who", count.rule.who);
    rest_on(finding, count.rule, "at-least", count.rule.at_least);
    if (owing.created) rest_on(finding, count.rule, "units-created", count.rule.created_owe);
    for (const Finding& each : result.findings)
        for (const std::string& path : each.choices) add_quota_choice(finding, path);
    if (result.verdict == Truth::pass) return finding;
    const std::string more = whole_text(result.missing);
    finding.lift = quota_lift(
        count, {"Có thêm ít nhất " + more + " sáng kiến được tính.", "Have at least " + more + " more that counts."});
    return finding;
}

inline Finding quota_owing_silent(const QuotaCount& count, const QuotaOwing& owing)
{
    Finding finding;
    finding.id = FindingId::rule_silent;
    finding.citations = {count.rule.citation};
    finding.inputs = {{"unit", count.unit.id}};
    finding.values = {{"what", owing.reason}};
    finding.lift = quota_silence_lift(owing.reason.id);
    return finding;
}

inline void count_initiatives(const QuotaCount& count, const std::vector<InitiativeStanding>& standings)
{
    QuotaResult& result = count.result;
    for (const InitiativeStanding& standing : standings) {
        const std::vector<std::string>& units = standing.initiative->units;
        if (std::find(units.begin(), units.end(), count.unit.id) == units.end()) continue;
        QuotaJudgement each{count, standing, Truth::pass, {}};
        each.judge();
        if (each.met == Truth::pass) result.counted = result.counted + Ratio(1);
        if (each.met == Truth::undetermined) ++result.open;
        std::move(each.findings.begin(), each.findings.end(), std::back_inserter(result.findings));
    }
}

inline void count_unit(const QuotaCount& count, int year, const std::vector<InitiativeStanding>& standings)
{
    QuotaResult& result = count.result;
    const QuotaOwing owing = quota_owing(count, year);
    result.owed = owing.owes == Truth::fail ? 0 : count.rule.at_least.value;
    count_initiatives(count, standings);
    result.missing = std::max<std::int64_t>(0, result.owed - result.counted.numerator());
    result.verdict = quota_verdict(result, owing.owes);
    Findings head{owing.owes == Truth::fail ? quota_not_owed(count, owing) : quota_summary(count, owing)};
    if (owing.owes == Truth::undetermined && result.verdict == Truth::undetermined)
        head.push_back(quota_owing_silent(count, owing));
    result.findings.insert(result.findings.begin(), head.begin(), head.end());
}

}  // namespace detail

SANGKIEN_INLINE std::vector<QuotaResult> count_quota(const QuotaRule& rule, const Season& season,
                                                     const std::vector<InitiativeStanding>& standings, Day last_day,
                                                     Instant as_of, std::optional<Instant> closes)
{
    std::vector<QuotaResult> results;
    for (const Unit& unit : season.units) {
        if (!rule.binds(unit.kind)) continue;
        QuotaResult result;
        result.rule = rule.name.id;
        result.unit = unit.id;
        detail::count_unit({rule, last_day, as_of, unit, result, closes}, season.year, standings);
        results.push_back(std::move(result));
    }
    return results;
}

}  // namespace sangkien
