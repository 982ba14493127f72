// Days kept in seconds, milliseconds, microseconds or nanoseconds, as pandas keeps them: to days and back, in one pass
// each and without the GIL.
#include "columns.hpp"

namespace sangkien::python {

namespace {

constexpr std::int64_t no_day = INT64_MIN;

// The factor is a constant of the code, so that no row divides. False at a moment within a day.
template <std::int64_t PerDay>
bool cut(const std::int64_t* moments, std::size_t count, std::int64_t* out)
{
    for (std::size_t i = 0; i < count; ++i) {
        const std::int64_t day = moments[i] / PerDay;
        const bool whole = day * PerDay == moments[i];
        if (!whole && moments[i] != no_day) return false;
        out[i] = whole ? day : no_day;
    }
    return true;
}

// False at a day that the unit cannot reach.
template <std::int64_t PerDay>
bool spread(const std::int64_t* days, std::size_t count, std::int64_t* out)
{
    constexpr std::int64_t farthest = INT64_MAX / PerDay;
    for (std::size_t i = 0; i < count; ++i) {
        const bool reached = days[i] <= farthest && days[i] >= -farthest;
        if (!reached && days[i] != no_day) return false;
        out[i] = reached ? days[i] * PerDay : no_day;
    }
    return true;
}

using Pass = bool (*)(const std::int64_t*, std::size_t, std::int64_t*);

bool run(Pass seconds, Pass milliseconds, Pass microseconds, Pass nanoseconds, const std::string& unit,
         const py::buffer& in, const py::buffer& out)
{
    const Pass pass = unit == "s"    ? seconds
                      : unit == "ms" ? milliseconds
                      : unit == "us" ? microseconds
                      : unit == "ns" ? nanoseconds
                                     : nullptr;
    if (pass == nullptr) throw py::value_error("unit is one of 's', 'ms', 'us', 'ns', not '" + unit + "'");
    const Column<std::int64_t> from(in, false), to(out, true);
    need_same_size(from.size(), to.size());
    const py::gil_scoped_release quiet;
    return pass(from.data(), from.size(), to.data());
}

}  // namespace

void bind_units(py::module_& module)
{
    constexpr std::int64_t s = 86400, ms = s * 1000, us = ms * 1000, ns = us * 1000;
    module.def(
        "cut_to_days",
        [](const std::string& unit, const py::buffer& moments, const py::buffer& out) {
            return run(cut<s>, cut<ms>, cut<us>, cut<ns>, unit, moments, out);
        },
        py::arg("unit"), py::arg("moments"), py::arg("out"), "int64 in and out; False when one lies within a day.");
    module.def(
        "spread_days",
        [](const std::string& unit, const py::buffer& days, const py::buffer& out) {
            return run(spread<s>, spread<ms>, spread<us>, spread<ns>, unit, days, out);
        },
        py::arg("unit"), py::arg("days"), py::arg("out"), "The way back; False when the unit does not reach a day.");
}

}  // namespace sangkien::python
