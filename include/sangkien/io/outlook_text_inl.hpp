#pragma once

#include <algorithm>

#include "outlook_text.hpp"
#include "text_page_inl.hpp"

namespace sangkien {

namespace detail {

namespace labels {

constexpr Label outlook{"VIỆC CÓ THỂ LÀM", "WHAT MAY BE DONE"};
constexpr Label nothing_open{"Không còn sáng kiến nào đang mở.", "No initiative is open any more."};
constexpr Label allowed{"ĐƯỢC", "ALLOWED"};
constexpr Label never{"Không bao giờ được nữa", "Never any more"};
constexpr Label to_unblock{"Để gỡ", "To unblock"};
constexpr Label one_way{"Cách", "Way"};
constexpr Label steps_first{"Phải qua", "By way of"};
constexpr Label not_before{"sớm nhất", "not before"};
constexpr Label more_ways{"Còn cách khác, khó hơn.", "There are other ways, harder ones."};
constexpr Label gone{"Không còn bước nào dẫn tới", "No step leads any more to"};

}  // namespace labels

class OutlookText : private TextPage {
public:
    OutlookText(Instant as_of, Language language) : TextPage(language), as_of_(as_of) {}

    std::string run(const std::vector<InitiativeOutlook>& initiatives)
    {
        line(0, say(labels::outlook));
        line(0, say(labels::as_of) + ": " + show(as_of_));
        if (initiatives.empty()) line(0, say(labels::nothing_open));
        for (const InitiativeOutlook& initiative : initiatives) put(initiative);
        return take();
    }

private:
    void put(const InitiativeOutlook& initiative)
    {
        out_ += '\n';
        line(0, initiative.id + (initiative.title.empty() ? "" : " " + initiative.title.in(language_)) + ": " +
                    say(initiative.state));
        // What can be done comes first, then what is unclear, then what cannot be.
        for (const Truth verdict : {Truth::pass, Truth::undetermined, Truth::fail})
            for (const EventOutlook& event : initiative.events)
                if (event.verdict == verdict && !gone(event)) put(event);
        std::string passed;
        for (const EventOutlook& event : initiative.events)
            if (gone(event)) passed += (passed.empty() ? ": " : "; ") + say(event.event);
        if (!passed.empty()) line(1, say(labels::gone) + passed + ".");
    }

    static bool gone(const EventOutlook& event)
    {
        const Findings& barriers = event.plan.barriers;
        return barriers.size() == 1 && barriers.front().id == FindingId::no_way_from_here;
    }

    void put(const EventOutlook& event)
    {
        const Label mark = event.verdict == Truth::pass   ? labels::allowed
                           : event.verdict == Truth::fail ? labels::refused
                                                          : labels::undetermined;
        line(1, say(mark) + ": " + say(event.event) + " (" + join(event.by) + ") " + cite(event.citation));
        if (event.verdict == Truth::pass) {
            for (const Finding& finding : event.findings)
                if (finding.id == FindingId::must_be_other) put(finding);
            limits(event.plan, 2);
            return;
        }
        // Of a step that does not leave from here the plan says what its guards will ask.
        for (const Finding& finding : event.findings)
            if (finding.verdict != Truth::pass && (event.here || finding.id == FindingId::wrong_state)) put(finding);
        if (event.plan.verdict == Truth::fail)
            never(event.plan);
        else
            put(event.plan);
    }

    void put(const Finding& finding) { line(2, "- " + message(finding, language_) + cite(finding)); }

    void never(const Plan& plan)
    {
        line(2, say(labels::never) + ".");
        for (const Finding& barrier : plan.barriers) put(barrier);
    }

    void limits(const Plan& plan, int indent)
    {
        if (!plan.steps.empty() && !plan.steps.back().ways.empty() && plan.steps.back().ways.front().until)
            line(indent, upper(limit(*plan.steps.back().ways.front().until)) + ".");
    }

    static std::string upper(std::string text)
    {
        if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
        return text;
    }

    void put(const Plan& plan)
    {
        if (plan.steps.size() > 1) {
            std::string route;
            for (const PlannedStep& step : plan.steps) route += (route.empty() ? "" : " → ") + say(step.name);
            line(2, say(labels::steps_first) + ": " + route + ".");
        }
        for (const PlannedStep& step : plan.steps) put(step, plan.steps.size() > 1);
    }

    void put(const PlannedStep& step, bool named)
    {
        const bool free = std::any_of(step.ways.begin(), step.ways.end(),
                                      [&](const Way& way) { return way.needs.empty() && way.from == as_of_; });
        std::string head = named ? say(step.name) + " (" + join(step.by) + ")" : say(labels::to_unblock);
        if (as_of_ < step.from) head += ", " + say(labels::not_before) + " " + show(step.from);
        if (free && !named) return;
        if (free) return line(2, head + ".");
        line(2, head + ":");
        const std::vector<const Way*> ways = likely(step.ways);
        const bool several = ways.size() > 1;
        for (std::size_t i = 0; i < ways.size(); ++i) {
            const std::string way = say(labels::one_way) + " " + number(static_cast<std::int64_t>(i + 1));
            if (several)
                line(3, way + limits_of(*ways[i]) + ":");
            else if (ways[i]->until)
                line(3, upper(limit(*ways[i]->until)) + ".");
            for (const Finding& need : ways[i]->needs) put_need(need, several ? 4 : 3);
        }
        if (step.more || ways.size() < step.ways.size()) line(3, say(labels::more_ways));
    }

    // Nobody plans to state the opposite of what was stated, where there is another way.
    static std::vector<const Way*> likely(const std::vector<Way>& ways)
    {
        std::vector<const Way*> out, all;
        for (const Way& way : ways) {
            all.push_back(&way);
            const auto restated = [](const Finding& need) { return need.id == FindingId::fact_stated; };
            if (std::none_of(way.needs.begin(), way.needs.end(), restated)) out.push_back(&way);
        }
        return out.empty() ? all : out;
    }

    std::string limits_of(const Way& way) const
    {
        std::string out;
        if (as_of_ < way.from) out = say(labels::not_before) + " " + show(way.from);
        if (way.until) out += (out.empty() ? "" : ", ") + limit(*way.until);
        return out.empty() ? out : " (" + out + ")";
    }

    void put_need(const Finding& need, int indent)
    {
        std::string text = "- " + message(need, language_);
        if (need.lift) {
            text += " " + need.lift->how.in(language_);
            if (need.lift->who) text += " (" + say(labels::who) + ": " + say(*need.lift->who) + ")";
        }
        line(indent, text + cite(need));
    }

    Instant as_of_;
};

}  // namespace detail

SANGKIEN_INLINE std::string outlook_text(const std::vector<InitiativeOutlook>& outlook, Instant as_of,
                                         Language language)
{
    return detail::OutlookText(as_of, language).run(outlook);
}

}  // namespace sangkien
