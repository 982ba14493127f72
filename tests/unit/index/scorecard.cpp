// Offices scored from a table: depth, every function, missing figures, rounds, and what is wrong with a table.
#include "../catch.hpp"

#include <sangkien/index/index_ranks.hpp>
#include <sangkien/io/index_table.hpp>
#include <sangkien/io/json_reader.hpp>
#include <sangkien/io/loader.hpp>

using namespace sangkien;

namespace {

// 100 points, three levels deep; each function stands once.
const char deep[] =
    R"({ "states": {}, "index": { "of": "unit", "edition": "thử", "whole": 100, "missing": "undetermined", "clamped": true,
  "years": { "first": 2025, "last": 2026 },
  "rounds": { "self": { "deadline": "2026-01-10T17:00:00+07:00" }, "appraised-1": { "deadline": "2026-01-20T17:00:00+07:00" },
    "explained": { "optional": true }, "final": {} },
  "areas": {
    "a": { "max": 60, "criteria": {
      "a1": { "max": 40, "criteria": {
        "a11": { "max": 25, "components": {
          "steps": { "max": 10, "input": "count", "score": { "steps": [ { "from": 0, "points": 0 }, { "from": 2, "points": 10 } ] } },
          "share": { "max": 15, "input": "rate", "without-evidence": "zero", "score": { "proportion": { "floor": "0.5" } } } } },
        "a12": { "max": 15, "components": {
          "line": { "max": 15, "input": "rate", "score": { "linear": [ { "at": "0.5", "points": 0 }, { "at": "0.8", "points": 9 }, { "at": 1, "points": 15 } ] } } } } } },
      "a2": { "max": 20, "components": {
        "breaches": { "max": 20, "input": "count", "missing": "zero", "score": { "deduction": { "each": 3 } } } } } } },
    "b": { "max": 40, "components": {
      "yes": { "max": 5, "input": "yes-no", "score": "yes-no" },
      "survey": { "max": 20, "input": "survey", "scale": { "low": 1, "high": 5 }, "missing": "excluded", "score": "survey" },
      "given": { "max": 15, "input": "points", "score": "given" } } } },
  "bonus": { "praise": { "max": 2, "input": "count", "missing": "zero", "score": { "steps": [ { "from": 0, "points": 0 }, { "from": 1, "points": 2 } ] } } },
  "penalty": { "late": { "max": 5, "input": "points", "missing": "zero", "score": "given" } } } })";

std::string wrong_of(Problems& problems)
{
    try {
        problems.throw_if_any();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

IndexTree compiled(const std::string& text, std::string* wrong = nullptr)
{
    Problems problems;
    const Tree tree = read_json(text, "rules.json", problems);
    IndexTree out = compile_index(tree.root().get("index"), tree.root().get("states"), problems);
    const std::string told = wrong_of(problems);
    if (wrong != nullptr)
        *wrong = told;
    else
        CHECK(told == "");
    return out;
}

std::string swapped(std::string text, const std::string& from, const std::string& to)
{
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

IndexTable read(const IndexTree& tree, const std::string& rows, std::string* wrong = nullptr)
{
    Problems problems;
    IndexTable table = read_index_table("office,component,round,value,evidence,year\n" + rows, "t.csv", tree, problems);
    check_index_table(tree, table, problems);
    const std::string told = wrong_of(problems);
    if (wrong != nullptr)
        *wrong = told;
    else
        CHECK(told == "");
    return table;
}

std::string wrong_table(const std::string& rows)
{
    std::string told;
    read(compiled(deep), rows, &told);
    return told;
}

bool has(const std::string& text, const std::string& part)
{
    CAPTURE(text, part);
    CHECK(text.find(part) != std::string::npos);
    return text.find(part) != std::string::npos;
}

// Every figure of one office in one round.
const char full[] =
    "p,steps,self,2,,\np,share,self,80%,BC-1,\np,line,self,\"0,9\",,\np,breaches,self,2,,\np,yes,self,có,,\n"
    "p,survey,self,4,,\np,given,self,12.5,,\n";

}  // namespace

TEST_CASE("An office's points are exact at every depth, with every function")
{
    const IndexTree tree = compiled(deep);
    REQUIRE(tree.nodes.size() == 6);  // a, a1, a11, a12, a2, b
    CHECK(tree.nodes[3].depth == 2);
    const std::vector<Scorecard> cards = score_table(tree, read(tree, full));
    REQUIRE(cards.size() == 1);
    const Scorecard& card = cards[0];
    const char* points[] = {"10", "12", "12", "14", "5", "15", "12.5", "0", "0"};
    for (std::size_t i = 0; i < card.lines.size(); ++i) CHECK(card.lines[i].points.value().text() == points[i]);
    const char* nodes[] = {"48", "34", "22", "12", "14", "32.5"};
    for (std::size_t i = 0; i < card.nodes.size(); ++i) CHECK(card.nodes[i].points.text() == nodes[i]);
    CHECK(card.total.text() == "80.5");
    CHECK(card.base.lost.text() == "19.5");
    CHECK(card.complete);
    CHECK(card.lines[2].lost.text() == "3");
    CHECK(card.lines[2].reason == LostReason::figure);
    CHECK(card.lines[0].reason == LostReason::nothing);
}

TEST_CASE("A missing survey is left out and the base brought up to the whole")
{
    const IndexTree tree = compiled(deep);
    const std::string rows = swapped(full, "p,survey,self,4,,\n", "");
    const Scorecard card = score_table(tree, read(tree, rows)).at(0);
    CHECK(card.base.max.text() == "80");
    CHECK(card.scaled == Ratio(655, 8));  // 65.5 of 80 as of 100
    CHECK(card.total == Ratio(655, 8));
    CHECK(card.complete);
    CHECK(card.lines[5].reason == LostReason::excluded);
}

TEST_CASE("A missing figure is a zero or open, as its rule says; one without evidence likewise")
{
    const IndexTree tree = compiled(deep);
    const std::string zero = swapped(full, "p,breaches,self,2,,\n", "");
    const Scorecard none = score_table(tree, read(tree, zero)).at(0);
    CHECK(none.total.text() == "66.5");
    CHECK(none.lines[3].reason == LostReason::missing);
    CHECK(none.complete);
    const Scorecard open = score_table(tree, read(tree, swapped(full, "p,given,self,12.5", "p,given,self,"))).at(0);
    CHECK(open.total.text() == "68");
    CHECK(open.open.text() == "15");
    CHECK_FALSE(open.complete);
    CHECK(open.lines[6].reason == LostReason::undetermined);
    const Scorecard bare = score_table(tree, read(tree, swapped(full, "BC-1", ""))).at(0);
    CHECK(bare.lines[1].reason == LostReason::no_evidence);
    CHECK(bare.total.text() == "68.5");
}

TEST_CASE("Bonus and penalty stand beside the base, and the total stays within the whole where the rule says so")
{
    const IndexTree tree = compiled(deep);
    const Scorecard card =
        score_table(tree, read(tree, std::string(full) + "p,praise,self,3,,\np,late,self,4,,\n")).at(0);
    CHECK(card.bonus.text() == "2");
    CHECK(card.penalty.text() == "4");
    CHECK(card.total.text() == "78.5");
    const Scorecard low =
        score_table(tree, read(tree,
                               "q,steps,self,0,,\nq,share,self,0,x,\nq,line,self,0,,\nq,breaches,self,9,,\n"
                               "q,yes,self,0,,\nq,survey,self,1,,\nq,given,self,0,,\nq,late,self,5,,\n"))
            .at(0);
    CHECK(low.total == Ratio(0));
    CHECK(low.complete);
}

TEST_CASE("The latest round holds, and two rounds differ with their lines")
{
    const IndexTree tree = compiled(deep);
    const IndexTable table = read(tree, std::string(full) + "p,given,appraised-1,10,KL-3,\np,yes,appraised-1,1,,\n");
    CHECK(score_table(tree, table).at(0).total.text() == "78");
    CHECK(score_table(tree, table, "self").at(0).total.text() == "80.5");
    const std::vector<RoundDifference> found = round_differences(tree, table, "self", "appraised-1");
    REQUIRE(found.size() == 1);
    CHECK(found[0].from.text() == "12.5");
    CHECK(found[0].to.text() == "10");
    CHECK(table.rows[found[0].to_row].mark.line == 9);
    CHECK(table.rows[found[0].to_row].evidence == "KL-3");
}

TEST_CASE("Each fault of a table is told once, with line and column")
{
    CHECK(has(wrong_table("p,given,self,15.5,,\n"), "SK1205 t.csv:2:14"));
    CHECK(has(wrong_table("p,surveys,self,3,,\n"), "did you mean \"survey\""));
    CHECK(has(wrong_table("p,survey,slef,3,,\n"), "SK1308 t.csv:2:10"));
    CHECK(has(wrong_table("p,yes,,1,,\n"), "SK1308 t.csv:2:7"));
    CHECK(has(wrong_table("p,survey,self,5.5,,\n"), "from 1 to 5"));
    CHECK(has(wrong_table("p,yes,self,1,,\np,yes,self,0,,\n"), "SK1302 t.csv:3:1"));
    CHECK(wrong_table("p,yes,self,1,,2025\np,yes,self,0,,2026\n") == "");
    CHECK(has(wrong_table("p,yes,self,1,,2027\n"), "SK1372 t.csv:2:15"));
    CHECK(has(wrong_table("p,share,self,many,,\n"), "SK1204 t.csv:2:14"));
    CHECK(has(wrong_table("p,yes,final,1,,\np,yes,self,1,,\n"), "SK1370 t.csv:2:7"));
    CHECK(wrong_table("p,yes,self,1,,\np,yes,appraised-1,1,,\np,yes,final,1,,\n") == "");  // explained is optional
    CHECK(has(wrong_table(",yes,self,1,,\n"), "SK1010 t.csv:2:1"));
}

TEST_CASE("A figure of a locked round may not change")
{
    const IndexTree tree = compiled(deep);
    const IndexTable before = read(tree, full);
    const auto told = [&](const std::string& rows, const char* at) {
        Problems problems;
        check_locked_rounds(tree, before, read(tree, rows), parse_instant(at), problems);
        return wrong_of(problems);
    };
    const std::string other = swapped(full, "p,yes,self,có", "p,yes,self,no");
    CHECK(told(other, "2026-01-10T16:59:59+07:00") == "");
    CHECK(has(told(other, "2026-01-10T17:00:00+07:00"), "SK1371 t.csv:6:12"));
    CHECK(has(told(swapped(full, "p,yes,self,có,,\n", ""), "2026-01-11T00:00:00+07:00"), "SK1371"));
    CHECK(has(told(std::string(full) + "q,yes,self,1,,\n", "2026-01-11T00:00:00+07:00"), "SK1371 t.csv:9:1"));
    CHECK(told(std::string(full) + "p,yes,appraised-1,1,,\n", "2026-01-11T00:00:00+07:00") == "");
}

TEST_CASE("What is wrong with a deep index is told at its place")
{
    std::string told;
    compiled(swapped(deep, "\"a12\": { \"max\": 15", "\"a12\": { \"max\": 14"), &told);
    CHECK(has(told, "SK1510"));
    CHECK(has(told, "/index/areas/a/criteria/a1/criteria/a12/max"));
    compiled(swapped(deep, "2026-01-20", "2026-01-09"), &told);
    CHECK(has(told, "SK1373"));
    compiled(swapped(deep, "\"at\": 1, ", "\"at\": \"0.7\", "), &told);
    CHECK(has(told, "SK1518"));
    compiled(swapped(deep, "\"high\": 5", "\"high\": 1"), &told);
    CHECK(has(told, "SK1205"));
    compiled(swapped(deep, "\"each\": 3", "\"each\": 21"), &told);
    CHECK(has(told, "SK1205"));
    compiled(swapped(deep, "\"score\": \"survey\"", "\"score\": \"given\""), &told);
    CHECK(has(told, "SK1007"));
    compiled(swapped(deep, "\"praise\"", "\"given\""), &told);
    CHECK(has(told, "SK1302"));
}

TEST_CASE("Ranks are what the declared ties say, open totals open them, and each group has its own table")
{
    const auto ranks = [](const std::vector<std::pair<int, int>>& totals, const std::string& ties,
                          bool groups = false) {
        IndexTree tree;
        tree.ties = ties == "skip" ? TieRule::skip : ties == "dense" ? TieRule::dense : TieRule::undeclared;
        tree.classes = {{{"A", {}}, Ratio(80), {}}, {{"B", {}}, Ratio(0), {}}};
        std::vector<Scorecard> cards(totals.size());
        for (std::size_t i = 0; i < totals.size(); ++i) {
            cards[i].total = Ratio(totals[i].first);
            cards[i].open = Ratio(totals[i].second);
            cards[i].group = i % 2 == 0 ? "ward" : "commune";
        }
        std::string out;
        for (const OfficeRank& rank : rank_offices(tree, cards, groups))
            out +=
                std::to_string(rank.best) + "-" + std::to_string(rank.worst) + rank.lowest.id + rank.highest.id + " ";
        return out;
    };
    CHECK(ranks({{90, 0}, {90, 0}, {80, 0}, {79, 0}}, "skip") == "1-1AA 1-1AA 3-3AA 4-4BB ");
    CHECK(ranks({{90, 0}, {90, 0}, {80, 0}, {79, 0}}, "dense") == "1-1AA 1-1AA 2-2AA 3-3BB ");
    CHECK(ranks({{90, 0}, {90, 0}, {80, 0}, {79, 0}}, "") == "1-2AA 1-2AA 3-3AA 4-4BB ");
    CHECK(ranks({{90, 0}, {70, 30}, {60, 0}}, "skip") == "1-2AA 1-2BA 3-3BB ");
    CHECK(ranks({{90, 0}, {95, 0}, {80, 0}, {79, 0}}, "skip", true) == "1-1AA 1-1AA 2-2AA 2-2BB ");
}

TEST_CASE("The published points of 2022 add up, a hundredth above the published total, whose parts were rounded")
{
    const Rules rules = load_rules({"index-par-2022-summary"});
    const IndexTree& tree = index_in_force(rules, parse_day("2022-12-31"));
    Problems problems;
    const IndexTable table = read_index_table(
        "office,component,value,year\nninh-thuan,appraisal-points,\"54,2\",2022\n"
        "ninh-thuan,sipas,8.23,2022\nninh-thuan,leaders-survey,18.05,2022\n"
        "ninh-thuan,socio-economic,5.31,2022\n",
        "t.csv", tree, problems);
    check_index_table(tree, table, problems);
    CHECK(wrong_of(problems) == "");
    const Scorecard card = score_table(tree, table).at(0);
    CHECK(card.nodes[0].points.text() == "54.2");
    CHECK(card.nodes[0].max.text() == "61.5");
    CHECK(card.nodes[1].points.text() == "31.59");
    CHECK(card.nodes[1].max.text() == "38.5");
    CHECK(card.total.text() == "85.79");
    CHECK(card.total - parse_ratio("85.78") <= Ratio(4, 200));  // each of four is off by at most half a hundredth
}
