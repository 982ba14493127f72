// From the text of a table straight to columns, where totals are wanted and no line of them:
//
//   const IndexSheet sheet = read_index_columns(csv, "wards.csv", tree, problems);
//   problems.throw_if_any();
//   std::vector<OfficeTotal> totals(sheet.offices.size());
//   IndexScorer(tree, sheet.columns.denominators).run(sheet.columns, totals.data());
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "../batch/index_tables.hpp"

namespace sangkien {

// Office of a year (đơn vị trong năm): the group is that of its first row.
struct OfficeYear {
    std::string office;
    std::string group;
    std::int64_t year = 0;  // 0: the table has no years
};

// Index sheet (bảng số liệu theo cột): who, and what each of them reported.
struct IndexSheet {
    std::vector<OfficeYear> offices;  // in the order in which they first stand in the text
    IndexColumns columns;
};

// What read_index_table, check_index_table and pack_index_columns come to one after another, with the same problems and
// errors, but no figure is kept as a row. Nothing is in it when there is a problem.
IndexSheet read_index_columns(std::string_view text, std::string file, const IndexTree& tree, Problems& problems,
                              std::string_view until = {});

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "index_columns_inl.hpp"
#endif
