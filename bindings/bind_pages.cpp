// Pages and files of a calendar year: text, drawing, iCalendar; a schedule over years.
#include "pybind.hpp"

#include <sangkien/io/ics.hpp>
#include <sangkien/io/report_parts_inl.hpp>
#include <sangkien/io/year_page.hpp>
#include <sangkien/rulebook/schedule_check.hpp>

namespace sangkien::python {

namespace {

Language read_language(const std::string& name)
{
    if (name != "vi" && name != "en") throw py::value_error("lang is 'vi' or 'en', not '" + name + "'");
    return name == "en" ? Language::en : Language::vi;
}

const Ruleset& latest(const Rules& rules)
{
    if (rules.rulesets().empty()) throw Error(Problem{ErrorId::no_calendar, {}, {}});
    return rules.rulesets().back();
}

std::string holidays_ics(const BoundCalendar& bound, int year, std::optional<std::int64_t> stamp,
                         const std::string& lang)
{
    const Instant made = stamp ? Instant{*stamp} : holiday_stamp(bound.calendar, year);
    const std::string number = std::to_string(year);
    return write_ics({"Lịch nghỉ và làm bù năm " + number, "Days off and worked days of rest, " + number},
                     holiday_events(bound.calendar, year), made, read_language(lang));
}

std::string milestones_ics(const Rules& rules, int year, const std::vector<int>& remind, std::int64_t stamp,
                           const std::string& lang)
{
    const Ruleset& ruleset = latest(rules);
    const std::string number = std::to_string(year);
    return write_ics({"Các mốc năm " + number, "Milestones of " + number},
                     milestone_events(ruleset.milestones, year, ruleset.calendar, remind, &rules), {stamp},
                     read_language(lang));
}

std::string check(const Rules& rules, int first, int last)
{
    const Ruleset& ruleset = latest(rules);
    JsonWriter out;
    detail::put_findings(out, check_schedule(ruleset.milestones, ruleset.calendar, first, last));
    return out.take();
}

}  // namespace

void bind_pages(py::module_& module)
{
    module.def(
        "year_page",
        [](const BoundCalendar& bound, int year, const std::string& lang) {
            return year_page(bound.calendar, year, read_language(lang));
        },
        py::arg("calendar"), py::arg("year"), py::arg("lang"));
    module.def(
        "year_svg",
        [](const BoundCalendar& bound, int year, const std::string& lang) {
            return year_svg(bound.calendar, year, read_language(lang));
        },
        py::arg("calendar"), py::arg("year"), py::arg("lang"));
    module.def("holidays_ics", &holidays_ics, py::arg("calendar"), py::arg("year"), py::arg("stamp"), py::arg("lang"));
    module.def("milestones_ics", &milestones_ics, py::arg("rules"), py::arg("year"), py::arg("remind"),
               py::arg("stamp"), py::arg("lang"));
    module.def("check_schedule", &check, py::arg("rules"), py::arg("first"), py::arg("last"), "Findings as JSON.");
}

}  // namespace sangkien::python
