// sangkien lifecycle permitted: what may be done now, what may not, and what would unblock it.
#include <algorithm>
#include <memory>

#include <sangkien/io/loader.hpp>
#include <sangkien/io/outlook_json.hpp>
#include <sangkien/io/outlook_text.hpp>
#include <sangkien/io/season_reader.hpp>

#include "command.hpp"

namespace sangkien::cli {

namespace {

struct PermittedOptions {
    std::string season;
    std::string as_of;
    std::string person;
    std::vector<std::string> rules;
    std::vector<std::string> initiatives;
    bool all = false;
};

void keep(std::vector<InitiativeOutlook>& found, const Season& season, const std::vector<std::string>& wanted)
{
    std::vector<std::string> known;
    for (const Initiative& initiative : season.initiatives) known.push_back(initiative.id);
    Problems problems;
    for (const std::string& id : wanted) {
        if (std::find(known.begin(), known.end(), id) != known.end()) continue;
        Details details{{"id", id}};
        if (const std::string near = nearest(id, known); !near.empty()) details.emplace_back("nearest", near);
        problems.add(ErrorId::unknown_initiative, {season.file, "/initiatives", {}}, std::move(details));
    }
    problems.throw_if_any();
    if (wanted.empty()) return;
    found.erase(std::remove_if(found.begin(), found.end(),
                               [&](const InitiativeOutlook& one) {
                                   return std::find(wanted.begin(), wanted.end(), one.id) == wanted.end();
                               }),
                found.end());
}

int tell_permitted(const Session& session, const PermittedOptions& options)
{
    const Instant as_of = parse_instant(options.as_of);
    const std::string text = read_input(options.season);
    const Rules rules = options.rules.empty() ? rules_of_season(text, options.season) : load_rules(options.rules);
    const Season season = read_season(text, options.season);
    std::vector<InitiativeOutlook> found =
        outlook(rules, season, as_of, options.person, options.all || !options.initiatives.empty());
    keep(found, season, options.initiatives);
    print(session.json() ? outlook_json(found, as_of) : outlook_text(found, as_of, session.language()));
    return exit_done;
}

}  // namespace

void add_permitted(CLI::App& lifecycle, Session& session)
{
    CLI::App* command = lifecycle.add_subcommand(
        "permitted", "What may be done now with each open initiative, what may not, and what would unblock it");
    const auto options = std::make_shared<PermittedOptions>();
    command->add_option("SEASON", options->season, "JSON file of the season; - reads standard input")
        ->required()
        ->option_text(" ");
    add_rules_option(*command, options->rules, "those the season names");
    command->add_option("--as-of", options->as_of, "At this instant, as in 2025-09-25T08:00+07:00 (required)")
        ->required()
        ->option_text("INSTANT");
    command->add_option("--initiative", options->initiatives, "Only this one; repeat for more")->option_text("ID");
    command->add_option("--person", options->person, "What this person may do")->option_text("ID");
    command->add_flag("--all", options->all, "Those that have ended, too");
    add_output_options(*command, session);
    command->callback(
        [&session, options] { session.action = [&session, options] { return tell_permitted(session, *options); }; });
}

}  // namespace sangkien::cli
