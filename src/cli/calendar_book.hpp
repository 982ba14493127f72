// What the subcommands of `sangkien calendar` share: their options, the calendar they ask for, a day in text and JSON.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <sangkien/calendar/period.hpp>
#include <sangkien/calendar/working_days.hpp>
#include <sangkien/core/instant.hpp>
#include <sangkien/io/json_writer.hpp>
#include <sangkien/rulebook/schedule_section.hpp>

#include "command.hpp"

namespace sangkien::cli {

struct CalendarOptions {
    std::vector<std::string> rules;
    std::string known_on;
    bool provisional = false;
    bool strict = false;
    std::string day;  // of count: the first
    std::string to;
    std::string length;
    std::string roll = "none";
    std::string stamp;
    std::vector<std::string> suspended;
    std::string not_counted;
    std::vector<int> reminders;
    std::int64_t number = 0;
    int year = 0;
    int last_year = 0;
    bool from_lunar = false;
    bool leap = false;
};

using CalendarAction = int (*)(const Session&, const CalendarOptions&);

// What the rulebooks say once all of them are in force: that calendar has every year they tell.
struct Book {
    // `years` of its use are projected where they are not decided and --provisional asks for it.
    explicit Book(const CalendarOptions& options);

    const Ruleset* ruleset() const noexcept { return rules.rulesets().empty() ? nullptr : &rules.rulesets().back(); }
    std::optional<PeriodRules> periods() const { return ruleset() ? ruleset()->periods : std::nullopt; }
    std::vector<Milestone> milestones() const { return ruleset() ? ruleset()->milestones : std::vector<Milestone>{}; }

    Rules rules;
    Calendar calendar;
};

// "2025-09-02 (thứ Ba)"
std::string day_line(const Session& session, Day day);
// "2025-09-02 (thứ Ba)  nghỉ lễ: Quốc khánh [45/2019.112.1; 45/2019/QH14, 2019-11-20]", and "dự kiến" where it is so.
std::string explained(const Session& session, const Book& book, Day day);
void put_day(JsonWriter& out, const Book& book, Day day);
// A line with the reason for the first provisional year from `a` to `b`; empty when there is none.
std::string provisional_line(const Session& session, const Calendar& calendar, Day a, Day b);
void put_provisional(JsonWriter& out, const Calendar& calendar, Day a, Day b);
// exit_open with --strict when the answer rests on a provisional year, else exit_done.
int exit_of(const CalendarOptions& options, bool provisional);

// The subcommands about whole years: show, years, deadlines, check; see calendar_year_command.cpp.
void add_year_commands(CLI::App& calendar, Session& session, const std::shared_ptr<CalendarOptions>& options);
CLI::App* calendar_subcommand(CLI::App& calendar, Session& session, const char* name, const char* what,
                              const std::shared_ptr<CalendarOptions>& options, CalendarAction act);
void add_argument(CLI::App& command, const char* name, std::string& value, const char* what);
void add_year(CLI::App& command, const char* name, int& value, const char* what);

}  // namespace sangkien::cli
