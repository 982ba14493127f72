// Clause coverage: what a clause counts as follows from what cites it, what is counted from the reports.
#include <map>

#include <sangkien/io/vectors.hpp>

#include "demo.hpp"

using namespace texts;

namespace {

const Rules& dispatch()
{
    static const Rules rules = load_rules({"gia-vien-934"});
    return rules;
}

const Rulebook& book() { return *dispatch().rulebook("gia-vien-934"); }

const VectorsRun& run()
{
    static const VectorsRun out = run_vectors(rulebook("vectors/gia-vien-934"), "v.json", dispatch().rulebooks());
    return out;
}

const ClauseCoverage& of(const std::vector<ClauseCoverage>& all, const std::string& clause)
{
    for (const ClauseCoverage& one : all)
        if (one.clause == clause) return one;
    throw std::runtime_error("no clause " + clause);
}

Rulebook edited(const std::string& from, const std::string& to)
{
    Problems problems;
    Rulebook out = read_rulebook_text(replaced(rulebook("gia-vien-934"), from, to), "x.json", {}, problems);
    problems.throw_if_any();
    return out;
}

// Every citation with the verdict of the finding, or the event, that it stands in.
void collect(Node node, std::vector<std::pair<std::string, std::string>>& out)
{
    if (node.is(Kind::object) && node.get("citations"))
        for (Node citation : children(node.get("citations")))
            out.emplace_back(citation.get("clause").text(), node.get("verdict").text());
    if (node.is(Kind::object) && node.get("event"))
        out.emplace_back(node.get("citation").get("clause").text(), node.get("verdict").text());
    for (Node child : children(node)) collect(child, out);
}

}  // namespace

TEST_CASE("Each operative clause of dispatch 934 has every outcome it can have")
{
    REQUIRE(run().problems.empty());
    int rules = 0, duties = 0;
    for (const ClauseCoverage& clause : coverage(book(), run().cases())) {
        INFO(clause.clause);
        CHECK(clause.whole());
        CHECK(clause.operative() == (clause.kind == ClauseKind::rule || clause.kind == ClauseKind::undated_duty));
        rules += clause.kind == ClauseKind::rule;
        duties += clause.kind == ClauseKind::undated_duty;
        if (clause.kind == ClauseKind::rule) CHECK((clause.passed > 0 && clause.failed > 0));
        if (clause.kind == ClauseKind::undated_duty)
            CHECK((clause.passed > 0 && clause.open > 0 && clause.failed == 0));
    }
    CHECK(rules == 16);
    CHECK(duties == 2);
}

TEST_CASE("Without cases every operative clause lacks every outcome it can have, and no other lacks any")
{
    for (const ClauseCoverage& clause : coverage(book(), {})) {
        INFO(clause.clause);
        CHECK(clause.missing().size() == (clause.operative() ? 2u : 0u));
        CHECK(clause.cases.empty());
        CHECK(reason(clause.kind).empty() == (clause.kind == ClauseKind::rule));
    }
}

TEST_CASE("What a clause counts as follows from the values that cite it")
{
    const auto kind = [](const Rulebook& of_book, const char* clause) {
        return of(coverage(of_book, {}), clause).kind;
    };
    CHECK(kind(book(), "934.3.2") == ClauseKind::rule);
    CHECK(kind(book(), "934.2.a") == ClauseKind::rule);
    CHECK(kind(book(), "934.4.1") == ClauseKind::undated_duty);
    CHECK(kind(book(), "934.3") == ClauseKind::heading);
    // A day makes a duty one that can be missed.
    const Rulebook dated =
        edited(R"("vi": "Phát động phong trào thi đua về đề xuất sáng kiến",)",
               R"("due": "ward-decision", "vi": "Phát động phong trào thi đua về đề xuất sáng kiến",)");
    CHECK(kind(dated, "934.4.1") == ClauseKind::rule);
    // Cited by what is left open only, by nothing, and marked.
    const std::string cited = R"("en": "Launch an emulation movement on proposing initiatives",
      "clause": "934.4.1")";
    const Rulebook silent = edited(cited, replaced(cited, "934.4.1", "934.4.2"));
    CHECK(kind(silent, "934.4.1") == ClauseKind::left_open);
    const std::string heading = R"("934.4": { "vi": "4. Giao Phòng Văn hóa - Xã hội",)";
    CHECK(kind(edited(heading, replaced(heading, "{ ", "{ \"text-only\": true, ")), "934.4") == ClauseKind::text_only);
    const Rules civil = load_rules({"civil-code-2015"});
    CHECK(kind(*civil.rulebook("civil-code-2015"), "91/2015.148.3") == ClauseKind::reckoning);
    const Rules lists = load_rules({"council-da-nang-465"});
    CHECK(kind(*lists.rulebook("council-da-nang-465"), "465.first-use") == ClauseKind::not_cited);
}

TEST_CASE("The cases are counted one by one: together they are the sum of each alone")
{
    std::map<std::string, std::int64_t> passed, failed, open;
    for (const CoverageCase& one : run().cases())
        for (const ClauseCoverage& clause : coverage(book(), {one})) {
            passed[clause.clause] += clause.passed;
            failed[clause.clause] += clause.failed;
            open[clause.clause] += clause.open;
            CHECK(clause.passed <= 1);
            CHECK(clause.cases.size() == (clause.passed + clause.failed + clause.open > 0 ? 1u : 0u));
        }
    for (const ClauseCoverage& clause : coverage(book(), run().cases())) {
        CHECK(clause.passed == passed[clause.clause]);
        CHECK(clause.failed == failed[clause.clause]);
        CHECK(clause.open == open[clause.clause]);
    }
}

TEST_CASE("What a report cites of events and quotas is counted with its verdict")
{
    std::size_t looked_at = 0;
    for (const CoverageCase& one : run().cases()) {
        if (one.report == nullptr) continue;
        const Tree report = parsed(report_json(*one.report));
        std::vector<std::pair<std::string, std::string>> cited;
        for (Node initiative : children(report.root().get("initiatives"))) collect(initiative.get("events"), cited);
        for (Node unit : children(report.root().get("units"))) collect(unit.get("quota"), cited);
        const std::vector<ClauseCoverage> counted = coverage(book(), {one});
        for (const auto& [clause, verdict] : cited) {
            if (book().clause(clause) == nullptr) continue;
            const ClauseCoverage& found = of(counted, clause);
            CHECK((verdict == "pass" ? found.passed : verdict == "fail" ? found.failed : found.open) == 1);
            ++looked_at;
        }
    }
    CHECK(looked_at > 150);
}

TEST_CASE("The demo season covers what its report decides, and names nobody's area that is not in it")
{
    const std::vector<ClauseCoverage> found = coverage(book(), {{"demo", &demo::report(), {}}});
    CHECK(of(found, "934.3.1").passed == 1);
    CHECK(of(found, "934.3.1").failed == 1);
    CHECK(of(found, "934.3.2").failed == 1);
    CHECK(of(found, "934.2").cases == std::vector<std::string>{"demo"});
    CHECK(of(found, "934.0").cases.empty());
}

TEST_CASE("A name that stands in no list is refused by the whole list")
{
    const auto refused = [](const char* pointer) {
        return coverage(book(), {{"x", nullptr, {{ErrorId::unknown_name, {"season", pointer, {}}, {}}}}});
    };
    for (const char* area : {"934.2.a", "934.2.dd", "934.2.h"}) {
        CHECK(of(refused("/initiatives/3/area"), area).failed == 1);
        CHECK(of(refused("/initiatives/3/level"), area).failed == 0);
    }
    CHECK(of(refused("/units/0/kind"), "934.3.1").failed == 1);
    CHECK(of(refused("/initiatives/0/events/1/by"), "934.4").failed == 1);
    CHECK(of(refused("/duties/0/duty"), "934.4").cases.empty());
}
