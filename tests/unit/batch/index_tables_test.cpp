// The index of very many offices at once says what score_table says of each.
#include "../catch.hpp"
#include "../random_index.hpp"
#include "../thinned.hpp"

#include <sangkien/batch/index_tables.hpp>
#include <sangkien/io/json_reader.hpp>

using namespace sangkien;

namespace {

using namespace sangkien::test;

struct Seen {
    int cards = 0, narrow = 0, wide = 0, rescaled = 0, open = 0, ratios = 0, refused = 0, too_fine = 0;
};

Ratio over(std::int64_t units, std::int64_t denominator) { return {units, denominator}; }

void check_points(const IndexTree& tree, const IndexScorer& scorer, const IndexColumns& columns,
                  const std::vector<Scorecard>& cards)
{
    const std::size_t offices = cards.size();
    std::vector<std::int64_t> nodes(tree.nodes.size() * offices), lost = nodes, points(scorer.columns() * offices);
    std::vector<OfficeTotal> totals(offices);
    scorer.run(columns, totals.data(), {nodes.data(), lost.data(), points.data(), offices});
    std::size_t wrong = 0;
    for (std::size_t office = 0; office < offices; ++office) {
        const Scorecard& card = cards[office];
        for (std::size_t node = 0; node < tree.nodes.size(); ++node) {
            wrong += over(nodes[node * offices + office], scorer.denominator()) != card.nodes[node].points;
            wrong += over(lost[node * offices + office], scorer.denominator()) != card.nodes[node].lost;
        }
        for (std::size_t i = 0; i < card.lines.size(); ++i) {
            const std::int64_t got = points[i * offices + office];
            wrong += (got != no_points) != card.lines[i].points.has_value();
            if (got != no_points && card.lines[i].points)
                wrong += over(got, scorer.denominator()) != *card.lines[i].points;
        }
        wrong += totals[office].value() != card.total;
    }
    CHECK(wrong == 0);
}

// As a host's own columns of 64 bits, the first half apart from the second.
void run_wide(const IndexScorer& scorer, const IndexColumns& columns, std::vector<OfficeTotal>& out)
{
    const std::size_t offices = columns.rows.size(), half = offices / 2;
    std::vector<std::int64_t> figures = columns.wide;
    for (const std::int32_t figure : columns.narrow)
        figures.push_back(figure == no_figure<std::int32_t>     ? no_figure<std::int64_t>
                          : figure == no_evidence<std::int32_t> ? no_evidence<std::int64_t>
                                                                : figure);
    std::vector<const std::int64_t*> first, second;
    for (std::size_t i = 0; i < scorer.columns(); ++i) {
        first.push_back(figures.data() + i * offices);
        second.push_back(first.back() + half);
    }
    scorer.run(first.data(), half, out.data());
    scorer.run(second.data(), offices - half, out.data() + half, {}, half);
}

void compare_with_cards(Random& random, const Grain& grain, std::size_t offices, Seen& seen)
{
    IndexTree tree;
    IndexTable table;
    try {
        tree = random_tree(random, grain);
        table = random_table(random, grain, tree, offices);
    } catch (const Error&) {
        return;  // already its maxima do not add up
    }
    const char* until = !tree.rounds.empty() && random.once_in(3) ? "self" : "";
    std::vector<Scorecard> cards;
    try {
        cards = score_table(tree, table, until);
    } catch (const Error&) {
        ++seen.refused;  // what Ratios cannot hold, this need not either
        return;
    }
    IndexColumns columns;
    try {
        columns = pack_index_columns(tree, table, until);
    } catch (const Error& error) {
        CHECK(error.problems().at(0).id == ErrorId::overflow);
        ++seen.too_fine;
        return;
    }
    REQUIRE(columns.rows.size() == cards.size());
    const IndexScorer scorer(tree, columns.denominators);
    std::vector<OfficeTotal> totals(cards.size()), again = totals;
    scorer.run(columns, totals.data());
    run_wide(scorer, columns, again);
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        wrong += table.rows[columns.rows[i]].office != cards[i].office;
        for (const OfficeTotal& one : {totals[i], again[i]})
            wrong +=
                one.value() != cards[i].total || one.still_open() != cards[i].open || one.complete != cards[i].complete;
        seen.rescaled += cards[i].base.max != tree.whole;
        seen.open += !cards[i].complete;
    }
    CHECK(wrong == 0);
    (columns.wide.empty() ? seen.narrow : seen.wide) += 1;
    seen.ratios += scorer.denominator() == 0;
    seen.cards += static_cast<int>(cards.size());
    if (scorer.denominator() != 0) check_points(tree, scorer, columns, cards);
}

IndexTree one_component(IndexInput input, ScoreKind kind)
{
    IndexTree tree;
    tree.nodes.resize(1);
    IndexComponent component;
    component.name.id = "c";
    component.path = "index.areas.a.components.c";
    component.max = component.score.each = 3;
    component.input = input;
    component.score.kind = kind;
    tree.components = {component};
    tree.whole = 3;
    return tree;
}

}  // namespace

TEST_CASE("Columns of offices come out as each scorecard does")
{
    Random random(934);
    Seen seen;
    for (int i = 0; i < 4000; i += static_cast<int>(thinned(20)))
        compare_with_cards(random, {}, static_cast<std::size_t>(random.between(1, 20)), seen);
    for (int i = 0; i < 3; ++i) compare_with_cards(random, {}, 600, seen);  // more than one block
    CAPTURE(seen.cards, seen.narrow, seen.wide, seen.rescaled, seen.open);
    CHECK(seen.narrow > 20);
    CHECK(seen.wide > 20);
    CHECK(seen.rescaled > 100);
    CHECK(seen.open > 100);
    CHECK(seen.ratios + seen.refused + seen.too_fine == 0);
}

TEST_CASE("Numbers too fine for whole ones come out as each scorecard does, by Ratios or not at all")
{
    Random random(465);
    Seen seen;
    constexpr std::int64_t primes[] = {4, 99991, 999983, 15485863, 2147483629};
    for (int i = 0; i < 6000; i += static_cast<int>(thinned(20)))
        compare_with_cards(random, {primes[random.between(0, 4)], primes[random.between(0, 4)]}, 5, seen);
    CAPTURE(seen.cards, seen.ratios, seen.refused, seen.too_fine);
    CHECK(seen.cards > 10000 / static_cast<int>(thinned(20)));
    CHECK(seen.ratios > 40 / static_cast<int>(thinned(20)));
}

TEST_CASE("A figure outside its range, a wrong denominator and a point that cannot be told are told with their place")
{
    const auto said = [](auto&& call) {
        try {
            call();
        } catch (const Error& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    const IndexTree tree = one_component(IndexInput::rate, ScoreKind::proportion);
    const IndexScorer scorer(tree, {1000});
    const std::vector<std::int32_t> figures{1000, 0, 1001};
    const std::int32_t* columns[] = {figures.data()};
    std::vector<OfficeTotal> out(3);
    CHECK(said([&] { scorer.run(columns, 2, out.data()); }) == "");
    CHECK(out[0].value() == Ratio(3));
    CHECK(said([&] {
              scorer.run(columns, 3, out.data(), {}, 40);
          }).find("SK1205 index.areas.a.components.c row 42: 1.001") == 0);
    const std::int32_t* nobody[] = {nullptr};
    scorer.run(nobody, 1, out.data());
    CHECK(out[0].still_open() == Ratio(3));
    CHECK_FALSE(out[0].complete);
    const std::vector<std::int32_t> bare{no_evidence<std::int32_t>};
    const std::int32_t* unasked[] = {bare.data()};
    CHECK(said([&] { scorer.run(unasked, 1, out.data()); }).find("SK1205") == 0);
    CHECK(said([&] { IndexScorer(tree, {0}); }).find("SK1205") == 0);
    CHECK(said([&] { IndexScorer(tree, {1, 1}); }).find("SK1205") == 0);
    CHECK(said([&] { IndexScorer(one_component(IndexInput::count, ScoreKind::deduction), {10}); }).find("SK1205") == 0);

    IndexTree fine = tree;
    fine.components[0].max = fine.whole = Ratio(INT64_MAX, 3);
    const IndexScorer by_ratios(fine, {1000});
    CHECK(by_ratios.denominator() == 0);
    by_ratios.run(columns, 2, out.data());
    CHECK(out[0].value() == Ratio(INT64_MAX, 3));
    std::int64_t lost[2];
    CHECK(said([&] { by_ratios.run(columns, 2, out.data(), {nullptr, lost, nullptr, 2}); }).find("SK1206") == 0);
    CHECK(said([&] { by_ratios.run(columns, 3, out.data()); }).find("SK1205 index.areas.a.components.c row 2") == 0);
}

TEST_CASE("Violations beyond any number leave nothing, in 32 and 64 bits")
{
    const IndexScorer scorer(one_component(IndexInput::count, ScoreKind::deduction), {1});
    const std::vector<std::int32_t> narrow{0, 1, INT32_MAX};
    const std::vector<std::int64_t> wide{0, 1, INT64_MAX - 1};
    const std::int32_t* narrow_column[] = {narrow.data()};
    const std::int64_t* wide_column[] = {wide.data()};
    std::vector<OfficeTotal> out(6);
    scorer.run(narrow_column, 3, out.data());
    scorer.run(wide_column, 3, out.data() + 3);
    for (std::size_t i = 0; i < 6; ++i) CHECK(out[i].value() == Ratio(i % 3 == 0 ? 3 : 0));
}
