#pragma once

#include "evaluate_inl.hpp"
#include "quota_account.hpp"

namespace sangkien {

namespace detail {

class QuotaAccounts {
public:
    QuotaAccounts(const Round& round, const Report& report) : round_(round), report_(report) {}

    QuotaAccount account(const UnitReport& unit, const QuotaResult& result) const
    {
        QuotaAccount out;
        out.unit = unit.name;
        out.kind = unit.kind;
        out.result = result;
        const QuotaRule& rule = rule_of(result);
        out.rule = rule.name;
        out.citation = rule.citation;
        if (rule.in_time) {
            out.milestone = rule.in_time->value;
            const MilestoneReport* due = milestone(report_, rule.in_time->value.id);
            if (due != nullptr && due->deadline.determined) look_at(due->deadline, out);
        }
        const bool over = (out.by && *out.by <= round_.as_of) || ended(unit.name.id);
        out.prospect = prospect(result, over);
        if (!over && result.verdict != Truth::pass) out.ready = ready(result);
        return out;
    }

private:
    const QuotaRule& rule_of(const QuotaResult& result) const
    {
        const std::vector<QuotaRule>& all = round_.ruleset.quotas;
        return *std::find_if(all.begin(), all.end(),
                             [&](const QuotaRule& rule) { return rule.name.id == result.rule; });
    }

    void look_at(const Deadline& deadline, QuotaAccount& out) const
    {
        out.by = deadline.ends;
        const Day today = civil_day(round_.as_of);
        const Calendar& calendar = round_.ruleset.calendar;
        if (deadline.ends <= round_.as_of)
            out.working_days = 0;
        else if (calendar.decided(civil(today).year) && calendar.decided(civil(deadline.last_day).year))
            out.working_days = calendar.count_working_days(today, deadline.last_day + 1);
    }

    // Whoever is gone files nothing more.
    bool ended(const std::string& id) const
    {
        const Unit* unit = round_.season.unit(id);
        return unit != nullptr && unit->until && start_of_day(*unit->until) <= round_.as_of;
    }

    static QuotaProspect prospect(const QuotaResult& result, bool over) noexcept
    {
        if (result.verdict == Truth::undetermined) return QuotaProspect::open;
        if (result.verdict == Truth::fail) return over ? QuotaProspect::over : QuotaProspect::possible;
        return result.owed == 0 ? QuotaProspect::not_owed : QuotaProspect::met;
    }

    // Each initiative of which everything that is unmet can still be lifted.
    static std::vector<std::string> ready(const QuotaResult& result)
    {
        std::vector<std::string> out, never;
        for (const Finding& finding : result.findings) {
            if (finding.verdict == Truth::pass || finding.inputs.empty()) continue;
            const Argument& about = finding.inputs.front();
            if (std::string_view(about.key) != "initiative") continue;
            const std::string& id = std::get<std::string>(about.value);
            once(finding.lift && finding.lift->possible ? out : never, id);
        }
        out.erase(std::remove_if(
                      out.begin(), out.end(),
                      [&](const std::string& id) { return std::find(never.begin(), never.end(), id) != never.end(); }),
                  out.end());
        return out;
    }

    const Round& round_;
    const Report& report_;
};

}  // namespace detail

SANGKIEN_INLINE const char* word(QuotaProspect prospect) noexcept
{
    constexpr const char* words[] = {"met", "not-owed", "possible", "over", "open"};
    return words[static_cast<std::size_t>(prospect)];
}

SANGKIEN_INLINE std::vector<QuotaAccount> quota_accounts(const Rules& rules, const Season& season, Instant as_of)
{
    const detail::CheckedRules chosen(rules, season);
    Report report;
    const detail::Round round = detail::begin(rules, chosen.rules(), season, as_of, Trace::full, report);
    for (const Unit& unit : season.units)
        report.units.push_back({{unit.id, unit.name}, detail::name_of(chosen.get().unit_kinds, unit.kind), {}, {}});
    detail::count_quotas(round, report);
    const detail::QuotaAccounts accounts(round, report);
    std::vector<QuotaAccount> out;
    for (const UnitReport& unit : report.units)
        for (const QuotaResult& result : unit.quota) out.push_back(accounts.account(unit, result));
    return out;
}

}  // namespace sangkien
