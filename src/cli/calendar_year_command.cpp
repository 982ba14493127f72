// sangkien calendar: whole years. show, years, deadlines, check.
#include <algorithm>

#include <sangkien/calendar/deadline.hpp>
#include <sangkien/io/ics.hpp>
#include <sangkien/io/report_parts_inl.hpp>
#include <sangkien/io/year_page.hpp>
#include <sangkien/rulebook/schedule_check.hpp>

#include "calendar_book.hpp"

namespace sangkien::cli {

namespace {

// What a calendar file says it was made at: --stamp, else `otherwise`, for there is no clock.
Instant stamp_of(const CalendarOptions& options, Instant otherwise)
{
    return options.stamp.empty() ? otherwise : parse_instant(options.stamp);
}

std::string year_json(const Book& book, int year)
{
    const Day first = day_of(year, 1, 1), last = day_of(year, 12, 31);
    const Calendar& calendar = book.calendar;
    JsonWriter out;
    out.begin_object();
    out.member("year", year);
    out.member("status", word(calendar.status(year)));
    out.member("working_days", calendar.count_working_days(first, last) + (calendar.is_working(last) ? 1 : 0));
    put_provisional(out, calendar, first, last);
    out.key("days");
    out.begin_list();
    for (const SpecialDay& special : calendar.special_days(year)) put_day(out, book, special.day);
    out.end_list();
    out.end_object();
    return out.take();
}

// A line a special day, for a spreadsheet.
std::string year_csv(const Calendar& calendar, int year)
{
    const auto quoted = [](const std::string& text) {
        std::string out = "\"";
        for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
        return out + "\"";
    };
    std::string out = "day,weekday,kind,working,status,vi,en,pair,document,issued,rulebook,clause,provenance\r\n";
    calendar.is_working(day_of(year, 1, 1));  // a year that is missing is refused
    for (const SpecialDay& special : calendar.special_days(year)) {
        const Day day = special.day;
        out += to_text(day) + "," + shown(weekday(day)).en + "," + word(special.kind) + "," +
               (calendar.is_working(day) ? "true" : "false") + "," + word(calendar.status(day)) + "," +
               quoted(special.name.vi) + "," + quoted(special.name.en) + "," +
               (special.pair ? to_text(*special.pair) : "") + "," + quoted(special.document) + "," +
               (special.issued ? to_text(*special.issued) : "") + "," + quoted(special.citation.rulebook) + "," +
               quoted(special.citation.clause) + "," + word(special.citation.provenance) + "\r\n";
    }
    return out;
}

int show_year(const Session& session, const CalendarOptions& options)
{
    const Book book(options);
    const std::string year = std::to_string(options.year);
    if (session.format == "json")
        print(year_json(book, options.year));
    else if (session.format == "csv")
        print(year_csv(book.calendar, options.year));
    else if (session.format == "svg")
        print(year_svg(book.calendar, options.year, session.language()));
    else if (session.format == "ics")
        print(write_ics({"Lịch nghỉ và làm bù năm " + year, "Days off and worked days of rest, " + year},
                        holiday_events(book.calendar, options.year, &book.rules),
                        stamp_of(options, holiday_stamp(book.calendar, options.year)), session.language()));
    else
        print(year_page(book.calendar, options.year, session.language()));
    return exit_of(options, book.calendar.status(options.year) == YearStatus::provisional);
}

int list_years(const Session& session, const CalendarOptions& options)
{
    const Book book(options);
    std::vector<std::pair<int, YearStatus>> years;
    for (const YearStatus status : {YearStatus::decided, YearStatus::provisional})
        for (const int year : book.calendar.years(status)) years.emplace_back(year, status);
    std::sort(years.begin(), years.end());
    JsonWriter out;
    out.begin_list();
    std::string text;
    for (const auto& [year, status] : years) {
        out.begin_object();
        out.member("year", year);
        out.member("status", word(status));
        out.end_object();
        text += std::to_string(year) + "  " + session.say(shown(status)) + "\n";
    }
    out.end_list();
    print(session.json() ? out.take() : text);
    return exit_of(options, !book.calendar.years(YearStatus::provisional).empty());
}

int list_deadlines(const Session& session, const CalendarOptions& options)
{
    const Book book(options);
    const std::string year = std::to_string(options.year);
    const std::vector<Milestone> milestones = book.milestones();
    if (session.format == "ics") {
        print(write_ics({"Các mốc năm " + year, "Milestones of " + year},
                        milestone_events(milestones, options.year, book.calendar, options.reminders, &book.rules),
                        stamp_of(options, end_of_day(day_of(options.year, 1, 1) - 1)), session.language()));
        return exit_done;
    }
    JsonWriter out;
    out.begin_list();
    std::string text;
    bool provisional = false;
    for (const Milestone& milestone : milestones) {
        const Deadline deadline = deadline_of(milestone, options.year, book.calendar);
        provisional = provisional || deadline.provisional;
        out.begin_object();
        out.member("id", milestone.name.id);
        out.key("name");
        detail::put_words(out, milestone.name.words);
        out.key("deadline");
        detail::put_deadline(out, deadline);
        out.end_object();
        text += padded(shown(last_moment(deadline), session.language()), 24) +
                padded(session.say(shown(weekday(deadline.last_day))), 11) + milestone.name.in(session.language()) +
                " [" + milestone.citation.clause + "]\n";
    }
    out.end_list();
    print(session.json() ? out.take() : text);
    return exit_of(options, provisional);
}

int check_years(const Session& session, const CalendarOptions& options)
{
    const Book book(options);
    const Findings found = check_schedule(book.milestones(), book.calendar, options.year, options.last_year);
    JsonWriter out;
    detail::put_findings(out, found);
    std::string text;
    for (const Finding& finding : found) {
        text += message(finding, session.language());
        if (!finding.citations.empty()) text += " [" + finding.citations[0].clause + "]";
        text += "\n";
    }
    if (found.empty()) text = session.say({"không có gì phải lưu ý\n", "nothing to heed\n"});
    print(session.json() ? out.take() : text);
    const auto fails = [](const Finding& finding) { return finding.verdict == Truth::fail; };
    if (std::any_of(found.begin(), found.end(), fails)) return exit_negative;
    return exit_of(options, !found.empty());
}

void add_stamp(CLI::App& command, CalendarOptions& options)
{
    command
        .add_option("--stamp", options.stamp,
                    "With --format ics: when the file was made (default: that of its latest paper)")
        ->option_text("INSTANT");
}

void add_formats(CLI::App& command, Session& session, const std::vector<std::string>& formats, const std::string& what)
{
    command.remove_option(command.get_option("--format"));
    command.add_option("--format", session.format, "How to print: " + what + " (default: text)")
        ->check(CLI::IsMember(formats).description(""))
        ->option_text("FORMAT");
}

}  // namespace

void add_year_commands(CLI::App& calendar, Session& session, const std::shared_ptr<CalendarOptions>& options)
{
    CLI::App* show = calendar_subcommand(calendar, session, "show",
                                         "A year: every day off and every worked day of rest, its paper and its pair",
                                         options, show_year);
    add_year(*show, "YEAR", options->year, "As in 2025");
    add_formats(*show, session, {"text", "json", "csv", "svg", "ics"}, "text, json, csv, svg or ics");
    add_stamp(*show, *options);

    calendar_subcommand(calendar, session, "years", "The years that are answered for, and their status", options,
                        list_years);

    CLI::App* deadlines =
        calendar_subcommand(calendar, session, "deadlines", "The last days of a schedule in a year (--rules names it)",
                            options, list_deadlines);
    add_year(*deadlines, "YEAR", options->year, "As in 2025");
    add_formats(*deadlines, session, {"text", "json", "ics"}, "text, json or ics");
    deadlines->add_option("--remind", options->reminders, "With --format ics: working days before; repeat for more")
        ->allow_extra_args(false)
        ->option_text("N");
    add_stamp(*deadlines, *options);

    CLI::App* check = calendar_subcommand(calendar, session, "check",
                                          "What to heed in a schedule over years: exit 1 when there is something",
                                          options, check_years);
    add_year(*check, "FROM", options->year, "The first year");
    add_year(*check, "TO", options->last_year, "The last year");
}

}  // namespace sangkien::cli
