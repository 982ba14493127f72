// sangkien index compare: two tables beside each other, of two years or two editions, and what cannot be compared.
#include <memory>

#include <sangkien/io/index_mapping.hpp>
#include <sangkien/io/index_years_text.hpp>
#include <sangkien/io/loader.hpp>

#include "index.hpp"

namespace sangkien::cli {

namespace {

struct IndexCompareOptions : IndexOptions {
    std::string before, after;
    IndexOptions later;  // rules and day of AFTER; those of BEFORE unless they are given
    std::string mapping;
    std::int64_t year_before = 0, year_after = 0;  // 0: all years
};

int index_compare(const Session& session, const IndexCompareOptions& options)
{
    const Rules rules = load_rules(options.rules);
    const Rules later_rules = load_rules(options.later.rules.empty() ? options.rules : options.later.rules);
    const IndexTree& before = index_on(rules, options);
    const IndexTree& after =
        index_in_force(later_rules, parse_day(options.later.on.empty() ? options.on : options.later.on));
    Problems problems;
    IndexMapping mapping;
    if (!options.mapping.empty())
        mapping = read_index_mapping(read_input(options.mapping), options.mapping, before, after, problems);
    problems.throw_if_any();
    const auto cards = [](const IndexTree& tree, const std::string& file, std::int64_t year) {
        return cards_of_year(score_table(tree, table_of(file, tree)), year, file);
    };
    const std::vector<Scorecard> first = cards(before, options.before, options.year_before),
                                 second = cards(after, options.after, options.year_after);
    const YearTables tables{before, first, after, second};
    const std::vector<YearComparison> comparisons = compare_years(before, first, after, second, mapping);
    if (session.format == "csv")
        print(years_csv(tables, comparisons));
    else
        print(session.json() ? years_json(tables, comparisons) : years_text(tables, comparisons, session.language()));
    return exit_done;
}

}  // namespace

void add_index_compare(CLI::App& index, Session& session)
{
    CLI::App* command = index.add_subcommand(
        "compare", "Two tables, of two years or editions: what changed, and what cannot be compared");
    const auto options = std::make_shared<IndexCompareOptions>();
    command->add_option("BEFORE", options->before, "CSV as for score")->required()->option_text(" ");
    command->add_option("AFTER", options->after, "CSV as for score")->required()->option_text(" ");
    add_index_options(*command, *options, session);
    command->add_option("--with-rules", options->later.rules, "Rules of AFTER; repeat for more (default: as --rules)")
        ->allow_extra_args(false)
        ->option_text("ID");
    command->add_option("--with-on", options->later.on, "The day of AFTER (default: as --on)")->option_text("DAY");
    command
        ->add_option("--mapping", options->mapping,
                     "CSV or JSON, from and to: which component or area of BEFORE is which of AFTER (default: by id)")
        ->option_text("FILE");
    command->add_option("--year-before", options->year_before, "Only this year of BEFORE")
        ->check(CLI::Range(1, 9999).description(""))
        ->option_text("YEAR");
    command->add_option("--year-after", options->year_after, "Only this year of AFTER")
        ->check(CLI::Range(1, 9999).description(""))
        ->option_text("YEAR");
    command->callback(
        [&session, options] { session.action = [&session, options] { return index_compare(session, *options); }; });
}

}  // namespace sangkien::cli
