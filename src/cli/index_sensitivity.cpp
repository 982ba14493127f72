// sangkien index sensitivity: how sure totals and ranks are, with weights and survey figures drawn anew.
#include <memory>
#include <thread>

#include <sangkien/io/loader.hpp>
#include <sangkien/io/sensitivity_text.hpp>

#include "index.hpp"

namespace sangkien::cli {

namespace {

struct SensitivityCommand : IndexOptions {
    std::string table, plan;
    std::size_t replicates = 1000, threads = 1;
    SensitivityOptions more;
};

void run_replicates(const SensitivityModel& model, SensitivityRuns& runs, std::size_t threads)
{
    std::vector<std::thread> workers;
    for (std::size_t i = 1; i < threads; ++i)
        workers.emplace_back([&runs, &model, i, threads] {
            runs.run(model, runs.replicates * i / threads, runs.replicates * (i + 1) / threads);
        });
    runs.run(model, 0, runs.replicates / threads);
    for (std::thread& worker : workers) worker.join();
}

int index_sensitivity(const Session& session, const SensitivityCommand& options)
{
    const Rules rules = load_rules(options.rules);
    const IndexTree& tree = index_on(rules, options);
    const IndexTable table = table_of(options.table, tree);
    const std::vector<Scorecard> cards = score_table(tree, table);
    Problems problems;
    SensitivityOptions more = options.more;
    const SensitivityPlan plan = read_sensitivity_plan(read_input(options.plan), options.plan, more, problems);
    if (problems.empty()) check_sensitivity_plan(tree, plan, options.plan, problems);
    if (problems.empty()) check_sensitivity_options(tree, cards, more, options.plan, problems);
    problems.throw_if_any();
    const SensitivityModel model(tree, table, cards, plan);
    SensitivityRuns runs(model, options.replicates);
    run_replicates(model, runs, options.threads);
    const SensitivityReport found = sensitivity_report(model, cards, runs, more);
    if (session.format == "csv")
        print(sensitivity_csv(tree, cards, found));
    else
        print(session.json() ? sensitivity_json(tree, cards, found)
                             : sensitivity_text(tree, cards, found, session.language()));
    return exit_done;
}

}  // namespace

void add_index_sensitivity(CLI::App& index, Session& session)
{
    CLI::App* command =
        index.add_subcommand("sensitivity", "How sure totals and ranks are: weights and survey figures drawn anew");
    const auto options = std::make_shared<SensitivityCommand>();
    command->add_option("TABLE", options->table, "CSV as for score")->required()->option_text(" ");
    add_index_options(*command, *options, session);
    command->add_option("--plan", options->plan, "JSON: seed, weights, surveys, left-out (required)")
        ->required()
        ->option_text("FILE");
    command->add_option("--replicates", options->replicates, "How often all is drawn (default: 1000)")
        ->check(CLI::Range(1, 1000000).description(""))
        ->option_text("N");
    command->add_option("--level", options->more.level, "Of the intervals (default: 0.9)")
        ->check(CLI::Range(0.01, 0.999).description(""))
        ->option_text("LEVEL");
    CLI::Option* sobol = command
                             ->add_option("--sobol", options->more.sobol_rows,
                                          "Sobol indices by so many rows of points, of the mean shift in rank")
                             ->check(CLI::Range(2, 1000000).description(""))
                             ->option_text("ROWS");
    command->add_option("--of-office", options->more.sobol_office, "Sobol indices of the total of this office instead")
        ->needs(sobol)
        ->option_text("ID");
    command->add_option("--threads", options->threads, "The answers are the same (default: 1)")
        ->check(CLI::Range(1, 256).description(""))
        ->option_text("N");
    command->callback(
        [&session, options] { session.action = [&session, options] { return index_sensitivity(session, *options); }; });
}

}  // namespace sangkien::cli
