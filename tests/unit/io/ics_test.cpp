// Calendar files: the form RFC 5545 asks for, read back by a reader of its own; and the events, day by day.
#include <cstdint>
#include <set>

#include "calendar_files.hpp"

using namespace calendar_files;

namespace {

const Instant stamp = parse_instant("2026-01-05T08:00+07:00");

std::vector<std::string> unfolded(const std::string& ics)
{
    std::vector<std::string> out;
    for (const std::string& line : split(ics, "\r\n"))
        if (!line.empty() && line[0] == ' ')
            out.back() += line.substr(1);
        else
            out.push_back(line);
    return out;
}

std::string unescaped(const std::string& text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == '\\' && i + 1 < text.size())
            out += text[++i] == 'n' ? '\n' : text[i];
        else
            out += text[i];
    return out;
}

// Values of a property in the file, in order, parameters left aside.
std::vector<std::string> values(const std::string& ics, const std::string& name)
{
    std::vector<std::string> out;
    for (const std::string& line : unfolded(ics))
        if (starts_with(line, name) && (line[name.size()] == ':' || line[name.size()] == ';'))
            out.push_back(unescaped(line.substr(line.find(':') + 1)));
    return out;
}

std::string value(const std::string& ics, const std::string& name)
{
    const std::vector<std::string> found = values(ics, name);
    REQUIRE(found.size() == 1);
    return found.front();
}

IcsEvent event_named(const std::string& summary)
{
    IcsEvent event;
    event.uid = "a@b";
    event.summary = {summary, summary};
    event.first_day = event.last_day = parse_day("2026-06-02");
    return event;
}

std::string written(const IcsEvent& event) { return write_ics({"t", "t"}, {event}, stamp, Language::en); }

// Everything that the shipped rulebooks give.
std::vector<std::string> shipped()
{
    std::vector<std::string> out;
    for (const Language language : languages())
        for (const int year : civil_service().years(YearStatus::decided)) {
            out.push_back(
                write_ics({"Lịch", "Days"}, holiday_events(civil_service(), year, &rules()), stamp, language));
            const auto due = milestone_events(milestones(), year, civil_service(), {5, 1, 0}, &rules());
            out.push_back(write_ics({"Mốc", "Due"}, due, stamp, language));
        }
    return out;
}

std::vector<std::string> uids(const std::vector<IcsEvent>& events)
{
    std::vector<std::string> out;
    for (const IcsEvent& event : events) out.push_back(event.uid);
    return out;
}

}  // namespace

TEST_CASE("Every line of a calendar file ends in CRLF, has at most 75 octets and cuts no letter")
{
    std::size_t folded = 0;
    for (const std::string& ics : shipped()) {
        REQUIRE(ics.substr(ics.size() - 2) == "\r\n");
        for (const std::string& line : split(ics, "\r\n")) {
            REQUIRE(line.size() <= 75);
            REQUIRE(!line.empty());
            REQUIRE(line.find_first_of("\r\n") == std::string::npos);
            const std::size_t start = line[0] == ' ' ? 1 : 0;
            folded += start;
            REQUIRE((static_cast<unsigned char>(line[start]) & 0xC0u) != 0x80u);
        }
    }
    CHECK(folded > 1000);
}

TEST_CASE("A line is folded no earlier than it must be")
{
    // "SUMMARY;LANGUAGE=en:" takes 20: 55 letters fit, the next one goes to a line of its own.
    CHECK(count(written(event_named(std::string(55, 'x'))), "\r\n ") == 0);
    CHECK(count(written(event_named(std::string(56, 'x'))), "\r\n x\r\n") == 1);
    CHECK(count(written(event_named(std::string(55 + 74, 'x'))), "\r\n ") == 1);
    CHECK(count(written(event_named(std::string(54, 'x') + "ế")), "\r\n ế\r\n") == 1);
}

TEST_CASE("Any text comes back from a folded and escaped line")
{
    static const char* const parts[] = {"a",  "ế", "đ",  "€", "𠀋", ",",   ";", "\\",
                                        "\n", ":", "\"", " ", "n",  "\\n", "\t"};
    std::uint32_t seed = 20260922;
    const auto next = [&seed](std::uint32_t below) {
        seed = seed * 1664525u + 1013904223u;
        return (seed >> 8) % below;
    };
    for (int round = 0; round < 2000; ++round) {
        std::string text = "x";
        for (std::uint32_t left = next(120); left > 0; --left) text += parts[next(15)];
        REQUIRE(value(written(event_named(text)), "SUMMARY") == text);
    }
}

TEST_CASE("Control characters, which no TEXT may have, are left out")
{
    CHECK(value(written(event_named("a\x01\x7F\r\nb")), "SUMMARY") == "a\nb");
}

TEST_CASE("Every special day of a year lies in one event, and no other day in any")
{
    for (const int year : civil_service().years(YearStatus::decided)) {
        const std::vector<IcsEvent> events = holiday_events(civil_service(), year);
        for (Day day = day_of(year, 1, 1); day <= day_of(year, 12, 31); day = day + 1) {
            int covered = 0;
            for (const IcsEvent& event : events) covered += event.first_day <= day && day <= event.last_day;
            INFO(to_text(day));
            REQUIRE(covered == (civil_service().special(day) ? 1 : 0));
        }
    }
}

TEST_CASE("Days off are busy, worked days are not, and both are days of the file as the calendar has them")
{
    for (const IcsEvent& event : holiday_events(civil_service(), 2026)) {
        CHECK(event.all_day);
        CHECK_FALSE(event.provisional);
        CHECK(event.busy != civil_service().is_working(event.first_day));
    }
}

TEST_CASE("Consecutive days of one holiday are one event with an exclusive end")
{
    const std::string ics = write_ics({}, holiday_events(civil_service(), 2026), stamp, Language::vi);
    CHECK(count(ics, "DTSTART;VALUE=DATE:20260216\r\nDTEND;VALUE=DATE:20260221\r\n") == 1);  // Tết
    CHECK(count(ics, "DTSTART;VALUE=DATE:20260901\r\nDTEND;VALUE=DATE:20260903\r\n") == 1);  // National Day
    CHECK(count(ics, "BEGIN:VEVENT") == 12);
}

TEST_CASE("A swap names its pair on both sides")
{
    int swaps = 0;
    for (const IcsEvent& event : holiday_events(civil_service(), 2026)) {
        const std::optional<SpecialDay> special = civil_service().special(event.first_day);
        if (special->kind != DayKind::swap_off && special->kind != DayKind::swap_work) continue;
        ++swaps;
        CHECK(count(event.description.vi, "Hoán đổi với") == 1);
        CHECK(count(event.description.vi, shown(Datum(*special->pair), Language::vi)) == 1);
        CHECK(count(event.description.en, shown(Datum(*special->pair), Language::en)) == 1);
    }
    CHECK(swaps == 4);
}

TEST_CASE("UIDs are unique, and the same in every language, at every moment and with every knowledge")
{
    std::set<std::string> all;
    std::size_t given = 0;
    for (const int year : civil_service().years(YearStatus::decided)) {
        const auto off = holiday_events(civil_service(), year);
        const auto due = milestone_events(milestones(), year, civil_service(), {3});
        for (const auto& events : {off, due})
            for (const std::string& uid : uids(events)) {
                ++given;
                all.insert(uid);
            }
        CHECK(uids(due) == uids(milestone_events(milestones(), year, Calendar())));
        const std::string vi = write_ics({}, off, stamp, Language::vi);
        const std::string en = write_ics({}, off, Instant{0}, Language::en);
        CHECK(values(vi, "UID") == values(en, "UID"));
        CHECK(values(vi, "UID") == uids(off));
    }
    CHECK(all.size() == given);
    CHECK(uids(milestone_events(milestones(), 2026, civil_service()))[0] ==
          "ward-submission-2026@gia-vien-934.sangkien");
    CHECK(all.count("tet-2026@vn-civil-service.sangkien") == 1);
    CHECK(all.count("hung-kings-commemoration-day-2026@vn-civil-service.sangkien") == 1);
    CHECK(all.count("swap-off-2026-08-31@vn-civil-service.sangkien") == 1);
    CHECK(all.count("in-lieu-of-2026-04-26@vn-civil-service.sangkien") == 1);
}

TEST_CASE("A holiday that was expected keeps its UID once it is decided")
{
    const Calendar before = civil_service().known_on(parse_day("2025-09-01"));
    REQUIRE(before.status(2026) == YearStatus::missing);
    const std::vector<std::string> decided = uids(holiday_events(civil_service(), 2026));
    const std::vector<IcsEvent> expected = holiday_events(before.with_provisional(2026, 2026), 2026);
    CHECK(expected.size() >= 6);
    for (const IcsEvent& event : expected) {
        INFO(event.uid);
        CHECK(event.provisional);
        CHECK(std::count(decided.begin(), decided.end(), event.uid) == 1);
    }
}

TEST_CASE("A milestone is the event of its last day, reminded at 08:00 on working days")
{
    const std::vector<IcsEvent> events = milestone_events(milestones(), 2026, civil_service(), {1, 5, 0, 5}, &rules());
    REQUIRE(events.size() == milestones().size());
    const IcsEvent& event = events[0];
    CHECK(to_text(event.first_day) == "2026-09-24");
    CHECK(event.last_day == event.first_day);
    CHECK_FALSE(event.busy);
    CHECK(count(event.description.vi, "934.3.2") > 0);
    CHECK(count(event.description.vi, "trước ngày 25/9") > 0);  // the words of the clause
    REQUIRE(event.reminders.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        const Day day = i == 2 ? event.last_day : civil_service().add_working_days(event.last_day, i == 0 ? -5 : -1);
        CHECK(to_text(*event.reminders[i].at) == to_text(day) + "T08:00:00+07:00");
    }
    CHECK(count(write_ics({}, events, stamp, Language::vi), "TRIGGER;VALUE=DATE-TIME:20260917T010000Z\r\n") == 1);
}

TEST_CASE("Where the calendar does not tell, the reminder is left out and the description says so")
{
    for (const int year : {2026, 2031}) {
        const Calendar calendar = year == 2026 ? Calendar() : civil_service();
        const IcsEvent event = milestone_events(milestones(), year, calendar, {5, 0}).front();
        CHECK(event.first_day == day_of(year, 9, 24));
        REQUIRE(event.reminders.size() == 1);  // that of the last day itself needs no calendar
        CHECK(to_text(*event.reminders[0].at) == to_text(event.first_day) + "T08:00:00+07:00");
        CHECK(count(event.description.en, "No reminder 5 working days before") == 1);
        CHECK(count(event.description.vi, "Không có lời nhắc trước 5 ngày làm việc") == 1);
    }
    CHECK(count(milestone_events(milestones(), 2026, civil_service(), {5}).front().description.en, "No reminder") == 0);
}

TEST_CASE("What rests on a provisional year is tentative and says so")
{
    const std::vector<IcsEvent> events = holiday_events(projected(), 2027);
    REQUIRE(events.size() == 1);
    CHECK(events[0].provisional);
    CHECK(events[0].summary.vi == "Tết Dương lịch (dự kiến)");
    CHECK(count(events[0].description.en, projected().why_provisional(2027).en) == 1);
    CHECK(value(written(events[0]), "STATUS") == "TENTATIVE");
    CHECK(value(written(event_named("x")), "STATUS") == "CONFIRMED");

    // A named day that stays where it is rests on no calendar; one that is rolled does.
    Milestone milestone = milestones().front();
    IcsEvent event = milestone_events({milestone}, 2027, projected(), {2}).front();
    CHECK_FALSE(event.provisional);
    CHECK(count(event.description.en, "rests on a provisional calendar") == 1);
    milestone.roll = Roll::backward;
    CHECK(milestone_events({milestone}, 2027, projected()).front().provisional);
    CHECK_FALSE(milestone_events({milestone}, 2026, projected()).front().provisional);
}

TEST_CASE("Two holidays of one name in a year have two UIDs")
{
    CalendarYear year;
    year.year = 2026;
    year.decided = true;
    for (const char* day : {"2026-03-03", "2026-05-05"}) {
        SpecialDay special;
        special.day = parse_day(day);
        special.name = {"Lễ", "Feast"};
        year.days.push_back(special);
    }
    WorkingWeek week;
    week.add(Weekday::tuesday);
    CHECK(uids(holiday_events(Calendar(week, {year}), 2026)) ==
          std::vector<std::string>{"feast-2026@sangkien", "2026-05-05-feast-2026@sangkien"});
}

TEST_CASE("Timed events bring their zone, without daylight saving; whole days need none")
{
    IcsEvent event = event_named("x");
    CHECK(count(written(event), "VTIMEZONE") == 0);
    event.all_day = false;
    event.starts = event.ends = parse_instant("2026-09-24T17:00+07:00");
    CHECK(count(written(event), "DTSTART;TZID=Asia/Ho_Chi_Minh:20260924T170000\r\nSUMMARY") == 1);  // a moment: no end
    CHECK(count(written(event), "TZOFFSETFROM:+0700\r\nTZOFFSETTO:+0700\r\n") == 1);
    CHECK(count(written(event), "DAYLIGHT") == 0);
    event.ends = parse_instant("2026-09-24T18:30Z");
    CHECK(count(written(event), "DTEND;TZID=Asia/Ho_Chi_Minh:20260925T013000\r\n") == 1);
    event.reminders = {{std::nullopt, 30, {}},
                       {std::nullopt, 1440, {}},
                       {std::nullopt, 1505, {}},
                       {std::nullopt, 0, {}},
                       {std::nullopt, -15, {}}};
    CHECK(values(written(event), "TRIGGER") ==
          std::vector<std::string>{"-PT30M", "-P1D", "-P1DT1H5M", "PT0M", "PT15M"});
    CHECK(values(written(event), "SUMMARY").size() == 1);
    CHECK(values(written(event), "DESCRIPTION").size() == 5);  // a reminder without words says the summary
}

TEST_CASE("The stamp of a file is the argument, and that of a year's holidays the day of its latest paper")
{
    CHECK(value(written(event_named("x")), "DTSTAMP") == "20260105T010000Z");
    CHECK(to_text(holiday_stamp(with_day({"a", "a"}), 2026)) == "2026-01-01T00:00:00+07:00");
    CalendarYear year;
    year.year = 2026;
    year.decided = true;
    for (const char* issued : {"2025-10-16", "2025-12-25", "2019-11-20"}) {
        SpecialDay special;
        special.day = parse_day("2026-03-03") + static_cast<int>(year.days.size());
        special.issued = parse_day(issued);
        year.days.push_back(special);
    }
    WorkingWeek week;
    week.add(Weekday::monday);
    CHECK(to_text(holiday_stamp(Calendar(week, {year}), 2026)) == "2025-12-25T00:00:00+07:00");
}

TEST_CASE("A missing year, no calendar and a reminder below zero are errors")
{
    const auto code_of = [](auto call) {
        const std::vector<Problem> found = problems_of(call);
        return found.size() == 1 ? code(found[0].id) : std::string();
    };
    CHECK(code_of([] { holiday_events(civil_service(), 2031); }) == "SK1401");
    CHECK(code_of([] { holiday_events(Calendar(), 2026); }) == "SK1403");
    CHECK(code_of([] { milestone_events(milestones(), 2026, civil_service(), {-1}); }) == "SK1205");
    Milestone rolled = milestones().front();
    rolled.roll = Roll::forward;
    CHECK(code_of([&] { milestone_events({rolled}, 2031, civil_service()); }) == "SK1401");
}
