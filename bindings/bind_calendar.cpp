// The working calendar: single days. Columns are in bind_columns.cpp and bind_arrow.cpp.
#include "pybind.hpp"

#include <datetime.h>

#include <algorithm>

#include <sangkien/io/json_reader.hpp>
#include <sangkien/rulebook/local_calendar_section.hpp>

namespace sangkien::python {

Roll read_roll(const std::string& name)
{
    for (const Roll roll : {Roll::none, Roll::forward, Roll::backward})
        if (name == word(roll)) return roll;
    throw py::value_error("roll is one of 'none', 'forward', 'backward', not '" + name + "'");
}

namespace {

py::object optional_day(const std::optional<Day>& day) { return day ? py::cast(day->count) : py::none(); }

py::dict explain(const BoundCalendar& bound, std::int32_t count)
{
    const Calendar& calendar = bound.calendar;
    const Day day{count};
    const Citation& citation = calendar.citation(day);
    const std::optional<SpecialDay> special = calendar.special(day);
    py::dict out;
    out["working"] = calendar.is_working(day);
    out["kind"] = word(calendar.kind(day));
    out["name"] = words(special ? special->name : calendar.why_off(day));
    out["pair"] = optional_day(special ? special->pair : std::nullopt);
    out["status"] = word(calendar.status(day));
    out["why_provisional"] = words(calendar.why_provisional(civil(day).year));
    out["document"] = special ? special->document : "";
    out["issued"] = optional_day(special ? special->issued : std::nullopt);
    out["rulebook"] = citation.rulebook;
    out["clause"] = citation.clause;
    out["provenance"] = word(citation.provenance);
    return out;
}

// The hot way of one date: no text, no roll.
py::object add_date(const BoundCalendar& bound, const py::handle& day, const py::handle& number)
{
    PyObject* date = day.ptr();
    int beyond = 0;
    std::int64_t n = PyLong_AsLongLongAndOverflow(number.ptr(), &beyond);
    if (beyond != 0) n = beyond < 0 ? INT64_MIN : INT64_MAX;  // past every limit, as the library says
    const Day to = bound.calendar.add_working_days(
        day_of(PyDateTime_GET_YEAR(date), PyDateTime_GET_MONTH(date), PyDateTime_GET_DAY(date)), n);
    const CivilDate out = civil(to);
    return py::reinterpret_steal<py::object>(PyDate_FromDate(out.year, out.month, out.day));
}

BoundCalendar with_layer(const BoundCalendar& bound, const std::string& json)
{
    Problems problems;
    const Tree tree = read_json(json, "", problems);
    problems.throw_if_any();
    std::vector<CalendarLayer> layers = compile_local_calendars(tree.root(), {}, problems);
    problems.throw_if_any();
    BoundCalendar out = bound;
    for (const CalendarLayer& layer : layers) out.calendar = out.calendar.with_layer(layer);
    return out;
}

std::vector<std::pair<int, std::string>> statuses(const BoundCalendar& bound)
{
    std::vector<std::pair<int, std::string>> out;
    for (const YearStatus status : {YearStatus::decided, YearStatus::provisional})
        for (const int year : bound.calendar.years(status)) out.emplace_back(year, word(status));
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace

void bind_calendar(py::module_& module)
{
    PyDateTime_IMPORT;
    py::class_<BoundCalendar> calendar(module, "Calendar", "Days are whole numbers, counted from 1970-01-01.");
    calendar.def_property_readonly("years", &statuses, "Those that are answered for, each with its status.")
        .def_property_readonly("rules_span",
                               [](const BoundCalendar& bound) {
                                   const HolidayRules& rules = bound.calendar.holiday_rules();
                                   return std::make_pair(rules.first_year(), rules.last_year());
                               })
        .def_property_readonly("known", [](const BoundCalendar& bound) { return optional_day(bound.calendar.known()); })
        .def_property_readonly("layers",
                               [](const BoundCalendar& bound) {
                                   std::vector<std::string> out;
                                   for (const Name& layer : bound.calendar.layers()) out.push_back(layer.id);
                                   return out;
                               })
        .def_property_readonly("bytes", [](const BoundCalendar& bound) { return bound.calendar.bytes(); })
        .def(
            "status", [](const BoundCalendar& bound, int year) { return word(bound.calendar.status(year)); },
            py::arg("year"))
        .def(
            "why_provisional",
            [](const BoundCalendar& bound, int year) { return words(bound.calendar.why_provisional(year)); },
            py::arg("year"))
        .def(
            "provisional",
            [](const BoundCalendar& bound, std::int32_t a, std::int32_t b) {
                return bound.calendar.provisional({a}, {b});
            },
            py::arg("a"), py::arg("b"))
        .def(
            "with_provisional",
            [](const BoundCalendar& bound, int first, int last) {
                return BoundCalendar{bound.calendar.with_provisional(first, last), bound.periods};
            },
            py::arg("first"), py::arg("last"))
        .def(
            "known_on",
            [](const BoundCalendar& bound, std::int32_t day) {
                return BoundCalendar{bound.calendar.known_on({day}), bound.periods};
            },
            py::arg("day"))
        .def("with_layer", &with_layer, py::arg("json"), "The section local-calendar of a rulebook, as JSON text.")
        .def(
            "is_working", [](const BoundCalendar& bound, std::int32_t day) { return bound.calendar.is_working({day}); },
            py::arg("day"))
        .def("add_date", &add_date, py::arg("day"), py::arg("n"), "A datetime.date in, one out.")
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
        .def(
            "sessions",
            [](const BoundCalendar& bound, std::int32_t day) {
                const DaySessions worked = bound.calendar.sessions({day});
                return std::make_pair(worked.morning, worked.afternoon);
            },
            py::arg("day"), "Morning and afternoon.")
        .def("explain", &explain, py::arg("day"));
    bind_columns(calendar);
    module.def("day_kinds", [] {
        std::vector<std::string> out;
        for (int kind = 0; kind <= static_cast<int>(DayKind::local_work); ++kind)
            out.emplace_back(word(static_cast<DayKind>(kind)));
        return out;
    });
}

}  // namespace sangkien::python
