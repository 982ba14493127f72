// The working calendar and periods: single days, and columns of them without the GIL.
#include "pybind.hpp"

#include <algorithm>

#include <sangkien/io/report_parts_inl.hpp>

namespace sangkien::python {

namespace {

Roll read_roll(const std::string& name)
{
    for (const Roll roll : {Roll::none, Roll::forward, Roll::backward})
        if (name == word(roll)) return roll;
    throw py::value_error("roll is one of 'none', 'forward', 'backward', not '" + name + "'");
}

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

    py::ssize_t size() const { return info_.size; }
    Value& operator[](py::ssize_t i) const { return static_cast<Value*>(info_.ptr)[i]; }

private:
    py::buffer_info info_;
};

void need_same_size(py::ssize_t a, py::ssize_t b)
{
    if (a != b) throw py::value_error("the columns have different lengths");
}

void are_working(const BoundCalendar& bound, const py::buffer& days, const py::buffer& out)
{
    const Column<std::int32_t> from(days, false);
    const Column<bool> to(out, true);
    need_same_size(from.size(), to.size());
    const py::gil_scoped_release quiet;
    for (py::ssize_t i = 0; i < from.size(); ++i) to[i] = bound.calendar.is_working(Day{from[i]});
}

void add_column(const BoundCalendar& bound, const py::buffer& days, const py::buffer& n, const std::string& roll,
                const py::buffer& out)
{
    const Column<std::int32_t> from(days, false);
    const Column<std::int64_t> by(n, false);
    const Column<std::int32_t> to(out, true);
    need_same_size(from.size(), by.size());
    need_same_size(from.size(), to.size());
    const Roll where = read_roll(roll);
    const py::gil_scoped_release quiet;
    for (py::ssize_t i = 0; i < from.size(); ++i)
        to[i] = bound.calendar.add_working_days(Day{from[i]}, by[i], where).count;
}

void count_column(const BoundCalendar& bound, const py::buffer& a, const py::buffer& b, const py::buffer& out)
{
    const Column<std::int32_t> from(a, false);
    const Column<std::int32_t> until(b, false);
    const Column<std::int64_t> to(out, true);
    need_same_size(from.size(), until.size());
    need_same_size(from.size(), to.size());
    const py::gil_scoped_release quiet;
    for (py::ssize_t i = 0; i < from.size(); ++i)
        to[i] = bound.calendar.count_working_days(Day{from[i]}, Day{until[i]});
}

py::dict explain(const BoundCalendar& bound, std::int32_t count)
{
    const Day day{count};
    const Citation& citation = bound.calendar.citation(day);
    const std::optional<SpecialDay> special = bound.calendar.special(day);
    py::dict out;
    out["working"] = bound.calendar.is_working(day);
    out["kind"] = word(bound.calendar.kind(day));
    out["name"] = words(special ? special->name : bound.calendar.why_off(day));
    out["pair"] = special && special->pair ? py::cast(special->pair->count) : py::none();
    out["rulebook"] = citation.rulebook;
    out["clause"] = citation.clause;
    out["provenance"] = word(citation.provenance);
    return out;
}

// The last day, or nothing when no rulebook says; and the steps as the report writes them.
std::pair<std::optional<std::int32_t>, std::string> period_last_day(const BoundCalendar& bound, std::int32_t event,
                                                                    const std::string& length)
{
    const Length parsed = parse_length(length);
    Deadline deadline = bound.periods
                            ? period_end(Day{event}, parsed, *bound.periods, bound.calendar, {})
                            : undetermined_deadline({"periods", {"cách tính thời hạn", "how periods are reckoned"}});
    for (Finding& step : deadline.steps) {  // the caller's own length rests on no clause
        const auto nowhere = [](const Citation& c) { return c.rulebook.empty() && c.clause.empty(); };
        step.citations.erase(std::remove_if(step.citations.begin(), step.citations.end(), nowhere),
                             step.citations.end());
    }
    JsonWriter out;
    detail::put_findings(out, deadline.steps);
    return {deadline.determined ? std::optional(deadline.last_day.count) : std::nullopt, out.take()};
}

std::tuple<int, std::string, py::dict> read_period(const std::string& text)
{
    const Length length = parse_length(text);
    const std::string canonical = to_text(length);
    return {length.number, canonical, words(shown(length))};
}

}  // namespace

void bind_calendar(py::module_& module)
{
    py::class_<BoundCalendar>(module, "Calendar", "Days are whole numbers, counted from 1970-01-01.")
        .def_property_readonly("years", [](const BoundCalendar& bound) { return bound.calendar.years(YearStatus::decided); })
        .def(
            "is_working", [](const BoundCalendar& bound, std::int32_t day) { return bound.calendar.is_working({day}); },
            py::arg("day"))
        .def(
            "add_working_days",
            [](const BoundCalendar& bound, std::int32_t day, std::int64_t n, const std::string& roll) {
                return bound.calendar.add_working_days({day}, n, read_roll(roll)).count;
            },
            py::arg("day"), py::arg("n"), py::arg("roll"))
        .def(
            "count_working_days",
            [](const BoundCalendar& bound, std::int32_t a, std::int32_t b) {
                return bound.calendar.count_working_days({a}, {b});
            },
            py::arg("a"), py::arg("b"))
        .def("explain", &explain, py::arg("day"))
        .def("are_working", &are_working, py::arg("days"), py::arg("out"), "int32 in, bool out; without the GIL.")
        .def("add_column", &add_column, py::arg("days"), py::arg("n"), py::arg("roll"), py::arg("out"),
             "int32 and int64 in, int32 out; without the GIL.")
        .def("count_column", &count_column, py::arg("a"), py::arg("b"), py::arg("out"),
             "int32 in, int64 out; without the GIL.")
        .def("period_last_day", &period_last_day, py::arg("event"), py::arg("length"),
             "Last day (nothing: no rulebook says) and the steps as JSON.");
    module.def("read_period", &read_period, py::arg("text"), "Number, canonical text, text in both languages.");
}

}  // namespace sangkien::python
