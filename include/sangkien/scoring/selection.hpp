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
    std::vector<std::string> order;  // "total", or the id of a criterion; the first that differs decides
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
};

// Selection result (kết quả lựa chọn). Equal candidates share a rank and the next ranks are left out: 1, 2,
// 2, 4. One that is not considered, or whose place cannot be told, has none.
struct SelectionResult {
    std::size_t initiative = 0;
    std::optional<std::int64_t> rank;
    Truth chosen = Truth::undetermined;
    Findings findings;
};

// `total` in the order compares the total as it stands: rounded where the rubric rounds, exact otherwise.
// Equal candidates across the last place are all undetermined: somebody has to choose. So is one that another
// candidate, about whom something is missing, could still push out.
std::vector<SelectionResult> select(const SelectionRule& rule, const std::vector<SelectionCandidate>& candidates);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "selection_inl.hpp"
#endif
