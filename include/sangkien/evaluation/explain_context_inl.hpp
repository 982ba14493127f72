// What every part of an explanation needs: clauses with their words, places of rules, readings, findings as nodes.
#pragma once

#include <algorithm>

#include "../core/digits.hpp"
// evaluate.hpp first: it brings check_inl.hpp along where there are bodies.
#include "evaluate.hpp"

#include "check_inl.hpp"
#include "explain_words_inl.hpp"
#include "explanation.hpp"

namespace sangkien::detail {

constexpr std::size_t clause_letters = 180;

// The first sentence or so: cut between words.
inline std::string shortened(const std::string& text)
{
    std::size_t letters = 0, cut = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) ++letters;
        if (text[i] == ' ' && letters <= clause_letters) cut = i;
        if (letters > clause_letters && cut > 0) {
            while (cut > 0 && (text[cut - 1] == ',' || text[cut - 1] == ';' || text[cut - 1] == ' ')) --cut;
            return text.substr(0, cut) + " …";
        }
    }
    return text;
}

inline std::string below(const std::string& path, std::string_view key)
{
    return std::string(path).append("/").append(key);
}
inline std::string below(const std::string& path, std::string_view key, std::size_t position)
{
    return below(below(path, key), whole_text(static_cast<std::int64_t>(position)));
}

// The value at a dotted path of a rulebook; names in it may have dots themselves.
inline Node at_path(Node from, std::string_view path)
{
    if (path.empty()) return from;
    for (Node child : children(from)) {
        const std::string_view key = child.key();
        if (key.empty() || path.compare(0, key.size(), key) != 0) continue;
        if (path.size() == key.size()) return child;
        if (path[key.size()] != '.') continue;
        if (const Node found = at_path(child, path.substr(key.size() + 1))) return found;
    }
    return Node();
}

class ExplainContext {
public:
    ExplainContext(const Rules& given, const Season& of, const Report& about)
        : rules(given), season(of), report(about), chosen_(given, of, problems_)
    {
        problems_.throw_if_any();
        ruleset = chosen_.get();
    }

    Ground ground(const Citation& citation) const
    {
        Ground out;
        out.citation = citation;
        const Rulebook* said = rules.rulebook(citation.rulebook);
        if (said != nullptr) {
            out.layer = out.paper_layer = said->layer;
            out.number = said->document.number;
            if (const Clause* own = said->clause(citation.clause)) return with_clause(std::move(out), *said, *own);
        }
        for (const Rulebook& book : rules.rulebooks())
            if (const Clause* clause = book.clause(citation.clause)) return with_clause(std::move(out), book, *clause);
        return out;
    }

    void cite(Explanation& node, const Citation& citation) const
    {
        if (citation.rulebook.empty() && citation.clause.empty()) return;
        node.grounds.push_back(ground(citation));
    }

    // Where the rule stands; of a path that the rulebooks do not have, the nearest above it that they have.
    void place(Explanation& node, std::string path) const
    {
        if (path.empty()) return;
        RulePlace out;
        const Node root = ruleset->effective.tree.root();
        Node found = at_path(root, path);
        for (std::string up = path; !found && up.find('.') != std::string::npos;) {
            up.resize(up.find_last_of('.'));
            found = at_path(root, up);
        }
        if (found) {
            const Place where = found.place();
            out.file = where.file;
            out.mark = where.mark;
            out.words = {std::string(found.get("vi").text()), std::string(found.get("en").text())};
        }
        out.path = std::move(path);
        node.rule = std::move(out);
    }

    void read_as(Explanation& node, const std::vector<std::string>& paths) const
    {
        for (const std::string& path : paths) {
            Reading reading;
            reading.path = path;
            for (const Reading& known : report.readings)
                if (known.path == path) reading = known;
            node.choices.push_back(std::move(reading));
        }
    }

    Explanation finding(const Finding& of, std::string path, std::string rule) const
    {
        Explanation out;
        out.of = Explained::finding;
        out.path = std::move(path);
        out.id = sangkien::word(of.id);
        out.title = say(phrases::finding, {});
        out.verdict = of.verdict;
        out.sentence = {message(of, Language::vi), message(of, Language::en)};
        for (const Citation& citation : of.citations) out.grounds.push_back(ground(citation));
        place(out, std::move(rule));
        read_as(out, of.choices);
        out.inputs = of.inputs;
        out.values = of.values;
        out.lift = of.lift;
        return out;
    }

    const Rules& rules;
    const Season& season;
    const Report& report;
    const Ruleset* ruleset = nullptr;

private:
    static Ground with_clause(Ground out, const Rulebook& book, const Clause& clause)
    {
        out.paper_layer = book.layer;
        out.number = clause.document.empty() ? book.document.number : clause.document;
        out.text = {shortened(clause.text.vi), shortened(clause.text.en)};
        return out;
    }

    Problems problems_;
    SeasonRules chosen_;
};

// The id of the name that a finding carries under `key`; empty when it has none.
inline std::string name_in(const Finding& finding, std::string_view key)
{
    for (const Arguments* arguments : {&finding.inputs, &finding.values})
        for (const Argument& argument : *arguments) {
            if (key != argument.key) continue;
            if (const Name* name = std::get_if<Name>(&argument.value)) return name->id;
            if (const std::string* text = std::get_if<std::string>(&argument.value)) return *text;
        }
    return {};
}

template <class Items, class Has>
std::optional<std::size_t> position_of(const Items& items, const Has& has)
{
    const auto found = std::find_if(items.begin(), items.end(), has);
    if (found == items.end()) return std::nullopt;
    return static_cast<std::size_t>(found - items.begin());
}

}  // namespace sangkien::detail
