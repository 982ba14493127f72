// Who has to do what by when: open duties, owed initiatives, possible steps, missing facts.
#pragma once

#include <algorithm>

#include "duty_list_inl.hpp"
#include "units_inl.hpp"

namespace sangkien::detail {

inline void report_duties(const Round& round, Report& report)
{
    for (const Duty& duty : round.ruleset.duties) {
        DutyReport out{duty.name, duty.who, std::nullopt, std::nullopt, Truth::undetermined, duty.citation};
        const MilestoneReport* due = milestone(report, duty.due);
        if (due != nullptr && due->deadline.determined) out.due = due->deadline.ends;
        // Nobody is late by a day that nobody has checked.
        const bool checked = due == nullptr || due->citation.provenance != Provenance::unverified;
        for (const DutyDone& done : round.season.duties)
            if (done.initiative.empty() && done.duty == duty.name.id && done.at <= round.as_of) out.done = done.at;
        if (out.done && (!out.due || *out.done < *out.due))
            out.kept = Truth::pass;
        else if (checked && out.due && *out.due <= round.as_of)
            out.kept = Truth::fail;
        report.duties.push_back(std::move(out));
    }
    for (InitiativeReport& initiative : report.initiatives)
        initiative.duties = DutyList(round, report).events_of(initiative);
}

class TodoList {
public:
    TodoList(const Round& round, Report& report) : round_(round), report_(report) {}

    void run()
    {
        for (const DutyReport& duty : report_.duties)
            if (!duty.done)
                add({TodoKind::duty, {duty.who}, std::nullopt, {}, duty.name.words, duty.due, false, duty.citation});
        for (const InitiativeReport& initiative : report_.initiatives)
            for (const OpenDuty& duty : initiative.duties)
                if (!duty.done)
                    add({TodoKind::duty,
                         {duty.who},
                         std::nullopt,
                         initiative.id,
                         duty.name.words,
                         duty.verdict == DutyVerdict::undetermined ? std::nullopt : duty.due,
                         false,
                         duty.citation});
        for (const UnitReport& unit : report_.units) owed(unit);
        for (const InitiativeReport& initiative : report_.initiatives) next(initiative);
        std::stable_sort(report_.todo.begin(), report_.todo.end(), [](const Todo& a, const Todo& b) {
            if (bool(a.by) != bool(b.by)) return bool(a.by);
            return a.by && *a.by < *b.by;
        });
    }

private:
    void add(Todo todo)
    {
        todo.overdue = todo.by && *todo.by <= round_.as_of;
        report_.todo.push_back(std::move(todo));
    }

    void owed(const UnitReport& unit)
    {
        for (const QuotaResult& result : unit.quota) {
            if (result.verdict == Truth::pass || result.missing == 0) continue;
            for (const QuotaRule& rule : round_.ruleset.quotas) {
                if (rule.name.id != result.rule) continue;
                Todo todo{TodoKind::propose, {}, unit.name, {}, rule.name.words, std::nullopt, false, rule.citation};
                if (const MilestoneReport* due = rule.in_time ? milestone(report_, rule.in_time->value.id) : nullptr) {
                    todo.who = {due->who};
                    if (due->deadline.determined) todo.by = due->deadline.ends;
                }
                const bool over = todo.by && *todo.by <= round_.as_of;
                if (gone(unit.name.id) && result.verdict == Truth::fail)
                    todo = succeed(unit, result, rule);
                else if (over && result.verdict == Truth::undetermined)
                    todo = settle(unit, result, rule);
                add(std::move(todo));
            }
        }
    }

    bool gone(const std::string& id) const
    {
        const Unit* unit = round_.season.unit(id);
        return unit != nullptr && unit->until && start_of_day(*unit->until) <= round_.as_of;
    }

    // The unit that owes is no more and the duty stayed with it: a successor would have taken it over, so nobody is left
    // who could propose.
    static Todo succeed(const UnitReport& unit, const QuotaResult& result, const QuotaRule& rule)
    {
        const std::string more = whole_text(result.missing);
        Words what{"Đơn vị không còn mà vẫn thiếu " + more + " sáng kiến của «" + rule.name.in(Language::vi) +
                       "»: không đơn vị nào kế thừa chỉ tiêu nên không ai đề xuất được. Quyết định ai chịu.",
                   "The unit is gone and still lacks " + more + " of \"" + rule.name.in(Language::en) +
                       "\": no unit took the quota over, so nobody can propose. Decide who answers for it."};
        const SuccessionRule* dissolved = rule.after(ReorganisationKind::dissolve);
        const Citation citation = dissolved != nullptr && dissolved->duty ? dissolved->duty->citation : rule.citation;
        return {TodoKind::decide, {}, unit.name, {}, std::move(what), std::nullopt, false, citation};
    }

    // Nothing can be filed any more, and no paper says how to count: whoever makes the rules has to decide.
    static Todo settle(const UnitReport& unit, const QuotaResult& result, const QuotaRule& rule)
    {
        Words what;
        for (const Finding& finding : result.findings)
            if (finding.verdict == Truth::undetermined) {
                what.vi += (what.vi.empty() ? "" : " ") + message(finding, Language::vi);
                what.en += (what.en.empty() ? "" : " ") + message(finding, Language::en);
            }
        return {TodoKind::decide, {}, unit.name, {}, std::move(what), std::nullopt, false, rule.citation};
    }

    // From here: the steps that may be taken now; where none may, what is missing.
    void next(const InitiativeReport& initiative)
    {
        for (const NextStep& step : initiative.next) {
            if (step.verdict == Truth::fail) continue;
            if (initiative.kind == StateKind::open && step.findings.empty()) continue;
            if (step.verdict == Truth::pass && leads_on(initiative, step))
                add({TodoKind::step, step.by, std::nullopt, initiative.id, step.name.words, limit(initiative, step),
                     false, step.citation});
            if (step.verdict == Truth::undetermined) supply(initiative, step);
        }
    }

    // A step back to the author or out of the procedure is possible but nobody's task.
    bool leads_on(const InitiativeReport& initiative, const NextStep& step) const
    {
        const Table& table = round_.of(initiative).ruleset.table;
        for (const Transition& transition : table.transitions)
            if (transition.name.id == step.name.id) {
                const StateKind kind = table.states[transition.to].kind;
                return kind != StateKind::open && kind != StateKind::withdrawn;
            }
        return false;
    }

    void supply(const InitiativeReport& initiative, const NextStep& step)
    {
        for (const Finding& finding : step.findings) {
            if (finding.verdict != Truth::undetermined || !finding.lift || !finding.lift->possible) continue;
            Words what{message(finding, Language::vi) + " " + finding.lift->how.vi,
                       message(finding, Language::en) + " " + finding.lift->how.en};
            const std::vector<Name> who = finding.lift->who ? std::vector<Name>{*finding.lift->who} : step.by;
            const Citation citation = finding.citations.empty() ? step.citation : finding.citations.front();
            if (told(initiative.id, what, finding.lift->by)) continue;
            add({TodoKind::supply, who, std::nullopt, initiative.id, std::move(what), finding.lift->by, false,
                 citation});
        }
    }

    // Several steps may wait for the same thing: it is told once, with the earliest instant.
    bool told(const std::string& initiative, const Words& what, const std::optional<Instant>& by)
    {
        for (Todo& todo : report_.todo) {
            if (todo.kind != TodoKind::supply || todo.initiative != initiative || todo.what.en != what.en) continue;
            if (by && (!todo.by || *by < *todo.by)) todo.by = by;
            todo.overdue = todo.by && *todo.by <= round_.as_of;
            return true;
        }
        return false;
    }

    // The earliest end of a verified clock that runs, or of a deadline the step is under.
    std::optional<Instant> limit(const InitiativeReport& initiative, const NextStep& step) const
    {
        std::optional<Instant> out;
        const auto earlier = [&](Instant ends) {
            if (!out || ends < *out) out = ends;
        };
        for (const ClockReport& clock : initiative.clocks)
            if (clock.reading.determined && !clock.reading.stopped && stops(initiative, clock.name.id, step.name.id) &&
                clock.citation.provenance != Provenance::unverified)
                earlier(clock.reading.end.ends);
        for (const Finding& finding : step.findings)
            for (const Argument& value : finding.values)
                if (const DayEnd* end = std::get_if<DayEnd>(&value.value))
                    earlier(end_of_day(end->day));
                else if (const Instant* closes = std::get_if<Instant>(&value.value))
                    earlier(*closes);
        return out;
    }

    bool stops(const InitiativeReport& initiative, std::string_view clock, std::string_view event) const
    {
        for (const Clock& candidate : round_.of(initiative).ruleset.clocks)
            if (candidate.name.id == clock)
                return std::find(candidate.stops.begin(), candidate.stops.end(), event) != candidate.stops.end();
        return false;
    }

    const Round& round_;
    Report& report_;
};

}  // namespace sangkien::detail
