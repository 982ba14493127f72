#pragma once

#include "../core/digits.hpp"
#include "../core/error.hpp"
#include "../core/value.hpp"
#include "lunar.hpp"
#include "lunar_table_inl.hpp"

namespace sangkien {

namespace detail {

inline constexpr Day lunar_origin{-25932};    // 1899-01-01, from which the table counts
inline constexpr Day lunar_civil_from{-731};  // 1968-01-01, Decision 121-CP

inline const LunarYear& lunar_year(int year) noexcept { return lunar_years[year - lunar_first_year]; }

// What the words of the table hold. Months are counted from 0, the leap one as itself.
inline unsigned first_day(const LunarYear& year) noexcept { return static_cast<unsigned>(year.days & 0x1ffff); }
inline int leap_of(const LunarYear& year) noexcept { return static_cast<int>(year.months >> 56); }
inline unsigned days_before(const LunarYear& year, unsigned at) noexcept
{
    return 29 * at + static_cast<unsigned>(year.months >> 4 * at & 0xf);
}
inline unsigned length_of(const LunarYear& year, unsigned at) noexcept
{
    return days_before(year, at + 1) - days_before(year, at);
}
inline bool near_midnight(const LunarYear& year, unsigned at, bool last_day) noexcept
{
    const auto bits = static_cast<unsigned>(year.days >> (17 + at));
    return ((bits | (last_day ? bits >> 13 : 0)) & 1) != 0;
}
// The count of a month that the year has.
inline unsigned place_of(const LunarYear& year, int month, bool leap) noexcept
{
    const int own = leap_of(year);
    return static_cast<unsigned>(month - 1) + ((own != 0 && month > own) || leap ? 1u : 0u);
}

// `day` has a lunar date.
inline LunarDate lunar_date(Day day) noexcept
{
    const auto n = static_cast<unsigned>(day - lunar_origin);
    // The Gregorian year, wrong by at most three days around 1 January, when no lunar year begins.
    unsigned index = 4 * n / 1461;
    index -= n < first_day(lunar_years[index]) ? 1 : 0;
    const LunarYear& year = lunar_years[index];
    const unsigned since = n - first_day(year);
    // Months of 29 days would be too short: this is the month or the one behind it.
    unsigned at = (since + 1) / 29;
    at -= since < days_before(year, at) ? 1 : 0;
    const unsigned day_of_month = since - days_before(year, at) + 1;
    const bool near = near_midnight(year, at, day_of_month == length_of(year, at));
    const LunarCertainty certainty = day < lunar_civil_from ? LunarCertainty::before_1968
                                     : near                 ? LunarCertainty::near_midnight
                                                            : LunarCertainty::certain;
    const int leap = leap_of(year), number = static_cast<int>(at);
    const bool behind = leap != 0 && number >= leap;  // from the leap month on, numbers are one less
    return {lunar_first_year + static_cast<int>(index), number + (behind ? 0 : 1), static_cast<int>(day_of_month),
            behind && number == leap, certainty};
}

inline int remainder_of_60(std::int64_t n) noexcept
{
    const auto rest = static_cast<int>(n % 60);
    return rest < 0 ? rest + 60 : rest;
}

[[noreturn]] inline void throw_no_lunar_year(int year)
{
    const std::string text = whole_text(year);
    throw Error(Problem{ErrorId::out_of_range,
                        {},
                        {{"value", Words{"năm âm lịch " + text, "lunar year " + text}},
                         {"low", std::int64_t{lunar_first_year}},
                         {"high", std::int64_t{lunar_last_year}}}});
}

[[noreturn]] inline void throw_no_lunar_date(Words date, Words why)
{
    throw Error(Problem{ErrorId::bad_lunar_day, {}, {{"date", std::move(date)}, {"why", std::move(why)}}});
}

// The year, if it has the month; `date` is how the date asked for is shown.
template <class Date>
const LunarYear& year_with_month(int year, int month, bool leap, const Date& date)
{
    if (year < lunar_first_year || year > lunar_last_year) throw_no_lunar_year(year);
    if (month < 1 || month > 12) throw_no_lunar_date(date(), {"tháng đi từ 1 đến 12", "months go from 1 to 12"});
    const LunarYear& found = lunar_year(year);
    const int own = leap_of(found);
    if (!leap || own == month) return found;
    const std::string number = whole_text(year), other = whole_text(own);
    if (own == 0) throw_no_lunar_date(date(), {"năm " + number + " không nhuận", number + " has no leap month"});
    throw_no_lunar_date(date(),
                        {"năm " + number + " nhuận tháng " + other, "the leap month of " + number + " is " + other});
}

}  // namespace detail

SANGKIEN_INLINE LunarDate to_lunar(Day day)
{
    if (has_lunar_date(day)) return detail::lunar_date(day);
    throw Error(Problem{ErrorId::out_of_range,
                        {},
                        {{"value", shown(Datum(day))},
                         {"low", shown(Datum(day_of(1900, 1, 1)))},
                         {"high", shown(Datum(day_of(2199, 12, 31)))}}});
}

SANGKIEN_INLINE Day from_lunar(int year, int month, int day, bool leap)
{
    const LunarDate asked{year, month, day, leap, LunarCertainty::certain};
    const auto date = [&] { return shown_with_year(asked); };
    const detail::LunarYear& found = detail::year_with_month(year, month, leap, date);
    const unsigned at = detail::place_of(found, month, leap);
    const auto length = static_cast<int>(detail::length_of(found, at));
    if (day < 1 || day > length) {
        const Words which = shown_lunar_month(month, leap);
        const std::string days = detail::whole_text(length);
        detail::throw_no_lunar_date(date(), {which.vi + " có " + days + " ngày", which.en + " has " + days + " days"});
    }
    const Day out = detail::lunar_origin +
                    static_cast<std::int32_t>(detail::first_day(found) + detail::days_before(found, at)) + (day - 1);
    if (has_lunar_date(out)) return out;
    throw Error(Problem{ErrorId::out_of_range,
                        {},
                        {{"value", date()},
                         {"low", shown_with_year(to_lunar(day_of(1900, 1, 1)))},
                         {"high", shown_with_year(to_lunar(day_of(2199, 12, 31)))}}});
}

SANGKIEN_INLINE int leap_month(int year)
{
    if (year < detail::lunar_first_year || year > detail::lunar_last_year) detail::throw_no_lunar_year(year);
    return detail::leap_of(detail::lunar_year(year));
}

SANGKIEN_INLINE int month_length(int year, int month, bool leap)
{
    const auto date = [&] {
        const Words which = shown_lunar_month(month, leap);
        const std::string number = detail::whole_text(year);
        return Words{which.vi + " năm " + number, which.en + " of " + number};
    };
    const detail::LunarYear& found = detail::year_with_month(year, month, leap, date);
    return static_cast<int>(detail::length_of(found, detail::place_of(found, month, leap)));
}

SANGKIEN_INLINE CanChi can_chi_of_year(int year) noexcept { return {detail::remainder_of_60(std::int64_t{year} + 56)}; }

SANGKIEN_INLINE CanChi can_chi_of_month(int year, int month) noexcept
{
    return {detail::remainder_of_60(std::int64_t{year} * 12 + month + 13)};
}

SANGKIEN_INLINE CanChi can_chi_of_day(Day day) noexcept
{
    return {detail::remainder_of_60(std::int64_t{day.count} + 17)};
}

SANGKIEN_INLINE const char* word(LunarCertainty certainty) noexcept
{
    return certainty == LunarCertainty::near_midnight ? "near-midnight"
           : certainty == LunarCertainty::before_1968 ? "before-1968"
                                                      : "certain";
}

SANGKIEN_INLINE Words why_uncertain(LunarCertainty certainty)
{
    if (certainty == LunarCertainty::near_midnight)
        return {"điểm sóc hoặc trung khí cách nửa đêm (giờ Việt Nam) không quá 2 phút, nên ngày âm lịch có thể khác",
                "a new moon or principal term lies within two minutes of midnight in Viet Nam, so the lunar date may "
                "turn out otherwise"};
    if (certainty == LunarCertainty::before_1968)
        return {
            "trước ngày 1/1/1968 âm lịch được tính theo cách khác (Quyết định 121-CP); miền Nam dùng lịch riêng đến "
            "1975",
            "before 1 January 1968 the civil calendar was reckoned otherwise (Decision 121-CP); the South kept its "
            "own until 1975"};
    return {};
}

SANGKIEN_INLINE Words shown(CanChi name)
{
    static constexpr const char* stems[] = {"Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý"};
    static constexpr const char* plain_stems[] = {"Giap", "At",   "Binh", "Dinh", "Mau",
                                                  "Ky",   "Canh", "Tan",  "Nham", "Quy"};
    static constexpr const char* branches[] = {"Tý",  "Sửu", "Dần",  "Mão", "Thìn", "Tỵ",
                                               "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi"};
    static constexpr const char* plain_branches[] = {"Ty",  "Suu", "Dan",  "Mao", "Thin", "Ty",
                                                     "Ngo", "Mui", "Than", "Dau", "Tuat", "Hoi"};
    const int index = detail::remainder_of_60(name.index);
    return {std::string(stems[index % 10]) + " " + branches[index % 12],
            std::string(plain_stems[index % 10]) + " " + plain_branches[index % 12]};
}

SANGKIEN_INLINE Words shown(const LunarDate& date)
{
    const std::string numbers = detail::whole_text(date.day) + "/" + detail::whole_text(date.month);
    return {numbers + (date.leap ? " nhuận âm lịch" : " âm lịch"), numbers + (date.leap ? " (leap) lunar" : " lunar")};
}

SANGKIEN_INLINE Words shown_with_year(const LunarDate& date)
{
    const Words name = shown(can_chi_of_year(date.year)), day = shown(date);
    const std::string number = detail::whole_text(date.year);
    return {day.vi + " năm " + name.vi + " (" + number + ")", day.en + " of " + number + " (" + name.en + ")"};
}

SANGKIEN_INLINE Words shown_lunar_month(int month, bool leap)
{
    const std::string number = detail::whole_text(month);
    return {"tháng " + number + (leap ? " nhuận" : ""), (leap ? "leap month " : "month ") + number};
}

}  // namespace sangkien
