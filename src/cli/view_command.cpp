// sangkien score view, sangkien score eligible: what one person may see of a season, and who may sit.
#include <algorithm>
#include <memory>

#include <sangkien/evaluation/evaluate.hpp>
#include <sangkien/io/loader.hpp>
#include <sangkien/io/season_reader.hpp>
#include <sangkien/io/view_text.hpp>

#include "command.hpp"

namespace sangkien::cli {

namespace {

struct ViewOptions {
    std::string season;
    std::string as_of;
    std::vector<std::string> rules;
    std::string person;
    std::string unit;
    std::string closed;
    std::string announced;
    std::int64_t least_ballots = 1;
    bool strict = false;
};

// A season and the rules it is judged by.
struct Judged {
    Rules rules;
    Season season;
};

Judged judged_season(const ViewOptions& options)
{
    const std::string text = read_input(options.season);
    Rules rules = options.rules.empty() ? rules_of_season(text, options.season) : load_rules(options.rules);
    return {std::move(rules), read_season(text, options.season)};
}

int tell_view(const Session& session, const ViewOptions& options)
{
    const Instant as_of = parse_instant(options.as_of);
    Disclosure when;
    if (!options.closed.empty()) when.closed = parse_instant(options.closed);
    if (!options.announced.empty()) when.announced = parse_instant(options.announced);
    when.least_ballots = options.least_ballots;
    const Judged of = judged_season(options);
    const auto views = view_of(evaluate(of.rules, of.season, as_of), of.rules, of.season, options.person, when);
    print(session.json() ? view_json(views, options.person, as_of)
                         : view_text(views, options.person, as_of, session.language()));
    return exit_done;
}

int tell_eligible(const Session& session, const ViewOptions& options)
{
    const Judged of = judged_season(options);
    std::vector<Member> members;
    if (!options.person.empty()) members.push_back(candidate(of.season, options.person, options.unit));
    const std::vector<MemberEligibility> found = eligible(of.rules, of.season, members);
    print(session.json() ? eligible_json(found) : eligible_text(found, session.language()));
    const bool open = std::any_of(found.begin(), found.end(), [](const MemberEligibility& one) {
        return std::any_of(one.initiatives.begin(), one.initiatives.end(),
                           [](const Eligibility& file) { return file.may_sit == Truth::undetermined; });
    });
    return options.strict && open ? exit_open : exit_done;
}

void add_view_season(CLI::App& command, ViewOptions& options)
{
    command.add_option("SEASON", options.season, "JSON file of the season; - reads standard input")
        ->required()
        ->option_text(" ");
    add_rules_option(command, options.rules, "those the season names");
}

}  // namespace

void add_score_view(CLI::App& score, Session& session)
{
    CLI::App* command =
        score.add_subcommand("view", "A season as one person may see it: own ballots, results, reasons");
    const auto options = std::make_shared<ViewOptions>();
    add_view_season(*command, *options);
    command->add_option("--as-of", options->as_of, "At this instant, as in 2025-09-30T17:00+07:00 (required)")
        ->required()
        ->option_text("INSTANT");
    command->add_option("--as", options->person, "The person who looks (required)")->required()->option_text("PERSON");
    command
        ->add_option("--closed", options->closed,
                     "Since when members see what the council made of a file (default: not yet)")
        ->option_text("INSTANT");
    command->add_option("--announced", options->announced, "Since when authors see their result (default: not yet)")
        ->option_text("INSTANT");
    command
        ->add_option("--least-ballots", options->least_ballots,
                     "Members are shown no figure that stands on fewer (default: 1)")
        ->check(CLI::Range(std::int64_t{1}, std::int64_t{1000000}).description(""))
        ->option_text("N");
    add_output_options(*command, session);
    command->callback(
        [&session, options] { session.action = [&session, options] { return tell_view(session, *options); }; });
}

void add_score_eligible(CLI::App& score, Session& session)
{
    CLI::App* command =
        score.add_subcommand("eligible", "Who may sit on which initiative, told before anybody is appointed");
    const auto options = std::make_shared<ViewOptions>();
    add_view_season(*command, *options);
    CLI::Option* person = command->add_option("--person", options->person,
                                              "Only this one, a member or not (default: the season's council)");
    person->option_text("PERSON");
    command->add_option("--unit", options->unit, "Of a person who is no member: the own unit")
        ->needs(person)
        ->option_text("ID");
    command->add_flag("--strict", options->strict, "Exit with 3 when something is undetermined");
    add_output_options(*command, session);
    command->callback(
        [&session, options] { session.action = [&session, options] { return tell_eligible(session, *options); }; });
}

}  // namespace sangkien::cli
