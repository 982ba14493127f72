#include <cstdio>
#include <random>

#include "texts.hpp"
#include "thinned.hpp"

using namespace texts;

namespace {

// Small, with every kind of section that a flipped byte can hurt.
const char small_rulebook[] =
    R"({"rulebook":1,"id":"r","document":{"number":"1","issuer":"o","issued":"2025-01-01","from":"2025-01-01","provenance":"law"},"layer":"ward",
"clauses":{"c":{"vi":"v","en":"e"}},"roles":{"h":{"vi":"v","en":"e","clause":"c"}},"levels":{"y":{"clause":"c"}},"facts":{"n":{"clause":"c"}},
"schedule":{"s":{"yearly":"25/9","bound":"before","roll":"none","choices":{"bound":["before","by"]},"who":"h","clause":"c"}},
"clocks":{"k":{"length":"1 year","from":["day:first_applied"],"stops":["f"],"clause":"c"}},"conditions":{"d":{"when":{"not":{"fact":"n"}},"clause":"c"}},
"lifecycle":{"start":"a","states":{"a":{"kind":"open"},"b":{"kind":"ended"}},"transitions":{"f":{"from":"a","to":"b","by":"h","when":{"all":["d",{"before":"s"},{"within":"k"}]},"clause":"c"}}},
"scoring":{"whole":[{"from":"2025-01-01","until":"2026-01-01","value":100},{"from":"2026-01-01","value":50}],"pass":{"total":50},"vote":{"fraction":"2/3","of":"members","method":"agree"},"clause":"c"},
"quota":{"q":{"who":["x"],"each":"year","at-least":1,"reached":"b","joint":"each","withdrawn":"counts","units-created":"owe","clause":"c"}},
"unit-kinds":{"x":{"clause":"c"}},"duties":{"t":{"who":"h","due":"s","clause":"c"}}})";

}  // namespace

TEST_CASE("The demo season cut off at any byte is an Error and nothing is half-loaded")
{
    const std::string& text = demo_season();
    std::size_t end = text.size();
    while (text[end - 1] != '}') --end;
    // Every byte of the first and the last stretch, where all kinds of records stand; a prime stride between.
    int accepted = 0, odd = 0;
    std::size_t tried = 0;
    const auto stride = [&](std::size_t at) { return at < 3000 || end - at < 3000 ? thinned(7) : thinned(7) * 29; };
    for (std::size_t length = 0; length < end; length += stride(length)) {
        Problems problems;
        const Tree tree = read_json(std::string_view(text).substr(0, length), "cut.json", problems);
        accepted += bool(tree.root());
        const std::vector<Problem> found = problems_of([&] { problems.throw_if_any(); });
        odd += found.size() != 1 || found.front().id != ErrorId::unreadable_json;
        // The place is the end of what is left.
        const Mark mark = mark_at(text, length);
        odd +=
            found.empty() || found.front().place.mark.line > mark.line || found.front().place.mark.line + 1 < mark.line;
        if (tried % 300 == 0) odd += problems_of([&] { read_season(text.substr(0, length)); }).empty();
        ++tried;
    }
    CHECK(accepted == 0);
    CHECK(odd == 0);
    CHECK(tried > 8000 / thinned(7));
}

TEST_CASE("A rulebook with any one byte changed is an Error or a rulebook, never a crash")
{
    const std::string original = small_rulebook;
    REQUIRE(brief(problems_of([&] { load_rules_text({original}); })) == std::vector<std::string>{});
    std::mt19937 random(6);
    int refused = 0, loaded = 0, empty = 0;
    for (std::size_t at = 0; at < original.size(); at += thinned(5)) {
        std::vector<int> masks{1, 2, 4, 8, 16, 32, 64, 128};
        masks.push_back(static_cast<int>(random() % 255 + 1));
        for (const int mask : masks) {
            std::string text = original;
            text[at] = static_cast<char>(text[at] ^ mask);
            try {
                load_rules_text({text});
                ++loaded;
            } catch (const Error& error) {
                ++refused;
                empty += error.problems().empty() || std::string(error.what()).empty();
            }
        }
    }
    CHECK(empty == 0);
    CHECK(refused > 9 * loaded);
    CHECK(loaded > 0);
}

TEST_CASE("A season with any one byte of a stretch changed is an Error or is evaluated")
{
    static const Rules rules = load_rules(demo_rulebooks());
    const std::string& original = demo_season();
    std::mt19937 random(7);
    int refused = 0, evaluated = 0;
    for (int i = 0; i < 400; ++i) {
        std::string text = original;
        const std::size_t at = random() % text.size();
        text[at] = static_cast<char>(text[at] ^ static_cast<char>(1 << random() % 8));
        try {
            evaluate_text(rules, text, "flipped.json", demo_evening());
            ++evaluated;
        } catch (const Error&) {
            ++refused;
        }
    }
    CHECK(refused > 20);
    CHECK(evaluated > 20);
}

TEST_CASE("A rulebook makes the library open no file, whatever it stands under")
{
    const auto under = [](const std::string& name) {
        return replaced(small_rulebook, "\"layer\":\"ward\"", "\"layer\":\"ward\",\"under\":[\"" + name + "\"]");
    };
    for (const char* name : {"/dev/zero", "./r.json", "../r.json", "/etc/passwd", "r.json", "C:\\r.json"}) {
        INFO(name);
        const std::vector<Problem> found = problems_of([&] { load_rules_text({under(name)}); });
        REQUIRE(found.size() == 1);
        CHECK(found.front().id == ErrorId::unknown_rulebook);
        CHECK(found.front().place.pointer == "/under");
    }
    CHECK(problems_of([&] { load_rules_text({under("r")}); }).empty());
    CHECK(problems_of([&] { load_rules_text({under("vn-civil-service")}); }).empty());
}

TEST_CASE("Rulebooks that stand under each other are loaded once each")
{
    const auto book = [](const std::string& id, const std::string& under) {
        return replaced(replaced(small_rulebook, "\"id\":\"r\"", "\"id\":\"" + id + "\""), "\"layer\":\"ward\"",
                        "\"layer\":\"ward\",\"under\":[\"" + under + "\"]");
    };
    const Rules rules = load_rules_text({book("r", "s"), book("s", "r")});
    REQUIRE(rules.rulebooks().size() == 2);
    CHECK(rules.rulebooks()[0].id == "s");
}

TEST_CASE("Numbers that an exact computation cannot hold are an Error, in a rulebook and in a season")
{
    const std::string text =
        replaced(small_rulebook, "\"pass\":{\"total\":50}",
                 R"("criteria":{"a":{"max":"999999999999999/999999999999989","step":"1/999999999999989"},
                                         "b":{"max":"1/999999999999947","step":"1/999999999999947"},
                                         "c":{"max":"1/999999999999883","step":"1/999999999999883"}})");
    const std::vector<Problem> found = problems_of([&] { load_rules_text({text}); });
    CHECK_FALSE(found.empty());
    const std::string season =
        R"({"season":1,"id":"s","year":2025,"opened":"2025-09-19","rulebooks":["r"],"units":[{"id":"u","kind":"x"}],
        "initiatives":[{"id":"i","units":["u"],"authors":[{"person":"a","share":"1/999999999999989"},
        {"person":"b","share":"1/999999999999947"},{"person":"c","share":"1/999999999999883"}]}]})";
    const std::vector<Problem> shares = problems_of([&] { read_season(season); });
    REQUIRE_FALSE(shares.empty());
    CHECK(shares.front().id == ErrorId::overflow);
}

TEST_CASE("A NUL inside a name is a letter like any other")
{
    const std::string text = replaced(small_rulebook, "\"n\":{\"clause\"", "\"n\\u0000\":{\"clause\"");
    const std::vector<Problem> found = problems_of([&] { load_rules_text({text}); });
    REQUIRE(found.size() == 1);
    CHECK(found.front().id == ErrorId::unknown_name);
}

TEST_CASE("What is no file, or a folder, is SK1008")
{
    for (const std::string& path : {in_checkout("no/such.json"), in_checkout("include")}) {
        INFO(path);
        const std::vector<Problem> found = problems_of([&] { read_file(path); });
        REQUIRE(found.size() == 1);
        CHECK(found.front().id == ErrorId::unreadable_file);
        CHECK(found.front().place.file == path);
    }
}
