#pragma once

#include <algorithm>
#include <iterator>

#include "quota.hpp"
#include "quota_duty_inl.hpp"
#include "quota_initiative_inl.hpp"
#include "quota_points_inl.hpp"

namespace sangkien {

namespace detail {

inline Truth quota_verdict(const QuotaResult& result, const QuotaDuty& duty)
{
    if (duty.most == 0) return Truth::pass;
    Truth out = Truth::undetermined;
    if (result.counted >= Ratio(duty.most))
        out = Truth::pass;
    else if (result.possible < Ratio(duty.least))
        out = Truth::fail;
    if (!result.areas) return out;
    const QuotaAreas& areas = *result.areas;
    Truth covered = Truth::undetermined;
    if (areas.covered >= areas.needed)
        covered = Truth::pass;
    else if (areas.possible < areas.needed)
        covered = Truth::fail;
    // While it is open whether the unit owes, so is whether it owes coverage.
    return out & (duty.least == 0 ? covered | Truth::undetermined : covered);
}

inline Finding quota_not_owed(const QuotaCount& count, const QuotaDuty& duty)
{
    Finding finding;
    finding.id = FindingId::quota_not_owed;
    finding.verdict = Truth::pass;
    finding.citations = {count.rule.citation};
    finding.inputs = {{"unit", count.unit.id}};
    finding.values = {{"reason", duty.reason}, {"last", DayEnd{count.last_day}}};
    if (!duty.key.empty())
        rest_at(finding, count.rule, duty.key, duty.citation);
    else
        rest_on_deadline(finding, count.rule);
    return finding;
}

// What is owed, had and missing. It rests on whatever the findings of the unit's initiatives rest on.
inline Finding quota_summary(const QuotaCount& count, const QuotaDuty& duty)
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
    for (const KindMinimum& minimum : count.rule.per_kind)
        if (minimum.kind == count.unit.kind) rest_at(finding, count.rule, "per-kind", minimum.at_least.citation);
    rest_on(finding, count.rule, "per-head", count.rule.per_head);
    if (duty.created) rest_on(finding, count.rule, "units-created", count.rule.created_owe);
    for (const Finding& each : result.findings)
        for (const std::string& path : each.choices) add_quota_choice(finding, path);
    if (result.verdict == Truth::pass) return finding;
    const std::string more = whole_text(result.missing);
    finding.lift = quota_lift(
        count, {"Có thêm ít nhất " + more + " sáng kiến được tính.", "Have at least " + more + " more that counts."});
    if (finding.lift->possible && count.unit.until && start_of_day(*count.unit.until) <= count.as_of)
        finding.lift = Lift{false,
                            {"Đơn vị không còn, và không đơn vị nào kế thừa chỉ tiêu.",
                             "The unit is gone, and no unit took the quota over."},
                            {},
                            {}};
    return finding;
}

inline Finding quota_coverage(const QuotaCount& count)
{
    const QuotaAreas& areas = *count.result.areas;
    Finding finding;
    finding.verdict = areas.covered >= areas.needed    ? Truth::pass
                      : areas.possible >= areas.needed ? Truth::undetermined
                                                       : Truth::fail;
    finding.id = finding.verdict == Truth::pass   ? FindingId::areas_covered
                 : finding.verdict == Truth::fail ? FindingId::areas_short
                                                  : FindingId::areas_open;
    rest_on(finding, count.rule, "areas-covered", count.rule.areas_covered);
    finding.inputs = {{"unit", count.unit.id}};
    finding.values = {{"covered", areas.covered}, {"possible", areas.possible}, {"needed", areas.needed}};
    if (finding.verdict != Truth::pass)
        finding.lift = quota_lift(
            count, {"Có sáng kiến được tính ở thêm lĩnh vực khác.", "Have initiatives that count in further areas."});
    return finding;
}

// An initiative with whom it counts for: the same for every unit.
struct HeldInitiative {
    const InitiativeStanding* standing = nullptr;
    QuotaHolders holders;
};

inline void once(std::vector<std::string>& areas, const std::string& area)
{
    if (!area.empty() && std::find(areas.begin(), areas.end(), area) == areas.end()) areas.push_back(area);
}

inline void count_initiatives(const QuotaCount& count, const std::vector<HeldInitiative>& all)
{
    QuotaResult& result = count.result;
    std::vector<std::string> covered, possible;
    for (const HeldInitiative& one : all) {
        const auto holder = std::find_if(one.holders.begin(), one.holders.end(),
                                         [&](const QuotaHolder& each) { return each.unit == count.unit.id; });
        if (holder == one.holders.end()) continue;
        QuotaJudgement each{count, *one.standing, *holder};
        each.judge();
        // What is open about the holder alone leaves its sure share.
        const Truth sure = each.verdict_without_holder();
        const Ratio counts = sure == Truth::pass ? holder->sure : Ratio(0);
        const Ratio might = sure == Truth::fail ? Ratio(0) : holder->most;
        result.counted = result.counted + counts;
        result.possible = result.possible + might;
        if (counts != might) ++result.open;
        if (counts != Ratio(0)) once(covered, one.standing->initiative->area);
        if (might != Ratio(0)) once(possible, one.standing->initiative->area);
        std::move(each.findings.begin(), each.findings.end(), std::back_inserter(result.findings));
    }
    if (count.rule.areas_covered)
        result.areas = QuotaAreas{count.rule.areas_covered->value, static_cast<std::int64_t>(covered.size()),
                                  static_cast<std::int64_t>(possible.size())};
}

// Whole initiatives that are still needed.
inline std::int64_t quota_missing(const QuotaResult& result)
{
    const Ratio left = Ratio(result.owed) - result.counted;
    std::int64_t out = 0;
    if (left > Ratio(0)) out = (left.numerator() + left.denominator() - 1) / left.denominator();
    if (result.areas) out = std::max(out, result.areas->needed - result.areas->covered);
    return out;
}

inline void count_unit(const QuotaCount& count, const QuotaDuty& duty, const std::vector<HeldInitiative>& all)
{
    QuotaResult& result = count.result;
    result.owed = duty.owed();
    result.surely_owed = duty.least;
    count_initiatives(count, all);
    if (duty.most == 0) result.areas.reset();
    result.missing = quota_missing(result);
    result.verdict = quota_verdict(result, duty);
    Findings head{duty.most == 0 ? quota_not_owed(count, duty) : quota_summary(count, duty)};
    if (result.areas) head.push_back(quota_coverage(count));
    if (count.rule.emulation) {
        result.emulation = quota_score(count.rule.emulation->value, result, duty);
        head.push_back(quota_score_finding(count.rule, result));
    }
    for (const Finding& finding : duty.told)
        if (finding.verdict == Truth::pass || result.verdict == Truth::undetermined) head.push_back(finding);
    result.findings.insert(result.findings.begin(), head.begin(), head.end());
}

}  // namespace detail

SANGKIEN_INLINE std::vector<QuotaResult> count_quota(const QuotaRule& rule, const Season& season,
                                                     const std::vector<InitiativeStanding>& standings, Day last_day,
                                                     Instant as_of, std::optional<Instant> closes)
{
    const Instant ends = closes.value_or(end_of_day(last_day));
    const detail::QuotaHolding holding(rule, season, last_day, as_of, ends);
    std::vector<detail::HeldInitiative> all;
    for (const InitiativeStanding& standing : standings) all.push_back({&standing, holding.of(*standing.initiative)});
    const std::vector<detail::QuotaDuty> duties = detail::QuotaDuties(rule, season, last_day).run();
    std::vector<QuotaResult> results;
    for (std::size_t i = 0; i < season.units.size(); ++i) {
        const Unit& unit = season.units[i];
        if (!rule.binds(unit.kind) && duties[i].most == 0) continue;
        QuotaResult result;
        result.rule = rule.name.id;
        result.unit = unit.id;
        detail::count_unit({rule, last_day, as_of, unit, result, closes}, duties[i], all);
        results.push_back(std::move(result));
    }
    return results;
}

}  // namespace sangkien
