#pragma once

#include "rulebook.hpp"

namespace sangkien {

SANGKIEN_INLINE const char* word(Layer layer) noexcept
{
    static constexpr const char* words[] = {"national", "province", "ward", "council", "unit"};
    return words[static_cast<int>(layer)];
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
        Clause clause{std::string(entry.key()), f.words(Need::required), {}, {}, {}, {}};
        if (f.has("provenance")) clause.provenance = read_provenance(f, Provenance::unverified);
        clause.document = f.text("document", Need::optional);
        if (f.has("issued")) clause.issued = f.day("issued");
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

inline std::vector<std::string> read_allows(Node node, Problems& problems)
{
    std::vector<std::string> out;
    for (Node entry : children(node)) {
        Fields f(entry, problems);
        f.word("right", {"override"});
        f.words();
        f.allow_annotations();
        f.finish();
        out.emplace_back(entry.key());
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
        out.allows = detail::read_allows(f.object("allows", Need::optional), problems);
        f.known("note");
        for (const char* section :
             {"areas", "unit-kinds", "roles", "levels", "facts", "calendar", "local-calendar", "periods", "schedule",
              "clocks", "conditions", "lifecycle", "duties", "scoring", "selection", "quota", "index"})
            f.object(section, Need::optional);
        f.finish();
    }
    out.tree = std::move(tree);
    return out;
}

}  // namespace sangkien
