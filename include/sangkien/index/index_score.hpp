// The index of each unit: points by component, area and in all, exact.
//
//   std::vector<UnitIndex> units = score_index(tree, season, counts);
//   units[0].total.text();        // "84.715": what is sure
//   units[0].complete;            // Truth::undetermined while a figure is missing
//   units[0].open.text();         // "12": what missing or open figures can still add
//
// Nothing is rounded and nothing is filled in: a missing figure is not a zero.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "../core/finding.hpp"
#include "index_tree.hpp"

namespace sangkien {

// Index count (số sáng kiến được tính): the initiatives of one unit that count for one component with the input
// `initiatives`, as indices into season.initiatives. The caller counts, since reaching a state is for the lifecycle to
// say. A unit and component without an IndexCount is a missing figure; nothing counted is an empty one.
struct IndexCount {
    std::string component;
    std::string unit;
    std::vector<std::size_t> counting;  // surely
    std::vector<std::size_t> open;      // perhaps: a fact or a rule is missing
};

// Component score (điểm tiêu chí) of one unit.
struct ComponentScore {
    std::size_t component = 0;    // index into IndexTree::components
    std::optional<Ratio> figure;  // what was reported or surely counts; 1 and 0 for yes and no
    std::optional<Ratio> points;  // nothing while undetermined
    Ratio least;                  // the points lie in [least, most]; equal when they are known
    Ratio most;
    Ratio max;
    Finding finding;  // component_scored, component_open or component_input_missing
};

// Area score (điểm lĩnh vực) of one unit: `points` that are sure, as in UnitIndex.
struct AreaScore {
    std::size_t area = 0;  // index into IndexTree::areas
    Ratio points;
    Ratio open;
    Ratio max;
    Truth complete = Truth::pass;
};

// Unit index (chỉ số của đơn vị). points <= final result <= points + open, for every area and for the total.
struct UnitIndex {
    std::string unit;
    std::vector<ComponentScore> components;  // one for each of IndexTree::components
    std::vector<AreaScore> areas;            // one for each of IndexTree::areas
    Ratio total;                             // sum of the points that are sure: `least` of every component
    Ratio open;                              // sum of what `most` exceeds them by
    Ratio max;                               // the whole
    Truth complete = Truth::undetermined;    // pass when every component is known, undetermined otherwise
    Findings findings;                       // rule_silent when no loaded rulebook has an index
};

// One result per unit, in the order of season.units. The entries must have passed check_index_entries. Error SK1206 when
// an exact sum does not fit 64 bits.
std::vector<UnitIndex> score_index(const IndexTree& tree, const Season& season, const std::vector<IndexCount>& counts,
                                   Trace trace = Trace::full);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "index_score_inl.hpp"
#endif
