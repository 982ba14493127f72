// Subcommands of `sangkien index`: one function each, in the file of its name, in the table of index.cpp.
#pragma once

#include <sangkien/io/index_table.hpp>

#include "command.hpp"

namespace sangkien::cli {

void add_index_score(CLI::App& index, Session& session);
void add_index_compare(CLI::App& index, Session& session);
void add_index_contribute(CLI::App& index, Session& session);
void add_index_what_if(CLI::App& index, Session& session);
void add_index_sensitivity(CLI::App& index, Session& session);

// What tables are read by: the rules and the day.
struct IndexOptions {
    std::vector<std::string> rules;
    std::string on;
};
void add_index_options(CLI::App& command, IndexOptions& options, Session& session);
// The index in force on the day; SK1374 when there is none.
const IndexTree& index_on(const Rules& rules, const IndexOptions& options);
// Read and checked.
IndexTable table_of(const std::string& file, const IndexTree& tree);

}  // namespace sangkien::cli
