// Why a value of a report is what it is: the tree that led to it, down to clauses and facts.
//
//   const Explanation why = explain(rules, season, report, "/initiatives/SK-05/state");
//   std::cout << explanation_text(why, Language::vi);       // io/explanation_text.hpp
//
// A path is a JSON pointer into the report as report_json() writes it, or the same with dots: initiatives.SK-05.state. An
// id may stand in place of a position, where it names one item alone. Nothing is judged anew: every verdict and figure is
// the report's, every sentence that of its finding.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report.hpp"
#include "rules.hpp"

namespace sangkien {

// Ground (căn cứ): a clause with its words, the paper it stands in, and the layer that rests on it.
struct Ground {
    Citation citation;
    Layer layer = Layer::national;        // of the rulebook the value was read from
    std::string number;                   // of the paper the clause stands in: 934/UBND-VHXH
    Layer paper_layer = Layer::national;  // of that paper
    Words text;                           // of the clause, shortened
};

// Rule place (chỗ của quy tắc): where in the rulebooks the rule stands. Without a file no rulebook has it.
struct RulePlace {
    std::string path;  // schedule.ward-submission
    Words words;       // what the rulebook calls it; may be empty
    std::string file;
    Mark mark;
};

// Stated place (chỗ của dữ kiện): where in the season's text a fact stands.
struct StatedPlace {
    std::string pointer;
    Mark mark;
};

// What an explanation is of.
enum class Explained : std::uint8_t {
    report,
    list,
    value,
    rulebook,
    choice,
    silence,
    milestone,
    deadline,
    initiative,
    state,
    event,
    reached,
    clock,
    next,
    score,
    criterion,
    ballot,
    exclusion,
    selection,
    contribution,
    ranking,
    unit,
    quota,
    index,
    component,
    scoring,  // how a component's figure becomes points
    duty,
    todo,
    finding,
    track,
    open_duty,  // of an initiative, born of one of its events
    escalation,
    reminder
};
const char* word(Explained of) noexcept;

// Explanation (giải thích): one node of the tree. What it rests on are its children: first what stands below it in the
// report, in order, then what elsewhere led to it.
struct Explanation {
    Explained of = Explained::value;
    std::string path;  // JSON pointer into the report; empty: of the report as a whole, or of a fact of the season
    std::string id;    // may stand in the path in place of its position; of a finding its id
    Words title;       // what it is
    std::optional<Truth> verdict;
    std::optional<Datum> value;
    Words sentence;  // how it came about, in one sentence; of a finding its message
    std::optional<RulePlace> rule;
    std::vector<Ground> grounds;
    std::optional<StatedPlace> stated;
    Arguments inputs;                  // facts read
    Arguments values;                  // what was computed, or looked up in the rules
    std::vector<const char*> nothing;  // keys of the report whose value is null here
    std::vector<Reading> choices;      // the readings it rests on
    std::optional<Lift> lift;
    std::optional<Instant> as_of;  // of the whole: the instant the report was made for
    std::vector<Explanation> children;
};

// Explains one value, or all that is under a list or object. `season` and `rules` are those that `report` was made of.
// Error SK1308 for a path that leads nowhere, naming the nearest that does.
Explanation explain(const Rules& rules, const Season& season, const Report& report, std::string_view path);

// Explains all that is not plain: initiatives with a step refused or open, quotas not met, duties not kept, deadlines that
// cannot be told.
Explanation explain_unmet(const Rules& rules, const Season& season, const Report& report);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "explanation_inl.hpp"
#endif
