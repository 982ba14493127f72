#pragma once

#include <algorithm>

#include "guard_compiler_inl.hpp"
#include "table.hpp"

namespace sangkien {

SANGKIEN_INLINE const char* word(StateKind kind) noexcept
{
    static constexpr const char* words[] = {"open", "waiting", "decided", "ended", "withdrawn"};
    return words[static_cast<int>(kind)];
}

SANGKIEN_INLINE std::optional<std::uint16_t> Table::state(std::string_view id) const noexcept
{
    for (std::size_t i = 0; i < states.size(); ++i)
        if (states[i].name.id == id) return static_cast<std::uint16_t>(i);
    return std::nullopt;
}

SANGKIEN_INLINE std::optional<std::uint16_t> Table::role(std::string_view id) const noexcept
{
    for (std::size_t i = 0; i < roles.size(); ++i)
        if (roles[i].id == id) return static_cast<std::uint16_t>(i);
    return std::nullopt;
}

SANGKIEN_INLINE bool Table::has_event(std::string_view id) const noexcept
{
    return std::any_of(transitions.begin(), transitions.end(),
                       [&](const Transition& transition) { return transition.event == id; });
}

SANGKIEN_INLINE Name Table::event_name(std::string_view event) const
{
    for (const Transition& transition : transitions)
        if (transition.event == event) return {transition.event, transition.name.words};
    return {std::string(event), {}};
}

SANGKIEN_INLINE std::vector<std::string> Table::events() const
{
    std::vector<std::string> out;
    for (const Transition& transition : transitions)
        if (std::find(out.begin(), out.end(), transition.event) == out.end()) out.push_back(transition.event);
    return out;
}

SANGKIEN_INLINE Position Table::beginning() const
{
    Position out{start};
    for (const Track& track : tracks) out.push_back(track.start);
    return out;
}

SANGKIEN_INLINE Position Table::beginning_with(std::uint16_t state) const
{
    Position out = beginning();
    move(out, state);
    return out;
}

namespace detail {

class TableCompiler {
public:
    TableCompiler(const TableSources& sources, Problems& problems)
        : sources_(sources), problems_(problems), guards_(sources, problems, table_)
    {
    }

    Table run()
    {
        for (Node role : children(sources_.roles)) table_.roles.push_back(term_of(role));
        for (Node level : children(sources_.levels)) table_.levels.push_back(term_of(level));
        for (Node document : children(sources_.documents)) table_.documents.push_back(term_of(document));
        for (Node fact : children(sources_.facts)) table_.facts.push_back(fact_rule(fact));
        table_.deadlines = keys(sources_.schedule);
        table_.clocks = keys(sources_.clocks);
        guards_.conditions();
        if (!sources_.lifecycle) return std::move(table_);
        table_.stated = true;
        Fields f(sources_.lifecycle, problems_);
        const Node tracks = sources_.tracks;
        for (Node track : children(tracks))
            table_.tracks.push_back({{std::string(track.key()), {}}, 0, track.citation()});
        for (Node state : children(f.object("states"))) add_state(state);
        if (const auto index = state_of(f.any("start"), 0)) table_.start = *index;
        std::uint16_t index = 0;
        for (Node track : children(tracks)) add_track(track, ++index);
        for (Node transition : children(f.object("transitions"))) add_transition(transition);
        f.allow_annotations();
        f.finish();
        for (Node safeguard : children(sources_.safeguards)) add_safeguard(safeguard);
        return std::move(table_);
    }

private:
    Name term_of(Node entry)
    {
        Fields f(entry, problems_);
        Name out = f.name();
        f.allow_annotations();
        f.finish();
        return out;
    }

    FactRule fact_rule(Node entry)
    {
        Fields f(entry, problems_);
        FactRule out{f.name(), std::nullopt, entry.citation()};
        if (const Node by = f.any("stated-by", Need::optional))
            if (const auto role = role_of(by)) out.stated_by = table_.roles[*role];
        f.allow_annotations();
        f.finish();
        return out;
    }

    // Its states are known by now.
    void add_track(Node entry, std::uint16_t track)
    {
        Fields f(entry, problems_);
        table_.tracks[track - 1].name = f.name();
        if (const auto start = state_of(f.any("start"), track)) table_.tracks[track - 1].start = *start;
        f.allow_annotations();
        f.finish();
    }

    void add_state(Node entry)
    {
        Fields f(entry, problems_);
        State state{f.name(),
                    static_cast<StateKind>(f.word("kind", {"open", "waiting", "decided", "ended", "withdrawn"})), 0};
        if (const Node track = f.any("track", Need::optional)) {
            std::vector<std::string> known;
            for (const Track& one : table_.tracks) known.push_back(one.name.id);
            if (const auto index = guards_.look_up(track, known, {"tuyến", "track"}))
                state.track = static_cast<std::uint16_t>(*index + 1);
        }
        f.allow_annotations();
        f.finish();
        table_.states.push_back(std::move(state));
    }

    void add_transition(Node entry)
    {
        Fields f(entry, problems_);
        Transition out;
        out.name = f.name();
        out.event = f.has("on") ? f.text("on") : out.name.id;
        out.citation = entry.citation();
        for (Node state : one_or_more(f.any("from")))
            if (const auto index =
                    out.from.empty() ? state_of(state) : state_of(state, table_.states[out.from.front()].track))
                out.from.push_back(*index);
        // A step stays in the track it begins in.
        const std::uint16_t track = out.from.empty() ? std::uint16_t{0} : table_.states[out.from.front()].track;
        if (const Node to = f.any("to"))
            if (const auto index = out.from.empty() ? state_of(to) : state_of(to, track)) out.to = *index;
        for (Node role : one_or_more(f.any("by")))
            if (const auto index = role_of(role)) out.by.push_back(*index);
        if (const Node when = f.any("when", Need::optional)) out.guard = guards_.compile(when);
        f.allow_annotations();
        f.finish();
        table_.transitions.push_back(std::move(out));
    }

    // It makes the steps on its events stricter, never looser.
    void add_safeguard(Node entry)
    {
        Fields f(entry, problems_);
        f.name();
        std::vector<std::string> events;
        for (Node on : one_or_more(f.any("on")))
            if (const auto index = guards_.look_up(on, table_.events(), {"sự kiện", "event"}))
                events.push_back(table_.events()[*index]);
        std::optional<std::uint16_t> guard;
        if (const Node when = f.any("when")) guard = guards_.compile(when);
        f.allow_annotations();
        f.finish();
        if (!guard) return;
        for (Transition& transition : table_.transitions)
            if (std::find(events.begin(), events.end(), transition.event) != events.end())
                transition.guard = transition.guard ? guards_.both(*transition.guard, *guard, entry) : guard;
    }

    static std::vector<Node> one_or_more(Node node)
    {
        if (!node.is(Kind::list)) return node ? std::vector<Node>{node} : std::vector<Node>{};
        std::vector<Node> out;
        for (Node item : children(node)) out.push_back(item);
        return out;
    }

    std::optional<std::uint16_t> state_of(Node node)
    {
        std::vector<std::string> known;
        for (const State& state : table_.states) known.push_back(state.name.id);
        return guards_.look_up(node, known, {"trạng thái", "state"});
    }

    // One of that track.
    std::optional<std::uint16_t> state_of(Node node, std::uint16_t track)
    {
        std::vector<std::string> known;
        std::vector<std::uint16_t> indices;
        for (std::size_t i = 0; i < table_.states.size(); ++i) {
            if (table_.states[i].track != track) continue;
            known.push_back(table_.states[i].name.id);
            indices.push_back(static_cast<std::uint16_t>(i));
        }
        Words what{"trạng thái", "state"};
        if (track > 0) {
            const std::string& id = table_.tracks[track - 1].name.id;
            what = {"trạng thái của tuyến \"" + id + "\"", "state of track \"" + id + "\""};
        } else if (!table_.tracks.empty()) {
            what = {"trạng thái của trình tự chính", "state of the main procedure"};
        }
        const auto found = guards_.look_up(node, known, what);
        return found ? std::optional(indices[*found]) : std::nullopt;
    }

    std::optional<std::uint16_t> role_of(Node node)
    {
        return guards_.look_up(node, ids(table_.roles), {"vai trò", "role"});
    }

    TableSources sources_;
    Problems& problems_;
    Table table_;
    GuardCompiler guards_;
};

}  // namespace detail

SANGKIEN_INLINE Table compile_table(const TableSources& sources, Problems& problems)
{
    return detail::TableCompiler(sources, problems).run();
}

}  // namespace sangkien
