// Walking all dated values of the rulebooks: windows that overlap, clauses nobody lists, days on which rules change.
#pragma once

#include <algorithm>

#include "dated_inl.hpp"
#include "layers.hpp"

namespace sangkien {

namespace detail {

// A day of both; where both began before anything is known, the last one.
inline Day shared_day(const DatedWindow& a, const DatedWindow& b) noexcept
{
    const Day from = std::max(a.from, b.from);
    return from.count != INT32_MIN ? from : std::min(a.until, b.until) - 1;
}

inline void walk_window(Node list, std::vector<Day>& days, Problems& problems)
{
    std::vector<DatedWindow> windows;
    for (Node version : children(list)) {
        Fields f(version, problems);
        const DatedWindow window{f.day("from", Day{INT32_MIN}, Need::optional),
                                 f.day("until", Day{INT32_MAX}, Need::optional),
                                 f.day("known-on", Day{INT32_MIN}, Need::optional)};
        f.any("value");
        f.allow_annotations();
        f.finish();
        if (window.until <= window.from)
            problems.add(ErrorId::window_backwards, version.place(),
                         {{"from", to_text(window.from)}, {"until", to_text(window.until)}});
        for (const DatedWindow& other : windows)
            // A later correction may say otherwise of days that were told before.
            if (window.known == other.known && window.from < other.until && other.from < window.until)
                problems.add(ErrorId::windows_overlap, version.place(), {{"day", to_text(shared_day(window, other))}});
        windows.push_back(window);
        if (window.from.count != INT32_MIN) days.push_back(window.from);
        if (window.until.count != INT32_MAX) days.push_back(window.until);
    }
}

// A choice is offered for a value that stands beside it, and is picked by its text.
inline void walk_choices(Node object, Problems& problems)
{
    const Node choices = object.get("choices");
    if (!choices || !expect(choices, Kind::object, problems)) return;
    std::vector<std::string> values;
    for (Node member : children(object))
        if (!is_annotation(member.key())) values.emplace_back(member.key());
    for (Node list : children(choices)) {
        const std::string key(list.key());
        if (std::find(values.begin(), values.end(), key) == values.end())
            problems.add(ErrorId::unknown_key, list.place_of_key(), with_nearest({{"key", key}}, key, values));
        if (!expect(list, Kind::list, problems)) continue;
        for (Node value : children(list))
            if (!value.is(Kind::number)) expect(value, Kind::text, problems);
    }
}

// Checks annotations and windows of everything below `node`.
inline void walk_values(Node node, const std::vector<std::string>& clauses, std::vector<Day>& days, Problems& problems)
{
    if (is_dated(node)) walk_window(node, days, problems);
    if (node.is(Kind::object)) {
        walk_choices(node, problems);
        const Node clause = node.get("clause");
        std::string name;
        if (clause && read_text(clause, problems, name) &&
            std::find(clauses.begin(), clauses.end(), name) == clauses.end())
            problems.add(ErrorId::unknown_clause, clause.place(), with_nearest({{"clause", name}}, name, clauses));
        if (node.get("provenance")) {
            Fields f(node, problems);
            read_provenance(f, Provenance::unverified);
        }
    }
    for (Node child : children(node)) walk_values(child, clauses, days, problems);
}

}  // namespace detail

SANGKIEN_INLINE std::vector<Day> boundaries(const std::vector<Rulebook>& rulebooks, Problems& problems)
{
    std::vector<std::string> clauses;
    for (const Rulebook& book : rulebooks)
        for (const Clause& clause : book.clauses) clauses.push_back(clause.id);
    std::vector<Day> days;
    for (const Rulebook& book : rulebooks) {
        days.push_back(book.document.from);
        if (book.document.until) days.push_back(*book.document.until);
        for (Node section : children(book.tree.root()))
            if (section.key() != "document" && section.key() != "clauses")
                detail::walk_values(section, clauses, days, problems);
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

}  // namespace sangkien
