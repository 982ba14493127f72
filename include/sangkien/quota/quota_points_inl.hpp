// Points for a quota in an emulation assessment: of what is sure, and of what might be.
#pragma once

#include "quota_duty_inl.hpp"

namespace sangkien::detail {

// For so many that count of so many owed.
inline Ratio quota_points(const QuotaPoints& rule, Ratio counted, std::int64_t owed)
{
    if (counted < Ratio(owed)) return rule.short_of;
    const Ratio out = rule.met + rule.each_more * (counted - Ratio(owed));
    return rule.at_most ? std::min(out, *rule.at_most) : out;
}

// Nothing where the unit owes nothing and no paper says what that is worth.
inline std::optional<QuotaScore> quota_score(const QuotaPoints& rule, const QuotaResult& result, const QuotaDuty& duty)
{
    if (duty.most == 0) {
        if (!rule.not_owed) return std::nullopt;
        return QuotaScore{*rule.not_owed, *rule.not_owed};
    }
    QuotaScore out{rule.short_of, rule.short_of};
    if (result.verdict == Truth::fail) return out;
    out.most = std::max(rule.short_of, quota_points(rule, result.possible, duty.least));
    if (result.verdict == Truth::pass) out.least = quota_points(rule, result.counted, duty.most);
    // It may turn out that it owes nothing at all.
    if (duty.least == 0 && rule.not_owed) {
        out.least = std::min(out.least, *rule.not_owed);
        out.most = std::max(out.most, *rule.not_owed);
    }
    return out;
}

inline Finding quota_score_finding(const QuotaRule& rule, const QuotaResult& result)
{
    Finding finding;
    rest_on(finding, rule, "emulation", rule.emulation);
    finding.inputs = {{"unit", result.unit}};
    if (!result.emulation) {
        const Name what =
            quota_silence(rule, "emulation.not-owed",
                          {"điểm của đơn vị không phải có sáng kiến nào", "the points of a unit that owes nothing"});
        finding.id = FindingId::rule_silent;
        finding.values = {{"what", what}};
        finding.lift = quota_silence_lift(what.id);
        return finding;
    }
    const QuotaScore& score = *result.emulation;
    const bool sure = score.least == score.most;
    finding.id = sure ? FindingId::quota_points : FindingId::quota_points_open;
    finding.verdict = sure ? Truth::pass : Truth::undetermined;
    finding.values = {{"least", score.least}, {"most", score.most}};
    return finding;
}

}  // namespace sangkien::detail
