// The ids of all errors. Numbers are stable for ever; words are in error_words_inl.hpp, paragraphs in docs/errors.md.
#pragma once

#include <cstdint>

namespace sangkien {

enum class ErrorId : std::uint16_t {
    // 10xx: reading a file
    unreadable_json = 1001,
    unknown_key = 1002,
    wrong_type = 1003,
    missing_key = 1004,
    duplicate_key = 1005,
    limit_exceeded = 1006,
    unknown_word = 1007,
    unreadable_file = 1008,
    unknown_format = 1009,
    empty_text = 1010,
    file_exists = 1011,
    unwritable_file = 1013,
    // 12xx: values
    bad_day = 1201,
    bad_instant = 1202,
    bad_yearly_day = 1203,
    bad_number = 1204,
    out_of_range = 1205,
    overflow = 1206,
    bad_length = 1207,
    window_backwards = 1208,
    bad_lunar_day = 1209,
    // 13xx: a season and its rules
    shares_not_whole = 1301,
    duplicate_id = 1302,
    event_out_of_order = 1303,
    not_a_member = 1304,
    above_maximum = 1305,
    off_step = 1306,
    unknown_unit = 1307,
    unknown_name = 1308,
    duplicate_ballot = 1309,
    criterion_not_scored = 1310,
    choice_not_offered = 1311,
    season_rulebook_missing = 1312,
    unknown_initiative = 1313,
    year_mismatch = 1314,
    // 14xx: calendar
    year_not_decided = 1401,
    not_a_working_day = 1402,
    no_calendar = 1403,
    kind_against_week = 1404,
    swap_not_paired = 1405,
    bad_session = 1406,
    // 15xx: rulebooks
    unknown_rulebook = 1501,
    unknown_clause = 1502,
    uncited_value = 1503,
    layer_not_allowed = 1504,
    layer_conflict = 1505,
    windows_overlap = 1506,
    rests_on_unverified = 1507,
    id_mismatch = 1508,
    duplicate_rulebook = 1509,
    maxima_do_not_add_up = 1510,
    weights_not_one = 1511,
    classes_do_not_meet = 1512,
    bad_guard = 1513,
    step_does_not_divide = 1514,
    circular_condition = 1515,
    season_before_rules = 1516,
    bands_do_not_meet = 1517,
    steps_do_not_rise = 1518,
    // 16xx: doubts about rulebooks that can be loaded, see evaluation/verify.hpp; words in verify_words_inl.hpp
    windows_gap = 1601,
    value_unverified = 1602,
    clause_not_cited = 1603,
    waiver_idle = 1604,
    default_not_offered = 1605,
    name_unused = 1606,
    listed_twice = 1607,
    silence_contradicted = 1608,
    path_leads_nowhere = 1609,
    class_unreachable = 1610,
    class_below_pass = 1611,
    pass_mark_idle = 1612,
    vote_fraction_idle = 1613,
    quorum_above_council = 1614,
    pass_mark_unreachable = 1615,
    passes_without_class = 1616,
    counts_nothing = 1620,
    quota_without_areas = 1621,
    index_maximum_unreachable = 1622,
    index_points_fall = 1623,
    deadline_day_off = 1630,
    deadline_roll_contradicts = 1631,
    deadline_roll_passes = 1632,
    deadline_preparation_short = 1633,
    deadline_order = 1634,
    state_unreachable = 1640,
    state_trap = 1641,
    no_path_to_end = 1642,
    steps_overlap = 1643,
    list_empty = 1644,
    guard_never = 1645,
    guard_always = 1646,
    clock_unstoppable = 1647,
    event_unknown = 1648,
    ended_state_left = 1649,
    decision_unsaid = 1650,
    entry_doubled = 1651,
    offer_unusable = 1652,
    // 167x: what vectors of a rulebook show to be wrong with it, see io/vectors.hpp; errors, not doubts
    vector_differs = 1670,
    vector_not_evaluated = 1671,
    vector_misses_clause = 1672,
    // 168x: a rulebook begun and not finished
    text_to_fill = 1680,
};

// The id as written: "SK1201".
inline constexpr int number(ErrorId id) noexcept { return static_cast<int>(id); }
// A doubt of verification, which never blocks loading.
inline constexpr bool is_doubt(ErrorId id) noexcept
{
    return number(id) >= 1600 && number(id) < 1700 && number(id) / 10 != 167;
}

}  // namespace sangkien
