// Every key of every shipped text, misspelt: told at its place with the right key as the nearest, where the key is
// vocabulary; where it is a name in a map, told if anything needs that name.
#include <iostream>
#include <map>

#include "texts.hpp"
#include "thinned.hpp"

using namespace texts;

namespace {

// Is the key one that somebody chose (a clause, a role, a state, ...), and not a word of the format? By the path of the
// object it stands in, `*` for one step.
bool is_name(const std::vector<std::string>& path, bool season)
{
    static const std::vector<std::vector<std::string>> in_rulebooks{
        {"clauses"},
        {"silent"},
        {"allows"},
        {"areas"},
        {"unit-kinds"},
        {"roles"},
        {"levels"},
        {"facts"},
        {"documents"},
        {"tracks"},
        {"safeguards"},
        {"schedule"},
        {"clocks"},
        {"conditions"},
        {"duties"},
        {"quota"},
        {"waivers"},
        {"calendar", "years"},
        {"calendar", "holidays"},
        {"calendar", "make-up"},
        {"local-calendar"},
        {"lifecycle", "states"},
        {"lifecycle", "transitions"},
        {"scoring", "criteria"},
        {"scoring", "classes"},
        {"scoring", "classes", "*", "needs"},
        {"index", "areas"},
        {"index", "areas", "*", "components"},
        {"index", "areas", "*", "criteria"},
        {"index", "areas", "*", "criteria", "*", "components"},
        {"index", "areas", "*", "criteria", "*", "criteria"},
        {"index", "areas", "*", "criteria", "*", "criteria", "*", "components"},
        {"index", "bonus"},
        {"index", "penalty"},
        {"index", "classes"},
        {"index", "rounds"}};
    static const std::vector<std::vector<std::string>> in_seasons{
        {"initiatives", "*", "facts"}, {"ballots", "*", "scores"}, {"choices"}};
    const auto& maps = season ? in_seasons : in_rulebooks;
    for (const std::vector<std::string>& map : maps) {
        bool same = map.size() == path.size();
        for (std::size_t i = 0; same && i < map.size(); ++i) same = map[i] == "*" || map[i] == path[i];
        if (same) return true;
    }
    return false;
}

// What any object may carry, in a map of names too.
bool is_annotation_key(std::string_view key)
{
    return key == "clause" || key == "provenance" || key == "note" || key == "choices";
}

struct Key {
    Mark mark;
    std::string key, pointer;
    bool name;
};

void collect(Node node, std::vector<std::string>& path, bool season, std::vector<Key>& out)
{
    for (Node child : children(node)) {
        if (node.is(Kind::object)) {
            const std::string key(child.key());
            out.push_back({child.place_of_key().mark, key, child.place().pointer,
                           is_name(path, season) && !is_annotation_key(key)});
        }
        path.push_back(node.is(Kind::object) ? std::string(child.key()) : "*");
        collect(child, path, season, out);
        path.pop_back();
    }
}

std::vector<Key> keys_of(const std::string& text, bool season)
{
    const Tree tree = parsed(text);
    std::vector<Key> out;
    std::vector<std::string> path;
    collect(tree.root(), path, season, out);
    return out;
}

std::string misspelt(const std::string& text, const Key& key)
{
    std::string out = text;
    const std::size_t at = offset_of(text, key.mark);
    REQUIRE(out[at] == '"');
    return out.insert(out.find('"', at + 1), "x");
}

constexpr std::size_t stride = thinned(7);

struct Counts {
    int vocabulary = 0, names = 0, names_told = 0;
    std::vector<std::string> wrong;
};

// A misspelt word of the format is SK1002 where it stands, with the right one named.
bool told(const std::vector<Problem>& found, const Key& key)
{
    for (const Problem& problem : found)
        if (problem.id == ErrorId::unknown_key && problem.place.mark.line == key.mark.line &&
            problem.place.mark.column == key.mark.column && problem.place.pointer == key.pointer + "x" &&
            detail_of(problem, "key") == key.key + "x" && detail_of(problem, "nearest") == key.key)
            return true;
    return false;
}

template <class Read>
void break_keys(const std::string& file, const std::string& text, bool season, Counts& counts, Read read)
{
    std::size_t position = 0;
    for (const Key& key : keys_of(text, season)) {
        if (position++ % stride != 0) continue;
        const std::vector<Problem> found = problems_of([&] { read(misspelt(text, key)); });
        if (key.name) {
            ++counts.names;
            counts.names_told += !found.empty();
        } else {
            ++counts.vocabulary;
            if (!told(found, key)) counts.wrong.push_back(file + " " + key.pointer);
        }
    }
}

// The other papers a rulebook is loaded with: those of its season, or those it stands under.
std::vector<std::string> company(const std::string& id)
{
    for (const char* own : {"vn-civil-service", "civil-code-2015", "charter-13-2012", "gia-vien-934",
                            "council-illustrative", "index-illustrative"})
        if (id == own)
            return {"vn-civil-service", "civil-code-2015",      "charter-13-2012",
                    "gia-vien-934",     "council-illustrative", "index-illustrative"};
    return {"vn-civil-service", "civil-code-2015", "charter-13-2012", id};
}

const Rulebook& whole_book(const std::string& id)
{
    static std::map<std::string, Rulebook> read;
    if (read.find(id) == read.end()) {
        Problems problems;
        Rulebook book = read_rulebook_text(rulebook(id), id + ".json", id, problems);
        problems.throw_if_any();
        read.emplace(id, std::move(book));
    }
    return read.at(id);
}

// Reads the changed text, and lays it with the others as they are.
void load_with(const std::string& id, const std::string& text)
{
    Problems problems;
    Rulebook changed = read_rulebook_text(text, id + ".json", id, problems);
    problems.throw_if_any();
    std::vector<Rulebook> books;
    for (const std::string& other : company(id)) books.push_back(other == id ? std::move(changed) : whole_book(other));
    Rules(std::move(books));
}

void check(const Counts& counts, const char* what)
{
    INFO(what);
    for (std::size_t i = 0; i < counts.wrong.size() && i < 40; ++i) UNSCOPED_INFO(counts.wrong[i]);
    CHECK(counts.wrong.empty());
    std::cout << what << ": " << counts.vocabulary << " words of the format misspelt, "
              << counts.vocabulary - static_cast<int>(counts.wrong.size()) << " told; " << counts.names
              << " names misspelt, " << counts.names_told << " told, the others needed by nothing\n";
}

}  // namespace

TEST_CASE("Any key of any shipped rulebook, misspelt, is told at its place with the right one named")
{
    Counts counts;
    for (const std::string& id : builtin_rulebooks())
        break_keys(id, rulebook(id), false, counts, [&](const std::string& text) { load_with(id, text); });
    check(counts, "rulebooks");
    CHECK(counts.vocabulary > static_cast<int>(1400 / stride));
    CHECK(counts.names_told > static_cast<int>(100 / stride));
}

TEST_CASE("Any key of the demo season, misspelt, is told at its place with the right one named")
{
    static const Rules rules = load_rules(demo_rulebooks());
    Counts counts;
    break_keys("season", demo_season(), true, counts,
               [&](const std::string& text) { evaluate_text(rules, text, "season.json", demo_evening()); });
    check(counts, "season");
    CHECK(counts.vocabulary > static_cast<int>(2000 / stride));
    CHECK(counts.names_told == counts.names);
}
