// sangkien rules: list, show, schema; verify, at, diff and new are in files of their own.
#include <memory>

#include <sangkien/io/json_writer.hpp>
#include <sangkien/io/loader.hpp>
#include <sangkien/io/report_parts_inl.hpp>

#include "command.hpp"

namespace sangkien::cli {

namespace {

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
    if (!book.allows.empty() || !book.tightens.empty())
        out += "\n" + session.say({"Văn bản cấp sau được thay", "What later papers may replace"}) + "\n";
    for (const std::string& path : book.allows) out += "  " + path + "\n";
    for (const Tightening& right : book.tightens)
        out += "  " + right.path + " (" + sangkien::word(right.toward) + ")\n";
    print(out);
    return exit_done;
}

std::string schemas()
{
    std::string out;
    for (const std::string& name : builtin_schemas()) out += (out.empty() ? "" : ", ") + name;
    return out;
}

int show_schema(const std::string& name)
{
    const std::string text = builtin_schema(name);
    if (text.empty())
        throw Error(Problem{
            ErrorId::unknown_name, {}, {{"what", Words{"lược đồ", "schema"}}, {"name", name}, {"known", schemas()}}});
    print(text);
    return exit_done;
}

}  // namespace

void add_rules(CLI::App& app, Session& session)
{
    CLI::App* rules = app.add_subcommand("rules", "List, show, start and verify rulebooks; print schemas");
    rules->require_subcommand(1);

    CLI::App* list = rules->add_subcommand("list", "The rulebooks built in, with their documents");
    list->callback([&session] { session.action = [&session] { return list_rules(session); }; });

    CLI::App* show =
        rules->add_subcommand("show", "A rulebook: its document, clauses, what it leaves open; as JSON its text");
    const auto name = std::make_shared<std::string>();
    show->add_option("ID", *name, "Built-in rulebook, or a file")->required()->option_text(" ");
    show->callback([&session, name] { session.action = [&session, name] { return show_rules(session, *name); }; });

    add_verify(*rules, session);

    CLI::App* schema = rules->add_subcommand("schema", "The JSON schema of a format");
    const auto format = std::make_shared<std::string>("rulebook");
    schema->add_option("NAME", *format, "One of " + schemas() + " (default: rulebook)")
        ->check(CLI::IsMember(builtin_schemas()).description(""))
        ->option_text(" ");
    schema->callback([&session, format] { session.action = [format] { return show_schema(*format); }; });

    add_rules_at(*rules, session);
    add_rules_diff(*rules, session);
    add_rules_new(*rules, session);
    add_rules_coverage(*rules, session);
    for (CLI::App* command : {list, show, schema}) add_output_options(*command, session);
}

}  // namespace sangkien::cli
