#pragma once

#include <algorithm>
#include <utility>

#include "dated_inl.hpp"
#include "timeline.hpp"

namespace sangkien {

namespace detail {

// How many of `count` days in order are no later than `on`. A few are counted, since a search would have to guess which way
// to go, and guess wrong half of the time; many are halved, by steps that are computed and not guessed.
inline std::uint32_t begun_by(const Day* days, std::uint32_t count, Day on) noexcept
{
    constexpr std::uint32_t few = 32;
    const Day* const begin = days;
    while (count > few) {
        const std::uint32_t half = count / 2;
        days += days[half - 1].count <= on.count ? half : 0;
        count -= half;
    }
    std::uint32_t begun = 0;
    for (std::uint32_t i = 0; i < count; ++i) begun += days[i].count <= on.count ? 1u : 0u;
    return static_cast<std::uint32_t>(days - begin) + begun;
}

}  // namespace detail

SANGKIEN_INLINE Node Timeline::at(Day on, std::optional<Day> known) const noexcept
{
    const Knowledge* now = &latest_;
    if (known) {
        const auto after = std::upper_bound(knowledge_.begin(), knowledge_.end(), *known,
                                            [](Day day, const Knowledge& k) { return day < k.since; });
        if (after == knowledge_.begin()) return {};
        now = &*(after - 1);
    }
    const std::uint32_t begun = detail::begun_by(begins_.data() + now->first, now->end - now->first, on);
    return begun == 0 ? Node() : values_[now->first + begun - 1];
}

// Lays the versions out once for each day on which more became known: the latest knowledge of a day holds.
SANGKIEN_INLINE void Timeline::build()
{
    std::stable_sort(entries_.begin(), entries_.end(),
                     [](const Entry& a, const Entry& b) { return a.known < b.known; });
    std::vector<Day> edges;
    for (std::size_t end = 0; end < entries_.size();) {
        const Day since = entries_[end].known;
        while (end < entries_.size() && entries_[end].known == since) {
            edges.push_back(entries_[end].from);
            if (entries_[end].until.count != INT32_MAX) edges.push_back(entries_[end].until);
            ++end;
        }
        std::sort(edges.begin(), edges.end());
        edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
        const auto first = static_cast<std::uint32_t>(begins_.size());
        for (const Day edge : edges) {
            const auto holds = [&](const Entry& entry) { return entry.from <= edge && edge < entry.until; };
            // Sorted by knowledge, so the last one that holds is the latest.
            std::size_t i = end;
            while (i > 0 && !holds(entries_[i - 1])) --i;
            begins_.push_back(edge);
            values_.push_back(i > 0 ? entries_[i - 1].value : Node());
        }
        knowledge_.push_back({since, first, static_cast<std::uint32_t>(begins_.size())});
        latest_ = knowledge_.back();
    }
}

SANGKIEN_INLINE Timelines::Timelines(const Rulebook& rulebook)
{
    for (Node section : children(rulebook.tree.root()))
        if (detail::is_section(section.key()))
            collect(section, std::string(section.key()), rulebook.document.from,
                    rulebook.document.until.value_or(Day{INT32_MAX}), rulebook.document.issued);
    std::stable_sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [path, entry] : found_) {
        if (paths_.empty() || paths_.back() != path) {
            paths_.push_back(std::move(path));
            timelines_.emplace_back();
        }
        timelines_.back().entries_.push_back(entry);
    }
    found_ = {};
    for (Timeline& timeline : timelines_) timeline.build();
}

SANGKIEN_INLINE void Timelines::collect(Node node, const std::string& path, Day from, Day until, Day known)
{
    if (detail::is_dated(node)) {
        for (Node version : children(node)) {
            const detail::DatedWindow window = detail::window_of(version);
            const Day begins = std::max(from, window.from), ends = std::min(until, window.until);
            if (begins < ends) collect(version.get("value"), path, begins, ends, std::max(known, window.known));
        }
        return;
    }
    found_.push_back({path, {from, until, known, node}});
    if (!node.is(Kind::object)) return;
    for (Node member : children(node))
        if (!detail::is_annotation(member.key()))
            collect(member, path + "." + std::string(member.key()), from, until, known);
}

SANGKIEN_INLINE const Timeline* Timelines::find(std::string_view path) const noexcept
{
    const auto found = std::lower_bound(paths_.begin(), paths_.end(), path);
    if (found == paths_.end() || *found != path) return nullptr;
    return &timelines_[static_cast<std::size_t>(found - paths_.begin())];
}

SANGKIEN_INLINE Node Timelines::at(std::string_view path, Day on, std::optional<Day> known) const noexcept
{
    const Timeline* timeline = find(path);
    return timeline == nullptr ? Node() : timeline->at(on, known);
}

}  // namespace sangkien
