// The boxes and lines of a drawn procedure.
#pragma once

#include <cstdint>
#include <vector>

namespace sangkien::detail {

// A box: a state, a step, or a column that a long line keeps free in a layer.
struct LayoutBox {
    int width = 0;
    int height = 0;
    bool column = false;
    std::size_t layer = 0;
    std::int64_t centre = 0;
    std::int64_t top = 0;
    std::vector<std::size_t> above, below;  // boxes of the neighbouring layers that lines lead to
};

// A line from one box to another, through the boxes of the layers between; drawn from first to last.
struct LayoutLine {
    std::size_t from = 0;
    std::size_t to = 0;
    std::vector<std::size_t> through;  // from the upper end to the lower, both ends included
    bool upwards = false;              // `from` is the lower end
};

// Pairs out of order, with a tree of counts.
inline std::int64_t inversions(const std::vector<std::int64_t>& values, std::size_t size)
{
    std::vector<std::int64_t> tree(size + 1);
    std::int64_t out = 0, seen = 0;
    for (const std::int64_t value : values) {
        std::int64_t upto = 0;
        for (auto i = static_cast<std::size_t>(value) + 1; i > 0; i &= i - 1) upto += tree[i];
        out += seen++ - upto;
        for (auto i = static_cast<std::size_t>(value) + 1; i <= size; i += i & (~i + 1)) ++tree[i];
    }
    return out;
}

}  // namespace sangkien::detail
