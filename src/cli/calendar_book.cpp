#include "calendar_book.hpp"

#include <algorithm>

#include <sangkien/io/loader.hpp>
#include <sangkien/io/report_parts_inl.hpp>

namespace sangkien::cli {

namespace {

// How far --provisional reaches beyond the last decided year, at least.
constexpr int years_ahead = 30;

Calendar calendar_of(const CalendarOptions& options, const Ruleset* ruleset)
{
    if (ruleset == nullptr) return {};
    Calendar out = ruleset->calendar;
    if (!options.known_on.empty()) out = out.known_on(parse_day(options.known_on));
    if (!options.provisional) return out;
    const std::vector<int> decided = out.years(YearStatus::decided);
    const int first = out.holiday_rules().first_year(), last = decided.empty() ? first : decided.back();
    return out.with_provisional(first, std::max({last + years_ahead, options.year, options.last_year}));
}

}  // namespace

Book::Book(const CalendarOptions& options)
    : rules(load_rules(options.rules.empty() ? std::vector<std::string>{"civil-code-2015", "vn-civil-service"}
                                             : options.rules)),
      calendar(calendar_of(options, ruleset()))
{
}

std::string day_line(const Session& session, Day day)
{
    return to_text(day) + " (" + session.say(shown(weekday(day))) + ")";
}

std::string explained(const Session& session, const Book& book, Day day)
{
    const Calendar& calendar = book.calendar;
    const bool provisional = calendar.status(day) == YearStatus::provisional;
    std::string out = provisional ? padded(session.say(shown(YearStatus::provisional)), 12) : "";
    out += padded(day_line(session, day), 23) + session.say(shown(calendar.kind(day)));
    const std::optional<SpecialDay> special = calendar.special(day);
    if (!special) return out + " [" + calendar.citation(day).clause + "]\n";
    if (!special->name.empty()) out += ": " + session.say(special->name);
    if (special->pair) out += " (" + to_text(*special->pair) + ")";
    out += " [" + special->citation.clause;
    if (!special->document.empty() && special->document != special->citation.clause) out += "; " + special->document;
    if (special->issued) out += ", " + to_text(*special->issued);
    return out + "]\n";
}

void put_day(JsonWriter& out, const Book& book, Day day)
{
    const Calendar& calendar = book.calendar;
    const std::optional<SpecialDay> special = calendar.special(day);
    const auto optional_day = [&](const char* key, const std::optional<Day>& value) {
        out.key(key);
        if (value)
            out.value(to_text(*value));
        else
            out.null();
    };
    out.begin_object();
    out.member("day", to_text(day));
    out.key("weekday");
    detail::put_words(out, shown(weekday(day)));
    out.member("kind", word(calendar.kind(day)));
    out.member("working", calendar.is_working(day));
    out.member("status", word(calendar.status(day)));
    out.key("why");
    detail::put_words(out, calendar.why_off(day));
    optional_day("pair", special ? special->pair : std::nullopt);
    out.member("document", special ? special->document : std::string());
    optional_day("issued", special ? special->issued : std::nullopt);
    out.key("citation");
    detail::put_citation(out, calendar.citation(day));
    out.key("clause");
    detail::put_words(out, clause_text(book.rules, calendar.citation(day)));
    out.end_object();
}

std::string provisional_line(const Session& session, const Calendar& calendar, Day a, Day b)
{
    if (!calendar.provisional(a, b)) return {};
    for (int year = civil(std::min(a, b)).year; year <= civil(std::max(a, b)).year; ++year)
        if (calendar.status(year) == YearStatus::provisional)
            return session.say({"dự kiến: ", "provisional: "}) + session.say(calendar.why_provisional(year)) + "\n";
    return {};
}

void put_provisional(JsonWriter& out, const Calendar& calendar, Day a, Day b)
{
    out.key("provisional");
    if (!calendar.provisional(a, b)) {
        out.null();
        return;
    }
    for (int year = civil(std::min(a, b)).year; year <= civil(std::max(a, b)).year; ++year)
        if (calendar.status(year) == YearStatus::provisional) {
            detail::put_words(out, calendar.why_provisional(year));
            return;
        }
}

int exit_of(const CalendarOptions& options, bool provisional)
{
    return options.strict && provisional ? exit_open : exit_done;
}

CLI::App* calendar_subcommand(CLI::App& calendar, Session& session, const char* name, const char* what,
                              const std::shared_ptr<CalendarOptions>& options, CalendarAction act)
{
    CLI::App* command = calendar.add_subcommand(name, what);
    add_rules_option(*command, options->rules, "civil-code-2015 and vn-civil-service");
    command->add_option("--known-on", options->known_on, "The calendar as it was known on this day")
        ->option_text("DAY");
    command->add_flag("--provisional", options->provisional, "Project the years that are not decided, and say so");
    command->add_flag("--strict", options->strict, "Exit with 3 when the answer is provisional or undetermined");
    add_output_options(*command, session);
    command->callback([&session, options, act] {
        session.action = [&session, options, act] { return act(session, *options); };
        // A year that is missing may be asked for all the same.
        if (!options->provisional)
            session.hint = {ErrorId::year_not_decided,
                            {"Muốn xem lịch dự kiến theo Bộ luật Lao động, hãy thêm --provisional.\n",
                             "For a year projected from the Labour Code add --provisional.\n"}};
    });
    return command;
}

void add_argument(CLI::App& command, const char* name, std::string& value, const char* what)
{
    command.add_option(name, value, what)->required()->option_text(" ");
}

void add_year(CLI::App& command, const char* name, int& value, const char* what)
{
    command.add_option(name, value, what)->required()->check(CLI::Range(1, 9999).description(""))->option_text(" ");
}

}  // namespace sangkien::cli
