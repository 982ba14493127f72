// The command `sangkien`: the library on the command line. It asks neither clock nor locale.
#include <cstdio>
#include <exception>
#include <new>

#include <sangkien/core/config.hpp>

#include "command.hpp"

using namespace sangkien;

namespace {

int run(cli::Session& session)
{
    try {
        return session.action();
    } catch (const Error& error) {
        cli::tell(session, error);
    }
    return cli::exit_unusable;
}

int parse_and_run(int count, char** arguments)
{
    cli::Session session;
    CLI::App app("Rules of administrative-reform initiatives: verdicts with the clauses they rest on.", "sangkien");
    app.set_version_flag("--version", std::string("sangkien ") + version(), "Print the release");
    app.set_help_flag("-h,--help", "Print this help");
    app.get_formatter()->column_width(28);
    app.require_subcommand(1);
    app.footer(
        "Exit codes: 0 done; 1 done, the answer is negative; 2 unusable input or usage;\n"
        "            3 done, something is undetermined (only with --strict).");
    cli::add_evaluate(app, session);
    cli::add_score(app, session);
    cli::add_rules(app, session);
    cli::add_calendar(app, session);
    cli::add_quota(app, session);
    cli::add_index(app, session);
    cli::add_record(app, session);
    cli::add_duties(app, session);
    cli::add_journal(app, session);
    CLI::App* lifecycle = app.add_subcommand("lifecycle", "The procedure: pictures, paths, what is permitted");
    lifecycle->require_subcommand(1);
    cli::add_permitted(*lifecycle, session);
    cli::add_lifecycle(*lifecycle, session);
    cli::add_replay(*lifecycle, session);
    try {
        app.parse(count, arguments);
    } catch (const CLI::ParseError& told) {
        return app.exit(told) == 0 ? cli::exit_done : cli::exit_unusable;
    }
    return run(session);
}

}  // namespace

int main(int count, char** arguments)
{
    try {
        return parse_and_run(count, arguments);
    } catch (const std::bad_alloc&) {
        std::fputs("sangkien: hết bộ nhớ / out of memory\n", stderr);
    } catch (const std::exception& fault) {
        std::fprintf(stderr, "sangkien: %s\n", fault.what());
    }
    return cli::exit_unusable;
}
