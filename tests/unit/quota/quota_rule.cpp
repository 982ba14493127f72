// Compiling the section `quota`.
#include "../catch.hpp"

#include <sangkien/io/json_reader.hpp>
#include <sangkien/quota/quota.hpp>

using namespace sangkien;

namespace {

const char* const book = R"({
  "unit-kinds": { "division": { "vi": "Phòng", "en": "Division" }, "centre": {} },
  "levels": { "ward": {}, "city": { "vi": "Cấp thành phố", "en": "City level" } },
  "states": { "draft": {}, "filed": { "vi": "Đã nộp", "en": "Filed" } },
  "schedule": { "submission": { "vi": "Nộp", "en": "Submission" } },
  "quota": { "one": )";

std::string with(const std::string& rule) { return book + rule + "}}"; }

std::vector<QuotaRule> compile(const std::string& text, Problems& problems)
{
    const Tree tree = read_json(text, "rules.json", problems);
    const Node root = tree.root();
    return compile_quota(root.get("quota"), root.get("unit-kinds"), root.get("levels"), root.get("states"),
                         root.get("schedule"), problems);
}

std::string told(Problems& problems)
{
    try {
        problems.throw_if_any();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("A quota rule keeps what it asks, with the words of the names it points at")
{
    Problems problems;
    const auto rules =
        compile(with(R"({ "who": ["division", "centre"], "each": "year", "at-least": 2, "reached": "filed",
        "level": "city", "area": "listed", "in-time": "submission", "joint": "lead", "withdrawn": "counts",
        "units-created": "owe-not", "vi": "Chỉ tiêu", "en": "Quota", "clause": "x" })"),
                problems);
    CHECK(told(problems).empty());
    REQUIRE(rules.size() == 1);
    const QuotaRule& rule = rules[0];
    CHECK(rule.name.id == "one");
    CHECK(rule.name.words.en == "Quota");
    CHECK(rule.path == "quota.one");
    CHECK(rule.binds("division"));
    CHECK(rule.binds("centre"));
    CHECK_FALSE(rule.binds("school"));
    CHECK(rule.at_least.value == 2);
    CHECK(rule.reached.value.words.en == "Filed");
    CHECK(rule.level->value.words.vi == "Cấp thành phố");
    CHECK(rule.area->value);
    CHECK(rule.in_time->value.id == "submission");
    CHECK_FALSE(rule.joint_each->value);
    CHECK(rule.withdrawn_counts->value);
    CHECK_FALSE(rule.created_owe->value);
}

TEST_CASE("What a quota rule does not say stays unsaid")
{
    Problems problems;
    const auto rules =
        compile(with(R"({ "who": "division", "each": "year", "at-least": 1, "reached": "filed" })"), problems);
    CHECK(told(problems).empty());
    REQUIRE(rules.size() == 1);
    CHECK_FALSE(rules[0].level);
    CHECK_FALSE(rules[0].area);
    CHECK_FALSE(rules[0].in_time);
    CHECK_FALSE(rules[0].joint_each);
    CHECK_FALSE(rules[0].withdrawn_counts);
    CHECK_FALSE(rules[0].created_owe);
}

TEST_CASE("Names that a quota rule mistypes are all told, each with the nearest known one")
{
    Problems problems;
    compile(with(R"({ "who": ["divison"], "each": "year", "at-least": 1, "reached": "fild", "level": "citty",
        "in-time": "submision" })"),
            problems);
    CHECK(problems.size() == 4);
    const std::string text = told(problems);
    for (const char* part : {"/quota/one/who/0: there is no kind of unit \"divison\"; did you mean \"division\"",
                             "/quota/one/reached: there is no state \"fild\"; did you mean \"filed\"",
                             "/quota/one/level: there is no level of recognition \"citty\"; did you mean \"city\"",
                             "/quota/one/in-time: there is no milestone \"submision\"; did you mean \"submission\""}) {
        CAPTURE(text, part);
        CHECK(text.find(part) != std::string::npos);
    }
}

TEST_CASE("A quota rule with unknown keys, unknown words, wrong numbers or gaps is refused")
{
    Problems problems;
    compile(with(R"({ "who": ["division"], "each": "month", "at-least": 0, "joint": "all", "jiont": "each" })"),
            problems);
    CHECK(problems.size() == 5);
    const std::string text = told(problems);
    for (const char* part : {"SK1007", "SK1205", "SK1004", "SK1002", "did you mean \"joint\""}) {
        CAPTURE(text, part);
        CHECK(text.find(part) != std::string::npos);
    }
}

TEST_CASE("Rulebooks without a quota give no rules and no problem")
{
    Problems problems;
    CHECK(compile("{}", problems).empty());
    CHECK(problems.empty());
    CHECK(compile(R"({ "quota": 3 })", problems).empty());
    CHECK(problems.size() == 1);
}
