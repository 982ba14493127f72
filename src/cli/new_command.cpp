// sangkien rules new: a rulebook to start from, a ward's or an index's.
#include <algorithm>
#include <memory>

#include <sangkien/io/json_writer.hpp>
#include <sangkien/io/loader.hpp>

#include "command.hpp"

namespace sangkien::cli {

namespace {

struct Asked {
    std::string file = "-";
    std::string kind = "ward";
    std::string id;
    std::string number;
    std::string issuer;
    std::string issued;
    std::vector<std::string> under;
};

// What the templates hold in the places that options fill.
constexpr const char* template_id = "new-ward";
constexpr const char* template_day = "2026-01-01";
constexpr const char* template_under = "charter-13-2012";

std::string as_json(std::string_view text)
{
    JsonWriter out;
    out.value(text);
    std::string json = out.take();
    while (!json.empty() && json.back() == '\n') json.pop_back();
    return json;
}

void replace_all(std::string& text, const std::string& old, const std::string& fresh)
{
    for (std::size_t at = 0; (at = text.find(old, at)) != std::string::npos; at += fresh.size())
        text.replace(at, old.size(), fresh);
}

// The value of a key that stands once with this value.
void set(std::string& text, const std::string& key, const std::string& old, const std::string& fresh)
{
    replace_all(text, "\"" + key + "\": " + old, "\"" + key + "\": " + fresh);
}

// "a-b.1/c": what an id may be made of.
std::string check_id(const std::string& id)
{
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    const bool sound = !id.empty() && plain(id.front()) && std::all_of(id.begin(), id.end(), [&](char c) {
        return plain(c) || c == '.' || c == '/' || c == '-';
    });
    return sound ? "" : "lowercase letters, digits, '-', '.' and '/' make an id, as in phuong-an-binh";
}

std::string check_issued(const std::string& day)
{
    Day ignored;
    return read_day(day, ignored) ? "" : "a day is written as in 2025-09-19";
}

// Clauses are numbered by the paper's number: 934/UBND-VHXH has 934.1, 934.2.
std::string clause_prefix(const std::string& number)
{
    const std::size_t digits = std::min(number.find_first_not_of("0123456789"), number.size());
    return digits == 0 ? "0" : number.substr(0, digits);
}

std::string stem_of(const std::string& path)
{
    std::string stem = path.substr(path.rfind('/') == std::string::npos ? 0 : path.rfind('/') + 1);
    if (is_file(stem)) stem.resize(stem.size() - 5);
    return stem;
}

// The id of a file is its name without ".json"; SK1508 when another is asked for.
std::string id_of(const Asked& asked)
{
    if (asked.file == "-") return asked.id.empty() ? template_id : asked.id;
    const std::string stem = stem_of(asked.file);
    if (!asked.id.empty() && asked.id != stem)
        throw Error(Problem{ErrorId::id_mismatch, {asked.file, {}, {}}, {{"id", asked.id}, {"stem", stem}}});
    if (!check_id(stem).empty())
        throw Error(Problem{ErrorId::wrong_type,
                            {asked.file, {}, {}},
                            {{"expected", Words{"tên tệp gồm chữ thường không dấu, số, \"-\", \".\" và đuôi .json, như "
                                                "phuong-an-binh.json",
                                                "a file name of lowercase letters, digits, \"-\", \".\" and the ending "
                                                ".json, as in phuong-an-binh.json"}},
                             {"found", "\"" + asked.file + "\""}}});
    return stem;
}

std::string filled(const Session& session, const Asked& asked)
{
    std::string text = builtin_template(asked.kind + (session.language() == Language::en ? ".en" : ".vi"));
    replace_all(text, "\"0.", "\"" + clause_prefix(asked.number) + ".");
    set(text, "id", as_json(template_id), as_json(id_of(asked)));
    if (!asked.number.empty()) set(text, "number", as_json("‹số, ký hiệu / number›"), as_json(asked.number));
    if (!asked.issuer.empty()) set(text, "issuer", as_json("‹cơ quan ban hành / issuer›"), as_json(asked.issuer));
    if (!asked.issued.empty())
        for (const char* key : {"issued", "from"}) set(text, key, as_json(template_day), as_json(asked.issued));
    const bool index = asked.kind == "index";
    std::string under = index ? "" : as_json(template_under);
    for (const std::string& id : asked.under)
        if (index || id != template_under) under += (under.empty() ? "" : ", ") + as_json(id);
    if (index && !under.empty())  // it stands alone unless it is asked otherwise
        set(text, "layer", as_json("ward"), as_json("ward") + ",\n  \"under\": [" + under + "]");
    else
        set(text, "under", "[" + as_json(template_under) + "]", "[" + under + "]");
    return text;
}

int new_rulebook(const Session& session, const Asked& asked)
{
    const std::string text = filled(session, asked);
    Problems problems;
    const Rulebook book = read_rulebook_text(text, asked.file, {}, problems);
    problems.throw_if_any();
    if (asked.file == "-") {
        print(text);
        return exit_done;
    }
    write_new_file(asked.file, text);
    JsonWriter out;
    out.begin_object();
    out.member("file", asked.file);
    out.member("id", book.id);
    out.end_object();
    const Words next{
        "Đã ghi " + asked.file + ". Điền các chỗ ‹...›, rồi xem còn gì: sangkien rules verify " + asked.file + "\n",
        "Wrote " + asked.file + ". Fill in the places ‹...›, then see what is left: sangkien rules verify " +
            asked.file + "\n"};
    print(session.json() ? out.take() : session.say(next));
    return exit_done;
}

}  // namespace

void add_rules_new(CLI::App& rules, Session& session)
{
    CLI::App* command = rules.add_subcommand("new", "A rulebook to start from, with notes on what to fill in");
    const auto asked = std::make_shared<Asked>();
    command->add_option("FILE", asked->file, "File to write, never over another; - or none prints it")
        ->option_text(" ");
    command->add_option("--template", asked->kind, "What it is to hold: ward or index (default: ward)")
        ->check(CLI::IsMember({"ward", "index"}).description(""))
        ->option_text("KIND");
    command->add_option("--id", asked->id, "Id of the rulebook (default: the file's name without .json)")
        ->check(CLI::Validator(check_id, ""))
        ->option_text("ID");
    command->add_option("--number", asked->number, "Number of the paper, as in 934/UBND-VHXH")->option_text("NUMBER");
    command->add_option("--issuer", asked->issuer, "Office that issued it")->option_text("NAME");
    command->add_option("--issued", asked->issued, "Day of issue, and first day in force, as in 2025-09-19")
        ->check(CLI::Validator(check_issued, ""))
        ->option_text("DAY");
    // One id at a time: `--under ID FILE` must not swallow the file.
    command
        ->add_option("--under", asked->under,
                     "Further rulebook it stands under; a ward's is under charter-13-2012; repeat for more")
        ->allow_extra_args(false)
        ->check(CLI::Validator(check_id, ""))
        ->option_text("ID");
    add_output_options(*command, session);
    command->callback(
        [&session, asked] { session.action = [&session, asked] { return new_rulebook(session, *asked); }; });
}

}  // namespace sangkien::cli
