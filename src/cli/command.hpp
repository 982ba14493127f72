// What the subcommands of the command share: options, reading, printing, exit codes.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include <sangkien/core/error.hpp>
#include <sangkien/core/words.hpp>
#include <sangkien/evaluation/rules.hpp>

namespace sangkien::cli {

// Exit codes: stable, scripts rest on them.
enum Exit : int {
    exit_done = 0,
    exit_negative = 1,  // done, and the answer is no
    exit_unusable = 2,  // input or usage
    exit_open = 3,      // done, and something is undetermined; only with --strict
};

// Hint (gợi ý): what the command itself can do about an error, said after it.
struct Hint {
    ErrorId about{};
    Words words;
};

// Session (phiên): one run of the command. The parser fills it, main() runs its action.
struct Session {
    std::string format = "text";
    std::string lang = "vi";
    std::function<int()> action;
    Hint hint;

    bool json() const noexcept { return format == "json"; }
    Language language() const noexcept { return lang == "en" ? Language::en : Language::vi; }
    const std::string& say(const Words& words) const noexcept { return words.in(language()); }
};

// One function for each family, in the file of its name.
void add_evaluate(CLI::App& app, Session& session);
void add_score(CLI::App& app, Session& session);
// Subcommands of `score` in files of their own.
void add_score_view(CLI::App& score, Session& session);
void add_score_eligible(CLI::App& score, Session& session);
void add_score_robustness(CLI::App& score, Session& session);
void add_score_raters(CLI::App& score, Session& session);
void add_rules(CLI::App& app, Session& session);
void add_verify(CLI::App& rules, Session& session);
void add_calendar(CLI::App& app, Session& session);
// Subcommands of `rules` in files of their own.
void add_rules_at(CLI::App& rules, Session& session);
void add_rules_diff(CLI::App& rules, Session& session);
void add_rules_new(CLI::App& rules, Session& session);
void add_rules_coverage(CLI::App& rules, Session& session);
void add_quota(CLI::App& app, Session& session);
void add_index(CLI::App& app, Session& session);
void add_record(CLI::App& app, Session& session);
void add_lifecycle(CLI::App& lifecycle, Session& session);
void add_duties(CLI::App& app, Session& session);
void add_permitted(CLI::App& lifecycle, Session& session);
// `replay`, under the family that is named.
void add_replay(CLI::App& above, Session& session);
void add_journal(CLI::App& app, Session& session);

// --format and --lang.
void add_output_options(CLI::App& app, Session& session);
// --rules ID, as often as wanted.
void add_rules_option(CLI::App& app, std::vector<std::string>& names, const std::string& otherwise);

// The rulebooks that a season names.
Rules rules_of_season(std::string_view text, const std::string& label);

// To standard output, as it is; throws std::runtime_error when it cannot be written.
void print(std::string_view text);
// Is it a file, and not the id of a built-in rulebook?
bool is_file(std::string_view name);
// The text of a built-in rulebook by id, of a file by path.
std::string rulebook_text(const std::string& name);
// A file, or standard input for "-"; Error SK1008 when it cannot be read.
std::string read_input(const std::string& path);
// `error` to standard error as text; with --format json the JSON to standard output and one line to standard error.
void tell(const Session& session, const Error& error);

// `text` with spaces behind it up to `width` letters.
std::string padded(std::string text, std::size_t width);
// The text of the clause that is cited; empty when no loaded rulebook has it.
Words clause_text(const Rules& rules, const Citation& citation);

}  // namespace sangkien::cli
