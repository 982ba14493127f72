// What a calendar is made of: the week, the days that the week alone does not tell, years and layers. Plain records.
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

// Kind of a day (loại ngày). A swap trades a weekday off (swap_off) for a worked weekend day (swap_work). A local day is
// off, or worked, by a paper of the province or of the unit.
enum class DayKind : std::uint8_t {
    working,
    weekend,
    statutory,
    holiday_block,
    holiday_block_weekend,
    compensatory,
    swap_off,
    swap_work,
    local_off,
    local_work
};

// Is a special day of this kind worked?
constexpr bool is_worked(DayKind kind) noexcept
{
    return kind == DayKind::working || kind == DayKind::swap_work || kind == DayKind::local_work;
}

// Status of a year (tình trạng của năm): decided by papers; projected from the Labour Code on request; or neither.
enum class YearStatus : std::uint8_t { missing, provisional, decided };

// The words used in rulebooks and reports: "forward"; "swap-off"; "decided".
const char* word(Roll roll) noexcept;
const char* word(DayKind kind) noexcept;
const char* word(YearStatus status) noexcept;
// "Chủ nhật", "Sunday"; "nghỉ bù", "day off in lieu"; "dự kiến", "provisional".
Words shown(Weekday day);
Words shown(DayKind kind);
Words shown(YearStatus status);

// Special day (ngày nghỉ lễ, nghỉ bù, hoán đổi): a day that the week alone does not tell.
struct SpecialDay {
    Day day;
    DayKind kind = DayKind::statutory;
    Words name;
    std::optional<Day> pair;  // the day it is swapped with, or makes up for
    Citation citation;
    std::string document = {};                 // number of the paper that decides it, "9441/TB-BNV"; may be empty
    std::optional<Day> issued = std::nullopt;  // the date of that paper, from which the day is known
};

// Working week (tuần làm việc): the weekdays that are worked unless a special day says otherwise.
struct WorkingWeek {
    std::uint8_t days = 0;  // weekdays that count as working days; bit 0 is Monday
    Citation citation;
    std::uint8_t mornings = 0;  // weekdays worked in the morning only, whether they count as working days or not

    void add(Weekday day) noexcept { days = static_cast<std::uint8_t>(days | bit(day)); }
    void add_morning(Weekday day) noexcept { mornings = static_cast<std::uint8_t>(mornings | bit(day)); }
    bool works(Weekday day) const noexcept { return (days & bit(day)) != 0; }
    bool morning_only(Weekday day) const noexcept { return (mornings & bit(day)) != 0; }

private:
    static unsigned bit(Weekday day) noexcept { return 1u << static_cast<unsigned>(day); }
};

// Working hours (giờ làm việc) of the two sessions of a day, in minutes since 00:00. None is assumed.
struct WorkingHours {
    bool stated = false;
    int morning_from = 0;
    int morning_until = 0;
    int afternoon_from = 0;
    int afternoon_until = 0;
    Citation citation;
};

// Sessions (buổi) of one day that are worked.
struct DaySessions {
    bool morning = false;
    bool afternoon = false;
};

// Year of a calendar (năm lịch). One that is not decided keeps its special days for look-ups, and nothing more.
struct CalendarYear {
    int year = 0;
    bool decided = false;
    std::vector<SpecialDay> days;
    std::optional<Day> decided_on = std::nullopt;  // from when its layout is known; nothing: always was
};

// Layer of a calendar (lịch của tỉnh, của đơn vị): lies over the calendar below it, and wins where it speaks.
struct CalendarLayer {
    Name name;
    std::vector<SpecialDay> days;  // local_off and local_work
    std::optional<WorkingWeek> week;
    WorkingHours hours;
};

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "special_days_inl.hpp"
#endif
