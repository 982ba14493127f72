// Which rule of the rulebooks a finding is the answer of.
#pragma once

#include "explain_context_inl.hpp"

namespace sangkien::detail {

// `subject`: the rule in whose course the finding came up, such as lifecycle.transitions.file or clocks.right-to-ask.
class RuleOfFinding {
public:
    RuleOfFinding(const ExplainContext& context, const Finding& finding, const std::string& subject)
        : root_(context.ruleset->effective.tree.root()), finding_(finding), subject_(subject)
    {
    }

    std::string path() const
    {
        const FindingId id = finding_.id;
        if (id == FindingId::rule_silent || id == FindingId::counts_open) return name("what");
        if (id == FindingId::other_reading) return name("path");
        if (id <= FindingId::moment_missing) return of_deadline(id);
        if (id <= FindingId::event_unknown) return of_guard(id);
        if (id <= FindingId::quorum_open) return of_score(id);
        if (id <= FindingId::reserve_tied) return of_selection(id);
        if (id <= FindingId::counts_in_time_open) return of_quota(id);
        if (id == FindingId::last_day_off) return "schedule." + name("deadline");
        if (id == FindingId::preparation_short) return "schedule." + name("to") + ".preparation";
        return subject_;
    }

private:
    std::string name(std::string_view key) const { return name_in(finding_, key); }
    bool yearly() const noexcept { return subject_.compare(0, 9, "schedule.") == 0; }

    std::string of_deadline(FindingId id) const
    {
        switch (id) {
            case FindingId::step_named_day: return subject_ + ".yearly";
            case FindingId::step_bound_before:
            case FindingId::step_bound_by: return subject_ + ".bound";
            case FindingId::step_closes: return subject_ + ".closes";
            case FindingId::step_first_day_not_counted:
            case FindingId::step_first_day_counted: return "periods.first-day";
            case FindingId::step_corresponding_day:
            case FindingId::step_working_days_counted:
            case FindingId::step_hours_counted: return subject_ + ".length";
            case FindingId::step_month_clamped: return "periods.month-end";
            case FindingId::step_rolled: return yearly() ? subject_ + ".roll" : "periods.day-off";
            case FindingId::step_ends: return yearly() ? subject_ : "periods.ends";
            case FindingId::step_hours_from: return "periods.hours";
            case FindingId::step_suspended: return "periods.suspended";
            case FindingId::step_day_off: return "calendar.years." + year();
            default: return subject_;
        }
    }

    std::string year() const
    {
        for (const Argument& argument : finding_.values)
            if (const Day* day = std::get_if<Day>(&argument.value)) return whole_text(civil(*day).year);
        return {};
    }

    // A milestone or a period: a finding names either by its id.
    std::string of_time() const
    {
        const std::string id = name("deadline").empty() ? name("clock") : name("deadline");
        return (root_.get("schedule").get(id) ? "schedule." : "clocks.") + id;
    }

    std::string of_guard(FindingId id) const
    {
        switch (id) {
            case FindingId::fact_stated:
            case FindingId::fact_missing: return "facts." + name("fact");
            case FindingId::area_listed: return "areas." + name("area");
            case FindingId::area_missing: return "areas";
            case FindingId::level_sought:
            case FindingId::level_other: return "levels." + name("required");
            case FindingId::council_approves:
            case FindingId::council_refuses:
            case FindingId::council_open: return "scoring";
            case FindingId::selected:
            case FindingId::not_selected:
            case FindingId::selection_open: return "selection";
            case FindingId::wrong_state: return subject_ + ".from";
            case FindingId::wrong_role: return subject_ + ".by";
            case FindingId::event_unknown: return {};
            default: return of_time();
        }
    }

    // Of a criterion's own minimum, or of the one that all criteria have.
    std::string of_minimum() const
    {
        const std::string own = "scoring.criteria." + name("criterion") + ".min";
        const Node stated = at_path(root_, own);
        const bool cited = stated && !finding_.citations.empty() && finding_.citations.front() == stated.citation();
        return cited ? own : "scoring.pass.each";
    }

    std::string of_score(FindingId id) const
    {
        switch (id) {
            case FindingId::member_excluded:
            case FindingId::ballot_not_counted: return "scoring.excluded." + name("reason");
            case FindingId::quorum_met:
            case FindingId::quorum_missed:
            case FindingId::quorum_open: return "scoring.quorum.at-least";
            case FindingId::total_scored: return "scoring.figure";
            case FindingId::minimum_met:
            case FindingId::minimum_missed: return of_minimum();
            case FindingId::pass_mark_met:
            case FindingId::pass_mark_missed: return "scoring.pass.total";
            case FindingId::class_given:
            case FindingId::class_shortfall: return "scoring.classes." + name("class");
            case FindingId::class_none: return "scoring.classes";
            case FindingId::share_minimum_met:
            case FindingId::share_minimum_missed: return "scoring.authors.share-at-least";
            case FindingId::public_scored:
            case FindingId::public_open: return "scoring.public-votes";
            case FindingId::casting_vote: return "scoring.vote.casting";
            case FindingId::vote_passed:
            case FindingId::vote_failed:
            case FindingId::vote_open: return "scoring.vote";
            default: return "scoring";
        }
    }

    static std::string of_selection(FindingId id)
    {
        if (id == FindingId::not_among) return "selection.among";
        if (id == FindingId::tie_at_cut) return "selection.tie";
        if (id == FindingId::reserve_listed || id == FindingId::reserve_tied) return "selection.reserve";
        return "selection.at-most";
    }

    std::string of_quota(FindingId id) const
    {
        switch (id) {
            case FindingId::quota_met:
            case FindingId::quota_short:
            case FindingId::quota_open: return subject_ + ".at-least";
            case FindingId::counts_not_reached:
            case FindingId::counts_reached_open: return subject_ + ".reached";
            case FindingId::counts_not_in_time:
            case FindingId::counts_in_time_open: return subject_ + ".in-time";
            case FindingId::counts_not_level: return subject_ + ".level";
            case FindingId::counts_not_area: return subject_ + ".area";
            case FindingId::counts_not_withdrawn: return subject_ + ".withdrawn";
            case FindingId::counts_not_lead: return subject_ + ".joint";
            default: return subject_;
        }
    }

    Node root_;
    const Finding& finding_;
    const std::string& subject_;
};

// A finding as a node, with the place of its rule.
inline Explanation finding_node(const ExplainContext& context, const Finding& finding, std::string path,
                                const std::string& subject)
{
    return context.finding(finding, std::move(path), RuleOfFinding(context, finding, subject).path());
}

inline void add_findings(const ExplainContext& context, Explanation& node, const Findings& findings,
                         std::string_view key, const std::string& subject)
{
    for (std::size_t i = 0; i < findings.size(); ++i)
        node.children.push_back(finding_node(context, findings[i], below(node.path, key, i), subject));
}

}  // namespace sangkien::detail
