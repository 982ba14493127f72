// sangkien score: a sheet of scores in, totals, classes and votes with their reasons out.
#include <algorithm>
#include <memory>

#include <sangkien/io/loader.hpp>
#include <sangkien/io/score_sheet.hpp>

#include "command.hpp"

namespace sangkien::cli {

namespace {

struct ScoreOptions {
    std::string sheet;
    std::string as_of;
    std::vector<std::string> rules;
    bool strict = false;
};

int score_command(const Session& session, const ScoreOptions& options)
{
    const Instant as_of = parse_instant(options.as_of);
    const Rules rules = load_rules(options.rules);
    Problems problems;
    const Season sheet = read_score_sheet(read_input(options.sheet), options.sheet, problems);
    problems.throw_if_any();
    const std::vector<SheetScore> scores = score_sheet(rules, sheet, as_of);
    print(session.json() ? score_json(scores, as_of) : score_text(scores, as_of, session.language()));
    const bool open = std::any_of(scores.begin(), scores.end(),
                                  [](const SheetScore& one) { return one.score.decision == Truth::undetermined; });
    return options.strict && open ? exit_open : exit_done;
}

}  // namespace

void add_score(CLI::App& app, Session& session)
{
    CLI::App* command = app.add_subcommand("score", "Score a sheet of a council: totals, classes, votes, with reasons");
    const auto options = std::make_shared<ScoreOptions>();
    CLI::Option* sheet =
        command->add_option("SHEET", options->sheet,
                            "CSV or JSON: initiative, member, criterion, points; - reads standard input (required)");
    CLI::Option* rules = command->add_option("--rules", options->rules,
                                             "A built-in rulebook by id, or a file; repeat for more (required)");
    CLI::Option* as_of =
        command->add_option("--as-of", options->as_of, "By the rules in force at this instant (required)");
    sheet->option_text(" ");
    rules->option_text("ID");
    as_of->option_text("INSTANT");
    command->add_flag("--strict", options->strict, "Exit with 3 when a decision is undetermined");
    add_output_options(*command, session);
    command->require_subcommand(0, 1);
    add_score_view(*command, session);
    add_score_eligible(*command, session);
    add_score_robustness(*command, session);
    add_score_raters(*command, session);
    // Required here and not of the parser: it would ask a subcommand for them, too.
    command->callback([command, sheet, rules, as_of, &session, options] {
        if (!command->get_subcommands().empty()) return;
        for (const CLI::Option* option : {sheet, rules, as_of})
            if (option->count() == 0) throw CLI::RequiredError(option->get_name());
        session.action = [&session, options] { return score_command(session, *options); };
    });
}

}  // namespace sangkien::cli
