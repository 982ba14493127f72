#pragma once

#include "score.hpp"

#include "judging_inl.hpp"

namespace sangkien {

SANGKIEN_INLINE std::optional<Ratio> ScoreResult::standing() const
{
    return rounded ? std::optional<Ratio>(rounded->ratio()) : total;
}

SANGKIEN_INLINE std::optional<Ratio> ScoreResult::mean(std::string_view criterion) const
{
    for (const CriterionFigure& figure : criteria)
        if (figure.criterion.id == criterion) return figure.mean;
    return std::nullopt;
}

namespace detail {

// The same council without the seat in doubt.
inline Seating without_doubtful(Seating seating)
{
    const Member& member = *seating.seats[*seating.doubtful].member;
    seating.seats.erase(seating.seats.begin() + static_cast<std::ptrdiff_t>(*seating.doubtful));
    seating.excluded.push_back({member.person, seating.doubt->citations.front(), {}});
    return seating;
}

// Somebody's seat hangs on a fact that nobody has stated. What fails with and without that member fails; for
// the rest it is not known which ballots count, so no figure is given.
inline ScoreResult score_in_doubt(const Rubric& rubric, const Seating& seating, const Initiative& initiative,
                                  Trace trace)
{
    ScoreResult out = Judging(rubric, seating, initiative, trace).run();
    const ScoreResult other = Judging(rubric, without_doubtful(seating), initiative, trace).run();
    if (out.decision != Truth::fail || other.decision != Truth::fail) {
        ScoreResult bare;
        bare.excluded = std::move(out.excluded);
        bare.ballots = out.ballots;
        bare.sitting = out.sitting;
        bare.findings = seating.findings;
        out = std::move(bare);
    }
    out.findings.push_back(*seating.doubt);
    return out;
}

}  // namespace detail

SANGKIEN_INLINE ScoreResult score(const Rubric& rubric, const Season& season, const Initiative& initiative,
                                  Instant as_of, Trace trace)
{
    ScoreResult out;
    if (rubric.stated) {
        const Seating seating = seat_council(rubric, season, initiative, as_of);
        out = seating.doubtful ? detail::score_in_doubt(rubric, seating, initiative, trace)
                               : detail::Judging(rubric, seating, initiative, trace).run();
    } else {
        out.findings.push_back(
            detail::silent(rubric.citation, "scoring",
                           {"Hội đồng chấm điểm và biểu quyết thế nào", "how the council scores and votes"}));
        out.findings.back().citations.clear();
    }
    out.stated = rubric.stated;
    out.initiative = initiative.id;
    return out;
}

}  // namespace sangkien
