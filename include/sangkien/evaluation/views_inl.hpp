#pragma once

#include <algorithm>

#include "views.hpp"

#include "../scoring/exclusion.hpp"
#include "evaluate_inl.hpp"

namespace sangkien {

namespace detail {

inline bool come(const std::optional<Instant>& moment, Instant as_of) noexcept { return moment && *moment <= as_of; }

// The result as its author is told it: who sat, who was kept out and who has not voted stays with the council.
inline ScoreResult without_members(ScoreResult result)
{
    const auto names_members = [](const Finding& finding) {
        for (const Arguments* arguments : {&finding.inputs, &finding.values})
            for (const Argument& argument : *arguments) {
                const std::string_view key = argument.key;
                if (key == "member" || key == "members") return true;
            }
        return false;
    };
    result.excluded.clear();
    result.vote.cast_by.clear();
    result.findings.erase(std::remove_if(result.findings.begin(), result.findings.end(), names_members),
                          result.findings.end());
    return result;
}

class Viewing {
public:
    Viewing(const Report& report, const Rubric& rubric, const Season& season, const std::string& person,
            const Disclosure& when)
        : report_(report), rubric_(rubric), season_(season), person_(person), when_(when)
    {
        for (const Member& member : season.council.members)
            if (member.person == person) member_ = &member;
    }

    std::vector<FileView> run()
    {
        std::vector<FileView> out;
        bool all_open = true;
        for (std::size_t i = 0; i < season_.initiatives.size(); ++i) {
            out.push_back(file(season_.initiatives[i], report_.initiatives[i].score));
            all_open = all_open && !out.back().barred;
        }
        for (std::size_t i = 0; i < out.size(); ++i)
            if (ranks_shown(season_.initiatives[i], out[i], all_open))
                out[i].selection = report_.initiatives[i].selection;
        return out;
    }

private:
    bool closed() const noexcept { return come(when_.closed, report_.as_of); }
    bool announced() const noexcept { return come(when_.announced, report_.as_of); }

    // What hangs on a fact that nobody has stated is shown to nobody whom it might bar.
    bool barred(const Initiative& initiative) const
    {
        return member_ != nullptr && eligibility(rubric_, season_, *member_, initiative).may_sit != Truth::pass;
    }

    FileView file(const Initiative& initiative, const ScoreResult& score) const
    {
        FileView out;
        out.initiative = initiative.id;
        out.barred = barred(initiative);
        if (member_ != nullptr && !out.barred) {
            for (const Ballot& ballot : season_.ballots)
                if (ballot.initiative == initiative.id && ballot.member == person_) out.own = ballot;
            if (closed() && score.ballots >= when_.least_ballots) out.result = score;
        }
        if (announced() && initiative.has_author(person_)) out.result = without_members(score);
        return out;
    }

    // A rank compares all files: who may know nothing of one of them is told none. An author's own file bars nobody from
    // knowing its result, but another file may.
    bool ranks_shown(const Initiative& initiative, const FileView& seen, bool all_open) const
    {
        if (!seen.result) return false;
        if (member_ == nullptr) return initiative.has_author(person_);
        return all_open;
    }

    const Report& report_;
    const Rubric& rubric_;
    const Season& season_;
    const std::string& person_;
    const Disclosure& when_;
    const Member* member_ = nullptr;
};

}  // namespace detail

SANGKIEN_INLINE std::vector<FileView> view_of(const Report& report, const Rubric& rubric, const Season& season,
                                              const std::string& person, const Disclosure& when)
{
    return detail::Viewing(report, rubric, season, person, when).run();
}

SANGKIEN_INLINE std::vector<FileView> view_of(const Report& report, const Rules& rules, const Season& season,
                                              const std::string& person, const Disclosure& when)
{
    Problems problems;
    const detail::SeasonRules in_force(rules, season, problems);
    problems.throw_if_any();
    return view_of(report, in_force.get()->rubric, season, person, when);
}

}  // namespace sangkien
