#pragma once

#include "evaluate_inl.hpp"
#include "outlook.hpp"

namespace sangkien {

namespace detail {

// The events of a table, seen from where a file stands.
class OutlookFrom {
public:
    OutlookFrom(const Table& table, const Position& position, Instant at, const Surroundings& around)
        : table_(table), position_(position), at_(at), around_(around)
    {
    }

    std::vector<EventOutlook> run(std::string_view person) const
    {
        const std::vector<Permitted> here = permitted(table_, position_, at_, around_, person);
        std::vector<EventOutlook> out;
        for (const std::string& event : table_.events()) {
            EventOutlook one;
            one.event = table_.event_name(event);
            one.plan = unblock(table_, position_, event, at_, around_);
            for (const Permitted& open : here)
                if (open.transition->event == event && (!one.here || open.verdict == Truth::pass)) tell(open, one);
            if (!one.here) tell_elsewhere(event, one);
            out.push_back(std::move(one));
        }
        return out;
    }

private:
    void tell(const Permitted& open, EventOutlook& out) const
    {
        out.here = true;
        out.verdict = open.verdict;
        out.findings = open.findings;
        describe(*open.transition, out);
    }

    // Not from this state: what step() says of it, asked by a role that may take it.
    void tell_elsewhere(const std::string& event, EventOutlook& out) const
    {
        for (const Transition& transition : table_.transitions) {
            if (transition.event != event) continue;
            describe(transition, out);
            const std::string role = out.by.empty() ? std::string() : out.by.front().id;
            out.findings = step(table_, position_, event, role, at_, around_).findings;
            return;
        }
    }

    void describe(const Transition& transition, EventOutlook& out) const
    {
        out.by.clear();
        for (const std::uint16_t role : transition.by) out.by.push_back(table_.roles[role]);
        out.citation = transition.citation;
    }

    const Table& table_;
    const Position& position_;
    Instant at_;
    const Surroundings& around_;
};

inline std::vector<InitiativeOutlook> outlook_of(const Rules& rules, const Season& season, Instant as_of,
                                                 std::string_view person, bool ended, HostFacts* host)
{
    const CheckedRules chosen(rules, season);
    std::vector<InitiativeOutlook> out;
    if (!chosen.get().table.stated) return out;
    Report report;
    const Round round = begin(rules, chosen.rules(), season, as_of, Trace::full, report, host);
    for (std::size_t i = 0; i < report.initiatives.size(); ++i) {
        const InitiativeReport& known = report.initiatives[i];
        // A track may still wait for somebody when the main procedure has ended.
        const bool waiting = std::any_of(known.tracks.begin(), known.tracks.end(),
                                         [](const TrackReport& track) { return track.kind == StateKind::waiting; });
        if (!ended && !waiting && (known.kind == StateKind::ended || known.kind == StateKind::withdrawn)) continue;
        InitiativeReport again;
        CaseReplay replay(round, season.initiatives[i], known.score, known.selection ? &*known.selection : nullptr);
        replay.run(again);
        out.push_back({known.id, known.title, *known.state,
                       OutlookFrom(replay.table(), replay.now().position(), as_of, replay.now().around()).run(person)});
    }
    return out;
}

}  // namespace detail

SANGKIEN_INLINE std::vector<InitiativeOutlook> outlook(const Rules& rules, const Season& season, Instant as_of,
                                                       std::string_view person, bool ended)
{
    return detail::outlook_of(rules, season, as_of, person, ended, nullptr);
}

SANGKIEN_INLINE std::vector<InitiativeOutlook> outlook(const Rules& rules, const Season& season, Instant as_of,
                                                       FactSource& facts, std::string_view person, bool ended)
{
    detail::HostFacts host(facts, season, as_of);
    return detail::outlook_of(rules, season, as_of, person, ended, &host);
}

}  // namespace sangkien
