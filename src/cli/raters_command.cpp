// sangkien score raters: how far a council agreed, and whose sheets stand apart.
#include <memory>

#include <sangkien/io/loader.hpp>
#include <sangkien/io/rater_text.hpp>
#include <sangkien/io/season_reader.hpp>

#include "command.hpp"

namespace sangkien::cli {

namespace {

struct RaterOptions {
    std::string season;
    std::string as_of;
    std::vector<std::string> rules;
    std::string criterion;
    double threshold = usual_outlying;
};

int tell_raters(const Session& session, const RaterOptions& options)
{
    const Instant as_of = parse_instant(options.as_of);
    const std::string text = read_input(options.season);
    const Rules rules = options.rules.empty() ? rules_of_season(text, options.season) : load_rules(options.rules);
    const Season season = read_season(text, options.season);
    const RaterReport found = rater_report(rules, season, as_of, options.criterion, options.threshold);
    print(session.json() ? rater_json(found) : rater_text(found, session.language()));
    return exit_done;
}

}  // namespace

void add_score_raters(CLI::App& score, Session& session)
{
    CLI::App* command =
        score.add_subcommand("raters", "How far the council agreed, and whose sheets stand apart: information only");
    const auto options = std::make_shared<RaterOptions>();
    command->add_option("SEASON", options->season, "JSON file of the season; - reads standard input")
        ->required()
        ->option_text(" ");
    add_rules_option(*command, options->rules, "those the season names");
    command->add_option("--as-of", options->as_of, "At this instant, as in 2025-09-30T17:00+07:00 (required)")
        ->required()
        ->option_text("INSTANT");
    command->add_option("--criterion", options->criterion, "Of this criterion (default: totals of the sheets)")
        ->option_text("ID");
    command
        ->add_option("--threshold", options->threshold,
                     "Sheets whose robust z is beyond this stand apart (default: 3.5)")
        ->check(CLI::Range(0.0, 1e6).description(""))
        ->option_text("Z");
    add_output_options(*command, session);
    command->callback(
        [&session, options] { session.action = [&session, options] { return tell_raters(session, *options); }; });
}

}  // namespace sangkien::cli
