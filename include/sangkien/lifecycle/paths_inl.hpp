#pragma once

#include <algorithm>

#include "../core/limits.hpp"
#include "../rulebook/fields.hpp"
#include "paths.hpp"

namespace sangkien {

namespace detail {

inline bool one_of(const std::vector<std::uint16_t>& list, std::uint16_t value) noexcept
{
    return std::find(list.begin(), list.end(), value) != list.end();
}

inline bool share_one(const std::vector<std::uint16_t>& a, const std::vector<std::uint16_t>& b) noexcept
{
    return std::any_of(a.begin(), a.end(), [&](std::uint16_t value) { return one_of(b, value); });
}

// The steps that leave each state, in the order of the table.
inline std::vector<std::vector<PathStep>> steps_out(const Table& table)
{
    std::vector<std::vector<PathStep>> out(table.states.size());
    for (std::size_t i = 0; i < table.transitions.size(); ++i) {
        const Transition& transition = table.transitions[i];
        for (const std::uint16_t from : transition.from) {
            std::vector<PathStep>& here = out[from];
            const PathStep step{static_cast<std::uint16_t>(i), from, transition.to};
            if (here.empty() || !(here.back() == step)) here.push_back(step);
        }
    }
    return out;
}

// Depth first, with a path of its own: procedures may be long, the stack of the host is not ours.
class SimplePaths {
public:
    SimplePaths(const Table& table, std::optional<std::uint16_t> to, std::size_t most)
        : out_(steps_out(table)), to_(to), most_(most), visited_(table.states.size())
    {
    }

    Paths run(std::uint16_t start)
    {
        enter(start);
        while (!open_.empty() && found_.complete) {
            Level& here = open_.back();
            if (here.next == out_[here.state].size()) {
                leave();
                continue;
            }
            const PathStep step = out_[here.state][here.next++];
            // Towards one state most ways may be in vain, and there may be more than anybody can wait for.
            if (++looked_ > limits::steps_looked) found_.complete = false;
            if (visited_[step.to]) continue;
            here.went_on = true;
            path_.push_back(step);
            enter(step.to);
        }
        return std::move(found_);
    }

private:
    struct Level {
        std::uint16_t state = 0;
        std::size_t next = 0;
        bool went_on = false;
    };

    void enter(std::uint16_t state)
    {
        visited_[state] = true;
        open_.push_back({state, 0, false});
        if (to_ && state == *to_) {
            keep();
            open_.back().next = out_[state].size();
        }
    }

    void leave()
    {
        if (!to_ && !open_.back().went_on) keep();
        visited_[open_.back().state] = false;
        open_.pop_back();
        if (!path_.empty()) path_.pop_back();
    }

    void keep()
    {
        if (found_.paths.size() == most_)
            found_.complete = false;
        else
            found_.paths.push_back(path_);
    }

    std::vector<std::vector<PathStep>> out_;
    std::optional<std::uint16_t> to_;
    std::size_t most_;
    std::vector<bool> visited_;
    std::vector<Level> open_;
    Path path_;
    Paths found_;
    std::size_t looked_ = 0;
};

// Breadth first from `from`; `takes` says which transitions count.
template <class Takes>
std::vector<std::optional<Path>> breadth_first(const Table& table, std::uint16_t from, const Takes& takes)
{
    std::vector<std::optional<Path>> out(table.states.size());
    if (table.states.empty()) return out;
    const auto steps = steps_out(table);
    std::vector<std::uint16_t> queue{from};
    out[from] = Path{};
    for (std::size_t at = 0; at < queue.size(); ++at)
        for (const PathStep& step : steps[queue[at]]) {
            if (out[step.to] || !takes(table.transitions[step.transition])) continue;
            out[step.to] = out[step.from];
            out[step.to]->push_back(step);
            queue.push_back(step.to);
        }
    return out;
}

inline void refusals_in(const Table& table, std::uint16_t state, const Path& before, std::vector<Refusal>& out)
{
    for (const std::string& event : table.events()) {
        std::vector<std::uint16_t> here;
        std::optional<std::uint16_t> anywhere;
        Roles may;
        for (std::size_t i = 0; i < table.transitions.size(); ++i) {
            const Transition& transition = table.transitions[i];
            const auto index = static_cast<std::uint16_t>(i);
            // In another track it may be taken from wherever the file stands in this one.
            if (transition.event != event || table.states[transition.to].track != table.states[state].track) continue;
            if (!anywhere) anywhere = index;
            if (!one_of(transition.from, state)) continue;
            here.push_back(index);
            may.insert(may.end(), transition.by.begin(), transition.by.end());
        }
        const auto first = [](const Roles& roles) {
            return roles.empty() ? std::nullopt : std::optional<std::uint16_t>(roles.front());
        };
        if (!anywhere) continue;
        if (here.empty()) {
            out.push_back({RefusalKind::wrong_state, before, state, *anywhere, first(table.transitions[*anywhere].by)});
            continue;
        }
        for (std::size_t role = 0; role < table.roles.size(); ++role) {
            const auto index = static_cast<std::uint16_t>(role);
            if (one_of(may, index)) continue;
            out.push_back({RefusalKind::wrong_role, before, state, here.front(), index});
            break;
        }
        for (const std::uint16_t index : here)
            if (table.transitions[index].guard)
                out.push_back({RefusalKind::guard_unmet, before, state, index, first(table.transitions[index].by)});
    }
}

[[noreturn]] inline void throw_unknown(Words what, std::string_view id, const std::vector<std::string>& known)
{
    Problems problems;
    unknown_name(problems, {}, what, id, known);
    problems.throw_if_any();
    throw Error(Problem{ErrorId::unknown_name, {}, {}});
}

}  // namespace detail

SANGKIEN_INLINE std::uint16_t state_named(const Table& table, std::string_view id)
{
    if (const auto found = table.state(id)) return *found;
    std::vector<std::string> known;
    for (const State& state : table.states) known.push_back(state.name.id);
    detail::throw_unknown({"trạng thái", "state"}, id, known);
}

SANGKIEN_INLINE std::vector<std::uint16_t> roles_named(const Table& table, const std::vector<std::string>& ids)
{
    std::vector<std::string> known;
    for (const Name& role : table.roles) known.push_back(role.id);
    std::vector<std::uint16_t> out;
    for (const std::string& id : ids) {
        const auto found = table.role(id);
        if (!found) detail::throw_unknown({"vai trò", "role"}, id, known);
        out.push_back(*found);
    }
    return out;
}

SANGKIEN_INLINE const char* word(RefusalKind kind) noexcept
{
    static constexpr const char* words[] = {"wrong-state", "wrong-role", "guard-unmet"};
    return words[static_cast<int>(kind)];
}

SANGKIEN_INLINE Paths simple_paths(const Table& table, std::optional<std::uint16_t> to, std::size_t most)
{
    if (table.states.empty()) return {};
    return detail::SimplePaths(table, to, most).run(to ? table.start_of(table.states[*to].track) : table.start);
}

SANGKIEN_INLINE Paths all_paths(const Table& table, std::size_t steps, std::size_t most)
{
    Paths out;
    if (table.states.empty()) return out;
    const auto next = detail::steps_out(table);
    // Each round makes every path of the round before one step longer.
    std::vector<Path> last{Path{}};
    for (std::size_t length = 0; length < steps && !last.empty(); ++length) {
        std::vector<Path> longer;
        for (const Path& path : last)
            for (const PathStep& step : next[path.empty() ? table.start : path.back().to]) {
                if (out.paths.size() + longer.size() == most) {
                    out.complete = false;
                    out.paths.insert(out.paths.end(), longer.begin(), longer.end());
                    return out;
                }
                longer.push_back(path);
                longer.back().push_back(step);
            }
        out.paths.insert(out.paths.end(), longer.begin(), longer.end());
        last = std::move(longer);
    }
    return out;
}

SANGKIEN_INLINE std::vector<std::optional<Path>> shortest_paths(const Table& table)
{
    const auto any = [](const Transition&) { return true; };
    std::vector<std::optional<Path>> out = detail::breadth_first(table, table.start, any);
    for (const Track& track : table.tracks) {
        std::vector<std::optional<Path>> beside = detail::breadth_first(table, track.start, any);
        for (std::size_t i = 0; i < out.size(); ++i)
            if (beside[i]) out[i] = std::move(beside[i]);
    }
    return out;
}

SANGKIEN_INLINE std::vector<std::optional<Path>> shortest_paths(const Table& table, std::uint16_t from,
                                                                const Roles& roles)
{
    return detail::breadth_first(table, from,
                                 [&](const Transition& transition) { return detail::share_one(transition.by, roles); });
}

SANGKIEN_INLINE bool reaches(const Table& table, std::uint16_t from, const Roles& roles, std::uint16_t to)
{
    return shortest_paths(table, from, roles)[to].has_value();
}

SANGKIEN_INLINE std::optional<Breach> find_breach(const Table& table, const Roles& roles, std::uint16_t to)
{
    std::optional<Breach> out;
    const auto ways = shortest_paths(table);
    for (std::size_t i = 0; i < ways.size(); ++i) {
        if (!ways[i] || i == to) continue;
        const auto then = shortest_paths(table, static_cast<std::uint16_t>(i), roles)[to];
        if (!then) continue;
        const std::size_t length = ways[i]->size() + then->size();
        if (!out || length < out->before.size() + out->then.size()) out = Breach{*ways[i], *then};
    }
    return out;
}

SANGKIEN_INLINE std::vector<Refusal> refusals(const Table& table)
{
    std::vector<Refusal> out;
    const auto ways = shortest_paths(table);
    for (std::size_t i = 0; i < ways.size(); ++i)
        if (ways[i]) detail::refusals_in(table, static_cast<std::uint16_t>(i), *ways[i], out);
    return out;
}

}  // namespace sangkien
