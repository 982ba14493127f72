// Ranks of many rows are those of the definition: one more than the rows that come before.
#include "../catch.hpp"
#include "../random.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <stdexcept>

#include <sangkien/batch/ranking.hpp>
#include <sangkien/core/key_order_inl.hpp>

using namespace sangkien;

namespace {

using Random = sangkien::test::Random;
using Columns = std::vector<std::vector<std::int64_t>>;
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min(),
                       most = std::numeric_limits<std::int64_t>::max();

std::vector<std::int64_t> defined(const Columns& keys, Ties ties)
{
    std::vector<std::vector<std::int64_t>> rows;
    for (std::size_t row = 0; row < keys.front().size(); ++row) {
        rows.emplace_back();
        for (const auto& column : keys) rows.back().push_back(column[row]);
    }
    std::vector<std::vector<std::int64_t>> sorted = rows;
    std::sort(sorted.rbegin(), sorted.rend());
    if (ties == Ties::dense) sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    std::vector<std::int64_t> out;
    for (const auto& row : rows)
        out.push_back(std::lower_bound(sorted.begin(), sorted.end(), row, std::greater<>()) - sorted.begin() + 1);
    return out;
}

// Few values or many, near to each other or over the whole of 64 bits, in clusters, and the ends.
std::int64_t value(Random& random, std::int64_t kind)
{
    switch (kind) {
        case 0: return random.between(0, 20);
        case 1: return random.between(-5000, 5000);
        case 2: return random.between(0, (std::int64_t{1} << 34) - 1) + 7;
        case 3: return static_cast<std::int64_t>(random());
        case 4: return random.between(0, 3) * (std::int64_t{1} << 60) + random.between(0, 50);
        case 5: return random.once_in(40) ? most : random.between(0, 300);
        case 6: return random.once_in(2) ? least : most;
        default: return 4;
    }
}

}  // namespace

TEST_CASE("A rank is one more than the rows, or the different ones, that come before")
{
    Random random(3321);
    for (int turn = 0; turn < 600; ++turn) {
        const auto rows = static_cast<std::size_t>(random.between(1, turn % 50 == 0 ? 5000 : 60));
        Columns keys(static_cast<std::size_t>(random.between(1, 4)));
        for (auto& column : keys) {
            const std::int64_t kind = random.between(0, 7);
            for (std::size_t row = 0; row < rows; ++row) column.push_back(value(random, kind));
        }
        INFO("turn " << turn);
        REQUIRE(rank_rows(keys) == defined(keys, Ties::leave_gaps));
        REQUIRE(rank_rows(keys, Ties::dense) == defined(keys, Ties::dense));
    }
}

TEST_CASE("Ranks of rows in another order are the same ranks")
{
    Random random(5);
    Columns keys(2);
    for (int row = 0; row < 20000; ++row) {
        keys[0].push_back(random.between(0, 400000000));
        keys[1].push_back(random.between(0, 9));
        if (row % 3 == 0) keys[0].back() = keys[0].front();
    }
    const std::vector<std::int64_t> ranks = rank_rows(keys);
    Columns turned = keys;
    for (auto& column : turned) std::reverse(column.begin(), column.end());
    std::vector<std::int64_t> again = rank_rows(turned);
    std::reverse(again.begin(), again.end());
    CHECK(again == ranks);
    CHECK(ranks == defined(keys, Ties::leave_gaps));
}

TEST_CASE("Of equal keys the earlier row comes first, whatever the keys")
{
    Random random(6);
    for (std::int64_t kind = 0; kind < 8; ++kind) {
        std::vector<std::uint64_t> keys;
        for (int row = 0; row < 3000; ++row) keys.push_back(static_cast<std::uint64_t>(value(random, kind)));
        std::size_t last = 0;
        bool any = false, ordered = true;
        detail::KeyOrder().ranks(keys.data(), keys.size(), 64, [&](std::size_t row, std::size_t, std::size_t) {
            if (any) ordered = ordered && (keys[last] < keys[row] || (keys[last] == keys[row] && last < row));
            last = row;
            any = true;
        });
        INFO("kind " << kind);
        CHECK(ordered);
    }
}

TEST_CASE("Nothing to rank gives no ranks, nothing to rank by gives all the first, columns must be as long")
{
    CHECK(rank_rows(Columns{}).empty());
    CHECK(rank_rows(Columns{{}, {}}).empty());
    std::int64_t ranks[3] = {};
    rank_rows(nullptr, 0, 3, Ties::dense, ranks);
    CHECK((ranks[0] == 1 && ranks[1] == 1 && ranks[2] == 1));
    CHECK_THROWS_AS(rank_rows(Columns{{1, 2}, {1}}), std::invalid_argument);
}
