#include <functional>
#include <random>

#include <sangkien/core/limits.hpp>

#include "texts.hpp"

using namespace texts;

namespace {

std::vector<std::string> wrong(const std::string& text)
{
    return brief(problems_of([&] { parsed(text); }));
}

// What an independent scanner finds: the offsets at which keys and values begin, in the order of the text.
class Scanner {
public:
    explicit Scanner(const std::string& text) : text_(text) { value(); }

    std::vector<std::size_t> values, keys;  // of a value that has no key: npos

private:
    void space()
    {
        while (at_ < text_.size() && std::string(" \t\r\n").find(text_[at_]) != std::string::npos) ++at_;
    }
    void string()
    {
        for (++at_; text_[at_] != '"'; ++at_)
            if (text_[at_] == '\\') ++at_;
        ++at_;
    }
    void value(std::size_t key = std::string::npos)
    {
        space();
        values.push_back(at_);
        keys.push_back(key);
        const char first = text_[at_];
        if (first == '"')
            string();
        else if (first == '{' || first == '[')
            members(first == '{');
        else
            while (at_ < text_.size() && std::string(" \t\r\n,]}").find(text_[at_]) == std::string::npos) ++at_;
    }
    void members(bool object)
    {
        for (++at_;;) {
            space();
            if (text_[at_] == ',') ++at_;
            space();
            if (text_[at_] == '}' || text_[at_] == ']') break;
            const std::size_t key = at_;
            if (object) {
                string();
                space();
                ++at_;  // the colon
            }
            value(object ? key : std::string::npos);
        }
        ++at_;
    }

    const std::string& text_;
    std::size_t at_ = 0;
};

// Random JSON with whitespace of every kind everywhere, and texts full of quotes, backslashes and brackets.
class Writer {
public:
    explicit Writer(unsigned seed) : random_(seed) {}

    std::string document()
    {
        out_.clear();
        value(0);
        space();
        return out_;
    }

private:
    int pick(int low, int high) { return std::uniform_int_distribution<int>(low, high)(random_); }
    void space()
    {
        for (int i = pick(0, 3); i > 0; --i) out_ += " \t\n\r"[pick(0, 3)];
    }
    void string(const std::string& unique)
    {
        static const char* pieces[] = {"\\\"", "\\\\", "\\/", "\\n", "\\u00e9", "\\ud83d\\ude00", "{", "}", "[",
                                       "]",    ":",    ",",   "é",   "Đỗ",      "e\xCC\x81",      "😀", "'", "null",
                                       "12",   "//",   "a"};
        out_ += '"' + unique;
        for (int i = pick(0, 5); i > 0; --i) out_ += pieces[pick(0, static_cast<int>(std::size(pieces)) - 1)];
        out_ += '"';
    }
    void value(int depth)
    {
        static const char* plain[] = {
            "null", "true", "false", "0", "-1", "12.5", "1e9", "-0.25E-3", "123456789012345678901"};
        space();
        const int kind = pick(0, depth > 5 ? 1 : 3);
        if (kind == 0) out_ += plain[pick(0, static_cast<int>(std::size(plain)) - 1)];
        if (kind == 1) string("");
        if (kind > 1) members(kind == 2, depth);
    }
    void members(bool object, int depth)
    {
        out_ += object ? '{' : '[';
        const int count = pick(0, 5);
        for (int i = 0; i < count; ++i) {
            if (i > 0) out_ += ',';
            if (object) {
                space();
                string(std::to_string(i) + "-");
                space();
                out_ += ':';
            }
            value(depth + 1);
            space();
        }
        space();
        out_ += object ? '}' : ']';
    }

    std::mt19937 random_;
    std::string out_;
};

std::vector<Node> all_nodes(Node node)
{
    std::vector<Node> out{node};
    for (Node child : children(node))
        for (Node inner : all_nodes(child)) out.push_back(inner);
    return out;
}

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

}  // namespace

TEST_CASE("Each value and key of any JSON is recorded at its first character")
{
    Writer writer(5);
    std::size_t values = 0;
    for (int round = 0; round < 3000; ++round) {
        const std::string text = writer.document();
        INFO(text);
        const Scanner scanner(text);
        const Tree tree = parsed(text);
        const std::vector<Node> nodes = all_nodes(tree.root());
        REQUIRE(nodes.size() == scanner.values.size());
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const Mark mark = mark_at(text, scanner.values[i]);
            REQUIRE(nodes[i].mark().line == mark.line);
            REQUIRE(nodes[i].mark().column == mark.column);
            REQUIRE(offset_of(text, nodes[i].mark()) == scanner.values[i]);
            if (scanner.keys[i] == std::string::npos) continue;
            REQUIRE(offset_of(text, nodes[i].place_of_key().mark) == scanner.keys[i]);
        }
        values += nodes.size();
    }
    CHECK(values > 20000);
}

TEST_CASE("Numbers keep their digits as written, texts lose their escapes")
{
    const Tree tree = parsed(R"({"a": [0, -12.50, 1e3, 12345678901234567890123], "b": "q\"\\\/\n\u0110\ud83d\ude00"})");
    std::string digits;
    for (Node item : children(tree.root().get("a"))) digits += std::string(item.text()) + " ";
    CHECK(digits == "0 -12.50 1e3 12345678901234567890123 ");
    CHECK(tree.root().get("b").text() == "q\"\\/\nĐ😀");
    CHECK(parsed("7").root().text() == "7");
    CHECK(parsed(" -7.5\n").root().text() == "-7.5");
    CHECK(parsed("true").root().boolean());
    CHECK(tree.root().get("a").size() == 4);
    CHECK_FALSE(tree.root().get("c"));
    CHECK(tree.root().get("c").kind() == Kind::absent);
    CHECK_FALSE(Node());
}

TEST_CASE("Pointers and paths name a value as RFC 6901 and the rulebooks do")
{
    const Tree tree = parsed(R"({"a/b": {"c~d": [1, {"e": 2}]}})");
    const Node inner = tree.root().get("a/b").get("c~d").first().next().get("e");
    CHECK(inner.place().pointer == "/a~1b/c~0d/1/e");
    CHECK(inner.path() == "a/b.c~d.1.e");
    CHECK(inner.place().file == "test.json");
    CHECK(tree.root().place().pointer.empty());
}

TEST_CASE("A key that stands twice in one object is an error at the second, and not in two objects")
{
    CHECK(wrong("{\"a\": 1,\n \"b\": {\"a\": 2},\n \"a\": 3}") == std::vector<std::string>{"SK1005 3:2 /a"});
    CHECK(wrong(R"({"a": {"x": 1, "x": 2, "x": 3}})") ==
          std::vector<std::string>{"SK1005 1:16 /a/x", "SK1005 1:24 /a/x"});
    // The same letter composed and decomposed is the same key.
    CHECK(wrong("{\"\xC3\xA9\": 1, \"e\xCC\x81\": 2}").size() == 1);
    CHECK(wrong(R"({"a": 1, "\u0061": 2})") == std::vector<std::string>{"SK1005 1:10 /a"});
    CHECK(wrong(R"([{"a": 1}, {"a": 2}])").empty());
}

TEST_CASE("Nesting stops at its limit and before memory does")
{
    CHECK(wrong(nested(limits::json_depth)).empty());
    CHECK(wrong(nested(limits::json_depth + 1)) == std::vector<std::string>{"SK1006 1:65 "});
    CHECK(wrong(std::string(2000000, '[')) == std::vector<std::string>{"SK1006 1:65 "});
    std::string objects;
    for (int i = 0; i < 100000; ++i) objects += "{\"a\":";
    CHECK(wrong(objects) == std::vector<std::string>{"SK1006 1:321 "});
}

TEST_CASE("The keys of one object are limited, and so is the text")
{
    std::string keys;
    for (std::size_t i = 0; i <= limits::object_keys; ++i)
        keys += (i > 0 ? "," : "") + ("\"k" + std::to_string(i)) + "\":0";
    const std::vector<std::string> found = wrong("{" + keys + "}");
    REQUIRE(found.size() == 1);
    CHECK(found.front().substr(0, 6) == "SK1006");
    CHECK(wrong("{" + keys.substr(0, keys.rfind(',')) + "}").empty());
    // Nothing is read of a text that is too long: the pages are never touched.
    const char byte = ' ';
    Problems problems;
    const Tree tree = read_json(std::string_view(&byte, limits::json_bytes + 1), "long.json", problems);
    CHECK_FALSE(tree.root());
    CHECK(brief(problems_of([&] { problems.throw_if_any(); })) == std::vector<std::string>{"SK1006 0:0 "});
}

TEST_CASE("A byte order mark is no part of the text")
{
    const Tree tree = parsed("\xEF\xBB\xBF{\"a\": 1}");
    CHECK(tree.root().get("a").mark().column == 7);
    CHECK(wrong("\xEF\xBB\xBF").size() == 1);
    CHECK(wrong("\xEF\xBB{}").size() == 1);
}

TEST_CASE("Decomposed Vietnamese is read as composed, in texts and in keys")
{
    const std::string decomposed = "Đo\xCC\x82\xCC\x83 Thi\xCC\xA3 Ha\xCC\x80";  // Đỗ Thị Hà
    CHECK(normalized(decomposed) == "Đỗ Thị Hà");
    const Tree tree = parsed("{\"" + decomposed + "\": \"" + decomposed + "\"}");
    CHECK(tree.root().get("Đỗ Thị Hà").text() == "Đỗ Thị Hà");
    // Marks in another order are the same letter too.
    CHECK(normalized("o\xCC\xA3\xCC\x82") == normalized("\xC3\xB4\xCC\xA3"));
    CHECK(normalized("o\xCC\xA3\xCC\x82") == "ộ");
    CHECK(normalized("\xFF\xFE") == "\xFF\xFE");
    CHECK(normalized("").empty());
}

TEST_CASE("What is not JSON is refused where it stops being JSON")
{
    struct Case {
        std::string text;
        const char* found;
    };
    for (const Case& c : std::initializer_list<Case>{{"", "SK1001 1:1 "},
                                                     {"   ", "SK1001 1:4 "},
                                                     {"{", "SK1001 1:2 "},
                                                     {"{\"a\": 1,\n  b: 2}", "SK1001 2:3 "},
                                                     {"{\"a\": 1,}", "SK1001 1:9 "},
                                                     {"[1, 2,]", "SK1001 1:7 "},
                                                     {"[1 2]", "SK1001 1:4 "},
                                                     {"{\"a\" 1}", "SK1001 1:6 "},
                                                     {"// note\n{}", "SK1001 1:1 "},
                                                     {"{} {}", "SK1001 1:4 "},
                                                     {"{}\n\n  x", "SK1001 3:3 "},
                                                     {"[01]", "SK1001 1:3 "},
                                                     {"[+1]", "SK1001 1:2 "},
                                                     {"[.5]", "SK1001 1:2 "},
                                                     {"[NaN]", "SK1001 1:2 "},
                                                     {"[1e999]", "SK1001 1:6 "},
                                                     {"['a']", "SK1001 1:2 "},
                                                     {"[\"a\nb\"]", "SK1001 1:4 "},
                                                     {"[\"\\x\"]", "SK1001 1:4 "},
                                                     {"[\"\\ud800\"]", "SK1001 1:9 "},
                                                     {"[\"\xFF\"]", "SK1001 1:3 "},
                                                     {"[\"\xC3\"]", "SK1001 1:4 "},
                                                     {"[\"\xED\xA0\x80\"]", "SK1001 1:4 "},
                                                     {std::string("{}\0{}", 5), "SK1001 1:3 "},
                                                     {std::string("{}\n\0", 4), "SK1001 2:1 "},
                                                     {std::string("\0", 1), "SK1001 1:1 "}}) {
        INFO(c.text);
        CHECK(wrong(c.text) == std::vector<std::string>{c.found});
    }
    const std::vector<Problem> problems = problems_of([] { parsed("{\"a\": tru}"); });
    REQUIRE(problems.size() == 1);
    CHECK(
        message(problems.front(), Language::en) ==
        "SK1001 test.json:1:10: this is not JSON: invalid literal. Mend it here and read again. See docs/errors.md#SK1001");
}
