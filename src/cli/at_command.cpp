// sangkien rules at: the effective rulebook of a day, each value with its source.
#include <memory>
#include <optional>

#include <sangkien/io/effective.hpp>
#include <sangkien/io/loader.hpp>

#include "command.hpp"

namespace sangkien::cli {

namespace {

int rules_at(const Session& session, const std::string& date, const std::vector<std::string>& names,
             const std::string& known_on)
{
    const Day on = parse_day(date);
    std::optional<Day> known;
    if (!known_on.empty()) known = parse_day(known_on);
    const Rules rules = load_rules(names);
    Problems problems;
    const Effective effective = overlay(rules.rulebooks(), on, {}, problems, known);
    problems.throw_if_any();
    print(session.json() ? effective_json(effective, rules.rulebooks(), on)
                         : effective_text(effective, rules.rulebooks(), on, session.language()));
    return exit_done;
}

}  // namespace

void add_rules_at(CLI::App& rules, Session& session)
{
    CLI::App* at = rules.add_subcommand("at", "The rules in force on a day, printed whole, each value with its source");
    const auto date = std::make_shared<std::string>();
    const auto names = std::make_shared<std::vector<std::string>>();
    at->add_option("DATE", *date, "The day, as in 2025-09-19")->required()->option_text(" ");
    at->add_option("--rules", *names, "Rulebook, built in or a file; repeat for more (required)")
        ->required()
        ->allow_extra_args(false)
        ->option_text("ID");
    const auto known_on = std::make_shared<std::string>();
    at->add_option("--known-on", *known_on, "The rules as they were known on this day")->option_text("DAY");
    add_output_options(*at, session);
    at->callback([&session, date, names, known_on] {
        session.action = [&session, date, names, known_on] { return rules_at(session, *date, *names, *known_on); };
    });
}

}  // namespace sangkien::cli
