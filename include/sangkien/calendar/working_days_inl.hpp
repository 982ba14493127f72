#pragma once

#include <algorithm>
#include <utility>

#include "../core/digits.hpp"
#include "../core/error.hpp"
#include "../core/limits.hpp"
#include "../core/value.hpp"
#include "working_days.hpp"

namespace sangkien {

namespace detail {

[[noreturn]] inline void throw_not_decided(int year, Details why = {})
{
    Details details{{"year", std::int64_t{year}}};
    details.insert(details.end(), why.begin(), why.end());
    throw Error(Problem{ErrorId::year_not_decided, {}, std::move(details)});
}

// The year that a walk ran into, and the walk.
[[noreturn]] inline void throw_walked_out(Day beyond, Day from, std::int64_t n)
{
    const Words start = shown(Datum(from));
    const std::string days = whole_text(n);
    throw_not_decided(
        civil(beyond).year,
        {{"why", Words{start.vi + " cộng " + days + " ngày làm việc", days + " working days from " + start.en}}});
}

[[noreturn]] inline void throw_too_far()
{
    throw Error(Problem{ErrorId::limit_exceeded,
                        {},
                        {{"what", Words{"số ngày làm việc của một phép cộng", "the working days of one addition"}},
                         {"limit", limits::working_days}}});
}

}  // namespace detail

SANGKIEN_INLINE YearStatus Calendar::status(int year) const noexcept
{
    const Year* found = year_of(year);
    return found != nullptr ? found->status : YearStatus::missing;
}

SANGKIEN_INLINE YearStatus Calendar::status(Day day) const noexcept
{
    return answers(day) ? status(civil(day).year) : YearStatus::missing;
}

SANGKIEN_INLINE std::vector<int> Calendar::years(YearStatus status) const
{
    std::vector<int> out;
    for (const Year& year : years_)
        if (year.status == status) out.push_back(year.year);
    return out;
}

SANGKIEN_INLINE Words Calendar::why_provisional(int year) const
{
    if (status(year) != YearStatus::provisional) return {};
    const std::string number = detail::whole_text(year);
    const Words as_known = known_ ? shown(Datum(*known_)) : Words{};
    return {"tính theo Bộ luật Lao động, vì " + (known_ ? "đến ngày " + as_known.vi + " " : std::string()) +
                "chưa có quyết định về Tết, ngày thứ hai của Quốc khánh và ngày hoán đổi của năm " + number,
            "projected from the Labour Code, since Tết, National Day's second day and swaps of " + number +
                " are not decided" + (known_ ? " by " + as_known.en : std::string())};
}

SANGKIEN_INLINE bool Calendar::provisional(Day a, Day b) const noexcept
{
    if (b < a) std::swap(a, b);
    const int first = civil(a).year, last = civil(b).year;
    return std::any_of(years_.begin(), years_.end(), [&](const Year& year) {
        return year.status == YearStatus::provisional && first <= year.year && year.year <= last;
    });
}

SANGKIEN_INLINE const DayTable* Calendar::table_of(Day day) const noexcept
{
    for (const DayTable& table : tables_)
        if (table.position(day) < table.size()) return &table;
    return nullptr;
}

SANGKIEN_INLINE const DayTable& Calendar::answering(Day day) const
{
    if (const DayTable* table = table_of(day)) return *table;
    throw_no_answer(day);
}

SANGKIEN_INLINE void Calendar::throw_no_answer(Day day) const
{
    if (empty()) throw Error(Problem{ErrorId::no_calendar, {}, {}});
    detail::throw_not_decided(civil(day).year, {{"why", shown(Datum(day))}});
}

SANGKIEN_INLINE const Calendar::Year* Calendar::year_of(int year) const noexcept
{
    const auto found =
        std::lower_bound(years_.begin(), years_.end(), year, [](const Year& y, int wanted) { return y.year < wanted; });
    return found == years_.end() || found->year != year ? nullptr : &*found;
}

SANGKIEN_INLINE const Calendar::Mark* Calendar::mark_of(Day day) const noexcept
{
    const auto after =
        std::upper_bound(marks_.begin(), marks_.end(), day, [](Day d, const Mark& mark) { return d < mark.day; });
    return after == marks_.begin() || (after - 1)->day != day ? nullptr : &*(after - 1);
}

SANGKIEN_INLINE SpecialDay Calendar::unfolded(const Mark& mark) const
{
    const Source& source = sources_[mark.source];
    return {
        mark.day,        mark.kind,       source.name,  mark.pair == mark.day ? std::nullopt : std::optional(mark.pair),
        source.citation, source.document, source.issued};
}

SANGKIEN_INLINE bool Calendar::is_working(Day day) const
{
    const DayTable& table = answering(day);
    return table.worked(table.position(day));
}

SANGKIEN_INLINE DayKind Calendar::kind(Day day) const
{
    const bool works = is_working(day);
    if (const Mark* mark = mark_of(day)) return mark->kind;
    return works ? DayKind::working : DayKind::weekend;
}

SANGKIEN_INLINE DaySessions Calendar::sessions(Day day) const
{
    answering(day);
    if (const Mark* mark = mark_of(day)) return {is_worked(mark->kind), is_worked(mark->kind)};
    const bool morning_only = week_.morning_only(weekday(day));
    const bool works = week_.works(weekday(day));
    return {works || morning_only, works && !morning_only};
}

SANGKIEN_INLINE bool Calendar::find_working_day(Day day, std::int64_t n, Roll where, Day& out) const noexcept
{
    const DayTable* table = table_of(day);
    if (table == nullptr || n > limits::working_days || n < -limits::working_days) return false;
    const std::uint32_t at = table->position(day);
    if (n == 0) {
        if (table->worked(at)) {
            out = day;
            return true;
        }
        if (where == Roll::none) return false;
        n = where == Roll::forward ? 1 : -1;
    }
    return table->move(at, n, out);
}

SANGKIEN_INLINE Day Calendar::add_working_days(Day day, std::int64_t n, Roll where) const
{
    Day out;
    const DayTable* table = table_of(day);
    const bool plain = table != nullptr && n != 0 && n <= limits::working_days && n >= -limits::working_days;
    if (plain ? table->move(table->position(day), n, out) : find_working_day(day, n, where, out)) return out;
    throw_no_working_day(day, n, where);
}

SANGKIEN_INLINE void Calendar::throw_no_working_day(Day day, std::int64_t n, Roll where) const
{
    if (n > limits::working_days || n < -limits::working_days) detail::throw_too_far();
    const DayTable& table = answering(day);
    if (n == 0 && where == Roll::none)
        throw Error(Problem{ErrorId::not_a_working_day, {}, {{"day", shown(Datum(day))}}});
    const bool forward = n > 0 || (n == 0 && where == Roll::forward);
    detail::throw_walked_out(forward ? table.end() : table.first() - 1, day, n != 0 ? n : forward ? 1 : -1);
}

SANGKIEN_INLINE std::int64_t Calendar::count_working_days(Day a, Day b) const
{
    if (a == b) return 0;
    if (b < a) return -count_working_days(b, a);
    const DayTable* table = table_of(a);
    if (table == nullptr || b > table->end()) throw_not_counted(a, b);
    return std::int64_t{table->rank(table->position(b))} - std::int64_t{table->rank(table->position(a))};
}

SANGKIEN_INLINE void Calendar::throw_not_counted(Day a, Day b) const
{
    const Words from = shown(Datum(a)), to = shown(Datum(b));
    detail::throw_not_decided(civil(answering(a).end()).year,
                              {{"why", Words{"đếm từ " + from.vi + " đến trước " + to.vi,
                                             "counting from " + from.en + " to before " + to.en}}});
}

SANGKIEN_INLINE Day Calendar::roll(Day day, Roll where) const
{
    if (where == Roll::none || is_working(day)) return day;
    return add_working_days(day, where == Roll::forward ? 1 : -1);
}

SANGKIEN_INLINE std::optional<SpecialDay> Calendar::special(Day day) const
{
    const Mark* mark = mark_of(day);
    return mark != nullptr ? std::optional(unfolded(*mark)) : std::nullopt;
}

SANGKIEN_INLINE std::vector<SpecialDay> Calendar::special_days(int year) const
{
    std::vector<SpecialDay> out;
    for (const Mark& mark : marks_)
        if (civil(mark.day).year == year && mark_of(mark.day) == &mark) out.push_back(unfolded(mark));
    return out;
}

SANGKIEN_INLINE std::vector<SpecialDay> Calendar::special_days() const
{
    std::vector<SpecialDay> out;
    for (const Mark& mark : marks_)
        if (mark_of(mark.day) == &mark) out.push_back(unfolded(mark));
    return out;
}

SANGKIEN_INLINE Words Calendar::why_off(Day day) const
{
    if (const Mark* mark = mark_of(day)) return is_worked(mark->kind) ? Words{} : sources_[mark->source].name;
    if (week_.days == 0 || week_.works(weekday(day))) return {};
    return shown(weekday(day));
}

SANGKIEN_INLINE const Citation& Calendar::citation(Day day) const noexcept
{
    const Mark* mark = mark_of(day);
    return mark != nullptr ? sources_[mark->source].citation : week_.citation;
}

}  // namespace sangkien

#include "calendar_building_inl.hpp"
