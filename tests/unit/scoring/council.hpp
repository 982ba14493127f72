// Small councils and rubrics for the tests of the scoring room.
#pragma once

#include <sangkien/io/json_reader.hpp>
#include <sangkien/scoring/score.hpp>
#include <sangkien/scoring/selection.hpp>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

// Where the data beside the tests lies.
#ifndef SANGKIEN_TESTS_DIR
#define SANGKIEN_TESTS_DIR SANGKIEN_SOURCE_DIR "/tests"
#endif

namespace council {

using namespace sangkien;

inline std::vector<std::string> codes(Problems& problems)
{
    std::vector<std::string> out;
    try {
        problems.throw_if_any();
    } catch (const Error& error) {
        for (const Problem& problem : error.problems()) out.push_back(code(problem.id));
    }
    std::sort(out.begin(), out.end());
    return out;
}

// The ids of what is wrong with a rubric, sorted.
inline std::vector<std::string> wrong(const std::string& json)
{
    Problems problems;
    const Tree tree = read_json(json, "rubric.json", problems);
    compile_rubric(tree.root(), problems);
    return codes(problems);
}

// A rubric that must be right.
inline Rubric rubric(const std::string& json)
{
    Problems problems;
    const Tree tree = read_json(json, "rubric.json", problems);
    Rubric out = compile_rubric(tree.root(), problems);
    problems.throw_if_any();
    return out;
}

// Members m1, m2, ... and one initiative SK-1 by p-1 of u-1.
inline Season season(int members)
{
    Season out;
    out.file = "season.json";
    for (int i = 1; i <= members; ++i) {
        Member member;
        member.person = "m" + std::to_string(i);
        out.council.members.push_back(member);
    }
    Initiative initiative;
    initiative.id = "SK-1";
    initiative.units = {"u-1"};
    initiative.authors = {{"p-1", Ratio(100), {}}};
    out.initiatives.push_back(initiative);
    return out;
}

inline Ballot& add_ballot(Season& season, int member, Vote vote, std::vector<Score> scores = {})
{
    Ballot ballot;
    ballot.initiative = "SK-1";
    ballot.member = "m" + std::to_string(member);
    ballot.vote = vote;
    ballot.scores = std::move(scores);
    season.ballots.push_back(ballot);
    return season.ballots.back();
}

inline Score given(const char* criterion, Ratio value) { return {criterion, value, {}}; }

constexpr Instant evening{1759226400};  // 2025-09-30T17:00:00+07:00

inline ScoreResult judged(const Rubric& rubric, const Season& season)
{
    return score(rubric, season, season.initiatives.front(), evening);
}

inline int count(const Findings& findings, FindingId id)
{
    return static_cast<int>(
        std::count_if(findings.begin(), findings.end(), [&](const Finding& f) { return f.id == id; }));
}

inline const Finding& only(const Findings& findings, FindingId id)
{
    const Finding* found = nullptr;
    for (const Finding& finding : findings)
        if (finding.id == id) {
            if (found != nullptr) throw std::runtime_error("two findings " + std::string(word(id)));
            found = &finding;
        }
    if (found == nullptr) throw std::runtime_error("no finding " + std::string(word(id)));
    return *found;
}

// What a rule_silent finding is silent about, as dotted paths.
inline std::vector<std::string> silences(const Findings& findings)
{
    std::vector<std::string> out;
    for (const Finding& finding : findings)
        if (finding.id == FindingId::rule_silent) out.push_back(std::get<Name>(finding.values.front().value).id);
    std::sort(out.begin(), out.end());
    return out;
}

inline std::vector<std::string> split(const std::string& line, char by)
{
    std::vector<std::string> out(1);
    for (const char c : line) {
        if (c == by)
            out.emplace_back();
        else
            out.back() += c;
    }
    return out;
}

inline std::vector<std::string> lines(const std::string& name)
{
    std::ifstream file(SANGKIEN_TESTS_DIR "/unit/scoring/" + name);
    if (!file) throw std::runtime_error("cannot read " + name);
    std::vector<std::string> out;
    for (std::string line; std::getline(file, line);) out.push_back(line);
    return out;
}

// Two criteria of 60 and 40 points, mean, pass mark 50.
inline std::string two_criteria(const std::string& more = "")
{
    return R"({"whole": 100, "criteria": {"a": {"max": 60, "step": "0.5"}, "b": {"max": 40, "step": "0.5"}},
               "figure": {"method": "mean"}, "pass": {"total": 50})" +
           more + "}";
}

inline std::string vote_of(const std::string& fraction, const std::string& of, const std::string& more = "")
{
    return R"({"vote": {"fraction": ")" + fraction + R"(", "of": ")" + of + R"(", "method": "agree"})" + more + "}";
}

}  // namespace council
