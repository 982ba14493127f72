// What the findings of quotas rest on, and what lifts them.
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

// The same for a value further down: "succession.absorb.duty".
inline void rest_at(Finding& finding, const QuotaRule& rule, const std::string& key, const Citation& citation)
{
    add_quota_citation(finding, citation);
    add_choices_under(finding, rule, rule.path + "." + key);
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
inline Name quota_silence(const QuotaRule& rule, const std::string& key, Words words)
{
    return {rule.path + "." + key, std::move(words)};
}

inline std::string succession_key(ReorganisationKind kind, const char* what)
{
    return std::string("succession.") + reorganisation_words[static_cast<std::size_t>(kind)] + "." + what;
}

inline Name reorganisation_name(ReorganisationKind kind)
{
    static constexpr const char* vi[] = {"hợp nhất", "sáp nhập", "chia", "tách", "đổi tên", "giải thể"};
    static constexpr const char* en[] = {"consolidation", "merger",   "division",
                                         "separation",    "renaming", "dissolution"};
    const auto at = static_cast<std::size_t>(kind);
    return {reorganisation_words[at], {vi[at], en[at]}};
}

inline std::vector<Name> unit_names(const Season& season, const std::vector<std::string>& ids)
{
    std::vector<Name> out;
    for (const std::string& id : ids) {
        const Unit* unit = season.unit(id);
        out.push_back({id, unit == nullptr ? Words() : unit->name});
    }
    return out;
}

// Names of units one after the other; those without a name by their ids.
inline Words joined_names(const std::vector<Name>& names)
{
    Words out;
    for (const Name& name : names) {
        out.vi += (out.vi.empty() ? "" : ", ") + name.in(Language::vi);
        out.en += (out.en.empty() ? "" : ", ") + name.in(Language::en);
    }
    return out;
}

// The reorganisations that the year's quota feels, after 1 January and up to the last day: by day, then as listed.
inline std::vector<const Reorganisation*> reorganisations_of(const Season& season, Day last_day)
{
    std::vector<const Reorganisation*> out;
    for (const Reorganisation& one : season.reorganisations)
        if (day_of(season.year, 1, 1) < one.on && one.on <= last_day) out.push_back(&one);
    std::stable_sort(out.begin(), out.end(),
                     [](const Reorganisation* a, const Reorganisation* b) { return a->on < b->on; });
    return out;
}

}  // namespace sangkien::detail
