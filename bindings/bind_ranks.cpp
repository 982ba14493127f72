// Ranks of columns: numpy's int64 as buffers, without the GIL and without a copy.
#include "columns.hpp"

#include <sangkien/batch/ranking.hpp>

namespace sangkien::python {

namespace {

void rank(const std::vector<py::buffer>& keys, bool dense, const py::buffer& out)
{
    const Column<std::int64_t> ranks(out, true);
    std::vector<Column<std::int64_t>> columns;
    std::vector<const std::int64_t*> data;
    columns.reserve(keys.size());
    for (const py::buffer& key : keys) {
        columns.emplace_back(key, false);
        need_same_size(columns.back().size(), ranks.size());
        data.push_back(columns.back().data());
    }
    const py::gil_scoped_release quiet;
    rank_rows(data.data(), data.size(), ranks.size(), dense ? Ties::dense : Ties::leave_gaps, ranks.data());
}

}  // namespace

void bind_ranks(py::module_& module)
{
    module.def("rank", &rank, py::arg("keys"), py::arg("dense"), py::arg("out"),
               "int64 in, int64 out, the greatest first. Without the GIL.");
}

}  // namespace sangkien::python
