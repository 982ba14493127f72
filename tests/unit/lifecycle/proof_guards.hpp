// What the guards of a procedure say by their definition in the rulebook: an evaluator apart from the library's.
#pragma once

#include "proof_world.hpp"

namespace proofs {

// A guard as the rulebook writes it.
struct Plain {
    enum class Kind : std::uint8_t { all, any, negation, leaf } kind = Kind::leaf;
    std::vector<Plain> inner;
    std::uint16_t variable = 0;
    GuardKind asks = GuardKind::fact;
    std::uint8_t wants = 0;  // of a level, a total, a class: the setting asked for
};

// The procedure of a ruleset, with what its guards ask about.
class Procedure : public Things {
public:
    explicit Procedure(const Ruleset& ruleset)
        : Things(ruleset.table), conditions_(ruleset.effective.tree.root().get("conditions"))
    {
        const Node root = ruleset.effective.tree.root();
        const Node transitions = root.get("lifecycle").get("transitions");
        for (const Transition& transition : table.transitions) {
            // What the step itself asks, and each safeguard on its event besides.
            Plain all{Plain::Kind::all, {}, 0, GuardKind::all, 0};
            if (const Node when = transitions.get(transition.name.id).get("when")) all.inner.push_back(plain(when));
            for (Node safeguard : children(root.get("safeguards")))
                if (names(safeguard.get("on"), transition.event)) all.inner.push_back(plain(safeguard.get("when")));
            guards.push_back(all.inner.size() == 1 ? all.inner.front() : all);
            asked.emplace_back();
            collect(guards.back(), asked.back());
        }
    }

    std::vector<Plain> guards;                      // parallel to the transitions
    std::vector<std::vector<std::uint16_t>> asked;  // variables of each

    Truth says(const Plain& guard, const World& world) const
    {
        switch (guard.kind) {
            case Plain::Kind::negation: return !says(guard.inner.front(), world);
            case Plain::Kind::leaf: return leaf(guard, world);
            default: break;
        }
        int passed = 0, failed = 0;
        for (const Plain& inner : guard.inner) {
            const Truth value = says(inner, world);
            passed += value == Truth::pass;
            failed += value == Truth::fail;
        }
        const int count = static_cast<int>(guard.inner.size());
        if (guard.kind == Plain::Kind::all)
            return failed > 0 ? Truth::fail : passed == count ? Truth::pass : Truth::undetermined;
        return passed > 0 ? Truth::pass : failed == count ? Truth::fail : Truth::undetermined;
    }

private:
    static bool names(Node on, const std::string& event)
    {
        if (on.is(Kind::text)) return on.text() == event;
        for (Node item : children(on))
            if (item.text() == event) return true;
        return false;
    }

    // The member that says what a guard asks; the others are words and papers.
    static Node asking(Node guard)
    {
        for (Node member : children(guard))
            if (member.key() == "all" || member.key() == "any" || member.key() == "not") return member;
        for (Node member : children(guard))
            for (const GuardWord& word : guard_words)
                if (member.key() == word.key) return member;
        throw std::runtime_error("no guard");
    }

    Plain plain(Node when) const
    {
        if (when.is(Kind::text)) {
            if (const Node named = conditions_.get(when.text())) return plain(named.get("when"));
            return built_in(when.text());
        }
        const Node member = asking(when);
        Plain out;
        if (member.key() == "not") {
            out.kind = Plain::Kind::negation;
            out.inner.push_back(plain(member));
        } else if (member.key() == "all" || member.key() == "any") {
            out.kind = member.key() == "all" ? Plain::Kind::all : Plain::Kind::any;
            for (Node item : children(member)) out.inner.push_back(plain(item));
        } else {
            for (const GuardWord& word : guard_words)
                if (member.key() == word.key) out = named_leaf(word.kind, member);
        }
        return out;
    }

    Plain built_in(std::string_view name) const
    {
        static constexpr std::array<std::string_view, builtin_count> known{"area-listed", "council-approves",
                                                                           "selected"};
        for (std::size_t i = 0; i < known.size(); ++i)
            if (known[i] == name) return {Plain::Kind::leaf, {}, variable(Thing::builtin, i), GuardKind::builtin, 0};
        throw std::runtime_error("no condition " + std::string(name));
    }

    Plain named_leaf(GuardKind kind, Node operand) const
    {
        const std::string id(operand.text());
        Plain out{Plain::Kind::leaf, {}, 0, kind, 0};
        const auto of = [&](const std::string& name) { out.variable = names_.at(name); };
        const auto place = [&](const std::vector<Name>& names) {
            std::size_t at = 0;
            while (names.at(at).id != id) ++at;
            return static_cast<std::uint8_t>(at);
        };
        switch (kind) {
            case GuardKind::before:
            case GuardKind::after: of("deadline:milestone/" + id); break;
            case GuardKind::within: of("clock:clock/" + id); break;
            case GuardKind::level: of("level"), out.wants = place(table.levels); break;
            case GuardKind::document: of("document:" + id); break;
            case GuardKind::taken: of("event:" + id); break;
            case GuardKind::other_than: of("as:" + (id.compare(0, 6, "event:") == 0 ? id.substr(6) : id)); break;
            case GuardKind::score:
                of("total");
                while (marks_[out.wants] != parse_ratio(operand.text())) ++out.wants;
                out.wants = static_cast<std::uint8_t>(out.wants + 2);
                break;
            case GuardKind::classed:
                of("klass"), out.wants = static_cast<std::uint8_t>(place(table.classes) + 1);
                break;
            case GuardKind::quota: of("quota:" + id); break;
            case GuardKind::state: of("needed:" + id), out.wants = local(*table.state(id)); break;
            default: of("fact:" + id); break;
        }
        return out;
    }

    Truth leaf(const Plain& guard, const World& world) const
    {
        const std::uint8_t value = world[guard.variable];
        switch (guard.asks) {
            case GuardKind::after: return !plainly(value);
            case GuardKind::within: return value == 3 ? Truth::pass : plainly(value);
            case GuardKind::level: return truth(value == guard.wants);
            case GuardKind::taken: return truth(value != setting::not_taken);
            case GuardKind::other_than:
                if (variables[guard.variable].thing == Thing::event)
                    return value == setting::by_actor ? Truth::fail : value == 3 ? Truth::undetermined : Truth::pass;
                return plainly(value);
            case GuardKind::state: return truth(value == guard.wants);
            case GuardKind::score: return value == 0 ? Truth::undetermined : truth(guard.wants <= value);
            case GuardKind::classed:
                return world[variable(Thing::total)] == 0 ? Truth::undetermined : truth(value == guard.wants);
            default: return plainly(value);
        }
    }

    static void collect(const Plain& guard, std::vector<std::uint16_t>& out)
    {
        for (const Plain& inner : guard.inner) collect(inner, out);
        if (guard.kind == Plain::Kind::leaf && std::find(out.begin(), out.end(), guard.variable) == out.end())
            out.push_back(guard.variable);
    }

    Node conditions_;
};

}  // namespace proofs
