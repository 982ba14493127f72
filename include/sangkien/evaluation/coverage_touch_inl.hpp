// Which clauses one case touches, and with what outcome.
#pragma once

#include <algorithm>

#include "coverage.hpp"

namespace sangkien::detail {

class ClauseTouches {
public:
    ClauseTouches(const Rulebook& rulebook, const std::vector<ClauseCoverage>& clauses, const CoverageCase& one)
        : root_(rulebook.tree.root()), clauses_(clauses), seen_(clauses.size(), 0)
    {
        if (one.report == nullptr) {
            for (const Problem& problem : one.refused) refused(problem);
            return;
        }
        for (const InitiativeReport& initiative : one.report->initiatives) walk(initiative);
        for (const InitiativeReport& initiative : one.report->initiatives)
            for (const OpenDuty& duty : initiative.duties) walk(duty);
        for (const UnitReport& unit : one.report->units) walk(unit);
        for (const DutyReport& duty : one.report->duties) walk(duty);
        for (const MilestoneReport& milestone : one.report->milestones) {
            steps(milestone.deadline);
            for (const Finding& warning : milestone.warnings)
                if (warning.id == FindingId::preparation_short) walk(warning);
        }
    }

    bool has(std::size_t clause, Truth outcome) const noexcept { return (seen_[clause] & bit(outcome)) != 0; }
    bool any(std::size_t clause) const noexcept { return seen_[clause] != 0; }

private:
    static unsigned char bit(Truth outcome) noexcept
    {
        return outcome == Truth::pass ? 1 : outcome == Truth::fail ? 2 : 4;
    }

    void add(std::string_view clause, Truth outcome)
    {
        for (std::size_t i = 0; i < clauses_.size(); ++i)
            if (clauses_[i].clause == clause) seen_[i] = static_cast<unsigned char>(seen_[i] | bit(outcome));
    }

    // The clause of an entry of a vocabulary, a milestone or the like; of all of them when `id` is empty.
    void add_entry(const char* section, std::string_view id, Truth outcome)
    {
        for (Node entry : children(root_.get(section)))
            if (id.empty() || entry.key() == id) add(entry.get("clause").text(), outcome);
    }

    void add_named(const char* section, const Datum& datum, Truth outcome)
    {
        if (const Name* name = std::get_if<Name>(&datum))
            if (!name->id.empty()) add_entry(section, name->id, outcome);
        if (const auto* names = std::get_if<std::vector<Name>>(&datum))
            for (const Name& name : *names) add_entry(section, name.id, outcome);
    }

    void add_argument(const Arguments& arguments, std::string_view key, const char* section, Truth outcome)
    {
        for (const Argument& argument : arguments)
            if (argument.key == key) add_named(section, argument.value, outcome);
    }

    // A finding under a negation is met when what it tells of is not: by its id, what it says of what it names.
    void walk(const Finding& finding)
    {
        for (const Citation& citation : finding.citations) add(citation.clause, finding.verdict);
        switch (finding.id) {
            case FindingId::in_time: return add_argument(finding.values, "deadline", "schedule", Truth::pass);
            case FindingId::late: return add_argument(finding.values, "deadline", "schedule", Truth::fail);
            case FindingId::within_period: return add_argument(finding.values, "clock", "clocks", Truth::pass);
            case FindingId::period_over: return add_argument(finding.values, "clock", "clocks", Truth::fail);
            case FindingId::area_listed: return add_argument(finding.values, "area", "areas", Truth::pass);
            case FindingId::area_missing: return add_entry("areas", {}, Truth::fail);
            case FindingId::level_sought: return add_argument(finding.values, "required", "levels", Truth::pass);
            case FindingId::level_other: return add_argument(finding.values, "required", "levels", Truth::fail);
            case FindingId::fact_stated:
                for (const Argument& input : finding.inputs)
                    if (const bool* stated = std::get_if<bool>(&input.value))
                        add_argument(finding.values, "fact", "facts", truth(*stated));
                return;
            case FindingId::wrong_role:
                add_argument(finding.inputs, "role", "roles", Truth::fail);
                return add_argument(finding.values, "needed", "roles", Truth::fail);
            default: return;
        }
    }

    void walk(const Findings& findings)
    {
        for (const Finding& finding : findings) walk(finding);
    }

    // How a day came about: it cannot be broken, so only what is a way of reckoning is touched by it.
    void steps(const Deadline& deadline)
    {
        for (const Finding& step : deadline.steps)
            for (const Citation& citation : step.citations)
                for (const ClauseCoverage& clause : clauses_)
                    if (clause.kind == ClauseKind::reckoning && clause.clause == citation.clause)
                        add(citation.clause, Truth::pass);
    }

    void walk(const InitiativeReport& initiative)
    {
        for (const EventReport& event : initiative.events) {
            add(event.citation.clause, event.verdict);
            if (event.verdict == Truth::pass) add_entry("roles", event.by.id, Truth::pass);
            walk(event.findings);
        }
        for (const Reached& reached : initiative.reached)
            add(root_.get("lifecycle").get("states").get(reached.state.id).get("clause").text(), Truth::pass);
        for (const ClockReport& clock : initiative.clocks) {
            add(clock.citation.clause, clock.kept);
            steps(clock.reading.end);
        }
        walk(initiative.score.findings);
        if (initiative.selection) walk(initiative.selection->findings);
        for (const Contribution& contribution : initiative.contributions) walk(contribution.finding);
    }

    void walk(const UnitReport& unit)
    {
        for (const QuotaResult& quota : unit.quota) {
            if (quota.verdict != Truth::undetermined) add_entry("unit-kinds", unit.kind.id, quota.verdict);
            walk(quota.findings);
        }
        if (unit.index)
            for (const ComponentScore& component : unit.index->components) walk(component.finding);
    }

    void walk(const DutyReport& duty)
    {
        add(duty.citation.clause, duty.kept);
        if (duty.kept != Truth::undetermined) add_entry("roles", duty.who.id, duty.kept);
    }

    void walk(const OpenDuty& duty)
    {
        const bool late = duty.verdict == DutyVerdict::overdue || duty.verdict == DutyVerdict::kept_late;
        add(duty.citation.clause, late                                ? Truth::fail
                                  : duty.verdict == DutyVerdict::kept ? Truth::pass
                                                                      : Truth::undetermined);
    }

    // A name that stands in no list: the whole list refused it.
    void refused(const Problem& problem)
    {
        if (problem.id != ErrorId::unknown_name) return;
        const std::string& pointer = problem.place.pointer;
        const std::string_view last = std::string_view(pointer).substr(pointer.rfind('/') + 1);
        if (last == "area") add_entry("areas", {}, Truth::fail);
        if (last == "level") add_entry("levels", {}, Truth::fail);
        if (last == "kind") add_entry("unit-kinds", {}, Truth::fail);
        if (last == "by") add_entry("roles", {}, Truth::fail);
    }

    Node root_;
    const std::vector<ClauseCoverage>& clauses_;
    std::vector<unsigned char> seen_;
};

}  // namespace sangkien::detail
