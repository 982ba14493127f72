// The lunar calendar: single days, and columns of them without the GIL.
#include "columns.hpp"

#include <sangkien/batch/lunar_columns.hpp>

namespace sangkien::python {

namespace {

py::tuple lunar_date(std::int32_t count)
{
    const Day day{count};
    const LunarDate date = to_lunar(day);
    const auto name = [](CanChi can_chi) { return shown(can_chi).vi; };
    return py::make_tuple(date.year, date.month, date.day, date.leap, word(date.certainty),
                          name(can_chi_of_year(date.year)), name(can_chi_of_month(date.year, date.month)),
                          name(can_chi_of_day(day)));
}

template <class Count>
void to_columns(const py::buffer& days, const py::buffer& year, const py::buffer& month, const py::buffer& day,
                const py::buffer& leap, const py::buffer& uncertain)
{
    const Column<Count> from(days, false);
    const Column<std::int16_t> years(year, true);
    const Column<std::int8_t> months(month, true), days_of_month(day, true);
    const Column<bool> leaps(leap, true), uncertains(uncertain, true);
    for (const std::size_t size : {years.size(), months.size(), days_of_month.size(), leaps.size(), uncertains.size()})
        need_same_size(from.size(), size);
    const LunarColumns out{years.data(), months.data(), days_of_month.data(), leaps.data(), uncertains.data()};
    const py::gil_scoped_release quiet;
    to_lunar(from.data(), from.size(), out);
}

void from_columns(const py::buffer& year, const py::buffer& month, const py::buffer& day, const py::buffer& leap,
                  const py::buffer& out)
{
    const Column<std::int32_t> years(year, false), months(month, false), days(day, false);
    const Column<bool> leaps(leap, false);
    const Column<std::int64_t> to(out, true);
    for (const std::size_t size : {months.size(), days.size(), leaps.size(), to.size()})
        need_same_size(years.size(), size);
    const py::gil_scoped_release quiet;
    from_lunar(years.data(), months.data(), days.data(), leaps.data(), years.size(), to.data());
}

}  // namespace

void bind_lunar(py::module_& module)
{
    module.def("to_lunar", &lunar_date, py::arg("day"),
               "Year, month, day, leap, certainty, and the can chi of year, month and day.");
    module.def(
        "from_lunar", [](int year, int month, int day, bool leap) { return from_lunar(year, month, day, leap).count; },
        py::arg("year"), py::arg("month"), py::arg("day"), py::arg("leap"));
    module.def(
        "lunar_words",
        [](int year, int month, int day, bool leap) {
            return words(shown_with_year({year, month, day, leap, LunarCertainty::certain}));
        },
        py::arg("year"), py::arg("month"), py::arg("day"), py::arg("leap"), "As a person reads it.");
    module.def(
        "why_uncertain",
        [](const std::string& certainty) {
            for (const auto each : {LunarCertainty::near_midnight, LunarCertainty::before_1968})
                if (certainty == word(each)) return words(why_uncertain(each));
            return words({});
        },
        py::arg("certainty"), "In both languages; empty when it is certain.");
    module.def(
        "to_lunar_columns",
        [](const py::buffer& days, const py::buffer& year, const py::buffer& month, const py::buffer& day,
           const py::buffer& leap, const py::buffer& uncertain) {
            (wide(days) ? to_columns<std::int64_t> : to_columns<std::int32_t>)(days, year, month, day, leap, uncertain);
        },
        py::arg("days"), py::arg("year"), py::arg("month"), py::arg("day"), py::arg("leap"), py::arg("uncertain"),
        "int64 or int32 in; int16, int8, int8, bool, bool out; without the GIL.");
    module.def("from_lunar_columns", &from_columns, py::arg("year"), py::arg("month"), py::arg("day"), py::arg("leap"),
               py::arg("out"), "int32, int32, int32, bool in, int64 out; without the GIL.");
}

}  // namespace sangkien::python
