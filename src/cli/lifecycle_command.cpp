// sangkien lifecycle show, paths: the procedure of rulebooks as sentences and pictures, and its paths as cases for tests.
#include <algorithm>
#include <memory>

#include <sangkien/io/evaluate_text.hpp>
#include <sangkien/io/json_writer.hpp>
#include <sangkien/io/lifecycle_paths.hpp>
#include <sangkien/io/lifecycle_picture.hpp>
#include <sangkien/io/loader.hpp>
#include <sangkien/io/season_reader.hpp>
#include <sangkien/lifecycle/paths.hpp>

#include "command.hpp"

namespace sangkien::cli {

namespace {

struct LifecycleOptions {
    std::vector<std::string> names;
    std::string on;
    std::string season;
    std::string initiative;
    std::string as_of;
    std::string to;
    std::string from;
    std::vector<std::string> by;
    std::size_t steps = 0;
    std::size_t most = 10000;
};

std::optional<Day> day_of(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional<Day>(parse_day(text));
}

std::string drawn(const Session& session, const Ruleset& rules, const InitiativeReport* way)
{
    const Language language = session.language();
    if (session.format == "mermaid") return lifecycle_mermaid(rules, language, way);
    if (session.format == "dot") return lifecycle_dot(rules, language, way);
    if (session.format == "scxml") return lifecycle_scxml(rules, language, way);
    if (session.format == "svg") return lifecycle_svg(rules, language, way);
    return session.json() ? lifecycle_json(rules, way) : lifecycle_text(rules, language, way);
}

// Unless told otherwise a file is shown as its last event left it.
Instant last_event(const Season& season, const std::string& id)
{
    Instant out = start_of_day(season.opened);
    for (const Initiative& initiative : season.initiatives)
        if (initiative.id == id && !initiative.events.empty()) out = initiative.events.back().at;
    return out;
}

int show_way(const Session& session, const LifecycleOptions& options, const Rules& rules)
{
    const std::string text = read_input(options.season);
    const Season season = read_season(text, options.season);
    const Instant as_of = options.as_of.empty() ? last_event(season, options.initiative) : parse_instant(options.as_of);
    const Report report = evaluate_text(rules, text, options.season, as_of);
    const InitiativeReport& way = initiative_named(report, options.initiative);
    const std::optional<Day> on = options.on.empty() ? report.rules_on : day_of(options.on);
    print(drawn(session, lifecycle_rules(rules, on), &way));
    return exit_done;
}

int show(const Session& session, const LifecycleOptions& options)
{
    const Rules rules = load_rules(options.names);
    if (!options.season.empty()) return show_way(session, options, rules);
    print(drawn(session, lifecycle_rules(rules, day_of(options.on)), nullptr));
    return exit_done;
}

std::string ids(const Table& table, const Path& path)
{
    std::string out;
    for (const PathStep& step : path) out += (out.empty() ? "" : " > ") + table.transitions[step.transition].name.id;
    return out.empty() ? "-" : out;
}

// Exit code 1: they can. So a script can keep a promise.
int reach(const Session& session, const LifecycleOptions& options, const Ruleset& rules)
{
    const Table& table = rules.table;
    const std::uint16_t to = state_named(table, options.to);
    const Roles by = roles_named(table, options.by);
    std::optional<Breach> breach;
    if (options.from.empty()) {
        breach = find_breach(table, by, to);
    } else if (const auto way = shortest_paths(table, state_named(table, options.from), by)[to]) {
        breach = Breach{{}, *way};
    }
    if (session.json()) {
        JsonWriter out;
        out.begin_object();
        out.member("reached", breach.has_value());
        if (breach) {
            out.member("before", ids(table, breach->before));
            out.member("then", ids(table, breach->then));
        }
        out.end_object();
        print(out.take());
    } else if (breach) {
        print(session.say({"Tới được: ", "Reached: "}) + ids(table, breach->before) + "; " + ids(table, breach->then) +
              "\n");
    } else {
        print(session.say({"Không cách nào tới được.\n", "Out of reach.\n"}));
    }
    return breach ? exit_negative : exit_done;
}

int paths(const Session& session, const LifecycleOptions& options)
{
    const Rules rules = load_rules(options.names);
    const Ruleset& ruleset = lifecycle_rules(rules, day_of(options.on));
    if (!options.to.empty()) return reach(session, options, ruleset);
    PathChoice choice;
    choice.steps = options.steps;
    choice.most = options.most;
    print(session.json() ? lifecycle_paths_json(ruleset, choice)
                         : lifecycle_paths_text(ruleset, choice, session.language()));
    return exit_done;
}

void add_common(CLI::App& command, LifecycleOptions& options, Session& session, const std::vector<std::string>& formats)
{
    command.add_option("ID", options.names, "Rulebooks, built in or files")->required()->option_text("...");
    command.add_option("--on", options.on, "The rules in force on this day (default: those made last)")
        ->option_text("DAY");
    std::string list;
    for (const std::string& format : formats)
        list += (list.empty() ? "" : format == formats.back() ? " or " : ", ") + format;
    command.add_option("--format", session.format, "How to print: " + list + " (default: text)")
        ->check(CLI::IsMember(formats).description(""))
        ->option_text("FORMAT");
    command.add_option("--lang", session.lang, "Language of texts: vi or en (default: vi)")
        ->check(CLI::IsMember({"vi", "en"}).description(""))
        ->option_text("LANG");
}

}  // namespace

void add_lifecycle(CLI::App& lifecycle, Session& session)
{
    const auto options = std::make_shared<LifecycleOptions>();

    CLI::App* picture =
        lifecycle.add_subcommand("show", "The procedure; with a season the way of one initiative on it");
    add_common(*picture, *options, session, {"text", "mermaid", "dot", "scxml", "svg", "json"});
    CLI::Option* season =
        picture->add_option("--season", options->season, "JSON file of a season; - reads standard input")
            ->option_text("FILE");
    CLI::Option* initiative =
        picture->add_option("--initiative", options->initiative, "Id of the initiative to mark")->option_text("ID");
    season->needs(initiative);
    initiative->needs(season);
    picture->add_option("--as-of", options->as_of, "As of this instant (default: that of its last event)")
        ->needs(season)
        ->option_text("INSTANT");
    picture->callback(
        [&session, options] { session.action = [&session, options] { return show(session, *options); }; });

    CLI::App* cases = lifecycle.add_subcommand(
        "paths", "The shortest path to each state and each refusal, every simple path; or whether roles reach a state");
    add_common(*cases, *options, session, {"text", "json"});
    cases->add_option("--steps", options->steps, "Every sequence of up to so many steps, too")->option_text("N");
    cases->add_option("--most", options->most, "Paths of each list (default: 10000)")->option_text("N");
    CLI::Option* to = cases
                          ->add_option("--to", options->to,
                                       "Ask whether the roles of --by alone can lead a file to this state; "
                                       "exit code 1 when they can")
                          ->option_text("STATE");
    cases->add_option("--from", options->from, "From this state (default: any that can be reached)")
        ->needs(to)
        ->option_text("STATE");
    CLI::Option* by = cases->add_option("--by", options->by, "Role; repeat for more")
                          ->allow_extra_args(false)
                          ->needs(to)
                          ->option_text("ROLE");
    to->needs(by);
    cases->callback([&session, options] { session.action = [&session, options] { return paths(session, *options); }; });
}

}  // namespace sangkien::cli
