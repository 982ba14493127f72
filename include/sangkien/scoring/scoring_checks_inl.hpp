#pragma once

#include <algorithm>

#include "../core/limits.hpp"
#include "scoring_checks.hpp"

namespace sangkien {

namespace detail {

class ScoringCheck {
public:
    ScoringCheck(Node scoring, const Rubric& rubric, Diagnostics& found)
        : scoring_(scoring), rubric_(rubric), found_(found)
    {
    }

    void run()
    {
        const bool counted = rubric_.figure && rubric_.figure->method == FigureMethod::qualifying_count;
        if (counted)
            check_count();
        else
            for (const ClassRule& rule : rubric_.classes) check_class(rule);
        if (!counted) check_pass();
        if (!counted) check_lowest_class();
        if (rubric_.vote && rubric_.vote->fraction) check_fraction(*rubric_.vote->fraction);
        if (rubric_.quorum && rubric_.quorum->at_least > limits::council_members)
            found_.warn(ErrorId::quorum_above_council, scoring_.get("quorum").get("at-least"),
                        {{"quorum", rubric_.quorum->at_least}, {"size", limits::council_members}});
    }

private:
    // The least mean of a criterion that any rule lets through.
    Ratio least(std::size_t criterion) const
    {
        Ratio out = rubric_.criteria[criterion].minimum.value_or(Ratio(0));
        // A penalty at its worst brings a total down, however good the rest is.
        if (rubric_.criteria[criterion].counts == CountsAs::penalty) return rubric_.criteria[criterion].max;
        if (rubric_.pass && rubric_.pass->each && rubric_.criteria[criterion].counts == CountsAs::base)
            out = std::max(out, *rubric_.pass->each);
        return out;
    }

    Ratio least_total(const ClassRule* rule) const
    {
        Ratio out = 0;
        std::vector<Ratio> groups(rubric_.groups.size());  // in points of the total
        const auto add = [&](std::size_t group, Ratio points) {
            Ratio& to = group == Criterion::no_group ? out : groups[group];
            to = to + points;
        };
        for (std::size_t i = 0; i < rubric_.criteria.size(); ++i) {
            const Criterion& criterion = rubric_.criteria[i];
            Ratio mean = least(i);
            if (rule != nullptr)
                for (const ClassNeed& need : rule->needs)
                    if (need.criterion == i) mean = std::max(mean, need.at_least);
            add(criterion.counts == CountsAs::base ? criterion.group : Criterion::no_group, criterion.factor * mean);
        }
        for (std::size_t i = groups.size(); i-- > 0;) {  // those in a group stand behind it
            const CriterionGroup& group = rubric_.groups[i];
            Ratio points = group.minimum.value_or(Ratio(0));
            if (rule != nullptr)
                for (const ClassGroupNeed& need : rule->group_needs)
                    if (need.group == i) points = std::max(points, need.at_least);
            add(group.parent, std::max(groups[i], group.factor * points));
        }
        return out;
    }

    void check_class(const ClassRule& rule)
    {
        if (!rule.below) return;
        const Node entry = scoring_.get("classes").get(rule.name.id);
        const Ratio total = least_total(&rule);
        if (total >= *rule.below)
            found_.warn(ErrorId::class_unreachable, entry,
                        {{"name", shown(Datum(rule.name))},
                         {"least", shown(Datum(total))},
                         {"most", shown(Datum(*rule.below))}});
        else if (rubric_.pass && rubric_.pass->total && *rule.below <= *rubric_.pass->total)
            found_.warn(ErrorId::class_below_pass, entry,
                        {{"name", shown(Datum(rule.name))},
                         {"below", shown(Datum(*rule.below))},
                         {"pass", shown(Datum(*rubric_.pass->total))}});
    }

    void check_pass()
    {
        if (!rubric_.pass || !rubric_.pass->total || rubric_.criteria.empty()) return;
        const Ratio total = least_total(nullptr);
        if (total < *rubric_.pass->total) return;
        found_.warn(ErrorId::pass_mark_idle, scoring_.get("pass").get("total"),
                    {{"pass", shown(Datum(*rubric_.pass->total))}, {"least", shown(Datum(total))}});
    }

    void check_lowest_class()
    {
        if (rubric_.classes.empty() || !rubric_.pass || !rubric_.pass->total) return;
        const ClassRule& lowest = rubric_.classes.back();  // highest first
        if (lowest.from <= *rubric_.pass->total) return;
        found_.warn(ErrorId::passes_without_class, scoring_.get("classes").get(lowest.name.id),
                    {{"pass", shown(Datum(*rubric_.pass->total))}, {"from", shown(Datum(lowest.from))}});
    }

    void check_count()
    {
        if (!rubric_.pass || !rubric_.pass->total || *rubric_.pass->total <= Ratio(limits::council_members)) return;
        found_.warn(ErrorId::pass_mark_unreachable, scoring_.get("pass").get("total"),
                    {{"pass", shown(Datum(*rubric_.pass->total))}, {"size", limits::council_members}});
    }

    void check_fraction(Ratio fraction)
    {
        const Ratio one(1, limits::council_members);
        const bool anybody = fraction <= one;
        const bool everybody = fraction > Ratio(1) - one && fraction != Ratio(1);
        if (!anybody && !everybody) return;
        found_.warn(ErrorId::vote_fraction_idle, scoring_.get("vote").get("fraction"),
                    {{"fraction", shown(Datum(fraction))},
                     {"size", limits::council_members},
                     {"meaning", anybody ? Words{"một phiếu", "one vote"} : Words{"tất cả", "all"}}});
    }

    Node scoring_;
    const Rubric& rubric_;
    Diagnostics& found_;
};

}  // namespace detail

SANGKIEN_INLINE void check_scoring(Node scoring, const Rubric& rubric, Diagnostics& found)
{
    if (scoring) detail::ScoringCheck(scoring, rubric, found).run();
}

}  // namespace sangkien
