#pragma once

#include <algorithm>

#include "bounds.hpp"

#include "score_inl.hpp"

namespace sangkien {

namespace detail {

// The least exact total that, rounded, reaches the mark; `more`: only beyond it.
inline Needed least_total(const Rubric& rubric, Ratio mark)
{
    if (!rubric.rounding) return {mark, false};
    const RoundingRule& rule = *rubric.rounding;
    Ratio scale = 1;
    for (int i = 0; i < rule.places; ++i) scale = scale * Ratio(10);
    const Ratio scaled = mark * scale;
    std::int64_t units = scaled.numerator() / scaled.denominator();
    if (Ratio(units) < scaled) ++units;  // the first of its places at or above the mark
    const Ratio at = Ratio(units) / scale;
    if (rule.mode == Rounding::down || units <= 0) return {at, false};
    return {at - Ratio(1, 2) / scale, rule.mode == Rounding::half_even && units % 2 != 0};
}

class Bounding {
public:
    Bounding(const Rubric& rubric, Seating seating, const Initiative& initiative)
        : rubric_(rubric), seating_(std::move(seating)), initiative_(initiative)
    {
        out_.initiative = initiative.id;
        wants_figure_ = rubric.figure && !rubric.criteria.empty();
        wants_vote_ = rubric.vote && rubric.vote->method == VoteMethod::agree;
        for (std::size_t i = 0; i < seating_.seats.size(); ++i)
            if (open(seating_.seats[i])) open_.push_back(i);
        out_.missing = static_cast<std::int64_t>(open_.size());
    }

    Bounds run()
    {
        // With the vote out of the way: the scores are judged at their best and at their worst.
        Rubric scores = rubric_;
        if (scores.vote) {
            scores.vote->fraction = Ratio(0);
            scores.vote->of = VoteBase::sitting;
            scores.vote->method = VoteMethod::agree;
            scores.vote->chair_decides = scores.vote->more_than = false;
        }
        const Side worst = side(scores, false), best = side(scores, true);
        figures(worst, best);
        vote();
        decide(worst, best);
        mark();
        return std::move(out_);
    }

private:
    // The ends of what comes about when those who are missing say all the worst, or all the best.
    struct Side {
        bool all_pass = true, all_fail = true;
        std::optional<ScoreResult> low, high;
    };

    static bool before(const ScoreResult& a, const ScoreResult& b) { return *a.total < *b.total; }

    bool open(const Seat& seat) const
    {
        if (seat.ballot == nullptr) return true;
        if (wants_figure_ && !left_out(rubric_, seat.ballot) && !ballot_total(rubric_, *seat.ballot)) return true;
        return wants_vote_ && seat.ballot->vote == Vote::none;
    }

    static Ratio end_of(const Criterion& criterion, bool high)
    {
        if (high) return criterion.max;
        return criterion.options.empty() ? Ratio(0) : criterion.options.back().from;  // highest first
    }

    // A ballot as it is, what it lacks filled in with the best or the worst.
    Ballot filled(const Seat& seat, bool best) const
    {
        Ballot out;
        if (seat.ballot != nullptr) out = *seat.ballot;
        if (out.vote == Vote::none) out.vote = best ? Vote::agree : Vote::disagree;
        if (ballot_total(rubric_, out)) return out;
        out.scores.clear();
        for (const Criterion& criterion : rubric_.criteria)
            out.scores.push_back(
                {criterion.name.id, end_of(criterion, best == (criterion.counts != CountsAs::penalty)), {}});
        return out;
    }

    // Who of the missing come: all of them; where there is a quorum, any of them. Beyond ten missing, as many as come
    // first in the council, which is the same wherever ballots weigh the same.
    std::vector<std::vector<std::size_t>> arrivals() const
    {
        std::vector<std::vector<std::size_t>> out{open_};
        if (!rubric_.quorum) return out;
        const std::size_t count = open_.size();
        if (count > 10) {
            for (std::size_t n = 0; n < count; ++n) out.emplace_back(open_.begin(), open_.begin() + signed_(n));
            return out;
        }
        for (std::size_t set = 0; set + 1 < (std::size_t{1} << count); ++set) {
            out.emplace_back();
            for (std::size_t i = 0; i < count; ++i)
                if (set >> i & 1U) out.back().push_back(open_[i]);
        }
        return out;
    }
    static std::ptrdiff_t signed_(std::size_t n) noexcept { return static_cast<std::ptrdiff_t>(n); }

    Side side(const Rubric& rubric, bool best) const
    {
        std::vector<Ballot> ballots;
        for (const std::size_t at : open_) ballots.push_back(filled(seating_.seats[at], best));
        Side out;
        for (const std::vector<std::size_t>& come : arrivals()) {
            Seating seating = seating_;
            for (const std::size_t at : come)
                seating.seats[at].ballot =
                    &ballots[static_cast<std::size_t>(std::find(open_.begin(), open_.end(), at) - open_.begin())];
            ScoreResult result = Judging(rubric, seating, initiative_, Trace::verdicts).run();
            // Too few came for a figure or a decision: nothing has come about yet.
            const bool settled = result.decision != Truth::undetermined || come.size() == open_.size();
            if (!settled && !result.total) continue;
            if (settled) {
                out.all_pass = out.all_pass && result.decision == Truth::pass;
                out.all_fail = out.all_fail && result.decision == Truth::fail;
            }
            if (!result.total) continue;
            if (!out.low || before(result, *out.low)) out.low = result;
            if (!out.high || before(*out.high, result)) out.high = std::move(result);
        }
        return out;
    }

    void figures(const Side& worst, const Side& best)
    {
        if (!worst.low || !best.high) return;
        const ScoreResult& low = best.low && before(*best.low, *worst.low) ? *best.low : *worst.low;
        const ScoreResult& high = worst.high && before(*best.high, *worst.high) ? *worst.high : *best.high;
        out_.low = low.total;
        out_.high = high.total;
        out_.standing_low = low.standing();
        out_.standing_high = high.standing();
        out_.lowest_class = low.klass;
        out_.highest_class = high.klass;
        const std::string lowest = low.klass ? low.klass->id : "", highest = high.klass ? high.klass->id : "";
        out_.class_certain = !rubric_.classes.empty() && low.in_class != Truth::undetermined &&
                             low.in_class == high.in_class && lowest == highest;
    }

    void vote()
    {
        if (!rubric_.vote) return;
        Rubric open_base = rubric_;
        open_base.quorum.reset();  // those who have not voted may still come
        Findings findings;
        const VoteCount count = count_vote(open_base, seating_, findings);
        out_.vote = count.passed;
        if (count.needed > count.agree) out_.votes_needed = count.needed - count.agree;
    }

    void decide(const Side& worst, const Side& best)
    {
        const Truth voted = rubric_.vote ? out_.vote : Truth::pass;
        if (worst.all_pass && best.all_pass && voted == Truth::pass)
            out_.decision = Truth::pass;
        else if ((best.all_fail && worst.all_fail) || voted == Truth::fail)
            out_.decision = Truth::fail;
        else if (rubric_.vote && rubric_.vote->method == VoteMethod::qualifying && !rubric_.vote->chair_decides &&
                 side(rubric_, true).all_fail)
            out_.decision = Truth::fail;  // votes that follow from scores: both cannot be had at once
    }

    // The figure when every missing ballot gives `each`.
    Ratio figure_at(Ratio each) const
    {
        std::vector<Ratio> totals, weights;
        for (std::size_t i = 0; i < seating_.seats.size(); ++i) {
            const Seat& seat = seating_.seats[i];
            const bool lacks = std::find(open_.begin(), open_.end(), i) != open_.end();
            std::optional<Ratio> total = seat.ballot == nullptr ? std::nullopt : ballot_total(rubric_, *seat.ballot);
            if (!total && lacks) total = each;
            if (!total) continue;  // abstained, and the figure does without it
            totals.push_back(*total);
            if (!rubric_.figure->weights.empty())
                weights.push_back(rubric_.figure->weights[static_cast<std::size_t>(seat.member->role)]);
        }
        const Ratio mark = rubric_.vote && rubric_.vote->qualifying ? *rubric_.vote->qualifying : Ratio(0);
        return figure_of(*rubric_.figure, std::move(totals), mark, weights);
    }

    // Between two neighbours of these the figure rises evenly.
    std::vector<Ratio> bends() const
    {
        Ratio low = 0, high = 0;
        for (const Criterion& criterion : rubric_.criteria) {
            const bool up = criterion.counts != CountsAs::penalty;
            low = low + end_of(criterion, !up) * criterion.factor;
            high = high + end_of(criterion, up) * criterion.factor;
        }
        std::vector<Ratio> out{low, high};
        const auto add = [&](Ratio at) {
            if (low < at && at < high) out.push_back(at);
        };
        for (const Seat& seat : seating_.seats)
            if (seat.ballot != nullptr)
                if (const std::optional<Ratio> total = ballot_total(rubric_, *seat.ballot)) add(*total);
        if (rubric_.vote && rubric_.vote->qualifying) add(*rubric_.vote->qualifying);
        std::sort(out.begin(), out.end());
        return out;
    }

    void mark()
    {
        if (!rubric_.pass || !rubric_.pass->total || !out_.standing_low) return;
        const Ratio pass = *rubric_.pass->total;
        out_.pass_mark = *out_.standing_low >= pass   ? Truth::pass
                         : *out_.standing_high < pass ? Truth::fail
                                                      : Truth::undetermined;
        if (out_.pass_mark != Truth::undetermined || open_.empty()) return;
        Needed needed = least_total(rubric_, pass);
        if (seating_.public_votes && rubric_.public_votes)
            needed.total =
                needed.total -
                public_points(*rubric_.public_votes, *seating_.public_votes, seating_.most_votes).value_or(Ratio(0));
        const auto reached = [&](Ratio figure) { return needed.more ? figure > needed.total : figure >= needed.total; };
        const std::vector<Ratio> at = bends();
        if (reached(figure_at(at.front()))) return;  // open only because some may never come
        for (std::size_t i = 1; i < at.size(); ++i) {
            const Ratio from = figure_at(at[i - 1]), to = figure_at(at[i]);
            if (!reached(to)) continue;
            if (rubric_.figure->method == FigureMethod::qualifying_count)
                out_.each_needs = Needed{at[i], false};
            else
                out_.each_needs =
                    Needed{at[i - 1] + (needed.total - from) * (at[i] - at[i - 1]) / (to - from), needed.more};
            return;
        }
    }

    const Rubric& rubric_;
    Seating seating_;
    const Initiative& initiative_;
    Bounds out_;
    std::vector<std::size_t> open_;
    bool wants_figure_ = false;
    bool wants_vote_ = false;
};

// Somebody's seat hangs on a fact: only what holds with and without that member is certain.
inline Bounds joined(Bounds a, const Bounds& b)
{
    const auto same = [](Truth x, Truth y) { return x == y ? x : Truth::undetermined; };
    a.decision = same(a.decision, b.decision);
    a.vote = same(a.vote, b.vote);
    a.pass_mark = same(a.pass_mark, b.pass_mark);
    if (b.low && (!a.low || *b.low < *a.low)) {
        a.low = b.low;
        a.standing_low = b.standing_low;
        a.lowest_class = b.lowest_class;
    }
    if (b.high && (!a.high || *a.high < *b.high)) {
        a.high = b.high;
        a.standing_high = b.standing_high;
        a.highest_class = b.highest_class;
    }
    a.class_certain = a.class_certain && b.class_certain && a.lowest_class && a.highest_class &&
                      a.lowest_class->id == a.highest_class->id;
    a.each_needs.reset();
    a.votes_needed = std::max(a.votes_needed, b.votes_needed);
    return a;
}

}  // namespace detail

SANGKIEN_INLINE Bounds bounds(const Rubric& rubric, const Season& season, const Initiative& initiative, Instant as_of)
{
    if (!rubric.stated) {
        Bounds out;
        out.initiative = initiative.id;
        return out;
    }
    const Seating seating = seat_council(rubric, season, initiative, as_of);
    Bounds out = detail::Bounding(rubric, seating, initiative).run();
    if (!seating.doubtful) return out;
    return detail::joined(std::move(out),
                          detail::Bounding(rubric, detail::without_doubtful(seating), initiative).run());
}

}  // namespace sangkien
