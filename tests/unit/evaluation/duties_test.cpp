// Duties as of an instant: those of the season, those born of events, clocks of roles; what is over, what is left.
#include <sangkien/evaluation/duties.hpp>
#include <sangkien/evaluation/evaluate.hpp>
#include <sangkien/io/duties_ics.hpp>
#include <sangkien/io/duties_json.hpp>
#include <sangkien/io/duties_text.hpp>

#include <algorithm>
#include <functional>

#include "../io/texts.hpp"

using namespace texts;

namespace {

const std::string& ward_text()
{
    static const std::string out = read_file(in_checkout("tests/cases/duties-of-events/ward-duties.json"));
    return out;
}

Rules rules_of(const std::string& ward) { return load_rules_text({ward}); }

const Rules& ward()
{
    static const Rules out = rules_of(ward_text());
    return out;
}

const std::string& season_text()
{
    static const std::string out = read_file(in_checkout("tests/cases/duties-of-events/season.json"));
    return out;
}

const Season& season()
{
    static const Season out = read_season(season_text(), "season.json");
    return out;
}

std::string with(std::string text, const std::string& old, const std::string& now)
{
    const std::size_t at = text.find(old);
    REQUIRE(at != std::string::npos);
    return text.replace(at, old.size(), now);
}

std::vector<OpenDuty> all_on(const Rules& rules, const Season& of, Instant as_of)
{
    DutyQuery query;
    query.all = true;
    return duties(rules, of, as_of, query);
}

const OpenDuty& the(const std::vector<OpenDuty>& list, const std::string& name, const std::string& initiative,
                    std::size_t nth = 0)
{
    for (const OpenDuty& duty : list)
        if (duty.name.id == name && duty.initiative == initiative && nth-- == 0) return duty;
    throw std::runtime_error("no duty " + name + " of " + initiative);
}

Instant at(const std::string& text) { return parse_instant(text + "+07:00"); }

// As the Charter's reader would: one day after another.
std::int64_t walked(Day first, Day end)
{
    const Calendar& calendar = ward().rulesets().back().calendar;
    std::int64_t out = 0;
    for (Day day = first; day < end; day = day + 1)
        if (calendar.is_working(day)) ++out;
    return out;
}

std::string status(const OpenDuty& duty)
{
    std::string out = word(duty.verdict);
    for (const DutyEscalation& escalation : duty.escalations) out += escalation.reached ? "!" : ".";
    return out;
}

}  // namespace

TEST_CASE("a duty is born of an accepted event, has its own time, and is over with the event that answers it")
{
    const auto list = all_on(ward(), season(), at("2025-09-09T08:00"));
    const OpenDuty& late = the(list, "answer-supplement", "SK-1");
    CHECK(late.source == DutySource::event);
    CHECK(late.event == "return");
    CHECK(late.who.id == "unit-head");
    CHECK(late.who.words.en == "Head of the unit");
    REQUIRE(late.due);
    CHECK(to_text(*late.due) == "2025-09-04T00:00:00+07:00");  // 1 and 2 September are days off
    CHECK(late.verdict == DutyVerdict::overdue);
    CHECK(late.days_over == 4);
    CHECK_FALSE(late.days_left);
    REQUIRE(late.escalations.size() == 1);
    CHECK(late.escalations[0].reached);
    CHECK(late.escalations[0].to.id == "chairperson");
    CHECK(to_text(*late.escalations[0].at) == "2025-09-09T00:00:00+07:00");
    REQUIRE(late.reminders.size() == 1);
    CHECK(to_text(*late.reminders[0].on) == "2025-08-28");

    const OpenDuty& first = the(list, "answer-supplement", "SK-2", 0);
    const OpenDuty& second = the(list, "answer-supplement", "SK-2", 1);
    CHECK(first.verdict == DutyVerdict::kept);
    CHECK(to_text(*first.done) == "2025-08-15T10:00:00+07:00");
    CHECK(second.verdict == DutyVerdict::kept_late);
    CHECK(to_text(*second.due) == "2025-09-06T00:00:00+07:00");
    CHECK(second.days_over == 1);
    CHECK_FALSE(second.escalations[0].reached);
}

TEST_CASE(
    "a duty without a time is open, and the silence is told; one that no event answers is done when the season says so")
{
    const auto list = all_on(ward(), season(), at("2025-09-09T08:00"));
    const OpenDuty& open = the(list, "receipt", "SK-1");
    CHECK(open.verdict == DutyVerdict::open);
    CHECK_FALSE(open.due);
    REQUIRE(open.findings.size() == 1);
    CHECK(open.findings[0].id == FindingId::rule_silent);
    CHECK(the(list, "receipt", "SK-2", 0).verdict == DutyVerdict::kept);
    CHECK(the(list, "receipt", "SK-2", 1).verdict == DutyVerdict::open);  // born later than that receipt
}

TEST_CASE("a clock of a role is a duty of that role, and stands once where a duty goes by it")
{
    const auto list = all_on(ward(), season(), at("2025-08-05T08:00"));
    CHECK(std::none_of(list.begin(), list.end(), [](const OpenDuty& d) { return d.source == DutySource::clock; }));
    const OpenDuty& examine = the(list, "examine", "SK-1");
    CHECK(to_text(*examine.due) == "2025-09-05T00:00:00+07:00");
    CHECK(examine.verdict == DutyVerdict::open);

    const Rules other = rules_of(with(ward_text(), "\"within\": { \"clock\": \"examination\" }, ", ""));
    const auto both = all_on(other, season(), at("2025-08-05T08:00"));
    const OpenDuty& clock = the(both, "examination", "SK-1");
    CHECK(clock.source == DutySource::clock);
    CHECK(clock.due == examine.due);
    CHECK(the(both, "examine", "SK-1").findings.back().id == FindingId::rule_silent);
    CHECK(the(all_on(other, season(), at("2025-09-09T08:00")), "examination", "SK-1").verdict == DutyVerdict::kept);
}

TEST_CASE("working days over and left are those of a walk over the days, at every hour of two months")
{
    int over = 0, left = 0;
    for (Instant now = at("2025-08-01T00:00"); now < at("2025-10-10T00:00"); now.seconds += 6 * 3600)
        for (const OpenDuty& duty : all_on(ward(), season(), now)) {
            const Instant until = duty.done ? *duty.done : now;
            REQUIRE((duty.done || !duty.due || (duty.verdict == DutyVerdict::overdue) == (*duty.due <= now)));
            REQUIRE((!duty.done || duty.verdict == DutyVerdict::kept || duty.verdict == DutyVerdict::kept_late));
            REQUIRE((!duty.since || *duty.since <= now));
            if (!duty.due) continue;
            const Day last = civil_day(*duty.due) - 1, today = civil_day(until);
            const bool late = *duty.due <= until;
            REQUIRE(duty.days_over.has_value() == late);
            if (late && ++over) REQUIRE(*duty.days_over == walked(last + 1, today + 1));
            REQUIRE(duty.days_left.has_value() == (!late && !duty.done));
            if (duty.days_left && ++left) REQUIRE(*duty.days_left == walked(today + 1, last + 1));
        }
    CHECK(over > 100);
    CHECK(left > 100);
}

TEST_CASE("a duty changes as its time passes and its escalation comes, and one second before it has not")
{
    const auto of = [](Instant now) { return status(the(all_on(ward(), season(), now), "answer-supplement", "SK-1")); };
    CHECK(of({at("2025-09-04T00:00").seconds - 1}) == "open.");
    CHECK(of(at("2025-09-04T00:00")) == "overdue.");
    CHECK(of({at("2025-09-09T00:00").seconds - 1}) == "overdue.");
    CHECK(of(at("2025-09-09T00:00")) == "overdue!");
    // Each boundary of SK-1's answer is its alone.
    for (const char* boundary : {"2025-09-04T00:00", "2025-09-09T00:00"}) {
        const auto before = all_on(ward(), season(), {at(boundary).seconds - 1});
        const auto after = all_on(ward(), season(), at(boundary));
        REQUIRE(before.size() == after.size());
        int changed = 0;
        for (std::size_t i = 0; i < before.size(); ++i) changed += status(before[i]) != status(after[i]);
        CHECK(changed == 1);
    }
}

TEST_CASE("the order of initiatives in a season changes nothing")
{
    Season turned = season();
    std::reverse(turned.initiatives.begin(), turned.initiatives.end());
    const Instant now = at("2025-09-09T08:00");
    CHECK(duties_json(all_on(ward(), turned, now), now) == duties_json(all_on(ward(), season(), now), now));
}

TEST_CASE("a time in a year that is not decided is undetermined, and why is told")
{
    Season late = season();
    for (Initiative& initiative : late.initiatives)
        for (Event& event : initiative.events) event.at.seconds += 486 * 86400;
    const auto list = all_on(ward(), late, at("2026-12-30T08:00"));
    const OpenDuty& duty = the(list, "answer-supplement", "SK-2", 1);
    CHECK(duty.verdict == DutyVerdict::undetermined);
    CHECK_FALSE(duty.due);
    CHECK(duty.findings.front().id == FindingId::deadline_not_computed);
    CHECK_FALSE(duty.escalations[0].at);
}

TEST_CASE("a role and a unit are asked for by name, and a wrong one is told with the nearest")
{
    DutyQuery query;
    query.role = "unit-head";
    const auto heads = duties(ward(), season(), at("2025-09-09T08:00"), query);
    REQUIRE(heads.size() == 1);
    CHECK(heads[0].initiative == "SK-1");
    query = {};
    query.unit = "u-2";
    for (const OpenDuty& duty : duties(ward(), season(), at("2025-09-09T08:00"), query)) {
        CHECK(duty.initiative == "SK-2");
        CHECK_FALSE(duty.done);
    }
    query.unit.clear();
    query.role = "unit-hed";
    const auto wrong = problems_of([&] { duties(ward(), season(), at("2025-09-09T08:00"), query); });
    REQUIRE(wrong.size() == 1);
    CHECK(code(wrong[0].id) == "SK1308");
    CHECK(explanation(wrong[0], Language::en).find("unit-head") != std::string::npos);
}

TEST_CASE("wrong names and times of a duty are all told in one run")
{
    std::string text = with(ward_text(), "\"from\": \"return\"", "\"from\": \"retrun\"");
    text = with(text, "\"done\": [\"refile\", \"withdraw\"]", "\"done\": [\"refiled\", \"withdraw\"]");
    text = with(text, "\"within\": \"10 working days\"", "\"within\": \"ten days\"");
    text = with(text, "\"to\": \"chairperson\"", "\"to\": \"chairman\"");
    text = with(text, "[\"2 working days\"]", "[\"2 weeks\"]");
    text = with(text, "{ \"clock\": \"examination\" }", "{ \"clock\": \"examine\" }");
    text = with(text, "\"due\": \"collated\"", "\"due\": \"collated\", \"within\": \"1 month\"");
    std::vector<std::string> told;
    for (const Problem& problem : problems_of([&] { rules_of(text); }))
        told.push_back(code(problem.id) + " " + problem.place.pointer);
    std::sort(told.begin(), told.end());
    CHECK(told ==
          std::vector<std::string>{"SK1002 /duties/collate/within", "SK1003 /duties/answer-supplement/reminds/0",
                                   "SK1207 /duties/answer-supplement/within", "SK1308 /duties/answer-supplement/done",
                                   "SK1308 /duties/answer-supplement/escalates/0/to",
                                   "SK1308 /duties/answer-supplement/from", "SK1308 /duties/examine/within/clock"});
}

TEST_CASE("a duty that is done names the duty of its initiative")
{
    const Season wrong = read_season(with(season_text(), "\"duty\": \"receipt\"", "\"duty\": \"collate\""), "s.json");
    const auto found = problems_of([&] { duties(ward(), wrong, at("2025-09-09T08:00")); });
    REQUIRE(found.size() == 1);
    CHECK(found[0].place.pointer == "/duties/0/duty");
    const auto nobody = problems_of(
        [] { read_season(with(season_text(), "\"initiative\": \"SK-2\"", "\"initiative\": \"SK-3\""), "s.json"); });
    REQUIRE(nobody.size() == 1);
    CHECK(nobody[0].place.pointer == "/duties/0/initiative");
}

TEST_CASE("a report has the duties of an initiative, and what is open of them is to be done")
{
    const Report report = evaluate(ward(), season(), at("2025-09-09T08:00"));
    CHECK(report.initiatives[0].duties.size() == 3);
    const auto answers = std::count_if(report.todo.begin(), report.todo.end(), [](const Todo& todo) {
        return todo.kind == TodoKind::duty && todo.initiative == "SK-1" && todo.overdue;
    });
    CHECK(answers == 1);
}

TEST_CASE(
    "a calendar file has the duties of a role and what goes to it from others, each with the same UID whenever asked")
{
    const auto ics = [](const std::string& role, Instant now) {
        return write_ics({"t", "t"},
                         duty_events(duties(ward(), season(), now), role, ward().rulesets().back().calendar), now,
                         Language::en);
    };
    const auto uids = [](const std::string& text) {
        std::vector<std::string> out;
        for (std::size_t i = text.find("UID:"); i != std::string::npos; i = text.find("UID:", i + 1))
            out.push_back(text.substr(i, text.find("\r\n", i) - i));
        return out;
    };
    const std::string heads = ics("unit-head", at("2025-08-29T08:00"));
    CHECK(heads.find("DTSTART;VALUE=DATE:20250903\r\n") != std::string::npos);
    CHECK(heads.find("TRIGGER;VALUE=DATE-TIME:20250828T010000Z\r\n") != std::string::npos);
    CHECK(heads.find("DTSTAMP:20250829T010000Z\r\n") != std::string::npos);
    CHECK(heads.find("p-100") == std::string::npos);
    const std::string chair = ics("chairperson", at("2025-08-29T08:00"));
    CHECK(chair.find("DTSTART;VALUE=DATE:20250909\r\n") != std::string::npos);
    CHECK(uids(chair) != uids(heads));
    CHECK(uids(chair).size() == 2);  // of SK-1 and of SK-2's second return
    CHECK(uids(heads) == uids(ics("unit-head", at("2025-08-30T08:00"))));
    CHECK(uids(ics("unit-head", at("2025-09-09T08:00"))).size() == 1);
}

TEST_CASE("a table of duties has a row for each, and a page names the role, the days over and who is told")
{
    const auto list = duties(ward(), season(), at("2025-09-09T08:00"));
    const std::string table = duties_csv(list);
    CHECK(std::count(table.begin(), table.end(), '\n') == static_cast<std::ptrdiff_t>(list.size()) + 1);
    CHECK(table.find("unit-head,answer-supplement,SK-1,return,2025-08-18T15:00:00+07:00,2025-09-04T00:00:00+07:00,,"
                     "overdue,4,,chairperson,nv.2\r\n") != std::string::npos);
    const std::string page = duties_text(list, at("2025-09-09T08:00"), Language::en);
    CHECK(page.find("OVERDUE, 4 working days over") != std::string::npos);
    CHECK(page.find("Goes now to Chairperson") != std::string::npos);
}
