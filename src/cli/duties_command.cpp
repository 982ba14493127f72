// sangkien duties: who has to do what by when, what is overdue, and to whom it goes.
#include <memory>

#include <sangkien/evaluation/duties.hpp>
#include <sangkien/io/duties_ics.hpp>
#include <sangkien/io/duties_json.hpp>
#include <sangkien/io/duties_text.hpp>
#include <sangkien/io/loader.hpp>
#include <sangkien/io/season_reader.hpp>

#include "command.hpp"

namespace sangkien::cli {

namespace {

struct DutiesOptions {
    std::string season;
    std::string as_of;
    std::vector<std::string> rules;
    DutyQuery query;
};

int tell_duties(const Session& session, const DutiesOptions& options)
{
    const Instant as_of = parse_instant(options.as_of);
    const std::string text = read_input(options.season);
    const Rules rules = options.rules.empty() ? rules_of_season(text, options.season) : load_rules(options.rules);
    const Season season = read_season(text, options.season);
    if (session.format == "ics") {
        print(duties_ics(rules, season, as_of, options.query, session.language()));
        return exit_done;
    }
    const std::vector<OpenDuty> found = duties(rules, season, as_of, options.query);
    if (session.format == "csv")
        print(duties_csv(found));
    else
        print(session.json() ? duties_json(found, as_of) : duties_text(found, as_of, session.language()));
    return exit_done;
}

}  // namespace

void add_duties(CLI::App& app, Session& session)
{
    CLI::App* command =
        app.add_subcommand("duties", "Who has to do what by when, what is overdue, and to whom it goes");
    const auto options = std::make_shared<DutiesOptions>();
    command->add_option("SEASON", options->season, "JSON file of the season; - reads standard input")
        ->required()
        ->option_text(" ");
    add_rules_option(*command, options->rules, "those the season names");
    command->add_option("--as-of", options->as_of, "At this instant, as in 2025-09-25T08:00+07:00 (required)")
        ->required()
        ->option_text("INSTANT");
    command->add_option("--role", options->query.role, "Of this role alone; ics: and what goes to it from others")
        ->option_text("ID");
    command->add_option("--unit", options->query.unit, "Of initiatives of this unit alone")->option_text("ID");
    command->add_flag("--all", options->query.all, "Those that are done, too");
    add_output_options(*command, session);
    command->remove_option(command->get_option("--format"));
    command->add_option("--format", session.format, "How to print: text, json, csv or ics (default: text)")
        ->check(CLI::IsMember({"text", "json", "csv", "ics"}).description(""))
        ->option_text("FORMAT");
    command->callback(
        [&session, options] { session.action = [&session, options] { return tell_duties(session, *options); }; });
}

}  // namespace sangkien::cli
