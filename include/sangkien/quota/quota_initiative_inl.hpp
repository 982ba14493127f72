// Does one initiative count for one unit? Every condition of the rule that is not met gives a finding.
#pragma once

#include <algorithm>

#include "../core/digits.hpp"
#include "quota.hpp"

namespace sangkien::detail {

// One count of one unit: the rule, the days it is judged by, and what has been counted so far.
struct QuotaCount {
    const QuotaRule& rule;
    Day last_day;
    Instant as_of;
    const Unit& unit;
    QuotaResult& result;
    std::optional<Instant> closes;
};

inline void add_quota_choice(Finding& finding, const std::string& path)
{
    if (std::find(finding.choices.begin(), finding.choices.end(), path) == finding.choices.end())
        finding.choices.push_back(path);
}

inline void add_quota_citation(Finding& finding, const Citation& citation)
{
    if (std::find(finding.citations.begin(), finding.citations.end(), citation) == finding.citations.end())
        finding.citations.push_back(citation);
}

// The offered choices at `path` or below it.
inline void add_choices_under(Finding& finding, const QuotaRule& rule, const std::string& path)
{
    for (const std::string& choice : rule.choices)
        if (choice == path || choice.compare(0, path.size() + 1, path + ".") == 0) add_quota_choice(finding, choice);
}

// The finding rests on the value of the rule under `key`; on a deadline also as its schedule reads it.
template <class Value>
void rest_on(Finding& finding, const QuotaRule& rule, const char* key, const QuotaValue<Value>& value)
{
    add_quota_citation(finding, value.citation);
    add_choices_under(finding, rule, rule.path + "." + key);
}

template <class Value>
void rest_on(Finding& finding, const QuotaRule& rule, const char* key, const std::optional<QuotaValue<Value>>& value)
{
    if (value) rest_on(finding, rule, key, *value);
}

inline void rest_on_deadline(Finding& finding, const QuotaRule& rule)
{
    if (!rule.in_time) return;
    rest_on(finding, rule, "in-time", *rule.in_time);
    add_choices_under(finding, rule, "schedule." + rule.in_time->value.id);
}

// What to do while there is time; afterwards, that nothing helps any more.
inline Lift quota_lift(const QuotaCount& count, Words how)
{
    Lift lift;
    if (count.rule.in_time) lift.by = count.closes.value_or(end_of_day(count.last_day));
    lift.possible = !lift.by || count.as_of < *lift.by;
    lift.how = lift.possible ? std::move(how) : Words{"Đã hết hạn.", "The deadline is over."};
    return lift;
}

inline Lift quota_lift_always(Words how)
{
    Lift lift;
    lift.how = std::move(how);
    return lift;
}

inline Lift quota_silence_lift(const std::string& path)
{
    return quota_lift_always(
        {"Nạp một bộ quy tắc quy định «" + path + "».", "Load a rulebook that says \"" + path + "\"."});
}

// What a rule is silent on: the path, with words for a person.
inline Name quota_silence(const QuotaRule& rule, const char* key, Words words)
{
    return {rule.path + "." + key, std::move(words)};
}

// The conditions of a rule on one initiative, judged for one unit. `met` is the verdict of all.
struct QuotaJudgement {
    const QuotaCount& count;
    const InitiativeStanding& standing;
    Truth met = Truth::pass;
    Findings findings;

    const Initiative& initiative() const noexcept { return *standing.initiative; }
    const QuotaRule& rule() const noexcept { return count.rule; }
    bool lead() const noexcept { return initiative().units.front() == count.unit.id; }

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

    void silent(const char* key, Words words)
    {
        const Name what = quota_silence(rule(), key, std::move(words));
        Finding& finding = add(FindingId::counts_open, Truth::undetermined);
        finding.citations = {rule().citation};
        finding.values = {{"what", what}};
        finding.lift = quota_silence_lift(what.id);
    }

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

    void judge_in_time()
    {
        if (!rule().in_time || standing.in_time == Truth::pass) return;
        const bool open = standing.in_time == Truth::undetermined;
        // What never got there has no moment to be judged by.
        if (open && standing.reached == Truth::fail) return;
        Finding& finding = add(open ? FindingId::counts_in_time_open : FindingId::counts_not_in_time, standing.in_time);
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

    void judge_joint()
    {
        const auto& each = rule().joint_each;
        if (lead() || (each && each->value)) return;
        if (!each)
            return silent("joint", {"sáng kiến chung được tính cho từng đơn vị hay chỉ cho đơn vị chủ trì",
                                    "whether a joint initiative counts for each unit or for its lead unit only"});
        Finding& finding = add(FindingId::counts_not_lead, Truth::fail);
        rest_on(finding, rule(), "joint", each);
        finding.values = {{"lead", initiative().units.front()}};
    }

    // All conditions are met: what that rests on.
    void accept()
    {
        Finding& finding = add(FindingId::counts, Truth::pass);
        finding.citations = {rule().citation};
        rest_on(finding, rule(), "reached", rule().reached);
        rest_on_deadline(finding, rule());
        rest_on(finding, rule(), "level", rule().level);
        rest_on(finding, rule(), "area", rule().area);
        if (standing.withdrawn) rest_on(finding, rule(), "withdrawn", rule().withdrawn_counts);
        if (!lead()) rest_on(finding, rule(), "joint", rule().joint_each);
    }

    void judge()
    {
        judge_reached();
        judge_in_time();
        judge_level();
        judge_area();
        judge_withdrawn();
        judge_joint();
        if (findings.empty()) accept();
    }
};

}  // namespace sangkien::detail
