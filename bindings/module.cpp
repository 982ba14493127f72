// The extension: a table of contents.
#include "pybind.hpp"

PYBIND11_MODULE(_sangkien, module)
{
    using namespace sangkien::python;
    module.doc() = "The compiled part of sangkien. Use the package: its classes wrap everything here.";
    bind_core(module);
    bind_calendar(module);
    bind_arrow(module);
    bind_arrow_table(module);
    bind_units(module);
    bind_periods(module);
    bind_lunar(module);
    bind_season(module);
    bind_report(module);
    bind_rules(module);
    bind_lifecycle(module);
    bind_gates(module);
    bind_pages(module);
    bind_record(module);
    bind_outlook(module);
    bind_quota(module);
    bind_view(module);
    bind_score(module);
    bind_index(module);
    bind_index_columns(module);
    bind_ranks(module);
    bind_what_if(module);
    bind_index_years(module);
    bind_sensitivity(module);
    bind_raters(module);
    bind_duties(module);
    bind_verify(module);
    bind_journal(module);
    bind_diff(module);
}
