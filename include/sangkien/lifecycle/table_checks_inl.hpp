#pragma once

#include <algorithm>

#include "../core/limits.hpp"
#include "../rulebook/deadline_checks.hpp"
#include "guard_checks.hpp"
#include "table_checks.hpp"

namespace sangkien {

namespace detail {

inline bool ends(StateKind kind) noexcept
{
    return kind == StateKind::decided || kind == StateKind::ended || kind == StateKind::withdrawn;
}

template <class Value>
bool share(const std::vector<Value>& a, const std::vector<Value>& b) noexcept
{
    return std::any_of(a.begin(), a.end(), [&](const Value& v) { return std::find(b.begin(), b.end(), v) != b.end(); });
}

// The procedure as a graph of the steps that can be open.
class ProcedureGraph {
public:
    explicit ProcedureGraph(const Procedure& procedure)
        : table_(procedure.table),
          root_(procedure.effective.tree.root()),
          conditions_(root_.get("conditions")),
          transitions_(root_.get("lifecycle").get("transitions"))
    {
        const std::size_t states = table_.states.size();
        reach_.assign(states, std::vector<bool>(states));
        for (std::size_t i = 0; i < states; ++i) reach_[i][i] = true;
        for (const Transition& step : table_.transitions) {
            open_.push_back(guard_scope(when(step), conditions_) != GuardScope::never);
            if (open_.back())
                for (const std::uint16_t from : step.from) reach_[from][step.to] = true;
        }
        for (std::size_t k = 0; k < states; ++k)
            for (std::size_t i = 0; i < states; ++i)
                if (reach_[i][k])
                    for (std::size_t j = 0; j < states; ++j)
                        if (reach_[k][j]) reach_[i][j] = true;
    }

    Node root() const noexcept { return root_; }
    Node conditions() const noexcept { return conditions_; }
    Node entry(const Transition& step) const { return transitions_.get(step.name.id); }
    Node when(const Transition& step) const { return entry(step).get("when"); }
    Node state(const State& state) const { return root_.get("lifecycle").get("states").get(state.name.id); }
    bool reaches(std::size_t from, std::size_t to) const { return reach_[from][to]; }
    bool reachable(std::size_t to) const { return reach_[table_.start_of(table_.states[to].track)][to]; }

    bool reaches_end(std::size_t from) const
    {
        // A file need not come to the end of a track: that of the main procedure is the end.
        if (table_.states[from].track > 0) return true;
        for (std::size_t to = 0; to < table_.states.size(); ++to)
            if (reaches(from, to) && ends(table_.states[to].kind)) return true;
        return false;
    }

private:
    const Table& table_;
    Node root_, conditions_, transitions_;
    std::vector<bool> open_;
    std::vector<std::vector<bool>> reach_;
};

class ProcedureCheck {
public:
    ProcedureCheck(const Procedure& procedure, Diagnostics& found)
        : procedure_(procedure), table_(procedure.table), graph_(procedure), found_(found)
    {
    }

    void run()
    {
        check_states();
        for (std::size_t i = 0; i < table_.transitions.size(); ++i) {
            check_guard(graph_.when(table_.transitions[i]), graph_.conditions(), found_);
            for (std::size_t j = 0; j < i; ++j) check_pair(table_.transitions[j], table_.transitions[i]);
        }
        check_order();
    }

private:
    static Words name(const Name& name) { return shown(Datum(name)); }

    void check_states()
    {
        const State& start = table_.states[table_.start];
        const bool way_out = graph_.reaches_end(table_.start);
        if (!way_out)
            found_.warn(ErrorId::no_path_to_end, graph_.root().get("lifecycle").get("start"),
                        {{"name", name(start.name)}});
        for (std::size_t i = 0; i < table_.states.size(); ++i) {
            const State& state = table_.states[i];
            const Node entry = graph_.state(state);
            if (!graph_.reachable(i))
                found_.warn(
                    ErrorId::state_unreachable, entry,
                    {{"start", name(table_.states[table_.start_of(state.track)].name)}, {"name", name(state.name)}});
            else if (way_out && !graph_.reaches_end(i))
                found_.warn(ErrorId::state_trap, entry, {{"name", name(state.name)}});
            if (state.kind == StateKind::ended || state.kind == StateKind::withdrawn) check_left(i, entry);
        }
    }

    void check_left(std::size_t index, Node entry)
    {
        for (const Transition& step : table_.transitions)
            if (step.to != index && std::find(step.from.begin(), step.from.end(), index) != step.from.end())
                found_.warn(ErrorId::ended_state_left, entry,
                            {{"name", name(table_.states[index].name)}, {"step", name(step.name)}});
    }

    void check_pair(const Transition& a, const Transition& b)
    {
        // A file may stand in states of two tracks at once.
        const bool apart = table_.states[a.to].track != table_.states[b.to].track;
        if (a.event != b.event || !(apart || share(a.from, b.from)) || !share(a.by, b.by)) return;
        if (!guards_meet(graph_.when(a), graph_.when(b), graph_.conditions())) return;
        for (const std::uint16_t from : b.from)
            if (apart || std::find(a.from.begin(), a.from.end(), from) != a.from.end()) {
                found_.warn(ErrorId::steps_overlap, graph_.entry(b),
                            {{"other", name(a.name)}, {"event", a.event}, {"state", name(table_.states[from].name)}});
                return;
            }
    }

    // Milestones that a step must be before, through `all` and named conditions.
    void required(Node guard, std::size_t depth, std::vector<std::string_view>& out) const
    {
        if (depth > 4 * limits::guard_depth) return;
        if (guard.is(Kind::text)) return required(graph_.conditions().get(guard.text()).get("when"), depth + 1, out);
        if (const Node before = guard.get("before")) out.push_back(before.text());
        for (Node item : children(guard.get("all"))) required(item, depth + 1, out);
    }

    const Milestone* milestone(std::string_view id) const noexcept
    {
        for (const Milestone& milestone : procedure_.milestones)
            if (milestone.name.id == id) return &milestone;
        return nullptr;
    }

    // A step that comes only after another may not be due before it.
    void check_order()
    {
        for (const Transition& earlier : table_.transitions)
            for (const Transition& later : table_.transitions) {
                const bool follows = std::any_of(later.from.begin(), later.from.end(),
                                                 [&](std::uint16_t from) { return graph_.reaches(earlier.to, from); });
                const bool returns = std::any_of(earlier.from.begin(), earlier.from.end(),
                                                 [&](std::uint16_t from) { return graph_.reaches(later.to, from); });
                if (follows && !returns) check_due(earlier, later);
            }
    }

    void check_due(const Transition& earlier, const Transition& later)
    {
        std::vector<std::string_view> first, second;
        required(graph_.when(earlier), 0, first);
        required(graph_.when(later), 0, second);
        for (const std::string_view a : first)
            for (const std::string_view b : second) {
                const Milestone *due = milestone(a), *after = milestone(b);
                if (due != nullptr && after != nullptr && nominal_day(*after) < nominal_day(*due))
                    found_.warn(ErrorId::deadline_order, graph_.root().get("schedule").get(after->name.id),
                                {{"later", name(after->name)}, {"earlier", name(due->name)}});
            }
    }

    const Procedure& procedure_;
    const Table& table_;
    ProcedureGraph graph_;
    Diagnostics& found_;
};

inline void check_event(const Table& table, Node node, std::string_view event, Diagnostics& found)
{
    if (table.stated && !table.has_event(event))
        found.warn(ErrorId::event_unknown, node, with_nearest({{"event", std::string(event)}}, event, table.events()));
}

inline void check_clocks(const Procedure& procedure, Diagnostics& found)
{
    const Node section = procedure.effective.tree.root().get("clocks");
    for (const Clock& clock : procedure.clocks) {
        const Node entry = section.get(clock.name.id);
        if (clock.stops.empty()) found.warn(ErrorId::clock_unstoppable, entry, {{"name", shown(Datum(clock.name))}});
        const auto each = [](Node member, const auto& tell) {
            if (member.is(Kind::text)) tell(member);
            if (member.is(Kind::list))
                for (Node item : children(member)) tell(item);
        };
        for (const char* key : {"stops", "suspends", "resumes"})
            each(entry.get(key), [&](Node item) { check_event(procedure.table, item, item.text(), found); });
        each(entry.get("from"), [&](Node item) {
            if (item.text().substr(0, 6) == "event:") check_event(procedure.table, item, item.text().substr(6), found);
        });
    }
}

// A decision that no section can give, and that the paper which asks for it does not leave to another.
inline void check_said(const Procedure& procedure, Node guard, Diagnostics& found)
{
    static constexpr std::string_view needs[][2] = {
        {"area-listed", "areas"}, {"council-approves", "scoring"}, {"selected", "selection"}};
    for (const auto& need : needs) {
        if (!guard.is(Kind::text) || guard.text() != need[0] || procedure.effective.tree.root().get(need[1])) continue;
        if (!left_open(procedure.effective, need[1], guard.citation().rulebook))
            found.warn(ErrorId::decision_unsaid, guard,
                       {{"name", std::string(need[0])}, {"section", std::string(need[1])}});
    }
    if (!guard.is(Kind::object)) return;
    check_said(procedure, guard.get("not"), found);
    for (const char* list : {"all", "any"})
        for (Node item : children(guard.get(list))) check_said(procedure, item, found);
}

}  // namespace detail

SANGKIEN_INLINE std::vector<std::string> unreachable_states(const Procedure& procedure)
{
    std::vector<std::string> out;
    if (!procedure.table.stated || procedure.table.states.empty()) return out;
    const detail::ProcedureGraph graph(procedure);
    for (std::size_t i = 0; i < procedure.table.states.size(); ++i)
        if (!graph.reachable(i)) out.push_back(procedure.table.states[i].name.id);
    return out;
}

SANGKIEN_INLINE void check_procedure(const Procedure& procedure, Diagnostics& found)
{
    const Node root = procedure.effective.tree.root();
    for (Node condition : children(root.get("conditions"))) {
        check_guard(condition.get("when"), root.get("conditions"), found);
        detail::check_said(procedure, condition.get("when"), found);
    }
    detail::check_clocks(procedure, found);
    // Without a procedure there is nothing that they could run beside, or make stricter.
    const auto unused = [&](const char* section, const Words& what) {
        for (Node entry : children(root.get(section)))
            found.warn(ErrorId::name_unused, entry, {{"what", what}, {"name", std::string(entry.key())}});
    };
    if (!procedure.table.stated) {
        unused("tracks", {"tuyến", "track"});
        unused("safeguards", {"điều kiện bảo đảm", "safeguard"});
    }
    if (!procedure.table.stated || procedure.table.states.empty()) return;
    for (Node step : children(root.get("lifecycle").get("transitions")))
        detail::check_said(procedure, step.get("when"), found);
    detail::ProcedureCheck(procedure, found).run();
}

}  // namespace sangkien
