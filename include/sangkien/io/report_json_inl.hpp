#pragma once

#include "duty_parts_inl.hpp"
#include "report_json.hpp"
#include "report_parts_inl.hpp"
#include "report_units_inl.hpp"

namespace sangkien {

namespace detail {

class ReportJson {
public:
    explicit ReportJson(const Report& report) : report_(report) {}

    std::string run()
    {
        out_.begin_object();
        out_.member("report", 1);
        out_.member("library", version());
        out_.member("as_of", to_text(report_.as_of));
        season();
        list("rulebooks", report_.rulebooks, [&](const RulebookUse& use) { rulebook(use); });
        list("choices", report_.readings, [&](const Reading& reading) { choice(reading); });
        list("silences", report_.silences, [&](const Silence& silence) { silent(silence); });
        if (!report_.warnings.empty()) {
            out_.key("warnings");
            put_findings(out_, report_.warnings);
        }
        list("milestones", report_.milestones, [&](const MilestoneReport& milestone) { put(milestone); });
        list("initiatives", report_.initiatives, [&](const InitiativeReport& initiative) { put(initiative); });
        list("ranking", report_.ranking, [&](std::size_t i) { ranked(report_.initiatives[i]); });
        list("units", report_.units, [&](const UnitReport& unit) { put_unit(out_, unit); });
        list("duties", report_.duties, [&](const DutyReport& duty) { put_duty(out_, duty); });
        list("todo", report_.todo, [&](const Todo& todo) { put_todo(out_, todo); });
        if (report_.asked) list("asked", *report_.asked, [&](const AskedFact& fact) { put(fact); });
        out_.end_object();
        return out_.take();
    }

private:
    template <class Items, class Put>
    void list(std::string_view key, const Items& items, Put put_item)
    {
        out_.key(key);
        out_.begin_list();
        for (const auto& item : items) put_item(item);
        out_.end_list();
    }

    void season()
    {
        out_.key("season");
        out_.begin_object();
        out_.member("id", report_.season);
        out_.key("title");
        put_words(out_, report_.title);
        out_.member("year", report_.year);
        out_.member("rules_on", to_text(report_.rules_on));
        if (report_.known_on) out_.member("known_on", to_text(*report_.known_on));
        out_.key("recognising_unit");
        put_name(out_, report_.recognising_unit);
        out_.member("sha256", report_.season_digest);
        out_.end_object();
    }

    void rulebook(const RulebookUse& use)
    {
        out_.begin_object();
        out_.member("id", use.id);
        out_.member("layer", word(use.layer));
        out_.member("number", use.number);
        out_.key("title");
        put_words(out_, use.title);
        out_.member("provenance", word(use.provenance));
        out_.member("sha256", use.digest);
        out_.end_object();
    }

    void choice(const Reading& reading)
    {
        out_.begin_object();
        out_.member("path", reading.path);
        out_.member("value", reading.value);
        out_.member("chosen_by", reading.chosen_by);
        out_.key("offered");
        put_texts(out_, reading.offered);
        out_.key("citation");
        put_citation(out_, reading.citation);
        out_.end_object();
    }

    void silent(const Silence& silence)
    {
        out_.begin_object();
        out_.member("path", silence.path);
        out_.member("rulebook", silence.rulebook);
        out_.member("clause", silence.clause);
        out_.key("words");
        put_words(out_, silence.words);
        out_.end_object();
    }

    void put(const MilestoneReport& milestone)
    {
        out_.begin_object();
        out_.key("milestone");
        put_name(out_, milestone.name);
        out_.key("who");
        put_name(out_, milestone.who);
        out_.key("deadline");
        put_deadline(out_, milestone.deadline);
        out_.member("past", milestone.past);
        out_.key("citation");
        put_citation(out_, milestone.citation);
        out_.key("choices");
        put_texts(out_, milestone.choices);
        out_.key("warnings");
        put_findings(out_, milestone.warnings);
        out_.end_object();
    }

    void put(const InitiativeReport& initiative)
    {
        out_.begin_object();
        out_.member("id", initiative.id);
        out_.key("title");
        put_words(out_, initiative.title);
        out_.key("units");
        put_names(out_, initiative.units);
        put_optional(out_, "area", initiative.area);
        put_optional(out_, "level", initiative.level);
        put_optional(out_, "state", initiative.state);
        out_.member("kind", word(initiative.kind));
        if (!initiative.tracks.empty())
            list("tracks", initiative.tracks, [&](const TrackReport& track) { put(track); });
        list("reached", initiative.reached, [&](const Reached& reached) { put(reached); });
        list("events", initiative.events, [&](const EventReport& event) { put(event); });
        list("clocks", initiative.clocks, [&](const ClockReport& clock) { put(clock); });
        out_.key("score");
        put_score(out_, initiative.score);
        out_.key("selection");
        if (initiative.selection)
            put_selection(out_, *initiative.selection);
        else
            out_.null();
        list("contributions", initiative.contributions,
             [&](const Contribution& contribution) { put_contribution(out_, contribution); });
        list("next", initiative.next, [&](const NextStep& next) { put(next); });
        if (!initiative.duties.empty())
            list("duties", initiative.duties, [&](const OpenDuty& duty) { put_open_duty(out_, duty); });
        if (!initiative.rules.empty())
            list("rules", initiative.rules, [&](const RulesApplied& applied) { put(applied); });
        out_.end_object();
    }

    void put(const AskedFact& asked)
    {
        out_.begin_object(true);
        out_.member("initiative", asked.initiative);
        out_.key("fact");
        put_name(out_, asked.fact);
        out_.member("value", word(asked.value));
        out_.end_object();
    }

    void put(const RulesApplied& applied)
    {
        out_.begin_object();
        out_.member("from", to_text(applied.from));
        out_.member("rules_on", to_text(applied.rules_on));
        out_.key("findings");
        put_findings(out_, {applied.finding});
        out_.end_object();
    }

    void put(const Reached& reached)
    {
        out_.begin_object(true);
        out_.key("state");
        put_name(out_, reached.state);
        out_.member("at", to_text(reached.at));
        out_.end_object();
    }

    void put(const EventReport& event)
    {
        out_.begin_object();
        out_.key("event");
        put_name(out_, event.event);
        out_.member("at", to_text(event.at));
        out_.key("by");
        put_name(out_, event.by);
        out_.member("actor", event.actor);
        out_.member("verdict", word(event.verdict));
        out_.key("from");
        put_name(out_, event.from);
        put_optional(out_, "to", event.to);
        out_.key("citation");
        put_citation(out_, event.citation);
        out_.key("findings");
        put_findings(out_, event.findings);
        out_.end_object();
    }

    void put(const TrackReport& track)
    {
        out_.begin_object();
        out_.key("track");
        put_name(out_, track.track);
        out_.key("state");
        put_name(out_, track.state);
        out_.member("kind", word(track.kind));
        out_.key("citation");
        put_citation(out_, track.citation);
        out_.end_object();
    }

    void put(const ClockReport& clock)
    {
        out_.begin_object();
        out_.key("clock");
        put_name(out_, clock.name);
        out_.key("who");
        put_name(out_, clock.who);
        out_.member("start", to_text(clock.start));
        out_.key("deadline");
        put_deadline(out_, clock.reading.end);
        put_optional(out_, "stopped", clock.reading.stopped);
        if (clock.reading.suspended) put_optional(out_, "suspended", clock.reading.suspended);
        out_.member("kept", word(clock.kept));
        out_.key("citation");
        put_citation(out_, clock.citation);
        out_.end_object();
    }

    void put(const NextStep& next)
    {
        out_.begin_object();
        out_.key("step");
        put_name(out_, next.name);
        out_.key("by");
        put_names(out_, next.by);
        out_.member("verdict", word(next.verdict));
        out_.key("citation");
        put_citation(out_, next.citation);
        out_.key("findings");
        put_findings(out_, next.findings);
        out_.end_object();
    }

    void ranked(const InitiativeReport& initiative)
    {
        out_.begin_object(true);
        out_.member("rank", *initiative.selection->rank);
        out_.member("initiative", initiative.id);
        out_.member("chosen", word(initiative.selection->chosen));
        out_.end_object();
    }

    const Report& report_;
    JsonWriter out_;
};

}  // namespace detail

SANGKIEN_INLINE std::string report_json(const Report& report) { return detail::ReportJson(report).run(); }

}  // namespace sangkien
