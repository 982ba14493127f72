// The events of a calendar file: milestones and days off.
#pragma once

#include <utf8proc.h>

#include <algorithm>
#include <set>

#include "../core/digits.hpp"
#include "../core/error.hpp"
#include "../core/limits.hpp"
#include "../evaluation/rules.hpp"
#include "calendar_parts_inl.hpp"
#include "ics.hpp"

namespace sangkien {

namespace detail {

namespace labels {

constexpr Label last_day{"Hạn cuối", "Last day"};
constexpr Label deadline{"Hạn chót", "Deadline"};
constexpr Label ends_at{"Hết hạn lúc", "Ends at"};
constexpr Label done_by{"Người thực hiện", "By"};
constexpr Label under{"Căn cứ", "Under"};
constexpr Label readings{"Theo cách đọc văn bản", "By the reading chosen for"};
constexpr Label working_days_left{"Còn {} ngày làm việc", "{} working days left"};
constexpr Label one_working_day_left{"Còn 1 ngày làm việc", "1 working day left"};
constexpr Label due_today{"Hôm nay là hạn cuối", "Due today"};
constexpr Label day_off_warning{"Lưu ý: hạn cuối là ngày nghỉ", "Warning: the last day is a day off"};
constexpr Label no_reminder{"Không có lời nhắc trước {} ngày làm việc: chưa có lịch làm việc của năm cần tính",
                            "No reminder {} working days before: no working calendar of a year on the way"};
constexpr Label shaky_reminder{"Lời nhắc trước {} ngày làm việc tính theo lịch dự kiến",
                               "The reminder {} working days before rests on a provisional calendar"};
constexpr Label day_off_category{"Ngày nghỉ", "Day off"};
constexpr Label worked_category{"Ngày làm việc", "Working day"};

}  // namespace labels

inline Words numbered(Label label, std::int64_t number)
{
    const auto put = [number](std::string text) { return text.replace(text.find("{}"), 2, whole_text(number)); };
    return {put(label.vi), put(label.en)};
}

inline void add_line(Words& out, const Words& line)
{
    for (const auto part : {&Words::vi, &Words::en}) {
        if (!(out.*part).empty()) out.*part += '\n';
        out.*part += line.*part;
    }
}

// "Hùng Kings' Commemoration Day" -> "hung-kings-commemoration-day"
inline std::string slug(const std::string& text)
{
    std::string out;
    auto at = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    for (utf8proc_ssize_t left = static_cast<utf8proc_ssize_t>(text.size()); left > 0;) {
        utf8proc_int32_t letter = 0;
        const utf8proc_ssize_t size = std::max<utf8proc_ssize_t>(utf8proc_iterate(at, left, &letter), 1);
        at += size;
        left -= size;
        constexpr std::size_t longest = 18;  // what the longest decomposition of a letter takes, and to spare
        utf8proc_int32_t parts[longest];
        int boundary = 0;
        if (letter == 0x111 || letter == 0x110) letter = 'd';  // đ has no decomposition
        const auto count = utf8proc_decompose_char(letter, parts, longest, UTF8PROC_DECOMPOSE, &boundary);
        const utf8proc_int32_t base = utf8proc_tolower(count > 0 ? parts[0] : letter);
        if ((base >= 'a' && base <= 'z') || (base >= '0' && base <= '9'))
            out += static_cast<char>(base);
        else if (base != '\'' && base != 0x2019 && !out.empty() && out.back() != '-')
            out += '-';
    }
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out;
}

inline std::string uid(const std::string& what, const Citation& citation)
{
    return what + "@" + (citation.rulebook.empty() ? "" : citation.rulebook + ".") + "sangkien";
}

inline Words clause_words(const Rules* rules, const Citation& citation)
{
    if (rules == nullptr) return {};
    for (const Rulebook& book : rules->rulebooks())
        if (const Clause* clause = book.clause(citation.clause)) return clause->text;
    return {};
}

// "Căn cứ: 9441/TB-BNV, 15/10/2025 [press.2026] (nguồn thứ cấp), vn-civil-service", and the words of the clause.
inline void add_ground(Words& out, const SpecialDay& said, const Rules* rules)
{
    const Citation& citation = said.citation;
    Words line = words_of(labels::under) + ": " + same_words(paper_name(said.document, citation));
    if (said.issued) line = line + ", " + shown_words(*said.issued);
    if (!said.document.empty() && said.document != citation.clause && !citation.clause.empty())
        line = line + " [" + same_words(citation.clause) + "]";
    const Words how = caveat(citation.provenance);
    if (!how.empty()) line = line + " (" + how + ")";
    if (!citation.rulebook.empty()) line = line + ", " + same_words(citation.rulebook);
    add_line(out, line);
    const Words quoted = clause_words(rules, citation);
    if (!quoted.empty()) add_line(out, {"“" + quoted.vi + "”", "“" + quoted.en + "”"});
}

inline void add_reminder(IcsEvent& event, Day last, int n, const Words& what, const Calendar& calendar)
{
    Day day = last;
    if (n != 0 && !calendar.find_working_day(last, -n, Roll::none, day))
        return add_line(event.description, numbered(labels::no_reminder, n) + ".");
    constexpr std::int64_t eight = 8 * 3600;
    IcsReminder reminder;
    reminder.at = Instant{start_of_day(day).seconds + eight};
    const Words head = n == 0   ? words_of(labels::due_today)
                       : n == 1 ? words_of(labels::one_working_day_left)
                                : numbered(labels::working_days_left, n);
    reminder.text = head + ": " + what + " (" + shown_words(last) + ")";
    event.reminders.push_back(std::move(reminder));
    if (calendar.provisional(day, last)) add_line(event.description, numbered(labels::shaky_reminder, n) + ".");
}

inline Words milestone_description(const Milestone& milestone, const Deadline& deadline, const Calendar& calendar,
                                   const Rules* rules)
{
    const bool midnight = deadline.ends == end_of_day(deadline.last_day);
    Words out = words_of(labels::ends_at) + " " +
                (midnight ? shown_words(DayEnd{deadline.last_day}) : shown_words(deadline.ends)) + " (" +
                shown(weekday(deadline.last_day)) + ").";
    if (!milestone.who.id.empty())
        add_line(out, words_of(labels::done_by) + ": " +
                          Words{milestone.who.in(Language::vi), milestone.who.in(Language::en)});
    const Words off = calendar.why_off(deadline.last_day);
    if (!off.empty()) add_line(out, words_of(labels::day_off_warning) + " (" + off + ").");
    SpecialDay ground;
    ground.citation = milestone.citation;
    add_ground(out, ground, rules);
    for (const Finding& step : deadline.steps) {
        Words line = same_words("- ") + Words{message(step, Language::vi), message(step, Language::en)};
        if (!step.citations.empty() && !step.citations.front().clause.empty())
            line = line + " [" + same_words(step.citations.front().clause) + "]";
        add_line(out, line);
    }
    std::string readings;
    for (const std::string& choice : milestone.choices) readings += (readings.empty() ? "" : ", ") + choice;
    if (!readings.empty()) add_line(out, words_of(labels::readings) + ": " + same_words(readings));
    return out;
}

inline IcsEvent milestone_event(const Milestone& milestone, int year, const Calendar& calendar,
                                const std::vector<int>& reminders, const Rules* rules)
{
    const Deadline deadline = deadline_of(milestone, year, calendar);
    const Day last = deadline.last_day;
    const Words what{milestone.name.in(Language::vi), milestone.name.in(Language::en)};
    IcsEvent event;
    event.uid = uid(milestone.name.id + "-" + whole_text(year), milestone.citation);
    event.summary = words_of(labels::last_day) + ": " + what;
    event.description = milestone_description(milestone, deadline, calendar, rules);
    event.first_day = event.last_day = last;
    if (deadline.ends != end_of_day(last)) {
        event.all_day = false;
        event.starts = event.ends = deadline.ends;
    }
    event.categories = {words_of(labels::deadline)};
    // A day that is named and stays where it is rests on no calendar.
    const Day named = day_of(year, milestone.yearly.month, milestone.yearly.day);
    event.provisional = milestone.roll != Roll::none && calendar.provisional(named, last);
    if (event.provisional) event.summary = event.summary + " (" + shown(YearStatus::provisional) + ")";
    for (const int n : reminders) add_reminder(event, last, n, what, calendar);
    return event;
}

// A holiday that the law names is known by its name, wherever its days fall; a swap, a day in lieu by its date.
inline std::string holiday_id(const Stretch& stretch, int year)
{
    const SpecialDay& first = stretch.days.front();
    if (first.kind == DayKind::compensatory && first.pair) return "in-lieu-of-" + to_text(*first.pair);
    const Words name = holiday_name(first);
    const std::string named = slug(name.en.empty() ? name.vi : name.en);
    if (is_holiday(first.kind) && !named.empty()) return named + "-" + whole_text(year);
    return std::string(word(first.kind)) + "-" + to_text(first.day);
}

inline Words holiday_description(const Stretch& stretch, const Words& why, const Rules* rules)
{
    Words out;
    if (!why.empty()) add_line(out, shown(YearStatus::provisional) + ": " + why);
    for (const SpecialDay& special : stretch.days) {
        add_line(out, dated(special.day) + ": " + shown(special.kind) + ".");
        if (!special.pair) continue;
        const Label how = special.kind == DayKind::compensatory ? labels::made_up_for : labels::swapped_with;
        add_line(out, words_of(how) + " " + dated(*special.pair) + ".");
    }
    std::vector<std::string> said;
    for (const SpecialDay& special : stretch.days) {
        const std::string ground = special.document + "\n" + special.citation.clause;
        if (std::find(said.begin(), said.end(), ground) != said.end()) continue;
        said.push_back(ground);
        add_ground(out, special, rules);
    }
    return out;
}

inline IcsEvent holiday_event(const Stretch& stretch, int year, const Calendar& calendar, const Rules* rules)
{
    const bool worked = is_worked(stretch.kind());
    IcsEvent event;
    event.uid = uid(holiday_id(stretch, year), stretch.days.front().citation);
    event.summary = stretch.name;
    event.description = holiday_description(stretch, calendar.why_provisional(year), rules);
    event.first_day = stretch.first();
    event.last_day = stretch.last();
    event.categories = {words_of(worked ? labels::worked_category : labels::day_off_category), shown(stretch.kind())};
    event.busy = !worked;  // nobody is there to meet
    event.provisional = calendar.status(year) == YearStatus::provisional;
    if (event.provisional) event.summary = event.summary + " (" + shown(YearStatus::provisional) + ")";
    return event;
}

}  // namespace detail

SANGKIEN_INLINE std::vector<IcsEvent> milestone_events(const std::vector<Milestone>& milestones, int year,
                                                       const Calendar& calendar, const std::vector<int>& reminders,
                                                       const Rules* rules)
{
    // The farthest first, each once.
    const std::set<int> once(reminders.begin(), reminders.end());
    for (const int n : once) detail::check_range(n, 0, limits::working_days);
    const std::vector<int> ordered(once.rbegin(), once.rend());
    std::vector<IcsEvent> out;
    for (const Milestone& milestone : milestones)
        out.push_back(detail::milestone_event(milestone, year, calendar, ordered, rules));
    return out;
}

SANGKIEN_INLINE std::vector<IcsEvent> holiday_events(const Calendar& calendar, int year, const Rules* rules)
{
    detail::require_year(calendar, year);
    std::set<std::string> taken;
    std::vector<IcsEvent> out;
    for (const detail::Stretch& stretch : detail::stretches(calendar.special_days(year))) {
        IcsEvent event = detail::holiday_event(stretch, year, calendar, rules);
        // A holiday of two stretches: the later one is known by its first day too.
        if (!taken.insert(event.uid).second) event.uid = to_text(stretch.first()) + "-" + event.uid;
        out.push_back(std::move(event));
    }
    return out;
}

SANGKIEN_INLINE Instant holiday_stamp(const Calendar& calendar, int year)
{
    std::optional<Day> latest;
    for (const SpecialDay& special : calendar.special_days(year))
        if (special.issued && (!latest || *latest < *special.issued)) latest = special.issued;
    return start_of_day(latest.value_or(day_of(year, 1, 1)));
}

}  // namespace sangkien
