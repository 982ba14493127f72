// What if, rivals and the cheapest way, against plain trials of everything.
#include "../catch.hpp"
#include "../random.hpp"
#include "../thinned.hpp"

#include <sangkien/io/json_reader.hpp>
#include <sangkien/io/what_if_text.hpp>

#include <algorithm>

using namespace sangkien;
using test::Random;

namespace {

std::string tree_text(const std::string& ties, const std::string& clamped)
{
    return R"({ "states": {}, "index": { "of": "unit", "edition": "thử", "whole": 100, "missing": "undetermined", "clamped": )" +
           clamped + ties + R"(,
  "classes": { "good": { "from": 70 }, "fair": { "from": 40 }, "short": { "from": 0 } },
  "areas": {
    "a": { "max": 60, "components": {
      "steps": { "max": 20, "input": "count", "score": { "steps": [ { "from": 0, "points": 0 }, { "from": 2, "points": 12 }, { "from": 3, "points": 20 } ] } },
      "share": { "max": 25, "input": "rate", "without-evidence": "zero", "score": { "proportion": { "floor": "0.5" } } },
      "breaches": { "max": 15, "input": "count", "missing": "zero", "score": { "deduction": { "each": 4 } } } } },
    "b": { "max": 40, "components": {
      "yes": { "max": 10, "input": "yes-no", "score": "yes-no" },
      "survey": { "max": 30, "input": "survey", "scale": { "low": 1, "high": 5 }, "missing": "excluded", "score": "survey" } } } },
  "bonus": { "praise": { "max": 6, "input": "points", "missing": "zero", "score": "given" } },
  "penalty": { "late": { "max": 9, "input": "points", "missing": "zero", "score": "given" } } } })";
}

IndexTree tree_of(const char* ties = "\"skip\"", bool clamped = true)
{
    const std::string rule = *ties == 0 ? "" : std::string(R"(, "ties": )") + ties;
    Problems problems;
    const Tree tree = read_json(tree_text(rule, clamped ? "true" : "false"), "rules.json", problems);
    IndexTree out = compile_index(tree.root().get("index"), tree.root().get("states"), problems);
    problems.throw_if_any();
    return out;
}

const char* const components[] = {"steps", "share", "breaches", "yes", "survey", "praise", "late"};

// A figure in the range of its component.
Ratio figure(Random& random, const std::string& component)
{
    if (component == "share") return Ratio(random.between(0, 20), 20);
    if (component == "yes") return Ratio(random.between(0, 1));
    if (component == "survey") return Ratio(random.between(10, 50), 10);
    if (component == "praise") return Ratio(random.between(0, 12), 2);
    if (component == "late") return Ratio(random.between(0, 9));
    return Ratio(random.between(0, 4));
}

IndexTable table_of(Random& random, int offices)
{
    IndexTable out;
    for (int office = 0; office < offices; ++office)
        for (const char* component : components) {
            if (random.once_in(4)) continue;
            IndexFigure row;
            row.office = "o" + std::to_string(office);
            row.component = component;
            row.stated = true;
            row.value = figure(random, component);
            row.evidence = random.once_in(3) ? "" : "e";
            row.mark = {static_cast<std::uint32_t>(out.rows.size()) + 2, 1};
            out.rows.push_back(row);
        }
    IndexFigure last;  // every office is there
    for (int office = 0; office < offices; ++office) {
        last.office = "o" + std::to_string(office);
        last.component = "yes";
        const auto has = [&](const IndexFigure& row) { return row.office == last.office && row.component == "yes"; };
        if (std::none_of(out.rows.begin(), out.rows.end(), has)) out.rows.push_back(last);
    }
    return out;
}

bool wrong(Problems& problems) { return !problems.empty(); }

const Scorecard& card_of(const std::vector<Scorecard>& cards, const std::string& office)
{
    return *std::find_if(cards.begin(), cards.end(), [&](const Scorecard& card) { return card.office == office; });
}

}  // namespace

TEST_CASE("A supposed figure takes the place of the one that holds, and nothing else moves but ranks")
{
    const IndexTree tree = tree_of();
    Random random(934);
    for (int trial = 0; trial < 300; ++trial) {
        const IndexTable table = table_of(random, 5);
        const std::string component = components[random.between(0, 6)],
                          office = "o" + std::to_string(random.between(0, 4));
        const Ratio value = figure(random, component);
        const std::vector<Supposition> wishes{{office, 0, component, value, false, {}}};
        Problems problems;
        check_suppositions(tree, table, wishes, "", problems);
        REQUIRE_FALSE(wrong(problems));
        // The same written by hand.
        IndexTable by_hand = table;
        const auto row = std::find_if(by_hand.rows.begin(), by_hand.rows.end(), [&](const IndexFigure& one) {
            return one.office == office && one.component == component && one.stated;
        });
        if (row != by_hand.rows.end())
            row->value = value;
        else
            by_hand.rows.push_back({office, "", component, "", true, value, "e", 0, {}, {}, {}, {}, {}});
        const std::vector<Scorecard> before = score_table(tree, table), after = score_table(tree, by_hand),
                                     found = score_table(tree, supposed_table(tree, table, wishes));
        const std::vector<OfficeRank> ranks = rank_offices(tree, before), then = rank_offices(tree, after);
        std::size_t changed = 0;
        for (std::size_t i = 0; i < found.size(); ++i) {
            CHECK(found[i].total == after[i].total);
            CHECK(found[i].open == after[i].open);
            changed += before[i].total != after[i].total || before[i].open != after[i].open ||
                       ranks[i].best != then[i].best || ranks[i].worst != then[i].worst;
        }
        const std::vector<CardChange> changes = card_changes(tree, before, found);
        CHECK(changes.size() >= changed);
        for (const CardChange& one : changes) {
            CHECK(one.rank_after.best == then[one.card].best);
            CHECK((one.lines.empty() || before[one.card].office == office));
            Ratio sum;
            for (const LineChange& line : one.lines)
                if (component_of(tree, line.before).side == IndexSide::base &&
                    line.before.reason != LostReason::excluded && line.after.reason != LostReason::excluded)
                    sum = sum + line.after.least - line.before.least;
            if (before[one.card].base.max == found[one.card].base.max)
                CHECK(sum == found[one.card].base.points - before[one.card].base.points);
        }
    }
}

TEST_CASE("A figure can be added to, dropped, and is told when it leaves its range or nobody knows it")
{
    const IndexTree tree = tree_of();
    Random random(2);
    const IndexTable table = [&] {
        IndexTable out = table_of(random, 1);
        out.rows.clear();
        out.rows.push_back({"a.b", "", "steps", "", true, Ratio(2), "e", 0, {}, {}, {}, {}, {}});
        return out;
    }();
    const auto points = [&](const char* text) {
        Problems problems;
        const Supposition wish = read_supposition(text, tree, "--set", problems);
        check_suppositions(tree, table, {wish}, "--set", problems);
        problems.throw_if_any();
        return score_table(tree, supposed_table(tree, table, {wish}))[0].lines[0].points;
    };
    CHECK(points("a.b.steps=+1") == Ratio(20));
    CHECK(points("a.b.steps=-1") == Ratio(0));
    CHECK(points("a.b.steps=3") == Ratio(20));
    CHECK_FALSE(points("a.b.steps="));
    const auto told = [&](const char* text) -> std::string {
        try {
            points(text);
        } catch (const Error& error) {
            return code(error.problems().front().id);
        }
        return "";
    };
    CHECK(told("a.b.steps=-3") == "SK1205");
    CHECK(told("a.b.yes=0.5") == "SK1204");
    CHECK(told("a.b.step=1") == "SK1308");
    CHECK(told("a.steps=1") == "SK1308");
    CHECK(told("steps") == "SK1004");
    CHECK(told("a.b.steps=two") == "SK1204");
}

TEST_CASE("Rivals: what a rank needs and how far it is safe are what trying every total says")
{
    Random random(11);
    for (const char* ties : {"\"skip\"", "\"dense\"", ""}) {
        const IndexTree tree = tree_of(ties);
        for (int trial = 0; trial < 200; ++trial) {
            std::vector<Scorecard> cards(static_cast<std::size_t>(random.between(1, 6)));
            for (std::size_t i = 0; i < cards.size(); ++i) {
                cards[i].office = "o" + std::to_string(i);
                cards[i].total = Ratio(random.between(0, 8));
                if (random.once_in(3) && *ties != '"') cards[i].open = Ratio(random.between(0, 3));
            }
            cards[0].open = Ratio(0);
            const Rivals found = rivals(tree, cards, 0);
            const auto worst = [&](Ratio total) {
                std::vector<Scorecard> with = cards;
                with[0].total = total;
                return rank_offices(tree, with)[0].worst;
            };
            CHECK(found.rank == worst(cards[0].total));
            for (std::int64_t rank = 1; rank <= 7; ++rank) {
                const RankNeeds needs = needs_for_rank(tree, cards, 0, rank);
                for (int halves = -1; halves <= 24; ++halves) {
                    const Ratio total(halves, 2);
                    const bool met = !needs.total || (needs.more ? *needs.total < total : *needs.total <= total);
                    CHECK(met == (worst(total) <= rank));
                }
            }
            for (int halves = 0; halves <= 20; ++halves) {
                const Ratio lost(halves, 2);
                const bool kept = worst(cards[0].total - lost) == found.rank;
                const bool told = !found.safe || (found.safe_less ? lost < *found.safe : lost <= *found.safe);
                CHECK(told == kept);
            }
            CHECK(found.needed.has_value() == (found.rank > 1));
        }
    }
}

TEST_CASE("The cheapest way is the cheapest of all sets of actions, and every one that is as cheap is told")
{
    Random random(45);
    int reached = 0, ties = 0;
    for (int trial = 0; trial < static_cast<int>(400 / thinned(8)); ++trial) {
        const IndexTree tree = tree_of("\"skip\"", trial % 2 == 0);
        const IndexTable table = table_of(random, 2);
        const std::vector<Scorecard> cards = score_table(tree, table);
        const Scorecard& office = card_of(cards, "o0");
        std::vector<Action> actions;
        for (std::int64_t i = 0, count = random.between(0, 7); i < count; ++i) {
            Action one;
            one.id = "x" + std::to_string(i);
            one.cost = Ratio(random.between(0, 4));
            if (random.once_in(4)) one.one_of = "k";
            for (std::int64_t f = 0, figures = random.between(1, 2); f < figures; ++f) {
                const std::string component = components[random.between(0, 6)];
                const auto same = [&](const Action::Figure& other) { return other.component == component; };
                if (std::any_of(one.figures.begin(), one.figures.end(), same)) continue;
                const bool added = component == "steps" && random.once_in(2);
                one.figures.push_back({component, added ? Ratio(1) : figure(random, component), added});
            }
            actions.push_back(one);
        }
        const RankNeeds target{Ratio(random.between(20, 110)), random.once_in(3)};
        const CheapestWay found = cheapest_way(tree, table, office, actions, target);

        bool any = false;
        Ratio cost, best = office.total;
        std::vector<std::vector<std::size_t>> ways;
        for (unsigned set = 0; set < 1u << actions.size(); ++set) {
            std::vector<std::size_t> chosen;
            std::vector<Supposition> wishes;
            Ratio price;
            int bound = 0;
            bool clash = false;
            for (std::size_t i = 0; i < actions.size(); ++i) {
                if ((set >> i & 1) == 0) continue;
                chosen.push_back(i);
                price = price + actions[i].cost;
                bound += !actions[i].one_of.empty();
                for (const Action::Figure& one : actions[i].figures) {
                    for (const Supposition& other : wishes)
                        clash = clash || (other.component == one.component && !(other.added && one.added));
                    wishes.push_back({office.office, 0, one.component, one.value, one.added, {}});
                }
            }
            Problems problems;
            check_suppositions(tree, table, wishes, "", problems);
            if (clash || bound > 1 || wrong(problems)) continue;
            const std::vector<Scorecard> then = score_table(tree, supposed_table(tree, table, wishes));
            const Ratio total = card_of(then, "o0").total;
            best = std::max(best, total);
            if (!(target.more ? *target.total < total : *target.total <= total)) continue;
            if (!any || price < cost) ways.clear();
            if (!any || price <= cost) {
                cost = price;
                ways.push_back(chosen);
            }
            any = true;
        }
        CHECK(found.reachable == any);
        if (!any) {
            CHECK(found.best == best);
            continue;
        }
        ++reached;
        CHECK(found.cost == cost);
        std::sort(ways.begin(), ways.end(),
                  [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() < b.size() : a < b; });
        CHECK(found.more == (ways.size() > most_ways));
        if (found.more) ways.resize(most_ways);
        ties += ways.size() > 1;
        REQUIRE(found.ways.size() == ways.size());
        for (std::size_t i = 0; i < ways.size(); ++i) CHECK(found.ways[i].actions == ways[i]);
    }
    CHECK(reached > (sanitized ? 10 : 100));
    CHECK(ties > 0);
}

TEST_CASE("Actions are read with their faults, all at once")
{
    const IndexTree tree = tree_of();
    Problems problems;
    const std::vector<Action> read = read_actions(
        "action;component;value;cost;one_of\na;share;90%;2,5;k\na;yes;có;;\nb;steps;+1;0;\n", "a.csv", tree, problems);
    REQUIRE_FALSE(wrong(problems));
    REQUIRE(read.size() == 2);
    CHECK(read[0].figures.size() == 2);
    CHECK(read[0].figures[0].value == Ratio(9, 10));
    CHECK(read[0].cost == Ratio(5, 2));
    CHECK(read[0].one_of == "k");
    CHECK(read[1].figures[0].added);
    const auto told = [&](const std::string& rows) {
        Problems found;
        Random random(1);
        const IndexTable table = table_of(random, 1);
        const std::vector<Scorecard> cards = score_table(tree, table);
        const std::vector<Action> actions = read_actions("action,component,value,cost\n" + rows, "a.csv", tree, found);
        check_actions(tree, table, cards[0], actions, "a.csv", found);
        std::string out;
        try {
            found.throw_if_any();
        } catch (const Error& error) {
            for (const Problem& problem : error.problems())
                out += code(problem.id) + ":" + std::to_string(problem.place.mark.line) + " ";
        }
        return out;
    };
    CHECK(told("a,share,abc,1\nb,steps,1,\n") == "SK1204:2 SK1010:3 ");
    CHECK(told("a,shares,1,1\n") == "SK1308:2 ");
    CHECK(told("a,share,1.5,1\n") == "SK1205:2 ");
    CHECK(told("a,share,1,-1\n") == "SK1205:2 ");
    CHECK(told("a,share,1,1\nb,yes,có,1\na,steps,1,1\n") == "SK1302:4 ");
    std::string many;
    for (int i = 0; i < 21; ++i) many += "a" + std::to_string(i) + ",yes,có,1\n";
    CHECK(told(many) == "SK1380:22 ");
}
