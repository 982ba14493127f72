#pragma once

#include <algorithm>

#include "../core/limits.hpp"
#include "../rulebook/fields.hpp"
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

SANGKIEN_INLINE std::vector<std::string> Table::events() const
{
    std::vector<std::string> out;
    for (const Transition& transition : transitions)
        if (std::find(out.begin(), out.end(), transition.event) == out.end()) out.push_back(transition.event);
    return out;
}

namespace detail {

inline std::vector<std::string> keys(Node object)
{
    std::vector<std::string> out;
    for (Node member : children(object)) out.emplace_back(member.key());
    return out;
}

class TableCompiler {
public:
    TableCompiler(const TableSources& sources, Problems& problems) : sources_(sources), problems_(problems) {}

    Table run()
    {
        for (Node role : children(sources_.roles)) table_.roles.push_back(term_of(role));
        for (Node level : children(sources_.levels)) table_.levels.push_back(term_of(level));
        for (Node fact : children(sources_.facts)) table_.facts.push_back(fact_rule(fact));
        table_.deadlines = keys(sources_.schedule);
        table_.clocks = keys(sources_.clocks);
        conditions_ = keys(sources_.conditions);
        compiled_.resize(conditions_.size());
        for (std::size_t i = 0; i < conditions_.size(); ++i) condition(i, sources_.conditions, 0);
        if (!sources_.lifecycle) return std::move(table_);
        table_.stated = true;
        Fields f(sources_.lifecycle, problems_);
        for (Node state : children(f.object("states"))) add_state(state);
        const Node start = f.any("start");
        if (const auto index = state_of(start)) table_.start = *index;
        for (Node transition : children(f.object("transitions"))) add_transition(transition);
        f.allow_annotations();
        f.finish();
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

    void add_state(Node entry)
    {
        Fields f(entry, problems_);
        State state{f.name(),
                    static_cast<StateKind>(f.word("kind", {"open", "waiting", "decided", "ended", "withdrawn"}))};
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
            if (const auto index = state_of(state)) out.from.push_back(*index);
        if (const Node to = f.any("to"))
            if (const auto index = state_of(to)) out.to = *index;
        for (Node role : one_or_more(f.any("by")))
            if (const auto index = role_of(role)) out.by.push_back(*index);
        if (const Node when = f.any("when", Need::optional)) out.guard = guard(when, 0);
        f.allow_annotations();
        f.finish();
        table_.transitions.push_back(std::move(out));
    }

    static std::vector<Node> one_or_more(Node node)
    {
        if (!node.is(Kind::list)) return node ? std::vector<Node>{node} : std::vector<Node>{};
        std::vector<Node> out;
        for (Node item : children(node)) out.push_back(item);
        return out;
    }

    std::optional<std::uint16_t> look_up(Node node, const std::vector<std::string>& known, const Words& what)
    {
        std::string name;
        if (!node || !read_text(node, problems_, name)) return std::nullopt;
        const auto found = std::find(known.begin(), known.end(), name);
        if (found != known.end()) return static_cast<std::uint16_t>(found - known.begin());
        unknown_name(problems_, node.place(), what, name, known);
        return std::nullopt;
    }

    std::optional<std::uint16_t> state_of(Node node)
    {
        std::vector<std::string> known;
        for (const State& state : table_.states) known.push_back(state.name.id);
        return look_up(node, known, {"trạng thái", "state"});
    }

    std::optional<std::uint16_t> role_of(Node node)
    {
        std::vector<std::string> known;
        for (const Name& role : table_.roles) known.push_back(role.id);
        return look_up(node, known, {"vai trò", "role"});
    }

    std::optional<std::uint16_t> fact_of(Node node)
    {
        std::vector<std::string> known;
        for (const FactRule& fact : table_.facts) known.push_back(fact.name.id);
        return look_up(node, known, {"sự kiện khai báo", "fact"});
    }

    // A value nobody has checked never decides.
    void refuse_unverified(Node node, Node rule)
    {
        if (node.citation().provenance == Provenance::unverified ||
            rule.citation().provenance == Provenance::unverified)
            problems_.add(ErrorId::rests_on_unverified, node.place(), {{"name", std::string(node.text())}});
    }

    std::optional<std::uint16_t> put(Guard guard, Node node)
    {
        Extent extent;
        for (const std::uint16_t child : guard.children) {
            extent.height = std::max(extent.height, extents_[child].height + 1);
            extent.asked += extents_[child].asked;
        }
        if (extent.height > limits::guard_depth) return too_deep(node);
        if (extent.asked > limits::guards || table_.guards.size() >= limits::guards)
            return past(node, {"số điều kiện", "guards"}, limits::guards);
        table_.guards.push_back(std::move(guard));
        extents_.push_back(extent);
        return static_cast<std::uint16_t>(table_.guards.size() - 1);
    }

    std::nullopt_t too_deep(Node node)
    {
        return past(node, {"độ lồng nhau của điều kiện", "nesting of guards"}, limits::guard_depth);
    }

    std::nullopt_t past(Node node, Words what, std::size_t limit)
    {
        problems_.add(ErrorId::limit_exceeded, node.place(),
                      {{"what", std::move(what)}, {"limit", static_cast<std::int64_t>(limit)}});
        return std::nullopt;
    }

    std::optional<std::uint16_t> guard(Node node, std::size_t depth)
    {
        if (depth > limits::guard_depth) return too_deep(node);
        if (node.is(Kind::text)) return guard_by_name(node, depth);
        return guard_object(node, depth);
    }

    std::optional<std::uint16_t> guard_by_name(Node node, std::size_t depth)
    {
        static const std::vector<std::string> builtins{"area-listed", "council-approves", "selected"};
        const auto found = std::find(builtins.begin(), builtins.end(), node.text());
        if (found != builtins.end()) {
            refuse_unverified(node, node);
            return put({GuardKind::builtin, static_cast<std::uint16_t>(found - builtins.begin()), {}, node.citation()},
                       node);
        }
        const auto named = std::find(conditions_.begin(), conditions_.end(), node.text());
        if (named != conditions_.end())
            return condition(static_cast<std::size_t>(named - conditions_.begin()), node, depth);
        std::vector<std::string> known = builtins;
        known.insert(known.end(), conditions_.begin(), conditions_.end());
        unknown_name(problems_, node.place(), {"điều kiện", "condition"}, node.text(), known);
        return std::nullopt;
    }

    // A named condition is compiled once; meeting it again while it is being compiled is a circle.
    std::optional<std::uint16_t> condition(std::size_t index, Node user, std::size_t depth)
    {
        if (compiled_[index].done) return compiled_[index].guard;
        if (compiled_[index].begun) {
            problems_.add(ErrorId::circular_condition, user.place(), {{"name", conditions_[index]}});
            return std::nullopt;
        }
        compiled_[index].begun = true;
        const Node entry = sources_.conditions.get(conditions_[index]);
        Fields f(entry, problems_);
        f.words();
        std::optional<std::uint16_t> out;
        if (const Node when = f.any("when")) out = guard(when, when.is(Kind::text) ? depth + 1 : depth);
        f.allow_annotations();
        f.finish();
        compiled_[index] = {true, true, out};
        return out;
    }

    std::optional<std::uint16_t> guard_object(Node node, std::size_t depth)
    {
        Fields f(node, problems_);
        f.words();
        Node operand;
        int operands = 0;
        for (const char* kind : {"all", "any", "not", "before", "within", "fact", "level"})
            if (const Node member = f.any(kind, Need::optional)) {
                operand = member;
                ++operands;
            }
        f.allow_annotations();
        f.finish();
        if (operands != 1) {
            if (node.is(Kind::object)) problems_.add(ErrorId::bad_guard, node.place());
            return std::nullopt;
        }
        const std::string_view kind = operand.key();
        if (kind == "all" || kind == "any") return guard_list(operand, depth);
        if (kind == "not") {
            const auto inner = guard(operand, depth + 1);
            if (!inner) return std::nullopt;
            return put({GuardKind::negation, 0, {*inner}, node.citation()}, node);
        }
        return guard_leaf(operand, kind);
    }

    std::optional<std::uint16_t> guard_list(Node list, std::size_t depth)
    {
        if (!expect(list, Kind::list, problems_)) return std::nullopt;
        Guard out{list.key() == "all" ? GuardKind::all : GuardKind::any, 0, {}, list.citation()};
        for (Node item : children(list))
            if (const auto inner = guard(item, depth + 1)) out.children.push_back(*inner);
        return put(std::move(out), list);
    }

    std::optional<std::uint16_t> guard_leaf(Node operand, std::string_view kind)
    {
        std::optional<std::uint16_t> subject;
        Node rule;  // what the guard rests on
        GuardKind leaf = GuardKind::fact;
        if (kind == "before") {
            leaf = GuardKind::before;
            subject = look_up(operand, table_.deadlines, {"mốc thời gian", "deadline of the schedule"});
            rule = sources_.schedule.get(operand.text());
        } else if (kind == "within") {
            leaf = GuardKind::within;
            subject = look_up(operand, table_.clocks, {"thời hạn", "clock"});
            rule = sources_.clocks.get(operand.text());
        } else if (kind == "level") {
            leaf = GuardKind::level;
            std::vector<std::string> known;
            for (const Name& level : table_.levels) known.push_back(level.id);
            subject = look_up(operand, known, {"cấp công nhận", "level"});
            rule = sources_.levels.get(operand.text());
        } else {
            subject = fact_of(operand);
            rule = sources_.facts.get(operand.text());
        }
        if (!subject) return std::nullopt;
        refuse_unverified(operand, rule);
        return put({leaf, *subject, {}, operand.citation()}, operand);
    }

    // How high a guard stands over its deepest one, and how many are asked when it is.
    struct Extent {
        std::size_t height = 0;
        std::size_t asked = 1;
    };
    struct Compiled {
        bool begun = false;
        bool done = false;
        std::optional<std::uint16_t> guard;
    };

    TableSources sources_;
    Problems& problems_;
    Table table_;
    std::vector<std::string> conditions_;
    std::vector<Compiled> compiled_;
    std::vector<Extent> extents_;  // parallel to table_.guards
};

}  // namespace detail

SANGKIEN_INLINE Table compile_table(const TableSources& sources, Problems& problems)
{
    return detail::TableCompiler(sources, problems).run();
}

}  // namespace sangkien
