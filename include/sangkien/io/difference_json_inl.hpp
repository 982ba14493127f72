#pragma once

#include "difference_json.hpp"
#include "json_writer.hpp"
#include "report_parts_inl.hpp"

namespace sangkien {

namespace detail {

// File, pointer, line and column; null for what was not read from anywhere.
inline void put_value_place(JsonWriter& out, const Place& place)
{
    if (place.mark.line == 0) {
        out.null();
        return;
    }
    out.begin_object(true);
    out.member("file", place.file);
    out.member("pointer", place.pointer);
    out.member("line", static_cast<std::int64_t>(place.mark.line));
    out.member("column", static_cast<std::int64_t>(place.mark.column));
    out.end_object();
}

inline void put_windows(JsonWriter& out, const std::vector<DayWindow>& windows)
{
    out.begin_list(true);
    for (const DayWindow& window : windows) {
        out.begin_object(true);
        put_optional(out, "from", window.from);
        put_optional(out, "until", window.until);
        out.end_object();
    }
    out.end_list();
}

inline void put_difference_side(JsonWriter& out, const DifferenceSide& side)
{
    if (!side.stated()) {
        out.null();
        return;
    }
    out.begin_object();
    out.member("value", side.value);
    out.key("windows");
    put_windows(out, side.windows);
    out.member("rulebook", side.rulebook);
    out.member("clause", side.clause);
    out.key("place");
    put_value_place(out, side.place);
    out.end_object();
}

inline void put_difference(JsonWriter& out, const Difference& one)
{
    out.begin_object();
    out.member("kind", word(one.kind));
    out.member("text", one.text);
    out.member("path", one.path);
    out.member("clause", one.clause());
    out.key("old");
    put_difference_side(out, one.before);
    out.key("new");
    put_difference_side(out, one.after);
    if (!one.elements_removed.empty() || !one.elements_added.empty()) {
        out.key("elements_removed");
        put_texts(out, one.elements_removed);
        out.key("elements_added");
        put_texts(out, one.elements_added);
    }
    out.end_object();
}

inline void put_positions(JsonWriter& out, const std::vector<std::size_t>& positions)
{
    out.begin_list(true);
    for (const std::size_t position : positions) out.value(static_cast<std::int64_t>(position));
    out.end_list();
}

inline void put_outcome(JsonWriter& out, const ChangedOutcome& one)
{
    out.begin_object();
    out.member("of", word(one.of));
    out.member("season", one.season);
    out.key("name");
    put_name(out, one.name);
    out.key("changes");
    out.begin_list();
    for (const OutcomeChange& change : one.changes) {
        out.begin_object(true);
        out.member("id", change.id);
        out.key("what");
        put_words(out, change.what);
        out.key("old");
        put_words(out, change.before);
        out.key("new");
        put_words(out, change.after);
        out.end_object();
    }
    out.end_list();
    out.key("causes");
    put_positions(out, one.causes);
    if (one.through_others) out.member("through_others", true);
    out.end_object();
}

inline void put_season_impact(JsonWriter& out, const SeasonImpact& season)
{
    out.begin_object(true);
    out.member("id", season.id);
    out.member("as_if_in_force", season.as_if);
    out.member("evaluated_old", season.before_taken);
    out.member("evaluated_new", season.after_taken);
    out.member("initiatives", static_cast<std::int64_t>(season.initiatives));
    out.member("units", static_cast<std::int64_t>(season.units));
    out.member("deadlines", static_cast<std::int64_t>(season.deadlines));
    out.end_object();
}

inline void put_clause_impact(JsonWriter& out, const ClauseImpact& group)
{
    out.begin_object(true);
    out.member("rulebook", group.rulebook);
    out.member("clause", group.clause);
    out.key("differences");
    put_positions(out, group.differences);
    out.key("outcomes");
    put_positions(out, group.outcomes);
    out.end_object();
}

template <class List, class Put>
void put_all(JsonWriter& out, std::string_view key, const List& list, Put put)
{
    out.key(key);
    out.begin_list();
    for (const auto& one : list) put(out, one);
    out.end_list();
}

inline void put_compared(JsonWriter& out, std::string_view key, const Rulebook& book)
{
    out.key(key);
    out.begin_object(true);
    out.member("id", book.id);
    out.member("file", book.file);
    out.member("number", book.document.number);
    out.member("provenance", word(book.document.provenance));
    out.member("sha256", book.digest);
    out.end_object();
}

}  // namespace detail

SANGKIEN_INLINE std::string impact_json(const Impact& impact, const Rulebook& before, const Rulebook& after)
{
    JsonWriter out;
    out.begin_object();
    detail::put_compared(out, "old", before);
    detail::put_compared(out, "new", after);
    detail::put_all(out, "differences", impact.differences, detail::put_difference);
    detail::put_all(out, "seasons", impact.seasons, detail::put_season_impact);
    detail::put_all(out, "outcomes", impact.outcomes, detail::put_outcome);
    detail::put_all(out, "clauses", by_clause(impact), detail::put_clause_impact);
    out.key("not_attributed");
    detail::put_positions(out, not_attributed(impact));
    out.end_object();
    return out.take();
}

}  // namespace sangkien
