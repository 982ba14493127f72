// The index of a rulebook: areas, their components, and how a figure becomes points.
//
//   IndexTree tree = compile_index(section, states, problems);
//   const IndexComponent* component = tree.component("files-on-time");
//   points_for(*component, parse_ratio("0.975"));        // 9.75 of 10
//
// A maximum, a step, a floor are data of a rulebook, each with its citation and provenance; no point is in code.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../facts/season.hpp"
#include "../rulebook/fields.hpp"

namespace sangkien {

// Input (số liệu đầu vào) of a component: counted by the library, or reported by the unit as a count (0, 1, 2, ...), a
// rate (0 to 1), yes and no, the mean of a survey on its scale, or points that somebody else has given.
enum class IndexInput : std::uint8_t { initiatives, count, rate, yes_no, survey, points };

// The word used in rulebooks: "initiatives", "count", "rate", "yes-no", "survey", "points".
const char* word(IndexInput input) noexcept;

// Scoring function (cách tính điểm): a step table, a share of the maximum, all for a yes, straight lines between points,
// so much off for each violation, a survey's mean from 0 at the foot of its scale to the maximum at its top, or the
// points as they were given.
enum class ScoreKind : std::uint8_t { steps, proportion, yes_no, linear, deduction, survey, given };

// What a component counts for: the base, whose maxima add up, or points beside it.
enum class IndexSide : std::uint8_t { base, bonus, penalty };

// Missing (thiếu số liệu): what a figure that nobody reported makes of its component.
enum class MissingRule : std::uint8_t { undetermined, zero, excluded };

// Step (bậc): from this figure on, up to the next step, so many points.
struct IndexStep {
    Ratio from;
    Ratio points;
};

struct ScoreFunction {
    ScoreKind kind = ScoreKind::yes_no;
    std::vector<IndexStep> steps;  // rising, the first from 0
    std::optional<Ratio> floor;    // below it a rate gives nothing; on it, its share
    std::vector<IndexStep> line;   // of linear: `from` rising, flat before the first and after the last
    Ratio each;                    // of deduction: off the maximum for each, down to 0
    Citation citation;
};

// Scale (thang điểm khảo sát) of a survey's mean.
struct SurveyScale {
    Ratio low;
    Ratio high;
};

// Component (tiêu chí thành phần) of an area.
struct IndexComponent {
    Name name;
    std::string path;  // "index.areas.a.components.initiatives"
    std::size_t area = 0;
    std::size_t node = 0;  // index into IndexTree::nodes: what it stands in
    IndexSide side = IndexSide::base;
    Ratio max;
    IndexInput input = IndexInput::count;
    ScoreFunction score;
    // Of `initiatives` only: the state an initiative must have reached, and whether a joint one counts for every unit
    // it names (true) or for its lead unit only (false); nothing when the rulebook is silent.
    Name reached;
    std::optional<bool> joint_each;
    Citation joint_citation;
    SurveyScale scale;                                // of `survey`
    MissingRule missing = MissingRule::undetermined;  // the index's own unless the component has one
    std::optional<MissingRule> without_evidence;      // nothing: no evidence is asked for
    Citation citation;
};

// Area (lĩnh vực của chỉ số).
struct IndexArea {
    Name name;
    Ratio max;
    Citation citation;
};

// Node (nút của bộ chỉ số): an area, or a criterion in an area or in another criterion; before all that stand in it.
struct IndexNode {
    static constexpr std::size_t top = static_cast<std::size_t>(-1);
    Name name;
    std::size_t parent = top;  // index into IndexTree::nodes
    std::size_t depth = 0;     // 0: an area
    Ratio max;
    Citation citation;
};

// Round (vòng chấm): self-scored, appraised, explained, ... The rulebook's order is the order of locking.
struct IndexRound {
    Name name;
    std::optional<Instant> deadline;
    bool optional = false;  // a later round may come without it
    Citation citation;
};

// Ties (đồng hạng): 1, 1, 3 or 1, 1, 2; nothing of it in the rulebook leaves the ranks of tied offices open.
enum class TieRule : std::uint8_t { undeclared, skip, dense };

// Class (hạng xếp loại) of totals: from this one on, up to the class before it.
struct IndexClass {
    Name name;
    Ratio from;
    Citation citation;
};

// Index tree (bộ chỉ số): the section `index`, read and checked.
struct IndexTree {
    bool stated = false;  // false: no loaded rulebook has an index
    std::string edition;
    Ratio whole;
    std::vector<IndexArea> areas;
    std::vector<IndexNode> nodes;            // areas with the criteria in them, each before what stands in it
    std::vector<IndexComponent> components;  // area by area, in the order of the rulebook
    std::vector<IndexComponent> beside;      // bonus, then penalty; scored in tables of offices only
    std::vector<IndexRound> rounds;          // none: figures are of one round
    std::int64_t first_year = 0;             // 0: the edition says nothing of years
    std::int64_t last_year = 0;
    TieRule ties = TieRule::undeclared;
    std::vector<IndexClass> classes;  // falling, the last from 0; none: totals have no class
    bool clamped = false;             // bonus and penalty do not lead out of 0 to the whole
    Citation citation;
    // Paths that the papers offer as a choice. Whoever merged the rules fills this in.
    std::vector<std::string> choices;

    const IndexComponent* component(std::string_view id) const noexcept;  // of the base
    std::size_t round(std::string_view id) const noexcept;                // rounds.size() when there is none
};

// Reads the merged section; an absent one gives `stated == false`. Problems: SK1510 the maxima of components do not add
// up to their area's or criterion's, or of areas to the whole; SK1518 steps or points of a line do not rise from 0; SK1205 points or a floor out of range;
// SK1007 a scoring function that does not fit the input; SK1302 a component's name used twice; SK1308 an unknown state.
IndexTree compile_index(Node section, Node states, Problems& problems);

// The points of one figure: exact, from 0 to the component's maximum. The figure must lie in the range of the input.
Ratio points_for(const IndexComponent& component, Ratio figure);

// Checks what a season reports for the index: SK1308 an unknown component, or one the library counts itself; SK1307 an
// unknown unit; SK1205 a figure outside the range of its input; SK1003 a number where true or false is needed, or the
// other way round; SK1302 two entries for one unit and component. Without an index, entries wait for one: only their
// units are checked.
void check_index_entries(const IndexTree& tree, const Season& season, Problems& problems);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "index_tree_inl.hpp"
#endif
