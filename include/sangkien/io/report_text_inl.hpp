#pragma once

#include "report_text.hpp"
#include "text_page_inl.hpp"

namespace sangkien {

namespace detail {

class ReportText : private TextPage {
public:
    ReportText(const Report& report, Language language) : TextPage(language), report_(report) {}

    std::string run()
    {
        head();
        milestones();
        initiatives();
        results();
        ranking();
        units();
        duties();
        todo();
        asked();
        silences();
        return take();
    }

private:
    void head()
    {
        line(0, say(labels::title) + " " + number(report_.year));
        if (!report_.recognising_unit.id.empty()) line(0, say(report_.recognising_unit));
        if (!report_.title.empty()) line(0, report_.title.in(language_));
        line(0, say(labels::as_of) + " " + show(report_.as_of));
        if (report_.known_on) line(0, say(labels::rules_known_on) + " " + show(*report_.known_on));
        heading(labels::rulebooks);
        for (const RulebookUse& use : report_.rulebooks) {
            const std::string mark =
                use.provenance == Provenance::illustrative ? " (" + say(labels::illustrative) + ")" : "";
            line(0, "- " + use.number + ": " + (use.title.empty() ? use.id : use.title.in(language_)) + mark);
        }
        for (const Finding& warning : report_.warnings)
            line(0, "- " + say(labels::warning) + ": " + message(warning, language_) + cite(warning));
        if (!report_.readings.empty()) heading(labels::choices);
        for (const Reading& reading : report_.readings) {
            std::string offered;
            for (const std::string& value : reading.offered) offered += (offered.empty() ? "" : ", ") + value;
            const std::string by = reading.chosen_by == "season" ? " (" + say(labels::by_season) + ")" : "";
            line(0, "- " + reading.path + " = " + reading.value + by + "; " + say(labels::may_read) + ": " + offered +
                        " " + cite(reading.citation));
        }
    }

    void milestones()
    {
        heading(labels::milestones);
        for (const MilestoneReport& milestone : report_.milestones) {
            line(0, "- " + say(milestone.name) + ": " + show(last_moment(milestone.deadline)) + " (" +
                        say(milestone.past ? labels::past : labels::ahead) + ") " + cite(milestone.citation));
            for (const Finding& step : milestone.deadline.steps) line(2, message(step, language_) + cite(step));
            for (const Finding& warning : milestone.warnings)
                line(2, say(labels::warning) + ": " + message(warning, language_) + cite(warning));
        }
    }

    void initiatives()
    {
        heading(labels::initiatives);
        for (const InitiativeReport& initiative : report_.initiatives) put(initiative);
    }

    void put(const InitiativeReport& initiative)
    {
        line(0, initiative.id + (initiative.title.empty() ? "" : " " + initiative.title.in(language_)));
        line(1, join(initiative.units) + "; " +
                    (initiative.area ? say(labels::area) + " " + say(*initiative.area) : say(labels::no_area)) +
                    (initiative.level ? "; " + say(labels::level) + " " + say(*initiative.level) : ""));
        for (const EventReport& event : initiative.events) put(event);
        for (const ClockReport& clock : initiative.clocks) put(clock);
        council(initiative.score);
        for (const Contribution& contribution : initiative.contributions)
            line(1, say(labels::contribution) + ": " + message(contribution.finding, language_) +
                        cite(contribution.finding));
        if (initiative.state) line(1, say(labels::state) + ": " + say(*initiative.state));
        for (const TrackReport& track : initiative.tracks) line(1, say(track.track) + ": " + say(track.state));
        for (const RulesApplied& applied : initiative.rules) {
            line(1, message(applied.finding, language_) + cite(applied.finding));
            if (applied.finding.lift) lift(*applied.finding.lift);
        }
    }

    void put(const EventReport& event)
    {
        const std::string verdict = event.verdict == Truth::pass   ? say(labels::done)
                                    : event.verdict == Truth::fail ? say(labels::refused)
                                                                   : say(labels::undetermined);
        line(1, show(event.at) + ": " + say(event.event) + " (" + say(event.by) + "): " + verdict +
                    (event.to ? " -> " + say(*event.to) : "") + " " + cite(event.citation));
        for (const Finding& finding : event.findings) {
            const bool time = finding.id == FindingId::in_time || finding.id == FindingId::within_period;
            if (finding.verdict == Truth::pass && !time) continue;
            line(2, "- " + message(finding, language_) + cite(finding));
            if (finding.lift) lift(*finding.lift);
        }
    }

    void lift(const Lift& lift)
    {
        line(3, say(lift.possible ? labels::lift : labels::no_lift) + ": " + lift.how.in(language_) +
                    (lift.who ? " (" + say(labels::who) + ": " + say(*lift.who) + ")" : "") +
                    (lift.by ? " (" + limit(*lift.by) + ")" : ""));
    }

    void put(const ClockReport& clock)
    {
        if (clock.reading.suspended && !clock.reading.stopped)
            line(1, say(clock.name) + ": " + say(labels::suspended) + " " + show(*clock.reading.suspended) + " " +
                        cite(clock.citation));
        if (!clock.reading.determined) return;
        const Label kept = clock.kept == Truth::pass   ? labels::kept
                           : clock.kept == Truth::fail ? labels::missed
                                                       : labels::running;
        line(1, say(clock.name) + ": " + show(last_moment(clock.reading.end)) + ", " + say(kept) + " " +
                    cite(clock.citation));
        if (clock.kept == Truth::pass && clock.reading.end.steps.size() < 4) return;
        for (const Finding& step : clock.reading.end.steps) line(3, message(step, language_) + cite(step));
    }

    void council(const ScoreResult& score)
    {
        if (!score.stated || (score.ballots == 0 && score.excluded.empty())) return;
        const Label decision = score.decision == Truth::pass   ? labels::approves
                               : score.decision == Truth::fail ? labels::refuses
                                                               : labels::open;
        std::string summary = say(labels::council) + ": " + say(decision);
        if (score.rounded)
            summary += ", " + show(*score.rounded) + " " + say(labels::points);
        else if (score.total)
            summary += ", " + show(*score.total) + " " + say(labels::points);
        if (score.klass) summary += ", " + say(*score.klass);
        line(1, summary);
        for (const Finding& finding : score.findings)
            if (finding.id != FindingId::minimum_met) line(2, "- " + message(finding, language_) + cite(finding));
    }

    // Which initiatives stand in which state, so that what was recognised and what went to the city is seen at once.
    void results()
    {
        heading(labels::results);
        std::vector<Name> states;
        for (const InitiativeReport& initiative : report_.initiatives) {
            if (!initiative.state) continue;
            bool seen = false;
            for (const Name& state : states) seen = seen || state.id == initiative.state->id;
            if (!seen) states.push_back(*initiative.state);
        }
        for (const Name& state : states) {
            std::string ids;
            for (const InitiativeReport& initiative : report_.initiatives)
                if (initiative.state && initiative.state->id == state.id) ids += " " + initiative.id;
            line(0, "- " + say(state) + ":" + ids);
        }
    }

    void ranking()
    {
        if (report_.ranking.empty()) return;
        heading(labels::ranking);
        for (const std::size_t index : report_.ranking) {
            const InitiativeReport& initiative = report_.initiatives[index];
            const Truth chosen = initiative.selection->chosen;
            const Label mark = chosen == Truth::pass   ? labels::chosen
                               : chosen == Truth::fail ? labels::not_chosen
                                                       : labels::open;
            line(0, number(*initiative.selection->rank) + ". " + initiative.id +
                        (initiative.score.rounded ? " " + show(*initiative.score.rounded) : "") + ": " + say(mark));
            if (chosen == Truth::undetermined)
                for (const Finding& finding : initiative.selection->findings)
                    line(2, "- " + message(finding, language_) + cite(finding));
        }
    }

    void units()
    {
        heading(labels::units);
        for (const UnitReport& unit : report_.units) {
            line(0, name_id(unit.name) + " (" + say(unit.kind) + ")");
            for (const QuotaResult& quota : unit.quota) {
                const Label mark = quota.verdict == Truth::pass   ? labels::quota_met
                                   : quota.verdict == Truth::fail ? labels::quota_short
                                                                  : labels::undetermined;
                line(1, say(labels::quota) + ": " + say(mark));
                for (const Finding& finding : quota.findings)
                    line(2, "- " + message(finding, language_) + cite(finding));
            }
            if (unit.index) index(*unit.index);
        }
    }

    void index(const UnitIndex& index)
    {
        line(1, say(labels::index_total) + ": " + show(index.total) + " / " + show(index.max) +
                    (index.open > Ratio(0) ? " (" + say(labels::still_open) + ": " + show(index.open) + ")" : ""));
        for (const ComponentScore& component : index.components)
            if (!component.points) line(2, "- " + message(component.finding, language_) + cite(component.finding));
    }

    void duties()
    {
        if (report_.duties.empty()) return;
        heading(labels::duties);
        for (const DutyReport& duty : report_.duties) {
            std::string text = "- " + say(duty.name) + " (" + say(duty.who) + "): ";
            text += duty.done ? say(labels::done) + " " + show(*duty.done) : say(labels::not_done);
            if (!duty.due)
                text += "; " + say(labels::no_date);
            else
                text += "; " + limit(*duty.due) + (duty.kept == Truth::fail ? ", " + say(labels::overdue) : "");
            line(0, text + " " + cite(duty.citation));
        }
    }

    void todo()
    {
        heading(labels::todo);
        if (report_.todo.empty()) line(0, say(labels::none));
        for (const Todo& todo : report_.todo) {
            std::string text = todo.who.empty() ? "- " : "- " + join(todo.who) + ": ";
            if (todo.unit) text += say(*todo.unit) + ": ";
            if (!todo.initiative.empty()) text += todo.initiative + ": ";
            text += todo.what.in(language_);
            if (todo.by) text += " (" + limit(*todo.by) + (todo.overdue ? ", " + say(labels::overdue) : "") + ")";
            line(0, text + " " + cite(todo.citation));
        }
    }

    void asked()
    {
        if (!report_.asked || report_.asked->empty()) return;
        heading(labels::asked);
        for (const AskedFact& fact : *report_.asked) {
            const Label value = fact.value == Truth::pass   ? labels::stated_true
                                : fact.value == Truth::fail ? labels::stated_false
                                                            : labels::undetermined;
            line(0, "- " + fact.initiative + ": " + say(fact.fact) + ": " + say(value));
        }
    }

    void silences()
    {
        if (!report_.silences.empty()) heading(labels::silences);
        for (const Silence& silence : report_.silences)
            line(0, "- " + silence.words.in(language_) +
                        (silence.clause.empty() ? " [" + silence.rulebook + "]" : " [" + silence.clause + "]"));
        out_ += '\n';
        if (!report_.season_digest.empty()) line(0, say(labels::digest) + ": " + report_.season_digest);
        line(0, say(labels::library) + " " + version());
    }

    const Report& report_;
};

}  // namespace detail

SANGKIEN_INLINE std::string report_text(const Report& report, Language language)
{
    return detail::ReportText(report, language).run();
}

}  // namespace sangkien
