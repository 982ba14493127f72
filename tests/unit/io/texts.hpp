// What the tests of texts share: the shipped files, what is wrong with a text, and where in it a place lies.
#pragma once

#include <sangkien/io/evaluate_text.hpp>
#include <sangkien/io/json_reader.hpp>
#include <sangkien/io/loader.hpp>
#include <sangkien/io/season_reader.hpp>

#include <map>
#include <string>
#include <vector>

#include "catch.hpp"

namespace texts {

using namespace sangkien;

inline std::string in_checkout(const std::string& path) { return std::string(SANGKIEN_SOURCE_DIR) + "/" + path; }

inline const std::string& rulebook(const std::string& id)
{
    static std::map<std::string, std::string> read;
    const auto found = read.find(id);
    if (found != read.end()) return found->second;
    return read.emplace(id, read_file(in_checkout("src/rulebooks/" + id + ".json"))).first->second;
}

inline const std::string& demo_season()
{
    static const std::string text = read_file(in_checkout("docs/examples/gia-vien-2025.season.json"));
    return text;
}

// The rules of the demo season.
inline const std::vector<std::string>& demo_rulebooks()
{
    static const std::vector<std::string> ids{"charter-13-2012", "gia-vien-934", "council-illustrative",
                                              "index-illustrative"};
    return ids;
}

// From receipt to replication, with tracks and safeguards.
inline const std::vector<std::string>& whole_rulebooks()
{
    static const std::vector<std::string> ids{"charter-13-2012", "gia-vien-934", "procedure-illustrative"};
    return ids;
}

inline Instant demo_evening() { return parse_instant("2025-09-30T17:00:00+07:00"); }

// What is wrong; empty when `call` throws no Error.
template <class Call>
std::vector<Problem> problems_of(Call call)
{
    try {
        call();
    } catch (const Error& error) {
        return error.problems();
    }
    return {};
}

// "SK1203 4:16 /schedule/a/yearly"
inline std::string brief(const Problem& problem)
{
    return code(problem.id) + " " + std::to_string(problem.place.mark.line) + ":" +
           std::to_string(problem.place.mark.column) + " " + problem.place.pointer;
}

inline std::vector<std::string> brief(const std::vector<Problem>& problems)
{
    std::vector<std::string> out;
    for (const Problem& problem : problems) out.push_back(brief(problem));
    return out;
}

// What was filled in for a placeholder of the message; empty when nothing was.
inline std::string detail_of(const Problem& problem, std::string_view key)
{
    for (const Detail& part : problem.details)
        if (part.key == key) return part.words.en;
    return {};
}

inline Tree parsed(const std::string& text)
{
    Problems problems;
    Tree out = read_json(text, "test.json", problems);
    problems.throw_if_any();
    return out;
}

// Where a line and column lie in a text, in bytes.
inline std::size_t offset_of(const std::string& text, Mark mark)
{
    std::size_t at = 0;
    for (std::uint32_t line = 1; line < mark.line; ++line) at = text.find('\n', at) + 1;
    return at + mark.column - 1;
}

inline Mark mark_at(const std::string& text, std::size_t offset)
{
    Mark out{1, 1};
    for (std::size_t i = 0; i < offset; ++i) {
        ++out.column;
        if (text[i] == '\n') out = {out.line + 1, 1};
    }
    return out;
}

// `text` with the only occurrence of `from` replaced.
inline std::string replaced(std::string text, const std::string& from, const std::string& to)
{
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    REQUIRE(text.find(from, at + 1) == std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace texts
