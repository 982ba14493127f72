// Does one initiative count for one unit? Every condition of the rule that is not met gives a finding.
#pragma once

#include "quota_holding_inl.hpp"

namespace sangkien::detail {

// The conditions of a rule on one initiative, judged for one unit. `met` is the verdict of all.
struct QuotaJudgement {
    const QuotaCount& count;
    const InitiativeStanding& standing;
    const QuotaHolder& holder;
    Truth met = Truth::pass;
    Findings findings{};
    Truth itself = Truth::pass;

    const Initiative& initiative() const noexcept { return *standing.initiative; }
    const QuotaRule& rule() const noexcept { return count.rule; }

    Finding& add(FindingId id, Truth verdict)
    {
        met = met & verdict;
        findings.emplace_back();
        Finding& finding = findings.back();
        finding.id = id;
        finding.verdict = verdict;
        finding.inputs = {{"initiative", initiative().id}, {"unit", count.unit.id}};
        return finding;
    }

    void silent(const Name& what)
    {
        Finding& finding = add(FindingId::counts_open, Truth::undetermined);
        finding.citations = {rule().citation};
        finding.values = {{"what", what}};
        finding.lift = quota_silence_lift(what.id);
    }
    void silent(const char* key, Words words) { silent(quota_silence(rule(), key, std::move(words))); }

    void judge_reached()
    {
        if (standing.reached == Truth::pass) return;
        const Name& required = rule().reached.value;
        const bool open = standing.reached == Truth::undetermined;
        Finding& finding = add(open ? FindingId::counts_reached_open : FindingId::counts_not_reached, standing.reached);
        rest_on(finding, rule(), "reached", rule().reached);
        finding.values = {{"required", required}};
        finding.lift = quota_lift(count, {"Đưa hồ sơ đến «" + required.in(Language::vi) + "».",
                                          "Bring the file to \"" + required.in(Language::en) + "\"."});
    }

    // Of one that was withdrawn and filed again, the first filing or the last.
    std::optional<Truth> in_time() const
    {
        const auto& last = rule().revived_last;
        if (!standing.revived || standing.in_time == standing.again_in_time) return standing.in_time;
        if (!last) return std::nullopt;
        return last->value ? standing.again_in_time : standing.in_time;
    }

    void judge_in_time()
    {
        if (!rule().in_time) return;
        const std::optional<Truth> judged = in_time();
        if (!judged)
            return silent("revived",
                          {"sáng kiến rút rồi nộp lại được xét theo lần nộp đầu hay lần nộp cuối",
                           "whether of an initiative withdrawn and filed again the first filing is judged or "
                           "the last"});
        if (*judged == Truth::pass) return;
        const bool open = *judged == Truth::undetermined;
        // What never got there has no moment to be judged by.
        if (open && standing.reached == Truth::fail) return;
        Finding& finding = add(open ? FindingId::counts_in_time_open : FindingId::counts_not_in_time, *judged);
        if (standing.revived) rest_on(finding, rule(), "revived", rule().revived_last);
        rest_on_deadline(finding, rule());
        const Datum last = count.closes ? Datum(*count.closes) : Datum(DayEnd{count.last_day});
        finding.values = {{"deadline", rule().in_time->value}, {"last", last}};
    }

    void judge_level()
    {
        const auto& required = rule().level;
        if (!required || initiative().level == required->value.id) return;
        Finding& finding = add(FindingId::counts_not_level, Truth::fail);
        rest_on(finding, rule(), "level", required);
        finding.inputs.push_back({"level", initiative().level});
        finding.values = {{"required", required->value}};
        finding.lift = quota_lift_always({"Đề nghị công nhận ở cấp này.", "Seek recognition at that level."});
    }

    void judge_area()
    {
        if (!rule().area || !initiative().area.empty()) return;
        Finding& finding = add(FindingId::counts_not_area, Truth::fail);
        rest_on(finding, rule(), "area", rule().area);
        finding.lift =
            quota_lift_always({"Ghi rõ lĩnh vực trọng tâm của sáng kiến.", "Name the initiative's focus area."});
    }

    void judge_withdrawn()
    {
        const auto& counts = rule().withdrawn_counts;
        if (!standing.withdrawn || (counts && counts->value)) return;
        if (!counts)
            return silent("withdrawn",
                          {"sáng kiến đã rút có được tính hay không", "whether a withdrawn initiative counts"});
        rest_on(add(FindingId::counts_not_withdrawn, Truth::fail), rule(), "withdrawn", counts);
    }

    void judge_carried()
    {
        const std::optional<int>& year = initiative().carried_from;
        const auto& counts = rule().carried_over;
        if (!year || (counts && counts->value)) return;
        if (!counts)
            return silent("carried-over", {"sáng kiến chuyển từ năm trước sang có được tính hay không",
                                           "whether an initiative carried over from an earlier year counts"});
        Finding& finding = add(FindingId::counts_not_carried, Truth::fail);
        rest_on(finding, rule(), "carried-over", counts);
        finding.inputs.push_back({"year", std::int64_t{*year}});
    }

    // Does it stand with this unit?
    void judge_holder()
    {
        const Truth held = holder.verdict();
        if (held == Truth::pass) return;
        const HoldReason* last = nullptr;
        for (const HoldReason& reason : holder.reasons) {
            if (reason.verdict != held) continue;
            if (held == Truth::undetermined) tell(reason);
            last = &reason;
        }
        if (held == Truth::fail && last != nullptr) tell(*last);
    }

    void tell(const HoldReason& reason)
    {
        if (reason.id == FindingId::counts_open) return silent(reason.silence);
        Finding& finding = add(reason.id, reason.verdict);
        rest_at(finding, rule(), reason.path, reason.citation);
        finding.values = reason.values;
        if (reason.id == FindingId::counts_share_open)
            finding.lift = quota_lift_always({"Ghi tỷ lệ đóng góp của từng đơn vị.", "State the share of each unit."});
        if (reason.id == FindingId::counts_unassigned)
            finding.lift = quota_lift_always(
                {"Ghi sáng kiến chuyển về đơn vị kế thừa nào.", "State which successor the initiative went to."});
    }

    // All conditions are met: what that rests on.
    void accept()
    {
        const bool whole = holder.sure == Ratio(1);
        Finding& finding = add(whole ? FindingId::counts : FindingId::counts_share, Truth::pass);
        if (!whole) finding.values = {{"share", holder.sure}};
        finding.citations = {rule().citation};
        rest_on(finding, rule(), "reached", rule().reached);
        rest_on_deadline(finding, rule());
        rest_on(finding, rule(), "level", rule().level);
        rest_on(finding, rule(), "area", rule().area);
        if (standing.withdrawn) rest_on(finding, rule(), "withdrawn", rule().withdrawn_counts);
        if (standing.revived) rest_on(finding, rule(), "revived", rule().revived_last);
        if (initiative().carried_from) rest_on(finding, rule(), "carried-over", rule().carried_over);
        if (!holder.lead) rest_on(finding, rule(), "joint", rule().joint_each);
        for (const HoldReason& reason : holder.reasons)
            if (reason.verdict == Truth::pass) rest_at(finding, rule(), reason.path, reason.citation);
    }

    void judge()
    {
        judge_reached();
        judge_in_time();
        judge_level();
        judge_area();
        judge_withdrawn();
        judge_carried();
        itself = met;
        judge_holder();
        if (findings.empty()) accept();
    }

    // Of the conditions on the initiative itself, whoever it counts for.
    Truth verdict_without_holder() const noexcept { return itself; }
};

}  // namespace sangkien::detail
