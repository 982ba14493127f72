// sangkien calendar: single days. What is about whole years stands in calendar_year_command.cpp.
#include <algorithm>

#include <sangkien/calendar/deadline.hpp>
#include <sangkien/calendar/lunar.hpp>
#include <sangkien/io/report_parts_inl.hpp>

#include "calendar_book.hpp"

namespace sangkien::cli {

namespace {

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
    put_provisional(out, book.calendar, from, day);
    out.end_object();
    print(session.json() ? out.take()
                         : day_line(session, day) + "\n" + provisional_line(session, book.calendar, from, day));
    return exit_of(options, book.calendar.provisional(from, day));
}

int count_days(const Session& session, const CalendarOptions& options)
{
    const Day from = parse_day(options.day), to = parse_day(options.to);
    const Book book(options);
    const std::int64_t count = book.calendar.count_working_days(from, to);
    JsonWriter out;
    out.begin_object();
    out.member("from", to_text(from));
    out.member("to", to_text(to));
    out.member("working_days", count);
    put_provisional(out, book.calendar, from, to);
    out.end_object();
    print(session.json() ? out.take()
                         : std::to_string(count) + "\n" + provisional_line(session, book.calendar, from, to));
    return exit_of(options, book.calendar.provisional(from, to));
}

// "2026-03-02..2026-03-10", or "2026-03-02.." for one that goes on.
std::vector<Suspension> suspensions_of(const std::vector<std::string>& texts)
{
    std::vector<Suspension> out;
    for (const std::string& text : texts) {
        const std::size_t dots = text.find("..");
        Suspension suspension;
        suspension.from = parse_day(text.substr(0, dots));
        if (dots != std::string::npos && dots + 2 < text.size()) suspension.resumed = parse_day(text.substr(dots + 2));
        out.push_back(suspension);
    }
    return out;
}

Deadline deadline_of(const CalendarOptions& options, const Book& book, Length length)
{
    const std::optional<PeriodRules> rules = book.periods();
    if (!rules) return undetermined_deadline({"periods", {"cách tính thời hạn", "how periods are counted"}});
    const std::vector<Suspension> suspensions = suspensions_of(options.suspended);
    const SuspendedDays policy = options.not_counted.empty() ? SuspendedDays::as_ruled : SuspendedDays::not_counted;
    // The length is the caller's own: it rests on no clause.
    return options.day.find('T') == std::string::npos
               ? period_end(parse_day(options.day), length, *rules, book.calendar, {}, suspensions, policy)
               : period_end(parse_instant(options.day), length, *rules, book.calendar, {}, suspensions, policy);
}

std::string steps_text(const Session& session, const Findings& steps)
{
    std::string out;
    for (const Finding& step : steps) {
        out += "  " + message(step, session.language());
        if (!step.citations.empty() && !step.citations[0].clause.empty()) out += " [" + step.citations[0].clause + "]";
        out += "\n";
    }
    return out;
}

int period(const Session& session, const CalendarOptions& options)
{
    const Length length = parse_length(options.length);
    const Book book(options);
    Deadline end = deadline_of(options, book, length);
    for (Finding& step : end.steps)
        step.citations.erase(std::remove_if(step.citations.begin(), step.citations.end(),
                                            [](const Citation& c) { return c.rulebook.empty() && c.clause.empty(); }),
                             step.citations.end());
    JsonWriter out;
    out.begin_object();
    out.member("event", options.day);
    out.member("length", to_text(length));
    out.key("deadline");
    detail::put_deadline(out, end);
    out.end_object();
    const std::string head = end.determined ? shown(last_moment(end), session.language()) + " (" +
                                                  session.say(shown(weekday(end.last_day))) + ")\n"
                                            : session.say({"chưa xác định được\n", "undetermined\n"});
    print(session.json() ? out.take() : head + steps_text(session, end.steps));
    return exit_of(options, end.provisional || !end.determined);
}

int explain_day(const Session& session, const CalendarOptions& options)
{
    const Day day = parse_day(options.day);
    const Book book(options);
    JsonWriter out;
    put_day(out, book, day);
    const Words clause = clause_text(book.rules, book.calendar.citation(day));
    const std::string text = explained(session, book, day) + "  " + session.say(clause) + "\n" +
                             provisional_line(session, book.calendar, day, day);
    print(session.json() ? out.take() : text);
    return exit_of(options, book.calendar.provisional(day, day));
}

// "10/3/2026" or "10/3/2026" with --leap.
Day day_of_lunar(const CalendarOptions& options)
{
    int parts[3] = {0, 0, 0};
    std::size_t at = 0;
    const std::string& text = options.day;
    for (int& part : parts) {
        const std::size_t begin = at;
        while (at < text.size() && at < begin + 4 && text[at] >= '0' && text[at] <= '9')
            part = part * 10 + (text[at++] - '0');
        const bool last = &part == &parts[2];
        if (begin == at || (last ? at != text.size() : at == text.size() || text[at] != '/'))
            throw Error(Problem{ErrorId::bad_lunar_day,
                                {},
                                {{"date", "\"" + text + "\""},
                                 {"why", Words{"viết ngày/tháng/năm, như \"10/3/2026\"",
                                               "write day/month/year, as in \"10/3/2026\""}}}});
        ++at;
    }
    return from_lunar(parts[2], parts[1], parts[0], options.leap);
}

int lunar(const Session& session, const CalendarOptions& options)
{
    const Day day = options.from_lunar ? day_of_lunar(options) : parse_day(options.day);
    const LunarDate date = to_lunar(day);
    const CanChi names[] = {can_chi_of_year(date.year), can_chi_of_month(date.year, date.month), can_chi_of_day(day)};
    JsonWriter out;
    out.begin_object();
    out.member("day", to_text(day));
    out.key("lunar");
    out.begin_object();
    out.member("year", date.year);
    out.member("month", date.month);
    out.member("day", date.day);
    out.member("leap", date.leap);
    out.member("certainty", word(date.certainty));
    out.key("why_uncertain");
    detail::put_words(out, why_uncertain(date.certainty));
    out.end_object();
    out.key("can_chi");
    out.begin_object();
    const char* keys[] = {"year", "month", "day"};
    for (int i = 0; i < 3; ++i) {
        out.key(keys[i]);
        detail::put_words(out, shown(names[i]));
    }
    out.end_object();
    out.end_object();
    std::string text = day_line(session, day) + "  " + session.say(shown_with_year(date)) + "\n" +
                       session.say({"tháng ", "month "}) + session.say(shown(names[1])) +
                       session.say({", ngày ", ", day "}) + session.say(shown(names[2])) + "\n";
    if (date.uncertain()) text += session.say(why_uncertain(date.certainty)) + "\n";
    print(session.json() ? out.take() : text);
    return exit_of(options, date.uncertain());
}

}  // namespace

void add_calendar(CLI::App& app, Session& session)
{
    CLI::App* calendar = app.add_subcommand("calendar", "Working days, days off, lunar dates and periods");
    calendar->require_subcommand(1);
    const auto options = std::make_shared<CalendarOptions>();

    CLI::App* add =
        calendar_subcommand(*calendar, session, "add", "The N-th working day after a day", options, add_days);
    add_argument(*add, "DAY", options->day, "As in 2025-09-24");
    add->add_option("N", options->number, "Working days; before 0: backwards")->required()->option_text(" ");
    add->add_option("--roll", options->roll, "Where a day off goes when N is 0: forward or backward")
        ->check(CLI::IsMember({"none", "forward", "backward"}).description(""))
        ->option_text("WHERE");

    CLI::App* count = calendar_subcommand(*calendar, session, "count", "Working days from a day on, before another",
                                          options, count_days);
    add_argument(*count, "FROM", options->day, "The first day, counted");
    add_argument(*count, "TO", options->to, "The last day, not counted");

    CLI::App* length = calendar_subcommand(
        *calendar, session, "period", "When a period ends that an event sets going, step by step", options, period);
    add_argument(*length, "DAY", options->day, "The day of the event, or its moment as in 2026-03-02T09:30+07:00");
    add_argument(*length, "LENGTH", options->length,
                 "As in \"3 months\", \"10 days\", \"5 working days\", \"36 hours\"");
    length
        ->add_option("--suspended", options->suspended,
                     "Suspended after the first day until the second; repeat for more; nothing after .. : still is")
        ->allow_extra_args(false)
        ->option_text("DAY..DAY");
    length
        ->add_option("--suspended-days", options->not_counted,
                     "Count no suspended day, where the rulebooks do not say: not-counted")
        ->check(CLI::IsMember({"not-counted"}).description(""))
        ->option_text("POLICY");

    CLI::App* explain =
        calendar_subcommand(*calendar, session, "explain", "Whether a day is worked, and why", options, explain_day);
    add_argument(*explain, "DAY", options->day, "As in 2025-09-02");

    CLI::App* moon =
        calendar_subcommand(*calendar, session, "lunar", "The lunar date of a day, or the day of one", options, lunar);
    add_argument(*moon, "DAY", options->day, "As in 2026-04-26; with --from as in 10/3/2026");
    moon->add_flag("--from", options->from_lunar, "DAY is a lunar date, day/month/year");
    moon->add_flag("--leap", options->leap, "With --from: in the leap month");

    add_year_commands(*calendar, session, options);
}

}  // namespace sangkien::cli
