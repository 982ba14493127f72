// Dispatch 934 with each of its values changed in turn: some vector must fail, or loading refuse it.
//
// Words, notes, sources and texts of clauses are no rules and stay. Of what a value cites much is caught as well, not all:
// no report names the clause of a role, a level or a kind of unit.
#include <map>
#include <set>

#include <sangkien/io/canonical.hpp>
#include <sangkien/io/vectors.hpp>

#include "texts.hpp"
#include "thinned.hpp"

using namespace texts;

namespace {

constexpr const char* sections[] = {"areas",      "unit-kinds", "roles",  "levels", "schedule",
                                    "conditions", "lifecycle",  "duties", "quota"};

struct Mutant {
    std::uint32_t node = 0;
    std::string value;  // JSON that takes its place; empty: it is left out
    std::string name;
};

std::string in_quotes(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

std::string text_of(Node node, const Mutant& mutant)
{
    if (node.index() == mutant.node && !mutant.value.empty()) return mutant.value;
    if (node.is(Kind::text)) return in_quotes(node.text());
    if (node.is(Kind::number)) return std::string(node.text());
    if (!node.is(Kind::object) && !node.is(Kind::list)) return canonical_text(node);
    std::string out;
    for (Node child : children(node)) {
        if (child.index() == mutant.node && mutant.value.empty()) continue;
        if (!out.empty()) out += ",";
        if (node.is(Kind::object)) out += in_quotes(child.key()) + ":";
        out += text_of(child, mutant);
    }
    return node.is(Kind::object) ? "{" + out + "}" : "[" + out + "]";
}

bool is_words(std::string_view key)
{
    return key == "vi" || key == "en" || key == "note" || key == "letter" || key == "provenance";
}

// Under which key a value stands: of an item of a list, that of the list.
std::string key_of(Node node) { return std::string(node.parent().is(Kind::list) ? node.parent().key() : node.key()); }

class Mutants {
public:
    explicit Mutants(Node root)
    {
        for (const char* section : sections) alternatives(root.get(section));
        for (const char* other : {"by", "before"}) values_["bound"].insert(other);
        for (const char* other : {"none", "forward", "backward"}) values_["roll"].insert(other);
        for (const char* section : sections) walk(root.get(section));
    }
    std::vector<Mutant> all;

private:
    void alternatives(Node node)
    {
        if (node.is(Kind::text) && !is_words(node.key())) values_[key_of(node)].insert(std::string(node.text()));
        for (Node child : children(node)) alternatives(child);
    }

    void walk(Node node)
    {
        for (Node child : children(node)) {
            if (node.is(Kind::object) && is_words(child.key())) continue;
            all.push_back({child.index(), "", "drop " + child.path()});
            if (child.is(Kind::number))
                all.push_back({child.index(), std::string(child.text()) + "1", "more " + child.path()});
            if (child.is(Kind::text)) change(child);
            walk(child);
        }
    }

    void change(Node node)
    {
        const std::string key = key_of(node);
        if (key == "yearly")
            for (const char* other : {"24/9", "26/9", "29/9", "1/10", "25/8"})
                all.push_back({node.index(), in_quotes(other), node.path() + " = " + other});
        // As many of the others as tell apart what is asked: the nearest before and after it.
        const std::set<std::string>& values = values_[key];
        const auto here = values.find(std::string(node.text()));
        if (key == "yearly" || here == values.end()) return;
        std::set<std::string> others;
        if (here != values.begin()) others.insert(*std::prev(here));
        if (std::next(here) != values.end()) others.insert(*std::next(here));
        for (const std::string& other : others)
            all.push_back({node.index(), in_quotes(other), node.path() + " = " + other});
    }

    std::map<std::string, std::set<std::string>> values_;
};

constexpr std::size_t stride = thinned(25);

}  // namespace

TEST_CASE("Every value of dispatch 934 that is changed makes one of its vectors fail")
{
    const Tree tree = parsed(rulebook("gia-vien-934"));
    const Rules base = load_rules({"gia-vien-934"});
    const std::string& vectors = rulebook("vectors/gia-vien-934");
    int refused = 0, caught = 0, citations = 0;
    std::string survivors;
    const Mutants mutants(tree.root());
    for (std::size_t i = 0; i < mutants.all.size(); i += stride) {
        const Mutant& mutant = mutants.all[i];
        std::vector<Rulebook> books = base.rulebooks();
        Problems problems;
        books.back() = read_rulebook_text(text_of(tree.root(), mutant), "gia-vien-934.json", {}, problems);
        try {
            problems.throw_if_any();
            const Rules whole(books);
        } catch (const Error&) {
            ++refused;
            continue;
        }
        if (!run_vectors(vectors, "v.json", books).problems.empty())
            ++caught;
        else if (mutant.name.find(".clause") != std::string::npos)
            ++citations;
        else
            survivors += mutant.name + "\n";
    }
    INFO(mutants.all.size() << " mutants: " << refused << " refused when loaded, " << caught << " caught by vectors");
    CHECK(survivors == "");
    CHECK(caught >= 233 / (2 * static_cast<int>(stride) - 1));
    CHECK(citations <= 21);
}
