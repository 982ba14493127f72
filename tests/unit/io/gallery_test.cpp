// The gallery: every error, doubt and finding as people read it, with what real inputs fill in. `./dev gallery` prints it.
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include <sangkien/core/error_words_inl.hpp>
#include <sangkien/core/finding_words_inl.hpp>
#include <sangkien/evaluation/verify.hpp>
#include <sangkien/io/report_json.hpp>

#include "gallery.hpp"
#include "texts.hpp"

using namespace texts;
using gallery::Line;
using gallery::Lines;

namespace {

void collect_findings(Node node, Lines& out)
{
    const Node message = node.get("message");
    if (message && node.get("verdict"))
        out.push_back({std::string(node.get("id").text()), std::string(message.get("vi").text()),
                       std::string(message.get("en").text())});
    if (const Node how = node.get("how"))
        out.push_back({"lift", std::string(how.get("vi").text()), std::string(how.get("en").text())});
    for (Node child : children(node)) collect_findings(child, out);
}

// Of every case of tests/cases that comes to a report, as it is told today.
Lines findings_of_cases()
{
    Lines out;
    for (const auto& entry : std::filesystem::directory_iterator(in_checkout("tests/cases"))) {
        if (!std::filesystem::exists(entry.path() / "report.json")) continue;
        const std::string folder = entry.path().string() + "/";
        std::vector<std::string> rules;
        std::string season, as_of;
        std::istringstream lines(read_file(folder + "case.txt"));
        for (std::string key, value; lines >> key && std::getline(lines >> std::ws, value);) {
            if (key == "rules") rules.push_back(value.find(".json") == std::string::npos ? value : folder + value);
            if (key == "season") season = value;
            if (key == "as-of") as_of = value;
        }
        const Report report =
            evaluate_text(load_rules(rules), read_file(folder + season), season, parse_instant(as_of));
        collect_findings(parsed(report_json(report)).root(), out);
    }
    return out;
}

// Of every faulty rulebook of tests/verify.
Lines doubts()
{
    Lines out;
    const Tree rows = parsed(read_file(in_checkout("tests/verify/faults.json")));
    for (Node row : children(rows.root())) {
        const std::string base(row.get("base").text());
        std::string text =
            read_file(in_checkout(base == "base" ? "tests/verify/base.json" : "src/rulebooks/" + base + ".json"));
        for (Node edit : children(row.get("edits")))
            text = replaced(std::move(text), std::string(edit.first().text()), std::string(edit.first().next().text()));
        if (const std::size_t at = text.find('~'); at != std::string::npos) text.erase(at, 1);
        for (const Diagnostic& d : verify(load_rules_text({text}))) out.push_back(gallery::line_of(d.problem));
    }
    return out;
}

// Each line once, by id; lines of one id in the order of their length.
using Gallery = std::map<std::string, Lines>;

Gallery gallery_of(const Lines& lines)
{
    Gallery out;
    for (const Line& line : lines) {
        Lines& all = out[line.id];
        const auto same = [&](const Line& other) { return other.vi == line.vi && other.en == line.en; };
        if (std::none_of(all.begin(), all.end(), same)) all.push_back(line);
    }
    for (auto& [id, all] : out)
        std::stable_sort(all.begin(), all.end(),
                         [](const Line& a, const Line& b) { return a.en.size() < b.en.size(); });
    return out;
}

const Gallery& all_errors()
{
    static const Gallery out = [] {
        Lines lines = gallery::errors();
        for (const Line& line : doubts()) lines.push_back(line);
        return gallery_of(lines);
    }();
    return out;
}

const Gallery& all_findings()
{
    static const Gallery out = [] {
        Lines lines = findings_of_cases();
        for (const Line& line : gallery::rare_findings()) lines.push_back(line);
        return gallery_of(lines);
    }();
    return out;
}

bool has(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

// Combining marks are what composed (NFC) Vietnamese has none of; the bytes of U+0300 to U+036F.
bool decomposed(const std::string& text)
{
    for (std::size_t i = 1; i < text.size(); ++i) {
        const auto lead = static_cast<unsigned char>(text[i - 1]), next = static_cast<unsigned char>(text[i]);
        if (lead == 0xCC || (lead == 0xCD && next < 0xB0)) return true;
    }
    return false;
}

bool ascii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Why a sentence does not read as one; empty when it does.
std::string flaw(const std::string& text)
{
    for (const char* part :
         {"{",        "}",    "  ",   "()",      "[]",       "( ",        " )",        " ,",         " .",
          "..",       "\"\"", "«»",   "; .",     ": .",      ":.",        ",.",        ";.",         "|",
          "%%",       "\n",   "?.",   " 1 days", " 1 weeks", " 1 months", " 1 points", " 1 ballots", " 1 members",
          " 1 hours", " a a", " a e", " a i",    " a o",     "the the"})
        if (has(text, part)) return std::string("has '") + part + "'";
    if (text.empty() || (text.back() != '.' && text.back() != '?')) return "does not end";
    if (text.front() == ' ') return "begins with a space";
    return {};
}

void check_gallery(const Gallery& gallery)
{
    for (const auto& [id, lines] : gallery)
        for (const Line& line : lines) {
            INFO(id << "\n" << line.vi << "\n" << line.en);
            CHECK(flaw(line.vi) == "");
            CHECK(flaw(line.en) == "");
            CHECK_FALSE(decomposed(line.vi));
            CHECK_FALSE(ascii(line.vi));
            CHECK(line.vi != line.en);
        }
}

}  // namespace

TEST_CASE("The gallery has every error, doubt and finding")
{
    const std::string text = read_file(in_checkout("include/sangkien/core/error_ids.hpp"));
    std::set<std::string> ids, shown;
    for (std::size_t at = 0; (at = text.find(" = 1", at)) != std::string::npos; ++at)
        ids.insert("SK" + text.substr(at + 3, 4));
    for (const auto& [id, lines] : all_errors()) shown.insert(id);
    CHECK(shown == ids);
    std::set<std::string> findings, told;
    for (int i = 0; detail::words_of(static_cast<FindingId>(i)).id != std::string("unknown"); ++i)
        findings.insert(word(static_cast<FindingId>(i)));
    for (const auto& [id, lines] : all_findings()) told.insert(id);
    told.erase("lift");
    CHECK(findings.size() > 90);
    CHECK(told == findings);
}

TEST_CASE("Every message of the gallery is a whole sentence in either language")
{
    check_gallery(all_errors());
    check_gallery(all_findings());
}

TEST_CASE("The words of errors and findings are English in English")
{
    for (const auto& [id, lines] : all_errors())
        CHECK(ascii(detail::words_of(static_cast<ErrorId>(std::stoi(id.substr(2)))).en));
    for (int i = 0; detail::words_of(static_cast<FindingId>(i)).id != std::string("unknown"); ++i)
        CHECK(ascii(detail::words_of(static_cast<FindingId>(i)).text.en));
}

TEST_CASE("Print the gallery", "[.gallery]")
{
    for (const Gallery* gallery : {&all_errors(), &all_findings()})
        for (const auto& [id, lines] : *gallery) {
            std::cout << id << "\n";
            // The shortest, the middle and the longest.
            const std::set<std::size_t> some{0, lines.size() / 2, lines.size() - 1};
            const bool all = id == "lift";
            for (std::size_t i = 0; i < lines.size(); ++i)
                if (all || some.count(i) != 0)
                    std::cout << "  vi  " << lines[i].vi << "\n  en  " << lines[i].en << "\n";
        }
}
