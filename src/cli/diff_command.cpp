// sangkien rules diff: two rulebooks side by side, and what a season would come to under the other one.
#include <algorithm>
#include <memory>

#include <sangkien/io/difference_json.hpp>
#include <sangkien/io/difference_text.hpp>
#include <sangkien/io/loader.hpp>
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

// Loaded by name: the rulebook meant, and all it stands under.
const Rulebook& meant(const Rules& rules, const std::string& name)
{
    for (const Rulebook& book : rules.rulebooks())
        if (book.file == name || book.id == name) return book;
    return rules.rulebooks().back();
}

bool has(const std::vector<Rulebook>& books, const std::string& id)
{
    return std::any_of(books.begin(), books.end(), [&](const Rulebook& book) { return book.id == id; });
}

int diff_rules(const Session& session, const DiffOptions& options)
{
    const Rules old_rules = load_rules({options.before}), new_rules = load_rules({options.after});
    const Rulebook& before = meant(old_rules, options.before);
    const Rulebook& after = meant(new_rules, options.after);

    std::vector<std::string> names{options.before};
    names.insert(names.end(), options.with.begin(), options.with.end());
    const std::vector<Rulebook> old_set = load_rules(names).rulebooks();
    // What is with the old one stays; the new one takes its place, with what only the new one stands under.
    std::vector<Rulebook> new_set = with_replaced(old_set, before.id, after);
    for (const Rulebook& book : new_rules.rulebooks())
        if (!has(new_set, book.id) && book.id != before.id) new_set.push_back(book);

    std::vector<Season> seasons;
    for (const std::string& file : options.seasons) seasons.push_back(read_season(read_input(file), file));
    const Instant as_of = options.as_of.empty() ? Instant{} : parse_instant(options.as_of);
    const Impact out = impact(old_set, new_set, seasons, as_of, options.texts ? Texts::tell : Texts::leave_out);
    print(session.json() ? impact_json(out, before, after) : impact_text(out, before, after, session.language()));
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
    diff->add_option("--with", options->with, "Another rulebook, on both sides; repeat for more")
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
