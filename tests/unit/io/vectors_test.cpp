// Vectors of rulebooks: those shipped hold, a changed expectation is found at its line, a changed rule by some vector.
#include <functional>
#include <map>
#include <set>

#include <sangkien/io/vectors.hpp>

#include "texts.hpp"
#include "thinned.hpp"

using namespace texts;

namespace {

const std::string& vectors(const std::string& id) { return rulebook("vectors/" + id); }

const std::vector<Rulebook>& loaded(const std::string& id)
{
    static std::map<std::string, Rules> rules;
    if (rules.find(id) == rules.end()) rules.emplace(id, load_rules({id}));
    return rules.at(id).rulebooks();
}

std::vector<Problem> problems_of_vectors(const std::string& text, const std::string& id = "gia-vien-934")
{
    return run_vectors(text, "v.json", loaded(id)).problems;
}

std::string shown(const std::vector<Problem>& problems)
{
    std::string out;
    for (const Problem& problem : problems) out += message(problem, Language::en) + "\n";
    return out;
}

// A file of one vector about dispatch 934.
std::string one_vector(const std::string& season, const std::string& expect, const std::string& more = {})
{
    return R"({ "vectors": 1, "rulebook": "gia-vien-934", "as-of": "2025-10-10T08:00+07:00", "cases": [
  { "id": "one", "vi": "v", "en": "e", )" +
           more + R"("season": )" + season + R"(,
    "expect": )" +
           expect + " } ] }";
}

const char filed[] =
    R"({ "initiatives": [{ "area": "c", "level": "city", "events": ["file unit-head 2025-09-24T08:00+07:00"] }],
      "opened": "2025-09-19" })";

void each_leaf(Node node, const std::function<void(Node)>& call)
{
    if (!node.first()) call(node);
    for (Node child : children(node)) each_leaf(child, call);
}

}  // namespace

TEST_CASE("The vectors of every shipped rulebook that has any hold, and those that decide have some")
{
    std::set<std::string> with;
    for (const std::string& id : builtin_rulebooks()) {
        const std::string text = builtin_vectors(id);
        if (text.empty()) continue;
        with.insert(id);
        const VectorsRun run = run_vectors(text, id, loaded(id));
        INFO(id << "\n" << shown(run.problems));
        CHECK(run.problems.empty());
        CHECK(run.rulebook == id);
        CHECK(!run.vectors.empty());
    }
    CHECK(with == std::set<std::string>{"charter-13-2012", "civil-code-2015", "council-da-nang-465",
                                        "council-illustrative", "council-thai-nguyen", "council-tuyen-quang-270",
                                        "council-vpqh-1109", "gia-vien-934", "index-illustrative"});
}

constexpr std::size_t stride = thinned(25);

TEST_CASE("Each expectation of dispatch 934, when it is changed, is told at its line and column and nothing else is")
{
    const std::string& text = vectors("gia-vien-934");
    const Tree tree = parsed(text);
    std::size_t changed = 0, seen = 0;
    for (Node one : children(tree.root().get("cases")))
        each_leaf(one.get("expect"), [&](Node leaf) {
            if (leaf.is(Kind::list) || seen++ % stride != 0) return;
            const std::size_t at = offset_of(text, leaf.mark());
            const std::size_t size =
                leaf.is(Kind::text) ? leaf.text().size() + 2 : std::string_view(leaf.text()).size();
            std::string edited = text;
            if (leaf.is(Kind::boolean))
                edited.replace(at, leaf.boolean() ? 4 : 5, leaf.boolean() ? "false" : "true");
            else if (leaf.is(Kind::null))
                edited.replace(at, 4, "\"something\"");
            else
                edited.replace(at, size, leaf.is(Kind::text) ? "\"another\"" : "77");
            // Of a list the whole is compared.
            const Node told = leaf.parent().is(Kind::list) ? leaf.parent() : leaf;
            const std::vector<Problem> problems = problems_of_vectors(edited);
            INFO(told.path() << "\n" << shown(problems));
            REQUIRE(problems.size() == 1);
            CHECK(problems[0].id == ErrorId::vector_differs);
            CHECK(problems[0].place.file == "v.json");
            CHECK(problems[0].place.mark.line == told.mark().line);
            CHECK(problems[0].place.mark.column == told.mark().column);
            ++changed;
        });
    CHECK(changed > 150 / stride);
}

TEST_CASE("A path that leads nowhere is no value that happens to be empty")
{
    const auto got = [](const std::string& expect) { return problems_of_vectors(one_vector(filed, expect)); };
    CHECK(shown(got(R"({ "initiatives.SK-1.state": "filed" })")).empty());
    CHECK(shown(got(R"({ "initiatives.0.state.id": "filed", "initiatives.SK-1.score.total": null })")).empty());
    CHECK(shown(got(R"({ "initiatives": { "SK-1": { "events": { "0": { "verdict": "pass" } } } } })")).empty());
    for (const char* nowhere : {"initiatives.SK-2.state", "initiatives.SK-1.scor.total", "initiatives.SK-1.state.x"}) {
        const std::vector<Problem> problems = got("{ \"" + std::string(nowhere) + "\": null }");
        REQUIRE(problems.size() == 1);
        CHECK(detail_of(problems[0], "got") == "nothing");
        CHECK(detail_of(problems[0], "path") == nowhere);
    }
}

TEST_CASE("Numbers are compared by value, lists whole and in order")
{
    const char season[] = R"({ "opened": "2025-09-19", "units": [{ "id": "u-1" }, { "id": "u-2" }] })";
    const auto told = [&](const std::string& expect) {
        return problems_of_vectors(one_vector(season, "{ \"units.u-1.quota.one-per-unit\": " + expect + " }")).size();
    };
    CHECK(told(R"({ "owed": 1, "counted": 0, "missing": "1" })") == 0);
    CHECK(told(R"({ "owed": 1.0, "counted": "0" })") == 0);
    CHECK(told(R"({ "owed": 2 })") == 1);
    CHECK(told(R"({ "findings": ["quota-short"] })") == 0);
    CHECK(told(R"({ "findings": [] })") == 1);
    CHECK(told(R"({ "findings": ["quota-short", "quota-short"] })") == 1);
    CHECK(told(R"({ "verdict": true })") == 1);
}

TEST_CASE("A vector that cannot be evaluated says why, at the value that stands in the way")
{
    const auto only = [](const std::string& text) {
        const std::vector<Problem> problems = problems_of_vectors(text);
        INFO(shown(problems));
        REQUIRE(problems.size() == 1);
        return problems[0];
    };
    const std::string file(filed);
    // The area that is not listed, in the season as it is written.
    Problem problem = only(one_vector(replaced(file, "\"c\"", "\"i\""), "{}"));
    CHECK(problem.id == ErrorId::vector_not_evaluated);
    CHECK(problem.place.pointer == "/cases/0/season/initiatives/0/area");
    CHECK(detail_of(problem, "why").find("SK1308") == 0);
    problem = only(one_vector(replaced(file, "file unit-head", "file nobody"), "{}"));
    CHECK(problem.place.pointer == "/cases/0/season/initiatives/0/events/0");
    // What cannot be filled in is refused as it stands, not passed over.
    for (const char* wrong : {R"({ "initiatives": [5] })", R"({ "initiatives": "SK-1" })", R"({ "units": ["u-1"] })",
                              R"({ "initiatives": [{ "events": "file" }] })", R"({ "ballots": "SK-1 p-1 agree" })"}) {
        INFO(wrong);
        const std::vector<Problem> found = problems_of_vectors(one_vector(wrong, "{}"));
        REQUIRE(!found.empty());
        CHECK(detail_of(found[0], "why").find("SK1003") == 0);
    }
    problem = only(one_vector(file, "{}", R"("with": ["council-none"], )"));
    CHECK(problem.id == ErrorId::vector_not_evaluated);
    CHECK(problem.place.pointer == "/cases/0/with");
    CHECK(detail_of(problem, "why").find("SK1501") == 0);
}

TEST_CASE("A season that must be refused is refused for just what is expected")
{
    const std::string season = replaced(std::string(filed), "\"c\"", "\"i\"");
    CHECK(problems_of_vectors(one_vector(season, R"({ "errors": ["SK1308 /initiatives/0/area"] })")).empty());
    for (const char* other :
         {"[]", R"(["SK1308 /initiatives/0/level"])", R"(["SK1308 /initiatives/0/area", "SK1001 "])"})
        CHECK(brief(problems_of_vectors(one_vector(season, R"({ "errors": )" + std::string(other) + " }")))[0].find(
                  "SK1670 ") == 0);
    CHECK(brief(problems_of_vectors(one_vector(filed, R"({ "errors": ["SK1308 /initiatives/0/area"] })"))).size() == 1);
}

TEST_CASE("A vector touches the clauses it is about")
{
    const auto told = [](const char* clauses) {
        return brief(problems_of_vectors(one_vector(filed, "{}", R"("clauses": )" + std::string(clauses) + ", ")));
    };
    CHECK(told(R"(["934.3.2", "934.1.2"])").empty());
    CHECK(told(R"(["934.3.2", "934.0"])") == std::vector<std::string>{"SK1672 2:63 /cases/0/clauses/1"});
    CHECK(told(R"(["934.9"])") == std::vector<std::string>{"SK1502 2:52 /cases/0/clauses/0"});
}

TEST_CASE("What is wrong with a file of vectors is told like that of any file")
{
    const std::string good = one_vector(filed, "{}");
    CHECK(problems_of_vectors(good).empty());
    CHECK(brief(problems_of_vectors("{")).front().find("SK1001") == 0);
    CHECK(brief(problems_of_vectors(replaced(good, "\"gia-vien-934\"", "\"gia-vien-935\""))).front().find("SK1501") ==
          0);
    CHECK(brief(problems_of_vectors(replaced(good, "\"expect\"", "\"expects\""))).size() == 2);
    CHECK(brief(problems_of_vectors(replaced(good, "\"as-of\"", "\"note\""))).front().find("SK1004") == 0);
    CHECK(brief(problems_of_vectors(replaced(good, "\"vectors\": 1", "\"vectors\": 2"))).front().find("SK1009") == 0);
}

TEST_CASE("A rulebook beside which there are no vectors has none")
{
    CHECK(vectors_of("vn-civil-service").text.empty());
    CHECK(vectors_of(in_checkout("src/rulebooks/vn-civil-service.json")).text.empty());
    CHECK(vectors_of(in_checkout("src/rulebooks/gia-vien-934.json")).text == vectors("gia-vien-934"));
    CHECK(vectors_of("gia-vien-934").text == vectors("gia-vien-934"));
}
