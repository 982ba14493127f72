// Choosing the best of a season, exactly: no rank comes from rounding that no rulebook asks for.
//
//   SelectionRule rule = compile_selection(rules.tree.root().get("selection"), rubric, problems);
//   for (const SelectionResult& result : select(rule, candidates)) ...     // in the order of the candidates
//
// The answer for a candidate does not depend on the order in which candidates are handed in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rubric.hpp"
#include "score.hpp"

namespace sangkien {

// Selection rule (quy định lựa chọn): the section `selection`.
struct SelectionRule {
    bool stated = false;
    std::string among;  // the state that a candidate must have reached
    Mark among_mark;
    std::vector<std::string> classes;  // empty: any
    std::int64_t at_most = 1;
    // "total", "class", "agree" (votes), or the id of a criterion; the first that differs decides. Then the tie-breakers,
    // of which it is recorded which one told equal candidates apart.
    std::vector<std::string> order;
    std::vector<std::string> tie_breakers;
    std::optional<std::int64_t> per_area, per_unit;  // at most so many of each; a joint one counts for all its units
    std::int64_t reserve = 0;                        // so many stand by, next in the order
    std::vector<std::string> class_order;            // of the rubric, highest first
    Citations citations;
    std::vector<std::string> choices;  // as Rubric::choices
};

// An absent node gives a rule that is not stated. SK1308 for a class or criterion that the rubric does not
// have.
SelectionRule compile_selection(Node section, const Rubric& rubric, Problems& problems);

// Candidate (sáng kiến được xét chọn). `score` is not null and outlives the call; `among`: has it reached the
// state?
struct SelectionCandidate {
    std::size_t initiative = 0;
    const ScoreResult* score = nullptr;
    Truth among = Truth::undetermined;
    std::string area{};  // may be empty: no cap then holds
    std::vector<std::string> units{};
};

// Selection result (kết quả lựa chọn). Equal candidates share a rank and the next ranks are left out: 1, 2,
// 2, 4. One that is not considered, or whose place cannot be told, has none.
struct SelectionResult {
    std::size_t initiative = 0;
    std::optional<std::int64_t> rank;
    Truth chosen = Truth::undetermined;
    Findings findings;
    std::optional<std::int64_t> reserve;     // place in the reserve list
    std::vector<std::string> tie_broken_by;  // tie-breakers that told it apart from one equal in the order
};

// `total` in the order compares the total as it stands: rounded where the rubric rounds, exact otherwise.
// Equal candidates across the last place are all undetermined: somebody has to choose. So is one that another
// candidate, about whom something is missing, could still push out.
std::vector<SelectionResult> select(const SelectionRule& rule, const std::vector<SelectionCandidate>& candidates);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "selection_inl.hpp"
#endif
