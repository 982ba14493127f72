#pragma once

#include <algorithm>

#include "guard_ways.hpp"

namespace sangkien {

SANGKIEN_INLINE Node guard_operand(Node guard) noexcept
{
    if (!guard.is(Kind::object)) return {};
    for (Node member : children(guard)) {
        const std::string_view key = member.key();
        if (key != "vi" && key != "en" && key != "clause" && key != "provenance" && key != "note") return member;
    }
    return {};
}

namespace detail {

class GuardWays {
public:
    explicit GuardWays(Node conditions) : conditions_(conditions) {}

    std::vector<GuardWay> of(Node guard, bool met) const
    {
        if (!guard) return both(met);
        if (guard.is(Kind::text)) {
            const Node named = conditions_.get(guard.text());
            return named ? of(named.get("when"), met) : leaf({"condition", std::string(guard.text())}, met);
        }
        const Node operand = guard_operand(guard);
        const std::string_view kind = operand.key();
        if (kind == "not") return of(operand, !met);
        if (kind == "all") return list(operand, met, met);
        if (kind == "any") return list(operand, met, !met);
        // What is not before a milestone is after it.
        if (kind == "after") return leaf({"before", subject(operand)}, !met);
        return leaf({std::string(kind), subject(operand)}, met);
    }

    std::vector<GuardWay> of(const std::vector<Node>& guards, bool met) const
    {
        std::vector<GuardWay> out = both(met);
        for (const Node guard : guards) {
            const std::vector<GuardWay> more = of(guard, met);
            if (met)
                out = product(out, more);
            else
                out.insert(out.end(), more.begin(), more.end());
            out = least(std::move(out));
        }
        return out;
    }

private:
    // Ways kept while they are put together: far more than anybody reads, and a bound for guards made to explode.
    static constexpr std::size_t kept = 2000;

    static std::vector<GuardWay> both(bool met)
    {
        return met ? std::vector<GuardWay>{GuardWay{}} : std::vector<GuardWay>{};
    }
    static std::vector<GuardWay> leaf(GuardLeaf asked, bool met) { return {GuardWay{{std::move(asked), met}}}; }

    static std::string subject(Node operand)
    {
        if (!operand.is(Kind::list)) return std::string(operand.text());
        std::string out;
        for (Node item : children(operand)) out += (out.empty() ? "" : ",") + std::string(item.text());
        return out;
    }

    std::vector<GuardWay> list(Node items, bool met, bool conjunction) const
    {
        std::vector<GuardWay> out = both(conjunction);
        for (Node item : children(items)) {
            const std::vector<GuardWay> more = of(item, met);
            if (conjunction)
                out = product(out, more);
            else
                out.insert(out.end(), more.begin(), more.end());
            out = least(std::move(out));
        }
        return out;
    }

    static std::vector<GuardWay> product(const std::vector<GuardWay>& a, const std::vector<GuardWay>& b)
    {
        std::vector<GuardWay> out;
        for (const GuardWay& x : a)
            for (const GuardWay& y : b) {
                GuardWay way = x;
                if (out.size() < 2 * kept && add(way, y)) out.push_back(std::move(way));
            }
        return out;
    }

    // False where `more` contradicts what is there.
    static bool add(GuardWay& way, const GuardWay& more)
    {
        for (const LeafValue& value : more) {
            bool known = false;
            for (const LeafValue& there : way) {
                if (there.leaf == value.leaf) {
                    if (there.holds != value.holds) return false;
                    known = true;
                } else if (there.holds && value.holds && one_at_most(value.leaf.kind) &&
                           there.leaf.kind == value.leaf.kind) {
                    return false;
                }
            }
            if (!known) way.push_back(value);
        }
        return true;
    }

    static bool one_at_most(const std::string& kind) { return kind == "level" || kind == "class"; }

    static bool within(const GuardWay& small, const GuardWay& large)
    {
        return std::all_of(small.begin(), small.end(), [&](const LeafValue& value) {
            return std::any_of(large.begin(), large.end(), [&](const LeafValue& other) {
                return other.leaf == value.leaf && other.holds == value.holds;
            });
        });
    }

    static std::vector<GuardWay> least(std::vector<GuardWay> ways)
    {
        std::stable_sort(ways.begin(), ways.end(),
                         [](const GuardWay& a, const GuardWay& b) { return a.size() < b.size(); });
        std::vector<GuardWay> out;
        for (GuardWay& way : ways) {
            if (out.size() == kept) break;
            const bool more =
                std::any_of(out.begin(), out.end(), [&](const GuardWay& one) { return within(one, way); });
            if (!more) out.push_back(std::move(way));
        }
        return out;
    }

    Node conditions_;
};

}  // namespace detail

SANGKIEN_INLINE std::vector<GuardWay> guard_ways(const std::vector<Node>& guards, Node conditions, bool met,
                                                 std::size_t most)
{
    std::vector<GuardWay> out = detail::GuardWays(conditions).of(guards, met);
    if (out.size() > most) out.resize(most);
    return out;
}

SANGKIEN_INLINE std::vector<Node> guards_on(Node root, std::string_view transition, std::string_view event)
{
    std::vector<Node> out;
    if (const Node when = root.get("lifecycle").get("transitions").get(transition).get("when")) out.push_back(when);
    for (Node safeguard : children(root.get("safeguards"))) {
        const Node on = safeguard.get("on");
        bool concerned = on.text() == event;
        if (on.is(Kind::list))
            for (Node item : children(on)) concerned = concerned || item.text() == event;
        if (concerned) out.push_back(safeguard.get("when"));
    }
    return out;
}

SANGKIEN_INLINE std::vector<GuardWay> guard_ways(Node when, Node conditions, bool met, std::size_t most)
{
    std::vector<GuardWay> out = detail::GuardWays(conditions).of(when, met);
    if (out.size() > most) out.resize(most);
    return out;
}

}  // namespace sangkien
