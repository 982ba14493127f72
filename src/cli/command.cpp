#include "command.hpp"

#include <cstdio>
#include <stdexcept>

#include <sangkien/io/error_json.hpp>
#include <sangkien/io/loader.hpp>

namespace sangkien::cli {

void add_output_options(CLI::App& app, Session& session)
{
    app.add_option("--format", session.format, "How to print: text or json (default: text)")
        ->check(CLI::IsMember({"text", "json"}).description(""))
        ->option_text("FORMAT");
    app.add_option("--lang", session.lang, "Language of texts: vi or en (default: vi)")
        ->check(CLI::IsMember({"vi", "en"}).description(""))
        ->option_text("LANG");
}

void add_rules_option(CLI::App& app, std::vector<std::string>& names, const std::string& otherwise)
{
    // One name at a time: `--rules ID SEASON` must not swallow the season.
    app.add_option("--rules", names, "Rulebook, built in or a file; repeat for more (default: " + otherwise + ")")
        ->allow_extra_args(false)
        ->option_text("ID");
}

void print(std::string_view text)
{
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
    if (std::fflush(stdout) != 0 || !written)
        throw std::runtime_error("không ghi được ra đầu ra chuẩn / standard output cannot be written");
}

std::string read_input(const std::string& path)
{
    if (path != "-") return read_file(path);
    std::string out;
    char buffer[65536];
    std::size_t size = 0;
    while ((size = std::fread(buffer, 1, sizeof buffer, stdin)) > 0) out.append(buffer, size);
    if (std::ferror(stdin) != 0) throw Error(Problem{ErrorId::unreadable_file, {path, {}, {}}, {{"file", path}}});
    return out;
}

bool is_file(std::string_view name)
{
    return name.find('/') != std::string_view::npos || (name.size() > 5 && name.substr(name.size() - 5) == ".json");
}

std::string rulebook_text(const std::string& name)
{
    std::string text = builtin_rulebook(name);
    if (!text.empty()) return text;
    if (!is_file(name)) load_rules({name});  // knows how to say that there is none
    return read_file(name);
}

void tell(const Session& session, const Error& error)
{
    if (!session.json()) {
        std::fputs(error_text(error, session.language()).c_str(), stderr);
        if (error.problems().front().id == session.hint.about)
            std::fputs(session.say(session.hint.words).c_str(), stderr);
        return;
    }
    print(error_json(error));
    const std::string count = std::to_string(error.problems().size());
    const Words line{"sangkien: " + count + " lỗi; chi tiết trong JSON ở đầu ra chuẩn.\n",
                     "sangkien: problems: " + count + "; the JSON on standard output tells them.\n"};
    std::fputs(session.say(line).c_str(), stderr);
}

std::string padded(std::string text, std::size_t width)
{
    std::size_t letters = 0;
    for (const char c : text) letters += (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
    if (letters < width) text.append(width - letters, ' ');
    return text;
}

Words clause_text(const Rules& rules, const Citation& citation)
{
    for (const Rulebook& book : rules.rulebooks())
        if (const Clause* clause = book.clause(citation.clause)) return clause->text;
    return {};
}

}  // namespace sangkien::cli
