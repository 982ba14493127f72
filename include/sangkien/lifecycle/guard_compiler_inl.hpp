// Guards of a rulebook, compiled into a table.
#pragma once

#include <algorithm>

#include "../core/limits.hpp"
#include "../rulebook/fields.hpp"
#include "table.hpp"

namespace sangkien::detail {

inline std::vector<std::string> keys(Node object)
{
    std::vector<std::string> out;
    for (Node member : children(object)) out.emplace_back(member.key());
    return out;
}

inline std::vector<std::string> ids(const std::vector<Name>& names)
{
    std::vector<std::string> out;
    for (const Name& name : names) out.push_back(name.id);
    return out;
}

class GuardCompiler {
public:
    // The vocabularies of `table` have to be in before anything is compiled.
    GuardCompiler(const TableSources& sources, Problems& problems, Table& table)
        : sources_(sources), problems_(problems), table_(table)
    {
    }

    // Named conditions, whether anything uses them or not.
    void conditions()
    {
        conditions_ = keys(sources_.conditions);
        compiled_.resize(conditions_.size());
        for (std::size_t i = 0; i < conditions_.size(); ++i) condition(i, sources_.conditions, 0);
    }

    // Nothing after a problem.
    std::optional<std::uint16_t> compile(Node when) { return guard(when, 0); }

    std::optional<std::uint16_t> look_up(Node node, const std::vector<std::string>& known, const Words& what)
    {
        std::string name;
        if (!node || !read_text(node, problems_, name)) return std::nullopt;
        const auto found = std::find(known.begin(), known.end(), name);
        if (found != known.end()) return static_cast<std::uint16_t>(found - known.begin());
        unknown_name(problems_, node.place(), what, name, known);
        return std::nullopt;
    }

    // Both of two compiled guards; `node` is where the second stands.
    std::optional<std::uint16_t> both(std::uint16_t a, std::uint16_t b, Node node)
    {
        return put({GuardKind::all, 0, {a, b}, node.citation()}, node);
    }

private:
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
        const auto ask = [&](const char* kind) {
            if (const Node member = f.any(kind, Need::optional)) {
                operand = member;
                ++operands;
            }
        };
        for (const char* kind : {"all", "any", "not"}) ask(kind);
        for (const GuardWord& word : guard_words) ask(word.key);
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

    std::optional<std::uint16_t> guard_leaf(Node operand, std::string_view key)
    {
        GuardKind kind = GuardKind::fact;
        for (const GuardWord& word : guard_words)
            if (key == word.key) kind = word.kind;
        const Leaf leaf = read_leaf(operand, kind);
        if (!leaf.subject) return std::nullopt;
        refuse_unverified(operand, leaf.rule);
        return put({kind, *leaf.subject, {}, operand.citation()}, operand);
    }

    // What a leaf names, and the rule it rests on.
    struct Leaf {
        std::optional<std::uint16_t> subject;
        Node rule;
    };

    Leaf read_leaf(Node operand, GuardKind kind)
    {
        switch (kind) {
            case GuardKind::before:
            case GuardKind::after:
                return {look_up(operand, table_.deadlines, {"mốc thời gian", "deadline of the schedule"}),
                        sources_.schedule.get(operand.text())};
            case GuardKind::within:
                return {look_up(operand, table_.clocks, {"thời hạn", "clock"}), sources_.clocks.get(operand.text())};
            case GuardKind::level:
                return {look_up(operand, ids(table_.levels), {"cấp công nhận", "level"}),
                        sources_.levels.get(operand.text())};
            case GuardKind::document:
                return {look_up(operand, ids(table_.documents), {"giấy tờ", "document"}),
                        sources_.documents.get(operand.text())};
            case GuardKind::taken: return {tallied(operand, operand.text()), operand};
            case GuardKind::state: {
                const Node states = sources_.lifecycle.get("states");
                return {look_up(operand, keys(states), {"trạng thái", "state"}), states.get(operand.text())};
            }
            case GuardKind::other_than: return {person(operand), operand};
            case GuardKind::score: return {mark(operand), operand};
            case GuardKind::classed:
                return {term(operand, sources_.classes, table_.classes, {"loại", "class"}),
                        sources_.classes.get(operand.text())};
            case GuardKind::quota:
                return {term(operand, sources_.quotas, table_.quotas, {"chỉ tiêu", "quota"}),
                        sources_.quotas.get(operand.text())};
            default: return {fact_of(operand), sources_.facts.get(operand.text())};
        }
    }

    // An event that some transition takes, kept in the list of those that guards ask about.
    std::optional<std::uint16_t> tallied(Node at, std::string_view event)
    {
        std::vector<std::string> known;
        for (Node step : children(sources_.lifecycle.get("transitions"))) {
            const Node on = step.get("on");
            known.emplace_back(on ? on.text() : step.key());
        }
        if (!expect(at, Kind::text, problems_)) return std::nullopt;
        if (std::find(known.begin(), known.end(), event) == known.end()) {
            unknown_name(problems_, at.place(), {"sự kiện", "event"}, event, known);
            return std::nullopt;
        }
        const auto found = std::find(table_.tallied.begin(), table_.tallied.end(), event);
        const auto index = static_cast<std::uint16_t>(found - table_.tallied.begin());
        if (found == table_.tallied.end()) table_.tallied.emplace_back(event);
        return index;
    }

    std::optional<std::uint16_t> person(Node operand)
    {
        std::string who;
        if (!read_text(operand, problems_, who)) return std::nullopt;
        if (who == "author") return apart::author;
        if (who == "conflicted") return apart::conflicted;
        if (who.compare(0, 6, "event:") == 0) {
            const auto event = tallied(operand, std::string_view(who).substr(6));
            return event ? std::optional(static_cast<std::uint16_t>(apart::event + *event)) : std::nullopt;
        }
        unknown_name(problems_, operand.place(), {"người phải khác", "kind of person to be apart from"}, who,
                     {"author", "conflicted", "event:..."});
        return std::nullopt;
    }

    std::optional<std::uint16_t> mark(Node operand)
    {
        Ratio value;
        if (!read_ratio(operand, problems_, value)) return std::nullopt;
        table_.marks.push_back(value);
        return static_cast<std::uint16_t>(table_.marks.size() - 1);
    }

    // A term of a section that another room compiles: its name is kept with the table.
    std::optional<std::uint16_t> term(Node operand, Node section, std::vector<Name>& names, const Words& what)
    {
        const auto index = look_up(operand, keys(section), what);
        if (!index) return std::nullopt;
        const Node entry = section.get(operand.text());
        const auto same = [&](const Name& name) { return name.id == operand.text(); };
        const auto found = std::find_if(names.begin(), names.end(), same);
        if (found != names.end()) return static_cast<std::uint16_t>(found - names.begin());
        names.push_back(
            {std::string(operand.text()), {std::string(entry.get("vi").text()), std::string(entry.get("en").text())}});
        return static_cast<std::uint16_t>(names.size() - 1);
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

    const TableSources& sources_;
    Problems& problems_;
    Table& table_;
    std::vector<std::string> conditions_;
    std::vector<Compiled> compiled_;
    std::vector<Extent> extents_;  // parallel to Table::guards
};

}  // namespace sangkien::detail
