// Rules: several rulebooks layered, checked and compiled, ready to evaluate seasons.
//
//   const Rules rules = load_rules({"charter-13-2012", "gia-vien-934"});     // io/loader.hpp
//   const Ruleset& today = rules.on(parse_day("2025-09-19"));
//
// Rules are immutable; any number of threads may use the same ones.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "../calendar/period.hpp"
#include "../calendar/working_days.hpp"
#include "../index/index_tree.hpp"
#include "../lifecycle/table.hpp"
#include "../quota/quota.hpp"
#include "../rulebook/layers.hpp"
#include "../rulebook/schedule_section.hpp"
#include "../rulebook/transitional_section.hpp"
#include "../scoring/rubric.hpp"
#include "../scoring/selection.hpp"

namespace sangkien {

// Term (thuật ngữ): an entry of a vocabulary (area, unit kind, role, level) with its clause.
struct Term {
    Name name;
    std::string letter;  // of areas: "đ"; else empty
    Citation citation;
};

// Escalation (báo lên cấp trên): to whom a duty goes that is still not done so long after its last day.
struct Escalation {
    Length after;
    Name to;
    Words what;  // empty: the paper names none
    Citation citation;
};

// What becomes of a duty born of an event once the file is withdrawn or has ended. `unsaid`: no paper tells.
enum class AfterEnd : std::uint8_t { unsaid, stands, lapses };

// Duty (nhiệm vụ): what a role has to do, by a milestone where the paper names one. One that names events is born of
// each of them that is accepted, for that initiative, and is over with the first event of `done` after it.
struct Duty {
    Name name;
    Name who;
    std::string due;  // name of a milestone; empty: the paper names no date
    Citation citation;
    std::vector<std::string> from{};      // events; empty: once a season
    std::optional<Length> within{};       // after the event
    std::string clock{};                  // or as long as this clock runs
    std::vector<std::string> done{};      // events
    std::vector<Escalation> escalates{};  // in order
    std::vector<int> reminds{};           // working days before the last day
    AfterEnd after_end = AfterEnd::unsaid;
};

// Ruleset (bộ quy tắc đã biên dịch): everything that holds on the days [from, until), compiled.
struct Ruleset {
    Day from;
    Day until;
    std::vector<std::size_t> rulebooks;  // those in force, as positions in Rules::rulebooks()
    Effective effective;
    std::vector<Term> areas, unit_kinds, roles, levels;
    Calendar calendar;
    std::optional<PeriodRules> periods;
    std::vector<Milestone> milestones;
    std::vector<Clock> clocks;
    std::vector<Duty> duties;        // of the season
    std::vector<Duty> event_duties;  // born of events
    Table table;
    Rubric rubric;
    SelectionRule selection;
    std::vector<QuotaRule> quotas;
    IndexTree index;
    std::vector<TransitionalRule> transitional;
};

// Compiles what holds on `on`; `picks` are readings chosen by a season.
// With `known`, as it was known on that day.
Ruleset compile_ruleset(const std::vector<Rulebook>& rulebooks, Day on, const std::vector<Pick>& picks,
                        Problems& problems, std::optional<Day> known = std::nullopt);

class Rules {
public:
    Rules() = default;
    // Layers, checks and compiles for every window between two changes of the law. Throws Error with all problems.
    // `known`: as they were known on that day.
    explicit Rules(std::vector<Rulebook> rulebooks, std::optional<Day> known = std::nullopt);

    const std::vector<Rulebook>& rulebooks() const noexcept { return rulebooks_; }
    const std::vector<Ruleset>& rulesets() const noexcept { return rulesets_; }
    // What holds on `day`; null before the first rulebook is in force.
    const Ruleset* on(Day day) const noexcept;
    const Rulebook* rulebook(std::string_view id) const noexcept;
    // The day as of which they are known; nothing: everything loaded.
    std::optional<Day> known() const noexcept { return known_; }
    // As they were known on `day`: papers issued later are not there, values corrected later stand as they stood, and the
    // calendar knows what notices had said by then.
    Rules known_on(Day day) const;

private:
    std::vector<Rulebook> rulebooks_;
    std::vector<Ruleset> rulesets_;
    std::optional<Day> known_;
};

// The index that holds on `day`; Error SK1374 when no loaded rulebook has one then.
const IndexTree& index_in_force(const Rules& rules, Day day);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "rules_inl.hpp"
#endif
