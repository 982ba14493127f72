#pragma once

#include <algorithm>

#include "../core/limits.hpp"
#include "guard.hpp"
#include "guard_checks.hpp"

namespace sangkien {

namespace detail {

// The truth table of guards, 64 rows at a time.
class GuardTable {
public:
    explicit GuardTable(Node conditions) : conditions_(conditions) {}

    // The position of a guard, to be asked for below.
    std::size_t add(Node guard) { return put(guard, 0); }

    bool small() const noexcept { return atoms_.size() <= 16 && nodes_.size() <= limits::guards; }

    // Is there a row in which all of `guards` have their `wanted` value?
    bool possible(const std::vector<std::size_t>& guards, bool wanted) const
    {
        const std::size_t rows = std::size_t{1} << atoms_.size();
        for (std::size_t block = 0; block * 64 < rows; ++block) {
            std::uint64_t all = legal(block);
            if (rows < 64) all &= (std::uint64_t{1} << rows) - 1;
            for (const std::size_t guard : guards) all &= wanted ? value(guard, block) : ~value(guard, block);
            if (all != 0) return true;
        }
        return false;
    }

private:
    enum class Kind : std::uint8_t { all, any, negation, atom };
    struct Part {
        Kind kind = Kind::atom;
        std::size_t atom = 0;
        std::vector<std::size_t> children;
    };

    std::size_t atom(std::string name)
    {
        const auto found = std::find(atoms_.begin(), atoms_.end(), name);
        const auto index = static_cast<std::size_t>(found - atoms_.begin());
        if (found == atoms_.end()) atoms_.push_back(std::move(name));
        return keep({Kind::atom, index, {}});
    }

    std::size_t keep(Part part)
    {
        nodes_.push_back(std::move(part));
        return nodes_.size() - 1;
    }

    std::size_t put(Node guard, std::size_t depth)
    {
        if (!guard) return keep({Kind::all, 0, {}});
        if (depth > 4 * limits::guard_depth || nodes_.size() > limits::guards) return atom("...");
        if (guard.is(sangkien::Kind::text)) {
            const Node when = conditions_.get(guard.text()).get("when");
            return when ? put(when, depth + 1) : atom(std::string(guard.text()));
        }
        for (const char* kind : {"all", "any", "not"})
            if (const Node operand = guard.get(kind)) return put_operand(operand, depth);
        // After a milestone is not before it.
        if (const Node over = guard.get("after"))
            return keep({Kind::negation, 0, {atom("before " + std::string(over.text()))}});
        for (const GuardWord& word : guard_words)
            if (const Node operand = guard.get(word.key)) return put_operand(operand, depth);
        return atom("?");
    }

    std::size_t put_operand(Node operand, std::size_t depth)
    {
        const std::string_view kind = operand.key();
        if (kind == "not") return keep({Kind::negation, 0, {put(operand, depth + 1)}});
        if (kind != "all" && kind != "any") return atom(std::string(kind) + " " + std::string(operand.text()));
        // An empty list is told of by itself; here it may be anything.
        if (!operand.first()) return atom("empty " + operand.path());
        Part part{kind == "all" ? Kind::all : Kind::any, 0, {}};
        for (Node item : children(operand)) part.children.push_back(put(item, depth + 1));
        return keep(std::move(part));
    }

    static std::uint64_t rows_of(std::size_t atom, std::size_t block) noexcept
    {
        static constexpr std::uint64_t patterns[] = {0xAAAAAAAAAAAAAAAAU, 0xCCCCCCCCCCCCCCCCU, 0xF0F0F0F0F0F0F0F0U,
                                                     0xFF00FF00FF00FF00U, 0xFFFF0000FFFF0000U, 0xFFFFFFFF00000000U};
        if (atom < 6) return patterns[atom];
        return ((block >> (atom - 6)) & 1U) != 0 ? ~std::uint64_t{0} : 0;
    }

    // Rows in which one level at most is sought, and one class at most given.
    std::uint64_t legal(std::size_t block) const { return ~(twice("level ", block) | twice("class ", block)); }

    std::uint64_t twice(std::string_view kind, std::size_t block) const
    {
        std::uint64_t once = 0, out = 0;
        for (std::size_t i = 0; i < atoms_.size(); ++i) {
            if (atoms_[i].compare(0, kind.size(), kind) != 0) continue;
            out |= once & rows_of(i, block);
            once |= rows_of(i, block);
        }
        return out;
    }

    std::uint64_t value(std::size_t index, std::size_t block) const
    {
        const Part& part = nodes_[index];
        switch (part.kind) {
            case Kind::atom: return rows_of(part.atom, block);
            case Kind::negation: return ~value(part.children.front(), block);
            case Kind::all: {
                std::uint64_t out = ~std::uint64_t{0};
                for (const std::size_t child : part.children) out &= value(child, block);
                return out;
            }
            default: {
                std::uint64_t out = 0;
                for (const std::size_t child : part.children) out |= value(child, block);
                return out;
            }
        }
    }

    Node conditions_;
    std::vector<std::string> atoms_;
    std::vector<Part> nodes_;
};

}  // namespace detail

SANGKIEN_INLINE GuardScope guard_scope(Node guard, Node conditions)
{
    detail::GuardTable table(conditions);
    const std::size_t index = table.add(guard);
    if (!table.small()) return GuardScope::open;
    if (!table.possible({index}, true)) return GuardScope::never;
    return table.possible({index}, false) ? GuardScope::open : GuardScope::always;
}

SANGKIEN_INLINE bool guards_meet(Node a, Node b, Node conditions)
{
    detail::GuardTable table(conditions);
    const std::size_t first = table.add(a), second = table.add(b);
    return !table.small() || table.possible({first, second}, true);
}

SANGKIEN_INLINE void check_guard(Node guard, Node conditions, Diagnostics& found)
{
    // A named condition is looked into where it stands.
    if (!guard.is(Kind::object)) return;
    const GuardScope scope = guard_scope(guard, conditions);
    if (scope != GuardScope::open) {
        found.warn(scope == GuardScope::never ? ErrorId::guard_never : ErrorId::guard_always, guard);
        return;
    }
    check_guard(guard.get("not"), conditions, found);
    for (const char* list : {"all", "any"})
        for (Node item : children(guard.get(list))) check_guard(item, conditions, found);
}

}  // namespace sangkien
