// sangkien: rules of administrative-reform initiatives (sáng kiến cải cách hành chính), as a library.
//
//   const auto rules  = sangkien::load_rules({"gia-vien-934", "council-illustrative"});
//   const auto season = sangkien::read_season(json_text);
//   const auto report = sangkien::evaluate(rules, season, sangkien::parse_instant("2025-09-30T17:00+07:00"));
//
// This header is everything, in the order of the rooms: a room includes only rooms above it.
#pragma once

#include "core/config.hpp"
#include "core/error.hpp"
#include "core/finding.hpp"
#include "core/limits.hpp"

#include "calendar/lunar.hpp"
#include "calendar/working_days.hpp"
#include "calendar/period.hpp"
#include "calendar/deadline.hpp"
#include "calendar/deadline_compare.hpp"

#include "rulebook/rulebook.hpp"
#include "rulebook/layers.hpp"
#include "rulebook/difference.hpp"
#include "rulebook/timeline.hpp"
#include "rulebook/rights.hpp"
#include "rulebook/review.hpp"
#include "rulebook/calendar_section.hpp"
#include "rulebook/local_calendar_section.hpp"
#include "rulebook/periods_section.hpp"
#include "rulebook/schedule_section.hpp"
#include "rulebook/transitional_section.hpp"
#include "rulebook/schedule_check.hpp"
#include "rulebook/diagnostics.hpp"
#include "rulebook/paper_checks.hpp"
#include "rulebook/deadline_checks.hpp"

#include "facts/season.hpp"

#include "lifecycle/table.hpp"
#include "lifecycle/step.hpp"
#include "lifecycle/unblock.hpp"
#include "lifecycle/guard_checks.hpp"
#include "lifecycle/table_checks.hpp"
#include "lifecycle/guard_ways.hpp"
#include "lifecycle/paths.hpp"
#include "lifecycle/assumptions.hpp"
#include "lifecycle/journal.hpp"

#include "scoring/rubric.hpp"
#include "scoring/score.hpp"
#include "scoring/selection.hpp"
#include "scoring/scoring_checks.hpp"

#include "quota/quota.hpp"
#include "quota/quota_checks.hpp"

#include "index/index_tree.hpp"
#include "index/index_score.hpp"
#include "index/contribution.hpp"
#include "index/index_checks.hpp"

#include "evaluation/rules.hpp"
#include "evaluation/evaluate.hpp"
#include "evaluation/outlook.hpp"
#include "evaluation/verify.hpp"
#include "evaluation/impact.hpp"
#include "evaluation/coverage.hpp"
#include "evaluation/explanation.hpp"

#include "batch/day_columns.hpp"
#include "batch/lunar_columns.hpp"
#include "batch/evaluate.hpp"

#include "io/loader.hpp"
#include "io/season_reader.hpp"
#include "io/evaluate_text.hpp"
#include "io/report_json.hpp"
#include "io/report_text.hpp"
#include "io/outlook_json.hpp"
#include "io/outlook_text.hpp"
#include "io/explanation_json.hpp"
#include "io/explanation_text.hpp"
#include "io/canonical.hpp"
#include "io/record.hpp"
#include "io/journal.hpp"
#include "io/rules_diff.hpp"
#include "io/ics.hpp"
#include "io/year_page.hpp"
#include "io/lifecycle_picture.hpp"
#include "io/lifecycle_paths.hpp"
#include "io/error_json.hpp"
#include "io/effective.hpp"
#include "io/difference_json.hpp"
#include "io/difference_text.hpp"
#include "io/vectors.hpp"
#include "io/coverage_text.hpp"
#include "io/verify_json.hpp"
#include "io/ics.hpp"
#include "io/year_page.hpp"
