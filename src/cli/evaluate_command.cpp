// sangkien evaluate: a season in, a report out.
#include <algorithm>
#include <memory>

#include <sangkien/io/evaluate_text.hpp>
#include <sangkien/io/explanation_json.hpp>
#include <sangkien/io/explanation_text.hpp>
#include <sangkien/io/loader.hpp>
#include <sangkien/io/report_json.hpp>
#include <sangkien/io/report_text.hpp>
#include <sangkien/io/season_reader.hpp>

#include "command.hpp"

namespace sangkien::cli {

namespace {

struct EvaluateOptions {
    std::string season;
    std::string label;
    std::string as_of;
    std::vector<std::string> rules;
    std::string known_on;
    bool strict = false;
    bool explains = false;
    std::string explained;  // path of the report; empty: all that is not met
};

bool open(const InitiativeReport& initiative)
{
    return std::any_of(initiative.rules.begin(), initiative.rules.end(),
                       [](const RulesApplied& applied) { return applied.finding.verdict == Truth::undetermined; }) ||
           std::any_of(initiative.events.begin(), initiative.events.end(),
                       [](const EventReport& event) { return event.verdict == Truth::undetermined; }) ||
           std::any_of(initiative.clocks.begin(), initiative.clocks.end(),
                       [](const ClockReport& clock) { return !clock.reading.determined; }) ||
           (initiative.score.stated && initiative.score.decision == Truth::undetermined) ||
           (initiative.selection && initiative.selection->chosen == Truth::undetermined);
}

bool open(const UnitReport& unit)
{
    return std::any_of(unit.quota.begin(), unit.quota.end(),
                       [](const QuotaResult& quota) { return quota.verdict == Truth::undetermined; }) ||
           (unit.index && unit.index->complete == Truth::undetermined);
}

// Is a verdict undetermined? What is only still to be done (a duty, a running clock) is not.
bool open(const Report& report)
{
    return !report.warnings.empty() ||
           std::any_of(report.milestones.begin(), report.milestones.end(),
                       [](const MilestoneReport& milestone) { return !milestone.deadline.determined; }) ||
           std::any_of(report.initiatives.begin(), report.initiatives.end(),
                       [](const InitiativeReport& initiative) { return open(initiative); }) ||
           std::any_of(report.units.begin(), report.units.end(), [](const UnitReport& unit) { return open(unit); });
}

}  // namespace

// A season is data, so a name in it is an id and never the path of a file.
Rules rules_of_season(std::string_view text, const std::string& label)
{
    Problems problems;
    const Season season = read_season(text, label, problems);
    const std::vector<std::string> known = builtin_rulebooks();
    std::vector<std::string> names;
    bool all_known = true;
    for (std::size_t i = 0; i < season.rulebooks.size(); ++i) {
        const RulebookName& name = season.rulebooks[i];
        names.push_back(name.id);
        if (std::find(known.begin(), known.end(), name.id) != known.end()) continue;
        Details details{{"name", name.id}};
        const std::string near = nearest(name.id, known);
        if (!near.empty()) details.emplace_back("nearest", near);
        std::string list;
        for (const std::string& id : known) list += (list.empty() ? "" : ", ") + id;
        details.emplace_back("known", list);
        problems.add(ErrorId::unknown_rulebook, {label, "/rulebooks/" + std::to_string(i), name.mark},
                     std::move(details));
        all_known = false;
    }
    // With rules at hand evaluate_text() tells all that is wrong, this included.
    if (names.empty() || !all_known) problems.throw_if_any();
    return load_rules(names);
}

namespace {

void print_explanation(const Session& session, const Rules& rules, const Season& season, const Report& report,
                       const std::string& path)
{
    const Explanation why = path.empty() ? explain_unmet(rules, season, report) : explain(rules, season, report, path);
    print(session.json() ? explanation_json(why) : explanation_text(why, session.language()));
}

int evaluate_season(const Session& session, const EvaluateOptions& options)
{
    const Instant as_of = parse_instant(options.as_of);
    const std::string text = read_input(options.season);
    const std::string& label = options.label.empty() ? options.season : options.label;
    const Rules loaded = options.rules.empty() ? rules_of_season(text, label) : load_rules(options.rules);
    const Rules rules = options.known_on.empty() ? loaded : loaded.known_on(parse_day(options.known_on));
    const Report report = evaluate_text(rules, text, label, as_of);
    if (options.explains)
        print_explanation(session, rules, read_season(text, label), report, options.explained);
    else
        print(session.json() ? report_json(report) : report_text(report, session.language()));
    return options.strict && open(report) ? exit_open : exit_done;
}

}  // namespace

void add_evaluate(CLI::App& app, Session& session)
{
    CLI::App* command =
        app.add_subcommand("evaluate", "Evaluate a season: what became of each initiative, what is to do");
    const auto options = std::make_shared<EvaluateOptions>();
    command->add_option("SEASON", options->season, "JSON file of the season; - reads standard input")
        ->required()
        ->option_text(" ");
    add_rules_option(*command, options->rules, "those the season names");
    command->add_option("--as-of", options->as_of, "Evaluate at this instant, as in 2025-09-30T17:00+07:00 (required)")
        ->required()
        ->option_text("INSTANT");
    command->add_option("--known-on", options->known_on, "With the rules as they were known on this day")
        ->option_text("DAY");
    command->add_option("--label", options->label, "Name of the season's file in problems (default: as given)")
        ->option_text("NAME");
    command->add_flag("--strict", options->strict, "Exit with 3 when a verdict is undetermined");
    CLI::Option* explain =
        command
            ->add_option("--explain", options->explained,
                         "Explain one value of the report instead, or, without a path, all that is not met")
            ->expected(0, 1)
            ->option_text("[PATH]");
    add_output_options(*command, session);
    command->callback([&session, options, explain] {
        session.hint = {ErrorId::unknown_rulebook,
                        {"Bộ quy tắc của riêng mình thì nêu tệp: --rules TỆP.json, mỗi tệp một lần.\n",
                         "Name the file of a rulebook of your own: --rules FILE.json, once for each.\n"}};
        options->explains = explain->count() > 0;
        session.action = [&session, options] { return evaluate_season(session, *options); };
    });
}

}  // namespace sangkien::cli
