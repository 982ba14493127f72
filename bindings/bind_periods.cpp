// Periods and deadlines: when they end, which of two, what is left of one.
#include "pybind.hpp"

#include <algorithm>

#include <sangkien/calendar/deadline_compare.hpp>
#include <sangkien/io/report_parts_inl.hpp>

namespace sangkien::python {

namespace {

using Pauses = std::vector<std::pair<std::int32_t, std::optional<std::int32_t>>>;

std::vector<Suspension> suspensions_of(const Pauses& pauses)
{
    std::vector<Suspension> out;
    for (const auto& [from, resumed] : pauses)
        out.push_back({{from}, resumed ? std::optional<Day>(Day{*resumed}) : std::nullopt});
    return out;
}

SuspendedDays policy_of(bool not_counted) { return not_counted ? SuspendedDays::not_counted : SuspendedDays::as_ruled; }

// The caller's own length rests on no clause.
Deadline without_empty_citations(Deadline deadline)
{
    const auto nowhere = [](const Citation& c) { return c.rulebook.empty() && c.clause.empty(); };
    for (Finding& step : deadline.steps)
        step.citations.erase(std::remove_if(step.citations.begin(), step.citations.end(), nowhere),
                             step.citations.end());
    return deadline;
}

template <class Event>
Deadline end_of_period(const BoundCalendar& bound, Event event, const std::string& length, const Pauses& pauses,
                       bool not_counted)
{
    const Length parsed = parse_length(length);
    if (!bound.periods) return undetermined_deadline({"periods", {"cách tính thời hạn", "how periods are reckoned"}});
    return without_empty_citations(
        period_end(event, parsed, *bound.periods, bound.calendar, {}, suspensions_of(pauses), policy_of(not_counted)));
}

std::string steps_json(const Deadline& deadline)
{
    JsonWriter out;
    detail::put_findings(out, deadline.steps);
    return out.take();
}

std::tuple<int, std::string, py::dict> read_period(const std::string& text)
{
    const Length length = parse_length(text);
    const std::string canonical = to_text(length);
    return {length.number, canonical, words(shown(length))};
}

Deadline yearly(const BoundCalendar& bound, const std::string& day, int year, const std::string& name,
                const std::string& roll, const std::string& closes)
{
    std::optional<int> minutes;
    int read = 0;
    if (!closes.empty()) {
        if (!read_closing_hour(closes, read))
            throw py::value_error("closes is a time such as '17:00', not '" + closes + "'");
        minutes = read;
    }
    if (name != "before" && name != "by") throw py::value_error("bound is 'before' or 'by', not '" + name + "'");
    return without_empty_citations(yearly_deadline(parse_yearly_day(day), year,
                                                   name == "by" ? Bound::by : Bound::before, read_roll(roll),
                                                   bound.calendar, {}, {}, minutes));
}

py::object left(const Deadline& deadline, std::int64_t as_of, const BoundCalendar& bound)
{
    const std::optional<Remaining> out = remaining(deadline, {as_of}, bound.calendar);
    if (!out) return py::none();
    return py::make_tuple(out->over, out->seconds, out->days, out->working_days, out->provisional);
}

}  // namespace

void bind_periods(py::module_& module)
{
    py::class_<Deadline>(module, "Deadline")
        .def_property_readonly("day",
                               [](const Deadline& deadline) {
                                   return deadline.determined ? std::optional(deadline.last_day.count) : std::nullopt;
                               })
        .def_property_readonly("ends",
                               [](const Deadline& deadline) {
                                   return deadline.determined ? std::optional(deadline.ends.seconds) : std::nullopt;
                               })
        .def_readonly("provisional", &Deadline::provisional)
        .def("steps", &steps_json, "Findings as JSON.")
        .def(
            "reminder",
            [](const Deadline& deadline, std::int64_t n, const BoundCalendar& bound) {
                const std::optional<Day> day = reminder_day(deadline, n, bound.calendar);
                return day ? std::optional(day->count) : std::nullopt;
            },
            py::arg("working_days"), py::arg("calendar"))
        .def("remaining", &left, py::arg("as_of"), py::arg("calendar"));
    module.def(
        "named_point",
        [](const BoundCalendar& bound, const std::string& text, int year, int month) {
            NamedPoint point{};
            if (!read_named_point(text, point))
                throw py::value_error(
                    "a point is 'beginning of month', 'middle of month', 'end of month' or one of the "
                    "same of year, not '" +
                    text + "'");
            const PointDay out = named_point(point, year, month, bound.periods.value_or(PeriodRules{}));
            return out.determined ? std::optional(out.day.count) : std::nullopt;
        },
        py::arg("calendar"), py::arg("point"), py::arg("year"), py::arg("month"));
    module.def("read_period", &read_period, py::arg("text"), "Number, canonical text, text in both languages.");
    module.def(
        "period_end",
        [](const BoundCalendar& bound, std::int32_t event, const std::string& length, const Pauses& suspended,
           bool not_counted) { return end_of_period(bound, Day{event}, length, suspended, not_counted); },
        py::arg("calendar"), py::arg("event"), py::arg("length"), py::arg("suspended"), py::arg("not_counted"));
    module.def(
        "period_end_from",
        [](const BoundCalendar& bound, std::int64_t instant, const std::string& length, const Pauses& suspended,
           bool not_counted) { return end_of_period(bound, Instant{instant}, length, suspended, not_counted); },
        py::arg("calendar"), py::arg("instant"), py::arg("length"), py::arg("suspended"), py::arg("not_counted"));
    module.def("yearly_deadline", &yearly, py::arg("calendar"), py::arg("day"), py::arg("year"), py::arg("bound"),
               py::arg("roll"), py::arg("closes"));
    module.def(
        "earlier_of", [](const Deadline& a, const Deadline& b) { return earlier_of(a, b); }, py::arg("a"),
        py::arg("b"));
    module.def(
        "later_of", [](const Deadline& a, const Deadline& b) { return later_of(a, b); }, py::arg("a"), py::arg("b"));
}

}  // namespace sangkien::python
