// How firmly the answers of a council stand: without one member, without one criterion, with one score or one weight
// changed, with votes turned.
//
//   const Robustness found = robustness(rules, season, as_of);
//   found.flips[0].ballot[0].by;        // the smallest change of one score that turns the approval of the first; or none
//
// Exact, by trying: every variant is judged as evaluate() judges. A council asks this of its own season: the work grows
// with the scores times the steps of their criteria times the initiatives. Facts that a host would be asked for are not.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "../facts/season.hpp"
#include "rules.hpp"

namespace sangkien {

// Standing of one file (vị thế của hồ sơ): what the council makes of it.
struct CouncilStanding {
    Truth approved = Truth::undetermined;
    std::optional<Ratio> figure;           // the total as it is compared: rounded where the rubric rounds
    Truth in_class = Truth::undetermined;  // pass: `klass` is given; fail: in none
    std::string klass{};
    std::optional<std::int64_t> rank{};
    Truth chosen = Truth::undetermined;  // undetermined also of a tie at the last place: nobody wins it

    bool operator==(const CouncilStanding& other) const;
    bool operator!=(const CouncilStanding& other) const { return !(*this == other); }
};

// What can be turned (kết luận có thể đổi): the approval, the class, being selected.
enum class Answer : std::uint8_t { approved, klass, chosen };
inline constexpr Answer every_answer[] = {Answer::approved, Answer::klass, Answer::chosen};

// The council without one member (bớt một thành viên), as though never appointed; without one criterion (bớt một tiêu
// chí): the points of the others are scaled so that full marks reach the whole still, and what was asked of the
// criterion, or of a group it stood in, is asked no more.
struct LeftOut {
    Name what;
    bool possible = true;                    // false: of the only criterion of the base
    std::vector<CouncilStanding> standings;  // as season.initiatives; empty where it is not possible
};

// A change of one score (đổi một điểm) or of one weight (đổi một trọng số), and where the file then stands.
struct ScoreChange {
    std::string initiative;  // whose ballot; empty: of a weight
    std::string member;
    Name what;  // the criterion; of a weight: the criterion or group that carries it
    Ratio from;
    Ratio to;
    CouncilStanding after;
};

// The smallest change that gives another determined answer, with every change of that size that does; none can where
// `by` is empty. `open`: the smallest, if smaller than that, after which the answer is undetermined, such as a tie at the
// last place. An answer that is undetermined to begin with is turned by what settles it.
struct SmallestChange {
    Answer answer = Answer::approved;
    std::optional<Ratio> by{};
    std::vector<ScoreChange> changes{};
    std::optional<Ratio> open_by{};
    std::vector<ScoreChange> open{};
};

// Votes that turn alike (phiếu đổi ý): any `count` of `members`, who all voted `from`, vote `to` instead.
struct VoteTurn {
    Vote from = Vote::none;
    Vote to = Vote::none;
    std::int64_t count = 0;
    std::vector<std::string> members;
};

// One way to turn votes (một cách đổi phiếu), and where the file then stands. The chair is told apart from the others.
struct VotesTurned {
    std::vector<VoteTurn> turns;
    CouncilStanding after;
};

// The fewest votes that would have to turn for another determined approval (số phiếu ít nhất phải đổi), with every way;
// none can where `by` is empty. `open` as in SmallestChange. Only votes that were cast by members who sit are turned.
struct FewestVotes {
    std::optional<std::int64_t> by{};
    std::vector<VotesTurned> ways{};
    std::optional<std::int64_t> open_by{};
    std::vector<VotesTurned> open{};
};

// For one initiative: three of each, as every_answer; empty where that was not searched.
struct FileFlips {
    std::string initiative;
    std::vector<SmallestChange> ballot;
    std::vector<SmallestChange> weight;
    std::optional<FewestVotes> votes{};  // where ballots say agree or disagree themselves

    // Both were searched, and the approval is turned by neither: not by votes alone, not by one score alone.
    bool neither() const noexcept { return votes && !votes->by && !ballot.empty() && !ballot[0].by; }
};

// How to search. Scores move in the steps of their criterion within 0 and its maximum; where the rubric states no step, in
// `step`, and not at all without. Weights move in `weight_step` strictly between 0 and 1 while the others beside it are
// scaled in proportion, so that together they stay 1.
struct RobustnessQuestion {
    std::optional<Ratio> step{};
    Ratio weight_step = Ratio(1, 100);
};

// Robustness (độ vững của kết quả).
struct Robustness {
    std::string season;
    Instant as_of;
    std::vector<CouncilStanding> standings;  // as they are, in the order of season.initiatives
    std::vector<LeftOut> members;
    std::vector<LeftOut> criteria;
    std::vector<FileFlips> flips;
    std::vector<Name> without_step;  // criteria whose scores were not moved: no step is stated
    bool ballots = false;            // were any scores moved?
    bool weights = false;            // were any weights?
};

// Throws Error with what evaluate() would say of the season; SK1205 for a step that is not above 0.
Robustness robustness(const Rules& rules, const Season& season, Instant as_of, const RobustnessQuestion& how = {});

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "robustness_inl.hpp"
#endif
