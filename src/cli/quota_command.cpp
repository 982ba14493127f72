// sangkien quota: what each unit owes and has, what counted and what not, and what is still possible.
#include <algorithm>
#include <memory>

#include <sangkien/io/loader.hpp>
#include <sangkien/io/quota_text.hpp>
#include <sangkien/io/season_reader.hpp>

#include "command.hpp"

namespace sangkien::cli {

namespace {

struct QuotaOptions {
    std::string season;
    std::string as_of;
    std::vector<std::string> rules;
    std::vector<std::string> units;
    bool strict = false;
};

void keep(std::vector<QuotaAccount>& found, const Season& season, const std::vector<std::string>& wanted)
{
    std::vector<std::string> known;
    for (const Unit& unit : season.units) known.push_back(unit.id);
    Problems problems;
    for (const std::string& id : wanted) {
        if (std::find(known.begin(), known.end(), id) != known.end()) continue;
        Details details{{"id", id}};
        if (const std::string near = nearest(id, known); !near.empty()) details.emplace_back("nearest", near);
        problems.add(ErrorId::unknown_unit, {season.file, "/units", {}}, std::move(details));
    }
    problems.throw_if_any();
    if (wanted.empty()) return;
    found.erase(std::remove_if(found.begin(), found.end(),
                               [&](const QuotaAccount& one) {
                                   return std::find(wanted.begin(), wanted.end(), one.unit.id) == wanted.end();
                               }),
                found.end());
}

int tell_quota(const Session& session, const QuotaOptions& options)
{
    const Instant as_of = parse_instant(options.as_of);
    const std::string text = read_input(options.season);
    const Rules rules = options.rules.empty() ? rules_of_season(text, options.season) : load_rules(options.rules);
    const Season season = read_season(text, options.season);
    std::vector<QuotaAccount> found = quota_accounts(rules, season, as_of);
    keep(found, season, options.units);
    if (session.format == "csv")
        print(quota_csv(found));
    else
        print(session.json() ? quota_json(found, as_of) : quota_text(found, as_of, session.language()));
    const bool open = std::any_of(found.begin(), found.end(),
                                  [](const QuotaAccount& account) { return account.prospect == QuotaProspect::open; });
    return options.strict && open ? exit_open : exit_done;
}

}  // namespace

void add_quota(CLI::App& app, Session& session)
{
    CLI::App* command = app.add_subcommand(
        "quota", "What each unit owes and has, what counted and what not, and what is still possible");
    const auto options = std::make_shared<QuotaOptions>();
    command->add_option("SEASON", options->season, "JSON file of the season; - reads standard input")
        ->required()
        ->option_text(" ");
    add_rules_option(*command, options->rules, "those the season names");
    command->add_option("--as-of", options->as_of, "At this instant, as in 2025-09-22T08:00+07:00 (required)")
        ->required()
        ->option_text("INSTANT");
    command->add_option("--unit", options->units, "Only this one; repeat for more")->option_text("ID");
    command->add_flag("--strict", options->strict, "Exit with 3 when a quota is undetermined");
    add_output_options(*command, session);
    command->remove_option(command->get_option("--format"));
    command->add_option("--format", session.format, "How to print: text, json or csv (default: text)")
        ->check(CLI::IsMember({"text", "json", "csv"}).description(""))
        ->option_text("FORMAT");
    command->callback(
        [&session, options] { session.action = [&session, options] { return tell_quota(session, *options); }; });
}

}  // namespace sangkien::cli
