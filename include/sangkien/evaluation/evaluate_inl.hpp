#pragma once

#include "check_inl.hpp"
#include "evaluate.hpp"
#include "other_readings_inl.hpp"
#include "todo_inl.hpp"

namespace sangkien {

namespace detail {

inline void report_rules(const Rules& rules, const Ruleset& ruleset, Report& report)
{
    for (const std::size_t index : ruleset.rulebooks) {
        const Rulebook& book = rules.rulebooks()[index];
        report.rulebooks.push_back(
            {book.id, book.document.number, book.title, book.layer, book.document.provenance, book.digest});
    }
    report.readings = ruleset.effective.readings;
    report.silences = ruleset.effective.silences;
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
            reading.name = found->name;
            reading.choices = found->choices;
        }
        out.push_back(std::move(reading));
    }
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

// Selection looks at what every initiative has reached without it; only then are the events replayed for good.
inline void replay_all(const Round& round, Report& report)
{
    const std::vector<Initiative>& initiatives = round.season.initiatives;
    std::vector<SelectionCandidate> candidates;
    for (std::size_t i = 0; i < initiatives.size(); ++i) {
        report.initiatives.push_back(describe(round, initiatives[i]));
        report.initiatives[i].score = score(round.ruleset.rubric, round.season, initiatives[i], round.as_of);
    }
    if (round.ruleset.selection.stated) {
        for (std::size_t i = 0; i < initiatives.size(); ++i) {
            InitiativeReport first = describe(round, initiatives[i]);
            Replay(round, initiatives[i], report.initiatives[i].score, nullptr).run(first);
            candidates.push_back({i, &report.initiatives[i].score,
                                  has_reached(round.ruleset.table, first, round.ruleset.selection.among)});
        }
        for (SelectionResult& result : select(round.ruleset.selection, candidates))
            report.initiatives[result.initiative].selection = std::move(result);
    }
    for (std::size_t i = 0; i < initiatives.size(); ++i) {
        InitiativeReport& out = report.initiatives[i];
        Replay replay(round, initiatives[i], out.score, out.selection ? &*out.selection : nullptr);
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

}  // namespace detail

SANGKIEN_INLINE Report evaluate(const Rules& rules, const Season& season, Instant as_of)
{
    Problems problems;
    const detail::SeasonRules chosen(rules, season, problems);
    if (chosen.get() != nullptr) detail::SeasonCheck(*chosen.get(), season, problems).run();
    problems.throw_if_any();
    const Ruleset& ruleset = *chosen.get();

    Report report;
    report.as_of = as_of;
    report.season = season.id;
    report.title = season.title;
    report.season_digest = season.digest;
    report.year = season.year;
    report.rules_on = season.opened;
    report.known_on = rules.known();
    report.recognising_unit = {season.recognising_unit.id, season.recognising_unit.name};
    detail::report_rules(rules, ruleset, report);

    detail::Round round{ruleset, season, as_of, {}};
    detail::report_milestones(round, report);
    detail::warn_of_haste(round, report);
    round.deadlines = detail::deadline_readings(round, report);
    detail::replay_all(round, report);
    detail::rank_all(report);
    detail::tell_other_readings(round, report);
    for (const Unit& unit : season.units)
        report.units.push_back({{unit.id, unit.name}, detail::name_of(ruleset.unit_kinds, unit.kind), {}, {}});
    detail::count_quotas(round, report);
    detail::score_indices(round, report);
    detail::report_duties(round, report);
    detail::TodoList(round, report).run();
    return report;
}

}  // namespace sangkien
