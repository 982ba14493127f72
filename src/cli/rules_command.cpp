// sangkien rules: list, show, verify, schema.
#include <algorithm>
#include <memory>

#include <sangkien/io/error_json.hpp>
#include <sangkien/io/json_writer.hpp>
#include <sangkien/io/loader.hpp>
#include <sangkien/io/report_parts_inl.hpp>

#include "command.hpp"

namespace sangkien::cli {

namespace {

// A built-in rulebook by id, a file by path.
std::string rulebook_text(const std::string& name)
{
    std::string text = builtin_rulebook(name);
    if (!text.empty()) return text;
    if (name.find('/') == std::string::npos && (name.size() < 5 || name.substr(name.size() - 5) != ".json"))
        load_rules({name});  // knows how to say that there is none
    return read_file(name);
}

Rulebook parsed(const std::string& text, const std::string& file)
{
    Problems problems;
    Rulebook book = read_rulebook_text(text, file, {}, problems);
    problems.throw_if_any();
    return book;
}

void put_document(JsonWriter& out, const Rulebook& book)
{
    out.member("id", book.id);
    out.key("title");
    detail::put_words(out, book.title);
    out.member("number", book.document.number);
    out.member("issuer", book.document.issuer);
    out.member("issued", to_text(book.document.issued));
    out.member("from", to_text(book.document.from));
    out.key("until");
    if (book.document.until)
        out.value(to_text(*book.document.until));
    else
        out.null();
    out.member("layer", word(book.layer));
    out.key("under");
    detail::put_texts(out, book.under);
    out.member("provenance", word(book.document.provenance));
    out.member("sha256", book.digest);
}

int list_rules(const Session& session)
{
    JsonWriter out;
    std::string lines;
    out.begin_object();
    out.key("rulebooks");
    out.begin_list();
    for (const std::string& id : builtin_rulebooks()) {
        const Rulebook book = parsed(builtin_rulebook(id), id + ".json");
        out.begin_object();
        put_document(out, book);
        out.end_object();
        lines += padded(id, 26) + padded(book.document.number, 28) + session.say(book.title) + "\n";
    }
    out.end_list();
    out.end_object();
    print(session.json() ? out.take() : lines);
    return exit_done;
}

std::string shown_document(const Session& session, const Rulebook& book)
{
    const Document& paper = book.document;
    const Language language = session.language();
    const auto day = [&](Day d) { return shown(Datum(d), language); };
    std::string out = session.say(book.title) + "\n";
    out +=
        session.say({"Văn bản: ", "Document: "}) + paper.number + ", " + paper.issuer + ", " + day(paper.issued) + "\n";
    out += session.say({"Hiệu lực: từ ", "In force: from "}) + day(paper.from);
    if (paper.until) out += session.say({" đến trước ", " until before "}) + day(*paper.until);
    out +=
        "\n" + session.say({"Lớp, nguồn: ", "Layer, provenance: "}) + word(book.layer) + ", " + word(paper.provenance);
    if (!book.under.empty()) {
        out += "\n" + session.say({"Đứng dưới: ", "Stands under: "});
        for (const std::string& id : book.under) out += (&id == &book.under[0] ? "" : ", ") + id;
    }
    return out + "\nSHA-256: " + book.digest + "\n";
}

int show_rules(const Session& session, const std::string& name)
{
    const std::string text = rulebook_text(name);
    const Rulebook book = parsed(text, name);
    if (session.json()) {
        print(text);
        return exit_done;
    }
    std::string out = shown_document(session, book);
    if (!book.clauses.empty()) out += "\n" + session.say({"Điều khoản", "Clauses"}) + "\n";
    for (const Clause& clause : book.clauses) out += "  " + clause.id + ": " + session.say(clause.text) + "\n";
    if (!book.silences.empty())
        out += "\n" + session.say({"Văn bản không quy định", "What the paper leaves open"}) + "\n";
    for (const Silence& silence : book.silences) out += "  " + silence.path + ": " + session.say(silence.words) + "\n";
    if (!book.allows.empty())
        out += "\n" + session.say({"Văn bản cấp sau được thay", "What later papers may replace"}) + "\n";
    for (const std::string& path : book.allows) out += "  " + path + "\n";
    print(out);
    return exit_done;
}

struct Verified {
    std::string file;
    std::string id;
    std::vector<std::string> under;
    std::vector<Problem> problems;
};

// Each file by itself, on top of the papers it stands under: another of the files where one has that id, else built in.
void verify_one(Verified& one, const std::vector<Verified>& all)
{
    std::vector<const Verified*> together{&one};
    for (std::size_t i = 0; i < together.size(); ++i)
        for (const std::string& id : together[i]->under)
            for (const Verified& other : all)
                if (other.id == id && std::find(together.begin(), together.end(), &other) == together.end())
                    together.push_back(&other);
    std::vector<std::string> paths;
    for (const Verified* part : together)
        paths.push_back(part->file.find('/') != std::string::npos ? part->file : "./" + part->file);
    try {
        load_rules(paths);
    } catch (const Error& error) {
        one.problems = error.problems();
    }
}

std::vector<Verified> read_all(const std::vector<std::string>& files)
{
    std::vector<Verified> out;
    std::vector<Problem> unreadable;
    for (const std::string& file : files) {
        try {
            Problems ignored;  // told when it is verified
            const Rulebook book = read_rulebook_text(read_file(file), file, {}, ignored);
            out.push_back({file, book.id, book.under, {}});
        } catch (const Error& error) {
            unreadable.insert(unreadable.end(), error.problems().begin(), error.problems().end());
        }
    }
    if (!unreadable.empty()) throw Error(std::move(unreadable));
    return out;
}

int verify_rules(const Session& session, const std::vector<std::string>& files)
{
    std::vector<Verified> all = read_all(files);
    JsonWriter out;
    std::string lines;
    bool sound = true;
    out.begin_object();
    out.key("rulebooks");
    out.begin_list();
    for (Verified& one : all) {
        verify_one(one, all);
        sound = sound && one.problems.empty();
        out.begin_object();
        out.member("file", one.file);
        out.member("id", one.id);
        out.member("verdict", word(truth(one.problems.empty())));
        out.key("problems");
        out.begin_list();
        for (const Problem& problem : one.problems) put_problem(out, problem);
        out.end_list();
        out.end_object();
        lines += one.file + ": " +
                 session.say(one.problems.empty() ? Words{"đạt", "sound"} : Words{"có lỗi", "has errors"}) + "\n";
        for (const Problem& problem : one.problems) lines += "  " + message(problem, session.language()) + "\n";
    }
    out.end_list();
    out.end_object();
    print(session.json() ? out.take() : lines);
    return sound ? exit_done : exit_negative;
}

int show_schema(const std::string& name)
{
    const std::string text = builtin_schema(name);
    if (text.empty())
        throw Error(
            Problem{ErrorId::unknown_name,
                    {},
                    {{"what", Words{"lược đồ", "schema"}}, {"name", name}, {"known", "rulebook, season, report, record"}}});
    print(text);
    return exit_done;
}

}  // namespace

void add_rules(CLI::App& app, Session& session)
{
    CLI::App* rules = app.add_subcommand("rules", "List, show and verify rulebooks; print schemas");
    rules->require_subcommand(1);

    CLI::App* list = rules->add_subcommand("list", "The rulebooks built in, with their documents");
    list->callback([&session] { session.action = [&session] { return list_rules(session); }; });

    CLI::App* show =
        rules->add_subcommand("show", "A rulebook: its document, clauses, what it leaves open; as JSON its text");
    const auto name = std::make_shared<std::string>();
    show->add_option("ID", *name, "Built-in rulebook, or a file")->required()->option_text(" ");
    show->callback([&session, name] { session.action = [&session, name] { return show_rules(session, *name); }; });

    CLI::App* verify = rules->add_subcommand("verify", "Verify rulebooks, each on top of those it stands under");
    const auto files = std::make_shared<std::vector<std::string>>();
    verify->add_option("FILE", *files, "Rulebook files")->required()->option_text("...");
    verify->callback(
        [&session, files] { session.action = [&session, files] { return verify_rules(session, *files); }; });

    CLI::App* schema = rules->add_subcommand("schema", "The JSON schema of a format");
    const auto format = std::make_shared<std::string>("rulebook");
    schema->add_option("NAME", *format, "rulebook, season, report or record (default: rulebook)")
        ->check(CLI::IsMember({"rulebook", "season", "report", "record"}).description(""))
        ->option_text(" ");
    schema->callback([&session, format] { session.action = [format] { return show_schema(*format); }; });

    for (CLI::App* command : {list, show, verify, schema}) add_output_options(*command, session);
}

}  // namespace sangkien::cli
