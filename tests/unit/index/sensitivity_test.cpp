// Sensitivity of an index: exact where nothing is drawn, the same bits however replicates are divided, published indices.
#include "../catch.hpp"
#include "../random.hpp"

#include <sangkien/core/normal_inl.hpp>
#include <sangkien/index/sensitivity_report.hpp>
#include <sangkien/index/sobol.hpp>
#include <sangkien/index/totals_order_inl.hpp>
#include <sangkien/io/index_table.hpp>
#include <sangkien/io/json_reader.hpp>

#include <algorithm>
#include <cmath>
#include <thread>

using namespace sangkien;

namespace {

const char rules[] =
    R"({ "states": {}, "index": { "of": "unit", "edition": "thử", "whole": 100, "missing": "undetermined", "clamped": true,
  "areas": {
    "a": { "max": 60, "components": {
      "share": { "max": 40, "input": "rate", "score": { "proportion": {} } },
      "count": { "max": 20, "input": "count", "missing": "zero", "score": { "deduction": { "each": 4 } } } } },
    "b": { "max": 40, "components": {
      "survey": { "max": 25, "input": "survey", "scale": { "low": 1, "high": 5 }, "missing": "excluded", "score": "survey" },
      "steps": { "max": 15, "input": "survey", "scale": { "low": 0, "high": 10 }, "missing": "zero", "score": { "steps": [ { "from": 0, "points": 0 }, { "from": 5, "points": 7 }, { "from": 8, "points": 15 } ] } } } } },
  "penalty": { "late": { "max": 5, "input": "points", "missing": "zero", "score": "given" } } } })";

struct World {
    IndexTree tree;
    IndexTable table;
    std::vector<Scorecard> cards;
};

World world()
{
    World out;
    Problems problems;
    const Tree tree = read_json(rules, "rules.json", problems);
    out.tree = compile_index(tree.root().get("index"), tree.root().get("states"), problems);
    std::string rows = "office,component,value,year\n";
    for (int i = 0; i < 40; ++i) {
        const std::string office = "o" + std::to_string(i) + ",", year = "," + std::to_string(2025 + i % 2) + "\n";
        rows += office + "share," + std::to_string(i * 37 % 101) + "%" + year;
        rows += office + "count," + std::to_string(i % 4) + year;
        if (i % 5 != 0) rows += office + "survey," + std::to_string(10 + i * 7 % 41) + "/10" + year;
        rows += office + "steps," + std::to_string(i * 13 % 101) + "/10" + year;
        if (i % 3 == 0) rows += office + "late,2" + year;
    }
    out.table = read_index_table(rows, "t.csv", out.tree, problems);
    check_index_table(out.tree, out.table, problems);
    problems.throw_if_any();
    out.cards = score_table(out.tree, out.table);
    return out;
}

SensitivityPlan plan_of(std::uint64_t seed = 7)
{
    return {{{"a", 0.2, {}}, {"survey", 0.5, {}}}, {{"survey", 0.3, {}}, {"steps", 1, {}}}, seed};
}

}  // namespace

TEST_CASE("Without a change the totals and ranks are those of the cards")
{
    const World w = world();
    const SensitivityModel model(w.tree, w.table, w.cards, plan_of());
    std::vector<double> totals(model.offices()), half{0.5, 0.5, 0.5, 0.5};
    model.nominal(totals.data());
    for (std::size_t i = 0; i < w.cards.size(); ++i)
        CHECK(std::abs(totals[i] - static_cast<double>(w.cards[i].total.numerator()) /
                                       static_cast<double>(w.cards[i].total.denominator())) < 1e-12);
    std::vector<std::int32_t> ranks(model.offices());
    model.ranks(totals.data(), ranks.data());
    for (std::size_t i = 0; i < w.cards.size(); ++i) {
        int above = 0;
        for (const Scorecard& other : w.cards) above += other.year == w.cards[i].year && w.cards[i].total < other.total;
        CHECK(ranks[i] == above + 1);
    }
}

TEST_CASE("A replicate is what its inputs say, reckoned plainly")
{
    const World w = world();
    const SensitivityModel model(w.tree, w.table, w.cards, plan_of());
    std::vector<double> totals(model.offices());
    for (std::uint64_t replicate = 0; replicate < 20; ++replicate) {
        const std::vector<double> u = model.replicate_inputs(replicate);
        model.totals(u.data(), totals.data());
        const double a = model.multiplier(0, u[0]), survey = model.multiplier(1, u[1]);
        CHECK((a >= 0.8 && a <= 1.2 && survey >= 0.5 && survey <= 1.5));
        const double weights[] = {40 * a, 20 * a, 25 * survey, 15};
        const double sum = weights[0] + weights[1] + weights[2] + weights[3];
        for (std::size_t office = 0; office < model.offices(); ++office) {
            double shares[4] = {}, kept = 0, points = 0;
            bool there[4] = {true, true, false, true};
            double late = 0;
            for (const IndexFigure& row : w.table.rows) {
                if (row.office != w.cards[office].office) continue;
                const double x =
                    static_cast<double>(row.value.numerator()) / static_cast<double>(row.value.denominator());
                if (row.component == "share") shares[0] = x;
                if (row.component == "count") shares[1] = (20 - 4 * x) / 20;
                if (row.component == "survey") {
                    shares[2] = (std::min(std::max(x + model.survey_shift(0, office, u[2]), 1.0), 5.0) - 1) / 4;
                    there[2] = true;
                }
                const double moved = x + model.survey_shift(1, office, u[3]);
                if (row.component == "steps") shares[3] = (moved < 5 ? 0.0 : moved < 8 ? 7.0 : 15.0) / 15;
                if (row.component == "late") late = x;
            }
            for (int i = 0; i < 4; ++i) {
                if (!there[i]) continue;
                kept += weights[i] * 100 / sum;
                points += weights[i] * 100 / sum * shares[i];
            }
            const double expected = std::min(std::max(points * 100 / kept - late, 0.0), 100.0);
            CHECK(std::abs(totals[office] - expected) < 1e-9);
        }
    }
}

TEST_CASE("Replicates are the same bits however they are divided")
{
    const World w = world();
    const SensitivityModel model(w.tree, w.table, w.cards, plan_of());
    const std::size_t count = 60, n = model.offices();
    std::vector<double> totals(count * n), parts(count * n);
    std::vector<std::int32_t> ranks(count * n), part_ranks(count * n);
    model.run(0, count, totals.data(), ranks.data());
    for (const std::size_t cut : {1u, 7u, 30u, 59u}) {
        model.run(cut, count - cut, parts.data() + cut * n, part_ranks.data() + cut * n);
        model.run(0, cut, parts.data(), part_ranks.data());
        CHECK(parts == totals);
        CHECK(part_ranks == ranks);
    }
    const SensitivityModel other(w.tree, w.table, w.cards, plan_of(8));
    other.run(0, count, parts.data(), part_ranks.data());
    CHECK(parts != totals);
}

TEST_CASE("One input at an end and something left out are reckoned plainly")
{
    const World w = world();
    const SensitivityModel model(w.tree, w.table, w.cards, plan_of());
    SensitivityRuns runs(model, 50);
    runs.run(model, 0, 50);
    const SensitivityReport found = sensitivity_report(model, w.cards, runs, {0.9, {"b", "share"}, 64, "o3", 1});
    REQUIRE(found.effects.size() == 10);
    for (const bool high : {false, true}) {
        // The weight of area a, 60 of 100, times 0.8 or 1.2.
        const double a = high ? 1.2 : 0.8, sum = 60 * a + 40;
        for (std::size_t office = 0; office < w.cards.size(); ++office) {
            const Scorecard& card = w.cards[office];
            const auto points = [](const NodeScore& node) {
                return static_cast<double>(node.points.numerator()) / static_cast<double>(node.points.denominator());
            };
            const double kept = 60 * a + (card.base.max == Ratio(100) ? 40 : 15);
            const double late = card.penalty == Ratio(0) ? 0 : 2;
            CHECK(std::abs(found.effects[high].totals[office] -
                           std::max(0.0, (points(card.nodes[0]) * a + points(card.nodes[1])) / sum * 100 * sum / kept -
                                             late)) < 1e-9);
        }
    }
    for (std::size_t office = 0; office < w.cards.size(); ++office) {
        const Ratio base = w.cards[office].nodes[0].points * Ratio(100, 60) - w.cards[office].penalty;
        CHECK(std::abs(found.effects[8].totals[office] -
                       std::max(0.0, static_cast<double>(base.numerator()) / static_cast<double>(base.denominator()))) <
              1e-9);
    }
    CHECK(found.effects[8].end == "out");
    std::size_t moved = 0;
    for (std::size_t office = 0; office < w.cards.size(); ++office)
        moved += found.effects[8].ranks[office] != found.ranks[office];
    CHECK(found.effects[8].moved == moved);
    // Of the total of one office, nearly additive: first orders add up to about 1, and so do totals.
    double firsts = 0;
    for (const double first : found.sobol.first) firsts += first;
    CHECK(std::abs(firsts - 1) < 0.5);
}

TEST_CASE("Threads change nothing")
{
    const World w = world();
    const SensitivityModel model(w.tree, w.table, w.cards, plan_of());
    SensitivityRuns one(model, 101);
    one.run(model, 0, 101);
    for (const std::size_t threads : {2u, 3u, 8u}) {
        SensitivityRuns many(model, 101);
        std::vector<std::thread> workers;
        for (std::size_t i = 0; i < threads; ++i)
            workers.emplace_back(
                [&many, &model, i, threads] { many.run(model, 101 * i / threads, 101 * (i + 1) / threads); });
        for (std::thread& worker : workers) worker.join();
        CHECK(many.totals == one.totals);
        CHECK(many.ranks == one.ranks);
    }
}

TEST_CASE("The errors of a survey are normal, and every office has its own")
{
    const World w = world();
    const SensitivityModel model(w.tree, w.table, w.cards, plan_of());
    double sum = 0, squares = 0, product = 0;
    int beyond = 0;
    const int draws = 40000;
    for (int i = 0; i < draws; ++i) {
        const double u = (i + 0.5) / draws, z = model.survey_shift(0, 3, u) / 0.3,
                     other = model.survey_shift(0, 4, u) / 0.3;
        sum += z;
        squares += z * z;
        product += z * other;
        beyond += z > 1.959963984540054;
    }
    CHECK(std::abs(sum / draws) < 0.02);
    CHECK(std::abs(squares / draws - 1) < 0.03);
    CHECK(std::abs(product / draws) < 0.02);
    CHECK(std::abs(beyond / double(draws) - 0.025) < 0.003);
}

TEST_CASE("The inverse of the normal distribution is the published one")
{
    // Wichura 1988: PPND16(0.25), PPND16(0.001), PPND16(1e-20)
    CHECK(std::abs(detail::inverse_normal(0.25) + 0.6744897501960817) < 1e-15);
    CHECK(std::abs(detail::inverse_normal(0.001) + 3.090232306167814) < 1e-14);
    CHECK(std::abs(detail::inverse_normal(1e-20) + 9.262340089798408) < 1e-13);
    std::vector<double> chances, all(199);
    for (int i = 1; i < 200; ++i) chances.push_back(i / 200.0);
    detail::inverse_normals(chances.data(), chances.size(), all.data());
    for (int i = 1; i < 200; ++i) {
        const double z = detail::inverse_normal(i / 200.0);
        CHECK(all[static_cast<std::size_t>(i) - 1] == z);
        CHECK(std::abs(0.5 * std::erfc(-z / std::sqrt(2.0)) - i / 200.0) < 1e-14);
        CHECK(std::abs(detail::plain_log(i / 200.0) - std::log(i / 200.0)) < 2e-15 * (1 - std::log(i / 200.0)));
    }
}

TEST_CASE("Totals come in order however they lie")
{
    sangkien::test::Random random(17);
    std::vector<detail::PlacedTotal> totals, room;
    for (int round = 0; round < 400; ++round) {
        totals.clear();
        const bool huge = random.once_in(20);
        for (std::int64_t left = random.between(0, 200); left > 0; --left) {
            double total = static_cast<double>(random.between(-3000, 3000)) / (random.once_in(3) ? 7 : 50);
            if (random.once_in(9)) total = 1 + total * 1e-13;  // many in one drawer
            if (huge) total *= 1e307;
            totals.push_back({round % 40 == 0 ? 1.5 : total, totals.size()});
        }
        std::vector<detail::PlacedTotal> plain = totals;
        const auto less = [](const auto& a, const auto& b) { return a.total < b.total; };
        std::stable_sort(plain.begin(), plain.end(), less);
        std::vector<int> seen(totals.size(), 0);
        detail::sort_totals(totals, room);
        REQUIRE(totals.size() == plain.size());
        for (std::size_t i = 0; i < plain.size(); ++i) {
            REQUIRE(totals[i].total == plain[i].total);
            ++seen[totals[i].office];
        }
        REQUIRE(std::count(seen.begin(), seen.end(), 1) == static_cast<std::ptrdiff_t>(plain.size()));
    }
}

TEST_CASE("Quantiles, means and deviations are those of plain formulas")
{
    const double totals[] = {1, 10, 4, 20, 2, 30, 3, 40};
    const std::int32_t ranks[] = {2, 1, 2, 1, 1, 2, 2, 1};
    const std::vector<SensitivitySummary> found = summarise(2, 4, totals, ranks, 0.5);
    CHECK(found[0].mean == 2.5);
    CHECK(std::abs(found[0].deviation - 1.2909944487358056) < 1e-15);
    CHECK(found[0].low == 1.75);
    CHECK(found[0].middle == 2.5);
    CHECK(found[0].high == 3.25);
    CHECK(found[0].first == 0.25);
    CHECK(found[1].rank_middle == 1);
    CHECK(found[1].rank_high == 1.25);
    CHECK_THROWS_AS(summarise(2, 0, totals, ranks, 0.5), std::invalid_argument);
    CHECK_THROWS_AS(summarise(2, 4, totals, ranks, 1), std::invalid_argument);
}

TEST_CASE("Sobol indices of the Ishigami function are the analytic ones")
{
    const std::size_t rows = 40000, inputs = 3;
    const double pi = 3.141592653589793;
    const auto answers = [&](const std::vector<double>& points) {
        std::vector<double> out(rows);
        for (std::size_t row = 0; row < rows; ++row) {
            const double x = pi * (2 * points[row * 3] - 1), y = pi * (2 * points[row * 3 + 1] - 1),
                         z = pi * (2 * points[row * 3 + 2] - 1);
            out[row] = std::sin(x) + 7 * std::sin(y) * std::sin(y) + 0.1 * z * z * z * z * std::sin(x);
        }
        return out;
    };
    std::vector<double> a(rows * inputs), b(rows * inputs), mixed(rows * inputs), of_mixed;
    sobol_points(45, 0, rows, inputs, a.data(), b.data());
    for (std::size_t input = 0; input < inputs; ++input) {
        sobol_mixed(rows, inputs, a.data(), b.data(), input, mixed.data());
        const std::vector<double> found = answers(mixed);
        of_mixed.insert(of_mixed.end(), found.begin(), found.end());
    }
    const SobolIndices found = sobol_indices(rows, inputs, answers(a).data(), answers(b).data(), of_mixed.data(), 20);
    const double first[] = {0.3139051911, 0.4424111447, 0}, total[] = {0.5575888553, 0.4424111447, 0.2436836642};
    for (std::size_t input = 0; input < inputs; ++input) {
        CHECK(std::abs(found.first[input] - first[input]) < 0.025);
        CHECK(std::abs(found.total[input] - total[input]) < 0.025);
        CHECK(std::abs(found.first[input] - first[input]) < 5 * found.first_error[input]);
    }
}

TEST_CASE("What is wrong with a plan is told, all of it, and nothing is passed over")
{
    const World w = world();
    const auto told = [&](const SensitivityPlan& plan) {
        Problems problems;
        check_sensitivity_plan(w.tree, plan, "plan.json", problems);
        std::string out;
        try {
            problems.throw_if_any();
        } catch (const Error& error) {
            for (const Problem& problem : error.problems()) out += std::string(code(problem.id)) + " ";
        }
        return out;
    };
    CHECK(told(plan_of()) == "");
    CHECK(told({}) == "SK1004 ");
    CHECK(told({{{"c", 0.2, {}}, {"a", 1.5, {}}, {"a", 0.2, {}}, {"late", 0.1, {}}},
                {{"share", 1, {}}, {"survey", 0, {}}},
                1}) == "SK1308 SK1205 SK1302 SK1308 SK1308 SK1205 ");
}
