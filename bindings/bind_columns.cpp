// Columns of days: numpy's int64 and int32 as buffers, without the GIL and without a copy.
#include "columns.hpp"

#include <sangkien/batch/day_columns.hpp>

namespace sangkien::python {

namespace {

template <class Count>
void add(const BoundCalendar& bound, const py::buffer& days, std::int64_t n, Roll roll, const py::buffer& out,
         std::size_t first_row)
{
    const Column<Count> from(days, false), to(out, true);
    need_same_size(from.size(), to.size());
    const py::gil_scoped_release quiet;
    add_working_days(bound.calendar, from.data(), from.size(), n, roll, to.data(), first_row);
}

template <class Count>
void add_each(const BoundCalendar& bound, const py::buffer& days, const py::buffer& n, Roll roll, const py::buffer& out,
              std::size_t first_row)
{
    const Column<Count> from(days, false), to(out, true);
    const Column<std::int64_t> by(n, false);
    need_same_size(from.size(), by.size());
    need_same_size(from.size(), to.size());
    const py::gil_scoped_release quiet;
    add_working_days(bound.calendar, from.data(), by.data(), from.size(), roll, to.data(), first_row);
}

template <class Count>
std::size_t count(const BoundCalendar& bound, const py::buffer& a, const py::buffer& b, const py::buffer& out,
                  std::size_t first_row)
{
    const Column<Count> from(a, false), until(b, false);
    const Column<std::int64_t> to(out, true);
    need_same_size(from.size(), until.size());
    need_same_size(from.size(), to.size());
    const py::gil_scoped_release quiet;
    return count_working_days(bound.calendar, from.data(), until.data(), from.size(), to.data(), first_row);
}

template <class Count>
void kinds_of(const BoundCalendar& bound, const py::buffer& days, const py::buffer& out, std::size_t first_row)
{
    const Column<Count> from(days, false);
    const Column<std::uint8_t> to(out, true);
    need_same_size(from.size(), to.size());
    const py::gil_scoped_release quiet;
    kinds(bound.calendar, from.data(), from.size(), to.data(), first_row);
}

template <class Count>
void ends(const BoundCalendar& bound, const std::string& length, const py::buffer& days, const py::buffer& out,
          std::size_t first_row)
{
    const Column<Count> from(days, false), to(out, true);
    need_same_size(from.size(), to.size());
    const Length parsed = parse_length(length);
    const PeriodRules rules = bound.periods.value_or(PeriodRules{});
    const py::gil_scoped_release quiet;
    period_ends(bound.calendar, rules, parsed, from.data(), from.size(), to.data(), first_row);
}

template <class Count>
std::optional<int> touches(const BoundCalendar& bound, const py::buffer& a, const py::buffer& b, bool counted)
{
    const Column<Count> from(a, false), until(b, false);
    need_same_size(from.size(), until.size());
    const py::gil_scoped_release quiet;
    return touched_year(bound.calendar, from.data(), until.data(), from.size(), counted);
}

}  // namespace

void bind_columns(py::class_<BoundCalendar>& calendar)
{
    calendar
        .def(
            "touches",
            [](const BoundCalendar& bound, const py::buffer& a, const py::buffer& b, bool counted) {
                return (wide(a) ? touches<std::int64_t> : touches<std::int32_t>)(bound, a, b, counted);
            },
            py::arg("a"), py::arg("b"), py::arg("counted"),
            "A provisional year that a row touches, or nothing; `counted`: the later day is not part of the row.")
        .def(
            "add_column",
            [](const BoundCalendar& bound, const py::buffer& days, std::int64_t n, const std::string& roll,
               const py::buffer& out, std::size_t first_row) {
                (wide(days) ? add<std::int64_t> : add<std::int32_t>)(bound, days, n, read_roll(roll), out, first_row);
            },
            py::arg("days"), py::arg("n"), py::arg("roll"), py::arg("out"), py::arg("first_row"),
            "int64 or int32 in, the same out; without the GIL.")
        .def(
            "add_each",
            [](const BoundCalendar& bound, const py::buffer& days, const py::buffer& n, const std::string& roll,
               const py::buffer& out, std::size_t first_row) {
                (wide(days) ? add_each<std::int64_t> : add_each<std::int32_t>)(bound, days, n, read_roll(roll), out,
                                                                               first_row);
            },
            py::arg("days"), py::arg("n"), py::arg("roll"), py::arg("out"), py::arg("first_row"),
            "The same with an int64 n for each row.")
        .def(
            "count_column",
            [](const BoundCalendar& bound, const py::buffer& a, const py::buffer& b, const py::buffer& out,
               std::size_t first_row) {
                return (wide(a) ? count<std::int64_t> : count<std::int32_t>)(bound, a, b, out, first_row);
            },
            py::arg("a"), py::arg("b"), py::arg("out"), py::arg("first_row"),
            "int64 or int32 in, int64 out, the smallest for no day; gives the rows that are none. Without the GIL.")
        .def(
            "kinds",
            [](const BoundCalendar& bound, const py::buffer& days, const py::buffer& out, std::size_t first_row) {
                (wide(days) ? kinds_of<std::int64_t> : kinds_of<std::int32_t>)(bound, days, out, first_row);
            },
            py::arg("days"), py::arg("out"), py::arg("first_row"),
            "int64 or int32 in, uint8 out, a position in day_kinds(); 255 for no day.")
        .def(
            "period_ends",
            [](const BoundCalendar& bound, const std::string& length, const py::buffer& days, const py::buffer& out,
               std::size_t first_row) {
                (wide(days) ? ends<std::int64_t> : ends<std::int32_t>)(bound, length, days, out, first_row);
            },
            py::arg("length"), py::arg("days"), py::arg("out"), py::arg("first_row"),
            "int64 or int32 in, the same out; no day where no rule says.");
}

}  // namespace sangkien::python
