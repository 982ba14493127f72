// Small papers to lay over each other.
#pragma once

#include <sangkien/evaluation/rules.hpp>

#include "../io/texts.hpp"

namespace papers {

using namespace sangkien;
using texts::brief;
using texts::detail_of;
using texts::problems_of;

// A paper in force from 2025 with the clauses "ID.1" and "ID.2"; `rest` are further members.
inline std::string paper(const std::string& id, const std::string& layer, const std::string& rest)
{
    return R"({"rulebook": 1, "id": ")" + id + R"(", "document": {"number": ")" + id +
           R"(", "issuer": "o", "issued": "2025-01-01", "from": "2025-01-01", "provenance": "official-document"}, "layer": ")" +
           layer + R"(", "clauses": {")" + id + R"(.1": {"vi": "v", "en": "e"}, ")" + id +
           R"(.2": {"vi": "v", "en": "e", "provenance": "secondary"}})" + (rest.empty() ? "" : ",\n") + rest + "}";
}

// What a paper leaves open.
inline std::string silent(std::initializer_list<const char*> paths)
{
    std::string out;
    for (const char* path : paths)
        out += (out.empty() ? "\"" : ", \"") + std::string(path) + R"(": {"vi": "v", "en": "e"})";
    return "\"silent\": {" + out + "}";
}

inline std::vector<Rulebook> books(const std::vector<std::string>& texts)
{
    Problems problems;
    std::vector<Rulebook> out;
    for (const std::string& text : texts)
        out.push_back(read_rulebook_text(text, "paper " + std::to_string(out.size() + 1), {}, problems));
    problems.throw_if_any();
    in_layer_order(out);
    return out;
}

// The merged tree and what is wrong with the layering.
struct Laid {
    std::vector<Rulebook> rulebooks;
    Effective effective;
    std::vector<Problem> problems;

    Node at(std::string_view path) const
    {
        Node node = effective.tree.root();
        while (!path.empty()) {
            const std::size_t dot = path.find('.');
            node = node.get(path.substr(0, dot));
            path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
        }
        return node;
    }
    std::string text(std::string_view path) const { return std::string(at(path).text()); }
    // "r.1 official-document of r"
    std::string cited(std::string_view path) const
    {
        const Citation& c = at(path).citation();
        return c.clause + " " + word(c.provenance) + " of " + c.rulebook;
    }
    const Reading& reading(std::string_view path) const
    {
        for (const Reading& reading : effective.readings)
            if (reading.path == path) return reading;
        FAIL("no reading " << path);
        return effective.readings.front();
    }
    // Ids of what is wrong, with the path in question.
    std::vector<std::string> wrong() const
    {
        std::vector<std::string> out;
        for (const Problem& problem : problems) out.push_back(code(problem.id) + " " + detail_of(problem, "path"));
        return out;
    }
};

inline Laid lay(const std::vector<std::string>& texts, const char* on = "2025-06-01",
                const std::vector<Pick>& picks = {})
{
    Laid out;
    out.rulebooks = books(texts);
    Problems problems;
    out.effective = overlay(out.rulebooks, parse_day(on), picks, problems);
    out.problems = problems_of([&] { problems.throw_if_any(); });
    return out;
}

using List = std::vector<std::string>;

}  // namespace papers
