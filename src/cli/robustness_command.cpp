// sangkien score robustness: how firmly the answers of a council stand.
#include <memory>

#include <sangkien/evaluation/robustness.hpp>
#include <sangkien/io/loader.hpp>
#include <sangkien/io/robustness_text.hpp>
#include <sangkien/io/season_reader.hpp>

#include "command.hpp"

namespace sangkien::cli {

namespace {

struct RobustnessOptions {
    std::string season;
    std::string as_of;
    std::vector<std::string> rules;
    std::string step;
    std::string weight_step;
};

int tell_robustness(const Session& session, const RobustnessOptions& options)
{
    const Instant as_of = parse_instant(options.as_of);
    RobustnessQuestion how;
    if (!options.step.empty()) how.step = parse_ratio(options.step);
    if (!options.weight_step.empty()) how.weight_step = parse_ratio(options.weight_step);
    const std::string text = read_input(options.season);
    const Rules rules = options.rules.empty() ? rules_of_season(text, options.season) : load_rules(options.rules);
    const Robustness found = robustness(rules, read_season(text, options.season), as_of, how);
    print(session.json() ? robustness_json(found) : robustness_text(found, session.language()));
    return exit_done;
}

}  // namespace

void add_score_robustness(CLI::App& score, Session& session)
{
    CLI::App* command = score.add_subcommand(
        "robustness", "How firmly results stand: without a member or a criterion, one score or weight changed");
    const auto options = std::make_shared<RobustnessOptions>();
    command->add_option("SEASON", options->season, "JSON file of the season; - reads standard input")
        ->required()
        ->option_text(" ");
    add_rules_option(*command, options->rules, "those the season names");
    command->add_option("--as-of", options->as_of, "At this instant, as in 2025-09-30T17:00+07:00 (required)")
        ->required()
        ->option_text("INSTANT");
    command
        ->add_option("--step", options->step,
                     "In which scores move where the rubric states no step (default: they do not)")
        ->option_text("POINTS");
    command->add_option("--weight-step", options->weight_step, "In which a weight moves (default: 0.01)")
        ->option_text("SHARE");
    add_output_options(*command, session);
    command->callback(
        [&session, options] { session.action = [&session, options] { return tell_robustness(session, *options); }; });
}

}  // namespace sangkien::cli
