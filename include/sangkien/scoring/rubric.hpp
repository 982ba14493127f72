// How a council judges: criteria, one figure from many ballots, marks, classes, the vote, who may not sit.
//
//   Rubric rubric = compile_rubric(rules.tree.root().get("scoring"), problems);
//   check_ballots(rubric, season, problems);              // what the ballots hold fits the criteria
//   score(rubric, season, initiative, as_of);             // see score.hpp
//
// Every part may be missing. What is then asked of the missing part is undetermined: the rulebook does not
// say.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../core/citation.hpp"
#include "../core/value.hpp"
#include "../facts/season.hpp"
#include "../rulebook/fields.hpp"

namespace sangkien {

using Citations = std::vector<Citation>;

// Band (khung điểm) of a criterion: both ends belong to it, and the next begins one step above.
struct Band {
    Ratio from;
    Ratio to;
    Words words;
};

// How the points of a criterion count: in the whole, beside it (bonus, penalty), or not at all (shown only).
enum class CountsAs : std::uint8_t { base, bonus, penalty, independent };

// Criterion (tiêu chí): what a member scores from 0 to `max`.
struct Criterion {
    static constexpr std::size_t no_group = static_cast<std::size_t>(-1);
    Name name;
    Ratio max;
    std::optional<Ratio> step;
    std::optional<Ratio> minimum;  // of the mean
    std::optional<Ratio> weight;
    std::vector<Band> bands;  // highest first, as a paper lists them
    Ratio factor = 1;         // points of the total for one point here: 1, or weight * whole / max; -1 of a penalty
    Citations citations;
    CountsAs counts = CountsAs::base;
    std::size_t group = no_group;  // position in Rubric::groups
    std::vector<Band> options;     // one is chosen: a score lies in one of them; empty: any score
};

// Group of criteria (nhóm tiêu chí): its points are those of the criteria in it.
struct CriterionGroup {
    Name name;
    Ratio max;
    std::optional<Ratio> minimum;  // of its points
    std::optional<Ratio> weight;
    std::size_t parent = Criterion::no_group;
    Ratio factor = 1;  // points of the total for one of its own
    Citations citations;
};

// Public votes (bình chọn): `points` times the votes of an initiative over the most that any has, rounded as said.
struct PublicRule {
    Ratio points;
    int places = 0;
    std::optional<Rounding> mode;  // none: not rounded
    Citations citations;
};

enum class FigureMethod : std::uint8_t { mean, trimmed_mean, median, qualifying_count };

// Figure (cách tính điểm): how the totals of the ballots become one. `qualifying_count` counts the ballots
// whose own total reaches VoteRule::qualifying; its total is that count, and no criterion has a figure.
struct FigureRule {
    FigureMethod method = FigureMethod::mean;
    std::int64_t drop = 0;           // trimmed: so many of the highest totals and as many of the lowest ...
    std::int64_t when_at_least = 1;  // ... when there are at least so many ballots, else the plain mean
    Citations citations;
    std::vector<Ratio> weights;  // of the mean: what a ballot weighs, by CouncilRole; empty: all the same
};

// Rounding (làm tròn) of the total, once.
struct RoundingRule {
    int places = 0;
    Rounding mode = Rounding::half_up;
    Citations citations;
};

// Pass mark (điểm sàn) of the total, and the least mean that each criterion must have.
struct PassRule {
    std::optional<Ratio> total;
    std::optional<Ratio> each;
    Citations citations;
};

// The mean that a class asks of one criterion, the points of one group of criteria.
struct ClassNeed {
    std::size_t criterion = 0;
    Ratio at_least;
};
struct ClassGroupNeed {
    std::size_t group = 0;
    Ratio at_least;
};

// Class (hạng): totals in [from, below).
struct ClassRule {
    Name name;
    Ratio from;
    std::optional<Ratio> below;
    std::vector<ClassNeed> needs;
    Citations citations;
    std::vector<ClassGroupNeed> group_needs;
};

// What happens when a total is in a class whose needs are not met.
enum class Shortfall : std::uint8_t { flag, lower };

enum class VoteBase : std::uint8_t { members, sitting, ballots };
enum class VoteMethod : std::uint8_t { agree, qualifying };

// Vote (biểu quyết): the fraction of the base that must agree.
struct VoteRule {
    std::optional<Ratio> fraction;
    std::optional<VoteBase> of;
    std::optional<VoteMethod> method;
    std::optional<Ratio> qualifying;  // a ballot agrees when its own total reaches this
    Citations citations;
    bool more_than = false;      // more than the fraction must agree; else the fraction is enough
    bool chair_decides = false;  // as many agree as disagree: the chair's own vote decides
};

// Quorum (số thành viên tối thiểu): ballots of so many sitting members.
struct QuorumRule {
    std::int64_t at_least = 1;
    Citations citations;
};

enum class ExclusionGround : std::uint8_t { author, declared_conflict, head_as_author_state_funded, same_unit };

// Exclusion rule (trường hợp không được tham gia).
struct ExclusionRule {
    ExclusionGround ground = ExclusionGround::author;
    Name name;  // the ground as written, with the rulebook's words for it
    Citations citations;
    std::vector<std::string> kinds;  // of declared conflicts; empty: any
};

// What becomes of a ballot that abstains and scores nothing: it is owed still, or the figure does without it.
enum class Abstention : std::uint8_t { owed, left_out };

// A value that stands alone, with where it comes from.
template <class T>
struct Stated {
    T value{};
    Citations citations;
};

// Rubric (quy chế chấm điểm): the section `scoring`, read and checked.
struct Rubric {
    bool stated = false;
    std::optional<Ratio> whole;
    std::vector<Criterion> criteria;     // of all groups, in the order of the paper
    std::vector<CriterionGroup> groups;  // a group stands before those in it
    std::optional<PublicRule> public_votes;
    std::optional<FigureRule> figure;
    std::optional<RoundingRule> rounding;
    std::optional<PassRule> pass;
    std::vector<ClassRule> classes;  // highest first
    std::optional<Stated<Shortfall>> shortfall;
    std::optional<VoteRule> vote;
    std::optional<QuorumRule> quorum;
    std::vector<ExclusionRule> excluded;
    std::optional<Stated<VoteBase>> base_after_exclusion;  // members or sitting
    std::optional<Stated<Ratio>> share_at_least;
    std::optional<Stated<Abstention>> abstention;
    Citation citation;
    // Paths that the papers offer as a choice, such as "scoring.vote.of". Whoever merged the rules fills this
    // in, since a merged tree holds the value in use and no longer what was offered.
    std::vector<std::string> choices;

    // Index of a criterion; criteria.size() when there is none of that name.
    std::size_t criterion(std::string_view id) const noexcept;
    const ClassRule* class_of(std::string_view id) const noexcept;
};

// Reads the merged section. An absent node gives an empty rubric. Problems: SK1510 maxima do not add up to the whole,
// SK1511 weights are not 1, SK1514 a step does not divide its maximum, SK1517 bands do not tile, SK1330 levels overlap or
// miss the maximum, SK1302 two criteria of one name, SK1512 classes do not meet, SK1205 a value out of its range, SK1308 a
// class needs a criterion or a group that is not there, SK1002 an unknown key.
Rubric compile_rubric(Node section, Problems& problems);

// Checks every score of a season: SK1305 above the maximum, SK1306 off the step, SK1308 no such criterion,
// SK1310 a criterion left out, SK1331 between the levels of which one is chosen. A rubric without criteria asks nothing.
void check_ballots(const Rubric& rubric, const Season& season, Problems& problems);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "rubric_inl.hpp"
#endif
