// An index as Python holds it.
#pragma once

#include "pybind.hpp"

#include <sangkien/io/index_table.hpp>

namespace sangkien::python {

// It keeps the rules it stands in.
struct BoundIndex {
    std::shared_ptr<const Rules> rules;
    const IndexTree* tree;
};

// Read and checked; Error with everything wrong in it.
IndexTable read_table(const IndexTree& tree, const py::bytes& text, const py::bytes& file);

}  // namespace sangkien::python
