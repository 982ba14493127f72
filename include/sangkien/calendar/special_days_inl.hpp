#pragma once

#include "special_days.hpp"

namespace sangkien {

SANGKIEN_INLINE const char* word(Roll roll) noexcept
{
    return roll == Roll::forward ? "forward" : roll == Roll::backward ? "backward" : "none";
}

SANGKIEN_INLINE const char* word(DayKind kind) noexcept
{
    switch (kind) {
        case DayKind::working: return "working";
        case DayKind::weekend: return "weekend";
        case DayKind::statutory: return "statutory";
        case DayKind::holiday_block: return "holiday-block";
        case DayKind::holiday_block_weekend: return "holiday-block-weekend";
        case DayKind::compensatory: return "compensatory";
        case DayKind::swap_off: return "swap-off";
        case DayKind::swap_work: return "swap-work";
        case DayKind::local_off: return "local-off";
        default: return "local-work";
    }
}

SANGKIEN_INLINE const char* word(YearStatus status) noexcept
{
    return status == YearStatus::decided ? "decided" : status == YearStatus::provisional ? "provisional" : "missing";
}

SANGKIEN_INLINE Words shown(Weekday day)
{
    static constexpr const char* vi[] = {"thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"};
    static constexpr const char* en[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    return {vi[static_cast<int>(day)], en[static_cast<int>(day)]};
}

SANGKIEN_INLINE Words shown(DayKind kind)
{
    switch (kind) {
        case DayKind::working: return {"ngày làm việc", "working day"};
        case DayKind::weekend: return {"nghỉ hằng tuần", "weekly day off"};
        case DayKind::statutory: return {"nghỉ lễ", "public holiday"};
        case DayKind::holiday_block: return {"nghỉ trong đợt lễ", "off within a holiday block"};
        case DayKind::holiday_block_weekend: return {"nghỉ hằng tuần trong đợt lễ", "weekend within a holiday block"};
        case DayKind::compensatory: return {"nghỉ bù", "day off in lieu"};
        case DayKind::swap_off: return {"nghỉ hoán đổi", "off, swapped"};
        case DayKind::swap_work: return {"làm bù", "worked, swapped"};
        case DayKind::local_off: return {"nghỉ riêng của nơi này", "off, locally"};
        default: return {"làm việc riêng của nơi này", "worked, locally"};
    }
}

SANGKIEN_INLINE Words shown(YearStatus status)
{
    if (status == YearStatus::decided) return {"đã quyết định", "decided"};
    if (status == YearStatus::provisional) return {"dự kiến", "provisional"};
    return {"chưa có", "missing"};
}

}  // namespace sangkien
