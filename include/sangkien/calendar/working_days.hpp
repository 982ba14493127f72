// The working calendar of an office: which days are worked, and counting in them.
//
//   calendar.add_working_days(parse_day("2025-09-19"), 3);          // 2025-09-24
//   calendar.count_working_days(parse_day("2025-09-22"), parse_day("2025-09-25"));  // 3
//   calendar.is_working(parse_day("2026-08-22"));                   // true: a Saturday worked for 31/8
//   calendar.with_provisional(2027, 2030).status(2027);             // YearStatus::provisional
//   calendar.known_on(parse_day("2025-12-01")).is_working(parse_day("2026-01-10"));  // false: not swapped yet
//
// Only decided years are answered for, and provisional ones where they were asked for. A day of any other year is
// Error SK1401, never "no holiday that we know of".
#pragma once

#include "day_table.hpp"
#include "holidays.hpp"
#include "special_days.hpp"

namespace sangkien {

// Working calendar (lịch làm việc). Immutable; every call takes the same time, however far it moves.
class Calendar {
public:
    Calendar() = default;
    // A day stands once in a layer; of two with the same date the first is kept. `rules` are for projected years.
    Calendar(WorkingWeek week, std::vector<CalendarYear> years, HolidayRules rules = {});

    // True when no rulebook gave a calendar; every question is then Error SK1403.
    bool empty() const noexcept { return week_.days == 0 && years_.empty() && marks_.empty(); }
    YearStatus status(int year) const noexcept;
    YearStatus status(Day day) const noexcept;
    bool decided(int year) const noexcept { return status(year) == YearStatus::decided; }
    bool decided(Day day) const noexcept { return status(day) == YearStatus::decided; }
    // Decided or provisional.
    bool answers(Day day) const noexcept { return table_of(day) != nullptr; }
    // Years of that status, in order.
    std::vector<int> years(YearStatus status) const;
    // Why a year is provisional; empty for any other.
    Words why_provisional(int year) const;
    // Does any day from `a` to `b`, both included, in either order, lie in a provisional year?
    bool provisional(Day a, Day b) const noexcept;

    const WorkingWeek& week() const noexcept { return week_; }
    const WorkingHours& hours() const noexcept { return hours_; }
    const HolidayRules& holiday_rules() const noexcept { return rules_; }
    // The layers that lie over the first calendar, in order.
    const std::vector<Name>& layers() const noexcept { return layers_; }
    // The day as of which it is known; nothing: all that is loaded.
    std::optional<Day> known() const noexcept { return known_; }

    bool is_working(Day day) const;
    DayKind kind(Day day) const;
    // Which sessions of the day are worked: both, the morning alone, or none.
    DaySessions sessions(Day day) const;
    // n > 0: the n-th working day strictly after `day`; n < 0: strictly before. n = 0: `day` itself when it is worked,
    // else where `roll` moves it, else Error SK1402.
    Day add_working_days(Day day, std::int64_t n, Roll roll = Roll::none) const;
    // The same without an Error: false, and `out` untouched, where there is no answer.
    bool find_working_day(Day day, std::int64_t n, Roll roll, Day& out) const noexcept;
    // Working days from `a` on, before `b`; when b < a it is minus the count from `b` on, before `a`.
    std::int64_t count_working_days(Day a, Day b) const;
    // `day` when it is worked, else the next or previous working day. Roll::none asks nothing and moves nothing.
    Day roll(Day day, Roll roll) const;

    // Nothing when the week alone tells. In a year that is missing it is what is known of the day.
    std::optional<SpecialDay> special(Day day) const;
    // Those of a year, in order, whatever its status; of all years.
    std::vector<SpecialDay> special_days(int year) const;
    std::vector<SpecialDay> special_days() const;
    // "Quốc khánh" / "National Day", "Chủ nhật" / "Sunday"; empty for a working day. Never an error: in a missing year it
    // is what is known of the day, which need not be all.
    Words why_off(Day day) const;
    // What decides `day`: its special day, or the week.
    const Citation& citation(Day day) const noexcept;

    // With the years of this span projected, as far as they are not decided and its rules reach. Error SK1205 when the
    // span runs backwards or no rule reaches any of its years.
    Calendar with_provisional(int first_year, int last_year) const;
    // As it was known on `day`: papers issued later are left out, and years decided later are missing.
    Calendar known_on(Day day) const;
    // With a layer over it.
    Calendar with_layer(const CalendarLayer& layer) const;

    // One table for each stretch of consecutive years that are answered for, in order.
    const std::vector<DayTable>& tables() const noexcept { return tables_; }
    // What it costs, text included.
    std::size_t bytes() const noexcept;

private:
    struct Year {
        int year;
        YearStatus status;
        std::optional<Day> decided_on;
    };
    // What several special days share.
    struct Source {
        Words name;
        Citation citation;
        std::string document;
        std::optional<Day> issued;
    };
    struct Mark {
        Day day;
        Day pair;  // day itself: none
        std::uint16_t source;
        std::uint8_t layer;
        DayKind kind;
    };

    // Errors stand apart: what makes their words would slow down the calls that have an answer.
    [[noreturn]] void throw_no_answer(Day day) const;
    [[noreturn]] void throw_no_working_day(Day day, std::int64_t n, Roll where) const;
    [[noreturn]] void throw_not_counted(Day a, Day b) const;
    const DayTable* table_of(Day day) const noexcept;
    const DayTable& answering(Day day) const;
    const Mark* mark_of(Day day) const noexcept;
    const Year* year_of(int year) const noexcept;
    SpecialDay unfolded(const Mark& mark) const;
    void put(const SpecialDay& special, std::uint8_t layer);
    void build();

    WorkingWeek week_;
    WorkingWeek first_week_;  // that of the first calendar: what is projected rests on it
    WorkingHours hours_;
    HolidayRules rules_;
    std::vector<Year> years_;
    std::vector<Source> sources_;
    std::vector<Mark> marks_;  // by day, then layer; the last of a day decides
    std::vector<Name> layers_;
    std::optional<Day> known_;
    std::vector<DayTable> tables_;
};

}  // namespace sangkien

#if SANGKIEN_HEADER_ONLY
#include "working_days_inl.hpp"
#endif
