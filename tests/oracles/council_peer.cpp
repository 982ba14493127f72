// Councils at random against plain fractions: reads what councils.py writes, judges each, prints the differences found.
//
//   councils.py | council_peer
#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

#include <sangkien/io/json_reader.hpp>
#include <sangkien/scoring/score.hpp>

using namespace sangkien;

namespace {

constexpr Instant evening{1759226400};  // 2025-09-30T17:00:00+07:00

std::vector<std::string> split(const std::string& line, char by)
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

Rubric read_rubric(const std::string& json)
{
    Problems problems;
    const Tree tree = read_json(json, "rubric", problems);
    Rubric out = compile_rubric(tree.root(), problems);
    problems.throw_if_any();
    return out;
}

// "cx55.5/20A": see councils.py.
void read_member(std::string text, const Rubric& rubric, Season& season)
{
    const std::string person = "m" + std::to_string(season.council.members.size() + 1);
    Member member;
    member.person = person;
    member.role = text.front() == 'c'   ? CouncilRole::chair
                  : text.front() == 'v' ? CouncilRole::vice_chair
                  : text.front() == 's' ? CouncilRole::secretary
                                        : CouncilRole::member;
    season.council.members.push_back(member);
    text.erase(0, 1);
    if (text.front() == 'x') {
        text.erase(0, 1);
        season.council.conflicts.push_back({person, "SK-1", {}, {}});
    }
    if (text == "-") return;
    Ballot ballot;
    ballot.initiative = "SK-1";
    ballot.member = person;
    const char letter = text.back();
    text.pop_back();
    ballot.vote = letter == 'A'   ? Vote::agree
                  : letter == 'D' ? Vote::disagree
                  : letter == 'B' ? Vote::abstain
                                  : Vote::none;
    if (text != "~") {
        const std::vector<std::string> values = split(text, '/');
        for (std::size_t i = 0; i < values.size(); ++i)
            ballot.scores.push_back({rubric.criteria.at(i).name.id, parse_ratio(values[i]), {}});
    }
    season.ballots.push_back(std::move(ballot));
}

Season read_council(const std::string& votes, const std::string& members, const Rubric& rubric)
{
    Season out;
    out.initiatives.emplace_back();
    out.initiatives.back().id = "SK-1";
    for (const std::string& member : split(members, ' ')) read_member(member, rubric, out);
    if (votes == "-") return out;
    const std::size_t slash = votes.find('/');
    out.public_votes = {{"SK-1", std::stoll(votes.substr(0, slash)), {}},
                        {"SK-2", std::stoll(votes.substr(slash + 1)), {}}};
    return out;
}

std::string fraction(Ratio value)
{
    const std::string whole = std::to_string(value.numerator());
    return value.denominator() == 1 ? whole : whole + "/" + std::to_string(value.denominator());
}

std::string letter(Truth truth) { return std::string(word(truth)).substr(0, 1); }

std::string answer(const Rubric& rubric, const ScoreResult& result)
{
    std::string flagged;
    for (const Name& name : result.flagged_criteria) flagged += (flagged.empty() ? "" : "+") + name.id;
    return (result.total ? fraction(*result.total) : "-") + ";" +
           (result.rounded ? fraction(result.rounded->ratio()) : "-") + ";" + (result.klass ? result.klass->id : "-") +
           ";" + (flagged.empty() ? "-" : flagged) + ";" + (rubric.vote ? letter(result.vote.passed) : "-") + ";" +
           (result.vote.cast_by.empty() ? "-" : "+") + ";" + letter(result.decision);
}

}  // namespace

int main()
{
    Rubric rubric;
    long rubrics = 0, councils = 0, differences = 0;
    for (std::string line; std::getline(std::cin, line);) {
        const std::size_t first = line.find(';');
        if (line.compare(0, first, "rubric") == 0) {
            rubric = read_rubric(line.substr(first + 1));
            ++rubrics;
            continue;
        }
        const std::size_t second = line.find(';', first + 1);
        const Season season = read_council(line.substr(0, first), line.substr(first + 1, second - first - 1), rubric);
        Problems problems;
        check_ballots(rubric, season, problems);
        problems.throw_if_any();
        const ScoreResult result = score(rubric, season, season.initiatives.front(), evening, Trace::verdicts);
        const std::string got = answer(rubric, result);
        ++councils;
        if (got != line.substr(second + 1) && ++differences <= 5)
            std::cout << "expected " << line.substr(second + 1) << "\n     got " << got << "\n      of "
                      << line.substr(0, second) << "\n";
    }
    std::cout << "councils: " << councils << " under " << rubrics << " rubrics, " << differences << " differences\n";
    return councils > 0 && differences == 0 ? 0 : 1;
}
