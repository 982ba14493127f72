#pragma once

#include "cases_inl.hpp"
#include "check_inl.hpp"
#include "evaluate.hpp"
#include "last_known_inl.hpp"
#include "other_readings_inl.hpp"
#include "todo_inl.hpp"

namespace sangkien {

namespace detail {

inline void report_rules(const Rules& rules, const Ruleset& ruleset, Report& report)
{
    for (const std::size_t index : ruleset.rulebooks) {
        const Rulebook& book = rules.rulebooks()[index];
        if (std::none_of(report.rulebooks.begin(), report.rulebooks.end(),
                         [&](const RulebookUse& use) { return use.id == book.id; }))
            report.rulebooks.push_back(
                {book.id, book.document.number, book.title, book.layer, book.document.provenance, book.digest});
    }
    for (const Reading& reading : ruleset.effective.readings)
        if (std::none_of(report.readings.begin(), report.readings.end(),
                         [&](const Reading& told) { return told.path == reading.path; }))
            report.readings.push_back(reading);
}

// Of later rules what some file went by, or would have: their papers and readings, behind the season's.
inline void report_later_rules(const Rules& rules, const Round& round, Report& report)
{
    for (const Round& later : round.later) {
        const bool spoke =
            std::any_of(report.initiatives.begin(), report.initiatives.end(), [&](const InitiativeReport& initiative) {
                return std::any_of(initiative.rules.begin(), initiative.rules.end(), [&](const RulesApplied& applied) {
                    return applied.from == later.from && applied.finding.id != FindingId::rule_silent;
                });
            });
        if (spoke) report_rules(rules, later.ruleset, report);
    }
}

inline void report_milestones(const Round& round, Report& report)
{
    const Calendar& calendar = round.ruleset.calendar;
    for (const Milestone& rule : round.ruleset.milestones) {
        MilestoneReport out;
        out.name = rule.name;
        out.who = rule.who;
        out.citation = rule.citation;
        out.choices = rule.choices;
        out.deadline = deadline_of(rule, round.season.year, calendar);
        out.past = out.deadline.ends <= round.as_of;
        const Day last = out.deadline.last_day;
        if (calendar.decided(civil(last).year) && !calendar.is_working(last))
            out.warnings.push_back({FindingId::last_day_off,
                                    Truth::fail,
                                    {rule.citation},
                                    {},
                                    {{"deadline", rule.name}, {"day", last}, {"why", Name{"", calendar.why_off(last)}}},
                                    rule.choices,
                                    {}});
        report.milestones.push_back(std::move(out));
    }
}

// Fewer working days between two milestones than the rulebook asks for.
inline void warn_of_haste(const Round& round, Report& report)
{
    for (std::size_t i = 0; i < round.ruleset.milestones.size(); ++i) {
        const Milestone& rule = round.ruleset.milestones[i];
        if (!rule.preparation) continue;
        const MilestoneReport* before = milestone(report, rule.preparation->after);
        if (before == nullptr) continue;
        const Deadline& from = before->deadline;
        const Deadline& to = report.milestones[i].deadline;
        const std::int64_t days = round.ruleset.calendar.count_working_days(from.last_day + 1, to.last_day + 1);
        if (days >= rule.preparation->working_days) continue;
        report.milestones[i].warnings.push_back({FindingId::preparation_short,
                                                 Truth::fail,
                                                 {rule.preparation->citation},
                                                 {},
                                                 {{"from", before->name},
                                                  {"to", rule.name},
                                                  {"days", std::max<std::int64_t>(days, 0)},
                                                  {"needed", rule.preparation->working_days}},
                                                 rule.choices,
                                                 {}});
    }
}

inline std::vector<DeadlineReading> deadline_readings(const Round& round, const Report& report)
{
    std::vector<DeadlineReading> out;
    for (const std::string& name : round.ruleset.table.deadlines) {
        DeadlineReading reading;
        reading.name.id = name;
        if (const MilestoneReport* found = milestone(report, name)) {
            reading.determined = found->deadline.determined;
            reading.end = found->deadline;
            reading.end.steps.clear();  // guards ask when it ends, not how it came about
            reading.name = found->name;
            reading.choices = found->choices;
        }
        out.push_back(std::move(reading));
    }
    return out;
}

// Its deadlines are those of the season's year under the later rules.
inline Round later_round(const Round& round, const RulesChange& change)
{
    Round out{*change.ruleset, round.season, round.as_of, {}, {}, change.from, round.trace};
    out.host = round.host;
    out.taken = may_take(change);
    if (!out.taken) return out;
    Report report;
    report_milestones(out, report);
    out.deadlines = deadline_readings(out, report);
    return out;
}

inline InitiativeReport describe(const Round& round, const Initiative& initiative)
{
    InitiativeReport out;
    out.id = initiative.id;
    out.title = initiative.title;
    for (const std::string& unit : initiative.units) out.units.push_back(unit_name(round.season, unit));
    if (!initiative.area.empty()) out.area = name_of(round.ruleset.areas, initiative.area);
    if (!initiative.level.empty()) out.level = name_of(round.ruleset.levels, initiative.level);
    return out;
}

// What guards ask of quotas: the state of every unit as it is without those guards. Guards of later rules ask for the
// quotas of those rules, by their milestones, whatever rules each file came by.
inline void read_quotas(Round& round, const Round& files, const std::vector<InitiativeReport>& initiatives,
                        const std::vector<MilestoneReport>& milestones)
{
    if (round.ruleset.table.quotas.empty()) return;
    Report first;
    first.milestones = milestones;
    first.initiatives = initiatives;
    for (const Unit& unit : round.season.units) first.units.push_back({{unit.id, unit.name}, {}, {}, {}});
    count_quotas(round, files, first);
    for (const UnitReport& unit : first.units) {
        std::vector<Truth> met(round.ruleset.table.quotas.size(), Truth::undetermined);
        for (std::size_t i = 0; i < met.size(); ++i)
            for (const QuotaResult& result : unit.quota)
                if (result.rule == round.ruleset.table.quotas[i].id) met[i] = result.verdict;
        round.quotas.push_back(std::move(met));
    }
}

inline void read_quotas(Round& round, const std::vector<InitiativeReport>& initiatives, const Report& report)
{
    read_quotas(round, round, initiatives, report.milestones);
    for (Round& later : round.later) {
        if (!later.taken || later.ruleset.table.quotas.empty()) continue;
        Report milestones;
        report_milestones(later, milestones);
        read_quotas(later, round, initiatives, milestones.milestones);
    }
}

inline bool asks_for_quotas(const Round& round) noexcept
{
    return !round.ruleset.table.quotas.empty() ||
           std::any_of(round.later.begin(), round.later.end(),
                       [](const Round& later) { return later.taken && !later.ruleset.table.quotas.empty(); });
}

// Selection and quotas look at what every initiative has reached without them; only then are the events replayed for
// good.
inline void look_ahead(Round& round, Report& report)
{
    const bool selects = round.ruleset.selection.stated;
    const bool quotas = asks_for_quotas(round);
    if (!selects && !quotas) return;
    const std::vector<Initiative>& initiatives = round.season.initiatives;
    std::vector<InitiativeReport> first;
    Round brief = round;
    brief.trace = Trace::verdicts;
    for (std::size_t i = 0; i < initiatives.size(); ++i) {
        first.emplace_back();
        CaseReplay(brief, initiatives[i], report.initiatives[i].score, nullptr).reach(first[i]);
    }
    if (quotas) read_quotas(round, first, report);
    if (!selects) return;
    std::vector<SelectionCandidate> candidates;
    for (std::size_t i = 0; i < initiatives.size(); ++i)
        candidates.push_back({i, &report.initiatives[i].score,
                              has_reached(round.of(first[i]).ruleset.table, first[i], round.ruleset.selection.among),
                              initiatives[i].area, initiatives[i].units});
    for (SelectionResult& result : select(round.ruleset.selection, candidates))
        report.initiatives[result.initiative].selection = std::move(result);
}

inline void replay_all(Round& round, Report& report)
{
    const std::vector<Initiative>& initiatives = round.season.initiatives;
    for (std::size_t i = 0; i < initiatives.size(); ++i) {
        report.initiatives.push_back(describe(round, initiatives[i]));
        const Rubric& rubric = round.ruleset.rubric;
        report.initiatives[i].score =
            round.host == nullptr
                ? score(rubric, round.season, initiatives[i], round.as_of, round.trace)
                : score(rubric, round.season, round.host->seated(rubric, initiatives[i]), round.as_of, round.trace);
    }
    look_ahead(round, report);
    for (std::size_t i = 0; i < initiatives.size(); ++i) {
        InitiativeReport& out = report.initiatives[i];
        CaseReplay replay(round, initiatives[i], out.score, out.selection ? &*out.selection : nullptr);
        replay.run(out);
        replay.clocks(out);
    }
}

inline void rank_all(Report& report)
{
    for (std::size_t i = 0; i < report.initiatives.size(); ++i)
        if (report.initiatives[i].selection && report.initiatives[i].selection->rank) report.ranking.push_back(i);
    std::stable_sort(report.ranking.begin(), report.ranking.end(), [&](std::size_t a, std::size_t b) {
        return *report.initiatives[a].selection->rank < *report.initiatives[b].selection->rank;
    });
}

// Milestones, and every event replayed: all that the rest of a report is drawn from.
inline Round begin(const Rules& rules, const SeasonRules& chosen, const Season& season, Instant as_of, Trace trace,
                   Report& report, HostFacts* host = nullptr)
{
    const Ruleset& ruleset = *chosen.get();
    Problems problems;
    LastKnown last_known(rules, as_of, report.warnings, problems);
    last_known.check(ruleset, season.opened);
    report.as_of = as_of;
    report.season = season.id;
    report.title = season.title;
    report.season_digest = season.digest;
    report.year = season.year;
    report.rules_on = season.opened;
    report.known_on = rules.known();
    report.recognising_unit = {season.recognising_unit.id, season.recognising_unit.name};
    report_rules(rules, ruleset, report);
    report.silences = ruleset.effective.silences;
    Round round{ruleset, season, as_of, {}, {}, season.opened, trace};
    round.host = host;
    report_milestones(round, report);
    warn_of_haste(round, report);
    round.deadlines = deadline_readings(round, report);
    for (const RulesChange& change : chosen.changes()) {
        if (as_of < start_of_day(change.from)) break;
        round.later.push_back(later_round(round, change));
        if (may_take(change)) last_known.check(*change.ruleset, change.from);
    }
    problems.throw_if_any();
    replay_all(round, report);
    report_later_rules(rules, round, report);
    return round;
}

inline Report evaluated(const Rules& rules, const Season& season, Instant as_of, Trace trace, HostFacts* host)
{
    const CheckedRules chosen(rules, season);
    const Ruleset& ruleset = chosen.get();
    Report report;
    const Round round = begin(rules, chosen.rules(), season, as_of, trace, report, host);
    rank_all(report);
    if (trace == Trace::full) tell_other_readings(round, report);
    for (const Unit& unit : season.units)
        report.units.push_back({{unit.id, unit.name}, name_of(ruleset.unit_kinds, unit.kind), {}, {}});
    count_quotas(round, report);
    score_indices(round, report);
    report_duties(round, report);
    TodoList(round, report).run();
    if (host != nullptr) report.asked = host->asked();
    return report;
}

}  // namespace detail

SANGKIEN_INLINE Report evaluate(const Rules& rules, const Season& season, Instant as_of, Trace trace)
{
    return detail::evaluated(rules, season, as_of, trace, nullptr);
}

SANGKIEN_INLINE Report evaluate(const Rules& rules, const Season& season, Instant as_of, FactSource& facts, Trace trace)
{
    detail::HostFacts host(facts, season, as_of);
    return detail::evaluated(rules, season, as_of, trace, &host);
}

}  // namespace sangkien
