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
// rate (0 to 1), or yes and no.
enum class IndexInput : std::uint8_t { initiatives, count, rate, yes_no };

// The word used in rulebooks: "initiatives", "count", "rate", "yes-no".
const char* word(IndexInput input) noexcept;

// Scoring function (cách tính điểm): a step table, a share of the maximum, or all for a yes.
enum class ScoreKind : std::uint8_t { steps, proportion, yes_no };

// Step (bậc): from this figure on, up to the next step, so many points.
struct IndexStep {
    Ratio from;
    Ratio points;
};

struct ScoreFunction {
    ScoreKind kind = ScoreKind::yes_no;
    std::vector<IndexStep> steps;  // rising, the first from 0
    std::optional<Ratio> floor;    // below it a rate gives nothing; on it, its share
    Citation citation;
};

// Component (tiêu chí thành phần) of an area.
struct IndexComponent {
    Name name;
    std::string path;  // "index.areas.a.components.initiatives"
    std::size_t area = 0;
    Ratio max;
    IndexInput input = IndexInput::count;
    ScoreFunction score;
    // Of `initiatives` only: the state an initiative must have reached, and whether a joint one counts for every unit
    // it names (true) or for its lead unit only (false); nothing when the rulebook is silent.
    Name reached;
    std::optional<bool> joint_each;
    Citation joint_citation;
    Citation citation;
};

// Area (lĩnh vực của chỉ số).
struct IndexArea {
    Name name;
    Ratio max;
    Citation citation;
};

// Index tree (bộ chỉ số): the section `index`, read and checked.
struct IndexTree {
    bool stated = false;  // false: no loaded rulebook has an index
    std::string edition;
    Ratio whole;
    std::vector<IndexArea> areas;
    std::vector<IndexComponent> components;  // area by area, in the order of the rulebook
    Citation citation;
    // Paths that the papers offer as a choice. Whoever merged the rules fills this in.
    std::vector<std::string> choices;

    const IndexComponent* component(std::string_view id) const noexcept;
};

// Reads the merged section; an absent one gives `stated == false`. Problems: SK1510 the maxima of components do not add
// up to their area's, or of areas to the whole; SK1518 steps do not rise from 0; SK1205 points or a floor out of range;
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
