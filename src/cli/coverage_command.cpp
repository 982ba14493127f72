// sangkien rules coverage: which clauses of rulebooks their vectors and seasons put to the test, and with what outcome.
#include <memory>

#include <sangkien/io/coverage_text.hpp>
#include <sangkien/io/season_reader.hpp>

#include "command.hpp"

namespace sangkien::cli {

namespace {

struct CoverageOptions {
    std::vector<std::string> books;
    std::vector<std::string> with;
    std::vector<std::string> seasons;
    std::string as_of;
    bool require_both = false;
};

int cover(const Session& session, const CoverageOptions& options)
{
    std::vector<Season> seasons;
    for (const std::string& file : options.seasons) seasons.push_back(read_season(read_input(file), file));
    const Instant as_of = options.as_of.empty() ? Instant{} : parse_instant(options.as_of);
    const RulesCoverage found = cover_rules(options.books, options.with, seasons, as_of);
    print(session.json() ? coverage_json(found) : coverage_text(found, session.language()));
    return !found.problems.empty() || (options.require_both && !found.whole()) ? exit_negative : exit_done;
}

}  // namespace

void add_rules_coverage(CLI::App& rules, Session& session)
{
    CLI::App* coverage = rules.add_subcommand("coverage", "What vectors and seasons put to the test, clause by clause");
    const auto options = std::make_shared<CoverageOptions>();
    coverage->add_option("BOOK", options->books, "Built-in rulebooks, or files, with their vectors")
        ->required()
        ->option_text("...");
    coverage->add_option("--with", options->with, "Another rulebook that the seasons need; repeat for more")
        ->allow_extra_args(false)
        ->option_text("ID");
    CLI::Option* season =
        coverage->add_option("--season", options->seasons, "A season as a further case; repeat for more")
            ->allow_extra_args(false)
            ->option_text("FILE");
    CLI::Option* as_of =
        coverage->add_option("--as-of", options->as_of, "Evaluate them at this instant, as in 2025-09-30T17:00+07:00")
            ->option_text("INSTANT");
    season->needs(as_of);
    as_of->needs(season);
    coverage->add_flag("--require-both", options->require_both,
                       "End with 1 when an operative clause lacks an outcome it can have");
    add_output_options(*coverage, session);
    coverage->callback(
        [&session, options] { session.action = [&session, options] { return cover(session, *options); }; });
}

}  // namespace sangkien::cli
