#pragma once

#include "../rulebook/fields.hpp"
#include "journal.hpp"
#include "journal_line_inl.hpp"
#include "journal_text_inl.hpp"
#include "journal_verify_inl.hpp"

namespace sangkien {

namespace detail {

// The members of a line in the order of the canonical form, which is that of their keys.
class LineWriter {
public:
    std::string take() noexcept { return std::move(out_); }

    void text(const char* key, const std::string& value)
    {
        if (value.empty()) return;
        name(key);
        quote(value);
    }
    void facts(std::vector<DeclaredFact> facts)
    {
        if (facts.empty()) return;
        for (DeclaredFact& fact : facts) fact.name = composed(fact.name);
        std::sort(facts.begin(), facts.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
        name("facts");
        object(facts, [&](const DeclaredFact& fact) {
            quote(fact.name);
            out_ += fact.value ? ":true" : ":false";
        });
    }
    void rulebooks(std::vector<RulebookDigest> books)
    {
        if (books.empty()) return;
        for (RulebookDigest& book : books) book.id = composed(book.id);
        std::sort(books.begin(), books.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
        name("rulebooks");
        object(books, [&](const RulebookDigest& book) {
            quote(book.id);
            out_ += ':';
            quote(book.sha256);
        });
    }
    void format()
    {
        name("journal");
        out_ += '1';
    }

private:
    static std::string composed(const std::string& text) { return surely_composed(text) ? text : normalized(text); }
    void quote(const std::string& text) { put_canonical(composed(text), out_); }
    void name(const char* key)
    {
        out_ += out_.empty() ? "{\"" : ",\"";
        out_ += key;
        out_ += "\":";
    }
    template <class List, class Put>
    void object(const List& list, const Put& put)
    {
        out_ += '{';
        for (const auto& item : list) {
            if (&item != &list.front()) out_ += ',';
            put(item);
        }
        out_ += '}';
    }

    std::string out_;
};

// The line up to its seal.
inline std::string unsealed_line(const JournalEvent& event, const JournalHead& head)
{
    LineWriter out;
    out.text("acting_for", event.acting_for);
    out.text("actor", event.actor);
    out.text("channel", event.channel);
    if (event.corrects) out.text("corrects", whole_text(*event.corrects));
    out.text("event", event.event);
    out.facts(event.facts);
    out.text("initiative", event.initiative);
    out.format();
    out.text("occurred", to_text(event.occurred));
    out.text("payload", event.payload);
    out.text("previous", head.sha256);
    out.text("recorded", to_text(event.recorded));
    out.text("role", event.role);
    out.rulebooks(event.rulebooks);
    out.text("sequence", whole_text(head.sequence + 1));
    return out.take();
}

inline Error unreadable_line(Words reason)
{
    return Error(Problem{ErrorId::journal_unreadable, {}, {{"reason", std::move(reason)}}});
}

inline std::int64_t line_number(Node node, Problems& problems)
{
    std::int64_t out = 0;
    if (node.is(Kind::text) && (out = sequence_of(node.text())) > 0) return out;
    if (node.is(Kind::text))
        problems.add(ErrorId::bad_number, node.place(), {{"text", std::string(node.text())}});
    else
        read_whole(node, problems, 1, 999999999999999, out);
    return out;
}

inline JournalEvent read_event(Node root, Problems& problems)
{
    JournalEvent out;
    Fields f(root, problems);
    out.recorded = f.instant("recorded");
    out.occurred = f.instant("occurred");
    out.actor = f.text("actor");
    out.acting_for = f.text("acting_for", Need::optional);
    out.channel = f.text("channel", Need::optional);
    out.event = f.text("event", Need::optional);
    out.role = f.text("role", Need::optional);
    out.initiative = f.text("initiative", Need::optional);
    out.payload = f.text("payload", Need::optional);
    if (const Node corrects = f.any("corrects", Need::optional)) out.corrects = line_number(corrects, problems);
    for (Node fact : children(f.object("facts", Need::optional)))
        if (expect(fact, Kind::boolean, problems)) out.facts.push_back({std::string(fact.key()), fact.boolean(), {}});
    for (Node book : children(f.object("rulebooks", Need::optional))) {
        RulebookDigest digest{std::string(book.key()), {}};
        if (read_text(book, problems, digest.sha256)) out.rulebooks.push_back(std::move(digest));
    }
    f.finish();
    return out;
}

}  // namespace detail

SANGKIEN_INLINE std::string journal_line(const JournalEvent& event, JournalHead& head)
{
    std::string out = detail::unsealed_line(event, head);
    char seal[detail::seal_size];
    detail::SealHasher().closed(out, seal);
    out += detail::seal_key;
    out.append(seal, sizeof seal);
    out += "\"}";
    // Whoever reads the line asks just this, so nothing is written that cannot be read.
    JournalLine again;
    detail::LineReader reader(out);
    if (!reader.read(again)) throw detail::unreadable_line(reader.reason());
    head = again.head();
    out += '\n';
    return out;
}

SANGKIEN_INLINE JournalEvent read_journal_event(std::string_view json, std::string file)
{
    Problems problems;
    const Tree tree = read_json(json, std::move(file), problems);
    JournalEvent out;
    if (tree.root()) out = detail::read_event(tree.root(), problems);
    problems.throw_if_any();
    return out;
}

SANGKIEN_INLINE std::string to_text(const JournalHead& head)
{
    return detail::whole_text(head.sequence) + ":" + head.sha256;
}

SANGKIEN_INLINE JournalHead parse_journal_head(std::string_view text)
{
    const std::size_t colon = std::min(text.find(':'), text.size());
    JournalHead out;
    out.sequence = detail::sequence_of(text.substr(0, colon));
    out.sha256 = std::string(text.substr(std::min(colon + 1, text.size())));
    if ((out.sequence > 0 || text.substr(0, colon) == "0") && detail::is_digest(out.sha256)) return out;
    throw detail::unreadable_line({"\"" + std::string(text) + "\" không phải là đầu nhật ký, viết như 41:<64 chữ số>",
                                   "\"" + std::string(text) + "\" is no head of a journal, written as 41:<64 digits>"});
}

SANGKIEN_INLINE JournalCheck verify_journal(std::string_view text, std::string file,
                                            const std::optional<JournalHead>& anchor)
{
    return detail::JournalVerifier(text, std::move(file), anchor, true).run();
}

SANGKIEN_INLINE JournalCheck verify_journal_chain(std::string_view text, std::string file,
                                                  const std::optional<JournalHead>& anchor)
{
    return detail::JournalVerifier(text, std::move(file), anchor, false).run();
}

SANGKIEN_INLINE JournalCheck verify_journal_chain_behind(const JournalHead& from, std::string_view text,
                                                         std::string file, const std::optional<JournalHead>& anchor)
{
    detail::JournalVerifier verifier(text, std::move(file), anchor, false);
    verifier.start_behind(from);
    return verifier.run();
}

SANGKIEN_INLINE std::vector<JournalLine> read_journal(std::string_view text, std::string file)
{
    std::vector<JournalLine> out;
    const JournalCheck check = detail::JournalVerifier(text, std::move(file), std::nullopt, true, &out).run();
    if (check.fault) throw Error(*check.fault);
    return out;
}

}  // namespace sangkien
