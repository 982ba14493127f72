// sangkien index score: a table of figures in, the points of each office with what it lost and why out.
#include <algorithm>
#include <memory>

#include <sangkien/io/loader.hpp>

#include "index.hpp"

namespace sangkien::cli {

namespace {

struct IndexScoreOptions : IndexOptions {
    std::string table;
    std::string until, from;
    std::string earlier, as_of;
    bool by_group = false;
    bool strict = false;
};

int index_score(const Session& session, const IndexScoreOptions& options)
{
    const Rules rules = load_rules(options.rules);
    const IndexTree& tree = index_on(rules, options);
    Problems problems;
    for (const std::string& round : {options.until, options.from})
        if (!round.empty()) check_round(tree, round, problems);
    problems.throw_if_any();
    const IndexTable table = table_of(options.table, tree);
    if (!options.earlier.empty())
        check_locked_rounds(tree, table_of(options.earlier, tree), table, parse_instant(options.as_of), problems);
    problems.throw_if_any();
    const std::vector<Scorecard> cards = score_table(tree, table, options.until);
    const IndexRanking ranking = index_ranking(tree, cards, options.by_group);
    std::vector<RoundDifference> differences;
    if (!options.from.empty()) differences = round_differences(tree, table, options.from, options.until);
    if (session.format == "csv")
        print(scorecards_csv(tree, table, cards, ranking));
    else
        print(session.json() ? scorecards_json(tree, table, cards, differences, ranking)
                             : scorecards_text(tree, table, cards, differences, session.language(), ranking));
    const bool open = std::any_of(cards.begin(), cards.end(), [](const Scorecard& card) { return !card.complete; });
    return options.strict && open ? exit_open : exit_done;
}

}  // namespace

void add_index_score(CLI::App& index, Session& session)
{
    CLI::App* command = index.add_subcommand("score", "Points of each office, what it lost and why");
    const auto options = std::make_shared<IndexScoreOptions>();
    command
        ->add_option("TABLE", options->table,
                     "CSV: office, component, value, and group, round, evidence, year; - reads standard input")
        ->required()
        ->option_text(" ");
    add_index_options(*command, *options, session);
    CLI::Option* until =
        command->add_option("--round", options->until, "By the figures up to this round")->option_text("ID");
    command->add_option("--against", options->from, "Also what --round gives otherwise than this round")
        ->needs(until)
        ->option_text("ID");
    CLI::Option* as_of =
        command->add_option("--as-of", options->as_of, "Rounds are locked as of this instant")->option_text("INSTANT");
    command->add_option("--earlier", options->earlier, "The table as it was: what is locked may not differ")
        ->needs(as_of)
        ->option_text("FILE");
    command->add_flag("--by-group", options->by_group, "Also tables by group, and ranks in them");
    command->add_flag("--strict", options->strict, "Exit with 3 when a total is undetermined");
    command->callback(
        [&session, options] { session.action = [&session, options] { return index_score(session, *options); }; });
}

}  // namespace sangkien::cli
