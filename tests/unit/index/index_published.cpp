// A published worked example: the scores of Asian and European countries that COINr 1.0 prints in its page "Presenting
// Results" (bluefoxr/COINr, docs/articles/results.html): two sub-indices, of five pillars and of three, all of equal weight.
#include "../catch.hpp"

#include <sangkien/index/index_ranks.hpp>
#include <sangkien/io/index_table.hpp>
#include <sangkien/io/json_reader.hpp>

using namespace sangkien;

namespace {

struct Published {
    const char* country;
    const char* group;
    int rank, group_rank;
    const char *index, *connectivity, *sustainability;
    const char* pillars[8];
};

// Rounded to hundredths as they are printed. Ranks within groups of income are of all 51 countries, of which these six
// are the first: in each group the order of those that are here.
const Published published[] = {
    {"CHE",
     "XL",
     1,
     1,
     "68.38",
     "62.79",
     "73.98",
     {"63.41", "32.87", "74.78", "85.94", "56.93", "77.21", "87.85", "56.88"}},
    {"NLD",
     "XL",
     2,
     2,
     "64.82",
     "61.94",
     "67.70",
     {"64.87", "46.62", "84.55", "71.74", "41.92", "58.73", "86.58", "57.78"}},
    {"DNK",
     "XL",
     3,
     3,
     "64.80",
     "57.10",
     "72.51",
     {"50.52", "30.43", "78.13", "75.35", "51.04", "69.83", "86.40", "61.29"}},
    {"NOR",
     "XL",
     4,
     4,
     "64.47",
     "57.44",
     "71.50",
     {"58.18", "25.70", "80.03", "89.46", "33.80", "70.90", "87.00", "56.59"}},
    {"BEL",
     "L",
     5,
     1,
     "63.54",
     "63.99",
     "63.09",
     {"71.97", "48.22", "80.84", "75.60", "43.32", "53.01", "86.17", "50.09"}},
    {"SWE",
     "XL",
     6,
     5,
     "63.00",
     "53.87",
     "72.12",
     {"51.51", "23.87", "80.98", "74.51", "38.50", "66.37", "87.74", "62.27"}},
};
const char* const pillars[8] = {"physical", "finance",     "political", "institutions",
                                "people",   "environment", "social",    "economy"};

// A pillar from 0 to 100 is a survey's mean on that scale; a half of 100 points over five pillars, a half over three.
IndexTree countries()
{
    const auto pillar = [](const char* id, const char* max) {
        return "\"" + std::string(id) + "\": { \"max\": \"" + max +
               R"(", "input": "survey", "scale": { "low": 0, "high": 100 }, "score": "survey" })";
    };
    std::string halves[2];
    for (int i = 0; i < 8; ++i) {
        std::string& half = halves[i < 5 ? 0 : 1];
        half += (half.empty() ? "" : ", ") + pillar(pillars[i], i < 5 ? "10" : "50/3");
    }
    Problems problems;
    const Tree tree =
        read_json(R"({ "index": { "of": "unit", "edition": "ASEM", "whole": 100, "ties": "skip", "areas": {
        "connectivity": { "max": 50, "components": { )" +
                      halves[0] + R"( } },
        "sustainability": { "max": 50, "components": { )" +
                      halves[1] + " } } } } }",
                  "asem.json", problems);
    IndexTree out = compile_index(tree.root().get("index"), tree.root().get("states"), problems);
    problems.throw_if_any();
    return out;
}

bool within(Ratio value, Ratio of, Ratio limit) { return value - of <= limit && of - value <= limit; }

}  // namespace

TEST_CASE("The published scores and ranks of six countries come out, to the last printed digit")
{
    const IndexTree tree = countries();
    std::string rows = "office,group,component,value\n";
    for (const Published& each : published)
        for (int i = 0; i < 8; ++i)
            rows += std::string(each.country) + "," + each.group + "," + pillars[i] + "," + each.pillars[i] + "\n";
    Problems problems;
    const IndexTable table = read_index_table(rows, "asem.csv", tree, problems);
    check_index_table(tree, table, problems);
    REQUIRE(problems.empty());
    const std::vector<Scorecard> cards = score_table(tree, table);
    const std::vector<OfficeRank> ranks = rank_offices(tree, cards), group_ranks = rank_offices(tree, cards, true);
    REQUIRE(cards.size() == 6);
    for (std::size_t i = 0; i < 6; ++i) {
        // Figure and result are each off by at most half a hundredth.
        const Ratio hundredth(1, 100);
        CHECK(within(cards[i].total, parse_ratio(published[i].index), hundredth));
        CHECK(within(cards[i].nodes[0].points * Ratio(2), parse_ratio(published[i].connectivity), hundredth));
        CHECK(within(cards[i].nodes[1].points * Ratio(2), parse_ratio(published[i].sustainability), hundredth));
        CHECK(ranks[i].best == published[i].rank);
        CHECK(ranks[i].worst == published[i].rank);
        CHECK(group_ranks[i].best == published[i].group_rank);
    }
}
