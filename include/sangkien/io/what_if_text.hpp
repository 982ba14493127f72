// What if, rivals and the cheapest way: for a person, as JSON and as CSV; actions and suppositions as text in.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../index/cheapest_way.hpp"

namespace sangkien {

// Everything that was asked of one table.
struct WhatIf {
    std::vector<Scorecard> before, after;  // the same offices
    std::vector<CardChange> changes;
    bool supposed = false;  // anything was
    std::optional<Rivals> rivals;
    std::optional<CheapestWay> way;
    std::size_t way_card = 0;  // of `after`
    RankNeeds target;
    std::vector<Action> actions;
};

// "office.component=0.97", "+1" and "-1" to add to the figure, nothing after the sign to drop it; the office is what stands
// before the last dot. SK1204 for text where a number belongs, SK1004 without an office, a component or a sign; `file` is
// the name that problems give.
Supposition read_supposition(std::string_view text, const IndexTree& tree, const std::string& file, Problems& problems);

// CSV: action, component, value, cost, and if wanted one_of; rows of one action stand together, its cost is that of its
// first row. A value that begins with + or - is added to the figure. SK1014, SK1010 and SK1204 with line and column.
std::vector<Action> read_actions(std::string_view text, std::string file, const IndexTree& tree, Problems& problems);

// "85" a total, "class:good" a class, "rank:3" a rank among the offices of the same year. SK1308 for an unknown class,
// SK1204 where no number stands.
RankNeeds read_target(std::string_view text, const IndexTree& tree, const std::vector<Scorecard>& cards,
                      std::size_t card, Problems& problems);

// What is asked of one table.
struct WhatIfQuestion {
    std::vector<Supposition> suppositions;
    std::string suppositions_file;  // the name that problems give
    std::string office;             // of rivals and target; empty: neither is asked
    std::int64_t year = 0;          // 0: its last in the table
    bool rivals = false, by_group = false;
    std::string target;                 // as read_target takes it; empty: not asked
    std::string actions, actions_file;  // CSV as read_actions takes it
};

// The answers, those on rivals and on the cheapest way as of the supposed figures. Throws Error with everything wrong with
// the suppositions, the actions or the target; SK1308 for an office that the table has not. The table must have passed
// check_index_table.
WhatIf what_if(const IndexTree& tree, const IndexTable& table, const WhatIfQuestion& question);

// { "sangkien", "edition", "changes": [ { "office", "year", "total", "open", "rank", "class", "nodes", "components" } ],
//   "rivals": { ... } | null, "cheapest": { ... } | null }
std::string what_if_json(const IndexTree& tree, const WhatIf& found);
std::string what_if_text(const IndexTree& tree, const WhatIf& found, Language language);
// office,year,kind,id,before,after,change; kinds: total, best, worst, class, node, component, rival, needed, safe, way.
std::string what_if_csv(const IndexTree& tree, const WhatIf& found);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "what_if_text_inl.hpp"
#endif
