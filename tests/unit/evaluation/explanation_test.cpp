// Explanations: every value of a report has one, and it says what the report says.
#include <sangkien/evaluation/explanation.hpp>
#include <sangkien/io/explanation_json.hpp>
#include <sangkien/io/explanation_text.hpp>
#include <sangkien/io/json_writer.hpp>

#include <functional>
#include <set>

#include "demo.hpp"
#include "thinned.hpp"

using namespace sangkien;

namespace {

Explanation explained(std::string_view path) { return explain(demo::rules(), demo::season(), demo::report(), path); }

const Explanation& whole()
{
    static const Explanation out = explained("");
    return out;
}

const Tree& demo_json()
{
    static const Tree out = texts::parsed(report_json(demo::report()));
    return out;
}

void each_node(const Explanation& node, const std::function<void(const Explanation&)>& look)
{
    look(node);
    for (const Explanation& child : node.children) each_node(child, look);
}

void each_value(Node node, const std::function<void(Node)>& look)
{
    look(node);
    for (Node child : children(node)) each_value(child, look);
}

std::string json_of(const Datum& value)
{
    JsonWriter out;
    out.value(value);
    return out.take();
}

std::string json_of(Node node)
{
    if (node.is(Kind::boolean)) return node.boolean() ? "true" : "false";
    if (node.is(Kind::number)) return std::string(node.text());
    return json_of(Datum(std::string(node.text())));
}

bool is_verdict(std::string_view key)
{
    return key == "verdict" || key == "decision" || key == "kept" || key == "chosen" || key == "complete" ||
           key == "passed";
}

// What is wrong with the explanation of one value; empty: nothing.
std::string fault_of(Node node, const Explanation& why)
{
    if (why.path != node.place().pointer) return "its path is " + why.path;
    if (why.title.vi.empty() || why.title.en.empty()) return "it has no title";
    if (node.is(Kind::list)) {
        const auto* names = why.value ? std::get_if<std::vector<Name>>(&*why.value) : nullptr;
        return !why.value || (names != nullptr && names->size() == node.size()) ? "" : "a list has a value";
    }
    if (node.is(Kind::object)) {
        const Name* name = why.value ? std::get_if<Name>(&*why.value) : nullptr;
        const bool named = node.get("id") && (node.size() == 1 || node.get("vi"));
        return !named || (name != nullptr && name->id == node.get("id").text()) ? "" : "its value is another";
    }
    if (node.is(Kind::null)) return why.value ? "null has a value" : "";
    if (!why.value) return "it has no value";
    if (json_of(*why.value) != json_of(node)) return "its value is " + json_of(*why.value);
    if (is_verdict(node.key()) && (!why.verdict || word(*why.verdict) != node.text())) return "its verdict differs";
    return "";
}

Node at_pointer(Node from, std::string_view pointer)
{
    while (!pointer.empty() && from) {
        const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
        const std::string part(pointer.substr(1, end - 1));
        Node next;
        if (from.is(Kind::object)) next = from.get(part);
        if (from.is(Kind::list))
            for (Node child : children(from))
                if (std::to_string(child.position()) == part) next = child;
        from = next;
        pointer.remove_prefix(end);
    }
    return from;
}

std::vector<Problem> faults(std::string_view path)
{
    return texts::problems_of([&] { explained(path); });
}

}  // namespace

TEST_CASE("Every value of the demo report has an explanation that says the same")
{
    std::size_t seen = 0, looked_at = 0;
    std::vector<std::string> wrong;
    each_value(demo_json().root(), [&](Node node) {
        if (seen++ % thinned(11) != 0) return;
        const std::string path = node.place().pointer;
        // Every value of every kind; of the index, which is long and alike, that of every fifth unit.
        if (path.compare(0, 7, "/units/") == 0 && path.find("/index/components") != std::string::npos &&
            std::stoi(path.substr(7)) % 5 != 0)
            return;
        ++looked_at;
        std::string fault;
        try {
            fault = path.empty() ? "" : fault_of(node, explained(path));
        } catch (const Error& error) {
            fault = error.what();
        }
        if (!fault.empty()) wrong.push_back(path + ": " + fault);
    });
    for (std::size_t i = 0; i < std::min<std::size_t>(wrong.size(), 20); ++i) UNSCOPED_INFO(wrong[i]);
    CHECK(wrong.empty());
    CHECK(looked_at > 15000 / thinned(11));
}

TEST_CASE("Reports of other moments and rules are explained as well")
{
    const std::vector<std::pair<const char*, const char*>> cases{{"demo-2025-09-24", "2025-09-24T23:59:59+07:00"},
                                                                 {"demo-2025-09-20", "2025-09-20T08:00:00+07:00"}};
    for (const auto& [name, at] : cases) {
        const Report report = evaluate(demo::rules(), demo::season(), parse_instant(at));
        const Tree json = texts::parsed(report_json(report));
        std::size_t count = 0;
        each_value(json.root(), [&](Node node) {
            const std::string path = node.place().pointer;
            if (path.empty() || ++count % 23 != 0) return;
            INFO(name << " " << path);
            CHECK(fault_of(node, explain(demo::rules(), demo::season(), report, path)).empty());
        });
    }
}

TEST_CASE("Tracks and the duties of an initiative are explained, value by value")
{
    const char ward_file[] = "tests/cases/duties-of-events/ward-duties.json";
    const std::vector<std::pair<std::string, std::vector<std::string>>> cases{
        {"procedure-tracks", {"gia-vien-934", "procedure-illustrative"}}, {"duties-of-events", {}}};
    for (const auto& [name, books] : cases) {
        const std::string folder = "tests/cases/" + name + "/";
        const Rules rules =
            books.empty() ? load_rules_text({texts::read_file(texts::in_checkout(ward_file))}) : load_rules(books);
        const Season season = texts::read_season(texts::read_file(texts::in_checkout(folder + "season.json")), "s");
        const Report report = evaluate(rules, season, parse_instant("2025-10-03T17:00:00+07:00"));
        const Tree json = texts::parsed(report_json(report));
        std::size_t beside = 0;
        each_value(json.root(), [&](Node node) {
            const std::string path = node.place().pointer;
            const bool duty = path.find("/duties/") != std::string::npos && path.compare(0, 12, "/initiatives") == 0;
            if (!duty && path.find("/tracks/") == std::string::npos) return;
            ++beside;
            // What is said of a duty is more than pass or fail.
            if (duty && node.key() == "verdict" && path.find("/findings/") == std::string::npos) return;
            INFO(name << " " << path);
            CHECK(fault_of(node, explain(rules, season, report, path)) == "");
        });
        CHECK(beside > 40);
    }
    const Rules rules = load_rules(cases.front().second);
    const Season season = texts::read_season(
        texts::read_file(texts::in_checkout("tests/cases/procedure-tracks/season.json")), "season.json");
    const Report report = evaluate(rules, season, parse_instant("2025-10-03T17:00:00+07:00"));
    const Explanation city = explain(rules, season, report, "initiatives.SK-01.tracks.replication");
    CHECK(city.of == Explained::track);
    // A duty that is over stands among what is not met.
    const Rules ward = load_rules_text({texts::read_file(texts::in_checkout(ward_file))});
    const Season duties =
        texts::read_season(texts::read_file(texts::in_checkout("tests/cases/duties-of-events/season.json")), "s");
    const Explanation unmet =
        explain_unmet(ward, duties, evaluate(ward, duties, parse_instant("2025-09-09T08:00:00+07:00")));
    std::vector<std::string> over;
    for (const Explanation& node : unmet.children)
        if (node.of == Explained::open_duty) over.push_back(node.path + " " + node.id);
    CHECK(over == std::vector<std::string>{"/initiatives/0/duties/2 answer-supplement"});
    CHECK(city.title.en == "Track \"Replication\": \"Replicated\"");
    REQUIRE(city.rule);
    CHECK(city.rule->path == "tracks.replication");
    CHECK(city.sentence.en.find("Replicate") != std::string::npos);
}

TEST_CASE("Every verdict in the tree is that of the report")
{
    std::size_t findings = 0;
    each_node(whole(), [&](const Explanation& node) {
        if (node.path.empty() || !node.verdict) return;
        const Node told = at_pointer(demo_json().root(), node.path);
        INFO(node.path);
        REQUIRE(told);
        for (const char* key : {"verdict", "decision", "kept", "chosen", "complete", "passed"})
            if (told.get(key)) CHECK(told.get(key).text() == word(*node.verdict));
        if (node.of != Explained::finding) return;
        ++findings;
        CHECK(told.get("id").text() == node.id);
        CHECK(told.get("message").get("vi").text() == node.sentence.vi);
    });
    CHECK(findings > 1000);
}

TEST_CASE("Every clause in the tree stands in a loaded rulebook, with its words and the paper's number")
{
    std::set<std::string> clauses;
    each_node(whole(), [&](const Explanation& node) {
        for (const Ground& ground : node.grounds) {
            INFO(node.path << " " << ground.citation.rulebook << " " << ground.citation.clause);
            CHECK(demo::rules().rulebook(ground.citation.rulebook) != nullptr);
            bool known = false;
            for (const Rulebook& book : demo::rules().rulebooks())
                if (const Clause* clause = book.clause(ground.citation.clause)) {
                    known = true;
                    const std::string start = ground.text.vi.substr(0, 20);
                    CHECK(clause->text.vi.compare(0, start.size(), start) == 0);
                    CHECK(book.layer == ground.paper_layer);
                }
            CHECK(known);
            CHECK_FALSE(ground.number.empty());
            CHECK(ground.text.vi.size() < 400);
            clauses.insert(ground.citation.clause);
        }
    });
    CHECK(clauses.size() > 25);
}

TEST_CASE("Every rule in the tree stands at a line of a rulebook")
{
    each_node(whole(), [&](const Explanation& node) {
        if (!node.rule) return;
        INFO(node.path << " " << node.rule->path);
        CHECK(node.rule->path.find("..") == std::string::npos);
        CHECK(node.rule->path.back() != '.');
        const bool silent = node.id == "rule-silent" || node.of == Explained::silence || node.id == "counts-open";
        CHECK((silent || node.rule->mark.line > 0));
    });
}

TEST_CASE("A refusal's tree has every unmet condition, and what would lift it")
{
    std::size_t unmet = 0;
    const Explanation all = explain_unmet(demo::rules(), demo::season(), demo::report());
    std::set<std::string> in_all;
    each_node(all, [&](const Explanation& node) { in_all.insert(node.path); });
    const auto has = [&](const Explanation& tree, const std::string& path, const Finding& finding) {
        bool found = false;
        each_node(tree, [&](const Explanation& node) {
            if (node.path != path) return;
            found = true;
            CHECK(node.sentence.en == message(finding, Language::en));
            CHECK(node.lift.has_value() == finding.lift.has_value());
            if (node.lift) CHECK(node.lift->how.vi == finding.lift->how.vi);
        });
        INFO(path);
        CHECK(found);
        CHECK(in_all.count(path) == 1);
        ++unmet;
    };
    for (std::size_t i = 0; i < demo::report().initiatives.size(); ++i) {
        const InitiativeReport& of = demo::report().initiatives[i];
        const Explanation state = explained("/initiatives/" + of.id + "/state");
        for (std::size_t e = 0; e < of.events.size(); ++e)
            for (std::size_t f = 0; f < of.events[e].findings.size() && of.events[e].verdict != Truth::pass; ++f)
                has(state,
                    "/initiatives/" + std::to_string(i) + "/events/" + std::to_string(e) + "/findings/" +
                        std::to_string(f),
                    of.events[e].findings[f]);
    }
    for (std::size_t u = 0; u < demo::report().units.size(); ++u) {
        const UnitReport& of = demo::report().units[u];
        for (std::size_t q = 0; q < of.quota.size(); ++q) {
            const Explanation quota = explained("/units/" + of.name.id + "/quota/" + of.quota[q].rule);
            for (std::size_t f = 0; f < of.quota[q].findings.size() && of.quota[q].verdict != Truth::pass; ++f)
                has(quota,
                    "/units/" + std::to_string(u) + "/quota/" + std::to_string(q) + "/findings/" + std::to_string(f),
                    of.quota[q].findings[f]);
        }
    }
    CHECK(unmet > 15);
}

TEST_CASE("Texts hold no empty places, in either language")
{
    for (const Language language : {Language::vi, Language::en}) {
        const std::string text =
            explanation_text(whole(), language) +
            explanation_text(explain_unmet(demo::rules(), demo::season(), demo::report()), language);
        for (const char* hole : {"{", "}", "[]", "()", "«»", "\"\"", " ,", ": .", ": ;", ";;", ".. "}) {
            const std::size_t at = text.find(hole);
            INFO(hole << ": " << (at == std::string::npos ? "" : text.substr(at < 200 ? 0 : at - 200, 300)));
            CHECK(at == std::string::npos);
        }
        CHECK(text.size() > 100000);
    }
}

TEST_CASE("An id stands in place of a position, and dots in place of slashes")
{
    const std::string by_position = explanation_json(explained("/initiatives/4/events/0/findings/0"));
    for (const char* path : {"/initiatives/SK-05/events/0/findings/0", "initiatives.SK-05.events.file.findings.late",
                             "/initiatives/SK-05/events/file/findings/late", "initiatives.4.events.0.findings.0"})
        CHECK(explanation_json(explained(path)) == by_position);
    CHECK(explained("choices.schedule.ward-submission.bound").value.has_value());
    CHECK(explained("/choices/schedule.ward-submission.bound").id == "schedule.ward-submission.bound");
    CHECK(explained("/units/u-12/index/components/initiatives").of == Explained::component);
    CHECK(explained("/index").children.size() == demo::report().units.size());
    CHECK(explained("/").of == Explained::report);
}

TEST_CASE("A path that leads nowhere names the nearest that does")
{
    const auto nearest_to = [](const char* path) {
        const std::vector<Problem> found = faults(path);
        REQUIRE(found.size() == 1);
        CHECK(found[0].id == ErrorId::unknown_name);
        return found[0].place.pointer + " " + texts::detail_of(found[0], "nearest");
    };
    CHECK(nearest_to("/initiative") == "/initiative initiatives");
    CHECK(nearest_to("/initiatives/SK-5/state") == "/initiatives/SK-5 SK-05");
    CHECK(nearest_to("/initiatives/SK-05/stat") == "/initiatives/4/stat state");
    CHECK(nearest_to("/initiatives/SK-05/events/0/findings/0/value") ==
          "/initiatives/4/events/0/findings/0/value values");
    CHECK(nearest_to("units.u-12.quota.one-per-units") == "/units/11/quota/one-per-units one-per-unit");
    CHECK(nearest_to("/milestones/ward-submision/deadline") == "/milestones/ward-submision ward-submission");
    // Deeper than a value, past the end of a list.
    for (const char* path : {"/as_of/day", "/initiatives/25", "/initiatives/0/score/total/x", "/todo/-1", "/ranking/x"})
        CHECK(faults(path).size() == 1);
}

TEST_CASE("An id that several items bear stands for none of them")
{
    const std::string score = "/initiatives/SK-01/score/findings/";
    CHECK(faults(score + "minimum-met").size() == 1);
    CHECK(explained(score + "vote-passed").id == "vote-passed");
}

TEST_CASE("Why SK-05 was refused: rule, clause, reading, deadline, fact")
{
    const Explanation state = explained("/initiatives/SK-05/state");
    REQUIRE(state.children.size() == 1);
    const Explanation& event = state.children[0];
    CHECK(event.rule->path == "lifecycle.transitions.file");
    CHECK(event.rule->file == "gia-vien-934.json");
    CHECK(event.stated->pointer == "/initiatives/4/events/0");
    const std::string& season = texts::demo_season();
    CHECK(season.compare(texts::offset_of(season, event.stated->mark), 8, "{ \"on\": ") == 0);
    const Explanation& late = event.children[0];
    CHECK(late.id == "late");
    CHECK(late.rule->path == "schedule.ward-submission");
    REQUIRE(late.grounds.size() == 1);
    CHECK(late.grounds[0].number == "934/UBND-VHXH");
    CHECK(late.grounds[0].layer == Layer::ward);
    CHECK(late.grounds[0].text.en.find("before 25 September each year") != std::string::npos);
    CHECK(late.choices[0].path == "schedule.ward-submission.bound");
    CHECK(late.choices[0].offered == std::vector<std::string>{"before", "by"});
    CHECK_FALSE(late.lift->possible);
    REQUIRE(late.children.size() == 1);
    CHECK(late.children[0].of == Explained::deadline);
    CHECK(late.children[0].children.size() == 3);
}

TEST_CASE("A total is explained by ballots and criteria, and they give it")
{
    for (const InitiativeReport& initiative : demo::report().initiatives) {
        if (!initiative.score.total) continue;
        const Explanation total = explained("/initiatives/" + initiative.id + "/score/total");
        Ratio of_ballots(0), of_criteria(0);
        std::int64_t ballots = 0;
        for (const Explanation& part : total.children) {
            if (part.of == Explained::ballot) {
                of_ballots = of_ballots + std::get<Ratio>(*part.value);
                ++ballots;
                CHECK(part.stated->mark.line > 0);
            }
            if (part.of == Explained::criterion)
                for (const Argument& value : part.values)
                    if (value.key == std::string_view("points"))
                        of_criteria = of_criteria + std::get<Ratio>(value.value);
        }
        CHECK(of_ballots / Ratio(ballots) == *initiative.score.total);
        CHECK(of_criteria == *initiative.score.total);
    }
}

TEST_CASE("A reading that the season picked is told, with its place in the season")
{
    const std::string text = texts::replaced(texts::demo_season(), "\"initiatives\": [",
                                             "\"choices\": { \"schedule.ward-submission.bound\": \"by\" },\n"
                                             "  \"initiatives\": [");
    const Season season = read_season(text, "season.json");
    const Report report = evaluate(demo::rules(), season, texts::demo_evening());
    const Explanation choice = explain(demo::rules(), season, report, "choices.schedule.ward-submission.bound");
    CHECK(choice.sentence.en.find("The season picked \"by\"") == 0);
    CHECK(text.compare(texts::offset_of(text, choice.stated->mark), 4, "\"by\"") == 0);
    const Explanation file = explain(demo::rules(), season, report, "/initiatives/SK-05/events/0/findings/0");
    CHECK(file.verdict == Truth::pass);
    CHECK(file.choices[0].chosen_by == "season");
}

TEST_CASE("Where nothing is refused, that is said")
{
    const Rules rules = load_rules({"charter-13-2012", "gia-vien-934"});
    const Season season = read_season(R"({"season": 1, "id": "s", "year": 2025, "opened": "2025-09-19",
        "rulebooks": ["gia-vien-934"], "units": [], "initiatives": []})");
    const Report report = evaluate(rules, season, parse_instant("2025-09-20T08:00+07:00"));
    const Explanation why = explain_unmet(rules, season, report);
    CHECK(why.children.empty());
    CHECK(why.sentence.en == "Nothing is refused, unmet or open.");
}
