// Dated values in a tree: which version holds when, and since when that is known.
#pragma once

#include <optional>
#include <string_view>

#include "../core/day.hpp"
#include "tree.hpp"

namespace sangkien::detail {

// What any object may carry beside its values.
inline bool is_annotation(std::string_view key) noexcept
{
    return key == "clause" || key == "provenance" || key == "note" || key == "choices";
}

// Is it a section that rules stand in, and not what every rulebook says of itself?
inline bool is_section(std::string_view key) noexcept
{
    for (const char* other : {"rulebook", "id", "vi", "en", "document", "layer", "under", "clauses", "silent", "allows",
                              "waivers", "note", "$schema"})
        if (key == other) return false;
    return true;
}

// A list of {"from": day, "until": day, "known-on": day, "value": ...}: one value at several times.
inline bool is_dated(Node node) noexcept
{
    if (!node.is(Kind::list) || !node.first()) return false;
    for (Node version : children(node))
        if (!version.get("value") || (!version.get("from") && !version.get("until") && !version.get("known-on")))
            return false;
    return true;
}

// When one version of a value holds, half-open, and since when that is known: INT32_MIN, since its paper was issued.
struct DatedWindow {
    Day from;
    Day until;
    Day known;

    bool holds(Day day) const noexcept { return from <= day && day < until; }
};

// The window of a version, as far as its days can be read.
inline DatedWindow window_of(Node version) noexcept
{
    const auto day = [&](const char* key, std::int32_t otherwise) {
        Day out{otherwise};
        if (const Node node = version.get(key)) read_day(node.text(), out);
        return out;
    };
    return {day("from", INT32_MIN), day("until", INT32_MAX), day("known-on", INT32_MIN)};
}

// The version that ended last, where all that are known have ended by `on`; absent where one holds or is to come.
inline Node last_ended(Node list, Day on, std::optional<Day> known) noexcept
{
    Node out;
    DatedWindow latest{Day{INT32_MIN}, Day{INT32_MIN}, Day{INT32_MIN}};
    for (Node version : children(list)) {
        const DatedWindow window = window_of(version);
        if (known && *known < window.known) continue;
        if (on < window.until) return {};
        // Of two that end together the one known later.
        if (out && (window.until < latest.until || (window.until == latest.until && window.known < latest.known)))
            continue;
        out = version;
        latest = window;
    }
    return out;
}

}  // namespace sangkien::detail
