// Verification: each doubt told at its place by a faulty rulebook, and nothing said of its near misses.
#include <algorithm>
#include <map>
#include <random>
#include <set>

#include <sangkien/evaluation/verify.hpp>
#include <sangkien/lifecycle/guard_checks.hpp>
#include <sangkien/rulebook/paper_checks.hpp>

#include "../io/texts.hpp"

using namespace texts;

namespace {

std::string base_text(std::string_view name)
{
    return read_file(
        in_checkout(name == "base" ? "tests/verify/base.json" : "src/rulebooks/" + std::string(name) + ".json"));
}

std::vector<Diagnostic> verified(const std::string& text)
{
    std::vector<Diagnostic> out = verify(load_rules_text({text}));
    out.erase(std::remove_if(out.begin(), out.end(), [](const Diagnostic& d) { return d.waived.has_value(); }),
              out.end());
    return out;
}

std::string key(const Diagnostic& diagnostic) { return code(diagnostic.problem.id) + " " + diagnostic.path; }

std::set<std::string> keys(const std::vector<Diagnostic>& found)
{
    std::set<std::string> out;
    for (const Diagnostic& diagnostic : found) out.insert(key(diagnostic));
    return out;
}

// What is told of `text` and not of the rulebook it was made from.
std::vector<Diagnostic> told_anew(const std::string& text, std::string_view base)
{
    static std::map<std::string, std::set<std::string>, std::less<>> told;
    if (told.find(base) == told.end()) told[std::string(base)] = keys(verified(base_text(base)));
    const std::set<std::string>& before = told.find(base)->second;
    std::vector<Diagnostic> out = verified(text);
    out.erase(std::remove_if(out.begin(), out.end(), [&](const Diagnostic& d) { return before.count(key(d)) != 0; }),
              out.end());
    return out;
}

std::string shown(const std::vector<Diagnostic>& found)
{
    std::string out;
    for (const Diagnostic& diagnostic : found) out += message(diagnostic.problem, Language::en) + "\n";
    return out;
}

std::set<std::string> listed_doubts()
{
    const std::string text = read_file(in_checkout("include/sangkien/core/error_ids.hpp"));
    std::set<std::string> out;
    for (std::size_t at = 0; (at = text.find(" = 16", at)) != std::string::npos; ++at)
        if (is_doubt(static_cast<ErrorId>(std::stoi(text.substr(at + 3))))) out.insert("SK" + text.substr(at + 3, 4));
    return out;
}

}  // namespace

TEST_CASE("The rulebook that the faults are made of has nothing to doubt")
{
    CHECK(shown(verified(base_text("base"))).empty());
}

TEST_CASE("Each faulty rulebook is told its fault at its line and column, and a near miss nothing")
{
    const Tree rows = parsed(read_file(in_checkout("tests/verify/faults.json")));
    std::set<std::string> faulty, near;
    std::size_t count = 0;
    for (Node row : children(rows.root())) {
        std::string text = base_text(row.get("base").text());
        for (Node edit : children(row.get("edits")))
            text = replaced(std::move(text), std::string(edit.first().text()), std::string(edit.first().next().text()));
        const std::size_t at = text.find('~');
        if (at != std::string::npos) text.erase(at, 1);
        std::vector<Diagnostic> found;
        try {
            found = told_anew(text, row.get("base").text());
        } catch (const Error& error) {
            FAIL("edits at line " << row.mark().line << ": " << error.what());
        }
        INFO("edits at line " << row.mark().line << "\n" << shown(found));
        std::multiset<std::string> ids, expected;
        for (const Diagnostic& diagnostic : found) ids.insert(code(diagnostic.problem.id));
        for (Node id : children(row.get("expect"))) expected.emplace(id.text());
        CHECK(ids == expected);
        (expected.empty() ? near : faulty).emplace(row.get("about").text());
        if (expected.empty()) continue;
        ++count;
        const Mark mark = mark_at(text, at);
        const std::string first(row.get("expect").first().text());
        CHECK(std::any_of(found.begin(), found.end(), [&](const Diagnostic& d) {
            return code(d.problem.id) == first && d.problem.place.mark.line == mark.line &&
                   d.problem.place.mark.column == mark.column && d.problem.place.file == "rulebook 1";
        }));
        for (const Diagnostic& d : found)
            for (const Language language : {Language::vi, Language::en}) {
                CHECK(message(d.problem, language).find('{') == std::string::npos);
                CHECK(message(d.problem, language).find("\"\"") == std::string::npos);
            }
    }
    CHECK(count >= 120);
    CHECK(faulty == listed_doubts());
    CHECK(near == listed_doubts());
}

TEST_CASE("A waived warning is listed with its reason, and a waiver of an error is refused")
{
    const std::string lost =
        replaced(base_text("base"), R"("refused": {)", R"("lost": { "kind": "ended" }, "refused": {)");
    const auto with = [&](const std::string& waiver) {
        return replaced(lost, "  \"silent\": {", "  \"waivers\": { " + waiver + " },\n  \"silent\": {");
    };
    const std::vector<Diagnostic> found =
        verify(load_rules_text({with(R"("SK1640 lifecycle.states.lost": { "vi": "để sau", "en": "for later" })")}));
    REQUIRE(found.size() == 1);
    CHECK(found[0].problem.id == ErrorId::state_unreachable);
    REQUIRE(found[0].waived);
    CHECK(found[0].waived->vi == "để sau");
    CHECK(found[0].waived->en == "for later");
    for (const char* waiver : {R"("SK1203 schedule.filing": { "vi": "v", "en": "e" })",
                               R"("lost": { "vi": "v", "en": "e" })", R"("SK1640": { "vi": "v", "en": "e" })"})
        CHECK(problems_of([&] { load_rules_text({with(waiver)}); }).at(0).id == ErrorId::wrong_type);
    CHECK(problems_of([&] { load_rules_text({with(R"("SK1640 lifecycle.states.lost": { "vi": "v" })")}); }).at(0).id ==
          ErrorId::missing_key);
}

TEST_CASE("Rulebooks that cannot be loaded together give the errors that block them")
{
    Problems problems;
    std::vector<Rulebook> books;
    books.push_back(read_rulebook_text(base_text("base"), "a.json", {}, problems));
    books.push_back(read_rulebook_text(base_text("base"), "b.json", {}, problems));
    problems.throw_if_any();
    const std::vector<Diagnostic> found = verify(books);
    REQUIRE(!found.empty());
    for (const Diagnostic& diagnostic : found) CHECK(diagnostic.severity == Severity::error);
    CHECK(std::any_of(found.begin(), found.end(),
                      [](const Diagnostic& d) { return d.problem.id == ErrorId::duplicate_rulebook; }));
}

TEST_CASE("A value in a window is pointed at where it stands in its file")
{
    const std::vector<Diagnostic> found = verified(replaced(
        base_text("base"), R"("fraction": "2/3")",
        R"("fraction": [ { "until": "2026-01-01", "value": "2/3" }, { "from": "2026-01-01", "value": "1/20" } ])"));
    REQUIRE(found.size() == 1);
    CHECK(found[0].problem.id == ErrorId::vote_fraction_idle);
    CHECK(found[0].problem.place.pointer == "/scoring/vote/fraction/1/value");
    CHECK(found[0].path == "scoring.vote.fraction");
}

TEST_CASE("The years of a deadline are those asked for, and projected ones are said to be")
{
    const std::string text = replaced(base_text("base"), R"("by", "roll": "backward")", R"("by", "roll": "none")");
    const auto years = [&](int first, int last) {
        const std::vector<Diagnostic> found = verify(load_rules_text({text}), {first, last});
        return found.empty() ? std::string() : detail_of(found[0].problem, "years");
    };
    CHECK(years(2025, 2027).empty());
    CHECK(years(2028, 2028) == "2028 (projected)");
    CHECK(years(2033, 0) == "2033 (projected), 2034 (projected), 2039 (projected)");
    CHECK(years(2019, 2024).empty());  // before the rulebook is in force
}

TEST_CASE("Gaps between windows are those that walking the days finds")
{
    std::mt19937 random(20250925);
    for (int round = 0; round < 2000; ++round) {
        std::vector<Window> windows;
        std::vector<bool> held(60);
        for (std::size_t i = 0, n = 1 + random() % 5; i < n; ++i) {
            const int from = static_cast<int>(random() % 50), until = from + 1 + static_cast<int>(random() % 9);
            windows.push_back({Day{from}, Day{until}});
            for (int day = from; day < until; ++day) held[static_cast<std::size_t>(day)] = true;
        }
        std::vector<bool> lacking(60);
        for (const Window& gap : gaps(windows)) {
            REQUIRE(gap.from < gap.until);
            for (int day = gap.from.count; day < gap.until.count; ++day) lacking[static_cast<std::size_t>(day)] = true;
        }
        const auto first = std::find(held.begin(), held.end(), true) - held.begin();
        const auto last = held.rend() - std::find(held.rbegin(), held.rend(), true);
        for (std::ptrdiff_t day = 0; day < 60; ++day) {
            const auto i = static_cast<std::size_t>(day);
            REQUIRE(lacking[i] == (day > first && day < last && !held[i]));
        }
    }
}

namespace {

// A guard as text, and the same asked plainly.
struct Plain {
    std::string text;
    std::vector<bool> rows;  // its value in each of the 16 rows of four facts
};

Plain random_guard(std::mt19937& random, int depth)
{
    Plain out{"", std::vector<bool>(16)};
    const auto kind = static_cast<unsigned>(depth == 0 ? 0 : random() % 4);
    if (kind == 0) {
        const auto fact = static_cast<unsigned>(random() % 4);
        out.text = "{ \"fact\": \"f" + std::to_string(fact) + "\" }";
        for (unsigned row = 0; row < 16; ++row) out.rows[row] = ((row >> fact) & 1U) != 0;
        return out;
    }
    if (kind == 1) {
        const Plain inner = random_guard(random, depth - 1);
        out.text = "{ \"not\": " + inner.text + " }";
        for (unsigned row = 0; row < 16; ++row) out.rows[row] = !inner.rows[row];
        return out;
    }
    out.text = kind == 2 ? "{ \"all\": [" : "{ \"any\": [";
    out.rows.assign(16, kind == 2);
    for (std::size_t i = 0, n = 1 + random() % 3; i < n; ++i) {
        const Plain part = random_guard(random, depth - 1);
        out.text += (i == 0 ? "" : ", ") + part.text;
        for (unsigned row = 0; row < 16; ++row)
            out.rows[row] = kind == 2 ? out.rows[row] && part.rows[row] : out.rows[row] || part.rows[row];
    }
    out.text += "] }";
    return out;
}

}  // namespace

TEST_CASE("Never, always and both at once are what asking every row of facts gives")
{
    std::mt19937 random(934);
    int never = 0, always = 0, meet = 0;
    for (int round = 0; round < 3000; ++round) {
        const Plain a = random_guard(random, 4), b = random_guard(random, 3);
        const Tree tree = parsed("{ \"a\": " + a.text + ", \"b\": " + b.text + " }");
        const auto count = std::count(a.rows.begin(), a.rows.end(), true);
        const GuardScope expected = count == 0    ? GuardScope::never
                                    : count == 16 ? GuardScope::always
                                                  : GuardScope::open;
        INFO(a.text << "\n" << b.text);
        REQUIRE(guard_scope(tree.root().get("a"), {}) == expected);
        bool both = false;
        for (std::size_t row = 0; row < 16; ++row) both = both || (a.rows[row] && b.rows[row]);
        REQUIRE(guards_meet(tree.root().get("a"), tree.root().get("b"), {}) == both);
        never += expected == GuardScope::never;
        always += expected == GuardScope::always;
        meet += both;
    }
    CHECK(never > 50);
    CHECK(always > 50);
    CHECK(meet < 2999);
}
