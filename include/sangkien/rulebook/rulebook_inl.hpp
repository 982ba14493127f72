#pragma once

#include "rulebook.hpp"

namespace sangkien {

SANGKIEN_INLINE const char* word(Layer layer) noexcept
{
    static constexpr const char* words[] = {"national", "province", "ward", "council", "unit"};
    return words[static_cast<int>(layer)];
}

SANGKIEN_INLINE const char* word(AfterLast after) noexcept
{
    static constexpr const char* words[] = {"", "allow", "flag", "refuse"};
    return words[static_cast<int>(after)];
}

SANGKIEN_INLINE bool covers(std::string_view above, std::string_view path) noexcept
{
    return path.substr(0, above.size()) == above && (path.size() == above.size() || path[above.size()] == '.');
}

SANGKIEN_INLINE Provenance read_provenance(Fields& fields, Provenance fallback, Need need)
{
    return static_cast<Provenance>(fields.word("provenance",
                                               {"law", "official-document", "secondary", "illustrative", "unverified"},
                                               static_cast<std::size_t>(fallback), need));
}

namespace detail {

inline Review read_review(Node node, Problems& problems)
{
    Review out;
    if (!node) return out;
    Fields f(node, problems);
    out.place = node.get("until") ? node.get("until").place() : node.place();
    if (f.has("last")) out.last = f.day("last");
    if (f.has("until")) out.until = f.day("until");
    if (out.last && out.until && *out.until <= *out.last)
        problems.add(ErrorId::window_backwards, out.place,
                     {{"from", to_text(*out.last)}, {"until", to_text(*out.until)}});
    out.after = static_cast<AfterLast>(f.word("after", {"allow", "flag", "refuse"}) + 1);
    out.clause = f.text("clause", Need::optional);
    f.known("note");
    f.finish();
    return out;
}

inline Document read_document(Node node, Problems& problems)
{
    Document out;
    if (!node) return out;
    Fields f(node, problems);
    out.number = f.text("number");
    out.issuer = f.text("issuer");
    out.issued = f.day("issued");
    out.from = f.day("from");
    if (f.has("until")) {
        out.until = f.day("until");
        if (*out.until <= out.from)
            problems.add(ErrorId::window_backwards, node.get("until").place(),
                         {{"from", to_text(out.from)}, {"until", to_text(*out.until)}});
    }
    out.provenance = read_provenance(f, Provenance::unverified);
    out.reviewed = read_review(f.object("reviewed", Need::optional), problems);
    f.known("source");
    f.known("note");
    f.finish();
    return out;
}

inline std::vector<Clause> read_clauses(Node node, Problems& problems)
{
    std::vector<Clause> out;
    for (Node entry : children(node)) {
        Fields f(entry, problems);
        Clause clause{std::string(entry.key()), f.words(Need::required), {}, {}, {}, {}, false};
        if (f.has("provenance")) clause.provenance = read_provenance(f, Provenance::unverified);
        clause.document = f.text("document", Need::optional);
        if (f.has("issued")) clause.issued = f.day("issued");
        clause.text_only = f.boolean("text-only", false);
        f.known("note");
        f.finish();
        out.push_back(std::move(clause));
    }
    return out;
}

inline std::vector<Silence> read_silences(Node node, const std::string& rulebook, Problems& problems)
{
    std::vector<Silence> out;
    for (Node entry : children(node)) {
        Fields f(entry, problems);
        out.push_back({std::string(entry.key()), f.words(Need::required), f.text("clause", Need::optional), rulebook});
        f.known("note");
        f.finish();
    }
    return out;
}

inline void read_allows(Node node, Rulebook& out, Problems& problems)
{
    for (Node entry : children(node)) {
        Fields f(entry, problems);
        if (f.word("right", {"override", "tighten"}) == 1)
            out.tightens.push_back({std::string(entry.key()),
                                    static_cast<Toward>(f.word("toward", {"higher", "lower", "earlier", "later"}))});
        else
            out.allows.emplace_back(entry.key());
        f.words();
        f.allow_annotations();
        f.finish();
    }
}

// The note on the review may cite a clause of its own paper.
inline void check_review_clause(const Rulebook& rulebook, Problems& problems)
{
    const std::string& cited = rulebook.document.reviewed.clause;
    if (cited.empty() || rulebook.clause(cited) != nullptr) return;
    std::vector<std::string> known;
    for (const Clause& clause : rulebook.clauses) known.push_back(clause.id);
    problems.add(ErrorId::unknown_clause, rulebook.document.reviewed.place,
                 with_nearest({{"clause", cited}}, cited, known));
}

// "SK1640 lifecycle.states.revived": only doubts can be waived, an error blocks whatever is said of it.
inline bool read_waiver_key(std::string_view key, Waiver& out)
{
    if (key.size() < 8 || key.substr(0, 4) != "SK16" || key[6] != ' ') return false;
    if (key[4] < '0' || key[4] > '9' || key[5] < '0' || key[5] > '9') return false;
    out.id = static_cast<ErrorId>(1600 + (key[4] - '0') * 10 + (key[5] - '0'));
    out.path = std::string(key.substr(7));
    return true;
}

inline std::vector<Waiver> read_waivers(Node node, Problems& problems)
{
    std::vector<Waiver> out;
    for (Node entry : children(node)) {
        Waiver waiver;
        if (!read_waiver_key(entry.key(), waiver))
            problems.add(
                ErrorId::wrong_type, entry.place_of_key(),
                {{"expected", Words{"mã cảnh báo SK16xx và đường dẫn, ví dụ \"SK1640 lifecycle.states.revived\"",
                                    "the SK16xx id of a warning and a path, as in \"SK1640 "
                                    "lifecycle.states.revived\""}},
                 {"found", "\"" + std::string(entry.key()) + "\""}});
        Fields f(entry, problems);
        waiver.reason = f.words(Need::required);
        waiver.place = entry.place();
        f.known("note");
        f.finish();
        out.push_back(std::move(waiver));
    }
    return out;
}

}  // namespace detail

SANGKIEN_INLINE Rulebook read_rulebook(Tree tree, Problems& problems)
{
    Rulebook out;
    const Node root = tree.root();
    out.file = tree.file(0);
    if (root) {
        Fields f(root, problems);
        const std::int64_t format = f.whole("rulebook", 0, 1000000, 1);
        if (format != 1)
            problems.add(ErrorId::unknown_format, root.get("rulebook").place(),
                         {{"found", format}, {"expected", std::int64_t{1}}});
        out.id = f.text("id");
        out.title = f.words();
        out.document = detail::read_document(f.object("document"), problems);
        out.layer = static_cast<Layer>(f.word("layer", {"national", "province", "ward", "council", "unit"}));
        out.under = f.texts("under", Need::optional);
        out.clauses = detail::read_clauses(f.object("clauses", Need::optional), problems);
        out.silences = detail::read_silences(f.object("silent", Need::optional), out.id, problems);
        detail::read_allows(f.object("allows", Need::optional), out, problems);
        detail::check_review_clause(out, problems);
        out.waivers = detail::read_waivers(f.object("waivers", Need::optional), problems);
        f.known("note");
        f.text("$schema", Need::optional);  // written by editors
        for (const char* section : section_names) f.object(section, Need::optional);
        f.finish();
    }
    out.tree = std::move(tree);
    return out;
}

}  // namespace sangkien
