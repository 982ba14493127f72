// Ranks against every completion of small tables, classes at their boundaries, tables by group.
#include "../catch.hpp"

#include <algorithm>
#include <set>

#include <sangkien/index/index_ranks.hpp>

#include "../random.hpp"

using namespace sangkien;

namespace {

constexpr std::int64_t grain = 4;  // completions come to quarters, so that open totals can differ from all others

struct Ends {
    std::int64_t low = 0, high = 0;
};

Scorecard card_of(Ends ends, const std::string& group = {}, std::int64_t year = 0)
{
    Scorecard card;
    card.total = Ratio(ends.low);
    card.open = Ratio(ends.high - ends.low);
    card.complete = ends.low == ends.high;
    card.group = group;
    card.year = year;
    return card;
}

// Rank of one of known totals, as the rulebook counts; where it is silent, from the first to the last of the tied.
std::pair<std::int64_t, std::int64_t> rank_of(TieRule ties, const std::vector<std::int64_t>& totals, std::size_t at)
{
    std::set<std::int64_t> different;
    std::int64_t above = 0, same = 0;
    for (const std::int64_t total : totals) {
        above += total > totals[at];
        same += total == totals[at];
        if (total > totals[at]) different.insert(total);
    }
    if (ties == TieRule::dense) above = static_cast<std::int64_t>(different.size());
    return {1 + above, ties == TieRule::undeclared ? above + same : 1 + above};
}

// The lowest and the highest rank of each over all completions.
std::vector<std::pair<std::int64_t, std::int64_t>> every_completion(TieRule ties, const std::vector<Ends>& ends)
{
    std::vector<std::pair<std::int64_t, std::int64_t>> out(ends.size(), {99, 0});
    std::vector<std::int64_t> totals;
    for (const Ends& each : ends) totals.push_back(each.low * grain);
    for (;;) {
        for (std::size_t at = 0; at < ends.size(); ++at) {
            const auto [first, last] = rank_of(ties, totals, at);
            out[at] = {std::min(out[at].first, first), std::max(out[at].second, last)};
        }
        std::size_t at = 0;
        while (at < ends.size() && totals[at] == ends[at].high * grain) totals[at] = ends[at].low * grain, ++at;
        if (at == ends.size()) return out;
        ++totals[at];
    }
}

std::string shown(const std::vector<std::pair<std::int64_t, std::int64_t>>& ranks)
{
    std::string out;
    for (const auto& [best, worst] : ranks) out += std::to_string(best) + "-" + std::to_string(worst) + " ";
    return out;
}

}  // namespace

TEST_CASE("Ranks are exactly those that the completions of a small table come to, under every rule of ties")
{
    test::Random random(11);
    int open_tables = 0, differing = 0;
    for (int round = 0; round < 400; ++round) {
        std::vector<Ends> ends(static_cast<std::size_t>(random.between(1, 5)));
        int open = 0;
        for (Ends& each : ends) {
            each.low = each.high = random.between(50, 53);
            if (open < 3 && random.once_in(2)) each.high += random.between(1, 2), ++open;
        }
        open_tables += open > 0;
        for (const TieRule ties : {TieRule::skip, TieRule::dense, TieRule::undeclared}) {
            IndexTree tree;
            tree.ties = ties;
            std::vector<Scorecard> cards;
            for (const Ends& each : ends) cards.push_back(card_of(each));
            std::vector<std::pair<std::int64_t, std::int64_t>> got;
            for (const OfficeRank& rank : rank_offices(tree, cards)) {
                got.emplace_back(rank.best, rank.worst);
                CHECK(rank.of == static_cast<std::int64_t>(ends.size()));
            }
            const std::string wanted = shown(every_completion(ties, ends));
            differing += shown(got) != wanted;
            if (shown(got) != wanted) CHECK(shown(got) == wanted);
        }
    }
    CHECK(open_tables > 200);
    CHECK(differing == 0);
}

TEST_CASE("Offices are tied where both totals are known and the same")
{
    const auto tied = [](const std::vector<Ends>& ends) {
        std::vector<Scorecard> cards;
        for (const Ends& each : ends) cards.push_back(card_of(each));
        std::string out;
        for (const OfficeRank& rank : rank_offices(IndexTree(), cards)) out += rank.tied ? 'x' : '.';
        return out;
    };
    CHECK(tied({{80, 80}, {80, 80}, {79, 79}}) == "xx.");
    CHECK(tied({{80, 80}, {80, 85}}) == "..");
    CHECK(tied({{80, 85}, {80, 85}}) == "..");
    CHECK(tied({{75, 80}, {80, 80}}) == "..");
}

TEST_CASE("A class begins at its boundary, and not a hundredth below it")
{
    IndexTree tree;
    const std::int64_t boundaries[] = {80, 65, 50, 0};
    for (const std::int64_t from : boundaries) tree.classes.push_back({{std::to_string(from), {}}, Ratio(from), {}});
    const auto classes = [&](Ratio low, Ratio open) {
        Scorecard card;
        card.total = low;
        card.open = open;
        const OfficeRank rank = rank_offices(tree, {card}).at(0);
        return rank.lowest.id + "-" + rank.highest.id;
    };
    for (std::size_t i = 0; i + 1 < 4; ++i) {
        const std::string here = std::to_string(boundaries[i]), under = std::to_string(boundaries[i + 1]);
        const Ratio from(boundaries[i]), hundredth(1, 100);
        CHECK(classes(from, Ratio(0)) == here + "-" + here);
        CHECK(classes(from - hundredth, Ratio(0)) == under + "-" + under);
        CHECK(classes(from - hundredth, hundredth) == under + "-" + here);
        CHECK(classes(from - hundredth, hundredth / Ratio(2)) == under + "-" + under);
    }
    CHECK(classes(Ratio(0), Ratio(100)) == "0-80");
    tree.classes.clear();
    CHECK(classes(Ratio(99), Ratio(0)) == "-");
}

TEST_CASE("A table by group has what its offices have in common, and ranges where totals are open")
{
    const std::vector<Scorecard> cards = {
        card_of({90, 90}, "ward", 2025),    card_of({70, 70}, "commune", 2025), card_of({60, 60}, "ward", 2025),
        card_of({75, 80}, "ward", 2025),    card_of({81, 81}, "ward", 2025),    card_of({50, 50}, "ward", 2026),
        card_of({40, 60}, "special", 2025),
    };
    const std::vector<GroupTable> tables = group_tables(cards);
    REQUIRE(tables.size() == 4);
    const auto told = [](const TotalRange& range) { return range.low.text() + ".." + range.high.text(); };
    CHECK(tables[0].group == "commune");
    CHECK(told(tables[0].median) == "70..70");
    CHECK(told(tables[1].least) == "40..60");
    const GroupTable& wards = tables[2];
    CHECK(wards.group == "ward");
    CHECK(wards.cards == std::vector<std::size_t>{0, 4, 3, 2});
    CHECK(wards.complete == 3);
    CHECK(told(wards.mean.value()) == "76.5..77.75");
    CHECK(told(wards.median) == "78..80.5");
    CHECK(told(wards.least) == "60..60");
    CHECK(told(wards.most) == "90..90");
    CHECK(tables[3].year == 2026);
    const IndexRanking ranking = index_ranking(IndexTree(), cards, true);
    CHECK(ranking.in_group[4].best == 2);
    CHECK(ranking.in_group[4].of == 4);
    CHECK(ranking.overall[5].of == 1);
    CHECK(index_ranking(IndexTree(), cards, false).groups.empty());
}

TEST_CASE("A mean whose exact sum has no room is left out, and the rest of the table stands")
{
    std::vector<Scorecard> cards(40);
    const std::int64_t primes[] = {999983, 999979, 999961, 999959, 999953, 999931};
    for (std::size_t i = 0; i < cards.size(); ++i) cards[i].total = Ratio(1, primes[i % 6]);
    const std::vector<GroupTable> tables = group_tables(cards);
    CHECK_FALSE(tables.at(0).mean);
    CHECK(tables.at(0).most.low == Ratio(1, 999931));
}
