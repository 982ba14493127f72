// What a rulebook says of a value on a day, as known on a day, without laying papers over each other.
//
//   const Timelines values(rulebook);
//   values.at("schedule.ward-submission.yearly", parse_day("2026-09-01")).text();             // "15/9"
//   values.at("schedule.ward-submission.yearly", on, parse_day("2025-12-31")).text();         // "25/9": not amended yet
//
// A look-up by path costs one search among the paths and one among the versions: O(log n) each. Who asks the same value
// often keeps its Timeline.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rulebook.hpp"

namespace sangkien {

// Timeline (dòng thời gian của một giá trị): which version holds when, as it was known when.
class Timeline {
public:
    // The value in force on `on` as known on `known` (nothing: all that is loaded), absent where there is none.
    Node at(Day on, std::optional<Day> known = std::nullopt) const noexcept;
    // Versions, corrections included.
    std::size_t size() const noexcept { return entries_.size(); }

private:
    friend class Timelines;
    struct Entry {
        Day from;
        Day until;
        Day known;
        Node value;
    };
    // The stretches of time as they were known from a day on.
    struct Knowledge {
        Day since;
        std::uint32_t first;
        std::uint32_t end;
    };

    void build();

    std::vector<Entry> entries_;
    // Of each stretch the day it begins and what holds from then until the next of its knowledge. Days lie side by side: a
    // value of law has few versions, and all their days fit one line of the cache.
    std::vector<Day> begins_;
    std::vector<Node> values_;
    std::vector<Knowledge> knowledge_;
    Knowledge latest_{};  // the last of these; nothing holds where there is none
};

// Timelines (các giá trị theo thời gian) of every value of a rulebook, by dotted path. The rulebook must outlive it.
class Timelines {
public:
    explicit Timelines(const Rulebook& rulebook);

    // Null when the rulebook has no such value at any time.
    const Timeline* find(std::string_view path) const noexcept;
    // Absent when there is none on that day, as known then.
    Node at(std::string_view path, Day on, std::optional<Day> known = std::nullopt) const noexcept;
    // In order.
    const std::vector<std::string>& paths() const noexcept { return paths_; }

private:
    void collect(Node node, const std::string& path, Day from, Day until, Day known);

    std::vector<std::string> paths_;
    std::vector<Timeline> timelines_;  // of the path at the same place
    std::vector<std::pair<std::string, Timeline::Entry>> found_;
};

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "timeline_inl.hpp"
#endif
