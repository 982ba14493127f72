#pragma once

#include <algorithm>

#include "impact.hpp"
#include "outcomes_inl.hpp"

namespace sangkien {

namespace detail {

// Each pair is taken to be in force when either of them is.
inline void as_if_in_force(std::vector<Rulebook>& before, std::vector<Rulebook>& after,
                           const std::vector<RulebookPair>& pairs)
{
    for (const RulebookPair& pair : pairs) {
        if (pair.before == RulebookPair::none || pair.after == RulebookPair::none) continue;
        Document& a = before[pair.before].document;
        Document& b = after[pair.after].document;
        a.from = b.from = std::min(a.from, b.from);
        if (a.until && b.until)
            a.until = b.until = std::max(*a.until, *b.until);
        else
            a.until = b.until = std::nullopt;
    }
}

// The season with the names that the other side has for the rulebooks it stands under.
inline Season renamed(Season season, const std::vector<Rulebook>& from, const std::vector<Rulebook>& to,
                      const std::vector<RulebookPair>& pairs, bool forward)
{
    for (RulebookName& name : season.rulebooks)
        for (const RulebookPair& pair : pairs) {
            const std::size_t i = forward ? pair.before : pair.after, j = forward ? pair.after : pair.before;
            if (i != RulebookPair::none && j != RulebookPair::none && from[i].id == name.id) {
                name.id = to[j].id;
                break;
            }
        }
    return season;
}

// A report, or what is wrong with the season under these rules.
struct Taken {
    std::optional<Report> report;
    Words problems;
};

inline Taken take_season(const Rules& rules, const Season& season, Instant as_of)
{
    Taken out;
    try {
        out.report = evaluate(rules, season, as_of);
    } catch (const Error& error) {
        for (const Problem& problem : error.problems()) {
            const char* between = out.problems.empty() ? "" : "; ";
            out.problems.vi.append(between).append(message(problem, Language::vi));
            out.problems.en.append(between).append(message(problem, Language::en));
        }
    }
    return out;
}

inline void compare_season(const Taken& before, const Taken& after, const Season& season, Impact& out)
{
    if (before.report && after.report) {
        OutcomeComparison(*before.report, *after.report, out).run();
        return;
    }
    if (!before.report && !after.report && before.problems.en == after.problems.en) return;
    const Words taken{"xét được", "evaluated"};
    ChangedOutcome outcome;
    outcome.of = OutcomeOf::season;
    outcome.season = season.id;
    outcome.name = {season.id, season.title};
    outcome.changes.push_back({"season",
                               {"cả đợt", "the whole season"},
                               before.report ? taken : before.problems,
                               after.report ? taken : after.problems});
    out.outcomes.push_back(std::move(outcome));
}

}  // namespace detail

SANGKIEN_INLINE const char* word(OutcomeOf of) noexcept
{
    static constexpr const char* words[] = {"season", "deadline", "initiative", "unit"};
    return words[static_cast<int>(of)];
}

SANGKIEN_INLINE Impact impact(const std::vector<Rulebook>& before, const std::vector<Rulebook>& after,
                              const std::vector<Season>& seasons, Instant as_of, Texts texts)
{
    Impact out;
    out.differences = differences(before, after, texts);
    if (seasons.empty()) return out;
    const std::vector<RulebookPair> pairs = paired(before, after);
    std::vector<Rulebook> old_books = before, new_books = after;
    detail::as_if_in_force(old_books, new_books, pairs);
    const Rules old_rules(std::move(old_books)), new_rules(std::move(new_books));
    for (const Season& season : seasons) {
        SeasonImpact put;
        put.id = season.id;
        for (const RulebookPair& pair : pairs)
            if (pair.before != RulebookPair::none && pair.after != RulebookPair::none)
                put.as_if = put.as_if ||
                            before[pair.before].in_force(season.opened) != after[pair.after].in_force(season.opened);
        const detail::Taken a =
            detail::take_season(old_rules, detail::renamed(season, after, before, pairs, false), as_of);
        const detail::Taken b =
            detail::take_season(new_rules, detail::renamed(season, before, after, pairs, true), as_of);
        put.before_taken = bool(a.report);
        put.after_taken = bool(b.report);
        put.initiatives = season.initiatives.size();
        put.units = season.units.size();
        put.deadlines = b.report ? b.report->milestones.size() : 0;
        out.seasons.push_back(put);
        detail::compare_season(a, b, season, out);
    }
    return out;
}

SANGKIEN_INLINE std::vector<ClauseImpact> by_clause(const Impact& impact)
{
    std::vector<ClauseImpact> out;
    for (std::size_t i = 0; i < impact.differences.size(); ++i) {
        const Difference& one = impact.differences[i];
        const std::string& rulebook = one.after.stated() ? one.after.rulebook : one.before.rulebook;
        auto group = std::find_if(out.begin(), out.end(), [&](const ClauseImpact& candidate) {
            return candidate.clause == one.clause() && candidate.rulebook == rulebook;
        });
        if (group == out.end()) group = out.insert(out.end(), {rulebook, one.clause(), {}, {}});
        group->differences.push_back(i);
    }
    for (ClauseImpact& group : out)
        for (std::size_t i = 0; i < impact.outcomes.size(); ++i) {
            const std::vector<std::size_t>& causes = impact.outcomes[i].causes;
            if (std::find_first_of(causes.begin(), causes.end(), group.differences.begin(), group.differences.end()) !=
                causes.end())
                group.outcomes.push_back(i);
        }
    return out;
}

SANGKIEN_INLINE std::vector<std::size_t> not_attributed(const Impact& impact)
{
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < impact.outcomes.size(); ++i)
        if (impact.outcomes[i].causes.empty()) out.push_back(i);
    return out;
}

SANGKIEN_INLINE std::vector<Rulebook> with_replaced(std::vector<Rulebook> set, const std::string& id,
                                                    const Rulebook& book)
{
    for (Rulebook& one : set)
        if (one.id == id) {
            one = book;
        } else {
            std::replace(one.under.begin(), one.under.end(), id, book.id);
        }
    return set;
}

}  // namespace sangkien
