#pragma once

#include <algorithm>

#include "paper_checks.hpp"
#include "layers_inl.hpp"
#include "review.hpp"

namespace sangkien {

SANGKIEN_INLINE std::vector<Window> gaps(std::vector<Window> windows)
{
    std::sort(windows.begin(), windows.end(), [](const Window& a, const Window& b) { return a.from < b.from; });
    std::vector<Window> out;
    for (std::size_t i = 1; i < windows.size(); ++i) {
        const Day reached = windows[i - 1].until;
        if (reached < windows[i].from) out.push_back({reached, windows[i].from});
        windows[i].until = std::max(windows[i].until, reached);
    }
    return out;
}

namespace detail {

// What `path` leads to below `node`; through the first version of a dated value, since all have its shape.
inline Node follow(Node node, std::string_view path)
{
    while (node && !path.empty()) {
        const std::size_t dot = path.find('.');
        node = node.get(path.substr(0, dot));
        if (is_dated(node)) node = node.first().get("value");
        path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
    }
    return node;
}

class ValueCheck {
public:
    ValueCheck(Diagnostics& found, std::optional<Day> known) : found_(found), known_(known) {}

    void walk(Node node)
    {
        if (is_dated(node))
            check_gaps(node);
        else if (node.is(Kind::list))
            check_list(node);
        if (node.is(Kind::object)) check_defaults(node);
        for (Node child : children(node))
            if (child.is(Kind::list) || child.is(Kind::object)) walk(child);
    }

private:
    void check_gaps(Node list)
    {
        std::vector<Window> windows;
        for (Node version : children(list))
            if (is_known(version)) windows.push_back({window_of(version).from, window_of(version).until});
        for (const Window& gap : gaps(windows))
            for (Node version : children(list))
                if (is_known(version) && window_of(version).from == gap.until)
                    found_.warn(ErrorId::windows_gap, version,
                                {{"path", list.path()}, {"from", to_text(gap.from)}, {"until", to_text(gap.until)}});
    }

    bool is_known(Node version) const { return !known_ || window_of(version).known <= *known_; }

    void check_list(Node list)
    {
        if (!list.first()) {
            found_.warn(ErrorId::list_empty, list, {{"key", std::string(list.key())}});
            return;
        }
        for (Node item : children(list))
            for (Node other = list.first(); other.index() != item.index(); other = other.next())
                if (same_value(other, item)) {
                    found_.warn(ErrorId::listed_twice, item,
                                {{"first", static_cast<std::int64_t>(other.position()) + 1}});
                    break;
                }
    }

    void check_defaults(Node object)
    {
        for (Node list : children(object.get("choices"))) {
            const Node value = object.get(list.key());
            if (!value.is(Kind::text) && !value.is(Kind::number)) continue;
            std::vector<std::string> offered;
            for (Node offer : children(list)) offered.emplace_back(offer.text());
            if (std::find(offered.begin(), offered.end(), value.text()) == offered.end())
                found_.warn(ErrorId::default_not_offered, value,
                            {{"value", std::string(value.text())}, {"known", offered.empty() ? "-" : joined(offered)}});
        }
    }

    Diagnostics& found_;
    std::optional<Day> known_;
};

// Two steps, quotas, conditions or clocks that differ in their names alone.
inline void check_doubled(Node section, Diagnostics& found)
{
    for (Node entry : children(section))
        for (Node other = section.first(); other.index() != entry.index(); other = other.next())
            if (entry.is(Kind::object) && same_value(other, entry)) {
                found.warn(ErrorId::entry_doubled, entry,
                           {{"name", std::string(entry.key())},
                            {"other", std::string(other.key())},
                            {"line", static_cast<std::int64_t>(other.mark().line)}});
                break;
            }
}

inline void collect_clauses(Node node, std::vector<std::string_view>& out)
{
    if (node.is(Kind::object))
        if (const Node clause = node.get("clause"); clause.is(Kind::text)) out.push_back(clause.text());
    for (Node child : children(node))
        if (child.is(Kind::list) || child.is(Kind::object)) collect_clauses(child, out);
}

// The first ‹...› of `text`; empty when there is none.
inline std::string_view to_fill(std::string_view text) noexcept
{
    static constexpr std::string_view opens = "‹", closes = "›";
    const std::size_t from = text.find(opens);
    if (from == std::string_view::npos) return {};
    const std::size_t to = text.find(closes, from);
    return to == std::string_view::npos ? std::string_view() : text.substr(from, to + closes.size() - from);
}

// Words in two languages are one thing to fill in.
inline void check_texts(Node node, Diagnostics& found)
{
    bool told = false;
    for (Node child : children(node)) {
        if (child.is(Kind::list) || child.is(Kind::object)) check_texts(child, found);
        if (!child.is(Kind::text) || child.key() == "note") continue;
        const std::string_view text = to_fill(child.text());
        const bool words = child.key() == "vi" || child.key() == "en";
        if (text.empty() || (words && told)) continue;
        found.warn(ErrorId::text_to_fill, child, {{"text", std::string(text)}});
        told = told || words;
    }
}

// A heading is cited with what stands below it.
inline bool is_cited(const std::vector<std::string_view>& cited, const std::string& clause)
{
    const auto from = std::lower_bound(cited.begin(), cited.end(), clause);
    if (from != cited.end() && *from == clause) return true;
    const auto below = std::lower_bound(cited.begin(), cited.end(), clause + ".");
    return below != cited.end() && covers(clause, *below);
}

}  // namespace detail

SANGKIEN_INLINE void check_values(const Rulebook& rulebook, Diagnostics& found, std::optional<Day> known)
{
    detail::ValueCheck check(found, known);
    for (Node section : children(rulebook.tree.root()))
        // The days of a calendar have checks of their own.
        if (section.key() != "calendar" && section.key() != "local-calendar" && section.key() != "clauses")
            check.walk(section);
    if (rulebook.document.reviewed.after == AfterLast::unstated)
        for (const EndedValue& value : ended_values(rulebook, Day{INT32_MAX - 1}))
            found.warn(ErrorId::end_unsaid, value.last.place(), value.path,
                       {{"path", value.path}, {"until", to_text(value.until)}});
    const Node root = rulebook.tree.root();
    detail::check_doubled(root.get("lifecycle").get("transitions"), found);
    for (const char* section : {"quota", "conditions", "clocks"}) detail::check_doubled(root.get(section), found);
}

SANGKIEN_INLINE void check_clauses(const Rulebook& rulebook, const std::vector<Rulebook>& all, Diagnostics& found)
{
    std::vector<std::string_view> cited;
    for (const Rulebook& book : all)
        for (Node section : children(book.tree.root()))
            if (section.key() != "clauses") detail::collect_clauses(section, cited);
    std::sort(cited.begin(), cited.end());
    const Node clauses = rulebook.tree.root().get("clauses");
    for (const Clause& clause : rulebook.clauses)
        if (!clause.text_only && !detail::is_cited(cited, clause.id))
            found.warn(ErrorId::clause_not_cited, clauses.get(clause.id), {{"clause", clause.id}});
}

SANGKIEN_INLINE void check_texts(const Rulebook& rulebook, Diagnostics& found)
{
    detail::check_texts(rulebook.tree.root(), found);
}

SANGKIEN_INLINE void check_paths(const Rulebook& rulebook, Diagnostics& found)
{
    const Node root = rulebook.tree.root();
    const std::vector<std::string> sections(std::begin(section_names), std::end(section_names));
    for (const Silence& silence : rulebook.silences) {
        const Node entry = root.get("silent").get(silence.path);
        const std::string section = silence.path.substr(0, silence.path.find('.'));
        if (std::find(sections.begin(), sections.end(), section) == sections.end()) {
            Details details{{"path", silence.path}};
            if (const std::string near = nearest(section, sections); !near.empty())
                details.push_back({"nearest", near});
            found.warn(ErrorId::path_leads_nowhere, entry, std::move(details));
        }
        // A section or an entry may be said in part; a single value is said or left open.
        const Node said = detail::follow(root, silence.path);
        if (said && !said.is(Kind::object))
            found.warn(ErrorId::silence_contradicted, entry,
                       {{"path", silence.path}, {"line", static_cast<std::int64_t>(said.mark().line)}});
    }
    std::vector<std::string> granted = rulebook.allows;
    for (const Tightening& right : rulebook.tightens) granted.push_back(right.path);
    for (const std::string& path : granted)
        if (!detail::follow(root, path))
            found.warn(ErrorId::path_leads_nowhere, root.get("allows").get(path), {{"path", path}});
}

}  // namespace sangkien
