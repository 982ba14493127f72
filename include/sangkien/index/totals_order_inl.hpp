// Totals of offices put in order, many times over.
#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

namespace sangkien::detail {

struct PlacedTotal {
    double total;
    std::size_t office;
};

// Rising. Totals lie near each other, and go into as many drawers as there are of them before each drawer is sorted; what
// branches of a plain sort cannot foresee is half of a replicate's time.
inline void sort_totals(std::vector<PlacedTotal>& totals, std::vector<PlacedTotal>& room)
{
    const auto less = [](const PlacedTotal& a, const PlacedTotal& b) { return a.total < b.total; };
    if (totals.size() < 2) return;
    const auto [low, high] = std::minmax_element(totals.begin(), totals.end(), less);
    const double from = low->total, width = high->total - from;
    if (!(width > 1e-9 && width < std::numeric_limits<double>::max()))
        return std::sort(totals.begin(), totals.end(), less);
    const double scale = static_cast<double>(totals.size() - 1) / width;
    std::vector<std::size_t> ends(totals.size() + 1, 0);
    const auto drawer = [&](double total) { return static_cast<std::size_t>((total - from) * scale); };
    for (const PlacedTotal& one : totals) ++ends[drawer(one.total) + 1];
    for (std::size_t i = 1; i < ends.size(); ++i) ends[i] += ends[i - 1];
    room.resize(totals.size());
    for (const PlacedTotal& one : totals) room[ends[drawer(one.total)]++] = one;
    std::size_t begin = 0;
    for (std::size_t i = 0; i + 1 < ends.size(); begin = ends[i++])
        if (ends[i] - begin > 1)
            std::sort(room.begin() + static_cast<std::ptrdiff_t>(begin),
                      room.begin() + static_cast<std::ptrdiff_t>(ends[i]), less);
    totals.swap(room);
}

}  // namespace sangkien::detail
