// Differences of rulebooks: properties over the shipped ones, and dates compared with brute force over days.
#include <sangkien/rulebook/difference.hpp>

#include <sangkien/io/json_writer.hpp>

#include <random>
#include <set>

#include "../io/texts.hpp"

using namespace sangkien;

namespace {

Rulebook book_of(const std::string& text)
{
    Problems problems;
    return read_rulebook_text(text, "test.json", {}, problems);
}

// Any JSON text as a rulebook's tree, without what a rulebook must have.
Rulebook tree_of(const std::string& text)
{
    Rulebook out;
    out.id = "t";
    out.tree = texts::parsed(text);
    return out;
}

std::vector<std::string> brief(const std::vector<Difference>& all, bool mirrored = false)
{
    static const DifferenceKind other[] = {DifferenceKind::removed, DifferenceKind::added, DifferenceKind::changed,
                                           DifferenceKind::redated};
    std::vector<std::string> out;
    for (const Difference& d : all) {
        const DifferenceSide& a = mirrored ? d.after : d.before;
        const DifferenceSide& b = mirrored ? d.before : d.after;
        std::string line = word(mirrored ? other[static_cast<int>(d.kind)] : d.kind);
        line += " " + d.path + " " + a.value + " -> " + b.value + (d.text ? " text" : "");
        for (const DifferenceSide* side : {&a, &b})
            for (const DayWindow& w : side->windows)
                line += " [" + (w.from ? to_text(*w.from) : "") + "," + (w.until ? to_text(*w.until) : "") + ")";
        for (const std::string& e : mirrored ? d.elements_added : d.elements_removed) line += " -" + e;
        for (const std::string& e : mirrored ? d.elements_removed : d.elements_added) line += " +" + e;
        out.push_back(line);
    }
    return out;
}

std::vector<std::string> sorted(std::vector<std::string> lines)
{
    std::sort(lines.begin(), lines.end());
    return lines;
}

// The tree as JSON again: members in reverse order, spaces between everything.
void put_reversed(std::string& out, Node node)
{
    std::vector<Node> inside;
    for (Node child : children(node)) inside.push_back(child);
    if (node.is(Kind::object)) std::reverse(inside.begin(), inside.end());
    if (node.is(Kind::object) || node.is(Kind::list)) {
        out += node.is(Kind::object) ? "{\n " : "[ ";
        for (std::size_t i = 0; i < inside.size(); ++i) {
            if (i != 0) out += " ,\t";
            if (node.is(Kind::object)) out += "\"" + std::string(inside[i].key()) + "\" : ";
            put_reversed(out, inside[i]);
        }
        out += node.is(Kind::object) ? "\n}" : " ]";
    } else if (node.is(Kind::text)) {
        JsonWriter writer;
        writer.value(node.text());
        out += writer.take();
    } else {
        out += node.is(Kind::number) ? std::string(node.text()) : node.boolean() ? "true" : "false";
    }
}

// A scalar of a rulebook as its text has it, and the text it is replaced by.
struct Mutation {
    std::size_t at, size;
    std::string by;
    std::string path;  // where the difference must be told
};

bool dated_list(Node list)
{
    return list.first().get("value") && (list.first().get("from") || list.first().get("until"));
}

// Where a change inside a list, or inside a window of a dated value, is told: at the path of that list or value.
std::string told_at(Node node)
{
    std::vector<Node> up;
    for (Node at = node; at.parent(); at = at.parent()) up.insert(up.begin(), at);
    std::string path;
    for (std::size_t i = 0; i < up.size(); ++i) {
        path += (path.empty() ? "" : ".") + std::string(up[i].key());
        if (!up[i].is(Kind::list)) continue;
        if (!dated_list(up[i]) || i + 2 >= up.size()) return path;
        i += 2;  // the version, then what stands in it
        if (up[i].key() != "value" && up[i].key() != "from" && up[i].key() != "until")
            path += "." + std::string(up[i].key());
    }
    return path;
}

void collect(Node node, const std::string& text, std::vector<Mutation>& out)
{
    for (Node child : children(node)) collect(child, text, out);
    const std::size_t at = texts::offset_of(text, node.mark());
    const bool day = node.key() == "from" || node.key() == "until" || node.key() == "known-on";
    const bool root = node.parent() && !node.parent().parent();
    if (day || (root && node.key() == "rulebook")) return;
    if (node.is(Kind::number)) {
        const std::string digits(node.text());
        out.push_back({at, digits.size(), digits[0] == '-' ? digits + "7" : "9" + digits, told_at(node)});
    }
    if (node.is(Kind::boolean))
        out.push_back({at, node.boolean() ? 4u : 5u, node.boolean() ? "false" : "true", told_at(node)});
    if (node.is(Kind::text)) out.push_back({at, 1, "\"zz", told_at(node)});
}

}  // namespace

TEST_CASE("A rulebook does not differ from itself, nor from itself written in another order")
{
    for (const std::string& id : builtin_rulebooks()) {
        INFO(id);
        const Rulebook book = book_of(texts::rulebook(id));
        CHECK(differences(book, book, Texts::tell).empty());
        std::string reversed;
        put_reversed(reversed, book.tree.root());
        const Rulebook other = book_of(reversed);
        CHECK(brief(differences(book, other, Texts::tell)) == std::vector<std::string>());
    }
}

TEST_CASE("The differences of two rulebooks are those of the other way round, mirrored")
{
    for (const std::string& a : builtin_rulebooks())
        for (const std::string& b : builtin_rulebooks()) {
            INFO(a << " " << b);
            const Rulebook x = book_of(texts::rulebook(a)), y = book_of(texts::rulebook(b));
            const auto there = differences(x, y, Texts::tell), back = differences(y, x, Texts::tell);
            CHECK((a == b) == there.empty());
            CHECK(sorted(brief(there)) == sorted(brief(back, true)));
        }
}

TEST_CASE("Every single value of a shipped rulebook, changed, is told at its path and nothing else is")
{
    std::size_t tried = 0;
    for (const std::string& id : builtin_rulebooks()) {
        const std::string& text = texts::rulebook(id);
        const Rulebook book = book_of(text);
        std::vector<Mutation> all;
        collect(book.tree.root(), text, all);
        // A calendar has thousands of days: every 7th of what is many.
        for (std::size_t i = 0; i<all.size(); i += all.size()> 400 ? 7 : 1, ++tried) {
            const Mutation& one = all[i];
            std::string changed = text;
            changed.replace(one.at, one.size, one.by);
            INFO(id << " " << one.path << " by " << one.by);
            const auto found = differences(book, book_of(changed), Texts::tell);
            CHECK(found.size() == 1);
            if (found.size() == 1) CHECK(found[0].path == one.path);
        }
    }
    CHECK(tried > 1000);
}

TEST_CASE("Of a rulebook that is missing on one side, everything is added or removed")
{
    const std::vector<Rulebook> one{book_of(texts::rulebook("gia-vien-934"))};
    const auto all = differences(one, {});
    CHECK(all.size() > 50);
    for (const Difference& d : all) CHECK(d.kind == DifferenceKind::removed);
}

TEST_CASE("Dated values, cut into windows at random, differ on exactly the days on which they differ")
{
    std::mt19937 random(934);
    const Day start = parse_day("2025-01-01");
    constexpr int length = 12;
    // A value for each day, 0 for none, written as windows cut at random.
    const auto dated = [&](const std::vector<int>& days) {
        std::string list;
        for (std::size_t from = 0; from < days.size();) {
            std::size_t until = from + 1;
            while (until < days.size() && days[until] == days[from] && random() % 4 != 0) ++until;
            if (days[from] != 0)
                list += (list.empty() ? "" : ",") + ("{\"from\":\"" + to_text(start + static_cast<int>(from))) +
                        "\",\"until\":\"" + to_text(start + static_cast<int>(until)) +
                        "\",\"value\":" + std::to_string(days[from]) + "}";
            from = until;
        }
        return tree_of(list.empty() ? "{\"s\":{}}" : "{\"s\":{\"v\":[" + list + "]}}");
    };
    for (int round = 0; round < 2000; ++round) {
        std::vector<int> a, b;
        for (int i = 0; i < length; ++i)
            a.push_back(i != 0 && random() % 2 != 0 ? a.back() : static_cast<int>(random() % 4));
        for (int i = 0; i < length; ++i)
            b.push_back(random() % 3 != 0 ? a[static_cast<std::size_t>(i)] : static_cast<int>(random() % 4));
        auto all = differences(dated(a), dated(b));
        const auto shown_a = ::Catch::Detail::stringify(a), shown_b = ::Catch::Detail::stringify(b);
        INFO(shown_a << " " << shown_b);
        const std::set<int> values_a(a.begin(), a.end()), values_b(b.begin(), b.end());
        for (int i = 0; i < length; ++i) {
            const Day day = start + i;
            const int x = a[static_cast<std::size_t>(i)], y = b[static_cast<std::size_t>(i)];
            const bool x_gone = x != 0 && values_b.count(x) == 0, y_new = y != 0 && values_a.count(y) == 0;
            int told_gone = 0, told_new = 0, redated = 0;
            for (const Difference& d : all) {
                if (d.path != "s.v") continue;
                const auto holds = [&](const DifferenceSide& side, int value) {
                    return side.value == std::to_string(value) &&
                           std::any_of(side.windows.begin(), side.windows.end(),
                                       [&](const DayWindow& w) { return w.holds(day); });
                };
                if (d.kind == DifferenceKind::redated)
                    redated += (x != y) && (holds(d.before, x) || holds(d.after, y)) ? 1 : 0;
                else {
                    told_gone += holds(d.before, x) ? 1 : 0;
                    told_new += holds(d.after, y) ? 1 : 0;
                    if (holds(d.before, x) && d.after.stated()) CHECK(holds(d.after, y));
                }
            }
            CHECK(told_gone == (x_gone ? 1 : 0));
            CHECK(told_new == (y_new ? 1 : 0));
            const int wanted = (x != y && x != 0 && !x_gone ? 1 : 0) + (x != y && y != 0 && !y_new ? 1 : 0);
            CHECK(redated == wanted);
        }
        if (a == b) CHECK(all.empty());
    }
}

TEST_CASE("A value that is kept but on other days is re-dated")
{
    const auto dated = [](const std::string& day) {
        return tree_of("{\"quota\":{\"q\":{\"at-least\":[{\"until\":\"" + day + "\",\"value\":1},{\"from\":\"" + day +
                       "\",\"value\":2}],\"clause\":\"d.2\"}}}");
    };
    const auto all = differences(dated("2026-01-01"), dated("2027-01-01"));
    CHECK(brief(all) == std::vector<std::string>{"redated quota.q.at-least 1 -> 1 [,2026-01-01) [,2027-01-01)",
                                                 "redated quota.q.at-least 2 -> 2 [2026-01-01,) [2027-01-01,)"});
    REQUIRE_FALSE(all.empty());
    CHECK(all[0].clause() == "d.2");
}

TEST_CASE("Of a corrected value, what is known now is compared, and since when")
{
    const auto list = [](const std::string& versions) { return tree_of("{\"a\":{\"b\":[" + versions + "]}}"); };
    const std::string first = R"({"from":"2025-01-01","value":1})";
    const Rulebook plain = list(first);
    const Rulebook corrected = list(first + R"(,{"from":"2026-01-01","known-on":"2026-03-01","value":2})");
    const Rulebook later = list(R"({"from":"2026-01-01","known-on":"2026-04-01","value":2},)" + first);
    CHECK(brief(differences(plain, corrected)) ==
          std::vector<std::string>{"redated a.b 1 -> 1 [2025-01-01,) [2025-01-01,2026-01-01)",
                                   "added a.b  -> 2 [2026-01-01,)",
                                   R"(added a.b.known-on  -> "2026-03-01" [2026-01-01,))"});
    CHECK(brief(differences(corrected, later)) ==
          std::vector<std::string>{R"(changed a.b.known-on "2026-03-01" -> "2026-04-01" [2026-01-01,) [2026-01-01,))"});
}

TEST_CASE("A list says which elements came and went, or that only their order is another")
{
    const auto list = [](const std::string& elements) { return tree_of("{\"a\":{\"b\":[" + elements + "]}}"); };
    CHECK(brief(differences(list("\"x\",\"y\""), list("\"y\",\"z\""))) ==
          std::vector<std::string>{"changed a.b [\"x\",\"y\"] -> [\"y\",\"z\"] [,) [,) -\"x\" +\"z\""});
    CHECK(brief(differences(list("1,2"), list("2,1"))) ==
          std::vector<std::string>{"changed a.b [1,2] -> [2,1] [,) [,)"});
}

TEST_CASE("Words, notes, the texts of clauses and the names of papers are told only when asked for")
{
    const std::string old_text =
        R"({"id":"a","vi":"x","document":{"number":"1"},"clauses":{"c":{"vi":"m","en":"n"}},"roles":{"r":{"note":"p","clause":"c"}}})";
    const std::string new_text =
        R"({"id":"b","vi":"y","document":{"number":"2"},"clauses":{"c":{"vi":"M","en":"n"}},"roles":{"r":{"note":"q","clause":"c"}}})";
    const Rulebook a = tree_of(old_text), b = tree_of(new_text);
    CHECK(differences(a, b).empty());
    const auto all = differences(a, b, Texts::tell);
    CHECK(all.size() == 5);
    for (const Difference& d : all) CHECK(d.text);
}

TEST_CASE("What cites a clause is added as one; numbers are compared as numbers")
{
    const Rulebook a = tree_of(R"({"quota":{"p":{"max":10.50,"clause":"c.1"}}})");
    const Rulebook b =
        tree_of(R"({"quota":{"p":{"max":10.5,"clause":"c.1"},"q":{"who":["x"],"clause":"c.2","vi":"w"}}})");
    CHECK(brief(differences(a, b, Texts::tell)) ==
          std::vector<std::string>{R"(added quota.q  -> {"clause":"c.2","who":["x"]} [,))"});
}

TEST_CASE("Clauses stand in the order a reader expects")
{
    CHECK(clause_before("934.3.2", "934.10"));
    CHECK(clause_before("934.3", "934.3.1"));
    CHECK_FALSE(clause_before("934.10", "934.9"));
    CHECK_FALSE(clause_before("a.1", "a.1"));
    CHECK(clause_before("", "1"));
}

TEST_CASE("Rulebooks are paired by id, then by layer, then the two that are left")
{
    const auto book = [](const std::string& id, Layer layer) {
        Rulebook out;
        out.id = id;
        out.layer = layer;
        return out;
    };
    const auto pairs = [](const std::vector<Rulebook>& a, const std::vector<Rulebook>& b) {
        std::vector<std::string> out;
        for (const RulebookPair& pair : paired(a, b))
            out.push_back((pair.before == RulebookPair::none ? "-" : a[pair.before].id) + " " +
                          (pair.after == RulebookPair::none ? "-" : b[pair.after].id));
        return out;
    };
    using Lines = std::vector<std::string>;
    const Rulebook n = book("n", Layer::national), w = book("w", Layer::ward), v = book("v", Layer::ward);
    const Rulebook c = book("c", Layer::council);
    CHECK(pairs({n, w}, {v, n}) == Lines{"n n", "w v"});
    CHECK(pairs({n, w}, {n, c}) == Lines{"n n", "w c"});
    CHECK(pairs({n, w}, {n}) == Lines{"n n", "w -"});
    CHECK(pairs({n}, {w, v}) == Lines{"n -", "- w", "- v"});
}
