// Two lists of leaves side by side: which values differ, and on which days.
#pragma once

#include <algorithm>

#include "difference.hpp"
#include "leaves_inl.hpp"

namespace sangkien::detail {

// A stretch of days on which neither side changes; null where a side says nothing.
struct ValueStretch {
    Day from;
    Day until;
    const LeafVersion* before;
    const LeafVersion* after;
};

inline const LeafVersion* version_on(const std::vector<LeafVersion>& versions, Day day) noexcept
{
    for (const LeafVersion& version : versions)
        if (version.from <= day && day < version.until) return &version;
    return nullptr;
}

inline std::vector<ValueStretch> value_stretches(const std::vector<LeafVersion>& before,
                                                 const std::vector<LeafVersion>& after)
{
    std::vector<Day> days;
    for (const std::vector<LeafVersion>* side : {&before, &after})
        for (const LeafVersion& version : *side) {
            days.push_back(version.from);
            days.push_back(version.until);
        }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    std::vector<ValueStretch> out;
    for (std::size_t i = 0; i + 1 < days.size(); ++i) {
        const ValueStretch one{days[i], days[i + 1], version_on(before, days[i]), version_on(after, days[i])};
        if (one.before != nullptr || one.after != nullptr) out.push_back(one);
    }
    return out;
}

inline DayWindow open_window(Day from, Day until)
{
    DayWindow out;
    if (from.count != INT32_MIN) out.from = from;
    if (until.count != INT32_MAX) out.until = until;
    return out;
}

// The value_stretches for which `asked` holds, neighbours as one window.
template <class Asked>
std::vector<DayWindow> windows_where(const std::vector<ValueStretch>& all, Asked asked)
{
    std::vector<DayWindow> out;
    Day end{};
    for (const ValueStretch& one : all) {
        if (!asked(one)) continue;
        if (!out.empty() && end == one.from)
            out.back().until = open_window(one.from, one.until).until;
        else
            out.push_back(open_window(one.from, one.until));
        end = one.until;
    }
    return out;
}

inline bool same_windows(const std::vector<DayWindow>& a, const std::vector<DayWindow>& b) noexcept
{
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(),
                      [](const DayWindow& x, const DayWindow& y) { return x.from == y.from && x.until == y.until; });
}

// The elements of `list` that `other` has not, as often as it has too few of them.
inline std::vector<std::string> only_in(Node list, Node other)
{
    std::vector<std::string> out, theirs;
    for (Node element : children(other)) theirs.push_back(canonical_value(element));
    for (Node element : children(list)) {
        std::string value = canonical_value(element);
        const auto found = std::find(theirs.begin(), theirs.end(), value);
        if (found == theirs.end())
            out.push_back(std::move(value));
        else
            theirs.erase(found);
    }
    return out;
}

class Comparison {
public:
    Comparison(const Rulebook* before, const Rulebook* after) : before_(before), after_(after) {}

    std::vector<Difference> run()
    {
        const std::vector<Leaf> old_leaves = leaves(before_), new_leaves = leaves(after_);
        std::size_t i = 0, j = 0;
        while (i < old_leaves.size() || j < new_leaves.size()) {
            if (j == new_leaves.size() || (i < old_leaves.size() && old_leaves[i].key < new_leaves[j].key))
                one_sided(old_leaves, i, true);
            else if (i == old_leaves.size() || new_leaves[j].key < old_leaves[i].key)
                one_sided(new_leaves, j, false);
            else
                compare(old_leaves[i++], new_leaves[j++]);
        }
        return told();
    }

private:
    struct Found {
        std::string key;
        bool presence;
        Difference difference;
    };

    static std::vector<Leaf> leaves(const Rulebook* book)
    {
        return book == nullptr ? std::vector<Leaf>() : LeafWalk().run(*book);
    }

    // An object that cites a clause is told as one; so are the objects without objects in them.
    void one_sided(const std::vector<Leaf>& all, std::size_t& at, bool removed)
    {
        const Leaf& leaf = all[at++];
        const Leaf nothing{leaf.key, leaf.path, leaf.text, leaf.whole, {}};
        if (removed)
            compare(leaf, nothing);
        else
            compare(nothing, leaf);
        if (!leaf.whole) return;
        const std::string inside = leaf.key + key_separator;
        while (at < all.size() && all[at].key.compare(0, inside.size(), inside) == 0) ++at;
    }

    void compare(const Leaf& before, const Leaf& after)
    {
        const std::vector<ValueStretch> all = value_stretches(before.versions, after.versions);
        const auto same = [](const LeafVersion* a, const LeafVersion* b) {
            return a != nullptr && b != nullptr && a->same(*b);
        };
        const auto known = [&](const LeafVersion* version, const std::vector<LeafVersion>& others) {
            return version != nullptr && std::any_of(others.begin(), others.end(),
                                                     [&](const LeafVersion& other) { return same(version, &other); });
        };
        std::vector<std::pair<const LeafVersion*, const LeafVersion*>> done;
        const auto once = [&](const LeafVersion* a, const LeafVersion* b) {
            for (const auto& pair : done)
                if ((pair.first == a || same(pair.first, a)) && (pair.second == b || same(pair.second, b)))
                    return false;
            done.emplace_back(a, b);
            return true;
        };
        for (const ValueStretch& one : all) {
            if (same(one.before, one.after)) continue;
            const bool old_known = known(one.before, after.versions), new_known = known(one.after, before.versions);
            const LeafVersion* gone = one.before == nullptr || old_known ? nullptr : one.before;
            const LeafVersion* come = one.after == nullptr || new_known ? nullptr : one.after;
            if ((gone != nullptr || come != nullptr) && once(gone, come)) {
                const auto here = windows_where(all, [&](const ValueStretch& s) {
                    const LeafVersion* g = known(s.before, after.versions) ? nullptr : s.before;
                    const LeafVersion* c = known(s.after, before.versions) ? nullptr : s.after;
                    return (g == gone || same(g, gone)) && (c == come || same(c, come)) &&
                           (g != nullptr || c != nullptr);
                });
                add(before, gone, here, come, here);
            }
            if (old_known && once(one.before, one.before)) redated(before, all, one.before, same);
            if (new_known && once(one.after, one.after)) redated(before, all, one.after, same);
        }
    }

    template <class Same>
    void redated(const Leaf& leaf, const std::vector<ValueStretch>& all, const LeafVersion* value, const Same& same)
    {
        const auto windows_old = windows_where(all, [&](const ValueStretch& s) { return same(s.before, value); });
        const auto windows_new = windows_where(all, [&](const ValueStretch& s) { return same(s.after, value); });
        if (same_windows(windows_old, windows_new)) return;
        const auto first = [&](bool old_side) {
            for (const ValueStretch& s : all)
                if (same(old_side ? s.before : s.after, value)) return old_side ? s.before : s.after;
            return value;
        };
        add(leaf, first(true), windows_old, first(false), windows_new);
        found_.back().difference.kind = DifferenceKind::redated;
    }

    void add(const Leaf& leaf, const LeafVersion* before, const std::vector<DayWindow>& windows_old,
             const LeafVersion* after, const std::vector<DayWindow>& windows_new)
    {
        Difference out;
        out.kind = before == nullptr  ? DifferenceKind::added
                   : after == nullptr ? DifferenceKind::removed
                                      : DifferenceKind::changed;
        out.text = leaf.text;
        out.path = leaf.path;
        out.before = side(before_, before, windows_old);
        out.after = side(after_, after, windows_new);
        if (before != nullptr && after != nullptr && before->node.is(Kind::list) && after->node.is(Kind::list)) {
            out.elements_removed = only_in(before->node, after->node);
            out.elements_added = only_in(after->node, before->node);
        }
        const bool presence =
            (before == nullptr || before->node.is(Kind::object)) && (after == nullptr || after->node.is(Kind::object));
        found_.push_back({leaf.key, presence, std::move(out)});
    }

    static DifferenceSide side(const Rulebook* book, const LeafVersion* version, const std::vector<DayWindow>& windows)
    {
        DifferenceSide out;
        if (book != nullptr) out.rulebook = book->id;
        if (version == nullptr) return out;
        out.value = version->value;
        out.windows = windows;
        out.clause = version->clause;
        out.place = version->node.place();
        return out;
    }

    // That an object is there says nothing more where something inside it differs.
    std::vector<Difference> told()
    {
        std::vector<Difference> out;
        for (const Found& one : found_) {
            const std::string inside = one.key + key_separator;
            const bool more = one.presence && std::any_of(found_.begin(), found_.end(), [&](const Found& other) {
                                  return other.key.compare(0, inside.size(), inside) == 0 &&
                                         (!other.difference.text || one.difference.text);
                              });
            if (!more) out.push_back(one.difference);
        }
        return out;
    }

    const Rulebook* before_;
    const Rulebook* after_;
    std::vector<Found> found_;
};

}  // namespace sangkien::detail
