// Which component or area of one edition of an index stands for which of another: data of whoever compares them.
//
//   from,to
//   files-on-time,settled-on-time
//   online,online-share
//   online,online-paid
//   old-survey,
//
// A name twice on one side: it was split, or several were joined. An empty cell: nothing stands for it. As JSON, a list of
// { "from", "to" }.
#pragma once

#include <string>
#include <string_view>

#include "../index/index_years.hpp"

namespace sangkien {

// Problems, each with line and column: SK1014 no column, SK1010 both cells empty; SK1308 a name that the edition does not have,
// with the nearest, or of another kind than its counterpart; SK1302 the same twice, or an empty cell beside a counterpart.
IndexMapping read_index_mapping(std::string_view text, std::string file, const IndexTree& before,
                                const IndexTree& after, Problems& problems);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "index_mapping_inl.hpp"
#endif
