#pragma once

#include <algorithm>
#include <iterator>

#include "../core/digits.hpp"
#include "../core/error.hpp"
#include "../core/limits.hpp"
#include "../core/value.hpp"
#include "working_days.hpp"

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
        default: return "swap-work";
    }
}

SANGKIEN_INLINE Words shown(Weekday day)
{
    static constexpr const char* vi[] = {"thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"};
    static constexpr const char* en[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    return {vi[static_cast<int>(day)], en[static_cast<int>(day)]};
}

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

}  // namespace detail

SANGKIEN_INLINE Calendar::Calendar(WorkingWeek week, std::vector<CalendarYear> years) : week_(std::move(week))
{
    for (CalendarYear& year : years) {
        if (year.decided) decided_.push_back(year.year);
        std::move(year.days.begin(), year.days.end(), std::back_inserter(special_));
    }
    std::sort(decided_.begin(), decided_.end());
    decided_.erase(std::unique(decided_.begin(), decided_.end()), decided_.end());
    std::stable_sort(special_.begin(), special_.end(),
                     [](const SpecialDay& a, const SpecialDay& b) { return a.day < b.day; });
    special_.erase(std::unique(special_.begin(), special_.end(),
                               [](const SpecialDay& a, const SpecialDay& b) { return a.day == b.day; }),
                   special_.end());
    for (std::size_t i = 0; i < decided_.size();) {
        std::size_t next = i + 1;
        while (next < decided_.size() && decided_[next] == decided_[next - 1] + 1) ++next;
        add_run(decided_[i], decided_[next - 1]);
        i = next;
    }
}

SANGKIEN_INLINE void Calendar::add_run(int first_year, int last_year)
{
    Run run{day_of(first_year, 1, 1), day_of(last_year, 12, 31) + 1, {}, {}};
    run.before.reserve(static_cast<std::size_t>(run.end - run.first) + 1);
    auto special = std::lower_bound(special_.begin(), special_.end(), run.first,
                                    [](const SpecialDay& s, Day day) { return s.day < day; });
    for (Day day = run.first; day < run.end; day = day + 1) {
        run.before.push_back(static_cast<std::uint32_t>(run.working.size()));
        bool works = week_.works(weekday(day));
        if (special != special_.end() && special->day == day) {
            works = special->kind == DayKind::swap_work || special->kind == DayKind::working;
            ++special;
        }
        if (works) run.working.push_back(day);
    }
    run.before.push_back(static_cast<std::uint32_t>(run.working.size()));
    runs_.push_back(std::move(run));
}

SANGKIEN_INLINE bool Calendar::decided(int year) const noexcept
{
    return std::binary_search(decided_.begin(), decided_.end(), year);
}

SANGKIEN_INLINE const Calendar::Run* Calendar::run_of(Day day) const noexcept
{
    const auto after =
        std::upper_bound(runs_.begin(), runs_.end(), day, [](Day d, const Run& run) { return d < run.first; });
    return after == runs_.begin() || day >= std::prev(after)->end ? nullptr : &*std::prev(after);
}

SANGKIEN_INLINE const Calendar::Run& Calendar::decided_run(Day day) const
{
    const Run* run = run_of(day);
    if (run != nullptr) return *run;
    if (empty()) throw Error(Problem{ErrorId::no_calendar, {}, {}});
    detail::throw_not_decided(civil(day).year, {{"why", shown(Datum(day))}});
}

SANGKIEN_INLINE bool Calendar::is_working(Day day) const
{
    const Run& run = decided_run(day);
    const auto at = static_cast<std::size_t>(day - run.first);
    return run.before[at + 1] != run.before[at];
}

SANGKIEN_INLINE DayKind Calendar::kind(Day day) const
{
    const bool works = is_working(day);
    if (const SpecialDay* found = special(day)) return found->kind;
    return works ? DayKind::working : DayKind::weekend;
}

SANGKIEN_INLINE Day Calendar::add_working_days(Day day, std::int64_t n, Roll where) const
{
    if (n > limits::working_days || n < -limits::working_days)
        throw Error(Problem{ErrorId::limit_exceeded,
                            {},
                            {{"what", Words{"số ngày làm việc của một phép cộng", "the working days of one addition"}},
                             {"limit", limits::working_days}}});
    const Run& run = decided_run(day);
    if (n == 0) {
        if (is_working(day)) return day;
        if (where != Roll::none) return roll(day, where);
        throw Error(Problem{ErrorId::not_a_working_day, {}, {{"day", shown(Datum(day))}}});
    }
    const auto at = static_cast<std::size_t>(day - run.first);
    const std::int64_t target = n > 0 ? run.before[at + 1] + n - 1 : run.before[at] + n;
    if (target < 0) detail::throw_walked_out(run.first - 1, day, n);
    if (target >= static_cast<std::int64_t>(run.working.size())) detail::throw_walked_out(run.end, day, n);
    return run.working[static_cast<std::size_t>(target)];
}

SANGKIEN_INLINE std::int64_t Calendar::count_working_days(Day a, Day b) const
{
    if (a == b) return 0;
    if (b < a) return -count_working_days(b, a);
    const Run& run = decided_run(a);
    if (b > run.end) {
        const Words from = shown(Datum(a)), to = shown(Datum(b));
        detail::throw_not_decided(civil(run.end).year,
                                  {{"why", Words{"đếm từ " + from.vi + " đến trước " + to.vi,
                                                 "counting from " + from.en + " to before " + to.en}}});
    }
    return std::int64_t{run.before[static_cast<std::size_t>(b - run.first)]} -
           std::int64_t{run.before[static_cast<std::size_t>(a - run.first)]};
}

SANGKIEN_INLINE Day Calendar::roll(Day day, Roll where) const
{
    if (where == Roll::none || is_working(day)) return day;
    return add_working_days(day, where == Roll::forward ? 1 : -1);
}

SANGKIEN_INLINE const SpecialDay* Calendar::special(Day day) const noexcept
{
    const auto found =
        std::lower_bound(special_.begin(), special_.end(), day, [](const SpecialDay& s, Day d) { return s.day < d; });
    return found == special_.end() || found->day != day ? nullptr : &*found;
}

SANGKIEN_INLINE Words Calendar::why_off(Day day) const
{
    if (const SpecialDay* found = special(day)) return found->kind == DayKind::swap_work ? Words{} : found->name;
    if (week_.days == 0 || week_.works(weekday(day))) return {};
    return shown(weekday(day));
}

SANGKIEN_INLINE const Citation& Calendar::citation(Day day) const noexcept
{
    const SpecialDay* found = special(day);
    return found != nullptr ? found->citation : week_.citation;
}

}  // namespace sangkien
