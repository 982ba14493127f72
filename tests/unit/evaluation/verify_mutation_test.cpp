// The shipped rulebooks, each value dropped, doubled, shifted or swapped: how much of that loading and verification find.
//
// Not every change is a fault: a pass mark of 51 is another rule and not a wrong one. What is counted here is how many
// changes are told of at all, so that the count cannot fall unseen; and of some changes every one must be told.
#include <map>
#include <set>

#include <sangkien/evaluation/verify.hpp>

#include "../io/texts.hpp"

using namespace texts;

namespace {

enum class Change { drop, doubled, shift, swap };

struct Mutation {
    std::uint32_t node = 0;
    Change change = Change::drop;
};

std::string json_text(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

// Another number, ten times and one more; another day of the year, four months later; for other texts nothing.
std::string shifted(Node node)
{
    const std::string text(node.text());
    if (node.is(Kind::number)) return text + "1";
    const std::size_t slash = text.find('/');
    if (node.key() == "yearly" && slash != std::string::npos)
        return json_text(text.substr(0, slash) + "/" +
                         std::to_string((std::stoi(text.substr(slash + 1)) + 3) % 12 + 1));
    return {};
}

class Writer {
public:
    explicit Writer(Mutation mutation) : mutation_(mutation) {}

    std::string text(Node node) const
    {
        if (node.is(Kind::object) || node.is(Kind::list)) return composite(node);
        if (node.index() == mutation_.node && mutation_.change == Change::shift) return shifted(node);
        if (node.is(Kind::text)) return json_text(node.text());
        if (node.is(Kind::boolean)) return node.boolean() ? "true" : "false";
        return std::string(node.text());
    }

private:
    std::string composite(Node node) const
    {
        const bool object = node.is(Kind::object);
        std::string out = object ? "{" : "[";
        const auto put = [&](const std::string& key, Node value) {
            if (out.size() > 1) out += ",\n";
            if (object) out += json_text(key) + ": ";
            out += text(value);
        };
        for (Node child : children(node)) {
            const std::string key(child.key());
            const bool here = child.index() == mutation_.node;
            if (here && mutation_.change == Change::drop) continue;
            put(key, swapped(child));
            if (here && mutation_.change == Change::doubled) put(key + "-again", child);
        }
        return out + (object ? "}" : "]");
    }

    // A value and the one after it change places.
    Node swapped(Node child) const
    {
        if (mutation_.change != Change::swap) return child;
        if (child.index() == mutation_.node) return child.next();
        for (Node before : children(child.parent()))
            if (before.next().index() == child.index() && before.index() == mutation_.node) return before;
        return child;
    }

    Mutation mutation_;
};

bool is_rule(std::string_view key)
{
    for (const char* other : {"rulebook", "id", "vi", "en", "document", "layer", "under", "clauses", "silent", "allows",
                              "note", "clause", "provenance", "letter", "edition", "choices"})
        if (key == other) return false;
    return true;
}

void collect(Node node, std::vector<Mutation>& out)
{
    for (Node child : children(node)) {
        if (node.is(Kind::object) && !is_rule(child.key())) continue;
        out.push_back({child.index(), Change::drop});
        if (node.is(Kind::list) || child.is(Kind::object)) out.push_back({child.index(), Change::doubled});
        if (!shifted(child).empty()) out.push_back({child.index(), Change::shift});
        const Node next = child.next();
        if (node.is(Kind::object) && next && is_rule(next.key()) && next.kind() == child.kind() &&
            Writer({}).text(next) != Writer({}).text(child))
            out.push_back({child.index(), Change::swap});
        collect(child, out);
    }
}

std::set<std::string> told(const std::string& text)
{
    std::set<std::string> out;
    try {
        for (const Diagnostic& d : verify(load_rules_text({text})))
            out.insert(code(d.problem.id) + " " + d.path + " " + detail_of(d.problem, "years"));
    } catch (const Error& error) {
        out.insert(error.what());
    }
    return out;
}

struct Recall {
    int made = 0;
    int found = 0;
};

}  // namespace

TEST_CASE("Most changes of the shipped rulebooks are told of, and every one of those that must be")
{
    static constexpr const char* names[] = {"drop", "double", "shift", "swap"};
    std::map<std::string, Recall> by_change, by_place;
    std::string unseen;
    for (const char* id : {"gia-vien-934", "council-illustrative", "index-illustrative"}) {
        const Tree tree = parsed(rulebook(id));
        const std::set<std::string> before = told(Writer({}).text(tree.root()));
        std::vector<Mutation> mutations;
        collect(tree.root(), mutations);
        for (const Mutation& mutation : mutations) {
            const Node node = tree.node(mutation.node);
            const std::string change = names[static_cast<int>(mutation.change)], path = node.path();
            const bool found = told(Writer(mutation).text(tree.root())) != before;
            for (Recall* recall : {&by_change[change], &by_place[change + " " + path.substr(0, path.find('.'))]}) {
                ++recall->made;
                recall->found += found;
            }
            if (!found) unseen += std::string(id) + " " + change + " " + path + "\n";
        }
    }
    std::string summary;
    for (const auto* counts : {&by_change, &by_place})
        for (const auto& [name, recall] : *counts)
            summary += name + ": " + std::to_string(recall.found) + " of " + std::to_string(recall.made) + "\n";
    INFO(summary << unseen);
    // What was found when this was written, and what nothing may be lost of.
    CHECK(by_change["drop"].found >= 336);
    CHECK(by_change["double"].found >= 186);
    CHECK(by_change["shift"].found >= 76);
    CHECK(by_change["swap"].found >= 68);
    for (const char* whole : {"double conditions", "double roles", "double schedule", "double scoring", "double index",
                              "double lifecycle", "double quota", "drop roles", "drop areas", "drop unit-kinds",
                              "shift schedule", "shift scoring", "swap schedule", "swap quota"}) {
        INFO(whole);
        CHECK(by_place[whole].made > 0);
        CHECK(by_place[whole].found == by_place[whole].made);
    }
}
