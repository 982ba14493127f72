#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include <sangkien/core/error.hpp>
#include <sangkien/core/error_words_inl.hpp>
#include <sangkien/core/finding.hpp>
#include <sangkien/core/finding_words_inl.hpp>
#include <sangkien/core/lift_words_inl.hpp>
#include <sangkien/core/limits.hpp>

#include "catch.hpp"

using namespace sangkien;

namespace {

std::string header(const std::string& name)
{
    std::ifstream file(std::string(SANGKIEN_SOURCE_DIR) + "/include/sangkien/core/" + name);
    std::ostringstream text;
    text << file.rdbuf();
    REQUIRE(text.str().size() > 100);
    return text.str();
}

// The numbers of the enumerators of ErrorId, as the header lists them.
std::vector<int> error_numbers()
{
    std::istringstream lines(header("error_ids.hpp"));
    std::vector<int> out;
    for (std::string line; std::getline(lines, line);) {
        const std::size_t equals = line.find(" = ");
        if (line.substr(0, 4) == "    " && equals != std::string::npos)
            out.push_back(std::stoi(line.substr(equals + 3)));
    }
    return out;
}

// How many enumerators FindingId has.
int finding_count()
{
    std::istringstream lines(header("finding_ids.hpp"));
    int out = 0;
    for (std::string line; std::getline(lines, line);) {
        const std::string code = line.substr(0, line.find("//"));
        if (code.substr(0, 4) == "    " && code.find(',') != std::string::npos) ++out;
    }
    return out;
}

std::set<std::string> placeholders(std::string_view text)
{
    std::set<std::string> out;
    for (std::size_t at = 0; (at = text.find('{', at)) != std::string_view::npos; ++at)
        out.insert(std::string(text.substr(at + 1, text.find('}', at) - at - 1)));
    return out;
}

using Fillers = std::vector<std::pair<std::string, std::string>>;

std::string filled(std::string_view text, const Fillers& fillers)
{
    const auto put = [&](std::string_view key, std::string& out) {
        for (const auto& [name, content] : fillers)
            if (name == key) {
                out += content;
                return true;
            }
        return false;
    };
    std::string out;
    detail::fill(text, put, out);
    return out;
}

// Brackets pair and do not nest.
bool well_formed(std::string_view text)
{
    int square = 0, curly = 0;
    for (const char c : text) {
        square += c == '[' ? 1 : c == ']' ? -1 : 0;
        curly += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (square < 0 || square > 1 || curly < 0 || curly > 1) return false;
    }
    return square == 0 && curly == 0 && !text.empty();
}

void check_template(const detail::Template& words)
{
    INFO(words.en);
    CHECK(well_formed(words.vi));
    CHECK(well_formed(words.en));
    CHECK(placeholders(words.vi) == placeholders(words.en));
    Fillers fillers;
    const std::set<std::string> keys = placeholders(words.en);
    for (const std::string& key : keys) fillers.push_back({key, "<" + key + ">"});
    for (const Language language : {Language::vi, Language::en}) {
        const std::string whole = filled(words.in(language), fillers);
        CHECK(whole.find_first_of("{}[]") == std::string::npos);
        for (const std::string& key : keys) CHECK(whole.find("<" + key + ">") != std::string::npos);
    }
}

}  // namespace

TEST_CASE("Every error says in both languages what is wrong, with the same placeholders")
{
    const std::vector<int> numbers = error_numbers();
    CHECK(numbers.size() > 50);
    CHECK(std::set<int>(numbers.begin(), numbers.end()).size() == numbers.size());
    for (const int id : numbers) {
        CHECK(code(static_cast<ErrorId>(id)) == "SK" + std::to_string(id));
        check_template(detail::words_of(static_cast<ErrorId>(id)));
    }
}

TEST_CASE("Every finding has an id of its own and words in both languages, and so has what would lift it")
{
    std::set<std::string> ids;
    const int count = finding_count();
    CHECK(count > 70);
    for (int i = 0; i < count; ++i) {
        const auto id = static_cast<FindingId>(i);
        check_template(detail::words_of(id).text);
        ids.insert(word(id));
        CHECK_FALSE(detail::lift_words_of(id).text.vi.empty());
        CHECK_FALSE(detail::lift_words_of(id).text.en.empty());
    }
    CHECK(static_cast<int>(ids.size()) == count);
}

TEST_CASE("What stands in brackets is left out when a key in it has no filler")
{
    CHECK(filled("a {x}[; b {y}] c", {{"x", "1"}, {"y", "2"}}) == "a 1; b 2 c");
    CHECK(filled("a {x}[; b {y}] c", {{"x", "1"}}) == "a 1 c");
    CHECK(filled("[{y}]{x}[{y}]", {{"x", "1"}}) == "1");
    CHECK(filled("", {}) == "");
    CHECK(filled("no holes", {{"x", "1"}}) == "no holes");
    // What fills a hole is not read again: a hostile name stays a name.
    CHECK(filled("{x}", {{"x", "{y}[z]"}, {"y", "2"}}) == "{y}[z]");
    const Problem near{ErrorId::unknown_unit, {}, {{"id", "u-1"}, {"nearest", "u-01"}}};
    CHECK(explanation(near, Language::en).find("did you mean \"u-01\"") != std::string::npos);
    const Problem plain{ErrorId::unknown_unit, {}, {{"id", "u-1"}}};
    CHECK(explanation(plain, Language::en).find("did you mean") == std::string::npos);
}

TEST_CASE("A message names the id, the place as far as it is known, and where to read on")
{
    const Details details{{"text", "2025-02-30"}};
    const auto english = [&](Place place) {
        return message({ErrorId::bad_day, std::move(place), details}, Language::en);
    };
    const std::string rest =
        ": \"2025-02-30\" is not a day that exists. Write year-month-day, as in \"2025-09-24\"."
        " See docs/errors.md#SK1201";
    CHECK(english({}) == "SK1201" + rest);
    CHECK(english({"s.json", "", {}}) == "SK1201 s.json" + rest);
    CHECK(english({"s.json", "/opened", {3, 14}}) == "SK1201 s.json:3:14 /opened" + rest);
    CHECK(english({"", "/opened", {3, 14}}) == "SK1201 3:14 /opened" + rest);
    CHECK(message({ErrorId::bad_day, {"s.json", "/opened", {3, 14}}, details}, Language::vi) ==
          "SK1201 s.json:3:14 /opened: \"2025-02-30\" không phải là một ngày có thật. Hãy viết năm-tháng-ngày, ví dụ "
          "\"2025-09-24\". Xem docs/errors.md#SK1201");
}

TEST_CASE("One Error tells everything, by file and place, and stops collecting at its limit")
{
    Problems problems;
    CHECK_NOTHROW(problems.throw_if_any());
    problems.add(ErrorId::bad_day, {"b.json", "/x", {1, 1}}, {{"text", "1"}});
    problems.add(ErrorId::bad_day, {"a.json", "/y", {9, 2}}, {{"text", "2"}});
    problems.add(ErrorId::bad_day, {"a.json", "/z", {9, 1}}, {{"text", "3"}});
    problems.add(ErrorId::bad_day, {"a.json", "/v", {2, 7}}, {{"text", "4"}});
    std::string order;
    try {
        problems.throw_if_any();
    } catch (const Error& error) {
        for (const Problem& problem : error.problems()) order += problem.place.pointer;
        const std::string what = error.what();
        CHECK(std::count(what.begin(), what.end(), '\n') == 3);
    }
    CHECK(order == "/v/z/y/x");
    Problems many;
    for (std::size_t i = 0; i < limits::problems + 50; ++i) many.add(ErrorId::overflow, {});
    CHECK(many.size() == limits::problems);
}

TEST_CASE("Values are shown as people write them, in either language")
{
    const auto vi = [](const Datum& value) { return shown(value, Language::vi); };
    const auto en = [](const Datum& value) { return shown(value, Language::en); };
    const Day day = parse_day("2025-09-04");
    CHECK(vi(day) == "4/9/2025");
    CHECK(en(day) == "4 Sep 2025");
    CHECK(vi(DayEnd{day}) == "24:00 ngày 4/9/2025");
    CHECK(en(DayEnd{day}) == "24:00 on 4 Sep 2025");
    CHECK(vi(parse_instant("2025-09-04T09:05:00+07:00")) == "09:05 ngày 4/9/2025");
    CHECK(en(parse_instant("2025-09-04T23:59:59+07:00")) == "23:59:59 on 4 Sep 2025");
    CHECK(vi(Ratio(167, 2)) == "83,5");
    CHECK(en(Ratio(167, 2)) == "83.5");
    CHECK(vi(Ratio(2, 3)) == "0,67 (2/3)");
    CHECK(en(Ratio(-2, 3)) == "-0.67 (-2/3)");
    CHECK(vi(Decimal{8350, 2}) == "83,50");
    CHECK(en(Decimal{8350, 2}) == "83.50");
    CHECK(vi(std::int64_t{-12}) == "-12");
    CHECK(vi(true) + vi(false) + en(true) + en(false) == "cókhôngyesno");
    CHECK(vi(Truth::pass) + "," + vi(Truth::fail) + "," + vi(Truth::undetermined) == "đạt,không đạt,chưa xác định");
    CHECK(en(Truth::undetermined) == "undetermined");
    CHECK(vi(Name{"x", {"tên", ""}}) == "tên");
    CHECK(en(Name{"x", {"tên", ""}}) == "x");
    CHECK(en(std::vector<Name>{{"a", {}}, {"b", {"", "B"}}}) == "a, B");
    CHECK(shown(day).vi == "4/9/2025");
    CHECK(shown(day).en == "4 Sep 2025");
}

TEST_CASE("Findings are all passed, else open, else failed")
{
    const auto of = [](std::initializer_list<Truth> truths) {
        Findings out;
        for (const Truth t : truths) out.push_back({FindingId::rule_silent, t, {}, {}, {}, {}, {}});
        return verdict(out);
    };
    CHECK(of({}) == Truth::pass);
    CHECK(of({Truth::pass, Truth::undetermined}) == Truth::undetermined);
    CHECK(of({Truth::fail, Truth::undetermined, Truth::pass}) == Truth::fail);
}
