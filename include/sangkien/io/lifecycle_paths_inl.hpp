#pragma once

#include "../lifecycle/guard_ways.hpp"
#include "../lifecycle/paths.hpp"
#include "json_writer.hpp"
#include "lifecycle_parts_inl.hpp"
#include "lifecycle_paths.hpp"

namespace sangkien {

namespace detail {

class PathsJson {
public:
    PathsJson(const Ruleset& rules, const PathChoice& choice)
        : table_(rules.table),
          root_(rules.effective.tree.root()),
          conditions_(rules.effective.tree.root().get("conditions")),
          choice_(choice)
    {
    }

    std::string run()
    {
        out_.begin_object();
        out_.key("start");
        if (table_.states.empty())
            out_.null();
        else
            out_.value(id(table_.start));
        shortest();
        out_.key("refusals");
        out_.begin_list();
        for (const Refusal& refusal : refusals(table_)) put(refusal);
        out_.end_list();
        if (choice_.simple) put("simple", simple_paths(table_, std::nullopt, choice_.most));
        if (choice_.steps > 0) put("all", all_paths(table_, choice_.steps, choice_.most));
        out_.end_object();
        return out_.take();
    }

private:
    const std::string& id(std::uint16_t state) const { return table_.states[state].name.id; }

    void shortest()
    {
        out_.key("shortest");
        out_.begin_list();
        const auto paths = shortest_paths(table_);
        for (std::size_t i = 0; i < paths.size(); ++i) {
            out_.begin_object();
            out_.member("to", table_.states[i].name.id);
            out_.key("steps");
            if (paths[i])
                put(*paths[i]);
            else
                out_.null();
            out_.end_object();
        }
        out_.end_list();
    }

    void put(const char* name, const Paths& paths)
    {
        out_.key(name);
        out_.begin_object();
        out_.member("complete", paths.complete);
        out_.key("paths");
        out_.begin_list();
        for (const Path& path : paths.paths) put(path);
        out_.end_list();
        out_.end_object();
    }

    void put(const Path& path)
    {
        out_.begin_list();
        for (const PathStep& step : path) put(step);
        out_.end_list();
    }

    void put(const PathStep& step)
    {
        const Transition& transition = table_.transitions[step.transition];
        out_.begin_object(true);
        out_.member("step", transition.name.id);
        out_.member("event", transition.event);
        role(transition.by.empty() ? std::nullopt : std::optional<std::uint16_t>(transition.by.front()));
        out_.member("from", id(step.from));
        out_.member("to", id(step.to));
        out_.key("when");
        const auto ways = guard_ways(when(transition), conditions_, true, 1);
        if (ways.empty())
            out_.null();  // a guard that is never met
        else
            put(ways.front());
        out_.end_object();
    }

    void put(const Refusal& refusal)
    {
        const Transition& transition = table_.transitions[refusal.transition];
        out_.begin_object();
        out_.member("why", word(refusal.kind));
        out_.member("state", id(refusal.state));
        out_.member("step", transition.name.id);
        out_.member("event", transition.event);
        role(refusal.role);
        out_.key("before");
        put(refusal.before);
        if (refusal.kind == RefusalKind::guard_unmet) {
            out_.key("unmet");
            out_.begin_list();
            for (const GuardWay& way : guard_ways(when(transition), conditions_, false, choice_.ways)) put(way);
            out_.end_list();
        }
        out_.end_object();
    }

    void put(const GuardWay& way)
    {
        out_.begin_list(true);
        for (const LeafValue& value : way) {
            out_.begin_object(true);
            out_.member("kind", value.leaf.kind);
            out_.member("of", value.leaf.subject);
            out_.member("holds", value.holds);
            out_.end_object();
        }
        out_.end_list();
    }

    void role(std::optional<std::uint16_t> index)
    {
        out_.key("by");
        if (index)
            out_.value(table_.roles[*index].id);
        else
            out_.null();
    }

    std::vector<Node> when(const Transition& transition) const
    {
        return guards_on(root_, transition.name.id, transition.event);
    }

    const Table& table_;
    Node root_, conditions_;
    PathChoice choice_;
    JsonWriter out_;
};

// "draft > file > filed > accept > accepted"
inline std::string path_line(const Table& table, const Path& path)
{
    std::string out = table.states.empty() ? "" : table.states[path.empty() ? table.start : path.front().from].name.id;
    for (const PathStep& step : path)
        out += " > " + table.transitions[step.transition].name.id + " > " + table.states[step.to].name.id;
    return out;
}

}  // namespace detail

SANGKIEN_INLINE std::string lifecycle_paths_json(const Ruleset& rules, const PathChoice& choice)
{
    detail::check_size(rules.table);
    return detail::PathsJson(rules, choice).run();
}

SANGKIEN_INLINE std::string lifecycle_paths_text(const Ruleset& rules, const PathChoice& choice, Language language)
{
    using detail::Label;
    const Table& table = rules.table;
    detail::check_size(table);
    std::string out;
    const auto line = [&](const std::string& text) { out += text + "\n"; };
    const auto list = [&](Label head, const Paths& paths) {
        line(std::string("\n") + head.in(language) + ": " + (paths.complete ? "" : "> ") +
             detail::whole_text(static_cast<std::int64_t>(paths.paths.size())));
        for (const Path& path : paths.paths) line("  " + detail::path_line(table, path));
    };
    line(Label{"Đường ngắn nhất tới mỗi trạng thái", "A shortest path to each state"}.in(language));
    const auto shortest = shortest_paths(table);
    for (std::size_t i = 0; i < shortest.size(); ++i)
        line("  " + (shortest[i]
                         ? detail::path_line(table, *shortest[i])
                         : table.states[i].name.id + ": " + Label{"không tới được", "out of reach"}.in(language)));
    line(std::string("\n") +
         Label{"Những gì bị từ chối, và tới đó thế nào", "What is refused, and how to get there"}.in(language));
    for (const Refusal& refusal : refusals(table))
        line("  " + detail::path_line(table, refusal.before) + " : " + table.transitions[refusal.transition].name.id +
             " (" + word(refusal.kind) + (refusal.role ? ", " + table.roles[*refusal.role].id : "") + ")");
    if (choice.simple)
        list(Label{"Đường không trở lại trạng thái nào", "Paths that come to no state twice"},
             simple_paths(table, std::nullopt, choice.most));
    if (choice.steps > 0)
        list(Label{"Mọi chuỗi bước", "Every sequence of steps"}, all_paths(table, choice.steps, choice.most));
    return out;
}

}  // namespace sangkien
