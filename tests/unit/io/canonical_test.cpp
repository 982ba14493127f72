// The canonical form: one spelling for the same values, another for others.
#include <sangkien/io/canonical.hpp>

#include <sangkien/io/digest.hpp>

#include "texts.hpp"

using namespace texts;

namespace {

std::string canonical(const std::string& text) { return canonical_text(std::string_view(text), "test.json"); }

}  // namespace

TEST_CASE("Whitespace and the order of keys do not show in the canonical form; the order of items does")
{
    CHECK(canonical(" { \"b\" : [ 1 , 2 ] ,\n\t\"a\" : { } } ") == R"({"a":{},"b":[1,2]})");
    CHECK(canonical("[2,1]") == "[2,1]");
    CHECK(canonical("[]") == "[]");
    CHECK(canonical("\xEF\xBB\xBF[null,true,false]") == "[null,true,false]");
    // By bytes: capitals before small letters, one-byte letters before others, a key before those it begins.
    CHECK(canonical(R"({"é":1,"a":1,"ab":1,"B":1})") == R"({"B":1,"a":1,"ab":1,"é":1})");
}

TEST_CASE("Numbers have one canonical spelling each, and exactly one value each")
{
    const std::vector<std::pair<std::string, std::vector<std::string>>> same{
        {"0", {"0", "-0", "0.0", "-0.000", "0e5", "0e99999999999999999999", "0E-7"}},
        {"1", {"1", "1.0", "1e0", "10e-1", "0.1E1", "1.000e+0", "1e-0"}},
        {"-125e-1", {"-12.5", "-12.50", "-1.25e1", "-125E-1", "-0.00125e4"}},
        {"1e2", {"100", "1e2", "1E+2", "100.00", "0.01e4", "1e002"}},
        {"1e-999999999999999999", {"1e-999999999999999999", "10e-1000000000000000000000000"}},
        {"9007199254740993", {"9007199254740993", "9007199254740993.0"}},
        {"100000000000000000000000000000000000000001e-42", {"0.100000000000000000000000000000000000000001"}},
    };
    for (const auto& [form, spellings] : same)
        for (const std::string& spelling : spellings) {
            INFO(spelling);
            if (spelling.find("e-1000000000000000000000000") != std::string::npos) {
                const auto problems = problems_of([&, text = spelling] { canonical(text); });
                CHECK(brief(problems) == std::vector<std::string>{"SK1006 1:1 "});
            } else {
                CHECK(canonical(spelling) == form);
            }
        }
    // 2^53 + 1 and 2^53 are the same double.
    CHECK(canonical("9007199254740993") != canonical("9007199254740992"));
    CHECK(canonical("1") != canonical("\"1\""));
    CHECK(canonical("0.1") != canonical("0.10000000000000001"));
}

TEST_CASE("Escapes have one canonical spelling, and text is composed")
{
    CHECK(canonical(R"("\u0041\/\u00e9\ud83d\ude00")") == "\"A/é😀\"");
    CHECK(canonical(R"("\u0022\u005c\u0008\u0009\u000a\u000c\u000d\u000b\u0000\u001f\u007f")") ==
          R"("\"\\\b\t\n\f\r\u000b\u0000\u001f)"
          "\x7F\"");
    CHECK(canonical("\"Vie\xCC\xA3\xCC\x82t\"") == "\"Việt\"");
    CHECK(canonical("{\"e\xCC\x81\":1}") == "{\"é\":1}");
    CHECK(canonical(R"("a")") != canonical(R"("a ")"));
}

TEST_CASE("What is no JSON, or has a key twice, has no canonical form")
{
    CHECK(brief(problems_of([] { canonical("{\"a\":1,\"a\":1}"); })) == std::vector<std::string>{"SK1005 1:8 /a"});
    CHECK(brief(problems_of([] { canonical("[1,]"); })).size() == 1);
    CHECK(brief(problems_of([] { canonical(""); })).size() == 1);
}

TEST_CASE("A canonical form is its own canonical form, and loads as the same rulebook")
{
    for (const std::string& id : builtin_rulebooks()) {
        INFO(id);
        const std::string form = canonical(rulebook(id));
        CHECK(canonical(form) == form);
        CHECK(canonical_digest(std::string_view(rulebook(id)), id) == sha256(form));
        CHECK(form.size() < rulebook(id).size());
    }
}

TEST_CASE("The digest of a result leaves out the release and digests of texts, and nothing else")
{
    const auto digest = [](const std::string& text) { return result_digest(parsed(text).root()); };
    const std::string base =
        R"({"library":"1","season":{"id":"s","sha256":"a"},"rulebooks":[{"id":"r","sha256":"b"}],"todo":[{"sha256":"c"},2]})";
    CHECK(digest(base) == digest(replaced(base, "\"1\"", "\"2\"")));
    CHECK(digest(base) == digest(replaced(base, "\"a\"", "\"x\"")));
    CHECK(digest(base) == digest(replaced(base, "\"b\"", "\"x\"")));
    CHECK(digest(base) == digest(replaced(base, R"({"sha256":"c"},2)", R"(2,{"sha256":"c"})")));
    CHECK(digest(base) != digest(replaced(base, "\"c\"", "\"x\"")));
    CHECK(digest(base) != digest(replaced(base, "\"s\"", "\"x\"")));
    CHECK(digest(base) != digest(replaced(base, "\"r\"", "\"x\"")));
    CHECK(digest(base) != digest(replaced(base, ",2]", ",2,2]")));
}
