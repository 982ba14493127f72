// sangkien rules diff: two rulebooks side by side, and what a season would come to under the other one.
#include <memory>

#include <sangkien/io/difference_json.hpp>
#include <sangkien/io/difference_text.hpp>
#include <sangkien/io/rules_diff.hpp>
#include <sangkien/io/season_reader.hpp>

#include "command.hpp"

namespace sangkien::cli {

namespace {

struct DiffOptions {
    std::string before;
    std::string after;
    std::vector<std::string> with;
    std::vector<std::string> seasons;
    std::string as_of;
    bool texts = false;
};

int diff_rules(const Session& session, const DiffOptions& options)
{
    std::vector<Season> seasons;
    for (const std::string& file : options.seasons) seasons.push_back(read_season(read_input(file), file));
    const Instant as_of = options.as_of.empty() ? Instant{} : parse_instant(options.as_of);
    const RulesDiff out = rules_diff(options.before, options.after, options.with, seasons, as_of,
                                     options.texts ? Texts::tell : Texts::leave_out);
    print(session.json() ? impact_json(out.impact, out.before, out.after)
                         : impact_text(out.impact, out.before, out.after, session.language()));
    return exit_done;
}

}  // namespace

void add_rules_diff(CLI::App& rules, Session& session)
{
    CLI::App* diff = rules.add_subcommand(
        "diff", "What differs between two rulebooks, and what seasons would come to under the new one");
    const auto options = std::make_shared<DiffOptions>();
    diff->add_option("OLD", options->before, "Built-in rulebook, or a file")->required()->option_text(" ");
    diff->add_option("NEW", options->after, "The one that takes its place")->required()->option_text(" ");
    diff->add_option("--with", options->with, "Another rulebook, on both sides; those of the season come along")
        ->allow_extra_args(false)
        ->option_text("ID");
    CLI::Option* season =
        diff->add_option("--season", options->seasons, "Season to evaluate on both sides; repeat for more")
            ->allow_extra_args(false)
            ->option_text("FILE");
    CLI::Option* as_of =
        diff->add_option("--as-of", options->as_of, "Evaluate at this instant, as in 2025-09-30T17:00+07:00")
            ->option_text("INSTANT");
    season->needs(as_of);
    as_of->needs(season);
    diff->add_flag("--texts", options->texts, "Tell differences of words, notes and sources too");
    add_output_options(*diff, session);
    diff->callback(
        [&session, options] { session.action = [&session, options] { return diff_rules(session, *options); }; });
}

}  // namespace sangkien::cli
