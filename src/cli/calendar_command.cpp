// sangkien calendar: add, count, period, explain, show.
#include <algorithm>
#include <memory>

#include <sangkien/calendar/deadline.hpp>
#include <sangkien/io/json_writer.hpp>
#include <sangkien/io/loader.hpp>
#include <sangkien/io/report_parts_inl.hpp>

#include "command.hpp"

namespace sangkien::cli {

namespace {

struct CalendarOptions {
    std::vector<std::string> rules;
    std::string day;  // of count: the first
    std::string to;
    std::string length;
    std::string roll = "none";
    std::int64_t number = 0;
    int year = 0;
};

using Options = std::shared_ptr<CalendarOptions>;

// What the rulebooks say once all of them are in force: that calendar has every year they tell.
struct Book {
    explicit Book(const CalendarOptions& options)
        : rules(load_rules(options.rules.empty() ? std::vector<std::string>{"civil-code-2015", "vn-civil-service"}
                                                 : options.rules)),
          calendar(rules.rulesets().empty() ? none : rules.rulesets().back().calendar)
    {
    }

    std::optional<PeriodRules> periods() const
    {
        return rules.rulesets().empty() ? std::nullopt : rules.rulesets().back().periods;
    }

    Rules rules;
    Calendar none;
    const Calendar& calendar;
};

// "2025-09-02 (thứ Ba)"
std::string day_line(const Session& session, Day day)
{
    return to_text(day) + " (" + session.say(shown(weekday(day))) + ")";
}

void put_day(JsonWriter& out, const Book& book, Day day)
{
    const Calendar& calendar = book.calendar;
    out.begin_object();
    out.member("day", to_text(day));
    out.key("weekday");
    detail::put_words(out, shown(weekday(day)));
    out.member("kind", word(calendar.kind(day)));
    out.member("working", calendar.is_working(day));
    out.key("why");
    detail::put_words(out, calendar.why_off(day));
    out.key("pair");
    const std::optional<SpecialDay> special = calendar.special(day);
    if (special && special->pair)
        out.value(to_text(*special->pair));
    else
        out.null();
    out.key("citation");
    detail::put_citation(out, calendar.citation(day));
    out.key("clause");
    detail::put_words(out, clause_text(book.rules, calendar.citation(day)));
    out.end_object();
}

// "2025-09-02 (thứ Ba)  nghỉ lễ: Quốc khánh [45/2019.112.1]"
std::string explained(const Session& session, const Book& book, Day day)
{
    const Calendar& calendar = book.calendar;
    std::string out = padded(day_line(session, day), 23) + session.say(shown(calendar.kind(day)));
    const Words why = calendar.why_off(day);
    if (calendar.special(day) && !session.say(why).empty()) out += ": " + session.say(why);
    if (const std::optional<SpecialDay> special = calendar.special(day))
        if (special->pair) out += " (" + to_text(*special->pair) + ")";
    return out + " [" + calendar.citation(day).clause + "]\n";
}

int add_days(const Session& session, const CalendarOptions& options)
{
    const Day from = parse_day(options.day);
    const Book book(options);
    Roll roll = Roll::none;
    for (const Roll known : {Roll::forward, Roll::backward})
        if (options.roll == word(known)) roll = known;
    const Day day = book.calendar.add_working_days(from, options.number, roll);
    JsonWriter out;
    out.begin_object();
    out.member("from", to_text(from));
    out.member("working_days", options.number);
    out.member("roll", word(roll));
    out.member("day", to_text(day));
    out.key("weekday");
    detail::put_words(out, shown(weekday(day)));
    out.end_object();
    print(session.json() ? out.take() : day_line(session, day) + "\n");
    return exit_done;
}

int count_days(const Session& session, const CalendarOptions& options)
{
    const Day from = parse_day(options.day), to = parse_day(options.to);
    const std::int64_t count = Book(options).calendar.count_working_days(from, to);
    JsonWriter out;
    out.begin_object();
    out.member("from", to_text(from));
    out.member("to", to_text(to));
    out.member("working_days", count);
    out.end_object();
    print(session.json() ? out.take() : std::to_string(count) + "\n");
    return exit_done;
}

int period(const Session& session, const CalendarOptions& options)
{
    const Day event = parse_day(options.day);
    const Length length = parse_length(options.length);
    const Book book(options);
    const std::optional<PeriodRules> rules = book.periods();
    const Deadline end = rules ? period_end(event, length, *rules, book.calendar, rules->first_day_citation)
                               : undetermined_deadline({"periods", {"cách tính thời hạn", "how periods are counted"}});
    JsonWriter out;
    out.begin_object();
    out.member("event", to_text(event));
    out.member("length", to_text(length));
    out.key("deadline");
    detail::put_deadline(out, end);
    out.end_object();
    std::string lines = end.determined ? day_line(session, end.last_day) + "\n" : "";
    for (const Finding& step : end.steps) {
        lines += "  " + message(step, session.language());
        if (!step.citations.empty() && !step.citations[0].clause.empty())
            lines += " [" + step.citations[0].clause + "]";
        lines += "\n";
    }
    print(session.json() ? out.take() : lines);
    return exit_done;
}

int explain_day(const Session& session, const CalendarOptions& options)
{
    const Day day = parse_day(options.day);
    const Book book(options);
    JsonWriter out;
    put_day(out, book, day);
    const Words clause = clause_text(book.rules, book.calendar.citation(day));
    print(session.json() ? out.take() : explained(session, book, day) + "  " + session.say(clause) + "\n");
    return exit_done;
}

int show_year(const Session& session, const CalendarOptions& options)
{
    const Book book(options);
    const Day first = day_of(options.year, 1, 1), last = day_of(options.year, 12, 31);
    const std::int64_t count = book.calendar.count_working_days(first, last) + (book.calendar.is_working(last) ? 1 : 0);
    std::string lines = session.say({"Năm ", "Year "}) + std::to_string(options.year) + ": " + std::to_string(count) +
                        session.say({" ngày làm việc\n", " working days\n"});
    JsonWriter out;
    out.begin_object();
    out.member("year", options.year);
    out.member("working_days", count);
    out.key("days");
    out.begin_list();
    for (const SpecialDay& special : book.calendar.special_days(options.year)) {
        put_day(out, book, special.day);
        lines += explained(session, book, special.day);
    }
    out.end_list();
    out.end_object();
    print(session.json() ? out.take() : lines);
    return exit_done;
}

CLI::App* subcommand(CLI::App& calendar, Session& session, const char* name, const char* what, const Options& options,
                     int (*act)(const Session&, const CalendarOptions&))
{
    CLI::App* command = calendar.add_subcommand(name, what);
    add_rules_option(*command, options->rules, "civil-code-2015 and vn-civil-service");
    add_output_options(*command, session);
    command->callback(
        [&session, options, act] { session.action = [&session, options, act] { return act(session, *options); }; });
    return command;
}

void add_argument(CLI::App& command, const char* name, std::string& value, const char* what)
{
    command.add_option(name, value, what)->required()->option_text(" ");
}

}  // namespace

void add_calendar(CLI::App& app, Session& session)
{
    CLI::App* calendar = app.add_subcommand("calendar", "Working days, days off and periods");
    calendar->require_subcommand(1);
    const auto options = std::make_shared<CalendarOptions>();

    CLI::App* add = subcommand(*calendar, session, "add", "The N-th working day after a day", options, add_days);
    add_argument(*add, "DAY", options->day, "As in 2025-09-24");
    add->add_option("N", options->number, "Working days; before 0: backwards")->required()->option_text(" ");
    add->add_option("--roll", options->roll, "Where a day off goes when N is 0: forward or backward")
        ->check(CLI::IsMember({"none", "forward", "backward"}).description(""))
        ->option_text("WHERE");

    CLI::App* count =
        subcommand(*calendar, session, "count", "Working days from a day on, before another", options, count_days);
    add_argument(*count, "FROM", options->day, "The first day, counted");
    add_argument(*count, "TO", options->to, "The last day, not counted");

    CLI::App* length =
        subcommand(*calendar, session, "period", "When a period ends that an event sets going", options, period);
    add_argument(*length, "DAY", options->day, "The day of the event");
    add_argument(*length, "LENGTH", options->length, "As in \"3 months\", \"10 days\", \"5 working days\"");

    CLI::App* explain =
        subcommand(*calendar, session, "explain", "Whether a day is worked, and why", options, explain_day);
    add_argument(*explain, "DAY", options->day, "As in 2025-09-02");

    CLI::App* show = subcommand(*calendar, session, "show", "The days of a year that the week alone does not tell",
                                options, show_year);
    show->add_option("YEAR", options->year, "As in 2025")
        ->required()
        ->check(CLI::Range(1, 9999).description(""))
        ->option_text(" ");
}

}  // namespace sangkien::cli
