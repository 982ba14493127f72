// Values of several papers for one path: where each stands, and which may take another's place.
#pragma once

#include <algorithm>

#include "dated_inl.hpp"
#include "layers.hpp"

namespace sangkien::detail {

// Where a value stands in its own paper: the clause and provenance around it.
struct Around {
    std::string_view clause;
    std::string_view provenance;
};

inline Around within(Node object, Around around) noexcept
{
    if (const Node clause = object.get("clause"); clause.is(Kind::text)) around.clause = clause.text();
    if (const Node provenance = object.get("provenance"); provenance.is(Kind::text))
        around.provenance = provenance.text();
    return around;
}

inline bool same_value(Node a, Node b) noexcept
{
    if (a.kind() != b.kind() || a.text() != b.text() || a.boolean() != b.boolean() || a.size() != b.size())
        return false;
    if (a.is(Kind::object)) {
        for (Node member : children(a))
            if (!b.get(member.key()) || !same_value(member, b.get(member.key()))) return false;
        return true;
    }
    for (Node x = a.first(), y = b.first(); x; x = x.next(), y = y.next())
        if (!same_value(x, y)) return false;
    return true;
}

// One layer's value for one path.
struct Source {
    std::size_t rulebook;
    Node node;
    Around around;
    bool ended = false;  // the last version of a value that has ended: its paper says what is done then
};

class LayerRights {
protected:
    LayerRights(const std::vector<Rulebook>& rulebooks, Problems& problems) : rulebooks_(rulebooks), problems_(problems)
    {
    }

    bool may_replace(const std::string& path, const Source& later, const Source& earlier, const Reading& offer)
    {
        const Rulebook& below = rulebooks_[earlier.rulebook];
        for (const std::string& allowed : below.allows)
            if (covers(allowed, path)) return true;
        if (later.node.is(Kind::text) &&
            std::find(offer.offered.begin(), offer.offered.end(), later.node.text()) != offer.offered.end())
            return true;
        for (const Tightening& right : below.tightens)
            if (covers(right.path, path)) return tightens(right, path, later, earlier);
        problems_.add(ErrorId::layer_conflict, later.node.place(),
                      {{"rulebook", rulebooks_[later.rulebook].id},
                       {"path", path},
                       {"other", below.id},
                       {"line", static_cast<std::int64_t>(earlier.node.mark().line)}});
        return false;
    }

    bool tightens(const Tightening& right, const std::string& path, const Source& later, const Source& earlier)
    {
        const Strictness strictness = compare(later.node, earlier.node, right.toward);
        if (strictness == Strictness::stricter || strictness == Strictness::same) return true;
        problems_.add(ErrorId::looser_value, later.node.place(),
                      {{"rulebook", rulebooks_[later.rulebook].id},
                       {"path", path},
                       {"value", std::string(later.node.text())},
                       {"other", rulebooks_[earlier.rulebook].id},
                       {"line", static_cast<std::int64_t>(earlier.node.mark().line)},
                       {"was", std::string(earlier.node.text())},
                       {"toward", toward_words(right.toward)}});
        return false;
    }

    void refuse(const Pick& pick, const std::vector<std::string>& known)
    {
        problems_.add(ErrorId::choice_not_offered, pick.place,
                      {{"value", pick.value}, {"path", pick.path}, {"known", known.empty() ? "-" : joined(known)}});
    }

    Citation cite(const Source& source)
    {
        const Rulebook& book = rulebooks_[source.rulebook];
        Citation out{book.id, std::string(source.around.clause), book.document.provenance};
        const Clause* clause = out.clause.empty() ? nullptr : find_clause(source.around.clause);
        if (clause != nullptr && clause->provenance) out.provenance = *clause->provenance;
        for (const Provenance p : {Provenance::law, Provenance::official_document, Provenance::secondary,
                                   Provenance::illustrative, Provenance::unverified})
            if (source.around.provenance == word(p)) out.provenance = p;
        return out;
    }

    const Clause* find_clause(std::string_view id) const noexcept
    {
        for (const Rulebook& book : rulebooks_)
            if (const Clause* clause = book.clause(id)) return clause;
        return nullptr;
    }

    const std::vector<Rulebook>& rulebooks_;
    Problems& problems_;
};

}  // namespace sangkien::detail
