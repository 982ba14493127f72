// The ids of all findings, by room. Words are in finding_words_inl.hpp.
#pragma once

#include <cstdint>

namespace sangkien {

enum class FindingId : std::uint8_t {
    // any room
    rule_silent,  // no loaded rulebook says
    // calendar: how a deadline came about
    step_named_day,
    step_bound_before,
    step_bound_by,
    step_first_day_not_counted,
    step_first_day_counted,
    step_corresponding_day,
    step_month_clamped,
    step_working_days_counted,
    step_day_off,
    step_rolled,
    step_ends,
    // lifecycle: guards
    in_time,
    late,
    deadline_unknown,
    deadline_not_computed,
    within_period,
    within_period_surely,
    period_over,
    period_not_begun,
    fact_stated,
    fact_missing,
    area_listed,
    area_missing,
    level_sought,
    level_other,
    council_approves,
    council_refuses,
    council_open,
    selected,
    not_selected,
    selection_open,
    // lifecycle: steps
    wrong_state,
    wrong_role,
    event_unknown,
    // scoring
    member_excluded,
    nothing_scored,
    ballots_missing,
    quorum_met,
    quorum_missed,
    total_scored,
    minimum_met,
    minimum_missed,
    pass_mark_met,
    pass_mark_missed,
    class_given,
    class_shortfall,
    class_none,
    share_minimum_met,
    share_minimum_missed,
    vote_passed,
    vote_failed,
    vote_open,
    ballot_not_counted,
    quorum_open,
    // selection
    chosen,
    not_chosen,
    not_among,
    tie_at_cut,
    choice_open,
    // quota
    quota_met,
    quota_short,
    quota_open,
    quota_not_owed,
    counts,
    counts_not_reached,
    counts_not_in_time,
    counts_not_level,
    counts_not_area,
    counts_not_withdrawn,
    counts_not_lead,
    counts_open,
    counts_reached_open,
    counts_in_time_open,
    // index
    component_scored,
    component_input_missing,
    component_open,
    contribution,
    contribution_saturated,
    // the season as a whole
    last_day_off,
    preparation_short,
    other_reading,
};

}  // namespace sangkien
