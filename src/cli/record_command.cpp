// sangkien record, sangkien verify-record: an evaluation as a portable record, and whether it still holds.
#include <memory>

#include <sangkien/io/loader.hpp>
#include <sangkien/io/record.hpp>

#include "command.hpp"

namespace sangkien::cli {

namespace {

struct RecordOptions {
    std::string record;
    std::string season;
    std::string report;
    std::string as_of;
    std::string known_on;
    std::string note;
    std::vector<std::string> rules;
};

int make(const RecordOptions& options)
{
    const Instant as_of = parse_instant(options.as_of);
    Rules rules = load_rules(options.rules);
    if (!options.known_on.empty()) rules = rules.known_on(parse_day(options.known_on));
    print(make_record(rules, read_input(options.season), options.season, as_of, options.note));
    return exit_done;
}

int verify(const Session& session, const RecordOptions& options)
{
    const std::string record = read_input(options.record);
    const std::string season = read_input(options.season);
    std::optional<std::string> report;
    if (!options.report.empty()) report = read_input(options.report);
    const Rules rules = load_rules(options.rules);
    const RecordCheck check = verify_record(record, rules, season, options.season, report, options.record);
    print(session.json() ? record_check_json(check) : record_check_text(check, session.language()));
    return check.same() ? exit_done : exit_negative;
}

// One name at a time, and at least one: what a record rests on is said, not looked up in the season.
void add_rules_needed(CLI::App& command, std::vector<std::string>& names)
{
    command.add_option("--rules", names, "Rulebook, built in or a file; repeat for more (required)")
        ->required()
        ->allow_extra_args(false)
        ->option_text("ID");
}

}  // namespace

void add_record(CLI::App& app, Session& session)
{
    CLI::App* record = app.add_subcommand("record", "Evaluate a season and print a record that can be verified later");
    const auto made = std::make_shared<RecordOptions>();
    record->add_option("SEASON", made->season, "JSON file of the season; - reads standard input")
        ->required()
        ->option_text(" ");
    add_rules_needed(*record, made->rules);
    record->add_option("--as-of", made->as_of, "Evaluate at this instant, as in 2025-09-30T17:00+07:00 (required)")
        ->required()
        ->option_text("INSTANT");
    record->add_option("--known-on", made->known_on, "With the rules as they were known on this day; recorded too")
        ->option_text("DAY");
    record->add_option("--note", made->note, "A text of your own to keep in the record")->option_text("TEXT");
    add_output_options(*record, session);
    record->callback([&session, made] { session.action = [made] { return make(*made); }; });

    CLI::App* check = app.add_subcommand("verify-record", "Evaluate again and tell whether a record still holds");
    const auto asked = std::make_shared<RecordOptions>();
    check->add_option("RECORD", asked->record, "JSON file of the record; - reads standard input")
        ->required()
        ->option_text(" ");
    check->add_option("SEASON", asked->season, "JSON file of the season")->required()->option_text(" ");
    add_rules_needed(*check, asked->rules);
    check->add_option("--report", asked->report, "The report that was kept, as JSON: compared too")
        ->option_text("FILE");
    add_output_options(*check, session);
    check->callback([&session, asked] { session.action = [&session, asked] { return verify(session, *asked); }; });
}

}  // namespace sangkien::cli
