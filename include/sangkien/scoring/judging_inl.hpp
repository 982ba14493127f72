// One seating judged: the parts of a rubric in turn, each with its findings.
#pragma once

#include "score.hpp"

#include "classes_inl.hpp"
#include "public_inl.hpp"
#include "shares_inl.hpp"
#include "words_inl.hpp"

namespace sangkien::detail {

class Judging {
public:
    Judging(const Rubric& rubric, const Seating& seating, const Initiative& initiative, Trace trace)
        : rubric_(rubric), seating_(seating), initiative_(initiative), trace_(trace)
    {
    }

    ScoreResult run()
    {
        begin();
        quorum();
        figure();
        minima();
        pass_mark();
        check_shares(rubric_, initiative_, conditions_);
        if (out_.total && !rubric_.classes.empty() && !means_missing(needs_stated(rubric_), remarks_))
            classify(rubric_, out_, remarks_);
        vote();
        missing_ballots();
        if (!rubric_.vote && !pass_stated())
            conditions_.push_back(silent(rubric_.citation, "scoring.vote",
                                         {"khi nào Hội đồng thông qua (biểu quyết hoặc điểm sàn)",
                                          "when the council approves (a vote or a pass mark)"}));
        out_.decision = verdict(conditions_);
        out_.findings = seating_.findings;
        for (Findings* part : {&remarks_, &conditions_})
            for (Finding& finding : *part) out_.findings.push_back(std::move(finding));
        return std::move(out_);
    }

private:
    bool pass_stated() const noexcept { return rubric_.pass && (rubric_.pass->total || rubric_.pass->each); }

    bool minima_stated() const noexcept
    {
        for (const Criterion& criterion : rubric_.criteria)
            if (criterion.minimum) return true;
        for (const CriterionGroup& group : rubric_.groups)
            if (group.minimum) return true;
        return rubric_.pass && rubric_.pass->each;
    }

    // Findings on the figure decide only where something is asked of the figure.
    Findings& figure_findings() { return pass_stated() || minima_stated() ? conditions_ : remarks_; }

    static Finding make(FindingId id, Truth verdict, const Citations& citations)
    {
        Finding out;
        out.id = id;
        out.verdict = verdict;
        out.citations = citations;
        return out;
    }

    // Told without its grounds, where only verdicts are wanted.
    bool bare(Findings& findings, FindingId id, Truth verdict) const
    {
        if (trace_ == Trace::full || verdict != Truth::pass) return false;
        findings.push_back(make(id, verdict, {}));
        return true;
    }

    void begin()
    {
        out_.excluded = seating_.excluded;
        out_.sitting = static_cast<std::int64_t>(seating_.seats.size());
        for (const Seat& seat : seating_.seats) out_.ballots += seat.ballot != nullptr;
        if (out_.ballots > 0) return;
        conditions_.push_back(make(FindingId::nothing_scored, Truth::undetermined, {rubric_.citation}));
        conditions_.back().lift = by_ballots();
    }

    void quorum()
    {
        if (!rubric_.quorum) return;
        const std::int64_t needed = rubric_.quorum->at_least;
        // A council that is not named yet has missed nothing.
        const bool too_few = seating_.members > 0 && out_.sitting < needed;
        const Truth met = out_.ballots >= needed ? Truth::pass : too_few ? Truth::fail : Truth::undetermined;
        const FindingId id = met == Truth::pass   ? FindingId::quorum_met
                             : met == Truth::fail ? FindingId::quorum_missed
                                                  : FindingId::quorum_open;
        if (bare(conditions_, id, met)) return;
        Finding finding = make(id, met, rubric_.quorum->citations);
        const std::int64_t present = met == Truth::fail ? out_.sitting : out_.ballots;
        finding.inputs = {{"present", present}, {"missing", out_.sitting - out_.ballots}};
        finding.values = {{"needed", needed}};
        finding.choices = choices_under(rubric_, "scoring.quorum");
        if (met == Truth::undetermined) finding.lift = by_ballots();
        if (met == Truth::fail)
            finding.lift = Lift{
                false,
                {"Số thành viên được tham gia ít hơn số tối thiểu.", "Fewer members may sit than the quorum needs."},
                {},
                {}};
        conditions_.push_back(std::move(finding));
    }

    void figure()
    {
        const bool asked = pass_stated() || minima_stated() || !rubric_.classes.empty();
        if (rubric_.criteria.empty() || !rubric_.figure) {
            if (!asked) return;
            figure_findings().push_back(
                rubric_.criteria.empty()
                    ? silent(rubric_.citation, "scoring.criteria",
                             {"các tiêu chí chấm điểm", "the criteria that are scored"})
                    : silent(rubric_.citation, "scoring.figure",
                             {"các phiếu được tính thành một điểm thế nào", "how the ballots become one figure"}));
            return;
        }
        figure_wanted_ = true;
        std::vector<const Ballot*> ballots;
        std::vector<Ratio> totals, weights;
        std::int64_t without = 0;  // abstentions that the figure does without
        for (const Seat& seat : seating_.seats) {
            const std::optional<Ratio> total =
                seat.ballot == nullptr ? std::nullopt : ballot_total(rubric_, *seat.ballot);
            without += !total && left_out(rubric_, seat.ballot);
            if (!total) continue;
            ballots.push_back(seat.ballot);
            totals.push_back(*total);
            if (!rubric_.figure->weights.empty())
                weights.push_back(rubric_.figure->weights[static_cast<std::size_t>(seat.member->role)]);
        }
        const auto scored = static_cast<std::int64_t>(ballots.size());
        if (ballots.empty() && without == out_.sitting && without > 0) {
            figure_findings().push_back(make(FindingId::nothing_scored, Truth::undetermined, {rubric_.citation}));
            figure_findings().back().lift = by_ballots();
        }
        if (ballots.empty()) return;
        if (scored + without < out_.sitting && !(rubric_.quorum && scored >= rubric_.quorum->at_least)) return;
        take_figure(ballots, std::move(totals), weights);
    }

    void take_figure(const std::vector<const Ballot*>& ballots, std::vector<Ratio> totals,
                     const std::vector<Ratio>& weights)
    {
        const bool counts = rubric_.figure->method == FigureMethod::qualifying_count;
        const bool marked = rubric_.vote && rubric_.vote->qualifying;
        if (counts && !marked) {
            figure_findings().push_back(
                silent(rubric_.citation, "scoring.vote.qualifying",
                       {"phiếu đạt từ bao nhiêu điểm thì được tính", "the mark at which a ballot qualifies"}));
            figure_wanted_ = false;
            return;
        }
        if (!counts) out_.criteria = criterion_figures(rubric_, ballots, weights);
        if (!counts) out_.groups = group_figures(rubric_, out_.criteria);
        if (rubric_.public_votes) {
            Finding finding = public_finding(rubric_, seating_, out_);
            (out_.public_points ? remarks_ : figure_findings()).push_back(std::move(finding));
            if (!out_.public_points) {
                figure_wanted_ = false;  // it is not for want of a ballot
                return;
            }
        }
        out_.total =
            figure_of(*rubric_.figure, std::move(totals), counts ? *rubric_.vote->qualifying : Ratio(0), weights) +
            out_.public_points.value_or(Ratio(0));
        if (rubric_.rounding) out_.rounded = round(*out_.total, rubric_.rounding->places, rubric_.rounding->mode);
        if (bare(remarks_, FindingId::total_scored, Truth::pass)) return;
        Finding finding = make(FindingId::total_scored, Truth::pass, rubric_.figure->citations);
        finding.inputs = {{"ballots", static_cast<std::int64_t>(ballots.size())}};
        finding.values = {{"total", *out_.total}};
        finding.choices = choices_under(rubric_, "scoring.figure");
        if (rubric_.rounding) {
            // Copied: of a moved temporary GCC 12 believes, at -O3, that it is not initialised.
            const Argument rounded{"rounded", *out_.rounded};
            finding.values.push_back(rounded);
            finding.citations.insert(finding.citations.end(), rubric_.rounding->citations.begin(),
                                     rubric_.rounding->citations.end());
        }
        remarks_.push_back(std::move(finding));
    }

    Datum shown_total() const { return out_.rounded ? Datum(*out_.rounded) : Datum(*out_.total); }

    // A figure that counts ballots leaves no mean to hold against a minimum.
    bool means_missing(bool asked, Findings& findings)
    {
        if (!asked || !out_.total || !out_.criteria.empty()) return false;
        findings.push_back(silent(rubric_.citation, "scoring.figure",
                                  {"điểm của từng tiêu chí khi chỉ đếm số phiếu đạt",
                                   "the figure of a criterion when qualifying ballots are counted"}));
        return true;
    }

    void minimum(const Name& criterion, Ratio mean, Ratio least, const Citations& citations)
    {
        const bool met = mean >= least;
        const FindingId id = met ? FindingId::minimum_met : FindingId::minimum_missed;
        if (bare(conditions_, id, truth(met))) return;
        Finding finding = make(id, truth(met), citations);
        finding.inputs = argument_list(Argument{"criterion", criterion}, Argument{"value", mean});
        finding.values = {{"minimum", least}};
        if (!met) finding.lift = final_figure();
        conditions_.push_back(std::move(finding));
    }

    void minima()
    {
        if (means_missing(minima_stated(), conditions_)) return;
        for (std::size_t i = 0; i < out_.criteria.size(); ++i) {
            const Criterion& criterion = rubric_.criteria[i];
            const Ratio mean = out_.criteria[i].mean;
            if (criterion.minimum) minimum(criterion.name, mean, *criterion.minimum, criterion.citations);
            if (rubric_.pass && rubric_.pass->each && criterion.counts == CountsAs::base)
                minimum(criterion.name, mean, *rubric_.pass->each, rubric_.pass->citations);
        }
        for (std::size_t i = 0; i < out_.groups.size(); ++i)
            if (const CriterionGroup& group = rubric_.groups[i]; group.minimum)
                minimum(group.name, out_.groups[i].points, *group.minimum, group.citations);
    }

    void pass_mark()
    {
        if (!rubric_.pass || !rubric_.pass->total || !out_.total) return;
        const bool met = *out_.standing() >= *rubric_.pass->total;
        const FindingId id = met ? FindingId::pass_mark_met : FindingId::pass_mark_missed;
        if (bare(conditions_, id, truth(met))) return;
        Finding finding = make(id, truth(met), rubric_.pass->citations);
        finding.inputs = {{"total", shown_total()}};
        finding.values = {{"pass", *rubric_.pass->total}};
        finding.choices = choices_under(rubric_, "scoring.pass");
        if (!met) finding.lift = final_figure();
        conditions_.push_back(std::move(finding));
    }

    void vote()
    {
        if (rubric_.vote) out_.vote = count_vote(rubric_, seating_, conditions_);
    }

    // Does this seat owe a figure or a vote that the rubric asks for?
    bool owes(const Seat& seat) const
    {
        if (seat.ballot == nullptr) return true;
        if (figure_wanted_ && !ballot_total(rubric_, *seat.ballot) && !left_out(rubric_, seat.ballot)) return true;
        const bool votes = rubric_.vote && rubric_.vote->method &&
                           (*rubric_.vote->method == VoteMethod::agree || rubric_.vote->qualifying);
        return votes && vote_of(rubric_, *rubric_.vote->method, seat.ballot) == Vote::none;
    }

    void missing_ballots()
    {
        std::vector<Name> members;
        for (const Seat& seat : seating_.seats)
            if (owes(seat)) members.push_back({seat.member->person, {}});
        if (members.empty() || out_.ballots == 0) return;
        const bool no_figure = figure_wanted_ && !out_.total;
        const bool open =
            no_figure || (rubric_.vote && out_.vote.passed == Truth::undetermined && out_.vote.missing > 0);
        Finding finding = make(FindingId::ballots_missing, open ? Truth::undetermined : Truth::pass,
                               rubric_.quorum ? rubric_.quorum->citations : Citations{rubric_.citation});
        finding.inputs = {{"missing", static_cast<std::int64_t>(members.size())}, {"members", std::move(members)}};
        finding.values = {{"sitting", out_.sitting}};
        if (open) finding.lift = by_ballots();
        (no_figure ? figure_findings() : remarks_).push_back(std::move(finding));
    }

    const Rubric& rubric_;
    const Seating& seating_;
    const Initiative& initiative_;
    Trace trace_;
    ScoreResult out_;
    Findings remarks_;     // told, and no condition of the decision
    Findings conditions_;  // the decision is fail if one fails, pass if all pass
    bool figure_wanted_ = false;
};

}  // namespace sangkien::detail
