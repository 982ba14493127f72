// Many councils at once say what score() says of each.
#include "../catch.hpp"
#include "../random.hpp"
#include "../scoring/council.hpp"

#include <sangkien/batch/councils.hpp>

using namespace council;

namespace {

using Random = sangkien::test::Random;

std::string random_rubric(Random& random)
{
    const auto pick = [&](std::initializer_list<const char*> from) {
        return std::string(from.begin()[random.between(0, static_cast<std::int64_t>(from.size()) - 1)]);
    };
    std::string out = R"({"whole": 100, "criteria": {)";
    out += random.once_in(2) ? R"("a": {"max": 60, "step": "0.5"}, "b": {"max": 40, "step": "0.5")"
                             : R"("a": {"max": 30, "weight": "1/3"}, "b": {"max": 40, "weight": "2/3")";
    if (random.once_in(2)) out += R"(, "min": ")" + pick({"10", "20.5", "61/3"}) + "\"";
    out += "}";
    if (random.once_in(3))
        out += R"(, "c": {"max": 10, "counts": ")" + pick({"bonus", "penalty", "independent"}) + "\"}";
    out += R"(}, "figure": {)" +
           pick({R"("method": "mean")", R"("method": "median")",
                 R"("method": "trimmed-mean", "drop": 1, "when-at-least": 5)"}) +
           "}";
    if (random.once_in(2))
        out += R"(, "rounding": {"places": )" + pick({"0", "1", "2"}) + R"(, "mode": ")" +
               pick({"half-up", "half-even", "down"}) + "\"}";
    out += R"(, "pass": {"total": )" + pick({"40", "50", "\"149/3\""}) + (random.once_in(2) ? R"(, "each": 12})" : "}");
    if (random.once_in(2))
        out +=
            R"(, "shortfall": ")" + pick({"flag", "lower"}) +
            R"(", "classes": {"A": {"from": 70, "needs": {"a": 20}}, "B": {"from": "50", "below": 70, "needs": {"b": "39/2"}},
                   "C": {"from": 40, "below": 50}})";
    return out + "}";
}

bool same(const CouncilFigures& a, const CouncilFigures& b)
{
    return a.total == b.total && a.standing == b.standing && a.klass == b.klass && a.flagged == b.flagged &&
           a.passes == b.passes;
}

template <class Count>
std::vector<Count> as_columns(const std::vector<std::int32_t>& scores, std::size_t councils, std::size_t stride)
{
    const std::size_t columns = scores.size() / councils;
    std::vector<Count> out(columns * stride);
    for (std::size_t i = 0; i < scores.size(); ++i)
        out[i % columns * stride + i / columns] = static_cast<Count>(scores[i]);
    return out;
}

// In 16 and 32 bits, sheet by sheet and in columns; and in thousandths, whose sums outgrow 16 bits.
void same_in_every_layout(const Rubric& rules, std::int64_t members, const std::vector<std::int32_t>& scores,
                          const std::vector<CouncilFigures>& expected)
{
    const CouncilKernel halves(rules, members, Ratio(1, 2)), fine(rules, members, Ratio(1, 1000));
    const std::size_t councils = expected.size(), stride = councils + 3;
    std::vector<CouncilFigures> out[5];
    for (auto& one : out) one.resize(councils);
    halves.run(std::vector<std::int16_t>(scores.begin(), scores.end()).data(), councils, out[0].data());
    halves.run_columns(as_columns<std::int16_t>(scores, councils, stride).data(), stride, councils, out[1].data());
    halves.run_columns(as_columns<std::int32_t>(scores, councils, stride).data(), stride, councils, out[2].data());
    std::vector<std::int32_t> large(scores);
    for (std::int32_t& one : large) one *= 500;
    fine.run(large.data(), councils, out[3].data());
    fine.run_columns(as_columns<std::int32_t>(large, councils, stride).data(), stride, councils, out[4].data());
    for (int way = 0; way < 5; ++way)
        for (std::size_t i = 0; i < councils; ++i) {
            CouncilFigures one = out[way][i];
            const CouncilKernel& kernel = way < 3 ? halves : fine;
            one.total = (Ratio(one.total, kernel.denominator()) * Ratio(halves.denominator())).numerator();
            one.standing =
                (Ratio(one.standing, kernel.standing_denominator()) * Ratio(halves.standing_denominator())).numerator();
            INFO("way " << way << ", council " << i);
            REQUIRE(same(one, expected[i]));
        }
}

}  // namespace

TEST_CASE("Columns of councils come out as each does alone")
{
    Random random(934);
    int compared = 0, classes = 0;
    for (int turn = 0; turn < 300; ++turn) {
        const std::string json = random_rubric(random);
        const Rubric rules = rubric(json);
        const std::int64_t members = random.between(1, 9);
        const CouncilKernel kernel(rules, members, Ratio(1, 2));
        const std::size_t each = 10;
        std::vector<std::int32_t> scores;
        for (std::size_t i = 0; i < each * static_cast<std::size_t>(members); ++i)
            for (const Criterion& criterion : rules.criteria)
                scores.push_back(static_cast<std::int32_t>(random.between(0, 2 * criterion.max.numerator())));
        std::vector<CouncilFigures> got(each);
        kernel.run(scores.data(), each, got.data());
        same_in_every_layout(rules, members, scores, got);
        const std::int32_t* at = scores.data();
        for (const CouncilFigures& one : got) {
            Season round = season(static_cast<int>(members));
            for (int member = 1; member <= members; ++member) {
                std::vector<Score> sheet;
                for (const Criterion& criterion : rules.criteria)
                    sheet.push_back(given(criterion.name.id.c_str(), Ratio(*at++, 2)));
                add_ballot(round, member, Vote::none, std::move(sheet));
            }
            const ScoreResult alone = judged(rules, round);
            INFO(json);
            REQUIRE(Ratio(one.total, kernel.denominator()) == *alone.total);
            REQUIRE(Ratio(one.standing, kernel.standing_denominator()) == *alone.standing());
            REQUIRE((one.passes ? Truth::pass : Truth::fail) == alone.decision);
            REQUIRE(one.flagged == alone.flagged);
            const std::string klass = one.klass < 0 ? "-" : rules.classes[static_cast<std::size_t>(one.klass)].name.id;
            REQUIRE(klass == (alone.klass ? alone.klass->id : "-"));
            classes += one.klass >= 0;
            ++compared;
        }
    }
    CHECK(compared == 3000);
    CHECK(classes > 500);
}

TEST_CASE("However many councils there are at once, each comes out as alone")
{
    Random random(935);
    const Rubric rules = rubric(
        R"({"whole": 100, "criteria": {"a": {"max": 60, "min": 20}, "b": {"max": 40}}, "figure": {"method": "median"},
            "rounding": {"places": 0, "mode": "half-even"}, "pass": {"total": 50}, "shortfall": "lower",
            "classes": {"A": {"from": 80, "needs": {"a": 50}}, "B": {"from": 60, "below": 80}, "C": {"from": 20, "below": 60}}})");
    const CouncilKernel kernel(rules, 8, Ratio(1, 2));
    const std::size_t councils = 1000, each = kernel.members() * kernel.criteria();
    std::vector<std::int32_t> scores;
    for (std::size_t i = 0; i < councils * each; ++i)
        scores.push_back(static_cast<std::int32_t>(random.between(40, i % 2 == 0 ? 120 : 80)));
    std::vector<CouncilFigures> alone(councils);
    for (std::size_t i = 0; i < councils; ++i) kernel.run(scores.data() + i * each, 1, &alone[i]);
    same_in_every_layout(rules, 8, scores, alone);
    // A part of the columns, such as a thread's.
    const std::vector<std::int16_t> columns = as_columns<std::int16_t>(scores, councils, councils);
    std::vector<CouncilFigures> part(300);
    kernel.run_columns(columns.data() + 600, councils, 300, part.data());
    for (std::size_t i = 0; i < 300; ++i) REQUIRE(same(part[i], alone[600 + i]));
}

TEST_CASE("What columns of councils do not do is refused")
{
    const auto refused = [](const std::string& json, std::int64_t members) {
        try {
            CouncilKernel(rubric(json), members, Ratio(1));
        } catch (const Error& error) {
            return code(error.problems().front().id);
        }
        return std::string();
    };
    CHECK(refused(two_criteria(), 9).empty());
    CHECK(refused(two_criteria(), 65) == "SK1205");
    CHECK(refused(R"({"vote": {"fraction": "2/3", "of": "members", "method": "agree"}})", 9) == "SK1205");
    CHECK(refused(R"({"whole": 100, "criteria": {"a": {"max": 100}}, "figure": {"method": "qualifying-count"}})", 9) ==
          "SK1205");
}
