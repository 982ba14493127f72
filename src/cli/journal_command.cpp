// sangkien journal: append, verify, head, replay, repair.
#include <cstdio>
#include <memory>
#include <optional>

#include <sangkien/io/journal.hpp>
#include <sangkien/io/journal_file.hpp>
#include <sangkien/io/json_writer.hpp>

#include "command.hpp"

namespace sangkien::cli {

namespace {

struct JournalOptions {
    std::string journal;
    std::string events = "-";
    std::string head;
    std::string season;
    std::string at;
    std::string known;
};

// The next line of a file or pipe, without its end; false when there is none.
bool next_line(std::FILE* file, std::string& line)
{
    line.clear();
    int letter = 0;
    while ((letter = std::fgetc(file)) != EOF && letter != '\n') line += static_cast<char>(letter);
    return letter == '\n' || !line.empty();
}

// Every line of `events` is one event; each is acknowledged, with the head it leads to, once it is on disk, and before the
// next one is waited for.
int append(const JournalOptions& options)
{
    const bool piped = options.events == "-";
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> opened(
        piped ? nullptr : std::fopen(options.events.c_str(), "rb"), [](std::FILE* file) { return std::fclose(file); });
    std::FILE* const events = piped ? stdin : opened.get();
    const auto unreadable = [&] {
        return Error(Problem{ErrorId::unreadable_file, {options.events, {}, {}}, {{"file", options.events}}});
    };
    if (events == nullptr) throw unreadable();
    JournalFile journal = JournalFile::open(options.journal);
    std::string line;
    for (int number = 1; next_line(events, line); ++number) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        journal.append(read_journal_event(line, options.events + " (" + std::to_string(number) + ")"));
        print(to_text(journal.head()) + "\n");
    }
    if (std::ferror(events) != 0) throw unreadable();
    return exit_done;
}

int verify(const Session& session, const JournalOptions& options)
{
    const std::string text = read_input(options.journal);
    std::optional<JournalHead> anchor;
    if (!options.head.empty()) anchor = parse_journal_head(options.head);
    const JournalCheck check = verify_journal(text, options.journal, anchor);
    print(session.json() ? journal_check_json(check) : journal_check_text(check, session.language()));
    return check.holds() ? exit_done : exit_negative;
}

int head(const Session& session, const JournalOptions& options)
{
    const JournalCheck check = verify_journal(read_input(options.journal), options.journal);
    if (check.fault) throw Error(*check.fault);
    if (!session.json()) {
        print(to_text(check.head) + "\n");
        return exit_done;
    }
    JsonWriter out;
    out.begin_object(true);
    out.member("sequence", check.head.sequence);
    out.member("sha256", check.head.sha256);
    out.end_object();
    print(out.take());
    return exit_done;
}

Instant instant_or_all(const std::string& text) { return text.empty() ? end_of_time : parse_instant(text); }

int replay(const Session& session, const JournalOptions& options)
{
    const std::vector<JournalLine> lines = read_journal(read_input(options.journal), options.journal);
    const Instant at = instant_or_all(options.at), known = instant_or_all(options.known);
    if (!options.season.empty())
        print(journal_season(lines, read_input(options.season), options.season, at, known));
    else
        print(session.json() ? journal_replay_json(lines, at, known)
                             : journal_replay_text(lines, at, known, session.language()));
    return exit_done;
}

int repair(const Session& session, const JournalOptions& options)
{
    const std::optional<JournalRepair> done = repair_journal(options.journal);
    if (session.json()) {
        JsonWriter out;
        out.begin_object(true);
        out.member("bytes", done ? done->bytes : std::int64_t{0});
        out.member("kept", done ? done->kept : std::string());
        out.end_object();
        print(out.take());
    } else if (done) {
        const std::string bytes = std::to_string(done->bytes);
        print(session.say({"Đã cắt " + bytes + " byte của dòng đứt và cất vào " + done->kept + ".\n",
                           "Cut off " + bytes + " bytes of a torn line and kept them in " + done->kept + ".\n"}));
    } else {
        print(session.say({"Không có dòng nào bị đứt.\n", "No line is torn.\n"}));
    }
    return exit_done;
}

std::shared_ptr<JournalOptions> of_journal(CLI::App& command, const char* what)
{
    const auto options = std::make_shared<JournalOptions>();
    command.add_option("JOURNAL", options->journal, what)->required()->option_text(" ");
    return options;
}

}  // namespace

void add_replay(CLI::App& above, Session& session)
{
    CLI::App* command = above.add_subcommand("replay", "What counts at an instant, as it was known at another");
    const auto asked = of_journal(*command, "The journal; - reads standard input");
    command->add_option("--season", asked->season, "Print this season with the journal's events, as JSON to evaluate")
        ->option_text("FILE");
    command->add_option("--at", asked->at, "What occurred by this instant (default: everything)")
        ->option_text("INSTANT");
    command->add_option("--known", asked->known, "What was recorded by this instant (default: everything)")
        ->option_text("INSTANT");
    add_output_options(*command, session);
    command->callback([&session, asked] { session.action = [&session, asked] { return replay(session, *asked); }; });
}

void add_journal(CLI::App& app, Session& session)
{
    CLI::App* journal = app.add_subcommand("journal", "Append to journals, verify and replay them");
    journal->require_subcommand(1);

    CLI::App* appending =
        journal->add_subcommand("append", "Append events and print the head after each, once on disk");
    const auto added = of_journal(*appending, "The file of the journal; made when there is none");
    appending->add_option("EVENTS", added->events, "One event a line, as JSON (default: standard input)")
        ->option_text(" ");
    add_output_options(*appending, session);
    appending->callback([&session, added] { session.action = [added] { return append(*added); }; });

    CLI::App* verifying = journal->add_subcommand("verify", "Find the first bad line and tell what is wrong with it");
    const auto checked = of_journal(*verifying, "The journal; - reads standard input");
    verifying->add_option("--head", checked->head, "A head that was kept elsewhere, as `journal head` prints it")
        ->option_text("HEAD");
    add_output_options(*verifying, session);
    verifying->callback(
        [&session, checked] { session.action = [&session, checked] { return verify(session, *checked); }; });

    CLI::App* heading = journal->add_subcommand("head", "The number and seal of the last line, to keep elsewhere");
    const auto headed = of_journal(*heading, "The journal; - reads standard input");
    add_output_options(*heading, session);
    heading->callback([&session, headed] { session.action = [&session, headed] { return head(session, *headed); }; });

    add_replay(*journal, session);

    CLI::App* repairing = journal->add_subcommand("repair", "Put a torn last line aside");
    const auto mended = of_journal(*repairing, "The file of the journal");
    add_output_options(*repairing, session);
    repairing->callback(
        [&session, mended] { session.action = [&session, mended] { return repair(session, *mended); }; });
}

}  // namespace sangkien::cli
