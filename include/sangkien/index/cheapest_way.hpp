// The cheapest way to a target: which of the given actions an office has to take so that its total comes to so much.
//
//   const std::vector<Action> actions{{"sign-online", {{"online-share", parse_ratio("0.8")}}, Ratio(40)}, ...};
//   const CheapestWay way = cheapest_way(tree, table, card, actions, {parse_ratio("85")});
//   way.cost, way.ways.front();     // the cost, and the numbers of the actions
//
// Exact and complete: every set of actions is looked at that could be as cheap.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rivals.hpp"
#include "what_if.hpp"

namespace sangkien {

// Action (hành động): other figures for one office, and what they cost, in any unit.
struct Action {
    // Figure of one component, as in Supposition.
    struct Figure {
        std::string component;
        Ratio value;
        bool added = false;
    };
    std::string id;
    std::vector<Figure> figures;
    Ratio cost;            // at least 0
    std::string one_of{};  // of all actions with the same word here one at most is taken; empty: no such bond
    Mark mark{};           // where it is written
};

// Most actions that are searched through: 2^20 sets take about a second.
inline constexpr std::size_t most_actions = 20;
// Most ways of one cost that are told; `more` says when there are others.
inline constexpr std::size_t most_ways = 16;

// Problems: SK1308 an unknown component, SK1205 a figure that leaves its range though the action is taken alone, or a cost
// below 0, SK1302 an id given twice, SK1380 more than most_actions. `file` is where the actions are written.
void check_actions(const IndexTree& tree, const IndexTable& table, const Scorecard& office,
                   const std::vector<Action>& actions, const std::string& file, Problems& problems);

// ActionSet (phương án): actions by their numbers, rising.
struct ActionSet {
    std::vector<std::size_t> actions;
    Ratio total;  // the least that is sure
};

struct CheapestWay {
    bool reachable = false;
    Ratio cost;                   // of each of the ways
    std::vector<ActionSet> ways;  // the cheapest: fewer actions first, then by their numbers
    bool more = false;            // there are others at this cost
    Ratio best;                   // where the target is out of reach: the greatest sure total of any set of actions
};

// The target is a total that is sure whatever is open, as needs_for_rank tells it; without a total nothing is needed.
// Two actions on one component exclude each other unless both add to it; sums that leave the range of a figure are not
// taken. The actions must have passed check_actions. SK1206 when a sum does not fit.
CheapestWay cheapest_way(const IndexTree& tree, const IndexTable& table, const Scorecard& office,
                         const std::vector<Action>& actions, const RankNeeds& target);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "cheapest_way_inl.hpp"
#endif
