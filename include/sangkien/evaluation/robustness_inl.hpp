#pragma once

#include "robustness.hpp"
#include "robustness_judge_inl.hpp"
#include "robustness_votes_inl.hpp"

namespace sangkien {

SANGKIEN_INLINE bool CouncilStanding::operator==(const CouncilStanding& other) const
{
    return approved == other.approved && figure == other.figure && in_class == other.in_class && klass == other.klass &&
           rank == other.rank && chosen == other.chosen;
}

namespace detail {

class RobustnessSearch {
public:
    RobustnessSearch(const Rules& rules, const Season& season, Instant as_of, const RobustnessQuestion& how)
        : judge_(rules, season, as_of), how_(how)
    {
        out_.season = season.id;
        out_.as_of = as_of;
        out_.standings = judge_.standings();
        for (const Initiative& initiative : season.initiatives) out_.flips.push_back({initiative.id, {}, {}, {}});
    }

    Robustness run()
    {
        without_members();
        without_criteria();
        move_scores();
        turn_votes();
        move_weights();
        return std::move(out_);
    }

private:
    // A score that may move.
    struct Cell {
        std::size_t ballot, score, initiative;
        const Criterion* criterion;
        Ratio step;
    };
    struct Weight {
        bool of_group;
        std::size_t at;
        Ratio value;
        Name name;
    };

    void without_members()
    {
        Season& season = judge_.season();
        const Season whole = season;
        for (const Member& member : whole.council.members) {
            auto& members = season.council.members;
            members.erase(std::remove_if(members.begin(), members.end(),
                                         [&](const Member& one) { return one.person == member.person; }),
                          members.end());
            auto& ballots = season.ballots;
            ballots.erase(std::remove_if(ballots.begin(), ballots.end(),
                                         [&](const Ballot& one) { return one.member == member.person; }),
                          ballots.end());
            judge_.judge_all();
            out_.members.push_back({{member.person, {}}, true, judge_.standings()});
            season.council = whole.council;
            season.ballots = whole.ballots;
        }
        judge_.forget_all();
    }

    void without_criteria()
    {
        const Rubric rubric = judge_.rubric();
        const SelectionRule selection = judge_.selection();
        for (std::size_t i = 0; i < rubric.criteria.size(); ++i) {
            LeftOut one{rubric.criteria[i].name, true, {}};
            one.possible = leave_out(judge_.rubric(), judge_.selection(), i);
            if (one.possible) {
                judge_.judge_all();
                one.standings = judge_.standings();
            }
            out_.criteria.push_back(std::move(one));
            judge_.rubric() = rubric;
            judge_.selection() = selection;
        }
        judge_.forget_all();
    }

    std::vector<Cell> cells()
    {
        std::vector<Cell> out;
        const Season& season = judge_.season();
        const Rubric& rubric = judge_.rubric();
        for (const Criterion& criterion : rubric.criteria)
            if (!criterion.step && !how_.step) out_.without_step.push_back(criterion.name);
        for (std::size_t b = 0; b < season.ballots.size(); ++b) {
            const Ballot& ballot = season.ballots[b];
            if (ballot.state != BallotState::submitted || (ballot.at && *ballot.at > out_.as_of)) continue;
            std::size_t file = 0;
            while (file < season.initiatives.size() && season.initiatives[file].id != ballot.initiative) ++file;
            if (file == season.initiatives.size()) continue;
            for (std::size_t s = 0; s < ballot.scores.size(); ++s) {
                const std::size_t at = rubric.criterion(ballot.scores[s].criterion);
                if (at == rubric.criteria.size()) continue;
                const Criterion& criterion = rubric.criteria[at];
                if (criterion.step || how_.step)
                    out.push_back({b, s, file, &criterion, criterion.step ? *criterion.step : *how_.step});
            }
        }
        return out;
    }

    static bool allowed(const Criterion& criterion, Ratio value)
    {
        if (value < Ratio(0) || criterion.max < value) return false;
        return criterion.options.empty() ||
               std::any_of(criterion.options.begin(), criterion.options.end(),
                           [&](const Band& band) { return band.from <= value && value <= band.to; });
    }

    // Sizes in order, from the smallest: criteria may have steps of their own.
    static std::vector<Ratio> sizes(const std::vector<Cell>& cells)
    {
        std::vector<Ratio> out;
        std::vector<const Criterion*> seen;
        for (const Cell& cell : cells) {
            if (std::find(seen.begin(), seen.end(), cell.criterion) != seen.end()) continue;
            seen.push_back(cell.criterion);
            for (Ratio size = cell.step; size <= cell.criterion->max; size = size + cell.step) out.push_back(size);
        }
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    }

    void move_scores()
    {
        const std::vector<Cell> all = cells();
        out_.ballots = !all.empty();
        if (all.empty()) return;
        for (FileFlips& file : out_.flips)
            for (const Answer answer : every_answer) file.ballot.push_back({answer, {}, {}, {}, {}});
        for (const Ratio& size : sizes(all)) {
            const std::vector<bool> open = still_open();
            for (const Cell& cell : all)
                if (open[cell.initiative] && (size / cell.step).denominator() == 1)
                    for (const Ratio& by : {size, Ratio(0) - size}) move(cell, by, size);
        }
    }

    // Of which files' ballots more has to be tried: a selection hangs on the ballots of all.
    std::vector<bool> still_open() const
    {
        const bool selects =
            std::any_of(out_.flips.begin(), out_.flips.end(), [](const FileFlips& file) { return !file.ballot[2].by; });
        std::vector<bool> out;
        for (const FileFlips& file : out_.flips)
            out.push_back((selects && judge_.selects()) || !file.ballot[0].by || !file.ballot[1].by);
        return out;
    }

    void move(const Cell& cell, const Ratio& by, const Ratio& size)
    {
        Ballot& ballot = judge_.season().ballots[cell.ballot];
        Ratio& value = ballot.scores[cell.score].value;
        const Ratio from = value;
        const Ratio to = from + by;
        if (!allowed(*cell.criterion, to)) return;
        value = to;
        judge_.judge(cell.initiative);
        note(&FileFlips::ballot, {ballot.initiative, ballot.member, cell.criterion->name, from, to, {}}, size);
        value = from;
        judge_.forget(cell.initiative);
    }

    void turn_votes()
    {
        if (!votes_are_cast(judge_.rubric())) return;
        for (std::size_t i = 0; i < out_.flips.size(); ++i)
            out_.flips[i].votes = VoteSearch(judge_, i, out_.as_of).run(out_.standings[i]);
    }

    void note(std::vector<SmallestChange> FileFlips::*kind, const ScoreChange& change, const Ratio& size)
    {
        const std::vector<CouncilStanding> after = judge_.standings();
        for (std::size_t i = 0; i < after.size(); ++i)
            for (SmallestChange& smallest : out_.flips[i].*kind) {
                if (smallest.by && *smallest.by < size) continue;
                if (same_answer(smallest.answer, out_.standings[i], after[i])) continue;
                const bool flips = determined(smallest.answer, after[i]);
                std::optional<Ratio>& by = flips ? smallest.by : smallest.open_by;
                if (by && *by < size) continue;
                by = size;
                (flips ? smallest.changes : smallest.open).push_back(change);
                (flips ? smallest.changes : smallest.open).back().after = after[i];
            }
    }

    std::vector<Weight> weights()
    {
        std::vector<Weight> out;
        const auto add = [&](bool of_group, std::size_t at, const std::optional<Ratio>& weight, const Name& name) {
            // Alone on its level, or without any points to scale, it cannot be moved.
            if (weight && Ratio(0) < *weight && *weight < Ratio(1)) out.push_back({of_group, at, *weight, name});
        };
        const Rubric& rubric = judge_.rubric();
        for (std::size_t i = 0; i < rubric.groups.size(); ++i)
            add(true, i, rubric.groups[i].weight, rubric.groups[i].name);
        for (std::size_t i = 0; i < rubric.criteria.size(); ++i)
            add(false, i, rubric.criteria[i].weight, rubric.criteria[i].name);
        return out;
    }

    void move_weights()
    {
        const std::vector<Weight> all = weights();
        out_.weights = !all.empty();
        if (all.empty()) return;
        for (FileFlips& file : out_.flips)
            for (const Answer answer : every_answer) file.weight.push_back({answer, {}, {}, {}, {}});
        const Rubric rubric = judge_.rubric();
        for (Ratio size = how_.weight_step; size < Ratio(1); size = size + how_.weight_step)
            for (const Weight& weight : all)
                for (const Ratio& to : {weight.value + size, weight.value - size}) {
                    if (to <= Ratio(0) || Ratio(1) <= to) continue;
                    reweigh(judge_.rubric(), weight.of_group, weight.at, to);
                    judge_.judge_all();
                    note(&FileFlips::weight, {{}, {}, weight.name, weight.value, to, {}}, size);
                    judge_.rubric() = rubric;
                }
        judge_.forget_all();
    }

    CouncilJudge judge_;
    RobustnessQuestion how_;
    Robustness out_;
};

}  // namespace detail

SANGKIEN_INLINE Robustness robustness(const Rules& rules, const Season& season, Instant as_of,
                                      const RobustnessQuestion& how)
{
    Problems problems;
    for (const Ratio& step : {how.step.value_or(Ratio(1)), how.weight_step})
        if (step <= Ratio(0))
            problems.add(ErrorId::out_of_range, {},
                         {{"value", step.text()}, {"low", Words{"trên 0", "above 0"}}, {"high", std::string("∞")}});
    problems.throw_if_any();
    return detail::RobustnessSearch(rules, season, as_of, how).run();
}

}  // namespace sangkien
