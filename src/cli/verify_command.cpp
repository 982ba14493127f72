// sangkien rules verify: what blocks rulebooks and what can be doubted of them, each with its place.
#include <algorithm>
#include <memory>

#include <sangkien/evaluation/verify.hpp>
#include <sangkien/io/error_json.hpp>
#include <sangkien/io/json_writer.hpp>
#include <sangkien/io/loader.hpp>
#include <sangkien/io/report_parts_inl.hpp>
#include <sangkien/io/vectors.hpp>

#include "command.hpp"

namespace sangkien::cli {

namespace {

struct Verified {
    std::string name;  // as asked for: a path, or the id of a built-in one
    std::string file;  // as problems name it
    std::string id;
    std::vector<std::string> under;
    std::vector<Diagnostic> found;

    // Errors when `errors`, else warnings that nobody waived.
    std::int64_t count(bool errors) const
    {
        return std::count_if(found.begin(), found.end(), [&](const Diagnostic& d) {
            return !d.waived && (d.severity == Severity::error) == errors;
        });
    }
};

// Each by itself, on top of the papers it stands under: another of the files where one has that id, else built in.
void verify_one(Verified& one, const std::vector<Verified>& all, const VerifyOptions& years)
{
    std::vector<const Verified*> together{&one};
    for (std::size_t i = 0; i < together.size(); ++i)
        for (const std::string& id : together[i]->under)
            for (const Verified& other : all)
                if (other.id == id && std::find(together.begin(), together.end(), &other) == together.end())
                    together.push_back(&other);
    std::vector<std::string> names;
    for (const Verified* part : together) names.push_back(part->name);
    try {
        const Rules rules = load_rules(names);
        one.found = verify(rules, years);
        const VectorsText vectors = vectors_of(one.name);
        if (!vectors.text.empty())
            for (const Problem& problem : run_vectors(vectors.text, vectors.file, rules.rulebooks()).problems)
                one.found.push_back({problem, Severity::error, {}, std::nullopt});
    } catch (const Error& error) {
        for (const Problem& problem : error.problems())
            one.found.push_back({problem, Severity::error, {}, std::nullopt});
    }
}

std::vector<Verified> read_all(const std::vector<std::string>& names)
{
    std::vector<Verified> out;
    std::vector<Problem> unreadable;
    for (const std::string& name : names) {
        const std::string file = is_file(name) ? name : name + ".json";
        try {
            Problems ignored;  // told when it is verified
            const Rulebook book = read_rulebook_text(rulebook_text(name), file, {}, ignored);
            out.push_back({name, file, book.id, book.under, {}});
        } catch (const Error& error) {
            unreadable.insert(unreadable.end(), error.problems().begin(), error.problems().end());
        }
    }
    if (!unreadable.empty()) throw Error(std::move(unreadable));
    return out;
}

// What is found of a lower paper is told once: under its own file where that is verified too.
void tell_once(std::vector<Verified>& all)
{
    std::vector<std::string> told;
    const auto key = [](const Diagnostic& d) { return message(d.problem, Language::en); };
    for (const Verified& one : all)
        for (const Diagnostic& d : one.found)
            if (d.problem.place.file == one.file) told.push_back(key(d));
    for (Verified& one : all) {
        const auto again = [&](const Diagnostic& d) {
            if (d.severity == Severity::error || d.problem.place.file == one.file) return false;
            if (std::find(told.begin(), told.end(), key(d)) != told.end()) return true;
            told.push_back(key(d));
            return false;
        };
        one.found.erase(std::remove_if(one.found.begin(), one.found.end(), again), one.found.end());
    }
}

void put_diagnostics(JsonWriter& out, const char* key, const Verified& one, Severity severity)
{
    out.key(key);
    out.begin_list();
    for (const Diagnostic& d : one.found) {
        if (d.severity != severity) continue;
        if (severity == Severity::error) {
            put_problem(out, d.problem);
            continue;
        }
        out.begin_object();
        out.key("problem");
        put_problem(out, d.problem);
        out.member("path", d.path);
        out.key("waived");
        if (d.waived)
            detail::put_words(out, *d.waived);
        else
            out.null();
        out.end_object();
    }
    out.end_list();
}

std::string shown_verdict(const Session& session, const Verified& one)
{
    std::string out = one.file + ": " +
                      session.say(one.count(true) == 0 ? Words{"đạt", "sound"} : Words{"có lỗi", "has errors"}) + "\n";
    for (const Diagnostic& d : one.found) {
        out += "  " +
               session.say(d.severity == Severity::error ? Words{"lỗi ", "error "} : Words{"cảnh báo ", "warning "}) +
               message(d.problem, session.language()) + "\n";
        if (d.waived) out += "    " + session.say({"được miễn: ", "waived: "}) + session.say(*d.waived) + "\n";
    }
    return out;
}

std::string shown_counts(const Session& session, std::size_t files, std::int64_t errors, std::int64_t warnings,
                         std::int64_t waived)
{
    const auto number = [](std::int64_t n) { return std::to_string(n); };
    return session.say({number(static_cast<std::int64_t>(files)) + " bộ quy tắc: " + number(errors) + " lỗi, " +
                            number(warnings) + " cảnh báo, " + number(waived) + " được miễn\n",
                        number(static_cast<std::int64_t>(files)) + " rulebooks: " + number(errors) + " errors, " +
                            number(warnings) + " warnings, " + number(waived) + " waived\n"});
}

struct VerifyAsked {
    std::vector<std::string> files;
    VerifyOptions years;
    bool strict = false;
};

int verify_rules(const Session& session, const VerifyAsked& asked)
{
    std::vector<Verified> all = read_all(asked.files.empty() ? builtin_rulebooks() : asked.files);
    for (Verified& one : all) verify_one(one, all, asked.years);
    tell_once(all);
    JsonWriter out;
    std::string lines;
    std::int64_t errors = 0, warnings = 0, waived = 0;
    out.begin_object();
    out.key("rulebooks");
    out.begin_list();
    for (const Verified& one : all) {
        errors += one.count(true);
        warnings += one.count(false);
        waived += static_cast<std::int64_t>(one.found.size()) - one.count(true) - one.count(false);
        out.begin_object();
        out.member("file", one.file);
        out.member("id", one.id);
        out.member("verdict", word(truth(one.count(true) == 0)));
        put_diagnostics(out, "problems", one, Severity::error);
        put_diagnostics(out, "warnings", one, Severity::warning);
        out.end_object();
        lines += shown_verdict(session, one);
    }
    out.end_list();
    out.member("errors", errors);
    out.member("warnings", warnings);
    out.member("waived", waived);
    out.end_object();
    print(session.json() ? out.take() : lines + shown_counts(session, all.size(), errors, warnings, waived));
    return errors > 0 || (asked.strict && warnings > 0) ? exit_negative : exit_done;
}

}  // namespace

void add_verify(CLI::App& rules, Session& session)
{
    CLI::App* verify = rules.add_subcommand("verify", "Verify rulebooks, each on top of those it stands under");
    const auto asked = std::make_shared<VerifyAsked>();
    verify->add_option("FILE", asked->files, "Files, or ids of built-in rulebooks (default: all those built in)")
        ->option_text("...");
    verify->add_option("--from-year", asked->years.first_year, "First year that deadlines are looked at")
        ->check(CLI::Range(2, 9987).description(""))
        ->option_text("YEAR");
    verify->add_option("--to-year", asked->years.last_year, "Last such year (default: ten years later)")
        ->check(CLI::Range(2, 9998).description(""))
        ->option_text("YEAR");
    verify->add_flag("--strict", asked->strict, "End with 1 for a warning that nobody waived, too");
    verify->callback(
        [&session, asked] { session.action = [&session, asked] { return verify_rules(session, *asked); }; });
    add_output_options(*verify, session);
}

}  // namespace sangkien::cli
