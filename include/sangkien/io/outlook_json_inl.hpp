#pragma once

#include "outlook_json.hpp"
#include "report_parts_inl.hpp"

namespace sangkien {

namespace detail {

inline void put_plan(JsonWriter& out, const Plan& plan)
{
    out.begin_object();
    out.member("verdict", word(plan.verdict));
    out.key("steps");
    out.begin_list();
    for (const PlannedStep& step : plan.steps) {
        out.begin_object();
        out.key("step");
        put_name(out, step.name);
        out.key("by");
        put_names(out, step.by);
        out.key("to");
        put_name(out, step.to);
        out.key("citation");
        put_citation(out, step.citation);
        out.member("from", step.from);
        out.key("ways");
        out.begin_list();
        for (const Way& way : step.ways) {
            out.begin_object();
            out.key("needs");
            put_findings(out, way.needs);
            out.member("from", way.from);
            put_optional(out, "until", way.until);
            out.end_object();
        }
        out.end_list();
        if (step.more) out.member("more", true);
        out.end_object();
    }
    out.end_list();
    out.key("barriers");
    put_findings(out, plan.barriers);
    out.end_object();
}

inline void put_event(JsonWriter& out, const EventOutlook& event)
{
    out.begin_object();
    out.key("event");
    put_name(out, event.event);
    out.key("by");
    put_names(out, event.by);
    out.key("citation");
    put_citation(out, event.citation);
    out.member("here", event.here);
    out.member("verdict", word(event.verdict));
    out.key("findings");
    put_findings(out, event.findings);
    out.key("plan");
    put_plan(out, event.plan);
    out.end_object();
}

}  // namespace detail

SANGKIEN_INLINE std::string outlook_json(const std::vector<InitiativeOutlook>& outlook, Instant as_of)
{
    JsonWriter out;
    out.begin_object();
    out.member("sangkien", version());
    out.member("as_of", as_of);
    out.key("initiatives");
    out.begin_list();
    for (const InitiativeOutlook& initiative : outlook) {
        out.begin_object();
        out.member("id", initiative.id);
        out.key("title");
        detail::put_words(out, initiative.title);
        out.key("state");
        detail::put_name(out, initiative.state);
        out.key("events");
        out.begin_list();
        for (const EventOutlook& event : initiative.events) detail::put_event(out, event);
        out.end_list();
        out.end_object();
    }
    out.end_list();
    out.end_object();
    return out.take();
}

}  // namespace sangkien
