// sangkien index contribute: what each initiative of a season adds to the index of its units.
#include <algorithm>
#include <memory>

#include <sangkien/evaluation/evaluate.hpp>
#include <sangkien/io/attribution_text.hpp>
#include <sangkien/io/loader.hpp>
#include <sangkien/io/season_reader.hpp>

#include "index.hpp"

namespace sangkien::cli {

namespace {

struct IndexContributeOptions {
    std::string season;
    std::string as_of;
    std::vector<std::string> rules;
    bool strict = false;
};

int index_contribute(const Session& session, const IndexContributeOptions& options)
{
    const Instant as_of = parse_instant(options.as_of);
    const std::string text = read_input(options.season);
    const Rules rules = options.rules.empty() ? rules_of_season(text, options.season) : load_rules(options.rules);
    const Attribution ledger = attribution(rules, evaluate(rules, read_season(text, options.season), as_of));
    if (session.format == "csv")
        print(attribution_csv(ledger));
    else
        print(session.json() ? attribution_json(ledger) : attribution_text(ledger, session.language()));
    const bool open = std::any_of(ledger.parts.begin(), ledger.parts.end(),
                                  [](const AttributionPart& part) { return part.verdict == Truth::undetermined; });
    return options.strict && open ? exit_open : exit_done;
}

}  // namespace

void add_index_contribute(CLI::App& index, Session& session)
{
    CLI::App* command =
        index.add_subcommand("contribute", "What each initiative of a season adds, by unit and by area");
    const auto options = std::make_shared<IndexContributeOptions>();
    command->add_option("SEASON", options->season, "JSON file of the season; - reads standard input")
        ->required()
        ->option_text(" ");
    add_rules_option(*command, options->rules, "those the season names");
    command->add_option("--as-of", options->as_of, "At this instant, as in 2025-09-30T17:00+07:00 (required)")
        ->required()
        ->option_text("INSTANT");
    command->add_flag("--strict", options->strict, "Exit with 3 when the points of a component are undetermined");
    add_output_options(*command, session);
    command->remove_option(command->get_option("--format"));
    command->add_option("--format", session.format, "How to print: text, json or csv (default: text)")
        ->check(CLI::IsMember({"text", "json", "csv"}).description(""))
        ->option_text("FORMAT");
    command->callback(
        [&session, options] { session.action = [&session, options] { return index_contribute(session, *options); }; });
}

}  // namespace sangkien::cli
