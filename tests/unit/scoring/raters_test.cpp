// Rater statistics against published examples, and rank acceptability against its definition.
#include "../catch.hpp"
#include "../random.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "sangkien/scoring/calibrated.hpp"
#include "sangkien/scoring/intraclass.hpp"
#include "sangkien/scoring/rank_acceptability.hpp"
#include "sangkien/scoring/rater_statistics.hpp"

using namespace sangkien;

namespace {

// Zero stands for a missing ballot.
RatingTable table_of(std::size_t rows, std::size_t columns, const std::vector<double>& values)
{
    RatingTable out(rows, columns);
    for (std::size_t i = 0; i < values.size(); ++i)
        if (values[i] > 0) out.values[i] = values[i];
    return out;
}

RatingTable shrout_fleiss()
{
    return table_of(6, 4, {9, 2, 5, 8, 6, 1, 3, 2, 8, 4, 6, 8, 7, 1, 2, 6, 10, 5, 6, 9, 6, 2, 4, 7});
}

RatingTable krippendorff()
{
    return table_of(12, 4, {1, 1, 0, 1, 2, 2, 3, 2, 3, 3, 3, 3, 3, 3, 3, 3, 2, 2, 2, 2, 1, 2, 3, 4,
                            4, 4, 4, 4, 1, 1, 2, 1, 2, 2, 2, 2, 0, 5, 5, 5, 0, 0, 1, 1, 0, 3, 0, 0});
}

bool near(const std::optional<double>& value, double expected, double within = 1e-12)
{
    return value && std::abs(*value - expected) < within;
}

}  // namespace

TEST_CASE("The six intraclass correlations are those of Shrout and Fleiss")
{
    const double expected[] = {0.165741768405, 0.289763779528, 0.714840714841,
                               0.442797133679, 0.620050547599, 0.909315542377};
    for (int i = 0; i < 6; ++i) {
        const Intraclass out = intraclass_correlation(shrout_fleiss(), static_cast<IntraclassForm>(i));
        CHECK(near(out.coefficient.value, expected[i]));
    }
    const Intraclass fixed = intraclass_correlation(shrout_fleiss(), IntraclassForm::three_1);
    CHECK(near(fixed.f, 11.02724795640327));
    CHECK(near(fixed.p, 0.000134566516484337));
    CHECK(fixed.degrees_between == 5);
    CHECK(fixed.degrees_within == 15);
}

TEST_CASE("Kendall's W is corrected for ties and leaves out rows with a missing ballot")
{
    CHECK(near(kendall_w(shrout_fleiss()).w.value, 0.887037, 1e-6));
    RatingTable longer = table_of(7, 4, {});
    for (std::size_t i = 0; i < 24; ++i) longer.values[i] = shrout_fleiss().values[i];
    longer.at(6, 0) = 10.0;
    const Concordance out = kendall_w(longer);
    CHECK(out.w.value == kendall_w(shrout_fleiss()).w.value);
    CHECK(out.w.rows_used == 6);
    CHECK(out.w.rows_left_out == 1);
}

TEST_CASE("Krippendorff's alpha is the published one on all four scales, with missing ballots")
{
    CHECK(near(krippendorff_alpha(krippendorff(), ScaleLevel::nominal).value, 113.0 / 152));
    CHECK(near(krippendorff_alpha(krippendorff(), ScaleLevel::ordinal).value, 108577.0 / 133160));
    CHECK(near(krippendorff_alpha(krippendorff(), ScaleLevel::interval).value, 951.0 / 1120));
    CHECK(near(krippendorff_alpha(krippendorff(), ScaleLevel::ratio).value, 18222619.0 / 22852465));
    CHECK(krippendorff_alpha(krippendorff(), ScaleLevel::ratio).rows_left_out == 1);
}

TEST_CASE("A statistic that has no meaning says why")
{
    const RatingTable same = table_of(3, 2, {5, 5, 5, 5, 5, 5});
    CHECK(kendall_w(same).w.gap == StatisticGap::no_variation);
    CHECK(krippendorff_alpha(same, ScaleLevel::interval).gap == StatisticGap::no_variation);
    CHECK(intraclass_correlation(same, IntraclassForm::two_1).coefficient.gap == StatisticGap::no_variation);
    CHECK(outlying_sheets(same, 3.5).gap == StatisticGap::no_variation);
    CHECK(kendall_w(table_of(3, 1, {1, 2, 3})).w.gap == StatisticGap::too_few_members);
    CHECK(kendall_w(table_of(2, 2, {1, 2, 3, 0})).w.gap == StatisticGap::too_few_initiatives);
    RatingTable below = shrout_fleiss();
    below.at(0, 0) = -1.0;
    CHECK(krippendorff_alpha(below, ScaleLevel::ratio).gap == StatisticGap::negative_on_ratio);
    below.at(0, 0) = std::numeric_limits<double>::quiet_NaN();
    CHECK(krippendorff_alpha(below, ScaleLevel::nominal).gap == StatisticGap::not_finite);
    CHECK(kendall_w(below).w.gap == StatisticGap::not_finite);
}

TEST_CASE("A severe member and one outlying sheet are found")
{
    const RatingTable table = table_of(4, 3, {80, 70, 82, 60, 50, 61, 90, 80, 89, 70, 60, 20});
    const std::vector<MemberHabit> habits = member_habits(table);
    CHECK(near(habits[1].severity, ((70 - 81.0) + (50 - 60.5) + (80 - 89.5) + (60 - 45.0)) / 4));
    CHECK(habits[0].sheets == 4);
    const OutlyingSheets out = outlying_sheets(table, 10);
    REQUIRE(out.sheets.size() == 1);
    CHECK(out.sheets[0].row == 3);
    CHECK(out.sheets[0].column == 2);
    CHECK(out.sheets[0].robust_z < 0);
}

TEST_CASE("Drawn weights make the whole and are uniform on the simplex")
{
    double squares = 0;
    const int draws = 20000;
    for (std::uint64_t draw = 0; draw < draws; ++draw) {
        std::int64_t sum = 0;
        for (std::int64_t weight : drawn_weights(4, 11, draw)) {
            CHECK(weight >= 0);
            sum += weight;
            const double share = static_cast<double>(weight) / static_cast<double>(weight_whole);
            squares += share * share;
        }
        CHECK(sum == weight_whole);
    }
    CHECK(std::abs(squares / (4 * draws) - 0.1) < 0.002);  // 2 / (k (k + 1)), k = 4
}

TEST_CASE("Ranks are those of the drawn weights, however the draws are divided")
{
    PointTable points(5, 3);
    points.values = {9, 1, 5, 1, 9, 5, 5, 5, 5, 5, 5, 5, 1, 1, 1};
    const RankAcceptability all = rank_acceptability(points, 3, 0, 1000);
    RankAcceptability parts = rank_acceptability(points, 3, 700, 300);
    add_draws(parts, rank_acceptability(points, 3, 0, 700));
    CHECK(all.counts == parts.counts);
    CHECK(all.best == parts.best);
    CHECK(all.worst == parts.worst);
    std::vector<std::uint64_t> counts(25, 0);
    for (std::uint64_t draw = 0; draw < 1000; ++draw) {
        const std::vector<std::int64_t> weights = drawn_weights(3, 3, draw);
        std::vector<std::int64_t> totals(5, 0);
        for (std::size_t i = 0; i < 15; ++i) totals[i / 3] += weights[i % 3] * points.values[i];
        for (std::size_t row = 0; row < 5; ++row) {
            std::size_t rank = 0;
            for (std::int64_t other : totals) rank += other > totals[row] ? 1 : 0;
            ++counts[row * 5 + rank];
        }
    }
    CHECK(all.counts == counts);
    CHECK(all.best[4] == 5);
    CHECK(all.worst[4] == 5);
    CHECK(all.best[2] == all.best[3]);
    CHECK_THROWS_AS(rank_acceptability(PointTable(1, 0), 1, 0, 1), std::invalid_argument);
}

TEST_CASE("Rank acceptability counts what each draw says, for any table and however many draws are counted together")
{
    test::Random random(8);
    for (int turn = 0; turn < 60; ++turn) {
        const auto rows = static_cast<std::size_t>(random.between(1, 40)),
                   criteria = static_cast<std::size_t>(random.between(1, 9));
        const std::int64_t most = random.once_in(3) ? std::int64_t{1} << 30 : random.between(1, 50);
        PointTable points(rows, criteria);
        for (std::int64_t& value : points.values) value = random.between(-most, most);
        if (rows > 4)  // a row twice: always equal
            for (std::size_t i = 0; i < criteria; ++i) points.at(3, i) = points.at(1, i);
        const auto draws = static_cast<std::uint64_t>(random.between(1, 200));
        const RankAcceptability out = rank_acceptability(points, 11, 5, draws);
        std::vector<std::uint64_t> counts(rows * rows, 0);
        std::vector<std::size_t> best(rows, rows), worst(rows, 0);
        for (std::uint64_t draw = 5; draw < 5 + draws; ++draw) {
            const std::vector<std::int64_t> weights = drawn_weights(criteria, 11, draw);
            std::vector<std::int64_t> totals(rows, 0);
            for (std::size_t i = 0; i < points.values.size(); ++i)
                totals[i / criteria] += weights[i % criteria] * points.values[i];
            for (std::size_t row = 0; row < rows; ++row) {
                std::size_t rank = 0;
                for (const std::int64_t other : totals) rank += other > totals[row] ? 1 : 0;
                ++counts[row * rows + rank];
                best[row] = std::min(best[row], rank + 1);
                worst[row] = std::max(worst[row], rank + 1);
            }
        }
        INFO("turn " << turn);
        REQUIRE(out.counts == counts);
        REQUIRE(out.best == best);
        REQUIRE(out.worst == worst);
    }
}

TEST_CASE("Calibrated grades take a severe member's marks for what they are")
{
    // Grades 80, 70, 60; the second member gives 4 more than the first, the third 2 less.
    RatingTable table = table_of(3, 3, {80, 84, 0, 0, 74, 68, 60, 0, 58});
    const CalibratedGrades found = calibrated_grades(table);
    REQUIRE(found.gap == StatisticGap::none);
    const double lift = 2.0 / 3;  // leniencies 0, 4, -2 less their mean
    CHECK(near(found.grades[0], 80 + lift));
    CHECK(near(found.grades[1], 70 + lift));
    CHECK(near(found.grades[2], 60 + lift));
    CHECK(near(found.leniencies[1], 4 - lift));
    CHECK(near(found.means[2], 59));
}

TEST_CASE("Where every member scored everything, calibrated grades are the means")
{
    const CalibratedGrades found = calibrated_grades(shrout_fleiss());
    for (std::size_t row = 0; row < 6; ++row) CHECK(near(found.grades[row], *found.means[row]));
}

TEST_CASE("Calibrated grades say when the members fall apart, and pass over who has no sheet")
{
    CHECK(calibrated_grades(table_of(2, 2, {5, 0, 0, 7})).gap == StatisticGap::not_connected);
    CHECK(calibrated_grades(table_of(2, 2, {5, 0, 7, 0})).gap == StatisticGap::too_few_members);
    CHECK(calibrated_grades(table_of(1, 2, {5, 6})).gap == StatisticGap::too_few_initiatives);
    const CalibratedGrades found = calibrated_grades(table_of(3, 3, {5, 0, 6, 7, 0, 9, 0, 0, 0}));
    REQUIRE(found.gap == StatisticGap::none);
    CHECK_FALSE(found.leniencies[1]);
    CHECK_FALSE(found.grades[2]);
    CHECK(near(found.leniencies[2], 0.75));
}
