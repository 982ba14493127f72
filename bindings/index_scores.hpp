// A table of figures as it was scored, and its tables.
#pragma once

#include "pybind.hpp"

namespace sangkien::python {

// The tree belongs to the rules.
struct BoundScores {
    std::shared_ptr<Rules> rules;
    const IndexTree* tree;
    IndexTable table;
    std::vector<Scorecard> cards;
};

// Asks Python where a line and column of the text stand in what the text was made from, and tells the problems there.
[[noreturn]] void tell_in_place(const Error& error, const py::function& place);

// Edition, whole, years, rounds, classes, components, nodes.
py::dict index_described(const IndexTree& tree);

Sheet offices_table(const BoundScores& bound);
// One row for each office and component; with `lost`, of those only that lack points or are not known.
Sheet lines_table(const BoundScores& bound, bool lost);
Sheet node_scores(const BoundScores& bound);
Sheet ranks_table(const BoundScores& bound, bool by_group);
// The rounds are of the index.
Sheet differences_table(const BoundScores& bound, const std::string& from, const std::string& to);

}  // namespace sangkien::python
