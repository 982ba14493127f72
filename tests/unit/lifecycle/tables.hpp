// Small procedures, and surroundings in which everything is met.
#pragma once

#include <sangkien/lifecycle/step.hpp>

#include "../io/texts.hpp"

namespace tables {

using namespace sangkien;
using List = std::vector<std::string>;

// The sections of one paper, compiled as layering hands them over, each value cited. A table keeps no nodes.
inline Table compiled(const std::string& sections, Problems& problems)
{
    std::vector<Rulebook> books(1);
    books[0].tree = texts::parsed(sections);
    books[0].document.provenance = Provenance::law;
    const Effective effective = overlay(books, Day{}, {}, problems);
    const Node root = effective.tree.root();
    TableSources sources;
    sources.lifecycle = root.get("lifecycle");
    sources.conditions = root.get("conditions");
    sources.roles = root.get("roles");
    sources.levels = root.get("levels");
    sources.facts = root.get("facts");
    sources.schedule = root.get("schedule");
    sources.clocks = root.get("clocks");
    sources.documents = root.get("documents");
    sources.classes = root.get("scoring").get("classes");
    sources.quotas = root.get("quota");
    sources.tracks = root.get("tracks");
    sources.safeguards = root.get("safeguards");
    return compile_table(sources, problems);
}

inline Table table(const std::string& sections)
{
    Problems problems;
    Table out = compiled(sections, problems);
    problems.throw_if_any();
    return out;
}

inline const std::string& vocabulary()
{
    static const std::string text = R"("roles": {"head": {"vi": "Thủ trưởng", "en": "Head"}, "chair": {}},
        "levels": {"ward": {}, "city": {"vi": "Thành phố", "en": "City"}},
        "facts": {"new": {"vi": "Mới", "en": "New", "stated-by": "head"}, "old": {}, "odd": {}},
        "schedule": {"due": {"yearly": "25/9"}, "later": {"yearly": "30/9"}}, "clocks": {"year": {"length": "1 year"}})";
    return text;
}

// Two states and one transition "go" from a to b by the head, under `guard`; `more` are further sections.
inline std::string procedure(const std::string& guard, const std::string& more = "")
{
    return "{" + vocabulary() +
           R"(, "lifecycle": {"start": "a", "states": {"a": {"kind": "open"}, "b": {"kind": "ended"}},
        "transitions": {"go": {"from": "a", "to": "b", "by": "head")" +
           (guard.empty() ? "" : ", \"when\": " + guard) + "}}}" + more + "}";
}

// Sections with a problem each, as "SK1308 /lifecycle/start".
inline List wrong(const std::string& sections)
{
    List out;
    for (const Problem& problem : texts::problems_of([&] { table(sections); }))
        out.push_back(code(problem.id) + " " + problem.place.pointer);
    return out;
}

constexpr Instant noon{1758690000};  // 2025-09-24T12:00:00+07:00

inline DeadlineReading deadline(const char* name, Instant ends)
{
    DeadlineReading out;
    out.determined = true;
    out.end.determined = true;
    out.end.ends = ends;
    out.end.last_day = civil_day(Instant{ends.seconds - 1});
    out.name = {name, {}};
    return out;
}

inline ClockReading clock(const char* name, Instant ends)
{
    ClockReading out;
    out.begun = out.determined = true;
    const DeadlineReading end = deadline(name, ends);
    out.end = end.end;
    out.name = end.name;
    return out;
}

// Nothing is late, everything is stated true, seeks the level city, and the built-in conditions hold.
inline Surroundings all_met(const Table& rules)
{
    Surroundings out;
    for (const std::string& name : rules.deadlines)
        out.deadlines.push_back(deadline(name.c_str(), Instant{noon.seconds + 1}));
    for (const std::string& name : rules.clocks) out.clocks.push_back(clock(name.c_str(), Instant{noon.seconds + 1}));
    out.facts.assign(rules.facts.size(), Truth::pass);
    out.level = Name{"city", {}};
    out.documents.assign(rules.documents.size(), {Truth::pass, std::nullopt});
    out.quotas.assign(rules.quotas.size(), Truth::pass);
    out.builtins = {{Truth::pass, FindingId::area_listed, FindingId::area_missing, FindingId::rule_silent, {}},
                    {Truth::pass, FindingId::council_approves, FindingId::council_refuses, FindingId::council_open, {}},
                    {Truth::pass, FindingId::selected, FindingId::not_selected, FindingId::selection_open, {}}};
    return out;
}

// "late fail"
inline List told(const Findings& findings)
{
    List out;
    for (const Finding& finding : findings) out.push_back(std::string(word(finding.id)) + " " + word(finding.verdict));
    return out;
}

inline const Argument& argument(const Finding& finding, std::string_view key)
{
    for (const Arguments* list : {&finding.inputs, &finding.values})
        for (const Argument& candidate : *list)
            if (candidate.key == key) return candidate;
    throw std::runtime_error("no " + std::string(key) + " in " + word(finding.id));
}

}  // namespace tables
