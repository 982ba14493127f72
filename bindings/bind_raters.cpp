// How far a council agreed: statistics of tables and of seasons, and ranks under drawn weights.
#include "columns.hpp"

#include <sangkien/io/rater_text.hpp>
#include <sangkien/scoring/rank_acceptability.hpp>

#include <cmath>

namespace sangkien::python {

namespace {

using Told = std::tuple<std::string, std::string, std::string>;

Told told(const RaterReport& found)
{
    return {rater_json(found), rater_text(found, Language::vi), rater_text(found, Language::en)};
}

// Row after row; NaN is a missing ballot.
Told table_statistics(std::size_t rows, std::size_t columns, const py::buffer& values, double threshold)
{
    const Column<double> given(values, false);
    need_same_size(given.size(), rows * columns);
    const py::gil_scoped_release quiet;
    RatingTable table(rows, columns);
    for (std::size_t i = 0; i < given.size(); ++i)
        if (!std::isnan(given.data()[i])) table.values[i] = given.data()[i];
    return told(rater_report(std::move(table), threshold));
}

Told season_statistics(const std::shared_ptr<Rules>& rules, const Season& season, std::int64_t as_of,
                       const std::string& criterion, double threshold)
{
    const py::gil_scoped_release quiet;
    return told(rater_report(*rules, season, {as_of}, criterion, threshold));
}

// Fills `counts` (rows x rows), `best` and `worst`.
void acceptability(std::size_t rows, std::size_t criteria, const py::buffer& points, std::uint64_t seed,
                   std::uint64_t first, std::uint64_t draws, const py::buffer& counts, const py::buffer& best,
                   const py::buffer& worst)
{
    const Column<std::int64_t> given(points, false);
    const Column<std::uint64_t> counted(counts, true), top(best, true), bottom(worst, true);
    need_same_size(given.size(), rows * criteria);
    need_same_size(counted.size(), rows * rows);
    need_same_size(top.size(), rows);
    need_same_size(bottom.size(), rows);
    const py::gil_scoped_release quiet;
    PointTable table(rows, criteria);
    std::copy_n(given.data(), given.size(), table.values.begin());
    const RankAcceptability found = rank_acceptability(table, seed, first, draws);
    std::copy(found.counts.begin(), found.counts.end(), counted.data());
    std::copy(found.best.begin(), found.best.end(), top.data());
    std::copy(found.worst.begin(), found.worst.end(), bottom.data());
}

}  // namespace

void bind_raters(py::module_& module)
{
    module.def("table_statistics", &table_statistics, py::arg("rows"), py::arg("columns"), py::arg("values"),
               py::arg("threshold"));
    module.def("season_statistics", &season_statistics, py::arg("rules"), py::arg("season"), py::arg("as_of"),
               py::arg("criterion"), py::arg("threshold"));
    module.def("rank_acceptability", &acceptability, py::arg("rows"), py::arg("criteria"), py::arg("points"),
               py::arg("seed"), py::arg("first"), py::arg("draws"), py::arg("counts"), py::arg("best"),
               py::arg("worst"));
    module.def(
        "drawn_weights",
        [](std::size_t criteria, std::uint64_t seed, std::uint64_t draw) {
            return drawn_weights(criteria, seed, draw);
        },
        py::arg("criteria"), py::arg("seed"), py::arg("draw"));
}

}  // namespace sangkien::python
