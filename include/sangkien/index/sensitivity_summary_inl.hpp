// One office over all replicates.
#pragma once

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "sensitivity.hpp"

namespace sangkien {

namespace detail {

// Type 7 of Hyndman and Fan (1996), of sorted values.
template <class Value>
double quantile(const std::vector<Value>& sorted, double p)
{
    const double at = p * static_cast<double>(sorted.size() - 1);
    const auto low = static_cast<std::size_t>(at);
    const std::size_t high = std::min(low + 1, sorted.size() - 1);
    const double part = at - static_cast<double>(low);
    return static_cast<double>(sorted[low]) +
           part * (static_cast<double>(sorted[high]) - static_cast<double>(sorted[low]));
}

}  // namespace detail

SANGKIEN_INLINE std::vector<SensitivitySummary> summarise(std::size_t offices, std::size_t replicates,
                                                          const double* totals, const std::int32_t* ranks, double level)
{
    if (!(level > 0 && level < 1)) throw std::invalid_argument("summarise: a level lies between 0 and 1");
    if (replicates == 0) throw std::invalid_argument("summarise: there are no replicates");
    const double low = (1 - level) / 2, high = 1 - low;
    std::vector<SensitivitySummary> out(offices);
    std::vector<double> sums(replicates);
    std::vector<std::int32_t> places(replicates);
    for (std::size_t office = 0; office < offices; ++office) {
        SensitivitySummary& one = out[office];
        std::size_t first = 0;
        for (std::size_t i = 0; i < replicates; ++i) {
            sums[i] = totals[i * offices + office];
            places[i] = ranks[i * offices + office];
            one.mean += sums[i];
            first += places[i] == 1 ? 1 : 0;
        }
        one.mean /= static_cast<double>(replicates);
        for (const double sum : sums) one.deviation += (sum - one.mean) * (sum - one.mean);
        one.deviation = replicates > 1 ? std::sqrt(one.deviation / static_cast<double>(replicates - 1)) : 0;
        std::sort(sums.begin(), sums.end());
        std::sort(places.begin(), places.end());
        one.low = detail::quantile(sums, low);
        one.middle = detail::quantile(sums, 0.5);
        one.high = detail::quantile(sums, high);
        one.rank_low = detail::quantile(places, low);
        one.rank_middle = detail::quantile(places, 0.5);
        one.rank_high = detail::quantile(places, high);
        one.first = static_cast<double>(first) / static_cast<double>(replicates);
    }
    return out;
}

}  // namespace sangkien
