// The C interface to calendars: what decides a day, and the days of a year, as JSON.
#include <sangkien/calendar.h>

#include <sangkien/core/limits.hpp>
#include <sangkien/io/json_writer.hpp>
#include <sangkien/io/report_parts_inl.hpp>

#include "handles.hpp"

using namespace sangkien;
using namespace sangkien::c_api;

namespace {

void put_words(JsonWriter& out, const char* key, const Words& words)
{
    out.key(key);
    sangkien::detail::put_words(out, words);
}

void put_day(JsonWriter& out, const char* key, const std::optional<Day>& day)
{
    out.key(key);
    if (day)
        out.value(to_text(*day));
    else
        out.null();
}

void put_explained(JsonWriter& out, const Calendar& calendar, Day day)
{
    const std::optional<SpecialDay> special = calendar.special(day);
    out.begin_object();
    out.member("day", to_text(day));
    put_words(out, "weekday", shown(weekday(day)));
    out.member("kind", word(calendar.kind(day)));
    out.member("working", calendar.is_working(day));
    out.member("status", word(calendar.status(day)));
    put_words(out, "why_provisional", calendar.why_provisional(civil(day).year));
    put_words(out, "name", special ? special->name : calendar.why_off(day));
    put_day(out, "pair", special ? special->pair : std::nullopt);
    out.member("document", special ? special->document : std::string());
    put_day(out, "issued", special ? special->issued : std::nullopt);
    out.key("citation");
    sangkien::detail::put_citation(out, calendar.citation(day));
    out.end_object();
}

void put_year(JsonWriter& out, const Calendar& calendar, int year)
{
    const Day first = day_of(year, 1, 1), last = day_of(year, 12, 31);
    const std::int64_t working = calendar.count_working_days(first, last) + (calendar.is_working(last) ? 1 : 0);
    out.begin_object();
    out.member("year", year);
    out.member("status", word(calendar.status(year)));
    put_words(out, "why_provisional", calendar.why_provisional(year));
    out.member("working_days", working);
    out.key("days");
    out.begin_list();
    for (const SpecialDay& special : calendar.special_days(year)) put_explained(out, calendar, special.day);
    out.end_list();
    out.end_object();
}

}  // namespace

std::int32_t sangkien_calendar_explain(sangkien_text** json, const sangkien_calendar* calendar, std::int32_t day,
                                       sangkien_error** error)
{
    return make_handle(json, "json", error, [&] {
        require(calendar, "calendar");
        JsonWriter out;
        put_explained(out, calendar->calendar, day_argument(day));
        return out.take();
    });
}

std::int32_t sangkien_calendar_year(sangkien_text** json, const sangkien_calendar* calendar, std::int32_t year,
                                    sangkien_error** error)
{
    return make_handle(json, "json", error, [&] {
        require(calendar, "calendar");
        if (year < limits::first_year || year > limits::last_year)
            throw out_of_range(year, {"low", std::int64_t{limits::first_year}},
                               {"high", std::int64_t{limits::last_year}});
        JsonWriter out;
        put_year(out, calendar->calendar, year);
        return out.take();
    });
}
