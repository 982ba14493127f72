// What each initiative adds to the index of a unit.
#include "../catch.hpp"

#include <random>

#include <sangkien/index/contribution.hpp>

using namespace sangkien;

namespace {

// One component "made" with the points of 0, 1, 2, ... initiatives.
IndexTree stepped(const std::vector<Ratio>& points)
{
    IndexTree tree;
    tree.stated = true;
    tree.areas.emplace_back();
    IndexComponent made;
    made.name = {"made", {"Sáng kiến", "Initiatives"}};
    made.input = IndexInput::initiatives;
    made.score.kind = ScoreKind::steps;
    for (std::size_t i = 0; i < points.size(); ++i) {
        made.score.steps.push_back({Ratio(static_cast<std::int64_t>(i)), points[i]});
        if (points[i] > made.max) made.max = points[i];
    }
    tree.whole = tree.areas[0].max = made.max;
    tree.components.push_back(made);
    return tree;
}

Season season_of(std::size_t initiatives, std::size_t units)
{
    Season season;
    for (std::size_t i = 0; i < initiatives; ++i) {
        season.initiatives.emplace_back();
        season.initiatives.back().id = "SK-" + std::to_string(i + 1);
    }
    for (std::size_t i = 0; i < units; ++i) {
        season.units.emplace_back();
        season.units.back().id = "u-" + std::to_string(i + 1);
    }
    return season;
}

Ratio total_of(const IndexTree& tree, const Season& season, const std::vector<IndexCount>& counts,
               const std::string& unit)
{
    for (const UnitIndex& each : score_index(tree, season, counts))
        if (each.unit == unit) return each.total;
    return {};
}

}  // namespace

TEST_CASE("An initiative's contribution is told alone and beside the others")
{
    const auto found = contributions(stepped({0, 3, 4, 5}), season_of(3, 1), {{"made", "u-1", {0, 2}, {}}});
    REQUIRE(found.size() == 2);
    CHECK(found[1].initiative == 2);
    CHECK(found[1].unit == "u-1");
    CHECK(found[1].component == 0);
    CHECK(found[1].alone == Ratio(3));
    CHECK(found[1].marginal == Ratio(1));
    CHECK(found[1].finding.verdict == Truth::pass);
    CHECK(message(found[1].finding, Language::en) == "Points that initiative SK-3 adds to u-1 in \"Initiatives\": 1.");
}

TEST_CASE("An initiative that adds nothing because the points stand without it is told so")
{
    const auto found = contributions(stepped({0, 3, 5}), season_of(3, 1), {{"made", "u-1", {0, 1, 2}, {}}});
    REQUIRE(found.size() == 3);
    for (const Contribution& each : found) {
        CHECK(each.marginal == Ratio(0));
        CHECK(each.alone == Ratio(3));
        CHECK(each.finding.id == FindingId::contribution_saturated);
    }
    CHECK(message(found[0].finding, Language::en) ==
          "Initiative SK-1 adds no points to u-1 in \"Initiatives\": the 2 others already give 5.");
}

TEST_CASE("Open initiatives leave a contribution undetermined only where they could change it")
{
    const IndexTree tree = stepped({0, 3, 5});
    CHECK(contributions(tree, season_of(2, 1), {{"made", "u-1", {0}, {1}}})[0].finding.verdict == Truth::undetermined);
    CHECK(contributions(tree, season_of(4, 1), {{"made", "u-1", {0, 1, 2}, {3}}})[0].finding.verdict == Truth::pass);
    const IndexTree even = stepped({0, 1, 2, 3});
    CHECK(contributions(even, season_of(2, 1), {{"made", "u-1", {0}, {1}}})[0].finding.verdict == Truth::pass);
}

TEST_CASE("Only components that count initiatives have contributions")
{
    IndexTree tree = stepped({0, 3});
    CHECK(contributions(tree, season_of(1, 1), {{"other", "u-1", {0}, {}}}).empty());
    tree.components[0].input = IndexInput::count;
    CHECK(contributions(tree, season_of(1, 1), {{"made", "u-1", {0}, {}}}).empty());
}

TEST_CASE("Marginal and alone agree with scoring the index again without the initiative, or with it only")
{
    std::mt19937 source(99);
    const auto pick = [&](std::size_t below) { return static_cast<std::size_t>(source() % below); };
    for (int round = 0; round < 300; ++round) {
        std::vector<Ratio> points;
        for (std::size_t n = 2 + pick(4); n > 0; --n) points.push_back(Ratio(static_cast<std::int64_t>(pick(50)), 7));
        const IndexTree tree = stepped(points);
        const Season season = season_of(6, 3);
        std::vector<IndexCount> counts;
        for (const Unit& unit : season.units) {
            IndexCount count{"made", unit.id, {}, {}};
            for (std::size_t i = 0; i < 6; ++i)
                if (pick(2) == 0) count.counting.push_back(i);
            counts.push_back(count);
        }
        std::size_t expected = 0;
        for (const IndexCount& count : counts) expected += count.counting.size();
        const auto found = contributions(tree, season, counts);
        REQUIRE(found.size() == expected);
        for (const Contribution& each : found) {
            std::vector<IndexCount> without = counts, only = counts;
            for (std::size_t i = 0; i < counts.size(); ++i) {
                if (counts[i].unit != each.unit) continue;
                auto& rest = without[i].counting;
                for (std::size_t at = rest.size(); at-- > 0;)
                    if (rest[at] == each.initiative) rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(at));
                only[i].counting = {each.initiative};
            }
            const Ratio all = total_of(tree, season, counts, each.unit);
            REQUIRE(each.marginal == all - total_of(tree, season, without, each.unit));
            REQUIRE(each.alone == total_of(tree, season, only, each.unit));
        }
    }
}

TEST_CASE("Where steps flatten, marginal contributions add up to less than the points, and those alone to more")
{
    const IndexTree tree = stepped({0, 3, 4, 5});
    Ratio marginal, alone, shapley;
    for (const Contribution& each : contributions(tree, season_of(3, 1), {{"made", "u-1", {0, 1, 2}, {}}})) {
        marginal = marginal + each.marginal;
        alone = alone + each.alone;
        shapley = shapley + each.shapley;
        CHECK((each.none == Ratio(0) && each.points == Ratio(5) && each.shared == Truth::pass));
    }
    CHECK(shapley == Ratio(5));
    CHECK(marginal == Ratio(3));
    CHECK(alone == Ratio(9));
}

TEST_CASE("A share is undetermined as soon as open initiatives could change it")
{
    const IndexTree tree = stepped({0, 3, 5});
    const auto shared = [&](std::vector<std::size_t> surely, std::vector<std::size_t> open, const IndexTree& of) {
        return contributions(of, season_of(6, 1), {{"made", "u-1", std::move(surely), std::move(open)}})[0].shared;
    };
    CHECK(shared({0, 1, 2}, {3}, tree) == Truth::undetermined);
    CHECK(shared({0, 1, 2}, {}, tree) == Truth::pass);
    CHECK(shared({0, 1}, {2, 3}, stepped({0, 1, 2, 3, 4})) == Truth::pass);
}
