// Years and editions beside each other: what is compared, what is not and why, and that nothing is dropped.
#include "../catch.hpp"

#include <algorithm>

#include <sangkien/index/index_years.hpp>
#include <sangkien/io/index_mapping.hpp>
#include <sangkien/io/index_table.hpp>
#include <sangkien/io/json_reader.hpp>

#include "../random.hpp"

using namespace sangkien;

namespace {

const char steps_ten[] = R"({ "steps": [ { "from": 0, "points": 0 }, { "from": 2, "points": 10 } ] })";
const char steps_twenty[] = R"({ "steps": [ { "from": 0, "points": 0 }, { "from": 2, "points": 20 } ] })";
const char steps_other[] = R"({ "steps": [ { "from": 0, "points": 0 }, { "from": 3, "points": 10 } ] })";

std::string component(const std::string& id, int max, const std::string& input, const std::string& score,
                      const std::string& more = {})
{
    return "\"" + id + "\": { \"max\": " + std::to_string(max) + ", \"input\": \"" + input + "\", " + more +
           "\"score\": " + score + " }";
}

// Areas a and b of components each.
IndexTree edition(const std::string& a, int max_a, const std::string& b, int max_b, const std::string& more = {})
{
    const std::string text = R"({ "states": {}, "index": { "of": "unit", "edition": "e", "whole": )" +
                             std::to_string(max_a + max_b) + more + R"(, "areas": { "a": { "max": )" +
                             std::to_string(max_a) + R"(, "components": { )" + a + R"( } }, "b": { "max": )" +
                             std::to_string(max_b) + R"(, "components": { )" + b + " } } } } }";
    Problems problems;
    const Tree tree = read_json(text, "rules.json", problems);
    IndexTree out = compile_index(tree.root().get("index"), tree.root().get("states"), problems);
    problems.throw_if_any();
    return out;
}

std::vector<Scorecard> scored(const IndexTree& tree, const std::string& rows)
{
    Problems problems;
    const IndexTable table = read_index_table("office,group,year,component,value\n" + rows, "t.csv", tree, problems);
    check_index_table(tree, table, problems);
    problems.throw_if_any();
    return score_table(tree, table);
}

// "kind before>after change share-change why"; ids joined by +.
std::string told(const IndexTree& before, const IndexTree& after, const YearLine& line)
{
    const auto ids = [&](const IndexTree& tree, const YearSide& side) {
        std::string out;
        for (const std::size_t at : side.of) {
            if (!out.empty()) out += '+';
            out += line.kind == YearLineKind::node ? tree.nodes[at].name.id
                   : at < tree.components.size()   ? tree.components[at].name.id
                                                   : tree.beside[at - tree.components.size()].name.id;
        }
        return out;
    };
    const auto text = [](const std::optional<Ratio>& value) { return value ? " " + value->text() : std::string(" -"); };
    return std::string(word(line.kind)) + " " + ids(before, line.before) + ">" + ids(after, line.after) + " " +
           line.before.points.text() + ">" + line.after.points.text() + text(line.change) + text(line.share_change) +
           (line.why == NotCompared::no ? "" : std::string(" ") + word(line.why)) + (line.declared ? " declared" : "");
}

std::vector<std::string> lines_of(const IndexTree& before, const std::string& rows_before, const IndexTree& after,
                                  const std::string& rows_after, const IndexMapping& mapping = {})
{
    const std::vector<YearComparison> all =
        compare_years(before, scored(before, rows_before), after, scored(after, rows_after), mapping);
    REQUIRE(all.size() == 1);
    std::vector<std::string> out;
    for (const YearLine& line : all[0].lines) out.push_back(told(before, after, line));
    return out;
}

std::string wrong_mapping(const std::string& text)
{
    const IndexTree tree =
        edition(component("files", 10, "count", steps_ten), 10, component("given", 10, "points", "\"given\""), 10);
    Problems problems;
    read_index_mapping(text, "m", tree, tree, problems);
    try {
        problems.throw_if_any();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("One edition over two years: points and shares, each office with itself")
{
    const IndexTree tree =
        edition(component("files", 10, "count", steps_ten), 10, component("given", 40, "points", "\"given\""), 40);
    CHECK(lines_of(tree, "x,w,2025,files,1\nx,w,2025,given,20\n", tree, "x,w,2026,files,2\nx,w,2026,given,15\n") ==
          std::vector<std::string>{"total > 20>25 5 0.1", "node a>a 0>10 10 1", "node b>b 20>15 -5 -0.125",
                                   "base files>files 0>10 10 1", "base given>given 20>15 -5 -0.125"});
}

TEST_CASE("Another maximum is compared as points and as share; another function, scale, input or side is not compared")
{
    const IndexTree old =
        edition(component("files", 10, "count", steps_ten) + "," + component("other", 10, "count", steps_ten), 20,
                component("mood", 10, "survey", "\"survey\"", R"("scale": { "low": 1, "high": 5 }, )") + "," +
                    component("kind", 10, "yes-no", "\"yes-no\""),
                20, R"(, "bonus": { "extra": { "max": 2, "input": "yes-no", "score": "yes-no" } })");
    const IndexTree fresh =
        edition(component("files", 20, "count", steps_twenty) + "," + component("other", 10, "count", steps_other), 30,
                component("mood", 10, "survey", "\"survey\"", R"("scale": { "low": 1, "high": 10 }, )") + "," +
                    component("kind", 10, "points", "\"given\""),
                20, R"(, "penalty": { "extra": { "max": 2, "input": "yes-no", "score": "yes-no" } })");
    const std::string rows = "x,w,2025,files,2\nx,w,2025,other,2\nx,w,2025,mood,3\nx,w,2025,kind,1\nx,w,2025,extra,1\n";
    const std::vector<std::string> lines = lines_of(old, rows, fresh, rows);
    CHECK(lines == std::vector<std::string>{"total > 37>191/9 - - content", "node a>a 20>20 - - content",
                                            "node b>b 15>29/9 - - content", "base files>files 10>20 10 0",
                                            "base other>other 10>0 - - function", "base mood>mood 5>20/9 - - scale",
                                            "base kind>kind 10>1 - - input", "bonus extra>extra 2>-2 - - side"});
}

TEST_CASE("A mapping joins, splits and renames; what nothing stands for is told with its points")
{
    const IndexTree old =
        edition(component("one", 10, "points", "\"given\"") + "," + component("two", 10, "points", "\"given\""), 20,
                component("gone", 10, "points", "\"given\"") + "," + component("whole", 20, "points", "\"given\""), 30);
    const IndexTree fresh =
        edition(component("both", 20, "points", "\"given\""), 20,
                component("left", 10, "points", "\"given\"") + "," + component("right", 10, "points", "\"given\"") +
                    "," + component("new", 10, "points", "\"given\""),
                30);
    const IndexMapping mapping = {{"one", "both"}, {"two", "both"}, {"whole", "left"}, {"whole", "right"}};
    const std::string before = "x,w,2025,one,4\nx,w,2025,two,5\nx,w,2025,gone,6\nx,w,2025,whole,12\n";
    const std::string after = "x,w,2026,both,10\nx,w,2026,left,7\nx,w,2026,right,8\nx,w,2026,new,9\n";
    const std::vector<std::string> lines = lines_of(old, before, fresh, after, mapping);
    CHECK(lines == std::vector<std::string>{"total > 27>34 - - content", "node a>a 9>10 1 0.05",
                                            "node b>b 18>24 - - content", "base one+two>both 9>10 1 0.05",
                                            "base gone> 6>0 - - no-counterpart", "base whole>left+right 12>15 3 0.15",
                                            "base >new 0>9 - - no-counterpart"});
    IndexMapping more = mapping;
    more.push_back({"b", "b"});
    CHECK(lines_of(old, before, fresh, after, more)[2] == "node b>b 18>24 6 0.2 declared");
    // Without the mapping nothing stands for anything; with "gone" named as ended, "gone" of the later edition is new.
    for (const std::string& line : lines_of(old, before, fresh, after))
        if (line.rfind("base", 0) == 0) CHECK(line.find("no-counterpart") != std::string::npos);
    CHECK(lines_of(old, before, old, before, {{"gone", ""}})[7] == "base >gone 0>6 - - no-counterpart");
}

TEST_CASE("Missing figures: open, left out, or treated in another way in the other edition")
{
    const auto tree = [](const std::string& missing) {
        return edition(component("files", 10, "count", steps_ten, missing), 10,
                       component("given", 10, "points", "\"given\""), 10);
    };
    const IndexTree open = tree(""), zero = tree(R"("missing": "zero", )"),
                    excluded = tree(R"("missing": "excluded", )");
    const std::string with = "x,w,2025,given,5\nx,w,2025,files,2\n", without = "x,w,2026,given,5\n";
    CHECK(lines_of(open, with, open, without)[3] == "base files>files 10>0 - - undetermined");
    CHECK(lines_of(open, with, open, without)[0] == "total > 15>5 - - undetermined");
    CHECK(lines_of(zero, with, zero, without)[3] == "base files>files 10>0 -10 -1");
    CHECK(lines_of(open, with, zero, without)[3] == "base files>files 10>0 - - missing-rule");
    CHECK(lines_of(open, with, zero, with)[3] == "base files>files 10>10 0 0");
    const std::vector<std::string> lines = lines_of(excluded, with, excluded, without);
    CHECK(lines[0] == "total > 15>10 - - content");
    CHECK(lines[3] == "base files>files 10>0 - - excluded");
    CHECK(lines[5] == "settled > 0>5 - - content");  // 5 of 10 brought up to 10 of 20
}

TEST_CASE("Offices that are new, gone or in another group; years of one office")
{
    const IndexTree tree =
        edition(component("files", 10, "count", steps_ten), 10, component("given", 10, "points", "\"given\""), 10);
    const auto pairs = [&](const std::string& before, const std::string& after) {
        std::string out;
        const std::vector<Scorecard> first = scored(tree, before), second = scored(tree, after);
        for (const YearComparison& one : compare_years(tree, first, tree, second)) {
            const auto year = [](const std::vector<Scorecard>& cards, std::size_t at) {
                return at == YearComparison::no_card ? std::string("-") : std::to_string(cards[at].year);
            };
            out += one.office + year(first, one.before) + ">" + year(second, one.after) + word(one.lines[0].why) + ":" +
                   word(one.group_rank) + " ";
        }
        return out;
    };
    const std::string figures[] = {",given,5\n", ",files,2\n"};
    const auto rows = [&](const std::string& head) { return head + figures[0] + head + figures[1]; };
    CHECK(pairs(rows("x,ward,2025"), rows("x,ward,2026")) == "x2025>2026: ");
    CHECK(pairs(rows("x,commune,2025"), rows("x,ward,2026")) == "x2025>2026:group ");
    CHECK(pairs(rows("x,ward,2025") + rows("y,ward,2025"), rows("x,ward,2026") + rows("z,ward,2026")) ==
          "x2025>2026: y2025>-office-gone:office-gone z->2026office-new:office-new ");
    // The same year in both tables: only the same years are compared.
    CHECK(pairs(rows("x,ward,2025") + rows("y,ward,2024"), rows("x,ward,2025") + rows("y,ward,2026")) ==
          "x2025>2025: y2024>-office-gone:office-gone y->2026office-new:office-new ");
    CHECK(pairs(rows("x,ward,2024") + rows("x,ward,2025"), rows("x,ward,2026")) ==
          "x2024>-office-gone:office-gone x2025>-office-gone:office-gone x->2026office-new:office-new ");
}

TEST_CASE("The cards of one year are taken; a year that no card is of is refused with those that there are")
{
    const IndexTree tree =
        edition(component("files", 10, "count", steps_ten), 10, component("given", 10, "points", "\"given\""), 10);
    const std::vector<Scorecard> cards =
        scored(tree, "x,,2024,files,1\ny,,2025,files,2\nx,,2025,files,3\nz,,2026,files,1\n");
    std::string out;
    for (const Scorecard& card : cards_of_year(cards, 2025)) out += card.office + std::to_string(card.year) + " ";
    CHECK(out == "y2025 x2025 ");
    CHECK(cards_of_year(cards, 0).size() == 4);
    try {
        cards_of_year(cards, 2027, "t.csv");
        FAIL("2027 was taken");
    } catch (const Error& error) {
        REQUIRE(error.problems().size() == 1);
        const std::string text = message(error.problems()[0], Language::en);
        CHECK(text.substr(0, 12) == "SK1308 t.csv");
        CHECK(text.find("2024, 2025, 2026") != std::string::npos);
    }
}

TEST_CASE("What is compared and what is not add up to the total of each year, and every component is in one line")
{
    test::Random random(7);
    int apart = 0, compared = 0;
    for (int round = 0; round < 300; ++round) {
        std::vector<std::string> ids[2];
        const auto any_edition = [&](std::vector<std::string>& in) {
            std::string areas[2];
            int max[2] = {0, 0};
            for (int i = 0; i < 8; ++i) {
                if (random.once_in(3)) continue;
                const std::string id(1, static_cast<char>('p' + i));
                const int area = static_cast<int>(random.between(0, 1));
                const bool given = !random.once_in(4);
                const std::string more = random.once_in(4)   ? R"("missing": "excluded", )"
                                         : random.once_in(3) ? R"("missing": "zero", )"
                                                             : "";
                areas[area] +=
                    (areas[area].empty() ? "" : ",") +
                    component(id, 10, given ? "points" : "rate", given ? "\"given\"" : R"({ "proportion": {} })", more);
                max[area] += 10;
                in.push_back(id);
            }
            for (int area = 0; area < 2; ++area)
                if (areas[area].empty()) {
                    in.push_back("only" + std::to_string(area));
                    areas[area] = component(in.back(), 10, "points", "\"given\"");
                    max[area] = 10;
                }
            in.push_back("plus");
            in.push_back("minus");
            return edition(areas[0], max[0], areas[1], max[1],
                           std::string(random.once_in(2) ? R"(, "clamped": true)" : "") +
                               R"(, "bonus": { "plus": { "max": 5, "input": "points", "score": "given" } },
                               "penalty": { "minus": { "max": 5, "input": "points", "score": "given" } })");
        };
        const IndexTree before = any_edition(ids[0]), after = any_edition(ids[1]);
        const auto rows = [&](const std::vector<std::string>& of, const char* year) {
            std::string out;
            for (const char* office : {"x", "y", "z"})
                for (const std::string& id : of)
                    if (random.once_in(10, 7))
                        out += std::string(office) + ",w," + year + "," + id + "," +
                               (id.size() == 1 ? "0." + std::to_string(random.between(0, 9))
                                               : std::to_string(random.between(0, 5))) +
                               "\n";
            return out;
        };
        IndexMapping mapping;
        for (int i = 0; i < 4; ++i) {
            const auto any = [&](const std::vector<std::string>& of) {
                return of[static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(of.size()) - 1))];
            };
            mapping.push_back({any(ids[0]), any(ids[1])});
        }
        const std::vector<Scorecard> first = scored(before, rows(ids[0], "2025")),
                                     second = scored(after, rows(ids[1], "2026"));
        for (const YearComparison& one : compare_years(before, first, after, second, mapping)) {
            const bool has_before = one.before != YearComparison::no_card,
                       has_after = one.after != YearComparison::no_card;
            if (has_before) CHECK(one.compared_before + one.apart_before == first[one.before].total);
            if (has_after) CHECK(one.compared_after + one.apart_after == second[one.after].total);
            std::vector<int> seen[2] = {std::vector<int>(ids[0].size()), std::vector<int>(ids[1].size())};
            for (const YearLine& line : one.lines) {
                if (line.kind == YearLineKind::total || line.kind == YearLineKind::node) continue;
                for (const std::size_t at : line.before.of) ++seen[0][at];
                for (const std::size_t at : line.after.of) ++seen[1][at];
                (line.why == NotCompared::no ? compared : apart) += 1;
                CHECK(line.change.has_value() == (line.why == NotCompared::no));
            }
            // Without scaling and clamping nothing is left to settle.
            const auto plain = [](const IndexTree& tree, const Scorecard& card) {
                return !tree.clamped && card.base.max == tree.whole;
            };
            const YearLine& last = one.lines.back();
            if (last.kind == YearLineKind::settled && has_before && plain(before, first[one.before]))
                CHECK(last.before.points == Ratio(0));
            if (last.kind == YearLineKind::settled && has_after && plain(after, second[one.after]))
                CHECK(last.after.points == Ratio(0));
            for (const auto& side : seen)
                CHECK(std::count(side.begin(), side.end(), 1) == static_cast<std::ptrdiff_t>(side.size()));
        }
    }
    CHECK(compared > 500);
    CHECK(apart > 500);
}

TEST_CASE("A mapping is read from CSV and JSON, and each fault of it is told with its place")
{
    const IndexTree tree =
        edition(component("files", 10, "count", steps_ten), 10, component("given", 10, "points", "\"given\""), 10);
    for (const char* text :
         {"from,to\nfiles,given\na,b\ngiven,\n,files\n",
          R"([{"from": "files", "to": "given"}, {"from": "a", "to": "b"}, {"from": "given"}, {"to": "files"}])"}) {
        Problems problems;
        const IndexMapping mapping = read_index_mapping(text, "m", tree, tree, problems);
        CHECK(problems.empty());
        std::string out;
        for (const IndexCounterpart& one : mapping) out += one.from + ">" + one.to + " ";
        CHECK(out == "files>given a>b given> >files ");
    }
    const auto starts = [](const std::string& text, const std::string& with) {
        CHECK(text.substr(0, with.size()) == with);
    };
    starts(wrong_mapping("from,to\nfiles,givne\n"), "SK1308 m:2:7");
    CHECK(wrong_mapping("from,to\nfiles,givne\n").find("given") != std::string::npos);
    starts(wrong_mapping("from,to\nfile,given\n"), "SK1308 m:2:1");
    starts(wrong_mapping("from,to\nfiles,a\n"), "SK1308 m:2:7");  // a component is no area
    starts(wrong_mapping("from,to\nfiles,given\nfiles,given\n"), "SK1302 m:3:1");
    starts(wrong_mapping("from,to\nfiles,\nfiles,given\n"), "SK1302 m:3:1");
    starts(wrong_mapping("from\nfiles\n"), "SK1014 m:1:1");
    starts(wrong_mapping("from,to\n,\n"), "SK1010 m:2:1");
    starts(wrong_mapping(R"([{"from": "files", "too": "given"}])"), "SK1002 m:1");
    starts(wrong_mapping(R"({"files": "given"})"), "SK1003 m:1");
}
