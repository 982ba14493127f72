// Every case of this folder through the C++ door: cases FOLDER [--write] [NAME...]
//
// A case is a folder with case.txt, a season or a sheet of scores, and the exact bytes expected: report.json or
// score.json, or error.json when the input cannot be used. `--write` writes what the library says now; read it before it is kept.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include <sangkien/sangkien.hpp>

namespace fs = std::filesystem;

namespace {

struct Case {
    std::vector<std::string> rules;
    std::string season;
    std::string sheet;  // of scores, in place of a season
    std::string as_of;
};

constexpr const char* answers[] = {"report.json", "score.json", "error.json"};

struct Answer {
    const char* file = answers[0];
    std::string text;
};

std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        out.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

Case read_case()
{
    Case out;
    for (const std::string& line : lines_of(sangkien::read_file("case.txt"))) {
        const std::size_t space = std::min(line.find(' '), line.size());
        const std::string key = line.substr(0, space);
        const std::string value = space < line.size() ? line.substr(space + 1) : "";
        if (key == "rules") out.rules.push_back(value);
        if (key == "season") out.season = value;
        if (key == "sheet") out.sheet = value;
        if (key == "as-of") out.as_of = value;
    }
    return out;
}

std::string scores(const sangkien::Rules& rules, const std::string& file, sangkien::Instant as_of)
{
    sangkien::Problems problems;
    const sangkien::Season sheet = read_score_sheet(sangkien::read_file(file), file, problems);
    problems.throw_if_any();
    return score_json(score_sheet(rules, sheet, as_of), as_of);
}

Answer answer(const Case& wanted)
{
    try {
        const sangkien::Rules rules = sangkien::load_rules(wanted.rules);
        const sangkien::Instant as_of = sangkien::parse_instant(wanted.as_of);
        if (!wanted.sheet.empty()) return {"score.json", scores(rules, wanted.sheet, as_of)};
        const std::string season = sangkien::read_file(wanted.season);
        return {"report.json", report_json(sangkien::evaluate_text(rules, season, wanted.season, as_of))};
    } catch (const sangkien::Error& error) {
        return {"error.json", error_json(error)};
    }
}

void write(const Answer& got)
{
    for (const char* other : answers) fs::remove(other);
    std::FILE* file = std::fopen(got.file, "wb");
    if (file == nullptr || std::fwrite(got.text.data(), 1, got.text.size(), file) != got.text.size())
        std::printf("cannot write %s\n", got.file);
    if (file != nullptr) std::fclose(file);
}

// Empty when the answer is the expected one, else the first line that differs.
std::string difference(const Answer& got)
{
    for (const char* other : answers)
        if (other != std::string(got.file) && fs::exists(other))
            return std::string("expected ") + other + ", got " + got.file + ": " + got.text.substr(0, 400);
    if (!fs::exists(got.file)) return std::string("there is no ") + got.file + "; see --write";
    const std::string wanted = sangkien::read_file(got.file);
    if (wanted == got.text) return "";
    const std::vector<std::string> a = lines_of(wanted), b = lines_of(got.text);
    std::size_t i = 0;
    while (i < a.size() && i < b.size() && a[i] == b[i]) ++i;
    return std::string(got.file) + ":" + std::to_string(i + 1) + ": expected " + (i < a.size() ? a[i] : "the end") +
           ", got " + (i < b.size() ? b[i] : "the end");
}

}  // namespace

int main(int count, char** arguments)
{
    if (count < 2) {
        std::printf("usage: %s FOLDER [--write] [NAME...]\n", arguments[0]);
        return 2;
    }
    std::vector<std::string> names;
    bool writes = false;
    for (int i = 2; i < count; ++i) {
        if (arguments[i] == std::string("--write"))
            writes = true;
        else
            names.emplace_back(arguments[i]);
    }
    const fs::path folder = fs::absolute(arguments[1]);
    if (names.empty())
        for (const fs::directory_entry& entry : fs::directory_iterator(folder))
            if (fs::exists(entry.path() / "case.txt")) names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    int passed = 0, failed = 0;
    for (const std::string& name : names) {
        fs::current_path(folder / name);
        const Answer got = answer(read_case());
        if (writes) write(got);
        const std::string what = difference(got);
        ++(what.empty() ? passed : failed);
        if (!what.empty()) std::printf("%s: %s\n", name.c_str(), what.c_str());
    }
    std::printf("%d passed, %d failed\n", passed, failed);
    return failed == 0 && passed > 0 ? 0 : 1;
}
