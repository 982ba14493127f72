// Columns that Python hands in as buffers, and columns that come and go as Arrow capsules.
#pragma once

#include "pybind.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace sangkien::python {

// A column that Python has made: one dimension, packed.
template <class Value>
class Column {
public:
    Column(const py::buffer& buffer, bool writable) : info_(buffer.request(writable))
    {
        if (info_.ndim != 1 || info_.itemsize != static_cast<py::ssize_t>(sizeof(Value)) ||
            (info_.size > 1 && info_.strides[0] != info_.itemsize))
            throw py::value_error("a packed column of " + std::to_string(sizeof(Value)) + "-byte values is needed");
    }

    std::size_t size() const { return static_cast<std::size_t>(info_.size); }
    Value* data() const { return static_cast<Value*>(info_.ptr); }

private:
    py::buffer_info info_;
};

// A provisional year that the days from a[i] to b[i], in either order, touch in some row; nothing when none does. The
// later day is left out where they are `counted`.
template <class Count>
std::optional<int> touched_year(const Calendar& calendar, const Count* a, const Count* b, std::size_t rows,
                                bool counted)
{
    std::vector<std::pair<Day, Day>> stretches;
    for (const int year : calendar.years(YearStatus::provisional)) {
        const Day first = day_of(year, 1, 1), last = day_of(year, 12, 31);
        if (!stretches.empty() && stretches.back().second + 1 == first)
            stretches.back().second = last;
        else
            stretches.emplace_back(first, last);
    }
    constexpr Count none = std::numeric_limits<Count>::min();
    for (std::size_t i = 0; i < rows; ++i) {
        if (a[i] == none || b[i] == none || (counted && a[i] == b[i])) continue;
        const Count low = std::min(a[i], b[i]), high = static_cast<Count>(std::max(a[i], b[i]) - (counted ? 1 : 0));
        for (const auto& stretch : stretches)
            if (low <= stretch.second.count && stretch.first.count <= high)
                return civil(low < stretch.first.count ? stretch.first : Day{static_cast<std::int32_t>(low)}).year;
    }
    return std::nullopt;
}

inline bool wide(const py::buffer& days) { return days.request().itemsize == 8; }

inline void need_same_size(std::size_t a, std::size_t b)
{
    if (a != b) throw py::value_error("the columns have different lengths");
}

}  // namespace sangkien::python
