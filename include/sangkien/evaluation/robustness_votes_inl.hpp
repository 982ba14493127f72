// The fewest votes whose turning turns an approval.
#pragma once

#include <algorithm>

#include "robustness_judge_inl.hpp"

namespace sangkien::detail {

// Every count of agreeing, disagreeing and abstaining votes, the nearest first. Among members alike it never matters who
// voted how. The chair is not like the others, where an even split goes by the chair; nor is a seat that is in doubt, nor
// a ballot without scores, which may be left out where it abstains.
class VoteSearch {
public:
    VoteSearch(CouncilJudge& judge, std::size_t initiative, Instant as_of) : judge_(judge), initiative_(initiative)
    {
        const Season& season = judge.season();
        const Seating seating = seat_council(judge.rubric(), season, season.initiatives[initiative], as_of);
        groups_.resize(2);
        std::size_t chairs = 0;
        for (std::size_t i = 0; i < seating.seats.size(); ++i) {
            const Seat& seat = seating.seats[i];
            // A second chair presides where the seat of the first is the one in doubt.
            const bool presides = seat.member->role == CouncilRole::chair && ++chairs <= 2;
            if (seat.ballot == nullptr || seat.ballot->vote == Vote::none) continue;
            const bool alone = presides || seating.doubtful == i;
            if (alone) groups_.emplace_back();
            const auto ballot = static_cast<std::size_t>(seat.ballot - season.ballots.data());
            Group& group = alone ? groups_.back() : groups_[seat.ballot->scores.empty()];
            group.of(seat.ballot->vote).push_back(ballot);
        }
        list({}, 0);
        std::stable_sort(patterns_.begin(), patterns_.end(),
                         [](const Pattern& a, const Pattern& b) { return a.turned < b.turned; });
    }

    FewestVotes run(const CouncilStanding& before)
    {
        FewestVotes out;
        for (const Pattern& pattern : patterns_) {
            if (pattern.turned == 0) continue;
            if (out.by && *out.by < pattern.turned) break;
            VotesTurned way = turn(pattern);
            if (way.after.approved == before.approved) continue;
            const bool flips = way.after.approved != Truth::undetermined;
            std::optional<std::int64_t>& by = flips ? out.by : out.open_by;
            if (by && *by < pattern.turned) continue;
            by = pattern.turned;
            (flips ? out.ways : out.open).push_back(std::move(way));
        }
        return out;
    }

private:
    static constexpr Vote kinds[] = {Vote::agree, Vote::disagree, Vote::abstain};

    // Ballots of votes that may stand for each other, by how they are.
    struct Group {
        std::vector<std::size_t> ballots[3];
        std::vector<std::size_t>& of(Vote vote)
        {
            return ballots[vote == Vote::agree ? 0 : vote == Vote::disagree ? 1 : 2];
        }
    };
    struct Target {
        std::int64_t votes[3];
    };
    struct Pattern {
        std::vector<Target> targets;  // of each group
        std::int64_t turned = 0;
    };

    static std::int64_t size_of(const std::vector<std::size_t>& ballots)
    {
        return static_cast<std::int64_t>(ballots.size());
    }

    void list(Pattern so_far, std::size_t at)
    {
        if (at == groups_.size()) return patterns_.push_back(std::move(so_far));
        const Group& group = groups_[at];
        const std::int64_t all = size_of(group.ballots[0]) + size_of(group.ballots[1]) + size_of(group.ballots[2]);
        for (std::int64_t agree = 0; agree <= all; ++agree)
            for (std::int64_t against = 0; agree + against <= all; ++against) {
                Pattern next = so_far;
                next.targets.push_back({{agree, against, all - agree - against}});
                for (std::size_t k = 0; k < 3; ++k)
                    next.turned += std::max<std::int64_t>(0, size_of(group.ballots[k]) - next.targets.back().votes[k]);
                list(std::move(next), at + 1);
            }
    }

    // Of three kinds either one gives or one takes, so what goes where follows from the counts.
    VotesTurned turn(const Pattern& pattern)
    {
        VotesTurned out;
        std::vector<Ballot>& ballots = judge_.season().ballots;
        std::vector<std::pair<std::size_t, Vote>> kept;
        for (std::size_t g = 0; g < groups_.size(); ++g) {
            std::int64_t more[3], taken[3] = {0, 0, 0};
            for (std::size_t k = 0; k < 3; ++k) more[k] = pattern.targets[g].votes[k] - size_of(groups_[g].ballots[k]);
            for (std::size_t from = 0; from < 3; ++from)
                for (std::size_t to = 0; to < 3; ++to) {
                    const std::int64_t count = std::min(-more[from], more[to]);
                    if (count <= 0) continue;
                    more[from] += count, more[to] -= count;
                    VoteTurn one{kinds[from], kinds[to], count, {}};
                    for (const std::size_t at : groups_[g].ballots[from]) one.members.push_back(ballots[at].member);
                    for (std::int64_t i = 0; i < count; ++i) {
                        const std::size_t at = groups_[g].ballots[from][static_cast<std::size_t>(taken[from]++)];
                        kept.push_back({at, ballots[at].vote});
                        ballots[at].vote = kinds[to];
                    }
                    out.turns.push_back(std::move(one));
                }
        }
        judge_.judge(initiative_);
        out.after = judge_.standings()[initiative_];
        for (const auto& [at, vote] : kept) ballots[at].vote = vote;
        judge_.forget(initiative_);
        return out;
    }

    CouncilJudge& judge_;
    std::size_t initiative_;
    std::vector<Group> groups_;
    std::vector<Pattern> patterns_;
};

// Where ballots say agree or disagree themselves; where they qualify by their points, a vote is turned by a score.
inline bool votes_are_cast(const Rubric& rubric) { return rubric.vote && rubric.vote->method == VoteMethod::agree; }

}  // namespace sangkien::detail
