#pragma once

#include "../core/digits.hpp"
#include "vote.hpp"

#include "figure.hpp"
#include "words_inl.hpp"

namespace sangkien {

SANGKIEN_INLINE std::int64_t votes_needed(Ratio fraction, std::int64_t base, bool more_than)
{
    const Ratio exact = fraction * Ratio(base);
    const std::int64_t whole = exact.numerator() / exact.denominator();
    return whole + (more_than || exact.numerator() % exact.denominator() != 0);
}

SANGKIEN_INLINE Truth outcome(Ratio fraction, std::int64_t agree, std::int64_t missing, std::int64_t base,
                              bool more_than)
{
    if (base <= 0) return Truth::undetermined;
    const std::int64_t needed = votes_needed(fraction, base, more_than);
    if (agree >= needed) return Truth::pass;
    return agree + missing < needed ? Truth::fail : Truth::undetermined;
}

namespace detail {

// "2/3" and "7/10": a majority is said as a fraction, never as 66.67 %.
inline std::string fraction_text(Ratio fraction)
{
    return whole_text(fraction.numerator()) + "/" + whole_text(fraction.denominator());
}

// What the ballot says: nothing while it, or the part of it that counts here, is missing.
inline Vote vote_of(const Rubric& rubric, VoteMethod method, const Ballot* ballot)
{
    if (ballot == nullptr) return Vote::none;
    if (method == VoteMethod::agree) return ballot->vote;
    const std::optional<Ratio> total = ballot_total(rubric, *ballot);
    if (!total) return Vote::none;
    return *total >= *rubric.vote->qualifying ? Vote::agree : Vote::disagree;
}

inline void tally(const Rubric& rubric, const Seating& seating, VoteCount& count)
{
    for (const Seat& seat : seating.seats) {
        const Vote vote = vote_of(rubric, *rubric.vote->method, seat.ballot);
        ++(vote == Vote::agree      ? count.agree
           : vote == Vote::disagree ? count.disagree
           : vote == Vote::abstain  ? count.abstain
                                    : count.missing);
    }
}

inline bool may_be_silent(const Rubric& rubric, Findings& findings)
{
    const VoteRule& rule = *rubric.vote;
    const std::size_t before = findings.size();
    const auto say = [&](const char* path, Words what) {
        findings.push_back(silent(rule.citations.front(), path, std::move(what)));
    };
    if (!rule.fraction) say("scoring.vote.fraction", {"tỷ lệ biểu quyết cần đạt", "the fraction a vote needs"});
    if (!rule.of) say("scoring.vote.of", {"tỷ lệ biểu quyết tính trên số nào", "what the fraction of a vote is of"});
    if (!rule.method) say("scoring.vote.method", {"thế nào là một phiếu đồng ý", "what an agreeing ballot is"});
    if (rule.method == VoteMethod::qualifying && !rule.qualifying)
        say("scoring.vote.qualifying",
            {"phiếu đạt từ bao nhiêu điểm thì tính là đồng ý", "the mark at which a ballot qualifies"});
    if (rule.method == VoteMethod::qualifying && rubric.criteria.empty())
        say("scoring.criteria", {"các tiêu chí chấm điểm", "the criteria that are scored"});
    return findings.size() > before;
}

struct Base {
    std::int64_t size = 0;
    std::int64_t missing = 0;  // votes that may still come
};

inline Base base_of(const Rubric& rubric, const Seating& seating, const VoteCount& count, VoteBase of)
{
    if (of == VoteBase::members) return {seating.members, count.missing};
    const auto sitting = static_cast<std::int64_t>(seating.seats.size());
    if (of == VoteBase::sitting) return {sitting, count.missing};
    const std::int64_t cast = sitting - count.missing;
    if (rubric.quorum && cast >= rubric.quorum->at_least) return {cast, 0};
    return {sitting, count.missing};
}

inline const Seat* chair_of(const Seating& seating) noexcept
{
    for (const Seat& seat : seating.seats)
        if (seat.member->role == CouncilRole::chair) return &seat;
    return nullptr;
}

// What a full count comes to when an even split goes by the chair's vote. A chair who does not sit, or abstains, casts
// nothing.
inline bool passes(const VoteRule& rule, std::int64_t agree, std::int64_t disagree, std::int64_t base, Vote chair)
{
    if (agree == disagree && chair != Vote::none && chair != Vote::abstain) return chair == Vote::agree;
    return agree >= votes_needed(*rule.fraction, base, rule.more_than);
}

// The same with votes missing, the chair's perhaps among them: certain only if every way to fill them in agrees. More
// of either side can help or hurt here, so all are tried.
inline Truth cast(const VoteRule& rule, const VoteCount& count, const Base& base, const Seat* chair, Vote chair_vote)
{
    if (base.size <= 0) return Truth::undetermined;
    const bool chair_open = chair != nullptr && chair_vote == Vote::none && base.missing > 0;
    bool yes = false, no = false;
    for (const Vote own : {Vote::agree, Vote::disagree, Vote::abstain}) {
        const Vote vote = chair_open ? own : chair_vote;
        const std::int64_t others = base.missing - chair_open;
        for (std::int64_t more = 0; more <= others; ++more)
            for (std::int64_t against = 0; more + against <= others; ++against)
                (passes(rule, count.agree + more + (chair_open && own == Vote::agree),
                        count.disagree + against + (chair_open && own == Vote::disagree), base.size, vote)
                     ? yes
                     : no) = true;
        if (!chair_open) break;
    }
    return yes == no ? Truth::undetermined : truth(yes);
}

inline void decide(const Rubric& rubric, const Seating& seating, const Base& base, VoteCount& count)
{
    const VoteRule& rule = *rubric.vote;
    count.base = base.size;
    count.needed = votes_needed(count.fraction, base.size, rule.more_than);
    count.passed = outcome(count.fraction, count.agree, base.missing, base.size, rule.more_than);
    count.cast_by.clear();
    if (!rule.chair_decides) return;
    const Seat* chair = chair_of(seating);
    const Vote vote = chair == nullptr ? Vote::none : vote_of(rubric, *rule.method, chair->ballot);
    count.passed = cast(rule, count, base, chair, vote);
    if (base.missing == 0 && count.agree == count.disagree && (vote == Vote::agree || vote == Vote::disagree))
        count.cast_by = chair->member->person;
}

inline Finding casting_finding(const Rubric& rubric, const VoteCount& count)
{
    Finding out;
    out.id = FindingId::casting_vote;
    out.verdict = count.passed;
    out.citations = rubric.vote->citations;
    out.inputs = {{"member", count.cast_by}, {"agree", count.agree}, {"disagree", count.disagree}};
    if (count.passed == Truth::fail) out.lift = final_figure();
    return out;
}

inline Finding vote_finding(const Rubric& rubric, const VoteCount& count, bool exclusion_rule_used)
{
    Finding out;
    out.id = count.passed == Truth::pass   ? FindingId::vote_passed
             : count.passed == Truth::fail ? FindingId::vote_failed
                                           : FindingId::vote_open;
    out.verdict = count.passed;
    out.citations = rubric.vote->citations;
    out.inputs = {
        {"agree", count.agree}, {"disagree", count.disagree}, {"abstain", count.abstain}, {"missing", count.missing}};
    out.values = {{"base", count.base}, {"needed", count.needed}, {"fraction", fraction_text(count.fraction)}};
    out.choices = choices_under(rubric, "scoring.vote");
    if (exclusion_rule_used) {
        for (const Citation& citation : rubric.base_after_exclusion->citations) out.citations.push_back(citation);
        for (std::string& path : choices_under(rubric, "scoring.base-after-exclusion"))
            out.choices.push_back(std::move(path));
    }
    if (count.passed == Truth::fail) out.lift = final_figure();
    if (count.passed == Truth::undetermined) out.lift = by_ballots();
    return out;
}

// The excluded may or may not stay in the base, and it matters.
inline Finding base_silent(const Rubric& rubric, const VoteCount& with, const VoteCount& without)
{
    Finding out = silent(rubric.vote->citations.front(), "scoring.base-after-exclusion",
                         {"thành viên không được tham gia có còn tính vào số thành viên khi tính tỷ lệ biểu quyết",
                          "whether an excluded member still counts in the base of the vote"});
    out.inputs = {{"agree", with.agree}, {"missing", with.missing}};
    out.values.push_back({"members", with.base});
    out.values.push_back({"sitting", without.base});
    return out;
}

}  // namespace detail

SANGKIEN_INLINE VoteCount count_vote(const Rubric& rubric, const Seating& seating, Findings& findings)
{
    VoteCount out;
    const VoteRule& rule = *rubric.vote;
    if (rule.fraction) out.fraction = *rule.fraction;
    const bool is_silent = detail::may_be_silent(rubric, findings);
    const bool can_tally = rule.method && (*rule.method == VoteMethod::agree || rule.qualifying);
    if (can_tally) detail::tally(rubric, seating, out);
    if (is_silent) return out;
    const bool exclusion_matters = *rule.of == VoteBase::members && !seating.excluded.empty();
    const bool stated = exclusion_matters && rubric.base_after_exclusion.has_value();
    const VoteBase of = stated ? rubric.base_after_exclusion->value : *rule.of;
    detail::decide(rubric, seating, detail::base_of(rubric, seating, out, of), out);
    if (exclusion_matters && !stated) {
        VoteCount without = out;
        detail::decide(rubric, seating, detail::base_of(rubric, seating, out, VoteBase::sitting), without);
        if (without.passed != out.passed) {
            findings.push_back(detail::base_silent(rubric, out, without));
            out.passed = Truth::undetermined;
            out.base = out.needed = 0;
            return out;
        }
    }
    if (!out.cast_by.empty()) findings.push_back(detail::casting_finding(rubric, out));
    findings.push_back(detail::vote_finding(rubric, out, stated));
    return out;
}

}  // namespace sangkien
