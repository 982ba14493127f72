// Decision records: what is recorded verifies, and what is altered is found, with its place.
#include <sangkien/io/canonical.hpp>
#include <sangkien/io/record.hpp>

#include "../evaluation/demo.hpp"

using namespace texts;

namespace {

// The record of the demo season that the command prints on the page, and the other doors verify.
const std::string& demo_record()
{
    static const std::string text = read_file(in_checkout("docs/examples/record-2025.json"));
    return text;
}

RecordCheck checked(const std::string& record, const std::optional<std::string>& report = std::nullopt)
{
    return verify_record(record, demo::rules(), demo_season(), "season.json",
                         report ? std::optional<std::string_view>(*report) : std::nullopt);
}

std::vector<std::string> told(const RecordCheck& check)
{
    std::vector<std::string> out;
    for (const RecordDifference& difference : check.differences)
        out.push_back(std::string(word(difference.part)) + " " + (difference.in_report ? "report" : "") +
                      difference.place + (difference.rulebook.empty() ? "" : " " + difference.rulebook));
    return out;
}

using Told = std::vector<std::string>;

// With a new seal: what somebody can do who alters a record and knows how they are made.
std::string sealed(std::string record)
{
    const std::size_t at = record.find(",\n  \"seal\": \"");
    const std::string rest = record.substr(0, at) + "}";
    record.replace(record.find(": \"", at) + 3, 64, canonical_digest(std::string_view(rest), "rest"));
    return record;
}

const char small_rulebook[] =
    R"({"rulebook":1,"id":"r","document":{"number":"1","issuer":"o","issued":"2025-01-01","from":"2025-01-01","provenance":"law"},
"layer":"ward","clauses":{"c":{"vi":"v","en":"e"}},"roles":{"h":{"vi":"v","clause":"c"}},"unit-kinds":{"x":{"clause":"c"}},
"lifecycle":{"start":"p","states":{"p":{"kind":"open"},"q":{"kind":"ended"}},"clause":"c",
  "transitions":{"file":{"from":"p","to":"q","by":"h","clause":"c"}}}, "note":"\u0041" })";
const char small_season[] =
    R"({"season":1,"id":"s","year":2025,"opened":"2025-09-01","rulebooks":["r"],"units":[{"id":"u","kind":"x"}],
"initiatives":[{"id":"i","units":["u"],"authors":[{"person":"p","share":60.0},{"person":"q","share":40}],
  "events":[{"on":"file","at":"2025-09-03T08:00:00+07:00","by":"h"}]}] })";

std::string small_record()
{
    return make_record(load_rules_text({small_rulebook}), small_season, "s.json", demo_evening(), "Ghi chú \"một\"");
}

// Whitespace between tokens, where another whitespace changes nothing.
std::vector<bool> blanks_of(const std::string& text)
{
    std::vector<bool> out;
    bool inside = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"' && (i == 0 || text[i - 1] != '\\')) inside = !inside;
        out.push_back(!inside && (text[i] == ' ' || text[i] == '\n'));
    }
    return out;
}

// Changes each byte in turn, in several ways. `same` says whether what it is given still verifies; an Error is no "same".
template <class Same>
int unnoticed(const std::string& text, const Same& same, int& tried)
{
    const std::vector<bool> blank = blanks_of(text);
    int out = 0;
    for (std::size_t at = 0; at < text.size(); ++at)
        for (const int mask : {1, 2, 4, 8, 16, 32, 64, 128, text[at] ^ 0x0A, text[at] ^ 0x37}) {
            std::string altered = text;
            altered[at] = static_cast<char>(text[at] ^ mask);
            if (altered == text || (blank[at] && altered[at] == 0x0A)) continue;
            ++tried;
            bool found = false;
            if (problems_of([&] { found = same(altered); }).empty() && found) {
                UNSCOPED_INFO(at << ": " << text.substr(at, 20));
                ++out;
            }
        }
    return out;
}

}  // namespace

TEST_CASE("The record of the demo season verifies, and is what is made of it today")
{
    CHECK(told(checked(demo_record())) == Told{});
    CHECK(checked(demo_record()).same());
    const std::string today =
        make_record(demo::rules(), demo_season(), "x", demo_evening(), read_record(demo_record()).note);
    CHECK(today == demo_record());
    CHECK(told(checked(demo_record(), report_json(demo::report()))) == Told{});
}

TEST_CASE("Any one byte of a record, a season or a rulebook altered is an Error or a difference")
{
    const Rules rules = load_rules_text({small_rulebook});
    const std::string record = small_record();
    int tried = 0;
    CHECK(verify_record(record, rules, small_season).same());
    CHECK(unnoticed(
              record, [&](const std::string& text) { return verify_record(text, rules, small_season).same(); },
              tried) == 0);
    CHECK(unnoticed(
              small_season, [&](const std::string& text) { return verify_record(record, rules, text).same(); },
              tried) == 0);
    CHECK(unnoticed(
              small_rulebook,
              [&](const std::string& text) {
                  return verify_record(record, load_rules_text({text}), small_season).same();
              },
              tried) == 0);
    CHECK(tried > 12000);
}

TEST_CASE("Each part of a record that does not hold is told at its place, also under a new seal")
{
    const auto altered = [](const std::string& from, const std::string& to) {
        return told(checked(sealed(replaced(demo_record(), from, to))));
    };
    const Record record = read_record(demo_record());
    const std::string zeros(64, '0');
    CHECK(altered(record.season_digest, zeros) == Told{"season /season/sha256"});
    CHECK(altered("\"gia-vien-2025\"", "\"gia-vien-2024\"") == Told{"season /season/id"});
    CHECK(altered(record.rulebooks[3].digest, zeros) == Told{"rulebook /rulebooks/3/sha256 gia-vien-934"});
    CHECK(altered("934/UBND-VHXH", "935/UBND-VHXH") == Told{"rulebook /rulebooks/3/number gia-vien-934"});
    CHECK(altered("\"layer\": \"council\"", "\"layer\": \"ward\"") ==
          Told{"rulebook /rulebooks/5/layer council-illustrative"});
    CHECK(altered("\"gia-vien-934\"", "\"gia-vien-936\"") ==
          Told{"rulebook-missing /rulebooks/3 gia-vien-936", "rulebook-extra /rulebooks gia-vien-934"});
    CHECK(altered(record.result, zeros) == Told{"result /result/sha256"});
    CHECK(altered("\"events_unmet\": 7", "\"events_unmet\": 6") == Told{"summary /summary/events_unmet"});
    // At another instant the same facts give another result; what was to do then is not to do now.
    const Told later = altered("2025-09-30T17:00", "2025-09-24T17:00");
    CHECK(std::find(later.begin(), later.end(), "result /result/sha256") != later.end());
    // Another release alone is a note, no difference.
    const RecordCheck other = checked(sealed(replaced(demo_record(), version(), "9.9.9")));
    CHECK(other.same());
    CHECK(other.other_library());
    CHECK(record_check_text(other, Language::en).find("release 9.9.9, verified by") != std::string::npos);
    CHECK(told(checked(replaced(demo_record(), version(), "9.9.9"))) == Told{"seal /seal"});
}

TEST_CASE("Rulebooks in another order are a difference")
{
    std::string record = demo_record();
    const Record read = read_record(record);
    const auto swap = [&](const std::string& a, const std::string& b) {
        record = replaced(replaced(replaced(record, a, "@"), b, a), "@", b);
    };
    swap(read.rulebooks[0].id, read.rulebooks[1].id);
    swap(read.rulebooks[0].number, read.rulebooks[1].number);
    swap(read.rulebooks[0].digest, read.rulebooks[1].digest);
    CHECK(told(checked(sealed(record))) == Told{"rulebook-order /rulebooks/0"});
}

TEST_CASE("Inputs that do not fit together, because they are not those recorded, are a difference and no Error")
{
    const Rules fewer = load_rules({"gia-vien-934", "council-illustrative"});
    const RecordCheck check = verify_record(demo_record(), fewer, demo_season());
    CHECK(told(check) == Told{"rulebook-missing /rulebooks/4 index-illustrative", "result /result/sha256"});
    CHECK(check.differences.back().found == "SK1312");
    const std::string season = replaced(small_season, "\"kind\":\"x\"", "\"kind\":\"y\"");
    CHECK(told(verify_record(small_record(), load_rules_text({small_rulebook}), season)) ==
          Told{"season /season/sha256", "result /result/sha256"});
    // With the inputs recorded, the same season is an Error: there is nothing to compare.
    std::string forged = small_record();
    forged =
        sealed(replaced(forged, read_record(forged).season_digest, canonical_digest(std::string_view(season), "s")));
    CHECK(brief(problems_of([&] { verify_record(forged, load_rules_text({small_rulebook}), season); })).size() == 1);
}

TEST_CASE("A report that was kept is compared too, and tells where a result differs")
{
    const std::string report = report_json(demo::report());
    const std::string altered = replaced(report, "\"total\": \"84.715\"", "\"total\": \"84.716\"");
    CHECK(told(checked(demo_record(), altered)) == Told{"report report/units/0/index/total"});
    // As if the library had then said otherwise: the record is of the altered report.
    const std::string recorded =
        sealed(replaced(demo_record(), read_record(demo_record()).result, result_digest(parsed(altered).root())));
    const RecordCheck check = checked(recorded, altered);
    CHECK(told(check) == Told{"result report/units/0/index/total"});
    CHECK(check.differences[0].recorded == "\"84.716\"");
    CHECK(check.differences[0].found == "\"84.715\"");
    CHECK(told(checked(recorded)) == Told{"result /result/sha256"});
    CHECK(told(checked(demo_record(), "{}")) == Told{"report report/report"});
    CHECK(brief(problems_of([] { checked(demo_record(), "{"); })).size() == 1);
}

TEST_CASE("A record of rules as they were known keeps their day and verifies with what was known then")
{
    const Rules now = load_rules_text({small_rulebook});
    const Day day = parse_day("2025-10-01");
    const std::string record = make_record(now.known_on(day), small_season, "s.json", demo_evening());
    CHECK(record.find("\"known_on\": \"2025-10-01\"") != std::string::npos);
    CHECK(read_record(record).known_on == day);
    CHECK(verify_record(record, now, small_season).same());
    CHECK(verify_record(record, now.known_on(day), small_season).same());
    CHECK(verify_record(record, now.known_on(parse_day("2026-01-01")), small_season).same());

    // A paper issued later is no difference; without the day it is one.
    const std::string later = replaced(replaced(replaced(small_rulebook, "\"id\":\"r\"", "\"id\":\"t\""),
                                                "\"issued\":\"2025-01-01\"", "\"issued\":\"2025-11-01\""),
                                       "\"layer\":\"ward\"", "\"layer\":\"council\"");
    const std::string paper = replaced(later.substr(0, later.find(",\"roles\"")) + "}", "\"c\":", "\"d\":");
    const Rules more = load_rules_text({small_rulebook, paper});
    CHECK(verify_record(record, more, small_season).same());
    CHECK(told(verify_record(small_record(), more, small_season)) ==
          Told{"rulebook-extra /rulebooks t", "result /result/sha256"});

    // Rules that know less than was known, and a record that has lost its day.
    CHECK(told(verify_record(record, now.known_on(day - 1), small_season)).at(0) == "known-on /known_on");
    const Told lost =
        told(verify_record(sealed(replaced(record, "  \"known_on\": \"2025-10-01\",\n", "")), now, small_season));
    CHECK(lost == Told{"result /result/sha256"});
    CHECK(told(verify_record(small_record(), now.known_on(day), small_season)) ==
          Told{"known-on /known_on", "result /result/sha256"});
    for (const char* wrong : {"\"2025-10-32\"", "1", "null", "\"\""})
        CHECK(problems_of([&] { read_record(replaced(record, "\"2025-10-01\"", wrong)); }).size() == 1);
}
