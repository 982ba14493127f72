// sangkien index what-if: other figures, rivals, and the cheapest way to a target.
#include <memory>

#include <sangkien/io/loader.hpp>
#include <sangkien/io/what_if_text.hpp>

#include "index.hpp"

namespace sangkien::cli {

namespace {

struct WhatIfOptions : IndexOptions {
    std::string table;
    std::vector<std::string> set;
    WhatIfQuestion question;
};

int index_what_if(const Session& session, const WhatIfOptions& options)
{
    const Rules rules = load_rules(options.rules);
    const IndexTree& tree = index_on(rules, options);
    const IndexTable table = table_of(options.table, tree);
    WhatIfQuestion question = options.question;
    question.suppositions_file = "--set";
    Problems problems;
    for (const std::string& text : options.set)
        question.suppositions.push_back(read_supposition(text, tree, question.suppositions_file, problems));
    problems.throw_if_any();
    if (!question.actions_file.empty()) question.actions = read_input(question.actions_file);
    const WhatIf found = what_if(tree, table, question);
    if (session.format == "csv")
        print(what_if_csv(tree, found));
    else
        print(session.json() ? what_if_json(tree, found) : what_if_text(tree, found, session.language()));
    return found.way && !found.way->reachable ? exit_negative : exit_done;
}

}  // namespace

void add_index_what_if(CLI::App& index, Session& session)
{
    CLI::App* command =
        index.add_subcommand("what-if", "Other figures: points, ranks, classes; rivals; the cheapest way to a target");
    const auto options = std::make_shared<WhatIfOptions>();
    command->add_option("TABLE", options->table, "CSV as for score")->required()->option_text(" ");
    add_index_options(*command, *options, session);
    command
        ->add_option("--set", options->set,
                     "Suppose a figure, as in phuong-a.on-time=0.99; =+1 and =-1 to add, = alone to drop it; repeat")
        ->allow_extra_args(false)
        ->option_text("OFFICE.COMPONENT=VALUE");
    CLI::Option* office =
        command->add_option("--office", options->question.office, "The office asked about")->option_text("ID");
    command->add_option("--year", options->question.year, "Its year, where the table has several (default: the last)")
        ->needs(office)
        ->option_text("YEAR");
    CLI::Option* rivals =
        command->add_flag("--rivals", options->question.rivals, "Who stands next, and how far the rank is safe")
            ->needs(office);
    command->add_flag("--by-group", options->question.by_group, "Rivals of the same group only")->needs(rivals);
    CLI::Option* target = command->add_option("--target", options->question.target, "85 points, class:good or rank:3")
                              ->needs(office)
                              ->option_text("TARGET");
    CLI::Option* actions = command
                               ->add_option("--actions", options->question.actions_file,
                                            "CSV: action, component, value, cost, and one_of; what can be done")
                               ->needs(target)
                               ->option_text("FILE");
    target->needs(actions);
    command->callback(
        [&session, options] { session.action = [&session, options] { return index_what_if(session, *options); }; });
}

}  // namespace sangkien::cli
