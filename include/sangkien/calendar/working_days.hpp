// The working calendar of an office: which days are worked, and counting in them.
//
//   calendar.add_working_days(parse_day("2025-09-19"), 3);          // 2025-09-24
//   calendar.count_working_days(parse_day("2025-09-22"), parse_day("2025-09-25"));  // 3
//   calendar.is_working(parse_day("2026-08-22"));                   // true: a Saturday worked for 31/8
//
// Only decided years are answered for. A day of any other year is Error SK1401, never "no holiday that we
// know of".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "../core/citation.hpp"
#include "../core/config.hpp"
#include "../core/day.hpp"
#include "../core/words.hpp"

namespace sangkien {

// Roll (dời ngày): where a day off is moved to.
enum class Roll : std::uint8_t { none, forward, backward };

// Kind of a day (loại ngày). A swap trades a weekday off (swap_off) for a worked weekend day (swap_work).
enum class DayKind : std::uint8_t {
    working,
    weekend,
    statutory,
    holiday_block,
    holiday_block_weekend,
    compensatory,
    swap_off,
    swap_work
};

// The words used in rulebooks and reports: "forward"; "swap-off".
const char* word(Roll roll) noexcept;
const char* word(DayKind kind) noexcept;
// "Chủ nhật", "Sunday".
Words shown(Weekday day);

// Special day (ngày nghỉ lễ, nghỉ bù, hoán đổi): a day that the week alone does not tell.
struct SpecialDay {
    Day day;
    DayKind kind = DayKind::statutory;
    Words name;
    std::optional<Day> pair;  // the day it is swapped with, or makes up for
    Citation citation;
};

// Working week (tuần làm việc): the weekdays that are worked unless a special day says otherwise.
struct WorkingWeek {
    std::uint8_t days = 0;  // bit 0 is Monday
    Citation citation;

    void add(Weekday day) noexcept { days = static_cast<std::uint8_t>(days | (1u << static_cast<unsigned>(day))); }
    bool works(Weekday day) const noexcept { return ((days >> static_cast<unsigned>(day)) & 1u) != 0; }
};

// Year of a calendar (năm lịch). A year that is not decided keeps its special days for look-ups, and nothing
// more.
struct CalendarYear {
    int year = 0;
    bool decided = false;
    std::vector<SpecialDay> days;
};

// Working calendar (lịch làm việc). Immutable; every call takes the same time, however far it moves.
class Calendar {
public:
    Calendar() = default;
    // A day stands once; of two with the same date the first is kept.
    Calendar(WorkingWeek week, std::vector<CalendarYear> years);

    // True when no rulebook gave a calendar; every question is then Error SK1403.
    bool empty() const noexcept { return week_.days == 0 && decided_.empty() && special_.empty(); }
    bool decided(int year) const noexcept;
    bool decided(Day day) const noexcept { return run_of(day) != nullptr; }
    // In order.
    const std::vector<int>& decided_years() const noexcept { return decided_; }
    const WorkingWeek& week() const noexcept { return week_; }
    // In order, those of undecided years too.
    const std::vector<SpecialDay>& special_days() const noexcept { return special_; }

    bool is_working(Day day) const;
    DayKind kind(Day day) const;
    // n > 0: the n-th working day strictly after `day`; n < 0: strictly before. n = 0: `day` itself when it
    // is worked, else where `roll` moves it, else Error SK1402.
    Day add_working_days(Day day, std::int64_t n, Roll roll = Roll::none) const;
    // Working days from `a` on, before `b`; when b < a it is minus the count from `b` on, before `a`.
    std::int64_t count_working_days(Day a, Day b) const;
    // `day` when it is worked, else the next or previous working day. Roll::none asks nothing and moves
    // nothing.
    Day roll(Day day, Roll roll) const;

    // Null when the week alone tells. Lives as long as the calendar.
    const SpecialDay* special(Day day) const noexcept;
    // "Quốc khánh" / "National Day", "Chủ nhật" / "Sunday"; empty for a working day. Never an error: in an
    // undecided year it is what is known of the day, which need not be all.
    Words why_off(Day day) const;
    // What decides `day`: its special day, or the week.
    const Citation& citation(Day day) const noexcept;

private:
    // Consecutive decided years as one stretch: how many working days lie before each day of it, and the
    // working days in order, so that counting and moving are each one look-up.
    struct Run {
        Day first;
        Day end;  // the first day that is no longer in it
        std::vector<std::uint32_t> before;
        std::vector<Day> working;
    };

    const Run* run_of(Day day) const noexcept;
    const Run& decided_run(Day day) const;
    void add_run(int first_year, int last_year);

    WorkingWeek week_;
    std::vector<int> decided_;
    std::vector<SpecialDay> special_;
    std::vector<Run> runs_;
};

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "working_days_inl.hpp"
#endif
