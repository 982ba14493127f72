// The only place that includes pybind11: what the files of the Python door share.
//
// The extension `sangkien._sangkien` speaks in plain values only: a day is a whole number (days since 1970-01-01), an
// instant seconds since 1970-01-01T00:00:00Z, an exact number a pair (numerator, denominator). python/sangkien makes
// dates, datetimes and fractions of them. Built with pybind11 2.10 or later.
#pragma once

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <sangkien/sangkien.hpp>

namespace py = pybind11;

namespace sangkien::python {

// A bound report keeps its rules, which know the areas of the index, and its season, which explanations look into: as it
// is, or as the text it is read from anew.
struct BoundReport {
    Report report;
    std::shared_ptr<const Rules> rules;
    std::shared_ptr<const Season> season;
    std::string text{};
    std::string file{};
};

// A calendar with the rules of periods that stand beside it.
struct BoundCalendar {
    Calendar calendar;
    std::optional<PeriodRules> periods;
};

// {"vi": ..., "en": ...}
inline py::dict words(const Words& words)
{
    py::dict out;
    out["vi"] = words.vi;
    out["en"] = words.en;
    return out;
}

// A pair, so that Fraction(*pair) is exact.
inline py::tuple exact(Ratio value) { return py::make_tuple(value.numerator(), value.denominator()); }

// Columns and rows of the tables of a report; see tables.cpp.
using Sheet = std::pair<std::vector<std::pair<std::string, std::string>>, std::vector<py::tuple>>;
// Asks a Python callable (initiative, fact) -> bool | None, whose exceptions travel out as they are. Called without the
// GIL, it takes it for the question.
class PythonFacts : public FactSource {
public:
    explicit PythonFacts(std::optional<py::function> ask) : ask_(std::move(ask)) {}
    explicit operator bool() const noexcept { return ask_.has_value(); }
    Truth fact(const Initiative& initiative, std::string_view name, Instant as_of) override;

private:
    std::optional<py::function> ask_;
};

Sheet initiatives_table(const BoundReport& bound);
Sheet units_table(const BoundReport& bound);
Sheet deadlines_table(const BoundReport& bound);
Sheet todo_table(const BoundReport& bound);
Sheet index_table(const BoundReport& bound);

// 'none', 'forward', 'backward'; ValueError otherwise.
Roll read_roll(const std::string& name);

void bind_core(py::module_& module);
void bind_calendar(py::module_& module);
void bind_columns(py::class_<BoundCalendar>& calendar);
void bind_arrow(py::module_& module);
void bind_arrow_table(py::module_& module);
void bind_units(py::module_& module);
void bind_periods(py::module_& module);
void bind_pages(py::module_& module);
void bind_record(py::module_& module);
void bind_outlook(py::module_& module);
void bind_quota(py::module_& module);
void bind_view(py::module_& module);
void bind_score(py::module_& module);
void bind_index(py::module_& module);
void bind_index_columns(py::module_& module);
void bind_ranks(py::module_& module);
void bind_what_if(py::module_& module);
void bind_index_years(py::module_& module);
void bind_sensitivity(py::module_& module);
void bind_raters(py::module_& module);
void bind_duties(py::module_& module);
void bind_verify(py::module_& module);
void bind_journal(py::module_& module);
void bind_diff(py::module_& module);
void bind_lunar(py::module_& module);
void bind_rules(py::module_& module);
void bind_season(py::module_& module);
void bind_report(py::module_& module);
void bind_lifecycle(py::module_& module);
void bind_gates(py::module_& module);

}  // namespace sangkien::python
