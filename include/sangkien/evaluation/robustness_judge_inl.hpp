// A season and its rubric that may be changed and judged again, file by file.
#pragma once

#include "evaluate_inl.hpp"
#include "robustness.hpp"

namespace sangkien::detail {

class CouncilJudge {
public:
    CouncilJudge(const Rules& rules, const Season& season, Instant as_of)
        : season_(season),
          checked_(rules, season_),
          ruleset_(checked_.get()),
          stated_(begin(rules, checked_.rules(), season_, as_of, Trace::verdicts, report_)),
          round_{ruleset_, season_, as_of, stated_.deadlines, stated_.later, season_.opened, Trace::verdicts}
    {
        judge_all();
        unchanged_ = files_;
    }
    CouncilJudge(const CouncilJudge&) = delete;
    CouncilJudge& operator=(const CouncilJudge&) = delete;

    Season& season() noexcept { return season_; }
    Rubric& rubric() noexcept { return ruleset_.rubric; }
    SelectionRule& selection() noexcept { return ruleset_.selection; }
    bool selects() const noexcept { return ruleset_.selection.stated; }

    // After its ballots were changed. No other file's score or reached states hang on them.
    void judge(std::size_t index)
    {
        File& file = files_[index];
        const Initiative& initiative = season_.initiatives[index];
        file.score = score(ruleset_.rubric, season_, initiative, round_.as_of, Trace::verdicts);
        if (!ruleset_.selection.stated) return;
        InitiativeReport reached;
        CaseReplay(round_, initiative, file.score, nullptr).reach(reached);
        file.among = has_reached(round_.of(reached).ruleset.table, reached, ruleset_.selection.among);
    }

    void judge_all()
    {
        files_.resize(season_.initiatives.size());
        for (std::size_t i = 0; i < files_.size(); ++i) judge(i);
    }

    void forget(std::size_t index) { files_[index] = unchanged_[index]; }
    void forget_all() { files_ = unchanged_; }

    std::vector<CouncilStanding> standings() const
    {
        std::vector<CouncilStanding> out;
        for (const File& file : files_) {
            CouncilStanding one;
            one.approved = file.score.decision;
            one.figure = file.score.standing();
            one.in_class = file.score.in_class;
            if (file.score.klass) one.klass = file.score.klass->id;
            out.push_back(std::move(one));
        }
        if (!ruleset_.selection.stated) return out;
        std::vector<SelectionCandidate> candidates;
        for (std::size_t i = 0; i < files_.size(); ++i)
            candidates.push_back(
                {i, &files_[i].score, files_[i].among, season_.initiatives[i].area, season_.initiatives[i].units});
        for (const SelectionResult& result : select(ruleset_.selection, candidates)) {
            out[result.initiative].rank = result.rank;
            out[result.initiative].chosen = result.chosen;
        }
        return out;
    }

private:
    struct File {
        ScoreResult score;
        Truth among = Truth::undetermined;
    };

    Season season_;
    CheckedRules checked_;
    Ruleset ruleset_;
    Report report_;
    Round stated_;
    Round round_;
    std::vector<File> files_;
    std::vector<File> unchanged_;
};

inline bool same_answer(Answer answer, const CouncilStanding& a, const CouncilStanding& b)
{
    if (answer == Answer::approved) return a.approved == b.approved;
    if (answer == Answer::chosen) return a.chosen == b.chosen;
    return a.in_class == b.in_class && a.klass == b.klass;
}

inline bool determined(Answer answer, const CouncilStanding& at) noexcept
{
    const Truth truth = answer == Answer::approved ? at.approved : answer == Answer::chosen ? at.chosen : at.in_class;
    return truth != Truth::undetermined;
}

// Without a criterion of the base the others bring as much more as it brought. False: there is no other.
inline bool leave_out(Rubric& rubric, SelectionRule& selection, std::size_t index)
{
    const Criterion gone = rubric.criteria[index];
    if (gone.counts == CountsAs::base) {
        Ratio whole = 0;
        for (const Criterion& one : rubric.criteria)
            if (one.counts == CountsAs::base) whole = whole + one.max * one.factor;
        const Ratio rest = whole - gone.max * gone.factor;
        if (rest <= Ratio(0)) return false;
        for (Criterion& one : rubric.criteria)
            if (one.counts == CountsAs::base) one.factor = one.factor * whole / rest;
        for (CriterionGroup& group : rubric.groups) group.factor = group.factor * whole / rest;
    }
    std::vector<std::size_t> groups;
    for (std::size_t at = gone.group; at != Criterion::no_group; at = rubric.groups[at].parent) {
        groups.push_back(at);
        rubric.groups[at].minimum.reset();
    }
    rubric.criteria.erase(rubric.criteria.begin() + static_cast<std::ptrdiff_t>(index));
    for (ClassRule& klass : rubric.classes) {
        auto& needs = klass.needs;
        needs.erase(
            std::remove_if(needs.begin(), needs.end(), [&](const ClassNeed& need) { return need.criterion == index; }),
            needs.end());
        for (ClassNeed& need : needs) need.criterion -= need.criterion > index;
        auto& of_groups = klass.group_needs;
        of_groups.erase(std::remove_if(of_groups.begin(), of_groups.end(),
                                       [&](const ClassGroupNeed& need) {
                                           return std::find(groups.begin(), groups.end(), need.group) != groups.end();
                                       }),
                        of_groups.end());
    }
    for (auto* keys : {&selection.order, &selection.tie_breakers})
        keys->erase(std::remove(keys->begin(), keys->end(), gone.name.id), keys->end());
    return true;
}

// With all that stands in the group.
inline void scale_below(Rubric& rubric, std::size_t group, Ratio by)
{
    rubric.groups[group].factor = rubric.groups[group].factor * by;
    for (Criterion& one : rubric.criteria)
        if (one.group == group) one.factor = one.factor * by;
    for (std::size_t i = 0; i < rubric.groups.size(); ++i)
        if (rubric.groups[i].parent == group) scale_below(rubric, i, by);
}

// One weight becomes `to`; the others of its level share what is left as before.
inline void reweigh(Rubric& rubric, bool of_group, std::size_t at, Ratio to)
{
    const std::size_t level = of_group ? rubric.groups[at].parent : rubric.criteria[at].group;
    const Ratio from = of_group ? *rubric.groups[at].weight : *rubric.criteria[at].weight;
    const auto by = [&](bool itself) { return itself ? to / from : (Ratio(1) - to) / (Ratio(1) - from); };
    for (std::size_t i = 0; i < rubric.criteria.size(); ++i)
        if (rubric.criteria[i].group == level && rubric.criteria[i].weight)
            rubric.criteria[i].factor = rubric.criteria[i].factor * by(!of_group && i == at);
    for (std::size_t i = 0; i < rubric.groups.size(); ++i)
        if (rubric.groups[i].parent == level && rubric.groups[i].weight)
            scale_below(rubric, i, by(of_group && i == at));
}

}  // namespace sangkien::detail
