// sangkien index: offices scored from tables of figures, and what initiatives add to them.
#include "index.hpp"

namespace sangkien::cli {

namespace {

// One row for each subcommand.
constexpr void (*index_commands[])(CLI::App&, Session&) = {
    add_index_score, add_index_compare, add_index_contribute, add_index_what_if, add_index_sensitivity,
};

}  // namespace

void add_index(CLI::App& app, Session& session)
{
    CLI::App* index = app.add_subcommand("index", "The index of offices: points, lost points, what changed");
    index->require_subcommand(1);
    for (const auto add : index_commands) add(*index, session);
}

void add_index_options(CLI::App& command, IndexOptions& options, Session& session)
{
    command.add_option("--rules", options.rules, "A built-in rulebook by id, or a file; repeat for more (required)")
        ->required()
        ->allow_extra_args(false)
        ->option_text("ID");
    command.add_option("--on", options.on, "By the index in force on this day, as in 2025-12-31 (required)")
        ->required()
        ->option_text("DAY");
    add_output_options(command, session);
    command.remove_option(command.get_option("--format"));
    command.add_option("--format", session.format, "How to print: text, json or csv (default: text)")
        ->check(CLI::IsMember({"text", "json", "csv"}).description(""))
        ->option_text("FORMAT");
}

const IndexTree& index_on(const Rules& rules, const IndexOptions& options)
{
    return index_in_force(rules, parse_day(options.on));
}

IndexTable table_of(const std::string& file, const IndexTree& tree)
{
    return checked_index_table(read_input(file), file, tree);
}

}  // namespace sangkien::cli
