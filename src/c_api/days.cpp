// The C interface to days: their numbers and texts, and lunar dates.
#include <sangkien/calendar.h>
#include <sangkien/lunar.h>

#include <cstring>

#include <sangkien/calendar/lunar.hpp>
#include <sangkien/core/limits.hpp>

#include "handles.hpp"

using namespace sangkien;
using namespace sangkien::c_api;

namespace sangkien::c_api {

Error out_of_range(std::int64_t value, Detail low, Detail high)
{
    return Error(Problem{ErrorId::out_of_range, {}, {{"value", value}, std::move(low), std::move(high)}});
}

Day day_argument(std::int32_t day)
{
    const Day first = day_of(limits::first_year, 1, 1), last = day_of(limits::last_year, 12, 31);
    if (day < first.count || day > last.count)
        throw out_of_range(day, {"low", to_text(first)}, {"high", to_text(last)});
    return {day};
}

Roll roll_argument(std::int32_t roll)
{
    switch (roll) {
        case SANGKIEN_ROLL_NONE: return Roll::none;
        case SANGKIEN_ROLL_FORWARD: return Roll::forward;
        case SANGKIEN_ROLL_BACKWARD: return Roll::backward;
        default: throw bad_argument("roll", roll);
    }
}

}  // namespace sangkien::c_api

static_assert(static_cast<int>(LunarCertainty::certain) == SANGKIEN_LUNAR_CERTAIN &&
              static_cast<int>(LunarCertainty::near_midnight) == SANGKIEN_LUNAR_NEAR_MIDNIGHT &&
              static_cast<int>(LunarCertainty::before_1968) == SANGKIEN_LUNAR_BEFORE_1968);

std::int32_t sangkien_parse_day(std::int32_t* day, const char* text, std::size_t text_size, sangkien_error** error)
{
    return guarded(error, [&] {
        require(day, "day");
        require(text, "text");
        *day = parse_day({text, text_size}).count;
    });
}

std::int32_t sangkien_day_text(char* text, std::int32_t day, sangkien_error** error)
{
    return guarded(error, [&] {
        require(text, "text");
        const std::string shown = to_text(day_argument(day));
        std::memcpy(text, shown.c_str(), SANGKIEN_DAY_TEXT);
    });
}

std::int32_t sangkien_to_lunar(sangkien_lunar_date* date, std::int32_t day, sangkien_error** error)
{
    return guarded(error, [&] {
        require(date, "date");
        const LunarDate found = to_lunar(day_argument(day));
        *date = {found.year, found.month, found.day, found.leap ? 1 : 0, static_cast<std::int32_t>(found.certainty)};
    });
}

std::int32_t sangkien_from_lunar(std::int32_t* day, const sangkien_lunar_date* date, sangkien_error** error)
{
    return guarded(error, [&] {
        require(day, "day");
        require(date, "date");
        if (date->leap != 0 && date->leap != 1) throw bad_argument("date->leap", date->leap);
        *day = from_lunar(date->year, date->month, date->day, date->leap == 1).count;
    });
}
