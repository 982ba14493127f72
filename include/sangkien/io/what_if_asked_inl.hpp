// The questions of what if, answered.
#pragma once

#include "what_if_reader_inl.hpp"
#include "what_if_text.hpp"

namespace sangkien {

namespace detail {

// The last card of the office that is asked about; SK1308 when the table has none.
inline std::size_t asked_card(const std::vector<Scorecard>& cards, const WhatIfQuestion& question, Problems& problems)
{
    std::vector<std::string> known;
    for (std::size_t card = cards.size(); card-- > 0;) {
        known.push_back(cards[card].office);
        if (cards[card].office == question.office && (question.year == 0 || cards[card].year == question.year))
            return card;
    }
    const std::string year = question.year == 0 ? "" : " " + std::to_string(question.year);
    unknown_name(problems, {}, {"đơn vị trong bảng", "office of the table"}, question.office + year, known);
    return cards.size();
}

inline void find_way(const IndexTree& tree, const IndexTable& table, const WhatIfQuestion& question, std::size_t card,
                     WhatIf& out, Problems& problems)
{
    const Scorecard& office = out.after[card];
    out.way_card = card;
    out.actions = read_actions(question.actions, question.actions_file, tree, problems);
    out.target = read_target(question.target, tree, out.after, card, problems);
    if (problems.empty()) check_actions(tree, table, office, out.actions, question.actions_file, problems);
    problems.throw_if_any();
    out.way = cheapest_way(tree, table, office, out.actions, out.target);
}

}  // namespace detail

SANGKIEN_INLINE WhatIf what_if(const IndexTree& tree, const IndexTable& table, const WhatIfQuestion& question)
{
    Problems problems;
    check_suppositions(tree, table, question.suppositions, question.suppositions_file, problems);
    problems.throw_if_any();
    const IndexTable supposed = supposed_table(tree, table, question.suppositions);
    WhatIf out;
    out.supposed = !question.suppositions.empty();
    out.before = score_table(tree, table);
    out.after = score_table(tree, supposed);
    out.changes = card_changes(tree, out.before, out.after);
    if (question.office.empty()) return out;
    const std::size_t card = detail::asked_card(out.after, question, problems);
    problems.throw_if_any();
    if (question.rivals) out.rivals = rivals(tree, out.after, card, question.by_group);
    if (!question.target.empty()) detail::find_way(tree, supposed, question, card, out, problems);
    return out;
}

}  // namespace sangkien
