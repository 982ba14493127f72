#pragma once

#include "../core/digits.hpp"
#include "vote.hpp"

#include "figure.hpp"
#include "words_inl.hpp"

namespace sangkien {

SANGKIEN_INLINE std::int64_t votes_needed(Ratio fraction, std::int64_t base)
{
    const Ratio exact = fraction * Ratio(base);
    const std::int64_t whole = exact.numerator() / exact.denominator();
    return whole + (exact.numerator() % exact.denominator() != 0);
}

SANGKIEN_INLINE Truth outcome(Ratio fraction, std::int64_t agree, std::int64_t missing, std::int64_t base)
{
    if (base <= 0) return Truth::undetermined;
    const Ratio needed = fraction * Ratio(base);
    if (Ratio(agree) >= needed) return Truth::pass;
    return Ratio(agree + missing) < needed ? Truth::fail : Truth::undetermined;
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

inline void decide(const Base& base, VoteCount& count)
{
    count.base = base.size;
    count.needed = votes_needed(count.fraction, base.size);
    count.passed = outcome(count.fraction, count.agree, base.missing, base.size);
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
    detail::decide(detail::base_of(rubric, seating, out, of), out);
    if (exclusion_matters && !stated) {
        VoteCount without = out;
        detail::decide(detail::base_of(rubric, seating, out, VoteBase::sitting), without);
        if (without.passed != out.passed) {
            findings.push_back(detail::base_silent(rubric, out, without));
            out.passed = Truth::undetermined;
            out.base = out.needed = 0;
            return out;
        }
    }
    findings.push_back(detail::vote_finding(rubric, out, stated));
    return out;
}

}  // namespace sangkien
