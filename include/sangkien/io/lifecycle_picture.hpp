// Pictures of the procedure (vòng đời hồ sơ): states, steps, who takes them, under which clause and when, drawn from the
// table of a ruleset.
//
//   const Ruleset& today = *rules.on(parse_day("2025-09-19"));
//   lifecycle_text(today, Language::vi);      // sentences that can be read aloud
//   lifecycle_svg(today, Language::vi);       // a drawing that needs no other program
//   lifecycle_mermaid(today, Language::vi, &report.initiatives[0]);   // with the way this one went
//
// With an InitiativeReport its way is marked: states reached and when, where it is now, what was refused and why. Where
// the rulebooks have no lifecycle each picture says so and is still valid in its format. The same bytes everywhere.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "../evaluation/report.hpp"

namespace sangkien {

// All: Error SK1006 for a procedure of more than limits::picture_parts states, steps and arrows, except as text and JSON.

// "Từ Đã nộp: Phòng Văn hóa - Xã hội tiếp nhận (934.4.3.a), khi ...": a line for each step, under the state it leaves.
std::string lifecycle_text(const Ruleset& rules, Language language, const InitiativeReport* way = nullptr);
// A stateDiagram-v2 of Mermaid.
std::string lifecycle_mermaid(const Ruleset& rules, Language language, const InitiativeReport* way = nullptr);
// A digraph of Graphviz.
std::string lifecycle_dot(const Ruleset& rules, Language language, const InitiativeReport* way = nullptr);
// State Chart XML 1.0. Guards are expressions over functions that the host defines, one for each word of the guards'
// vocabulary: by('unit-head') && before('ward-submission').
std::string lifecycle_scxml(const Ruleset& rules, Language language, const InitiativeReport* way = nullptr);
// SVG 1.1 that stands by itself. A state's kind shows in its shape, its colour and a word.
std::string lifecycle_svg(const Ruleset& rules, Language language, const InitiativeReport* way = nullptr);
// The table as JSON, with the words of both languages.
std::string lifecycle_json(const Ruleset& rules, const InitiativeReport* way = nullptr);

// The rules of a day; without one those that were made last, as the host's clock is not asked. Error SK1205 outside them.
const Ruleset& lifecycle_rules(const Rules& rules, std::optional<Day> on);
// The initiative of a report by its id. Error SK1313 where there is none.
const InitiativeReport& initiative_named(const Report& report, std::string_view id);

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "lifecycle_picture_inl.hpp"
#endif
