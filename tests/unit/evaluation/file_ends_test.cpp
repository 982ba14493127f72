// What goes on when a file is withdrawn or comes to its end: its duties, the clocks of its tracks, rules that change.
#include <sangkien/evaluation/duties.hpp>
#include <sangkien/evaluation/evaluate.hpp>
#include <sangkien/evaluation/units_inl.hpp>
#include <sangkien/evaluation/verify.hpp>
#include <sangkien/io/duties_text.hpp>

#include "../io/texts.hpp"

using namespace texts;

namespace {

std::string file_of(const char* name)
{
    return read_file(in_checkout(std::string("tests/cases/duties-of-events/") + name));
}

std::string with(std::string text, const std::string& old, const std::string& now)
{
    const std::size_t at = text.find(old);
    REQUIRE(at != std::string::npos);
    return text.replace(at, old.size(), now);
}

Instant at(const char* text) { return parse_instant(std::string(text) + "+07:00"); }

// One file of the case's season, with these events as "file 2025-08-04T09:00".
Season season_of(const std::vector<std::pair<const char*, const char*>>& events, const std::string& records = "")
{
    std::string list;
    for (const auto& [on, when] : events) {
        const std::string event = on;
        const bool unit = event == "file" || event == "refile" || event == "withdraw";
        list += (list.empty() ? "" : ", ") + (R"({"on": ")" + event) + R"(", "at": ")" + when + R"(+07:00", "by": ")" +
                (unit ? "unit-head" : "office") + "\"}";
    }
    return read_season(R"({"season": 1, "id": "s", "year": 2025, "opened": "2025-07-01", "rulebooks": ["ward-duties"],
        "recognising_unit": {"id": "w", "head": "p"}, "units": [{"id": "u", "kind": "division"}],
        "duties": [)" + records +
                           R"(],
        "initiatives": [{"id": "i", "units": ["u"], "authors": [{"person": "a", "share": 100}], "events": [)" +
                           list + "]}]}",
                       "s.json");
}

std::vector<OpenDuty> list_of(const std::string& ward, const Season& season, const char* as_of = "2025-12-01T08:00:00")
{
    DutyQuery query;
    query.all = true;
    return duties(load_rules_text({ward}), season, at(as_of), query);
}

// "kept 2025-08-05T09:00:00+07:00 after-end", of each duty of that name.
std::vector<std::string> told(const std::vector<OpenDuty>& list, const char* name)
{
    std::vector<std::string> out;
    for (const OpenDuty& duty : list) {
        if (duty.name.id != name) continue;
        out.push_back(word(duty.verdict));
        if (duty.done) out.back() += " " + to_text(*duty.done).substr(0, 16);
        for (const Finding& finding : duty.findings)
            for (const Argument& value : finding.values)
                if (finding.id == FindingId::rule_silent)
                    if (const Name* what = std::get_if<Name>(&value.value))
                        out.back() += " " + what->id.substr(what->id.rfind('.') + 1);
    }
    return out;
}

using List = std::vector<std::string>;

// The ward's paper with a duty that has ten working days from `from` on, and says what becomes of it at the end.
std::string with_duty(const char* from, const std::string& more)
{
    return with(file_of("ward-duties.json"), R"("receipt": { "who": "office", "from": ["file", "refile"],)",
                std::string(R"("receipt": { "who": "office", "within": "10 working days", "from": [")") + from +
                    R"("], )" + more);
}

// The same paper with a city beside the ward: a clock of its own from where the city is asked.
std::string with_city()
{
    std::string out =
        with(file_of("ward-duties.json"), R"("lifecycle": {)",
             R"("tracks": { "city": { "start": "none", "vi": "Thành phố", "en": "City", "clause": "nv.1" } },
  "lifecycle": {)");
    out = with(out, R"("accepted": { "kind": "decided")",
               R"("none": { "kind": "open", "track": "city", "vi": "Chưa", "en": "None" },
      "asked": { "kind": "waiting", "track": "city", "vi": "Đã hỏi", "en": "Asked" },
      "gone": { "kind": "withdrawn", "track": "city", "vi": "Thôi", "en": "Gone" },
      "sent": { "kind": "ended", "vi": "Đã gửi", "en": "Sent" },
      "refused": { "kind": "ended", "vi": "Từ chối", "en": "Refused" },
      "accepted": { "kind": "decided")");
    out = with(
        out, R"("accept": { "from")",
        R"("send": { "from": "accepted", "to": "sent", "by": "office", "vi": "Gửi", "en": "Send", "clause": "nv.1" },
      "refuse": { "from": ["filed", "accepted"], "to": "refused", "by": "office", "vi": "Từ chối", "en": "Refuse", "clause": "nv.1" },
      "ask": { "from": "none", "to": "asked", "by": "office", "when": { "any": [{ "state": "accepted" }, { "state": "sent" }] }, "vi": "Hỏi", "en": "Ask", "clause": "nv.1" },
      "drop": { "from": "asked", "to": "gone", "by": "office", "when": { "not": { "state": "refused" } }, "vi": "Thôi", "en": "Drop", "clause": "nv.1" },
      "accept": { "from")");
    return with(out, R"("clocks": {)",
                R"("clocks": {
    "city-answer": { "length": "1 month", "from": ["event:ask"], "stops": [], "who": "office", "vi": "Trả lời", "en": "Answer", "clause": "nv.4" },)");
}

// When each clock was stopped; "-": it runs.
std::string stopped(const std::string& ward, const Season& season, const char* clock)
{
    const Report report = evaluate(load_rules_text({ward}), season, at("2025-12-01T08:00:00"));
    for (const ClockReport& one : report.initiatives.at(0).clocks)
        if (one.name.id == clock) return one.reading.stopped ? to_text(*one.reading.stopped).substr(0, 16) : "-";
    return "";
}

}  // namespace

TEST_CASE("Whether a duty stands after its file was withdrawn no paper says: that is told, and nobody is late")
{
    const Season withdrawn = season_of({{"file", "2025-08-04T09:00:00"}, {"withdraw", "2025-08-06T09:00:00"}});
    const Season open = season_of({{"file", "2025-08-04T09:00:00"}});
    const auto receipt = [&](const Season& season, const char* more) {
        return told(list_of(with_duty("file", more), season), "receipt");
    };
    CHECK(receipt(open, "") == List{"overdue"});
    CHECK(receipt(withdrawn, "") == List{"undetermined after-end"});
    CHECK(receipt(withdrawn, R"("after-end": "stands", )") == List{"overdue"});
    CHECK(receipt(withdrawn, R"("after-end": "lapses", )") == List{"kept 2025-08-06T09:00"});
    CHECK(receipt(open, R"("after-end": "lapses", )") == List{"overdue"});
    // What the paper names as its end is that, and no silence.
    CHECK(receipt(withdrawn, R"("done": "withdraw", )") == List{"kept 2025-08-06T09:00"});
    CHECK(problems_of([] { load_rules_text({with_duty("file", R"("after-end": "maybe", )")}); }).at(0).id ==
          ErrorId::unknown_word);
    const std::vector<OpenDuty> list = list_of(with_duty("file", ""), withdrawn);
    for (const OpenDuty& duty : list)
        if (duty.name.id == "receipt") CHECK_FALSE(duty.days_over);
    CHECK(duties_text(list, at("2025-12-01T08:00:00"), Language::en).find("UNDETERMINED; due") != std::string::npos);
    // Nor is it pressing among what is to be done.
    const Report report = evaluate(load_rules_text({with_duty("file", "")}), withdrawn, at("2025-12-01T08:00:00"));
    for (const Todo& todo : report.todo) CHECK_FALSE((todo.initiative == "i" && todo.overdue));
}

TEST_CASE("A duty born of the very event that ends the file is not ended by it")
{
    const Season withdrawn = season_of({{"file", "2025-08-04T09:00:00"}, {"withdraw", "2025-08-06T09:00:00"}});
    CHECK(told(list_of(with_duty("withdraw", ""), withdrawn), "receipt") == List{"overdue"});
    CHECK(told(list_of(with_duty("withdraw", R"("after-end": "lapses", )"), withdrawn), "receipt") == List{"overdue"});
}

TEST_CASE("A record that a duty is done is of one duty: the one it names, else the earliest that is open")
{
    const std::vector<std::pair<const char*, const char*>> events{
        {"file", "2025-08-04T09:00:00"}, {"return", "2025-08-05T09:00:00"}, {"refile", "2025-08-07T09:00:00"}};
    const auto record = [](const char* done, const std::string& since = "") {
        return std::string(R"({"duty": "receipt", "initiative": "i", "done": ")") + done + R"(+07:00")" +
               (since.empty() ? "" : R"(, "since": ")" + since + R"(+07:00")") + "}";
    };
    const auto receipts = [&](const std::string& records) {
        return told(list_of(file_of("ward-duties.json"), season_of(events, records)), "receipt");
    };
    const std::string later = "2025-08-08T09:00:00", last = "2025-08-09T09:00:00";
    CHECK(receipts("") == List{"open due", "open due"});
    CHECK(receipts(record("2025-08-04T10:00:00")) == List{"kept 2025-08-04T10:00 due", "open due"});
    // Two that are open, and one record.
    CHECK(receipts(record(later.c_str())) == List{"kept 2025-08-08T09:00 due", "open due"});
    CHECK(receipts(record(later.c_str(), "2025-08-07T09:00:00")) == List{"open due", "kept 2025-08-08T09:00 due"});
    CHECK(receipts(record(last.c_str()) + ", " + record(later.c_str())) ==
          List{"kept 2025-08-08T09:00 due", "kept 2025-08-09T09:00 due"});
    CHECK(receipts(record(last.c_str(), "2025-08-04T09:00:00") + ", " + record(later.c_str())) ==
          List{"kept 2025-08-09T09:00 due", "kept 2025-08-08T09:00 due"});
    const auto wrong = problems_of([&] { receipts(record(later.c_str(), "2025-08-04T09:00:01")); });
    REQUIRE(wrong.size() == 1);
    CHECK(wrong[0].id == ErrorId::unknown_name);
    CHECK(wrong[0].place.pointer == "/duties/0/since");
}

TEST_CASE("By a time that nobody has checked nobody is late, and the list says so")
{
    const std::string sure = file_of("ward-duties.json");
    const std::string unsure =
        with(sure, R"("vi": "Xem xét hồ sơ", "en": "Examination of the file",)",
             R"("provenance": "unverified", "vi": "Xem xét hồ sơ", "en": "Examination of the file",)");
    const Season open = season_of({{"file", "2025-08-04T09:00:00"}});
    const auto examine = [&](const std::string& ward, const char* as_of) {
        for (const OpenDuty& duty : list_of(ward, open, as_of))
            if (duty.name.id == "examine") return duty;
        throw std::runtime_error("no duty");
    };
    const auto says = [](const OpenDuty& duty) {
        return std::any_of(duty.findings.begin(), duty.findings.end(),
                           [](const Finding& one) { return one.id == FindingId::deadline_unverified; });
    };
    CHECK(examine(sure, "2025-12-01T08:00:00").verdict == DutyVerdict::overdue);
    CHECK_FALSE(says(examine(sure, "2025-12-01T08:00:00")));
    const OpenDuty late = examine(unsure, "2025-12-01T08:00:00");
    CHECK(late.verdict == DutyVerdict::undetermined);
    CHECK(says(late));
    CHECK(late.due == examine(sure, "2025-12-01T08:00:00").due);
    CHECK_FALSE(late.days_over);
    CHECK(examine(unsure, "2025-08-05T08:00:00").verdict == DutyVerdict::open);
    // As a clock of its own, without the duty that goes by it.
    const std::size_t from = unsure.find("    \"examine\":");
    const std::string bare = std::string(unsure).erase(from, unsure.find("\n", from) - from + 1);
    for (const OpenDuty& duty : list_of(bare, open))
        if (duty.source == DutySource::clock) CHECK((duty.verdict == DutyVerdict::undetermined && says(duty)));
}

TEST_CASE("A clock of a track runs on where the main procedure has ended, as long as its track can go on")
{
    const std::string ward = with_city();
    const std::pair<const char*, const char*> file{"file", "2025-08-04T09:00:00"},
        accept{"accept", "2025-08-05T09:00:00"}, send{"send", "2025-08-06T09:00:00"}, ask{"ask", "2025-08-07T09:00:00"},
        drop{"drop", "2025-08-08T09:00:00"}, refuse{"refuse", "2025-08-08T10:00:00"},
        withdraw{"withdraw", "2025-08-08T11:00:00"};
    // It begins after the end of the main procedure, and is not stopped by that.
    CHECK(stopped(ward, season_of({file, accept, send, ask}), "city-answer") == "-");
    CHECK(stopped(ward, season_of({file, accept, send, ask, drop}), "city-answer") == "2025-08-08T09:00");
    // A refusal leaves the city nothing to do.
    const std::pair<const char*, const char*> sooner{"ask", "2025-08-05T10:00:00"}, sent{"send", "2025-08-06T10:00:00"};
    CHECK(stopped(ward, season_of({file, accept, sooner, sent}), "city-answer") == "-");
    CHECK(stopped(ward, season_of({file, accept, sooner, refuse}), "city-answer") == "2025-08-08T10:00");
    // Those of the main procedure end with it, not with a track.
    CHECK(stopped(ward, season_of({file, withdraw}), "examination") == "2025-08-08T11:00");
    const std::string unstopped = with(ward, R"("stops": ["accept", "return"])", R"("stops": [])");
    CHECK(stopped(unstopped, season_of({file, accept, sooner, drop}), "examination") == "-");
    CHECK(stopped(unstopped, season_of({file, accept, send}), "examination") == "2025-08-06T09:00");
}

TEST_CASE("What is withdrawn in a track leaves the file where it is: it is not filed again for a quota")
{
    // Withdrawn by the city, and accepted before and after: only a file that is withdrawn itself can come again.
    InitiativeReport report;
    const Instant first = at("2025-08-04T09:00:00"), second = at("2025-08-06T09:00:00");
    const auto reach = [&](StateKind between, std::uint16_t track) {
        report.reached = {{{"filed", {}}, StateKind::waiting, first, 0},
                          {{"gone", {}}, between, first, track},
                          {{"filed", {}}, StateKind::waiting, second, 0}};
        return detail::reached_again(report, "filed");
    };
    REQUIRE(reach(StateKind::withdrawn, 0) != nullptr);
    CHECK(reach(StateKind::withdrawn, 0)->at == second);
    CHECK(reach(StateKind::withdrawn, 1) == nullptr);
    CHECK(reach(StateKind::open, 0) == nullptr);
}

TEST_CASE("Without a procedure tracks and safeguards are told to be of no use")
{
    const std::string ward =
        with(file_of("ward-duties.json"), R"("clocks": {)",
             R"("tracks": { "city": { "start": "none", "vi": "Thành phố", "en": "City", "clause": "nv.1" } },
  "safeguards": { "apart": { "on": "file", "when": { "other-than": "author" }, "vi": "Tách", "en": "Apart", "clause": "nv.1" } },
  "clocks": {)");
    std::string none = ward;
    none.replace(none.find("\"lifecycle\":"), 12, "\"lifecycle-of-old\":");
    const std::size_t lifecycle = ward.find("  \"lifecycle\": {"), duties = ward.find("  \"duties\": {");
    none = ward.substr(0, ward.rfind(',', lifecycle)) + "\n}\n";
    CHECK(duties != std::string::npos);
    List told;
    for (const Diagnostic& one : verify(load_rules_text({none}), {}))
        if (one.problem.id == ErrorId::name_unused) told.push_back(one.path);
    CHECK(std::count(told.begin(), told.end(), "tracks.city") == 1);
    CHECK(std::count(told.begin(), told.end(), "safeguards.apart") == 1);
}
